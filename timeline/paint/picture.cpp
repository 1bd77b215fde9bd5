// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/picture.h"

#include "document/bytes/look_alike.h"
#include "document/bytes/visible_text.h"
#include "layout/page/page_composer.h"
#include "paint/drawing_builder.h"
#include "paint/page_drawing.h"
#include "paint/plain_text.h"
#include "paint/scene_drawing.h"

#include <cmath>

namespace timeline {

namespace {

constexpr double margin = 16;
constexpr double titleHeight = 52;
constexpr double smallTitleHeight = 38;
constexpr double lowSheet = 600; // below this height nothing is given away

Viewport viewportFor(const TimelineLayout &layout, const PictureOptions &options, QSizeF sceneSize) {
    if (options.view) {
        return Viewport::showing(options.view->left(), options.view->right(), layout.plotSize(sceneSize),
                                 layout.scale().breaks());
    }
    return layout.fitFrom(options.from, options.to, sceneSize);
}

/// The first paragraph of the file's, or who made it.
QString descriptionOf(const Document &document) {
    constexpr qsizetype most = 500; // characters
    const QString text =
        plainTextOf(document.description().section(QStringLiteral("\n\n"), 0, 0).left(4 * most)).simplified();
    return text.isEmpty()       ? QStringLiteral("Made with Timeloom")
           : text.size() > most ? visibleText(text.left(most)) + QChar(0x2026)
                                : visibleText(text);
}

} // namespace

std::optional<PictureFormat> pictureFormatOf(const QString &fileName) {
    const QString ending = fileName.section(QLatin1Char('.'), -1).toLower();
    if (ending == QLatin1String("png")) {
        return PictureFormat::Png;
    }
    if (ending == QLatin1String("svg")) {
        return PictureFormat::Svg;
    }
    if (ending == QLatin1String("pdf")) {
        return PictureFormat::Pdf;
    }
    return std::nullopt;
}

Picture::Picture(std::shared_ptr<const Document> document, const PictureOptions &options, const Fonts &fonts)
    : m_document(std::move(document)), m_options(options),
      m_shown(options.shown ? *options.shown : options.filter.apply(*m_document)), m_fonts(fonts),
      m_theme(options.dark ? Theme::night() : Theme::light()) {
    m_options.layout.inWindow = false; // it has a title of its own, and no tips
    const PageOptions page = pageOptions();
    const bool isComposed = page.layout == PageLayout::Auto
                                ? !options.view && pageEventCount(*m_document, m_shown, page) <= mostComposed
                                : page.layout != PageLayout::Lanes;
    if (isComposed) {
        compose(page);
    } else {
        layOutLanes();
    }
    m_drawing = draw();
}

PageOptions Picture::pageOptions() const {
    return {.size = m_options.size,
            .isPaper = m_options.isPaper,
            .layout = m_options.page,
            .linear = !m_options.layout.folded,
            .grouping = m_options.layout.grouping,
            .parts = m_options.parts,
            .from = m_options.from,
            .to = m_options.to,
            .leftOut = {}};
}

void Picture::compose(const PageOptions &options) {
    PageContent content = pageContent(*m_document, m_shown, options, plainTextOf);
    PageOptions its = options;
    if (!m_options.filter.isEmpty()) {
        its.leftOut = leftOutBy(m_options.filter, *m_document,
                                static_cast<EventIndex>(content.events.size() + content.outside));
    }
    m_scene = composedPage(content, its, m_fonts);
    m_theme = m_theme.onPage();
}

void Picture::layOutLanes() {
    const TimelineLayout layout(m_document, m_shown, m_options.layout, m_fonts);
    layOut(layout);
    // A picture does not scroll: with many lanes it is drawn on a larger sheet, which is then made smaller.
    // Where that is not enough, the last ones have no room.
    constexpr double step = 1.2;
    constexpr double smallest = 0.6; // that one can read
    if (m_options.view) {
        return; // what is in view is as large as there
    }
    if (isTooLow(layout)) {
        // What has no room without a legend has none with it: nothing need be laid out to know that.
        m_legend = {};
        while (isTooLow(layout) && m_shrink > smallest) {
            m_shrink = std::max(smallest, m_shrink / step);
        }
        layOut(layout);
    }
    while (isTooLow(layout) && m_shrink > smallest) {
        m_shrink = std::max(smallest, m_shrink / step);
        layOut(layout);
    }
}

bool Picture::isTooLow(const TimelineLayout &layout) const {
    const QSizeF size = sceneSize();
    return layout.contentHeight(size) > layout.plotSize(size).height() + 1;
}

/// In the drawing's own pixels, before it is made smaller.
QSizeF Picture::sheet() const {
    return m_options.size / m_shrink;
}

double Picture::sceneTop() const {
    return !m_options.parts.title || m_document->title().isEmpty() ? 0
           : sheet().height() < lowSheet                           ? smallTitleHeight
                                                                   : titleHeight;
}

QSizeF Picture::sceneSize() const {
    const double gap = sheet().height() < lowSheet ? margin / 2 : margin;
    const double legend = m_legend.height > 0 ? m_legend.height + gap : 0;
    return {sheet().width(), std::max(1.0, sheet().height() - sceneTop() - legend)};
}

void Picture::layOut(const TimelineLayout &layout) {
    m_legend = {};
    const std::size_t lanes = layout.lanes().lanes.size();
    const auto build = [&] {
        m_scene = layout.scene(viewportFor(layout, m_options, sceneSize()), sceneSize(),
                               m_options.view ? m_options.scroll : 0, m_options.linked);
        if (!layout.isDated() && !m_options.from && !m_options.to) {
            for (ScenePanel &panel : m_scene.panels) { // the dates would be invented
                panel.ticks.clear();
                panel.tickLabels.clear();
                panel.contextLabels.clear();
            }
        }
        if (!m_options.view) {
            dropCutLanes();
        }
        m_lanesLeftOut = isTooLow(layout) ? lanes - std::min(m_scene.lanes.size(), lanes) : 0;
        const double missing = layout.contentHeight(sceneSize()) - layout.plotSize(sceneSize()).height();
        m_heightOfAllLanes = static_cast<int>(std::ceil((sheet().height() + missing) * m_shrink));
    };
    build();
    if (!m_outside) {
        m_outside = eventsOutside();
    }
    // The legend takes height, and with less height more may be gathered in clusters: look twice.
    for (int i = 0; i < 2 && m_options.parts.legend; ++i) {
        m_legend = legendOf(m_scene.items, sheet().width() - 2 * margin, m_fonts,
                            {.ownStatuses = ownStatusesOf(*m_document, m_scene.items),
                             .leftOut = leftOutBy(m_options.filter, *m_document, layout.lanes().eventCount),
                             .outside = *m_outside,
                             .undated = m_document->undatedCount(m_shown),
                             .lanesLeftOut = m_options.view ? 0 : m_lanesLeftOut,
                             .heightOfAllLanes = m_heightOfAllLanes,
                             .lanesOutOfView = m_options.view ? lanes - m_scene.lanes.size() : 0,
                             .unnamedEras = m_scene.unnamedEras,
                             .lanesOfEventsLeftOut = layout.lanes().lanesLeftOut});
        if (sceneSize() != m_scene.size) {
            build();
        }
    }
}

/// A lane that is not there as a whole is not there: it could not be read.
void Picture::dropCutLanes() {
    const auto isCut = [this](const SceneLane &lane) {
        return lane.rect.bottom() > m_scene.plot.bottom() + 1 && m_scene.lanes.size() > 1;
    };
    while (!m_scene.lanes.empty() && isCut(m_scene.lanes.back())) {
        std::erase_if(m_scene.items,
                      [cut = m_scene.lanes.back().lane](const SceneItem &item) { return item.lane == cut; });
        m_scene.lanes.pop_back();
    }
}

/// What a stretch of time leaves out that passes the filter.
std::size_t Picture::eventsOutside() const {
    if (!m_options.view && !m_options.from && !m_options.to) {
        return 0;
    }
    const ScenePanel &panel = m_scene.panels.front();
    PageOptions stretch;
    stretch.from = panel.scale.instant(panel.viewport.left());
    stretch.to = panel.scale.instant(panel.viewport.right());
    return pageEventsOutside(*m_document, m_shown, stretch);
}

Drawing Picture::draw() const {
    DrawingBuilder builder(*m_document, m_theme);
    if (isComposed()) {
        drawPage(builder, m_scene, m_theme);
    } else {
        drawLanes(builder);
    }
    return {m_options.size, isComposed() ? m_theme.page : m_theme.background,
            visibleName(m_document->title(), TextUse::Title), descriptionOf(*m_document), builder.take()};
}

void Picture::drawLanes(DrawingBuilder &builder) const {
    builder.begin(DrawnKind::Ground);
    builder.fill(QRectF(QPointF(), m_options.size), m_theme.background);
    builder.end();
    builder.beginPlace(QTransform::fromScale(m_shrink, m_shrink));
    builder.beginPlace(QTransform::fromTranslate(0, sceneTop()));
    drawScene(builder, m_scene, m_theme);
    drawLinks(builder, m_scene, m_theme);
    builder.end();
    if (sceneTop() > 0) {
        const double room = m_scene.size.width() - 2 * margin;
        const QString title =
            m_fonts.elided(visibleName(m_document->title(), TextUse::Title), TextRole::Title, room);
        builder.begin(DrawnKind::Title);
        builder.text({title, margin, sceneTop() / 2, room, TextRole::Title}, m_theme.text);
        builder.end();
    }
    builder.beginPlace(
        QTransform::fromTranslate(margin, std::round(sceneTop() + m_scene.size.height() + margin / 4)));
    drawLegend(builder, m_legend, m_theme);
    builder.end();
    builder.end();
}

} // namespace timeline
