// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/lanes/lane_choice.h"

#include "layout/lanes/lanes.h"

#include <algorithm>

namespace timeline {

namespace {

/// Of all lanes, hidden ones included, the next ones of those that were ordered before and are not there.
QStringList allKeys(const Lanes &lanes) {
    QStringList keys = lanes.choice().order;
    const QSet<QString> ordered(keys.begin(), keys.end());
    std::vector<const Lane *> others;
    for (const Lane &lane : lanes.lanes) {
        if (!ordered.contains(lane.key)) {
            others.push_back(&lane);
        }
    }
    std::ranges::sort(others, {}, &Lane::natural);
    std::ranges::transform(others, std::back_inserter(keys), &Lane::key);
    return keys;
}

/// Without the last ones, as far as they stand like that by themselves.
QStringList whatIsOrdered(QStringList keys, const Lanes &lanes) {
    std::size_t next = SIZE_MAX; // where the one behind stands by itself
    while (!keys.isEmpty()) {
        const std::optional<std::size_t> place = lanes.placeOf(keys.back());
        if (!place || lanes.lanes[*place].natural > next) {
            break;
        }
        next = lanes.lanes[*place].natural;
        keys.removeLast();
    }
    return keys;
}

/// `before`: the place in `keys` of the one before which it comes, as long as it stands where it does.
LaneChoice moved(const Lanes &lanes, QStringList keys, const QString &key, qsizetype before) {
    const qsizetype from = keys.indexOf(key);
    if (from != before) {
        keys.move(from, before > from ? before - 1 : before);
    }
    LaneChoice choice = lanes.choice();
    choice.order = whatIsOrdered(std::move(keys), lanes);
    return choice;
}

} // namespace

LaneChoice movedLane(const Lanes &lanes, const QString &key, const QString &before) {
    if (!lanes.placeOf(key) || !lanes.placeOf(before)) {
        return lanes.choice();
    }
    const QStringList keys = allKeys(lanes);
    return moved(lanes, keys, key, keys.indexOf(before));
}

LaneChoice movedLaneToEnd(const Lanes &lanes, const QString &key) {
    if (!lanes.placeOf(key) || lanes.openCount == 0) {
        return lanes.choice();
    }
    const QStringList keys = allKeys(lanes);
    return moved(lanes, keys, key, keys.indexOf(lanes.lanes[lanes.openCount - 1].key) + 1);
}

LaneChoice withLaneAlone(const Lanes &lanes, const QString &key) {
    LaneChoice choice = lanes.choice();
    if (lanes.placeOf(key)) {
        for (const Lane &lane : lanes.lanes) {
            choice.hidden.insert(lane.key);
        }
        choice.hidden.remove(key);
    }
    return choice;
}

LaneChoice withLaneHidden(const Lanes &lanes, const QString &key, bool isHidden) {
    LaneChoice choice = lanes.choice();
    if (!isHidden) {
        choice.hidden.remove(key);
    } else if (lanes.placeOf(key)) {
        choice.hidden.insert(key);
    }
    return choice;
}

LaneChoice withLaneFolded(const Lanes &lanes, const QString &key, bool isFolded) {
    LaneChoice choice = lanes.choice();
    if (!isFolded) {
        choice.folded.remove(key);
    } else if (lanes.placeOf(key)) {
        choice.folded.insert(key);
    }
    return choice;
}

LaneChoice withAllLanes(const Lanes &lanes) {
    LaneChoice choice = lanes.choice();
    choice.hidden.clear();
    return choice;
}

} // namespace timeline
