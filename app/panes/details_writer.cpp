// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/details_writer.h"

#include "app/text/safe_link.h"
#include "app/text/safe_markdown.h"
#include "document/bytes/visible_text.h"
#include "document/format/wording.h"
#include "document/search/inline_sources.h"
#include "document/store/category_path.h"
#include "time/edtf.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>
#include <QTextTable>
#include <algorithm>
#include <cmath>
#include <span>

namespace timeloom {

using namespace timeline;

namespace {

constexpr std::size_t mostLines = 200;
constexpr qsizetype longestLine = 1000;     // characters of what is no description
constexpr EventIndex mostLookedAt = 20'000; // events, for the sources that stand in them
constexpr double sectionGap = 14;
constexpr double lineGap = 3;
constexpr double indentWidth = 12;

QString numberText(double value) {
    const double size = std::abs(value);
    const bool isLong = size >= 1e15 || (size > 0 && size < 1e-4);
    return QLocale().toString(value, isLong ? 'g' : 'f', QLocale::FloatingPointShortest);
}

/// A text of one line as it is shown. What is too long for any line is cut.
QString lineText(const QString &text) {
    const QString line = visibleText(text.left(longestLine).simplified());
    return text.size() > longestLine ? line + QChar(u'…') : line;
}

QString dateText(const QString &edtf) {
    return lineText(describeDate(edtf.left(longestLine).toStdString()));
}

QString eventAddress(EventIndex event) {
    return QStringLiteral("event:%1").arg(event);
}

/// How two events are related, as seen from one of them. In the order in which they are shown.
enum class Relationship { FollowsFrom, LeadsTo, PartOf, HasPart, Contradicts, Related };
constexpr int relationshipCount = 6;

Relationship relationshipOf(LinkKind kind, bool isOutgoing) {
    switch (kind) {
    case LinkKind::LeadsTo:
        return isOutgoing ? Relationship::LeadsTo : Relationship::FollowsFrom;
    case LinkKind::PartOf:
        return isOutgoing ? Relationship::PartOf : Relationship::HasPart;
    case LinkKind::Contradicts:
        return Relationship::Contradicts;
    case LinkKind::Related:
        break;
    }
    return Relationship::Related;
}

QString relationshipTitle(Relationship relationship) {
    switch (relationship) {
    case Relationship::FollowsFrom:
        return DetailsWriter::tr("Follows from");
    case Relationship::LeadsTo:
        return DetailsWriter::tr("Leads to");
    case Relationship::PartOf:
        return DetailsWriter::tr("Part of");
    case Relationship::HasPart:
        return DetailsWriter::tr("Has as its parts");
    case Relationship::Contradicts:
        return DetailsWriter::tr("Contradicts");
    case Relationship::Related:
        break;
    }
    return DetailsWriter::tr("Related");
}

} // namespace

QString measureText(const Measure &measure) {
    QString text = numberText(measure.value);
    if (measure.max) {
        text = DetailsWriter::tr("%1 to %2").arg(text, numberText(*measure.max));
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

QString DetailsWriter::dateOf(EventIndex event) const {
    return dateText(m_document.details(event).date);
}

void DetailsWriter::eventLine(EventIndex event) {
    paragraph(lineGap, indentWidth);
    link(m_document.eventTitle(event), QUrl(eventAddress(event)));
    muted(QStringLiteral("  ") + dateOf(event));
}

void DetailsWriter::eventLines(const std::vector<EventIndex> &events) {
    for (std::size_t i = 0; i < std::min(events.size(), mostLines); ++i) {
        eventLine(events[i]);
    }
    more(events.size());
}

/// Says how many lines of a list were left out.
void DetailsWriter::more(std::size_t count) {
    if (count > mostLines) {
        paragraph(lineGap, indentWidth);
        muted(tr("and %Ln more", nullptr, static_cast<int>(count - mostLines)));
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
    markdown(m_document.description());
    heading(m_document.presentCount() > 0 ? tr("In this file") : tr("There are no events in this file."));
    std::vector<std::pair<QString, QString>> counts;
    const auto count = [&counts](const QString &name, std::size_t number) {
        if (number > 0) {
            counts.emplace_back(name, QLocale().toString(static_cast<qulonglong>(number)));
        }
    };
    count(tr("Events"), m_document.presentCount());
    count(tr("Categories"), m_document.presentCategories().size());
    count(tr("Links"), m_document.relations().size());
    std::vector<Source> all = m_document.sources();
    if (m_document.eventCount() <= mostLookedAt) {
        std::ranges::copy(inlineSourcesOf(m_document), std::back_inserter(all));
    }
    count(tr("Sources"), all.size());
    count(tr("Series"), m_document.series().size());
    facts(counts);
    eras();
    sources(all);
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
        muted(QStringLiteral("  ") + dateText(all[i].date));
    }
    more(all.size());
}

void DetailsWriter::writeEvents(const std::vector<EventIndex> &events) {
    title(tr("%Ln events", nullptr, static_cast<int>(events.size())));
    eventLines(events);
}

void DetailsWriter::writeEvent(EventIndex event) {
    const EventDetails details = m_document.details(event);
    title(m_document.eventTitle(event));
    paragraph(lineGap);
    const QString words = dateText(details.date);
    text(words);
    if (words != details.date) {
        muted(QStringLiteral("   ") + lineText(details.date));
    }
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
    muted(QStringLiteral("   ") + statusMeaning(details.status));
    if (!details.attribution.isEmpty()) {
        paragraph(lineGap);
        muted(tr("According to "));
        text(lineText(details.attribution));
    }
    markdown(details.description);
    if (!details.measures.empty()) {
        heading(tr("Figures"));
        std::vector<std::pair<QString, QString>> rows;
        for (const Measure &measure :
             std::span(details.measures).first(std::min(details.measures.size(), mostLines))) {
            rows.emplace_back(lineText(measure.name), measureText(measure));
        }
        facts(rows);
        more(details.measures.size());
    }
    relations(event);
    sources(sourcesOf(details));
    media(details.media);
    tags(details.tags);
}

void DetailsWriter::relations(EventIndex event) {
    std::array<std::vector<EventIndex>, relationshipCount> groups;
    std::array<QSet<EventIndex>, relationshipCount> known; // two events may name each other
    for (const Relation &relation : m_document.relations().of(event)) {
        const bool isOutgoing = relation.from == event;
        const EventIndex other = isOutgoing ? relation.to : relation.from;
        const auto kind = static_cast<std::size_t>(relationshipOf(relation.kind, isOutgoing));
        if (!known.at(kind).contains(other)) {
            known.at(kind).insert(other);
            groups.at(kind).push_back(other);
        }
    }
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (!groups.at(i).empty()) {
            heading(relationshipTitle(static_cast<Relationship>(i)));
            eventLines(groups.at(i));
        }
    }
}

/// What is known of an event's sources: from the file's list, or from the event itself.
std::vector<Source> DetailsWriter::sourcesOf(const EventDetails &details) const {
    std::vector<Source> all;
    for (qsizetype i = 0; i < details.sources.size(); ++i) {
        const Source *own = inlineSource(details, i);
        const Source *declared =
            own != nullptr ? declaredAs(m_document, *own) : m_document.findSource(details.sources[i]);
        all.push_back(declared != nullptr ? *declared
                      : own != nullptr    ? *own
                                          : Source{details.sources[i], {}, {}, {}, {}});
    }
    return all;
}

void DetailsWriter::sources(const std::vector<Source> &all) {
    if (all.empty()) {
        return;
    }
    heading(tr("Source", "heading", static_cast<int>(all.size())));
    for (const Source &source : std::span(all).first(std::min(all.size(), mostLines))) {
        paragraph(lineGap, indentWidth);
        const QString name = !source.title.isEmpty() ? source.title
                             : !source.id.isEmpty()  ? source.id
                                                     : source.url;
        const QUrl url(source.url, QUrl::StrictMode);
        isSafeLink(url) ? link(name, url) : text(lineText(name));
        QStringList origin;
        if (!source.publisher.isEmpty()) {
            origin << lineText(source.publisher);
        }
        if (!source.date.isEmpty()) {
            origin << dateText(source.date);
        }
        muted(origin.isEmpty() ? QString() : QStringLiteral("  ") + origin.join(QStringLiteral(", ")));
    }
    more(all.size());
}

void DetailsWriter::media(const std::vector<Media> &media) {
    if (media.empty()) {
        return;
    }
    heading(tr("Media"));
    for (const Media &item : std::span(media).first(std::min(media.size(), mostLines))) {
        paragraph(lineGap, indentWidth);
        QString name = item.caption.isEmpty() ? item.alt : item.caption;
        name = name.isEmpty() ? item.url : name;
        const QUrl url(item.url, QUrl::StrictMode);
        isSafeLink(url) ? link(name, url) : text(lineText(name));
        muted(item.credit.isEmpty() ? QString() : QStringLiteral("  ") + lineText(item.credit));
    }
    more(media.size());
}

void DetailsWriter::tags(const QStringList &tags) {
    if (tags.isEmpty()) {
        return;
    }
    heading(tr("Tags"));
    paragraph(lineGap, indentWidth);
    for (qsizetype i = 0; i < std::min<qsizetype>(tags.size(), mostLines); ++i) {
        muted(i > 0 ? QStringLiteral("  ·  ") : QString());
        const QUrl url(QStringLiteral("tag:") + QString::fromLatin1(QUrl::toPercentEncoding(tags[i])));
        link(tags[i], url);
    }
    more(static_cast<std::size_t>(tags.size()));
}

} // namespace timeloom
