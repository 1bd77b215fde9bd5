// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/workspace.h"

#include <QCoreApplication>

namespace timeline {

/// What there is to say about a place of a scene, in plain text.
class SceneTips {
    Q_DECLARE_TR_FUNCTIONS(timeline::SceneTips)

public:
    /// The scene is one of the workspace's layout. Empty where there is nothing.
    static QString at(const Scene &scene, const Workspace &workspace, QPointF point);

private:
    static QString ofItem(const SceneItem &item, const Scene &scene, const Workspace &workspace);
    static QStringList linksElsewhere(EventIndex event, const Scene &scene, const Workspace &workspace);
    static QString ofLink(const SceneLink &link, const Document &document);
};

} // namespace timeline
