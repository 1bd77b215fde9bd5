// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/format/event_fields.h"

namespace timeline {

// Asked for every key of the file. Comparing lengths first makes nearly all other comparisons unneeded.
EventField eventField(std::string_view key) {
    switch (key.size()) {
    case 2:
        return key == "id" ? EventField::Id : EventField::Unknown;
    case 3:
        return key == "end" ? EventField::End : EventField::Unknown;
    case 4:
        return key == "date" ? EventField::Date : key == "tags" ? EventField::Tags : EventField::Unknown;
    case 5:
        return key == "title"   ? EventField::Title
               : key == "start" ? EventField::Start
               : key == "links" ? EventField::Links
               : key == "media" ? EventField::Media
                                : EventField::Unknown;
    case 6:
        return key == "status" ? EventField::Status : EventField::Unknown;
    case 7:
        return key == "sources" ? EventField::Sources : EventField::Unknown;
    case 8:
        return key == "category"   ? EventField::Category
               : key == "measures" ? EventField::Measures
                                   : EventField::Unknown;
    case 10:
        return key == "importance" ? EventField::Importance : EventField::Unknown;
    case 11:
        return key == "description"   ? EventField::Description
               : key == "attribution" ? EventField::Attribution
                                      : EventField::Unknown;
    default:
        return EventField::Unknown;
    }
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
    default:
        return PartField::Unknown;
    }
}

} // namespace timeline
