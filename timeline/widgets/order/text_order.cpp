// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/order/text_order.h"

#include "document/bytes/parallel.h"
#include "widgets/order/ranked_texts.h"

#include <QCollator>
#include <QMutex>
#include <QStringDecoder>
#include <algorithm>

namespace timeline {

namespace {

constexpr std::size_t stretch = 8192; ///< items that a thread takes at once

/// The least rank is 1, so that a text that ends comes before one that goes on.
constexpr std::uint64_t textEnd = 0;

/// One for each thread: a collator cannot be used by two.
QCollator makeCollator() {
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    return collator;
}

/// A text as the collator wants it, in memory that the next one takes again.
class CollatedText {
public:
    void set(std::string_view utf8) {
        m_utf8 = utf8;
        m_characters.resize(utf8.size()); // no text has more units in UTF-16
        const QByteArrayView bytes(utf8.data(), static_cast<qsizetype>(utf8.size()));
        m_size = m_decoder.appendToBuffer(m_characters.data(), bytes) - m_characters.data();
    }
    QStringView text() const { return {m_characters.data(), m_size}; }
    std::string_view utf8() const { return m_utf8; }

private:
    QStringDecoder m_decoder{QStringDecoder::Utf8,
                             QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom};
    std::string_view m_utf8;
    std::vector<QChar> m_characters;
    qsizetype m_size = 0;
};

/// Sorts items whose events are the numbers of their texts.
class TextSort {
public:
    TextSort(const SortTexts &texts, std::span<SortItem> items, Qt::SortOrder direction,
             const std::stop_token &cancel)
        : m_texts(texts), m_items(items), m_ascending(direction == Qt::AscendingOrder), m_cancel(cancel),
          m_ranks(makeCollator(), texts.characters()) {}

    /// First by as many ranks as a number holds, then the runs of equal ones by the rest; what the ranks
    /// leave open is asked of the collator, and so is at the end whether all is right.
    void run() {
        setKeys(m_items, 0);
        sortByKeys(m_items);
        sortRuns(runsOf(m_items), 1);
        mend();
    }

private:
    using Runs = std::vector<std::span<SortItem>>;

    static Runs runsOf(std::span<SortItem> items) {
        Runs runs;
        forEachRun(items, [&runs](std::span<SortItem> found) { runs.push_back(found); });
        return runs;
    }

    std::string_view text(const SortItem &item) const { return m_texts.text(item.event); }

    std::size_t ranksInKey() const { return 64 / static_cast<std::size_t>(m_ranks.bits()); }

    /// The ranks of a text from number `level` on, as many as a key holds, the first highest.
    std::uint64_t keyOf(std::string_view text, std::size_t level) const {
        const std::size_t wanted = ranksInKey();
        std::size_t taken = 0;
        std::uint64_t key = 0;
        m_ranks.takeRanks(text, level * wanted, wanted, [&](std::uint16_t rank) {
            key = key << m_ranks.bits() | rank;
            ++taken;
        });
        key <<= static_cast<std::size_t>(m_ranks.bits()) * (wanted - taken) %
                64; // an empty text has no bits to move
        return m_ascending ? key : ~key;
    }

    void setKeys(std::span<SortItem> items, std::size_t level) const {
        forEachParallel((items.size() + stretch - 1) / stretch, [&](std::size_t i) {
            const std::size_t end = m_cancel.stop_requested() ? 0 : std::min(items.size(), (i + 1) * stretch);
            for (std::size_t item = i * stretch; item < end; ++item) {
                m_texts.fetch(items, item);
                items[item].setKey(keyOf(text(items[item]), level));
            }
        });
    }

    /// Sorts runs whose ranks before `level` are the same.
    void sortRuns(const Runs &runs, std::size_t level) const {
        // Long ones one after the other, by all threads; short ones side by side.
        std::vector<Runs> groups(1);
        std::size_t size = 0;
        for (const std::span<SortItem> run : runs) {
            if (run.size() > stretch) {
                sortLongRun(run, level);
                continue;
            }
            groups.back().push_back(run);
            size += run.size();
            if (size > stretch) {
                groups.emplace_back();
                size = 0;
            }
        }
        forEachParallel(groups.size(), [&](std::size_t i) {
            if (groups[i].empty()) {
                return;
            }
            const QCollator collator = makeCollator();
            const std::span<SortItem> all(groups[i].front().begin(), groups[i].back().end());
            RankedTexts ranked(m_texts, m_ranks, all, level * ranksInKey(), m_ascending);
            for (const std::span<SortItem> run : groups[i]) {
                if (!m_cancel.stop_requested()) {
                    ranked.sort(run, [&](std::span<SortItem> same) { sortByCollator(same, collator); });
                }
            }
        });
    }

    void sortLongRun(std::span<SortItem> items, std::size_t level) const {
        constexpr std::size_t lastLevel = 8; // each passes over the ranks of all before
        if (items.front().key() == ended()) {
            sortByCollator(items, makeCollator());
            return;
        }
        if (isDone(items)) {
            return;
        }
        if (level > lastLevel) {
            sortByComparing(items);
            return;
        }
        setKeys(items, level);
        sortByKeys(items);
        if (!m_cancel.stop_requested()) {
            sortRuns(runsOf(items), level + 1);
        }
    }

    /// The key of texts that have ended.
    std::uint64_t ended() const { return m_ascending ? textEnd : ~textEnd; }

    bool isRight(int compared, const SortItem &before, const SortItem &after) const {
        return compared != 0 ? (compared < 0) == m_ascending : before.event < after.event;
    }

    /// Rank by rank, for texts that are alike for long.
    void sortByComparing(std::span<SortItem> items) const {
        const auto compare = [this](const SortItem &a, const SortItem &b) {
            return m_ranks.compare(text(a), text(b)); // also when cancelled: an order must stay one
        };
        std::ranges::sort(items,
                          [&](const SortItem &a, const SortItem &b) { return isRight(compare(a, b), a, b); });
        const QCollator collator = makeCollator();
        forEachRun(
            items, [&](const SortItem &a, const SortItem &b) { return compare(a, b) == 0; },
            [&](std::span<SortItem> same) { sortByCollator(same, collator); });
    }

    /// Whether all texts are the same, and in order.
    bool isDone(std::span<const SortItem> items) const {
        return std::ranges::is_sorted(items, {}, &SortItem::event) &&
               std::ranges::all_of(items, [&, first = text(items.front())](const SortItem &item) {
                   return text(item) == first;
               });
    }

    void sortByCollator(std::span<SortItem> items, const QCollator &collator) const {
        if (items.size() < 2 || m_cancel.stop_requested() || isDone(items)) {
            return;
        }
        std::vector<std::pair<QString, SortItem>> texts;
        texts.reserve(items.size());
        for (const SortItem &item : items) {
            const std::string_view utf8 = text(item);
            texts.emplace_back(stringFromUtf8({utf8.data(), static_cast<qsizetype>(utf8.size())}), item);
        }
        std::ranges::sort(texts, [&](const auto &a, const auto &b) {
            const int compared = a.first == b.first ? 0 : collator.compare(a.first, b.first);
            return isRight(compared, a.second, b.second);
        });
        std::ranges::transform(texts, items.begin(), [](const auto &pair) { return pair.second; });
    }

    /// The places from which on the order is wrong, as the collator sees it.
    std::vector<std::size_t> wrongPlaces() const {
        std::vector<std::size_t> wrong;
        QMutex mutex;
        forEachParallel((m_items.size() + stretch - 1) / stretch, [&](std::size_t i) {
            const std::size_t first = std::max<std::size_t>(i * stretch, 1);
            const std::size_t end =
                m_cancel.stop_requested() ? 0 : std::min(m_items.size(), (i + 1) * stretch);
            if (first >= end) {
                return;
            }
            const QCollator collator = makeCollator();
            CollatedText before;
            CollatedText here;
            before.set(text(m_items[first - 1]));
            for (std::size_t place = first; place < end; ++place) {
                m_texts.fetch(m_items, place);
                int compared = 0;
                if (const std::string_view utf8 = text(m_items[place]); utf8 != before.utf8()) {
                    here.set(utf8);
                    compared = collator.compare(before.text(), here.text());
                    std::swap(before, here);
                }
                if (!isRight(compared, m_items[place - 1], m_items[place])) {
                    const QMutexLocker locker(&mutex);
                    wrong.push_back(place);
                }
            }
        });
        std::ranges::sort(wrong);
        return wrong;
    }

    /// Sorts again, by the collator alone, around the places where the ranks have led astray; wider and wider
    /// until all is right, which it is at the latest when that is everything.
    void mend() const {
        std::size_t reach = 16;
        for (auto wrong = wrongPlaces(); !wrong.empty() && !m_cancel.stop_requested();
             wrong = wrongPlaces(), reach *= 8) {
            Runs windows;
            std::size_t begin = 0;
            std::size_t end = 0;
            for (const std::size_t place : wrong) {
                const std::size_t from = place - std::min(place, reach);
                if (end > 0 && from > end) {
                    windows.push_back(m_items.subspan(begin, end - begin));
                    begin = from;
                } else if (end == 0) {
                    begin = from;
                }
                end = std::min(m_items.size(), place + reach);
            }
            windows.push_back(m_items.subspan(begin, end - begin));
            forEachParallel(windows.size(),
                            [&](std::size_t i) { sortByCollator(windows[i], makeCollator()); });
        }
    }

    const SortTexts &m_texts;
    std::span<SortItem> m_items;
    bool m_ascending;
    const std::stop_token &m_cancel;
    CollationRanks m_ranks;
};

} // namespace

void sortByText(const Document &document, EventField field, std::span<SortItem> items,
                Qt::SortOrder direction, const std::stop_token &cancel) {
    if (items.size() < 2) {
        return;
    }
    const SortTexts texts(document, field, items, cancel);
    // While they are sorted, items go by the number of their text. That of all events is their index.
    const bool areAll = items.size() == document.eventCount();
    std::vector<EventIndex> events;
    for (std::size_t i = 0; !areAll && i < items.size(); ++i) {
        events.push_back(std::exchange(items[i].event, static_cast<EventIndex>(i)));
    }
    if (!cancel.stop_requested()) {
        TextSort(texts, items, direction, cancel).run();
    }
    for (SortItem &item : items.first(areAll ? 0 : items.size())) {
        item.event = events[item.event];
    }
}

} // namespace timeline
