// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scale/viewport.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QObject>
#include <QVariantAnimation>

class QWidget;

namespace timeline {

/// Moves a viewport over time: short ways to a target, and the momentum of a pan that was let go. Each new
/// movement interrupts the one before.
class ViewportAnimator : public QObject {
    Q_OBJECT

public:
    explicit ViewportAnimator(QObject *parent = nullptr);

    static constexpr int stepMilliseconds = 120; ///< of a step of zoom
    static constexpr int wayMilliseconds = 240;  ///< to an event, or to everything
    /// In no time where nothing may move: it is there at once.
    void animate(const Viewport &from, const Viewport &target, int milliseconds = wayMilliseconds);
    /// Goes on from `from` at `velocity` pixels a second (positive: to later times) and slows down.
    void fling(const Viewport &from, double velocity);
    void stop();

    /// Whether anything moves by itself, in all windows: people may want that it does not.
    static void setMotion(bool motion) { s_motion = motion; }
    static bool hasMotion(const QWidget &widget); ///< its style may say so, too

Q_SIGNALS:
    void moved(const timeline::Viewport &viewport);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    QVariantAnimation m_way;
    QBasicTimer m_momentum;
    QElapsedTimer m_clock;
    Viewport m_from;
    Viewport m_target;
    double m_velocity = 0;
    inline static bool s_motion = true;
};

} // namespace timeline
