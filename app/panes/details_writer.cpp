// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/details_writer.h"

#include "app/forms/record_values.h"
#include "app/panes/field_texts.h"
#include "app/panes/time_apart.h"
#include "app/text/safe_link.h"
#include "document/bytes/look_alike.h"
#include "document/edit/event_edit.h"
#include "document/format/event_fields.h"
#include "document/format/wording.h"
#include "document/search/inline_sources.h"
#include "document/store/category_path.h"
#include "time/edtf.h"

#include <QLocale>
#include <QSet>
#include <algorithm>
#include <span>

namespace timeloom {

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestDate = 1000; // characters
constexpr double chipGap = 16;          // below a chip

QString eventAddress(EventIndex event) {
    return QStringLiteral("event:%1").arg(event);
}

EventIndex otherOf(const Relation &relation, EventIndex event) {
    return relation.from == event ? relation.to : relation.from;
}

} // namespace

QString measureText(const Measure &measure) {
    QString text = RecordValues::numberText(measure.value, QLocale());
    if (measure.max) {
        text = DetailsWriter::tr("%1 to %2").arg(text, RecordValues::numberText(*measure.max, QLocale()));
    }
    if (measure.approximate) {
        text = DetailsWriter::tr("about %1").arg(text);
    }
    return measure.unit.isEmpty() ? text : text + QChar::Nbsp + lineText(measure.unit);
}

/// An event in a list: its colour, its title that leads to it, when it was.
PageWriter::Row DetailsWriter::rowOf(EventIndex event) const {
    const CategoryIndex category = m_document.category(event);
    Row row{m_theme.categoryColor(category, m_document.categories()[category].color),
            m_document.eventTitle(event), QUrl(eventAddress(event))};
    const EventDetails details = m_document.details(event, bit(EventField::Status));
    QStringList notes{m_document.isUndated(event) && details.date.isEmpty()
                          ? tr("no date")
                          : lineText(describeDateBriefly(details.date.left(longestDate).toStdString()))};
    if (details.status != Status::Confirmed) {
        notes += lineText(statusTitle(details.status, details.ownStatus)).toLower();
    }
    row.note = notes.join(u" · "_s);
    row.rowAddress = row.address;
    return row;
}

/// Says how many rows of a list were left out; `all` leads to them.
PageWriter::Row DetailsWriter::moreRow(std::size_t count, const QUrl &all) {
    return {{}, tr("and %Ln more", nullptr, static_cast<int>(count - mostLines)), all};
}

void DetailsWriter::more(std::size_t count) {
    if (count > mostLines) {
        paragraph(lineGap);
        muted(tr("and %Ln more", nullptr, static_cast<int>(count - mostLines)));
    }
}

void DetailsWriter::writeEvents(const std::vector<EventIndex> &first, EventIndex count) {
    title(tr("%Ln events", nullptr, static_cast<int>(count)));
    if (count == 2) {
        if (const auto apart = timeApart(m_document, first[0], first[1]); !apart.empty()) {
            heading(tr("From one to the other"));
            facts(apart);
        }
    }
    std::vector<Row> rows;
    std::ranges::transform(first, std::back_inserter(rows),
                           [this](EventIndex event) { return rowOf(event); });
    if (count > mostLines) {
        rows.push_back(moreRow(count));
    }
    section({}, {}, rows);
}

void DetailsWriter::dates(EventIndex event, const EventDetails &details) {
    paragraph(lineGap);
    const QString words = !m_document.isUndated(event) ? dateText(details.date)
                          : details.date.isEmpty()     ? tr("No date is known")
                                                       : tr("No date that can be read");
    text(words);
    if (words != details.date) {
        QTextCharFormat edtf = m_muted;
        edtf.setFontWeight(QFont::Medium);
        m_cursor.insertText(u"   "_s + lineText(details.date), edtf);
    }
    if (!details.place.isEmpty()) {
        paragraph(lineGap);
        text(lineText(placeText(details.place)));
    }
}

/// How sure and who says so; the category.
void DetailsWriter::chips(EventIndex event, const EventDetails &details) {
    const QString status = lineText(statusTitle(details.status, details.ownStatus));
    const QString who = lineText(details.attribution);
    chip(details.status,
         who.isEmpty() ? status : tr("%1 · %2", "how sure, and who says so").arg(status, who));
    const CategoryIndex category = m_document.category(event);
    chip(m_theme.categoryColor(category, m_document.categories()[category].color),
         categoryPath(m_document, category));
    const bool isSaid = EventEdit::has(m_document.eventText(event), "status");
    if (!isSaid || details.status != Status::Confirmed) { // what is confirmed needs no more words
        paragraph(chipGap);
        muted(tr("%1: %2", "a status, and what it means").arg(status, statusMeaning(m_document, event)));
    } else if (details.description.trimmed().isEmpty()) {
        paragraph(lineGap); // what comes next is no chip
    }
}

void DetailsWriter::writeEvent(EventIndex event) {
    const EventDetails details = m_document.details(event);
    title(m_document.eventTitle(event));
    dates(event, details);
    chips(event, details);
    for (const EventFieldInfo &field : eventFields) {
        if (field.kind == FieldKind::Text && field.text != nullptr &&
            field.field != EventField::Attribution) {
            labelled(eventFieldLabel(field.field), lineText(details.*field.text));
        }
    }
    markdown(details.description, chipGap + lineGap);
    relations(event, details);
    sources(firstSourcesOf(details), static_cast<std::size_t>(details.sources.size()));
    measures(details.measures);
    media(details.media);
    tags(details.tags);
}

void DetailsWriter::measures(const std::vector<Measure> &measures) {
    if (measures.empty()) {
        return;
    }
    heading(eventFieldLabel(EventField::Measures));
    std::vector<std::pair<QString, QString>> rows;
    for (const Measure &measure : std::span(measures).first(std::min(measures.size(), mostLines))) {
        const QString others =
            joined(othersThan({"name", "value", "max", "unit", "approximate"}, measure, measureFields));
        rows.emplace_back(lineText(measure.name),
                          measureText(measure) +
                              (others.isEmpty() ? QString() : QStringLiteral(", ") + others));
    }
    facts(rows);
    more(measures.size());
}

DetailsWriter::RelationGroups DetailsWriter::relationsOf(const Document &document, EventIndex event) {
    RelationGroups groups;
    std::array<QSet<EventIndex>, relationshipCount> known; // two events may name each other
    for (const Relation &relation : document.relations().of(event)) {
        const auto kind = static_cast<std::size_t>(relationshipOf(relation.kind, relation.from == event));
        const EventIndex other = otherOf(relation, event);
        if (!known.at(kind).contains(other)) {
            known.at(kind).insert(other);
            groups.at(kind).push_back(relation);
        }
    }
    return groups;
}

std::vector<EventIndex> DetailsWriter::relatedTo(const Document &document, const QUrl &url) {
    const QStringList path = url.path().split(u'/');
    const EventIndex event = path.first().toUInt();
    const std::size_t kind = path.last().toUInt();
    std::vector<EventIndex> others;
    if (url.scheme() == "related"_L1 && event < document.eventCount() && kind < relationshipCount) {
        std::ranges::transform(relationsOf(document, event).at(kind), std::back_inserter(others),
                               [event](const Relation &relation) { return otherOf(relation, event); });
    }
    return others;
}

void DetailsWriter::relations(EventIndex event, const EventDetails &details) {
    const RelationGroups groups = relationsOf(m_document, event);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const std::vector<Relation> &group = groups.at(i);
        if (group.empty()) {
            continue;
        }
        std::vector<Row> rows;
        for (const Relation &relation : std::span(group).first(std::min(group.size(), mostLines))) {
            const EventIndex other = otherOf(relation, event);
            const EventDetails ofOther =
                m_document.details(other, bit(EventField::Id) | bit(EventField::Links));
            const QString said = relation.from == event ? linkText(details, ofOther.id, relation.kind)
                                                        : linkText(ofOther, details.id, relation.kind);
            Row row = rowOf(other);
            row.note += said.isEmpty() ? QString() : u" · "_s + said;
            rows.push_back(row);
        }
        if (group.size() > mostLines) {
            rows.push_back(moreRow(group.size(), QUrl(u"related:%1/%2"_s.arg(event).arg(i))));
        }
        const QString count =
            group.size() > 1 ? QLocale().toString(static_cast<qulonglong>(group.size())) : QString();
        section(relationshipTitle(static_cast<Relationship>(i)), count, rows);
    }
}

/// What a link says beside where it leads, and how.
QString DetailsWriter::linkText(const EventDetails &from, const QString &to, LinkKind kind) {
    const auto link =
        std::ranges::find_if(from.links, [&](const Link &one) { return one.to == to && one.kind == kind; });
    return link == from.links.end() ? QString() : joined(othersThan({"to", "kind"}, *link, linkFields));
}

/// What is known of as many of an event's sources as are written: from the file's list, or from the event
/// itself.
std::vector<Source> DetailsWriter::firstSourcesOf(const EventDetails &details) const {
    std::vector<Source> all;
    for (qsizetype i = 0; i < std::min<qsizetype>(details.sources.size(), mostLines); ++i) {
        const Source *own = inlineSource(details, i);
        const Source *declared =
            own != nullptr ? declaredAs(m_document, *own) : m_document.findSource(details.sources[i]);
        Source named;
        named.id = details.sources[i];
        all.push_back(declared != nullptr ? *declared : own != nullptr ? *own : named);
    }
    return all;
}

void DetailsWriter::sources(const std::vector<Source> &first, std::size_t count) {
    if (count == 0) {
        return;
    }
    std::vector<Row> rows;
    for (const Source &source : first) {
        const QUrl url(source.url, QUrl::StrictMode);
        Row row;
        row.text = !source.title.isEmpty() ? source.title : !source.id.isEmpty() ? source.id : source.url;
        row.address = isSafeLink(url) ? url : QUrl();
        row.note = joined(othersThan({"id", "title", "url"}, source, sourceFields));
        rows.push_back(row);
    }
    if (count > mostLines) {
        rows.push_back(moreRow(count));
    }
    section(tr("Source", "heading", static_cast<int>(count)),
            count > 1 ? QLocale().toString(static_cast<qulonglong>(count)) : QString(), rows);
}

void DetailsWriter::media(const std::vector<Media> &media) {
    if (media.empty()) {
        return;
    }
    std::vector<Row> rows;
    for (const Media &item : std::span(media).first(std::min(media.size(), mostLines))) {
        const QString name = item.caption.isEmpty() ? item.alt : item.caption;
        const QUrl url(item.url, QUrl::StrictMode);
        Row row;
        row.text = name.isEmpty() ? item.url : name;
        row.address = isSafeLink(url) ? url : QUrl();
        row.note = joined(othersThan({"url", "caption", "alt"}, item, mediaFields));
        rows.push_back(row);
    }
    if (media.size() > mostLines) {
        rows.push_back(moreRow(media.size()));
    }
    section(eventFieldLabel(EventField::Media), {}, rows);
}

void DetailsWriter::tags(const QStringList &tags) {
    if (tags.isEmpty()) {
        return;
    }
    heading(eventFieldLabel(EventField::Tags));
    paragraph(lineGap);
    for (qsizetype i = 0; i < std::min<qsizetype>(tags.size(), mostLines); ++i) {
        muted(i > 0 ? QStringLiteral("  ·  ") : QString());
        const QUrl url(QStringLiteral("tag:") + QString::fromLatin1(QUrl::toPercentEncoding(tags[i])));
        link(visibleName(tags[i]), url);
    }
    more(static_cast<std::size_t>(tags.size()));
}

} // namespace timeloom
