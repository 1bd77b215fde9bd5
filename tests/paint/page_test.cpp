// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "page_faults.h"
#include "picture_fixture.h"

#include <map>
#include <set>

using namespace timeline;

namespace {

constexpr const char *cases[] = {
    "01-one",         "02-three-400y", "03-sixty-one-month", "04-forty-long",      "05-200-over-2000y",
    "06-twelve-eras", "07-same-date",  "08-all-planned",     "09-deep-and-minute", "10-scripts",
    "11-title-300",   "12-open-both",  "13-only-eras",       "14-empty",           "12b-open-both-and-one"};

std::shared_ptr<const Document> pageDocument(const QByteArray &name) {
    return name == "story" ? document(name)
                           : documentIn(QStringLiteral(TEST_DATA "/pages/%1.json").arg(QLatin1String(name)));
}

} // namespace

class PageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_fonts = std::make_unique<Fonts>(); }
    void nothingLiesOverAnother_data();
    void nothingLiesOverAnother();
    void titlesHaveRoom_data();
    void titlesHaveRoom();
    void everyTitleHasItsDate();
    void whatLastsRunsOnInTheNextColumns();
    void groupsDifferBySymbol();
    void isTheSameEachTime();
    void formatsShowTheSameEvents();

private:
    Picture page(const QByteArray &name, QSizeF size, PageLayout layout = PageLayout::Auto) const {
        PictureOptions options;
        options.size = size;
        options.page = layout;
        return Picture(pageDocument(name), options, *m_fonts);
    }
    std::unique_ptr<Fonts> m_fonts;
};

void PageTest::nothingLiesOverAnother_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<PageLayout>("layout");
    const std::pair<const char *, QSizeF> sizes[] = {
        {"1920x1080", {1920, 1080}}, {"800x400", {800, 400}}, {"1080x1350", {1080, 1350}},
        {"A3", {1587, 1123}},        {"400x300", {400, 300}}, {"3840x2160", {3840, 2160}}};
    std::vector<QByteArray> names(std::begin(cases), std::end(cases));
    names.insert(names.end(), {"story", "mill", "looks", "long"});
    for (const QByteArray &name : names) {
        for (const auto &[tag, size] : sizes) {
            QTest::addRow("%s %s", name.constData(), tag) << name << size << PageLayout::Auto;
        }
        QTest::addRow("%s list 1920x1080", name.constData())
            << name << QSizeF(1920, 1080) << PageLayout::List;
        QTest::addRow("%s columns 800x400", name.constData())
            << name << QSizeF(800, 400) << PageLayout::Columns;
    }
}

void PageTest::nothingLiesOverAnother() {
    QFETCH(QByteArray, name);
    QFETCH(QSizeF, size);
    QFETCH(PageLayout, layout);
    const Picture picture = page(name, size, layout);
    QVERIFY(picture.isComposed());
    QCOMPARE(pageFaults(picture.scene()).join(u'\n'), QString());
}

/// The checks of what a page has to hold, in the sizes that it was measured at.
void PageTest::titlesHaveRoom_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<int>("least");
    const QSizeF large(1920, 1080);
    const QSizeF small(800, 400);
    QTest::newRow("story") << QByteArray("story") << large << 29;
    QTest::newRow("03") << QByteArray("03-sixty-one-month") << large << 60;
    QTest::newRow("04") << QByteArray("04-forty-long") << large << 40;
    QTest::newRow("05") << QByteArray("05-200-over-2000y") << large << 185;
    QTest::newRow("07") << QByteArray("07-same-date") << large << 20;
    QTest::newRow("11") << QByteArray("11-title-300") << large << 2;
    QTest::newRow("story small") << QByteArray("story") << small << 26;
    QTest::newRow("03 small") << QByteArray("03-sixty-one-month") << small << 40;
    QTest::newRow("04 small") << QByteArray("04-forty-long") << small << 14;
    QTest::newRow("05 small") << QByteArray("05-200-over-2000y") << small << 40;
    QTest::newRow("07 small") << QByteArray("07-same-date") << small << 20;
    QTest::newRow("11 small") << QByteArray("11-title-300") << small << 2;
}

void PageTest::titlesHaveRoom() {
    QFETCH(QByteArray, name);
    QFETCH(QSizeF, size);
    QFETCH(int, least);
    const Picture picture = page(name, size);
    const auto titled = static_cast<int>(picture.scene().page->titled);
    QVERIFY2(titled >= least, qPrintable(QStringLiteral("%1 titles").arg(titled)));
}

void PageTest::everyTitleHasItsDate() {
    for (const QSizeF size : {QSizeF(1920, 1080), QSizeF(800, 400)}) {
        const Picture picture = page("story", size);
        QHash<EventIndex, QString> said;
        for (const SceneItem &item : picture.scene().items) {
            for (const SceneLine &line : item.lines) {
                said[item.event] += line.text + u' ';
            }
        }
        const auto document = pageDocument("story");
        const auto text = [&](const char *id) {
            return said.value(*document->findEvent(QString::fromLatin1(id)));
        };
        QVERIFY2(text("r1").contains(QStringLiteral("20 Jan")), qPrintable(text("r1")));
        QVERIFY2(text("high-flyer-founded").contains(QStringLiteral("2015 or 2016")),
                 qPrintable(text("high-flyer-founded")));
        QVERIFY2(text("wang-claim").contains(QStringLiteral("claimed")), qPrintable(text("wang-claim")));
        QVERIFY2(text("r2-may").contains(QStringLiteral("planned")), qPrintable(text("r2-may")));
        QVERIFY(!text("r1").contains(QStringLiteral("confirmed")));
    }
}

void PageTest::whatLastsRunsOnInTheNextColumns() {
    const Picture picture = page("long", {1920, 1080});
    const Scene &scene = picture.scene();
    const auto document = pageDocument("long");
    const auto carried = [&](const char *id) {
        std::vector<std::size_t> panels;
        for (const SceneItem &mark : scene.page->marks) {
            if (mark.color != ScenePage::neutral && mark.shape == ItemShape::Bar &&
                mark.event == *document->findEvent(QString::fromLatin1(id))) {
                const QRectF own = scene.itemOf(mark.event)->rect;
                [&] { QCOMPARE(mark.rect.center().y(), own.center().y()); }();
                if (panels.empty() || panels.back() != mark.panel) { // the first piece of it there
                    [&] { QCOMPARE(mark.rect.left(), scene.panels[mark.panel].axisRect.left()); }();
                    panels.push_back(mark.panel);
                }
                [&] { QVERIFY(mark.rect.right() <= scene.panels[mark.panel].axisRect.right() + 0.1); }();
            }
        }
        return panels;
    };
    QCOMPARE(scene.panels.size(), std::size_t{2});
    QCOMPARE(carried("goes-on"), std::vector<std::size_t>{1});
    QCOMPARE(carried("into-it"), std::vector<std::size_t>{1});
    QCOMPARE(carried("until-it"), std::vector<std::size_t>{0});
    QCOMPARE(carried("before-it"), std::vector<std::size_t>());
    QCOMPARE(carried("a-moment"), std::vector<std::size_t>()); // some time within is no duration
}

void PageTest::groupsDifferBySymbol() {
    const Picture picture = page("story", {1920, 1080});
    const Scene &scene = picture.scene();
    std::map<ColorRole, std::set<MarkSymbol>> symbols;
    for (const ScenePage::Swatch &swatch : scene.page->swatches) {
        symbols[swatch.color].insert(swatch.symbol);
    }
    std::set<MarkSymbol> all;
    for (const auto &[color, its] : symbols) {
        all.insert(its.begin(), its.end());
    }
    QCOMPARE(all.size(), std::size_t{5});
    for (const SceneItem &item : scene.items) {
        symbols[item.color].insert(item.symbol);
        const bool isTold = std::ranges::any_of(scene.page->marks, [&](const SceneItem &mark) {
            return mark.event == item.event && mark.shape == ItemShape::Point && mark.symbol == item.symbol;
        });
        QCOMPARE(isTold, item.shape != ItemShape::Point); // before the date of what is long
    }
    for (const auto &[color, its] : symbols) {
        QCOMPARE(its.size(), std::size_t{1});
    }
    const Picture one = page("01-one", {1920, 1080}); // where there is one group there is no need
    QCOMPARE(one.scene().items.front().symbol, MarkSymbol::Disc);
}

void PageTest::isTheSameEachTime() {
    for (const char *name : {"story", "03-sixty-one-month"}) {
        QCOMPARE(page(name, {1200, 800}).scene().toText(), page(name, {1200, 800}).scene().toText());
    }
}

void PageTest::formatsShowTheSameEvents() {
    const Picture picture = page("story", {1200, 800});
    const auto svg = picture.toBytes(PictureFormat::Svg);
    QVERIFY(svg);
    QCOMPARE(svg->count("class=\"event\""), 29);
    QVERIFY(svg->contains("data-event=\"r1\" data-category=\"models\" data-status=\"confirmed\""));
    const auto pdf = picture.toBytes(PictureFormat::Pdf);
    QVERIFY(pdf && pdf->startsWith("%PDF"));
}

QTEST_MAIN(PageTest)
#include "page_test.moc"
