// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/workspace.h"

#include <QCoreApplication>

namespace timeline {

/// What there is to say about an event: its texts as they are.
struct EventTipText {
    QString title;
    QString date; ///< in words
    QString more; ///< status, who says so, what it follows from; links that lead where no line does
};

/// What there is to say about a place of a scene, in plain text.
class SceneTips {
    Q_DECLARE_TR_FUNCTIONS(timeline::SceneTips)

public:
    /// The scene is one of the workspace's layout. Empty where there is nothing, or an event.
    static QString at(const Scene &scene, const Workspace &workspace, QPointF point);
    static EventTipText of(EventIndex event, const Scene &scene, const Workspace &workspace);
    static QString ofCluster(const SceneItem &cluster);

private:
    static QString followsFrom(EventIndex event, const Document &document);
    static QStringList linksElsewhere(EventIndex event, const Scene &scene, const Workspace &workspace);
    static QString ofLink(const SceneLink &link, const Document &document);
};

} // namespace timeline
