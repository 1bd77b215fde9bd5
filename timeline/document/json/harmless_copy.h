// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <vector>

namespace timeline {

/// A copy of a file's bytes, of the same length, in which harmless things replace what RFC 8259 allows and
/// the parser refuses: halves of surrogate pairs (by U+FFFD) and numbers that may be too big for a double (by
/// 0). So one odd value does not cost the whole file. Both lists are sorted.
struct HarmlessCopy {
    QByteArray bytes;
    std::vector<qint64> surrogates; ///< backslashes of replaced escapes
    std::vector<qint64> replaced;   ///< all that was replaced
};

HarmlessCopy harmlessCopy(QByteArrayView bytes);

} // namespace timeline
