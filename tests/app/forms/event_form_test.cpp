// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/fields/list_edit.h"
#include "app/fields/markdown_edit.h"
#include "app/forms/field_wheel.h"
#include "app/forms/form_fixture.h"
#include "app/forms/record_table.h"
#include "app/text/finding_text.h"
#include "document/edit/event_edit.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpontaneKeyEvent>
#include <QTableView>
#include <QWheelEvent>

using namespace timeline;
using namespace timeloom;
using namespace Qt::StringLiterals;

class EventFormTest : public FormFixture {
    Q_OBJECT

    /// Clicks the fix with this text.
    bool mend(const QString &text) {
        for (QPushButton *button : m_form->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text().startsWith(text)) {
                button->click();
                return true;
            }
        }
        return false;
    }

private Q_SLOTS:
    void init() { makeOne(); }

    void cleanup() { takeAway(); }

    void showsWhatIsSelected() {
        QCOMPARE(field<QLineEdit>("Title")->text(), u"One"_s);
        QCOMPARE(field<QLineEdit>("Date")->text(), u"2001"_s);
        QCOMPARE(field<QComboBox>("Category")->currentText(), u"Apples"_s);
        QCOMPARE(field<ListEdit>("Tags")->text(), u"x, y"_s);
        select({1});
        QCOMPARE(field<QLineEdit>("Title")->text(), u"Two"_s);
        select({});
        QVERIFY(!field<QLineEdit>("Title")->isVisible());
    }

    void whatIsTypedIsInTheDocumentAtOnceAndOneStep() {
        type(field<QLineEdit>("Title"), u"Eins"_s);
        QCOMPARE(document().eventTitle(0), u"Eins"_s);
        QCOMPARE(m_editor->undoStack()->count(), 1);
        m_editor->undoStack()->undo();
        QCoreApplication::processEvents();
        QCOMPARE(field<QLineEdit>("Title")->text(), u"One"_s);
    }

    void whatWasNotTakenOverIsToldWhenOneLeaves() {
        QStringList told;
        connect(m_editor.get(), &Editor::refused, this, [&](const QString &why) { told += why; });
        field<QLineEdit>("Date")->setText(u"2001 or so, maybe"_s);
        QVERIFY(!field<QLineEdit>("Date")->text().isEmpty());
        Q_EMIT field<QLineEdit>("Date")->textEdited(u"2001 or so, maybe"_s);
        QCOMPARE(details(0).date, u"2001"_s);
        told.clear();
        select({1});
        QCOMPARE(told, QStringList(u"“2001 or so, maybe” was not taken over."_s));
        select({0});
        QCOMPARE(told.size(), 1);
    }

    void eachFieldIsTakenOver() {
        type(field<QLineEdit>("Date"), u"2002-05~"_s);
        QCOMPARE(details(0).date, u"2002-05~"_s);
        type(field<QLineEdit>("According to"), u"Someone"_s);
        QCOMPARE(details(0).attribution, u"Someone"_s);
        type(field<QLineEdit>("Place"), u"Hangzhou"_s);
        QCOMPARE(details(0).place.title, u"Hangzhou"_s);
        type(field<ListEdit>("Tags"), u"y, new one"_s);
        QCOMPARE(details(0).tags, QStringList({u"y"_s, u"new one"_s}));
        type(field<ListEdit>("Tags"), {});
        QVERIFY(!document().eventText(0).contains("tags"));
        field<QPlainTextEdit>("Description")->setPlainText(u"**bold**"_s);
        QCOMPARE(details(0).description, u"**bold**"_s);
        // A blank that does not break stays one.
        field<QPlainTextEdit>("Description")->setPlainText(u"10\u00A0km"_s);
        QCOMPARE(details(0).description, u"10\u00A0km"_s);
        auto *importance = field<QDoubleSpinBox>("Importance");
        importance->setValue(0.3);
        QVERIFY(document().eventText(0).contains("\"importance\": 0.3"));
        auto *status = field<QComboBox>("Status");
        status->setCurrentIndex(status->findData(u"planned"_s));
        Q_EMIT status->activated(status->currentIndex());
        QVERIFY(document().status(0) == Status::Planned);
        // A word of the file's own is kept and offered.
        m_editor->setField({0}, u"status"_s, u"benign"_s);
        select({0});
        QCOMPARE(status->currentText(), u"benign"_s);
        type(field<QLineEdit>("Place"), u"Beijing"_s);
        QVERIFY(document().eventText(0).contains("\"benign\""));
        m_editor->setField({0}, u"status"_s, u"Not sure"_s);
        select({0});
        QCOMPARE(status->currentText(), u"Not sure"_s);
        QCOMPARE(status->findData(u"benign"_s), -1);
        auto *category = field<QComboBox>("Category");
        category->setCurrentIndex(category->findData(u"b"_s));
        Q_EMIT category->activated(category->currentIndex());
        QCOMPARE(details(0).category, u"b"_s);
        m_editor->undoStack()->setIndex(0);
        QVERIFY(document().changes().empty());
    }

    void figuresAreWrittenInATable() {
        QAbstractItemModel *model = field<RecordTable>("Figures")->findChild<QTableView *>()->model();
        QVERIFY(model->insertRow(0));
        QVERIFY(document().changes().empty()); // it is nothing yet
        QVERIFY(model->setData(model->index(0, 0), u"chips"_s));
        QVERIFY(!model->setData(model->index(0, 1), u"many"_s));
        QVERIFY(model->setData(model->index(0, 1), u"50"_s));
        QCOMPARE(details(0).measures.size(), std::size_t{1});
        QCOMPARE(details(0).measures.front().value, 50.0);
        QVERIFY(model->setData(model->index(0, 4), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(details(0).measures.front().approximate);
        QVERIFY(model->removeRow(0));
        QVERIFY(document().changes().empty());
    }

    void whatCannotBeStaysInTheFieldAndIsTold_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("told");
        QTest::newRow("no date") << u"Date"_s << u"soon"_s << u"soon"_s;
        QTest::newRow("end before start") << u"Date"_s << u"2005/2001"_s << u"2001"_s;
        QTest::newRow("no title") << u"Title"_s << QString() << u"title"_s;
    }
    void whatCannotBeStaysInTheFieldAndIsTold() {
        QFETCH(QString, name);
        QFETCH(QString, typed);
        QFETCH(QString, told);
        auto *line = field<QLineEdit>(name.toLatin1().constData());
        type(line, typed);
        QCOMPARE(line->text(), typed);
        QVERIFY2(notes().contains(told), qPrintable(notes()));
        // Another field does not make it forgotten.
        type(field<QLineEdit>("According to"), u"Someone"_s);
        QVERIFY2(notes().contains(told), qPrintable(notes()));
        QCOMPARE(details(0).attribution, u"Someone"_s);
        select({1});
        QVERIFY(notes().isEmpty());
    }

    void findingsAreMendedByAClick_data() {
        QTest::addColumn<EventIndex>("event");
        QTest::addColumn<QString>("fix");
        QTest::newRow("category") << EventIndex{2} << u"Declare “c”"_s;
        QTest::newRow("source") << EventIndex{2} << u"Use “s”"_s;
        QTest::newRow("link") << EventIndex{2} << u"Remove the link"_s;
        QTest::newRow("id") << EventIndex{3} << u"Make it “one-2”"_s;
    }
    void findingsAreMendedByAClick() {
        QFETCH(EventIndex, event);
        QFETCH(QString, fix);
        select({event});
        const qsizetype before = notes().count(u"<span"_s);
        QVERIFY2(mend(fix), qPrintable(notes()));
        QCOMPARE(notes().count(u"<span"_s), before - 1);
        QCOMPARE(m_editor->undoStack()->count(), 1);
    }

    void aDateThatIsMeantIsMadeByAClick() {
        type(field<QLineEdit>("Date"), u"March 2021"_s);
        QVERIFY(mend(u"Write it as 2021-03"_s));
        QCOMPARE(details(0).date, u"2021-03"_s);
        QCOMPARE(field<QLineEdit>("Date")->text(), u"2021-03"_s);
    }

    /// A category is offered for as long as the file declares it or an event has it.
    void deletedCategoriesAreNotOffered() {
        auto *box = field<QComboBox>("Category");
        const auto offers = [box](const QString &id) { return box->findData(id) >= 0; };
        QVERIFY(offers(u"c"_s)); // undeclared, of one event
        m_editor->setField({2}, u"category"_s, u"a"_s);
        m_editor->setInHead(u"categories"_s, QJsonArray{QJsonObject{{u"id"_s, u"a"_s}}});
        m_editor->setField({1}, u"category"_s, u"a"_s);
        select({0});
        QVERIFY(offers(u"a"_s) && !offers(u"b"_s) && !offers(u"c"_s));
        QCOMPARE(box->currentData().toString(), u"a"_s);
        m_editor->undoStack()->setIndex(0);
        select({0});
        QVERIFY(offers(u"b"_s) && offers(u"c"_s));
        m_editor->undoStack()->setIndex(3);
        select({0});
        QVERIFY(!offers(u"b"_s) && !offers(u"c"_s));
    }

    /// What stands where a list is expected is kept as its first word, and shown with it at once.
    void whatIsNoListStays_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("tags") << QByteArray("\"tags\": \"phishing\"") << QByteArray("Tags")
                              << QByteArray("\"tags\": [\"phishing\", \"c2\"]");
        QTest::newRow("sources") << QByteArray("\"sources\": 7") << QByteArray("Sources")
                                 << QByteArray("\"sources\": [7, \"c2\"]");
    }
    void whatIsNoListStays() {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, after);
        const QByteArray event = "{\"title\": \"A\", \"date\": \"2001\", " + before + '}';
        m_workspace->setDocument(
            documentOf('[' + event + ", {\"title\": \"B\", \"date\": \"2002\", \"tags\": [\"x\"]}]"));
        for (const std::vector<EventIndex> &selected : {std::vector<EventIndex>{0}, {0, 1}}) {
            select({});
            select(selected);
            auto *line = field<ListEdit>(name.constData());
            QCOMPARE(line->text(), QString());
            line->setFocus();
            QTest::keyClicks(line, u"c2"_s);
            QVERIFY2(document().eventText(0).contains(after), document().eventText(0).toByteArray());
            QCOMPARE(line->text(), selected.size() > 1    ? u"c2"_s
                                   : before.contains('7') ? u"7, c2"_s
                                                          : u"phishing, c2"_s);
            m_editor->undo();
            QCOMPARE(document().eventText(0).toByteArray(), event);
            QVERIFY(!m_editor->undoStack()->canUndo());
        }
    }

    void whatNoListMayHaveIsNotLost() {
        const QByteArray event = R"({"title": "A", "date": "2001", "tags": {"a": 1}})";
        m_workspace->setDocument(documentOf('[' + event + ']'));
        select({0});
        QStringList refused;
        connect(m_editor.get(), &Editor::refused, this, [&](const QString &why) { refused += why; });
        QTest::keyClicks(field<ListEdit>("Tags"), u"c"_s);
        QCOMPARE(document().eventText(0).toByteArray(), event);
        QVERIFY(refused.value(0).contains(u"\"tags\""_s));
        QVERIFY2(notes().contains(u"tags"_s), qPrintable(notes()));
    }

    /// What is only to be known is told in a few quiet words, and no two kinds look alike.
    void findingsLookAsBadAsTheyAre() {
        m_workspace->setDocument(documentOf("[{\"title\": \"A\", \"date\": \"2001\", \"status\": \"triaged\","
                                            "\"importance\": 7}]"));
        select({0});
        type(field<QLineEdit>("Date"), u"soon"_s);
        const QPalette palette = m_form->palette();
        QHash<QString, QString> inks;
        static const QRegularExpression line(u"color:(#\\w+)\">([^<]*)<"_s);
        const QString all = notes();
        for (auto match = line.globalMatch(all); match.hasNext();) {
            const auto found = match.next();
            const QString said = found.captured(2);
            if (said.contains(u"stays"_s)) {
                continue;
            }
            inks.insert(said.contains(u"soon"_s)   ? u"error"_s
                        : said.contains(u"word"_s) ? u"note"_s
                                                   : u"warning"_s,
                        found.captured(1));
            QVERIFY2(!said.contains(u"word"_s) || said.size() < 40, qPrintable(said));
        }
        QCOMPARE(inks.size(), 3);
        QCOMPARE(inks[u"error"_s], wrongInk(palette).name());
        QCOMPARE(inks[u"note"_s], quietInk(palette).name());
        QVERIFY(inks[u"warning"_s] != inks[u"error"_s] && inks[u"warning"_s] != inks[u"note"_s]);
    }

    /// The wheel scrolls the form, whether a field has the focus or not, and gives none.
    void theWheelChangesNoField_data() {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<bool>("hasFocus");
        for (const char *name : {"Category", "How sure", "Importance", "Title", "Date"}) {
            QTest::addRow("%s", name) << QByteArray(name) << false;
            QTest::addRow("%s, with the focus", name) << QByteArray(name) << true;
        }
    }
    void theWheelChangesNoField() {
        QFETCH(QByteArray, field);
        QFETCH(bool, hasFocus);
        FieldWheel::guard();
        m_form->resize(400, 300);
        m_form->hide();
        m_form->show(); // as if made now
        QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
        QScrollBar *bar = m_form->findChild<QScrollArea *>()->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        auto *widget = this->field<QWidget>(field.constData());
        this->field<QLineEdit>("Id")->setFocus();
        bar->setValue(0);
        if (hasFocus) {
            widget->setFocus();
        }
        const QByteArray before = document().eventText(0).toByteArray();
        const QPointF at = widget->rect().center();
        for (const int delta : {-120, 120, -120}) {
            QWheelEvent wheel(at, widget->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier,
                              Qt::NoScrollPhase, false);
            QSpontaneKeyEvent::setSpontaneous(&wheel); // as a person's: only those go on to parents
            qApp->notify(widget, &wheel);
        }
        QCOMPARE(document().eventText(0), before);
        QVERIFY(!m_editor->undoStack()->canUndo());
        QVERIFY(bar->value() > 0);
        QVERIFY(widget->focusPolicy() != Qt::WheelFocus);
    }

    /// What would turn a field's text around is written out in it, and stays in the data as it is.
    void hiddenCharactersAreShownAndKept_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        const QString override = QChar(0x202E);
        for (const QString &name : {u"title"_s, u"attribution"_s, u"description"_s, u"tags"_s}) {
            QTest::addRow("%s", qPrintable(name)) << name << u"a"_s + override + u"b"_s << u"a‹U+202E›b"_s;
            QTest::addRow("%s that says so itself", qPrintable(name))
                << name << u"‹U+202E›"_s + override + u"b"_s << u"‹U+202E›«U+202E»b"_s;
        }
        for (const QString &name : {u"title"_s, u"attribution"_s, u"tags"_s}) {
            QTest::addRow("%s without width", qPrintable(name)) << name << u"a\u200Bb"_s << u"a‹U+200B›b"_s;
            QTest::addRow("%s of two alphabets", qPrintable(name)) << name << u"aсb"_s << u"a‹U+0441›b"_s;
        }
        QTest::newRow("blank") << u"title"_s << u"ab "_s << u"ab‹U+0020›"_s;
        QTest::newRow("blanks in a description") << u"description"_s << u"a\u200Bb "_s << u"a\u200Bb "_s;
    }
    void hiddenCharactersAreShownAndKept() {
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(QString, shown);
        m_editor->setField({0}, field, field == "tags"_L1 ? QJsonValue(QJsonArray{text}) : QJsonValue(text));
        QCoreApplication::processEvents();
        const auto value = [&] {
            const QJsonValue now = EventEdit::value(details(0), field);
            return now.isArray() ? now.toArray().at(0).toString() : now.toString();
        };
        if (field == "description"_L1) {
            auto *edit = this->field<MarkdownEdit>("Description")->source();
            QCOMPARE(edit->toPlainText(), shown);
            edit->moveCursor(QTextCursor::End);
            QTest::keyClicks(edit, u"c"_s);
        } else {
            auto *line = this->field<QLineEdit>(field == "title"_L1  ? "Title"
                                                : field == "tags"_L1 ? "Tags"
                                                                     : "According to");
            QCOMPARE(line->text(), shown);
            line->end(false);
            QTest::keyClicks(line, u"c"_s);
        }
        QCOMPARE(value(), text + u'c');
    }

    /// A blank at the end is seen once the field is filled anew, and not while one types.
    void whatIsTypedStaysAsItIsTyped() {
        auto *line = field<QLineEdit>("Title");
        line->clear();
        QTest::keyClicks(line, u"The old "_s);
        QCoreApplication::processEvents();
        QCOMPARE(line->text(), u"The old "_s);
        QTest::keyClicks(line, u"hall "_s);
        QCOMPARE(details(0).title, u"The old hall "_s);
        select({1});
        select({0});
        QCOMPARE(line->text(), u"The old hall‹U+0020›"_s);
    }

    void nothingIsEditedWhereThatIsNotAllowed() {
        m_editor->setReadOnly(u"It may only be read."_s);
        QCoreApplication::processEvents();
        QVERIFY(!field<QLineEdit>("Title")->isEnabled());
        QVERIFY(std::ranges::any_of(m_form->findChildren<QLabel *>(), [](const QLabel *label) {
            return label->isVisible() && label->text() == "It may only be read."_L1;
        }));
    }
};

QTEST_MAIN(EventFormTest)
#include "event_form_test.moc"
