// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scene/scene.h"

#include <QAbstractScrollArea>

namespace timeline {

/// A widget that shows a scene, as those know it who work on it for that widget.
class SceneWidget : public QAbstractScrollArea {
public:
    using QAbstractScrollArea::QAbstractScrollArea;
    virtual const Scene &scene() const = 0; ///< of this moment
    virtual void addEvent(QPointF at) = 0;  ///< in the lane there, at the time there
};

} // namespace timeline
