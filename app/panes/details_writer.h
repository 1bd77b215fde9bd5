// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panes/page_writer.h"
#include "app/panes/relationship.h"
#include "document/store/document.h"

#include <QCoreApplication>

namespace timeloom {

/// "about 10,000 chips", "20 to 40 times": a measure as people write it.
QString measureText(const timeline::Measure &measure);

/// Writes all that there is to read about events into an empty text document.
///
/// Links within the program have schemes of their own: `event:12` by index, `tag:` with a tag in percent
/// encoding, `related:12/3` for all that is to an event in the way of a Relationship. Text of the file cannot
/// contain such a link.
class DetailsWriter : public PageWriter {
    Q_DECLARE_TR_FUNCTIONS(timeloom::DetailsWriter)

public:
    DetailsWriter(QTextDocument &target, const timeline::Document &document, const QPalette &palette)
        : PageWriter(target, palette), m_document(document) {}

    void writeEvent(timeline::EventIndex event);
    /// The first `mostLines` of several events; of two also how long it is from one to the other.
    void writeEvents(const std::vector<timeline::EventIndex> &first, timeline::EventIndex count);
    static constexpr std::size_t mostLines = 200;

    /// The events behind a `related:` link; none where it leads nowhere.
    static std::vector<timeline::EventIndex> relatedTo(const timeline::Document &document, const QUrl &url);

private:
    Row rowOf(timeline::EventIndex event) const;
    static Row moreRow(std::size_t count, const QUrl &all = {});
    void more(std::size_t count);
    void dates(timeline::EventIndex event, const timeline::EventDetails &details);
    void chips(timeline::EventIndex event, const timeline::EventDetails &details);
    void sources(const std::vector<timeline::Source> &first, std::size_t count);
    std::vector<timeline::Source> firstSourcesOf(const timeline::EventDetails &details) const;
    void media(const std::vector<timeline::Media> &media);
    void tags(const QStringList &tags);
    void measures(const std::vector<timeline::Measure> &measures);
    using RelationGroups = std::array<std::vector<timeline::Relation>, relationshipCount>;
    static RelationGroups relationsOf(const timeline::Document &document, timeline::EventIndex event);
    void relations(timeline::EventIndex event, const timeline::EventDetails &details);
    static QString linkText(const timeline::EventDetails &from, const QString &to, timeline::LinkKind kind);

    const timeline::Document &m_document;
};

} // namespace timeloom
