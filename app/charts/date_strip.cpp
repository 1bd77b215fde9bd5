// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/charts/date_strip.h"

#include <QFontMetricsF>
#include <QPainter>
#include <cmath>

namespace timeloom {

using namespace timeline;

DateStrip::DateStrip(ChartGround &ground, QWidget *pane) : QWidget(pane), m_ground(ground) {
    connect(&ground, &ChartGround::changed, this, &DateStrip::fit);
    fit();
}

/// As high as the texts of the system ask for.
void DateStrip::fit() {
    constexpr double air = 7;
    setFixedHeight(static_cast<int>(std::ceil(QFontMetricsF(m_ground.font(12)).height() + air)));
    update();
}

void DateStrip::paintEvent(QPaintEvent * /*event*/) {
    constexpr double gap = 4;
    QPainter painter(this);
    const Tokens &tokens = m_ground.tokens();
    const ScenePanel &axis = m_ground.axis();
    painter.fillRect(rect(), tokens.canvas);
    painter.setPen(tokens.control);
    painter.drawLine(QPointF(0, 0.5), QPointF(width(), 0.5));
    painter.setFont(m_ground.font(12));
    const QFontMetricsF metrics(painter.font());
    std::vector<const AxisLabel *> labels;
    for (const std::vector<AxisLabel> *tier : {&axis.tickLabels, &axis.contextLabels}) {
        for (const AxisLabel &label : *tier) {
            labels.push_back(&label);
        }
    }
    std::ranges::stable_sort(labels, {}, [&](const AxisLabel *label) { return axis.at(label->instant); });
    std::optional<Instant> read;
    double free = axis.rect.left();
    const double end = std::min<double>(axis.rect.right(), width());
    for (const AxisLabel *label : labels) {
        const double at = axis.at(label->instant);
        const QString text = tickNameAfter(read, label->instant, label->step);
        const double wide = metrics.horizontalAdvance(text);
        if (at < free - gap || at + gap + wide > end) {
            continue;
        }
        painter.setPen(tokens.control);
        painter.drawLine(QPointF(at, 0), QPointF(at, 5));
        painter.setPen(tokens.ink2);
        painter.drawText(QPointF(at + gap, (height() + metrics.ascent() - metrics.descent()) / 2 + 1), text);
        read = label->instant;
        free = at + wide + 3 * gap;
    }
    painter.setPen(tokens.line);
    painter.drawLine(QPointF(axis.rect.left() - 0.5, 0), QPointF(axis.rect.left() - 0.5, height()));
}

} // namespace timeloom
