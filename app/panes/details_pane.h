// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panes/file_facts.h"
#include "app/panes/time_place.h"
#include "widgets/workspace/background.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedLayout;
class QStackedWidget;
class QToolButton;
class QUrl;

namespace timeline {
class Editor;
class Workspace;
} // namespace timeline

namespace timeloom {

class DetailsBrowser;
class EventForm;
class Trough;

/// All that the file says of the selected event, to be read or edited, or of the selected era; of the file
/// itself where none is selected, which is the legend, too. Links lead to other events, to the filter and,
/// after asking, to the web. Nothing is loaded from anywhere.
class DetailsPane : public QWidget {
    Q_OBJECT

public:
    DetailsPane(timeline::Workspace &workspace, timeline::Editor &editor, QWidget *parent = nullptr);

    void editEvent(); ///< turns to the form, where the title waits to be typed over
    void readEvent(); ///< and back
    bool isEditing() const;

Q_SIGNALS:
    /// The form is shown, which wants some more room, or is not any more.
    void editingChanged(bool isEditing);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeAboutHead();
    QWidget *makeEventHead();
    void write();
    void writePage();
    void showHead();
    void showPlace(const TimePlace &place);
    const FileFacts *facts();
    void go(bool isForward);
    void choose(int page);
    void follow(const QUrl &url);
    void selectAll(const QUrl &address);
    void hover(const QUrl &url);

    timeline::Workspace &m_workspace;
    timeline::Editor &m_editor;
    QStackedWidget *m_heads;
    QLabel *m_about;
    QLabel *m_place;
    QToolButton *m_previous, *m_next;
    Trough *m_choice;
    QStackedLayout *m_pages;
    DetailsBrowser *m_browser;
    EventForm *m_form;
    QTimer m_pending; ///< writes once for the several signals of one change
    bool m_wasEditing = false;

    std::shared_ptr<const timeline::Document> m_counted; ///< that m_facts are of
    std::optional<FileFacts> m_facts;
    timeline::Background<FileFacts> m_counting;
    TimePlace m_inTime;
    timeline::Background<TimePlace> m_placing;
    timeline::Background<QBitArray> m_looking; ///< for the events of a row
};

} // namespace timeloom
