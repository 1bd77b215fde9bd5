// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scene/scene_builder.h"

#include "document/bytes/look_alike.h"
#include "layout/scale/metrics.h"
#include "layout/scene/axis_layout.h"
#include "layout/scene/lane_density.h"
#include "layout/scene/scene_eras.h"
#include "layout/scene/scene_frame.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

namespace timeline {

using namespace metrics;

namespace {

constexpr double edgeGap = 4; // between the edge of the view and a label that stays there

/// The middle of a mark, from the top of the rows that it takes.
double markMiddle(const PackedItem &item, double height) {
    switch (item.label) {
    case PackedItem::Label::Right:
    case PackedItem::Label::Left:
        return item.inLine ? item.rows * rowUnit / 2 : dateLine / 2;
    case PackedItem::Label::Below:
        return height / 2;
    case PackedItem::Label::Inside:
    case PackedItem::Label::None:
        break;
    }
    return item.rows * rowUnit / 2;
}

} // namespace

SceneBuilder::SceneBuilder(const TimelineLayout &layout, const Viewport &viewport, QSizeF sceneSize,
                           double scrollY)
    : m_layout(layout), m_document(layout.document()), m_scrollY(scrollY), m_bands(layout.bands(sceneSize)) {
    m_scene.size = sceneSize;
    const double left = layout.plotLeft(sceneSize.width());
    const double top = layout.plotTop(sceneSize);
    const double width = layout.plotSize(sceneSize).width();
    const double axisTop = layout.titleHeight(sceneSize);
    const double axisBottom = axisTop + layout.axisHeight(sceneSize);
    m_scene.axisZone = QRectF(0, axisTop, sceneSize.width(), axisBottom - axisTop);
    m_scene.eraStrip = QRectF(left, axisBottom, width, top - axisBottom);
    m_scene.plot = QRectF(left, top, width, sceneSize.height() - top);
    ScenePanel &panel = m_scene.panels.emplace_back();
    panel.rect = m_scene.plot;
    // Of what is above the dates of columns only the lower line is like a tier of dates.
    const double heads = layout.scale().columns().empty() ? tierHeight : FrameSize::of(sceneSize).columnHead;
    panel.axisRect =
        QRectF(left, axisTop + heads - tierHeight, width, axisBottom - axisTop - heads + tierHeight);
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
    addTitle();
    addAsOfLine();
    if (m_layout.isDated() || !m_document.bytes().isEmpty()) { // else no file is read, and dates are invented
        addAxis(panel(), m_layout.m_measure);
    }
    addZone();
    addHeads();
    addAsOfLabel();
    addEras(m_scene, m_layout.m_eraRows, m_layout.m_eras, m_layout.m_measure);
    addEraWord();
    addCorner();
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
    const auto last = std::ranges::upper_bound(bands, m_scrollY + m_scene.plot.height(), {}, &Band::top);
    const auto end = std::min(last, bands.begin() + static_cast<std::ptrdiff_t>(m_layout.lanes().openCount));
    for (auto at = begin; at < end; ++at) {
        const Band &band = *at;
        const auto i = static_cast<std::size_t>(at - bands.begin());
        SceneLane lane;
        lane.lane = i;
        lane.key = lanes[i].key;
        lane.events = lanes[i].events.size();
        lane.rect = QRectF(0, m_scene.plot.top() + band.top - m_scrollY, m_scene.size.width(), band.height);
        lane.title = lanes[i].title;
        lane.color = lanes[i].color;
        lane.isFolded = lanes[i].isFolded;
        setHeading(lane, m_scene.plot, m_layout.sharedBegin(), m_layout.m_measure);
        if (lane.isFolded) {
            lane.density = densityOf(m_layout.axis(), lanes[i].events, panel(), lane.rect,
                                     m_layout.m_densities[i], static_cast<double>(i % 3) / 3);
        } else {
            addItems(lane);
        }
        m_scene.lanes.push_back(std::move(lane));
    }
    addHiddenLanes();
    m_layout.keepPackings(static_cast<std::size_t>(begin - bands.begin()),
                          static_cast<std::size_t>(std::max(begin, end) - bands.begin()));
}

void SceneBuilder::addHiddenLanes() {
    const double top = m_scene.plot.top() + m_scene.contentHeight - m_scrollY - hiddenLanesHeight;
    if (top < m_scene.plot.bottom()) {
        m_scene.hiddenLanes = hiddenLanesOf(m_layout.lanes(), top, m_scene.size.width(), m_layout.m_measure);
    }
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
    const double reach = metrics::pointSize * viewport().scale(); // of a mark that is wider than its date
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
    const double markSize = lane_type::markSizes[packed.weight];
    const double least = item.shape == ItemShape::Point     ? markSize
                         : item.shape == ItemShape::Cluster ? clusterWidth
                                                            : leastLength;
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
    bool isMoved = false;
    if (item.shape != ItemShape::Cluster && item.axisBegin < viewport().right() &&
        item.axisEnd >= viewport().left()) {
        constexpr double inside = 1;
        const double shift = std::max(0.0, m_scene.plot.left() + inside - right) -
                             std::max(0.0, left - m_scene.plot.right() + inside);
        left += shift;
        right += shift;
        isMoved = shift != 0;
    }
    const bool isMark = item.shape != ItemShape::Cluster; // which packing may have cut as well
    item.cutLeft = left < m_scene.plot.left() || (isMark && packed.axisBegin > packed.spanBegin);
    const bool pointsOn = bool(item.flags & DateFlag::OpenEnd); // wherever it ends here
    item.cutRight = right > m_scene.plot.right() || (isMark && !pointsOn && packed.axisEnd < packed.spanEnd);
    item.labelInside = packed.label == PackedItem::Label::Inside || item.shape == ItemShape::Cluster;
    const double height = item.shape == ItemShape::Point     ? markSize
                          : item.shape == ItemShape::Within  ? withinHeight
                          : item.shape == ItemShape::Cluster ? clusterHeight
                          : item.labelInside                 ? labelledBarHeight
                                                             : barHeight;
    const double top = lane.rect.top() + m_bands.padding + packed.row * rowUnit;
    const double middle = top + markMiddle(packed, height);
    item.rect = QRectF(left, middle - height / 2, right - left, height);
    if (item.shape == ItemShape::Cluster) {
        addNumber(item);
    } else if (packed.label != PackedItem::Label::None && !isMoved) {
        addLabel(item, packed, top);
    }
    if (left <= right && item.rect.right() >= m_scene.plot.left() &&
        item.rect.left() <= m_scene.plot.right()) {
        m_scene.items.push_back(std::move(item));
    }
}

void SceneBuilder::addNumber(SceneItem &item) const {
    const double left = std::max(item.rect.left(), m_scene.plot.left());
    const double right = std::min(item.rect.right(), m_scene.plot.right());
    const QString number = QLocale(QLocale::English).toString(item.count);
    const double width = m_layout.m_measure.width(number, TextRole::Count);
    if (width <= right - left) { // not where the window cuts the cluster to a sliver
        item.label =
            SceneText{number, (left + right - width) / 2, item.rect.center().y(), width, TextRole::Count};
    }
}

/// `top`: of the rows that it takes.
void SceneBuilder::addLabel(SceneItem &item, const PackedItem &packed, double top) const {
    using Label = PackedItem::Label;
    LabelWidths &widths = m_layout.m_widths;
    const EventLabel label = packed.inTwoLines ? widths.inTwoLines(m_document, item.event, m_widestLabel)
                                               : widths.of(m_document, item.event, m_widestLabel);
    const double width = packed.inLine ? label.lineWidth() : label.stackedWidth();
    const QRectF &plot = m_scene.plot;
    const double titleLine = lane_type::titleLines[packed.weight];
    const Fades fades = item.labelInside ? fadesOf(item) : Fades{};
    double left = plot.left(); // where texts may stand
    double right = plot.right();
    double x = 0;
    switch (packed.label) {
    case Label::Left:
        x = item.rect.left() - labelGap - width;
        right = std::min(right, item.rect.left() - labelGap);
        break;
    case Label::Below: // beside the edge of the view as long as its mark is
        x = item.rect.left() + static_cast<double>(packed.shift);
        x = std::max(x, std::min(plot.left() + edgeGap, item.rect.right() - width));
        break;
    case Label::Inside:
        left = std::max(item.rect.left(), left) + std::max(labelGap, fades.left);
        right = std::min(item.rect.right(), right) - std::max(labelGap, fades.right);
        x = left;
        break;
    case Label::Right:
    case Label::None:
        x = item.rect.right() + labelGap;
        break;
    }
    const auto line = [&](const QString &text, double at, double its, double y, const TextStyle &style) {
        constexpr double hair = 0.01; // what sums of widths may be off
        return at >= left - hair && at + its <= right + hair
                   ? std::optional(SceneText{text, at, y, its, style})
                   : std::nullopt;
    };
    double y = packed.label == Label::Below ? item.rect.bottom() + 1 : top;
    const double end = packed.label == Label::Left ? x + width : -HUGE_VAL; // of texts that end there
    const TextStyle &style = lane_type::titles[packed.weight];
    // Cut only where the view cuts it: packing gave every label the room that it needs.
    const auto titleLineAt = [&](const QString &text, double at, double its,
                                 double middle) -> std::optional<SceneText> {
        if (std::optional<SceneText> whole = line(text, at, its, middle, style)) {
            return whole;
        }
        const double from = std::max(at, left);
        const double room = std::min(at + its, right) - from;
        const QString cut = room > 0 ? m_layout.m_measure.elided(text, style, room) : QString();
        return cut.size() > 2 ? std::optional(SceneText{cut, from, middle, room, style}) : std::nullopt;
    };
    double titleAt = std::max(x, end - label.titleWidth);
    if (packed.inLine) {
        // Of two rows the text fills what the mark leaves.
        const double room = packed.rows * rowUnit - (y - top);
        const double middle =
            packed.label == Label::Below ? y + std::min(titleLine, room) / 2 : item.rect.center().y();
        item.date = line(label.date, x, label.dateWidth, middle, lane_type::date);
        titleAt = x + label.dateWidth + dateGap;
        y = middle - titleLine / 2;
    } else {
        item.date = line(label.date, std::max(x, end - label.dateWidth), label.dateWidth, y + dateLine / 2,
                         lane_type::date);
        y += dateLine;
    }
    item.label = titleLineAt(label.title, titleAt, label.titleWidth, y + titleLine / 2);
    if (!item.label) {
        item.date.reset();
    } else if (packed.inTwoLines) {
        item.secondLine = titleLineAt(label.secondLine, std::max(x, end - label.secondWidth),
                                      label.secondWidth, y + titleLine * 1.5);
    }
}

/// An empty picture says that it is empty, and not broken.
void SceneBuilder::addNote() {
    const bool hasDensity =
        std::ranges::any_of(m_scene.lanes, [](const SceneLane &lane) { return !lane.density.empty(); });
    if (!m_scene.items.empty() || hasDensity || m_layout.document().bytes().isEmpty()) {
        return; // without bytes no file has been read yet
    }
    const bool areHidden = m_layout.lanes().openCount < m_layout.lanes().lanes.size();
    const bool nothingAtAll = m_layout.lanes().eventCount == 0;
    const QString text = m_layout.isFilteredAway() ? tr("No events match; %Ln are hidden by the filter",
                                                        nullptr, static_cast<int>(m_document.placedCount()))
                         : nothingAtAll            ? tr("No events to show")
                         : m_scene.lanes.empty() && areHidden ? tr("All lanes are hidden")
                         : areHidden ? tr("No events of these lanes in this stretch of time")
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

} // namespace timeline
