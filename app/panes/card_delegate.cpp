// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/card_delegate.h"

#include "app/signs/measures.h"
#include "app/signs/signs.h"
#include "paint/tokens.h"
#include "widgets/lists/undated_model.h"

#include <QPainter>
#include <QTextLayout>

namespace timeloom {

using namespace timeline;

namespace {

constexpr int margin = 4; // around a card, in pixels
constexpr int padding = 12;
constexpr int gap = 4; // between its lines
constexpr double radius = 8;
constexpr int cardWidth = 232;
constexpr int titleLines = 2;

QFont titleFont() {
    return textFont(13, QFont::DemiBold);
}

/// As many lines as there is room for, the last one cut; gives the height that they take.
int drawLines(QPainter &painter, const QRect &room, const QString &text, int most) {
    const QFontMetrics metrics = painter.fontMetrics();
    QTextLayout layout(text, painter.font());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    int y = room.top();
    for (int number = 0; number < most; ++number) {
        QTextLine line = layout.createLine();
        if (!line.isValid()) {
            break;
        }
        line.setLineWidth(room.width());
        const bool isLast = number == most - 1;
        const QString part =
            isLast ? metrics.elidedText(text.mid(line.textStart()), Qt::ElideRight, room.width())
                   : text.mid(line.textStart(), line.textLength()).trimmed();
        painter.drawText(QRect(room.left(), y, room.width(), metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, part);
        y += metrics.height();
    }
    layout.endLayout();
    return y - room.top();
}

} // namespace

QSize CardDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const {
    const int title = QFontMetrics(titleFont()).height();
    const int small = QFontMetrics(textFont(12)).height();
    return {px(cardWidth) + 2 * margin, titleLines * title + 2 * small + 2 * gap + 2 * (padding + margin)};
}

void CardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const {
    const Tokens &tokens = Tokens::forPalette(option.palette);
    const bool isSelected = option.state & QStyle::State_Selected;
    const QRect card = option.rect.adjusted(margin, margin, -margin, -margin);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(isSelected ? QPen(tokens.accent, 2) : QPen(tokens.control, 1));
    painter->setBrush(isSelected                               ? tokens.accentSoft
                      : option.state & QStyle::State_MouseOver ? tokens.hover
                                                               : tokens.raised);
    const double half = isSelected ? 1 : 0.5;
    painter->drawRoundedRect(QRectF(card).adjusted(half, half, -half, -half), radius, radius);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(tokens.accent, 1, Qt::DotLine));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(card).adjusted(3.5, 3.5, -3.5, -3.5), radius - 3, radius - 3);
    }
    QRect room = card.adjusted(padding, padding, -padding, -padding);
    painter->setFont(titleFont());
    painter->setPen(tokens.ink);
    room.setTop(room.top() + drawLines(*painter, room, index.data().toString(), titleLines) + gap);
    painter->setFont(textFont(12));
    painter->setPen(tokens.ink2);
    const int line = painter->fontMetrics().height();
    if (const QString note = index.data(UndatedModel::NoteRole).toString(); !note.isEmpty()) {
        drawLines(*painter, room, note, 1);
    }
    const Sign sign = static_cast<Status>(index.data(UndatedModel::StatusRole).toInt());
    QRect who(room.left(), card.bottom() - padding - line + 1, room.width(), line);
    const int width = static_cast<int>(signSize(sign).width());
    paintSign(*painter, QRectF(who.left(), who.top(), width, who.height()), sign, option.palette);
    who.setLeft(who.left() + width + 2 * gap);
    painter->setFont(textFont(12));
    painter->setPen(tokens.ink);
    drawLines(*painter, who, index.data(UndatedModel::WhoRole).toString(), 1);
    painter->restore();
}

} // namespace timeloom
