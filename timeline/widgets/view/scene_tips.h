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

/// What there is to say about a place of a scene, and what that stands beside.
struct PlaceTip {
    EventTipText text;
    QRectF place;
    quint64 key = 0; ///< the same for the same thing
};

/// What there is to say about things of a scene, in plain text.
class SceneTips {
    Q_DECLARE_TR_FUNCTIONS(timeline::SceneTips)

public:
    /// The scene is one of the workspace's layout. Nothing where there is none.
    static std::optional<PlaceTip> at(const Scene &scene, const Workspace &workspace, QPointF point);
    /// The key of that, at no cost: an event may have very many links to tell about.
    static std::optional<quint64> keyAt(const Scene &scene, const Workspace &workspace, QPointF point);
    static EventTipText of(EventIndex event, const Scene &scene, const Workspace &workspace);
    static EventTipText ofMark(const ScaleMark &mark);
    static EventTipText ofHiddenLanes(const Lanes &lanes);

private:
    static PlaceTip ofItem(const SceneItem &item, const Scene &scene, const Workspace &workspace);
    static PlaceTip ofEra(const SceneEra &era, const Workspace &workspace);
    static QString followsFrom(EventIndex event, const Document &document);
    static QStringList linksElsewhere(EventIndex event, const Scene &scene, const Workspace &workspace);
    static EventTipText ofLink(const SceneLink &link, const Document &document);
};

} // namespace timeline
