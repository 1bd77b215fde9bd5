// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scene/scene_eras.h"

#include "document/bytes/look_alike.h"
#include "layout/scale/metrics.h"
#include "layout/scale/text_measure.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace timeline {

namespace {

using namespace metrics;

/// Where the texts of this file are translated.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(timeline::SceneEras)
};

constexpr double leastWidth = 2;         // pixels of an era, however short it is
constexpr double crowdedWidth = 16;      // pixels for each era of a row: with less, short ones become one
constexpr double shortWidth = 8;         // pixels of such an era, and of what is free between two
constexpr std::size_t mostOthers = 1000; // eras that have no row

/// Eras of a row that stand beside each other and are one in the scene; mostly one alone.
struct Run {
    std::size_t first = 0; ///< its place in EraRows::eras
    std::size_t last = 0;
    std::size_t count = 1;
    double axisNext = HUGE_VAL; ///< where the next era of the row begins
};

class ErasInView {
public:
    ErasInView(Scene &scene, const EraRows &rows, const std::vector<Era> &eras, int asOfRow,
               const TextMeasure &measure)
        : m_scene(scene), m_panel(scene.panels.front()), m_rows(rows), m_eras(eras), m_asOfRow(asOfRow),
          m_measure(measure), m_scale(m_panel.viewport.scale()),
          m_left(m_panel.viewport.left() - leastWidth * m_scale),
          m_right(m_panel.viewport.right() + leastWidth * m_scale) {}

    void add() {
        std::ranges::for_each(m_rows.rows, [this](const EraRows::Places &row) { addRow(row); });
        addOthers();
        std::ranges::sort(m_runs, {}, &Run::first); // later ones lie above earlier ones
        std::ranges::for_each(m_runs, [this](const Run &run) { addRun(run); });
    }

private:
    /// In the scene; a little beyond the edge is enough to look endless.
    double x(double axis) const {
        constexpr double beyond = 200;
        return std::clamp(m_panel.at(axis), m_panel.first() - beyond, m_panel.last() + beyond);
    }
    const PackedEra &era(std::size_t place) const { return m_rows.eras[place]; }

    void addRow(const EraRows::Places &row) {
        const auto begin = std::ranges::lower_bound(row, m_left, {},
                                                    [this](std::size_t place) { return era(place).axisEnd; });
        const auto end = std::ranges::upper_bound(row, m_right, {},
                                                  [this](std::size_t place) { return era(place).axisBegin; });
        const bool isCrowded =
            static_cast<double>(end - begin) * crowdedWidth > m_panel.last() - m_panel.first();
        const double shortest = shortWidth * m_scale;
        std::optional<Run> run;
        for (auto at = begin; at < end; ++at) {
            const PackedEra &next = era(*at);
            if (run && isCrowded && isShort(*run) && next.length() < shortest &&
                next.axisBegin - era(run->last).axisEnd < shortest) {
                run->last = *at;
                ++run->count;
                continue;
            }
            if (run) {
                run->axisNext = next.axisBegin;
                m_runs.push_back(*run);
            }
            run = Run{*at, *at};
        }
        if (run) {
            run->axisNext = end == row.end() ? HUGE_VAL : era(*end).axisBegin;
            m_runs.push_back(*run);
        }
    }
    bool isShort(const Run &run) const {
        return run.count > 1 || era(run.first).length() < shortWidth * m_scale;
    }

    void addOthers() {
        std::size_t found = 0;
        for (auto at = m_rows.others.begin(); at != m_rows.others.end() && found < mostOthers; ++at) {
            if (era(*at).axisEnd >= m_left && era(*at).axisBegin <= m_right) {
                m_runs.push_back({*at, *at});
                ++found;
            }
        }
    }

    void addRun(const Run &run) {
        const QRectF &plot = m_scene.plot;
        const PackedEra &first = era(run.first);
        const PackedEra &last = era(run.last);
        const double left = std::max(x(first.axisBegin), plot.left());
        const double right = std::min(x(last.axisEnd), plot.right());
        if (right <= plot.left() || left >= plot.right()) {
            return;
        }
        SceneEra shown;
        shown.era = first.era;
        shown.lastEra = last.era;
        shown.count = run.count;
        shown.color = run.count == 1 ? m_eras[first.era].color : std::nullopt;
        shown.openRight = m_eras[last.era].span.isOpenAtEnd();
        const double top = m_scene.eraStrip.top() + first.row * eraRowHeight + 2;
        const double width = std::max(leastWidth, right - left);
        shown.band = QRectF(left, plot.top(), width, plot.height());
        if (first.row < mostEraRows) {
            shown.bar = QRectF(left, top, width, eraRowHeight - 2);
            double end = std::min(x(run.axisNext), plot.right());
            if (m_panel.asOf && first.row == m_asOfRow && left < *m_panel.asOf) {
                end = std::min(end, *m_panel.asOf); // where its note begins
            }
            double &taken = m_taken.at(static_cast<std::size_t>(first.row));
            addLabel(shown, std::max(taken, plot.left()), end);
            taken = std::max(shown.bar.right(), shown.label ? shown.label->rect().right() : 0);
        } else {
            m_scene.unnamedEras += run.count;
        }
        m_scene.eras.push_back(std::move(shown));
    }

    /// Within its bar, or beside one that is short, where its row is free: over no other years as if it
    /// lasted so long. A title is not cut: half a name is none. How many have none is counted.
    void addLabel(SceneEra &shown, double begin, double end) {
        const QString title = shown.count == 1
                                  ? visibleName(m_eras[shown.era].title, TextUse::Title)
                                  : Texts::tr("%Ln eras", nullptr, static_cast<int>(shown.count));
        const double width = m_measure.width(title, TextRole::Era);
        const double room = width + 2 * labelGap;
        const QRectF &bar = shown.bar;
        const auto put = [&](double left) {
            shown.label = SceneText{title, left + labelGap, bar.center().y(), width, TextRole::Era};
        };
        if (bar.left() + room <= std::min(bar.right(), end)) {
            put(bar.left());
        } else if (bar.right() + room <= end) {
            put(bar.right());
        } else if (bar.left() - room >= begin && bar.right() <= end) {
            put(bar.left() - room);
        } else {
            m_scene.unnamedEras += shown.count;
        }
    }

    Scene &m_scene;
    const ScenePanel &m_panel;
    const EraRows &m_rows;
    const std::vector<Era> &m_eras;
    int m_asOfRow;
    const TextMeasure &m_measure;
    double m_scale; ///< of the axis, a pixel
    double m_left;  ///< of the view on the axis, and a little more
    double m_right;
    std::vector<Run> m_runs;
    std::array<double, mostEraRows> m_taken{}; ///< of each row: where what stands in it ends so far
};

} // namespace

void addEras(Scene &scene, const EraRows &rows, const std::vector<Era> &eras, int asOfRow,
             const TextMeasure &measure) {
    ErasInView(scene, rows, eras, asOfRow, measure).add();
}

} // namespace timeline
