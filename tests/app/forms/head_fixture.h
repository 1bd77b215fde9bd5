// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/app_fixture.h"
#include "app/forms/head_table.h"
#include "document/read/reader.h"
#include "text/fonts.h"
#include "widgets/workspace/editor.h"

#include <QTest>

/// JSON text, written with single quotes.
inline QByteArray json(const char *text) {
    return QByteArray(text).replace('\'', '"');
}

inline const QByteArray file =
    json("{\n  'title': 'A \\u0066ile', 'odd': 1e400,\n"
         "  'description': 'One\\r\\n**two**', 'asOf': '2025',\n"
         "  'categories': [\n"
         "    {'id': 'a', 'x': 1.50, 'title': 'Apples', 'color': '#123'},\n"
         "    {'id': 'b', 'deep': {'id': 12345678901234567890}},\n"
         "    {'id': 'c'}\n  ],\n"
         "  'sources': [{'id': 'r', 'title': 'Report', 'date': '2024'}, {'id': 's'}],\n"
         "  'eras': [{'title': 'Era', 'date': '2001/2003', 'start': 1}],\n"
         "  'events': [\n"
         "    {'title': 'one', 'date': '2001', 'category': 'a', 'sources': ['r', 'r']},\n"
         "    {'title': 'two', 'date': '2002', 'category': 'a', 'sources': ['\\u0072', 's']},\n"
         "    {'title': 'three', 'date': '2003', 'category': 'b'}\n  ],\n"
         "  'series': [{'id': 'p', 'points': [['2001', 2.10], ['2002', 3]]}]\n}\n");

/// Does to a list what the words say: "set ROW COLUMN TEXT", "add ROW", "remove ROW", "up ROW", "down ROW".
inline bool change(timeloom::RecordModel &model, const QString &words) {
    const QString verb = words.section(u' ', 0, 0);
    const int row = words.section(u' ', 1, 1).toInt();
    if (verb == QLatin1StringView("set")) {
        const QModelIndex cell = model.index(row, words.section(u' ', 2, 2).toInt());
        return model.setData(cell, words.section(u' ', 3));
    }
    return verb == QLatin1StringView("add")      ? model.insertRow(row)
           : verb == QLatin1StringView("remove") ? model.removeRow(row)
           : verb == QLatin1StringView("up")     ? model.moveRow({}, row, {}, row - 1)
                                                 : model.moveRow({}, row, {}, row + 2);
}
