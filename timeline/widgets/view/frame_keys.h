// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/instant.h"

#include <QPoint>
#include <QRectF>
#include <optional>
#include <vector>

class QKeyEvent;
class QMenu;

namespace timeline {

class SceneWidget;
class Workspace;
struct ScaleMark;
struct Scene;

/// What stands around the lanes and can be pressed, the same in each scene.
struct FramePart {
    enum class Kind : std::uint8_t { Corner, Era, Fold };
    Kind kind = Kind::Corner;
    std::size_t era = 0; ///< its place in the document
    Instant fold{};      ///< where it begins
    friend bool operator==(const FramePart &, const FramePart &) = default;
};

/// Those of a scene that are in view: the corner, eras, folds.
std::vector<FramePart> framePartsOf(const Scene &scene);
QRectF placeOf(const FramePart &part, const Scene &scene);          ///< empty where it is not in view
const ScaleMark *foldOf(const FramePart &part, const Scene &scene); ///< null where it is none in view
/// What a click there does: asks by what lanes are made, selects the era, opens the fold.
void press(const FramePart &part, SceneWidget &view);

/// Opens what is folded at a point, or folds again what was opened there.
void addFoldActions(QMenu &menu, SceneWidget &view, QPointF at);

/// What keys do with what stands around the lanes. Tab goes from events to the first of each kind and on;
/// arrows go from one to the other of its kind, Return and Space press it, Esc comes back to the events.
class FrameKeys {
    Q_DISABLE_COPY_MOVE(FrameKeys)

public:
    explicit FrameKeys(SceneWidget &view) : m_view(view) {}

    std::optional<FramePart> focus() const; ///< nothing: keys go to events
    bool step(bool isForward);              ///< to another kind; false where there is none that way
    void comeBackFromBehind();              ///< to the last kind, or the events where there is none
    bool press(const QKeyEvent &event);     ///< whether it is one of its keys
    bool comeBack();                        ///< to the events; whether keys were not there

private:
    void goTo(const std::optional<FramePart> &part);

    SceneWidget &m_view;
    std::optional<FramePart> m_focus;
};

} // namespace timeline
