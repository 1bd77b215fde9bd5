// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/finding_kind.h"

#include <QTreeView>

namespace timeline {
class FindingModel;
} // namespace timeline

namespace timeloom {

/// The problems of a file by their kinds, as a tree. When they are told anew, what was open stays open, and
/// the current one is the one that is in its place.
class ProblemTree : public QTreeView {
    Q_OBJECT

public:
    explicit ProblemTree(timeline::FindingModel *findings, QWidget *parent = nullptr);

    void keyboardSearch(const QString & /*search*/) override {} // nobody knows how a sentence begins

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;

private:
    void note();
    void restore();
    /// Rows on the way from the top to one.
    using Path = std::vector<int>;
    QModelIndex indexOf(const timeline::FindingKind &kind, const Path &path) const;

    struct Open {
        timeline::FindingKind kind;
        Path path; ///< below that of the kind
    };
    timeline::FindingModel *m_findings;
    std::vector<Open> m_open;
    std::optional<Open> m_current;
    int m_currentKind = 0; ///< its row
    int m_scrolled = 0;
};

} // namespace timeloom
