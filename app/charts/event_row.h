// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/charts/chart_row.h"
#include "layout/lanes/histogram.h"

#include <QSet>
#include <QTimer>

namespace timeloom {

/// How many events begin when: stacked bars by lane.
class EventRow : public ChartRow {
    Q_OBJECT

public:
    explicit EventRow(ChartGround &ground);

protected:
    void follow() override;
    void paintPlot(QPainter &painter, const timeline::ScenePanel &panel) override;
    QString toolTipAt(QPointF at, const timeline::ScenePanel &panel) const override;

private:
    bool covers(const timeline::Viewport &view) const;
    double octavesOff(const timeline::Viewport &view) const;
    void count(const timeline::Viewport &view);

    timeline::Histogram m_histogram;
    std::vector<QColor> m_colors; ///< of its series
    QSet<QString> m_kept; ///< keys of the lanes that have colours, so that these stay while one moves about
    QTimer m_settling;    ///< runs while bins are shown that have not quite the right width
    bool m_isStale = true;
    int m_layoutNumber = 0; ///< that it was counted in
};

} // namespace timeloom
