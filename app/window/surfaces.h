// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/fonts.h"
#include "widgets/workspace/editor.h"

#include <QStackedWidget>

namespace timeline {
class SceneWidget;
class TimelineView;
} // namespace timeline

namespace timeloom {

/// The middle of the window: the timeline in lanes, or as a page. One of them is shown.
class Surfaces : public QStackedWidget {
    Q_OBJECT

public:
    /// All must outlive it.
    Surfaces(timeline::Workspace &workspace, timeline::Editor &editor, const timeline::Fonts &fonts);

    timeline::TimelineView &lanes() const { return *m_lanes; }
    timeline::SceneWidget &shown() const;
    void showPage(bool isPage);

Q_SIGNALS:
    /// What both ask for and tell, see SceneWidget.
    void editRequested(timeline::EventIndex event);
    void detailsRequested(timeline::EventIndex event);
    void pointedAt(const QString &text);
    void menuRequested(QPoint globalPos); ///< about what is selected there

private:
    timeline::TimelineView *m_lanes;
};

} // namespace timeloom
