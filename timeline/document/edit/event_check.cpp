// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/event_check.h"

#include "document/edit/event_edit.h"
#include "document/edit/meant_value.h"
#include "document/format/record_fields.h"
#include "document/json/harmless_copy.h"
#include "time/phrases/date_phrases.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace timeline {

namespace {

/// Each fix of a list holds all of that list, and a person mends a few findings at a time.
constexpr std::size_t mostMended = 100;
/// Up to so many events are asked for their ids where a link's differs in its case.
constexpr EventIndex mostAsked = 10'000;

/// A member's value; null where there is none. Undefined where Qt cannot hold it, such as one with 1e400 in
/// it: a list made from that would lose what the file says.
QJsonValue valueOf(const JsonText &text, std::string_view key) {
    const JsonValue root = text.valueAt(0);
    const auto member = root.type == JsonType::Object ? findMember(text, root, key) : std::nullopt;
    const HarmlessCopy copy = harmlessCopy(member ? text.raw(member->value.range) : "null");
    const bool isWhole = copy.replaced.size() == copy.surrogates.size();
    return isWhole ? QJsonDocument::fromJson('[' + copy.bytes + ']').array().at(0) : QJsonValue::Undefined;
}

/// An id that may be a number.
QString textOf(const QJsonValue &id) {
    return id.isDouble() ? QString::fromUtf8(writeJson(id, {}, formatKeys())) : id.toString();
}

bool isAlike(const QString &a, const QString &b) {
    return foldedName(a) == foldedName(b);
}

/// Says what mends the findings of one event.
class Fixes {
    Q_DECLARE_TR_FUNCTIONS(timeline::Fixes)

public:
    Fixes(const Document &document, const CheckedEvent &checked, const JsonText &text)
        : m_document(document), m_read(checked.read), m_details(checked.read.details), m_text(text) {}

    /// What may mend it. Whether it does is for the caller to see.
    std::vector<EventFix> of(const QString &field, const Finding &finding) {
        switch (eventField(field.toStdString())) {
        case EventField::Date:
            return ofDate();
        case EventField::Category:
            return finding.code == FindingCode::UndeclaredCategory ? ofCategory() : asText(field);
        case EventField::Id:
            return finding.offset == m_read.idAt ? ofId() : asText(field);
        case EventField::Title:
        case EventField::Description:
        case EventField::Attribution:
            return asText(field);
        case EventField::Sources:
            return std::ranges::count(m_read.sourcesAt, finding.offset) > 0 ? ofSource(finding.offset)
                                                                            : asList(field);
        case EventField::Tags:
            return asList(field);
        case EventField::Links:
            return std::ranges::count(m_read.linksAt, finding.offset) > 0 ? ofLink(finding.offset)
                                                                          : std::vector<EventFix>();
        case EventField::Status: {
            const auto status = meantStatus(written(field));
            return status ? writeAs(field, toString(*status)) : std::vector<EventFix>();
        }
        case EventField::Importance: {
            const auto number = meantNumber(written(field));
            return number ? writeAs(field, std::clamp(*number, 0.0, 1.0)) : std::vector<EventFix>();
        }
        default:
            return {};
        }
    }

private:
    /// What a member says: a string decoded, a number as it was written; empty where it is something else.
    QString written(const QString &key) const {
        const auto member = findMember(m_text, m_text.valueAt(0), key.toStdString());
        const JsonType type = member ? member->value.type : JsonType::Null;
        return type == JsonType::String   ? m_text.string(member->value.range)
               : type == JsonType::Number ? QString::fromLatin1(m_text.raw(member->value.range))
                                          : QString();
    }

    static std::vector<EventFix> writeAs(const QString &field, const QJsonValue &value) {
        return {{tr("Write it as %1").arg(value.toVariant().toString()), field, value}};
    }
    static EventFix use(const QString &id, const QString &field, const QJsonValue &value) {
        return {tr("Use “%1”").arg(id), field, value};
    }

    std::vector<EventFix> asText(const QString &field) const {
        return valueOf(m_text, field.toStdString()).isDouble() ? writeAs(field, written(field))
                                                               : std::vector<EventFix>();
    }
    std::vector<EventFix> asList(const QString &field) const {
        const QString text = valueOf(m_text, field.toStdString()).toString();
        return text.trimmed().isEmpty()
                   ? std::vector<EventFix>()
                   : std::vector<EventFix>{{tr("Write it as %1").arg(text), field, QJsonArray{text}}};
    }

    /// All that it may mean, for a choice.
    std::vector<EventFix> ofDate() const {
        const QString date = written(u"date"_s);
        const QString start = written(u"start"_s);
        const QString end = written(u"end"_s);
        const bool hasEnds = date.isEmpty() && !end.isEmpty();
        std::vector<EventFix> fixes;
        for (const Reading &reading :
             hasEnds ? readingsOf(start, end) : readingsOf(date.isEmpty() ? start : date)) {
            fixes.push_back(writeAs(u"date"_s, reading.edtf).front());
        }
        const auto swapped = !fixes.empty() ? std::nullopt
                             : hasEnds      ? swappedDate(start + u'/' + end)
                                            : swappedDate(date);
        if (swapped) {
            fixes.push_back({tr("Swap start and end"), u"date"_s, *swapped});
        }
        return fixes;
    }

    /// The list of the head with one more element.
    void declare(const QString &list, const QString &id, std::vector<EventFix> &fixes) const {
        const QByteArray head = m_document.head();
        const JsonText text(QByteArrayView(head).sliced(head.startsWith("\xEF\xBB\xBF") ? 3 : 0));
        if (const auto before = valueOf(text, list.toStdString()); before.isArray() || before.isNull()) {
            QJsonArray array = before.toArray();
            array.append(QJsonObject{{u"id"_s, id}, {u"title"_s, id}});
            fixes.push_back({tr("Declare “%1”").arg(id), list, array, true});
        }
    }

    std::vector<EventFix> ofCategory() const {
        std::vector<EventFix> fixes;
        const QString id = m_details.category;
        for (const Category &category : m_document.categories()) {
            if (category.declared && (isAlike(category.id, id) || isAlike(category.title, id))) {
                fixes.push_back(use(category.id, u"category"_s, category.id));
            }
        }
        declare(u"categories"_s, id, fixes);
        return fixes;
    }

    /// A list of the event, and the element in which a place lies. What else is wrong in it stays in it.
    std::pair<QJsonArray, qsizetype> listAt(const QString &field, qint64 offset) const {
        const auto member = findMember(m_text, m_text.valueAt(0), field.toStdString());
        const QJsonArray list = valueOf(m_text, field.toStdString()).toArray();
        JsonArrayCursor elements(m_text, member->value);
        qsizetype index = 0;
        for (auto one = elements.next(); one && !one->range.contains(offset); one = elements.next()) {
            ++index;
        }
        return {list, index};
    }
    static EventFix removal(const QString &title, const QString &field, QJsonArray list, qsizetype index) {
        list.removeAt(index);
        return {title, field, list.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(list)};
    }

    std::vector<EventFix> ofSource(qint64 offset) const {
        const QString field = u"sources"_s;
        auto [list, index] = listAt(field, offset);
        if (index >= list.size()) {
            return {};
        }
        const QString id = textOf(list.at(index));
        const EventFix away = removal(tr("Remove it"), field, list, index);
        std::vector<EventFix> fixes;
        for (const Source &source : m_document.sources()) {
            if (isAlike(source.id, id) || isAlike(source.title, id)) {
                list[index] = source.id;
                fixes.push_back(use(source.id, field, list));
            }
        }
        declare(field, id, fixes);
        fixes.push_back(away);
        return fixes;
    }

    std::vector<EventFix> ofLink(qint64 offset) {
        const QString field = u"links"_s;
        auto [list, index] = listAt(field, offset);
        if (index >= list.size()) {
            return {};
        }
        const EventFix away = removal(tr("Remove the link"), field, list, index);
        QJsonObject link = list.at(index).toObject();
        const QString id = eventAlike(textOf(link.value(u"to"_s)));
        if (id.isEmpty()) {
            return {away};
        }
        link.insert(u"to"_s, id);
        list[index] = link;
        return {use(id, field, list), away};
    }

    static QString folded(const QString &id) { return id.toCaseFolded().simplified().replace(u' ', u'-'); }

    /// The one id that differs from this in case and blanks alone; empty where there is none, or several.
    QString eventAlike(const QString &id) {
        if (m_document.eventCount() > mostAsked) {
            return m_document.findEvent(folded(id)) ? folded(id) : QString();
        }
        if (!m_ids) {
            m_ids.emplace();
            for (EventIndex event = 0; event < m_document.eventCount(); ++event) {
                const QString own = m_document.isDeleted(event) ? QString() : m_document.details(event).id;
                const auto known = m_ids->constFind(folded(own));
                m_ids->insert(folded(own), known == m_ids->cend() || *known == own ? own : QString());
            }
        }
        return m_ids->value(folded(id));
    }

    std::vector<EventFix> ofId() const {
        QString free;
        for (int number = 2; free.isEmpty() || m_document.findEvent(free); ++number) {
            free = u"%1-%2"_s.arg(m_details.id).arg(number);
        }
        return {{tr("Make it “%1”").arg(free), u"id"_s, free}};
    }

    const Document &m_document;
    const ReadEvent &m_read;
    const EventDetails &m_details;
    JsonText m_text;
    std::optional<QHash<QString, QString>>
        m_ids; ///< of all events, by folded(); empty where several are alike
};

/// The member of an event in which a place lies.
QString fieldAt(const JsonText &text, qint64 offset) {
    const JsonValue event = text.valueAt(0);
    if (event.type != JsonType::Object) {
        return {};
    }
    JsonObjectCursor members(text, event);
    while (const auto member = members.next()) {
        if (offset >= member->key.begin && offset < member->value.range.end) {
            const QString key = text.string(member->key);
            return key == "start"_L1 || key == "end"_L1 ? u"date"_s : key;
        }
    }
    return {};
}

} // namespace

std::vector<FieldFinding> checkFields(const Document &document, std::optional<EventIndex> event,
                                      const QByteArray &bytes) {
    CheckedEvent checked = checkEvent(document, event, bytes);
    std::ranges::stable_sort(checked.findings, {}, &Finding::offset);
    const JsonText text(bytes);
    const auto count = [](const std::vector<Finding> &findings, const Finding &finding) {
        return std::ranges::count_if(findings,
                                     [&finding](const Finding &each) { return each.saysAs(finding); });
    };
    Fixes fixes(document, checked, text);
    std::vector<FieldFinding> found;
    for (const Finding &finding : checked.findings) {
        const QString field = fieldAt(text, finding.offset);
        found.push_back({field, finding, {}});
        // A field may have something wrong that its usual fix leaves as it is, such as a key that occurs
        // twice.
        const auto isVain = [&](const EventFix &fix) {
            if (fix.isInHead) {
                return false;
            }
            const EditedText edited = EventEdit::set(bytes, fix.field, fix.value);
            return !edited || count(checkEvent(document, event, *edited).findings, finding) >=
                                  count(checked.findings, finding);
        };
        if (!field.isEmpty() && found.size() <= mostMended) {
            found.back().fixes = fixes.of(field, finding);
            std::erase_if(found.back().fixes, isVain);
        }
    }
    return found;
}

} // namespace timeline
