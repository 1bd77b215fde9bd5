// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/event_edit.h"
#include "document/edit/word_list.h"

#include <QJsonArray>
#include <QTest>

using namespace timeline;
using namespace Qt::StringLiterals;

/// Lists that people write in a line.
class WordListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWords_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("plain") << u"a, b c ,d"_s << QStringList({u"a"_s, u"b c"_s, u"d"_s});
        QTest::newRow("nothing") << u" ,, "_s << QStringList();
        QTest::newRow("a comma in one") << u"Plutarch,\"Livy, Ab urbe condita, I.3\""_s
                                        << QStringList({u"Plutarch"_s, u"Livy, Ab urbe condita, I.3"_s});
        QTest::newRow("a mark in one") << u"\"say \"\"a\"\"\", b"_s << QStringList({u"say \"a\""_s, u"b"_s});
        QTest::newRow("a mark within") << u"5\" disk, b"_s << QStringList({u"5\" disk"_s, u"b"_s});
        QTest::newRow("an empty one") << u"\"\", b"_s << QStringList({QString(), u"b"_s});
        QTest::newRow("one that does not end") << u"a, \"b, c"_s << QStringList({u"a"_s, u"b, c"_s});
    }
    void readsWords() {
        QFETCH(QString, line);
        QFETCH(QStringList, words);
        QCOMPARE(wordsIn(line), words);
        QCOMPARE(wordsIn(wordList(words)), words);
        // The command line reads them in the same way.
        QCOMPARE(*EventEdit::parse(u"sources"_s, line), QJsonValue(QJsonArray::fromStringList(words)));
    }
};

QTEST_APPLESS_MAIN(WordListTest)
#include "word_list_test.moc"
