// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/bytes/result.h"

#include <QTest>
#include <memory>

using namespace timeline;
using namespace Qt::StringLiterals;

class ResultTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsAValueOrAProblem() {
        Result<int> fine = 7;
        QVERIFY(bool(fine));
        QCOMPARE(*fine, 7);
        QCOMPARE(fine.error(), QString());
        QVERIFY(!fine.is(ProblemCode::System)); // the first of the codes
        fine = ProblemCode::IsFolder;
        QVERIFY(!fine);
        QVERIFY(fine.is(ProblemCode::IsFolder));
        QVERIFY(bool(Result<>()));
        QVERIFY(!Result<>(ProblemCode::IsClosed));
        QCOMPARE(fine.valueOr(8), 8);
        QCOMPARE(Result<int>(7).valueOr(8), 7);
        Result<std::unique_ptr<int>> owned = std::make_unique<int>(3);
        const std::unique_ptr<int> taken = std::move(*owned);
        QCOMPARE(*taken, 3);
    }

    void problemsAreSentences_data() {
        QTest::addColumn<QString>("told");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const Problem &problem, const char *expected) {
            QTest::newRow(name) << problem.message() << QString::fromUtf8(expected);
        };
        using Attempt = Problem::Attempt;
        row("alone", {ProblemCode::IsFolder}, "it is a folder; expected a file");
        row("of a file", Problem{ProblemCode::NoSuchFile}.of(Attempt::Read, u"a.json"_s),
            "cannot read a.json: there is no such file");
        row("of standard input", Problem{ProblemCode::IsClosed}.of(Attempt::Read, u"-"_s),
            "cannot read standard input: it is closed");
        row("saving", Problem{ProblemCode::System, {u"No space left"_s}}.of(Attempt::Save, u"-"_s),
            "cannot save -: No space left");
        const Problem full{ProblemCode::System, {u"No space left"_s}};
        row("saving over another", full.of(Attempt::SaveOver, u"a.png"_s),
            "cannot save a.png: No space left; what was there is untouched");
        const Problem large{ProblemCode::NoMemoryForPixels, {u"20"_s, u"10"_s, u"%1"_s, u"4 GB"_s}};
        row("four arguments", large.of(Attempt::Write, u"a.png"_s),
            "a.png cannot be written: its 20x10 pixels take %1 of memory, and there are 4 GB");
        row("writing over another", Problem{ProblemCode::NoMemoryToDraw}.of(Attempt::WriteOver, u"a.svg"_s),
            "a.svg cannot be written: there is not enough memory to draw it; what was there is untouched");
        row("names are no places for arguments",
            Problem{ProblemCode::MoreThanMemory, {u"%2"_s, u"%1"_s}}.of(Attempt::Read, u"%2 %1"_s),
            "cannot read %2 %1: it has %2, and there is memory for %1");
    }
    void problemsAreSentences() {
        QFETCH(QString, told);
        QFETCH(QString, expected);
        QCOMPARE(told, expected);
    }

    void everyProblemHasASentence() {
        for (int code = 0; code <= static_cast<int>(ProblemCode::DeviceForEvents); ++code) {
            const Problem problem{static_cast<ProblemCode>(code), {u"a"_s, u"b"_s}};
            QVERIFY(!problem.message().isEmpty());
        }
    }
};

QTEST_APPLESS_MAIN(ResultTest)
#include "result_test.moc"
