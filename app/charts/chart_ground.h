// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scene/scene_panel.h"
#include "paint/theme.h"
#include "widgets/workspace/workspace.h"

#include <QFont>
#include <QPointer>
#include <QWidget>

namespace timeloom {

/// What the rows of a chart pane have in common: the timeline's own map from time to pixels, its ticks, the
/// colours, and the line at the pointer, which goes through all of them.
class ChartGround : public QObject {
    Q_OBJECT

public:
    ChartGround(timeline::Workspace &workspace, QWidget *pane);

    timeline::Workspace &workspace() const { return m_workspace; }
    const timeline::TimelineLayout &layout() const { return m_workspace.layout(); }
    int layoutNumber() const { return m_layoutNumber; } ///< another one: another layout
    const timeline::Viewport &viewport() const { return m_workspace.navigation()->viewport(); }
    const timeline::Tokens &tokens() const { return *m_tokens; }
    const timeline::Theme &theme() const { return m_theme; }
    void applyPalette(const QPalette &palette);
    QFont font(double sizeOfBase13, QFont::Weight weight = QFont::Normal) const;

    /// The widget at whose left edge the timeline begins; without one it is the middle of the main window.
    void alignWith(const QWidget *timeline);
    /// Where the plots begin in the pane: right of the headings, which are as wide as the lanes'.
    double plotLeft() const;
    /// How time lies in a plot of the pane.
    timeline::ScenePanel panel(double top, double height) const;
    const timeline::ScenePanel &axis(); ///< with ticks and their dates, of what is seen

    std::optional<double> pointer() const { return m_pointer; } ///< x in the pane
    void setPointer(std::optional<double> x);

Q_SIGNALS:
    void changed();      ///< where time lies, or the colours
    void marksChanged(); ///< the pointer is elsewhere, or other events are selected

private:
    timeline::Workspace &m_workspace;
    QWidget *m_pane;
    QPointer<const QWidget> m_timeline;
    const timeline::Tokens *m_tokens;
    timeline::Theme m_theme;
    std::optional<timeline::ScenePanel> m_axis;
    std::optional<double> m_pointer;
    int m_layoutNumber = 0;
};

} // namespace timeloom
