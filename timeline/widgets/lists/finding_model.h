// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/finding_kind.h"
#include "document/store/document.h"
#include "widgets/workspace/background.h"

#include <QAbstractItemModel>

namespace timeline {

/// The findings of a version of a document by their kinds, and what they mean for what is shown.
struct GroupedFindings {
    std::shared_ptr<const Document> document;
    std::vector<FindingGroup> groups;
    std::size_t notShown = 0; ///< of what stands among the events
    std::size_t undated = 0;  ///< events among them without a date that can be read
    std::size_t leftOut = 0;  ///< values that are not used, of events that are shown
};

/// What is wrong with a file: a row for each kind of problem, and below it the findings in the order of their
/// places; a kind that occurs once is that finding itself. Where they are very many there are rows between,
/// of ten thousand findings each. Many findings are grouped beside the window's thread, and till then those
/// of the version before are shown.
class FindingModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { MessageColumn, LineColumn, PlaceColumn };
    enum Role {
        EventRole = Qt::UserRole, ///< the event that it is about; nothing where that one is not shown
        UnreadRole,               ///< the place in the file where what is not shown as an event stands
        SeverityRole,             ///< a Severity
        CountRole,                ///< how many findings a row stands for
        FindingRole,              ///< the number of a single finding in the document's list
    };

    explicit FindingModel(QObject *parent = nullptr);

    void setDocument(std::shared_ptr<const Document> document);
    /// The document was edited: this is what it is now, perhaps another one.
    void noteEdit(std::shared_ptr<const Document> document);
    /// In the order of their places instead, each a row of its own; as long as these are not too many.
    void setByLine(bool isByLine);
    bool isByLine() const { return m_isByLine; }
    bool mayBeByLine() const { return m_wanted.size() <= mostByLine; }
    static constexpr std::size_t mostByLine = 100'000;
    bool isBusy() const { return m_work.isBusy(); } ///< what is there is of the version before
    /// What is shown; the same object for as long as the model is not reset.
    std::shared_ptr<const GroupedFindings> shown() const { return m_shown; }
    /// The number of the kind that a row belongs to, or is.
    static std::size_t kindAt(const QModelIndex &index);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    using QObject::parent;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void busyChanged();

private:
    /// What a row stands for: findings of one kind, by their numbers in it.
    struct Row {
        std::size_t kind = 0;
        std::size_t first = 0;
        std::size_t count = 0;
        bool isStretch = false; ///< of findings that are too many for one parent
    };
    Row at(const QModelIndex &index) const;
    const FindingGroup &group(std::size_t kind) const { return m_shown->groups[kind]; }
    static QString severityName(Severity severity);
    QVariant textOf(const Finding &finding, int column) const;
    QVariant textOfMany(const Row &row, int column) const;
    void show(GroupedFindings grouped);
    void begin(const std::shared_ptr<const Document> &document);

    std::shared_ptr<const GroupedFindings> m_shown; ///< never null
    FindingList m_wanted;                           ///< that is shown, or on its way
    Background<GroupedFindings> m_work;
    bool m_isByLine = false;
};

} // namespace timeline
