// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace timeline {
class TextMeasure;
}

namespace timeloom {

/// Edits of all events of a file, each undone and made again: how long until all that shows them has
/// followed, how long the window's thread did nothing else meanwhile, and what memory it took. A Markdown
/// table.
void benchMassEdits(const QString &fileName, const timeline::TextMeasure &measure);

} // namespace timeloom
