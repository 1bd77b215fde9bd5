// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The fields of the form, each with what shows its value and what takes it over.

#include "app/fields/choice_box.h"
#include "app/fields/date_edit.h"
#include "app/fields/importance_edit.h"
#include "app/fields/list_edit.h"
#include "app/fields/list_rows.h"
#include "app/fields/markdown_edit.h"
#include "app/fields/status_chips.h"
#include "app/fields/word_chips.h"
#include "app/forms/event_form.h"
#include "app/forms/known_words.h"
#include "app/forms/record_table.h"
#include "app/signs/measures.h"
#include "app/text/hidden_marks.h"
#include "document/edit/new_events.h"
#include "document/format/wording.h"
#include "document/json/json_value.h"
#include "paint/theme.h"

#include <QColorDialog>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

QJsonValue textValue(const QString &text) {
    return text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text);
}

QString severalValues() {
    return EventForm::tr("several values");
}

/// The categories as they stand in the file; nothing where they cannot be written again as they are.
std::optional<QJsonArray> categoriesOf(const Document &document) {
    const QByteArray head = document.head();
    const JsonText text(head);
    const JsonValue root = text.root();
    const auto member = root.type == JsonType::Object ? findMember(text, root, "categories") : std::nullopt;
    if (!member) {
        return QJsonArray();
    }
    const QJsonDocument json = QJsonDocument::fromJson(text.raw(member->value.range).toByteArray());
    return json.isArray() ? std::optional(json.array()) : std::nullopt;
}

} // namespace

/// A text, or the title of an object, whose other members stay.
void EventForm::addLine(const QString &name, const QString &label) {
    auto *line = new QLineEdit;
    const auto marks = std::make_shared<HiddenMarks>();
    const auto isObject = std::make_shared<bool>(false);
    connect(line, &QLineEdit::textEdited, this, [this, name, marks, isObject](const QString &text) {
        set(name, *isObject ? QJsonValue(marks->text(text)) : textValue(marks->text(text)));
    });
    addField(name, label, line, [name, line, marks, isObject](const QJsonValue &value, bool isMixed) {
        *isObject = value.isObject();
        line->setPlaceholderText(isMixed ? severalValues() : QString());
        const QString plain = value.isObject() ? value[u"title"_s].toString() : value.toString();
        if (line->isModified() && marks->text(line->text()) == plain) {
            return; // what is being typed stays as it is typed: a blank at its end, until a word follows
        }
        const QString text = marks->shown(plain, name == u"title"_s ? TextUse::Title : TextUse::Name);
        if (line->text() != text) {
            line->setText(text);
            line->setCursorPosition(0);
        }
    });
}

void EventForm::addDate(const QString &name, const QString &label) {
    auto *date = new DateEdit;
    // Without a date an event leaves the timeline: not while another one is being typed.
    connect(date, &DateEdit::edited, this, [this, name](const QString &text) {
        if (!text.trimmed().isEmpty()) {
            set(name, textValue(text.trimmed()));
        }
    });
    connect(date->line(), &QLineEdit::editingFinished, this, [this, name, date] {
        if (date->text().trimmed().isEmpty() && date->line()->isModified()) {
            date->line()->setModified(false);
            set(name, QJsonValue::Undefined);
        }
    });
    addField(
        name, label, date,
        [date](const QJsonValue &value, bool isMixed) {
            date->line()->setPlaceholderText(isMixed ? severalValues()
                                                     : tr("2025-05-20, 2025-05, 2025~, 2024/2025"));
            date->setText(value.toString());
        },
        tr("how to write dates"));
}

void EventForm::addCategory(const QString &name, const QString &label) {
    auto *row = new QWidget;
    m_category = new ChoiceBox;
    m_category->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_category->setMinimumContentsLength(12);
    m_category->setAccessibleName(label);
    m_color = new QToolButton;
    m_color->setToolTip(tr("The category's colour"));
    m_color->setAccessibleName(tr("Colour of the category"));
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addWidget(m_category, 1);
    layout->addWidget(m_color);
    row->setFocusProxy(m_category);
    connect(m_category, &ChoiceBox::picked, this, &EventForm::chooseCategory);
    connect(m_color, &QToolButton::clicked, this, &EventForm::chooseColor);
    addField(name, label, row, [this](const QJsonValue &value, bool isMixed) {
        const Document document = *m_workspace.document();
        m_category->clear();
        m_category->addItem(tr("none"), QString());
        KnownCategories::addTo(*m_category, m_workspace, value.toString());
        m_category->insertSeparator(m_category->count());
        m_category->addItem(tr("New category…"));
        m_category->setPlaceholderText(isMixed ? severalValues() : QString());
        m_category->setCurrentIndex(isMixed ? -1 : m_category->findData(value.toString()));
        const auto known = document.findCategory(value.toString());
        m_color->setEnabled(!isMixed && known && !value.toString().isEmpty());
        QPixmap swatch(14, 14);
        swatch.fill(m_color->isEnabled() ? Theme::forPalette(palette()).categoryColor(
                                               *known, document.categories()[*known].color)
                                         : QColor(Qt::transparent));
        m_color->setIcon(swatch);
    });
}

void EventForm::chooseCategory(int index) {
    if (index < m_category->count() - 1) {
        set(u"category"_s, textValue(m_category->itemData(index).toString()));
        m_due.start();
        return;
    }
    const QString title = QInputDialog::getText(this, tr("New category"), tr("Its title:")).trimmed();
    const Document document = *m_workspace.document();
    std::optional<QJsonArray> list = categoriesOf(document);
    const QString id = idFrom(title);
    const bool isKnown = std::ranges::any_of(
        document.presentCategories(), [&](CategoryIndex i) { return document.categories()[i].id == id; });
    if (!list) {
        Q_EMIT m_editor.refused(tr("The list of categories cannot be edited here."));
    } else if (!title.isEmpty() && !m_events.empty() && m_editor.canEdit()) {
        m_editor.undoStack()->beginMacro(tr("New category “%1”").arg(title));
        if (!isKnown) {
            list->append(QJsonObject{{u"id"_s, id}, {u"title"_s, title}});
            m_editor.setInHead(u"categories"_s, *list);
        }
        m_editor.setField(m_events, u"category"_s, id);
        m_editor.undoStack()->endMacro();
    }
    m_due.start();
}

void EventForm::chooseColor() {
    const QString id = m_category->currentData().toString();
    const std::shared_ptr<const Document> there = m_workspace.document();
    const Document &document = *there;
    const auto known = std::ranges::find(document.categories(), id, &Category::id);
    const auto role = static_cast<ColorRole>(known - document.categories().begin());
    const QColor color =
        QColorDialog::getColor(Theme::forPalette(palette()).categoryColor(role, known->color), this,
                               tr("Colour of “%1”").arg(m_category->currentText()));
    if (!color.isValid() || !m_workspace.document()->isVersionOf(*there)) {
        return; // or another was read meanwhile
    }
    const std::optional<QJsonArray> before = categoriesOf(document);
    if (!before) {
        Q_EMIT m_editor.refused(tr("The list of categories cannot be edited here."));
        return;
    }
    QJsonArray list = *before;
    const auto listed = std::ranges::find_if(
        list, [&](const QJsonValue &each) { return each.toObject().value(u"id"_s).toString() == id; });
    if (listed == list.end()) {
        list.append(QJsonObject{{u"id"_s, id}, {u"color"_s, color.name()}});
    } else {
        QJsonObject category = listed->toObject();
        category.insert(u"color"_s, color.name());
        *listed = category;
    }
    m_editor.setInHead(u"categories"_s, list);
}

void EventForm::addStatus(const QString &name, const QString &label) {
    auto *chips = new StatusChips([this] { return knownStatuses(*m_workspace.document()); });
    chips->box()->setAccessibleName(label);
    connect(chips, &StatusChips::chosen, this, [this, name](const QString &word) { set(name, word); });
    addField(name, tr("How sure"), chips, [chips](const QJsonValue &value, bool isMixed) {
        chips->setWord(isMixed ? QString() : value.toString());
        chips->box()->lineEdit()->setPlaceholderText(isMixed ? severalValues() : QString());
    });
}

void EventForm::addImportance(const QString &name, const QString &label) {
    auto *edit = new ImportanceEdit;
    edit->box()->setAccessibleName(label);
    edit->setAccessibleName(tr("How important"));
    connect(edit, &ImportanceEdit::edited, this, [this, name](std::optional<double> value) {
        set(name, value ? QJsonValue(*value) : QJsonValue(QJsonValue::Undefined));
    });
    addField(name, label, edit, [edit](const QJsonValue &value, bool isMixed) {
        edit->setValue(value.isUndefined() ? std::nullopt : std::optional(value.toDouble()), isMixed);
    });
}

void EventForm::addList(const QString &name, const QString &label, std::function<QStringList()> choices) {
    auto *chips = new WordChips(std::move(choices), tr("Add a tag"));
    chips->line()->setAccessibleName(label);
    connect(chips, &WordChips::edited, this,
            [this, name](const QStringList &words) { setList(name, words); });
    addField(name, label, chips, [chips](const QJsonValue &value, bool isMixed) {
        chips->setWords(value.toVariant().toStringList(), isMixed);
    });
}

void EventForm::addSources(const QString &name, const QString &label) {
    auto *rows = new ListRows(
        [this] {
            ChoiceBox::Choices choices;
            for (const Source &source : m_workspace.document()->sources()) {
                choices.emplace_back(source.id, source.title);
            }
            return choices;
        },
        [this](const QString &id) {
            const Source *source = m_workspace.document()->findSource(id);
            return source != nullptr ? source->title : QString();
        },
        tr("Add a source"));
    rows->line()->setAccessibleName(label);
    connect(rows, &ListRows::edited, this, [this, name](const QStringList &words) { setList(name, words); });
    addField(name, label, rows, [rows](const QJsonValue &value, bool isMixed) {
        rows->setWords(value.toVariant().toStringList(), isMixed);
    });
}

void EventForm::addMarkdown(const QString &name, const QString &label) {
    auto *edit = new MarkdownEdit;
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * 7 + px(36));
    connect(edit, &MarkdownEdit::edited, this,
            [this, name](const QString &text) { set(name, textValue(text)); });
    addField(name, label, edit, [edit](const QJsonValue &value, bool isMixed) {
        edit->source()->setPlaceholderText(
            isMixed ? severalValues() : tr("Markdown: **bold**, *italic*, [a link](https://…), - a list"));
        edit->setText(value.toString());
    });
}

void EventForm::addRecords(RecordKind kind, const QString &name, const QString &label) {
    auto *table = new RecordTable(kind, m_workspace);
    connect(table, &RecordTable::edited, this, [this, name](const QJsonArray &value) {
        set(name, value.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(value));
    });
    addField(name, label, table,
             [table](const QJsonValue &value, bool) { table->setValue(value.toArray()); });
}

} // namespace timeloom
