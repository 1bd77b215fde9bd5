// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scene/timeline_layout.h"

#include "document/bytes/visible_text.h"
#include "layout/scale/metrics.h"
#include "layout/scene/scene_builder.h"
#include "layout/scene/scene_frame.h"
#include "time/calendar.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace timeline {

namespace {

using namespace metrics;

constexpr double tightPadding = 4;
constexpr double typicalLetter = 7.5 / 800;     // of an era's title, as a share of everything
constexpr std::size_t mostNamedEras = 24;       // whose titles keep others from their rows
constexpr std::size_t mostWhole = 1000;         // events in lanes of which each is packed as a whole
constexpr std::size_t mostWholeUnfolded = 5000; // the same where lanes have all rows that they want
constexpr std::ptrdiff_t mostTitles = 500;      // that are measured

/// About how wide a text is, for choosing which ones to measure.
qsizetype roughWidth(const QString &text) {
    constexpr char16_t firstWide = 0x1100; // East Asian scripts, twice as wide
    return text.size() + std::ranges::count_if(text, [](QChar c) { return c.unicode() >= firstWide; });
}

/// The heads of what lies within one year tell it.
std::vector<LabelWidths::ToldYear> yearsOf(const TimeScale &scale) {
    std::vector<LabelWidths::ToldYear> years;
    for (const TimeScale::Column &column : scale.columns()) {
        const std::int64_t year = civilTime(column.begin).date.year;
        if (!column.isAhead && civilTime(plusMilliseconds(column.end, -1)).date.year == year) {
            years.push_back({column.begin, column.end, year});
        }
    }
    return years;
}

} // namespace

TimelineLayout::TimelineLayout(const std::shared_ptr<const Document> &document, const QBitArray &shown,
                               const LayoutOptions &options, const TextMeasure &measure)
    : TimelineLayout(Arrangement(*document, shown, options), options, measure) {}

TimelineLayout::TimelineLayout(Arrangement arrangement, LayoutOptions options, const TextMeasure &measure)
    : m_arrangement(std::move(arrangement)), m_options(std::move(options)), m_measure(measure),
      m_widths(measure, yearsOf(m_arrangement.scale)) {
    m_eras = document().eras();
    const double everything = axisExtent().second - axisExtent().first;
    m_eraRows = EraRows(m_eras, scale(), m_eras.size() <= mostNamedEras ? typicalLetter * everything : 0);
    if (const std::optional<Span> asOf = document().asOf(); asOf && !asOf->isOpenAtEnd()) {
        m_asOfRow = std::min(m_eraRows.freeRow(scale().axis(asOf->end)), mostEraRows - 1);
    }
    readDescription();
    auto colors = std::make_shared<std::vector<std::optional<Rgb>>>();
    std::ranges::transform(document().categories(), std::back_inserter(*colors), &Category::color);
    m_fileColors = std::move(colors);
}

/// Of very many titles only the longest are measured.
double TimelineLayout::widestTitle() const {
    if (!m_widestTitle) {
        std::vector<std::pair<qsizetype, const QString *>> titles;
        for (const Lane &lane : lanes().lanes) {
            titles.emplace_back(roughWidth(lane.title), &lane.title);
        }
        const auto end = titles.begin() + std::min(std::ssize(titles), mostTitles);
        std::nth_element(titles.begin(), end, titles.end(),
                         [](const auto &a, const auto &b) { return a.first > b.first; });
        m_widestTitle = 0;
        std::for_each(titles.begin(), end, [this](const auto &title) {
            m_widestTitle = std::max(*m_widestTitle, m_measure.width(*title.second, TextRole::LaneTitle));
        });
    }
    return *m_widestTitle;
}

const Arrangement &TimelineLayout::measured() const {
    if (std::exchange(m_isExtentOld, false)) {
        m_arrangement.measureExtent();
    }
    return m_arrangement;
}

std::pair<double, double> TimelineLayout::axisExtent() const {
    return measured().extent;
}

bool TimelineLayout::isDated() const {
    return measured().isDated;
}

void TimelineLayout::follow(const Document &next, const std::vector<EventIndex> &events) {
    const auto forThoseThere = [&](void (TimelineLayout::*f)(EventIndex)) {
        for (const EventIndex event : events) {
            if (document().isPlaced(event)) {
                (this->*f)(event);
            }
        }
    };
    m_linked.clear();
    const bool hadTitle = !document().title().isEmpty();
    const QString wasDescribed = m_description;
    forThoseThere(&TimelineLayout::remove);
    const bool hadZone = zoneWidth() > 0;
    m_arrangement.document = next;
    m_zoneWidth.reset();
    readDescription();
    if (hadTitle == document().title().isEmpty() || m_description != wasDescribed) {
        m_fitAll.reset();
        m_bands.sceneSize = QSizeF();
    }
    if (zoneWidth() > 0 && !hadZone) { // which may need room
        m_fitAll.reset();
        m_bands.sceneSize = QSizeF();
    }
    if (m_arrangement.lanes.retitle(next)) {
        m_widestTitle.reset();
        m_sharedBegin.reset();
        m_fitAll.reset();
        m_bands.sceneSize = QSizeF();
    }
    forThoseThere(&TimelineLayout::insert);
}

void TimelineLayout::remove(EventIndex event) {
    for (const std::size_t lane : lanes().lanesOf(axis(), event)) {
        forgetLane(lane);
    }
    noteChange(event, m_arrangement.lanes.remove(axis(), event));
}

void TimelineLayout::insert(EventIndex event) {
    noteChange(event, m_arrangement.lanes.insert(axis(), event));
    for (const std::size_t lane : lanes().lanesOf(axis(), event)) {
        forgetLane(lane);
    }
}

/// Forgets what depends on an event or on the lanes. Of few events everything is laid out anew; of many only
/// the lanes that changed, in the rows that they have.
void TimelineLayout::noteChange(EventIndex event, Lanes::Change change) {
    m_widths.forget(event);
    m_isExtentOld = true;
    m_fitAll.reset();
    if (change == Lanes::Change::Lanes) {
        m_widestTitle.reset();
        m_sharedBegin.reset();
    }
    if (change == Lanes::Change::Lanes || lanes().placementCount <= std::max(mostWhole, mostWholeUnfolded)) {
        m_bands.sceneSize = QSizeF();
    }
}

Span TimelineLayout::spanOf(const SceneEra &era) const {
    Span span = m_eras[era.era].span;
    if (era.count > 1) {
        const Span &last = m_eras[era.lastEra].span;
        span.end = last.end;
        span.flags.setFlag(DateFlag::OpenEnd, last.isOpenAtEnd());
    }
    return span;
}

double TimelineLayout::plotLeft(double sceneWidth) const {
    const double heading = FrameSize::headingWidth(sceneWidth, m_options.inWindow);
    return std::ceil(zoneWidth() > 0 ? std::max(heading, zoneWidth() + 2 * zoneGap) : heading);
}

double TimelineLayout::zoneWidth() const {
    if (!m_zoneWidth) {
        DateFlags flags = document().dateFlags() | document().asOf().value_or(Span()).flags;
        std::ranges::for_each(m_eras, [&](const Era &era) { flags |= era.span.flags; });
        m_zoneWidth = flags & DateFlag::Zoned ? m_measure.width(zone(), TextRole::Tick) : 0;
    }
    return *m_zoneWidth;
}

/// The first paragraph, where it is to be told.
void TimelineLayout::readDescription() {
    constexpr qsizetype most = 2000; // characters
    const QString first = document().description().section(QStringLiteral("\n\n"), 0, 0).left(most);
    m_description =
        m_options.plainText != nullptr ? visibleText(m_options.plainText(first).simplified()) : QString();
}

double TimelineLayout::titleHeight(QSizeF sceneSize) const {
    if (!m_options.inWindow || document().title().isEmpty()) {
        return 0;
    }
    const FrameSize frame = FrameSize::of(sceneSize);
    return standfirst(sceneSize).isEmpty() ? frame.titleAlone : frame.title;
}

QString TimelineLayout::standfirst(QSizeF sceneSize) const {
    const FrameSize frame = FrameSize::of(sceneSize);
    return frame.hasStandfirst ? sentencesWithin(m_description, standfirstStyle,
                                                 sceneSize.width() - 2 * frame.side, m_measure)
                               : QString();
}

int TimelineLayout::eraRowCount(QSizeF sceneSize) const {
    const bool hasAsOf = document().asOf() && !document().asOf()->isOpenAtEnd() && scale().columns().empty();
    return std::min(std::max(m_eraRows.count(), hasAsOf ? m_asOfRow + 1 : 0),
                    FrameSize::of(sceneSize).eraRows);
}

double TimelineLayout::plotTop(QSizeF sceneSize) const {
    const int rows = eraRowCount(sceneSize);
    return titleHeight(sceneSize) + axisHeight(sceneSize) +
           (rows > 0 ? rows * FrameSize::of(sceneSize).eraRow + 6 : 0);
}

double TimelineLayout::axisHeight(QSizeF sceneSize) const {
    const bool hasBreaks = std::ranges::any_of(scale().pieces(), &TimeScale::Piece::isBreak);
    const double heads = scale().columns().empty() ? tierHeight : FrameSize::of(sceneSize).columnHead;
    return heads + tierHeight + (hasBreaks ? breakRowHeight : 0);
}

QSizeF TimelineLayout::plotSize(QSizeF sceneSize) const {
    return {std::max(1.0, sceneSize.width() - plotLeft(sceneSize.width())),
            std::max(1.0, sceneSize.height() - plotTop(sceneSize))};
}

bool TimelineLayout::isPackedAsWhole(const Lane &lane) const {
    return lane.events.size() == 1 ||
           lanes().placementCount <= (m_options.allRows ? mostWholeUnfolded : mostWhole);
}

double TimelineLayout::widestLabel(const Lane &lane) const {
    return isPackedAsWhole(lane) ? HUGE_VAL : LanePacking::widestTileLabel;
}

const TimelineLayout::Bands &TimelineLayout::bands(QSizeF sceneSize) const {
    if (m_bands.sceneSize == sceneSize) {
        return m_bands;
    }
    m_packings.clear();
    m_densities.clear();
    const Viewport all = fitAll(sceneSize);
    m_walls = {all.left(), all.right()};
    const std::vector<TimeScale::Column> &columns = scale().columns();
    for (std::size_t i = 1; i < columns.size(); ++i) { // labels stay in their column
        for (const double edge : {columns[i - 1].axisEnd, columns[i].axisBegin}) {
            if (edge > all.left() && edge < all.right()) {
                m_walls.push_back(edge);
            }
        }
    }
    std::ranges::sort(m_walls);
    std::vector<int> rows = wantedRows(sceneSize, DatePlace::Above);
    const double height = plotSize(sceneSize).height() - slimHeight();
    const auto count = static_cast<double>(rows.size());
    // Where the lanes would not fit with their air, they do with less.
    const int wanted = std::accumulate(rows.begin(), rows.end(), 0);
    const bool tight = wanted * rowUnit + 2 * lanePadding * count > height;
    m_bands = {sceneSize, tight ? tightPadding : lanePadding, {}};
    giveRows(rows, sceneSize, m_bands.padding);
    // Room that is left goes to the lanes: when one zooms in and others fill up, none has to move.
    const int total = std::accumulate(rows.begin(), rows.end(), 0);
    const double spare = std::max(0.0, height - 2 * m_bands.padding * count - total * rowUnit);
    const double extra = rows.empty() ? 0 : std::floor(spare / count);
    double top = 0;
    auto nextRows = rows.begin();
    for (std::size_t i = 0; i < lanes().lanes.size(); ++i) {
        if (!lanes().isTall(i)) {
            const double slim = i < lanes().openCount ? foldedLaneHeight : 0;
            m_bands.lanes.push_back({top, slim, 1});
            top += slim;
            continue;
        }
        const int laneRows = *nextRows++;
        const double laneHeight = laneRows * rowUnit + extra + 2 * m_bands.padding;
        const int fitting = static_cast<int>((laneRows * rowUnit + extra) / rowUnit);
        m_bands.lanes.push_back({top, laneHeight, std::max({laneRows, fitting, 1})});
        top += laneHeight;
    }
    return m_bands;
}

/// A lane is packed when it comes into view.
LanePacking &TimelineLayout::packing(std::size_t index) const {
    if (const auto known = m_packings.find(index); known != m_packings.end()) {
        return known->second;
    }
    const Lane &lane = lanes().lanes[index];
    const bool asWhole = isPackedAsWhole(lane);
    // Where packing takes long, not all lanes come to another level in the same frame.
    constexpr std::size_t phases = 3;
    const double phase = asWhole ? fitPhase(m_bands.sceneSize) : static_cast<double>(index % phases) / phases;
    return m_packings
        .try_emplace(index, axis(), lane.events, m_widths, m_bands.lanes[index].rows, asWhole, m_walls, phase)
        .first->second;
}

Scene TimelineLayout::scene(const Viewport &viewport, QSizeF sceneSize, double scrollY,
                            const std::vector<EventIndex> &linked, bool dims) const {
    Scene scene = SceneBuilder(*this, viewport, sceneSize, scrollY).build();
    relink(scene, linked, dims);
    return scene;
}

void TimelineLayout::relink(Scene &scene, const std::vector<EventIndex> &linked, bool dims) const {
    m_linked = linkedEvents(axis(), lanes(), linked, std::move(m_linked));
    setLinks(scene, m_linked, m_measure, dims);
}

} // namespace timeline
