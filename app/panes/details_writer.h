// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panes/relationship.h"
#include "document/store/document.h"
#include "paint/theme.h"

#include <QCoreApplication>
#include <QPalette>
#include <QTextCursor>
#include <QUrl>

namespace timeloom {

/// "about 10,000 chips", "20 to 40 times": a measure as people write it.
QString measureText(const timeline::Measure &measure);

/// Writes all that there is to read about events or about a document into an empty text document. All text of
/// the file is inserted as plain characters or as safeMarkdown(), so that nothing in it is ever taken for
/// markup.
///
/// Links within the program have schemes of their own: `event:12` and `era:3` by index, `tag:` with a tag in
/// percent encoding, `related:12/3` for all that is to an event in the way of a Relationship. Text of the
/// file cannot contain such a link.
class DetailsWriter {
    Q_DECLARE_TR_FUNCTIONS(timeloom::DetailsWriter)

public:
    DetailsWriter(QTextDocument &target, const timeline::Document &document, const QPalette &palette);

    void writeDocument();
    void writeEvent(timeline::EventIndex event);
    /// The first `mostLines` of several events; of two also how long it is from one to the other.
    void writeEvents(const std::vector<timeline::EventIndex> &first, timeline::EventIndex count);
    static constexpr std::size_t mostLines = 200;

    /// The events behind a `related:` link; none where it leads nowhere.
    static std::vector<timeline::EventIndex> relatedTo(const timeline::Document &document, const QUrl &url);

private:
    void paragraph(double above, double indent = 0);
    void heading(const QString &text);
    void title(const QString &text);
    void text(const QString &text) { m_cursor.insertText(text, m_plain); }
    void muted(const QString &text) { m_cursor.insertText(text, m_muted); }
    void aside(const QString &text);
    void labelled(const QString &label, const QString &words);
    void link(const QString &text, const QUrl &url);
    void eventLine(timeline::EventIndex event);
    /// At most `mostLines` of them, and how many more there are; `all` leads to them.
    void more(std::size_t count, const QUrl &all = {});
    void markdown(const QString &source);
    void lane(timeline::CategoryIndex category);
    void facts(const std::vector<std::pair<QString, QString>> &rows);
    void eras();
    void sources(const std::vector<timeline::Source> &first, std::size_t count);
    std::vector<timeline::Source> firstSourcesOf(const timeline::EventDetails &details) const;
    void media(const std::vector<timeline::Media> &media);
    void tags(const QStringList &tags);
    void measures(const std::vector<timeline::Measure> &measures);
    using RelationGroups = std::array<std::vector<timeline::Relation>, relationshipCount>;
    static RelationGroups relationsOf(const timeline::Document &document, timeline::EventIndex event);
    void relations(timeline::EventIndex event, const timeline::EventDetails &details);
    static QString linkText(const timeline::EventDetails &from, const QString &to, timeline::LinkKind kind);
    QString dateOf(timeline::EventIndex event) const;

    const timeline::Document &m_document;
    timeline::Theme m_theme;
    QTextCursor m_cursor;
    QTextCharFormat m_plain;
    QTextCharFormat m_muted;
    QTextCharFormat m_link;
};

} // namespace timeloom
