// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/read/reader.h"
#include "widgets/workspace/event_model.h"
#include "widgets/workspace/workspace.h"

/// Every character is seven pixels wide: no test depends on a font.
class FixedMeasure : public timeline::TextMeasure {
public:
    double width(const QString &text, const timeline::TextStyle &) const override {
        return 7.0 * static_cast<double>(text.size());
    }
    QString elided(const QString &text, const timeline::TextStyle &, double width) const override {
        return text.left(static_cast<qsizetype>(width / 7.0));
    }
    double ascent(const timeline::TextStyle &style) const override { return style.pixelSize; }
    double descent(const timeline::TextStyle &style) const override { return style.pixelSize / 4; }
};

/// Six events in three categories, not in the order of their dates; "gamma" has no id.
inline const QByteArray sixEvents = R"({"title": "Six", "asOf": "2025",
  "categories": [{"id": "a", "title": "Apples", "color": "#112233"}, {"id": "b", "title": "Pears"}, {"id": "c", "title": "Nuts"}],
  "eras": [{"title": "Era", "date": "2001/2003"}],
  "events": [
    {"id": "zeta", "title": "zeta", "date": "2005", "category": "b", "status": "planned", "importance": 0.9},
    {"id": "alpha", "title": "Alpha", "date": "2001-05", "category": "a", "attribution": "Someone", "importance": 0.1,
     "tags": ["red", "two words"], "links": [{"to": "beta", "kind": "leads-to"}]},
    {"id": "beta", "title": "beta", "date": "2003/2004", "category": "a", "status": "claimed"},
    {"title": "Gamma", "date": "2000-01-01", "category": "c", "status": "disputed"},
    {"id": "delta", "title": "delta", "date": "1999", "category": "b", "attribution": "Another"},
    {"id": "eps", "title": "Epsilon", "date": "2003/2004", "category": "a"}
  ]})";

inline std::shared_ptr<const timeline::Document> documentOf(const QByteArray &json) {
    return timeline::readDocument(json).document;
}

/// More events than are filtered and sorted at once, the latest first.
inline std::shared_ptr<const timeline::Document> manyEvents(const QByteArray &title = "title") {
    constexpr int count = 20'500;
    QByteArrayList events;
    for (int i = 0; i < count; ++i) {
        events.append("{\"title\":\"" + title + ' ' + QByteArray::number(i * 7919 % count) +
                      "\",\"date\":\"Y" + QByteArray::number(60'000 - i) + "\"}");
    }
    return documentOf('[' + events.join(',') + ']');
}

/// An event in each of so many categories, "c0" and so on, all on one date or over ten years.
inline std::shared_ptr<const timeline::Document> manyCategories(int count, int years = 10) {
    QByteArrayList events;
    for (int i = 0; i < count; ++i) {
        events.append("{\"title\": \"e\", \"date\": \"200" + QByteArray::number(i % years) +
                      "\", \"category\": \"c" + QByteArray::number(i) + "\"}");
    }
    return documentOf('[' + events.join(',') + ']');
}

/// The first column's events, row by row.
inline QStringList titles(const timeline::EventModel &model) {
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row) {
        all << model.index(row, timeline::EventModel::TitleColumn).data().toString();
    }
    return all;
}
