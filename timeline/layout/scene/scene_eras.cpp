// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scene/scene_eras.h"

#include "document/bytes/look_alike.h"
#include "layout/scale/metrics.h"
#include "layout/scale/text_measure.h"
#include "layout/scene/column_words.h"
#include "layout/scene/scene_frame.h"
#include "time/names.h"

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
    ErasInView(Scene &scene, const EraRows &rows, const std::vector<Era> &eras, const TextMeasure &measure)
        : m_scene(scene), m_panel(scene.panels.front()), m_rows(rows), m_eras(eras), m_measure(measure),
          m_frame(FrameSize::of(scene.size)), m_scale(m_panel.viewport.scale()),
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
        const PackedEra &first = era(run.first);
        if (first.row >= m_frame.eraRows) {
            m_scene.unnamedEras += run.count;
            return;
        }
        bool isNamed = false;
        bool isSeen = false;
        const std::size_t before = m_scene.eras.size();
        if (m_panel.columns.empty()) {
            addPart(run, m_panel.first(), m_panel.last(), isSeen, isNamed);
        }
        for (const SceneColumn &column : m_panel.columns) {
            addPart(run, column.from, column.to, isSeen, isNamed);
        }
        for (std::size_t i = before; i + 1 < m_scene.eras.size(); ++i) {
            m_scene.eras[i].openRight = false; // it goes on in the next column
        }
        m_scene.unnamedEras += isSeen && !isNamed ? run.count : 0;
    }

    void addPart(const Run &run, double from, double to, bool &isSeen, bool &isNamed) {
        const PackedEra &first = era(run.first);
        const PackedEra &last = era(run.last);
        const double begin = x(first.axisBegin);
        const double left = std::max(begin, from);
        const double right = std::min(std::max(x(last.axisEnd), begin + leastWidth), to);
        if (right <= left) {
            return;
        }
        SceneEra shown;
        shown.era = first.era;
        shown.lastEra = last.era;
        shown.count = run.count;
        shown.color = run.count == 1 ? m_eras[first.era].color : std::nullopt;
        shown.openRight = m_eras[last.era].span.isOpenAtEnd();
        shown.isContinued = begin < from;
        const double top = m_scene.eraStrip.top() + first.row * m_frame.eraRow + 3;
        shown.band = QRectF(left, m_scene.plot.top(), right - left, m_scene.plot.height());
        shown.bar = QRectF(left, top, right - left, m_frame.eraRow - 3);
        double &taken = m_taken.at(static_cast<std::size_t>(first.row));
        double end = std::min(x(run.axisNext), to);
        const QRectF kept = m_panel.asOfFrame();
        if (kept.top() < shown.bar.bottom() && shown.bar.top() < kept.bottom() && left < kept.right()) {
            end = left < kept.left() ? std::min(end, kept.left() - 2) : left; // where its note stands
        }
        addLabel(shown, run, std::max(taken, from), end, isSeen);
        taken = std::max(shown.bar.right(), shown.label ? shown.label->rect().right() : 0);
        isSeen = true;
        isNamed = isNamed || shown.label;
        m_scene.eras.push_back(std::move(shown));
    }

    /// A title is not cut: half a name is none. It stands in its bar, and in the first column may go on
    /// beyond it, where its row is free; in later ones it says since when, if there is room. How many have
    /// none is counted.
    void addLabel(SceneEra &shown, const Run &run, double begin, double end, bool isAgain) {
        const QString title = shown.count == 1
                                  ? visibleName(m_eras[shown.era].title, TextUse::Title)
                                  : Texts::tr("%Ln eras", nullptr, static_cast<int>(shown.count));
        const QRectF &bar = shown.bar;
        const auto room = [&](const QString &text) {
            return m_measure.width(text, TextRole::Era) + 2 * labelGap;
        };
        const auto put = [&](const QString &text, double left) {
            shown.label = SceneText{text, left + labelGap, bar.center().y(),
                                    m_measure.width(text, TextRole::Era), TextRole::Era};
        };
        if (const QString since = sinceText(shown, run, title);
            !since.isEmpty() && bar.left() + room(since) <= std::min(bar.right(), end)) {
            put(since, bar.left());
        } else if (bar.left() + room(title) <= (isAgain ? std::min(bar.right(), end) : end)) {
            put(title, bar.left());
        } else if (!isAgain && bar.left() - room(title) >= begin && bar.right() <= end) {
            put(title, bar.left() - room(title));
        }
    }

    /// Of what began in a column before.
    QString sinceText(const SceneEra &shown, const Run &run, const QString &title) const {
        const Span &span = m_eras[era(run.first).era].span;
        if (!shown.isContinued || shown.count > 1 || m_panel.columns.empty() || span.isOpenAtStart()) {
            return {};
        }
        constexpr double day = 86'400'000;
        const CivilTime time = civilTime(span.begin);
        const bool isYear = tickAtOrBefore(span.begin, {TickUnit::Year, 1}) == span.begin;
        const QString date =
            isYear ? names::year(time.date.year) : withShortMonths(instantName(span.begin, day));
        return Texts::tr("%1 – since %2", "an era, a date").arg(title, date);
    }

    Scene &m_scene;
    const ScenePanel &m_panel;
    const EraRows &m_rows;
    const std::vector<Era> &m_eras;
    const TextMeasure &m_measure;
    FrameSize m_frame;
    double m_scale; ///< of the axis, a pixel
    double m_left;  ///< of the view on the axis, and a little more
    double m_right;
    std::vector<Run> m_runs;
    std::array<double, mostEraRows> m_taken{}; ///< of each row: where what stands in it ends so far
};

} // namespace

void addEras(Scene &scene, const EraRows &rows, const std::vector<Era> &eras, const TextMeasure &measure) {
    ErasInView(scene, rows, eras, measure).add();
}

} // namespace timeline
