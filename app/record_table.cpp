// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/record_table.h"

#include "app/head_list_model.h"
#include "document/wording.h"
#include "widgets/plain_tool_tip.h"
#include "widgets/workspace.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>
#include <QValidator>
#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

using Kind = RecordModel::Kind;

constexpr int fewestRows = 1; // that there is room for
constexpr int mostRows = 6;

/// What is no number may be typed on the way to one, but is not taken over.
class NumberValidator : public QValidator {
public:
    using QValidator::QValidator;
    State validate(QString &text, int &) const override {
        return text.trimmed().isEmpty() || RecordModel::numberOf(text) ? Acceptable : Intermediate;
    }
};

/// Offers events by id and title, and gives the id.
class EventCompleter : public QCompleter {
public:
    EventCompleter(const Document &document, QObject *parent)
        : QCompleter(parent), m_events(new QStandardItemModel(this)) {
        constexpr int mostOffered = 2000;
        constexpr EventIndex mostRead = 20'000; // an event without an id is read for nothing
        for (EventIndex event = 0;
             event < std::min(document.eventCount(), mostRead) && m_events->rowCount() < mostOffered;
             ++event) {
            if (document.isDeleted(event)) {
                continue;
            }
            if (const EventDetails details = document.details(event); !details.id.isEmpty()) {
                auto *item = new QStandardItem(visibleText(
                    RecordModel::tr("%1 — %2", "id and title of an event").arg(details.id, details.title)));
                item->setData(details.id);
                m_events->appendRow(item);
            }
        }
        setModel(m_events);
        setCompletionRole(Qt::DisplayRole);
        setFilterMode(Qt::MatchContains);
        setCaseSensitivity(Qt::CaseInsensitive);
    }
    QString pathFromIndex(const QModelIndex &index) const override {
        return index.data(Qt::UserRole + 1).toString();
    }

private:
    QStandardItemModel *m_events;
};

class RecordDelegate : public QStyledItemDelegate {
public:
    RecordDelegate(const RecordModel &model, const Workspace &workspace, QObject *parent)
        : QStyledItemDelegate(parent), m_model(model), m_workspace(workspace) {}

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override {
        switch (m_model.columnOf(index).kind) {
        case Kind::LinkKind:
            return makeBox(parent);
        case Kind::Number:
            return makeNumberLine(parent);
        case Kind::Event: {
            QLineEdit *line = makeLine(parent);
            line->setPlaceholderText(RecordTable::tr("Id or title"));
            line->setCompleter(new EventCompleter(*m_workspace.document(), line));
            return line;
        }
        case Kind::Address:
            return makeLine(parent);
        default:
            return QStyledItemDelegate::createEditor(parent, option, index);
        }
    }

    void setEditorData(QWidget *editor, const QModelIndex &index) const override {
        if (auto *box = qobject_cast<QComboBox *>(editor)) {
            box->setCurrentIndex(box->findData(index.data(Qt::EditRole)));
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
        const Kind kind = m_model.columnOf(index).kind;
        if (kind == Kind::Event || kind == Kind::Address) {
            QRect place = editor->geometry();
            place.setRight(std::max(place.right(), editor->parentWidget()->rect().right()));
            editor->setGeometry(place);
        }
    }

private:
    static QLineEdit *makeLine(QWidget *parent) {
        auto *line = new QLineEdit(parent);
        line->setFrame(false);
        return line;
    }

    static QLineEdit *makeNumberLine(QWidget *parent) {
        QLineEdit *line = makeLine(parent);
        line->setValidator(new NumberValidator(line));
        connect(line, &QLineEdit::textChanged, line, [line, plain = line->palette()] {
            QPalette ink = plain;
            const bool isWrong = !line->hasAcceptableInput();
            if (isWrong) {
                ink.setColor(QPalette::Text, HeadListModel::wrongInk(plain));
            }
            line->setPalette(ink);
            line->setToolTip(isWrong ? plainToolTip(RecordTable::tr("This is no number; expected one."))
                                     : QString());
        });
        return line;
    }

    /// What is chosen is taken over at once.
    QComboBox *makeBox(QWidget *parent) const {
        auto *box = new QComboBox(parent);
        for (const LinkKind kind :
             {LinkKind::LeadsTo, LinkKind::PartOf, LinkKind::Contradicts, LinkKind::Related}) {
            box->addItem(RecordModel::kindTitle(kind), timeline::toString(kind));
        }
        auto *self = const_cast<RecordDelegate *>(this); // editors are made by a const function
        connect(box, &QComboBox::activated, self, [self, box] {
            Q_EMIT self->commitData(box);
            Q_EMIT self->closeEditor(box);
        });
        return box;
    }

    const RecordModel &m_model;
    const Workspace &m_workspace;
};

QString nameOf(RecordKind kind) {
    switch (kind) {
    case RecordKind::Measures:
        return RecordTable::tr("Figures");
    case RecordKind::Links:
        return RecordTable::tr("Links");
    case RecordKind::Media:
        break;
    }
    return RecordTable::tr("Media");
}

} // namespace

RecordTable::RecordTable(RecordKind kind, const Workspace &workspace, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_model(kind, workspace), m_view(makeView(kind)),
      m_add(button(tr("Add"), tr("Adds one after the chosen one"), &RecordTable::add)),
      m_remove(button(tr("Remove"), tr("Removes the chosen one"), &RecordTable::remove)),
      m_up(button(tr("Up"), tr("Moves the chosen one up"), &RecordTable::moveUp)),
      m_down(button(tr("Down"), tr("Moves the chosen one down"), &RecordTable::moveDown)) {
    m_add->setText(u"+"_s);
    m_remove->setText(u"−"_s);
    m_up->setArrowType(Qt::UpArrow);
    m_down->setArrowType(Qt::DownArrow);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2);
    for (QToolButton *each : {m_add, m_remove, m_up, m_down}) {
        buttons->addWidget(each);
    }
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addWidget(m_view);
    layout->addLayout(buttons);
    setFocusProxy(m_view);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);

    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(&m_model, change, this, &RecordTable::fitHeight);
        connect(&m_model, change, this, &RecordTable::report);
    }
    connect(&m_model, &QAbstractItemModel::rowsMoved, this, &RecordTable::report);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &RecordTable::report);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &RecordTable::fitHeight);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &RecordTable::enable);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RecordTable::enable);
    connect(&workspace, &Workspace::documentChanged, this, [this] { m_isOther = true; });
    // Links show the titles of other events. Not dataChanged(): that would take what is being typed away.
    connect(&workspace, &Workspace::documentEdited, m_view->viewport(), qOverload<>(&QWidget::update));
    fitHeight();
    enable();
}

QToolButton *RecordTable::button(const QString &name, const QString &toolTip, void (RecordTable::*run)()) {
    auto *made = new QToolButton(this);
    made->setAccessibleName(name);
    made->setToolTip(toolTip);
    made->setAutoRaise(true);
    connect(made, &QToolButton::clicked, this, run);
    return made;
}

QTableView *RecordTable::makeView(RecordKind kind) {
    auto *view = new QTableView(this);
    view->setModel(&m_model);
    view->setItemDelegate(new RecordDelegate(m_model, m_workspace, view));
    view->setAccessibleName(nameOf(kind));
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked |
                          QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setWordWrap(false);
    view->setShowGrid(false);
    view->setAlternatingRowColors(true);
    view->setTabKeyNavigation(false);
    view->verticalHeader()->hide();
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->verticalHeader()->setDefaultSectionSize(view->fontMetrics().height() + 8);
    QHeaderView *header = view->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setMinimumSectionSize(view->fontMetrics().height() + 8);
    header->setStretchLastSection(true);
    view->installEventFilter(this);
    return view;
}

void RecordTable::setValue(const QJsonArray &value) {
    const auto event = m_workspace.currentEvent();
    const bool isOther = m_isOther || event != m_event;
    m_event = event;
    m_isOther = false;
    // What is wrong with a record stays to be mended, though whoever reads the file leaves it out.
    if (!isOther && (value == m_shown || value == m_model.asRead(m_shown))) {
        return;
    }
    const QModelIndex current = m_view->currentIndex();
    const int row = current.row();
    const int column = current.column();
    m_shown = value;
    m_model.setRecords(value);
    m_value = this->value();
    if (!isOther && row >= 0 && m_model.rowCount() > 0) { // a step that was undone
        m_view->setCurrentIndex(m_model.index(std::min(row, m_model.rowCount() - 1), column));
    }
}

void RecordTable::setReadOnly(bool readOnly) {
    m_model.setReadOnly(readOnly);
    enable();
}

void RecordTable::report() {
    enable();
    const QJsonArray now = value();
    if (now != m_value) {
        m_value = m_shown = now;
        Q_EMIT edited(now);
    }
}

void RecordTable::add() {
    const QModelIndex current = m_view->currentIndex();
    const int row = current.isValid() ? current.row() + 1 : m_model.rowCount();
    if (m_model.insertRow(row)) {
        m_view->setFocus();
        m_view->setCurrentIndex(m_model.index(row, 0));
        m_view->edit(m_model.index(row, 0));
    }
}

void RecordTable::remove() {
    const QModelIndex current = m_view->currentIndex();
    const int row = current.row();
    const int column = current.column();
    // What is next is chosen, so that several can be removed one after the other.
    if (current.isValid() && m_model.removeRow(row) && m_model.rowCount() > 0) {
        m_view->setCurrentIndex(m_model.index(std::min(row, m_model.rowCount() - 1), column));
    }
}

void RecordTable::move(int by) {
    const int row = m_view->currentIndex().row();
    if (row >= 0 && m_model.moveRow({}, row, {}, by < 0 ? row - 1 : row + 2)) {
        m_view->scrollTo(m_view->currentIndex());
    }
}

void RecordTable::enable() {
    const int row = m_view->currentIndex().row();
    m_add->setEnabled(!m_model.isReadOnly());
    m_remove->setEnabled(!m_model.isReadOnly() && row >= 0);
    m_up->setEnabled(!m_model.isReadOnly() && row > 0);
    m_down->setEnabled(!m_model.isReadOnly() && row >= 0 && row < m_model.rowCount() - 1);
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
    return QWidget::eventFilter(watched, event);
}

void RecordTable::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    shareWidth();
}

void RecordTable::fitHeight() {
    const int rows = std::clamp(m_model.rowCount(), fewestRows, mostRows);
    m_view->setFixedHeight(m_view->horizontalHeader()->sizeHint().height() +
                           rows * m_view->verticalHeader()->defaultSectionSize() + 2 * m_view->frameWidth());
    shareWidth();
}

void RecordTable::shareWidth() {
    const int bar = m_model.rowCount() > mostRows ? m_view->verticalScrollBar()->sizeHint().width() : 0;
    const int room = width() - 2 * m_view->frameWidth() - bar;
    const auto &columns = m_model.columns();
    const int whole =
        std::accumulate(columns.begin(), columns.end(), 0,
                        [](int sum, const RecordModel::Column &each) { return sum + each.weight; });
    // The last too: stretching alone leaves it as wide as it was before the others had their share.
    int rest = room;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const int share = room * columns[static_cast<std::size_t>(column)].weight / whole;
        m_view->setColumnWidth(column, column < m_model.columnCount() - 1 ? share : rest);
        rest -= share;
    }
}

} // namespace timeloom
