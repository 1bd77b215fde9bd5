// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/export_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>

namespace timeloom {

using namespace timeline;

namespace {

struct SizePreset {
    const char *name;
    QSize size; ///< empty: the user's own
};

const SizePreset presets[] = {
    {QT_TRANSLATE_NOOP("ExportDialog", "Screen, 1920 × 1080"), {1920, 1080}},
    {QT_TRANSLATE_NOOP("ExportDialog", "Article, 1200 × 675"), {1200, 675}},
    {QT_TRANSLATE_NOOP("ExportDialog", "Small, 800 × 400"), {800, 400}},
    {QT_TRANSLATE_NOOP("ExportDialog", "Square, 1080 × 1080"), {1080, 1080}},
    {QT_TRANSLATE_NOOP("ExportDialog", "A4 landscape, 1123 × 794"), {1123, 794}},
    {QT_TRANSLATE_NOOP("ExportDialog", "Own size"), {}},
};

QSpinBox *pixelBox(int least, int value) {
    auto *box = new QSpinBox;
    box->setRange(least, 16000);
    box->setValue(value);
    box->setSuffix(ExportDialog::tr(" px"));
    return box;
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

ExportDialog::ExportDialog(const Workspace &workspace, const Fonts &fonts, const QString &name,
                           const WindowLook &look, QWidget *parent)
    : QDialog(parent), m_workspace(workspace), m_look(look), m_maker(fonts), m_name(name),
      m_span(new QComboBox), m_preset(new QComboBox), m_width(pixelBox(200, 1920)),
      m_height(pixelBox(120, 1080)), m_scale(new QDoubleSpinBox), m_theme(new QComboBox),
      m_title(new QCheckBox(tr("Title"))), m_legend(new QCheckBox(tr("Legend"))),
      m_links(new QCheckBox(tr("Links between events"))), m_preview(new QLabel) {
    setWindowTitle(tr("Export picture"));
    m_span->addItems({tr("Page"), tr("Everything in lanes"), tr("As the window shows")});
    for (const SizePreset &preset : presets) {
        m_preset->addItem(tr(preset.name));
    }
    m_scale->setRange(0.5, 8);
    m_scale->setSingleStep(0.5);
    m_scale->setValue(2);
    m_scale->setToolTip(tr("Device pixels in a pixel of the layout, for PNG. 2 is sharp in print."));
    m_theme->addItems({tr("Light"), tr("Dark")});
    m_theme->setCurrentIndex(look.dark ? 1 : 0);
    m_title->setChecked(true);
    m_legend->setChecked(true);
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setMinimumSize(480, 270);
    m_preview->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_preview->setAccessibleName(tr("Preview"));

    auto *form = new QFormLayout;
    form->addRow(tr("Show"), m_span);
    form->addRow(tr("Size"), m_preset);
    form->addRow(tr("Width"), m_width);
    form->addRow(tr("Height"), m_height);
    form->addRow(tr("Scale"), m_scale);
    form->addRow(tr("Theme"), m_theme);
    form->addRow(QString(), m_title);
    form->addRow(QString(), m_legend);
    form->addRow(QString(), m_links);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Save)->setText(tr("Save picture…"));
    auto *side = new QVBoxLayout;
    side->addLayout(form);
    side->addStretch();
    side->addWidget(buttons);
    auto *all = new QHBoxLayout(this);
    all->addWidget(m_preview, 1);
    all->addLayout(side);
    resize(980, 520);

    connect(&m_maker, &PictureMaker::drawn, this, &ExportDialog::showPreview);
    connect(&m_maker, &PictureMaker::saved, this, &ExportDialog::finish);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_preset, &QComboBox::currentIndexChanged, this, [this](int index) {
        const QSize size = presets[index].size;
        if (!size.isEmpty()) {
            m_width->setValue(size.width());
            m_height->setValue(size.height());
        }
    });
    for (QSpinBox *box : {m_width, m_height}) {
        connect(box, &QSpinBox::valueChanged, this, [this] {
            const QSize size(m_width->value(), m_height->value());
            const auto *match = std::ranges::find(presets, size, &SizePreset::size);
            const QSignalBlocker quiet(m_preset);
            m_preset->setCurrentIndex(
                static_cast<int>(std::min<std::ptrdiff_t>(match - presets, std::ssize(presets) - 1)));
            refreshPreview();
        });
    }
    connect(m_span, &QComboBox::currentIndexChanged, this, &ExportDialog::refreshPreview);
    connect(m_theme, &QComboBox::currentIndexChanged, this, &ExportDialog::refreshPreview);
    connect(m_title, &QCheckBox::toggled, this, &ExportDialog::refreshPreview);
    connect(m_legend, &QCheckBox::toggled, this, &ExportDialog::refreshPreview);
    connect(m_links, &QCheckBox::toggled, this, &ExportDialog::refreshPreview);
}

PictureOrder ExportDialog::order() const {
    WindowLook look = m_look;
    look.dark = m_theme->currentIndex() == 1;
    constexpr int page = 0;
    constexpr int window = 2;
    look.isPage = look.isPage && m_span->currentIndex() == window;
    PictureOrder order = orderOfWindow(m_workspace, look);
    order.hasLinks = m_links->isChecked();
    order.options.size = QSizeF(m_width->value(), m_height->value());
    order.options.scale = m_scale->value();
    order.options.parts.title = m_title->isChecked();
    order.options.parts.legend = m_legend->isChecked();
    if (m_span->currentIndex() == page && !order.hasLinks) { // links are drawn in lanes alone
        order.options.page = PageLayout::Auto;
    }
    if (m_span->currentIndex() != window) {
        order.options.view.reset();
        order.options.layout.steady = false; // it shows what passes, and has room for that alone
    }
    return order;
}

void ExportDialog::resizeEvent(QResizeEvent *event) {
    QDialog::resizeEvent(event);
    refreshPreview();
}

void ExportDialog::refreshPreview() {
    if (m_isSaving) {
        return;
    }
    PictureOrder small = order();
    const QSizeF room = QSizeF(m_preview->size() - QSize(8, 8)) * devicePixelRatioF();
    const QSizeF size = small.options.size;
    small.options.scale =
        std::clamp(std::min(room.width() / size.width(), room.height() / size.height()), 0.1, 4.0);
    m_maker.draw(small);
}

void ExportDialog::showPreview(const QImage &image) {
    QPixmap pixmap = QPixmap::fromImage(image);
    pixmap.setDevicePixelRatio(devicePixelRatioF());
    m_preview->setPixmap(pixmap);
}

void ExportDialog::save() {
    QSettings settings;
    const QString folder = settings.value(QStringLiteral("exportFolder"), QDir::homePath()).toString();
    const QString name =
        QFileDialog::getSaveFileName(this, windowTitle(), QStringLiteral("%1/%2.png").arg(folder, m_name),
                                     tr("PNG image (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)"));
    if (name.isEmpty()) {
        return;
    }
    settings.setValue(QStringLiteral("exportFolder"), QFileInfo(name).absolutePath());
    const std::optional<PictureFormat> format = pictureFormatOf(name);
    m_isSaving = true;
    setEnabled(false);
    if (!format) {
        finish(tr("The name must end in .png, .svg or .pdf."));
    } else if (!order().options.isOfPossibleSize()) {
        finish(tr("The picture would be larger than 32,000 pixels. Make it smaller, or its scale."));
    } else {
        m_maker.save(order(), name, *format);
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

} // namespace timeloom
