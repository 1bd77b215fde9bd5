// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/merge.h"

#include "document/edit/event_edit.h"
#include "document/format/duplicate_keys.h"
#include "document/format/event_reader.h"
#include "document/format/finding_sink.h"
#include "document/format/record_fields.h"
#include "document/read/reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace timeline {

namespace {

/// The members of an object as they are written, the first of each key; lists of events left out. When an
/// event is, is one member however it is written: two ends from two hands might pass each other.
QMap<QString, QByteArray> membersOf(const QByteArray &bytes, bool isHead) {
    const JsonText text(bytes);
    const JsonValue object = text.root();
    QMap<QString, QByteArray> members;
    if (object.type != JsonType::Object) {
        return members;
    }
    JsonObjectCursor cursor(text, object);
    while (const auto member = cursor.next()) {
        const QString key = text.string(member->key);
        if (!members.contains(key) && !(isHead && (key == "events"_L1 || key == "undated"_L1))) {
            members.insert(key, text.raw(member->value.range).toByteArray());
        }
    }
    if (!isHead && members.remove(u"start"_s) + members.remove(u"end"_s) > 0) {
        members.insert(u"date"_s, writeJson(QJsonValue(readEvent(bytes).details.date), {}, formatKeys()));
    }
    return members;
}

/// Whether it is not sure which of its values are meant, or one could not be written again.
bool isOdd(const QByteArray &bytes) {
    const JsonText text(bytes);
    FindingSink sink;
    reportDuplicateKeys(text, text.root(), sink);
    return !sink.findings().empty() || QJsonDocument::fromJson(bytes).isNull();
}

QJsonValue valueOf(const QByteArray &json) {
    return json.isNull() ? QJsonValue(QJsonValue::Undefined)
                         : QJsonDocument::fromJson('[' + json + ']').array().at(0);
}

/// A value as people compare it: strings without quotes.
QString shown(const QByteArray &json) {
    const QJsonValue value = valueOf(json);
    return value.isString() ? value.toString() : QString::fromUtf8(json);
}

} // namespace

Merge::Merge(PendingEdits edits, const Document &theirs, Origin origin)
    : m_edits(std::move(edits)), m_theirHead(theirs.head()) {
    m_places.resize(m_edits.events.size());
    for (const PendingEdits::Change &change : m_edits.events) {
        const ReadEvent read = change.saved.isEmpty() ? ReadEvent() : readEvent(change.saved);
        m_saved.push_back({read.details.id, read.details.title, read.isShown});
    }
    findUnread(theirs);
    findById(theirs, true); // several may have one id
    findByText(theirs, &PendingEdits::Change::saved, false);
    findById(theirs, false);
    findByText(theirs, &PendingEdits::Change::now, origin == Origin::Journal);
    findByTitle(theirs);
    for (std::size_t i = 0; i < m_edits.events.size(); ++i) {
        const PendingEdits::Change &change = m_edits.events[i];
        if (!change.saved.isEmpty()) {
            compare(i, change.saved, change.now, m_places[i]);
        }
    }
    if (m_edits.head) {
        compare(m_edits.events.size(), m_edits.head->saved, m_edits.head->now, {{}, {}, m_theirHead});
    }
}

void Merge::take(std::size_t change, const Document &theirs, EventIndex event) {
    m_places[change] = {event, {}, theirs.eventText(event).toByteArray()};
    m_used.insert(event);
}

void Merge::findById(const Document &theirs, bool isAsSaved) {
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        const auto &[id, title, isEvent] = m_saved[i];
        const auto event =
            isEvent && !m_places[i].isThere() && !id.isEmpty() ? theirs.findEvent(id) : std::nullopt;
        const bool isIt =
            event && (!isAsSaved || theirs.eventText(*event) == QByteArrayView(m_edits.events[i].saved));
        if (isIt && !m_used.contains(*event)) {
            take(i, theirs, *event);
        }
    }
}

/// Looks for those that have no place yet, in one walk.
void Merge::findByText(const Document &theirs, QByteArray PendingEdits::Change::*text, bool alsoNew) {
    QMultiHash<QByteArray, std::size_t> wanted;
    for (std::size_t i = m_places.size(); i-- > 0;) { // of equal ones the first is got first
        const PendingEdits::Change &change = m_edits.events[i];
        if (!m_places[i].isThere() && !(change.*text).isEmpty() && (alsoNew || !change.saved.isEmpty())) {
            wanted.insert(change.*text, i);
        }
    }
    for (EventIndex event = 0; !wanted.isEmpty() && event < theirs.eventCount(); ++event) {
        const QByteArrayView there = theirs.eventText(event);
        const auto found = wanted.find(QByteArray::fromRawData(there.data(), there.size()));
        if (found != wanted.end() && !m_used.contains(event)) {
            take(*found, theirs, event);
            wanted.erase(found);
        }
    }
}

/// Events without an id that they edited too: by their titles, where these are sure.
void Merge::findByTitle(const Document &theirs) {
    QHash<QString, std::vector<std::size_t>> wanted;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        if (!m_places[i].isThere() && m_saved[i].isEvent && m_saved[i].id.isEmpty()) {
            wanted[m_saved[i].title].push_back(i);
        }
    }
    if (wanted.isEmpty()) {
        return;
    }
    QHash<QString, std::vector<EventIndex>> there;
    for (EventIndex event = 0; event < theirs.eventCount(); ++event) {
        if (const QString title = theirs.eventTitle(event);
            wanted.contains(title) && !m_used.contains(event)) {
            there[title].push_back(event);
        }
    }
    for (auto title = wanted.cbegin(); title != wanted.cend(); ++title) {
        const std::vector<EventIndex> events = there.value(title.key());
        if (events.size() == 1 && title->size() == 1) {
            take(title->front(), theirs, events.front());
        }
    }
}

/// What is no event, by its text.
void Merge::findUnread(const Document &theirs) {
    QMultiHash<QByteArray, std::size_t> wanted;
    for (std::size_t i = m_places.size(); i-- > 0;) { // of equal ones the first is got first
        const QByteArray &saved = m_edits.events[i].saved;
        if (!saved.isEmpty() && !m_saved[i].isEvent) {
            wanted.insert(saved, i);
        }
    }
    if (wanted.isEmpty()) {
        return;
    }
    for (const ByteRange range : theirs.unread()) {
        const QByteArray text = theirs.bytes().sliced(range.begin, range.size()).toByteArray();
        if (const auto found = wanted.find(text); found != wanted.end()) {
            m_places[*found] = {{}, range, text};
            wanted.erase(found);
        }
    }
}

void Merge::compare(std::size_t change, const QByteArray &saved, const QByteArray &now, const Place &place) {
    const QByteArray &theirs = place.text;
    const bool isHead = change == m_edits.events.size();
    if (theirs == saved || theirs == now) {
        return;
    }
    const QString title = isHead ? tr("The file") : readEvent(saved).details.title;
    if (now.isEmpty() || theirs.isEmpty()) {
        if (now.isEmpty() != theirs.isEmpty()) {
            m_conflicts.push_back({change,
                                   {},
                                   title,
                                   now.isEmpty() ? tr("deleted") : tr("edited"),
                                   theirs.isEmpty() ? tr("deleted") : tr("edited")});
        }
        return;
    }
    if (isOdd(now) || isOdd(theirs)) {
        m_conflicts.push_back({change, {}, title, tr("edited"), tr("edited")});
        return;
    }
    const auto before = membersOf(saved, isHead);
    const auto ours = membersOf(now, isHead);
    const auto others = membersOf(theirs, isHead);
    QStringList keys = before.keys() + ours.keys() + others.keys();
    keys.removeDuplicates();
    for (const QString &key : keys) {
        const QByteArray mine = ours.value(key);
        const QByteArray other = others.value(key);
        if (mine != before.value(key) && other != before.value(key) && mine != other) {
            m_conflicts.push_back({change, key, title, shown(mine), shown(other)});
        }
    }
}

const Merge::Conflict *Merge::conflict(std::size_t change, const QString &field) const {
    auto own = std::ranges::lower_bound(m_conflicts, change, {}, &Conflict::change);
    while (own != m_conflicts.end() && own->change == change && own->field != field) {
        ++own;
    }
    return own != m_conflicts.end() && own->change == change ? &*own : nullptr;
}

/// Theirs, with the members that only we changed, and those that both did and are decided to be ours.
QByteArray Merge::merged(std::size_t change, const QByteArray &saved, const QByteArray &now,
                         const QByteArray &theirs, bool isHead) const {
    if (theirs == saved) {
        return now;
    }
    if (const Conflict *whole = conflict(change, {})) {
        return whole->takesOurs ? now : theirs;
    }
    const auto before = membersOf(saved, isHead);
    const auto ours = membersOf(now, isHead);
    QStringList keys = before.keys() + ours.keys();
    keys.removeDuplicates();
    QByteArray text = theirs;
    for (const QString &key : keys) {
        const QByteArray mine = ours.value(key);
        if (mine == before.value(key)) {
            continue;
        }
        const Conflict *both = conflict(change, key);
        if (both == nullptr || both->takesOurs) {
            text = (isHead ? EventEdit::setInHead(text, key, valueOf(mine))
                           : EventEdit::set(text, key, valueOf(mine)))
                       .valueOr(text);
        }
    }
    return text;
}

/// A journal may say anything.
bool Merge::isEvent(const QByteArray &text) const {
    const auto document = readDocument('[' + text + ']').document;
    return document && document->eventCount() == 1;
}

DocumentEdit Merge::edit(const AddPlaces &addPlaces,
                         const std::function<EventIndex(ByteRange unread)> &adopt) const {
    DocumentEdit edit;
    std::vector<QByteArray> added;
    const auto indexOf = [&](const Place &place) {
        return place.theirs ? *place.theirs : adopt(*place.unread);
    };
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        const auto &[saved, now] = m_edits.events[i];
        const Place &place = m_places[i];
        const Conflict *whole = conflict(i, {});
        const bool takesOurs = whole == nullptr || whole->takesOurs;
        if (!place.isThere()) {
            if (!now.isEmpty() && takesOurs && isEvent(now)) {
                added.push_back(now);
            }
        } else if (now.isEmpty()) {
            if (takesOurs) {
                edit.events.push_back({indexOf(place), {}});
            }
        } else if (const QByteArray text = merged(i, saved, now, place.text, false);
                   text != place.text && isEvent(text)) {
            edit.events.push_back({indexOf(place), text});
        }
    }
    const std::vector<EventIndex> places = addPlaces(added);
    for (std::size_t i = 0; i < added.size(); ++i) {
        edit.events.push_back({places[i], added[i]});
    }
    if (m_edits.head) {
        const QByteArray head =
            merged(m_edits.events.size(), m_edits.head->saved, m_edits.head->now, m_theirHead, true);
        const auto listCount = [](const QByteArray &text) { return eventListsIn(text).inOrder().size(); };
        if (head != m_theirHead && listCount(head) == listCount(m_theirHead)) {
            edit.head = head;
        }
    }
    return edit;
}

} // namespace timeline
