// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/workspace/workspace.h"

#include <algorithm>

namespace timeline {

// What one looks at beside the selection: folds that were opened, how lanes stand, an era, what is hovered.

void Workspace::openFold(Instant within) {
    LayoutOptions options = m_options;
    options.openedFolds.push_back(within);
    setLayoutOptions(options);
}

void Workspace::foldAgain(std::optional<Instant> at) {
    LayoutOptions options = m_options;
    if (at) {
        for (const TimeScale::Opened &fold : m_layout->scale().opened()) {
            if (fold.begin <= *at && *at < fold.end) {
                std::erase_if(options.openedFolds,
                              [&fold](Instant opened) { return fold.begin <= opened && opened < fold.end; });
            }
        }
    } else {
        options.openedFolds.clear();
    }
    setLayoutOptions(options);
}

void Workspace::setLaneChoice(const LaneChoice &choice) {
    if (choice == laneChoice()) {
        return;
    }
    const LaneGrouping grouping = m_layout->lanes().grouping;
    m_laneChoices.erase(grouping);
    if (!choice.isEmpty()) {
        m_laneChoices.emplace(grouping, choice);
    }
    m_layout->choose(choice);
    Q_EMIT layoutChanged();
    Q_EMIT m_navigation->viewportChanged();
}

void Workspace::setLaneChoices(const LaneChoices &choices) {
    const auto its = choices.find(m_layout->lanes().grouping);
    setLaneChoice(its != choices.end() ? its->second : LaneChoice());
    m_laneChoices = choices;
}

/// What somebody goes to is to be seen.
void Workspace::openLaneOf(EventIndex event) {
    const Lanes &lanes = m_layout->lanes();
    const Lanes::OfEvent its = lanes.lanesOf(m_layout->axis(), event);
    const auto isTall = [&lanes](std::size_t lane) { return lanes.isTall(lane); };
    if (its.isEmpty() || std::ranges::any_of(its, isTall)) {
        return;
    }
    const auto folded =
        std::ranges::find_if(its, [&lanes](std::size_t lane) { return !lanes.lanes[lane].isHidden; });
    const QString &key = lanes.lanes[folded != its.end() ? *folded : its.front()].key;
    LaneChoice choice = lanes.choice();
    choice.hidden.remove(key);
    choice.folded.remove(key);
    setLaneChoice(choice);
}

void Workspace::setHovered(std::optional<EventIndex> event) {
    if (event != m_hovered) {
        m_hovered = event;
        Q_EMIT hoverChanged();
    }
}

void Workspace::selectEra(std::optional<std::size_t> era) {
    era = era && *era < m_document->eras().size() ? era : std::nullopt;
    if (era == m_era) {
        return;
    }
    m_era = era;
    if (era) {
        m_selection->clear();
    }
    Q_EMIT eraChanged();
}

/// In another version or document it may be another, or gone.
void Workspace::keepEra(const Document &before) {
    const auto isIn = [this, &before](const Document &document) {
        return *m_era < document.eras().size() &&
               document.eras()[*m_era].title == before.eras()[*m_era].title;
    };
    if (m_era && !isIn(*m_document)) {
        selectEra(std::nullopt);
    }
}

void Workspace::setDimsUnlinked(bool dims) {
    if (dims != m_dimsUnlinked) {
        m_dimsUnlinked = dims;
        Q_EMIT dimmingChanged();
    }
}

} // namespace timeline
