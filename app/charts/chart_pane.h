// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/charts/measure_groups.h"
#include "app/charts/point_series.h"
#include "widgets/workspace/background.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace timeline {
class Workspace;
}

namespace timeloom {

class ChartGround;

/// Charts on the timeline's own axis: how many events begin when, by lane, and below that a row for each
/// series of the file and each measure that several events have. The wheel zooms and dragging pans, as in the
/// timeline; with Shift, dragging frames a stretch. Names stand in a column as wide as the lanes' headings.
class ChartPane : public QWidget {
    Q_OBJECT

public:
    explicit ChartPane(timeline::Workspace &workspace, QWidget *parent = nullptr);

    QSize sizeHint() const override { return {600, 200}; }
    QSize minimumSizeHint() const override { return {160, 90}; }

    /// The widget that shows the timeline; without one it is taken to be the middle of the main window.
    void alignWith(const QWidget *timeline);
    /// Where the first plot lies in this widget: exactly below the timeline's.
    QRectF plotArea() const;
    bool isBusy() const { return m_reading.isBusy(); } ///< the numbers are being read
    static constexpr std::size_t mostRows = 50;

Q_SIGNALS:
    /// Somebody wants to add a series. There is a button for it where somebody listens.
    void addSeriesRequested();

protected:
    void changeEvent(QEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void connectNotify(const QMetaMethod &signal) override;

private:
    struct Numbers {
        std::vector<std::shared_ptr<const PointSeries>> series; ///< in the order of the document's
        MeasureGroups measures;
    };
    static Numbers numbersOf(const timeline::Document &document, bool withSeries,
                             const std::stop_token &stop);
    void readAnew(bool withSeries);
    void read();
    void showNumbers(const timeline::Document &document, Numbers numbers);
    void addRow(QWidget *row);
    void applyTheme();

    timeline::Workspace &m_workspace;
    ChartGround *m_ground;
    QWidget *m_content;
    QBoxLayout *m_rows;
    QWidget *m_foot;
    QLabel *m_note;
    QPushButton *m_add;
    bool m_isStale = true;       ///< measures may be others
    bool m_isSeriesStale = true; ///< series, too
    Numbers m_shown;
    timeline::Background<Numbers> m_reading;
};

} // namespace timeloom
