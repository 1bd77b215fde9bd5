// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/format/event_fields.h"

#include <QCoreApplication>

namespace timeline {

namespace {

constexpr std::size_t slotCount = 64;

constexpr std::size_t slotOf(std::string_view key) {
    const auto at = [key](std::size_t place) {
        return static_cast<std::size_t>(static_cast<unsigned char>(key[place]));
    };
    return key.empty() ? 0 : (key.size() + at(0) + 4 * at(key.size() - 1)) % slotCount;
}

/// Every key has a slot of its own: asking compares one text. Where that does not compile any more, slotOf()
/// is to mix in another way.
constexpr std::array<EventField, slotCount> fieldsBySlot = [] {
    std::array<EventField, slotCount> fields{};
    for (std::size_t i = 1; i < eventFields.size(); ++i) {
        EventField &slot = fields.at(slotOf(eventFields.at(i).key));
        if (slot != EventField::Unknown || eventFields.at(i).field != static_cast<EventField>(i)) {
            throw "two keys have one slot, or the table is not in the order of the fields";
        }
        slot = eventFields.at(i).field;
    }
    return fields;
}();

} // namespace

EventField eventField(std::string_view key) {
    const EventField field = fieldsBySlot[slotOf(key)];
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

PartField partField(EventField list, std::string_view key) {
    switch (list) {
    case EventField::Measures:
        return key == "name"          ? PartField::Name
               : key == "value"       ? PartField::Value
               : key == "max"         ? PartField::Max
               : key == "unit"        ? PartField::Unit
               : key == "approximate" ? PartField::Approximate
                                      : PartField::Unknown;
    case EventField::Links:
        return key == "to" ? PartField::To : key == "kind" ? PartField::Kind : PartField::Unknown;
    case EventField::Media:
        return key == "url"       ? PartField::Url
               : key == "caption" ? PartField::Caption
               : key == "credit"  ? PartField::Credit
               : key == "alt"     ? PartField::Alt
                                  : PartField::Unknown;
    case EventField::Sources:
        return key == "id"          ? PartField::Id
               : key == "title"     ? PartField::Title
               : key == "publisher" ? PartField::Publisher
               : key == "date"      ? PartField::Date
               : key == "url"       ? PartField::Url
                                    : PartField::Unknown;
    default:
        return PartField::Unknown;
    }
}

} // namespace timeline
