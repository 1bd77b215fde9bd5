// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read/file_reader.h"

#include "document/bytes/visible_text.h"

#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace timeline {

FileHead FileReader::read(JsonValue root) {
    auto read = RecordReader(m_fields).read<FileHead>(RecordKind::Head, headFields, root);
    m_head = std::move(read.record);
    for (std::size_t i = 0; i < headFields.size(); ++i) {
        const auto list = headFields.at(i).kind == ValueKind::Records ? read.values.at(i) : std::nullopt;
        if (list && !m_fields.isAbsent(*list)) {
            readList(*recordKindOf(headFields.at(i).key), *list);
        }
    }
    return std::move(m_head);
}

void FileReader::readList(RecordKind kind, JsonValue list) {
    const auto addTo = [](auto &records) {
        return [&records](auto read, JsonValue) { records.push_back(std::move(read.record)); };
    };
    switch (kind) {
    case RecordKind::Category:
        readCategories(list);
        break;
    case RecordKind::Source:
        readNamed<Source>(kind, sourceFields, list, addTo(m_head.sources));
        break;
    case RecordKind::Series:
        readNamed<Series>(kind, seriesFields, list, addTo(m_head.series));
        break;
    case RecordKind::Era:
        readEras(list);
        break;
    case RecordKind::Head:
    case RecordKind::Measure:
    case RecordKind::Link:
    case RecordKind::Media:
        break;
    }
}

/// Calls take for each record of a list whose id is its own. Without a title it has its id for one.
template <typename Record, typename Take>
void FileReader::readNamed(RecordKind kind, std::span<const FieldOf<Record>> fields, JsonValue list,
                           Take take) {
    QSet<Name> ids;
    m_fields.readObjects(infoOf(kind).list, list, [&](JsonValue object) {
        auto read = RecordReader(m_fields).read<Record>(kind, fields, object);
        Record &record = read.record;
        if (record.id.isEmpty() || !isNew(record.id, *read.value("id"), ids)) {
            return;
        }
        record.title = record.title.isEmpty() ? record.id : record.title;
        take(std::move(read), object);
    });
}

bool FileReader::isNew(const QString &id, JsonValue value, QSet<Name> &ids) {
    const qsizetype before = ids.size();
    ids.insert({id});
    if (ids.size() > before) {
        return true;
    }
    m_fields.report(FindingCode::RepeatedHeadId, value.range.begin, {m_fields.shown(value)});
    return false;
}

void FileReader::readEras(JsonValue list) {
    m_fields.readObjects(infoOf(RecordKind::Era).list, list, [this](JsonValue object) {
        auto read = RecordReader(m_fields).read<Era>(RecordKind::Era, eraFields, object);
        if (read.has("title") && read.has("date")) {
            m_head.eras.push_back(std::move(read.record));
        }
    });
}

void FileReader::readCategories(JsonValue list) {
    m_head.declaresCategories = list.type == JsonType::Array;
    Parents parents;
    qint64 firstLeftOut = 0;
    readNamed<Category>(
        RecordKind::Category, categoryFields, list, [&](ReadRecord<Category> read, JsonValue object) {
            if (m_head.categories.size() == noCategory) {
                firstLeftOut = m_head.categoriesLeftOut.isEmpty() ? object.range.begin : firstLeftOut;
                m_head.categoriesLeftOut.insert(read.record.id);
                return;
            }
            parents.push_back(read.has("parent") ? read.value("parent") : std::nullopt);
            m_head.categories.push_back(std::move(read.record));
        });
    if (const auto number = m_head.categoriesLeftOut.size(); number > 0) {
        m_fields.report(FindingCode::TooManyDeclared, firstLeftOut,
                        {std::to_string(number), std::to_string(noCategory)});
    }
    findParents(parents);
    breakCircles(parents);
}

/// Gives each category the place of its parent, and leaves out parents that there are not.
void FileReader::findParents(Parents &parents) {
    QHash<Name, CategoryIndex> places;
    for (const Category &category : m_head.categories) {
        places.insert({category.id}, static_cast<CategoryIndex>(places.size()));
    }
    for (std::size_t i = 0; i < parents.size(); ++i) {
        Category &category = m_head.categories[i];
        if (!parents[i]) {
            continue;
        }
        if (category.parent == category.id) {
            m_fields.report(FindingCode::ParentOfItself, parents[i]->range.begin,
                            {quotedUtf8(category.parent.toStdString())});
        } else if (const auto place = places.constFind({category.parent}); place != places.cend()) {
            category.parentAt = *place;
            continue;
        } else if (!m_head.categoriesLeftOut.contains(category.parent)) { // those are told of already
            m_fields.report(FindingCode::UndeclaredParent, parents[i]->range.begin,
                            {quotedUtf8(category.parent.toStdString())});
        }
        category.parent.clear();
    }
}

/// Of categories that are each other's ancestors the first in the file loses its parent.
void FileReader::breakCircles(const Parents &parents) {
    const std::vector<Category> &categories = m_head.categories;
    std::vector<std::size_t> walks(categories.size()); // on which walk up each was met, from 1
    for (std::size_t i = 0; i < categories.size(); ++i) {
        auto at = static_cast<CategoryIndex>(i);
        while (at != noCategory && walks[at] == 0) {
            walks[at] = i + 1;
            at = categories[at].parentAt;
        }
        if (at != noCategory && walks[at] == i + 1) {
            breakCircle(at, parents);
        }
    }
}

void FileReader::breakCircle(CategoryIndex member, const Parents &parents) {
    constexpr qsizetype mostNamed = 6;
    std::vector<Category> &categories = m_head.categories;
    CategoryIndex first = member;
    for (CategoryIndex at = categories[member].parentAt; at != member; at = categories[at].parentAt) {
        first = std::min(first, at);
    }
    QStringList names{quoted(categories[first].id)};
    for (CategoryIndex at = categories[first].parentAt; at != first; at = categories[at].parentAt) {
        if (names.size() < mostNamed) {
            names += quoted(categories[at].id);
        } else if (names.size() == mostNamed) {
            names += u"…"_s;
        }
    }
    names += names.front();
    m_fields.report(FindingCode::CircleOfParents, parents[first]->range.begin,
                    {quotedUtf8(categories[first].parent.toStdString()), names.join(u" → "_s).toStdString()});
    categories[first].parent.clear();
    categories[first].parentAt = noCategory;
}

} // namespace timeline
