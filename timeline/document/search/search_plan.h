// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/json/byte_pair_scan.h"
#include "document/search/folded_needle.h"

#include <QByteArrayView>
#include <bitset>

namespace timeline {

/// How to look for a needle in bytes: for which of its characters, chosen so that false alarms are few, and
/// by which bytes these show.
class SearchPlan {
public:
    /// `bytes` are those that will be searched: a sample of them tells which bytes are rare.
    SearchPlan(FoldedNeedle needle, QByteArrayView bytes);

    const FoldedNeedle &needle() const { return m_needle; }
    const BytePairs &pairs() const { return m_pairs; }
    const Escapes &escapes() const { return m_escapes; }

    /// The needle that a place found by scanning for pairs() and escapes() belongs to, if any.
    FoldedNeedle::Match matchAround(const char *at, const char *begin, const char *end) const;

private:
    bool isEscapeSought(const char *at, const char *end) const;

    FoldedNeedle m_needle;
    BytePairs m_pairs;
    Escapes m_escapes;
    std::vector<std::size_t> m_anchors; ///< the characters looked for, as places in the needle
    std::vector<std::uint32_t> m_units; ///< the hexadecimal digits that their escapes may have, as in memory
    std::bitset<256> m_shortEscapes;    ///< what may follow the backslash in their short escapes
};

} // namespace timeline
