// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/signs/exactness.h"

namespace timeloom {

using namespace timeline;

Exactness exactnessOf(const Span &span) {
    const DateFlags flags = span.flags;
    if (flags & (DateFlags(DateFlag::UnknownStart) | DateFlag::UnknownEnd)) {
        return Exactness::Unknown;
    }
    if (flags & DateFlag::OpenEnd) {
        return Exactness::GoesOn;
    }
    if (flags & DateFlag::OpenStart) {
        return Exactness::FromBefore;
    }
    if (flags & DateFlag::Interval) {
        const bool begins = flags & DateFlag::StartApproximate;
        const bool ends = flags & DateFlag::EndApproximate;
        return begins && ends   ? Exactness::LastsAbout
               : begins || ends ? Exactness::PartlyAbout
                                : Exactness::Lasts;
    }
    if (flags & DateFlag::Approximate) {
        return Exactness::About;
    }
    constexpr double day = 86'400'000; // milliseconds
    const bool isShort = millisecondsBetween(span.begin, span.end) <= day;
    return !isShort ? Exactness::Within : flags & DateFlag::HasTime ? Exactness::Moment : Exactness::Day;
}

QString ExactnessWords::of(Exactness exactness) {
    switch (exactness) {
    case Exactness::Moment:
        return tr("A known time");
    case Exactness::Day:
        return tr("A known day");
    case Exactness::Within:
        return tr("Some time within");
    case Exactness::About:
        return tr("About then");
    case Exactness::Lasts:
        return tr("Lasts this long");
    case Exactness::LastsAbout:
        return tr("Begins and ends about then");
    case Exactness::PartlyAbout:
        return tr("Begins or ends about then");
    case Exactness::GoesOn:
        return tr("Goes on");
    case Exactness::FromBefore:
        return tr("Until then, from before");
    case Exactness::Unknown:
        break;
    }
    return tr("Begin or end unknown");
}

} // namespace timeloom
