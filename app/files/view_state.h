// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/workspace.h"

#include <QStringList>
#include <optional>

namespace timeloom {

/// How somebody looks at a file: which stretch of time, which lanes, what is filtered. It is kept outside of
/// the file, which says what happened, and not who looked at what.
struct ViewState {
    /// Dates, so that it is the same stretch on another scale and in another window.
    struct Stretch {
        timeline::Instant begin;
        timeline::Instant end;
        friend bool operator==(const Stretch &, const Stretch &) = default;
    };

    std::optional<Stretch> stretch; ///< nothing: all of time
    bool isPage = false;            ///< instead of lanes
    timeline::LaneGrouping grouping = timeline::LaneGrouping::Category;
    timeline::Workspace::LaneChoices laneChoices; ///< of each grouping; keys of lanes that are gone stay
    bool folded = true;
    std::vector<timeline::Instant> openedFolds{}; ///< see LayoutOptions
    bool allRows = false;
    QString query;
    QStringList hiddenCategories; ///< ids, sorted

    /// What a workspace shows; of lanes or page it does not know.
    static ViewState of(const timeline::Workspace &workspace);
    /// Lanes, scale and filter, as far as its document has what they name. The layout follows, among many
    /// events a moment later.
    void arrange(timeline::Workspace &workspace) const;
    /// The stretch, when the layout is there; false where that has nothing of it, or all is shown.
    bool showStretch(timeline::Workspace &workspace) const;

    QByteArray toJson() const;
    /// Nothing of what is no such state; what is wrong within one is as in a new one.
    static std::optional<ViewState> fromJson(const QByteArray &json);

    friend bool operator==(const ViewState &, const ViewState &) = default;
};

/// The states of the files that were looked at last, in the user's state folder, readable by their owner
/// alone.
namespace keptViews {
inline constexpr qsizetype most = 500;
QString pathFor(const QString &fileName); ///< of an events file
std::optional<ViewState> read(const QString &fileName);
bool write(const QString &fileName, const ViewState &state); ///< and forgets the oldest of too many
} // namespace keptViews

} // namespace timeloom
