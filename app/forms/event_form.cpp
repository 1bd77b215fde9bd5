// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forms/event_form.h"

#include "app/fields/finding_note.h"
#include "app/fields/fold_button.h"
#include "app/forms/known_words.h"
#include "app/forms/record_table.h"
#include "app/signs/measures.h"
#include "app/signs/signs.h"
#include "app/text/finding_text.h"
#include "document/edit/event_edit.h"
#include "document/format/event_fields.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QToolTip>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

constexpr std::size_t mostCompared = 1000; // events of which the common values are shown

} // namespace

EventForm::EventForm(Workspace &workspace, Editor &editor, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_editor(editor), m_heading(new QLabel), m_page(new QWidget),
      m_scroll(new QScrollArea), m_form(new QVBoxLayout(m_page)) {
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setWordWrap(true);
    m_heading->setContentsMargins(16, 8, 16, 8);
    m_heading->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_form->setContentsMargins(16, 4, 16, 16);
    m_form->setSpacing(12);
    // What is looked at most comes first, then what else the format has, and the id last.
    using enum EventField;
    std::vector<EventField> order{Title,      Date,        Category, Place,   Status, Attribution,
                                  Importance, Description, Tags,     Sources, Links};
    for (const EventFieldInfo &info : eventFields) {
        const bool isListed = std::ranges::find(order, info.field) != order.end();
        if (!isListed && info.kind != FieldKind::Date && info.field != Id) {
            order.push_back(info.field);
        }
    }
    order.push_back(Id);
    std::ranges::for_each(order, [this](EventField field) { add(field); });
    m_form->addStretch(1);

    m_scroll->setWidget(m_page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_heading);
    layout->addWidget(m_scroll, 1);

    m_due.setSingleShot(true);
    m_due.setInterval(0);
    connect(&m_due, &QTimer::timeout, this, [this] {
        if (isVisible()) { // else when it is shown
            refresh();
        }
    });
    constexpr int pause = 1000; // milliseconds after the last key
    m_postponedDue.setSingleShot(true);
    m_postponedDue.setInterval(pause);
    connect(&m_postponedDue, &QTimer::timeout, this, &EventForm::makePostponed);
    const auto later = [this] { m_due.start(); };
    connect(&workspace, &Workspace::documentChanged, this, [this, later] {
        m_postponed.clear();
        m_events.clear(); // at once: the next key is not for an event that has the number of another
        m_common.clear();
        m_before.clear();
        m_typing.reset();
        later();
    });
    connect(&workspace, &Workspace::documentEdited, this, later);
    connect(workspace.selection(), &EventSelection::changed, this, later);
    connect(&editor, &Editor::obstacleChanged, this, later);
    refresh();
}

void EventForm::add(EventField field) {
    const QString name = eventKey(field);
    const QString label = eventFieldLabel(field);
    switch (kindOf(field)) {
    case FieldKind::Title:
        addLine(name, label);
        m_title = static_cast<QLineEdit *>(m_fields.back()->widget);
        break;
    case FieldKind::Id:
    case FieldKind::Text:
    case FieldKind::Place:
        addLine(name, label);
        break;
    case FieldKind::Date:
        addDate(name, label);
        break;
    case FieldKind::Name:
        addCategory(name, label);
        break;
    case FieldKind::Status:
        addStatus(name, label);
        break;
    case FieldKind::Importance:
        addImportance(name, label);
        break;
    case FieldKind::Markdown:
        addMarkdown(name, label);
        break;
    case FieldKind::Words:
        addList(name, label, [this] { return knownTags(*m_workspace.document()); });
        break;
    case FieldKind::Ids:
        addSources(name, label);
        break;
    case FieldKind::Parts:
        addRecords(recordKindOf(infoOf(field).key).value(), name, label);
        break;
    case FieldKind::Unknown:
        break;
    }
}

/// The name of a field above it, and at the right what leads to more.
QWidget *EventForm::makeHead(const QString &title, QWidget *of, const QString &hint) const {
    auto *label = new QLabel(title);
    label->setBuddy(of);
    label->setTextFormat(Qt::PlainText);
    label->setFont(textFont(12));
    label->setForegroundRole(QPalette::PlaceholderText);
    if (hint.isEmpty()) {
        return label;
    }
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins({});
    row->setSpacing(8);
    auto *more = new QLabel(u"<a href=\"#\">%1</a>"_s.arg(hint.toHtmlEscaped()));
    more->setFont(textFont(12));
    more->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(more, &QLabel::linkActivated, of, [of, more] {
        const auto *part = of->focusProxy() != nullptr ? of->focusProxy() : of;
        QToolTip::showText(more->mapToGlobal(QPoint(0, more->height())), part->toolTip(), more);
    });
    row->addWidget(label, 1);
    row->addWidget(more);
    return head;
}

EventForm::Field &EventForm::addField(const QString &name, const QString &title, QWidget *widget,
                                      std::function<void(const QJsonValue &, bool)> show,
                                      const QString &hint) {
    auto *note = new FindingNote;
    connect(note, &FindingNote::fixChosen, this, &EventForm::mend);
    auto *box = new QVBoxLayout;
    box->setSpacing(4);
    FoldButton *fold = nullptr;
    if (qobject_cast<RecordTable *>(widget) != nullptr) { // much room for what few events have
        fold = new FoldButton(title);
        connect(fold, &QAbstractButton::toggled, widget, &QWidget::setVisible);
        widget->hide();
        box->addWidget(fold);
    } else {
        box->addWidget(makeHead(title, widget, hint));
    }
    box->addWidget(widget);
    box->addWidget(note);
    m_form->addLayout(box);
    if (widget->accessibleName().isEmpty()) {
        widget->setAccessibleName(title);
    }
    widget->installEventFilter(this);
    for (QWidget *part : widget->findChildren<QWidget *>()) {
        part->installEventFilter(this);
    }
    return *m_fields.emplace_back(std::make_unique<Field>(Field{name, widget, note, fold, std::move(show)}));
}

/// Undo is the document's in every field, not one of the field's own; what else the window would do with the
/// whole event is meant for the field, even for one that has no use for it.
bool EventForm::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::FocusOut) {
        makePostponed();
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason) {
            m_typing.reset(); // what stands in the field is what was meant
        }
    } else if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const auto isAnyOf = [key](std::initializer_list<QKeySequence::StandardKey> keys) {
            return std::ranges::any_of(keys, [key](auto each) { return key->matches(each); });
        };
        if (isAnyOf({QKeySequence::Undo, QKeySequence::Redo})) {
            event->ignore();
            return true;
        }
        if (isAnyOf({QKeySequence::Delete, QKeySequence::Cut, QKeySequence::Copy, QKeySequence::Paste,
                     QKeySequence::SelectAll})) {
            event->accept();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void EventForm::showEvent(QShowEvent *event) {
    refresh();
    QWidget::showEvent(event);
}

void EventForm::focusTitle() {
    refresh();
    m_title->setFocus(Qt::OtherFocusReason);
    m_title->selectAll();
}

// Showing

void EventForm::refresh() {
    m_due.stop();
    const std::vector<EventIndex> events = m_workspace.selection()->events();
    if (events != m_events && !m_refused.isEmpty()) { // it goes without a trace otherwise
        Q_EMIT m_editor.refused(tr("“%1” was not taken over.").arg(m_refused.first().toVariant().toString()));
    }
    m_refused.clear();
    m_before.clear();
    m_typing.reset();
    m_events = events;
    const QString obstacle = m_editor.obstacle();
    m_heading->setText(
        !obstacle.isEmpty()    ? obstacle
        : m_events.empty()     ? tr("Select an event to edit it, or double-click an empty place on the "
                                        "timeline to make one there.")
        : m_events.size() == 1 ? QString()
                               : tr("%Ln events: what you change here is changed in all of them.", nullptr,
                                    static_cast<int>(m_events.size())));
    m_heading->setVisible(!m_heading->text().isEmpty());
    m_scroll->setVisible(!m_events.empty());
    m_page->setEnabled(obstacle.isEmpty());
    if (!m_events.empty()) {
        showFields();
        showFindings();
    }
}

void EventForm::showFields() {
    const Document document = *m_workspace.document();
    const std::size_t count = std::min(m_events.size(), mostCompared);
    std::vector<EventDetails> details;
    for (std::size_t i = 0; i < count; ++i) {
        details.push_back(document.details(m_events[i]));
    }
    for (const auto &field : m_fields) {
        const auto valueOf = [&](std::size_t i) {
            const bool isMeant = field->name == "importance"_L1 &&
                                 !EventEdit::has(document.eventText(m_events[i]), "importance");
            return isMeant ? QJsonValue(QJsonValue::Undefined) : EventEdit::value(details[i], field->name);
        };
        const QJsonValue first = valueOf(0);
        bool isMixed = count < m_events.size();
        for (std::size_t i = 1; i < count && !isMixed; ++i) {
            isMixed = valueOf(i) != first;
        }
        if (field->name == "tags"_L1 || field->name == "sources"_L1) {
            QStringList common = first.toVariant().toStringList();
            for (const EventDetails &each : details) {
                const QStringList &own = field->name == "tags"_L1 ? each.tags : each.sources;
                common.removeIf([&own](const QString &word) { return !own.contains(word); });
            }
            m_common[field->name] = count < m_events.size() ? QStringList() : common;
            field->show(QJsonArray::fromStringList(m_common[field->name]), isMixed);
        } else {
            field->show(isMixed ? QJsonValue(QJsonValue::Undefined) : first, isMixed);
        }
        if (field->fold != nullptr) {
            field->fold->setCount(isMixed ? 0 : static_cast<int>(first.toArray().size()));
        }
        // Ids are no common thing, and lists of figures would be replaced whole.
        const bool isForOne = field->name == "id"_L1 || first.isArray() || field->name == "links"_L1 ||
                              field->name == "measures"_L1 || field->name == "media"_L1;
        field->widget->setEnabled(m_events.size() == 1 || !isForOne || m_common.contains(field->name));
    }
}

void EventForm::showFindings() {
    showFindings(m_events.size() == 1
                     ? checkFields(*m_workspace.document(), m_events.front(),
                                   m_workspace.document()->eventText(m_events.front()).toByteArray())
                     : std::vector<FieldFinding>());
}

void EventForm::showFindings(const std::vector<FieldFinding> &findings) {
    FindingText text(palette());
    for (const auto &field : m_fields) {
        Severity worst = Severity::Note;
        std::vector<EventFix> fixes;
        for (const FieldFinding &finding : findings) {
            if (finding.field == field->name || (finding.field.isEmpty() && field->name == "title"_L1)) {
                text.add(finding.finding);
                worst = std::max(worst, finding.finding.severity());
                if (m_events.size() == 1) { // of several each would need its own
                    fixes.insert(fixes.end(), finding.fixes.begin(), finding.fixes.end());
                }
            }
        }
        if (m_refused.contains(field->name)) {
            text.add(whatStays(field->name), Severity::Note);
        }
        field->note->showFindings(text.take(), worst, fixes);
        if (field->fold != nullptr && worst != Severity::Note) {
            field->fold->setChecked(true);
        }
    }
}

} // namespace timeloom
