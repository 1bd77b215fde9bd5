// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace timeline {

/// The words of a list as people write it in a line: parted by commas, blanks around them do not count. In
/// quotation marks both are part of a word; a quotation mark there is written twice, and `""` is an empty
/// word. A mark that nothing ends is ended by the line.
QStringList wordsIn(const QString &line);

/// The line for such a list: those words in quotation marks that would not be read as one.
QString wordList(const QStringList &words);

} // namespace timeline
