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

/// How sure a claim is. The order is that of the legend.
enum class Status : std::uint8_t { Confirmed, Reported, Claimed, Disputed, Planned, Cancelled };
inline constexpr int statusCount = 6;

enum class LinkKind : std::uint8_t { LeadsTo, PartOf, Contradicts, Related };

/// The words of the file format ("leads-to"), and back.
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
    QStringList sources; ///< ids
    std::vector<Measure> measures;
    std::vector<Link> links;
    std::vector<Media> media;
    Status status = Status::Confirmed;
    float importance = 0.5F; ///< 0 to 1
};

} // namespace timeline
