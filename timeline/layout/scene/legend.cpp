// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scene/legend.h"

#include "document/store/event_status.h"
#include "layout/scale/metrics.h"

#include <QCoreApplication>
#include <algorithm>

namespace timeline {

namespace {

using namespace metrics;

constexpr double sampleWidth = 30;
constexpr double entryGap = 22;

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
        {sample(ItemShape::Bar, Status::Claimed), Texts::tr("claimed, without evidence"),
         hasStatus<Status::Claimed>},
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

Legend arrange(const std::vector<Look> &looks, double width, const TextMeasure &measure) {
    Legend legend;
    double x = 0;
    double y = rowHeight / 2;
    for (const Look &look : looks) {
        const double textWidth = measure.width(look.meaning, TextRole::Note);
        const double entryWidth = sampleWidth + labelGap + textWidth;
        if (x > 0 && x + entryWidth > width) {
            x = 0;
            y += rowHeight - 2;
        }
        LegendEntry entry{look.sample,
                          {look.meaning, x + sampleWidth + labelGap, y, textWidth, TextRole::Note}};
        const double height = look.sample.shape == ItemShape::Within ? withinHeight : barHeight - 6;
        entry.sample.rect = QRectF(x, y - height / 2, sampleWidth, height);
        if (look.sample.shape == ItemShape::Cluster) {
            const QString number = QStringLiteral("12");
            const double numberWidth = measure.width(number, TextRole::Count);
            entry.sample.label =
                SceneText{number, x + (sampleWidth - numberWidth) / 2, y, numberWidth, TextRole::Count};
            entry.sample.labelInside = true;
        }
        legend.entries.push_back(std::move(entry));
        x += entryWidth + entryGap;
    }
    legend.height = legend.entries.empty() ? 0 : y + rowHeight / 2;
    return legend;
}

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

Legend legendOf(const std::vector<SceneItem> &items, double width, const TextMeasure &measure,
                const QStringList &ownStatuses) {
    std::vector<Look> looks = allLooks();
    if (!ownStatuses.isEmpty()) {
        const auto own =
            std::ranges::find(looks, Status::Own, [](const Look &look) { return look.sample.status; });
        own->meaning = ownStatuses.join(QStringLiteral(", "));
    }
    std::erase_if(looks, [&items](const Look &look) { return std::ranges::none_of(items, look.isShownBy); });
    return arrange(looks, width, measure);
}

Legend completeLegend(double width, const TextMeasure &measure) {
    return arrange(allLooks(), width, measure);
}

} // namespace timeline
