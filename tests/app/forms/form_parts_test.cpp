// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/fields/chip.h"
#include "app/fields/finding_note.h"
#include "app/fields/fold_button.h"
#include "app/fields/importance_edit.h"
#include "app/fields/list_edit.h"
#include "app/fields/list_rows.h"
#include "app/forms/form_fixture.h"
#include "app/forms/record_table.h"

#include <QDoubleSpinBox>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSlider>
#include <QToolButton>

using namespace timeline;
using namespace timeloom;
using namespace Qt::StringLiterals;

/// What the form's parts say and do beside the text in its fields.
class FormPartsTest : public FormFixture {
    Q_OBJECT

    QList<Chip *> chips() const { return m_form->findChildren<Chip *>(); }
    Chip *chip(const QString &text) const {
        for (Chip *each : chips()) {
            if (each->text() == text && !each->isHidden()) {
                return each;
            }
        }
        return nullptr;
    }
    QStringList checked() const {
        QStringList texts;
        for (const Chip *each : chips()) {
            if (each->isChecked() && !each->isHidden()) {
                texts += each->text();
            }
        }
        return texts;
    }
    QString status(EventIndex event) const { return statusWord(details(event)); }

private Q_SLOTS:
    void init() { makeOne(); }
    void cleanup() { takeAway(); }

    void aChipGivesTheStatus() {
        QCOMPARE(checked(), QStringList(u"Confirmed"_s));
        chip(u"Planned"_s)->click();
        QCOMPARE(status(0), u"planned"_s);
        QCOMPARE(checked(), QStringList(u"Planned"_s));
        QCOMPARE(m_editor->undoStack()->count(), 1);
        m_editor->undo();
        QCoreApplication::processEvents();
        QCOMPARE(checked(), QStringList(u"Confirmed"_s));
    }

    /// Keys go from one to the other, and choose by Space alone.
    void keysChooseNothingOnTheWay() {
        chip(u"Confirmed"_s)->setFocus();
        QTest::keyClick(chip(u"Confirmed"_s), Qt::Key_Right);
        QCOMPARE(m_editor->undoStack()->count(), 0);
        chip(u"Claimed"_s)->setFocus();
        QTest::keyClick(chip(u"Claimed"_s), Qt::Key_Space);
        QCOMPARE(status(0), u"claimed"_s);
    }

    void anotherWordHasAChip() {
        QVERIFY(!m_form->findChild<StatusBox *>()->isVisible());
        m_editor->setField({0}, u"status"_s, u"triaged"_s);
        QCoreApplication::processEvents();
        QCOMPARE(checked(), QStringList(u"triaged"_s));
        chip(u"triaged"_s)->click();
        QCOMPARE(checked(), QStringList(u"triaged"_s));
        chip(u"Reported"_s)->click();
        QCOMPARE(status(0), u"reported"_s);
        QVERIFY(chip(u"triaged"_s) == nullptr);
        chip(u"Another word…"_s)->click();
        QVERIFY(m_form->findChild<StatusBox *>()->isVisible());
    }

    void ofSeveralNoneIsChecked() {
        m_editor->setField({0}, u"status"_s, u"planned"_s);
        select({0, 1});
        QCOMPARE(checked(), QStringList());
        chip(u"Disputed"_s)->click();
        QCOMPARE(status(0), u"disputed"_s);
        QCOMPARE(status(1), u"disputed"_s);
    }

    void theSliderSaysWhatItDoes_data() {
        QTest::addColumn<int>("at");
        QTest::addColumn<double>("importance");
        QTest::addColumn<QString>("meaning");
        QTest::newRow("key") << 85 << 0.85 << u"A key event"_s;
        QTest::newRow("common") << 60 << 0.6 << u"One of the others"_s;
        QTest::newRow("small") << 30 << 0.3 << u"A small event"_s;
        QTest::newRow("none") << 0 << 0.0 << u"A small event"_s;
    }
    void theSliderSaysWhatItDoes() {
        QFETCH(int, at);
        QFETCH(double, importance);
        QFETCH(QString, meaning);
        auto *edit = m_form->findChild<ImportanceEdit *>();
        QCOMPARE(edit->box()->text(), u"not given: as 0.5"_s);
        edit->findChild<QSlider *>()->setValue(at);
        QCOMPARE(edit->box()->value(), importance);
        QVERIFY(document().eventText(0).contains("\"importance\": " + QByteArray::number(importance)));
        const auto labels = edit->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [&](const QLabel *l) { return l->text().startsWith(meaning); }));
        m_editor->undo();
        QVERIFY(document().changes().empty());
    }

    void listsAreFolded() {
        select({2}); // whose link leads nowhere
        auto *table = field<RecordTable>("Links");
        FoldButton *fold = nullptr;
        for (FoldButton *each : m_form->findChildren<FoldButton *>()) {
            fold = each->text() == u"Links"_s ? each : fold;
        }
        QVERIFY(fold->isChecked() && table->isVisible()); // what is wrong is seen
        fold->click();
        QVERIFY(!table->isVisible());
        QVERIFY(!field<RecordTable>("Figures")->isVisible());
    }

    void sourcesAreRows() {
        select({2}); // whose source is not declared
        auto *rows = m_form->findChild<ListRows *>();
        auto *list = rows->findChild<QListView *>();
        QVERIFY(list->isVisible() && !rows->line()->isVisible());
        QCOMPARE(list->model()->rowCount(), 1);
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Delete);
        QVERIFY(details(2).sources.isEmpty());
        QVERIFY(!list->isVisible());
        rows->findChild<QToolButton *>()->click();
        auto *menu = rows->findChild<QMenu *>();
        QCOMPARE(menu->actions().front()->text(), u"Source"_s);
        menu->actions().front()->trigger();
        menu->close();
        QCOMPARE(details(2).sources, QStringList(u"s"_s));
        const QRect row = list->visualRect(list->model()->index(0, 0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, QPoint(row.right() - 12, row.center().y()));
        QVERIFY(details(2).sources.isEmpty());
        rows->showLine();
        type(rows->line(), u"s, t"_s);
        QCOMPARE(details(2).sources, (QStringList{u"s"_s, u"t"_s}));
        QCOMPARE(list->model()->rowCount(), 2);
    }

    /// What cannot be read says what it may mean, and that the event stays where it is.
    void aDateThatCannotBeReadOffersItsReadings() {
        auto *line = field<QLineEdit>("Date");
        type(line, u"early May 2025"_s);
        QVERIFY2(notes().contains(u"stays at “2001”"_s), qPrintable(notes()));
        QStringList offers;
        for (const QPushButton *button : m_form->findChildren<QPushButton *>()) {
            if (button->isVisible() && qobject_cast<FindingNote *>(button->parentWidget()) != nullptr) {
                offers += button->text();
            }
        }
        QVERIFY2(offers.join(u'|').contains(u"May 2025"_s), qPrintable(offers.join(u'|')));
        type(line, u"2002"_s);
        QVERIFY(notes().isEmpty());
        QCOMPARE(details(0).date, u"2002"_s);
    }
};

QTEST_MAIN(FormPartsTest)
#include "form_parts_test.moc"
