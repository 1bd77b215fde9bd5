// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/page/page_content.h"

#include "document/bytes/look_alike.h"
#include "document/bytes/visible_text.h"
#include "document/store/document.h"
#include "layout/packing/event_words.h"
#include "layout/scene/page_words.h"
#include "time/calendar.h"
#include "time/edtf.h"
#include "time/finer_digits.h"

#include <QSet>
#include <QTextBoundaryFinder>
#include <algorithm>

namespace timeline {

namespace {

constexpr qsizetype mostOfTitle = 2000; // characters that anybody would print
constexpr qsizetype mostOfNote = 90;
constexpr qsizetype mostOfAttribution = 40;

/// Who says so, up to the first comma: what he is besides stands in the details.
QString statusWithWho(Status status, const EventDetails &details) {
    const QString who = visibleText(details.attribution.section(QLatin1Char(','), 0, 0).simplified());
    if (who.isEmpty() || who.size() > mostOfAttribution) {
        return {};
    }
    switch (status) {
    case Status::Reported:
        return PageWords::tr("reported by %1").arg(who);
    case Status::Claimed:
        return PageWords::tr("claimed by %1").arg(who);
    default:
        return {};
    }
}

/// The first sentence, with its mark left out.
QString firstSentence(const QString &text) {
    const QString paragraph = text.section(QLatin1Char('\n'), 0, 0).simplified();
    QTextBoundaryFinder sentences(QTextBoundaryFinder::Sentence, paragraph);
    const qsizetype end = sentences.toNextBoundary();
    QString sentence = paragraph.left(std::max<qsizetype>(end, 0)).trimmed();
    if (sentence.endsWith(QLatin1Char('.')) && !sentence.endsWith(QLatin1String(".."))) {
        sentence.chop(1);
    }
    const bool isProse = !sentence.contains(QChar(QChar::ObjectReplacementCharacter)) &&
                         !sentence.contains(QLatin1Char('|')); // and no picture or table
    return sentence.size() <= mostOfNote && isProse ? visibleText(sentence) : QString();
}

bool isWithin(const Span &span, const PageOptions &options) {
    return (!options.to || span.begin < *options.to || (span.isOpenAtStart() && span.end < *options.to)) &&
           (!options.from || span.end > *options.from || span.begin >= *options.from);
}

/// Calls `use` with each that lies between the options' dates, and gives how many do not.
template <typename Use>
std::size_t forEachShown(const Document &document, const QBitArray &shown, const PageOptions &options,
                         Use use) {
    std::size_t outside = 0;
    for (EventIndex event = 0; event < document.eventCount(); ++event) {
        const bool passes = shown.isEmpty() || shown.testBit(event);
        if (!passes || !document.isPlaced(event)) {
            continue;
        }
        if (isWithin(document.span(event), options)) {
            use(event);
        } else {
            ++outside;
        }
    }
    return outside;
}

PageEvent pageEvent(const Document &document, EventIndex event, const PlainText &plainText) {
    PageEvent made;
    const EventDetails details = document.details(event);
    made.event = event;
    made.span = document.span(event);
    made.status = document.status(event);
    made.importance = document.importance(event);
    const QString title = document.eventTitle(event);
    made.title = visibleName(title.left(mostOfTitle).simplified(), TextUse::Title);
    made.title += title.size() > mostOfTitle ? QString(QChar(0x2026)) : QString();
    made.date = describeDateBriefly(details.date.toStdString());
    made.finer =
        made.span.flags & DateFlag::Finer ? finerDigits(details.date.toStdString()).begin : std::string();
    made.word = statusInWords(made.status, details.ownStatus);
    made.by = statusWithWho(made.status, details);
    made.note = firstSentence(plainText(details.description.left(mostOfTitle)));
    return made;
}

/// How a foot names a source: all that is told, and in a word or two, or nothing.
struct SourceNames {
    QString whole;
    QString brief;
};

SourceNames namesOf(const Source &source) {
    const QString title = visibleText(source.title.simplified());
    const QString publisher = visibleText(source.publisher.simplified());
    QString text = publisher.isEmpty() ? title
                   : title.isEmpty()   ? publisher
                                     : PageWords::tr("%1, “%2”", "publisher, title").arg(publisher, title);
    if (!source.date.isEmpty() && !text.isEmpty()) {
        text =
            PageWords::tr("%1, %2", "source, date").arg(text, describeDateBriefly(source.date.toStdString()));
    }
    return {text, publisher.isEmpty() ? title : publisher};
}

/// Those that a page's events name, or all of the file where none of its events does.
void addSources(PageContent &content, const Document &document) {
    QSet<QString> cited;
    std::vector<Source> inEvents;
    for (const PageEvent &event : content.events) {
        const EventDetails details = document.details(event.event, bit(EventField::Sources));
        cited += QSet<QString>(details.sources.begin(), details.sources.end());
        for (const auto &one : details.inlineSources) {
            inEvents.push_back(one.source);
        }
    }
    const bool isAll = cited.isEmpty() && content.events.size() == document.placedCount();
    QSet<QString> wholes; // what is there already: a file may declare very many
    QSet<QString> briefs;
    const auto add = [&](const Source &source) {
        constexpr qsizetype longest = 30;
        const SourceNames names = namesOf(source);
        if (!names.whole.isEmpty() && !wholes.contains(names.whole)) {
            wholes.insert(names.whole);
            content.sources << names.whole;
        }
        if (!names.brief.isEmpty() && names.brief.size() <= longest && !briefs.contains(names.brief)) {
            briefs.insert(names.brief);
            content.sourceNames << names.brief;
        }
    };
    for (const Source &source : document.sources()) {
        if (isAll || cited.contains(source.id)) {
            add(source);
        }
    }
    std::ranges::for_each(inEvents, add);
}

std::vector<PageEra> erasOf(const Document &document, const PageOptions &options) {
    std::vector<PageEra> eras;
    for (std::size_t i = 0; i < document.eras().size(); ++i) {
        const Era &era = document.eras()[i];
        if (!era.span.isNever() && isWithin(era.span, options)) {
            const QString begin = era.date.section(QLatin1Char('/'), 0, 0);
            eras.push_back({i, visibleName(era.title.simplified(), TextUse::Title),
                            era.span.isOpenAtStart() ? QString() : describeDateBriefly(begin.toStdString()),
                            era.span, era.color});
        }
    }
    std::ranges::stable_sort(eras, {}, [](const PageEra &era) { return era.span.begin; });
    return eras;
}

} // namespace

Instant PageEvent::end() const {
    if (!span.isOpenAtEnd()) {
        return span.end;
    }
    const Instant begins = begin();
    if (span.flags & DateFlag::HasTime) {
        return begins;
    }
    const CivilDate day = civilTime(begins).date;
    if (day.day > 1) {
        return startOfDay({day.year, day.month, day.day + 1});
    }
    return startOfMonth(monthOf(day) + (day.month > 1 ? 1 : 12));
}

std::vector<ColumnDate> PageContent::dates() const {
    std::vector<ColumnDate> dates;
    const auto first = events.begin() + static_cast<std::ptrdiff_t>(openCount);
    const auto within = [this](Instant instant) {
        return std::min(std::max(instant, from.value_or(instant)), to.value_or(Instant::distantFuture()));
    };
    std::transform(first, events.end(), std::back_inserter(dates), [&](const PageEvent &event) {
        constexpr double day = 86'400'000;
        const double length = millisecondsBetween(event.begin(), event.end());
        const bool isDay = event.lasts() || length <= 0;
        return ColumnDate{within(event.begin()), within(event.end()), event.isPlan(),
                          event.span.flags & DateFlag::HasTime ? std::min(length, 60'000.0)
                          : isDay                              ? day
                                                               : length};
    });
    return dates;
}

std::size_t pageEventCount(const Document &document, const QBitArray &shown, const PageOptions &options) {
    std::size_t count = 0;
    forEachShown(document, shown, options, [&count](EventIndex) { ++count; });
    return count;
}

std::size_t pageEventsOutside(const Document &document, const QBitArray &shown, const PageOptions &options) {
    return forEachShown(document, shown, options, [](EventIndex) {});
}

PageContent pageContent(const Document &document, const QBitArray &shown, const PageOptions &options,
                        const PlainText &plainText) {
    PageContent content;
    content.title = visibleName(document.title().left(mostOfTitle).simplified(), TextUse::Title);
    content.standfirst =
        visibleText(plainText(document.description().section(QStringLiteral("\n\n"), 0, 0).left(mostOfTitle))
                        .simplified());
    if (const std::optional<Span> asOf = document.asOf(); asOf && !asOf->isOpenAtEnd()) {
        content.asOf = describeDate(document.asOfText().toStdString());
        content.asOfEnd = options.linear ? std::nullopt : std::optional(asOf->end);
    }
    content.standfirst.remove(QChar(QChar::ObjectReplacementCharacter));
    const TimeScale scale;
    const EventAxis axis{document, scale};
    const Lanes lanes(axis, document.placed(shown), options.grouping);
    std::vector<std::optional<MarkSymbol>> symbols(lanes.lanes.size()); // of those that occur
    std::vector<std::optional<std::size_t>> laneOf;
    content.from = options.from;
    content.to = options.to;
    content.outside = forEachShown(document, shown, options, [&](EventIndex event) {
        content.events.push_back(pageEvent(document, event, plainText));
        const Lanes::OfEvent its = lanes.lanesOf(axis, event);
        content.hasOtherGroups |= its.size() > 1;
        laneOf.push_back(its.isEmpty() ? std::nullopt : std::optional(its.front()));
        if (laneOf.back()) {
            content.events.back().color = lanes.lanes[*laneOf.back()].color;
            symbols[*laneOf.back()] = MarkSymbol::Disc;
        }
    });
    for (std::size_t i = 0; i < symbols.size(); ++i) {
        if (symbols[i]) {
            symbols[i] = static_cast<MarkSymbol>(content.keys.size() % markSymbolCount);
            content.keys.push_back({lanes.lanes[i].title, lanes.lanes[i].color, *symbols[i]});
        }
    }
    for (std::size_t i = 0; i < laneOf.size(); ++i) {
        content.events[i].symbol = laneOf[i] ? *symbols[*laneOf[i]] : MarkSymbol::Disc;
    }
    std::ranges::stable_sort(content.events, [&](const PageEvent &a, const PageEvent &b) {
        const auto key = [&](const PageEvent &event) {
            const bool ahead = isAhead({event.begin(), event.end(), event.isPlan(), 0}, content.asOfEnd);
            return std::tuple(!event.isOpenBothWays(), ahead, event.begin(), std::string_view(event.finer),
                              -event.importance);
        };
        return key(a) < key(b);
    });
    content.openCount =
        static_cast<std::size_t>(std::ranges::count_if(content.events, &PageEvent::isOpenBothWays));
    content.eras = erasOf(document, options);
    addSources(content, document);
    content.isZoned = std::ranges::any_of(content.events, &PageEvent::isZoned);
    content.undated = document.undatedCount(shown);
    auto colors = std::make_shared<std::vector<std::optional<Rgb>>>();
    std::ranges::transform(document.categories(), std::back_inserter(*colors), &Category::color);
    content.fileColors = std::move(colors);
    return content;
}

} // namespace timeline
