// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/record_fields.h"

#include <QJsonObject>

namespace timeloom {

/// What a record says in one of its fields.
struct RecordCell {
    QString text;  ///< as it is edited: a string, or a number, a list, "true" as JSON; empty: it is not there
    QString other; ///< the JSON text of a value of another type
    bool isThere = false;
    bool isTwice = false; ///< so that it is not sure which is meant; the first is shown
    bool operator==(const RecordCell &cell) const { return text == cell.text && other == cell.other; }
};

/// A record of a list and what its cells say. It keeps the text that it was read from, so that what it does
/// not show (unknown keys, how a number is written) stays byte for byte, even where the record is moved.
class RecordRow {
public:
    /// A new one, with what must not be missing as far as it can be guessed.
    explicit RecordRow(timeline::RecordKind kind);
    /// The one at `origin` in the list.
    RecordRow(timeline::RecordKind kind, int origin, const QByteArray &text);

    int origin() const { return m_origin; } ///< -1: it is new
    bool isObject() const { return m_isObject; }
    const RecordCell &cell(std::size_t column) const { return m_cells[column]; }
    const QString &textInFile(std::size_t column) const { return m_before[column].text; }
    bool isChanged(std::size_t column) const { return m_origin < 0 || m_cells[column] != m_before[column]; }
    bool isChanged() const { return m_origin < 0 || m_cells != m_before; }
    /// Gives a field another text; where that is the one that it had, all is as it was.
    void setText(std::size_t column, const QString &text);

    /// As JSON text. A new one is written like `like`, which may be empty.
    QByteArray toJson(const QByteArray &like) const;
    QJsonObject toObject() const;                     ///< without what cannot be read
    const QByteArray &json() const { return m_json; } ///< as it was read

private:
    timeline::RecordKind m_kind;
    int m_origin = -1;
    QByteArray m_json;
    bool m_isObject = true;
    std::vector<RecordCell> m_cells, m_before;
};

/// The JSON value for a cell's text; undefined for none.
QJsonValue valueOf(timeline::ValueKind kind, const QString &text);
/// A JSON text as it is shown where it cannot be edited: not more than a line.
QString shortened(QByteArrayView json);

} // namespace timeloom
