// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/theme.h"

#include "paint/item_look.h"
#include "paint/picture_fixture.h"

#include <QPalette>

using namespace timeline;

namespace {

QByteArray tell(const char *what, const QColor &a, const QColor &b) {
    return QByteArray(what) + ": " + a.name().toLatin1() + " on " + b.name().toLatin1() + " is " +
           QByteArray::number(contrast(a, b));
}

/// The palette's colours, and those that a file may have.
std::vector<std::pair<ColorRole, std::optional<Rgb>>> categories() {
    std::vector<std::pair<ColorRole, std::optional<Rgb>>> categories;
    for (ColorRole role = 0; role < 8; ++role) {
        categories.emplace_back(role, std::nullopt);
    }
    for (const Rgb own : {0x000000U, 0xFFFFFFU, 0xFFFF00U, 0xFF0000U, 0x00FF00U, 0x0000FFU, 0x808080U,
                          0xFDFDF0U, 0x101018U, 0xC690BEU}) {
        categories.emplace_back(ColorRole{0}, own);
    }
    return categories;
}

std::vector<QColor> fillColors(const Theme &theme) {
    std::vector<QColor> colors;
    for (const auto &[role, own] : categories()) {
        colors.push_back(theme.categoryFill(role, own));
    }
    return colors;
}

} // namespace

class ThemeTest : public QObject {
    Q_OBJECT

    static void addThemes() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    static Theme theme() {
        QFETCH(bool, dark);
        return dark ? Theme::night() : Theme::light();
    }

private slots:
    void textsRead_data() { addThemes(); }
    void textsRead() {
        const Theme theme = ThemeTest::theme();
        for (const QColor &ground : {theme.background, theme.laneShade, theme.axisBackground}) {
            QVERIFY2(contrast(theme.text, ground) >= 7, tell("text", theme.text, ground));
            QVERIFY2(contrast(theme.mutedText, ground) >= 4.5, tell("muted text", theme.mutedText, ground));
            QVERIFY2(contrast(theme.asOf, ground) >= 4.5, tell("as of", theme.asOf, ground));
            QVERIFY2(contrast(theme.accent, ground) >= 3, tell("accent", theme.accent, ground));
        }
        QVERIFY(contrast(Theme::textOn(theme.accent), theme.accent) >= 4.5);
    }

    void marksAreSeen_data() { addThemes(); }
    void marksAreSeen() {
        const Theme theme = ThemeTest::theme();
        const double enough = theme.dark ? 4.2 : 3.6;
        for (const auto &[role, own] : categories()) {
            const QColor color = theme.categoryColor(role, own);
            QCOMPARE(color, theme.outlineOf(theme.categoryFill(role, own)));
            QVERIFY2(contrast(color, theme.background) >= enough, tell("mark", color, theme.background));
            QVERIFY2(contrast(color, theme.laneShade) >= 3, tell("mark on shade", color, theme.laneShade));
        }
        const auto is = [&](Rgb own, Rgb light, Rgb dark) { // of the story
            const QColor color = theme.categoryColor(0, own);
            const QColor expected = QColor::fromRgb(theme.dark ? dark : light);
            const int distance = std::abs(color.red() - expected.red()) +
                                 std::abs(color.green() - expected.green()) +
                                 std::abs(color.blue() - expected.blue());
            QVERIFY2(distance <= 16, tell("mark", color, expected));
        };
        is(0xC690BE, 0x9C759B, 0xC690BE);
        is(0xE8860C, 0xBE7212, 0xE8860C);
        is(0x3FAE78, 0x379269, 0x3FAE78);
        is(0x0B66D8, 0x0B66D8, 0x327EDE);
        is(0x985821, 0x985821, 0xA87345);
    }

    void labelsReadOnEveryMark_data() { addThemes(); }
    void labelsReadOnEveryMark() {
        const Theme theme = ThemeTest::theme();
        for (const QColor &color : fillColors(theme)) {
            QVERIFY2(contrast(Theme::textOn(color), color) >= 4.5,
                     tell("label", Theme::textOn(color), color));
            for (const double strength : {0.06, 0.16, 0.22, 0.3}) { // reported, claimed …, clusters and eras
                const QColor fill = theme.tint(color, strength);
                QVERIFY2(contrast(theme.text, fill) >= 4.5, tell("label on tint", theme.text, fill));
            }
        }
    }

    void everyStatusHasAReadableLabel_data() { addThemes(); }
    void everyStatusHasAReadableLabel() {
        const Theme theme = ThemeTest::theme();
        SceneItem item;
        item.shape = ItemShape::Bar;
        item.rect = QRectF(0, 0, 200, 20);
        item.labelInside = true;
        for (int status = 0; status < statusCount; ++status) {
            item.status = static_cast<Status>(status);
            for (const QColor &color : fillColors(theme)) {
                const double strength = item.status == Status::Confirmed  ? 1
                                        : item.status == Status::Reported ? 0.3
                                        : item.status == Status::Disputed ? 0.22
                                                                          : 0.06;
                const QColor ground = theme.tint(color, strength);
                const QColor label = labelColor(item, color, theme);
                QVERIFY2(contrast(label, ground) >= 4.5, tell("label", label, ground));
            }
        }
        item.labelInside = false;
        item.status = Status::Confirmed;
        QCOMPARE(labelColor(item, QColor(Qt::red), theme), theme.text);
    }

    void paletteColorsDiffer_data() { addThemes(); }
    void paletteColorsDiffer() {
        const Theme theme = ThemeTest::theme();
        for (ColorRole a = 0; a < 8; ++a) {
            for (ColorRole b = a + 1; b < 8; ++b) {
                const QColor one = theme.categoryColor(a, {});
                const QColor other = theme.categoryColor(b, {});
                const int distance = std::abs(one.red() - other.red()) +
                                     std::abs(one.green() - other.green()) +
                                     std::abs(one.blue() - other.blue());
                QVERIFY2(distance > 50, tell("alike", one, other));
            }
        }
        QCOMPARE(theme.categoryColor(8, {}), theme.categoryColor(0, {}));
    }

    void filesColorsStayWhereTheyAreSeen() {
        QCOMPARE(Theme::light().categoryColor(3, 0x0B66D8), QColor(0x0B66D8));
        QVERIFY(Theme::light().categoryColor(3, 0xFFFFFF) != QColor(0xFFFFFF));
        QVERIFY(Theme::night().categoryColor(3, 0x000000) != QColor(Qt::black));
    }

    void tintGoesFromBackgroundToColor() {
        const Theme theme = Theme::light();
        QCOMPARE(theme.tint(QColor(0x0B66D8), 1), QColor(0x0B66D8));
        QCOMPARE(theme.tint(QColor(0x0B66D8), 0), theme.background);
    }

    void followsThePalette() {
        QPalette palette;
        palette.setColor(QPalette::Window, Qt::black);
        QVERIFY(Theme::forPalette(palette).dark);
        palette.setColor(QPalette::Window, Qt::white);
        QVERIFY(!Theme::forPalette(palette).dark);
    }
};

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
