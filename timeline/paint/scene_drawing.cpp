// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/scene_drawing.h"

#include "paint/canvas.h"
#include "paint/frame_drawing.h"
#include "paint/item_look.h"
#include "paint/link_look.h"

#include <algorithm>
#include <cmath>

namespace timeline {

namespace {

class SceneDrawing {
public:
    SceneDrawing(Canvas &canvas, const Scene &scene, const Theme &theme)
        : m_canvas(canvas), m_scene(scene), m_theme(theme) {}

    void draw();
    void drawLinks();

private:
    QColor colorOf(ColorRole role) const { return m_theme.categoryColor(role, m_scene.fileColor(role)); }
    QColor fillOf(ColorRole role) const { return m_theme.categoryFill(role, m_scene.fileColor(role)); }
    void drawItems();

    Canvas &m_canvas;
    const Scene &m_scene;
    const Theme &m_theme;
};

void SceneDrawing::draw() {
    FrameDrawing frame(m_canvas, m_scene, m_theme);
    frame.drawBehind();
    drawItems();
    if (m_scene.note) {
        m_canvas.begin(DrawnKind::Note, m_scene.plot);
        m_canvas.text(*m_scene.note, m_theme.mutedText);
        m_canvas.end();
    }
    frame.drawAround();
}

void SceneDrawing::drawItems() {
    m_canvas.begin(DrawnKind::Place, m_scene.plot);
    std::vector<QColor> colors; // by role, those that were asked for
    for (const SceneItem &item : m_scene.items) {
        colors.resize(std::max(colors.size(), item.color + std::size_t{1}));
        QColor &color = colors[item.color];
        color = color.isValid() ? color : fillOf(item.color);
        m_canvas.beginItem(item);
        drawMark(m_canvas, item, color);
        if (item.date) {
            m_canvas.text(*item.date, dateColor(item, color, m_theme));
        }
        for (const std::optional<SceneText> &line : {item.label, item.secondLine}) {
            if (!line) {
                continue;
            }
            SceneText label = *line;
            label.style.weight = item.isDimmed ? std::min(label.style.weight, 400) : label.style.weight;
            m_canvas.text(label, labelColor(item, color, m_theme));
        }
        m_canvas.end();
    }
    m_canvas.end();
}

void SceneDrawing::drawLinks() {
    constexpr std::size_t many = 50; // from there on they are thin, which costs a tenth
    m_canvas.begin(DrawnKind::Links, m_scene.plot);
    for (const SceneLink &link : m_scene.links) {
        const QColor &color = link.kind == LinkKind::Contradicts ? m_theme.asOf : m_theme.mutedText;
        for (const DrawnPath &path : linkLook(link, color, m_scene.links.size() < many ? 1.5 : 1)) {
            m_canvas.path(path);
        }
        if (link.word) {
            m_canvas.text(*link.word, color);
        }
    }
    if (m_scene.moreLinks) { // links may run below it
        m_canvas.fill(m_scene.moreLinks->rect().adjusted(-6, -2, 6, 2), m_theme.background);
        m_canvas.text(*m_scene.moreLinks, m_theme.text);
    }
    m_canvas.end();
}

} // namespace

void drawScene(Canvas &canvas, const Scene &scene, const Theme &theme) {
    SceneDrawing(canvas, scene, theme).draw();
}

void drawLinks(Canvas &canvas, const Scene &scene, const Theme &theme) {
    if (!scene.links.empty() || scene.moreLinks) {
        SceneDrawing(canvas, scene, theme).drawLinks();
    }
}

void drawLegend(Canvas &canvas, const Legend &legend, const Theme &theme) {
    canvas.begin(DrawnKind::Legend);
    for (const LegendEntry &entry : legend.entries) {
        if (entry.sample) {
            canvas.mark(*entry.sample, theme.mutedText);
            if (entry.sample->label) {
                canvas.text(*entry.sample->label, theme.text);
            }
        }
        canvas.text(entry.text, theme.mutedText);
    }
    canvas.end();
}

} // namespace timeline
