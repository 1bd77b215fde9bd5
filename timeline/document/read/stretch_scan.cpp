// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read/stretch_scan.h"

#include <algorithm>

namespace timeline {

namespace {

bool isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// The last byte before `offset` that is no blank; -1 where there is none.
qint64 lastBefore(QByteArrayView bytes, qint64 offset) {
    do {
        --offset;
    } while (offset >= 0 && isBlank(bytes[offset]));
    return offset;
}

bool isAt(QByteArrayView bytes, qint64 offset, char c) {
    return offset >= 0 && offset < bytes.size() && bytes[offset] == c;
}

std::string_view rawView(const JsonText &text, ByteRange range) {
    const QByteArrayView raw = text.raw(range);
    return {raw.data(), static_cast<std::size_t>(raw.size())};
}

} // namespace

qint64 guessEvent(QByteArrayView bytes, const NameSet &firstKeys, qint64 cut, qint64 end) {
    const JsonText text(bytes);
    const QByteArrayView stretch = bytes.first(firstKeys.isEmpty() ? cut : end);
    for (qint64 brace = stretch.indexOf('{', cut); brace >= 0; brace = stretch.indexOf('{', brace + 1)) {
        const qint64 comma = lastBefore(bytes, brace);
        const qint64 key = text.skipBlanks(brace + 1);
        if (!isAt(bytes, comma, ',') || !isAt(bytes, lastBefore(bytes, comma), '}') ||
            !isAt(bytes, key, '"')) {
            continue;
        }
        const ByteRange range = {key, text.endOfString(key)};
        if (firstKeys.contains(rawView(text, range)) && isAt(bytes, text.skipBlanks(range.end), ':')) {
            return brace;
        }
    }
    return -1;
}

NameSet firstKeys(QByteArrayView bytes, const EventColumns &events) {
    constexpr std::size_t mostLookedAt = 64;
    const JsonText text(bytes);
    NameSet keys;
    for (std::size_t i = 0; i < std::min(events.size(), mostLookedAt); ++i) {
        JsonObjectCursor members(text, {JsonType::Object, {events.offset(i), events.offset(i)}});
        if (const auto member = members.next()) {
            keys.insert(rawView(text, member->key));
        }
    }
    return keys;
}

std::optional<qint64> scanStretch(const StretchContext &context, qint64 begin, qint64 stop, EventBatch &batch,
                                  const std::function<bool()> &isWanted) {
    const QByteArrayView bytes = context.text.bytes;
    const qint64 bracket = lastBefore(bytes, begin); // a comma or the array's own bracket
    JsonStream stream(bytes.data(), bytes.data() + bracket, bytes.data() + bytes.size());
    stream.beginWithBracket();
    std::optional<qint64> next;
    ScanHandler handler(
        context.text, stream, batch, &context.sources, [&](qint64, qint64) { return isWanted(); },
        [&](qint64 offset) {
            next = offset;
            return false;
        });
    handler.beginWithin(context.eventDepth);
    handler.setStop(stop);
    ScanReader reader;
    reader.Parse<scanFlags | rapidjson::kParseStopWhenDoneFlag>(stream, handler);
    if (!next || !handler.keepUp()) {
        return std::nullopt;
    }
    batch.readDoubtful(JsonText(context.text.original));
    return next;
}

} // namespace timeline
