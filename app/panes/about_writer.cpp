// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/about_writer.h"

#include "app/panes/details_writer.h"
#include "app/panes/field_texts.h"
#include "app/text/safe_link.h"
#include "document/format/event_fields.h"
#include "document/format/wording.h"

#include <QLocale>
#include <span>

namespace timeloom {

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostRows = DetailsWriter::mostLines;

QString number(std::size_t count) {
    return QLocale().toString(static_cast<qulonglong>(count));
}

} // namespace

void AboutWriter::write(const FileFacts *facts) {
    if (m_document.bytes().isEmpty()) {
        return; // no file has been read yet
    }
    markdown(m_document.description());
    paragraph(m_document.description().trimmed().isEmpty() ? 0 : sectionGap - lineGap);
    muted(counts());
    for (const FieldText &other :
         othersThan({"title", "description", "asOf"}, m_document.allOfHead(), headFields)) {
        labelled(labelOf(*other.field).remove(u'&'), other.text);
    }
    if (facts != nullptr) {
        certainty(*facts);
        exactness(*facts);
    }
    eras();
    if (facts != nullptr) {
        sources(*facts);
    }
}

void AboutWriter::writeEra(std::size_t number) {
    const Era &era = m_document.eras()[number];
    title(era.title);
    paragraph(lineGap);
    text(dateText(era.date));
    muted(u"  "_s + era.date);
    for (const FieldText &other : othersThan({"title", "date", "color"}, era, eraFields)) {
        labelled(labelOf(*other.field).remove(u'&'), other.text);
    }
    paragraph(sectionGap - lineGap);
    link(tr("Show all of it"), QUrl(u"era:%1"_s.arg(number)));
}

/// "As of 25 February 2025 · 29 events · 25 links"
QString AboutWriter::counts() const {
    QStringList parts;
    if (!m_document.asOfText().isEmpty()) {
        parts += tr("As of %1").arg(dateText(m_document.asOfText()));
    }
    if (m_document.presentCount() == 0) {
        parts += tr("There are no events in this file.");
    } else {
        parts += tr("%Ln events", nullptr, static_cast<int>(m_document.presentCount()));
    }
    if (m_document.undatedCount() > 0) {
        parts += tr("%Ln without a date", nullptr, static_cast<int>(m_document.undatedCount()));
    }
    if (m_document.relations().size() > 0) {
        parts += tr("%Ln links", nullptr, static_cast<int>(m_document.relations().size()));
    }
    if (!m_document.series().empty()) {
        parts += tr("%Ln series", nullptr, static_cast<int>(m_document.series().size()));
    }
    return parts.join(u" · "_s);
}

void AboutWriter::certainty(const FileFacts &facts) {
    std::vector<Row> rows;
    for (const FileFacts::OfStatus &status : facts.statuses) {
        const QString words = status.status != Status::Own || !status.word.isEmpty()
                                  ? statusTitle(status.status, status.word)
                                  : tr("In another word");
        Row row{status.status, words, addressOf(status), true};
        row.count = number(status.events);
        row.rowAddress = row.address;
        rows.push_back(row);
    }
    if (!rows.empty()) {
        section(tr("How sure"), tr("events"), rows);
    }
}

void AboutWriter::exactness(const FileFacts &facts) {
    std::vector<Row> rows;
    for (std::size_t i = 0; i < exactnessCount; ++i) {
        if (facts.exact.at(i) > 0) {
            const auto exactness = static_cast<Exactness>(i);
            Row row{exactness, ExactnessWords::of(exactness), addressOf(exactness), true};
            row.count = number(facts.exact.at(i));
            row.rowAddress = row.address;
            rows.push_back(row);
        }
    }
    if (!rows.empty()) {
        section(tr("How exact"), {}, rows);
    }
}

void AboutWriter::eras() {
    const std::vector<Era> &all = m_document.eras();
    std::vector<Row> rows;
    for (std::size_t i = 0; i < std::min(all.size(), mostRows); ++i) {
        const auto role = static_cast<ColorRole>(m_document.categories().size() + i);
        Row row{m_theme.categoryColor(role, all[i].color), all[i].title, QUrl(u"era:%1"_s.arg(i)), true};
        row.note = joined(othersThan({"title"}, all[i], eraFields));
        row.rowAddress = row.address;
        rows.push_back(row);
    }
    if (all.size() > mostRows) {
        rows.push_back({{}, tr("and %Ln more", nullptr, static_cast<int>(all.size() - mostRows))});
    }
    if (!rows.empty()) {
        section(tr("Eras"), all.size() > 8 ? number(all.size()) : QString(), rows);
    }
}

void AboutWriter::sources(const FileFacts &facts) {
    std::vector<Row> rows;
    for (const FileFacts::OfSource &of : facts.sources) {
        const Source &source = of.source;
        const QUrl url(source.url, QUrl::StrictMode);
        Row row;
        row.text = !source.title.isEmpty() ? source.title : !source.id.isEmpty() ? source.id : source.url;
        row.address = isSafeLink(url) ? url : QUrl();
        row.note = joined(othersThan({"id", "title", "url"}, source, sourceFields));
        row.rowAddress = addressOf(source);
        row.noteAddress = row.rowAddress;
        row.noteLink = of.events ? tr("%Ln events", nullptr, static_cast<int>(*of.events)) : tr("its events");
        rows.push_back(row);
    }
    if (facts.sourceCount > facts.sources.size()) {
        rows.push_back(
            {{}, tr("and %Ln more", nullptr, static_cast<int>(facts.sourceCount - facts.sources.size()))});
    }
    if (!rows.empty()) {
        section(tr("Source", "heading", static_cast<int>(facts.sourceCount)),
                facts.sourceCount > 1 ? number(facts.sourceCount) : QString(), rows);
    }
}

} // namespace timeloom
