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
        std::vector<std::span<SortItem>> runs;
        forEachRun(m_items, [&runs](std::span<SortItem> found) { runs.push_back(found); });
        sortRuns(runs, 1);
        mend();
    }

private:
    /// A stretch of items with a collator of its own: one cannot be used by two threads.
    template <typename F>
    void forEachStretch(std::span<SortItem> items, const F &f) const {
        forEachParallel((items.size() + stretch - 1) / stretch, [&](std::size_t i) {
            if (!m_cancel.stop_requested()) {
                f(items.subspan(i * stretch, std::min(stretch, items.size() - i * stretch)));
            }
        });
    }

    QByteArrayView rawText(EventIndex event) const {
        return EventTexts(m_document.eventText(event), bit(m_field)).next().value_or(QByteArrayView());
    }

    QString text(EventIndex event) const {
        const QByteArrayView raw = rawText(event);
        return raw.contains('\\') ? QString::fromStdString(decodeJsonString(viewOf(raw)))
                                  : QString::fromUtf8(raw);
    }

    static std::string_view viewOf(QByteArrayView raw) {
        return {raw.data(), static_cast<std::size_t>(raw.size())};
    }

    /// Calls f(character) for each character of an event's text, until it gives false.
    template <typename F>
    void forEachCharacter(EventIndex event, F f) const {
        const QByteArrayView raw = rawText(event);
        std::string decoded;
        std::string_view utf8 = viewOf(raw);
        if (raw.contains('\\')) {
            decoded = decodeJsonString(utf8);
            utf8 = decoded;
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
            for (const SortItem &item : items) {
                forEachCharacter(item.event, [&](char32_t c) {
                    if (c < basic.size()) {
                        basic[c] = true;
                    } else {
                        others.insert(c);
                    }
                    return true;
                });
            }
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
    std::uint64_t keyOf(EventIndex event, std::size_t level) const {
        const auto bits = static_cast<unsigned>(m_ranks.bits());
        const std::size_t wanted = 64 / bits;
        std::size_t skipped = level * wanted;
        std::size_t taken = 0;
        std::uint64_t key = 0;
        forEachCharacter(event, [&](char32_t c) {
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
            for (SortItem &item : part) {
                item.key = keyOf(item.event, level);
            }
        });
    }

    /// Sorts runs whose ranks before `level` are the same.
    void sortRuns(const std::vector<std::span<SortItem>> &runs, std::size_t level) const {
        // Long ones one after the other, by all threads; short ones side by side.
        std::vector<std::size_t> groups = {0};
        std::size_t size = 0;
        for (std::size_t i = 0; i < runs.size(); ++i) {
            if (runs[i].size() > stretch) {
                sortLongRun(runs[i], level);
                continue;
            }
            size += runs[i].size();
            if (size > stretch) {
                groups.push_back(i + 1);
                size = 0;
            }
        }
        groups.push_back(runs.size());
        forEachParallel(groups.size() - 1, [&](std::size_t group) {
            const QCollator collator = makeCollator();
            for (std::size_t i = groups[group]; i < groups[group + 1] && !m_cancel.stop_requested(); ++i) {
                if (runs[i].size() <= stretch) {
                    sortShortRun(runs[i], level, collator);
                }
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
        std::vector<std::span<SortItem>> runs;
        forEachRun(items, [&runs](std::span<SortItem> found) { runs.push_back(found); });
        if (!m_cancel.stop_requested()) {
            sortRuns(runs, level + 1);
        }
    }

    void sortShortRun(std::span<SortItem> items, std::size_t level, const QCollator &collator) const {
        struct Text {
            std::u16string ranks;
            SortItem item;
        };
        const std::size_t skipped = level * (64 / static_cast<std::size_t>(m_ranks.bits()));
        std::vector<Text> texts;
        texts.reserve(items.size());
        for (const SortItem &item : items) {
            Text &text = texts.emplace_back(Text{{}, item});
            std::size_t count = 0;
            forEachCharacter(item.event, [&](char32_t c) {
                m_ranks.forEachRank(c, [&](std::uint16_t rank) {
                    if (++count > skipped) {
                        text.ranks.push_back(static_cast<char16_t>(rank));
                    }
                });
                return true;
            });
        }
        std::ranges::stable_sort(texts, [this](const Text &a, const Text &b) {
            return m_ascending ? a.ranks < b.ranks : b.ranks < a.ranks;
        });
        for (std::size_t begin = 0; begin < texts.size();) {
            std::size_t end = begin;
            for (; end < texts.size() && texts[end].ranks == texts[begin].ranks; ++end) {
                items[end] = texts[end].item;
            }
            sortByCollator(items.subspan(begin, end - begin), collator);
            begin = end;
        }
    }

    bool isRight(int compared, EventIndex before, EventIndex after) const {
        return compared != 0 ? (compared < 0) == m_ascending : before < after;
    }

    void sortByCollator(std::span<SortItem> items, const QCollator &collator) const {
        const auto isLikeFirst = [&, first = rawText(items.front().event)](const SortItem &item) {
            return rawText(item.event) == first;
        };
        const bool isDone = std::ranges::is_sorted(items, {}, &SortItem::event) &&
                            std::ranges::all_of(items.subspan(1), isLikeFirst);
        if (isDone || m_cancel.stop_requested()) {
            return;
        }
        std::vector<std::pair<QString, SortItem>> texts;
        texts.reserve(items.size());
        for (const SortItem &item : items) {
            texts.emplace_back(text(item.event), item);
        }
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
            QString before = text(m_items[begin - 1].event);
            for (std::size_t at = begin; at < end; ++at) {
                QString here = text(m_items[at].event);
                const int compared = before == here ? 0 : collator.compare(before, here);
                if (!isRight(compared, m_items[at - 1].event, m_items[at].event)) {
                    const QMutexLocker locker(&mutex);
                    wrong.push_back(at);
                }
                before = std::move(here);
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
            std::vector<std::span<SortItem>> windows;
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
