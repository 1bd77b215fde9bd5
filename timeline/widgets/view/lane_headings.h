// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/heading_look.h"
#include "widgets/headings/lane_rename.h"
#include "widgets/view/scene_widget.h"

#include <QTimer>

class QKeyEvent;
class QMouseEvent;

namespace timeline {

/// What pointer and keys do with the headings of lanes, and with the line of those that are hidden.
///
/// Click: selects the events of a lane (where headings are slim: its menu), with Ctrl shows it alone or all
/// again. Double click: shows all its time. Drag: moves it among the others. Keys, once Tab has gone to them:
/// Up, Down to the next, Left folds, Right unfolds, Alt+Up, Alt+Down move it, Return selects its events, F2
/// renames, Delete hides, Menu its menu, Esc back to the events.
class LaneHeadings : public QObject {
    Q_OBJECT

public:
    using Place = HeadingStates::Place;
    LaneHeadings(SceneWidget &view, Workspace &workspace); ///< both must outlive it
    LaneActions &actions() { return m_actions; }

    // The pointer. Each says whether it was about a heading.
    bool press(const QMouseEvent &event);
    bool move(QPointF at); ///< hovering as well
    bool release(const QMouseEvent &event);
    bool doubleClick(const QMouseEvent &event);
    bool popUpMenuAt(QPointF at);
    bool isBusy() const { return m_held.has_value(); }
    void leave(); ///< the pointer does
    bool drop();  ///< what is dragged or renamed; whether something was

    // Keys.
    std::optional<Place> focus() const { return m_focus; } ///< that keys go to
    bool takeFocus(); ///< where it was before, or at the first one in view; false where there is none
    void loseFocus();
    bool takesKey(const QKeyEvent &event) const; ///< before a shortcut does
    bool press(const QKeyEvent &event);
    void focusOn(const Place &place);

    void activate(const Place &place); ///< selects its events, or shows what is hidden
    void popUpMenu(const Place &place);
    void follow(); ///< lanes stand otherwise
    void settle(); ///< the scene is another one
    HeadingStates states() const;

Q_SIGNALS:
    void changed(); ///< its states

private:
    struct Held {
        QString key;
        QPointF start;
        double offset = 0; ///< of the pointer from the heading's top
        bool isDragged = false;
        QPointF last;
        Qt::KeyboardModifiers modifiers;
        HeadingStates::Handle handle = HeadingStates::Handle::None;
    };
    const Lanes &lanes() const { return m_actions.lanes(); }
    std::optional<Place> placeAt(QPointF at) const;
    HeadingStates::Handle handleAt(QPointF at) const;
    std::optional<Place> next(const Place &place, int direction) const;
    std::size_t wantedPlace(double y) const;
    QRectF rectOf(const Place &place) const; ///< in view or not
    void bringIntoView(const Place &place);
    void scrollAtEdge();
    void setHovered(const std::optional<Place> &place, HeadingStates::Handle handle);
    void click(const Held &held, QPointF at);
    void popUpMenu(const Place &place, QPointF at);
    void rename(const QString &key);
    void showTime(std::size_t lane);

    SceneWidget &m_view;
    Workspace &m_workspace;
    LaneActions m_actions;
    LaneRename m_rename;
    std::optional<Place> m_hovered;
    HeadingStates::Handle m_handle = HeadingStates::Handle::None;
    std::optional<Place> m_focus, m_lastFocus;
    std::size_t m_focusRank = 0; ///< where the lane stands that has the focus
    std::optional<Held> m_held;
    bool m_hasShown = false; ///< what was hidden, by the last click: what a second one hits is not meant
    QTimer m_edgeScroll;
};

} // namespace timeline
