// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>
#include <QString>
#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
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

/// Names one behind the other in one block of memory.
class NameList {
public:
    std::size_t size() const { return m_ends.size(); }
    std::string_view operator[](std::size_t number) const {
        const std::size_t begin = number > 0 ? m_ends[number - 1] : 0;
        return std::string_view(m_text).substr(begin, m_ends[number] - begin);
    }
    void add(std::string_view name) {
        m_text += name;
        m_ends.push_back(m_text.size());
    }
    void append(const NameList &next) {
        const std::size_t begin = m_text.size();
        m_text += next.m_text;
        std::ranges::transform(next.m_ends, std::back_inserter(m_ends),
                               [begin](std::size_t end) { return begin + end; });
    }
    void clear() {
        m_text.clear();
        m_ends.clear();
    }

private:
    std::string m_text;
    std::vector<std::size_t> m_ends;
};

/// Names that are all different, numbered from 0 in the order in which they came.
class NameSet {
public:
    std::size_t size() const { return m_names.size(); }
    bool isEmpty() const { return size() == 0; }
    std::string_view operator[](std::size_t number) const { return m_names[number]; }

    std::optional<std::size_t> find(std::string_view name) const {
        const Slot slot = isEmpty() ? Slot() : m_slots[placeOf(name, hashOf(name))];
        return slot.isTaken() ? std::optional<std::size_t>(slot.number) : std::nullopt;
    }
    bool contains(std::string_view name) const { return find(name).has_value(); }
    /// Its number.
    std::size_t insert(std::string_view name) {
        if (4 * size() >= 3 * m_slots.size()) {
            grow();
        }
        const std::uint32_t hash = hashOf(name);
        Slot &slot = m_slots[placeOf(name, hash)];
        if (!slot.isTaken()) {
            slot = {hash, static_cast<std::uint32_t>(size())};
            m_names.add(name);
        }
        return slot.number;
    }
    void clear() { // keeps the memory
        m_names.clear();
        std::ranges::fill(m_slots, Slot());
    }

private:
    /// A hash table without lists: who asks looks at one or two places that lie beside each other.
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number = 0xFFFFFFFF;
        bool isTaken() const { return number != 0xFFFFFFFF; }
    };

    static std::uint32_t hashOf(std::string_view name) {
        return static_cast<std::uint32_t>(NameHash{}(name));
    }
    /// From the place that a hash has on to the first that is free or for which isIt(slot) holds.
    template <typename IsIt>
    std::size_t firstPlace(std::uint32_t hash, IsIt isIt) const {
        std::size_t at = hash & (m_slots.size() - 1);
        while (m_slots[at].isTaken() && !isIt(m_slots[at])) {
            at = (at + 1) & (m_slots.size() - 1);
        }
        return at;
    }
    std::size_t placeOf(std::string_view name, std::uint32_t hash) const {
        return firstPlace(
            hash, [&](const Slot &slot) { return slot.hash == hash && m_names[slot.number] == name; });
    }
    void grow() {
        constexpr std::size_t fewest = 16; // a power of two, as all others
        std::vector<Slot> before(std::max(fewest, 2 * m_slots.size()));
        m_slots.swap(before);
        for (const Slot &slot : before) {
            if (slot.isTaken()) {
                m_slots[firstPlace(slot.hash, [](const Slot &) { return false; })] = slot;
            }
        }
    }

    NameList m_names;
    std::vector<Slot> m_slots;
};

/// Numbers names as NameSet does, up to a limit: when the table is full, further names get the last number.
class NameTable {
public:
    explicit NameTable(std::size_t limit) : m_limit(limit) {}

    std::size_t add(std::string_view name) {
        if (m_names.size() < m_limit) {
            return m_names.insert(name);
        }
        const auto known = m_names.find(name);
        m_overflowed |= !known;
        return known.value_or(m_limit - 1);
    }
    std::size_t size() const { return m_names.size(); }
    std::string_view name(std::size_t number) const { return m_names[number]; }
    bool hasOverflowed() const { return m_overflowed; }
    void setOverflowed() { m_overflowed = true; }
    void clear() {
        m_names.clear();
        m_overflowed = false;
    }

private:
    std::size_t m_limit;
    bool m_overflowed = false;
    NameSet m_names;
};

} // namespace timeline
