// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scene/scene_builder.h"

#include "document/bytes/look_alike.h"
#include "layout/scale/metrics.h"
#include "layout/scene/axis_layout.h"
#include "layout/scene/column_heads.h"
#include "layout/scene/column_words.h"
#include "layout/scene/scene_frame.h"
#include "time/ticks.h"

#include <algorithm>
#include <cmath>

// What stands around the lanes: title, corner, heads of columns, "as of".

namespace timeline {

using namespace metrics;

void SceneBuilder::addTitle() {
    const FrameSize frame = FrameSize::of(m_scene.size);
    const double height = m_layout.titleHeight(m_scene.size);
    if (height <= 0) {
        return;
    }
    const auto line = [&](const QString &text, const TextStyle &style, double y, TextTone tone) {
        const TextMeasure &measure = m_layout.m_measure;
        const QString shown = measure.elided(text, style, m_scene.size.width() - 2 * frame.side);
        return SceneLine{{shown, frame.side, y, measure.width(shown, style), style}, tone};
    };
    const QString title = visibleName(m_document.title().simplified(), TextUse::Title);
    const QString standfirst = m_layout.standfirst(m_scene.size);
    m_scene.title =
        line(title, frame.titleStyle, standfirst.isEmpty() ? height / 2 : 0.4 * height, TextTone::Ink);
    if (!standfirst.isEmpty()) {
        m_scene.standfirst = line(standfirst, standfirstStyle, 0.78 * height, TextTone::Muted);
    }
}

void SceneBuilder::addCorner() {
    if (m_layout.options().inWindow) {
        QRectF area = m_scene.axisZone;
        area.setWidth(m_scene.plot.left());
        if (panel().zone) { // which stands beside the dates
            area.setBottom(panel().zone->rect().top());
        }
        m_scene.corner = cornerOf(m_layout.options().grouping, area, m_layout.m_measure);
    }
}

void SceneBuilder::addEraWord() {
    constexpr TextStyle style{12, 400};
    const QString text = tr("Eras");
    const double width = m_layout.m_measure.width(text, style);
    const double left = std::min(14.0, (m_scene.plot.left() - width) / 2);
    if (!m_scene.eras.empty() && !m_scene.eraStrip.isEmpty() && left >= 0) {
        const double y = m_scene.eraStrip.top() + FrameSize::of(m_scene.size).eraRow / 2 + 1;
        m_scene.eraWord = SceneText{text, left, y, width, style};
    }
}

/// Before what lies ahead it stands in the gutter.
void SceneBuilder::addAsOfLine() {
    const std::optional<Span> asOf = m_document.asOf();
    if (!asOf || asOf->isOpenAtEnd()) {
        return;
    }
    const double at = std::round((panel().at(asOf->end) + panel().atEnd(asOf->end)) / 2);
    if (at >= panel().first() && at <= panel().last()) {
        panel().asOf = at;
    }
}

/// Above the dates, with room for the note of "as of" where its column has room for both.
void SceneBuilder::addHeads() {
    ScenePanel &its = panel();
    if (its.columns.empty()) {
        return;
    }
    const FrameSize frame = FrameSize::of(m_scene.size);
    const QRectF area(its.rect.left(), m_scene.axisZone.top(), its.rect.width(), frame.columnHead);
    if (its.asOf) {
        const bool isOnTwoLines = frame.columnHead >= 40;
        const double y = area.top() + (isOnTwoLines ? 0.72 : 0.5) * frame.columnHead;
        const SceneText label = asOfText(y);
        const double beside = isOnTwoLines ? 90 : 300; // pixels of the head
        const auto column = std::ranges::find_if(its.columns, [&](const SceneColumn &one) {
            return one.from <= label.x - 6 - beside && *its.asOf <= one.to + its.viewport.breakWidth();
        });
        if (column != its.columns.end()) {
            its.asOfLabel = label;
        }
    }
    addColumnHeads(its, area, its.asOfFrame(), m_layout.m_measure);
}

/// Left of its line.
SceneText SceneBuilder::asOfText(double y) const {
    constexpr TextStyle style{12, 600};
    constexpr double toTheLine = 6;
    const Span asOf = m_document.asOf().value_or(Span());
    const QString date = instantName(asOf.begin, millisecondsBetween(asOf.begin, asOf.end));
    const QString text = tr("as of %1").arg(withShortMonths(date));
    const double width = m_layout.m_measure.width(text, style);
    return {text, panel().asOf.value_or(0) - toTheLine - width, y, width, style};
}

/// In the strip of eras where the heads had no room for it.
void SceneBuilder::addAsOfLabel() {
    ScenePanel &its = panel();
    const int rows = m_layout.eraRowCount(m_scene.size);
    if (!its.asOf || its.asOfLabel || rows == 0) {
        return;
    }
    const double rowHeight = FrameSize::of(m_scene.size).eraRow;
    const int row = std::min(m_layout.m_asOfRow, rows - 1);
    SceneText label = asOfText(m_scene.eraStrip.top() + 2 + (row + 0.5) * rowHeight);
    if (label.x - 6 < its.first()) {
        label.x = *its.asOf + 6;
    }
    if (label.x + label.width + 6 <= its.last()) {
        its.asOfLabel = label;
    }
}

} // namespace timeline
