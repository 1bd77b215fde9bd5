// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/export_dialog.h"

#include "app/app_fixture.h"
#include "app/program.h"
#include "app/shell/appearance.h"
#include "app/signs/trough.h"
#include "document/read/reader.h"
#include "widgets/workspace_fixture.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QTest>

using namespace timeline;
using namespace timeloom;
using namespace Qt::StringLiterals;

class ExportDialogTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Fonts> m_fonts;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<ExportDialog> m_dialog;

    /// The field with this name, as it is spoken.
    template <typename Field>
    Field *field(const QString &name) const {
        for (Field *one : m_dialog->findChildren<Field *>()) {
            if (one->accessibleName() == name) {
                return one;
            }
        }
        return nullptr;
    }
    void choose(const QString &trough, int choice) const { field<Trough>(trough)->button(choice)->click(); }
    /// The box or button with this text.
    template <typename Button>
    Button *button(const QString &text) const {
        for (Button *one : m_dialog->findChildren<Button *>()) {
            if (QString(one->text()).remove(u'&') == text) {
                return one;
            }
        }
        return nullptr;
    }
    QImage preview() const { return field<QLabel>(u"Preview"_s)->pixmap(Qt::ReturnByValue).toImage(); }
    QStringList words() const {
        QStringList words;
        for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
            words += label->text();
        }
        return words;
    }
    PictureOptions options() const { return m_dialog->order()->allOptions(); }
    void show(const QString &fileName = u":story"_s, const WindowLook &look = {}) {
        m_dialog = std::make_unique<ExportDialog>(*m_workspace, *m_fonts, fileName, look);
        m_dialog->show();
    }
    /// Presses Save and gives the file dialog this name.
    void save(const QString &name) {
        answerNext<QFileDialog>(this, [name](QFileDialog &dialog) {
            dialog.selectFile(name);
            QMetaObject::invokeMethod(&dialog, "accept");
        });
        m_dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
    }

private Q_SLOTS:
    void init() {
        QSettings().clear();
        m_fonts = std::make_unique<Fonts>();
        m_workspace = std::make_unique<Workspace>(*m_fonts);
        m_workspace->setDocument(readFile(u":story"_s)->document);
        show();
    }
    void cleanup() {
        m_dialog.reset();
        m_workspace.reset();
    }

    void beginsWithEverythingOnAScreen() {
        QCOMPARE(options().size, QSizeF(1920, 1080));
        QCOMPARE(options().scale, 2.0);
        QCOMPARE(options().page, PageLayout::Columns);
        QVERIFY(!options().dark && options().parts.title && options().parts.legend && !options().view);
        QVERIFY(options().filter.isEmpty());
        QVERIFY(!preview().isNull());
        QVERIFY(words().contains(u"29 of 29 events with title and date, nothing overlaps"_s));
        QVERIFY(words().contains(u"3,840 × 2,160 pixels, 300 dpi at 325 × 183 mm"_s));
    }

    void whatHasNoRoomIsTold() {
        field<QComboBox>(u"Size"_s)->setCurrentIndex(2);
        Q_EMIT field<QComboBox>(u"Size"_s)->activated(2);
        QCOMPARE(options().size, QSizeF(800, 400));
        choose(u"Layout"_s, 1);
        const QStringList all = words();
        const auto check = std::ranges::find_if(
            all, [](const QString &text) { return text.contains(u"events with title and date"_s); });
        QVERIFY(check != all.end());
        QVERIFY2(check->contains(u"without room for a title"_s) || check->contains(u"in clusters"_s),
                 qPrintable(*check));
    }

    void presetsGiveTheSizeAndBack() {
        auto *preset = field<QComboBox>(u"Size"_s);
        Q_EMIT preset->activated(3);
        QCOMPARE(options().size, QSizeF(1080, 1080));
        QCOMPARE(preset->currentIndex(), 3);
        field<QDoubleSpinBox>(u"Width"_s)->setValue(1000);
        QCOMPARE(preset->currentText(), u"Own size"_s);
        field<QDoubleSpinBox>(u"Width"_s)->setValue(1200);
        field<QDoubleSpinBox>(u"Height"_s)->setValue(675);
        QCOMPARE(preset->currentText(), u"Article"_s);
        Q_EMIT preset->activated(4); // paper
        QVERIFY(options().isPaper);
        QCOMPARE(options().size, QSizeF(297, 210) * 96 / 25.4);
        auto *unit = field<QComboBox>(u"Unit"_s);
        QCOMPARE(unit->currentText(), u"mm"_s);
        unit->setCurrentIndex(0);
        Q_EMIT unit->activated(0);
        QCOMPARE(options().size, QSizeF(1123, 794)); // the same, as near as may be
    }

    void thePreviewFollows() {
        const QImage light = preview();
        choose(u"Colours"_s, 1);
        QVERIFY(options().dark);
        QVERIFY(preview() != light);
        choose(u"Colours"_s, 0);
        QVERIFY(preview() == light);
        button<QCheckBox>(u"Title and standfirst"_s)->setChecked(false);
        QVERIFY(!options().parts.title && !options().parts.standfirst);
        const QImage untitled = preview();
        QVERIFY(untitled != light);
        button<QCheckBox>(u"Legend of what occurs"_s)->setChecked(false);
        QVERIFY(!options().parts.legend);
        QVERIFY(preview() != untitled);
        QVERIFY(!button<QCheckBox>(u"Links between events"_s)->isEnabled());
        choose(u"Layout"_s, 1);
        const QImage bare = preview();
        QVERIFY(options().linked.empty());
        button<QCheckBox>(u"Links between events"_s)->setChecked(true);
        QVERIFY(!options().linked.empty());
        QVERIFY(preview() != bare);
        QVERIFY(!button<QCheckBox>(u"Eras"_s)->isEnabled());
        choose(u"Size of the preview"_s, 1);
        QCOMPARE(preview().size(), QSize(1920, 1080));
    }

    /// Of many events it is drawn, and saved, beside the window's thread.
    void manyEventsAreDrawnInTheirTime() {
        m_workspace->setDocument(manyEvents());
        QTRY_VERIFY(!m_workspace->isArranging());
        show(home.path("many.json"));
        QTRY_VERIFY(!preview().isNull());
        QCOMPARE(options().page, PageLayout::Lanes); // too many for a page
        QVERIFY(!field<Trough>(u"Layout"_s)->button(0)->isEnabled());
        const QImage before = preview();
        button<QCheckBox>(u"Title and standfirst"_s)->setChecked(false);
        button<QCheckBox>(u"Legend of what occurs"_s)->setChecked(false); // while the other is being drawn
        QCOMPARE(preview(), before);
        QTRY_VERIFY(preview() != before);
        const QString file = home.path("many.png");
        choose(u"Sharpness"_s, 0);
        save(file);
        QTRY_COMPARE(m_dialog->result(), static_cast<int>(QDialog::Accepted));
        QCOMPARE(QImage(file).convertToFormat(QImage::Format_RGB32),
                 m_dialog->order()->picture(*m_fonts).toImage());
    }

    void saves() {
        const QString file = home.path("saved.png");
        Q_EMIT field<QComboBox>(u"Size"_s)->activated(2);
        save(file);
        QCOMPARE(m_dialog->result(), static_cast<int>(QDialog::Accepted));
        QCOMPARE(QImage(file).size(), QSize(1600, 800));
    }

    /// Named after the title, beside the events file; the bundled story has no such place.
    void suggestsAName_data() {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << u"The mill"_s << u"The mill"_s;
        QTest::newRow("colon") << u"Mill: a story"_s << u"Mill – a story"_s;
        QTest::newRow("folders") << u"../../etc/passwd"_s << u"etc passwd"_s;
        QTest::newRow("none") << QString() << u"timeline"_s;
        QTest::newRow("an option") << u"-rf *"_s << u"rf"_s;
        QTest::newRow("turned") << u"a\u202Eb\nc"_s << u"a b c"_s;
        QTest::newRow("long") << QString(400, u'ä') << QString(100, u'ä');
        QTest::newRow("right to left") << u"خط زمني"_s << u"خط زمني"_s;
    }
    void suggestsAName() {
        QFETCH(QString, title);
        QFETCH(QString, name);
        QCOMPARE(pictureName(title), name);
    }
    void suggestsAPlace() {
        QVERIFY(QFileInfo(m_dialog->suggestedFile()).isAbsolute());
        QVERIFY(!m_dialog->suggestedFile().contains(u":/"_s));
        QVERIFY(m_dialog->suggestedFile().endsWith(
            u"/DeepSeek – from a hedge fund’s chips to a race for R2.png"_s));
        show(home.path("events.json"));
        QCOMPARE(QFileInfo(m_dialog->suggestedFile()).absolutePath(),
                 QFileInfo(home.path("x")).absolutePath());
        choose(u"File"_s, 2);
        QVERIFY(m_dialog->suggestedFile().endsWith(u".pdf"_s));
    }

    /// What the line draws in a shell is what the dialog writes, byte for byte.
    void theCommandDrawsTheSame_data() {
        QTest::addColumn<QString>("json");
        QTest::addColumn<std::function<void(ExportDialogTest &)>>("change");
        using Test = ExportDialogTest;
        const auto row = [](const char *name, const std::function<void(Test &)> &change,
                            const QString &json = {}) { QTest::newRow(name) << json << change; };
        row("as it begins", [](Test &) {});
        row("lanes, dark, with links", [](Test &t) {
            t.choose(u"Layout"_s, 1);
            t.choose(u"Colours"_s, 1);
            t.button<QCheckBox>(u"Links between events"_s)->setChecked(true);
        });
        row("a list on paper, as PDF", [](Test &t) {
            t.choose(u"Layout"_s, 2);
            Q_EMIT t.field<QComboBox>(u"Size"_s)->activated(7);
            t.choose(u"File"_s, 2);
        });
        row("SVG without much", [](Test &t) {
            t.choose(u"File"_s, 1);
            for (const QString &part :
                 {u"Title and standfirst"_s, u"Eras"_s, u"Notes under the most important"_s,
                  u"Legend of what occurs"_s, u"Sources and “as of” line"_s, u"How many events"_s}) {
                t.button<QCheckBox>(part)->setChecked(false);
            }
        });
        row("three times as sharp, A4", [](Test &t) {
            Q_EMIT t.field<QComboBox>(u"Size"_s)->activated(4);
            t.choose(u"Sharpness"_s, 2);
        });
        row("filtered, without a category", [](Test &t) {
            Filter filter(u"status:confirmed -\"it's\""_s);
            filter.setCategoryHidden(t.m_workspace->document()->categories().front().id, true);
            t.m_workspace->setFilter(filter);
            t.show();
        });
        row("the stretch in view, by status, linear", [](Test &t) {
            LayoutOptions options = t.m_workspace->layoutOptions();
            options.grouping = LaneGrouping::Status;
            options.folded = false;
            t.m_workspace->setLayoutOptions(options);
            const Viewport &view = t.m_workspace->navigation()->viewport();
            t.m_workspace->navigation()->setViewport(view.zoomedAt(view.size().width() * 0.9, 6));
            t.show();
            t.field<QComboBox>(u"What"_s)->setCurrentIndex(1);
            t.choose(u"Layout"_s, 1);
        });
        row(
            "an odd name", [](Test &) {},
            u"{\"title\": \"it's $HOME `x`; \\\"y\\\"\", \"events\": [{\"title\": \"a\", \"date\": \"2001\"}]}"_s);
    }
    void theCommandDrawsTheSame() {
        QFETCH(QString, json);
        QFETCH(std::function<void(ExportDialogTest &)>, change);
        const QDir folder(home.path("commands"));
        QVERIFY(folder.mkpath(u"."_s));
        QString fileName = u":story"_s;
        if (!json.isEmpty()) {
            fileName = folder.filePath(u"it's a \"file\".json"_s);
            QVERIFY(write(fileName, json.toUtf8()));
            m_workspace->setDocument(readFile(fileName)->document);
            show(fileName);
        }
        change(*this);
        QString command = m_dialog->command();
        QVERIFY2(command.startsWith(u"timeloom render "_s), qPrintable(command));
        const QString ending = QFileInfo(m_dialog->suggestedFile()).suffix();
        if (fileName == u":story"_s) { // a test writes into its own folder alone
            const QString there = shellLine({m_dialog->suggestedFile()});
            QVERIFY(command.contains(there));
            command.replace(there, shellLine({folder.filePath(u"by command."_s + ending)}));
        }
        const QString drawn =
            fileName == u":story"_s ? folder.filePath(u"by command."_s + ending) : m_dialog->suggestedFile();
        const Answer answer = shell(command, folder.path());
        QVERIFY2(answer.code == 0, answer.err + command.toUtf8());
        const QString saved = folder.filePath(u"by dialog."_s + ending);
        QFile::remove(saved); // nobody is asked whether to write over it
        save(saved);
        QCOMPARE(m_dialog->result(), static_cast<int>(QDialog::Accepted));
        QVERIFY(!read(saved).isEmpty());
        QVERIFY(read(saved) == read(drawn));
    }

    void theCommandIsShownAndCopied() {
        auto *show = button<QPushButton>(u"Show as command"_s);
        auto *line = field<QPlainTextEdit>(u"Command"_s);
        QVERIFY(!line->isVisible());
        show->click();
        QVERIFY(line->isVisible());
        QCOMPARE(line->toPlainText(), m_dialog->command());
        choose(u"Colours"_s, 1);
        QVERIFY(line->toPlainText().contains(u"--theme dark"_s));
        button<QPushButton>(u"Copy command"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), m_dialog->command());
        this->show(QString());
        QVERIFY(!button<QPushButton>(u"Show as command"_s)->isEnabled());
        QVERIFY(!button<QPushButton>(u"Show as command"_s)->toolTip().isEmpty());
    }

    void tellsWhatDoesNotWork_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("width");
        QTest::addColumn<QString>("said");
        QTest::newRow("unknown format") << home.path("saved.jpg") << 800 << u".png, .svg or .pdf"_s;
        QTest::newRow("too large") << home.path("large.png") << 16000 << u"32,000"_s;
    }
    void tellsWhatDoesNotWork() {
        QFETCH(QString, file);
        QFETCH(int, width);
        QFETCH(QString, said);
        field<QDoubleSpinBox>(u"Width"_s)->setValue(width);
        choose(u"Sharpness"_s, 2);
        QString text;
        answerNext<QMessageBox>(this, [&text](QMessageBox &box) {
            text = box.text();
            box.accept();
        });
        save(file);
        QVERIFY2(text.contains(said), qPrintable(text));
        QVERIFY(m_dialog->isVisible());
        QVERIFY(!QFile::exists(file));
    }

    /// Each control is reached by the key Tab, is large enough to hit, and says its whole text; the dialog is
    /// never higher than a small screen.
    void everythingIsReachedAndSeen_data() {
        QTest::addColumn<double>("text");
        QTest::newRow("100 %") << 1.0;
        QTest::newRow("200 %") << 2.0;
    }
    void everythingIsReachedAndSeen() {
        QFETCH(double, text);
        const QFont before = QApplication::font();
        applySavedAppearance();
        QFont font = QApplication::font();
        font.setPixelSize(static_cast<int>(13 * text));
        QApplication::setFont(font);
        show();
        m_dialog->resize(1000, 580);
        QVERIFY(m_dialog->minimumSizeHint().width() <= 1024);
        QVERIFY2(m_dialog->height() <= 640, qPrintable(QString::number(m_dialog->height())));
        QSet<QWidget *> reached;
        QWidget *at = m_dialog->focusWidget() != nullptr ? m_dialog->focusWidget() : m_dialog.get();
        for (int i = 0; i < 100; ++i) {
            at = at->nextInFocusChain();
            if (at->isVisible() && at->isEnabled() && (at->focusPolicy() & Qt::TabFocus)) {
                reached += at;
            }
        }
        for (QWidget *one : m_dialog->findChildren<QWidget *>()) {
            const bool isControl = qobject_cast<QAbstractButton *>(one) != nullptr ||
                                   qobject_cast<QComboBox *>(one) != nullptr ||
                                   qobject_cast<QAbstractSpinBox *>(one) != nullptr;
            if (!isControl || !one->isVisible()) {
                continue;
            }
            const auto *button = qobject_cast<QAbstractButton *>(one);
            const QString name = button != nullptr ? button->text() : one->accessibleName();
            const bool isByArrow = button != nullptr && button->group() != nullptr && !button->isChecked();
            if (one->isEnabled() && !isByArrow && name != u"qt_spinbox_lineedit"_s) {
                QVERIFY2(reached.contains(one), qPrintable(name));
            }
            QVERIFY2(one->width() >= 24 && one->height() >= 24, qPrintable(name));
            QVERIFY2(one->width() >= one->minimumSizeHint().width(), qPrintable(name));
            QVERIFY2(!name.isEmpty(), one->metaObject()->className());
        }
        for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
            if (label->isVisible() && label->wordWrap() &&
                !m_dialog->findChild<QScrollArea *>()->isAncestorOf(label)) {
                QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
            }
            if (label->isVisible() && !label->text().isEmpty() && !label->wordWrap()) {
                QVERIFY2(label->width() >= label->sizeHint().width(), qPrintable(label->text()));
            }
        }
        QApplication::setFont(before);
    }
};

QTEST_MAIN(ExportDialogTest)
#include "export_dialog_test.moc"
