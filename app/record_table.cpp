// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/record_table.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

constexpr int mostRowsSeen = 6;

/// What is taken over is an event's id, what is shown its title too.
class EventCompleter : public QCompleter {
public:
    using QCompleter::QCompleter;
    QString pathFromIndex(const QModelIndex &index) const override {
        return index.data(Qt::UserRole).toString();
    }
};

/// Lets one choose the kind of a link, and find its event by the title.
class RecordDelegate : public QStyledItemDelegate {
public:
    RecordDelegate(const RecordModel &model, const Workspace &workspace, QObject *parent)
        : QStyledItemDelegate(parent), m_model(model), m_workspace(workspace) {}

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override {
        const RecordModel::Cell cell = m_model.columns()[static_cast<std::size_t>(index.column())].cell;
        if (cell == RecordModel::Cell::Kind) {
            auto *box = new QComboBox(parent);
            for (const LinkKind kind :
                 {LinkKind::LeadsTo, LinkKind::PartOf, LinkKind::Contradicts, LinkKind::Related}) {
                box->addItem(RecordModel::kindTitle(kind), toString(kind));
            }
            return box;
        }
        QWidget *editor = QStyledItemDelegate::createEditor(parent, option, index);
        if (auto *line = qobject_cast<QLineEdit *>(editor);
            line != nullptr && cell == RecordModel::Cell::Event) {
            line->setCompleter(completer(line));
        }
        return editor;
    }
    void setEditorData(QWidget *editor, const QModelIndex &index) const override {
        if (auto *box = qobject_cast<QComboBox *>(editor)) {
            const QString kind = index.data(Qt::EditRole).toString();
            box->setCurrentIndex(box->findData(kind.isEmpty() ? toString(LinkKind::Related) : kind));
        } else {
            QStyledItemDelegate::setEditorData(editor, index);
        }
    }
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override {
        if (const auto *box = qobject_cast<QComboBox *>(editor)) {
            model->setData(index, box->currentData());
        } else {
            QStyledItemDelegate::setModelData(editor, model, index);
        }
    }
    /// Ids and addresses are long, and the cell is narrow: they are written over the rest of the row.
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override {
        QStyledItemDelegate::updateEditorGeometry(editor, option, index);
        if (index.column() == 0 && m_model.columns().front().cell == RecordModel::Cell::Text) {
            QRect place = editor->geometry();
            place.setRight(std::max(place.right(), editor->parentWidget()->rect().right()));
            editor->setGeometry(place);
        }
    }

private:
    QCompleter *completer(QWidget *parent) const {
        constexpr EventIndex mostOffered = 5'000; // a longer list is of no help
        const Document &document = *m_workspace.document();
        auto *offered = new QStandardItemModel(parent);
        for (EventIndex event = 0; event < std::min(document.eventCount(), mostOffered); ++event) {
            if (document.isDeleted(event)) {
                continue;
            }
            const EventDetails details = document.details(event);
            if (!details.id.isEmpty()) {
                auto *item = new QStandardItem(u"%1 — %2"_s.arg(details.title, details.id));
                item->setData(details.id, Qt::UserRole);
                offered->appendRow(item);
            }
        }
        auto *completer = new EventCompleter(offered, parent);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        return completer;
    }

    const RecordModel &m_model;
    const Workspace &m_workspace;
};

int charactersOf(RecordModel::Cell cell) {
    return cell == RecordModel::Cell::Number ? 11 : cell == RecordModel::Cell::Flag ? 6 : 12;
}

} // namespace

RecordTable::RecordTable(RecordKind kind, const Workspace &workspace, QWidget *parent)
    : QWidget(parent), m_model(kind, workspace), m_view(new QTableView), m_remove(new QToolButton) {
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new RecordDelegate(m_model, workspace, m_view));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked |
                            QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setTabKeyNavigation(false);
    m_view->setWordWrap(false);
    m_view->setShowGrid(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(m_view->fontMetrics().height() + 8);
    QHeaderView *header = m_view->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setStretchLastSection(kind != RecordKind::Measures);
    header->setMinimumSectionSize(m_view->fontMetrics().height() + 8);
    const int character = m_view->fontMetrics().averageCharWidth();
    for (int column = 0; column < m_model.columnCount(); ++column) {
        m_view->setColumnWidth(
            column, charactersOf(m_model.columns()[static_cast<std::size_t>(column)].cell) * character);
    }
    if (kind == RecordKind::Measures) {
        header->setSectionResizeMode(0, QHeaderView::Stretch);
    }
    setFocusProxy(m_view);

    auto *addButton = new QToolButton;
    addButton->setText(u"+"_s);
    addButton->setToolTip(tr("Add a line"));
    addButton->setAccessibleName(tr("Add"));
    m_remove->setText(u"−"_s);
    m_remove->setToolTip(tr("Remove the chosen line"));
    m_remove->setAccessibleName(tr("Remove"));
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(1);
    buttons->addWidget(addButton);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addWidget(m_view, 1);
    layout->addLayout(buttons);

    connect(addButton, &QToolButton::clicked, this, &RecordTable::add);
    connect(m_remove, &QToolButton::clicked, this, &RecordTable::remove);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &RecordTable::tell);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &RecordTable::fit);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &RecordTable::fit);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, [this] {
        fit();
        tell();
    });
    // Links show the titles of other events.
    connect(&workspace, &Workspace::documentEdited, m_view->viewport(), qOverload<>(&QWidget::update));
    fit();
}

void RecordTable::setValue(const QJsonArray &value, bool isOtherEvent) {
    m_told = value;
    if (isOtherEvent || value != m_model.value()) {
        m_model.setValue(value);
    }
}

void RecordTable::add() {
    m_model.insertRow(m_model.rowCount());
    const bool beginsWithKind = m_model.columns().front().cell == RecordModel::Cell::Kind;
    const QModelIndex cell = m_model.index(m_model.rowCount() - 1, beginsWithKind ? 1 : 0);
    m_view->setCurrentIndex(cell);
    m_view->setFocus();
    m_view->edit(cell);
}

void RecordTable::remove() {
    if (const QModelIndex current = m_view->currentIndex(); current.isValid()) {
        m_model.removeRow(current.row());
    }
}

/// As high as its lines need.
void RecordTable::fit() {
    const int rows = std::clamp(m_model.rowCount(), 1, mostRowsSeen);
    m_view->setFixedHeight(m_view->horizontalHeader()->sizeHint().height() +
                           rows * m_view->verticalHeader()->defaultSectionSize() + 2 * m_view->frameWidth());
    m_remove->setEnabled(m_model.rowCount() > 0);
}

void RecordTable::tell() {
    if (const QJsonArray now = value(); now != m_told) {
        m_told = now;
        Q_EMIT edited(now);
    }
}

} // namespace timeloom
