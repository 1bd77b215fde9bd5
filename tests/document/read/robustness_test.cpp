// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read/reader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace timeline;
using namespace Qt::StringLiterals;

/// Large and hostile input: each of these would take minutes, or the stack, if reading were quadratic or
/// recursive.
class RobustnessTest : public QObject {
    Q_OBJECT

private slots:
    void deepNesting() {
        const ReadResult arrays = readDocument(QByteArray(100'000, '['));
        QVERIFY(!arrays.isJson);
        QCOMPARE(arrays.findings.size(), 1U);
        QCOMPARE(arrays.located(arrays.findings[0]).column, 1001);
        const ReadResult objects = readDocument(QByteArray("{\"a\":").repeated(100'000));
        QVERIFY(!objects.isJson);
        QCOMPARE(objects.findings.size(), 1U);
    }

    void garbage() {
        QCOMPARE(readDocument(QByteArray(30'000'000, 'x')).findings.size(), 1U);
        QCOMPARE(readDocument(QByteArray(30'000'000, ' ')).findings.size(), 1U);
        QCOMPARE(readDocument(QByteArray(30'000'000, '"')).findings.size(), 1U);
        QCOMPARE(readDocument(QByteArray(30'000'000, '\xE2')).findings.size(), 1U);
        QCOMPARE(readDocument('[' + QByteArray(30'000'000, '9')).findings.size(), 1U);
    }

    void everyTruncation() {
        const QByteArray whole =
            "{\"title\": \"\\u00e9\\ud83d\\ude00\", \"events\": [{\"title\": \"A\", \"date\": \"2020\","
            " \"importance\": 1e-2, \"tags\": [true, null, \"\\n\"]}, 5], \"x\": {\"y\": [-0.5]}}";
        for (qsizetype size = 0; size < whole.size(); ++size) {
            const ReadResult result = readDocument(whole.first(size));
            QVERIFY(!result.isJson);
            QCOMPARE(result.findings.size(), 1U);
        }
        QVERIFY(readDocument(whole).document);
    }

    void everyByteChanged() {
        const QByteArray whole =
            "{\"categories\":[{\"id\":\"c\"}],\"events\":[{\"id\":\"a\",\"title\":\"A\",\"date\":"
            "\"2020\",\"links\":[{\"to\":\"a\"}]}]}";
        for (qsizetype at = 0; at < whole.size(); ++at) {
            for (int byte = 0; byte < 256; byte += 3) {
                QByteArray bytes = whole;
                bytes[at] = static_cast<char>(byte);
                const ReadResult result = readDocument(bytes);
                QVERIFY(result.document || !result.findings.empty());
                if (result.document) {
                    for (EventIndex event = 0; event < result.document->eventCount(); ++event) {
                        QVERIFY(!result.document->eventTitle(event).isEmpty());
                    }
                }
            }
        }
    }

    void manyBadEventsOnOneLine() {
        constexpr qsizetype count = 100'000;
        const QByteArray bad =
            "{\"id\":\"x\",\"title\":\"A\",\"date\":\"2020\",\"links\":[{\"to\":\"y\"}],\"status\":1},";
        const ReadResult result = readDocument('[' + bad.repeated(count) + "{\"title\":\"last\"}]");
        QCOMPARE(result.findings.size(),
                 std::size_t(3 * count)); // status and link of each, all ids but the first; a date
        QCOMPARE(result.document->eventCount(), EventIndex(count + 1));
        QCOMPARE(result.located(result.findings.back()).column, bad.size() * count + 2);
    }

    void manyKeysInOneObject() {
        QByteArray bytes = "[{\"title\":\"A\",\"date\":\"2020\"";
        for (int i = 0; i < 100'000; ++i) {
            bytes += ",\"k" + QByteArray::number(i / 2) + "\":1";
        }
        const ReadResult result = readDocument(bytes + "}]");
        QCOMPARE(result.findings.size(), 50'000U);
        QCOMPARE(result.document->eventCount(), 1U);
    }

    void moreCategoriesThanCanBeNumbered() {
        QByteArray bytes = "[";
        for (int i = 0; i < 70'000; ++i) {
            bytes += "{\"title\":\"A\",\"date\":\"2020\",\"category\":\"" + QByteArray::number(i) + "\"},";
        }
        const ReadResult result = readDocument(bytes + "{\"title\":\"B\",\"date\":\"2020\"}]");
        QCOMPARE(result.findings.size(), 1U);
        QCOMPARE(result.document->eventCount(), 70'001U);
        for (EventIndex event = 0; event < result.document->eventCount(); ++event) {
            QVERIFY(result.document->category(event) < result.document->categories().size());
        }
    }

    void plainAndCarefulReadingAgree() {
        // An unknown key with an escape makes an event doubtful: it must come out the same.
        const QByteArray events =
            "\"title\": \"A\", \"start\": \"2020-05\", \"end\": \"2021?\", \"category\": \"c\","
            "\"status\": \"disputed\", \"importance\": 0.3, \"id\": \"ID\", \"links\": [{\"to\": \"ID\"}]";
        const ReadResult result = readDocument("[{" + events + "}, {" +
                                               QByteArray(events).replace("ID", "DI") + ", \"\\u0078\": 1}]");
        QCOMPARE(result.findings.size(), 2U); // each is linked to itself
        QCOMPARE(result.findings[0].message().count(QStringLiteral("ID")), 1);
        const Document &document = *result.document;
        QVERIFY(document.span(0) == document.span(1));
        QCOMPARE(document.category(0), document.category(1));
        QVERIFY(document.status(0) == document.status(1));
        QCOMPARE(document.importance(0), document.importance(1));
        QCOMPARE(document.relations().size(), 2U);
        QCOMPARE(document.findEvent(u"DI"_s), std::optional<EventIndex>(1));
    }

    void unreadableFiles() {
        QTemporaryDir folder;
        const auto ofFolder = readFile(folder.path());
        QVERIFY(ofFolder.is(ProblemCode::IsFolder));
        QVERIFY2(ofFolder.error().contains(folder.path()), qPrintable(ofFolder.error()));
        const auto ofNone = readFile(folder.filePath(u"none%2.json"_s));
        QVERIFY(ofNone.is(ProblemCode::NoSuchFile));
        QVERIFY2(ofNone.error().contains(u"none%2.json: there is no such file"_s),
                 qPrintable(ofNone.error()));
        QFile file(folder.filePath(u"fine.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[]");
        file.close();
        QVERIFY(readFile(file.fileName())->document);
    }
};

QTEST_GUILESS_MAIN(RobustnessTest)
#include "robustness_test.moc"
