// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/span.h"

#include <QStringList>
#include <optional>
#include <vector>

namespace timeline {

using Rgb = std::uint32_t;           ///< 0xRRGGBB
using CategoryIndex = std::uint16_t; ///< a place in Document::categories()
/// The category of events that name none.
inline constexpr CategoryIndex noCategory = 0xFFFF;

/// How sure a claim is. The order is that of the legend. Own is whatever a file calls so in a word of its
/// own, which stands in the event's text: see statusWord().
enum class Status : std::uint8_t { Confirmed, Reported, Claimed, Disputed, Planned, Cancelled, Own };
inline constexpr int namedStatusCount = 6; ///< those that the format has a word for
inline constexpr int statusCount = 7;

enum class LinkKind : std::uint8_t { LeadsTo, PartOf, Contradicts, Related };

/// The words of the file format ("leads-to"), and back; "own" for Status::Own, which no text gives.
QString toString(Status status);
QString toString(LinkKind kind);
std::optional<Status> statusFromString(QStringView text);
std::optional<LinkKind> linkKindFromString(QStringView text);

struct Category {
    QString id;
    QString title;
    std::optional<Rgb> color;
    bool declared = true; ///< false: made because an event names it; id "" is that of events without one
    QString parent = {};  ///< the id of the category that it belongs to; none, or one that the file declares
    CategoryIndex parentAt = noCategory; ///< that one's place; there are no circles
};

struct Source {
    QString id;
    QString title;
    QString publisher;
    QString date; ///< EDTF
    QString url;
};

struct Era {
    QString title;
    QString date; ///< EDTF
    Span span;
    std::optional<Rgb> color;
};

struct Measure {
    QString name;
    double value = 0;
    std::optional<double> max;
    QString unit;
    bool approximate = false;
};

struct Link {
    QString to; ///< an event's id
    LinkKind kind = LinkKind::Related;
};

struct Media {
    QString url;
    QString caption;
    QString credit;
    QString alt;
};

struct SeriesPoint {
    Span span;
    double value = 0;
};

struct Series {
    QString id;
    QString title;
    QString unit;
    std::vector<SeriesPoint> points;
};

/// Where something happened.
struct Place {
    QString title;
    std::optional<std::pair<double, double>> at; ///< latitude and longitude, degrees north and east

    bool isEmpty() const { return title.isEmpty() && !at; }
};

/// All that the file says of one event, decoded.
struct EventDetails {
    QString id;
    QString title;
    QString date; ///< EDTF as written; "start/end" where these two were given instead
    QString category;
    Place place;
    QString description; ///< Markdown
    QString attribution;
    QStringList tags;
    QStringList
        sources; ///< ids; of one that stands in the event itself what it is called: id, title or address
    struct InlineSource {
        qsizetype number; ///< its place in `sources`
        Source source;    ///< as far as it is told: id and title may be empty
    };
    std::vector<InlineSource> inlineSources; ///< those that stand in the event itself
    std::vector<Measure> measures;
    std::vector<Link> links;
    std::vector<Media> media;
    Status status = Status::Confirmed;
    QString ownStatus;       ///< the word for Status::Own
    float importance = 0.5F; ///< 0 to 1
};

/// The status as the file says it.
QString statusWord(const EventDetails &details);
/// What the event itself says of one of its sources; nothing where it only names it.
const Source *inlineSource(const EventDetails &details, qsizetype number);

} // namespace timeline
