// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/theme.h"

#include <QPalette>
#include <QTest>

using namespace timeline;

/// Every text on every ground that it stands on, and every mark.
class TokensTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void canBeRead_data() {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<double>("least");
        for (const Tokens *tokens : {&Tokens::light(), &Tokens::night()}) {
            const QByteArray theme = tokens->dark ? "dark: " : "light: ";
            const auto rows = [&theme](const char *name, const QColor &ink, double least,
                                       const QList<QColor> &grounds) {
                for (const QColor &ground : grounds) {
                    QTest::newRow(theme + name + " on " + ground.name().toLatin1()) << ink << ground << least;
                }
            };
            const Tokens &t = *tokens;
            rows("ink", t.ink, 4.5,
                 {t.canvas, t.canvas2, t.surface, t.raised, t.hover, t.accentSoft, t.match, t.errorSoft,
                  t.warnSoft, t.okSoft});
            rows("ink-2", t.ink2, 4.5, {t.canvas, t.canvas2, t.surface, t.raised, t.hover, t.accentSoft});
            rows("ink-3", t.ink3, 4.5, {t.canvas, t.canvas2, t.surface, t.raised, t.hover});
            rows("accent", t.accent, 4.5, {t.canvas, t.surface, t.raised, t.hover, t.accentSoft});
            rows("on accent", t.onAccent, 4.5, {t.accent});
            rows("as of", t.error, 4.5, {t.canvas, t.surface, t.errorSoft});
            rows("warn", t.warn, 4.5, {t.surface, t.warnSoft});
            rows("ok", t.ok, 4.5, {t.surface, t.okSoft});
            rows("control", t.control, 3, {t.canvas, t.surface, t.raised, t.hover});
        }
    }
    void canBeRead() {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        QFETCH(double, least);
        QVERIFY2(contrast(ink, ground) >= least, qPrintable(QString::number(contrast(ink, ground))));
    }

    void suitsThePalette() {
        QVERIFY(!Tokens::forPalette(QPalette(Qt::white)).dark);
        QVERIFY(Tokens::forPalette(QPalette(Qt::black)).dark);
        QCOMPARE(contrast(Qt::white, Qt::black), 21.0);
        QCOMPARE(contrast(Qt::red, Qt::red), 1.0);
    }
};

QTEST_GUILESS_MAIN(TokensTest)
#include "tokens_test.moc"
