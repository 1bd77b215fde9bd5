// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/json/harmless_copy.h"
#include "document/read/document_builder.h"
#include "test_paths.h"
#include "time/edtf.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTest>

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

QString shown(const Span &span) {
    return u"%1.%2/%3.%4 %5"_s.arg(span.begin.seconds)
        .arg(span.begin.millis)
        .arg(span.end.seconds)
        .arg(span.end.millis)
        .arg(span.flags.toInt());
}

/// All that reading gives, as text.
QStringList shown(const ReadResult &result) {
    QStringList lines;
    lines << u"JSON %1"_s.arg(result.isJson);
    result.tellFindings([&lines](const Finding &finding) {
        lines << toString(finding, QString()) +
                     (finding.event ? u" of event %1"_s.arg(*finding.event) : QString());
    });
    if (!result.document) {
        return lines;
    }
    const Document &document = *result.document;
    lines << document.title() << (document.extent() ? shown(*document.extent()) : u"no extent"_s);
    for (const Category &category : document.categories()) {
        lines << u"category "_s + category.id + u' ' + category.title;
    }
    for (EventIndex event = 0; event < document.eventCount(); ++event) {
        const QString id = document.details(event).id;
        lines << QString::fromUtf8(document.eventText(event)) << shown(document.span(event))
              << u"%1 %2 %3 %4"_s.arg(document.category(event))
                     .arg(int(document.status(event)))
                     .arg(double(document.importance(event)))
                     .arg(id.isEmpty() ? -1 : qint64(document.findEvent(id).value_or(999'999)));
    }
    for (const Relation &relation : document.relations().all()) {
        lines << u"%1 to %2, %3"_s.arg(relation.from).arg(relation.to).arg(int(relation.kind));
    }
    return lines;
}

QStringList scanned(const QByteArray &bytes, const ScanCuts &cuts) {
    ReadControl control(nullptr);
    HarmlessCopy copy;
    FileScan scan = scanFile({bytes, bytes, {}}, control, {}, cuts);
    if (scan.needsHarmlessCopy) {
        copy = harmlessCopy(bytes);
        scan = scanFile({copy.bytes, bytes, copy.replaced}, control, {}, cuts);
    }
    if (scan.hasBadText) {
        return {u"bad text"_s};
    }
    if (scan.error) {
        return {u"%1: %2"_s.arg(scan.error->offset).arg(scan.error->message())};
    }
    DocumentBuilder builder(FileBytes(bytes), std::move(scan), control);
    builder.warnOfSurrogates(copy.surrogates);
    return shown(builder.build());
}

void compareCuts(const QByteArray &bytes) {
    ScanCuts whole;
    whole.smallestFile = bytes.size() + 1;
    const QStringList expected = scanned(bytes, whole);
    for (const qint64 stretch : {1, 50, 333, 3000}) {
        for (const qint64 first : {0, 200}) {
            for (const unsigned threads : {1U, 3U}) {
                const QStringList found = scanned(bytes, {0, first, stretch, threads});
                for (qsizetype i = 0; i < qMin(found.size(), expected.size()); ++i) {
                    QCOMPARE(found[i], expected[i]);
                }
                QCOMPARE(found.size(), expected.size());
            }
        }
    }
}

/// Events of all kinds, of which some are wrong and many look like the beginning of another.
class RandomFile {
public:
    explicit RandomFile(quint32 seed) : m_random(seed) {}

    QByteArray make() {
        QByteArray events = "[" + blank();
        const int count = below(120);
        for (int i = 0; i < count; ++i) {
            events += (i > 0 ? "," + blank() : QByteArray()) + event(i) + blank();
        }
        events += "]";
        if (below(3) == 0) {
            return blank() + events + blank();
        }
        const QByteArray more =
            "\"categories\":[{\"id\":\"c1\"},{\"id\":\"c2\"}],\"sources\":[{\"id\":\"s\"}]";
        return below(2) == 0 ? "{\"title\":\"T\"," + more + ",\"events\":" + blank() + events + "}"
                             : "{\"events\":" + events + "," + blank() + more + ",\"title\":\"T\"}";
    }

    int below(int bound) { return int(m_random.bounded(bound)); }

private:
    QByteArray blank() { return QByteArray(below(4) == 0 ? below(9) : 0, below(2) == 0 ? '\n' : ' '); }
    QByteArray number(int bound) { return QByteArray::number(below(bound)); }
    QByteArray one(std::initializer_list<const char *> of) { return of.begin()[below(int(of.size()))]; }

    QByteArray event(int i) {
        if (below(25) == 0) {
            return one({"5", "\"},{\\\"id\\\":\"", "[{\"id\":\"x\"},{\"id\":\"y\"}]", "{}", "null"});
        }
        const QByteArray id = QByteArray::number(below(20) == 0 ? below(i + 1) : i);
        QByteArrayList members = {"\"id\":" + (below(5) == 0 ? id : "\"e" + id + "\""),
                                  "\"title\":\"" + one({"A", "}, {\\\"id\\\":", "\\u00e9", "é", "]}"}) + "\"",
                                  "\"date\":\"" + QByteArray::number(1900 + below(200)) +
                                      one({"", "?", "/..", "-99"}) + "\""};
        if (below(3) == 0) {
            members << "\"x\":[{\"id\":\"u\"}," + blank() + "{" + blank() + "\"id\":\"v\"},{\"id\":[]}]";
        }
        if (below(3) == 0) {
            members << "\"links\":[{\"to\":\"e" + number(130) +
                           "\"},{\"kind\":\"part-of\",\"to\":" + one({"\"e1\"", "1", "\"2\"", "-0.0"}) + "}]";
        }
        if (below(3) == 0) {
            members << "\"category\":" + (below(4) == 0 ? number(3) : "\"c" + number(5) + "\"");
        }
        if (below(4) == 0) {
            members << one({"\"status\":\"planned\"", "\"status\":\"odd\"", "\"sources\":[\"s\",\"t\"]",
                            "\"sources\":[1,\"1\"]", "\"tags\":[1,-2e9]", "\"\\u0069mportance\":1",
                            "\"importance\":2", "\"id\":\"again\"", "\"n\":1e999", "\"h\":\"\\ud83d\""});
        }
        if (below(10) == 0) {
            std::swap(members[0], members[1]);
        }
        QByteArray text = "{" + blank();
        for (const QByteArray &member : members) {
            text += (text.size() > 1 && text.contains(':') ? "," + blank() : QByteArray()) + member + blank();
        }
        return text + "}";
    }

    QRandomGenerator m_random;
};

} // namespace

/// However a file is cut up for several threads, the same comes out.
class FileScanTest : public QObject {
    Q_OBJECT

private slots:
    void cutsMakeNoDifference_data() {
        QTest::addColumn<QString>("path");
        for (const char *folder : {"good", "bad", "."}) {
            const QDir dir(QStringLiteral(TEST_DATA) + u'/' + QString::fromLatin1(folder));
            for (const QFileInfo &file : dir.entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name)) {
                QTest::addRow("%s/%s", folder, qPrintable(file.completeBaseName())) << file.filePath();
            }
        }
        QTest::newRow("the story") << QStringLiteral(RESOURCES "/deepseek.json");
    }
    void cutsMakeNoDifference() {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        compareCuts(file.readAll());
    }

    void cutsMakeNoDifferenceInRandomFiles() {
        for (quint32 seed = 0; seed < 120; ++seed) {
            const QByteArray bytes = RandomFile(seed).make();
            compareCuts(bytes);
            if (QTest::currentTestFailed()) {
                qWarning("seed %u", seed);
                return;
            }
        }
    }

    void cutsMakeNoDifferenceInBrokenFiles() {
        for (quint32 seed = 0; seed < 120; ++seed) {
            RandomFile random(seed);
            QByteArray bytes = random.make();
            const int at = random.below(int(bytes.size()));
            if (seed % 3 == 0) {
                bytes.truncate(at);
            } else {
                bytes[at] = "\0\"{},]:x\xE2\x01"[random.below(10)];
            }
            compareCuts(bytes);
            if (QTest::currentTestFailed()) {
                qWarning("seed %u", seed);
                return;
            }
        }
    }

    void growsInOrder() {
        QByteArray bytes = "{\"title\":\"T\",\"categories\":[{\"id\":\"b\"},{\"id\":\"a\"}],\"events\":[";
        for (int i = 0; i < 1000; ++i) {
            bytes += "{\"id\":\"" + QByteArray::number(i) + "\",\"title\":\"E\",\"date\":\"" +
                     QByteArray::number(1000 + i) + "\",\"category\":\"" + (i % 2 == 0 ? "a" : "c") + "\"},";
        }
        bytes.back() = ']';
        bytes += '}';
        ReadControl control(nullptr);
        std::vector<std::shared_ptr<const Document>> partials;
        const FileScan scan =
            scanFile({bytes, bytes, {}}, control,
                     [&](const FileScan &soFar, qint64) {
                         partials.push_back(DocumentBuilder::partial(FileBytes(bytes), soFar));
                     },
                     {0, 100, 2000, 3});
        QVERIFY(!scan.error);
        QVERIFY(partials.size() > 10);
        EventIndex count = 0;
        for (const auto &partial : partials) {
            QVERIFY(partial->eventCount() > count);
            count = partial->eventCount();
            QCOMPARE(partial->title(), u"T"_s);
            QCOMPARE(partial->categories().size(), std::size_t(3));
            for (EventIndex event = 0; event < count; ++event) {
                QCOMPARE(partial->details(event).id, QString::number(event));
                QCOMPARE(partial->category(event), CategoryIndex(event % 2 == 0 ? 1 : 2));
                QVERIFY(partial->span(event) ==
                        std::get<ParsedDate>(parseDate(std::to_string(1000 + event))).span);
            }
            QVERIFY(partial->extent()->end == partial->span(count - 1).end);
        }
    }
};

QTEST_GUILESS_MAIN(FileScanTest)
#include "file_scan_test.moc"
