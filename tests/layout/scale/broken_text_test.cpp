// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/layout_fixture.h"
#include "layout/scale/broken_text.h"

using namespace timeline;

class BrokenTextTest : public QObject {
    Q_OBJECT

private slots:
    void breaksWhereItMay_data();
    void breaksWhereItMay();
    void narrowestKeepsAllOfIt();

private:
    FakeMeasure m_measure; ///< seven pixels a character
};

void BrokenTextTest::breaksWhereItMay_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("width");
    QTest::addColumn<int>("most");
    QTest::addColumn<QStringList>("lines");
    const QString title = QStringLiteral("Liang meets premier Li Qiang");
    QTest::newRow("empty") << QString() << 100.0 << 3 << QStringList();
    QTest::newRow("one line") << title << 300.0 << 3 << QStringList{title};
    QTest::newRow("even lines") << title << 190.0 << 3
                                << QStringList{QStringLiteral("Liang meets"),
                                               QStringLiteral("premier Li Qiang")};
    QTest::newRow("three") << title << 100.0 << 3
                           << QStringList{QStringLiteral("Liang meets"), QStringLiteral("premier Li"),
                                          QStringLiteral("Qiang")};
    QTest::newRow("too many") << title << 100.0 << 2 << QStringList();
    QTest::newRow("a word too wide") << QStringLiteral("Wirtschaft") << 50.0 << 3 << QStringList();
    QTest::newRow("a very long word is cut")
        << QString(40, u'a') << 160.0 << 3 << QStringList{QString(22, u'a'), QString(18, u'a')};
    QTest::newRow("Chinese breaks anywhere")
        << QStringLiteral("深度求索发布开源推理模型") << 45.0 << 3
        << QStringList{QStringLiteral("深度求索发布"), QStringLiteral("开源推理模型")};
}

void BrokenTextTest::breaksWhereItMay() {
    QFETCH(QString, text);
    QFETCH(double, width);
    QFETCH(int, most);
    QFETCH(QStringList, lines);
    QCOMPARE(BrokenText(text, {13, 400}, m_measure).balanced(width, most).texts, lines);
}

void BrokenTextTest::narrowestKeepsAllOfIt() {
    const QString text =
        QStringLiteral("The inquiry finds that neither the ministry nor the operator had read it");
    const BrokenText broken(text, {13, 400}, m_measure);
    double before = HUGE_VAL;
    for (int most = 1; most <= 8; ++most) {
        const BrokenText::Lines lines = broken.narrowest(most);
        QVERIFY(lines.texts.size() <= most);
        QCOMPARE(lines.texts.join(u' '), text);
        QVERIFY(lines.width <= before);
        before = lines.width;
    }
}

QTEST_MAIN(BrokenTextTest)
#include "broken_text_test.moc"
