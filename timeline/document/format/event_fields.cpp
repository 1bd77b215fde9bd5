// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/format/event_fields.h"

#include <QCoreApplication>
#include <algorithm>

namespace timeline {

namespace {

constexpr std::size_t slotCount = 64;

/// By the first, middle and last character and the length: keys that are alike in all four get no factor.
constexpr std::size_t slotOf(std::string_view key, std::size_t factor) {
    const auto at = [key](std::size_t place) {
        return static_cast<std::size_t>(static_cast<unsigned char>(key[place]));
    };
    const auto rest = [&] {
        return at(key.size() / 2) + factor * (at(key.size() - 1) + factor * key.size());
    };
    return key.empty() ? 0 : (at(0) + factor * rest()) % slotCount;
}

constexpr std::optional<std::array<EventField, slotCount>> slotsWith(std::size_t factor) {
    std::array<EventField, slotCount> fields{};
    for (const EventFieldInfo &info : eventFields) {
        EventField &slot = fields.at(slotOf(info.key, factor));
        if (slot != EventField::Unknown) {
            return std::nullopt;
        }
        slot = info.field;
    }
    return fields;
}

/// With which every key has a slot of its own: asking compares one text.
constexpr std::size_t slotFactor = [] {
    for (std::size_t factor = 1; factor < slotCount; ++factor) {
        if (slotsWith(factor)) {
            return factor;
        }
    }
    throw "no factor parts all keys: take more slots, or another character in slotOf()";
}();
constexpr std::array<EventField, slotCount> fieldsBySlot = *slotsWith(slotFactor);

constexpr bool isInOrder = [] {
    for (std::size_t i = 0; i < eventFields.size(); ++i) {
        if (eventFields.at(i).field != static_cast<EventField>(i)) {
            return false;
        }
    }
    return true;
}();
static_assert(isInOrder, "the table stands in the order of EventField");

} // namespace

EventField eventField(std::string_view key) {
    const EventField field = fieldsBySlot[slotOf(key, slotFactor)];
    return infoOf(field).key == key ? field : EventField::Unknown;
}

QString eventKey(EventField field) {
    const std::string_view key = infoOf(field).key;
    return QString::fromLatin1(key.data(), static_cast<qsizetype>(key.size()));
}

QString eventFieldName(const QString &key) {
    const EventField field = eventField(key.toStdString());
    return field == EventField::Unknown
               ? key
               : QCoreApplication::translate("timeline::EventField", infoOf(field).name);
}

QString eventFieldLabel(EventField field) {
    return QCoreApplication::translate("timeline::EventField", infoOf(field).label);
}

} // namespace timeline
