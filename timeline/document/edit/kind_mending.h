// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/edit/mend_places.h"

namespace timeline {

/// One way to mend the findings of a kind, all in one step.
struct KindMend {
    QString title;         ///< for a choice: "Divide by 10"; translated
    QString told;          ///< what it does, in sentences; translated
    std::size_t count = 0; ///< of the findings, how many it mends
    std::vector<std::pair<QString, QString>>
        samples; ///< few: JSON before and after; none where told says all
    /// Makes the edit. May be called on any thread; where it is asked to stop, it is of no meaning.
    std::function<DocumentEdit(const std::stop_token &stop)> edit;
};

/// Whether there may be a way to mend findings of this kind.
bool mayBeMended(const FindingKind &kind);

/// The ways to mend findings of a document, the most obvious first; those alone that have one reading. Looks
/// at all of the values: a few microseconds each. May be called on any thread.
std::vector<KindMend> mendsOf(const std::shared_ptr<const Document> &document, const FindingGroup &group,
                              const std::stop_token &stop = {});

} // namespace timeline
