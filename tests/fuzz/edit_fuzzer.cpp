// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/event_edit.h"
#include "document/format/record_fields.h"
#include "document/read/reader.h"
#include "fuzz/fuzz_check.h"

#include <QJsonArray>
#include <QJsonObject>
#include <algorithm>
#include <array>

using namespace timeline;
using namespace Qt::StringLiterals;
using timeline::fuzz::check;
using timeline::fuzz::joined;

namespace {

/// Any field may be given any of these, of the wrong kind as well.
const QList<QJsonValue> &values() {
    static const QList<QJsonValue> all = {
        QJsonValue::Undefined,
        u"A"_s,
        u"\u00fc \"q\" \\ \n\U0001F600"_s,
        u"2020"_s,
        u"2021-05~/2022"_s,
        u"1990/.."_s,
        u"e0"_s,
        u"e1"_s,
        u"disputed"_s,
        u""_s,
        u" \u007f\u202e"_s,
        0.25,
        -1e300,
        true,
        QJsonValue::Null,
        QJsonArray{},
        QJsonArray{u"a"_s},
        QJsonArray{u"b"_s, u"a"_s, u""_s},
        QJsonArray{QJsonObject{{u"to"_s, u"e0"_s}},
                   QJsonObject{{u"to"_s, u"e1"_s}, {u"kind"_s, u"part-of"_s}}},
        QJsonArray{QJsonObject{{u"name"_s, u"n"_s}, {u"value"_s, 1.5}, {u"max"_s, 2}, {u"unit"_s, u"m"_s}}},
        QJsonArray{QJsonObject{{u"url"_s, u"a.png"_s}, {u"alt"_s, u"\u00e9"_s}}, 7},
        QJsonArray{QJsonObject{{u"id"_s, u"c"_s}, {u"title"_s, u"C"_s}, {u"color"_s, u"#123456"_s}}},
        QJsonArray{QJsonObject{{u"title"_s, u"E"_s}, {u"date"_s, u"1990/1999"_s}}},
        QJsonArray{QJsonObject{{u"id"_s, u"s"_s}, {u"points"_s, QJsonArray{QJsonArray{u"2020"_s, 1}}}}}};
    return all;
}

constexpr std::array headFields = {"title", "description", "asOf", "categories", "sources", "eras", "series"};

/// What matters of the events, for comparing documents.
QByteArrayList gists(const Document &document) {
    QByteArrayList list;
    for (EventIndex event = 0; event < document.eventCount(); ++event) {
        if (!document.isDeleted(event)) {
            const Span span = document.span(event);
            list += document.eventText(event).toByteArray() + QByteArray::number(span.begin.seconds) + '/' +
                    QByteArray::number(span.end.seconds) + '|' +
                    QByteArray::number(document.importanceByte(event)) + '|' +
                    toString(document.status(event)).toUtf8() +
                    document.categories()[document.category(event)].id.toUtf8();
        }
    }
    std::ranges::sort(list);
    return list;
}

QByteArrayList relations(const Document &document) {
    QByteArrayList list;
    for (const Relation &relation : document.relations().all()) {
        list += document.eventText(relation.from).toByteArray() + toString(relation.kind).toUtf8() +
                document.eventText(relation.to).toByteArray();
    }
    std::ranges::sort(list);
    return list;
}

/// Where several events have an id, links lead to the first by index, which need not be the first in the
/// file.
bool hasUniqueIds(const Document &document) {
    QStringList ids;
    for (EventIndex event = 0; event < document.eventCount(); ++event) {
        if (const QString id = document.isDeleted(event) ? QString() : document.details(event).id;
            !id.isEmpty()) {
            ids += id;
        }
    }
    return ids.removeDuplicates() == 0;
}

bool says(QByteArrayView text, const QString &field, const QJsonValue &value) {
    const JsonText json(text);
    const JsonValue object = json.valueAt(text.startsWith("\xEF\xBB\xBF") ? 3 : 0);
    const auto member =
        object.type == JsonType::Object ? findMember(json, object, field.toStdString()) : std::nullopt;
    const bool isNumber = member && member->value.type == JsonType::Number && // an id may stay one
                          value == QJsonValue(json.string(member->value.range));
    return value.isUndefined()
               ? !member
               : member && (isNumber || timeline::says(json, member->value, value, formatKeys()));
}

/// Edits a document as the bytes of the input say, and takes all of it back.
class Editing {
public:
    explicit Editing(Document &document)
        : m_document(document), m_inFile(gists(document)), m_hadRepeatedIds(!hasUniqueIds(document)) {}

    /// From 'd' on the letters stand for EventEdit::fields() and then for insert, delete, duplicate, head and
    /// undo; events and values count from '0' on. Beyond ASCII, 0xE0 and more, stand lists and what cannot be
    /// read.
    void step(std::uint8_t what, std::uint8_t where, std::uint8_t which) {
        static const QStringList fields = EventEdit::fields();
        const QJsonValue &value = values()[static_cast<std::uint8_t>(which - '0') % values().size()];
        const EventIndex count = m_document.eventCount();
        const EventIndex event = static_cast<std::uint8_t>(where - '0') % std::max(count, EventIndex{1});
        const bool isThere = event < count && !m_document.isDeleted(event);
        if (what >= 0xE0) {
            what % 2 == 0 ? mend(where, which) : isThere ? setList(event, value.toArray()) : void();
            return;
        }
        switch (const qsizetype kind = what % (fields.size() + 5); kind - fields.size()) {
        case 0:
            insert(event < count ? std::optional(event) : std::nullopt, value);
            break;
        case 1:
            remove(event, which % 3 + 1U);
            break;
        case 2:
            isThere ? duplicate(event) : void();
            break;
        case 3:
            setInHead(QString::fromLatin1(headFields[where % headFields.size()]), value);
            break;
        case 4:
            undo();
            break;
        default:
            isThere ? set(event, fields[kind], value) : void();
        }
        m_hadRepeatedIds |= !hasUniqueIds(m_document);
    }

    /// Only at the end: to end after any step is another input.
    void finish() {
        checkSaved();
        const QByteArray edited = joined(m_document);
        std::vector<DocumentEdit> redo;
        while (!m_steps.empty()) {
            redo.push_back(undo());
        }
        check(m_document.changes().empty(), "all undone, nothing is to be changed");
        check(gists(m_document) == m_inFile, "all undone, the events are those of the file");
        for (; !redo.empty(); redo.pop_back()) {
            m_document.apply(redo.back());
        }
        check(joined(m_document) == edited, "what is redone is what was undone");
    }

private:
    struct Step {
        DocumentEdit inverse;
        QByteArray before;
    };

    void apply(const DocumentEdit &edit) {
        QByteArray before = joined(m_document);
        m_steps.push_back({m_document.apply(edit), std::move(before)});
    }

    DocumentEdit undo() {
        if (m_steps.empty()) {
            return {};
        }
        const Step step = std::move(m_steps.back());
        m_steps.pop_back();
        DocumentEdit redo = m_document.apply(step.inverse);
        check(joined(m_document) == step.before, "what is undone is as it was");
        return redo;
    }

    void insert(std::optional<EventIndex> after, const QJsonValue &value) {
        QJsonObject event{{u"title"_s, u"N"_s}, {u"date"_s, u"2024"_s}};
        if (!value.isUndefined()) {
            event.insert(u"tags"_s, value);
        }
        const bool hasLike = after && !m_document.isDeleted(*after);
        const QByteArray text =
            EventEdit::write(event, hasLike ? m_document.eventText(*after) : QByteArrayView());
        const ReadEvent read = readEvent(text);
        check(read.isShown && read.details.title == "N"_L1, "a new event is what it shall be");
        const EventIndex before = m_document.presentCount();
        apply({{{m_document.addPlace(after), text}}, {}});
        check(m_document.presentCount() == before + 1, "an event more");
    }

    void remove(EventIndex first, EventIndex most) {
        DocumentEdit edit;
        EventIndex gone = 0;
        for (EventIndex event = first; event < std::min(first + most, m_document.eventCount()); ++event) {
            gone += m_document.isDeleted(event) ? 0 : 1;
            edit.events.push_back({event, {}});
        }
        const EventIndex before = m_document.presentCount();
        apply(edit);
        check(m_document.presentCount() == before - gone, "as many events less as were deleted");
    }

    void duplicate(EventIndex event) {
        const QByteArray text = EventEdit::withId(m_document.eventText(event), u"copy"_s);
        check(readEvent(text).isShown, "a copy is an event");
        apply({{{m_document.addPlace(event), text}}, {}});
    }

    void setInHead(const QString &field, const QJsonValue &value) {
        const QByteArray head = m_document.head();
        if (value.isUndefined() && says(head, field, value)) {
            return; // nobody takes out what is not there
        }
        const EditedText edited = EventEdit::setInHead(head, field, value);
        if (edited) {
            check(says(*edited, field, value), "the head says what it shall");
            apply({{}, *edited});
            check(m_document.head() == *edited, "the head is what it shall be");
        }
    }

    void mend(std::uint8_t where, std::uint8_t which) {
        const std::vector<ByteRange> unread = m_document.unread();
        if (unread.empty()) {
            return;
        }
        const ByteRange one = unread[where % unread.size()];
        check(m_document.unreadAt(one.begin) == one, "what cannot be read is found again");
        const EventIndex event = m_document.adopt(one);
        const bool goes = which % 2 == 0;
        apply({{{event, goes ? QByteArray() : QByteArray(R"({"title": "M", "date": "2001", "id": "m"})")}},
               {}});
        check(m_document.isDeleted(event) == goes, "it is there once it can be read");
        m_hadRepeatedIds |= !hasUniqueIds(m_document);
    }

    void setList(EventIndex event, const QJsonArray &list) {
        const QByteArray text = m_document.eventText(event).toByteArray();
        QJsonArray strings;
        for (const auto &each : list) {
            if (each.isString()) {
                strings.append(each);
            }
        }
        const EditedText edited = EventEdit::setList(text, u"tags"_s, strings);
        if (!edited) {
            return;
        }
        const auto lone = EventEdit::loneElement(text, u"tags"_s);
        if (lone && !strings.isEmpty() && !strings.contains(*lone)) {
            strings.prepend(*lone);
        }
        check(QJsonArray::fromStringList(readEvent(*edited).details.tags) == strings,
              "a list is what it shall be, as far as it is understood");
        apply({{{event, *edited}}, {}});
    }

    void set(EventIndex event, const QString &field, const QJsonValue &value) {
        const QByteArray text = m_document.eventText(event).toByteArray();
        const EditedText edited = EventEdit::set(text, field, value);
        if (!edited) {
            return;
        }
        const ReadEvent after = readEvent(*edited, m_document.listFor(event, *edited));
        if (!after.isShown) {
            return; // such a text is not to be applied
        }
        const bool isDate = field == "date"_L1 || field == "start"_L1 || field == "end"_L1;
        check(isDate || says(*edited, field, value), "the event says what it shall");
        // An event that has but this field says what reading makes of the value.
        QJsonObject only{{u"title"_s, u"T"_s}, {u"date"_s, u"2020"_s}};
        only.insert(field, value);
        const EventDetails expected = readEvent(EventEdit::write(only, {})).details;
        const bool isAbsent =
            value.isUndefined() || value.isNull() || value == u""_s || value == QJsonArray();
        const bool hasOtherDate = field == "date"_L1 && isAbsent; // "start" stays
        check(hasOtherDate || EventEdit::value(after.details, field) == EventEdit::value(expected, field),
              "the value reads back");
        const EventDetails before = m_document.details(event);
        for (const QString &other : EventEdit::fields()) {
            check(other == field || (other == "date"_L1 && isDate) ||
                      EventEdit::value(after.details, other) == EventEdit::value(before, other),
                  "other fields stay");
        }
        apply({{{event, *edited}}, {}});
        check(m_document.eventText(event) == *edited, "an event has the text that it shall have");
        check(m_document.span(event) == after.span, "and its span");
    }

    /// What would be saved is what one sees.
    void checkSaved() const {
        const auto again = readDocument(joined(m_document)).document;
        check(again != nullptr, "what is saved reads again");
        check(again->eventCount() == m_document.presentCount(), "what is saved has as many events");
        check(gists(*again) == gists(m_document), "what is saved has the same events");
        check(again->title() == m_document.title(), "what is saved has the same title");
        check(again->asOfText() == m_document.asOfText(), "what is saved was true at the same time");
        check(again->eras().size() == m_document.eras().size(), "what is saved has as many eras");
        check(again->findings().size() == m_document.findings().size(), "what is saved has as many findings");
        if (!m_hadRepeatedIds) {
            check(relations(*again) == relations(m_document), "what is saved has the same links");
        }
    }

    Document &m_document;
    QByteArrayList m_inFile;
    bool m_hadRepeatedIds;
    std::vector<Step> m_steps;
};

} // namespace

/// The first line are the edits, three bytes each: what, where, which value. The rest is the file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    constexpr qsizetype mostEdits = 12;
    const QByteArray input(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QByteArray edits = input.first(std::max(input.indexOf('\n'), qsizetype{0}));
    const auto document = readDocument(input.sliced(input.indexOf('\n') + 1)).document;
    if (!document) {
        return 0;
    }
    Editing editing(*document);
    for (qsizetype at = 0; at + 3 <= std::min(edits.size(), 3 * mostEdits); at += 3) {
        editing.step(static_cast<std::uint8_t>(edits[at]), static_cast<std::uint8_t>(edits[at + 1]),
                     static_cast<std::uint8_t>(edits[at + 2]));
    }
    editing.finish();
    return 0;
}
