// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/event.h"
#include "document/format/finding.h"
#include "layout/lanes/lanes.h"
#include "layout/packing/item_shape.h"
#include "layout/scene/scene_panel.h"

#include <QSizeF>

namespace timeline {

struct SceneItem {
    ItemShape shape = ItemShape::Point;
    MarkSymbol symbol = MarkSymbol::Disc; ///< of a point
    Status status = Status::Confirmed;
    DateFlags flags;
    ColorRole color = 0;
    EventIndex event = 0;    ///< for a cluster: one of its events
    EventIndex count = 1;    ///< how many events stand behind it
    std::uint32_t lane = 0;  ///< its place in Lanes::lanes
    std::uint16_t panel = 0; ///< its place in Scene::panels
    bool cutLeft = false;    ///< goes on beyond the panel's edge
    bool cutRight = false;
    QRectF rect;                         ///< of the mark
    std::optional<SceneText> label;      ///< its title, or a cluster's number
    std::optional<SceneText> secondLine; ///< of a title in two lines
    std::optional<SceneText> date;       ///< in words, above the title or before it; never without it
    std::vector<SceneLine> lines;        ///< of a composed page instead: date, title and note
    bool reachesIn = false;   ///< a cluster whose events begin left of the plot, or close to its edge
    bool labelInside = false; ///< within the mark
    bool isDimmed = false;    ///< others are looked at
    /// Where the event lies on the panel's axis; a cluster's stretch of it, for opening it.
    double axisBegin = 0;
    double axisEnd = 0;
    QRectF labelRect() const; ///< of date and title together; empty where there is none
    QRectF reach() const;     ///< mark and label together
    /// Where one points at it: its reach, and of a composed page its mark and its texts apart.
    std::vector<QRectF> places() const;
    bool isAt(QPointF point, double tolerance) const;
    /// Whether it is a mark of this event, and not a cluster.
    bool isOf(EventIndex other) const { return event == other && shape != ItemShape::Cluster; }
};

/// Calls `use` for each of an item's texts.
template <typename Use>
void forEachText(const SceneItem &item, Use use) {
    if (item.label) {
        use(*item.label);
    }
    if (item.secondLine) {
        use(*item.secondLine);
    }
    if (item.date) {
        use(*item.date);
    }
    std::ranges::for_each(item.lines, use);
}

/// The ground that shows a state of what lies at a place, such as that it is selected.
inline QRectF plateOf(const QRectF &place) {
    return place.marginsAdded({8, 5, 10, 5});
}

/// Where a bar's edges fade, because nobody knows them exactly: from each end inwards, in pixels.
struct Fades {
    double left = 0;
    double right = 0;
    bool any() const { return left > 0 || right > 0; }
};
Fades fadesOf(const SceneItem &item);

struct SceneLane {
    std::size_t lane = 0; ///< its place in Lanes::lanes
    QString key;
    QRectF rect;                    ///< over the whole width, headings included
    QString title;                  ///< all of it
    std::vector<SceneText> heading; ///< as much of it as has room, in lines; or its first letter
    std::optional<SceneText> count; ///< of its events, below that
    ColorRole color = 0;
    EventIndex events = 0;
    bool isFolded = false;       ///< it has no items, but
    std::vector<QRectF> density; ///< bars that say how many events there are where
    QRectF place;                ///< of its heading as far as it is in view
    QRectF grip;                 ///< where it is taken hold of, seen while the heading is looked at
    QRectF more;                 ///< the button of its menu, likewise; both empty where headings are slim
};

/// Says below the last lane how many are hidden.
struct SceneHiddenLanes {
    QRectF rect; ///< over the whole width; a click there shows them
    SceneText text;
    std::optional<SceneText> more; ///< how many events are in them, as far as that has room
    std::size_t lanes = 0;
};

/// What says by what lanes are made: a place to click at, above their headings.
struct SceneCorner {
    QRectF rect;
    std::vector<SceneText> texts; ///< the last one names it; none where there is only room for a sign
};

/// An era as far as it stands in one column; one that goes on beyond it has another part there.
struct SceneEra {
    QRectF band; ///< behind the lanes; seen only while somebody looks at this era
    QRectF bar;  ///< in the strip of eras
    std::optional<SceneText> label;
    std::size_t era = 0;      ///< its place in Document::eras(); of several that are one here, the first
    std::size_t lastEra = 0;  ///< and the last
    std::size_t count = 1;    ///< how many are one here
    std::uint16_t panel = 0;  ///< its place in Scene::panels
    std::optional<Rgb> color; ///< the file's own
    bool openRight = false;   ///< points on
    bool isContinued = false; ///< begins before this part of it
};

using Polyline = std::vector<QPointF>;

/// How events hang together: a way along x and y from one place to another. Links of one kind between the
/// same two places are one.
struct SceneLink {
    enum class End : std::uint8_t {
        Mark,
        Cluster,
        Beyond
    }; ///< the last is out of view: at the edge of the plot, pointing on
    LinkKind kind = LinkKind::Related;
    EventIndex from = 0; ///< where it stands for several: of one of them
    EventIndex to = 0;
    EventIndex count = 1; ///< how many links it stands for
    End fromEnd = End::Mark;
    End toEnd = End::Mark;
    Polyline way;
    /// What is drawn of the way: not what another link has drawn already, nor beyond the plot or where a text
    /// stands.
    std::vector<Polyline> strokes;
    std::optional<SceneText> word; ///< its kind, and its count
    bool isNear(QPointF point) const;
};

/// What a composed page has around its events.
struct ScenePage {
    static constexpr ColorRole neutral = 0xFFFF; ///< of samples: none of the file's colours
    struct Swatch {
        QRectF rect;
        ColorRole color = 0;
        MarkSymbol symbol = MarkSymbol::Disc;
    };
    struct Leader { ///< from a mark to its text
        QPointF from;
        QPointF to;
        ColorRole color = 0;
    };
    std::vector<QRectF> cards; ///< the grounds of its columns
    std::vector<QLineF> rules;
    std::vector<SceneLine> texts;
    std::vector<Swatch> swatches; ///< of colours that are explained
    std::vector<SceneItem> marks; ///< samples, and beside those of events what several share and what runs on
    std::vector<Leader> leaders;
    std::size_t titled = 0;      ///< how many events have their title
    std::size_t withoutRoom = 0; ///< how many are not there at all
    std::size_t erasLeftOut = 0;
};

/// Everything that is drawn of a timeline, as plain data in logical pixels from the top left. The painter,
/// hit-testing, tooltips and tests all read this; nothing else knows where anything is.
struct Scene {
    QSizeF size;
    std::vector<ScenePanel> panels; ///< at least one, in the order of time
    std::optional<SceneLine> title; ///< of the file, above all else
    std::optional<SceneLine> standfirst;
    QRectF axisZone;                   ///< of dates and heads of columns, the corner included
    std::optional<SceneCorner> corner; ///< only in a window
    QRectF eraStrip;                   ///< titles of the eras
    std::optional<SceneText> eraWord;  ///< left of them
    std::optional<std::size_t>
        tintedEra;            ///< whose tint is seen in the lanes, by its place in Document::eras()
    QRectF plot;              ///< the panels, right of the headings and below the axis
    double contentHeight = 0; ///< of all lanes; more than the plot's height where it scrolls
    std::vector<SceneEra> eras;
    std::size_t unnamedEras = 0;                 ///< in view, but without room for their titles
    std::vector<SceneLane> lanes;                ///< those that are in view, one after the other
    std::optional<SceneHiddenLanes> hiddenLanes; ///< where some are, and that is in view
    std::vector<SceneItem> items;                ///< in the order in which they are painted
    std::vector<SceneLink> links;                ///< of the events that they were asked for
    std::optional<SceneText> moreLinks;          ///< says how many there are besides
    std::optional<SceneText> note;               ///< where there is no event to see
    std::optional<ScenePage> page;               ///< only of a composed page
    /// The file's own colours, by ColorRole; shared, since there may be many.
    std::shared_ptr<const std::vector<std::optional<Rgb>>> fileColors;

    const ScenePanel &panelOf(const SceneItem &item) const { return panels[item.panel]; }
    /// The panel at a point, or nearest to it.
    const ScenePanel &panelAt(QPointF point) const;
    /// The panel that has an instant in its piece of time, or the nearest one.
    const ScenePanel &panelOf(Instant instant) const;

    /// The item at a point, the topmost; nothing where there is none.
    const SceneItem *itemAt(QPointF point) const;
    /// Of the marks of an event, which has one in each of its lanes: the first, that in a lane, or that which
    /// is nearest to a point. Nothing where it stands in a cluster.
    const SceneItem *itemOf(EventIndex event) const;
    const SceneItem *itemOf(EventIndex event, std::size_t lane) const;
    const SceneItem *itemNear(EventIndex event, QPointF point) const;
    const SceneLink *linkAt(QPointF point) const;
    const SceneEra *eraAt(QPointF point) const; ///< only in the strip of eras
    /// What is folded there, from the axis on across its panel; nothing where an item lies above it.
    const ScaleMark *foldAt(QPointF point) const;
    QRectF placeOf(const ScaleMark &mark, const ScenePanel &panel) const; ///< where one points at it
    const SceneLane *laneAt(QPointF point) const;
    const SceneLane *headingAt(QPointF point) const;   ///< the lane whose heading is there
    const SceneLane *laneOf(const QString &key) const; ///< not where it is out of view
    bool isAtHiddenLanes(QPointF point) const {
        return hiddenLanes && plot.top() <= point.y() && hiddenLanes->rect.contains(point);
    }
    bool isAtCorner(QPointF point) const { return corner && corner->rect.contains(point); }
    const SceneLane *
    laneOf(std::size_t lane) const; ///< by its place in Lanes::lanes; not where it is out of view
    std::optional<Rgb> fileColor(ColorRole role) const;
    /// Where a line across a panel strikes no title of an event or era: stretches between two places across
    /// it, in order.
    std::vector<std::pair<double, double>> besideTitles(const ScenePanel &panel, double along, double from,
                                                        double to) const;

    /// The whole scene as text, a line each thing, for tests.
    QString toText() const;
};

} // namespace timeline
