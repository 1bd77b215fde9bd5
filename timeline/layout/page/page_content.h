// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/packing/item_shape.h"
#include "layout/page/page_options.h"
#include "layout/scale/time_columns.h"

#include <QStringList>
#include <functional>
#include <memory>

namespace timeline {

/// Makes plain text of Markdown; the paragraphs stay.
using PlainText = std::function<QString(const QString &)>;

/// What a page says of an event. Texts are safe to show.
struct PageEvent {
    EventIndex event = 0;
    Span span;
    Status status = Status::Confirmed;
    float importance = 0.5F;
    ColorRole color = 0;
    MarkSymbol symbol = MarkSymbol::Disc; ///< what tells its group beside the colour, where there are several
    QString title;
    std::string finer; ///< digits of its begin behind the millisecond
    QString date;      ///< in words, as exactly as the file has it
    QString word;      ///< a word for every status but confirmed, or nothing
    QString by;        ///< the same with who says so; nothing where that is not told
    QString note;      ///< a whole sentence, or nothing

    /// The known ends; of a date that is open both ways both are those of Instant's range.
    Instant begin() const { return span.isOpenAtStart() ? plusMilliseconds(span.end, -1) : span.begin; }
    Instant end() const; ///< of one that is open, that of the date from which it goes on
    bool isOpenBothWays() const { return span.isOpenAtStart() && span.isOpenAtEnd(); }
    bool isPlan() const { return status == Status::Planned || status == Status::Cancelled; }
    bool hasTime() const { return span.flags & DateFlag::HasTime; }
    bool isZoned() const { return span.flags & DateFlag::Zoned; }
    bool lasts() const { return span.flags & DateFlag::Interval; }
};

/// One of the file's own divisions of time.
struct PageEra {
    std::size_t era = 0; ///< its place in the document
    QString title;
    QString since; ///< when it begins, in words
    Span span;
    std::optional<Rgb> color;
};

/// What a colour and a symbol mean.
struct PageKey {
    QString title;
    ColorRole color = 0;
    MarkSymbol symbol = MarkSymbol::Disc;
};

/// All that a page says, without a place yet.
struct PageContent {
    QString title;
    QString standfirst;
    /// Those with a date, by begin: first those that have neither begin nor end, last what lies ahead.
    std::vector<PageEvent> events;
    std::size_t openCount = 0; ///< of those first ones
    std::vector<PageEra> eras; ///< by begin
    std::vector<PageKey> keys; ///< of those colours that occur, where there are several
    QStringList sources;
    QStringList sourceNames;        ///< in a word or two each
    QString asOf;                   ///< in words
    std::optional<Instant> asOfEnd; ///< the first instant after it
    std::size_t undated = 0;
    std::size_t outside = 0;         ///< of those that have a date: not between the options' dates
    std::optional<Instant> from, to; ///< the options' dates
    bool hasOtherGroups = false; ///< an event is of several, of which its colour and symbol tell the first
    bool isZoned = false;        ///< an event has a time with a zone: scales are in UTC
    std::shared_ptr<const std::vector<std::optional<Rgb>>> fileColors;

    /// Of its events, but for those first ones; as far as they lie between `from` and `to`.
    std::vector<ColumnDate> dates() const;
};

/// The events that have their bit in `shown` and lie between the options' dates.
PageContent pageContent(const Document &document, const QBitArray &shown, const PageOptions &options,
                        const PlainText &plainText);

/// How many there would be, without any of their texts.
std::size_t pageEventCount(const Document &document, const QBitArray &shown, const PageOptions &options);
/// How many more there would be without the options' dates.
std::size_t pageEventsOutside(const Document &document, const QBitArray &shown, const PageOptions &options);

} // namespace timeline
