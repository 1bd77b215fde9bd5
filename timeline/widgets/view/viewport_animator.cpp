// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/viewport_animator.h"

#include <QStyle>
#include <QTimerEvent>
#include <QWidget>
#include <cmath>

namespace timeline {

namespace {

constexpr int frameMilliseconds = 16;
constexpr double slowingSeconds = 0.32; // in which momentum falls to a third
constexpr double slowest = 20;          // pixels a second

} // namespace

ViewportAnimator::ViewportAnimator(QObject *parent) : QObject(parent) {
    m_way.setStartValue(0.0);
    m_way.setEndValue(1.0);
    m_way.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_way, &QVariantAnimation::valueChanged, this,
            [this](const QVariant &part) { Q_EMIT moved(m_from.between(m_target, part.toDouble())); });
}

bool ViewportAnimator::hasMotion(const QWidget &widget) {
    return s_motion && widget.style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, &widget) > 0;
}

void ViewportAnimator::animate(const Viewport &from, const Viewport &target, int milliseconds) {
    stop();
    if (!s_motion || milliseconds <= 0) {
        Q_EMIT moved(target);
        return;
    }
    m_way.setDuration(milliseconds);
    m_from = from;
    m_target = target;
    m_way.start();
}

void ViewportAnimator::fling(const Viewport &from, double velocity) {
    stop();
    if (!s_motion || std::abs(velocity) < slowest) {
        return;
    }
    m_from = from;
    m_velocity = velocity;
    m_clock.start();
    m_momentum.start(frameMilliseconds, this);
}

void ViewportAnimator::stop() {
    m_way.stop();
    m_momentum.stop();
}

void ViewportAnimator::timerEvent(QTimerEvent *event) {
    if (event->timerId() != m_momentum.timerId()) {
        return;
    }
    // Reckoned from where it began, not step by step: the way is the same at any frame rate.
    const double seconds = static_cast<double>(m_clock.elapsed()) / 1000;
    const double left = std::exp(-seconds / slowingSeconds);
    if (std::abs(m_velocity) * left < slowest) {
        m_momentum.stop();
    }
    Q_EMIT moved(m_from.pannedBy(m_velocity * slowingSeconds * (1 - left)));
}

} // namespace timeline
