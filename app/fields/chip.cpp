// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/fields/chip.h"

#include "app/signs/measures.h"
#include "paint/tokens.h"

#include <QPainter>

namespace timeloom {

using namespace timeline;

namespace {

constexpr int padding = 10;
constexpr int gap = 6;
constexpr int chipHeight = 28;
constexpr double radius = 6;

} // namespace

Chip::Chip(Sign sign, const QString &text, QWidget *parent) : QAbstractButton(parent), m_sign(sign) {
    setText(text);
    setToolTip(text); // it may be cut
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
}

QSize Chip::sizeHint() const {
    const QFontMetrics metrics(textFont(12, QFont::DemiBold));
    const int sign =
        std::holds_alternative<std::monostate>(m_sign) ? 0 : static_cast<int>(signSize(m_sign).width()) + gap;
    return {metrics.horizontalAdvance(text()) + sign + 2 * padding, px(chipHeight)};
}

QSize Chip::minimumSizeHint() const {
    return {px(chipHeight), px(chipHeight)};
}

void Chip::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = Tokens::forPalette(palette());
    const bool isOn = isChecked();
    const double line = isOn ? 2 : 1;
    const QRectF box = QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2);
    painter.setPen(QPen(isOn || hasFocus() ? tokens.accent : tokens.control, line));
    painter.setBrush(isOn ? tokens.accentSoft : underMouse() && isEnabled() ? tokens.hover : tokens.raised);
    painter.drawRoundedRect(box, radius, radius);
    if (hasFocus()) {
        painter.setPen(QPen(tokens.accent, 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(3.5, 3.5, -3.5, -3.5), radius - 3, radius - 3);
    }
    QRect room = rect().adjusted(padding, 0, -padding, 0);
    if (!std::holds_alternative<std::monostate>(m_sign)) {
        const int width = static_cast<int>(signSize(m_sign).width());
        paintSign(painter, QRectF(room.left(), room.top(), width, room.height()), m_sign, palette());
        room.setLeft(room.left() + width + gap);
    }
    painter.setFont(textFont(12, isOn ? QFont::DemiBold : QFont::Medium));
    painter.setPen(!isEnabled() ? tokens.ink3 : isOn ? tokens.accent : tokens.ink);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, room.width() + 1));
}

} // namespace timeloom
