// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/format/finding.h"

#include <QSet>
#include <QTest>

using namespace timeline;
using namespace Qt::StringLiterals;

class FindingTest : public QObject {
    Q_OBJECT

private slots:
    void saysWhatItIsAbout_data() {
        QTest::addColumn<Finding>("finding");
        QTest::addColumn<QString>("expected");
        const auto row = [](const Finding &finding, const char *expected) {
            QTest::newRow(expected) << finding << QString::fromUtf8(expected);
        };
        row({FindingCode::NulCharacter, 0, {}}, "error: found a NUL character; expected text");
        row({FindingCode::RepeatedKey, 0, {u"\"a\""_s}},
            "warning: the key \"a\" occurs again in this object; expected it once, and the first is used");
        row({FindingCode::WrongValue, 0, {u"title"_s, u"\"%3 %2\""_s, u"a string"_s}},
            "error: \"title\" is \"%3 %2\"; expected a string");
        row({FindingCode::PartOfItself, 0, {u"\"%n\""_s, u"3"_s}},
            "warning: \"to\" is \"%n\", which is a part of this event in turn: the links of 3 events lead in "
            "a circle; expected an end to them");
    }
    void saysWhatItIsAbout() {
        QFETCH(Finding, finding);
        QFETCH(QString, expected);
        finding.line = 3;
        finding.column = 4;
        QCOMPARE(toString(finding, u"file.json"_s), u"file.json:3:4: "_s + expected);
    }

    void everyCodeHasANameOfItsOwn() {
        QSet<QString> names;
        constexpr int count = static_cast<int>(findingCodeCount);
        for (int code = 0; code < count; ++code) {
            names.insert(nameOf(static_cast<FindingCode>(code)));
        }
        QCOMPARE(names.size(), count);
    }
};

QTEST_APPLESS_MAIN(FindingTest)
#include "finding_test.moc"
