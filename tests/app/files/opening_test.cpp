// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/app_fixture.h"
#include "app/files/opening.h"
#include "app/window/loading_bar.h"
#include "widgets/workspace_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace timeloom;
using namespace timeline;

class OpeningTest : public QObject {
    Q_OBJECT

    FixedMeasure m_measure;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Opening> m_opening;
    QString m_large;

    EventIndex events() const { return m_workspace->document()->eventCount(); }
    bool isAtRest() const { return !m_opening->loader().isLoading() && !m_workspace->isArranging(); }

private Q_SLOTS:
    void initTestCase() {
        QByteArray json = "[";
        for (int i = 0; i < 200'000; ++i) {
            json += (i > 0 ? ",\n{\"title\":\"event number " : "{\"title\":\"event number ") +
                    QByteArray::number(i) + "\",\"date\":\"" + QByteArray::number(1000 + i % 1000) + "\"}";
        }
        m_large = home.path("large.json");
        QFile file(m_large);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(json + "]") > 0);
    }
    void init() {
        m_workspace = std::make_unique<Workspace>(m_measure);
        m_workspace->setDocument(documentOf(sixEvents));
        m_opening = std::make_unique<Opening>(*m_workspace);
    }

    void opensBesideTheWindow() {
        QSignalSpy opened(m_opening.get(), &Opening::opened);
        QVERIFY(m_opening->begin(m_large, false, false));
        QCOMPARE(events(), 6U); // it goes on, and what is there stays for now
        QTRY_COMPARE(opened.size(), 1);
        QTRY_VERIFY(isAtRest());
        QCOMPARE(events(), 200'000U);
        QCOMPARE(opened.first().first().toString(), m_large);
    }

    void cancellingKeepsWhatWasThere() {
        m_workspace->setQuery(QStringLiteral("beta"));
        QSignalSpy opened(m_opening.get(), &Opening::opened);
        m_opening->begin(m_large, false, false);
        m_opening->cancel();
        QVERIFY(!m_opening->loader().isLoading());
        m_opening->begin(m_large, true, false); // a later one comes to its end, the first never does
        QSignalSpy reloaded(m_opening.get(), &Opening::reloaded);
        QTRY_COMPARE(reloaded.size(), 1);
        QCOMPARE(opened.size(), 0);
        QCOMPARE(m_workspace->filter().query(), QStringLiteral("beta"));
    }

    void theLastOneCounts() {
        m_opening->begin(m_large, false, false);
        QSignalSpy opened(m_opening.get(), &Opening::opened);
        m_opening->begin(QStringLiteral(":story"), false, false);
        QTRY_COMPARE(opened.size(), 1);
        QTRY_VERIFY(isAtRest());
        QVERIFY(events() < 100U);
    }

    void partsOfAFileEndAsAllOfIt() {
        QByteArray json = "[";
        for (int i = 0; i < 100'000; ++i) {
            json += (i > 0 ? ",{\"id\":\"" : "{\"id\":\"") + QByteArray::number(i) +
                    "\",\"title\":\"event\",\"description\":\"" + QByteArray(400, 'x') + "\",\"date\":\"" +
                    QByteArray::number(1000 + i / 100) + "\"}";
        }
        const QString file = home.path("parts.json");
        QVERIFY(write(file, json + "]"));
        m_workspace->navigation()->setViewport(m_workspace->navigation()->viewport().zoomedAt(300, 3));
        m_workspace->setQuery(QStringLiteral("beta"));
        QSignalSpy opened(m_opening.get(), &Opening::opened);
        QSignalSpy partial(&m_opening->loader(), &DocumentLoader::partial);
        m_opening->begin(file, false, false);
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 60'000);
        QTRY_VERIFY(isAtRest());
        QVERIFY(!partial.isEmpty());
        QCOMPARE(events(), 100'000U);
        QVERIFY(m_workspace->filter().isEmpty());
        QCOMPARE(m_workspace->navigation()->viewport(),
                 m_workspace->layout().fitAll(m_workspace->sceneSize()));
    }

    void cancellingAfterAPartBringsBackWhatWasThere() {
        QSignalSpy partial(&m_opening->loader(), &DocumentLoader::partial);
        m_workspace->setQuery(QStringLiteral("-Nothing"));
        m_workspace->selection()->select(2);
        m_workspace->navigation()->setViewport(m_workspace->navigation()->viewport().zoomedAt(300, 3));
        const Viewport viewport = m_workspace->navigation()->viewport();
        const auto document = m_workspace->document();
        connect(&m_opening->loader(), &DocumentLoader::partial, m_opening.get(), &Opening::cancel);
        m_opening->begin(home.path("parts.json"), false, false);
        QTRY_COMPARE_WITH_TIMEOUT(partial.size(), 1, 60'000);
        QTRY_VERIFY(isAtRest());
        QCOMPARE(m_workspace->document(), document);
        QCOMPARE(m_workspace->filter().query(), QStringLiteral("-Nothing"));
        QCOMPARE(m_workspace->navigation()->viewport(), viewport);
        QCOMPARE(m_workspace->selection()->events(), std::vector<EventIndex>{2});
    }

    void tellsWhatCannotBeOpened_data() {
        QTest::addColumn<bool>("atOnce");
        QTest::newRow("at once") << true;
        QTest::newRow("beside") << false;
    }
    void tellsWhatCannotBeOpened() {
        QFETCH(bool, atOnce);
        QSignalSpy failed(m_opening.get(), &Opening::failed);
        QCOMPARE(m_opening->begin(home.path("missing.json"), false, atOnce), !atOnce);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed.first().first().toString().contains(QLatin1String("missing.json")));
        QCOMPARE(events(), 6U);
    }

    void theBarIsThereWhileItReads() {
        Editor editor(*m_workspace);
        LoadingBar bar(*m_opening, *m_workspace, editor);
        QVERIFY(bar.isHidden());
        m_opening->begin(m_large, false, false);
        QTRY_VERIFY(isAtRest());
        QTRY_VERIFY(bar.isHidden());
    }

    void closingWhileItReadsIsHarmless() {
        m_opening->begin(m_large, false, false);
        m_opening.reset();
        QCOMPARE(events(), 6U);
    }
};

QTEST_MAIN(OpeningTest)
#include "opening_test.moc"
