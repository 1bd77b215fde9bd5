// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scene/axis_layout.h"
#include "layout/scene/scene.h"
#include "time/edtf.h"

inline timeline::Instant beginOf(const char *date) {
    return std::get<timeline::ParsedDate>(timeline::parseDate(date)).span.begin;
}

/// A scene as a page might have it, made by hand: ten years run right, and beside them one year runs down.
/// Event 0 is in the first, 1 in the second; a break is in the second, and "as of" too.
inline timeline::Scene twoPanels(const timeline::TextMeasure &measure) {
    using namespace timeline;
    Scene scene;
    scene.size = {800, 400};
    scene.plot = QRectF(0, 44, 800, 356);
    const auto addPanel = [&](ScenePanel::Direction direction, const QRectF &rect, const QRectF &axis,
                              const char *begin, const char *end) {
        ScenePanel &panel = scene.panels.emplace_back();
        panel.direction = direction;
        panel.rect = rect;
        panel.axisRect = axis;
        panel.begin = beginOf(begin);
        panel.end = beginOf(end);
        panel.viewport = Viewport::showing(panel.scale.axis(panel.begin), panel.scale.axis(panel.end),
                                           {panel.last() - panel.first(), rect.width() + rect.height()});
        addAxis(panel, measure);
    };
    addPanel(ScenePanel::Direction::Right, {0, 44, 400, 356}, {0, 0, 400, 44}, "2000", "2010");
    addPanel(ScenePanel::Direction::Down, {500, 44, 300, 356}, {400, 44, 100, 356}, "2010", "2011");
    const auto addItem = [&](std::uint16_t number, const char *date) {
        SceneItem item;
        item.event = number;
        item.panel = number;
        const ScenePanel &panel = scene.panels[number];
        item.axisBegin = item.axisEnd = panel.scale.axis(beginOf(date));
        item.rect = QRectF(0, 0, 12, 12);
        item.rect.moveCenter(panel.point(panel.at(item.axisBegin), panel.across(panel.rect.center())));
        item.label = SceneText{QStringLiteral("event"), item.rect.right() + 6, item.rect.center().y(),
                               measure.width(QStringLiteral("event"), TextRole::Label), TextRole::Label};
        scene.items.push_back(item);
    };
    addItem(0, "2009-10"); // its label reaches beyond its panel
    addItem(1, "2010-03");
    ScenePanel &second = scene.panels.back();
    second.asOf = second.at(beginOf("2010-08-10"));
    second.scaleMarks.push_back(
        {second.at(beginOf("2010-09-01")), 20, beginOf("2010-09-01"), beginOf("2010-10-01"),
         SceneText{QStringLiteral("a break"), second.axisRect.left() + 5, 291, 49, TextRole::Note}});
    return scene;
}
