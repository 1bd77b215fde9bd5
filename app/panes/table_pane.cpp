// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/table_pane.h"

#include "app/panes/cell_delegate.h"
#include "app/signs/measures.h"
#include "app/signs/row_header.h"
#include "app/signs/signs.h"
#include "app/signs/trough.h"
#include "document/bytes/visible_text.h"
#include "paint/tokens.h"
#include "widgets/workspace/editor.h"
#include "widgets/workspace/event_model.h"
#include "widgets/workspace/events_in_view.h"
#include "widgets/workspace/plain_tool_tip.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace timeloom {

using namespace timeline;

namespace {

/// So many events are filtered faster than one types, and looked through for what one types in the table.
constexpr EventIndex fewEvents = 20'000;

} // namespace

/// Letters typed in the table go to the next row that begins with them. Among many events this would decode
/// row after row, and the window would stand still; the filter finds them at once. The current row keeps its
/// place on the screen when others come or go, or are sorted otherwise.
class EventTable : public QTableView {
public:
    explicit EventTable(QWidget *parent) : QTableView(parent) {
        setVerticalScrollMode(ScrollPerItem);
        viewport()->setAutoFillBackground(false);
    }

    void show(EventModel &events, EventSelection &selection) {
        QHeaderView *header = horizontalHeader();
        std::vector<int> widths;
        for (int column = 0; model() != nullptr && column < EventModel::columns; ++column) {
            widths.push_back(header->sectionSize(column));
        }
        const int sorted = header->sortIndicatorSection();
        const Qt::SortOrder order = header->sortIndicatorOrder();
        std::ranges::for_each(m_connections, [](const auto &one) { disconnect(one); });
        setModel(&events);
        const QItemSelectionModel *made = selectionModel();
        setSelectionModel(&selection);
        delete made;
        // A selection of its own, always empty: of the table's it would ask at each painting whether it has
        // all rows of a column, row by row.
        const QItemSelectionModel *before =
            std::exchange(m_ofHeader, new QItemSelectionModel(&events, header));
        header->setSelectionModel(m_ofHeader);
        delete before;
        for (std::size_t column = 0; column < widths.size(); ++column) {
            header->resizeSection(static_cast<int>(column), widths[column]);
        }
        header->setSortIndicator(sorted, order);
        m_connections = {
            connect(&events, &EventModel::rowsAboutToBeReplaced, this, &EventTable::notePlace),
            connect(&events, &EventModel::rowsReplaced, this, &EventTable::keepPlace),
            connect(&events, &EventModel::modelAboutToBeReset, this, &EventTable::notePlace),
            // What is current is known again when all know of the other document.
            connect(&events, &EventModel::modelReset, this, &EventTable::keepPlace, Qt::QueuedConnection)};
    }
    using QTableView::show;

protected:
    /// Rows lie on the canvas, as in the timeline.
    void paintEvent(QPaintEvent *event) override {
        QPainter(viewport()).fillRect(viewport()->rect(), Tokens::forPalette(palette()).canvas);
        QTableView::paintEvent(event);
    }
    bool event(QEvent *event) override {
        // The window has this key too, for all fields of the event.
        if (event->type() == QEvent::ShortcutOverride &&
            static_cast<QKeyEvent *>(event)->key() == Qt::Key_F2) {
            event->accept();
            return true;
        }
        return QTableView::event(event);
    }
    void keyboardSearch(const QString &search) override {
        if (model()->rowCount() <= static_cast<int>(fewEvents)) {
            QTableView::keyboardSearch(search);
        }
    }

private:
    void notePlace() {
        const int place = currentIndex().row() - verticalScrollBar()->value();
        const bool isSeen = viewport()->rect().intersects(visualRect(currentIndex()));
        m_place = currentIndex().isValid() && isSeen ? std::optional(place) : std::nullopt;
    }
    void keepPlace() {
        if (const auto place = std::exchange(m_place, std::nullopt); place && currentIndex().isValid()) {
            executeDelayedItemsLayout(); // the scroll bar's range
            verticalScrollBar()->setValue(currentIndex().row() - *place);
        }
    }

    std::vector<QMetaObject::Connection> m_connections; ///< to its model
    QItemSelectionModel *m_ofHeader = nullptr;
    std::optional<int> m_place; ///< of the current row: how many rows below the first that is seen
};

TablePane::TablePane(Workspace &workspace, Editor &editor, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_inView(new EventsInView(workspace, this)),
      m_count(new QLabel), m_what(new QLabel),
      m_choice(new Trough({tr("A&ll dates"), tr("Only what is &in view")})), m_table(makeTable()),
      m_nothing(new QLabel), m_clear(new QPushButton(tr("&Clear the search"))), m_pages(new QStackedLayout) {
    m_count->setTextFormat(Qt::PlainText);
    m_count->setFont(textFont(13, QFont::DemiBold));
    m_what->setTextFormat(Qt::PlainText);
    m_what->setForegroundRole(QPalette::PlaceholderText);
    m_what->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(16, 4, 16, 4);
    top->setSpacing(8);
    top->addWidget(m_count);
    top->addWidget(m_what, 1);
    top->addWidget(m_choice);
    m_choice->setAccessibleName(tr("Which events"));
    connect(m_choice, &Trough::chosen, this, &TablePane::choose);
    connect(m_inView, &EventsInView::changed, this, &TablePane::showCount);
    m_count->setMinimumHeight(px(32));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addLayout(m_pages, 1);
    m_pages->addWidget(m_table);
    m_pages->addWidget(makeNothing());

    connect(&workspace, &Workspace::filterChanged, this, &TablePane::showFilter);
    connect(&workspace, &Workspace::layoutChanged, this, &TablePane::showCount);
    connect(&workspace, &Workspace::documentEdited, this, &TablePane::showCount);
    connect(workspace.events(), &EventModel::busyChanged, this, &TablePane::showCount);
    connect(&editor, &Editor::obstacleChanged, this, [this, &editor] { allowEditing(editor); });
    allowEditing(editor);
    showFilter();
    showCount();
}

void TablePane::allowEditing(Editor &editor) {
    const EventModel::Writer writer =
        editor.canEdit()
            ? [&editor](EventIndex event, const QString &field,
                        const QJsonValue &value) { return editor.setField({event}, field, value); }
            : EventModel::Writer();
    m_workspace.events()->setWriter(writer);
    m_inView->events()->setWriter(writer);
}

EventModel &TablePane::events() const {
    return m_inView->isOn() ? *m_inView->events() : *m_workspace.events();
}

EventSelection &TablePane::selection() const {
    return m_inView->isOn() ? *m_inView->selection() : *m_workspace.selection();
}

void TablePane::choose(int choice) {
    m_inView->setOn(choice == 1);
    m_table->show(events(), selection());
    showCount();
    if (const QModelIndex current = selection().currentIndex(); current.isValid()) {
        m_table->scrollTo(current);
    }
}

EventTable *TablePane::makeTable() {
    auto *table = new EventTable(this);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setTextElideMode(Qt::ElideRight);
    table->setWordWrap(false);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setMouseTracking(true);
    // A double click shows the event; a second click on what is selected, or F2, edits the cell.
    table->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked);
    table->setItemDelegate(new CellDelegate(m_workspace, table));
    table->setAccessibleName(tr("Events"));
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(
        std::max(px(CellDelegate::rowHeight), table->fontMetrics().height() + 8));

    auto *header = new RowHeader(table);
    table->setHorizontalHeader(header);
    table->show(*m_workspace.events(), *m_workspace.selection());
    const int character = table->fontMetrics().averageCharWidth();
    const std::array<int, EventModel::columns> widths = {30, 36, 33, 16, 13, 22, 10};
    for (int column = 0; column < EventModel::columns; ++column) {
        header->resizeSection(column, widths.at(static_cast<std::size_t>(column)) * character);
    }
    header->setStretchLastSection(true);
    header->setSortIndicatorClearable(true); // the third click gives the file's order
    header->setSortIndicator(-1, Qt::AscendingOrder);
    table->setSortingEnabled(true);

    connect(&m_workspace, &Workspace::hoverChanged, table->viewport(), qOverload<>(&QWidget::update));
    connect(table, &QTableView::entered, this,
            [this](const QModelIndex &index) { m_workspace.setHovered(events().eventAt(index.row())); });
    connect(table, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        m_workspace.frame(m_workspace.document()->span(events().eventAt(index.row())));
    });
    // What was chosen here is shown in the timeline; what was chosen elsewhere stands there already.
    for (const EventSelection *one : {m_workspace.selection(), m_inView->selection()}) {
        connect(one, &QItemSelectionModel::currentRowChanged, this, [this, one](const QModelIndex &index) {
            if (one == &selection() && index.isValid() && m_table->hasFocus()) {
                m_workspace.bringIntoView(events().eventAt(index.row()));
            }
        });
    }
    const auto look = [this, table] {
        const int last = table->rowAt(table->viewport()->height() - 1);
        selection().look(std::max(0, table->rowAt(0)), last >= 0 ? last : events().rowCount() - 1);
    };
    connect(table->verticalScrollBar(), &QScrollBar::valueChanged, this, look);
    connect(table->verticalScrollBar(), &QScrollBar::rangeChanged, this, look);
    table->viewport()->installEventFilter(this);
    return table;
}

bool TablePane::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::Leave) {
        m_workspace.setHovered(std::nullopt);
    }
    return QWidget::eventFilter(watched, event);
}

void TablePane::showFilter() {
    const Filter &filter = m_workspace.filter();
    QStringList says;
    if (const QString query = filter.query().simplified(); !query.isEmpty()) {
        says += visibleText(query);
    }
    if (const auto hidden = filter.hiddenCategories().size(); hidden > 0) {
        says += tr("%Ln categories are hidden", nullptr, static_cast<int>(hidden));
    }
    m_what->setText(says.join(QStringLiteral(" · ")));
    m_what->setToolTip(plainToolTip(m_what->text()));
}

QWidget *TablePane::makeNothing() {
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        if (m_inView->isOn() && m_workspace.events()->rowCount() > 0) {
            m_choice->setCurrent(0);
            choose(0);
        } else {
            m_workspace.setFilter(Filter());
        }
    });
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(16, 8, 16, 8);
    column->setSpacing(8);
    column->addStretch(1);
    column->addWidget(m_nothing);
    column->addWidget(m_clear, 0, Qt::AlignHCenter);
    column->addStretch(1);
    return page;
}

/// Without a row: why that is so, and the way out.
void TablePane::showNothing() {
    const Filter &filter = m_workspace.filter();
    const QString query = filter.query().simplified();
    constexpr qsizetype longest = 60; // characters
    const QString words = query.size() > longest ? query.left(longest) + QChar(u'…') : query;
    const bool isOfView = m_inView->isOn() && m_workspace.events()->rowCount() > 0;
    m_nothing->setText(m_workspace.document()->presentCount() == 0 ? tr("There are no events in this file.")
                       : isOfView                                  ? tr("No event lies in the time in view.")
                       : query.isEmpty()                           ? tr("All categories are hidden.")
                                         : tr("No event fits “%1”.").arg(visibleText(words)));
    m_clear->setText(isOfView          ? tr("&Show all dates")
                     : query.isEmpty() ? tr("&Show all")
                                       : tr("&Clear the search"));
    m_clear->setVisible(isOfView || !filter.isEmpty());
    // What is being typed in a cell stays, and so do the heads of what has rows again in a moment.
    const bool isNothing = events().rowCount() == 0 && !m_workspace.isArranging() && !m_inView->isBehind();
    m_pages->setCurrentIndex(isNothing ? 1 : 0);
}

void TablePane::showCount() {
    showNothing();
    const QLocale locale;
    const int shown = events().rowCount();
    const EventIndex all = m_workspace.document()->presentCount();
    const QString count =
        m_inView->isOn()
            ? tr("%1 of %Ln events in view", nullptr, static_cast<int>(all)).arg(locale.toString(shown))
        : static_cast<EventIndex>(shown) == all
            ? tr("%Ln events", nullptr, shown)
            : tr("%1 of %Ln events", nullptr, static_cast<int>(all)).arg(locale.toString(shown));
    m_count->setText(m_workspace.events()->isBusy() ? tr("%1, sorting…", "how many events").arg(count)
                                                    : count);
}

} // namespace timeloom
