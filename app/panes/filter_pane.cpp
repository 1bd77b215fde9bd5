// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/filter_pane.h"

#include "app/signs/icons.h"
#include "app/signs/measures.h"
#include "app/signs/row_delegate.h"
#include "paint/theme.h"
#include "widgets/lists/lane_model.h"
#include "widgets/workspace/event_model.h"
#include "widgets/workspace/workspace.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

/// A category: check box, colour and title; its count stands in a column of its own.
class CategoryDelegate : public RowDelegate {
public:
    using RowDelegate::RowDelegate;

protected:
    Parts partsOf(const QModelIndex &index, const QStyleOptionViewItem &option) const override {
        Parts parts;
        const QModelIndex first = index.siblingAtColumn(LaneModel::TitleColumn);
        const bool isShown = first.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        if (index.column() == LaneModel::CountColumn) {
            parts.count = index.data().toString();
            return parts;
        }
        parts = RowDelegate::partsOf(index, option);
        const Theme theme = Theme::forPalette(option.palette);
        const QVariant own = index.data(LaneModel::FileColorRole);
        const QColor color =
            theme.categoryColor(static_cast<ColorRole>(index.data(LaneModel::ColorRoleRole).toUInt()),
                                own.isValid() ? std::optional<Rgb>(own.toUInt()) : std::nullopt);
        parts.sign = isShown ? color : theme.tint(color, 0.35);
        parts.isDim = !isShown || index.data(LaneModel::ShownRole).toUInt() == 0;
        return parts;
    }
};

} // namespace

FilterPane::FilterPane(Workspace &workspace, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_lanes(new LaneModel(&workspace, this)), m_count(new QLabel),
      m_nothing(new QLabel(tr("All events are in one category."))), m_showAll(new QToolButton),
      m_list(makeList()) {
    auto *title = new QLabel(tr("Filter"));
    title->setFont(textFont(13, QFont::DemiBold));
    m_count->setTextFormat(Qt::PlainText);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_showAll->setText(tr("Show &all"));
    m_showAll->setIcon(icon(u"close"_s));
    m_showAll->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_showAll->setAutoRaise(true);
    m_showAll->setFocusPolicy(Qt::StrongFocus);
    m_showAll->setToolTip(tr("Takes the search and all that is hidden away"));
    connect(m_showAll, &QToolButton::clicked, this, [this] { m_workspace.setFilter(Filter()); });
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 8, 8, 4);
    head->setSpacing(8);
    head->addWidget(title);
    head->addStretch(1);
    head->addWidget(m_count);
    head->addWidget(m_showAll);
    title->setMinimumHeight(px(32));

    auto *section = new QLabel(tr("Category"));
    section->setFont(textFont(13, QFont::DemiBold));
    section->setContentsMargins(16, 8, 16, 4);
    m_nothing->setWordWrap(true);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setContentsMargins(16, 4, 16, 4);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(section);
    column->addWidget(m_nothing);
    auto *list = new QHBoxLayout; // the cells have half of the padding themselves
    list->setContentsMargins(8, 0, 8, 0);
    list->addWidget(m_list);
    column->addLayout(list, 1);
    column->addStretch(0);

    connect(&workspace, &Workspace::filterChanged, this, &FilterPane::showState);
    connect(&workspace, &Workspace::layoutChanged, this, &FilterPane::showState);
    connect(&workspace, &Workspace::documentEdited, this, &FilterPane::showState);
    connect(m_lanes, &QAbstractItemModel::modelReset, this, &FilterPane::showState);
    showState();
}

QTreeView *FilterPane::makeList() {
    auto *list = new QTreeView(this);
    list->setModel(m_lanes);
    list->setItemDelegate(new CategoryDelegate(list));
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setHeaderHidden(true);
    list->setFrameShape(QFrame::NoFrame);
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    list->setAllColumnsShowFocus(true);
    list->setMouseTracking(true);
    list->viewport()->setAutoFillBackground(false);
    list->setAccessibleName(tr("Categories"));
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->header()->setStretchLastSection(false);
    list->header()->setMinimumSectionSize(24);
    list->header()->setSectionResizeMode(LaneModel::TitleColumn, QHeaderView::Stretch);
    list->header()->setSectionResizeMode(LaneModel::CountColumn, QHeaderView::ResizeToContents);
    list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(list, &QTreeView::customContextMenuRequested, this, &FilterPane::showMenu);
    return list;
}

void FilterPane::showMenu(const QPoint &at) {
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QModelIndex index = m_list->indexAt(at);
    if (index.isValid()) {
        menu->addAction(tr("Show &only this"), m_lanes,
                        [this, row = index.row()] { m_lanes->showOnly(row); });
    }
    menu->addAction(tr("Show all &categories"), m_lanes, &LaneModel::showAll);
    menu->addAction(tr("Show &none"), m_lanes, &LaneModel::hideAll);
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

void FilterPane::showState() {
    const auto shown = static_cast<EventIndex>(m_workspace.events()->rowCount());
    const EventIndex all = m_workspace.document()->presentCount();
    m_count->setText(tr("%1 of %2", "events").arg(QLocale().toString(shown), QLocale().toString(all)));
    const bool isAll = m_workspace.filter() == Filter();
    m_count->setVisible(!isAll);
    m_showAll->setVisible(!isAll);
    const bool isOne = m_lanes->rowCount() <= 1 && m_workspace.filter().hiddenCategories().isEmpty();
    m_nothing->setVisible(isOne && all > 0);
    m_list->setVisible(!isOne);
}

} // namespace timeloom
