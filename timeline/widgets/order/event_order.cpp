// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/order/event_order.h"

#include "document/bytes/parallel.h"
#include "widgets/order/text_order.h"

#include <algorithm>
#include <iterator>

namespace timeline {

namespace {

std::vector<SortItem> itemsOf(const Document &document, const QBitArray &sorted) {
    std::vector<SortItem> items;
    const EventIndex count = document.eventCount();
    items.reserve(sorted.isEmpty() ? count : static_cast<std::size_t>(sorted.count(true)));
    for (EventIndex event = 0; event < count; ++event) {
        if (sorted.isEmpty() || sorted.testBit(event)) {
            items.push_back({event});
        }
    }
    return items;
}

/// Sorts by a number of each event, and those with the same number by f(run).
template <typename KeyOf>
void sortBy(
    std::vector<SortItem> &items, Qt::SortOrder direction, KeyOf keyOf,
    const std::function<void(std::span<SortItem>)> &f = [](auto) {}) {
    for (SortItem &item : items) {
        const auto key = static_cast<std::uint64_t>(keyOf(item.event));
        item.setKey(direction == Qt::AscendingOrder ? key : ~key);
    }
    sortByKeys(items, f);
}

/// From where to where a date is sorted. One that is somewhere before, as "1900 or earlier", or of which
/// nobody knows the start, stands by the latest that it can mean; what has always been, before all others.
std::pair<Instant, Instant> sortedSpan(const Span &span) {
    const bool isLatest = span.flags & DateFlag::UnknownStart ||
                          (span.flags & DateFlag::OpenStart && span.flags & DateFlag::Set);
    return {isLatest && !span.isOpenAtEnd() ? plusMilliseconds(span.end, -1) : span.begin, span.end};
}

/// Of one millisecond, whose times have digits behind it.
void sortWithinMillisecond(const Document &document, std::span<SortItem> run, Qt::SortOrder direction) {
    struct Read {
        SortItem item;
        FinerDigits digits;
        Instant end;
    };
    std::vector<Read> read;
    std::ranges::transform(run, std::back_inserter(read), [&](const SortItem &item) {
        return Read{item, document.finerDigits(item.event), document.end(item.event)};
    });
    const auto isBefore = [](const Read &a, const Read &b) {
        return a.digits.begin != b.digits.begin ? FinerDigits::beginsBefore(a.digits, b.digits)
               : a.end != b.end                 ? a.end < b.end
                                                : FinerDigits::endsBefore(a.digits, b.digits);
    };
    std::ranges::stable_sort(read, [&](const Read &a, const Read &b) {
        return direction == Qt::AscendingOrder ? isBefore(a, b) : isBefore(b, a);
    });
    std::ranges::transform(read, run.begin(), &Read::item);
}

/// Looks for those that begin in one millisecond, in a run that is sorted but for that.
void sortWithinMilliseconds(const Document &document, std::span<SortItem> run, Qt::SortOrder direction) {
    const auto begin = [&](const SortItem &item) { return sortedSpan(document.span(item.event)).first; };
    for (auto first = run.begin(); first != run.end();) {
        const auto end = std::find_if(first + 1, run.end(),
                                      [&](const SortItem &item) { return begin(item) != begin(*first); });
        if (end - first > 1 && std::any_of(first, end, [&](const SortItem &item) {
                return document.flags(item.event).testFlag(DateFlag::Finer);
            })) {
            sortWithinMillisecond(document, {first, end}, direction);
        }
        first = end;
    }
}

/// By begin, then by end. Those without a date come last, either way.
void sortByDate(const Document &document, std::vector<SortItem> &items, Qt::SortOrder direction) {
    constexpr std::uint64_t sign = std::uint64_t{1} << 63; // makes negative seconds the lower numbers
    const auto isBefore = [&](const SortItem &a, const SortItem &b) {
        const auto here = sortedSpan(document.span(a.event));
        const auto there = sortedSpan(document.span(b.event));
        return direction == Qt::AscendingOrder ? here < there : there < here;
    };
    sortBy(
        items, direction,
        [&](EventIndex event) {
            if (document.isUndated(event)) {
                return direction == Qt::AscendingOrder ? ~std::uint64_t{0} : 0;
            }
            return static_cast<std::uint64_t>(sortedSpan(document.span(event)).first.seconds) ^ sign;
        },
        [&](std::span<SortItem> run) {
            if (!std::ranges::is_sorted(run, isBefore)) {
                std::ranges::stable_sort(run, isBefore);
            }
            if (document.dateFlags() & DateFlag::Finer) {
                sortWithinMilliseconds(document, run, direction);
            }
        });
}

} // namespace

std::shared_ptr<EventOrder> sortEvents(const Document &document, const QBitArray &sorted, SortKey key,
                                       Qt::SortOrder direction, const std::stop_token &cancel) {
    std::vector<SortItem> items = itemsOf(document, sorted);
    switch (key) {
    case SortKey::Date:
        sortByDate(document, items, direction);
        break;
    case SortKey::Title:
        sortByText(document, EventField::Title, items, direction, cancel);
        break;
    case SortKey::Category:
        // In the order of the file's categories, which is that of the timeline's lanes.
        sortBy(items, direction, [&](EventIndex event) { return document.category(event); });
        break;
    case SortKey::Status:
        sortBy(items, direction, [&](EventIndex event) { return document.status(event); });
        break;
    case SortKey::Importance:
        sortBy(items, direction, [&](EventIndex event) { return qRound(document.importance(event) * 255); });
        break;
    case SortKey::Attribution:
        sortByText(document, EventField::Attribution, items, direction, cancel);
        break;
    case SortKey::Place:
        sortByText(document, EventField::Place, items, direction, cancel);
        break;
    }
    if (cancel.stop_requested()) {
        return nullptr;
    }
    auto order = std::make_shared<EventOrder>();
    order->events.reserve(items.size());
    std::ranges::transform(items, std::back_inserter(order->events), &SortItem::event);
    items = {}; // before more memory is taken
    order->positions.assign(document.eventCount(), EventOrder::noPosition);
    for (std::uint32_t position = 0; position < order->events.size(); ++position) {
        order->positions[order->events[position]] = position;
    }
    return order;
}

} // namespace timeline
