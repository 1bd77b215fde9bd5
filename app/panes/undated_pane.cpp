// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/undated_pane.h"

#include "app/fields/date_edit.h"
#include "app/panes/card_delegate.h"
#include "app/signs/measures.h"
#include "app/signs/signs.h"
#include "document/bytes/visible_text.h"
#include "time/edtf.h"
#include "time/phrases/date_phrases.h"
#include "widgets/lists/undated_model.h"
#include "widgets/workspace/editor.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStackedLayout>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

/// Select all is meant for what is in it, not for all events.
class CardList : public QListView {
protected:
    bool event(QEvent *event) override {
        if (event->type() == QEvent::ShortcutOverride &&
            static_cast<QKeyEvent *>(event)->matches(QKeySequence::SelectAll)) {
            event->accept();
            return true;
        }
        return QListView::event(event);
    }
};

bool isDate(const QString &text) {
    return std::holds_alternative<ParsedDate>(parseDate(text.toStdString()));
}

} // namespace

UndatedPane::UndatedPane(Workspace &workspace, Editor &editor, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_editor(editor), m_events(new UndatedModel(&workspace, this)),
      m_list(new CardList), m_nothing(new QLabel), m_told(new QLabel), m_label(new QLabel),
      m_hint(new QLabel), m_date(new DateEdit), m_set(new QPushButton(tr("&Give it this date"))),
      m_add(new QPushButton(tr("&New event without a date"))), m_pages(new QStackedLayout) {
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_list->setModel(m_events);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setViewMode(QListView::IconMode);
    m_list->setMovement(QListView::Static); // in which nothing is dragged unless one says so
    m_list->setDragEnabled(true);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new CardDelegate(m_list));
    m_list->setAccessibleName(tr("Events without a date"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(makeHead());
    auto *cards = new QVBoxLayout; // each has a margin of its own
    cards->setContentsMargins(12, 0, 12, 4);
    cards->addLayout(m_pages);
    column->addLayout(cards, 1);
    m_pages->addWidget(m_nothing); // only now: what is first in a layout of no widget is shown as a window
    m_pages->addWidget(m_list);
    column->addWidget(makeFoot());
    column->addWidget(m_hint);

    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &UndatedPane::selectInWorkspace);
    connect(m_list, &QListView::doubleClicked, this,
            [this](const QModelIndex &index) { Q_EMIT editRequested(m_events->eventAt(index)); });
    connect(workspace.selection(), &EventSelection::changed, this, &UndatedPane::followSelection);
    connect(m_events, &QAbstractItemModel::modelReset, this, [this] {
        showCount();
        followSelection();
    });
    connect(&workspace, &Workspace::documentChanged, this, &UndatedPane::showCount);
    connect(&workspace, &Workspace::documentEdited, this, &UndatedPane::showCount);
    connect(&editor, &Editor::obstacleChanged, this, &UndatedPane::showFoot);
    showCount();
    followSelection();
}

QWidget *UndatedPane::makeHead() {
    m_told->setTextFormat(Qt::PlainText);
    m_told->setWordWrap(true);
    connect(m_add, &QPushButton::clicked, this, &UndatedPane::add);
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 4, 16, 4);
    row->setSpacing(8);
    row->addWidget(m_told, 1);
    row->addWidget(m_add);
    return head;
}

QWidget *UndatedPane::makeFoot() {
    m_label->setTextFormat(Qt::PlainText);
    m_label->setBuddy(m_date);
    m_label->setText(tr("&Date"));
    m_label->setFixedHeight(m_date->line()->sizeHint().height());
    m_hint->setTextFormat(Qt::RichText); // all in it is ours, or escaped
    m_hint->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_hint->setWordWrap(true);
    m_hint->setContentsMargins(16, 0, 16, 8);
    connect(m_hint, &QLabel::linkActivated, this, &UndatedPane::write);
    m_set->setToolTip(tr("Puts the selected events on the timeline; they can be dragged there, too"));
    connect(m_date, &DateEdit::edited, this, &UndatedPane::showFoot);
    connect(m_date->line(), &QLineEdit::returnPressed, this, &UndatedPane::setDate);
    connect(m_set, &QPushButton::clicked, this, &UndatedPane::setDate);
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(16, 4, 16, 8);
    row->setSpacing(8);
    row->addWidget(m_label, 0, Qt::AlignTop);
    constexpr int widestDate = 320;
    m_date->setMaximumWidth(px(widestDate));
    row->addWidget(m_date, 1, Qt::AlignTop);
    row->addWidget(m_set, 0, Qt::AlignTop);
    row->addStretch(0);
    m_foot = foot;
    return foot;
}

int UndatedPane::count() const {
    return m_events->rowCount();
}

void UndatedPane::showCount() {
    m_nothing->setText(m_workspace.document()->undatedCount() == 0 ? tr("Every event has a date.")
                                                                   : tr("None of them passes the filter."));
    m_told->setText(count() == 0
                        ? QString()
                        : tr("%Ln events without a date: drag one onto the timeline, or type its date",
                             nullptr, count()));
    m_foot->setVisible(count() > 0);
    m_pages->setCurrentIndex(count() > 0 ? 1 : 0);
    showFoot();
    Q_EMIT countChanged(count());
}

void UndatedPane::showFoot() {
    const bool canEdit = m_editor.canEdit();
    const bool isAny = m_list->selectionModel()->hasSelection();
    m_date->setEnabled(canEdit && isAny);
    m_add->setEnabled(canEdit);
    const QString text = m_date->text().trimmed();
    const bool isRight = isDate(text);
    const bool isWrong = canEdit && isAny && !text.isEmpty() && !isRight;
    const std::vector<Reading> meant = isWrong ? readingsOf(text) : std::vector<Reading>();
    m_set->setEnabled(canEdit && isAny && (isRight || meant.size() == 1));
    QStringList choices;
    for (const Reading &reading : meant) {
        const QString edtf = reading.edtf.toHtmlEscaped();
        choices += u"<a href=\"%1\">%1</a>"_s.arg(edtf);
    }
    m_hint->setText(!isWrong ? QString()
                    : meant.empty()
                        ? tr("This is no date yet: expected one such as 1871, 1871-03, 1871~ or 1870/1875")
                    : meant.size() == 1 ? tr("Return writes it as %1").arg(meant.front().edtf.toHtmlEscaped())
                                        : tr("This may mean several dates: %1").arg(choices.join(u", "_s)));
    m_hint->setVisible(isWrong && count() > 0);
}

/// With what the file says of the event that is chosen, where that is no date: to be mended here.
void UndatedPane::fillIn() {
    const QItemSelection chosen = m_list->selectionModel()->selection();
    const bool isOne = chosen.size() == 1 && chosen.front().height() == 1;
    const Document &document = *m_workspace.document();
    // While another file is being shown the rows may still be those of the one before.
    const EventIndex event = isOne ? m_events->eventAt(chosen.front().topLeft()) : document.eventCount();
    const QString written =
        event < document.eventCount() ? document.details(event, bit(EventField::Date)).date : QString();
    if (written != m_filledIn) {
        if (m_date->text() == m_filledIn) {
            m_date->setText(written);
        }
        m_filledIn = written;
    }
}

std::vector<EventIndex> UndatedPane::selected() const {
    std::vector<EventIndex> events;
    for (const QModelIndex &index : m_list->selectionModel()->selectedIndexes()) {
        events.push_back(m_events->eventAt(index));
    }
    return events;
}

/// Shows here what is selected, wherever that was done.
void UndatedPane::followSelection() {
    if (m_isFollowing) {
        return;
    }
    const QScopedValueRollback<bool> following(m_isFollowing, true);
    // Many may be selected: it is asked for those that are here, and those beside each other are one range.
    const auto isSelected = [this](int row) {
        return m_workspace.selection()->contains(m_events->eventAt(m_events->index(row, 0)));
    };
    QItemSelection selected;
    const int rows = m_workspace.selection()->isEmpty() ? 0 : m_events->rowCount();
    for (int row = 0; row < rows; ++row) {
        const int first = row;
        while (row < rows && isSelected(row)) {
            ++row;
        }
        if (row > first) {
            selected.append({m_events->index(first, 0), m_events->index(row - 1, 0)});
        }
    }
    m_list->selectionModel()->select(selected, QItemSelectionModel::ClearAndSelect);
    if (!selected.isEmpty()) {
        m_list->scrollTo(selected.first().topLeft());
    }
    fillIn();
    showFoot();
}

void UndatedPane::selectInWorkspace() {
    fillIn();
    showFoot();
    if (m_isFollowing) {
        return;
    }
    const QScopedValueRollback<bool> following(m_isFollowing, true);
    const std::vector<EventIndex> events = selected();
    m_workspace.selection()->select(events);
    if (!events.empty()) {
        m_workspace.selection()->select(events.back(), QItemSelectionModel::Select);
    }
}

void UndatedPane::write(const QString &date) {
    m_date->setText(date);
    m_date->line()->setFocus();
    showFoot();
}

/// What people write is first written as a date, to be looked at.
void UndatedPane::setDate() {
    const QString text = m_date->text().trimmed();
    const std::vector<Reading> meant = isDate(text) ? std::vector<Reading>() : readingsOf(text);
    if (meant.size() == 1) {
        write(meant.front().edtf);
        return;
    }
    const std::vector<EventIndex> events = selected();
    if (!m_set->isEnabled() || events.empty()) {
        return;
    }
    std::vector<FieldEdit> edits;
    std::ranges::transform(events, std::back_inserter(edits), [&text](EventIndex event) {
        return FieldEdit{event, {{QStringLiteral("date"), text}}};
    });
    m_date->setText({});
    m_editor.setFields(edits, UndatedModel::stepName(*m_workspace.document(), events));
    m_workspace.bringIntoView(events.front());
}

void UndatedPane::add() {
    if (const auto event = m_editor.add({{QStringLiteral("title"), tr("New event")}})) {
        m_workspace.reveal(*event);
        Q_EMIT editRequested(*event);
    }
}

} // namespace timeloom
