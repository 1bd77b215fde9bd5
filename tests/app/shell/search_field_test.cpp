// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shell/search_field.h"
#include "widgets/workspace_fixture.h"

#include <QLabel>
#include <QTest>

using namespace timeline;
using namespace timeloom;

class SearchFieldTest : public QObject {
    Q_OBJECT

    FixedMeasure m_measure;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<QWidget> m_host;
    SearchField *m_search = nullptr;

    void showMany(const QByteArray &title = "title") {
        m_workspace->setDocument(manyEvents(title));
        QTRY_VERIFY(!m_workspace->isArranging());
    }

private Q_SLOTS:
    void init() {
        m_workspace = std::make_unique<Workspace>(m_measure);
        m_workspace->setDocument(documentOf(sixEvents));
        m_host = std::make_unique<QWidget>();
        m_host->resize(700, 200);
        m_search = new SearchField(*m_workspace, m_host.get());
        m_search->setGeometry(40, 8, 560, 34);
        m_host->show();
        QVERIFY(QTest::qWaitForWindowActive(m_host.get()));
    }
    void cleanup() { m_host.reset(); }

    void typingFilters() {
        QTest::keyClicks(m_search, QStringLiteral("et"));
        QCOMPARE(m_workspace->filter().query(), QStringLiteral("et"));
        QTest::keyClick(m_search, Qt::Key_A);
        QCOMPARE(m_workspace->events()->rowCount(), 2);
        QCOMPARE(m_search->text(), QStringLiteral("eta"));
    }

    void whatIsWrongIsTold() {
        const auto told = [this] {
            QStringList texts;
            for (const QLabel *label : m_host->findChildren<QLabel *>()) {
                if (label->isVisible() && label->text().contains(QLatin1String("expected one of"))) {
                    texts += label->text();
                }
            }
            return texts;
        };
        QTest::keyClicks(m_search, QStringLiteral("colour:red"));
        QCOMPARE(told().size(), 1);
        QVERIFY(told().constFirst().contains(QStringLiteral("\"colour\"")));
        m_workspace->setQuery(QStringLiteral("size:nonsense"));
        QVERIFY(told().value(0).contains(QStringLiteral("\"size\"")));
        m_search->clear();
        QTest::keyClicks(m_search, QStringLiteral("eta"));
        QCOMPARE(told(), QStringList());
    }

    void typingFiltersManyEventsAMomentLater() {
        showMany();
        QTest::keyClicks(m_search, QStringLiteral("77"));
        QCOMPARE(m_workspace->filter().query(), QString()); // not at each key
        QTest::keyClick(m_search, Qt::Key_7);
        QTRY_COMPARE(m_workspace->filter().query(), QStringLiteral("777"));
        QCOMPARE(m_search->text(), QStringLiteral("777"));
        QTest::keyClick(m_search, Qt::Key_Backspace);
        QTest::keyClick(m_search, Qt::Key_Return);
        QTRY_COMPARE(m_workspace->filter().query(), QStringLiteral("77"));
    }

    void showsTheFilter() {
        m_workspace->setQuery(QStringLiteral("status:planned"));
        QCOMPARE(m_search->text(), QStringLiteral("status:planned"));
        QCOMPARE(m_search->position(), QStringLiteral("1 of 1"));
    }
};

QTEST_MAIN(SearchFieldTest)
#include "search_field_test.moc"
