// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scene/legend.h"

#include "document/bytes/visible_text.h"
#include "document/search/filter.h"
#include "document/store/event_status.h"
#include "layout/lanes/lanes.h"
#include "layout/scale/metrics.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

namespace timeline {

namespace {

using namespace metrics;

constexpr double sampleWidth = 30;
constexpr double entryGap = 22;
constexpr double legendRow = 26;

/// Where the texts of this file are translated.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(timeline::Legend)
};

struct Look {
    SceneItem sample;
    QString meaning;
    /// Whether an item shows this look.
    bool (*isShownBy)(const SceneItem &item);
};

template <Status status>
bool hasStatus(const SceneItem &item) {
    return item.shape != ItemShape::Cluster && item.status == status;
}

SceneItem sample(ItemShape shape, Status status, DateFlags flags = {}) {
    SceneItem item;
    item.shape = shape;
    item.status = status;
    item.flags = flags;
    return item;
}

std::vector<Look> allLooks() {
    std::vector<Look> looks = {
        {sample(ItemShape::Bar, Status::Confirmed), Texts::tr("confirmed"), hasStatus<Status::Confirmed>},
        {sample(ItemShape::Bar, Status::Reported), Texts::tr("reported"), hasStatus<Status::Reported>},
        {sample(ItemShape::Bar, Status::Claimed), Texts::tr("claimed"), hasStatus<Status::Claimed>},
        {sample(ItemShape::Bar, Status::Disputed), Texts::tr("disputed"), hasStatus<Status::Disputed>},
        {sample(ItemShape::Bar, Status::Planned), Texts::tr("planned"), hasStatus<Status::Planned>},
        {sample(ItemShape::Bar, Status::Cancelled), Texts::tr("cancelled"), hasStatus<Status::Cancelled>},
        {sample(ItemShape::Bar, Status::Own), Texts::tr("in another word"), hasStatus<Status::Own>},
        {sample(ItemShape::Within, Status::Confirmed), Texts::tr("some time within"),
         [](const SceneItem &item) { return item.shape == ItemShape::Within; }},
        {sample(ItemShape::Bar, Status::Confirmed,
                DateFlags(DateFlag::Approximate) | DateFlag::StartApproximate | DateFlag::EndApproximate),
         Texts::tr("about then"),
         [](const SceneItem &item) {
             return item.shape != ItemShape::Cluster && (item.flags & DateFlag::Approximate);
         }},
        {sample(ItemShape::Bar, Status::Confirmed, DateFlag::OpenEnd), Texts::tr("goes on"),
         [](const SceneItem &item) {
             return item.shape != ItemShape::Cluster &&
                    (item.flags & (DateFlags(DateFlag::OpenEnd) | DateFlag::OpenStart));
         }},
        {sample(ItemShape::Bar, Status::Confirmed, DateFlag::UnknownEnd), Texts::tr("end unknown"),
         [](const SceneItem &item) {
             return item.shape != ItemShape::Cluster &&
                    (item.flags & (DateFlags(DateFlag::UnknownEnd) | DateFlag::UnknownStart));
         }},
        {sample(ItemShape::Cluster, Status::Confirmed), Texts::tr("so many more events"),
         [](const SceneItem &item) { return item.shape == ItemShape::Cluster; }},
    };
    return looks;
}

/// Puts entries beside each other, in rows.
class Rows {
public:
    Rows(double width, const TextMeasure &measure) : m_width(width), m_measure(measure) {}

    void add(const Look &look) {
        SceneItem item = look.sample;
        const double height = item.shape == ItemShape::Within    ? withinHeight
                              : item.shape == ItemShape::Cluster ? barHeight + 6
                                                                 : barHeight;
        const auto [x, y] = add(look.meaning, sampleWidth + labelGap);
        item.rect = QRectF(x, y - height / 2, sampleWidth, height);
        if (item.shape == ItemShape::Cluster) {
            const QString number = QStringLiteral("12");
            const double numberWidth = m_measure.width(number, TextRole::Count);
            item.label =
                SceneText{number, x + (sampleWidth - numberWidth) / 2, y, numberWidth, TextRole::Count};
            item.labelInside = true;
        }
        m_legend.entries.back().sample = item;
    }
    /// Gives where the entry begins; its text comes after so much.
    QPointF add(const QString &whole, double before = 0) {
        const QString text = m_measure.elided(whole, TextRole::Note, m_width - before);
        const double textWidth = m_measure.width(text, TextRole::Note);
        if (m_x > 0 && m_x + before + textWidth > m_width) {
            m_x = 0;
            m_y += legendRow - 2;
        }
        const QPointF at(m_x, m_y);
        m_legend.entries.push_back({{}, {text, m_x + before, m_y, textWidth, TextRole::Note}});
        m_x += before + textWidth + entryGap;
        return at;
    }
    Legend take() {
        m_legend.height = m_legend.entries.empty() ? 0 : m_y + legendRow / 2;
        return std::move(m_legend);
    }

private:
    double m_width;
    const TextMeasure &m_measure;
    Legend m_legend;
    double m_x = 0;
    double m_y = legendRow / 2;
};

} // namespace

QStringList ownStatusesOf(const Document &document, const std::vector<SceneItem> &items) {
    constexpr qsizetype mostNamed = 3;
    constexpr qsizetype longest = 24; // characters
    QStringList words;
    for (const SceneItem &item : items) {
        if (!hasStatus<Status::Own>(item)) {
            continue;
        }
        const QString title = statusTitle(document, item.event);
        const QString word = title.size() > longest ? title.first(longest).trimmed() + u'…' : title;
        if (words.contains(word)) {
            continue;
        }
        if (words.size() == mostNamed) {
            words.append(QStringLiteral("…"));
            break;
        }
        words.append(word);
    }
    return words;
}

QString leftOutBy(const Filter &filter, const Document &document, EventIndex shown) {
    const EventIndex all = document.placedCount();
    if (shown == all) {
        return {};
    }
    constexpr qsizetype mostNamed = 3;
    QStringList hidden;
    const auto &categories = document.categories();
    for (std::size_t i = 0; i < categories.size() && hidden.size() <= mostNamed; ++i) {
        if (filter.hiddenCategories().contains(categories[i].id)) {
            hidden.append(hidden.size() == mostNamed
                              ? QStringLiteral("…")
                              : categoryTitle(document, static_cast<CategoryIndex>(i)));
        }
    }
    QStringList words;
    if (const QString query = filter.query().simplified(); !query.isEmpty()) {
        words.append(query);
    }
    if (!hidden.isEmpty()) {
        words.append(Texts::tr("without %1", "categories").arg(hidden.join(QStringLiteral(", "))));
    }
    return Texts::tr("%1 of %Ln events: %2", nullptr, static_cast<int>(all))
        .arg(QLocale().toString(shown), visibleText(words.join(QStringLiteral(", "))));
}

Legend legendOf(const std::vector<SceneItem> &items, double width, const TextMeasure &measure,
                const LegendNotes &notes) {
    Rows rows(width, measure);
    for (Look &look : allLooks()) {
        if (look.sample.status == Status::Own && !notes.ownStatuses.isEmpty()) {
            look.meaning = notes.ownStatuses.join(QStringLiteral(", "));
        }
        if (std::ranges::any_of(items, look.isShownBy)) {
            rows.add(look);
        }
    }
    if (!notes.leftOut.isEmpty()) {
        rows.add(notes.leftOut);
    }
    if (notes.outside > 0) {
        rows.add(Texts::tr("%Ln events are earlier or later", nullptr, static_cast<int>(notes.outside)));
    }
    if (notes.undated > 0) {
        rows.add(Texts::tr("%Ln without a date", nullptr, static_cast<int>(notes.undated)));
    }
    if (notes.unnamedEras > 0) {
        rows.add(
            Texts::tr("%Ln eras have no room for their names", nullptr, static_cast<int>(notes.unnamedEras)));
    }
    if (notes.lanesLeftOut > 0) {
        rows.add(Texts::tr("%Ln lanes have no room: all have it in %1 pixels of height", nullptr,
                           static_cast<int>(notes.lanesLeftOut))
                     .arg(notes.heightOfAllLanes));
    }
    if (notes.lanesOutOfView > 0) {
        rows.add(Texts::tr("%Ln lanes are above or below", nullptr, static_cast<int>(notes.lanesOutOfView)));
    }
    if (notes.lanesOfEventsLeftOut > 0) {
        rows.add(lanesOfEventsLeftOut(notes.lanesOfEventsLeftOut));
    }
    return rows.take();
}

QString lanesOfEventsLeftOut(std::size_t lanes) {
    return lanes == 0 ? QString()
                      : Texts::tr("Events stand in at most %1 lanes each: %Ln more are left out", nullptr,
                                  static_cast<int>(lanes))
                            .arg(Lanes::mostOfEvent);
}

Legend completeLegend(double width, const TextMeasure &measure) {
    Rows rows(width, measure);
    for (const Look &look : allLooks()) {
        rows.add(look);
    }
    return rows.take();
}

} // namespace timeline
