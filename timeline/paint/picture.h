// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/result.h"
#include "document/search/filter.h"
#include "layout/page/page_options.h"
#include "layout/scene/legend.h"
#include "layout/scene/timeline_layout.h"
#include "paint/drawing.h"
#include "paint/theme.h"
#include "text/fonts.h"

class QImage;

namespace timeline {

class DrawingBuilder;

/// What a picture shows and how. Sizes are logical pixels.
struct PictureOptions {
    QSizeF size{1920, 1080}; ///< at least 200x120, at most 32,000 either way
    double scale = 1;        ///< device pixels in a logical pixel, for PNG; 0.1 to 16
    bool dark = false;
    bool isPaper = false;                ///< that has margins of its own
    PageLayout page = PageLayout::Lanes; ///< Auto composes what is not too much for a page
    PageParts parts;                     ///< of lanes, title and legend alone
    LayoutOptions layout;
    Filter filter;                  ///< says which events are shown
    std::optional<QBitArray> shown; ///< as it says, by Filter::apply(), where that is known
    std::vector<EventIndex> linked; ///< whose links are shown
    std::optional<Instant> from;    ///< without: where everything begins
    std::optional<Instant> to;      ///< without: where everything ends
    /// Whether the picture is not too large for an image or a page.
    bool isOfPossibleSize() const {
        constexpr double most = 32000;
        const double factor = std::max(scale, 1.0);
        return size.width() * factor <= most && size.height() * factor <= most;
    }

    std::optional<Viewport> view; ///< a window's stretch of the axis; wins over from and to
    double scroll = 0;            ///< with it: how far down its lanes the window is; those in view are drawn
};

enum class PictureFormat { Png, Svg, Pdf };
std::optional<PictureFormat> pictureFormatOf(const QString &fileName); ///< by its ending, whatever the case

/// A finished timeline with title and legend, for a file. The same input gives the same bytes: no clock, no
/// random numbers, no paths.
class Picture {
public:
    Picture(std::shared_ptr<const Document> document, const PictureOptions &options, const Fonts &fonts);

    const Scene &scene() const { return m_scene; }
    /// How many lanes have no room, where they would not all have it as small as one can read.
    std::size_t lanesLeftOut() const { return m_lanesLeftOut; }
    /// As high as a picture would have to be that has room for all.
    int heightOfAllLanes() const { return m_heightOfAllLanes; }
    const Drawing &drawing() const { return m_drawing; }

    /// Whether it is a page of columns or a list, and not lanes.
    bool isComposed() const { return m_scene.page.has_value(); }

    QSize pixels() const;      ///< of an image of it
    qint64 imageBytes() const; ///< of memory, for all of them
    /// Null where there is no memory for it.
    QImage toImage() const;
    /// The whole file. ProblemCode::NotEnoughMemory where there is none for it.
    Result<QByteArray> toBytes(PictureFormat format) const;

private:
    QSizeF sheet() const;
    double sceneTop() const;
    QSizeF sceneSize() const;                          ///< beside title and legend
    bool isTooLow(const TimelineLayout &layout) const; ///< for all lanes
    void layOutLanes();
    void layOut(const TimelineLayout &layout);
    void dropCutLanes();
    std::size_t eventsOutside() const;
    PageOptions pageOptions() const;
    void compose(const PageOptions &options);
    Drawing draw() const;
    void drawLanes(DrawingBuilder &builder) const;
    QByteArray toPng() const; ///< empty where there is no memory for it
    QByteArray encoded(PictureFormat format) const;

    std::shared_ptr<const Document> m_document;
    PictureOptions m_options;
    QBitArray m_shown; ///< the events, as by Filter::apply()
    const Fonts &m_fonts;
    Theme m_theme;
    Legend m_legend;
    Scene m_scene;
    std::size_t m_lanesLeftOut = 0;
    int m_heightOfAllLanes = 0;
    std::optional<std::size_t> m_outside; ///< events of a stretch of time: of lanes, when it is known
    double m_shrink = 1;                  ///< of the drawing, where its lanes would not fit otherwise
    Drawing m_drawing;
};

} // namespace timeline
