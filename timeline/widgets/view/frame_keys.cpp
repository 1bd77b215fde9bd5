// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/frame_keys.h"

#include "time/ticks.h"
#include "widgets/headings/grouping_menu.h"
#include "widgets/view/scene_widget.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMenu>
#include <algorithm>

namespace timeline {

namespace {

/// Where the texts of this file are translated.
struct FrameTexts {
    Q_DECLARE_TR_FUNCTIONS(timeline::FrameKeys)
};

} // namespace

std::vector<FramePart> framePartsOf(const Scene &scene) {
    std::vector<FramePart> parts;
    if (scene.corner) {
        parts.push_back({});
    }
    const auto add = [&parts](const FramePart &part) {
        if (std::ranges::find(parts, part) == parts.end()) { // an era has a part in each column
            parts.push_back(part);
        }
    };
    const bool isCanvas = !scene.page;
    for (const SceneEra &era : scene.eras) {
        if (isCanvas && !era.bar.isEmpty()) {
            add({FramePart::Kind::Era, era.era});
        }
    }
    for (const ScenePanel &panel : scene.panels) {
        for (const ScaleMark &mark : panel.scaleMarks) {
            if (isCanvas && mark.isBreak()) {
                add({FramePart::Kind::Fold, 0, mark.begin});
            }
        }
    }
    return parts;
}

QRectF placeOf(const FramePart &part, const Scene &scene) {
    switch (part.kind) {
    case FramePart::Kind::Corner:
        return scene.corner ? scene.corner->rect : QRectF();
    case FramePart::Kind::Era: {
        const auto era = std::ranges::find(scene.eras, part.era, &SceneEra::era);
        return era != scene.eras.end() ? era->bar : QRectF();
    }
    case FramePart::Kind::Fold:
        break;
    }
    const ScaleMark *fold = foldOf(part, scene);
    return fold != nullptr ? scene.placeOf(*fold, scene.panelOf(fold->begin)) : QRectF();
}

const ScaleMark *foldOf(const FramePart &part, const Scene &scene) {
    for (const ScenePanel &panel : scene.panels) {
        for (const ScaleMark &mark : panel.scaleMarks) {
            if (part.kind == FramePart::Kind::Fold && mark.isBreak() && mark.begin == part.fold) {
                return &mark;
            }
        }
    }
    return nullptr;
}

void press(const FramePart &part, SceneWidget &view) {
    Workspace &workspace = view.workspace();
    switch (part.kind) {
    case FramePart::Kind::Corner: {
        const QPoint below = placeOf(part, view.scene()).bottomLeft().toPoint();
        popUpGroupings(workspace, &view, view.viewport()->mapToGlobal(below));
        break;
    }
    case FramePart::Kind::Era: {
        const auto era = std::ranges::find(view.scene().eras, part.era, &SceneEra::era);
        if (era != view.scene().eras.end() && era->count > 1) { // they part as one comes closer
            workspace.frame(workspace.layout().spanOf(*era));
        } else {
            workspace.selectEra(part.era);
        }
        break;
    }
    case FramePart::Kind::Fold:
        workspace.openFold(part.fold);
        break;
    }
}

void addFoldActions(QMenu &menu, SceneWidget &view, QPointF at) {
    const Scene &scene = view.scene();
    Workspace &workspace = view.workspace();
    if (scene.panels.empty() || scene.page) {
        return;
    }
    if (const ScaleMark *fold = scene.foldAt(at)) {
        const QString length = roundDurationName(fold->begin, fold->end);
        menu.addAction(FrameTexts::tr("Open %1 that are folded", "a length of time").arg(length), &workspace,
                       [&workspace, begin = fold->begin] { workspace.openFold(begin); });
        return;
    }
    const Instant there = scene.panelAt(at).instantAt(at);
    for (const TimeScale::Opened &opened : workspace.layout().scale().opened()) {
        if (opened.begin <= there && there < opened.end) {
            const QString length = roundDurationName(opened.begin, opened.end);
            menu.addAction(FrameTexts::tr("Fold %1 again", "a length of time").arg(length), &workspace,
                           [&workspace, there] { workspace.foldAgain(there); });
        }
    }
}

std::optional<FramePart> FrameKeys::focus() const {
    const bool isThere = m_focus && !placeOf(*m_focus, m_view.scene()).isEmpty();
    return isThere ? m_focus : std::nullopt;
}

void FrameKeys::goTo(const std::optional<FramePart> &part) {
    m_focus = part;
    const bool isEra = part && part->kind == FramePart::Kind::Era;
    m_view.focusEra(isEra ? std::optional(part->era) : std::nullopt);
    m_view.viewport()->update();
    m_view.tellFocus();
}

bool FrameKeys::comeBack() {
    const bool wasThere = m_focus.has_value();
    if (wasThere) {
        goTo(std::nullopt);
    }
    return wasThere;
}

bool FrameKeys::step(bool isForward) {
    const std::vector<FramePart> parts = framePartsOf(m_view.scene());
    const std::optional<FramePart> from = focus();
    if (isForward) {
        const auto next =
            std::ranges::find_if(parts, [&](const FramePart &one) { return !from || one.kind > from->kind; });
        goTo(next != parts.end() ? std::optional(*next) : std::nullopt);
        return next != parts.end();
    }
    if (!from) {
        return false;
    }
    std::optional<FramePart> before; // the first of the kind before; else the events
    for (const FramePart &one : parts) {
        if (one.kind < from->kind && (!before || before->kind < one.kind)) {
            before = one;
        }
    }
    goTo(before);
    return true;
}

void FrameKeys::comeBackFromBehind() {
    const std::vector<FramePart> parts = framePartsOf(m_view.scene());
    const auto last =
        parts.empty() ? parts.end() : std::ranges::find(parts, parts.back().kind, &FramePart::kind);
    goTo(last != parts.end() ? std::optional(*last) : std::nullopt);
}

bool FrameKeys::press(const QKeyEvent &event) {
    const std::optional<FramePart> from = focus();
    if (!from || (event.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier) {
        return false;
    }
    std::vector<FramePart> same = framePartsOf(m_view.scene());
    std::erase_if(same, [&from](const FramePart &one) { return one.kind != from->kind; });
    const auto at = std::ranges::find(same, *from);
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Up:
        goTo(at != same.begin() ? *std::prev(at) : *at);
        return true;
    case Qt::Key_Right:
    case Qt::Key_Down:
        goTo(std::next(at) != same.end() ? *std::next(at) : *at);
        return true;
    case Qt::Key_Home:
        goTo(same.front());
        return true;
    case Qt::Key_End:
        goTo(same.back());
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        timeline::press(*from, m_view);
        return true;
    case Qt::Key_Escape:
        return comeBack();
    default:
        return false;
    }
}

} // namespace timeline
