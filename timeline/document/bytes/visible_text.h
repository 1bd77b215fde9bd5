// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string>
#include <string_view>

namespace timeline {

/// Text from a file, made safe to show: control characters and those that turn the direction of writing are
/// written out as their code point, "‹U+202E›", instead of being obeyed. Line ends and tabs stay.
QString visibleText(const QString &text);

/// "‹U+202E›" for a character, of which there may be a surrogate pair.
QString codePointText(QStringView character);

/// A text from a file as it stands in a message: in quotes, shortened, what cannot be seen written as \uXXXX.
QString quoted(QStringView text);
std::string quotedUtf8(std::string_view text);

} // namespace timeline
