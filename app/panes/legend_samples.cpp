// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/legend_samples.h"

#include "paint/scene_painter.h"

#include <QPainter>
#include <cmath>

namespace timeloom {

using namespace timeline;

LegendSamples::LegendSamples(const Fonts &fonts, QWidget *parent) : QWidget(parent), m_fonts(fonts) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("What the looks mean"));
    QStringList meanings;
    for (const LegendEntry &entry : legendFor(width()).entries) {
        meanings << entry.text.text;
    }
    setAccessibleDescription(meanings.join(QStringLiteral(", ")));
}

Legend LegendSamples::legendFor(int width) const {
    return completeLegend(width, m_fonts);
}

QSize LegendSamples::sizeHint() const {
    constexpr int usualWidth = 300;
    return {usualWidth, heightForWidth(usualWidth)};
}

int LegendSamples::heightForWidth(int width) const {
    return static_cast<int>(std::ceil(legendFor(width).height));
}

void LegendSamples::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const Theme theme = Theme::forPalette(palette());
    ScenePainter(theme, m_fonts).paintLegend(painter, legendFor(width()));
}

} // namespace timeloom
