// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/text_order.h"

#include "document/event_texts.h"
#include "document/json_value.h"
#include "document/parallel.h"
#include "widgets/collation_ranks.h"

#include <QCollator>
#include <QMutex>
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

class TextSort {
public:
    TextSort(const Document &document, EventField field, std::span<SortItem> items, Qt::SortOrder direction,
             const std::stop_token &cancel)
        : m_document(document), m_field(field), m_items(items), m_ascending(direction == Qt::AscendingOrder),
          m_cancel(cancel), m_ranks(makeCollator(), characters()) {}

    /// First by as many ranks as a number holds, then the runs of equal ones by the rest; what the ranks
    /// leave open is asked of the collator, and so is at the end whether all is right.
    void run() {
        setKeys(m_items, 0);
        sortByKeys(m_items);
        Runs runs;
        forEachRun(m_items, [&runs](std::span<SortItem> found) { runs.push_back(found); });
        sortRuns(runs, 1);
        mend();
    }

private:
    using Runs = std::vector<std::span<SortItem>>;

    /// Calls f with stretches of items, on all cores.
    template <typename F>
    void forEachStretch(std::span<SortItem> items, const F &f) const {
        forEachParallel((items.size() + stretch - 1) / stretch, [&](std::size_t i) {
            if (!m_cancel.stop_requested()) {
                f(items.subspan(i * stretch, std::min(stretch, items.size() - i * stretch)));
            }
        });
    }

    QByteArrayView rawText(QByteArrayView event) const {
        return EventTexts(event, bit(m_field)).next().value_or(QByteArrayView());
    }
    QByteArrayView rawText(const SortItem &item) const { return rawText(m_document.eventText(item.event)); }

    /// Calls f(index, raw) with the text of each item, as it stands in the file. Sorted events lie all over
    /// the file, so that what takes time is waiting for memory: a batch of them is asked for at once.
    template <typename F>
    void forEachText(std::span<const SortItem> items, F f) const {
        constexpr std::size_t batch = 128;
        std::array<QByteArrayView, batch> events;
        for (std::size_t begin = 0; begin < items.size(); begin += batch) {
            const std::size_t count = std::min(batch, items.size() - begin);
            for (std::size_t i = 0; i < count; ++i) {
                events.at(i) = m_document.eventText(items[begin + i].event);
                prefetch(events.at(i).data());
                prefetch(events.at(i).data() + 64);
            }
            for (std::size_t i = 0; i < count; ++i) {
                f(begin + i, rawText(events.at(i)));
            }
        }
    }

    static void prefetch([[maybe_unused]] const char *place) {
#ifdef __GNUC__
        __builtin_prefetch(place);
#endif
    }

    static QString decoded(QByteArrayView raw) {
        return raw.contains('\\') ? stringFromUtf8(decodeJsonString(viewOf(raw))) : stringFromUtf8(raw);
    }

    static std::string_view viewOf(QByteArrayView raw) {
        return {raw.data(), static_cast<std::size_t>(raw.size())};
    }

    /// Calls f(character) for each character of a text, until it gives false.
    template <typename F>
    static void forEachCharacter(QByteArrayView raw, F f) {
        std::string unescaped;
        std::string_view utf8 = viewOf(raw);
        if (raw.contains('\\')) {
            unescaped = decodeJsonString(utf8);
            utf8 = unescaped;
        }
        for (std::size_t at = 0; at < utf8.size();) {
            char32_t c = static_cast<unsigned char>(utf8[at++]);
            if (c >= 0x80) {
                c &= c < 0xE0 ? 0x1FU : c < 0xF0 ? 0x0FU : 0x07U;
                while (at < utf8.size() && (static_cast<unsigned char>(utf8[at]) & 0xC0) == 0x80) {
                    c = c << 6 | (static_cast<unsigned char>(utf8[at++]) & 0x3FU);
                }
            }
            if (!f(c)) {
                return;
            }
        }
    }

    /// All characters that occur in the texts.
    QSet<char32_t> characters() const {
        QSet<char32_t> found;
        QMutex mutex;
        forEachStretch(m_items, [&](std::span<SortItem> items) {
            std::vector<bool> basic(0x10000);
            QSet<char32_t> others;
            forEachText(items, [&](std::size_t, QByteArrayView raw) {
                forEachCharacter(raw, [&](char32_t c) {
                    if (c < basic.size()) {
                        basic[c] = true;
                    } else {
                        others.insert(c);
                    }
                    return true;
                });
            });
            for (std::size_t c = 0; c < basic.size(); ++c) {
                if (basic[c]) {
                    others.insert(static_cast<char32_t>(c));
                }
            }
            const QMutexLocker locker(&mutex);
            found.unite(others);
        });
        return found;
    }

    /// The ranks of a text from number `level` on, as many as a key holds, the first highest.
    std::uint64_t keyOf(QByteArrayView raw, std::size_t level) const {
        const auto bits = static_cast<unsigned>(m_ranks.bits());
        const std::size_t wanted = 64 / bits;
        std::size_t skipped = level * wanted;
        std::size_t taken = 0;
        std::uint64_t key = 0;
        forEachCharacter(raw, [&](char32_t c) {
            m_ranks.forEachRank(c, [&](std::uint16_t rank) {
                if (skipped > 0) {
                    --skipped;
                } else if (taken < wanted) {
                    key = key << bits | rank;
                    ++taken;
                }
            });
            return taken < wanted;
        });
        key <<= bits * (wanted - taken) % 64; // an empty text has no bits to move
        return m_ascending ? key : ~key;
    }

    void setKeys(std::span<SortItem> items, std::size_t level) const {
        forEachStretch(items, [&](std::span<SortItem> part) {
            forEachText(part, [&](std::size_t i, QByteArrayView raw) { part[i].key = keyOf(raw, level); });
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
            if (!m_cancel.stop_requested()) {
                sortShortRuns(groups[i], level);
            }
        });
    }

    void sortLongRun(std::span<SortItem> items, std::size_t level) const {
        const std::uint64_t ended = m_ascending ? textEnd : ~textEnd;
        if (items.front().key == ended) {
            sortByCollator(items, makeCollator());
            return;
        }
        setKeys(items, level);
        sortByKeys(items);
        Runs runs;
        forEachRun(items, [&runs](std::span<SortItem> found) { runs.push_back(found); });
        if (!m_cancel.stop_requested()) {
            sortRuns(runs, level + 1);
        }
    }

    void sortShortRuns(const Runs &runs, std::size_t level) const {
        struct Text {
            std::size_t begin = 0;
            std::size_t length = 0;
            SortItem item;
        };
        std::vector<Text> texts;
        for (const std::span<SortItem> run : runs) {
            for (const SortItem &item : run) {
                texts.push_back({0, 0, item});
            }
        }
        const std::size_t skipped = level * (64 / static_cast<std::size_t>(m_ranks.bits()));
        std::u16string ranks;
        std::vector<SortItem> items(texts.size());
        std::ranges::transform(texts, items.begin(), &Text::item);
        forEachText(items, [&](std::size_t i, QByteArrayView raw) {
            texts[i].begin = ranks.size();
            std::size_t count = 0;
            forEachCharacter(raw, [&](char32_t c) {
                m_ranks.forEachRank(c, [&](std::uint16_t rank) {
                    if (++count > skipped) {
                        ranks.push_back(static_cast<char16_t>(rank));
                    }
                });
                return true;
            });
            texts[i].length = ranks.size() - texts[i].begin;
        });
        const auto ranksOf = [&ranks](const Text &text) {
            return std::u16string_view(ranks).substr(text.begin, text.length);
        };
        const auto isBefore = [&](const Text &a, const Text &b) {
            const int compared = ranksOf(a).compare(ranksOf(b));
            return isRight(compared, a.item.event, b.item.event);
        };
        const QCollator collator = makeCollator();
        std::span<Text> rest = texts;
        for (const std::span<SortItem> run : runs) {
            const std::span<Text> here = rest.first(run.size());
            rest = rest.subspan(run.size());
            std::ranges::sort(here, isBefore);
            std::ranges::transform(here, run.begin(), &Text::item);
            for (std::size_t begin = 0; begin < here.size();) {
                std::size_t end = begin + 1;
                while (end < here.size() && ranksOf(here[end]) == ranksOf(here[begin])) {
                    ++end;
                }
                sortByCollator(run.subspan(begin, end - begin), collator);
                begin = end;
            }
        }
    }

    bool isRight(int compared, EventIndex before, EventIndex after) const {
        return compared != 0 ? (compared < 0) == m_ascending : before < after;
    }

    void sortByCollator(std::span<SortItem> items, const QCollator &collator) const {
        if (items.size() < 2) {
            return;
        }
        const auto isLikeFirst = [&, first = rawText(items.front())](const SortItem &item) {
            return rawText(item) == first;
        };
        const bool isDone = std::ranges::is_sorted(items, {}, &SortItem::event) &&
                            std::ranges::all_of(items.subspan(1), isLikeFirst);
        if (isDone || m_cancel.stop_requested()) {
            return;
        }
        std::vector<std::pair<QString, SortItem>> texts;
        texts.reserve(items.size());
        forEachText(items,
                    [&](std::size_t i, QByteArrayView raw) { texts.emplace_back(decoded(raw), items[i]); });
        std::ranges::sort(texts, [&](const auto &a, const auto &b) {
            const int compared = a.first == b.first ? 0 : collator.compare(a.first, b.first);
            return isRight(compared, a.second.event, b.second.event);
        });
        std::ranges::transform(texts, items.begin(), [](const auto &pair) { return pair.second; });
    }

    /// The places from which on the order is wrong, as the collator sees it.
    std::vector<std::size_t> wrongPlaces() const {
        std::vector<std::size_t> wrong;
        QMutex mutex;
        forEachParallel((m_items.size() + stretch - 1) / stretch, [&](std::size_t i) {
            const std::size_t begin = std::max<std::size_t>(i * stretch, 1);
            const std::size_t end = std::min(m_items.size(), (i + 1) * stretch);
            if (begin >= end || m_cancel.stop_requested()) {
                return;
            }
            const QCollator collator = makeCollator();
            QString before = decoded(rawText(m_items[begin - 1]));
            forEachText(m_items.subspan(begin, end - begin), [&](std::size_t at, QByteArrayView raw) {
                QString here = decoded(raw);
                const SortItem *item = &m_items[begin + at];
                const int compared = before == here ? 0 : collator.compare(before, here);
                if (!isRight(compared, item[-1].event, item[0].event)) {
                    const QMutexLocker locker(&mutex);
                    wrong.push_back(begin + at);
                }
                before = std::move(here);
            });
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

    const Document &m_document;
    EventField m_field;
    std::span<SortItem> m_items;
    bool m_ascending;
    const std::stop_token &m_cancel;
    CollationRanks m_ranks;
};

} // namespace

void sortByText(const Document &document, EventField field, std::span<SortItem> items,
                Qt::SortOrder direction, const std::stop_token &cancel) {
    if (items.size() > 1) {
        TextSort(document, field, items, direction, cancel).run();
    }
}

} // namespace timeline
