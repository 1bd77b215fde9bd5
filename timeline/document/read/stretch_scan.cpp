// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read/stretch_scan.h"

#include <algorithm>
#include <iterator>
#include <map>

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

} // namespace

qint64 guessEvent(QByteArrayView bytes, std::string_view firstKey, qint64 cut, qint64 end) {
    if (firstKey.empty()) {
        return -1;
    }
    const JsonText text(bytes);
    const std::string_view view(bytes.data(), static_cast<std::size_t>(end));
    for (std::size_t at = view.find(firstKey, static_cast<std::size_t>(cut)); at != std::string_view::npos;
         at = view.find(firstKey, at + firstKey.size())) {
        const qint64 brace = lastBefore(bytes, static_cast<qint64>(at));
        if (brace < cut || !isAt(bytes, brace, '{')) {
            continue;
        }
        const qint64 comma = lastBefore(bytes, brace);
        const qint64 colon = text.skipBlanks(static_cast<qint64>(at) + std::ssize(firstKey));
        if (isAt(bytes, comma, ',') && isAt(bytes, lastBefore(bytes, comma), '}') &&
            isAt(bytes, colon, ':')) {
            return brace;
        }
    }
    return -1;
}

std::string commonFirstKey(QByteArrayView bytes, const EventColumns &events) {
    constexpr std::size_t mostLookedAt = 64;
    const JsonText text(bytes);
    std::map<std::string, int> counts;
    for (std::size_t i = 0; i < std::min(events.size(), mostLookedAt); ++i) {
        JsonObjectCursor members(text, {JsonType::Object, {events.offset(i), events.offset(i)}});
        if (const auto member = members.next()) {
            ++counts[text.raw(member->key).toByteArray().toStdString()];
        }
    }
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto &a, const auto &b) { return a.second < b.second; });
    return most == counts.end() ? std::string() : most->first;
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
