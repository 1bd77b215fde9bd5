// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/bytes/text_check.h"

#include <QByteArray>
#include <QString>
#include <QUtf8StringView>
#include <algorithm>

namespace timeline {

namespace {

unsigned byteAt(std::string_view text, std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

/// Bytes of the well-formed character at `at`, or 0 (Unicode, table 3-7).
qint64 utf8Length(QByteArrayView bytes, qint64 at) {
    const auto byte = [&](qint64 i) {
        return at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0;
    };
    const auto isTail = [&](qint64 i) { return (byte(i) & 0xC0) == 0x80; };
    const int lead = byte(0);
    if (lead < 0x80) {
        return 1;
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        return isTail(1) ? 2 : 0;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        const bool fine =
            isTail(1) && isTail(2) && (lead != 0xE0 || byte(1) >= 0xA0) && (lead != 0xED || byte(1) < 0xA0);
        return fine ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const bool fine = isTail(1) && isTail(2) && isTail(3) && (lead != 0xF0 || byte(1) >= 0x90) &&
                          (lead != 0xF4 || byte(1) < 0x90);
        return fine ? 4 : 0;
    }
    return 0;
}

bool isSchemeCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '.' || c == '-';
}

} // namespace

std::optional<std::size_t> findHiddenCharacter(std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        while (at + 8 <= utf8.size() && isPlainAscii(utf8.data() + at)) {
            at += 8;
        }
        // The last eight end with the text.
        if (at == utf8.size() ||
            (utf8.size() - at < 8 && utf8.size() >= 8 && isPlainAscii(utf8.data() + utf8.size() - 8))) {
            break;
        }
        const unsigned first = byteAt(utf8, at);
        // Of the characters beyond ASCII only those that begin so can be one.
        if (first >= 0x20 && first != 0x7F && first != 0xC2 && first != 0xE2) {
            continue;
        }
        const unsigned second = byteAt(utf8, at + 1);
        const unsigned third = byteAt(utf8, at + 2);
        const bool control =
            first < 0x20 || first == 0x7F || (first == 0xC2 && second >= 0x80 && second < 0xA0);
        const bool embedding =
            first == 0xE2 && second == 0x80 && third >= 0xAA && third <= 0xAE; // U+202A to 202E
        const bool isolate =
            first == 0xE2 && second == 0x81 && third >= 0xA6 && third <= 0xA9; // U+2066 to 2069
        if (control || embedding || isolate) {
            return at;
        }
    }
    return std::nullopt;
}

bool isBlankText(std::string_view utf8) {
    if (!utf8.empty() && utf8.front() > ' ' && utf8.front() <= '~') { // as most begin
        return false;
    }
    const bool ascii = std::all_of(utf8.begin(), utf8.end(), [](char c) { return c > 0 && c <= ' '; });
    if (ascii || utf8.empty()) {
        return true;
    }
    // All blanks that Unicode has begin like this.
    constexpr std::string_view blankBegins = "\t\n\v\f\r \xC2\xE1\xE2\xE3";
    if (blankBegins.find(utf8.front()) == std::string_view::npos && utf8.front() != '\0') {
        return false;
    }
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())).trimmed().isEmpty();
}

std::optional<qint64> findInvalidUtf8(QByteArrayView bytes) {
    if (QUtf8StringView(bytes.data(), bytes.size()).isValidUtf8()) {
        return std::nullopt;
    }
    qint64 at = 0;
    while (at < bytes.size()) {
        const qint64 length = utf8Length(bytes, at);
        if (length == 0) {
            return at;
        }
        at += length;
    }
    return std::nullopt;
}

std::optional<qint64> findInvalidUtf8(QByteArrayView bytes, const std::function<bool()> &isGoingOn) {
    constexpr qint64 step = 256 * 1024;
    qint64 at = 0;
    while (at < bytes.size() && isGoingOn()) {
        qint64 end = std::min(at + step, bytes.size());
        // A character is not cut. What goes on for longer than one is invalid anyhow.
        for (int i = 0; i < 3 && end < bytes.size() && (bytes[end] & 0xC0) == 0x80; ++i) {
            ++end;
        }
        if (const auto offset = findInvalidUtf8(bytes.sliced(at, end - at))) {
            return at + *offset;
        }
        at = end;
    }
    return std::nullopt;
}

std::optional<QByteArray> refusedScheme(std::string_view url) {
    QByteArray scheme;
    for (const char c : url) {
        if (c == ':') {
            const bool allowed =
                scheme.isEmpty() || scheme == "http" || scheme == "https" || scheme == "mailto";
            return allowed ? std::nullopt : std::optional(scheme);
        }
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (static_cast<unsigned char>(c) <= ' ') {
            continue;
        }
        if (!isSchemeCharacter(lower)) {
            return std::nullopt;
        }
        scheme.append(lower);
    }
    return std::nullopt;
}

} // namespace timeline
