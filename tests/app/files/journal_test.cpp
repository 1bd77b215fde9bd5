// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/app_fixture.h"
#include "app/files/journal.h"

#include <QDir>
#include <QTest>

#include <sys/stat.h>

using namespace timeloom;
using namespace timeline;
using namespace Qt::StringLiterals;

class JournalTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_state;
    QString m_file;

    static PendingEdits someEdits() {
        return {{{"{\"title\": \"A\"}", "{\"title\": \"\xC3\xA4\"}"}, {"{\"title\": \"gone\"}", {}}},
                PendingEdits::Change{"[]", "{\"events\": []}"}};
    }
    QString stateHome() const { return m_state->filePath(u"not/yet/there"_s); }

private Q_SLOTS:
    void init() {
        m_state = std::make_unique<QTemporaryDir>();
        qputenv("XDG_STATE_HOME", stateHome().toUtf8());
        m_file = home.path("events.json");
        QVERIFY(write(m_file, "[]"));
    }

    void whatIsWrittenIsRead() {
        const Journal journal(m_file);
        QVERIFY(!journal.exists() && !journal.read());
        const QDateTime before = QDateTime::currentDateTime();
        QVERIFY(journal.write(someEdits(), "hash"));
        QVERIFY(journal.exists());
        const auto content = Journal(m_file).read(); // by another process
        QVERIFY(content);
        QCOMPARE(content->edits.toBytes(), someEdits().toBytes());
        QCOMPARE(content->fileHash, QByteArray("hash"));
        QVERIFY(content->written >= before);

        QVERIFY(journal.write({{{"{}", "{\"title\": \"B\"}"}}, {}}, "later"));
        QCOMPARE(journal.read()->fileHash, QByteArray("later"));
        QCOMPARE(journal.read()->edits.events.size(), std::size_t{1});
    }

    void removedItIsGone() {
        const Journal journal(m_file);
        QVERIFY(journal.write(someEdits(), "hash"));
        journal.remove();
        QVERIFY(!journal.exists() && !journal.read());
        QCOMPARE(QDir(stateFolder()).entryList(QDir::Files | QDir::Hidden), QStringList());
        journal.remove(); // what is not there
        QVERIFY(!journal.exists());
    }

    void oneFileOneJournal() {
        const QString other = home.path("other.json");
        QVERIFY(write(other, "[]"));
        QVERIFY(Journal(m_file).write(someEdits(), "one"));
        QVERIFY(!Journal(other).exists());
        QVERIFY(Journal(other).write(someEdits(), "two"));
        Journal(m_file).remove();
        QCOMPARE(Journal(other).read()->fileHash, QByteArray("two"));
    }

    /// Edits may be private, whatever the umask says.
    void onlyTheOwnerMayRead() {
        QVERIFY(!QFile::exists(stateHome()));
        const Journal journal(m_file);
        QVERIFY(journal.write(someEdits(), "hash"));
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                                QFile::WriteOther | QFile::ExeOther;
        constexpr auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
        QCOMPARE(QFile::permissions(journal.path()) & (owner | others), QFile::ReadOwner | QFile::WriteOwner);
        QCOMPARE(QFile::permissions(stateFolder()) & (owner | others), QFile::Permissions(owner));
        QVERIFY(journal.write(someEdits(), "again"));
        QCOMPARE(QFile::permissions(journal.path()) & (owner | others), QFile::ReadOwner | QFile::WriteOwner);
    }

    void theFolderIsMade() {
        QVERIFY(!QFile::exists(stateHome()));
        QCOMPARE(stateFolder(), stateHome() + u"/timeloom"_s);
        QVERIFY(QFileInfo(stateFolder()).isDir());
        QVERIFY(Journal(m_file).path().startsWith(stateFolder() + u'/'));
    }

    /// The XDG specification: what is not set, empty or relative counts as not set.
    void theFolderIsInTheHomeWithoutAName_data() {
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("not set") << QByteArray();
        QTest::newRow("empty") << QByteArray("");
    }
    void theFolderIsInTheHomeWithoutAName() {
        QFETCH(QByteArray, value);
        value.isNull() ? qunsetenv("XDG_STATE_HOME") : qputenv("XDG_STATE_HOME", value);
        QCOMPARE(stateFolder(), QDir::homePath() + u"/.local/state/timeloom"_s);
    }

    void whereNothingCanBeWrittenItSaysSo() {
        QVERIFY(write(home.path("file"), "no folder"));
        qputenv("XDG_STATE_HOME", home.path("file").toUtf8());
        const Journal journal(m_file);
        QVERIFY(!journal.write(someEdits(), "hash"));
        QVERIFY(!journal.exists() && !journal.read());
        QCOMPARE(read(home.path("file")), QByteArray("no folder"));
    }

    void withoutAFileThereIsNone() {
        const Journal none;
        QVERIFY(!none.write(someEdits(), "hash"));
        QVERIFY(!none.exists() && !none.read());
        none.remove();
    }

    void damagedItIsIgnored_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << QByteArray("no journal");
        QTest::newRow("zeros") << QByteArray(500, '\0'); // as some file systems leave it after a crash
        QTest::newRow("a map without edits") << QByteArray("\xA1\x61\x61\x01", 4);
        QTest::newRow("edits that are none") << QByteArray("\xA1\x65"
                                                           "edits\x43"
                                                           "abc");
    }
    void damagedItIsIgnored() {
        QFETCH(QByteArray, bytes);
        const Journal journal(m_file);
        QVERIFY(write(journal.path(), bytes));
        QVERIFY(!journal.read());
        QVERIFY(journal.write(someEdits(), "hash")); // and in nobody's way
        QVERIFY(journal.read());
    }

    /// What no journal says, and what no file is: never waited for, never read on for long.
    void whatIsNoJournalIsNotRead_data() {
        QTest::addColumn<QByteArray>("text"); // of an event
        QTest::newRow("nothing but blanks") << QByteArray("  ");
        QTest::newRow("ends in a string") << QByteArray("{\"title\": \"A");
        QTest::newRow("ends in an escape") << QByteArray("{\"title\": \"A\\");
        QTest::newRow("ends in an object") << QByteArray("{\"title\": ");
        QTest::newRow("two values") << QByteArray("{},{}");
        QTest::newRow("ends a list") << QByteArray("{}],[{}");
        QTest::newRow("no UTF-8") << QByteArray("{\"title\": \"\xFF\xC3\"}");
        QTest::newRow("a zero") << QByteArray("{}\0", 3);
        QTest::newRow("deep, and not closed") << QByteArray(100'000, '[');
    }
    void whatIsNoJournalIsNotRead() {
        QFETCH(QByteArray, text);
        const Journal journal(m_file);
        const PendingEdits::Change fine{"{}", "{\"title\": \"A\"}"};
        QVERIFY(journal.write({{fine}, {}}, "hash") && journal.read());
        for (const PendingEdits &edits :
             {PendingEdits{{fine, {text, "{}"}}, {}}, PendingEdits{{{"{}", text}, fine}, {}},
              PendingEdits{{fine}, PendingEdits::Change{text, "[]"}},
              PendingEdits{{fine}, PendingEdits::Change{"[]", text}}}) {
            QVERIFY(journal.write(edits, "hash"));
            QVERIFY(!journal.read());
        }
    }

    void whatIsNoFileIsNotRead() {
        const Journal journal(m_file);
        const QByteArray path = journal.path().toUtf8();
        const auto isAside = [&journal] { return journal.exists() && !journal.read() && journal.setAside(); };
        QCOMPARE(::mkfifo(path.constData(), 0600), 0);
        QVERIFY(isAside());
        QVERIFY(QDir().mkdir(journal.path()));
        QVERIFY(isAside());
        QVERIFY(QFile::link(u"/dev/zero"_s, journal.path()));
        QVERIFY(isAside());
        QVERIFY(QFile::link(u"/nowhere/at/all"_s, journal.path()));
        QVERIFY(isAside());
        const Journal other(home.path("another.json"));
        QVERIFY(other.write(someEdits(), "hash"));
        QVERIFY(QFile::link(other.path(), journal.path())); // what is somebody else's
        QVERIFY(isAside());
        QVERIFY(other.read());
        QFile endless(journal.path());
        QVERIFY(endless.open(QIODevice::WriteOnly) && endless.resize(qint64{1} << 40));
        QVERIFY(isAside());
        QVERIFY(!journal.exists());
    }

    /// All of it is kept, under names where nobody looks for edits.
    void whatCannotBeReadIsPutAway() {
        const Journal journal(m_file);
        for (const QByteArray text : {"one", "two"}) {
            QVERIFY(write(journal.path(), text));
            const Result<QString> kept = journal.putAway();
            QVERIFY(kept);
            QCOMPARE(read(*kept), text);
            QVERIFY(!journal.exists() && !journal.leftBehind().exists());
        }
    }

    void cutItIsIgnored() {
        const Journal journal(m_file);
        QVERIFY(journal.write(someEdits(), "hash"));
        const QByteArray bytes = read(journal.path());
        QVERIFY(bytes.size() > 50);
        for (qsizetype size = 0; size < bytes.size(); ++size) {
            QVERIFY(write(journal.path(), bytes.first(size)));
            const auto content = journal.read();
            QVERIFY2(!content, qPrintable(QString::number(size)));
        }
    }

    /// As when all were taken back.
    void noEditsAreReadAsNone() {
        const Journal journal(m_file);
        QVERIFY(journal.write({}, "hash"));
        const auto content = journal.read();
        QVERIFY(content && content->edits.isEmpty());
    }

    void theKeyIsThatOfTheRealFile() {
        const QString link = home.path("link.json");
        const QString linkedFolder = home.path("folder");
        QVERIFY(QFile::link(m_file, link));
        QVERIFY(QFile::link(QFileInfo(m_file).absolutePath(), linkedFolder));
        const QString key = Journal::keyOf(m_file);
        QVERIFY(!key.isEmpty() && !key.contains(u'/'));
        QCOMPARE(Journal::keyOf(link), key);
        QCOMPARE(Journal::keyOf(linkedFolder + u"/events.json"_s), key);
        const QString folder = QFileInfo(m_file).dir().dirName();
        QCOMPARE(Journal::keyOf(linkedFolder + u"/../"_s + folder + u"/events.json"_s), key);
        QCOMPARE(Journal::keyOf(QDir::current().relativeFilePath(m_file)), key);
        QCOMPARE(Journal(link).path(), Journal(m_file).path());
        QVERIFY(Journal::keyOf(home.path("other.json")) != key);
        QVERIFY(Journal::keyOf(home.path("not-there.json")) != Journal::keyOf(home.path("nor-this.json")));
    }
};

QTEST_GUILESS_MAIN(JournalTest)
#include "journal_test.moc"
