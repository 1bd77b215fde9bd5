// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/event_check.h"

#include "document/event_edit.h"
#include "time/date_suggestion.h"
#include "time/edtf.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace timeline {

namespace {

/// Says what mends the findings of one event.
class Fixes {
    Q_DECLARE_TR_FUNCTIONS(timeline)

public:
    Fixes(const Document &document, std::optional<EventIndex> event, const CheckedEvent &checked,
          const QByteArray &text)
        : m_document(document), m_event(event), m_read(checked.read), m_details(checked.read.details),
          m_written(QJsonDocument::fromJson(text).object()) {}

    std::vector<EventFix> of(const QString &field, qint64 offset) const {
        const QJsonValue written = m_written.value(field);
        if (field == "date"_L1) {
            return ofDate();
        }
        if (field == "category"_L1) {
            return ofCategory();
        }
        if (field == "sources"_L1 && written.isArray()) {
            return ofSource(offset);
        }
        if (field == "links"_L1) {
            return ofLink(offset);
        }
        if (field == "id"_L1 && !m_details.id.isEmpty()) {
            return ofId();
        }
        if (field == "status"_L1) {
            const auto status = statusFromString(written.toString().trimmed().toLower());
            return status ? one(field, toString(*status)) : std::vector<EventFix>();
        }
        if (field == "importance"_L1) {
            bool isNumber = written.isDouble();
            const double number =
                isNumber ? written.toDouble() : written.toString().trimmed().toDouble(&isNumber);
            return isNumber ? one(field, std::clamp(number, 0.0, 1.0)) : std::vector<EventFix>();
        }
        if ((field == "tags"_L1 || field == "sources"_L1) && written.isString()) {
            return one(field, QJsonArray{written});
        }
        if (field == "title"_L1 && written.isDouble()) {
            return one(field, written.toVariant().toString());
        }
        return {};
    }

private:
    static std::vector<EventFix> one(const QString &field, const QJsonValue &value) {
        const QString shown =
            value.isArray() ? value.toArray().at(0).toString() : value.toVariant().toString();
        return {{tr("Write it as %1").arg(shown), field, value}};
    }

    std::vector<EventFix> ofDate() const {
        const bool hasEnds = m_written.contains(u"start"_s) && m_written.contains(u"end"_s);
        const QString date =
            hasEnds ? m_written.value(u"start"_s).toString() + u'/' + m_written.value(u"end"_s).toString()
                    : m_written.value(u"date"_s).toString();
        const qsizetype slash = date.indexOf(u'/');
        const QString swapped = slash < 0 ? QString() : date.sliced(slash + 1) + u'/' + date.first(slash);
        const auto isDate = [](const QString &text) {
            return std::holds_alternative<ParsedDate>(parseDate(text.toStdString()));
        };
        if (!swapped.isEmpty() && !isDate(date) && isDate(swapped)) {
            return {{tr("Swap start and end"), u"date"_s, swapped}};
        }
        const auto meant = isDate(date) ? std::nullopt : suggestedDate(date);
        return meant ? one(u"date"_s, *meant) : std::vector<EventFix>();
    }

    /// The list of the head with one more element.
    EventFix declare(const QString &list, const QString &id) const {
        QJsonArray array = QJsonDocument::fromJson(m_document.head()).object().value(list).toArray();
        array.append(QJsonObject{{u"id"_s, id}, {u"title"_s, id}});
        return {tr("Declare “%1”").arg(id), list, array, true};
    }
    static EventFix use(const QString &id, const QString &field, const QJsonValue &value) {
        return {tr("Use “%1”").arg(id), field, value};
    }
    static bool isAlike(const QString &a, const QString &b) {
        return a.simplified().compare(b.simplified(), Qt::CaseInsensitive) == 0;
    }

    std::vector<EventFix> ofCategory() const {
        std::vector<EventFix> fixes;
        const QString id = m_details.category;
        for (const Category &category : m_document.categories()) {
            if (category.declared && (isAlike(category.id, id) || isAlike(category.title, id))) {
                fixes.push_back(use(category.id, u"category"_s, category.id));
            }
        }
        if (!id.isEmpty()) {
            fixes.push_back(declare(u"categories"_s, id));
        }
        return fixes;
    }

    std::vector<EventFix> ofSource(qint64 offset) const {
        const auto place = std::ranges::find(m_read.sourcesAt, offset) - m_read.sourcesAt.begin();
        if (place >= m_details.sources.size()) {
            return {};
        }
        const QString id = m_details.sources[place];
        std::vector<EventFix> fixes;
        QStringList list = m_details.sources;
        for (const Source &source : m_document.sources()) {
            if (isAlike(source.id, id) || isAlike(source.title, id)) {
                list[place] = source.id;
                fixes.push_back(use(source.id, u"sources"_s, QJsonArray::fromStringList(list)));
            }
        }
        fixes.push_back(declare(u"sources"_s, id));
        list = m_details.sources;
        list.removeAt(place);
        fixes.push_back({tr("Remove it"), u"sources"_s,
                         list.isEmpty() ? QJsonValue(QJsonValue::Undefined)
                                        : QJsonValue(QJsonArray::fromStringList(list))});
        return fixes;
    }

    std::vector<EventFix> ofLink(qint64 offset) const {
        const auto place = std::ranges::find(m_read.linksAt, offset) - m_read.linksAt.begin();
        if (place >= static_cast<std::ptrdiff_t>(m_details.links.size())) {
            return {};
        }
        std::vector<Link> links = m_details.links;
        std::vector<EventFix> fixes;
        Link &link = links[static_cast<std::size_t>(place)];
        for (const QString &id :
             {link.to.toLower(), link.to.simplified(), link.to.toLower().simplified().replace(u' ', u'-')}) {
            if (fixes.empty() && id != link.to && m_document.findEvent(id)) {
                link.to = id;
                fixes.push_back(use(id, u"links"_s, toJson(links)));
            }
        }
        links.erase(links.begin() + place);
        fixes.push_back({tr("Remove the link"), u"links"_s,
                         links.empty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(toJson(links))});
        return fixes;
    }

    std::vector<EventFix> ofId() const {
        const auto other = m_document.findEvent(m_details.id);
        if (!other || other == m_event) {
            return {};
        }
        QString free;
        for (int number = 2; free.isEmpty() || m_document.findEvent(free); ++number) {
            free = u"%1-%2"_s.arg(m_details.id).arg(number);
        }
        return {{tr("Make it “%1”").arg(free), u"id"_s, free}};
    }

    const Document &m_document;
    std::optional<EventIndex> m_event;
    const ReadEvent &m_read;
    const EventDetails &m_details;
    QJsonObject m_written;
};

/// The member of an event in which a place lies.
QString fieldAt(const JsonText &text, qint64 offset) {
    JsonObjectCursor members(text, text.valueAt(0));
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
    const CheckedEvent checked = checkEvent(document, event, bytes);
    const JsonText text(bytes);
    const Fixes fixes(document, event, checked, bytes);
    std::vector<FieldFinding> found;
    for (const Finding &finding : checked.findings) {
        const QString field = fieldAt(text, finding.offset);
        found.push_back({field, finding.severity, finding.message,
                         field.isEmpty() ? std::vector<EventFix>() : fixes.of(field, finding.offset)});
    }
    return found;
}

} // namespace timeline
