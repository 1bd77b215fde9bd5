// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scene/timeline_layout.h"

#include <QCoreApplication>

namespace timeline {

/// Makes one scene: places what the layout has packed in the pixels of a viewport.
class SceneBuilder {
    Q_DECLARE_TR_FUNCTIONS(timeline::SceneBuilder)

public:
    SceneBuilder(const TimelineLayout &layout, const Viewport &viewport, QSizeF sceneSize, double scrollY);
    Scene build();

private:
    void addTitle();
    void addCorner();
    void addEraWord();
    void addLanes();
    void addHiddenLanes();
    void addItems(const SceneLane &lane);
    void addItem(const PackedItem &packed, const SceneLane &lane);
    void addNumber(SceneItem &item) const;
    void addLabel(SceneItem &item, const PackedItem &packed, double top) const;
    void addZone();
    void addAsOfLine();
    void addHeads();
    void addAsOfLabel();
    SceneText asOfText(double y) const;
    void addNote();
    double x(double axis) const;                           ///< in the scene; kept within drawable bounds
    ScenePanel &panel() { return m_scene.panels.front(); } ///< lanes have one
    const ScenePanel &panel() const { return m_scene.panels.front(); }
    const Viewport &viewport() const { return panel().viewport; }

    const TimelineLayout &m_layout;
    const Document &m_document;
    double m_scrollY;
    double m_widestLabel = 0; ///< in the lane that is being added, in pixels
    const TimelineLayout::Bands &m_bands;
    Scene m_scene;
};

} // namespace timeline
