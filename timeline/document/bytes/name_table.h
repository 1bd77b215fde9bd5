// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>
#include <QString>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#define XXH_INLINE_ALL // a call costs as much as the hash of a short name
#include <xxhash.h>

namespace timeline {

/// Lets tables of std::string be asked with views, so that asking copies nothing. Names from strangers cannot
/// be made to collide in advance: the seed is another at each start. It is XXH3, since Qt's hash of bytes
/// takes forty times as long on some processors, and its seed may be set while tables live that were made
/// with the one before.
struct NameHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const {
        return XXH3_64bits_withSeed(name.data(), name.size(), seed);
    }
    std::size_t operator()(QStringView name) const {
        return XXH3_64bits_withSeed(name.utf16(), static_cast<std::size_t>(name.size()) * sizeof(QChar),
                                    seed);
    }

private:
    inline static const std::size_t seed = QRandomGenerator::system()->generate64();
};

/// A key of Qt's tables that is hashed so.
struct Name {
    QString text;
    friend bool operator==(const Name &, const Name &) = default;
    friend std::size_t qHash(const Name &name, std::size_t /*seed*/ = 0) { return NameHash{}(name.text); }
};

using NameSet = std::unordered_set<std::string, NameHash, std::equal_to<>>;

/// Numbers names from 0 in the order in which they appear.
class NameTable {
public:
    explicit NameTable(std::size_t limit) : m_limit(limit) {}

    /// The number of `name`. When the table is full, further names get the last number.
    std::size_t add(std::string_view name) {
        if (const auto found = m_numbers.find(name); found != m_numbers.end()) {
            return found->second;
        }
        if (m_names.size() == m_limit) {
            m_overflowed = true;
            return m_limit - 1;
        }
        const auto added = m_numbers.emplace(name, m_names.size()).first;
        m_names.push_back(&added->first);
        return added->second;
    }
    std::size_t size() const { return m_names.size(); }
    const std::string &name(std::size_t number) const { return *m_names[number]; }
    bool hasOverflowed() const { return m_overflowed; }
    void setOverflowed() { m_overflowed = true; }
    void clear() {
        m_names.clear();
        m_numbers.clear();
        m_overflowed = false;
    }

private:
    std::size_t m_limit;
    bool m_overflowed = false;
    std::unordered_map<std::string, std::size_t, NameHash, std::equal_to<>> m_numbers;
    std::vector<const std::string *> m_names; // the keys of m_numbers stay where they are
};

} // namespace timeline
