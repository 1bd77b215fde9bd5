// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/page/page_eras.h"

#include "layout/scene/page_words.h"
#include <algorithm>

namespace timeline {

namespace {

constexpr double padding = 6; // of a title in its bar
constexpr double between = 3; // of bars below each other

} // namespace

PageEras::PageEras(const PageContent &content, const TextStyle &style, double rowHeight, int mostRows)
    : m_style(style), m_rowHeight(rowHeight), m_total(content.eras.size()) {
    std::vector<Instant> ends;
    for (const PageEra &era : content.eras) {
        const auto free = std::ranges::find_if(ends, [&](Instant end) { return end <= era.span.begin; });
        const int row = static_cast<int>(free - ends.begin());
        if (row >= mostRows) {
            continue;
        }
        if (free == ends.end()) {
            ends.push_back(era.span.end);
        } else {
            *free = era.span.end;
        }
        m_eras.push_back({&era, row});
    }
    m_rows = static_cast<int>(ends.size());
}

void PageEras::add(Scene &scene, std::uint16_t panelNumber, const TimeColumn &column, double top,
                   std::optional<Instant> asOfEnd, const TextMeasure &measure) {
    const ScenePanel &panel = scene.panels[panelNumber];
    std::vector<double> taken(static_cast<std::size_t>(m_rows), panel.axisRect.left()); // of each row so far
    for (std::size_t i = 0; i < m_eras.size(); ++i) {
        Row &row = m_eras[i];
        const Span &span = row.era->span;
        const bool isBefore = span.isOpenAtEnd() ? false : span.end <= column.begin;
        const bool isPast = column.isAhead && asOfEnd && !span.isOpenAtEnd() && span.end <= *asOfEnd;
        if (isBefore || isPast || span.begin >= column.end) {
            continue;
        }
        const double left = span.begin < column.begin ? panel.axisRect.left() : panel.at(span.begin);
        const double right =
            span.end > column.end || span.isOpenAtEnd() ? panel.axisRect.right() : panel.at(span.end);
        SceneEra era;
        era.bar = {left, top + row.row * m_rowHeight, std::max(right - left, 2.0), m_rowHeight - between};
        era.era = era.lastEra = row.era->era;
        era.panel = panelNumber;
        era.color = row.era->color;
        era.openRight = span.isOpenAtEnd() && panelNumber + std::size_t{1} == scene.panels.size();
        const double room = era.bar.width() - 2 * padding - (era.openRight ? padding : 0);
        const double after = nextInRow(i, panel) - era.bar.right() - 2 * padding;
        double &before = taken[static_cast<std::size_t>(row.row)];
        const bool isOlder = span.begin < column.begin && !row.era->since.isEmpty();
        const QString since =
            isOlder ? PageWords::tr("%1 — since %2", "an era, a date").arg(row.era->title, row.era->since)
                    : QString();
        const auto name = [&](const QString &text, double from, double most) {
            const double width = measure.width(text, m_style);
            if (!era.label && !text.isEmpty() && width <= most) {
                era.label = SceneText{text, from + padding, era.bar.center().y(), width, m_style};
                row.isNamed = true;
            }
        };
        name(since, left, room);
        name(row.era->title, left, room);
        name(row.era->title, era.bar.right(), after);
        name(row.era->title, left - 2 * padding - measure.width(row.era->title, m_style),
             left - 2 * padding - before);
        before = std::max(era.bar.right(), era.label ? era.label->rect().right() : 0);
        row.isDrawn = true;
        scene.eras.push_back(std::move(era));
    }
}

double PageEras::nextInRow(std::size_t i, const ScenePanel &panel) const {
    const auto next = std::find_if(m_eras.begin() + static_cast<std::ptrdiff_t>(i) + 1, m_eras.end(),
                                   [&](const Row &other) { return other.row == m_eras[i].row; });
    const double end = panel.axisRect.right();
    return next == m_eras.end() ? end : std::min(end, panel.at(next->era->span.begin));
}

std::size_t PageEras::unnamed() const {
    return static_cast<std::size_t>(std::ranges::count_if(
        m_eras, [](const Row &row) { return row.isDrawn && !row.isNamed && !row.era->title.isEmpty(); }));
}

} // namespace timeline
