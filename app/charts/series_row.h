// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/charts/chart_row.h"
#include "app/charts/point_series.h"

namespace timeloom {

/// The numbers of a series as a line.
class SeriesRow : public ChartRow {
    Q_OBJECT

public:
    SeriesRow(ChartGround &ground, const QString &title, const QString &unit,
              std::shared_ptr<const PointSeries> points);

protected:
    void follow() override;
    void paintPlot(QPainter &painter, const timeline::ScenePanel &panel) override;
    std::optional<Reading> readingAt(double x, const timeline::ScenePanel &panel) const override;
    std::optional<double> readingBeside(double x, int direction,
                                        const timeline::ScenePanel &panel) const override;

private:
    QStringList linesAbout(std::size_t point) const;

    std::shared_ptr<const PointSeries> m_points;
    SeriesLines m_lines; ///< that are seen
};

/// The date of a point in few words: "27 Jan 2025", "2024".
QString pointDate(const timeline::Span &span);

} // namespace timeloom
