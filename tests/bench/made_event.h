// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bench {

struct MadeField {
    std::string_view key;
    std::string value; ///< as JSON
};

/// The fields of one event in their order. Keeps the memory from one event to the next.
class MadeEvent {
public:
    void clear() { m_count = 0; }
    /// Another field at the end; gives its value, which is empty.
    std::string &add(std::string_view key) {
        if (m_count == m_fields.size()) {
            m_fields.emplace_back();
        }
        MadeField &field = m_fields[m_count++];
        field.key = key;
        field.value.clear();
        return field.value;
    }
    MadeField *find(std::string_view key) {
        for (MadeField &field : *this) {
            if (field.key == key) {
                return &field;
            }
        }
        return nullptr;
    }

    std::size_t size() const { return m_count; }
    MadeField *begin() { return m_fields.data(); }
    MadeField *end() { return m_fields.data() + m_count; }

private:
    std::vector<MadeField> m_fields;
    std::size_t m_count = 0;
};

} // namespace bench
