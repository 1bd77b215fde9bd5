// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/export_fields.h"

#include "app/pictures/picture_size.h"
#include "app/signs/measures.h"
#include "app/signs/trough.h"
#include "layout/page/page_content.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace timeloom {

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array layouts{PageLayout::Columns, PageLayout::Lanes, PageLayout::List};
constexpr std::array formats{PictureFormat::Png, PictureFormat::Svg, PictureFormat::Pdf};
constexpr std::array sharpnesses{1.0, 2.0, 3.0};
constexpr double pixelsOfInch = 96;
constexpr double millimetresOfInch = 25.4;

struct Unit {
    QLatin1StringView name;
    double pixels;
    int decimals;
};
constexpr std::array<Unit, 3> units{
    {{"px"_L1, 1, 0}, {"mm"_L1, pixelsOfInch / millimetresOfInch, 1}, {"in"_L1, pixelsOfInch, 2}}};

struct Preset {
    const char *name;
    double width; ///< 0: the user's own
    double height;
    int unit;
};
constexpr std::array<Preset, 9> presets{
    {{QT_TRANSLATE_NOOP("timeloom::ExportFields", "Screen, 16:9"), 1920, 1080, 0},
     {QT_TRANSLATE_NOOP("timeloom::ExportFields", "Article"), 1200, 675, 0},
     {QT_TRANSLATE_NOOP("timeloom::ExportFields", "Small"), 800, 400, 0},
     {QT_TRANSLATE_NOOP("timeloom::ExportFields", "Square"), 1080, 1080, 0},
     {QT_TRANSLATE_NOOP("timeloom::ExportFields", "A4 landscape"), 297, 210, 1},
     {QT_TRANSLATE_NOOP("timeloom::ExportFields", "A4 upright"), 210, 297, 1},
     {QT_TRANSLATE_NOOP("timeloom::ExportFields", "A3 landscape"), 420, 297, 1},
     {QT_TRANSLATE_NOOP("timeloom::ExportFields", "Letter landscape"), 11, 8.5, 2},
     {QT_TRANSLATE_NOOP("timeloom::ExportFields", "Own size"), 0, 0, 0}}};

enum What : int { Everything, Filtered, InView };

QLabel *smallLabel(const QString &text = {}) {
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setFont(textFont(12));
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

void spread(Trough &trough, std::size_t count) {
    trough.setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (std::size_t i = 0; i < count; ++i) {
        trough.button(static_cast<int>(i))->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
}

} // namespace

ExportFields::ExportFields(const Workspace &workspace, const PictureChoice &first, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_groups(new QVBoxLayout(this)), m_what(new QComboBox),
      m_preset(new QComboBox), m_unit(new QComboBox), m_width(new QDoubleSpinBox),
      m_height(new QDoubleSpinBox) {
    m_groups->setContentsMargins(20, 16, 20, 16);
    m_groups->setSpacing(16);
    m_layout = addTrough(tr("Layout"), {tr("&Columns"), tr("&Lanes"), tr("L&ist")});
    makeWhat();
    makeSize(first.size);
    m_sharpness = addTrough(tr("Sharpness"), {tr("1×"), tr("2×"), tr("3×")});
    m_pixels = addNote(*static_cast<QVBoxLayout *>(m_groups->itemAt(m_groups->count() - 1)->layout()));
    m_colors = addTrough(tr("Colours"), {tr("Li&ght"), tr("&Dark")});
    makeParts(first.parts, first.hasLinks);
    m_format = addTrough(tr("File"), {u"&PNG"_s, u"S&VG"_s, u"PD&F"_s});
    m_formatNote = addNote(*static_cast<QVBoxLayout *>(m_groups->itemAt(m_groups->count() - 1)->layout()));
    m_groups->addStretch(1);
    m_layout->setCurrent(static_cast<int>(std::ranges::find(layouts, first.layout) - layouts.begin()));
    m_sharpness->setCurrent(1);
    m_colors->setCurrent(first.dark ? 1 : 0);
    const bool isTooMuch = pageEventCount(*workspace.document(), {}, {}) > mostOnPage;
    for (const int page : {0, 2}) {
        m_layout->button(page)->setEnabled(!isTooMuch);
        m_layout->button(page)->setToolTip(isTooMuch ? tr("These are more events than a page has room for")
                                                     : QString());
    }
    for (const Trough *trough : {m_layout, m_sharpness, m_colors, m_format}) {
        connect(trough, &Trough::chosen, this, &ExportFields::refresh);
    }
    for (QWidget *field : std::initializer_list<QWidget *>{m_what, m_preset, m_unit, m_width, m_height}) {
        field->setFocusPolicy(Qt::StrongFocus);
        field->installEventFilter(this);
    }
    setFocusProxy(m_layout->button(m_layout->current()));
    refresh();
}

bool ExportFields::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::Wheel && !static_cast<QWidget *>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

QVBoxLayout *ExportFields::addGroup(const QString &title, QWidget *buddy) {
    auto *group = new QVBoxLayout;
    group->setSpacing(8);
    auto *label = new QLabel(title);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setFont(textFont(13, QFont::Medium));
    if (buddy != nullptr) {
        label->setBuddy(buddy);
        buddy->setAccessibleName(QString(title).remove(u'&'));
    }
    group->addWidget(label);
    m_groups->addLayout(group);
    return group;
}

Trough *ExportFields::addTrough(const QString &title, const QStringList &choices) {
    auto *trough = new Trough(choices);
    spread(*trough, static_cast<std::size_t>(choices.size()));
    QVBoxLayout *group = addGroup(title, nullptr);
    trough->setAccessibleName(title);
    group->addWidget(trough);
    return trough;
}

QLabel *ExportFields::addNote(QVBoxLayout &rows) {
    QLabel *note = smallLabel();
    note->setWordWrap(true);
    rows.addWidget(note);
    return note;
}

void ExportFields::makeWhat() {
    addGroup(tr("&What"), m_what)->addWidget(m_what);
    m_what->addItem(tr("Everything"), Everything);
    if (!m_workspace.filter().isEmpty()) {
        m_what->addItem(tr("What the search and the filter show"), Filtered);
        m_what->setCurrentIndex(1);
    }
    if (stretchInView(m_workspace)) {
        m_what->addItem(tr("The time in view"), InView);
    }
    m_what->setMinimumContentsLength(12);
    m_what->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_what, &QComboBox::currentIndexChanged, this, &ExportFields::refresh);
}

void ExportFields::makeSize(const QString &first) {
    QVBoxLayout *group = addGroup(tr("Si&ze"), m_preset);
    group->addWidget(m_preset);
    m_preset->setMinimumContentsLength(12);
    m_preset->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const Preset &preset : presets) {
        m_preset->addItem(tr(preset.name));
    }
    for (const Unit &unit : units) {
        m_unit->addItem(QString(unit.name));
    }
    m_width->setAccessibleName(tr("Width"));
    m_height->setAccessibleName(tr("Height"));
    m_unit->setAccessibleName(tr("Unit"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_width, 1);
    row->addWidget(new QLabel(u"×"_s));
    row->addWidget(m_height, 1);
    row->addWidget(m_unit);
    group->addLayout(row);
    takeUnit(0);
    for (QDoubleSpinBox *box : {m_width, m_height}) {
        box->setKeyboardTracking(false);
        box->setButtonSymbols(QAbstractSpinBox::NoButtons);
        box->setMinimumWidth(px(64));
    }
    const std::optional<PictureSize> size = pictureSizeFrom(first);
    m_width->setValue(size ? size->pixels.width() : 1920);
    m_height->setValue(size ? size->pixels.height() : 1080);
    connect(m_preset, &QComboBox::activated, this, &ExportFields::takePreset);
    connect(m_unit, &QComboBox::activated, this, &ExportFields::takeUnit);
    for (QDoubleSpinBox *box : {m_width, m_height}) {
        connect(box, &QDoubleSpinBox::valueChanged, this, &ExportFields::refresh);
    }
}

void ExportFields::takePreset(int index) {
    const Preset &preset = presets.at(static_cast<std::size_t>(index));
    if (preset.width > 0) {
        m_unit->setCurrentIndex(preset.unit);
        takeUnit(preset.unit);
        const QSignalBlocker quiet(m_width);
        m_width->setValue(preset.width);
        const QSignalBlocker also(m_height);
        m_height->setValue(preset.height);
        refresh();
    }
}

/// The size stays.
void ExportFields::takeUnit(int index) {
    const Unit &old = units.at(static_cast<std::size_t>(m_oldUnit));
    const Unit &unit = units.at(static_cast<std::size_t>(index));
    m_oldUnit = index;
    constexpr std::array<double, 2> least{200, 120}; // pixels
    constexpr double most = 32'000;
    for (const auto &[box, fewest] : {std::pair(m_width, least[0]), std::pair(m_height, least[1])}) {
        const QSignalBlocker quiet(box);
        const double pixels = box->value() * old.pixels;
        box->setDecimals(unit.decimals);
        box->setRange(std::ceil(fewest / unit.pixels * 10) / 10, std::floor(most / unit.pixels));
        box->setValue(pixels / unit.pixels);
    }
    if (old.name != unit.name) {
        refresh();
    }
}

QCheckBox *ExportFields::addPart(QVBoxLayout &rows, const QString &title, const QString &note, bool isOn) {
    auto *box = new QCheckBox(title);
    box->setChecked(isOn);
    box->setMinimumHeight(px(24));
    auto *row = new QHBoxLayout;
    row->addWidget(box, 1);
    if (!note.isEmpty()) {
        row->addWidget(smallLabel(note));
    }
    rows.addLayout(row);
    connect(box, &QCheckBox::toggled, this, &ExportFields::refresh);
    return box;
}

void ExportFields::makeParts(const PageParts &first, bool hasLinks) {
    QVBoxLayout *group = addGroup(tr("With it"), nullptr);
    const std::size_t eras = m_workspace.document()->eras().size();
    m_title = addPart(*group, tr("&Title and standfirst"), {}, first.title);
    m_eras = addPart(*group, tr("&Eras"),
                     eras > 0 ? QLocale().toString(static_cast<qulonglong>(eras)) : QString(), first.eras);
    m_notes = addPart(*group, tr("&Notes under the most important"), {}, first.notes);
    m_legend = addPart(*group, tr("Legend of what &occurs"), {}, first.legend);
    m_sources = addPart(*group, tr("So&urces and “as of” line"), {}, first.source);
    m_count = addPart(*group, tr("&How many events"), {}, first.count);
    m_links = addPart(*group, tr("Lin&ks between events"), {}, hasLinks);
}

QString ExportFields::sizeText() const {
    const Unit &unit = units.at(static_cast<std::size_t>(m_unit->currentIndex()));
    const QString suffix = m_unit->currentIndex() == 0 ? QString() : QString(unit.name);
    const auto number = [&](double value) {
        QString text = QString::number(value, 'f', unit.decimals);
        while (text.contains(u'.') && (text.endsWith(u'0') || text.endsWith(u'.'))) {
            text.chop(1);
        }
        return text;
    };
    return number(m_width->value()) + u'x' + number(m_height->value()) + suffix;
}

PictureChoice ExportFields::choice() const {
    PictureChoice choice;
    choice.layout = layouts.at(static_cast<std::size_t>(m_layout->current()));
    const int what = m_what->currentData().toInt();
    choice.isFiltered = what != Everything;
    choice.isInView = what == InView;
    choice.size = sizeText();
    choice.sharpness = sharpnesses.at(static_cast<std::size_t>(m_sharpness->current()));
    choice.dark = m_colors->current() == 1;
    choice.format = formats.at(static_cast<std::size_t>(m_format->current()));
    const bool isPage = choice.layout != PageLayout::Lanes;
    choice.hasLinks = !isPage && m_links->isChecked();
    choice.parts.title = m_title->isChecked();
    choice.parts.legend = m_legend->isChecked();
    if (isPage) { // lanes have no other parts
        choice.parts.standfirst = m_title->isChecked();
        choice.parts.eras = m_eras->isChecked();
        choice.parts.notes = m_notes->isChecked();
        choice.parts.source = m_sources->isChecked();
        choice.parts.count = m_count->isChecked();
    }
    return choice;
}

void ExportFields::refresh() {
    const PictureChoice now = choice();
    const bool isPage = now.layout != PageLayout::Lanes;
    for (QCheckBox *part : {m_eras, m_notes, m_sources, m_count}) {
        part->setEnabled(isPage);
        part->setToolTip(isPage ? QString() : tr("Of columns and lists"));
    }
    m_links->setEnabled(!isPage);
    m_links->setToolTip(isPage ? tr("Links are drawn in lanes alone") : QString());
    const bool isPng = now.format == PictureFormat::Png;
    m_sharpness->setEnabled(isPng);
    m_formatNote->setText(isPng ? tr("The same file and options give the same bytes.")
                          : now.format == PictureFormat::Svg
                              ? tr("Text stays text, in the fonts of the picture.")
                              : tr("One page of this size."));
    const QSizeF size = pictureSizeFrom(now.size).value_or(PictureSize{{1, 1}}).pixels;
    const auto *preset = std::ranges::find_if(presets, [&](const Preset &one) {
        return one.unit == m_unit->currentIndex() && std::abs(one.width - m_width->value()) < 0.001 &&
               std::abs(one.height - m_height->value()) < 0.001;
    });
    m_preset->setCurrentIndex(
        static_cast<int>(std::min<std::ptrdiff_t>(preset - presets.begin(), std::ssize(presets) - 1)));
    if (isPng) {
        const QSize pixels = (size * now.sharpness).toSize();
        constexpr double print = 300; // dots an inch
        const QLocale locale;
        const auto printed = [&](int count) {
            return locale.toString(qRound(count / print * millimetresOfInch));
        };
        m_pixels->setText(tr("%1 × %2 pixels, 300 dpi at %3 × %4 mm")
                              .arg(locale.toString(pixels.width()), locale.toString(pixels.height()),
                                   printed(pixels.width()), printed(pixels.height())));
    } else {
        m_pixels->setText(tr("Sharp at any size"));
    }
    Q_EMIT changed();
}

} // namespace timeloom
