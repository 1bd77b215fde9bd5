// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QStackedLayout;

namespace timeline {
class FindingModel;
class Workspace;
} // namespace timeline

namespace timeloom {

/// The problems that were found in the file; each leads to its event.
class ProblemsPane : public QWidget {
    Q_OBJECT

public:
    explicit ProblemsPane(timeline::Workspace &workspace, QWidget *parent = nullptr);

Q_SIGNALS:
    void countChanged(int count);

private:
    QWidget *makeList();
    void showCount();

    timeline::Workspace &m_workspace;
    timeline::FindingModel *m_findings;
    QStackedLayout *m_pages;
};

} // namespace timeloom
