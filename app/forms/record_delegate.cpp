// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forms/record_delegate.h"

#include "app/fields/choice_box.h"
#include "app/forms/record_values.h"
#include "app/text/finding_text.h"
#include "app/text/hidden_marks.h"
#include "document/bytes/look_alike.h"
#include "document/bytes/visible_text.h"
#include "widgets/workspace/plain_tool_tip.h"
#include "widgets/workspace/workspace.h"

#include <QColorDialog>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QMouseEvent>
#include <QStandardItemModel>
#include <QValidator>
#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

/// What is no number may be typed on the way to one, but is not taken over.
class NumberValidator : public QValidator {
public:
    using QValidator::QValidator;
    State validate(QString &text, int &) const override {
        return text.trimmed().isEmpty() || RecordValues::numberOf(text) ? Acceptable : Intermediate;
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
                auto *item =
                    new QStandardItem(RecordDelegate::tr("%1 — %2", "id and title of an event")
                                          .arg(visibleName(details.id),
                                               visibleName(document.eventTitle(event), TextUse::Title)));
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

QLineEdit *makeLine(QWidget *parent) {
    auto *line = new QLineEdit(parent);
    line->setFrame(false);
    return line;
}

QLineEdit *makeNumberLine(QWidget *parent) {
    QLineEdit *line = makeLine(parent);
    line->setValidator(new NumberValidator(line));
    QObject::connect(line, &QLineEdit::textChanged, line, [line, plain = line->palette()] {
        QPalette ink = plain;
        const bool isWrong = !line->hasAcceptableInput();
        if (isWrong) {
            ink.setColor(QPalette::Text, wrongInk(plain));
        }
        line->setPalette(ink);
        line->setToolTip(isWrong ? plainToolTip(RecordDelegate::tr("This is no number; expected one."))
                                 : QString());
    });
    return line;
}

} // namespace

RecordDelegate::RecordDelegate(const RecordModel &model, const Workspace &workspace, QWidget *window)
    : QStyledItemDelegate(window), m_model(model), m_workspace(workspace), m_window(window) {}

QWidget *RecordDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                      const QModelIndex &index) const {
    switch (m_model.fieldOf(index).kind) {
    case ValueKind::LinkKind:
    case ValueKind::Parent:
        return makeBox(parent, index);
    case ValueKind::Number:
        return makeNumberLine(parent);
    case ValueKind::EventId: {
        QLineEdit *line = makeLine(parent);
        line->setPlaceholderText(RecordDelegate::tr("Id or title"));
        line->setCompleter(new EventCompleter(*m_workspace.document(), line));
        return line;
    }
    case ValueKind::Address:
        return makeLine(parent);
    default:
        return QStyledItemDelegate::createEditor(parent, option, index);
    }
}

void RecordDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const {
    if (auto *box = qobject_cast<QComboBox *>(editor)) {
        box->setCurrentIndex(box->findData(index.data(Qt::EditRole)));
    } else if (auto *line = qobject_cast<QLineEdit *>(editor)) {
        showForEditing(*line, index);
    } else {
        QStyledItemDelegate::setEditorData(editor, index);
    }
}

void RecordDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                  const QModelIndex &index) const {
    if (const auto *box = qobject_cast<QComboBox *>(editor)) {
        model->setData(index, box->currentData());
    } else if (const auto *line = qobject_cast<QLineEdit *>(editor)) {
        model->setData(index, editedText(*line, index));
    } else {
        QStyledItemDelegate::setModelData(editor, model, index);
    }
}

/// Ids and addresses are long, and the cell is narrow: they are written over the rest of the row.
void RecordDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                          const QModelIndex &index) const {
    QStyledItemDelegate::updateEditorGeometry(editor, option, index);
    const ValueKind kind = m_model.fieldOf(index).kind;
    if (kind == ValueKind::EventId || kind == ValueKind::Address) {
        QRect place = editor->geometry();
        place.setRight(std::max(place.right(), editor->parentWidget()->rect().right()));
        editor->setGeometry(place);
    }
}

/// Where colours are, a double click asks for one; they can be written too.
bool RecordDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) {
    const bool isDoubleClick = event->type() == QEvent::MouseButtonDblClick &&
                               static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton;
    if (m_model.fieldOf(index).kind != ValueKind::Color || !isDoubleClick ||
        !index.flags().testFlag(Qt::ItemIsEditable)) {
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    }
    const QPersistentModelIndex cell(index);
    const QColor before(index.data(Qt::EditRole).toString());
    const QColor color =
        QColorDialog::getColor(before.isValid() ? before : QColor(Qt::gray), m_window, tr("Colour"));
    if (color.isValid() && cell.isValid() && color != before) {
        model->setData(cell, color.name());
    }
    return true;
}

/// What is chosen is taken over at once. What the file has stays a choice, even where it is none.
QComboBox *RecordDelegate::makeBox(QWidget *parent, const QModelIndex &index) const {
    auto *box = new ChoiceBox(parent);
    ChoiceBox::Choices choices = m_model.choices(index);
    for (const auto &[text, title] :
         std::span(choices).first(std::min(choices.size(), ChoiceBox::mostListed))) {
        box->addItem(title, text);
    }
    const QString now = index.data(Qt::EditRole).toString();
    if (box->findData(now) < 0 && m_model.fieldOf(index).kind == ValueKind::Parent) {
        const auto known = std::ranges::find(choices, now, &ChoiceBox::Choices::value_type::first);
        box->addItem(known != choices.end() ? known->second : visibleText(now), now);
    }
    if (choices.size() > ChoiceBox::mostListed) {
        box->addSearch(tr("All %Ln…", nullptr, static_cast<int>(choices.size())),
                       [choices] { return choices; });
    }
    auto *self = const_cast<RecordDelegate *>(this); // editors are made by a const function
    connect(box, &ChoiceBox::picked, self, [self, box] {
        Q_EMIT self->commitData(box);
        Q_EMIT self->closeEditor(box);
    });
    return box;
}

} // namespace timeloom
