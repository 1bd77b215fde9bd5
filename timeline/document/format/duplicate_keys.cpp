// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/format/duplicate_keys.h"

#include "document/bytes/name_table.h"
#include "document/bytes/visible_text.h"

#include <algorithm>
#include <compare>

namespace timeline {

namespace {

/// A key by its hash: of a million keys few are looked at twice.
struct Key {
    std::size_t hash = 0;
    qint64 offset = 0; ///< of its opening quotes
    // clang-tidy takes the comparison with 0 within for a pointer's.
    friend auto operator<=>(const Key &, const Key &) = default; // NOLINT(modernize-use-nullptr)
};

class DuplicateKeys {
public:
    DuplicateKeys(const JsonText &text, FindingSink &sink) : m_text(text), m_sink(sink) {}

    void open() { m_firstKeys.push_back(m_keys.size()); }
    void add(ByteRange key) { m_keys.push_back({NameHash{}(m_text.utf8(key, m_buffer)), key.begin}); }
    void close() {
        if (m_firstKeys.empty()) {
            return;
        }
        const auto begin = m_keys.begin() + static_cast<std::ptrdiff_t>(m_firstKeys.back());
        std::sort(begin, m_keys.end());
        for (auto run = begin; run != m_keys.end();) {
            const auto end =
                std::find_if(run, m_keys.end(), [run](const Key &key) { return key.hash != run->hash; });
            if (end - run > 1) {
                reportRun(run, end);
            }
            run = end;
        }
        m_keys.erase(begin, m_keys.end());
        m_firstKeys.pop_back();
    }

private:
    using Place = std::vector<Key>::const_iterator;

    /// Keys of one hash: mostly one and the same.
    void reportRun(Place begin, Place end) {
        std::vector<Key> left(begin, end);
        while (left.size() > 1) {
            const std::string name(nameOf(left.front()));
            const auto others = std::stable_partition(left.begin(), left.end(),
                                                      [&](const Key &key) { return nameOf(key) == name; });
            if (const auto count = others - left.begin(); count > 1) {
                report(quotedUtf8(name), left[1].offset, count);
            }
            left.erase(left.begin(), others);
        }
    }
    std::string_view nameOf(const Key &key) {
        return m_text.utf8({key.offset, m_text.endOfString(key.offset)}, m_buffer);
    }
    void report(const std::string &name, qint64 second, std::ptrdiff_t count) {
        if (count == 2) {
            m_sink.add(FindingCode::RepeatedKey, second, {name});
        } else {
            m_sink.add(FindingCode::OftenRepeatedKey, second, {name, std::to_string(count)});
        }
    }

    const JsonText &m_text;
    FindingSink &m_sink;
    std::vector<Key> m_keys;              // of all objects that are open
    std::vector<std::size_t> m_firstKeys; // and where those of each begin
    std::string m_buffer;
};

} // namespace

void reportDuplicateKeys(const JsonText &text, JsonValue value, FindingSink &sink, ByteRange passedOver) {
    const QByteArrayView bytes = text.bytes();
    DuplicateKeys keys(text, sink);
    qint64 at = value.range.begin;
    while (at < value.range.end) {
        const char c = bytes[at];
        if (c == '{') {
            keys.open();
        } else if (c == '}') {
            keys.close();
        }
        const auto begins = [at](ByteRange range) { return range.begin == at && !range.isEmpty(); };
        if (c == '[' && begins(text.known())) {
            at = text.known().end;
        } else if (c == '[' && begins(passedOver)) {
            at = passedOver.end;
        } else if (c == '"') {
            const ByteRange range = {at, text.endOfString(at)};
            at = text.skipBlanks(range.end);
            if (at < value.range.end && bytes[at] == ':') {
                keys.add(range);
            }
        } else {
            ++at;
        }
    }
}

} // namespace timeline
