// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/details_writer.h"

#include "app/forms/record_values.h"
#include "app/panes/field_texts.h"
#include "app/panes/time_apart.h"
#include "app/text/safe_link.h"
#include "app/text/safe_markdown.h"
#include "document/bytes/look_alike.h"
#include "document/format/event_fields.h"
#include "document/format/wording.h"
#include "document/search/inline_sources.h"
#include "document/store/category_path.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>
#include <QTextTable>
#include <algorithm>
#include <span>

namespace timeloom {

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

constexpr EventIndex mostLookedAt = 20'000; // events, for the sources that stand in them
constexpr double sectionGap = 14;
constexpr double lineGap = 3;
constexpr double indentWidth = 12;

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

DetailsWriter::DetailsWriter(QTextDocument &target, const Document &document, const QPalette &palette)
    : m_document(document), m_theme(Theme::forPalette(palette)), m_cursor(&target) {
    m_plain.setForeground(palette.color(QPalette::Text));
    m_muted.setForeground(m_theme.mutedText);
    m_link.setForeground(palette.color(QPalette::Link));
}

void DetailsWriter::paragraph(double above, double indent) {
    QTextBlockFormat format;
    format.setTopMargin(above);
    format.setLeftMargin(indent);
    if (m_cursor.atStart()) {
        m_cursor.setBlockFormat(format);
    } else {
        m_cursor.insertBlock(format, m_plain);
    }
}

void DetailsWriter::heading(const QString &text) {
    paragraph(sectionGap);
    QTextCharFormat format = m_muted;
    format.setFontWeight(QFont::DemiBold);
    m_cursor.insertText(text, format);
}

void DetailsWriter::title(const QString &text) {
    paragraph(0);
    QTextCharFormat format = m_plain;
    format.setFontWeight(QFont::DemiBold);
    format.setProperty(QTextFormat::FontSizeAdjustment, 2);
    m_cursor.insertText(lineText(text), format);
}

void DetailsWriter::link(const QString &text, const QUrl &url) {
    QTextCharFormat format = m_link;
    format.setAnchor(true);
    format.setAnchorHref(QString::fromLatin1(url.toEncoded()));
    m_cursor.insertText(lineText(text), format);
}

/// What else there is to say in a line.
void DetailsWriter::aside(const QString &text) {
    muted(text.isEmpty() ? QString() : QStringLiteral("  ") + text);
}

/// A line that says what it is about.
void DetailsWriter::labelled(const QString &label, const QString &words) {
    if (!words.isEmpty()) {
        paragraph(lineGap);
        muted(label + QChar(u' '));
        text(words);
    }
}

QString DetailsWriter::dateOf(EventIndex event) const {
    return dateText(m_document.details(event, 0).date);
}

void DetailsWriter::eventLine(EventIndex event) {
    paragraph(lineGap, indentWidth);
    link(m_document.eventTitle(event), QUrl(eventAddress(event)));
    aside(dateOf(event));
}

/// Says how many lines of a list were left out.
void DetailsWriter::more(std::size_t count, const QUrl &all) {
    if (count > mostLines) {
        paragraph(lineGap, indentWidth);
        const QString words = tr("and %Ln more", nullptr, static_cast<int>(count - mostLines));
        all.isEmpty() ? muted(words) : link(words, all);
    }
}

void DetailsWriter::markdown(const QString &source) {
    if (!source.trimmed().isEmpty()) {
        paragraph(sectionGap);
        m_cursor.insertFragment(safeMarkdown(source));
    }
}

void DetailsWriter::lane(CategoryIndex category) {
    QTextCharFormat swatch;
    swatch.setForeground(m_theme.categoryColor(category, m_document.categories()[category].color));
    m_cursor.insertText(QStringLiteral("■ "), swatch);
    text(categoryPath(m_document, category));
}

/// A table of two columns without lines.
void DetailsWriter::facts(const std::vector<std::pair<QString, QString>> &rows) {
    if (rows.empty()) {
        return;
    }
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellSpacing(0);
    format.setCellPadding(1.5);
    format.setLeftMargin(indentWidth);
    QTextTable *table = m_cursor.insertTable(static_cast<int>(rows.size()), 2, format);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const int at = static_cast<int>(row);
        QTextCursor name = table->cellAt(at, 0).firstCursorPosition();
        name.insertText(rows[row].first + QStringLiteral("   "), m_muted);
        QTextCursor value = table->cellAt(at, 1).firstCursorPosition();
        value.insertText(rows[row].second, m_plain);
    }
    m_cursor.movePosition(QTextCursor::End);
}

void DetailsWriter::writeDocument() {
    if (m_document.bytes().isEmpty()) {
        return; // no file has been read yet
    }
    title(m_document.title().isEmpty() ? tr("Untitled") : m_document.title());
    if (!m_document.asOfText().isEmpty()) {
        paragraph(lineGap);
        muted(tr("As of %1").arg(dateText(m_document.asOfText())));
    }
    for (const FieldText &other :
         othersThan({"title", "description", "asOf"}, m_document.allOfHead(), headFields)) {
        labelled(labelOf(*other.field).remove(u'&'), other.text);
    }
    markdown(m_document.description());
    heading(m_document.presentCount() > 0 ? tr("In this file") : tr("There are no events in this file."));
    std::vector<std::pair<QString, QString>> counts;
    const auto count = [&counts](const QString &name, std::size_t number) {
        if (number > 0) {
            counts.emplace_back(name, QLocale().toString(static_cast<qulonglong>(number)));
        }
    };
    count(tr("Events"), m_document.placedCount());
    count(tr("Without a date"), m_document.undatedCount());
    count(tr("Categories"), m_document.presentCategories().size());
    count(tr("Links"), m_document.relations().size());
    std::vector<Source> inEvents;
    if (m_document.eventCount() <= mostLookedAt) {
        inEvents = inlineSourcesOf(m_document);
    }
    const std::vector<Source> &declared = m_document.sources();
    const std::size_t sourceCount = declared.size() + inEvents.size();
    count(tr("Sources"), sourceCount);
    count(tr("Series"), m_document.series().size());
    facts(counts);
    eras();
    std::vector<Source> first;
    for (const std::vector<Source> *some : {&declared, &std::as_const(inEvents)}) {
        const std::size_t room = mostLines - first.size();
        std::ranges::copy(std::span(*some).first(std::min(some->size(), room)), std::back_inserter(first));
    }
    sources(first, sourceCount);
}

void DetailsWriter::eras() {
    const std::vector<Era> &all = m_document.eras();
    if (all.empty()) {
        return;
    }
    heading(tr("Eras"));
    for (std::size_t i = 0; i < std::min(all.size(), mostLines); ++i) {
        paragraph(lineGap, indentWidth);
        link(all[i].title, QUrl(QStringLiteral("era:%1").arg(i)));
        aside(joined(othersThan({"title"}, all[i], eraFields)));
    }
    more(all.size());
}

void DetailsWriter::writeEvents(const std::vector<EventIndex> &first, EventIndex count) {
    title(tr("%Ln events", nullptr, static_cast<int>(count)));
    std::ranges::for_each(first, [this](EventIndex event) { eventLine(event); });
    more(count);
    if (count != 2) {
        return;
    }
    if (const auto apart = timeApart(m_document, first[0], first[1]); !apart.empty()) {
        heading(tr("From one to the other"));
        facts(apart);
    }
}

void DetailsWriter::writeEvent(EventIndex event) {
    const EventDetails details = m_document.details(event);
    title(m_document.eventTitle(event));
    paragraph(lineGap);
    const QString words = !m_document.isUndated(event) ? dateText(details.date)
                          : details.date.isEmpty()     ? tr("No date is known")
                                                       : tr("No date that can be read");
    text(words);
    muted(words == details.date ? QString() : QStringLiteral("   ") + lineText(details.date));
    paragraph(lineGap);
    lane(m_document.category(event));
    if (!details.place.isEmpty()) {
        paragraph(lineGap);
        text(lineText(placeText(details.place)));
    }
    paragraph(sectionGap);
    QTextCharFormat strong = m_plain;
    strong.setFontWeight(QFont::DemiBold);
    m_cursor.insertText(lineText(statusTitle(details.status, details.ownStatus)), strong);
    muted(QStringLiteral("   ") + statusMeaning(m_document, event));
    for (const EventFieldInfo &field : eventFields) {
        if (field.kind == FieldKind::Text && field.text != nullptr) {
            labelled(eventFieldLabel(field.field), lineText(details.*field.text));
        }
    }
    markdown(details.description);
    measures(details.measures);
    relations(event, details);
    sources(firstSourcesOf(details), static_cast<std::size_t>(details.sources.size()));
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
        heading(relationshipTitle(static_cast<Relationship>(i)));
        for (const Relation &relation : std::span(group).first(std::min(group.size(), mostLines))) {
            const EventIndex other = otherOf(relation, event);
            const EventDetails ofOther =
                m_document.details(other, bit(EventField::Id) | bit(EventField::Links));
            eventLine(other);
            aside(relation.from == event ? linkText(details, ofOther.id, relation.kind)
                                         : linkText(ofOther, details.id, relation.kind));
        }
        more(group.size(), QUrl(QStringLiteral("related:%1/%2").arg(event).arg(i)));
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
    heading(tr("Source", "heading", static_cast<int>(count)));
    for (const Source &source : first) {
        paragraph(lineGap, indentWidth);
        const QString name = !source.title.isEmpty() ? source.title
                             : !source.id.isEmpty()  ? source.id
                                                     : source.url;
        const QUrl url(source.url, QUrl::StrictMode);
        isSafeLink(url) ? link(name, url) : text(lineText(name));
        aside(joined(othersThan({"id", "title", "url"}, source, sourceFields)));
    }
    more(count);
}

void DetailsWriter::media(const std::vector<Media> &media) {
    if (media.empty()) {
        return;
    }
    heading(eventFieldLabel(EventField::Media));
    for (const Media &item : std::span(media).first(std::min(media.size(), mostLines))) {
        paragraph(lineGap, indentWidth);
        QString name = item.caption.isEmpty() ? item.alt : item.caption;
        name = name.isEmpty() ? item.url : name;
        const QUrl url(item.url, QUrl::StrictMode);
        isSafeLink(url) ? link(name, url) : text(lineText(name));
        aside(joined(othersThan({"url", "caption", "alt"}, item, mediaFields)));
    }
    more(media.size());
}

void DetailsWriter::tags(const QStringList &tags) {
    if (tags.isEmpty()) {
        return;
    }
    heading(eventFieldLabel(EventField::Tags));
    paragraph(lineGap, indentWidth);
    for (qsizetype i = 0; i < std::min<qsizetype>(tags.size(), mostLines); ++i) {
        muted(i > 0 ? QStringLiteral("  ·  ") : QString());
        const QUrl url(QStringLiteral("tag:") + QString::fromLatin1(QUrl::toPercentEncoding(tags[i])));
        link(visibleName(tags[i]), url);
    }
    more(static_cast<std::size_t>(tags.size()));
}

} // namespace timeloom
