// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/versions.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace timeline {

/// A map from numbers, in their order, of which every copy is one of its own and costs next to nothing: a
/// tree, and who changes something copies the nodes that lead there, where others have them, too. Up to 64
/// numbers stand in one node, so that a small map is a sorted list.
template <typename T>
class VersionedMap {
public:
    using Key = std::uint32_t;
    struct Entry {
        Key key = 0;
        T value;
    };

    std::size_t size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    /// Null where there is none. Stays till the map is changed.
    const T *find(Key key) const {
        const Entry *entry = from(key);
        return entry != nullptr && entry->key == key ? &entry->value : nullptr;
    }
    /// The first entry of this number or a greater one; null where there is none.
    const Entry *from(Key key) const { return m_root ? first(*m_root, key, topShift) : nullptr; }
    /// The value of a number, to be changed; one made anew where there was none.
    T &at(Key key);
    void set(Key key, T value) { at(key) = std::move(value); }
    void erase(Key key) {
        if (find(key) != nullptr) {
            eraseBelow(m_root, key, topShift);
            --m_size;
        }
    }
    /// In the order of the numbers.
    template <typename F>
    void forEach(F f) const {
        for (const Entry *entry = from(0); entry != nullptr;
             entry = entry->key == ~Key{0} ? nullptr : from(entry->key + 1)) {
            f(entry->key, entry->value);
        }
    }

private:
    static constexpr unsigned bits = 6; ///< of a number, that tell where it is in a node
    static constexpr unsigned topShift = 30;
    static constexpr std::size_t children = std::size_t{1} << bits;

    struct Node;
    using Pointer = QExplicitlySharedDataPointer<Node>;
    struct Node : QSharedData {
        std::vector<Entry> entries;    ///< sorted; none where it has branched
        std::vector<Pointer> branches; ///< none, or one for each child, null where that is empty
    };

    static std::size_t branchOf(Key key, unsigned shift) { return key >> shift & (children - 1); }
    static auto place(auto &entries, Key key) {
        return std::ranges::lower_bound(entries, key, {}, &Entry::key);
    }
    static const Entry *first(const Node &node, Key key, unsigned shift);
    static void branch(Node &node, unsigned shift);
    static void eraseBelow(Pointer &pointer, Key key, unsigned shift);

    Pointer m_root;
    std::size_t m_size = 0;
};

template <typename T>
const typename VersionedMap<T>::Entry *VersionedMap<T>::first(const Node &node, Key key, unsigned shift) {
    if (node.branches.empty()) {
        const auto found = place(node.entries, key);
        return found != node.entries.end() ? &*found : nullptr;
    }
    for (std::size_t i = branchOf(key, shift); i < children; ++i, key = 0) {
        if (const Pointer &child = node.branches[i]) {
            if (const Entry *found = first(*child, key, shift - bits)) {
                return found;
            }
        }
    }
    return nullptr;
}

template <typename T>
T &VersionedMap<T>::at(Key key) {
    Node *node = &own(m_root);
    unsigned shift = topShift;
    while (true) {
        if (!node->branches.empty()) {
            node = &own(node->branches[branchOf(key, shift)]);
            shift -= bits;
            continue;
        }
        const auto found = place(node->entries, key);
        if (found != node->entries.end() && found->key == key) {
            return found->value;
        }
        if (node->entries.size() < children) {
            ++m_size;
            return node->entries.insert(found, Entry{key, T()})->value;
        }
        branch(*node, shift);
    }
}

template <typename T>
void VersionedMap<T>::branch(Node &node, unsigned shift) {
    node.branches.resize(children);
    for (Entry &entry : node.entries) {
        own(node.branches[branchOf(entry.key, shift)]).entries.push_back(std::move(entry));
    }
    node.entries = {};
}

template <typename T>
void VersionedMap<T>::eraseBelow(Pointer &pointer, Key key, unsigned shift) {
    Node &node = own(pointer);
    if (node.branches.empty()) {
        node.entries.erase(place(node.entries, key));
    } else {
        eraseBelow(node.branches[branchOf(key, shift)], key, shift - bits);
    }
    // Of branches none may be left where the one in question went.
    const bool mayHaveNone = node.branches.empty() || !node.branches[branchOf(key, shift)];
    const bool hasNone =
        mayHaveNone && node.entries.empty() &&
        std::ranges::none_of(node.branches, [](const Pointer &child) { return static_cast<bool>(child); });
    if (hasNone) {
        pointer.reset();
    }
}

} // namespace timeline
