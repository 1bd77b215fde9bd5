// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scene/scene.h"

#include <QStringList>

/// What lies over another on a composed page, and what is cut off: one sentence each.
inline QStringList pageFaults(const timeline::Scene &scene) {
    using namespace timeline;
    struct Thing {
        QRectF rect;
        QString name;
        bool isText = true;
        EventIndex event = 0;
        bool isOfEvent = false;
    };
    constexpr double ink = 0.25; // of a line's height, above and below, is without ink
    std::vector<Thing> things;
    const auto addText = [&](const SceneText &text) -> Thing & {
        const double height = text.style.pixelSize;
        const QRectF rect(text.x, text.y - height / 2, text.width, height);
        things.push_back({rect.adjusted(0, height * ink / 2, 0, -height * ink / 2), u'"' + text.text + u'"'});
        return things.back();
    };
    for (const SceneItem &item : scene.items) {
        things.push_back({item.rect, QStringLiteral("mark of %1").arg(item.event), false, item.event, true});
        for (const SceneLine &line : item.lines) {
            Thing &added = addText(line);
            added.event = item.event;
            added.isOfEvent = true;
        }
    }
    for (const SceneItem &mark : scene.page->marks) {
        things.push_back({mark.rect, QStringLiteral("shared mark"), false});
    }
    for (const SceneLine &line : scene.page->texts) {
        addText(line);
    }
    for (const SceneEra &era : scene.eras) {
        if (era.label) {
            addText(*era.label);
        }
    }
    for (const ScenePanel &panel : scene.panels) {
        for (const AxisLabel &label : panel.tickLabels) {
            addText(label);
        }
    }
    QStringList faults;
    const QRectF sheet(QPointF(), scene.size);
    for (std::size_t i = 0; i < things.size(); ++i) {
        if (things[i].isText && !sheet.contains(things[i].rect)) {
            faults << things[i].name + QStringLiteral(" is cut off by the sheet");
        }
        for (std::size_t j = i + 1; j < things.size(); ++j) {
            const bool anyText = things[i].isText || things[j].isText;
            const QRectF both = things[i].rect.intersected(things[j].rect);
            if (anyText && both.width() > 0.5 && both.height() > 0.5) {
                faults << QStringLiteral("%1 lies over %2").arg(things[i].name, things[j].name);
            }
        }
    }
    for (const SceneItem &mark : scene.page->marks) {
        for (const QRectF &card : scene.page->cards) {
            if (mark.color == ScenePage::neutral && card.intersects(mark.rect)) {
                faults << QStringLiteral("the legend lies over a column");
            }
        }
    }
    // Each stands on the card of its own panel.
    for (const SceneItem &item : scene.items) {
        const QRectF &card = scene.page->cards[item.panel];
        for (const SceneLine &line : item.lines) {
            if (line.x < card.left() || line.x + line.width > card.right() + 0.5) {
                faults << QStringLiteral("\"%1\" leaves its column").arg(line.text);
            }
        }
    }
    return faults;
}
