// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/duplicate_keys.h"

#include <QCoreApplication>
#include <algorithm>

namespace timeline {

namespace {

struct Key {
    std::string name;
    qint64 offset = 0;
};

void reportObject(std::vector<Key> &keys, std::size_t first, FindingSink &sink) {
    const auto begin = keys.begin() + static_cast<std::ptrdiff_t>(first);
    std::stable_sort(begin, keys.end(), [](const Key &a, const Key &b) { return a.name < b.name; });
    for (std::size_t i = first + 1; i < keys.size(); ++i) {
        if (keys[i].name == keys[i - 1].name) {
            sink.warning(
                keys[i].offset,
                QCoreApplication::translate(
                    "timeline",
                    "the key %1 occurs again in this object; expected it once, and the first is used")
                    .arg(quoted(QString::fromStdString(keys[i].name))));
        }
    }
    keys.resize(first);
}

} // namespace

void reportDuplicateKeys(const JsonText &text, JsonValue value, FindingSink &sink) {
    const QByteArrayView bytes = text.bytes();
    std::vector<Key> keys;              // of all objects that are open
    std::vector<std::size_t> firstKeys; // and where those of each begin
    qint64 at = value.range.begin;
    while (at < value.range.end) {
        const char c = bytes[at];
        if (c == '{') {
            firstKeys.push_back(keys.size());
        } else if (c == '}' && !firstKeys.empty()) {
            reportObject(keys, firstKeys.back(), sink);
            firstKeys.pop_back();
        }
        if (c == '[' && text.known().begin == at && !text.known().isEmpty()) {
            at = text.known().end;
        } else if (c == '"') {
            const ByteRange range = {at, text.endOfString(at)};
            at = text.skipBlanks(range.end);
            if (at < value.range.end && bytes[at] == ':') {
                keys.push_back({text.utf8(range), range.begin});
            }
        } else {
            ++at;
        }
    }
}

} // namespace timeline
