// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/app_fixture.h"
#include "app/pictures/export_dialog.h"
#include "document/read/reader.h"
#include "widgets/workspace_fixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QImage>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTest>

using namespace timeline;
using namespace timeloom;

class ExportDialogTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Fonts> m_fonts;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<ExportDialog> m_dialog;

    /// The field of the form with this label.
    template <typename Field>
    Field *field(const char *label) const {
        auto *form = m_dialog->findChild<QFormLayout *>();
        for (int row = 0; row < form->rowCount(); ++row) {
            const auto *item = form->itemAt(row, QFormLayout::LabelRole);
            const auto *text = item == nullptr ? nullptr : qobject_cast<QLabel *>(item->widget());
            if (text != nullptr && text->text() == QLatin1StringView(label)) {
                return qobject_cast<Field *>(form->itemAt(row, QFormLayout::FieldRole)->widget());
            }
        }
        return nullptr;
    }
    QCheckBox *checkBox(const char *text) const {
        for (QCheckBox *box : m_dialog->findChildren<QCheckBox *>()) {
            if (box->text() == QLatin1StringView(text)) {
                return box;
            }
        }
        return nullptr;
    }
    QImage preview() const {
        for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
            if (label->accessibleName() == QStringLiteral("Preview")) {
                return label->pixmap().toImage();
            }
        }
        return {};
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
        m_workspace->setDocument(readFile(QStringLiteral(":story"))->document);
        m_dialog =
            std::make_unique<ExportDialog>(*m_workspace, *m_fonts, QStringLiteral("story"), WindowLook());
        m_dialog->show();
    }
    void cleanup() {
        m_dialog.reset();
        m_workspace.reset();
    }

    void beginsWithEverythingOnAScreen() {
        const PictureOptions options = m_dialog->order().allOptions();
        QCOMPARE(options.size, QSizeF(1920, 1080));
        QCOMPARE(options.scale, 2.0);
        QVERIFY(!options.dark && options.parts.title && options.parts.legend && !options.view);
        QVERIFY(options.filter.isEmpty());
        QVERIFY(!preview().isNull());
    }

    void presetsGiveTheSizeAndBack() {
        auto *preset = field<QComboBox>("Size");
        preset->setCurrentIndex(3);
        QCOMPARE(m_dialog->order().allOptions().size, QSizeF(1080, 1080));
        QCOMPARE(preset->currentIndex(), 3);
        field<QSpinBox>("Width")->setValue(1000);
        QCOMPARE(preset->currentText(), QStringLiteral("Own size"));
        field<QSpinBox>("Width")->setValue(1200);
        field<QSpinBox>("Height")->setValue(675);
        QVERIFY(preset->currentText().startsWith(QStringLiteral("Article")));
    }

    void takesWhatTheWindowShows() {
        m_workspace->navigation()->setViewport(m_workspace->navigation()->viewport().zoomedAt(400, 3));
        m_workspace->setQuery(QStringLiteral("status:confirmed"));
        field<QComboBox>("Show")->setCurrentIndex(2);
        const PictureOptions options = m_dialog->order().allOptions();
        QVERIFY(options.view == m_workspace->navigation()->viewport());
        QCOMPARE(options.filter.query(), QStringLiteral("status:confirmed"));
        const PictureOptions window = ExportDialog::orderOfWindow(*m_workspace, {.dark = true}).options;
        QCOMPARE(window.size, m_workspace->sceneSize());
        QVERIFY(window.dark);
    }

    void thePreviewFollows() {
        const QImage light = preview();
        field<QComboBox>("Theme")->setCurrentIndex(1);
        QVERIFY(m_dialog->order().allOptions().dark);
        QVERIFY(preview() != light);
        field<QComboBox>("Theme")->setCurrentIndex(0);
        QVERIFY(preview() == light);
        checkBox("Title")->setChecked(false);
        QVERIFY(!m_dialog->order().allOptions().parts.title);
        const QImage untitled = preview();
        QVERIFY(untitled != light);
        checkBox("Legend")->setChecked(false);
        QVERIFY(!m_dialog->order().allOptions().parts.legend);
        const QImage bare = preview();
        QVERIFY(bare != untitled);
        QVERIFY(m_dialog->order().allOptions().linked.empty());
        checkBox("Links between events")->setChecked(true);
        QVERIFY(!m_dialog->order().allOptions().linked.empty());
        QVERIFY(preview() != bare);
    }

    /// Of many events it is drawn, and saved, beside the window's thread.
    void manyEventsAreDrawnInTheirTime() {
        m_workspace->setDocument(manyEvents());
        QTRY_VERIFY(!m_workspace->isArranging());
        const QImage before = preview();
        checkBox("Title")->setChecked(false);
        checkBox("Legend")->setChecked(false); // while the other one is being drawn
        QCOMPARE(preview(), before);
        QTRY_VERIFY(preview() != before);
        const QString file = home.path("many.png");
        field<QDoubleSpinBox>("Scale")->setValue(1);
        save(file);
        QTRY_COMPARE(m_dialog->result(), static_cast<int>(QDialog::Accepted));
        QCOMPARE(QImage(file).convertToFormat(QImage::Format_RGB32),
                 m_dialog->order().picture(*m_fonts).toImage());
    }

    void saves() {
        const QString file = home.path("saved.png");
        field<QComboBox>("Size")->setCurrentIndex(2);
        field<QDoubleSpinBox>("Scale")->setValue(1.5);
        save(file);
        QCOMPARE(m_dialog->result(), static_cast<int>(QDialog::Accepted));
        QCOMPARE(QImage(file).size(), QSize(1200, 600));
        QCOMPARE(QSettings().value(QStringLiteral("exportFolder")).toString(),
                 QFileInfo(file).absolutePath());
    }

    void tellsWhatDoesNotWork_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("width");
        QTest::addColumn<QString>("said");
        QTest::newRow("unknown format")
            << home.path("saved.jpg") << 800 << QStringLiteral(".png, .svg or .pdf");
        QTest::newRow("too large") << home.path("large.png") << 16000 << QStringLiteral("32,000");
    }
    void tellsWhatDoesNotWork() {
        QFETCH(QString, file);
        QFETCH(int, width);
        QFETCH(QString, said);
        field<QSpinBox>("Width")->setValue(width);
        field<QDoubleSpinBox>("Scale")->setValue(8);
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
};

QTEST_MAIN(ExportDialogTest)
#include "export_dialog_test.moc"
