// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/order/collation_keys.h"

#include "document/bytes/parallel.h"
#include "document/json/json_value.h"
#include "document/store/event_texts.h"
#include "document/store/event_window.h"

#include <QLocale>
#include <algorithm>
#include <array>
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

namespace timeline {

namespace {

/// Makes keys, one after the other: a collator is set up as QCollator has it.
class KeyMaker {
public:
    KeyMaker() {
        const QLocale locale = QLocale().collation();
        if (locale.language() == QLocale::C) {
            return;
        }
        UErrorCode status = U_ZERO_ERROR;
        m_collator.reset(ucol_open(locale.bcp47Name().replace(u'-', u'_').toUtf8().constData(), &status));
        for (const auto &[attribute, value] :
             {std::pair(UCOL_NORMALIZATION_MODE, UCOL_ON),
              std::pair(UCOL_STRENGTH, UCOL_SECONDARY), // case does not matter
              std::pair(UCOL_ALTERNATE_HANDLING, UCOL_NON_IGNORABLE)}) {
            if (m_collator) {
                ucol_setAttribute(m_collator.get(), attribute, value, &status);
            }
        }
    }

    /// Valid until the next one is made.
    std::string_view key(QStringView text) {
        text.truncate(std::min(text.size(), CollationKeys::most));
        const std::size_t size = m_collator ? collate(text) : fold(text);
        return {m_key.data(), std::min(size, static_cast<std::size_t>(CollationKeys::most))};
    }

private:
    std::size_t collate(QStringView text) {
        while (true) {
            const auto room = static_cast<std::int32_t>(m_key.size());
            const std::int32_t needed = ucol_getSortKey(
                m_collator.get(), reinterpret_cast<const UChar *>(text.utf16()),
                static_cast<std::int32_t>(text.size()), reinterpret_cast<std::uint8_t *>(m_key.data()), room);
            if (needed <= room) {
                return static_cast<std::size_t>(std::max(1, needed) - 1); // without the zero at its end
            }
            m_key.resize(static_cast<std::size_t>(needed));
        }
    }

    /// Each unit of UTF-16 in as few bytes as UTF-8 has for such a number, and one higher, so that none is
    /// zero.
    std::size_t fold(QStringView text) {
        const char16_t *const from = text.utf16();
        const auto size = static_cast<std::int32_t>(text.size());
        m_key.resize(static_cast<std::size_t>(size) * U8_MAX_LENGTH);
        std::size_t end = 0;
        for (std::int32_t at = 0; at < size;) {
            UChar32 c = 0;
            U16_NEXT(from, at, size, c);
            std::array<char16_t, U16_MAX_LENGTH> units{};
            std::size_t count = 0;
            U16_APPEND_UNSAFE(units, count, u_foldCase(c, U_FOLD_CASE_DEFAULT));
            for (std::size_t i = 0; i < count; ++i) {
                U8_APPEND_UNSAFE(m_key, end, char32_t{units[i]} + 1);
            }
        }
        return end;
    }

    struct Close {
        void operator()(UCollator *collator) const { ucol_close(collator); }
    };
    std::unique_ptr<UCollator, Close> m_collator; ///< none: by UTF-16, as QString compares
    std::string m_key = std::string(256, '\0');
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
            const EventIndex end =
                std::min({event + EventWindow::usualCount, edited, m_document.runEnd(event), m_last + 1});
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

CollationKeys::CollationKeys(const Document &document, EventField field, std::span<const SortItem> items,
                             const std::stop_token &cancel)
    : m_parts((items.size() + partSize - 1) / partSize) {
    forEachParallel(m_parts.size(), [&](std::size_t number) {
        Part &part = m_parts[number];
        const auto here =
            items.subspan(number * partSize, std::min(partSize, items.size() - number * partSize));
        static thread_local std::string keys; // grows once
        keys.clear();
        KeyMaker maker;
        EventReading events(document, here);
        part.begins.reserve(here.size() + 1);
        part.begins.push_back(0);
        for (const SortItem &item : here) {
            if (cancel.stop_requested()) {
                return;
            }
            const QByteArrayView raw =
                EventTexts(events.text(item.event), bit(field)).next().value_or(QByteArrayView());
            keys += maker.key(raw.contains('\\') ? stringFromUtf8(decodeJsonString(
                                                       {raw.data(), static_cast<std::size_t>(raw.size())}))
                                                 : stringFromUtf8(raw));
            part.begins.push_back(static_cast<std::uint32_t>(keys.size()));
        }
        part.bytes = std::make_unique_for_overwrite<char[]>(keys.size());
        std::ranges::copy(keys, part.bytes.get());
    });
}

} // namespace timeline
