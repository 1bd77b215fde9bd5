// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read/file_reader.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace timeline {

FileHead FileReader::read(JsonValue root) {
    const QStringList seen =
        readMembers(root, [this](const QString &name, JsonValue value) { readField(name, value); });
    if (!seen.contains("events"_L1)) {
        m_fields.missing(QT_TR_NOOP("this file"), u"events"_s, root, QT_TR_NOOP("an array of events"));
    }
    return std::move(m_head);
}

void FileReader::readField(const QString &name, JsonValue value) {
    if (name == "$schema"_L1) {
        m_fields.string(name, value);
    } else if (name == "title"_L1) {
        m_head.title = m_fields.title(name, value).value_or(QString());
    } else if (name == "description"_L1) {
        m_head.description = m_fields.string(name, value).value_or(QString());
    } else if (name == "asOf"_L1) {
        Span span;
        if (const auto text = m_fields.date(name, value, span)) {
            m_head.asOfText = *text;
            m_head.asOf = span;
        }
    } else if (name == "events"_L1) {
        m_fields.isA(JsonType::Array, name, value);
    } else if (name == "categories"_L1) {
        readCategories(name, value);
    } else if (name == "sources"_L1) {
        m_fields.readObjects(name, value, [this](JsonValue element) { readSource(element); });
    } else if (name == "eras"_L1) {
        m_fields.readObjects(name, value, [this](JsonValue element) { readEra(element); });
    } else if (name == "series"_L1) {
        m_fields.readObjects(name, value, [this](JsonValue element) { readSeries(element); });
    }
}

/// Calls readMember for the first member of each key, and gives the keys.
template <typename ReadMember>
QStringList FileReader::readMembers(JsonValue object, ReadMember readMember) {
    QSet<QString> seen;
    JsonObjectCursor members(m_fields.text(), object);
    while (const auto member = members.next()) {
        const QString name = m_fields.text().string(member->key);
        if (!seen.contains(name)) {
            seen.insert(name);
            readMember(name, member->value);
        }
    }
    return seen.values();
}

bool FileReader::isNew(const QString &id, JsonValue value, QSet<QString> &ids) {
    if (!ids.contains(id)) {
        ids.insert(id);
        return true;
    }
    m_fields.report(FindingCode::RepeatedHeadId, value.range.begin, {m_fields.shown(value)});
    return false;
}

void FileReader::readCategories(const QString &name, JsonValue value) {
    m_head.declaresCategories = value.type == JsonType::Array;
    m_fields.readObjects(name, value, [this](JsonValue element) { readCategory(element); });
    if (const auto number = m_head.categoriesLeftOut.size(); number > 0) {
        m_fields.report(FindingCode::TooManyDeclared, m_firstLeftOut,
                        {QString::number(number), QString::number(noCategory)});
    }
}

void FileReader::readCategory(JsonValue object) {
    Category category;
    JsonValue idValue;
    const QStringList seen = readMembers(object, [&](const QString &name, JsonValue value) {
        if (name == "id"_L1) {
            category.id = m_fields.id(name, value).value_or(QString());
            idValue = value;
        } else if (name == "title"_L1) {
            category.title = m_fields.title(name, value).value_or(QString());
        } else if (name == "color"_L1) {
            category.color = m_fields.color(name, value);
        }
    });
    if (!seen.contains("id"_L1)) {
        m_fields.missing(QT_TR_NOOP("this category"), u"id"_s, object, FieldReader::anId);
    }
    if (category.id.isEmpty() || !isNew(category.id, idValue, m_categoryIds)) {
        return;
    }
    if (m_head.categories.size() == noCategory) {
        m_firstLeftOut = m_head.categoriesLeftOut.isEmpty() ? object.range.begin : m_firstLeftOut;
        m_head.categoriesLeftOut.insert(category.id);
    } else {
        category.title = category.title.isEmpty() ? category.id : category.title;
        m_head.categories.push_back(category);
    }
}

void FileReader::readSource(JsonValue object) {
    Source source;
    JsonValue idValue;
    const QStringList seen = readMembers(object, [&](const QString &name, JsonValue value) {
        if (name == "id"_L1) {
            source.id = m_fields.id(name, value).value_or(QString());
            idValue = value;
        } else if (name == "title"_L1) {
            source.title = m_fields.title(name, value).value_or(QString());
        } else if (name == "publisher"_L1) {
            source.publisher = m_fields.string(name, value).value_or(QString());
        } else if (name == "date"_L1) {
            Span span;
            source.date = m_fields.date(name, value, span).value_or(QString());
        } else if (name == "url"_L1) {
            source.url = m_fields.url(name, value).value_or(QString());
        }
    });
    if (!seen.contains("id"_L1)) {
        m_fields.missing(QT_TR_NOOP("this source"), u"id"_s, object, FieldReader::anId);
    }
    if (!source.id.isEmpty() && isNew(source.id, idValue, m_sourceIds)) {
        source.title = source.title.isEmpty() ? source.id : source.title;
        m_head.sources.push_back(source);
    }
}

void FileReader::readEra(JsonValue object) {
    Era era;
    const QStringList seen = readMembers(object, [&](const QString &name, JsonValue value) {
        if (name == "title"_L1) {
            era.title = m_fields.title(name, value).value_or(QString());
        } else if (name == "date"_L1) {
            era.date = m_fields.date(name, value, era.span).value_or(QString());
        } else if (name == "color"_L1) {
            era.color = m_fields.color(name, value);
        }
    });
    if (!seen.contains("title"_L1)) {
        m_fields.missing(QT_TR_NOOP("this era"), u"title"_s, object, FieldReader::aTitle);
    }
    if (!seen.contains("date"_L1)) {
        m_fields.missing(QT_TR_NOOP("this era"), u"date"_s, object, FieldReader::aDate);
    }
    if (!era.title.isEmpty() && !era.date.isEmpty()) {
        m_head.eras.push_back(era);
    }
}

void FileReader::readSeries(JsonValue object) {
    Series series;
    JsonValue idValue;
    const QStringList seen = readMembers(object, [&](const QString &name, JsonValue value) {
        if (name == "id"_L1) {
            series.id = m_fields.id(name, value).value_or(QString());
            idValue = value;
        } else if (name == "title"_L1) {
            series.title = m_fields.title(name, value).value_or(QString());
        } else if (name == "unit"_L1) {
            series.unit = m_fields.string(name, value).value_or(QString());
        } else if (name == "points"_L1 && m_fields.isA(JsonType::Array, name, value)) {
            JsonArrayCursor points(m_fields.text(), value);
            while (const auto point = points.next()) {
                readPoint(*point, series.points);
            }
        }
    });
    if (!seen.contains("id"_L1)) {
        m_fields.missing(QT_TR_NOOP("this series"), u"id"_s, object, FieldReader::anId);
    }
    if (!seen.contains("points"_L1)) {
        m_fields.missing(QT_TR_NOOP("this series"), u"points"_s, object, QT_TR_NOOP("an array of points"));
    }
    if (!series.id.isEmpty() && isNew(series.id, idValue, m_seriesIds)) {
        series.title = series.title.isEmpty() ? series.id : series.title;
        m_head.series.push_back(std::move(series));
    }
}

void FileReader::readPoint(JsonValue point, std::vector<SeriesPoint> &points) const {
    std::vector<JsonValue> parts;
    if (point.type == JsonType::Array) {
        JsonArrayCursor elements(m_fields.text(), point);
        while (const auto element = elements.next()) {
            parts.push_back(*element);
        }
    }
    if (parts.size() != 2) {
        point.type == JsonType::Array
            ? m_fields.report(FindingCode::PointOfSeveral, point.range.begin, {QString::number(parts.size())})
            : m_fields.report(FindingCode::NoPoint, point.range.begin, {m_fields.shown(point)});
        return;
    }
    SeriesPoint read;
    const auto date = m_fields.date(u"points"_s, parts[0], read.span);
    const auto value = m_fields.number(u"points"_s, parts[1]);
    if (date && value) {
        read.value = *value;
        points.push_back(read);
    }
}

} // namespace timeline
