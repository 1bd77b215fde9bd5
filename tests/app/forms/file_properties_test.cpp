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
bool change(HeadListModel &model, const QString &words) {
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
    HeadListModel *list(const char *name) const {
        auto *table = named<QTableView>(name);
        return table == nullptr ? nullptr : qobject_cast<HeadListModel *>(table->model());
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
            HeadListModel model(HeadList::Series, array);
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
        const auto row = [](const char *name, HeadList list, const char *before, const QStringList &changes,
                            const char *after) {
            QTest::newRow(name) << static_cast<int>(list) << json(before) << changes << json(after);
        };
        const char *three = "{'sources': [\n {'id': 'a', 'x': 1.50},\n {'x': 1e400, 'id': 'b'},\n {'id': "
                            "'c'}\n], 'events': []}";
        row("a cell", HeadList::Sources, three, {u"set 1 1 Bee"_s},
            "{'sources': [\n {'id': 'a', 'x': 1.50},\n {'x': 1e400, 'id': 'b', 'title': 'Bee'},\n {'id': "
            "'c'}\n], 'events': []}");
        row("there and back", HeadList::Sources, three,
            {u"set 1 1 Bee"_s, u"set 1 1 "_s, u"down 0"_s, u"up 1"_s}, three);
        row("moved with what is unknown", HeadList::Sources, three, {u"down 0"_s, u"down 1"_s},
            "{'sources': [\n {'x': 1e400, 'id': 'b'},\n {'id': 'c'},\n {'id': 'a', 'x': 1.50}\n], 'events': "
            "[]}");
        row("removed and changed", HeadList::Sources, three, {u"set 1 0 bee"_s, u"remove 0"_s},
            "{'sources': [\n {'x': 1e400, 'id': 'bee'},\n {'id': 'c'}\n], 'events': []}");
        row("added", HeadList::Sources, three, {u"add 3"_s},
            "{'sources': [\n {'id': 'a', 'x': 1.50},\n {'x': 1e400, 'id': 'b'},\n {'id': 'c'},\n {'id': "
            "'source'}\n], 'events': []}");
        row("added first", HeadList::Categories, "{'categories': [{'id':'a'}], 'events': []}",
            {u"add 0"_s, u"set 0 2 #abc"_s},
            "{'categories': [{'id':'category','color':'#abc'}, {'id':'a'}], 'events': []}");
        row("emptied", HeadList::Eras,
            "{'eras': [{'color': '#abc', 'title': 'T', 'date': '2001'}], 'events': []}", {u"set 0 2 "_s},
            "{'eras': [{'title': 'T', 'date': '2001'}], 'events': []}");
        row("with keys of events", HeadList::Eras,
            "{'eras': [{'title': 'T', 'start': 1, 'end': 2}], 'events': []}", {u"set 0 1 2001/2002"_s},
            "{'eras': [{'title': 'T', 'date': '2001/2002', 'start': 1, 'end': 2}], 'events': []}");
        row("the last removed", HeadList::Eras, "{'eras': [{'title': 'T'}], 'events': []}", {u"remove 0"_s},
            "{'events': []}");
        row("the first made", HeadList::Series, "{'events': []}", {u"add 0"_s},
            "{'events': [], 'series': [{'id': 'series', 'points': []}]}");
        row("points are written", HeadList::Series,
            "{'events': [], 'series': [{'id': 'p', 'points': [['2001', 2.10]]}]}",
            {u"set 0 3 [[\"2001\", 2.1], [\"2002-05\", 7]]"_s},
            "{'events': [], 'series': [{'id': 'p', 'points': [['2001', 2.10], ['2002-05', 7]]}]}");
        row("points stay", HeadList::Series,
            "{'events': [], 'series': [{'id': 'p', 'points': [['2001', 2.10]]}]}", {u"set 0 1 Price"_s},
            "{'events': [], 'series': [{'id': 'p', 'title': 'Price', 'points': [['2001', 2.10]]}]}");
        row("what is no object", HeadList::Sources, "{'sources': [5, {'id': 'a'}], 'events': []}",
            {u"down 0"_s}, "{'sources': [{'id': 'a'}, 5], 'events': []}");
        row("another type", HeadList::Sources, "{'sources': [{'id': 7}], 'events': []}", {u"set 0 0 a"_s},
            "{'sources': [{'id': 'a'}], 'events': []}");
        row("a bare array", HeadList::Sources, "[]", {u"add 0"_s},
            "{'sources': [{'id': 'source'}], 'events': []}");
    }
    void onlyWhatChangesIsWritten() {
        QFETCH(int, list);
        QFETCH(QByteArray, before);
        QFETCH(QStringList, changes);
        QFETCH(QByteArray, after);
        const auto which = static_cast<HeadList>(list);
        const JsonText text(before);
        const auto member = before.startsWith('{') ? findMember(text, text.valueAt(0),
                                                                HeadListModel::fieldOf(which).toStdString())
                                                   : std::nullopt;
        HeadListModel model(which, member ? text.raw(member->value.range).toByteArray() : QByteArray());
        for (const QString &words : changes) {
            QVERIFY2(change(model, words), qPrintable(words));
        }
        QCOMPARE(model.isChanged(), before != after);
        const EditedText edited = model.appliedTo(before);
        QCOMPARE(edited.error, QString());
        QCOMPARE(edited.text, after);
    }

    void tellsWhatIsWrong_data() {
        QTest::addColumn<int>("list");
        QTest::addColumn<QByteArray>("array");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, HeadList list, const char *array, int column,
                            const char *said) {
            QTest::newRow(name) << static_cast<int>(list) << json(array) << column << QString::fromUtf8(said);
        };
        row("fine", HeadList::Sources, "[{'id': 'a', 'date': '2024~', 'url': 'https://a.b'}]", 3, "");
        row("no id", HeadList::Sources, "[{}]", 0, "missing");
        row("an id of two", HeadList::Sources, "[{'id': 'a'}, {'id': 'a'}]", 0, "Another");
        row("no title", HeadList::Sources, "[{'id': 'a'}]", 1, "");
        row("no title of an era", HeadList::Eras, "[{'date': '2001'}]", 0, "missing");
        row("a blank title", HeadList::Eras, "[{'title': ' '}]", 0, "nothing to see");
        row("no date", HeadList::Eras, "[{'title': 'a', 'date': '31.12.2001'}]", 1, "expected");
        row("no colour", HeadList::Categories, "[{'color': 'red'}]", 2, "#rrggbb");
        row("a short colour", HeadList::Categories, "[{'color': '#aBc'}]", 2, "");
        row("an address", HeadList::Sources, "[{'url': 'javascript:x'}]", 4, "http");
        row("a number", HeadList::Sources, "[{'title': 5}]", 1, "5");
        row("twice", HeadList::Sources, "[{'title': 'a', 'title': 'b'}]", 1, "twice");
        row("no object", HeadList::Sources, "[7]", 0, "7");
        row("points", HeadList::Series, "[{'points': 3}]", 3, "points");
        row("points of no date", HeadList::Series, "[{'id': 'a', 'points': [['2001', 1], ['soon', 2]]}]", 3,
            "Point 2");
        row("no points", HeadList::Series, "[{'id': 'a'}]", 3, "missing");
    }
    void tellsWhatIsWrong() {
        QFETCH(int, list);
        QFETCH(QByteArray, array);
        QFETCH(int, column);
        QFETCH(QString, said);
        const HeadListModel model(static_cast<HeadList>(list), array);
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
        QCOMPARE(list("Categories")->index(0, 2).data(Qt::DecorationRole).value<QColor>(),
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
        QCOMPARE(model->index(1, 2).data(Qt::EditRole).toString(), QString());
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
        const QModelIndex cell = list("Categories")->index(1, 2);
        answerNext<QColorDialog>(this, [](QColorDialog &dialog) {
            dialog.setCurrentColor(QColor(0x0a, 0x0b, 0x0c));
            QMetaObject::invokeMethod(&dialog, "accept");
        });
        const QPoint place = table->visualRect(cell).center();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(cell.data(Qt::EditRole).toString(), u"#0a0b0c"_s);
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
