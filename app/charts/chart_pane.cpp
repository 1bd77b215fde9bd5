// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/charts/chart_pane.h"

#include "app/charts/chart_text.h"
#include "layout/lanes/histogram.h"
#include "layout/scene/scene_panel.h"
#include "paint/theme.h"
#include "time/ticks.h"
#include "widgets/workspace/plain_tool_tip.h"
#include "widgets/workspace/workspace.h"

#include <QApplication>
#include <QChart>
#include <QChartView>
#include <QElapsedTimer>
#include <QGraphicsLayout>
#include <QHelpEvent>
#include <QMainWindow>
#include <QPainter>
#include <QRubberBand>
#include <QTimer>
#include <QToolTip>
#include <QVBoxLayout>
#include <QValueAxis>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace timeloom {

using namespace timeline;

namespace {

constexpr double binWidth = 9; // pixels; what is seen lies within half an octave of it
constexpr double binGap = 0.1; // of a bin, left free between two bars
constexpr double overscan =
    0.5; // of the width, counted on either side, so that moving about rarely counts anew
constexpr double topMargin = 8;
constexpr double bottomMargin = 8;
constexpr int settlingTime = 120;  // ms without zooming, after which the bins get their best width
constexpr int wheelRunPause = 700; // ms; a longer pause between steps begins a new place to go back to

/// The smallest of 1, 2, 5, 10, 20 … that is no less than `value`.
double roundedUp(double value) {
    const double decade = std::pow(10, std::floor(std::log10(std::max(value, 1.0))));
    for (const double step : {1.0, 2.0, 5.0}) {
        if (step * decade >= value) {
            return step * decade;
        }
    }
    return 10 * decade;
}

} // namespace

/// The chart itself. Its bars are painted here, over Qt's axis and grid: Qt would make a graphics item of
/// each, which takes longer than all else that a filter, an edit or a step of zooming do. Where they stand is
/// for the ScenePanel to say: there is no second map from time to pixels.
class EventChart : public QChartView {
public:
    explicit EventChart(Workspace &workspace) : m_workspace(workspace) {
        setFrameShape(QFrame::NoFrame);
        setAccessibleName(ChartPane::tr("Events over time"));
        setAccessibleDescription(ChartPane::tr("How many events begin when, by lane"));
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
        chart()->legend()->hide();
        chart()->setMargins({});
        chart()->layout()->setContentsMargins(0, 0, 0, 0);
        chart()->setBackgroundRoundness(0);
        chart()->setDropShadowEnabled(false);
        chart()->setAnimationOptions(QChart::NoAnimation);
        chart()->addAxis(&m_events, Qt::AlignLeft);
        m_events.setLabelFormat(QStringLiteral("%.0f"));
        m_events.setTickType(QValueAxis::TicksDynamic);
        m_events.setTitleText(ChartPane::tr("events"));
        m_events.setLineVisible(false);
        connect(&workspace, &Workspace::layoutChanged, this, [this] { m_isStale = true; });
        connect(&workspace, &Workspace::documentChanged, this, [this] { m_kept.clear(); });
        connect(&workspace, &Workspace::layoutChanged, this, &EventChart::refresh);
        connect(workspace.navigation(), &Navigation::viewportChanged, this, &EventChart::refresh);
        m_settling.setSingleShot(true);
        m_settling.setInterval(settlingTime);
        connect(&m_settling, &QTimer::timeout, this, [this] {
            m_isStale = true;
            refresh();
        });
        applyTheme(palette());
    }

    ~EventChart() override {
        chart()->removeAxis(&m_events); // a member: the chart must not delete it
    }

    /// `palette`: the pane's; this view gets its own only after the pane is told of a change.
    void applyTheme(const QPalette &palette) {
        m_theme = Theme::forPalette(palette);
        chart()->setBackgroundBrush(m_theme.background);
        chart()->setBackgroundPen(Qt::NoPen);
        setBackgroundBrush(m_theme.background);
        m_events.setLabelsColor(m_theme.mutedText);
        m_events.setTitleBrush(m_theme.mutedText);
        m_events.setGridLineColor(m_theme.grid);
        QFont small = font();
        small.setPointSizeF(small.pointSizeF() * 0.85);
        m_events.setLabelsFont(small);
        m_events.setTitleFont(small);
        m_isStale = true;
        refresh();
    }

    /// Brings the chart to the workspace's viewport. Counts only where the bins known so far do not suffice.
    void refresh() {
        if (!isVisible() || m_isRefreshing) {
            return;
        }
        m_isRefreshing = true;
        const Viewport &view = m_workspace.navigation()->viewport();
        if (m_isStale || !covers(view) || octavesOff(view) > 2) {
            count(view);
        } else if (octavesOff(view) > 0.5) {
            m_settling.start(); // bars of another width only when one has arrived
        }
        if (chart()->plotArea() != plotArea()) {
            chart()->setPlotArea(plotArea());
            chart()->layout()->invalidate(); // the grid would stay as large as it was
            chart()->layout()->activate();
        }
        this->viewport()->update();
        m_isRefreshing = false;
    }

    QRectF plotArea() const {
        const double left =
            m_workspace.layout().plotLeft(m_workspace.sceneSize().width()) - offsetFromTimeline();
        return {left, topMargin, m_workspace.navigation()->viewport().width(),
                std::max(10.0, height() - topMargin - bottomMargin)};
    }

    /// How time lies in the chart.
    ScenePanel panel() const {
        ScenePanel panel;
        panel.rect = plotArea();
        panel.scale = m_workspace.layout().scale();
        panel.viewport = m_workspace.navigation()->viewport();
        return panel;
    }

protected:
    void drawForeground(QPainter *painter, const QRectF & /*rect*/) override {
        const ScenePanel here = panel();
        painter->setClipRect(here.rect);
        const double unit = here.rect.height() / m_events.max(); // pixels an event
        for (std::size_t bin = 0; bin < m_histogram.bins(); ++bin) {
            const double left = here.at(m_histogram.begin(bin));
            const double binPixels = here.at(m_histogram.end(bin)) - left;
            if (left + binPixels < here.rect.left() || left > here.rect.right()) {
                continue;
            }
            EventIndex below = 0;
            const auto stack = [&](const std::vector<EventIndex> &counts, const QColor &color) {
                const EventIndex count = counts[bin];
                if (count > 0) {
                    painter->fillRect(QRectF(left + binPixels * binGap / 2,
                                             here.rect.bottom() - unit * (below + count),
                                             std::max(1.0, binPixels * (1 - binGap)), unit * count),
                                      color);
                }
                below += count;
            };
            for (std::size_t i = 0; i < m_histogram.series.size(); ++i) {
                stack(m_histogram.series[i].counts, m_colors[i]);
            }
            if (!m_histogram.others.empty()) {
                stack(m_histogram.others, m_theme.othersColor());
            }
        }
    }

    void resizeEvent(QResizeEvent *event) override {
        QChartView::resizeEvent(event);
        refresh();
    }

    void wheelEvent(QWheelEvent *event) override {
        const QPoint angle = event->angleDelta();
        if (!m_sinceWheel.isValid() || m_sinceWheel.elapsed() > wheelRunPause) {
            m_workspace.navigation()->rememberViewport();
        }
        m_sinceWheel.start();
        const bool pans =
            std::abs(angle.x()) > std::abs(angle.y()) || (event->modifiers() & Qt::ShiftModifier);
        if (pans) {
            const int delta = angle.x() != 0 ? angle.x() : angle.y();
            m_workspace.navigation()->setViewport(m_workspace.navigation()->viewport().pannedBy(-delta));
        } else {
            const double x = event->position().x() - panel().first();
            m_workspace.navigation()->setViewport(
                m_workspace.navigation()->viewport().zoomedAt(x, std::exp2(angle.y() / 240.0)));
        }
        event->accept();
    }

    void mousePressEvent(QMouseEvent *event) override {
        if (event->button() == Qt::LeftButton) {
            m_dragStart = event->position().x();
        }
    }

    void mouseMoveEvent(QMouseEvent *event) override {
        if (!m_dragStart || !(event->buttons() & Qt::LeftButton)) {
            return;
        }
        m_dragEnd = event->position().x();
        if (std::abs(*m_dragStart - m_dragEnd) >= QApplication::startDragDistance() || m_band.isVisible()) {
            const QRectF plot = plotArea();
            const double left = std::clamp(std::min(*m_dragStart, m_dragEnd), plot.left(), plot.right());
            const double right = std::clamp(std::max(*m_dragStart, m_dragEnd), plot.left(), plot.right());
            m_band.setGeometry(QRectF(left, plot.top(), right - left, plot.height()).toRect());
            m_band.show();
        }
    }

    void mouseReleaseEvent(QMouseEvent *event) override {
        if (event->button() == Qt::LeftButton && m_dragStart && m_band.isVisible()) {
            const QRectF band = m_band.geometry();
            if (band.width() > 1) {
                m_workspace.navigation()->navigate(m_workspace.navigation()->viewport().showing(
                    panel().axisAt(band.left()), panel().axisAt(band.right())));
            }
        }
        dropDrag();
    }

    void keyPressEvent(QKeyEvent *event) override {
        if (event->key() == Qt::Key_Escape && m_dragStart) {
            dropDrag();
        } else {
            QChartView::keyPressEvent(event);
        }
    }

    bool viewportEvent(QEvent *event) override {
        if (event->type() == QEvent::ToolTip) {
            const auto *help = static_cast<const QHelpEvent *>(event);
            QToolTip::showText(help->globalPos(), toolTipAt(help->pos()), this);
            return true;
        }
        return QChartView::viewportEvent(event);
    }

private:
    void dropDrag() {
        m_dragStart.reset();
        m_band.hide();
    }

    /// How far right of the timeline's left edge this widget lies. In the main window, the timeline is in the
    /// middle.
    double offsetFromTimeline() const {
        const auto *window = qobject_cast<const QMainWindow *>(this->window());
        if (window == nullptr || window->centralWidget() == nullptr) {
            return 0;
        }
        const QWidget *middle = window->centralWidget();
        return mapTo(window, QPoint()).x() - middle->mapTo(window, QPoint()).x();
    }

    /// Whether the bins counted last reach over all that is seen.
    bool covers(const Viewport &view) const {
        return view.left() >= m_histogram.edges.front() && view.right() <= m_histogram.edges.back();
    }

    /// How far from the best width the bins counted last are now.
    double octavesOff(const Viewport &view) const {
        return std::abs(std::log2(m_histogram.binAxis / view.scale() / binWidth));
    }

    void count(const Viewport &view) {
        const double aside = overscan * view.width();
        const QSizeF size(view.width() + 2 * aside, view.size().height());
        const TimelineLayout &layout = m_workspace.layout();
        m_histogram =
            histogram(layout.axis(), layout.lanes(),
                      Viewport(view.axis(-aside), view.scale(), size, view.breaks()), binWidth, m_kept);
        m_isStale = false;
        m_settling.stop();
        m_colors.clear();
        m_kept.clear();
        for (const Histogram::Series &counted : m_histogram.series) {
            const Lane &lane = layout.lanes().lanes[counted.lane];
            m_colors.push_back(m_theme.laneColor(*m_workspace.document(), lane));
            if (std::ranges::any_of(counted.counts, [](EventIndex number) { return number > 0; })) {
                m_kept.insert(lane.key);
            }
        }
        const double tick = std::max(1.0, roundedUp(m_histogram.highest / 3.0));
        m_events.setTickInterval(tick);
        m_events.setRange(0, tick * std::max(1.0, std::ceil(m_histogram.highest / tick)));
    }

    QString toolTipAt(QPointF at) const {
        const ScenePanel here = panel();
        const auto bin = m_histogram.binAt(here.axisAt(here.along(at)));
        if (!here.rect.contains(at) || !bin) {
            return {};
        }
        const Instant from = here.scale.instant(m_histogram.begin(*bin));
        const Instant to = here.scale.instant(m_histogram.end(*bin));
        const double length = millisecondsBetween(from, to);
        const QString fromName = instantName(from, length);
        const QString toName = instantName(plusMilliseconds(to, -1), length);
        const QStringList lanes = ChartText::lanesInBin(m_workspace.layout(), m_histogram, *bin);
        const QStringList lines = {fromName == toName ? fromName
                                                      : ChartPane::tr("%1 to %2").arg(fromName, toName)};
        return lanes.isEmpty() ? QString() : plainToolTip((lines + lanes).join(u'\n'));
    }

    Workspace &m_workspace;
    QValueAxis m_events;
    Theme m_theme;
    Histogram m_histogram;
    std::vector<QColor> m_colors; ///< of its series
    QSet<QString> m_kept; ///< keys of the lanes that have colours, so that these stay while one moves about
    QTimer m_settling;    ///< runs while bins are shown that have not quite the right width
    bool m_isStale = true;
    bool m_isRefreshing = false;
    QElapsedTimer m_sinceWheel;
    std::optional<double> m_dragStart;
    double m_dragEnd = 0;
    QRubberBand m_band{QRubberBand::Rectangle, this};
};

ChartPane::ChartPane(Workspace &workspace, QWidget *parent)
    : QWidget(parent), m_chart(new EventChart(workspace)) {
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_chart);
}

QRectF ChartPane::plotArea() const {
    return m_chart->plotArea();
}

void ChartPane::changeEvent(QEvent *event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        m_chart->applyTheme(palette());
    }
    QWidget::changeEvent(event);
}

void ChartPane::moveEvent(QMoveEvent *event) {
    QWidget::moveEvent(event);
    m_chart->refresh();
}

void ChartPane::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    m_chart->refresh();
}

} // namespace timeloom
