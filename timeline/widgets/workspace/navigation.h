// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/anchor.h"

#include <QObject>
#include <memory>
#include <vector>

namespace timeline {

/// Where the timeline's viewport is, is on its way to, and was before. Changes made by `navigate` can be gone
/// back through; those by `setViewport` (each step of an animation or a drag) cannot.
class Navigation : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    const Viewport &viewport() const { return m_now.viewport; }
    /// Where the viewport is, or is on its way to.
    const Viewport &destination() const { return aim().viewport; }
    void setViewport(const Viewport &viewport); ///< at once; ends a movement
    void moveTo(const Viewport &viewport);      ///< animated, where somebody animates
    void stepTo(const Viewport &viewport);      ///< a step of a movement; for the one that animates
    void endMovement();                         ///< stays where the viewport is now
    void navigate(const Viewport &viewport);    ///< asks the timeline to go there, animated

    bool canGoBack() const { return !m_back.empty(); }
    bool canGoForward() const { return !m_forward.empty(); }
    void goBack();
    void goForward();
    /// Remembers where a drag or a run of zoom steps begins, to go back to. To be called before its first
    /// step.
    void rememberViewport();
    void forgetHistory();
    /// Takes the viewport and all that are remembered over to another scale and size: about the same stretch
    /// of time, in which the anchor keeps its pixel in the window, where the plot begins `shift` pixels
    /// further right than it did. Who comes back to a scale and size is where one was. A movement is at its
    /// end then. Says nothing.
    void carryOver(const TimeScale &from, const TimeScale &to, QSizeF size, double shift,
                   const Anchor &anchor);
    void replace(const Viewport &viewport); ///< at once and without history; says nothing
    static constexpr std::size_t historyLimit = 200;

Q_SIGNALS:
    void viewportChanged();
    /// For the one that animates, which calls stepTo. Where nobody listens, the viewport is there at once.
    void navigationRequested(const timeline::Viewport &target);
    void movementEnded();
    void historyChanged();

private:
    /// A viewport, and as which one it was chosen, where that was on another scale or in another size. From
    /// that it is carried over, so that changes do not add up.
    struct View {
        struct Chosen {
            Viewport viewport;
            TimeScale scale;
            std::optional<EventIndex> selected; ///< and in view, while it was chosen
        };
        Viewport viewport;
        std::shared_ptr<const Chosen> chosen; ///< null where it was chosen as it is
    };

    const View &aim() const { return m_destination ? *m_destination : m_now; }
    void move(const View &view);
    void travel(std::vector<View> &from, std::vector<View> &to);

    View m_now;
    std::optional<View> m_destination; ///< of an animation that goes on
    std::vector<View> m_back, m_forward;
};

} // namespace timeline
