// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lists/finding_model.h"

#include "document/bytes/visible_text.h"
#include "widgets/workspace/plain_tool_tip.h"

#include <QApplication>
#include <QStyle>

namespace timeline {

FindingModel::FindingModel(std::shared_ptr<const Document> document, QObject *parent)
    : QAbstractTableModel(parent), m_document(std::move(document)), m_findings(m_document->findings()) {}

void FindingModel::setDocument(std::shared_ptr<const Document> document) {
    beginResetModel();
    m_document = std::move(document);
    m_findings = m_document->findings();
    endResetModel();
}

void FindingModel::noteEdit(std::shared_ptr<const Document> document) {
    if (m_findings != document->findings()) {
        setDocument(std::move(document));
    } else {
        m_document = std::move(document);
    }
}

int FindingModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_findings.size());
}

int FindingModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : MessageColumn + 1;
}

QVariant FindingModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Finding finding = m_findings[static_cast<std::size_t>(index.row())];
    const bool isError = finding.severity() == Severity::Error;
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case SeverityColumn:
            return isError                                   ? tr("Error")
                   : finding.severity() == Severity::Warning ? tr("Warning")
                                                             : tr("Note");
        case LineColumn: {
            const qint64 line = m_document->located(finding).line;
            return line > 0 ? QVariant(line) : tr("edited");
        }
        case PlaceColumn: {
            const qint64 place = m_document->located(finding).column;
            return place > 0 ? QVariant(place) : QVariant();
        }
        default:
            return visibleText(finding.message());
        }
    case Qt::ToolTipRole:
        return column == MessageColumn ? plainToolTip(visibleText(finding.message())) : QVariant();
    case Qt::DecorationRole:
        return column == SeverityColumn
                   ? QApplication::style()->standardIcon(isError ? QStyle::SP_MessageBoxCritical
                                                         : finding.severity() == Severity::Warning
                                                             ? QStyle::SP_MessageBoxWarning
                                                             : QStyle::SP_MessageBoxInformation)
                   : QVariant();
    case Qt::TextAlignmentRole:
        return column == LineColumn || column == PlaceColumn
                   ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter)
                   : QVariant();
    case EventRole:
        return finding.event ? QVariant(*finding.event) : QVariant();
    case UnreadRole:
        return !finding.event && m_document->lists().events.contains(finding.offset)
                   ? QVariant(finding.offset)
                   : QVariant();
    case IsErrorRole:
        return isError;
    default:
        return {};
    }
}

QVariant FindingModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case SeverityColumn:
        return tr("Kind");
    case LineColumn:
        return tr("Line");
    case PlaceColumn:
        return tr("Column");
    default:
        return tr("Problem");
    }
}

} // namespace timeline
