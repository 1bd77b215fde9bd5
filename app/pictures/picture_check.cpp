// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/picture_check.h"

#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <set>

namespace timeloom {

using namespace timeline;

namespace {

constexpr std::size_t owned = 0;

/// A text or a mark, and whose it is.
struct Taken {
    QRectF rect;
    std::size_t owner = owned; ///< 0: nobody's
    bool isText = true;
};

/// As much of a text as is ink.
QRectF inkOf(const SceneText &text) {
    const double height = 0.5 * text.style.pixelSize;
    return QRectF(text.x, text.y - height / 2, text.width, height).adjusted(1, 0, -1, 0);
}

std::size_t overlapsOf(std::vector<Taken> all) {
    std::ranges::sort(all, {}, [](const Taken &one) { return one.rect.top(); });
    std::size_t overlaps = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = i + 1; j < all.size() && all[j].rect.top() < all[i].rect.bottom(); ++j) {
            const bool isOther = all[i].owner == owned || all[i].owner != all[j].owner;
            const bool isRead = all[i].isText || all[j].isText; // marks may share a place
            overlaps += isOther && isRead && all[i].rect.intersects(all[j].rect) ? 1 : 0;
        }
    }
    return overlaps;
}

} // namespace

PictureCheck PictureCheck::of(const Scene &scene, std::size_t lanesLeftOut) {
    PictureCheck check;
    check.lanesLeftOut = lanesLeftOut;
    std::vector<Taken> all;
    std::set<EventIndex> there; // in lanes by tag an event stands several times
    std::set<EventIndex> titled;
    for (std::size_t i = 0; i < scene.items.size(); ++i) {
        const SceneItem &item = scene.items[i];
        if (item.shape == ItemShape::Cluster) {
            check.gathered += item.count;
        } else {
            there.insert(item.event);
            const bool hasTitle = item.label && item.date;
            const bool hasLines = item.lines.size() > 1;
            if (hasTitle || hasLines) {
                titled.insert(item.event);
            }
            all.push_back({item.rect.adjusted(1, 1, -1, -1), i + 1, false});
        }
        forEachText(item, [&](const SceneText &text) { all.push_back({inkOf(text), i + 1, true}); });
    }
    for (const SceneEra &era : scene.eras) {
        if (era.label) {
            all.push_back({inkOf(*era.label), owned, true});
        }
    }
    if (scene.page) {
        check.withoutRoom = scene.page->withoutRoom;
        for (const SceneLine &text : scene.page->texts) {
            all.push_back({inkOf(text), owned, true});
        }
    }
    check.titled = scene.page ? std::min(scene.page->titled, there.size()) : titled.size();
    check.untitled = there.size() - check.titled;
    check.events = there.size() + check.gathered + check.withoutRoom;
    check.overlaps = overlapsOf(std::move(all));
    return check;
}

QString PictureCheck::toText() const {
    const auto number = [](std::size_t count) { return QLocale().toString(static_cast<qulonglong>(count)); };
    if (events == 0) {
        return tr("There is no event in it.");
    }
    QStringList parts{
        tr("%1 of %Ln events with title and date", nullptr, static_cast<int>(events)).arg(number(titled))};
    if (untitled > 0) {
        parts << tr("%Ln without room for a title", nullptr, static_cast<int>(untitled));
    }
    if (gathered > 0) {
        parts << tr("%Ln in clusters", nullptr, static_cast<int>(gathered));
    }
    if (withoutRoom > 0) {
        parts << tr("%Ln without any room", nullptr, static_cast<int>(withoutRoom));
    }
    if (lanesLeftOut > 0) {
        parts << tr("%Ln lanes without room", nullptr, static_cast<int>(lanesLeftOut));
    }
    parts << (overlaps == 0
                  ? tr("nothing overlaps")
                  : tr("%Ln places where one lies over the other", nullptr, static_cast<int>(overlaps)));
    return parts.join(QStringLiteral(", "));
}

} // namespace timeloom
