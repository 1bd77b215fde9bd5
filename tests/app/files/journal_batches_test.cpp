// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/app_fixture.h"
#include "app/files/journal_batch.h"
#include "app/files/journal_keeper.h"
#include "document/edit/event_edit.h"
#include "document/read/reader.h"

#include <QSignalSpy>
#include <QTest>

using namespace timeloom;
using namespace timeline;
using namespace Qt::StringLiterals;

/// Journals to which edits are appended.
class JournalBatchesTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_state;
    QString m_file;

    static QByteArray titled(const QByteArray &title) { return "{\"title\": \"" + title + "\"}"; }
    static Journal::Fill batch(quint32 key, const QByteArray &saved, const QByteArray &now) {
        return [=](JournalBatch &to) { to.add(key, {titled(saved), titled(now)}); };
    }

private Q_SLOTS:
    void init() {
        m_state = std::make_unique<QTemporaryDir>();
        qputenv("XDG_STATE_HOME", m_state->path().toUtf8());
        m_file = home.path("events.json");
        QVERIFY(write(m_file, "[]"));
    }

    /// All whole batches before the place count, and nothing of the one that it lies in.
    void cutAnywhereAllWholeBatchesCount() {
        const Journal journal(m_file);
        std::vector<qint64> ends;
        std::vector<QByteArray> said; // the edits after each batch
        const auto note = [&](const Result<qint64> &size) {
            QVERIFY2(size, qPrintable(size.error()));
            ends.push_back(*size);
            said.push_back(journal.read()->edits.toBytes());
        };
        note(journal.rewrite(batch(7, "a", "b"), "hash"));
        note(journal.append(batch(3, "c", "d"), ends.back()));
        note(journal.append(batch(7, "a", "e"), ends.back())); // once more
        note(journal.append([](JournalBatch &to) { to.setHead({"[]", "{\"events\": []}"}); }, ends.back()));
        note(journal.append(batch(3, "c", "c"), ends.back())); // taken back
        QCOMPARE(journal.read()->edits.events.size(), std::size_t{1});
        QVERIFY(journal.read()->edits.head.has_value());
        const QByteArray bytes = read(journal.path());
        QCOMPARE(bytes.size(), ends.back());
        for (qsizetype size = 0; size <= bytes.size(); ++size) {
            QVERIFY(write(journal.path(), bytes.first(size)));
            const auto whole = std::ranges::upper_bound(ends, size) - ends.begin();
            const Result<Journal::Content> content = journal.read();
            QCOMPARE(bool(content), whole > 0);
            if (whole > 0) {
                QCOMPARE(content->edits.toBytes(), said[static_cast<std::size_t>(whole) - 1]);
                QCOMPARE(content->fileHash, QByteArray("hash"));
            }
        }
        // What stands there instead of the end, as some file systems leave it.
        for (const char other : {'\0', 'x'}) {
            QVERIFY(write(journal.path(), bytes.first(ends[1]) + QByteArray(bytes.size() - ends[1], other)));
            QCOMPARE(journal.read()->edits.toBytes(), said[1]);
        }
    }

    void onlyToItselfIsAppended() {
        const Journal journal(m_file);
        QVERIFY(!journal.append(batch(1, "a", "b"), 0));
        const Result<qint64> size = journal.rewrite(batch(1, "a", "b"), "hash");
        QVERIFY(size && !journal.append(batch(1, "a", "c"), *size - 1));
        QVERIFY(QFile::link(journal.path(), home.path("link")));
        const QByteArray bytes = read(journal.path());
        QVERIFY(QFile::rename(journal.path(), home.path("moved")) &&
                QFile::link(home.path("moved"), journal.path()));
        QVERIFY(!journal.append(batch(1, "a", "c"), *size));
        QCOMPARE(read(home.path("moved")), bytes);
    }

    void aLongBatchIsOne() {
        const Journal journal(m_file);
        const QByteArray text(100'000, 'x');
        const Result<qint64> size = journal.rewrite(
            [&](JournalBatch &to) {
                for (quint32 key = 0; key < 100; ++key) {
                    to.add(key, {titled("a"), titled(text)});
                }
            },
            "hash");
        QVERIFY(size);
        QCOMPARE(journal.read()->edits.events.size(), std::size_t{100});
        QVERIFY(QFile::resize(journal.path(), *size - 1));
        QVERIFY(!journal.read());
    }

    /// Journals of before are still read.
    void oldJournalsAreRead() {
        QFile old(Journal(m_file).path());
        QVERIFY(old.open(QIODevice::WriteOnly));
        const PendingEdits edits{{{titled("a"), titled("b")}}, {}};
        const QCborMap map{
            {u"fileHash"_s, QByteArray("hash")}, {u"written"_s, 5}, {u"edits"_s, edits.toBytes()}};
        QVERIFY(old.write(map.toCborValue().toCbor()) > 0);
        old.close();
        const auto content = Journal(m_file).read();
        QVERIFY(content);
        QCOMPARE(content->edits.toBytes(), edits.toBytes());
        QCOMPARE(content->written.toMSecsSinceEpoch(), 5);
    }

    /// What a letter costs does not depend on what was edited before.
    void whatIsKeptGrowsByWhatWasEdited() {
        QByteArrayList events;
        for (int i = 0; i < 3000; ++i) {
            events += "{\"title\": \"T\", \"date\": \"2001\"}";
        }
        const auto document = readDocument('[' + events.join(',') + ']').document;
        JournalKeeper keeper;
        keeper.begin(Journal(m_file));
        const EditedTexts saved = document->edited();
        auto next = std::make_shared<Document>(*document);
        const auto edit = [&](EventIndex first, EventIndex end, const QByteArray &title) {
            next = std::make_shared<Document>(*next);
            std::vector<EventIndex> edited;
            DocumentEdit all;
            for (EventIndex event = first; event < end; ++event) {
                all.events.push_back({event, "{\"title\": \"" + title + "\", \"date\": \"2001\"}"});
                edited.push_back(event);
            }
            next->apply(all);
            keeper.note(edited);
            keeper.write(next, saved, "hash");
            keeper.wait();
        };
        edit(0, 3000, "U");
        const qint64 many = QFileInfo(keeper.path()).size();
        edit(5, 6, "V");
        const qint64 more = QFileInfo(keeper.path()).size();
        QVERIFY(more > many && more < many + 500);
        QCOMPARE(keeper.journal().read()->edits.toBytes(), PendingEdits::of(*next, saved).toBytes());
        QVERIFY(QFile::remove(keeper.path())); // by somebody else
        edit(6, 7, "W");
        QCOMPARE(keeper.journal().read()->edits.toBytes(), PendingEdits::of(*next, saved).toBytes());
        keeper.remove();
        QVERIFY(!keeper.journal().exists());
        edit(7, 8, "X");
        QCOMPARE(keeper.journal().read()->edits.toBytes(), PendingEdits::of(*next, saved).toBytes());
    }
};

QTEST_GUILESS_MAIN(JournalBatchesTest)
#include "journal_batches_test.moc"
