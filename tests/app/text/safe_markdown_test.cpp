// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/safe_link.h"
#include "app/text/safe_markdown.h"

#include <QDesktopServices>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

using namespace timeloom;
using namespace Qt::StringLiterals;

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

    /// What is given to the layout is bounded, whatever the text: its characters, paragraphs and formats.
    void staysSmallWithHostileText_data() {
        QTest::addColumn<QString>("markdown");
        constexpr int many = 100'000;
        const auto repeated = [](const char *text, int count) {
            return QString::fromLatin1(text).repeated(count);
        };
        QTest::newRow("quotes") << repeated(">", many) + u" x"_s;
        QTest::newRow("brackets") << repeated("[", many);
        QTest::newRow("stars") << repeated("*a ", many);
        QTest::newRow("stressed") << repeated("*a* ", many);
        QTest::newRow("code") << repeated("`a` ", many);
        QTest::newRow("links") << repeated("[a](http://b.c) ", many);
        QTest::newRow("bare links") << repeated("http://b.co ", many);
        QTest::newRow("images") << repeated("![a](b) ", many);
        QTest::newRow("entities") << repeated("&#8238; ", many);
        QTest::newRow("controls") << repeated("\x01", many);
        QTest::newRow("overrides") << QString(many, QChar(0x202E));
        QTest::newRow("columns") << u"|"_s + repeated("a|", many) + u"\n|"_s + repeated("---|", many);
        QTest::newRow("rows") << u"|a|b|\n|---|---|\n"_s + repeated("|a|b|\n", many);
        QTest::newRow("items") << repeated("- a\n", many);
        QTest::newRow("nested lists") << repeated("- ", many);
        QTest::newRow("paragraphs") << repeated("a\n\n", many);
        QTest::newRow("one word") << repeated("x", 5'000'000);
        QTest::newRow("one line") << repeated("word ", 1'000'000);
    }
    void staysSmallWithHostileText() {
        QFETCH(QString, markdown);
        QTextDocument document;
        QTextCursor(&document).insertFragment(safeMarkdown(markdown));
        int pieces = 0;
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
            ++pieces;
            for (auto it = block.begin(); !it.atEnd(); ++it) {
                ++pieces;
            }
        }
        QVERIFY2(pieces <= 4'000, qPrintable(QString::number(pieces)));
        QVERIFY2(document.characterCount() <= 40'000, qPrintable(QString::number(document.characterCount())));
        const qsizetype left = markdown.size() - shownLength(markdown);
        QVERIFY(left > 0);
        QVERIFY(document.toPlainText().endsWith(
            u"%L1 more characters are not shown, since it would take too long"_s.arg(left)));
    }

    void cutsNoCharacterInTwo() {
        const QString faces = QString::fromUtf8("\xF0\x9F\x98\x80").repeated(100'000);
        QCOMPARE(shownLength(faces) % 2, 0);
        QCOMPARE(shownLength(u' ' + faces) % 2, 1);
    }

    void leavesWhatPeopleWriteWhole() {
        const QString article =
            (u"A paragraph of some length, with **stress**, [a link](https://example.org/page) "
             "and more words than one cares to count.\n\n"_s)
                .repeated(60);
        QCOMPARE(shownLength(article), article.size());
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
