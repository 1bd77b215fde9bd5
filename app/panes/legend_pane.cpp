// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/legend_pane.h"

#include "app/panes/legend_samples.h"
#include "layout/lanes/histogram.h"
#include "layout/scene/legend.h"
#include "paint/theme.h"
#include "widgets/lists/lane_model.h"
#include "widgets/workspace/workspace.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QScrollArea>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

namespace timeloom {

using namespace timeline;

namespace {

constexpr int mostRowsKept = 8;

/// Draws a category's colour, as the timeline has it, before its title.
class SwatchDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.column() == LaneModel::CountColumn) {
            option->palette.setColor(QPalette::Text, option->palette.color(QPalette::PlaceholderText));
            return;
        }
        const auto role = static_cast<ColorRole>(index.data(LaneModel::ColorRoleRole).toUInt());
        const QVariant own = index.data(LaneModel::FileColorRole);
        const Theme theme = Theme::forPalette(option->palette);
        const bool isShown = option->checkState == Qt::Checked;
        const QColor color =
            theme.categoryColor(role, own.isValid() ? std::optional<Rgb>(own.toUInt()) : std::nullopt);
        option->icon = swatch(isShown ? color : theme.tint(color, 0.35), option);
        option->decorationSize = QSize(size, size);
        option->features |= QStyleOptionViewItem::HasDecoration;
        if (!isShown) {
            option->palette.setColor(QPalette::Text, option->palette.color(QPalette::PlaceholderText));
        }
    }

private:
    static constexpr int size = 12;

    static QIcon swatch(const QColor &color, const QStyleOptionViewItem *option) {
        const qreal ratio = option->widget != nullptr ? option->widget->devicePixelRatioF() : 1;
        QPixmap pixmap((QSizeF(size, size) * ratio).toSize());
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawRoundedRect(0, 0, size, size, 3, 3);
        painter.end();
        // The same where a row is selected: the colour is what the row is about.
        QIcon icon;
        icon.addPixmap(pixmap, QIcon::Normal);
        icon.addPixmap(pixmap, QIcon::Selected);
        return icon;
    }
};

} // namespace

LegendPane::LegendPane(Workspace &workspace, const Fonts &fonts, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_lanes(new LaneModel(&workspace, this)), m_list(makeList()),
      m_grouping(makeGrouping()), m_folding(makeFolding()), m_others(new QLabel(this)) {
    auto *samples = new LegendSamples(fonts);
    auto *lanes = new QLabel(tr("&Lanes by"));
    lanes->setBuddy(m_grouping);
    auto *choice = new QHBoxLayout;
    choice->addWidget(lanes);
    choice->addWidget(m_grouping, 1);

    m_others->setTextFormat(Qt::PlainText);
    m_others->setWordWrap(true);
    m_others->setForegroundRole(QPalette::PlaceholderText);

    auto *options = new QVBoxLayout;
    options->setContentsMargins(12, 8, 12, 12);
    options->setSpacing(8);
    options->addWidget(m_others);
    options->addLayout(choice);
    options->addWidget(m_folding);
    options->addWidget(samples);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_list, 1);
    layout->addLayout(options);

    connect(&workspace, &Workspace::layoutChanged, this, &LegendPane::showOptions);
    showOptions();
}

QTreeView *LegendPane::makeList() {
    auto *list = new QTreeView(this);
    list->setModel(m_lanes);
    list->setItemDelegate(new SwatchDelegate(list));
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setHeaderHidden(true);
    list->setFrameShape(QFrame::NoFrame);
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    list->setAllColumnsShowFocus(true);
    list->setTextElideMode(Qt::ElideRight);
    list->setAccessibleName(tr("Categories"));
    list->header()->setStretchLastSection(false);
    list->header()->setSectionResizeMode(LaneModel::TitleColumn, QHeaderView::Stretch);
    list->header()->setSectionResizeMode(LaneModel::CountColumn, QHeaderView::ResizeToContents);
    list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(list, &QTreeView::customContextMenuRequested, this, &LegendPane::showMenu);
    // As many rows as there are have room, up to a few; the others can be scrolled to.
    const auto makeRoom = [this, list] {
        const int rowHeight = m_lanes->rowCount() > 0 ? list->sizeHintForRow(0) : 0;
        list->setMinimumHeight(std::min(m_lanes->rowCount(), mostRowsKept) * rowHeight + 4);
    };
    connect(m_lanes, &LaneModel::modelReset, list, makeRoom);
    makeRoom();
    return list;
}

QComboBox *LegendPane::makeGrouping() {
    auto *grouping = new QComboBox(this);
    grouping->addItem(tr("Category"), static_cast<int>(LaneGrouping::Category));
    grouping->addItem(tr("Parent category"), static_cast<int>(LaneGrouping::Parent));
    grouping->addItem(tr("Status"), static_cast<int>(LaneGrouping::Status));
    grouping->addItem(tr("Tag"), static_cast<int>(LaneGrouping::Tag));
    grouping->addItem(tr("Source"), static_cast<int>(LaneGrouping::Source));
    grouping->addItem(tr("Who says so"), static_cast<int>(LaneGrouping::Attribution));
    grouping->addItem(tr("Place"), static_cast<int>(LaneGrouping::Place));
    grouping->addItem(tr("None"), static_cast<int>(LaneGrouping::None));
    connect(grouping, &QComboBox::activated, this, [this] {
        LayoutOptions options = m_workspace.layoutOptions();
        options.grouping = static_cast<LaneGrouping>(m_grouping->currentData().toInt());
        m_workspace.setLayoutOptions(options);
    });
    return grouping;
}

QCheckBox *LegendPane::makeFolding() {
    auto *folding = new QCheckBox(tr("&Fold empty stretches"), this);
    folding->setToolTip(tr("Fold empty stretches of time and give crowded ones more room"));
    connect(folding, &QCheckBox::clicked, this, [this](bool isFolded) {
        LayoutOptions options = m_workspace.layoutOptions();
        options.folded = isFolded;
        m_workspace.setLayoutOptions(options);
    });
    return folding;
}

void LegendPane::showMenu(const QPoint &at) {
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Show &all"), m_lanes, &LaneModel::showAll);
    menu->addAction(tr("Show &none"), m_lanes, &LaneModel::hideAll);
    const QModelIndex index = m_list->indexAt(at);
    if (index.isValid()) {
        menu->addAction(tr("Show &only this"), m_lanes,
                        [this, row = index.row()] { m_lanes->showOnly(row); });
    }
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

void LegendPane::showOptions() {
    const LayoutOptions options = m_workspace.layoutOptions();
    m_grouping->setCurrentIndex(m_grouping->findData(static_cast<int>(options.grouping)));
    m_folding->setChecked(options.folded);
    const Lanes &lanes = m_workspace.layout().lanes();
    QStringList notes;
    if (lanes.lanes.size() > Histogram::mostSeries) {
        notes += tr("Chart and overview show in grey all but the %1 lanes that have the most events there.")
                     .arg(Histogram::mostSeries - 1);
    }
    if (lanes.lanesLeftOut > 0) {
        notes += lanesOfEventsLeftOut(lanes.lanesLeftOut);
    }
    m_others->setText(notes.join(u'\n'));
    m_others->setVisible(!notes.isEmpty());
}

} // namespace timeloom
