// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/finding_kind.h"
#include "document/store/document.h"

#include <functional>
#include <stop_token>

namespace timeline {

/// Where a finding about an event is.
struct MendPlace {
    EventIndex event = 0;
    qint64 at = 0; ///< bytes from the beginning of its text
};

/// The places of the findings of a kind that are about events, in the order of the events. Linear in their
/// number.
std::vector<MendPlace> placesOf(const Document &document, const FindingGroup &group,
                                const std::stop_token &stop);

/// The value that a place in a JSON text is about, and what it is in.
struct ValueAt {
    std::optional<ByteRange> key; ///< of a member; an element has none
    JsonValue value;
    qint64 endBefore = 0;   ///< where what stands before it in the same object or array ends
    bool isOfEvent = false; ///< a member of the event itself, not of a part of it
};
/// The innermost one whose key or value has this place in it, or begins there.
std::optional<ValueAt> valueAround(const JsonText &text, qint64 at);

/// What to change in a text so that the finding at the number-th place goes; nothing where it is not sure.
using Mender =
    std::function<std::vector<Splice>(const JsonText &text, const ValueAt &found, std::size_t number)>;
/// Whether a text is as it should be afterwards.
using MendCheck = std::function<bool(const MendPlace &place, const QByteArray &text)>;

/// What a mender does at many places, on all cores. All of it may be asked for on any thread.
class Mending {
public:
    Mending(std::shared_ptr<const Document> document, std::shared_ptr<const std::vector<MendPlace>> places,
            Mender mender, MendCheck check = {})
        : m_document(std::move(document)), m_places(std::move(places)), m_mender(std::move(mender)),
          m_check(std::move(check)) {}

    struct Survey {
        std::size_t count = 0;                            ///< of the places that it mends
        std::vector<std::pair<QString, QString>> samples; ///< few, each another: before and after, as JSON
    };
    Survey survey(const std::stop_token &stop) const;
    DocumentEdit edit(const std::stop_token &stop) const;

private:
    std::vector<Splice> mended(const JsonText &text, std::size_t number) const;

    std::shared_ptr<const Document> m_document;
    std::shared_ptr<const std::vector<MendPlace>> m_places;
    Mender m_mender;
    MendCheck m_check;
};

} // namespace timeline
