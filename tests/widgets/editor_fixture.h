// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/editor.h"
#include "widgets/workspace_fixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

inline const QByteArray eventOne =
    "{\n      \"title\": \"One\",\n      \"id\": \"one\",\n      \"date\": \"2001\"\n    }";
inline const QByteArray eventTwo =
    "{\n      \"title\": \"Two\",\n      \"id\": \"two\",\n      \"date\": \"2002\",\n"
    "      \"category\": \"a\",\n      \"x-note\": 1.50e0\n    }";
inline const QByteArray eventThree =
    "{\n      \"title\": \"Three\",\n      \"date\": \"2003\",\n      \"status\": "
    "\"claimed\"\n    }";

inline QByteArray fileOf(const QByteArrayList &events) {
    return "{\n  \"title\": \"T\",\n  \"events\": [\n    " + events.join(",\n    ") + "\n  ]\n}\n";
}

inline const QByteArray file = fileOf({eventOne, eventTwo, eventThree});

/// The table's rows, in no order: new ones stand at the end until one sorts again.
inline QStringList rowsOf(const timeline::EventModel &model) {
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < timeline::EventModel::columns; ++column) {
            cells += model.index(row, column).data().toString();
        }
        rows += cells.join(u'|');
    }
    rows.sort();
    return rows;
}

/// The lanes with the number of their events; new ones stand below until the file is read again.
inline QStringList lanesOf(const timeline::Workspace &workspace) {
    QStringList lanes;
    for (const timeline::Lane &lane : workspace.layout().lanes().lanes) {
        lanes += lane.title + u' ' + QString::number(lane.events.size());
    }
    lanes.sort();
    return lanes;
}

/// A workspace with an editor, and what is asked of them again and again.
class EditorFixture : public QObject {
protected:
    FixedMeasure m_measure;
    std::unique_ptr<timeline::Workspace> m_workspace;
    std::unique_ptr<timeline::Editor> m_editor;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<QSignalSpy> m_refused;

    const timeline::Document &document() const { return *m_workspace->document(); }
    QUndoStack &steps() { return *m_editor->undoStack(); }
    QString title(timeline::EventIndex event) const { return document().eventTitle(event); }
    QByteArray saved() const {
        const std::vector<timeline::Splice> changes = document().changes();
        QByteArray all;
        for (const QByteArrayView piece : timeline::spliced(document().bytes(), changes)) {
            all.append(piece.data(), piece.size());
        }
        return all;
    }
    void show(const QByteArray &json) { m_workspace->setDocument(documentOf(json)); }
    /// Nothing happened but that somebody was told why.
    bool wasRefused() {
        const bool wasTold = m_refused->size() == 1 && !m_refused->first().first().toString().isEmpty();
        m_refused->clear();
        return wasTold && steps().count() == 0 && document().changes().empty();
    }
    /// Whether all views show what they would show of the file once it is saved and read again.
    void compareWithAFreshOne() const {
        timeline::Workspace fresh(m_measure);
        fresh.setDocument(documentOf(saved()));
        QCOMPARE(document().presentCount(), fresh.document()->presentCount());
        QCOMPARE(rowsOf(*m_workspace->events()), rowsOf(*fresh.events()));
        QCOMPARE(lanesOf(*m_workspace), lanesOf(fresh));
        QCOMPARE(m_workspace->layout().lanes().eventCount, fresh.layout().lanes().eventCount);
    }

    void makeOne() {
        m_refused.reset();
        m_tester.reset();
        m_editor.reset();
        m_workspace = std::make_unique<timeline::Workspace>(m_measure);
        m_editor = std::make_unique<timeline::Editor>(*m_workspace);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_workspace->events(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_refused = std::make_unique<QSignalSpy>(m_editor.get(), &timeline::Editor::refused);
        show(file);
    }

    /// Whatever was done: undone, all is as it was, and made again, as it became.
    void undoAndRedo() {
        const QByteArray after = saved();
        const int index = steps().index();
        compareWithAFreshOne();
        m_editor->setReadOnly({});
        steps().setIndex(0);
        QVERIFY(document().changes().empty());
        compareWithAFreshOne();
        steps().setIndex(index);
        QCOMPARE(saved(), after);
        compareWithAFreshOne();
    }
};
