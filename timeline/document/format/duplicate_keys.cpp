// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/format/duplicate_keys.h"

#include "document/bytes/name_table.h"
#include "document/bytes/visible_text.h"

#include <algorithm>
#include <map>

namespace timeline {

namespace {

/// A key by its hash: of a million keys few are looked at twice.
struct Key {
    std::size_t hash = 0;
    qint64 offset = 0; ///< of its opening quotes
};

class DuplicateKeys {
public:
    DuplicateKeys(const JsonText &text, FindingSink &sink) : m_text(text), m_sink(sink) {}

    void open() { m_firstKeys.push_back(m_keys.size()); }
    void add(ByteRange key) { m_keys.push_back({NameHash{}(m_text.utf8(key)), key.begin}); }
    void close() {
        if (m_firstKeys.empty()) {
            return;
        }
        const auto begin = m_keys.begin() + static_cast<std::ptrdiff_t>(m_firstKeys.back());
        std::ranges::stable_sort(begin, m_keys.end(), {}, &Key::hash);
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
        std::map<std::string, std::vector<qint64>, std::less<>> names;
        for (auto key = begin; key != end; ++key) {
            names[m_text.utf8({key->offset, m_text.endOfString(key->offset)})].push_back(key->offset);
        }
        for (const auto &[name, offsets] : names) {
            if (offsets.size() > 1) {
                report(quoted(QString::fromStdString(name)), offsets);
            }
        }
    }
    void report(const QString &name, const std::vector<qint64> &offsets) {
        if (offsets.size() == 2) {
            m_sink.add(FindingCode::RepeatedKey, offsets[1], {name});
        } else {
            m_sink.add(FindingCode::OftenRepeatedKey, offsets[1], {name, QString::number(offsets.size())});
        }
    }

    const JsonText &m_text;
    FindingSink &m_sink;
    std::vector<Key> m_keys;              // of all objects that are open
    std::vector<std::size_t> m_firstKeys; // and where those of each begin
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
