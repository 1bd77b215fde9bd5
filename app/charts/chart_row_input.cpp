// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/charts/chart_row.h"
#include "widgets/workspace/plain_tool_tip.h"

#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>
#include <cmath>

namespace timeloom {

using namespace timeline;

namespace {

constexpr int wheelRunPause = 700; // ms; a longer pause between steps begins a new place to go back to
constexpr double keyPan = 0.18;    // of the width, as in the timeline
constexpr double keyZoom = 1.4;

} // namespace

void ChartRow::resizeEvent(QResizeEvent *event) {
    QChartView::resizeEvent(event);
    refresh();
}

void ChartRow::showEvent(QShowEvent *event) {
    QChartView::showEvent(event);
    refresh();
}

/// Over the plot it zooms or pans, as in the timeline; over the headings it is for who scrolls the rows.
void ChartRow::wheelEvent(QWheelEvent *event) {
    const QRectF plot = plotArea();
    if (event->position().x() < plot.left()) {
        event->ignore();
        return;
    }
    const QPoint angle = event->angleDelta();
    Navigation &navigation = *m_ground.workspace().navigation();
    if (!m_sinceWheel.isValid() || m_sinceWheel.elapsed() > wheelRunPause) {
        navigation.rememberViewport();
    }
    m_sinceWheel.start();
    const bool pans = std::abs(angle.x()) > std::abs(angle.y()) || (event->modifiers() & Qt::ShiftModifier);
    if (pans) {
        navigation.setViewport(navigation.viewport().pannedBy(-(angle.x() != 0 ? angle.x() : angle.y())));
    } else {
        const double x = event->position().x() - plot.left();
        navigation.setViewport(navigation.viewport().zoomedAt(x, std::exp2(angle.y() / 240.0)));
    }
    event->accept();
}

void ChartRow::mousePressEvent(QMouseEvent *event) {
    if (event->button() == Qt::LeftButton && event->position().x() >= plotArea().left()) {
        m_drag = Drag{event->position().x(), event->modifiers().testFlag(Qt::ShiftModifier), false,
                      m_ground.viewport()};
    }
}

void ChartRow::mouseMoveEvent(QMouseEvent *event) {
    const double x = event->position().x();
    m_ground.setPointer(x);
    if (!m_drag || !(event->buttons() & Qt::LeftButton)) {
        return;
    }
    if (!m_drag->moved && std::abs(x - m_drag->from) < QApplication::startDragDistance()) {
        return;
    }
    Navigation &navigation = *m_ground.workspace().navigation();
    if (!std::exchange(m_drag->moved, true) && !m_drag->frames) {
        navigation.endMovement();
        navigation.rememberViewport();
    }
    if (m_drag->frames) {
        const QRectF plot = plotArea();
        const double left = std::clamp(std::min(m_drag->from, x), plot.left(), plot.right());
        const double right = std::clamp(std::max(m_drag->from, x), plot.left(), plot.right());
        m_band.setGeometry(QRectF(left, plot.top(), right - left, plot.height()).toRect());
        m_band.show();
    } else {
        viewport()->setCursor(Qt::ClosedHandCursor);
        navigation.setViewport(m_drag->viewport.pannedBy(m_drag->from - x));
    }
}

void ChartRow::mouseReleaseEvent(QMouseEvent *event) {
    if (event->button() != Qt::LeftButton || !m_drag) {
        return;
    }
    if (!m_drag->moved) {
        click(event->position().x(), panel());
    } else if (m_drag->frames && m_band.width() > 1) {
        const QRectF band = m_band.geometry();
        const ScenePanel here = panel();
        m_ground.workspace().navigation()->navigate(
            m_ground.viewport().showing(here.axisAt(band.left()), here.axisAt(band.right())));
    }
    endDrag();
}

void ChartRow::endDrag() {
    m_drag.reset();
    m_band.hide();
    viewport()->unsetCursor();
}

void ChartRow::keyPressEvent(QKeyEvent *event) {
    Navigation &navigation = *m_ground.workspace().navigation();
    const ScenePanel here = panel();
    const auto zoom = [&](double factor) {
        const double x = m_ground.pointer().value_or(here.rect.center().x()) - here.rect.left();
        navigation.moveTo(navigation.destination().zoomedAt(x, factor));
    };
    const int key = event->key();
    if (key == Qt::Key_Escape && m_drag) {
        if (!m_drag->frames && m_drag->moved) {
            navigation.setViewport(m_drag->viewport);
        }
        endDrag();
    } else if (key == Qt::Key_Left || key == Qt::Key_Right) {
        const int direction = key == Qt::Key_Left ? -1 : 1;
        const double from = m_ground.pointer().value_or(here.rect.center().x());
        if (const auto next = readingBeside(from, direction, here)) {
            m_ground.setPointer(*next);
            const auto reading = readingAt(*next, here);
            setAccessibleDescription(reading ? reading->lines.join(u'\n') : QString());
        } else {
            navigation.moveTo(
                navigation.destination().pannedBy(direction * keyPan * navigation.viewport().width()));
        }
    } else if (key == Qt::Key_Plus || key == Qt::Key_Equal) {
        zoom(keyZoom);
    } else if (key == Qt::Key_Minus) {
        zoom(1 / keyZoom);
    } else if ((key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space) &&
               m_ground.pointer()) {
        click(*m_ground.pointer(), here);
    } else if (key == Qt::Key_0) {
        m_ground.workspace().fitAll();
    } else {
        event->ignore();
    }
}

void ChartRow::focusInEvent(QFocusEvent *event) {
    QChartView::focusInEvent(event);
    viewport()->update();
}

void ChartRow::focusOutEvent(QFocusEvent *event) {
    QChartView::focusOutEvent(event);
    viewport()->update();
}

void ChartRow::leaveEvent(QEvent *event) {
    QChartView::leaveEvent(event);
    m_ground.setPointer(std::nullopt);
}

bool ChartRow::viewportEvent(QEvent *event) {
    if (event->type() != QEvent::ToolTip) {
        return QChartView::viewportEvent(event);
    }
    const auto *help = static_cast<const QHelpEvent *>(event);
    const ScenePanel here = panel();
    QString text;
    if (help->pos().x() < here.rect.left()) {
        text = m_note.isEmpty() ? m_title : tr("%1 · %2", "a name and its unit").arg(m_title, m_note);
        text = plainToolTip(text);
    } else if (here.rect.contains(help->pos())) {
        text = toolTipAt(help->pos(), here);
    }
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

} // namespace timeloom
