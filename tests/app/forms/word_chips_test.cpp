// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/fields/word_chips.h"

#include "app/app_fixture.h"
#include "app/fields/date_edit.h"
#include "app/fields/list_edit.h"
#include "app/fields/markdown_edit.h"
#include "app/signs/trough.h"

#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

using namespace timeloom;
using namespace Qt::StringLiterals;

/// Words as chips, a date that is wrong, and a description in one field.
class WordChipsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<WordChips> m_words;
    std::unique_ptr<QSignalSpy> m_edits;

    QStringList chips() const {
        QStringList words;
        for (const WordChip *chip : m_words->findChildren<WordChip *>()) {
            if (chip->isVisibleTo(m_words.get())) {
                words += chip->text();
            }
        }
        return words;
    }
    WordChip *chip(const QString &word) const {
        for (WordChip *one : m_words->findChildren<WordChip *>()) {
            if (one->text() == word && one->isVisibleTo(m_words.get())) {
                return one;
            }
        }
        return nullptr;
    }
    QStringList told() const {
        return m_edits->isEmpty() ? QStringList() : m_edits->last()[0].toStringList();
    }

private Q_SLOTS:
    void init() {
        m_words = std::make_unique<WordChips>(
            [] {
                return QStringList{u"red"_s, u"blue"_s};
            },
            u"Add a tag"_s);
        m_words->resize(280, 120);
        m_words->setWords({u"one"_s, u"two words"_s, u"three"_s}, false);
        m_words->show();
        m_edits = std::make_unique<QSignalSpy>(m_words.get(), &WordChips::edited);
        QVERIFY(QTest::qWaitForWindowActive(m_words.get()));
    }

    void theCrossTakesOut() {
        QCOMPARE(chips(), QStringList({u"one"_s, u"two words"_s, u"three"_s}));
        WordChip *two = chip(u"two words"_s);
        QVERIFY(two->width() >= 24 && two->height() >= 24);
        QTest::mouseClick(two, Qt::LeftButton, {}, QPoint(6, two->height() / 2));
        QCOMPARE(m_edits->count(), 0); // beside it
        QTest::mouseClick(two, Qt::LeftButton, {}, QPoint(two->width() - 10, two->height() / 2));
        QCOMPARE(told(), QStringList({u"one"_s, u"three"_s}));
        QCOMPARE(chips(), told());
    }

    void keysTakeOutAndStay_data() {
        QTest::addColumn<int>("key");
        QTest::newRow("Delete") << static_cast<int>(Qt::Key_Delete);
        QTest::newRow("Backspace") << static_cast<int>(Qt::Key_Backspace);
        QTest::newRow("Space") << static_cast<int>(Qt::Key_Space);
    }
    void keysTakeOutAndStay() {
        QFETCH(int, key);
        chip(u"one"_s)->setFocus();
        QTest::keyClick(chip(u"one"_s), static_cast<Qt::Key>(key));
        QCOMPARE(told(), QStringList({u"two words"_s, u"three"_s}));
        QVERIFY(chip(u"two words"_s)->hasFocus()); // what stands there now
        QKeyEvent shortcut(QEvent::ShortcutOverride, Qt::Key_Delete, Qt::NoModifier);
        shortcut.ignore();
        QCoreApplication::sendEvent(chip(u"three"_s), &shortcut);
        QVERIFY(shortcut.isAccepted()); // the event stays
    }

    void aLineAdds() {
        auto *add = m_words->findChild<QToolButton *>();
        QVERIFY(!m_words->line()->isVisible());
        QTest::mouseClick(add, Qt::LeftButton);
        QVERIFY(m_words->line()->isVisible() && !add->isVisible());
        QTest::keyClicks(m_words->line(), u"red, \"a, b\""_s);
        QCOMPARE(told().size(), 5);
        QCOMPARE(told().at(3), u"red"_s);
        QTest::keyClick(m_words->line(), Qt::Key_Escape); // the list, if it is there
        QTest::keyClick(m_words->line(), Qt::Key_Return);
        QVERIFY(!m_words->line()->isVisible() && add->isVisible() && add->hasFocus());
        QCOMPARE(chips(), told());
        // Nothing is typed: nothing changes.
        const auto before = m_edits->count();
        QTest::keyClick(add, Qt::Key_Space);
        QTest::keyClick(m_words->line(), Qt::Key_Return);
        QCOMPARE(m_edits->count(), before);
        QCOMPARE(m_words->line()->words(), chips());
    }

    void oddWords() {
        const QStringList odd{u"a, b"_s, u"\u202Eturned"_s, QString(500, u'x'), u"<b>bold</b>"_s, u"&amp"_s};
        m_words->setWords(odd, false);
        QCOMPARE(chips(), odd);
        for (const QString &word : odd) {
            QVERIFY(chip(word)->sizeHint().width() < 300);
        }
        chip(odd[1])->click();
        QCOMPARE(told(), QStringList({odd[0], odd[2], odd[3], odd[4]}));
        QStringList many;
        for (int i = 0; i < 5000; ++i) {
            many += u"w%1"_s.arg(i);
        }
        m_words->setWords(many, false);
        QVERIFY(chips().size() <= 100);
        chip(u"w0"_s)->click();
        QCOMPARE(told().size(), 4999);
        m_words->setWords({}, true);
        QVERIFY(chips().empty());
    }

    void aWrongDateHasARedBorder_data() {
        QTest::addColumn<QString>("date");
        QTest::addColumn<bool>("isWrong");
        QTest::newRow("none") << QString() << false;
        QTest::newRow("a date") << u"2025-05~"_s << false;
        QTest::newRow("words") << u"early May 2025"_s << true;
        QTest::newRow("no such day") << u"2025-02-30"_s << true;
    }
    void aWrongDateHasARedBorder() {
        QFETCH(QString, date);
        QFETCH(bool, isWrong);
        DateEdit edit;
        edit.setText(date);
        QCOMPARE(edit.line()->property("wrong").toBool(), isWrong);
        edit.line()->selectAll();
        QTest::keyClicks(edit.line(), u"2025"_s);
        QVERIFY(!edit.line()->property("wrong").toBool());
        QTest::keyClicks(edit.line(), u"x"_s);
        QVERIFY(edit.line()->property("wrong").toBool());
    }

    void aDescriptionIsWrittenOrRead() {
        MarkdownEdit edit;
        edit.show();
        edit.setText(u"**bold** text"_s);
        auto *choice = edit.findChild<Trough *>();
        auto *read = edit.findChild<QTextBrowser *>();
        QVERIFY(edit.source()->isVisible() && !read->isVisible());
        choice->button(1)->click();
        QVERIFY(!edit.source()->isVisible() && read->isVisible());
        QCOMPARE(read->toPlainText(), u"bold text"_s);
        edit.setText(u"*other*"_s);
        QCOMPARE(read->toPlainText(), u"other"_s);
        choice->button(0)->click();
        QVERIFY(edit.source()->isVisible());
    }
};

QTEST_MAIN(WordChipsTest)
#include "word_chips_test.moc"
