// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>
#include <algorithm>
#include <string_view>
#include <vector>

namespace timeline {

/// The keys that a format knows, in the order in which it writes them.
class KeyOrder {
public:
    /// The texts are ASCII and must outlive this.
    explicit KeyOrder(std::vector<std::string_view> keys) : m_keys(std::move(keys)) {}

    bool knows(QStringView key) const { return place(key) != m_keys.end(); }
    /// Where a new member is put. Unknown keys come last.
    int rank(QStringView key) const { return static_cast<int>(place(key) - m_keys.begin()); }
    int rank(std::string_view utf8) const {
        return static_cast<int>(std::ranges::find(m_keys, utf8) - m_keys.begin());
    }
    const std::vector<std::string_view> &keys() const { return m_keys; }

private:
    std::vector<std::string_view>::const_iterator place(QStringView key) const {
        return std::ranges::find_if(m_keys, [key](std::string_view known) {
            return key == QLatin1StringView(known.data(), static_cast<qsizetype>(known.size()));
        });
    }

    std::vector<std::string_view> m_keys;
};

} // namespace timeline
