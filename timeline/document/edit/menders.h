// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/edit/mend_places.h"

#include <QHash>

// What is done to single values so that they can be used. Each touches the value that it is about and nothing
// else, and leaves it where there is more than one reading.

namespace timeline::menders {

Mender date();             ///< "March 2021" becomes 2021-03
Mender yearsAndNext();     ///< "1920-21" becomes 1920/1921; not a start nor an end
Mender swappedEnds();      ///< of "start" and "end", which keep how they are written
Mender divided(double by); ///< numbers that are from 0 to 1 then
Mender limited();          ///< numbers below 0 become 0, those above 1 become 1
Mender number();           ///< "0.7" becomes 0.7
Mender text();             ///< 7 becomes "7"
Mender list();             ///< "x" becomes ["x"]; not a text with commas, which may be several
Mender knownStatus();      ///< "Confirmed " becomes "confirmed"
Mender seenCharacters();   ///< control characters go; a line break or a tab becomes a blank
Mender plainCharacters();  ///< look-alikes go; between words one common blank stays, and so do letters
Mender firstKey();         ///< a member goes whose key was there before
/// Names become those that these lead to by foldedName().
Mender renamed(const QHash<QString, QString> &names);
/// The number-th place gets the number-th of these, as JSON.
Mender replaced(std::vector<QByteArray> values);

/// A number as short as it can be told, without the noise of binary fractions.
QByteArray numberJson(double number);

} // namespace timeline::menders
