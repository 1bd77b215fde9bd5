// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/store/event_lists.h"

#include <algorithm>

namespace timeline {

std::vector<ByteRange> EventLists::inOrder() const {
    std::vector<ByteRange> all;
    for (const ByteRange &list : {events, undated}) {
        if (!list.isEmpty()) {
            all.push_back(list);
        }
    }
    std::ranges::sort(all, {}, &ByteRange::begin);
    return all;
}

EventLists eventListsIn(const JsonText &text, JsonValue root, ByteRange events) {
    EventLists lists;
    lists.events = events;
    if (root.type != JsonType::Object) {
        return lists;
    }
    bool isFound = false;
    JsonObjectCursor members(text, root);
    while (const auto member = members.next()) {
        if (member->value.range.begin == events.begin) {
            lists.eventsKey = member->key.begin;
        } else if (!isFound && text.utf8(member->key) == "undated") {
            isFound = true;
            const JsonValue value = member->value;
            if (value.type == JsonType::Array) {
                lists.undated = value.range;
            } else if (FieldReader(text, nullptr).isAbsent(value)) {
                lists.noUndated = value.range;
            } else {
                return lists; // what is no list stays as it is
            }
        }
    }
    lists.hasUndated = !events.isEmpty();
    return lists;
}

EventLists eventListsIn(const QByteArray &head) {
    const JsonText text(head);
    const JsonValue root = text.root();
    if (root.type == JsonType::Array) {
        return eventListsIn(text, root, root.range);
    }
    const auto events = root.type == JsonType::Object ? findMember(text, root, "events") : std::nullopt;
    const bool isList = events && events->value.type == JsonType::Array;
    return eventListsIn(text, root, isList ? events->value.range : ByteRange());
}

QByteArray headOf(QByteArrayView bytes, const EventLists &lists) {
    QByteArray head;
    qint64 from = 0;
    for (const ByteRange &list : lists.inOrder()) {
        head += bytes.sliced(from, list.begin - from);
        head += "[]";
        from = list.end;
    }
    return head + bytes.sliced(from).toByteArray();
}

qint64 placeInFile(qint64 inHead, const EventLists &head, const EventLists &file) {
    const std::vector<ByteRange> from = head.inOrder();
    const std::vector<ByteRange> to = file.inOrder();
    qint64 shift = 0;
    for (std::size_t i = 0; i < std::min(from.size(), to.size()); ++i) {
        if (inHead < from[i].end) {
            return std::min(inHead + shift, to[i].begin - 1);
        }
        shift = to[i].end - from[i].end;
    }
    return inHead + shift;
}

Splice newUndated(QByteArrayView bytes, const EventLists &lists, const QByteArrayList &events) {
    // The line that the key of the events begins, with the end of the line before.
    const QByteArrayView before = bytes.first(lists.eventsKey);
    const auto isBlank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    const auto *indentation = std::find_if_not(before.rbegin(), before.rend(), isBlank).base();
    QByteArray line(indentation, before.end() - indentation);
    const qsizetype lineEnd = std::max(line.lastIndexOf('\n'), line.lastIndexOf('\r'));
    const bool isOnLines = lineEnd >= 0;
    const bool isTwo = lineEnd > 0 && line[lineEnd] == '\n' && line[lineEnd - 1] == '\r';
    line = isOnLines ? line.sliced(isTwo ? lineEnd - 1 : lineEnd) : QByteArray();
    // A key of the file is one step in, and elements of its list are another.
    const QByteArray inner = line + line.sliced(std::max(line.lastIndexOf('\n'), line.lastIndexOf('\r')) + 1);
    const QByteArray list =
        '[' + inner + events.join(isOnLines ? QByteArray("," + inner) : QByteArray(", ")) + line + ']';
    if (!lists.noUndated.isEmpty()) {
        return {lists.noUndated, list};
    }
    const bool isSpaced = lists.events.begin > 0 && isBlank(bytes[lists.events.begin - 1]);
    return {{lists.events.end, lists.events.end},
            ',' + (isOnLines ? line : QByteArray(" ")) + (isSpaced ? "\"undated\": " : "\"undated\":") +
                list};
}

} // namespace timeline
