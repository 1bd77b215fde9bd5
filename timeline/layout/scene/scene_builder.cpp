// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scene/scene_builder.h"

#include "layout/scale/metrics.h"
#include "layout/scene/axis_layout.h"
#include "layout/scene/scene_eras.h"
#include "time/ticks.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

namespace timeline {

using namespace metrics;

SceneBuilder::SceneBuilder(const TimelineLayout &layout, const Viewport &viewport, QSizeF sceneSize,
                           double scrollY)
    : m_layout(layout), m_document(layout.document()), m_scrollY(scrollY), m_bands(layout.bands(sceneSize)) {
    m_scene.size = sceneSize;
    const double left = layout.plotLeft(sceneSize.width());
    const double top = layout.plotTop();
    const double width = layout.plotSize(sceneSize).width();
    m_scene.eraStrip = QRectF(left, layout.axisHeight(), width, top - layout.axisHeight());
    m_scene.plot = QRectF(left, top, width, sceneSize.height() - top);
    ScenePanel &panel = m_scene.panels.emplace_back();
    panel.rect = m_scene.plot;
    panel.axisRect = QRectF(left, 0, width, layout.axisHeight());
    panel.scale = layout.scale();
    panel.viewport = viewport.resized(layout.plotSize(sceneSize));
    m_scene.fileColors = layout.m_fileColors;
}

double SceneBuilder::x(double axis) const {
    // Painting far outside costs time and precision; a little beyond the edge is enough to look endless.
    constexpr double beyond = 200;
    return std::clamp(panel().at(axis), panel().first() - beyond, panel().last() + beyond);
}

Scene SceneBuilder::build() {
    if (m_layout.isDated() || !m_document.bytes().isEmpty()) { // else no file is read, and dates are invented
        addAxis(panel(), m_layout.m_measure);
    }
    addZone();
    addAsOf();
    addEras(m_scene, m_layout.m_eraRows, m_layout.m_eras, m_layout.m_asOfRow, m_layout.m_measure);
    addLanes();
    addNote();
    return std::move(m_scene);
}

/// Only the lanes that are in view: there may be tens of thousands of others.
void SceneBuilder::addLanes() {
    using Band = TimelineLayout::Band;
    const std::vector<Lane> &lanes = m_layout.lanes().lanes;
    const std::vector<Band> &bands = m_bands.lanes;
    m_scene.contentHeight = m_layout.contentHeight(m_scene.size);
    const auto begin = std::ranges::lower_bound(bands, m_scrollY, {}, &Band::bottom);
    const auto end = std::ranges::upper_bound(bands, m_scrollY + m_scene.plot.height(), {}, &Band::top);
    for (auto at = begin; at < end; ++at) {
        const Band &band = *at;
        const auto i = static_cast<std::size_t>(at - bands.begin());
        SceneLane lane;
        lane.lane = i;
        lane.key = lanes[i].key;
        lane.events = lanes[i].events.size();
        lane.rect = QRectF(0, m_scene.plot.top() + band.top - m_scrollY, m_scene.size.width(), band.height);
        const double room = m_scene.plot.left() - 24;
        lane.title = {m_layout.m_measure.elided(lanes[i].title, TextRole::LaneTitle, room), 14,
                      lane.rect.top() + m_bands.padding + m_bands.pitch / 2, room, TextRole::LaneTitle};
        lane.color = lanes[i].color;
        addItems(lane);
        m_scene.lanes.push_back(std::move(lane));
    }
    m_layout.keepPackings(static_cast<std::size_t>(begin - bands.begin()),
                          static_cast<std::size_t>(std::max(begin, end) - bands.begin()));
}

void SceneBuilder::addItems(const SceneLane &lane) {
    m_widestLabel = m_layout.widestLabel(m_layout.lanes().lanes[lane.lane]);
    LanePacking &packing = m_layout.packing(lane.lane);
    const LanePacking::View view =
        packing.look(viewport().level(packing.phase()), viewport().left(), viewport().right());
    for (const PackedItem *item : view.items) {
        addItem(*item, lane);
    }
    for (const PackedItem &item : view.clusters) {
        addItem(item, lane);
    }
}

void SceneBuilder::addItem(const PackedItem &packed, const SceneLane &lane) {
    const double reach = pointSize * viewport().scale(); // of a mark that is wider than its date
    if (packed.axisEnd < viewport().left() - reach || packed.axisBegin > viewport().right() + reach) {
        return;
    }
    SceneItem item;
    item.event = packed.event;
    item.count = packed.count;
    item.shape = packed.shape;
    item.lane = static_cast<std::uint32_t>(lane.lane);
    item.status = m_document.status(packed.event);
    item.flags = m_document.span(packed.event).flags;
    item.color = m_document.category(packed.event);
    item.reachesIn = packed.reachesIn;
    item.axisBegin = packed.spanBegin;
    item.axisEnd = packed.spanEnd;

    double left = x(packed.axisBegin);
    double right = x(packed.axisEnd);
    const double least = item.shape == ItemShape::Bar       ? minBarWidth
                         : item.shape == ItemShape::Cluster ? clusterWidth
                                                            : pointSize;
    if (item.shape == ItemShape::Point || right - left < least) {
        const double middle = (left + right) / 2;
        left = middle - least / 2;
        right = middle + least / 2;
    }
    // What is open points on, at the edge of the view if it must.
    if (item.flags & DateFlag::OpenStart) {
        left = std::max(left, std::min(right, m_scene.plot.left() + 2));
    }
    if (item.flags & DateFlag::OpenEnd) {
        right = std::min(right, std::max(left, m_scene.plot.right() - 2));
    }
    // What just reaches into the view may have its mark beside it: taken to the edge, it counts.
    if (item.shape != ItemShape::Cluster && item.axisBegin < viewport().right() &&
        item.axisEnd >= viewport().left()) {
        const double shift =
            std::max(0.0, m_scene.plot.left() - right) - std::max(0.0, left - m_scene.plot.right());
        left += shift;
        right += shift;
    }
    const bool isMark = item.shape != ItemShape::Cluster; // which packing may have cut as well
    item.cutLeft = left < m_scene.plot.left() || (isMark && packed.axisBegin > packed.spanBegin);
    const bool pointsOn = bool(item.flags & DateFlag::OpenEnd); // wherever it ends here
    item.cutRight = right > m_scene.plot.right() || (isMark && !pointsOn && packed.axisEnd < packed.spanEnd);
    const double height = item.shape == ItemShape::Point    ? pointSize
                          : item.shape == ItemShape::Within ? withinHeight
                                                            : std::min(barHeight, m_bands.pitch - 4);
    const double middle = lane.rect.top() + m_bands.padding + (packed.row + 0.5) * m_bands.pitch;
    item.rect = QRectF(left, middle - height / 2, right - left, height);
    addLabel(item, packed.label);
    if (item.shape == ItemShape::Within && packed.label == PackedItem::Label::Inside) {
        // A slim bar has no room for a text: it becomes a line under it.
        item.rect.setHeight(underlineHeight);
        item.rect.moveBottom(middle + m_bands.pitch / 2 - 3);
        if (item.label) {
            item.label->y = middle - 2;
        }
    }
    if (left <= right && item.rect.right() >= m_scene.plot.left() &&
        item.rect.left() <= m_scene.plot.right()) {
        m_scene.items.push_back(std::move(item));
    }
}

void SceneBuilder::addLabel(SceneItem &item, PackedItem::Label where) {
    const double middle = item.rect.center().y();
    const double visibleLeft = std::max(item.rect.left(), m_scene.plot.left());
    const double visibleRight = std::min(item.rect.right(), m_scene.plot.right());
    if (item.shape == ItemShape::Cluster) {
        const QString number = QLocale(QLocale::English).toString(item.count);
        const double width = m_layout.m_measure.width(number, TextRole::Count);
        if (width <= visibleRight - visibleLeft) { // not where the window cuts the cluster to a sliver
            item.label =
                SceneText{number, (visibleLeft + visibleRight - width) / 2, middle, width, TextRole::Count};
        }
        item.labelInside = true;
        return;
    }
    if (where == PackedItem::Label::None) {
        return;
    }
    const LabelWidths::Label label = m_layout.m_widths.of(m_document, item.event, m_widestLabel);
    item.labelInside = where == PackedItem::Label::Inside;
    if (!item.labelInside) {
        const double left = item.rect.right() + labelGap;
        setLabel(item, label, left, m_scene.plot.right() - left);
        return;
    }
    const Fades fades = item.shape == ItemShape::Bar ? fadesOf(item) : Fades{};
    const double left = visibleLeft + std::max(labelGap, fades.left);
    setLabel(item, label, left, visibleRight - std::max(labelGap, fades.right) - left);
}

void SceneBuilder::setLabel(SceneItem &item, const LabelWidths::Label &label, double left,
                            double room) const {
    const double middle = item.rect.center().y();
    if (room >= label.width) {
        item.label = SceneText{label.text, left, middle, label.width, TextRole::Label};
        return;
    }
    // Only where the view cuts it: packing gave every label the room that it needs.
    const QString text = m_layout.m_measure.elided(label.text, TextRole::Label, room);
    if (text.size() > 2) {
        item.label = SceneText{text, left, middle, room, TextRole::Label};
    }
}

/// An empty picture says that it is empty, and not broken.
void SceneBuilder::addNote() {
    if (!m_scene.items.empty() || m_layout.document().bytes().isEmpty()) {
        return; // without bytes no file has been read yet
    }
    const bool nothingAtAll = m_layout.lanes().eventCount == 0;
    const QString text = m_layout.isFilteredAway() ? tr("No events match; %Ln are hidden by the filter",
                                                        nullptr, static_cast<int>(m_document.placedCount()))
                         : nothingAtAll            ? tr("No events to show")
                                                   : tr("No events in this stretch of time");
    const double width = m_layout.m_measure.width(text, TextRole::LaneTitle);
    if (width < m_scene.plot.width()) {
        m_scene.note = SceneText{text, m_scene.plot.center().x() - width / 2, m_scene.plot.center().y(),
                                 width, TextRole::LaneTitle};
    }
}

/// Beside the inner tier: the outer one has its dates in view at its left edge.
void SceneBuilder::addZone() {
    if (const double width = m_layout.zoneWidth(); width > 0) {
        const double y = panel().axisRect.top() + 1.5 * panel().tierBreadth();
        panel().zone =
            SceneText{TimelineLayout::zone(), panel().first() - zoneGap - width, y, width, TextRole::Tick};
    }
}

void SceneBuilder::addAsOf() {
    const std::optional<Span> asOf = m_document.asOf();
    if (!asOf || asOf->isOpenAtEnd()) {
        return;
    }
    const double at = panel().at(asOf->end);
    if (at < panel().first() || at > panel().last()) {
        return;
    }
    panel().asOf = at;
    const double known = millisecondsBetween(asOf->begin, asOf->end);
    const QString text = tr("as of %1").arg(instantName(asOf->begin, known));
    const double width = m_layout.m_measure.width(text, TextRole::Note);
    const double left = at + labelGap;
    if (left + width <= m_scene.plot.right()) {
        const double y = m_scene.eraStrip.top() + 1 + (m_layout.m_asOfRow + 0.5) * eraRowHeight;
        panel().asOfLabel = SceneText{text, left, y, width, TextRole::Note};
    }
}

} // namespace timeline
