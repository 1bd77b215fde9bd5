// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/finding.h"

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;
class QStackedLayout;

namespace timeline {
class Editor;
class UndatedModel;
class Workspace;
} // namespace timeline

namespace timeloom {

class DateEdit;

/// The events without a date: they get one where it is typed, or where they are dropped on the timeline.
class UndatedPane : public QWidget {
    Q_OBJECT

public:
    UndatedPane(timeline::Workspace &workspace, timeline::Editor &editor, QWidget *parent = nullptr);
    int count() const; ///< of those that the filter shows

Q_SIGNALS:
    void countChanged(int count);
    void editRequested(timeline::EventIndex event); ///< of its fields; it may be a new one that needs a name

private:
    QWidget *makeHead();
    QWidget *makeFoot();
    void showCount();
    void followSelection();
    void showFoot();
    void fillIn();
    std::vector<timeline::EventIndex> selected() const;
    void selectInWorkspace();
    void setDate();
    void write(const QString &date);
    void add();

    timeline::Workspace &m_workspace;
    timeline::Editor &m_editor;
    timeline::UndatedModel *m_events;
    QListView *m_list;
    QLabel *m_nothing;
    QLabel *m_told;
    QLabel *m_label, *m_hint;
    QWidget *m_foot = nullptr; ///< with the date
    DateEdit *m_date;
    QPushButton *m_set, *m_add;
    QStackedLayout *m_pages;
    bool m_isFollowing = false; ///< what is selected elsewhere is being shown
    QString m_filledIn;         ///< into the field, of the event that is chosen
};

} // namespace timeloom
