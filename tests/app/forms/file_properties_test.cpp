// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/app_fixture.h"
#include "app/forms/file_properties.h"
#include "app/forms/head_table.h"
#include "document/read/reader.h"
#include "paint/fonts.h"

#include <QAbstractItemModelTester>
#include <QCalendarWidget>
#include <QColorDialog>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTextEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace timeline;
using namespace timeloom;

namespace {

/// JSON text, written with single quotes.
QByteArray json(const char *text) {
    return QByteArray(text).replace('\'', '"');
}

const QByteArray file =
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
bool change(RecordModel &model, const QString &words) {
    const QString verb = words.section(u' ', 0, 0);
    const int row = words.section(u' ', 1, 1).toInt();
    if (verb == "set"_L1) {
        const QModelIndex cell = model.index(row, words.section(u' ', 2, 2).toInt());
        return model.setData(cell, words.section(u' ', 3));
    }
    return verb == "add"_L1      ? model.insertRow(row)
           : verb == "remove"_L1 ? model.removeRow(row)
           : verb == "up"_L1     ? model.moveRow({}, row, {}, row - 1)
                                 : model.moveRow({}, row, {}, row + 2);
}

} // namespace

class FilePropertiesTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Fonts> m_fonts;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<FileProperties> m_dialog;

    void open(const QByteArray &bytes) {
        m_dialog.reset();
        m_workspace->setDocument(readDocument(bytes).document);
        m_dialog = std::make_unique<FileProperties>(*m_workspace, *m_editor);
        m_dialog->show();
    }
    QByteArray head() const { return m_workspace->document()->head(); }

    template <typename Widget>
    Widget *named(const char *name) const {
        for (Widget *widget : m_dialog->findChildren<Widget *>()) {
            if (widget->accessibleName() == QLatin1StringView(name)) {
                return widget;
            }
        }
        return nullptr;
    }
    RecordModel *list(const char *name) const {
        auto *table = named<QTableView>(name);
        return table == nullptr ? nullptr : qobject_cast<RecordModel *>(table->model());
    }
    QPushButton *button(const char *list, const char *text) const {
        for (QPushButton *each : named<QTableView>(list)->parentWidget()->findChildren<QPushButton *>()) {
            if (each->text().remove(u'&') == QLatin1StringView(text)) {
                return each;
            }
        }
        return nullptr;
    }
    QPushButton *ok() const {
        return m_dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    }
    QString notes() const { return named<QLabel>("Notes")->text(); }
    void showTab(int tab) const { m_dialog->findChild<QTabWidget *>()->setCurrentIndex(tab); }

private Q_SLOTS:
    void init() {
        m_fonts = std::make_unique<Fonts>();
        m_workspace = std::make_unique<Workspace>(*m_fonts);
        m_editor = std::make_unique<Editor>(*m_workspace);
        open(file);
    }
    void cleanup() {
        m_dialog.reset();
        m_editor.reset();
        m_workspace.reset();
    }

    void keepsTheModelRules() {
        for (const QByteArray &array :
             {QByteArray(), QByteArray("[]"), json("[{'id': 'a'}, 5, {'id': 'b'}]")}) {
            RecordModel model(RecordKind::Series, *m_workspace);
            model.setRecords(array);
            const QAbstractItemModelTester tester(&model,
                                                  QAbstractItemModelTester::FailureReportingMode::QtTest);
            const int rows = model.rowCount();
            QVERIFY(!model.isChanged());
            for (const QString &words : {u"add 0"_s, u"add 1"_s, u"set 0 0 z"_s, u"down 0"_s, u"up 1"_s,
                                         u"down 0"_s, u"remove 1"_s, u"remove 0"_s}) {
                QVERIFY2(change(model, words), qPrintable(words));
            }
            QCOMPARE(model.rowCount(), rows);
            QVERIFY(!model.isChanged());
            QVERIFY(!model.removeRow(rows) && !model.insertRow(rows + 1) &&
                    !model.moveRow({}, 0, {}, rows + 1));
            model.setReadOnly(true);
            QVERIFY(!model.insertRow(0));
        }
    }

    void onlyWhatChangesIsWritten_data() {
        QTest::addColumn<int>("list");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QStringList>("changes");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, RecordKind list, const char *before, const QStringList &changes,
                            const char *after) {
            QTest::newRow(name) << static_cast<int>(list) << json(before) << changes << json(after);
        };
        const char *three = "{'sources': [\n {'id': 'a', 'x': 1.50},\n {'x': 1e400, 'id': 'b'},\n {'id': "
                            "'c'}\n], 'events': []}";
        row("a cell", RecordKind::Source, three, {u"set 1 1 Bee"_s},
            "{'sources': [\n {'id': 'a', 'x': 1.50},\n {'x': 1e400, 'id': 'b', 'title': 'Bee'},\n {'id': "
            "'c'}\n], 'events': []}");
        row("there and back", RecordKind::Source, three,
            {u"set 1 1 Bee"_s, u"set 1 1 "_s, u"down 0"_s, u"up 1"_s}, three);
        row("moved with what is unknown", RecordKind::Source, three, {u"down 0"_s, u"down 1"_s},
            "{'sources': [\n {'x': 1e400, 'id': 'b'},\n {'id': 'c'},\n {'id': 'a', 'x': 1.50}\n], 'events': "
            "[]}");
        row("removed and changed", RecordKind::Source, three, {u"set 1 0 bee"_s, u"remove 0"_s},
            "{'sources': [\n {'x': 1e400, 'id': 'bee'},\n {'id': 'c'}\n], 'events': []}");
        row("added", RecordKind::Source, three, {u"add 3"_s},
            "{'sources': [\n {'id': 'a', 'x': 1.50},\n {'x': 1e400, 'id': 'b'},\n {'id': 'c'},\n {'id': "
            "'source'}\n], 'events': []}");
        row("added first", RecordKind::Category, "{'categories': [{'id':'a'}], 'events': []}",
            {u"add 0"_s, u"set 0 3 #abc"_s},
            "{'categories': [{'id':'category','color':'#abc'}, {'id':'a'}], 'events': []}");
        row("emptied", RecordKind::Era,
            "{'eras': [{'color': '#abc', 'title': 'T', 'date': '2001'}], 'events': []}", {u"set 0 2 "_s},
            "{'eras': [{'title': 'T', 'date': '2001'}], 'events': []}");
        row("a parent", RecordKind::Category,
            "{'categories': [{'id': 'a', 'title': 'A', 'color': '#abc'}, {'id': 'b'}], 'events': []}",
            {u"set 0 2 b"_s},
            "{'categories': [{'id': 'a', 'title': 'A', 'parent': 'b', 'color': '#abc'}, {'id': 'b'}], "
            "'events': []}");
        row("no parent", RecordKind::Category,
            "{'categories': [{'id': 'a', 'parent': 'b', 'x': 1}, {'id': 'b'}], 'events': []}",
            {u"set 0 2 "_s}, "{'categories': [{'id': 'a', 'x': 1}, {'id': 'b'}], 'events': []}");
        row("with keys of events", RecordKind::Era,
            "{'eras': [{'title': 'T', 'start': 1, 'end': 2}], 'events': []}", {u"set 0 1 2001/2002"_s},
            "{'eras': [{'title': 'T', 'date': '2001/2002', 'start': 1, 'end': 2}], 'events': []}");
        row("the last removed", RecordKind::Era, "{'eras': [{'title': 'T'}], 'events': []}", {u"remove 0"_s},
            "{'events': []}");
        row("the first made", RecordKind::Series, "{'events': []}", {u"add 0"_s},
            "{'events': [], 'series': [{'id': 'series', 'points': []}]}");
        row("points are written", RecordKind::Series,
            "{'events': [], 'series': [{'id': 'p', 'points': [['2001', 2.10]]}]}",
            {u"set 0 3 [[\"2001\", 2.1], [\"2002-05\", 7]]"_s},
            "{'events': [], 'series': [{'id': 'p', 'points': [['2001', 2.10], ['2002-05', 7]]}]}");
        row("points stay", RecordKind::Series,
            "{'events': [], 'series': [{'id': 'p', 'points': [['2001', 2.10]]}]}", {u"set 0 1 Price"_s},
            "{'events': [], 'series': [{'id': 'p', 'title': 'Price', 'points': [['2001', 2.10]]}]}");
        row("what is no object", RecordKind::Source, "{'sources': [5, {'id': 'a'}], 'events': []}",
            {u"down 0"_s}, "{'sources': [{'id': 'a'}, 5], 'events': []}");
        row("another type", RecordKind::Source, "{'sources': [{'id': 7}], 'events': []}", {u"set 0 0 a"_s},
            "{'sources': [{'id': 'a'}], 'events': []}");
        row("a bare array", RecordKind::Source, "[]", {u"add 0"_s},
            "{'sources': [{'id': 'source'}], 'events': []}");
    }
    void onlyWhatChangesIsWritten() {
        QFETCH(int, list);
        QFETCH(QByteArray, before);
        QFETCH(QStringList, changes);
        QFETCH(QByteArray, after);
        const auto which = static_cast<RecordKind>(list);
        const JsonText text(before);
        const auto member =
            before.startsWith('{') ? findMember(text, text.valueAt(0), infoOf(which).list) : std::nullopt;
        RecordModel model(which, *m_workspace);
        model.setRecords(member ? text.raw(member->value.range).toByteArray() : QByteArray());
        for (const QString &words : changes) {
            QVERIFY2(change(model, words), qPrintable(words));
        }
        QCOMPARE(model.isChanged(), before != after);
        const EditedText edited = model.appliedTo(before);
        QCOMPARE(edited.error(), QString());
        QCOMPARE(*edited, after);
    }

    void numbersThatAreIdsStayNumbers() {
        const QByteArray before = R"([{"id": 7, "title": null, "parent": 8}, {"id": "8", "parent": 7}])";
        RecordModel model(RecordKind::Category, *m_workspace);
        model.setRecords(before);
        QVERIFY(model.setData(model.index(0, 0), u"9"_s));
        QVERIFY(model.setData(model.index(0, 2), u"10"_s));
        QVERIFY(model.setData(model.index(1, 0), u"11"_s));
        QVERIFY(model.setData(model.index(1, 2), u"none"_s));
        QCOMPARE(
            *model.appliedTo("{\"categories\": " + before + ", \"events\": []}"),
            R"({"categories": [{"id": 9, "title": null, "parent": 10}, {"id": "11", "parent": "none"}], )"
            R"("events": []})");
    }

    void tellsWhatIsWrong_data() {
        QTest::addColumn<int>("list");
        QTest::addColumn<QByteArray>("array");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, RecordKind list, const char *array, int column,
                            const char *said) {
            QTest::newRow(name) << static_cast<int>(list) << json(array) << column << QString::fromUtf8(said);
        };
        row("fine", RecordKind::Source, "[{'id': 'a', 'date': '2024~', 'url': 'https://a.b'}]", 3, "");
        row("no id", RecordKind::Source, "[{}]", 0, "missing");
        row("an id of two", RecordKind::Source, "[{'id': 'a'}, {'id': 'a'}]", 0, "Another");
        row("no title", RecordKind::Source, "[{'id': 'a'}]", 1, "");
        row("no title of an era", RecordKind::Era, "[{'date': '2001'}]", 0, "missing");
        row("a blank title", RecordKind::Era, "[{'title': ' '}]", 0, "nothing to see");
        row("no date", RecordKind::Era, "[{'title': 'a', 'date': '31.12.2001'}]", 1, "expected");
        row("no colour", RecordKind::Category, "[{'color': 'red'}]", 3, "#rrggbb");
        row("a short colour", RecordKind::Category, "[{'color': '#aBc'}]", 3, "");
        row("a parent", RecordKind::Category, "[{'id': 'a', 'parent': 'b'}, {'id': 'b'}]", 2, "");
        row("no such parent", RecordKind::Category, "[{'id': 'a', 'parent': 'c'}, {'id': 'b'}]", 2,
            "None has");
        row("its own parent", RecordKind::Category, "[{'id': 'a', 'parent': 'a'}]", 2, "its own");
        row("a circle", RecordKind::Category,
            "[{'id': 'a', 'parent': 'b'}, {'id': 'b', 'parent': 'c'}, {'id': 'c', 'parent': 'a'}]", 2,
            "in turn");
        row("above a circle", RecordKind::Category,
            "[{'id': 'd', 'parent': 'a'}, {'id': 'a', 'parent': 'b'}, {'id': 'b', 'parent': 'a'}]", 2, "");
        row("a parent that is a number", RecordKind::Category, "[{'id': 'a', 'parent': 5}, {'id': '5'}]", 2,
            "");
        row("a parent that is a flag", RecordKind::Category, "[{'id': 'a', 'parent': true}]", 2, "true");
        row("an id twice, once a number", RecordKind::Source, "[{'id': 7}, {'id': '7'}]", 0, "Another");
        row("nothing for a title", RecordKind::Source, "[{'id': 'a', 'title': null}]", 1, "");
        row("nothing for an id", RecordKind::Source, "[{'id': null}]", 0, "null");
        row("an address", RecordKind::Source, "[{'url': 'javascript:x'}]", 4, "http");
        row("a number", RecordKind::Source, "[{'title': 5}]", 1, "5");
        row("twice", RecordKind::Source, "[{'title': 'a', 'title': 'b'}]", 1, "twice");
        row("no object", RecordKind::Source, "[7]", 0, "7");
        row("points", RecordKind::Series, "[{'points': 3}]", 3, "points");
        row("points of no date", RecordKind::Series, "[{'id': 'a', 'points': [['2001', 1], ['soon', 2]]}]", 3,
            "Point 2");
        row("no points", RecordKind::Series, "[{'id': 'a'}]", 3, "missing");
    }
    void tellsWhatIsWrong() {
        QFETCH(int, list);
        QFETCH(QByteArray, array);
        QFETCH(int, column);
        QFETCH(QString, said);
        RecordModel model(static_cast<RecordKind>(list), *m_workspace);
        model.setRecords(array);
        const QModelIndex cell = model.index(0, column);
        QVERIFY2(model.problem(cell).contains(said), qPrintable(model.problem(cell)));
        QCOMPARE(model.problem(cell).isEmpty(), said.isEmpty());
        QCOMPARE(cell.data(Qt::ForegroundRole).isValid(), !said.isEmpty());
        QVERIFY(said.isEmpty() || cell.data(Qt::ToolTipRole).toString().contains(said.toHtmlEscaped()));
        QVERIFY(!model.firstNewProblem().isValid()); // it was so in the file
    }

    void showsTheFile() {
        QCOMPARE(named<QLineEdit>("Title")->text(), u"A file"_s);
        QCOMPARE(named<QPlainTextEdit>("Description")->toPlainText(), u"One\n**two**"_s);
        QCOMPARE(named<QTextEdit>("Preview of the description")->toPlainText(), u"One two"_s);
        QCOMPARE(named<QLabel>("What the date means")->text(), u"2025"_s);
        QCOMPARE(list("Categories")->rowCount(), 3);
        QCOMPARE(list("Sources")->index(0, 1).data().toString(), u"Report"_s);
        QCOMPARE(list("Eras")->index(0, 1).data().toString(), u"2001/2003"_s);
        QVERIFY(list("Series")->index(0, 3).data().toString().contains(u'2'));
        QCOMPARE(list("Categories")->index(0, 3).data(Qt::DecorationRole).value<QColor>(),
                 QColor(0x11, 0x22, 0x33));
        QVERIFY(notes().isEmpty() && ok()->isEnabled());
    }

    void nothingIsDoneWhereNothingChanged() {
        named<QLineEdit>("Title")->setText(u"B"_s);
        named<QLineEdit>("Title")->setText(u"A file"_s);
        m_dialog->accept();
        QCOMPARE(m_dialog->result(), static_cast<int>(QDialog::Accepted));
        QCOMPARE(m_editor->undoStack()->count(), 0);
    }

    void cancelledNothingIsDone() {
        named<QLineEdit>("Title")->setText(u"B"_s);
        m_dialog->reject();
        QCOMPARE(m_editor->undoStack()->count(), 0);
    }

    void allIsOneStep() {
        const QByteArray before = head();
        named<QLineEdit>("As of")->setText(u" 2025-03 "_s);
        named<QPlainTextEdit>("Description")->setPlainText(u"One\nnb\u00A0sp"_s);
        QVERIFY(change(*list("Sources"), u"set 1 1 Second"_s));
        QVERIFY(change(*list("Eras"), u"set 0 1 2001/2004"_s));
        ok()->click();
        QCOMPARE(m_dialog->result(), static_cast<int>(QDialog::Accepted));
        QByteArray after = before;
        after.replace(json("'asOf': '2025'"), json("'asOf': '2025-03'"))
            .replace("One\\r\\n**two**", "One\\r\\nnb\\u00a0sp")
            .replace(json("{'id': 's'}"), json("{'id': 's', 'title': 'Second'}"))
            .replace("2001/2003", "2001/2004");
        QCOMPARE(head(), after);
        QCOMPARE(m_editor->undoStack()->count(), 1);
        m_editor->undoStack()->undo();
        QCOMPARE(head(), before);
    }

    void emptiedTextsGo() {
        named<QLineEdit>("Title")->clear();
        named<QPlainTextEdit>("Description")->clear();
        named<QLineEdit>("As of")->clear();
        m_dialog->accept();
        for (const char *key : {"0066ile", "description", "asOf"}) {
            QVERIFY2(!head().contains(key), key);
        }
        QVERIFY(head().contains("1e400"));
    }

    void aWrongDateIsToldAndNotTaken() {
        named<QLineEdit>("As of")->setText(u"2025-13"_s);
        QVERIFY(named<QLabel>("What the date means")->text().contains(u"no date"_s));
        QVERIFY(!ok()->isEnabled());
        m_dialog->accept();
        QVERIFY(m_dialog->isVisible());
        named<QLineEdit>("As of")->setText(u"2025-12~"_s);
        QVERIFY(named<QLabel>("What the date means")->text().contains(u"December 2025"_s));
        QVERIFY(ok()->isEnabled());
        QVERIFY(change(*list("Eras"), u"add 1"_s));
        QVERIFY(notes().contains(u"Eras"_s) && !ok()->isEnabled());
        QVERIFY(change(*list("Eras"), u"set 1 1 2001"_s));
        QVERIFY(notes().isEmpty() && ok()->isEnabled());
    }

    void tellsWhatEventsMiss_data() {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("said");
        QTest::newRow("removed") << u"Categories"_s << u"remove 0"_s << u"2 events"_s;
        QTest::newRow("renamed") << u"Categories"_s << u"set 0 0 apples"_s << u"\"apples\""_s;
        QTest::newRow("not used") << u"Categories"_s << u"remove 2"_s << QString();
        QTest::newRow("moved") << u"Categories"_s << u"down 0"_s << QString();
        QTest::newRow("a source") << u"Sources"_s << u"remove 0"_s << u"2 events"_s;
        QTest::newRow("a source renamed") << u"Sources"_s << u"set 1 0 t"_s << u"1 event still names"_s;
        QTest::newRow("an era") << u"Eras"_s << u"remove 0"_s << QString();
        QTest::newRow("a series") << u"Series"_s << u"remove 0"_s << QString();
    }
    void tellsWhatEventsMiss() {
        QFETCH(QString, list);
        QFETCH(QString, words);
        QFETCH(QString, said);
        QVERIFY(change(*this->list(qPrintable(list)), words));
        QVERIFY2(notes().contains(said), qPrintable(notes()));
        QCOMPARE(notes().isEmpty(), said.isEmpty());
        QVERIFY(ok()->isEnabled());
    }

    void nothingIsChangedWhereNothingMayBe() {
        m_editor->setReadOnly(u"Only to be read."_s);
        QVERIFY(!ok()->isEnabled());
        QVERIFY(named<QLineEdit>("Title")->isReadOnly() &&
                named<QPlainTextEdit>("Description")->isReadOnly());
        QVERIFY(!list("Sources")->flags(list("Sources")->index(0, 0)).testFlag(Qt::ItemIsEditable));
        QVERIFY(!button("Sources", "Add")->isEnabled());
        QVERIFY(notes().contains(u"Only to be read."_s));
        m_editor->setReadOnly({});
        QVERIFY(ok()->isEnabled() && button("Sources", "Add")->isEnabled() && notes().isEmpty());
    }

    void whatItCannotEditStays() {
        open(json(
            "{'title': 5, 'asOf': '2025', 'asOf': '2026', 'sources': {'a': 1}, 'eras': [], 'events': []}"));
        QVERIFY(!named<QLineEdit>("Title")->isEnabled() && !named<QLineEdit>("As of")->isEnabled());
        QVERIFY(named<QTableView>("Sources") == nullptr && named<QTableView>("Eras") != nullptr);
        named<QPlainTextEdit>("Description")->setPlainText(u"new"_s);
        m_dialog->accept();
        QCOMPARE(head(), json("{'title': 5, 'description': 'new', 'asOf': '2025', 'asOf': '2026', "
                              "'sources': {'a': 1}, 'eras': [], 'events': []}"));
    }

    void aYearThatIsANumberStaysOne() {
        open(json("{'asOf': 2025, 'sources': [{'id': 'a', 'date': 33}], 'events': []}"));
        QCOMPARE(named<QLineEdit>("As of")->text(), u"2025"_s);
        QCOMPARE(list("Sources")->index(0, 3).data().toString(), u"0033"_s);
        named<QLineEdit>("As of")->setText(u"2026"_s);
        QVERIFY(change(*list("Sources"), u"set 0 3 -0044"_s));
        m_dialog->accept();
        QCOMPARE(head(), json("{'asOf': 2026, 'sources': [{'id': 'a', 'date': -44}], 'events': []}"));
    }

    void aBareArrayBecomesAFile() {
        open(json("[{'title': 'one', 'date': '2001'}]"));
        named<QLineEdit>("Title")->setText(u"T"_s);
        named<QLineEdit>("As of")->setText(u"2025"_s);
        m_dialog->accept();
        QCOMPARE(m_workspace->document()->title(), u"T"_s);
        QCOMPARE(m_workspace->document()->asOfText(), u"2025"_s);
        m_editor->undoStack()->undo();
        QCOMPARE(head(), QByteArray("[]"));
    }

    void aDayIsPicked() {
        auto *menu = named<QToolButton>("Choose a day")->menu();
        Q_EMIT menu->aboutToShow();
        auto *calendar = menu->findChild<QCalendarWidget *>();
        QCOMPARE(calendar->selectedDate(), QDate(2025, 1, 1));
        Q_EMIT calendar->clicked(QDate(2024, 2, 29));
        QCOMPARE(named<QLineEdit>("As of")->text(), u"2024-02-29"_s);
    }

    void buttonsChangeRows() {
        showTab(1);
        auto *table = named<QTableView>("Categories");
        auto *model = list("Categories");
        table->setCurrentIndex(model->index(0, 0));
        QVERIFY(!button("Categories", "Up")->isEnabled() && button("Categories", "Down")->isEnabled());
        button("Categories", "Down")->click();
        QCOMPARE(model->index(1, 0).data().toString(), u"a"_s);
        QCOMPARE(table->currentIndex().row(), 1);
        button("Categories", "No colour")->click();
        QCOMPARE(model->index(1, 3).data(Qt::EditRole).toString(), QString());
        button("Categories", "Remove")->click();
        QCOMPARE(model->rowCount(), 2);
        QCOMPARE(table->currentIndex().row(), 1);
        button("Categories", "Add")->click();
        QCOMPARE(model->index(2, 0).data().toString(), u"category"_s);
    }

    void whatIsBeingWrittenCounts() {
        showTab(2);
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
        auto *table = named<QTableView>("Sources");
        table->setFocus();
        table->edit(list("Sources")->index(1, 1));
        auto *cell = table->viewport()->findChild<QLineEdit *>();
        QVERIFY(cell != nullptr);
        cell->setText(u"Being written"_s);
        ok()->click();
        QCOMPARE(m_dialog->result(), static_cast<int>(QDialog::Accepted));
        QCOMPARE(m_workspace->document()->sources().back().title, u"Being written"_s);
    }

    void aDoubleClickAsksForAColour() {
        showTab(1);
        auto *table = named<QTableView>("Categories");
        const QModelIndex cell = list("Categories")->index(1, 3);
        answerNext<QColorDialog>(this, [](QColorDialog &dialog) {
            dialog.setCurrentColor(QColor(0x0a, 0x0b, 0x0c));
            QMetaObject::invokeMethod(&dialog, "accept");
        });
        const QPoint place = table->visualRect(cell).center();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(cell.data(Qt::EditRole).toString(), u"#0a0b0c"_s);
    }

    void aParentIsChosen() {
        showTab(1);
        auto *table = named<QTableView>("Categories");
        auto *model = list("Categories");
        const QModelIndex cell = model->index(0, 2);
        table->setCurrentIndex(cell);
        table->edit(cell);
        auto *box = table->viewport()->findChild<QComboBox *>();
        QVERIFY(box != nullptr);
        QCOMPARE(box->count(), 3); // none, and the two others
        QCOMPARE(box->currentIndex(), 0);
        QTest::keyClick(box, Qt::Key_End);
        QCOMPARE(cell.data(Qt::EditRole).toString(), u"c"_s);
        QVERIFY(change(*model, u"set 2 1 Cherries"_s));
        QCOMPARE(cell.data().toString(), u"Cherries"_s);
        QVERIFY(change(*model, u"set 2 2 a"_s)); // a circle
        QVERIFY(notes().contains(u"in turn"_s) && !ok()->isEnabled());
        QVERIFY(change(*model, u"set 2 2 "_s));
        ok()->click();
        QVERIFY(head().contains(json("'title': 'Apples', 'parent': 'c', 'color'")));
        QCOMPARE(m_workspace->document()->categories()[0].parentAt, CategoryIndex(2));
        m_editor->undoStack()->undo();
        QVERIFY(!head().contains("parent"));
    }

    void aParentThatIsGoneIsShown() {
        showTab(1);
        auto *model = list("Categories");
        QVERIFY(change(*model, u"set 0 2 c"_s));
        QVERIFY(change(*model, u"remove 2"_s));
        QVERIFY(notes().contains(u"None has"_s));
        auto *table = named<QTableView>("Categories");
        table->edit(model->index(0, 2));
        auto *box = table->viewport()->findChild<QComboBox *>();
        QVERIFY(box != nullptr);
        QCOMPARE(box->currentText(), u"c"_s); // it stays a choice
    }

    void whatAnotherProgramChangedIsNotOverwritten() {
        named<QLineEdit>("Title")->setText(u"Mine"_s);
        m_workspace->setDocument(readDocument(json("{'title': 'Theirs', 'events': []}")).document);
        QString said;
        answerNext<QMessageBox>(this, [&said](QMessageBox &box) {
            said = box.text();
            box.accept();
        });
        m_dialog->accept();
        QVERIFY(said.contains(u"another program"_s));
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(m_workspace->document()->title(), u"Theirs"_s);
    }
};

QTEST_MAIN(FilePropertiesTest)
#include "file_properties_test.moc"
