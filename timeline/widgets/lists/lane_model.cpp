// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lists/lane_model.h"

#include "document/store/category_path.h"
#include "widgets/workspace/event_model.h"
#include "widgets/workspace/plain_tool_tip.h"
#include "widgets/workspace/workspace.h"

#include <QLocale>

namespace timeline {

namespace {

QStringList idsOf(const Document &document) {
    QStringList ids;
    for (const Category &category : document.categories()) {
        ids += category.id;
    }
    return ids;
}

} // namespace

LaneModel::LaneModel(Workspace *workspace, QObject *parent)
    : QAbstractTableModel(parent), m_workspace(workspace) {
    reset();
    connect(workspace, &Workspace::documentChanged, this, &LaneModel::reset);
    connect(workspace, &Workspace::documentEdited, this, [this](const std::vector<EventIndex> &events) {
        // Where the categories are others now, rows have the numbers of those of before.
        events.empty() || m_ids != idsOf(*m_workspace->document()) ? reset() : m_recount.start();
    });
    m_recount.setSingleShot(true);
    connect(&m_recount, &QTimer::timeout, this, &LaneModel::recount);
    connect(workspace, &Workspace::filterChanged, this, [this] {
        if (!m_rows.empty()) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, CountColumn), {Qt::CheckStateRole});
        }
    });
    connect(workspace, &Workspace::layoutChanged, this, [this] { m_recount.start(); });
}

void LaneModel::reset() {
    beginResetModel();
    m_rows = countEvents();
    m_ids = idsOf(*m_workspace->document());
    endResetModel();
}

std::vector<LaneModel::Row> LaneModel::countEvents() const {
    std::vector<Row> rows;
    const std::size_t categories = m_workspace->document()->categories().size();
    const bool isAllShown = m_workspace->filter().isEmpty();
    const CategoryCounts shown =
        isAllShown ? CategoryCounts()
                   : CategoryCounts(*m_workspace->document(), m_workspace->events()->shown());
    for (std::size_t category = 0; category < categories; ++category) {
        const auto index = static_cast<CategoryIndex>(category);
        if (const EventIndex events = m_workspace->categoryCounts().of(index); events > 0) {
            rows.push_back({index, events, isAllShown ? events : shown.of(index)});
        }
    }
    return rows;
}

void LaneModel::recount() {
    std::vector<Row> rows = countEvents();
    const bool isSame = std::ranges::equal(rows, m_rows, {}, &Row::category, &Row::category);
    if (!isSame) {
        beginResetModel();
    }
    m_rows = std::move(rows);
    if (!isSame) {
        endResetModel();
    } else if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0, CountColumn), index(rowCount() - 1, CountColumn));
    }
}

QString LaneModel::countOf(const Row &row) {
    const QString events = QLocale().toString(row.events);
    return row.shown == row.events ? events
                                   : tr("%1 of %2", "events that are shown, of all of a category")
                                         .arg(QLocale().toString(row.shown), events);
}

bool LaneModel::isShown(int row) const {
    const CategoryIndex category = m_rows[static_cast<std::size_t>(row)].category;
    return !m_workspace->filter().hiddenCategories().contains(
        m_workspace->document()->categories()[category].id);
}

void LaneModel::hide(const std::function<bool(int)> &isHidden) {
    Filter filter = m_workspace->filter();
    for (int row = 0; row < rowCount(); ++row) {
        const CategoryIndex category = m_rows[static_cast<std::size_t>(row)].category;
        filter.setCategoryHidden(m_workspace->document()->categories()[category].id, isHidden(row));
    }
    m_workspace->setFilter(filter);
}

void LaneModel::showAll() {
    hide([](int) { return false; });
}

void LaneModel::hideAll() {
    hide([](int) { return true; });
}

void LaneModel::showOnly(int row) {
    hide([row](int other) { return other != row; });
}

int LaneModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LaneModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : CountColumn + 1;
}

QVariant LaneModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const Document &document = *m_workspace->document();
    const Category &category = document.categories()[row.category];
    const bool isTitle = index.column() == TitleColumn;
    switch (role) {
    case Qt::DisplayRole:
        return isTitle ? categoryTitle(document, row.category) : countOf(row);
    case Qt::ToolTipRole:
        return plainToolTip(tr("%1: %2", "a category and how many events it has")
                                .arg(categoryPath(document, row.category), countOf(row)));
    case Qt::CheckStateRole:
        return isTitle ? QVariant(isShown(index.row()) ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::TextAlignmentRole:
        return isTitle ? QVariant() : QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    case ColorRoleRole:
        return static_cast<ColorRole>(row.category);
    case FileColorRole:
        return category.color ? QVariant::fromValue(*category.color) : QVariant();
    case CategoryIdRole:
        return category.id;
    case ShownRole:
        return row.shown;
    default:
        return {};
    }
}

bool LaneModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    if (role != Qt::CheckStateRole || index.column() != TitleColumn ||
        !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return false;
    }
    Filter filter = m_workspace->filter();
    filter.setCategoryHidden(index.data(CategoryIdRole).toString(), value.toInt() == Qt::Unchecked);
    m_workspace->setFilter(filter);
    return true;
}

Qt::ItemFlags LaneModel::flags(const QModelIndex &index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == TitleColumn ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant LaneModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == TitleColumn ? tr("Category") : tr("Events");
}

} // namespace timeline
