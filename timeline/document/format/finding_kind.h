// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/finding_list.h"

#include <stop_token>

namespace timeline {

/// What a person would call the same problem, however often it occurs: the code of the findings, and where
/// that alone says little, the field and what was expected.
struct FindingKind {
    FindingCode code = FindingCode::WrongValue;
    /// As those of the finding, but only those that its sentence names; the others are empty.
    QStringList arguments;

    static FindingKind of(const Finding &finding);
    Severity severity() const { return severityOf(code); }
    /// What all of them have in common, without the single values: `"importance" is not a number from 0 to
    /// 1`. Translated.
    QString sentence() const;
    friend bool operator==(const FindingKind &, const FindingKind &) = default;
};

/// The findings of a list that are of one kind.
struct FindingGroup {
    FindingKind kind;
    std::vector<std::uint32_t> findings; ///< their numbers in the list, in its order
};

/// All findings of a list by their kinds: errors before warnings before notes, then those that are most.
/// Takes some hundredths of a microsecond a finding; where `stop` asks for it, it gives up with nothing of
/// meaning.
std::vector<FindingGroup> groupedByKind(const FindingList &findings, const std::stop_token &stop = {});

} // namespace timeline
