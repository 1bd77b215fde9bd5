// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/charts/chart_ground.h"

namespace timeloom {

/// The dates of the timeline's axis below the charts: of each tick what cannot be mistaken after the one
/// before it.
class DateStrip : public QWidget {
    Q_OBJECT

public:
    DateStrip(ChartGround &ground, QWidget *pane);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fit();

    ChartGround &m_ground;
};

} // namespace timeloom
