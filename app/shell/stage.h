// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/width_class.h"

#include <QWidget>
#include <array>
#include <optional>

class QSplitter;
class QVBoxLayout;

namespace timeloom {

class LazyPages;
class Rail;
class SideBar;

/// The middle of the window: the canvas with the overview below it, the panes of the foot below these, the
/// side bar and the rail at the right. The side bar stands beside the canvas (docked) or over it (a drawer).
class Stage : public QWidget {
    Q_OBJECT

public:
    explicit Stage(QWidget *parent = nullptr);
    ~Stage() override;

    void addCanvas(QWidget *widget, int stretch); ///< one below the other
    SideBar &side() const { return *m_side; }
    Rail &rail() const { return *m_rail; }
    LazyPages &foot() const { return *m_foot; }

    bool isSideOpen() const { return m_isSideOpen; }
    bool isDocked() const { return m_isDocked && m_room != WidthClass::Small; }
    bool isDrawerOpen() const { return m_isSideOpen && !isDocked(); }
    void openSide(int page);
    void closeSide();
    void setDocked(bool isDocked);   ///< a drawer, or beside the canvas; not where there is little room
    void setEditing(bool isEditing); ///< the side bar needs more room
    int canvasInset() const;         ///< how much of the canvas's width the drawer covers

    std::optional<int> openedPane() const { return m_pane; }
    void openPane(int pane);
    void closePane();

    void setRoom(WidthClass room); ///< of the window
    void restore();                ///< as it was kept, or as suits the room
    void keep() const;

Q_SIGNALS:
    void sideChanged(); ///< open or not, which page, docked or not
    void paneChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    int sideWidth() const;
    void keepPaneHeight();

    QSplitter *m_middle;
    QVBoxLayout *m_canvas;
    LazyPages *m_foot;
    SideBar *m_side;
    Rail *m_rail;
    WidthClass m_room = WidthClass::Wide;
    bool m_isSideOpen = true;
    bool m_isDocked = true;
    bool m_isEditing = false;
    int m_draggedWidth = 0; ///< of the side bar; 0: as wide as suits it
    std::optional<int> m_pane;
    std::array<int, 8> m_paneHeights{}; ///< 0: as high as suits it
};

} // namespace timeloom
