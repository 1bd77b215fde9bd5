// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/signs/row_delegate.h"

#include "app/signs/icons.h"
#include "app/signs/measures.h"
#include "paint/tokens.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>

namespace timeloom {

using namespace timeline;

namespace {

constexpr int padding = 8; // at the sides of a cell
constexpr int gap = 8;     // between parts
constexpr int checkSize = 16;
constexpr int iconButton = 28;
constexpr int leadWidth = 88;
constexpr int barWidth = 48;
constexpr int barHeight = 4;
constexpr int selectionBar = 3;

QFont buttonFont() {
    return textFont(12, QFont::Medium);
}

} // namespace

RowDelegate::Parts RowDelegate::partsOf(const QModelIndex &index, const QStyleOptionViewItem &) const {
    Parts parts;
    parts.text = index.data().toString();
    const QVariant check = index.data(Qt::CheckStateRole);
    if (check.isValid()) {
        parts.check = static_cast<Qt::CheckState>(check.toInt());
    }
    return parts;
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const Parts parts = partsOf(index, option);
    const QFontMetrics metrics(option.font);
    int width = 2 * padding + parts.indent + metrics.horizontalAdvance(parts.text + parts.count) +
                (parts.check ? checkSize + gap : 0) + (parts.count.isEmpty() ? 0 : gap);
    if (!std::holds_alternative<std::monostate>(parts.sign)) {
        width += static_cast<int>(signSize(parts.sign).width()) + gap;
    }
    return {width, std::max(px(m_rowHeight), metrics.height() + 8)};
}

QRect RowDelegate::buttonRect(const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const Parts parts = partsOf(index, option);
    const QString text = parts.button;
    if (!parts.buttonIcon.isEmpty()) {
        const int side = std::min(option.rect.height(), px(iconButton));
        return {option.rect.right() - side + 1, option.rect.center().y() - side / 2, side, side};
    }
    if (text.isEmpty()) {
        return {};
    }
    const QFontMetrics metrics(buttonFont());
    const int width = std::min(metrics.horizontalAdvance(text) + 2 * padding + 2,
                               std::max(24, option.rect.width() - 2 * padding));
    const int height = std::min(option.rect.height() - 4, std::max(24, metrics.height() + 8));
    return {option.rect.right() - padding - width + 1, option.rect.center().y() - height / 2, width, height};
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const {
    const Tokens &tokens = Tokens::forPalette(option.palette);
    const Parts parts = partsOf(index, option);
    const bool isSelected = option.state & QStyle::State_Selected;
    painter->save();
    if (isSelected || option.state & QStyle::State_MouseOver) {
        painter->fillRect(option.rect, isSelected ? tokens.accentSoft : tokens.hover);
    }
    if (isSelected && isFirst(index)) {
        painter->fillRect(QRect(option.rect.topLeft(), QSize(selectionBar, option.rect.height())),
                          tokens.accent);
    }
    if (isLined()) {
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          tokens.grid);
    }
    QRect room = option.rect.adjusted(padding + parts.indent, 0, -padding, 0);
    if (const QRect button = buttonRect(option, index); !parts.buttonIcon.isEmpty()) {
        const int side = px(16);
        QRectF place(0, 0, side, side);
        place.moveCenter(QRectF(button).center());
        paintIcon(*painter, place, parts.buttonIcon, tokens.ink2);
        room.setRight(button.left() - gap);
    } else if (!button.isEmpty()) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(tokens.control, 1));
        painter->setBrush(option.state & QStyle::State_Enabled ? tokens.raised : tokens.surface);
        painter->drawRoundedRect(QRectF(button).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        painter->setFont(buttonFont());
        painter->setPen(tokens.ink);
        painter->drawText(
            button, Qt::AlignCenter,
            painter->fontMetrics().elidedText(parts.button, Qt::ElideRight, button.width() - padding));
        room.setRight(button.left() - gap);
    }
    if (parts.check) {
        QStyleOptionViewItem box = option;
        box.rect = QRect(room.left(), room.center().y() - checkSize / 2 + 1, checkSize, checkSize);
        box.state &= ~(QStyle::State_HasFocus | QStyle::State_Selected | QStyle::State_MouseOver);
        box.state |= *parts.check == Qt::Checked ? QStyle::State_On : QStyle::State_Off;
        const QStyle *style = option.widget != nullptr ? option.widget->style() : QApplication::style();
        style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter, option.widget);
        room.setLeft(box.rect.right() + gap);
    }
    if (!std::holds_alternative<std::monostate>(parts.sign)) {
        const int width = static_cast<int>(signSize(parts.sign).width());
        paintSign(*painter, QRectF(room.left(), room.top(), width, room.height()), parts.sign,
                  option.palette);
        room.setLeft(room.left() + width + gap);
    }
    if (!parts.lead.isEmpty()) {
        painter->setFont(textFont(12));
        painter->setPen(tokens.ink2);
        const int width = std::max(px(leadWidth), painter->fontMetrics().horizontalAdvance(parts.lead) + gap);
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter, parts.lead);
        room.setLeft(room.left() + width);
    }
    if (!parts.count.isEmpty()) {
        painter->setFont(textFont(12));
        painter->setPen(tokens.ink2);
        painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter, parts.count);
        room.setRight(room.right() - painter->fontMetrics().horizontalAdvance(parts.count) - gap);
    }
    if (parts.bar) {
        painter->setRenderHint(QPainter::Antialiasing);
        QRectF bar(room.left(), room.center().y() - barHeight / 2.0 + 0.5, std::min(barWidth, room.width()),
                   barHeight);
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens.line);
        painter->drawRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
        bar.setWidth(bar.width() * std::clamp(*parts.bar, 0.0, 1.0));
        painter->setBrush(tokens.ink2);
        painter->drawRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
    } else if (room.width() > 0) {
        painter->setFont(parts.isStrong ? textFont(13, QFont::DemiBold) : option.font);
        painter->setPen(parts.isDim || !(option.state & QStyle::State_Enabled) ? tokens.ink3 : tokens.ink);
        const QString text =
            painter->fontMetrics().elidedText(parts.text, option.textElideMode, room.width());
        const Qt::Alignment side = parts.isAtRight ? Qt::AlignRight : Qt::AlignLeft;
        painter->drawText(room, static_cast<int>(Qt::AlignVCenter | side), text);
        room.setLeft(room.left() + painter->fontMetrics().horizontalAdvance(text) + gap);
        if (!parts.note.isEmpty() && room.width() > 3 * gap) {
            painter->setFont(textFont(12));
            painter->setPen(tokens.ink2);
            painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                              painter->fontMetrics().elidedText(parts.note, Qt::ElideRight, room.width()));
        }
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setPen(QPen(tokens.accent, 1, Qt::DotLine));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
    painter->restore();
}

bool RowDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                              const QModelIndex &index) {
    const bool isCheckable = (index.flags() & Qt::ItemIsUserCheckable) && (index.flags() & Qt::ItemIsEnabled);
    const auto toggle = [&] {
        const bool isOn = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        return model->setData(index, isOn ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    };
    if (event->type() == QEvent::MouseButtonRelease || event->type() == QEvent::MouseButtonPress) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->button() == Qt::LeftButton && buttonRect(option, index).contains(mouse->pos())) {
            if (event->type() == QEvent::MouseButtonRelease) {
                Q_EMIT buttonClicked(index);
            }
            return true;
        }
        if (isCheckable && mouse->button() == Qt::LeftButton) {
            return event->type() == QEvent::MouseButtonRelease && toggle();
        }
    } else if (event->type() == QEvent::KeyPress && isCheckable) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Space || key == Qt::Key_Select) {
            return toggle();
        }
    }
    return false;
}

} // namespace timeloom
