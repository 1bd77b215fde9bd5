// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/export_dialog.h"

#include "app/pictures/export_fields.h"
#include "app/pictures/picture_preview.h"
#include "app/signs/icons.h"
#include "app/signs/measures.h"
#include "app/signs/trough.h"
#include "layout/page/page_content.h"
#include "paint/tokens.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QStandardPaths>
#include <algorithm>

namespace timeloom {

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

PictureChoice firstChoice(const Workspace &workspace, const WindowLook &look) {
    PictureChoice choice;
    choice.dark = look.dark;
    const bool isMuch = pageEventCount(*workspace.document(), {}, {}) > mostComposed;
    choice.layout = isMuch ? PageLayout::Lanes : PageLayout::Columns;
    return choice;
}

QString endingOf(PictureFormat format) {
    return format == PictureFormat::Png ? u"png"_s : format == PictureFormat::Svg ? u"svg"_s : u"pdf"_s;
}

bool isCommandable(const QString &fileName) {
    return !fileName.isEmpty() && fileName != "-"_L1;
}

} // namespace

PictureOrder ExportDialog::orderOfWindow(const Workspace &workspace, const WindowLook &look) {
    PictureOrder order;
    order.document = workspace.document();
    order.options.filter = workspace.filter();
    order.options.size = workspace.sceneSize();
    order.options.dark = look.dark;
    order.options.layout = workspace.layoutOptions();
    if (look.isPage) {
        order.options.page = PageLayout::Auto;
    } else {
        order.options.view = workspace.navigation()->viewport();
        order.options.scroll = look.scroll;
    }
    return order;
}

ExportDialog::ExportDialog(const Workspace &workspace, const Fonts &fonts, const QString &fileName,
                           const WindowLook &look, QWidget *parent)
    : QDialog(parent), m_workspace(workspace), m_fonts(fonts), m_fileName(fileName), m_maker(fonts),
      m_fields(new ExportFields(workspace, firstChoice(workspace, look))), m_preview(new PicturePreview),
      m_sign(new QLabel), m_check(new QLabel), m_below(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_zoom(new Trough({tr("Wh&ole"), tr("100 %")})), m_command(new QPlainTextEdit) {
    setWindowTitle(tr("Export picture"));
    auto *side = new QScrollArea;
    side->setFrameShape(QFrame::NoFrame);
    side->setWidgetResizable(true);
    side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    side->setFocusPolicy(Qt::NoFocus);
    side->setWidget(m_fields);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(makeStage(), 1);
    middle->addWidget(side);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(0);
    all->addLayout(middle, 1);
    m_commandRow = makeCommand();
    all->addWidget(m_commandRow);
    all->addLayout(makeButtons());
    fitScreen();
    const int least = m_fields->minimumSizeHint().width() + side->verticalScrollBar()->sizeHint().width();
    side->setFixedWidth(std::max(least, std::min(px(320), width() * 2 / 5)));
    const bool isNarrow = width() - side->width() < px(420);
    m_below->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_fields->setFocus();

    connect(&m_maker, &PictureMaker::drawn, this, &ExportDialog::showPicture);
    connect(&m_maker, &PictureMaker::saved, this, &ExportDialog::finish);
    connect(m_fields, &ExportFields::changed, this, &ExportDialog::refresh);
    connect(m_preview, &PicturePreview::roomChanged, this, &ExportDialog::refresh);
    connect(m_zoom, &Trough::chosen, this, [this](int choice) { m_preview->setWhole(choice == 0); });
}

QWidget *ExportDialog::makeStage() {
    auto *stage = new QWidget;
    stage->setAutoFillBackground(true);
    stage->setBackgroundRole(QPalette::Window);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    m_check->setTextFormat(Qt::PlainText);
    m_check->setWordWrap(true);
    line->addWidget(m_sign, 0, Qt::AlignVCenter);
    line->addWidget(m_check, 1);
    line->setContentsMargins({});
    m_below->setContentsMargins(16, 8, 16, 8);
    m_below->setSpacing(8);
    m_below->addLayout(line, 1);
    m_below->addWidget(m_zoom, 0, Qt::AlignRight);
    m_zoom->setAccessibleName(tr("Size of the preview"));
    auto *rows = new QVBoxLayout(stage);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addWidget(m_preview, 1);
    rows->addLayout(m_below);
    return stage;
}

QWidget *ExportDialog::makeCommand() {
    auto *row = new QWidget;
    m_command->setReadOnly(true);
    m_command->setTabChangesFocus(true);
    m_command->setAccessibleName(tr("Command"));
    m_command->setWordWrapMode(QTextOption::WrapAnywhere);
    m_command->setFixedHeight(2 * m_command->fontMetrics().lineSpacing() + px(20));
    m_copyCommand = new QPushButton(tr("Cop&y command"));
    m_copyCommand->setAutoDefault(false);
    connect(m_copyCommand, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(command());
        m_copyCommand->setText(tr("Copied"));
    });
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(16, 8, 16, 0);
    line->setSpacing(8);
    line->addWidget(m_command, 1);
    line->addWidget(m_copyCommand, 0, Qt::AlignTop);
    row->hide();
    return row;
}

QLayout *ExportDialog::makeButtons() {
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    QPushButton *save = buttons->button(QDialogButtonBox::Save);
    save->setText(tr("&Save picture…"));
    save->setDefault(true);
    m_copyPicture = new QPushButton(tr("Copy pictu&re"));
    m_copyPicture->setAutoDefault(false);
    m_showCommand = new QPushButton(tr("Show as co&mmand"));
    m_showCommand->setAutoDefault(false);
    m_showCommand->setCheckable(true);
    m_showCommand->setEnabled(isCommandable(m_fileName));
    m_showCommand->setToolTip(m_showCommand->isEnabled()
                                  ? tr("The line for a shell that draws the same bytes")
                                  : tr("A command draws a file: save this timeline first"));
    connect(m_copyPicture, &QPushButton::clicked, this, &ExportDialog::copyPicture);
    connect(m_showCommand, &QPushButton::toggled, this, [this](bool isOn) {
        m_commandRow->setVisible(isOn);
        refresh();
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(8);
    row->addWidget(m_copyPicture);
    row->addWidget(m_showCommand);
    row->addStretch(1);
    row->addWidget(buttons);
    return row;
}

/// As large as suits, within the screen.
void ExportDialog::fitScreen() {
    const QScreen *screen =
        parentWidget() != nullptr ? parentWidget()->screen() : QGuiApplication::primaryScreen();
    const QSize room = screen != nullptr ? screen->availableSize() - QSize(24, 56) : QSize(1000, 584);
    const QSize wanted(px(1310), px(830));
    setMaximumHeight(std::max(room.height(), minimumSizeHint().height()));
    resize(wanted.boundedTo(room));
}

std::optional<PictureOrder> ExportDialog::order() const {
    return m_fields->choice().order(m_workspace);
}

QString ExportDialog::suggestedFile() const {
    const bool isFile = isCommandable(m_fileName) && !m_fileName.startsWith(u':');
    const QString pictures = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    const QString folder = isFile ? QFileInfo(m_fileName).absolutePath()
                           : !pictures.isEmpty() && QDir(pictures).exists() ? pictures
                                                                            : QDir::homePath();
    return QDir(folder).filePath(pictureName(m_workspace.document()->title()) + u'.' +
                                 endingOf(m_fields->choice().format));
}

QString ExportDialog::command() const {
    return shellLine(m_fields->choice().command(m_workspace, m_fileName, suggestedFile()));
}

void ExportDialog::refresh() {
    if (m_isSaving) {
        return;
    }
    if (std::optional<PictureOrder> small = order()) {
        small->options.scale = m_preview->scaleFor(small->options.size);
        m_maker.draw(*small);
    }
    m_copyPicture->setText(tr("Copy pictu&re"));
    if (m_showCommand->isEnabled()) {
        m_copyCommand->setText(tr("Cop&y command"));
        m_command->setPlainText(command());
    }
}

void ExportDialog::showPicture(const QImage &image, const PictureCheck &check) {
    m_preview->show(image);
    m_checked = check;
    m_check->setText(check.toText());
    const Tokens &tokens = Tokens::forPalette(palette());
    QPixmap sign(QSize(px(20), px(20)) * devicePixelRatioF());
    sign.setDevicePixelRatio(devicePixelRatioF());
    sign.fill(Qt::transparent);
    QPainter painter(&sign);
    paintIcon(painter, QRectF(0, 0, px(20), px(20)), check.isFine() ? u"check"_s : u"problems"_s,
              check.isFine() ? tokens.ok : tokens.warn);
    painter.end();
    m_sign->setPixmap(sign);
    m_sign->setAccessibleName(check.isFine() ? tr("Fine") : tr("Not all has room"));
}

void ExportDialog::copyPicture() {
    if (const std::optional<PictureOrder> whole = order()) {
        drawToClipboard(*whole, m_fonts, this, [this] { m_copyPicture->setText(tr("Copied")); });
    }
}

void ExportDialog::save() {
    const QString ending = endingOf(m_fields->choice().format);
    QStringList kinds{tr("PNG image (*.png)"), tr("SVG drawing (*.svg)"), tr("PDF document (*.pdf)")};
    std::stable_partition(kinds.begin(), kinds.end(),
                          [&](const QString &kind) { return kind.contains(u"*."_s + ending); });
    QString name = QFileDialog::getSaveFileName(this, windowTitle(), suggestedFile(), kinds.join(u";;"_s));
    if (name.isEmpty()) {
        return;
    }
    if (QFileInfo(name).suffix().isEmpty()) {
        name += u'.' + ending;
    }
    const std::optional<PictureFormat> format = pictureFormatOf(name);
    std::optional<PictureOrder> whole = order();
    m_isSaving = true;
    setEnabled(false);
    if (!format) {
        finish(tr("The name must end in .png, .svg or .pdf."));
    } else if (!whole || !whole->options.isOfPossibleSize()) {
        finish(tr("The picture would be larger than 32,000 pixels. Make it smaller, or less sharp."));
    } else {
        m_maker.save(*whole, name, *format);
    }
}

void ExportDialog::finish(const QString &trouble) {
    m_isSaving = false;
    setEnabled(true);
    if (trouble.isEmpty()) {
        accept();
        return;
    }
    QMessageBox box(QMessageBox::Warning, windowTitle(), trouble, QMessageBox::Ok, this);
    box.setTextFormat(Qt::PlainText);
    box.exec();
}

void ExportDialog::changeEvent(QEvent *event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        refresh();
    }
}

} // namespace timeloom
