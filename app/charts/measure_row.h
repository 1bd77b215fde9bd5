// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/charts/chart_row.h"
#include "app/charts/measure_groups.h"

namespace timeloom {

/// What events say of one measure, each at its date. Those that the filter hides are left out.
class MeasureRow : public ChartRow {
    Q_OBJECT

public:
    MeasureRow(ChartGround &ground, MeasureGroup group);

protected:
    void follow() override;
    void paintPlot(QPainter &painter, const timeline::ScenePanel &panel) override;
    std::optional<Reading> readingAt(double x, const timeline::ScenePanel &panel) const override;
    void click(double x, const timeline::ScenePanel &panel) override; ///< selects the event
    std::optional<double> readingBeside(double x, int direction,
                                        const timeline::ScenePanel &panel) const override;

private:
    QString valueText(const MeasureGroup::Point &point) const;
    const MeasureGroup::Point *nearest(double x, const timeline::ScenePanel &panel) const; ///< null: none
    bool isShown(const MeasureGroup::Point &point) const;

    MeasureGroup m_group;
};

} // namespace timeloom
