// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/order/sort_texts.h"

#include "document/bytes/parallel.h"
#include "document/json/json_value.h"
#include "document/store/event_texts.h"
#include "document/store/event_window.h"

#include <QMutex>
#include <algorithm>
#include <cstring>

namespace timeline {

namespace {

/// No more of a text than is looked at, and no half character at its end.
std::string_view shortened(std::string_view utf8) {
    if (utf8.size() <= SortTexts::mostBytes) {
        return utf8;
    }
    std::size_t end = SortTexts::mostBytes;
    while (!isCharacterBegin(utf8, end)) {
        --end;
    }
    return utf8.substr(0, end);
}

/// Collects the characters beyond ASCII. Most texts have none: eight bytes at once tell.
class CharacterSet {
public:
    void add(std::string_view utf8) {
        for (std::size_t at = 0; at < utf8.size();) {
            if (isAscii(utf8.substr(at, step))) {
                at += step;
                continue;
            }
            const char32_t c = takeCharacter(utf8, at);
            if (c >= m_basic.size()) {
                m_others.insert(c);
            } else if (c >= 0x80) {
                m_hasBasic = true;
                m_basic[c] = true;
            }
        }
    }

    QSet<char32_t> take() {
        for (std::size_t c = 0x80; m_hasBasic && c < m_basic.size(); ++c) {
            if (m_basic[c]) {
                m_others.insert(static_cast<char32_t>(c));
            }
        }
        return std::move(m_others);
    }

private:
    static constexpr std::size_t step = 8;

    static bool isAscii(std::string_view bytes) {
        constexpr std::uint64_t highBits = 0x8080808080808080;
        std::uint64_t all = 0;
        std::memcpy(&all, bytes.data(), bytes.size());
        return (all & highBits) == 0;
    }

    std::vector<bool> m_basic = std::vector<bool>(0x10000);
    bool m_hasBasic = false;
    QSet<char32_t> m_others;
};

/// Gives the texts of events, whose numbers go up.
class EventReading {
public:
    EventReading(const Document &document, std::span<const SortItem> items)
        : m_document(document), m_last(items.back().event),
          m_isDense(m_last - items.front().event < mostPerItem * items.size()) {}

    QByteArrayView text(EventIndex event) {
        if (m_isDense && event >= m_end) {
            const EventIndex edited = m_document.nextEdited(event).value_or(m_last + 1);
            const EventIndex end = std::min({event + EventWindow::usualCount, edited, m_last + 1});
            if (event < end) {
                m_window.emplace(m_document, event, end);
                m_end = end;
            }
        }
        return event < m_end ? m_window->text(event) : m_document.eventText(event);
    }

private:
    static constexpr std::size_t mostPerItem = 8; ///< of the events between more are not read for nothing

    const Document &m_document;
    EventIndex m_last;
    bool m_isDense;
    std::optional<EventWindow> m_window;
    EventIndex m_end = 0; ///< of the window
};

} // namespace

SortTexts::SortTexts(const Document &document, EventField field, std::span<const SortItem> items,
                     const std::stop_token &cancel)
    : m_parts((items.size() + partSize - 1) / partSize) {
    for (char32_t c = 0; c < 0x80; ++c) {
        m_characters.insert(c);
    }
    QMutex mutex;
    forEachParallel(m_parts.size(), [&](std::size_t number) {
        if (cancel.stop_requested()) {
            return;
        }
        Part &part = m_parts[number];
        const auto here =
            items.subspan(number * partSize, std::min(partSize, items.size() - number * partSize));
        static thread_local std::string texts; // grows once
        texts.clear();
        CharacterSet characters;
        EventReading events(document, here);
        part.begins.reserve(here.size() + 1);
        part.begins.push_back(0);
        for (const SortItem &item : here) {
            const QByteArrayView raw =
                EventTexts(events.text(item.event), bit(field)).next().value_or(QByteArrayView());
            std::string_view text(raw.data(), static_cast<std::size_t>(raw.size()));
            std::string unescaped;
            if (text.find('\\') != std::string_view::npos) {
                unescaped = decodeJsonString(text);
                text = unescaped;
            }
            text = shortened(text);
            characters.add(text);
            texts += text;
            part.begins.push_back(static_cast<std::uint32_t>(texts.size()));
        }
        part.bytes = std::make_unique_for_overwrite<char[]>(texts.size());
        std::ranges::copy(texts, part.bytes.get());
        const QSet<char32_t> found = characters.take();
        const QMutexLocker locker(&mutex);
        m_characters.unite(found);
    });
}

} // namespace timeline
