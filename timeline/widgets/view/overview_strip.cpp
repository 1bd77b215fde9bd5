// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/overview_strip.h"

#include "layout/lanes/histogram.h"

#include <QMouseEvent>
#include <QPainter>
#include <cmath>

namespace timeline {

namespace {

constexpr double edgeReach = 6;       // pixels around an edge where it can be gripped
constexpr double narrowestWindow = 8; // as drawn; the window itself may be narrower
constexpr double binWidth = 4;

} // namespace

OverviewStrip::OverviewStrip(Workspace &workspace, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_theme(Theme::forPalette(palette())) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    setAccessibleName(tr("Overview"));
    setToolTip(tr("The whole time line. Drag the window or its edges; double click to show everything."));
    connect(&workspace, &Workspace::layoutChanged, this, &OverviewStrip::refresh);
    connect(workspace.navigation(), &Navigation::viewportChanged, this, qOverload<>(&QWidget::update));
}

void OverviewStrip::refresh() {
    m_density = QPixmap();
    update();
}

void OverviewStrip::resizeEvent(QResizeEvent *) {
    refresh();
}

void OverviewStrip::changeEvent(QEvent *event) {
    if (event->type() == QEvent::PaletteChange) {
        m_theme = Theme::forPalette(palette());
        refresh();
    }
    QWidget::changeEvent(event);
}

ScenePanel OverviewStrip::whole() const {
    // The same stretch as the timeline's when it shows everything, so that the two agree to the pixel.
    const TimelineLayout &layout = m_workspace.layout();
    const Viewport all = layout.fitAll(m_workspace.sceneSize());
    const double left = layout.plotLeft(m_workspace.sceneSize().width());
    ScenePanel panel;
    panel.rect = QRectF(left, 0, std::max(1.0, width() - left), height());
    panel.scale = layout.scale();
    panel.viewport = Viewport::showing(all.left(), all.right(), panel.rect.size(), panel.scale.breaks());
    return panel;
}

QRectF OverviewStrip::window() const {
    const ScenePanel all = whole();
    const Viewport &view = m_workspace.navigation()->viewport();
    double left = std::clamp(all.at(view.left()), all.first(), all.last());
    double right = std::clamp(all.at(view.right()), all.first(), all.last());
    if (right - left < narrowestWindow) {
        const double middle =
            std::clamp((left + right) / 2, all.first() + narrowestWindow / 2,
                       std::max(all.first(), all.last() - narrowestWindow) + narrowestWindow / 2);
        left = middle - narrowestWindow / 2;
        right = middle + narrowestWindow / 2;
    }
    return {left, 0.5, right - left, height() - 1.0};
}

void OverviewStrip::paintDensity() {
    const double ratio = devicePixelRatioF();
    m_density = QPixmap((QSizeF(size()) * ratio).toSize());
    m_density.setDevicePixelRatio(ratio);
    m_density.fill(m_theme.background);
    QPainter painter(&m_density);
    const TimelineLayout &layout = m_workspace.layout();
    const ScenePanel all = whole();
    const Histogram bins = histogram(layout.axis(), layout.lanes(), all.viewport, binWidth);
    if (bins.highest == 0) {
        return;
    }
    // The root keeps single events visible beside thousands.
    const double unit = (height() - 6) / std::sqrt(static_cast<double>(bins.highest));
    std::vector<QColor> colors;
    for (const Histogram::Series &series : bins.series) {
        colors.push_back(m_theme.laneColor(layout.document(), layout.lanes().lanes[series.lane]));
    }
    for (std::size_t bin = 0; bin < bins.bins(); ++bin) {
        const double left = all.at(bins.begin(bin));
        const double right = all.at(bins.end(bin));
        EventIndex below = 0;
        const auto stack = [&](const std::vector<EventIndex> &counts, const QColor &color) {
            const EventIndex count = counts[bin];
            if (count == 0) {
                return;
            }
            const double bottom = height() - 2 - unit * std::sqrt(static_cast<double>(below));
            const double top = height() - 2 - unit * std::sqrt(static_cast<double>(below + count));
            painter.fillRect(QRectF(left, top, std::max(1.0, right - left - 0.5), bottom - top), color);
            below += count;
        };
        for (std::size_t i = 0; i < bins.series.size(); ++i) {
            stack(bins.series[i].counts, colors[i]);
        }
        if (!bins.others.empty()) {
            stack(bins.others, m_theme.othersColor());
        }
    }
}

void OverviewStrip::paintEvent(QPaintEvent *) {
    if (m_density.isNull()) {
        paintDensity();
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_density);
    const QRectF seen = window();
    QColor veil = m_theme.background;
    veil.setAlphaF(0.62F);
    const double first = whole().first();
    painter.fillRect(QRectF(first, 0, seen.left() - first, height()), veil);
    painter.fillRect(QRectF(seen.right(), 0, width() - seen.right(), height()), veil);
    painter.setPen(QPen(m_theme.line, 1));
    painter.drawLine(QPointF(0, 0.5), QPointF(width(), 0.5));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.accent, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(seen.adjusted(1, 1, -1, -1), 3, 3);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.accent);
    for (const double x : {seen.left() + 1, seen.right() - 1}) {
        painter.drawRoundedRect(QRectF(x - 2, height() / 2.0 - 8, 4, 16), 2, 2);
    }
}

OverviewStrip::Grip OverviewStrip::gripAt(QPointF at) const {
    const QRectF seen = window();
    const double reach = std::min(edgeReach, seen.width() / 4);
    if (std::abs(at.x() - seen.left()) <= edgeReach && at.x() < seen.left() + reach) {
        return Grip::LeftEdge;
    }
    if (std::abs(at.x() - seen.right()) <= edgeReach && at.x() > seen.right() - reach) {
        return Grip::RightEdge;
    }
    return seen.contains(at) ? Grip::Window : Grip::None;
}

void OverviewStrip::mousePressEvent(QMouseEvent *event) {
    if (event->button() != Qt::LeftButton || event->position().x() < whole().first()) {
        return;
    }
    m_workspace.navigation()->rememberViewport();
    m_grip = gripAt(event->position());
    const QRectF seen = window();
    if (m_grip == Grip::None) {
        m_grip = Grip::Window;
        m_grabbedAt = 0.5;
        mouseMoveEvent(event);
        return;
    }
    const double x = event->position().x();
    m_grabbedAt = m_grip == Grip::Window      ? (x - seen.left()) / seen.width()
                  : m_grip == Grip::RightEdge ? x - seen.right()
                                              : x - seen.left();
}

void OverviewStrip::mouseMoveEvent(QMouseEvent *event) {
    if (m_grip == Grip::None) {
        const Grip grip = gripAt(event->position());
        setCursor(grip == Grip::None     ? Qt::ArrowCursor
                  : grip == Grip::Window ? Qt::OpenHandCursor
                                         : Qt::SizeHorCursor);
        return;
    }
    const Viewport &view = m_workspace.navigation()->viewport();
    if (m_grip == Grip::Window) {
        const Viewport fromHere(whole().axisAt(event->position().x()), view.scale(), view.size(),
                                view.breaks());
        m_workspace.navigation()->setViewport(fromHere.pannedBy(-m_grabbedAt * view.width()));
        return;
    }
    const double axis = whole().axisAt(event->position().x() - m_grabbedAt);
    const double begin = m_grip == Grip::LeftEdge ? axis : view.left();
    const double end = m_grip == Grip::RightEdge ? axis : view.right();
    if (begin < end) {
        m_workspace.navigation()->setViewport(view.showing(begin, end));
    }
}

void OverviewStrip::mouseReleaseEvent(QMouseEvent *event) {
    m_grip = Grip::None;
    mouseMoveEvent(event);
}

void OverviewStrip::mouseDoubleClickEvent(QMouseEvent *) {
    m_grip = Grip::None;
    m_workspace.fitAll();
}

} // namespace timeline
