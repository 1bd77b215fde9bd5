// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/app_fixture.h"
#include "app/files/journal.h"
#include "app/files/window_per_file.h"

#include <QDir>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <unistd.h>

using namespace timeloom;
using namespace Qt::StringLiterals;

class WindowPerFileTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;

    QString path(const QString &name) const { return m_folder->filePath(name); }
    static std::unique_ptr<FileClaim> take(const QString &fileName) {
        QString other;
        return FileClaim::take(fileName, &other);
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_STATE_HOME", path(u"state"_s).toUtf8());
        m_file = path(u"events.json"_s);
        QVERIFY(write(m_file, "[]"));
    }

    /// However it is reached.
    void oneWindowHasAFile_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("its name") << u"events.json"_s;
        QTest::newRow("another spelling") << u"./folder/.././events.json"_s;
        QTest::newRow("a link") << u"link.json"_s;
        QTest::newRow("a link to its folder") << u"linked/events.json"_s;
        QTest::newRow("a second name") << u"second.json"_s;
    }
    void oneWindowHasAFile() {
        QFETCH(QString, name);
        QVERIFY(QDir(m_folder->path()).mkdir(u"folder"_s));
        QVERIFY(QFile::link(m_file, path(u"link.json"_s)));
        QVERIFY(QFile::link(m_folder->path(), path(u"linked"_s)));
        QCOMPARE(::link(qPrintable(m_file), qPrintable(path(u"second.json"_s))), 0);
        const QString given = m_folder->path() + u'/' + name;
        QVERIFY(!WindowPerFile::raise(given));

        WindowPerFile first;
        QSignalSpy wanted(&first, &WindowPerFile::wanted);
        first.prepare(WindowPerFile::take(m_file));
        first.settle(true);
        QVERIFY(WindowPerFile::take(given) == nullptr);
        QTRY_COMPARE(wanted.size(), 1); // and it comes forward
        QVERIFY(WindowPerFile::raise(given));
        QTRY_COMPARE(wanted.size(), 2);
        QVERIFY(WindowPerFile::take(path(u"other.json"_s)) != nullptr);

        first.settle(true); // it shows something else
        QVERIFY(WindowPerFile::take(given) != nullptr);
        QCOMPARE(QDir(stateFolder()).entryList(QDir::Files | QDir::System), QStringList());
    }

    void aFileThatIsOnItsWayIsTaken() {
        WindowPerFile first;
        first.prepare(WindowPerFile::take(m_file));
        QVERIFY(take(m_file) == nullptr);
        first.giveUp();
        QVERIFY(take(m_file) != nullptr);
    }

    /// The file of a new name is one when it is there.
    void whatIsSavedIsStillOnes() {
        const QString name = path(u"new.json"_s);
        const auto claim = take(name);
        QVERIFY(claim != nullptr);
        QVERIFY(write(name, "[]"));
        claim->renew();
        QCOMPARE(::link(qPrintable(name), qPrintable(path(u"second.json"_s))), 0);
        QVERIFY(take(name) == nullptr);
        QVERIFY(take(path(u"second.json"_s)) == nullptr);
        QVERIFY(QFile::remove(name) && write(name, "[1]")); // as a save does
        claim->renew();
        QVERIFY(take(name) == nullptr);
        QVERIFY(take(path(u"second.json"_s)) != nullptr);
    }

    /// What a crash leaves, and what is not of ours, is in nobody's way.
    void whatIsLeftBehindIsInNobodysWay() {
        const QString base = stateFolder() + u'/' + Journal::keyOf(m_file);
        QVERIFY(write(base + u".lock"_s, "0123"));
        QVERIFY(write(base + u".window"_s, {}));
        QVERIFY(!WindowPerFile::raise(m_file));
        QVERIFY(take(m_file) != nullptr);
        QVERIFY(QDir().mkdir(base + u".lock"_s)); // no lock is to be had
        const auto claim = take(m_file);
        QVERIFY(claim != nullptr);
        QVERIFY(take(m_file) == nullptr);
    }

    /// Of many that start at the same moment one has it.
    void oneOfManyHasIt() {
        constexpr int rounds = 20;
        constexpr int racers = 8;
        for (int round = 0; round < rounds; ++round) {
            std::atomic<int> holders = 0;
            QSemaphore start;
            QSemaphore tried;
            QSemaphore end;
            std::vector<std::unique_ptr<QThread>> threads;
            for (int i = 0; i < racers; ++i) {
                threads.emplace_back(QThread::create([&] {
                    start.acquire();
                    const auto claim = take(m_file);
                    holders += claim ? 1 : 0;
                    tried.release();
                    end.acquire();
                }));
                threads.back()->start();
            }
            start.release(racers);
            tried.acquire(racers);
            const int had = holders;
            end.release(racers);
            for (const auto &thread : threads) {
                thread->wait();
            }
            QCOMPARE(had, 1);
        }
    }

    void eachWindowHasAStoryOfItsOwn() {
        const auto first = WindowPerFile::take(u":story"_s);
        auto second = WindowPerFile::take(u":story"_s);
        QVERIFY(first && second && first->fileName() != second->fileName());
        const QString name = second->fileName();
        second.reset();
        QCOMPARE(WindowPerFile::take(u":story"_s)->fileName(), name);
    }
};

QTEST_GUILESS_MAIN(WindowPerFileTest)
#include "window_per_file_test.moc"
