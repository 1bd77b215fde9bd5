// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/charts/chart_ground.h"
#include "app/charts/value_scale.h"

#include <QChartView>
#include <QElapsedTimer>
#include <QRubberBand>
#include <QValueAxis>

namespace timeloom {

/// One row of the chart pane: its name at the left, and a plot on the timeline's own axis. What is in the
/// plot is painted over Qt's grid by who derives from it: Qt would make a graphics item of each bar and line,
/// which takes longer than all else that a filter, an edit or a step of zooming do. Where it stands is for
/// the ScenePanel to say: there is no second map from time to pixels.
class ChartRow : public QChartView {
    Q_OBJECT

public:
    ChartRow(ChartGround &ground, const QString &title, const QString &note);
    ~ChartRow() override;

    QSize sizeHint() const override { return {400, 110}; }
    QSize minimumSizeHint() const override;
    QRectF plotArea() const;
    void applyTheme();
    QString note() const { return m_note; } ///< below its name

protected:
    /// What there is to see, in a plot that is clipped to.
    virtual void paintPlot(QPainter &painter, const timeline::ScenePanel &panel) = 0;
    virtual void follow() {} ///< before it is seen: another stretch of time, or other events
    /// What is said of a place along the plot, and where exactly that is.
    struct Reading {
        double x = 0;
        std::optional<double> y;
        QStringList lines;
    };
    virtual std::optional<Reading> readingAt(double x, const timeline::ScenePanel &panel) const;
    virtual QString toolTipAt(QPointF at, const timeline::ScenePanel &panel) const;
    virtual void click(double /*x*/, const timeline::ScenePanel & /*panel*/) {}
    /// The next place to read, that way; for keys.
    virtual std::optional<double> readingBeside(double x, int direction,
                                                const timeline::ScenePanel &panel) const;

    void setScale(const ValueScale &scale);
    double yOf(double value, const timeline::ScenePanel &panel) const;
    int mostSteps() const; ///< of the numbers at the left, in this height
    ChartGround &ground() const { return m_ground; }

    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void refresh();
    void endDrag();
    timeline::ScenePanel panel() const;
    bool isNarrow() const;
    void paintGrid(QPainter &painter, const timeline::ScenePanel &panel) const;
    void paintHeading(QPainter &painter, const timeline::ScenePanel &panel) const;
    void paintValues(QPainter &painter, const timeline::ScenePanel &panel) const;
    void paintReading(QPainter &painter, const timeline::ScenePanel &panel) const;

    ChartGround &m_ground;
    QString m_title, m_note;
    QValueAxis m_values;
    ValueScale m_scale;
    bool m_isRefreshing = false;
    struct Drag {
        double from = 0;
        bool frames = false; ///< a stretch, which is shown then; else it pans
        bool moved = false;
        timeline::Viewport viewport;
    };
    std::optional<Drag> m_drag;
    QElapsedTimer m_sinceWheel;
    QRubberBand m_band{QRubberBand::Rectangle, this};
};

} // namespace timeloom
