// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forms/record_table.h"

#include "app/forms/record_delegate.h"
#include "document/format/event_reader.h"
#include "widgets/workspace/workspace.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>
#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

constexpr int fewestRows = 1; // that there is room for
constexpr int mostRows = 6;

} // namespace

RecordTable::RecordTable(RecordKind kind, const Workspace &workspace, QWidget *parent)
    : EditableListTable(recordListTitle(kind), parent), m_workspace(workspace), m_model(kind, workspace) {
    const Buttons buttons{button(tr("Add")), button(tr("Remove")), button(tr("Up")), button(tr("Down"))};
    buttons.add->setText(u"+"_s);
    buttons.remove->setText(u"−"_s);
    static_cast<QToolButton *>(buttons.up)->setArrowType(Qt::UpArrow);
    static_cast<QToolButton *>(buttons.down)->setArrowType(Qt::DownArrow);
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    for (QAbstractButton *each : {buttons.add, buttons.remove, buttons.up, buttons.down}) {
        row->addWidget(each);
    }
    row->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addWidget(view());
    layout->addLayout(row);
    setFocusProxy(view());
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setUp(m_model, buttons);

    view()->setItemDelegate(new RecordDelegate(m_model, m_workspace, view()));
    view()->setSelectionMode(QAbstractItemView::SingleSelection);
    view()->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked |
                            QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    view()->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view()->horizontalHeader()->setMinimumSectionSize(view()->fontMetrics().height() + 8);
    view()->horizontalHeader()->setStretchLastSection(true);
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(&m_model, change, this, &RecordTable::fitHeight);
        connect(&m_model, change, this, &RecordTable::report);
    }
    connect(&m_model, &QAbstractItemModel::rowsMoved, this, &RecordTable::report);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &RecordTable::report);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &RecordTable::fitHeight);
    connect(&workspace, &Workspace::documentChanged, this, [this] { m_isOther = true; });
    // Links show the titles of other events. Not dataChanged(): that would take what is being typed away.
    connect(&workspace, &Workspace::documentEdited, view()->viewport(), qOverload<>(&QWidget::update));
    fitHeight();
}

QToolButton *RecordTable::button(const QString &name) {
    auto *made = new QToolButton(this);
    made->setAccessibleName(name);
    made->setAutoRaise(true);
    return made;
}

void RecordTable::setValue(const QJsonArray &value) {
    const auto event = m_workspace.selection()->current();
    const bool isOther = m_isOther || event != m_event;
    m_event = event;
    m_isOther = false;
    // What is wrong with a record stays to be mended, though whoever reads the file leaves it out.
    if (!isOther && (value == m_shown || value == asRead(m_shown))) {
        return;
    }
    const QModelIndex current = view()->currentIndex();
    const int row = current.row();
    const int column = current.column();
    m_shown = value;
    m_model.setRecords(QJsonDocument(value).toJson(QJsonDocument::Compact));
    m_value = this->value();
    if (!isOther && row >= 0 && m_model.rowCount() > 0) { // a step that was undone
        view()->setCurrentIndex(m_model.index(std::min(row, m_model.rowCount() - 1), column));
    }
}

/// What is left of records when a file that has them is read: what is wrong in them is gone.
QJsonArray RecordTable::asRead(const QJsonArray &records) const {
    const QString list = listKey(m_model.kind());
    const QByteArray json = QJsonDocument(QJsonObject{{list, records}}).toJson(QJsonDocument::Compact);
    return EventEdit::value(readEvent(json).details, list).toArray();
}

void RecordTable::report() {
    const QJsonArray now = value();
    if (now != m_value) {
        m_value = m_shown = now;
        Q_EMIT edited(now);
    }
}

/// In a table that has the focus, Delete is meant for its row and not for the event.
bool RecordTable::eventFilter(QObject *watched, QEvent *event) {
    const bool isPress = event->type() == QEvent::KeyPress;
    if ((isPress || event->type() == QEvent::ShortcutOverride) &&
        static_cast<QKeyEvent *>(event)->matches(QKeySequence::Delete)) {
        event->accept();
        if (isPress) {
            remove();
        }
        return true;
    }
    return EditableListTable::eventFilter(watched, event);
}

void RecordTable::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    shareWidth();
}

void RecordTable::fitHeight() {
    const int rows = std::clamp(m_model.rowCount(), fewestRows, mostRows);
    view()->setFixedHeight(view()->horizontalHeader()->sizeHint().height() +
                           rows * view()->verticalHeader()->defaultSectionSize() + 2 * view()->frameWidth());
    shareWidth();
}

void RecordTable::shareWidth() {
    const int bar = m_model.rowCount() > mostRows ? view()->verticalScrollBar()->sizeHint().width() : 0;
    const int room = width() - 2 * view()->frameWidth() - bar;
    const auto &fields = m_model.fields();
    const int whole = std::accumulate(fields.begin(), fields.end(), 0,
                                      [](int sum, const RecordField &field) { return sum + field.share; });
    // The last too: stretching alone leaves it as wide as it was before the others had their share.
    int rest = room;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const int share = room * fields[static_cast<std::size_t>(column)].share / whole;
        view()->setColumnWidth(column, column < m_model.columnCount() - 1 ? share : rest);
        rest -= share;
    }
}

} // namespace timeloom
