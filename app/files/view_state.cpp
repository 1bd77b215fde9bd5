// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/files/view_state.h"

#include "app/files/journal.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <array>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

constexpr qint64 mostBytes = 1 << 20; // of a file that is ours
constexpr qsizetype longestQuery = 10'000;
constexpr std::size_t mostOpened = 1'000;

constexpr std::array groupings{"category"_L1, "parent"_L1,      "status"_L1, "tag"_L1,
                               "source"_L1,   "attribution"_L1, "place"_L1,  "none"_L1};

QString wordOf(LaneGrouping grouping) {
    const auto word = std::ranges::find_if(groupings, [grouping](QLatin1StringView known) {
        return laneGroupingFromString(QString(known)) == grouping;
    });
    return word != groupings.end() ? QString(*word) : QString();
}

/// "seconds.milliseconds" since 1970: exact, which a number of JSON is not in deep time.
QString written(Instant instant) {
    return u"%1.%2"_s.arg(instant.seconds).arg(instant.millis, 3, 10, '0'_L1);
}

std::optional<Instant> readInstant(const QJsonValue &value) {
    const QString text = value.toString();
    const qsizetype dot = text.indexOf(u'.');
    bool isWhole = false;
    bool isPart = false;
    const Instant read{QStringView(text).left(dot).toLongLong(&isWhole),
                       QStringView(text).sliced(dot + 1).toInt(&isPart)};
    const bool isFine = dot > 0 && isWhole && isPart && read.millis >= 0 && read.millis < 1000 &&
                        read >= Instant::distantPast() && read <= Instant::distantFuture();
    return isFine ? std::optional(read) : std::nullopt;
}

QJsonArray sortedArray(const QSet<QString> &texts) {
    QStringList sorted(texts.begin(), texts.end());
    sorted.sort();
    return QJsonArray::fromStringList(sorted);
}

QStringList textsIn(const QJsonValue &array) {
    QStringList texts;
    for (const QJsonValue text : array.toArray()) {
        if (text.isString()) {
            texts += text.toString();
        }
    }
    return texts;
}

QString folder() {
    return stateFolder() + u"/views"_s;
}

void forgetOldest() {
    const QFileInfoList kept = QDir(folder()).entryInfoList({u"*.json"_s}, QDir::Files, QDir::Time);
    for (qsizetype i = keptViews::most; i < kept.size(); ++i) {
        QFile::remove(kept[i].filePath());
    }
}

} // namespace

ViewState ViewState::of(const Workspace &workspace) {
    ViewState state;
    const TimelineLayout &layout = workspace.layout();
    const Viewport &seen = workspace.navigation()->destination();
    const bool isAll = layout.isFilteredAway() || seen == layout.fitAll(workspace.sceneSize());
    if (!isAll) {
        state.stretch = {layout.scale().instant(seen.left()), layout.scale().instant(seen.right())};
    }
    const LayoutOptions options = workspace.layoutOptions();
    state.grouping = options.grouping;
    state.laneChoices = workspace.laneChoices();
    state.folded = options.folded;
    state.openedFolds = options.openedFolds;
    state.allRows = options.allRows;
    state.query = workspace.filter().query().left(longestQuery);
    const QSet<QString> hidden = workspace.filter().hiddenCategories();
    state.hiddenCategories = QStringList(hidden.begin(), hidden.end());
    state.hiddenCategories.sort();
    return state;
}

void ViewState::arrange(Workspace &workspace) const {
    LayoutOptions options = workspace.layoutOptions();
    options.grouping = grouping;
    options.folded = folded;
    options.openedFolds = openedFolds;
    options.allRows = allRows;
    workspace.setLayoutOptions(options);
    workspace.setLaneChoices(laneChoices);
    Filter filter(query);
    if (filter.error()) {
        filter = Filter();
    }
    for (const QString &id : hiddenCategories) {
        filter.setCategoryHidden(id, true); // the categories that are gone hide nothing
    }
    workspace.setFilter(filter);
}

bool ViewState::showStretch(Workspace &workspace) const {
    if (!stretch) {
        return false;
    }
    const TimelineLayout &layout = workspace.layout();
    const double begin = layout.scale().axis(stretch->begin);
    const double end = layout.scale().axis(stretch->end);
    const auto [first, last] = layout.axisExtent();
    if (!(begin < end) || end < first || begin > last) {
        return false;
    }
    workspace.navigation()->setViewport(workspace.navigation()->viewport().showing(begin, end));
    return true;
}

QByteArray ViewState::toJson() const {
    QJsonObject json{{u"version"_s, 1},
                     {u"layout"_s, isPage ? u"page"_s : u"lanes"_s},
                     {u"lanes"_s, wordOf(grouping)},
                     {u"folded"_s, folded},
                     {u"allRows"_s, allRows},
                     {u"filter"_s, query},
                     {u"hidden"_s, QJsonArray::fromStringList(hiddenCategories)}};
    QJsonObject choices;
    for (const auto &[by, choice] : laneChoices) {
        choices[wordOf(by)] = QJsonObject{{u"order"_s, QJsonArray::fromStringList(choice.order)},
                                          {u"hidden"_s, sortedArray(choice.hidden)},
                                          {u"folded"_s, sortedArray(choice.folded)}};
    }
    if (!choices.isEmpty()) {
        json[u"laneChoices"_s] = choices;
    }
    if (stretch) {
        json[u"stretch"_s] = QJsonArray{written(stretch->begin), written(stretch->end)};
    }
    if (!openedFolds.empty()) {
        QJsonArray opened;
        for (const Instant instant : openedFolds) {
            opened += written(instant);
        }
        json[u"opened"_s] = opened;
    }
    return QJsonDocument(json).toJson();
}

std::optional<ViewState> ViewState::fromJson(const QByteArray &bytes) {
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    const QJsonObject json = document.object();
    if (!document.isObject() || json[u"version"_s].toInt() != 1) {
        return std::nullopt;
    }
    ViewState state;
    state.isPage = json[u"layout"_s].toString() == "page"_L1;
    state.grouping = laneGroupingFromString(json[u"lanes"_s].toString()).value_or(state.grouping);
    state.folded = json[u"folded"_s].toBool(state.folded);
    for (const QJsonValue instant : json[u"opened"_s].toArray()) {
        const auto read = readInstant(instant);
        if (read && state.openedFolds.size() < mostOpened) {
            state.openedFolds.push_back(*read);
        }
    }
    state.allRows = json[u"allRows"_s].toBool(state.allRows);
    state.query = json[u"filter"_s].toString();
    if (state.query.size() > longestQuery) {
        state.query.clear();
    }
    state.hiddenCategories = textsIn(json[u"hidden"_s]);
    state.hiddenCategories.sort();
    state.hiddenCategories.removeDuplicates();
    const QJsonObject choices = json[u"laneChoices"_s].toObject();
    for (const QLatin1StringView word : groupings) {
        const QJsonObject its = choices[word].toObject();
        const QStringList hidden = textsIn(its[u"hidden"_s]);
        const QStringList lanesFolded = textsIn(its[u"folded"_s]);
        LaneChoice choice{textsIn(its[u"order"_s]),
                          {hidden.begin(), hidden.end()},
                          {lanesFolded.begin(), lanesFolded.end()}};
        choice.order.removeDuplicates();
        if (!choice.isEmpty()) {
            state.laneChoices.emplace(*laneGroupingFromString(QString(word)), choice);
        }
    }
    const QJsonArray ends = json[u"stretch"_s].toArray();
    const auto begin = readInstant(ends.at(0));
    const auto end = readInstant(ends.at(1));
    if (begin && end && *begin < *end) {
        state.stretch = {*begin, *end};
    }
    return state;
}

QString keptViews::pathFor(const QString &fileName) {
    return folder() + u'/' + Journal::keyOf(fileName) + u".json"_s;
}

std::optional<ViewState> keptViews::read(const QString &fileName) {
    const QFileInfo info(pathFor(fileName));
    QFile file(info.filePath());
    if (!info.isFile() || info.isSymLink() || info.size() > mostBytes || !file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    return ViewState::fromJson(file.read(mostBytes));
}

bool keptViews::write(const QString &fileName, const ViewState &state) {
    constexpr auto onlyMine = QFile::ReadOwner | QFile::WriteOwner;
    QByteArray json = state.toJson();
    if (json.size() > mostBytes) { // of very many lanes: all else is kept
        ViewState less = state;
        less.laneChoices.clear();
        json = less.toJson();
    }
    const QString path = pathFor(fileName);
    if (json.size() > mostBytes || !QDir().mkpath(folder())) {
        return false;
    }
    if (QFileInfo(path).isSymLink()) {
        QFile::remove(path); // what it leads to is not ours
    }
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.setPermissions(onlyMine) &&
                           file.write(json) == json.size() && file.commit();
    forgetOldest();
    return isWritten;
}

} // namespace timeloom
