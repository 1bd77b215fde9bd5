// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/belongings.h"

#include "document/format/event_reader.h"
#include "document/search/text_search.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <functional>

using namespace Qt::StringLiterals;

namespace timeline {

namespace {

/// What a declaration says but for its id. What Qt cannot read is compared as it is written.
QJsonValue contentOf(const QByteArray &text) {
    const QJsonDocument json = QJsonDocument::fromJson(text);
    if (!json.isObject()) {
        return QString::fromUtf8(text);
    }
    QJsonObject object = json.object();
    object.remove(u"id"_s);
    return object;
}

/// The categories that events have and the file does not declare, in their order.
QStringList undeclaredIn(const Document &document) {
    QStringList ids;
    for (const CategoryIndex index : document.presentCategories()) {
        const Category &category = document.categories()[index];
        if (!category.declared && !category.id.isEmpty()) {
            ids += category.id;
        }
    }
    return ids;
}

bool isSourceNamed(const Document &document, const QString &id) {
    std::vector<std::uint8_t> found(document.eventCount());
    TextSearch(document, id, TextSearch::Where::Source).search(0, found, {});
    for (EventIndex event = 0; event < document.eventCount(); ++event) {
        if (found[event] != 0 && !document.isDeleted(event)) {
            return true;
        }
    }
    return false;
}

} // namespace

/// One list of a head, while declarations of another file come to it.
class Belongings::Joining {
public:
    Joining(const std::vector<Declared> &there, std::function<bool(const QString &)> isNamed)
        : m_isNamed(std::move(isNamed)) {
        for (const Declared &each : there) {
            m_contents.insert(each.id, contentOf(each.text));
        }
    }

    void take(const Declared &each) {
        const QJsonValue content = contentOf(each.text);
        QString id = each.id;
        for (int number = 2; !isFor(id, content); ++number) {
            id = u"%1-%2"_s.arg(each.id).arg(number);
        }
        if (!m_contents.contains(id)) {
            m_contents.insert(id, content);
            m_added.push_back({id, id == each.id ? each.text : EventEdit::withId(each.text, id)});
        }
        if (id != each.id) {
            m_renamed.insert(each.id, id);
        }
    }
    const std::vector<Declared> &added() const { return m_added; }
    const QHash<QString, QString> &renamed() const { return m_renamed; }

private:
    /// Whether an id means this there, or can. What events name without a declaration has no content.
    bool isFor(const QString &id, const QJsonValue &content) const {
        const auto known = m_contents.constFind(id);
        return known != m_contents.cend() ? *known == content : content == QJsonObject() || !m_isNamed(id);
    }

    std::function<bool(const QString &)> m_isNamed;
    QHash<QString, QJsonValue> m_contents;
    std::vector<Declared> m_added;
    QHash<QString, QString> m_renamed;
};

std::vector<Belongings::Declared> Belongings::declaredIn(const QByteArray &head, std::string_view list) {
    const JsonText text(head);
    const JsonValue root = text.root();
    const auto member = root.type == JsonType::Object ? findMember(text, root, list) : std::nullopt;
    std::vector<Declared> all;
    if (!member || member->value.type != JsonType::Array) {
        return all;
    }
    JsonArrayCursor elements(text, member->value);
    while (const auto element = elements.next()) {
        const auto id = element->type == JsonType::Object ? findMember(text, *element, "id") : std::nullopt;
        const QString name = id && id->value.isName() ? text.string(id->value.range) : u""_s;
        if (!name.isEmpty()) {
            all.push_back({name, text.raw(element->range).toByteArray()});
        }
    }
    return all;
}

Belongings::Belongings(const Document &document, const std::vector<EventIndex> &events) {
    QSet<QString> categories;
    QSet<QString> sources;
    for (const EventIndex event : events) {
        categories.insert(document.categories()[document.category(event)].id);
        if (!document.sources().empty()) {
            const EventDetails details = document.details(event);
            for (qsizetype i = 0; i < details.sources.size(); ++i) {
                const Source *whole = inlineSource(details, i);
                sources.insert(whole != nullptr ? whole->id : details.sources[i]);
            }
        }
    }
    const QByteArray head = document.head();
    const auto named = [&head](std::string_view list, QSet<QString> &ids) {
        std::vector<Declared> all;
        for (const Declared &each : declaredIn(head, list)) {
            if (ids.remove(each.id)) { // of several with one id the first counts
                all.push_back(each);
            }
        }
        return all;
    };
    m_categories = named("categories", categories);
    m_sources = named("sources", sources);
}

QByteArray Belongings::fileOf(const QByteArrayList &texts, const QByteArrayList &undated) const {
    const auto array = [](const QByteArrayList &elements) { return "[\n" + elements.join(",\n") + "\n]"; };
    const auto listOf = [&array](const QByteArray &name, const std::vector<Declared> &all) {
        QByteArrayList elements;
        for (const Declared &each : all) {
            elements += each.text;
        }
        return all.empty() ? QByteArray() : '"' + name + "\": " + array(elements) + ",\n";
    };
    const QByteArray lists = listOf("categories", m_categories) + listOf("sources", m_sources);
    const QByteArray more = undated.isEmpty() ? QByteArray() : ",\n\"undated\": " + array(undated);
    return lists.isEmpty() && more.isEmpty() ? array(texts) + '\n'
                                             : "{\n" + lists + "\"events\": " + array(texts) + more + "\n}\n";
}

EditedText Belongings::withElements(const QByteArray &before, const QString &list,
                                    const std::vector<Declared> &added) {
    if (added.empty()) {
        return before;
    }
    const std::string key = list.toStdString();
    EditedText head = before;
    if (const JsonText text(before);
        text.root().type != JsonType::Object || !findMember(text, text.root(), key)) {
        head = EventEdit::setInHead(before, list, QJsonArray());
    }
    const JsonText text(head.valueOr(before));
    const auto there = findMember(text, text.root(), key);
    if (!head || !there || there->value.type != JsonType::Array) {
        return Problem{ProblemCode::NoListToAddTo, {list}};
    }
    std::vector<JsonElement> elements;
    JsonArrayCursor cursor(text, there->value);
    while (const auto element = cursor.next()) {
        elements.push_back({elements.size(), text.raw(element->range).toByteArray()});
    }
    for (const Declared &each : added) {
        elements.push_back({std::nullopt, each.text});
    }
    const ByteRange range = there->value.range;
    const QByteArray array = rearranged(text, there->value, elements, ", ");
    return QByteArray(*head).replace(range.begin, range.size(), array);
}

Result<Belongings::Settled> Belongings::settledIn(const Document &there,
                                                  const std::vector<QByteArray> &texts) const {
    const QByteArray head = there.head();
    const QStringList undeclared = m_categories.empty() ? QStringList() : undeclaredIn(there);
    Joining categories(declaredIn(head, "categories"),
                       [&](const QString &id) { return undeclared.contains(id); });
    std::ranges::for_each(m_categories, [&](const Declared &each) { categories.take(each); });
    Joining sources(declaredIn(head, "sources"), [&](const QString &id) { return isSourceNamed(there, id); });
    std::ranges::for_each(m_sources, [&](const Declared &each) { sources.take(each); });

    Settled settled;
    std::vector<Declared> added = categories.added();
    if (!there.declaresCategories() && !added.empty()) {
        // Where none had to be declared the events' own would be found wrong now.
        std::vector<Declared> own;
        for (const QString &id : undeclared) {
            if (std::ranges::find(added, id, &Declared::id) == added.end()) {
                own.push_back({id, EventEdit::write({{u"id"_s, id}}, {})});
            }
        }
        added.insert(added.begin(), own.begin(), own.end());
    }
    EditedText edited = withElements(head, u"categories"_s, added);
    if (edited) {
        edited = withElements(*edited, u"sources"_s, sources.added());
    }
    if (!edited) {
        return edited.problem();
    }
    settled.head = *edited == head ? std::nullopt : std::optional(*edited);
    for (const QByteArray &text : texts) {
        EditedText event = text;
        const EventDetails details = readEvent(text).details;
        if (const auto now = categories.renamed().constFind(details.category);
            now != categories.renamed().cend()) {
            event = EventEdit::set(text, u"category"_s, *now);
        }
        QJsonArray names;
        for (qsizetype i = 0; i < details.sources.size(); ++i) {
            const QString &name = details.sources[i];
            const Source *whole = inlineSource(details, i);
            const auto now = sources.renamed().constFind(whole != nullptr ? whole->id : name);
            if (now == sources.renamed().cend()) {
                names.append(name);
            } else {
                names.append(whole != nullptr ? QJsonValue(QJsonObject{{u"id"_s, *now}}) : QJsonValue(*now));
            }
        }
        if (event && names != QJsonArray::fromStringList(details.sources)) {
            event = EventEdit::setList(*event, u"sources"_s, names);
        }
        if (!event) {
            return event.problem();
        }
        settled.texts.push_back(*event);
    }
    return settled;
}

} // namespace timeline
