// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/signs/row_header.h"

#include "app/signs/icons.h"
#include "app/signs/measures.h"
#include "app/signs/signs.h"
#include "paint/tokens.h"

#include <QAbstractItemModel>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

constexpr int padding = 8;
constexpr int firstPadding = 16; // as the cells below
constexpr int arrowSize = 14;

} // namespace

RowHeader::RowHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent) {
    setHighlightSections(false);
    setSectionsClickable(true);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

QSize RowHeader::sizeHint() const {
    return {QHeaderView::sizeHint().width(), px(28)};
}

QSize RowHeader::sectionSizeFromContents(int section) const {
    const QString text = model()->headerData(section, orientation()).toString();
    return {QFontMetrics(textFont(12, QFont::DemiBold)).horizontalAdvance(text) + 2 * padding + arrowSize,
            px(28)};
}

void RowHeader::paintSection(QPainter *painter, const QRect &rect, int section) const {
    const Tokens &tokens = Tokens::forPalette(palette());
    painter->save();
    painter->fillRect(rect, tokens.surface);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens.line);
    const bool isSorted = isSortIndicatorShown() && sortIndicatorSection() == section;
    painter->setFont(textFont(12, QFont::DemiBold));
    painter->setPen(tokens.ink2);
    QRect room = rect.adjusted(visualIndex(section) == 0 ? firstPadding : padding, 0, -padding, 0);
    const QString text =
        painter->fontMetrics().elidedText(model()->headerData(section, orientation()).toString(),
                                          Qt::ElideRight, room.width() - (isSorted ? arrowSize : 0));
    painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter, text);
    if (isSorted) {
        room.setLeft(room.left() + painter->fontMetrics().horizontalAdvance(text) + 4);
        const QRectF arrow(room.left(), room.center().y() - arrowSize / 2.0 + 1, arrowSize, arrowSize);
        paintIcon(*painter, arrow, sortIndicatorOrder() == Qt::AscendingOrder ? u"up"_s : u"down"_s,
                  tokens.ink);
    }
    painter->restore();
}

} // namespace timeloom
