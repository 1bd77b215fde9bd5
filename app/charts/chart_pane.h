// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace timeline {
class Workspace;
}

namespace timeloom {

class EventChart;

/// How many events begin when: stacked bars by lane, on the timeline's own axis and right below it. The wheel
/// zooms, dragging frames a span; both move the timeline.
class ChartPane : public QWidget {
    Q_OBJECT

public:
    explicit ChartPane(timeline::Workspace &workspace, QWidget *parent = nullptr);

    QSize sizeHint() const override { return {600, 120}; }
    QSize minimumSizeHint() const override { return {160, 70}; }

    /// Where the plot lies in this widget: exactly below the timeline's.
    QRectF plotArea() const;

protected:
    void changeEvent(QEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    EventChart *m_chart;
};

} // namespace timeloom
