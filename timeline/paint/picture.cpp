// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/picture.h"

#include "document/bytes/visible_text.h"
#include "paint/item_look.h"

#include <QPainter>

namespace timeline {

namespace {

constexpr double margin = 16;
constexpr double titleHeight = 52;
constexpr double smallTitleHeight = 38;
constexpr double lowSheet = 600; // below this height nothing is given away

Viewport viewportFor(const TimelineLayout &layout, const PictureOptions &options, QSizeF sceneSize) {
    if (options.view) {
        return Viewport::showing(options.view->left(), options.view->right(), layout.plotSize(sceneSize));
    }
    return layout.fitFrom(options.from, options.to, sceneSize);
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
    : m_document(std::move(document)), m_options(options), m_fonts(fonts),
      m_theme(options.dark ? Theme::night() : Theme::light()), m_painter(m_theme, fonts) {
    const TimelineLayout layout(m_document, options.shown, options.layout, fonts);
    layOut(layout);
    // A picture does not scroll: with many lanes it is drawn on a larger sheet, which is then made smaller.
    constexpr double step = 1.2;
    constexpr double smallest = 0.1;
    while (m_scene.contentHeight > m_scene.plot.height() + 1 && m_shrink > smallest) {
        m_shrink /= step;
        layOut(layout);
    }
    if (m_scene.contentHeight > m_scene.plot.height() + 1) {
        m_lanesLeftOut =
            layout.lanes().lanes.size() - std::min(m_scene.lanes.size(), layout.lanes().lanes.size());
    }
}

void Picture::layOut(const TimelineLayout &layout) {
    const QSizeF sheet = m_options.size / m_shrink;
    const bool small = sheet.height() < lowSheet;
    m_sceneTop = !m_options.title || m_document->title().isEmpty() ? 0
                 : small                                           ? smallTitleHeight
                                                                   : titleHeight;
    const auto sceneSize = [&] {
        const double legend = m_legend.height > 0 ? m_legend.height + (small ? margin / 2 : margin) : 0;
        return QSizeF(sheet.width(), std::max(1.0, sheet.height() - m_sceneTop - legend));
    };
    m_legend = {};
    const auto build = [&] {
        m_scene = layout.scene(viewportFor(layout, m_options, sceneSize()), sceneSize(), 0, m_options.linked);
    };
    build();
    // The legend takes height, and with less height more may be gathered in clusters: look twice.
    for (int i = 0; i < 2 && m_options.legend; ++i) {
        m_legend = legendOf(m_scene.items, sheet.width() - 2 * margin, m_fonts,
                            ownStatusesOf(*m_document, m_scene.items));
        build();
    }
}

void Picture::paint(QPainter &painter) const {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(QPointF(), m_options.size), m_theme.background);
    painter.save();
    painter.scale(m_shrink, m_shrink);
    painter.save();
    painter.translate(0, m_sceneTop);
    m_painter.paint(painter, m_scene);
    m_painter.paintLinks(painter, m_scene);
    painter.restore();
    paintTitle(painter);
    painter.save();
    painter.translate(margin, m_sceneTop + m_scene.size.height() + margin / 4);
    timeline::paintLegend(painter, m_legend, m_theme, m_fonts);
    painter.restore();
    painter.restore();
}

void Picture::paintTitle(QPainter &painter) const {
    if (m_sceneTop > 0) {
        const double room = m_scene.size.width() - 2 * margin;
        const QString title = m_fonts.elided(visibleText(m_document->title()), TextRole::Title, room);
        m_painter.paintText(painter, {title, margin, m_sceneTop / 2, room, TextRole::Title}, m_theme.text);
    }
}

void paintLegend(QPainter &painter, const Legend &legend, const Theme &theme, const Fonts &fonts) {
    painter.setRenderHint(QPainter::Antialiasing);
    const ScenePainter texts(theme, fonts);
    for (const LegendEntry &entry : legend.entries) {
        paintItem(painter, entry.sample, theme.mutedText, theme);
        if (entry.sample.label) {
            texts.paintText(painter, *entry.sample.label, theme.text);
        }
        texts.paintText(painter, entry.text, theme.mutedText);
    }
}

} // namespace timeline
