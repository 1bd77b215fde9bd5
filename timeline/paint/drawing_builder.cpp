// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/drawing_builder.h"

#include "document/bytes/look_alike.h"
#include "document/bytes/visible_text.h"
#include "document/store/document.h"
#include "paint/item_look.h"
#include "text/fonts.h"

#include <cmath>

namespace timeline {

void DrawingBuilder::begin(DrawnKind kind, const std::optional<QRectF> &clip) {
    GroupBegin group;
    group.kind = kind;
    group.clip = clip;
    m_elements.emplace_back(std::move(group));
}

void DrawingBuilder::beginPlace(const QTransform &place) {
    GroupBegin group;
    group.place = place;
    m_elements.emplace_back(std::move(group));
}

void DrawingBuilder::beginItem(const SceneItem &item) {
    GroupBegin group;
    if (item.shape == ItemShape::Cluster) {
        group.kind = DrawnKind::Cluster;
        group.count = item.count;
    } else {
        const EventDetails details = m_document.details(item.event);
        group.kind = DrawnKind::Event;
        group.event = {item.event,
                       details.id.isEmpty() ? QStringLiteral("#%1").arg(item.event + 1)
                                            : visibleName(details.id),
                       visibleName(details.category), visibleText(statusWord(details)),
                       visibleName(m_document.eventTitle(item.event), TextUse::Title)};
    }
    m_elements.emplace_back(std::move(group));
}

/// A group with nothing in it is none.
void DrawingBuilder::end() {
    if (std::holds_alternative<GroupBegin>(m_elements.back())) {
        m_elements.pop_back();
    } else {
        m_elements.emplace_back(GroupEnd());
    }
}

void DrawingBuilder::fill(const QRectF &rect, const QColor &color) {
    QPainterPath path;
    path.addRect(rect);
    m_elements.emplace_back(DrawnPath{path, QPen(Qt::NoPen), color});
}

void DrawingBuilder::path(const DrawnPath &path) {
    m_elements.emplace_back(path);
}

void DrawingBuilder::mark(const SceneItem &item, const QColor &color) {
    SceneItem sharp = item; // across time, where nothing is told by half a pixel
    sharp.rect.moveTop(std::round(item.rect.top()));
    for (DrawnPath &path : itemLook(sharp, color, m_theme)) {
        m_elements.emplace_back(std::move(path));
    }
}

void DrawingBuilder::text(const SceneText &text, const QColor &color) {
    DrawnText drawn = shapedText(text.text, text.style);
    drawn.origin = QPointF(text.x, std::round(text.y + Fonts::baselineOffset(text.style)));
    drawn.color = color;
    if (!drawn.runs.empty()) {
        m_elements.emplace_back(std::move(drawn));
    }
}

} // namespace timeline
