// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read/link_targets.h"

#include "document/read/reader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <map>

using namespace timeline;
using namespace Qt::StringLiterals;

/// Links lead to the first event with their id, whatever the number of both, from memory or from a mapped
/// file.
class LinkTargetsTest : public QObject {
    Q_OBJECT

    static constexpr int count = 40'000; // groups of events and parts of links, several of each

    /// Events 0, 1, 2 ..., of which each third has no id and each hundredth that of an earlier one; each
    /// leads to two others, some of which are not there.
    static QByteArray file() {
        QByteArray bytes = "[";
        for (int i = 0; i < count; ++i) {
            const QByteArray id = i % 3 == 0 ? QByteArray() : "\"id\": \"" + idOf(i) + "\", ";
            bytes += (i > 0 ? ",\n{" : "\n{") + id +
                     "\"title\": \"T\", \"date\": \"2001\", \"links\": [{\"to\": \"" + idOf(firstOf(i)) +
                     "\"}, {\"to\": \"" + idOf(secondOf(i)) + "\"}]}";
        }
        return bytes + "]";
    }
    static QByteArray idOf(int i) {
        const int named = i < count && i % 100 == 1 ? i % 1000 : i;
        return (named % 7 == 0 ? "\\u0065" : "e") + QByteArray::number(named); // some have an escape
    }
    static int firstOf(int i) { return (i * 7919) % count; }
    static int secondOf(int i) { return (i * 31) % (count + 100); }

    static void check(const Document &document) {
        std::map<QByteArray, EventIndex> ids;
        for (int i = 0; i < count; ++i) {
            if (i % 3 != 0) {
                ids.emplace(idOf(i).replace("\\u0065", "e"), static_cast<EventIndex>(i));
            }
        }
        std::vector<std::pair<EventIndex, EventIndex>> expected;
        for (int i = 0; i < count; ++i) {
            for (const int to : {firstOf(i), secondOf(i)}) {
                if (const auto found = ids.find(idOf(to).replace("\\u0065", "e")); found != ids.end()) {
                    expected.emplace_back(i, found->second);
                }
            }
        }
        QCOMPARE(document.relations().size(), expected.size());
        const std::vector<Relation> relations = document.relations().all();
        for (std::size_t i = 0; i < expected.size(); ++i) {
            QCOMPARE(relations[i].from, expected[i].first);
            QCOMPARE(relations[i].to, expected[i].second);
        }
        const auto lost = std::ranges::count_if(document.findings(), [](const Finding &finding) {
            return finding.code == FindingCode::LostLink;
        });
        QCOMPARE(static_cast<std::size_t>(lost), 2 * count - expected.size());
    }

private slots:
    void fromMemory() { check(*readDocument(FileBytes(file())).document); }

    void fromAMappedFile() {
        const QTemporaryDir folder;
        QFile written(folder.filePath(u"file.json"_s));
        QVERIFY(written.open(QIODevice::WriteOnly));
        const QByteArray bytes = file();
        QVERIFY(bytes.size() > 1'048'576);
        QCOMPARE(written.write(bytes), bytes.size());
        written.close();
        check(*readFile(written.fileName())->document);
    }
};

QTEST_GUILESS_MAIN(LinkTargetsTest)
#include "link_targets_test.moc"
