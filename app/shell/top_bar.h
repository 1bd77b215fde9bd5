// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QMenuBar;
class QToolButton;

namespace timeloom {

class SearchField;
class Trough;

/// The one bar above everything: menus, undo and redo, the search in the middle of the window, lanes or page,
/// a new event, the picture. Where there is little room the menus become one button and words icons.
class TopBar : public QWidget {
    Q_OBJECT

public:
    struct Actions {
        QAction *undo = nullptr;
        QAction *redo = nullptr;
        QAction *lanes = nullptr; ///< it and the next are one choice
        QAction *page = nullptr;
        QAction *newEvent = nullptr;
        QAction *exportPicture = nullptr;
    };

    TopBar(QMenuBar *menus, SearchField *search, QWidget *parent = nullptr);
    void setActions(const Actions &actions); ///< once the menus have them

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *button(QAction *action, const char *property = nullptr);
    void arrange();
    void fillMenuButton();

    QMenuBar *m_menus;
    SearchField *m_search;
    QToolButton *m_menuButton;
    QWidget *m_steps;   ///< undo and redo
    Trough *m_choice;   ///< lanes or page
    QWidget *m_actions; ///< what is done most
    QList<QToolButton *> m_worded;
};

} // namespace timeloom
