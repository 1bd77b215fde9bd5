// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/app_fixture.h"
#include "app/forms/record_table.h"
#include "document/read/reader.h"
#include "text/fonts.h"
#include "widgets/workspace/workspace.h"

#include <QJsonDocument>
#include <QLocale>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

Q_DECLARE_METATYPE(timeline::RecordKind)

/// JSON text, written with single quotes.
inline QByteArray json(QByteArray text) {
    return text.replace('\'', '"');
}

inline QJsonArray list(const QByteArray &text) {
    return QJsonDocument::fromJson(json(text)).array();
}

inline QByteArray written(const QJsonArray &array) {
    return QJsonDocument(array).toJson(QJsonDocument::Compact).replace('"', '\'');
}

inline const QByteArray events = json("[{'id': 'a', 'title': 'Alpha', 'date': '2001'},"
                                      " {'id': 'b', 'title': 'Beta', 'date': '2002'},"
                                      " {'title': 'Without', 'date': '2003'}]");

inline constexpr auto Measures = timeline::RecordKind::Measure;
inline constexpr auto Links = timeline::RecordKind::Link;
inline constexpr auto Pictures = timeline::RecordKind::Media;

/// A table of records, and what it said of what was edited.
class RecordTableFixture : public QObject {
protected:
    std::unique_ptr<timeline::Fonts> m_fonts;
    std::unique_ptr<timeline::Workspace> m_workspace;
    std::unique_ptr<timeloom::RecordTable> m_table;
    std::unique_ptr<QSignalSpy> m_edited;

    void show(timeline::RecordKind kind, const QByteArray &value) {
        m_table = std::make_unique<timeloom::RecordTable>(kind, *m_workspace);
        m_table->resize(320, 200);
        m_table->setValue(list(value));
        m_table->show();
        m_edited = std::make_unique<QSignalSpy>(m_table.get(), &timeloom::RecordTable::edited);
    }
    QTableView *view() const { return m_table->findChild<QTableView *>(); }
    QAbstractItemModel *model() const { return view()->model(); }
    QModelIndex cell(int row, int column) const { return model()->index(row, column); }
    QByteArray lastTold() const {
        return m_edited->isEmpty() ? QByteArray() : written(m_edited->last().first().toJsonArray());
    }

    void makeOne() {
        QLocale::setDefault(QLocale::c());
        m_fonts = std::make_unique<timeline::Fonts>();
        m_workspace = std::make_unique<timeline::Workspace>(*m_fonts);
        m_workspace->setDocument(timeline::readDocument(events).document);
    }
    void takeAway() {
        m_edited.reset();
        m_table.reset();
        m_workspace.reset();
    }
};
