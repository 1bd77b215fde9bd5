// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace timeline {

/// A tooltip that shows `text` as it is. Qt guesses whether a tooltip is rich text, even where it is escaped;
/// in markup of its own there is nothing to guess, and nothing of the text is ever loaded.
inline QString plainToolTip(const QString &text) {
    return text.isEmpty() ? text
                          : QStringLiteral("<html>%1</html>")
                                .arg(text.toHtmlEscaped().replace(u'\n', QLatin1String("<br>")));
}

} // namespace timeline
