// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/signs/exactness.h"
#include "document/store/document.h"

#include <QBitArray>
#include <QUrl>
#include <stop_token>

namespace timeloom {

/// How sure, how exact and by which sources a file's events are, each with how many of them are so. Looks at
/// the columns of all events, and where that is not too much at their sources.
struct FileFacts {
    struct OfStatus {
        timeline::Status status = timeline::Status::Confirmed;
        QString word; ///< the file's own; empty for those of the format, and for all further ones together
        timeline::EventIndex events = 0;
    };
    struct OfSource {
        timeline::Source source;
        std::optional<timeline::EventIndex> events; ///< nothing where they were not counted
    };
    std::vector<OfStatus> statuses; ///< those that occur
    std::array<timeline::EventIndex, exactnessCount> exact{};
    std::vector<OfSource> sources; ///< the first `mostSources`, those that the file declares before others
    std::size_t sourceCount = 0;

    static constexpr std::size_t mostSources = 200;
    static constexpr timeline::EventIndex few = 5'000; ///< events that are looked at while one waits
};

/// Of no use where it was asked to stop.
FileFacts factsOf(const timeline::Document &document, const std::stop_token &stop = {});

/// What a row of the facts stands for, as an address within the program: `status:claimed`,
/// `status:own/word`, `exact:3`, `source:id` with the id or the title and address in percent encoding.
QUrl addressOf(const FileFacts::OfStatus &status);
QUrl addressOf(Exactness exactness);
QUrl addressOf(const timeline::Source &source);

/// The events that such an address stands for, a bit each; none for another.
QBitArray eventsOf(const timeline::Document &document, const QUrl &address, const std::stop_token &stop = {});
/// The query that shows them; empty where there is none that does.
QString queryFor(const QUrl &address);

} // namespace timeloom
