// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/safe_link.h"
#include "app/safe_markdown.h"

#include <QDesktopServices>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>

using namespace timeloom;

class SafeMarkdownTest : public QObject {
    Q_OBJECT

    QList<QUrl> m_opened;

public Q_SLOTS:
    void record(const QUrl &url) { m_opened << url; }

private Q_SLOTS:
    void initTestCase() {
        // Nothing of these tests may reach a real browser.
        QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "record");
        QDesktopServices::setUrlHandler(QStringLiteral("javascript"), this, "record");
    }
    void cleanupTestCase() {
        QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
        QDesktopServices::unsetUrlHandler(QStringLiteral("javascript"));
    }

    void showsTextPlainly_data() {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QString>("plain");
        QTest::newRow("emphasis") << "a **b** *c*"
                                  << "a b c";
        QTest::newRow("heading") << "# Big\n\ntext"
                                 << "Big\ntext";
        QTest::newRow("html block") << "<img src='/etc/passwd'>"
                                    << "<img src='/etc/passwd'>";
        QTest::newRow("html span") << "a <b>b</b> c"
                                   << "a <b>b</b> c";
        QTest::newRow("escaped html") << "&lt;img src=x&gt;"
                                      << "<img src=x>";
        QTest::newRow("less and greater") << "a < b and c > d"
                                          << "a < b and c > d";
        QTest::newRow("image") << "see ![a cat](file:///cat.png)!"
                               << "see [image: a cat]!";
        QTest::newRow("image without words") << "![](cat.png)"
                                             << "";
        QTest::newRow("image in a link") << "[![a cat](cat.png)](https://example.org/)"
                                         << "[image: a cat]";
        QTest::newRow("turned text") << QStringLiteral("a\u202Eb") << QStringLiteral("a‹U+202E›b");
        QTest::newRow("turned by an entity") << "a&#x202E;b" << QStringLiteral("a‹U+202E›b");
        QTest::newRow("nothing") << ""
                                 << "";
    }

    void showsTextPlainly() {
        QFETCH(QString, markdown);
        QFETCH(QString, plain);
        const QTextDocumentFragment fragment = safeMarkdown(markdown);
        QCOMPARE(fragment.toPlainText().trimmed(), plain);
        QVERIFY(!fragment.toHtml().contains(QLatin1String("<img")));
    }

    void keepsOnlySafeLinks_data() {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("isSafe");
        QTest::newRow("https") << "https://example.org/a?b=c#d" << true;
        QTest::newRow("http, in capitals") << "HTTP://example.org" << true;
        QTest::newRow("mail") << "mailto:a@example.org" << true;
        QTest::newRow("mail to nobody") << "mailto:" << false;
        QTest::newRow("no host") << "https:///x" << false;
        QTest::newRow("script") << "javascript:alert(1)" << false;
        QTest::newRow("data") << "data:text/html,x" << false;
        QTest::newRow("share") << "smb://host/share" << false;
        QTest::newRow("file") << "file:///etc/passwd" << false;
        QTest::newRow("relative") << "other.html" << false;
        QTest::newRow("program's own") << "event:1" << false;
        QTest::newRow("too long to be shown")
            << QStringLiteral("https://example.org/") + QString(3000, u'x') << false;
    }

    void keepsOnlySafeLinks() {
        QFETCH(QString, url);
        QFETCH(bool, isSafe);
        QCOMPARE(isSafeLink(QUrl(url)), isSafe);
        const QTextDocumentFragment fragment = safeMarkdown(QStringLiteral("go [there](%1) now").arg(url));
        QCOMPARE(fragment.toPlainText(), QStringLiteral("go there now"));
        QCOMPARE(fragment.toHtml().contains(QLatin1String("href")), isSafe);
    }

    void staysQuickWithHostileText_data() {
        QTest::addColumn<QString>("markdown");
        QTest::newRow("quotes") << QString(20000, u'>') + QStringLiteral(" x");
        QTest::newRow("brackets") << QString(20000, QChar(u'['));
        QTest::newRow("stars") << QStringLiteral("*a ").repeated(20000);
        QTest::newRow("long") << QString(1'000'000, u'x');
    }

    void staysQuickWithHostileText() {
        QFETCH(QString, markdown);
        QVERIFY(safeMarkdown(markdown).toPlainText().size() <= 110'000);
    }

    void asksWithTheWholeAddress() {
        m_opened.clear();
        QWidget window;
        const QUrl url(QStringLiteral("https://user@ex\u00E4mple.org/<b>?q=1"));
        askToOpenLink(&window, url);
        auto *box = window.findChild<QMessageBox *>();
        QVERIFY(box != nullptr);
        QCOMPARE(box->textFormat(), Qt::PlainText);
        QCOMPARE(box->informativeText(), shownAddress(url));
        QVERIFY(box->informativeText().contains(QLatin1String("user@xn--exmple-cua.org")));
        box->reject();
        QVERIFY(m_opened.isEmpty());

        askToOpenLink(&window, url);
        window.findChildren<QMessageBox *>().last()->defaultButton()->click();
        QCOMPARE(m_opened, QList<QUrl>{url});
    }

    void refusesWhatIsNotSafe() {
        m_opened.clear();
        QWidget window;
        askToOpenLink(&window, QUrl(QStringLiteral("javascript:alert(1)")));
        QVERIFY(window.findChild<QMessageBox *>() == nullptr);
        QVERIFY(m_opened.isEmpty());
    }
};

QTEST_MAIN(SafeMarkdownTest)
#include "safe_markdown_test.moc"
