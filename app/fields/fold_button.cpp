// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/fields/fold_button.h"

#include "app/signs/icons.h"
#include "app/signs/measures.h"
#include "app/signs/signs.h"
#include "paint/tokens.h"

#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

constexpr int headHeight = 32;
constexpr int arrowSize = 16;
constexpr double radius = 6;

} // namespace

FoldButton::FoldButton(const QString &title, QWidget *parent) : QToolButton(parent) {
    setText(title);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCount(0);
}

void FoldButton::setCount(int count) {
    m_count = count;
    setAccessibleDescription(tr("%Ln entries", nullptr, count));
    update();
}

QSize FoldButton::sizeHint() const {
    return {px(120), px(headHeight)};
}

void FoldButton::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = Tokens::forPalette(palette());
    painter.fillRect(QRect(0, 0, width(), 1), tokens.line);
    if (underMouse() && isEnabled()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.hover);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0, 2, 0, 0), radius, radius);
    }
    if (hasFocus()) {
        painter.setPen(QPen(tokens.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 3, -1, -1), radius, radius);
    }
    const QColor ink = isEnabled() ? tokens.ink : tokens.ink3;
    paintIcon(painter, QRectF(2, (height() - arrowSize) / 2.0, arrowSize, arrowSize),
              isChecked() ? u"down"_s : u"right"_s, ink);
    painter.setFont(textFont(13, QFont::DemiBold));
    painter.setPen(ink);
    const QRect room = rect().adjusted(arrowSize + 8, 0, -4, 0);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextHideMnemonic, text());
    if (m_count > 0) {
        painter.setFont(textFont(12));
        painter.setPen(tokens.ink2);
        painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(m_count));
    }
}

} // namespace timeloom
