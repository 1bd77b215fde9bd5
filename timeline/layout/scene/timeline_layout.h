// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/lanes/arrangement.h"
#include "layout/lanes/era_rows.h"
#include "layout/packing/lane_packing.h"
#include "layout/packing/row_budget.h"
#include "layout/scale/viewport.h"
#include "layout/scene/lane_density.h"
#include "layout/scene/scene_links.h"

#include <unordered_map>

namespace timeline {

/// Turns a document into scenes. Keeps what does not depend on the viewport: the arrangement, the widths of
/// titles, and the rows of what was seen last.
class TimelineLayout {
    Q_DISABLE_COPY_MOVE(TimelineLayout) // packings refer to the arrangement

public:
    /// `measure` must outlive the layout. `arrangement` must be one of these options.
    TimelineLayout(Arrangement arrangement, LayoutOptions options, const TextMeasure &measure);
    /// The same from the beginning. An empty `shown` shows every event.
    TimelineLayout(const std::shared_ptr<const Document> &document, const QBitArray &shown,
                   const LayoutOptions &options, const TextMeasure &measure);

    const Document &document() const { return m_arrangement.document; }
    const Lanes &lanes() const { return m_arrangement.lanes; }
    const TimeScale &scale() const { return m_arrangement.scale; }
    EventAxis axis() const { return m_arrangement.axis(); }
    bool isFilteredAway() const { return m_arrangement.isFilteredAway(); } ///< has events, shows none
    const LayoutOptions &options() const { return m_options; }

    /// As it was when this was laid out: the document that it follows may have others by now.
    const Era &era(std::size_t number) const { return m_eras[number]; }
    Span spanOf(const SceneEra &era) const; ///< the same; of several, from the first to the last

    /// Lets the lanes stand as somebody chose; time runs on as it does. Costs what there are lanes.
    void choose(const LaneChoice &choice);

    /// Shows nothing in the place of a layout that showed something: the headings stay as wide as they were.
    void standInFor(const TimelineLayout &before) { m_widestTitle = before.widestTitle(); }

    /// The margins around the plot in a scene of this size: headings to the left, axis and eras above.
    double plotLeft(double sceneWidth) const;
    double plotTop(QSizeF sceneSize) const;
    /// What dates with a zone are placed in, where the axis has to say it.
    static QString zone() { return QStringLiteral("UTC"); }
    double zoneWidth() const; ///< of its name, in pixels; 0 where no date has a zone
    /// Its two tiers, or the heads of its columns and one tier, and below them the words of breaks, where
    /// there are any.
    double axisHeight(QSizeF sceneSize) const;
    double titleHeight(QSizeF sceneSize) const; ///< 0 where no title is told
    QString standfirst(QSizeF sceneSize) const; ///< the line below it; empty without
    QSizeF plotSize(QSizeF sceneSize) const;
    /// Where a lane stands in a scene of this size, whether it is in view or not.
    QRectF laneRect(std::size_t lane, QSizeF sceneSize, double scrollY = 0) const;

    /// The viewport that shows every event with its label, or the given stretch of time with some air around.
    Viewport fitAll(QSizeF sceneSize) const;
    /// Shows everything from one instant to another, to the pixel; without one, from where everything begins
    /// or to where everything ends, with its labels.
    Viewport fitFrom(std::optional<Instant> from, std::optional<Instant> to, QSizeF sceneSize) const;
    Viewport fit(const Span &span, QSizeF sceneSize) const;
    /// From the earliest begin to the latest end of all that is shown, on the axis.
    std::pair<double, double> axisExtent() const;
    /// Whether anything has an instant: else an axis has no date to begin with.
    bool isDated() const;
    /// Where a span lies on the axis; open ends lie at the extent's ends, or further out where those are.
    std::pair<double, double> axisOf(const Span &span) const;

    /// Takes another version of the document, which differs in these events alone, and lays them out anew.
    /// The scale stays, so that nothing else moves along the axis.
    void follow(const Document &next, const std::vector<EventIndex> &events);

    /// `scrollY`: pixels of the lanes that are scrolled out above. `linked`: whose links are shown; where it
    /// `dims`, all but what hangs together with the first of these is dimmed.
    Scene scene(const Viewport &viewport, QSizeF sceneSize, double scrollY = 0,
                const std::vector<EventIndex> &linked = {}, bool dims = false) const;
    /// Shows in a scene of this layout the links of these events instead of those that it has; all else in it
    /// stays.
    void relink(Scene &scene, const std::vector<EventIndex> &linked, bool dims = false) const;
    /// Of all lanes in a scene of this size, in pixels.
    double contentHeight(QSizeF sceneSize) const;
    /// The events of a cluster of a scene of this layout, by begin.
    std::vector<EventIndex> eventsOf(const SceneItem &cluster, const Scene &scene) const;
    /// Those of the cluster that has an event, at a viewport; none where it has a mark in one of its lanes,
    /// or is not in view. Costs what these lanes cost of a scene.
    std::vector<EventIndex> clusteredWith(EventIndex event, const Viewport &viewport, QSizeF sceneSize) const;

private:
    /// A lane's place in the plot. It stays where it is at every zoom; only the height of the scene and the
    /// document move it.
    struct Band {
        double top = 0;
        double height = 0;
        int rows = 1;
        double bottom() const { return top + height; }
    };
    struct Bands {
        QSizeF sceneSize;
        double padding = 0; ///< above and below a lane's rows
        std::vector<Band> lanes;
    };
    const Bands &bands(QSizeF sceneSize) const;
    double slimHeight() const; ///< of all that stands in the plot and shows no events one by one
    /// Of the levels, so that all of a level's labels have their room where everything is shown.
    double fitPhase(QSizeF sceneSize) const;
    std::vector<int> wantedRows(QSizeF sceneSize, DatePlace dates, int leastTitled = 0) const;
    std::vector<RowWorth> worths(QSizeF sceneSize, const std::vector<int> &fewest,
                                 const std::vector<int> &most) const;
    void giveRows(std::vector<int> &rows, QSizeF sceneSize, double padding) const;
    double widestTitle() const;
    void readDescription();
    const Arrangement &measured() const;
    bool isPackedAsWhole(const Lane &lane) const;
    double widestLabel(const Lane &lane) const;
    void remove(EventIndex event);
    void insert(EventIndex event);
    void noteChange(EventIndex event, Lanes::Change change);
    LanePacking &packing(std::size_t lane) const;
    void keepPackings(std::size_t first, std::size_t end) const;
    void forgetLane(std::size_t lane);
    qsizetype sharedBegin() const; ///< of the titles of all lanes, in whole words

    mutable Arrangement m_arrangement; ///< its extent is measured when it is asked for
    mutable bool m_isExtentOld = false;
    LayoutOptions m_options;
    const TextMeasure &m_measure;
    mutable std::optional<double> m_widestTitle;
    mutable std::optional<double> m_zoneWidth;
    std::shared_ptr<const std::vector<std::optional<Rgb>>> m_fileColors;
    std::vector<Era> m_eras;
    EraRows m_eraRows;
    int eraRowCount(QSizeF sceneSize) const; ///< of the strip, "as of" included
    int m_asOfRow = 0;                       ///< where "as of" stands in it, where it finds no other place
    QString m_description;                   ///< its first paragraph, in plain text
    mutable LabelWidths m_widths;
    mutable std::optional<Viewport> m_fitAll; ///< for the size of m_fitSize
    mutable QSizeF m_fitSize;
    mutable Bands m_bands;                                           ///< of the size asked for last
    mutable RowPacker::Walls m_walls;                                ///< of m_bands
    mutable std::unordered_map<std::size_t, LanePacking> m_packings; ///< of lanes that were seen, for m_bands
    mutable std::unordered_map<std::size_t, EdgeRanks> m_densities;  ///< of folded lanes, likewise
    mutable std::optional<qsizetype> m_sharedBegin;
    mutable std::vector<LinkedEvents> m_linked; ///< those that were asked for last
    friend class SceneBuilder;
};

} // namespace timeline
