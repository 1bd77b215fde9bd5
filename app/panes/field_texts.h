// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/record_tables.h"
#include "document/store/document.h"

#include <algorithm>

namespace timeloom {

/// A text of one line as it is shown. What is too long for any line is cut.
QString lineText(const QString &text);
QString dateText(const QString &edtf); ///< in words

/// How the value of a field reads; empty where it says nothing, or nothing that is read.
QString valueText(const timeline::RecordField &field, const QString &value);
QString valueText(const timeline::RecordField &field, const std::optional<double> &value);
QString valueText(const timeline::RecordField &field, double value);
QString valueText(const timeline::RecordField &field, bool value);
template <typename Other>
QString valueText(const timeline::RecordField & /*field*/, const Other & /*value*/) {
    return {};
}

struct FieldText {
    const timeline::RecordField *field;
    QString text;
};
/// Several in one line: "Reuters, Feb 2025".
QString joined(const std::vector<FieldText> &texts);

/// What an event's status means, or that the file gives it none.
QString statusMeaning(const timeline::Document &document, timeline::EventIndex event);

/// What a record says beside the fields that its line is made of, in the order of its table: so a field that
/// is new in the format is shown without a word about it here.
template <typename Record, typename Table>
std::vector<FieldText> othersThan(std::initializer_list<std::string_view> keys, const Record &record,
                                  const Table &table) {
    std::vector<FieldText> texts;
    for (const timeline::FieldOf<Record> &field : table) {
        const auto textOf = [&](const auto &member) -> QString {
            if constexpr (std::is_member_object_pointer_v<std::decay_t<decltype(member)>>) {
                return valueText(field, record.*member);
            } else {
                return {};
            }
        };
        if (std::find(keys.begin(), keys.end(), field.key) != keys.end()) {
            continue;
        }
        if (const QString text = std::visit(textOf, field.member); !text.isEmpty()) {
            texts.push_back({&field, text});
        }
    }
    return texts;
}

} // namespace timeloom
