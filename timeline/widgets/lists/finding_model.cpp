// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lists/finding_model.h"

#include "document/bytes/visible_text.h"
#include "widgets/workspace/plain_tool_tip.h"

#include <QApplication>
#include <QStyle>

namespace timeline {

namespace {

// More than these are not grouped on the window's thread, nor are the lines of more bytes counted there.
constexpr std::size_t fewFindings = 10'000;
constexpr qint64 fewBytes = 8 << 20;
// A view makes something for each row of a parent that is open.
constexpr std::size_t mostRows = 20'000;
constexpr std::size_t stretchSize = 10'000;

std::size_t countOf(const FindingList::Counts &counts, std::initializer_list<FindingCode> codes) {
    std::size_t count = 0;
    for (const FindingCode code : codes) {
        count += counts.at(static_cast<std::size_t>(code));
    }
    return count;
}

/// Each as if it were the only one of its kind.
std::vector<FindingGroup> oneByOne(const FindingList &findings, const std::stop_token &stop) {
    std::vector<FindingGroup> groups;
    groups.reserve(findings.size());
    for (std::size_t i = 0; i < findings.size() && !stop.stop_requested(); ++i) {
        groups.push_back({FindingKind::of(findings[i]), {static_cast<std::uint32_t>(i)}});
    }
    return groups;
}

GroupedFindings groupedFindings(const std::shared_ptr<const Document> &document, bool isByLine,
                                const std::stop_token &stop) {
    GroupedFindings grouped{document, isByLine ? oneByOne(document->findings(), stop)
                                               : groupedByKind(document->findings(), stop)};
    if (grouped.groups.empty() || stop.stop_requested()) {
        return grouped;
    }
    grouped.notShown = document->unread().size();
    const EventIndex inEvents = document->undatedCount() > 0 ? document->runEnd(0) : 0;
    for (EventIndex event = 0; event < inEvents && !document->isNew(event); ++event) {
        grouped.undated += !document->isDeleted(event) && document->isUndated(event) ? 1 : 0;
    }
    grouped.leftOut = countOf(document->findings().countsByKind(),
                              {FindingCode::UnusedValue, FindingCode::UnusedDate, FindingCode::IncompletePart,
                               FindingCode::EndBeforeStart, FindingCode::MaxBelowValue});
    document->located(document->findings().front()); // counts the lines before somebody waits for it
    return grouped;
}

/// Internal ids: 0 of kinds; else the kind and the stretch that a row is in, both from 1, or no stretch.
quintptr idIn(std::size_t kind, std::size_t stretch = 0) {
    return (kind + 1) | stretch << 32U;
}
std::size_t kindOf(quintptr id) {
    return (id & 0xFFFFFFFFU) - 1;
}
std::size_t stretchOf(quintptr id) {
    return id >> 32U;
}

} // namespace

FindingModel::FindingModel(QObject *parent)
    : QAbstractItemModel(parent), m_shown(std::make_shared<const GroupedFindings>(
                                      GroupedFindings{std::make_shared<const Document>(), {}})) {}

void FindingModel::setDocument(std::shared_ptr<const Document> document) {
    show({std::make_shared<const Document>(), {}}); // what it says of events does not hold for others
    m_wanted = {};
    noteEdit(std::move(document));
}

void FindingModel::noteEdit(std::shared_ptr<const Document> document) {
    if (m_wanted == document->findings()) {
        if (!isBusy()) { // lines may be others, those of an edited text
            GroupedFindings grouped = *m_shown;
            grouped.document = std::move(document);
            m_shown = std::make_shared<const GroupedFindings>(std::move(grouped));
        }
        return;
    }
    m_wanted = document->findings();
    begin(document);
}

void FindingModel::setByLine(bool isByLine) {
    if (isByLine != m_isByLine) {
        m_isByLine = isByLine;
        begin(m_shown->document);
    }
}

void FindingModel::begin(const std::shared_ptr<const Document> &document) {
    const bool isByLine = m_isByLine && mayBeByLine();
    const bool wasBusy = isBusy();
    if (m_wanted.empty() || (m_wanted.size() <= fewFindings && document->bytes().size() <= fewBytes)) {
        m_work.giveUp();
        show(groupedFindings(document, isByLine, {}));
        if (wasBusy) {
            Q_EMIT busyChanged();
        }
        return;
    }
    m_work.begin([document, isByLine](
                     const std::stop_token &stop) { return groupedFindings(document, isByLine, stop); },
                 [this](GroupedFindings grouped) {
                     show(std::move(grouped));
                     Q_EMIT busyChanged();
                 });
    if (!wasBusy) {
        Q_EMIT busyChanged();
    }
}

void FindingModel::show(GroupedFindings grouped) {
    beginResetModel();
    m_shown = std::make_shared<const GroupedFindings>(std::move(grouped));
    endResetModel();
}

std::size_t FindingModel::kindAt(const QModelIndex &index) {
    return index.internalId() == 0 ? static_cast<std::size_t>(index.row()) : kindOf(index.internalId());
}

FindingModel::Row FindingModel::at(const QModelIndex &index) const {
    const auto row = static_cast<std::size_t>(index.row());
    const std::size_t kind = kindAt(index);
    const std::size_t count = group(kind).findings.size();
    if (index.internalId() == 0) {
        return {kind, 0, count};
    }
    const std::size_t stretch = stretchOf(index.internalId());
    if (stretch == 0 && count > mostRows) {
        const std::size_t first = row * stretchSize;
        return {kind, first, std::min(stretchSize, count - first), true};
    }
    return {kind, stretch == 0 ? row : (stretch - 1) * stretchSize + row, 1};
}

QModelIndex FindingModel::index(int row, int column, const QModelIndex &parent) const {
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    if (!parent.isValid()) {
        return createIndex(row, column);
    }
    const std::size_t stretch = parent.internalId() == 0 ? 0 : static_cast<std::size_t>(parent.row()) + 1;
    return createIndex(row, column, idIn(kindAt(parent), stretch));
}

QModelIndex FindingModel::parent(const QModelIndex &index) const {
    if (!index.isValid() || index.internalId() == 0) {
        return {};
    }
    const std::size_t stretch = stretchOf(index.internalId());
    return stretch == 0 ? createIndex(static_cast<int>(kindAt(index)), 0)
                        : createIndex(static_cast<int>(stretch) - 1, 0, idIn(kindAt(index)));
}

int FindingModel::rowCount(const QModelIndex &parent) const {
    if (!parent.isValid()) {
        return static_cast<int>(m_shown->groups.size());
    }
    if (parent.column() != 0) {
        return 0;
    }
    const Row row = at(parent);
    const std::size_t rows = row.count <= 1 ? 0
                             : row.isStretch || row.count <= mostRows
                                 ? row.count
                                 : (row.count + stretchSize - 1) / stretchSize;
    return static_cast<int>(rows);
}

int FindingModel::columnCount(const QModelIndex &) const {
    return PlaceColumn + 1;
}

QString FindingModel::severityName(Severity severity) {
    return severity == Severity::Error     ? tr("Error")
           : severity == Severity::Warning ? tr("Warning")
                                           : tr("Note");
}

QVariant FindingModel::textOf(const Finding &finding, int column) const {
    if (column == MessageColumn) {
        return visibleText(finding.message());
    }
    const Finding located = m_shown->document->located(finding);
    if (column == LineColumn) {
        return located.line > 0 ? QVariant(located.line) : tr("edited");
    }
    return located.column > 0 ? QVariant(located.column) : QVariant();
}

QVariant FindingModel::textOfMany(const Row &row, int column) const {
    if (column != MessageColumn) {
        return {};
    }
    return row.isStretch ? tr("%L1 to %L2", "the numbers of some of many problems")
                               .arg(row.first + 1)
                               .arg(row.first + row.count)
                         : tr("%L1 × %2", "a kind of problems, and how often there is one")
                               .arg(row.count)
                               .arg(visibleText(group(row.kind).kind.sentence()));
}

QVariant FindingModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row row = at(index);
    const Document &document = *m_shown->document;
    const auto finding = [&] { return document.findings()[group(row.kind).findings[row.first]]; };
    const auto text = [&](int column) {
        return row.count == 1 && !row.isStretch ? textOf(finding(), column) : textOfMany(row, column);
    };
    const int column = index.column();
    const bool isTop = index.internalId() == 0;
    const Severity severity = group(row.kind).kind.severity();
    switch (role) {
    case Qt::DisplayRole:
        return text(column);
    case Qt::ToolTipRole:
        return column == MessageColumn ? plainToolTip(text(column).toString()) : QVariant();
    case Qt::AccessibleTextRole:
        return column == MessageColumn && isTop ? tr("%1: %2", "how bad a problem is, and the problem")
                                                      .arg(severityName(severity), text(column).toString())
                                                : text(column);
    case Qt::DecorationRole:
        return column == MessageColumn && isTop
                   ? QApplication::style()->standardIcon(
                         severity == Severity::Error     ? QStyle::SP_MessageBoxCritical
                         : severity == Severity::Warning ? QStyle::SP_MessageBoxWarning
                                                         : QStyle::SP_MessageBoxInformation)
                   : QVariant();
    case Qt::TextAlignmentRole:
        return column == MessageColumn ? QVariant() : QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    case EventRole: {
        const auto event = row.count == 1 ? finding().event : std::nullopt;
        return event ? QVariant(*event) : QVariant();
    }
    case SeverityRole:
        return static_cast<int>(severity);
    case CountRole:
        return static_cast<qulonglong>(row.count);
    case FindingRole:
        return row.count == 1 && !row.isStretch ? QVariant(group(row.kind).findings[row.first]) : QVariant();
    case UnreadRole: {
        const auto about = row.count == 1 ? std::optional(finding()) : std::nullopt;
        return about && !about->event && document.lists().events.contains(about->offset)
                   ? QVariant(about->offset)
                   : QVariant();
    }
    default:
        return {};
    }
}

QVariant FindingModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case LineColumn:
        return tr("Line");
    case PlaceColumn:
        return tr("Column");
    default:
        return tr("Problem");
    }
}

} // namespace timeline
