// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scale/viewport.h"

#include <QObject>
#include <functional>
#include <optional>
#include <vector>

namespace timeline {

/// Where the timeline's viewport is, is on its way to, and was before. Changes made by `navigate` can be gone
/// back through; those by `setViewport` (each step of an animation or a drag) cannot.
class Navigation : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    const Viewport &viewport() const { return m_viewport; }
    /// Where the viewport is, or is on its way to.
    const Viewport &destination() const { return m_destination ? *m_destination : m_viewport; }
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
    /// Changes the viewport and all that are remembered, as when the scale is another. Says nothing.
    void carryOver(const std::function<Viewport(const Viewport &)> &change);
    void replace(const Viewport &viewport); ///< at once and without history; says nothing
    static constexpr std::size_t historyLimit = 200;

Q_SIGNALS:
    void viewportChanged();
    /// For the one that animates, which calls stepTo. Where nobody listens, the viewport is there at once.
    void navigationRequested(const timeline::Viewport &target);
    void movementEnded();
    void historyChanged();

private:
    void travel(std::vector<Viewport> &from, std::vector<Viewport> &to);

    Viewport m_viewport;
    std::optional<Viewport> m_destination; ///< of an animation that goes on
    std::vector<Viewport> m_back, m_forward;
};

} // namespace timeline
