// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forms/file_properties.h"

#include "app/forms/calendar_button.h"
#include "app/forms/head_table.h"
#include "app/forms/markdown_edit.h"
#include "app/text/finding_text.h"
#include "app/text/safe_markdown.h"
#include "document/bytes/visible_text.h"
#include "document/format/event_words.h"
#include "document/format/wording.h"
#include "document/store/event_texts.h"
#include "time/edtf.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTextCursor>
#include <QTextDocument>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

constexpr EventIndex mostRead = 200'000; ///< events whose texts are read to count what they name
constexpr qsizetype mostWarnings = 4;

/// A member of the head: the text of its value, and whether its key is there twice.
struct HeadMember {
    std::optional<JsonType> type;
    QByteArray text;
    bool isTwice = false;
};

HeadMember memberOf(const QByteArray &head, const QString &key) {
    const JsonText text(head);
    const JsonValue root = text.root();
    HeadMember found;
    if (root.type != JsonType::Object) {
        return found; // a bare array of events
    }
    JsonObjectCursor members(text, root);
    while (const auto member = members.next()) {
        if (text.string(member->key) == key) {
            found.isTwice = found.type.has_value();
            if (found.isTwice) {
                break;
            }
            found.type = member->value.type;
            found.text = text.raw(member->value.range).toByteArray();
        }
    }
    return found;
}

QString whyLeft(const HeadMember &member) {
    return member.isTwice
               ? FileProperties::tr(
                     "The file has this twice, so that it is not sure which is meant. It is left as it is.")
               : FileProperties::tr(
                     "In the file this is %1, which cannot be edited here. It is left as it is.")
                     .arg(quoted(QString::fromUtf8(member.text.left(200))));
}

QHash<QString, int> categoryUses(const Document &document) {
    std::vector<int> counts(document.categories().size());
    for (EventIndex event = 0; event < document.eventCount(); ++event) {
        if (!document.isDeleted(event) && document.category(event) < counts.size()) {
            ++counts[document.category(event)];
        }
    }
    QHash<QString, int> uses;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        uses.insert(document.categories()[i].id, counts[i]);
    }
    return uses;
}

/// Nothing where there are too many events to read them all meanwhile.
std::optional<QHash<QString, int>> sourceUses(const Document &document) {
    if (document.presentCount() > mostRead) {
        return std::nullopt;
    }
    QHash<QString, int> uses;
    for (EventIndex event = 0; event < document.eventCount(); ++event) {
        if (document.isDeleted(event)) {
            continue;
        }
        QStringList ids;
        EventTexts texts(document.eventText(event), bit(EventField::Sources));
        while (const auto raw = texts.next()) {
            const std::string id = decodeJsonString({raw->data(), static_cast<std::size_t>(raw->size())});
            ids += QString::fromStdString(id);
        }
        ids.removeDuplicates();
        for (const QString &id : ids) {
            ++uses[id];
        }
    }
    return uses;
}

} // namespace

FileProperties::FileProperties(Workspace &workspace, Editor &editor, QWidget *parent)
    : QDialog(parent), m_workspace(workspace), m_editor(editor), m_head(workspace.document()->head()),
      m_categoryUses(categoryUses(*workspace.document())), m_tabs(new QTabWidget), m_title(new QLineEdit),
      m_asOf(new QLineEdit), m_calendar(new CalendarButton([this] { return m_asOf->text(); })),
      m_reading(new QLabel), m_description(new QPlainTextEdit), m_preview(new QTextEdit), m_note(new QLabel),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel)) {
    setWindowTitle(tr("File properties"));
    m_tabs->addTab(makeGeneral(), tr("&General"));
    addList(HeadList::Categories, tr("Categories"));
    addList(HeadList::Sources, tr("Sources"));
    addList(HeadList::Eras, tr("Eras"));
    addList(HeadList::Series, tr("Series"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setAccessibleName(tr("Notes"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_note);
    layout->addWidget(m_buttons);
    resize(720, 520);

    m_previewTimer.setSingleShot(true);
    m_previewTimer.setInterval(100);
    connect(&m_previewTimer, &QTimer::timeout, this, &FileProperties::showPreview);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &FileProperties::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_calendar, &CalendarButton::picked, this, &FileProperties::pickDay);
    connect(m_title, &QLineEdit::textChanged, this, &FileProperties::refresh);
    connect(m_asOf, &QLineEdit::textChanged, this, &FileProperties::refresh);
    connect(m_description, &QPlainTextEdit::textChanged, &m_previewTimer, qOverload<>(&QTimer::start));
    connect(&editor, &Editor::obstacleChanged, this, &FileProperties::refresh);
    showPreview();
    refresh();
}

FileProperties::~FileProperties() {
    delete m_tabs; // its tables look at the models
}

QWidget *FileProperties::makeGeneral() {
    m_title->setAccessibleName(tr("Title"));
    m_asOf->setAccessibleName(tr("As of"));
    m_asOf->setPlaceholderText(tr("2025-02-25"));
    m_asOf->setToolTip(
        tr("When the file was last true, as a date in ISO 8601 or EDTF: 2025, 2025-02, 2025-02-25"));
    m_reading->setTextFormat(Qt::PlainText);
    m_reading->setWordWrap(true);
    m_reading->setAccessibleName(tr("What the date means"));
    m_description->setAccessibleName(tr("Description"));
    m_description->setPlaceholderText(tr("What a reader should know before looking. Markdown."));
    m_description->setTabChangesFocus(true);
    m_preview->setReadOnly(true);
    m_preview->setUndoRedoEnabled(false);
    m_preview->setFocusPolicy(Qt::ClickFocus);
    m_preview->setAccessibleName(tr("Preview of the description"));
    QPalette paper = m_preview->palette();
    paper.setColor(QPalette::Base, palette().color(QPalette::Window));
    m_preview->setPalette(paper);

    addTextField(u"title"_s, m_title);
    addTextField(u"asOf"_s, m_asOf);
    addTextField(u"description"_s, m_description);

    auto *general = new QWidget;
    auto *date = new QHBoxLayout;
    date->addWidget(m_asOf, 1);
    date->addWidget(m_calendar);
    auto *dateAndReading = new QVBoxLayout;
    dateAndReading->setSpacing(2);
    dateAndReading->addLayout(date);
    dateAndReading->addWidget(m_reading);
    auto *texts = new QVBoxLayout;
    texts->addWidget(m_description, 3);
    texts->addWidget(m_preview, 2);
    auto *form = new QFormLayout(general);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    const auto addRow = [form](const QString &text, auto *field, QWidget *buddy) {
        auto *label = new QLabel(text);
        label->setBuddy(buddy);
        form->addRow(label, field);
    };
    addRow(tr("&Title"), m_title, m_title);
    addRow(tr("A&s of"), dateAndReading, m_asOf);
    addRow(tr("&Description"), texts, m_description);
    setTabOrder(m_title, m_asOf);
    setTabOrder(m_asOf, m_calendar);
    setTabOrder(m_calendar, m_description);
    return general;
}

void FileProperties::addTextField(const QString &key, QWidget *field) {
    const HeadMember member = memberOf(m_head, key);
    const auto year = key == "asOf"_L1 && member.type == JsonType::Number
                          ? yearFromNumber(member.text.toStdString())
                          : std::nullopt;
    const bool isOdd = member.isTwice || (member.type && member.type != JsonType::String && !year);
    QString text = QString::fromStdString(year.value_or(std::string()));
    if (isOdd) {
        field->setEnabled(false);
        field->setToolTip(u"<html>%1</html>"_s.arg(whyLeft(member).toHtmlEscaped()));
    } else if (member.type == JsonType::String) {
        text = JsonText(member.text).string({0, member.text.size()});
    }
    if (auto *line = qobject_cast<QLineEdit *>(field)) {
        line->setText(text);
        line->setCursorPosition(0);
        line->setPlaceholderText(isOdd ? whyLeft(member) : line->placeholderText());
    } else if (auto *lines = qobject_cast<QPlainTextEdit *>(field)) {
        lines->setPlainText(text);
        lines->setPlaceholderText(isOdd ? whyLeft(member) : lines->placeholderText());
    }
    m_texts.push_back({key, field, {}, isOdd});
    m_texts.back().before = shownText(m_texts.back());
}

void FileProperties::addList(HeadList list, const QString &title) {
    const HeadMember member = memberOf(m_head, HeadListModel::fieldOf(list));
    if (member.isTwice || (member.type && member.type != JsonType::Array)) {
        auto *why = new QLabel(whyLeft(member));
        why->setTextFormat(Qt::PlainText);
        why->setWordWrap(true);
        why->setAlignment(Qt::AlignCenter);
        why->setMargin(24);
        m_tabs->addTab(why, title);
        return;
    }
    auto model = std::make_unique<HeadListModel>(list, member.text);
    auto *table = new HeadTable(*model, title);
    m_tabs->addTab(table, title);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(model.get(), signal, this, &FileProperties::refresh);
    }
    connect(model.get(), &QAbstractItemModel::rowsMoved, this, &FileProperties::refresh);
    connect(model.get(), &QAbstractItemModel::dataChanged, this, &FileProperties::refresh);
    m_lists.push_back({title, std::move(model), table});
}

QString FileProperties::shownText(const TextField &field) const {
    if (const auto *line = qobject_cast<QLineEdit *>(field.editor)) {
        return line->text();
    }
    return exactText(*m_description);
}

bool FileProperties::isChanged(const TextField &field) const {
    return !field.isOdd && shownText(field) != field.before;
}

void FileProperties::pickDay(QDate day) {
    m_asOf->setText(day.toString(Qt::ISODate));
    m_asOf->setFocus();
}

void FileProperties::refresh() {
    const bool canEdit = m_editor.canEdit();
    m_title->setReadOnly(!canEdit);
    m_asOf->setReadOnly(!canEdit);
    m_description->setReadOnly(!canEdit);
    m_calendar->setEnabled(canEdit && m_asOf->isEnabled());
    for (const ListTab &list : m_lists) {
        list.table->setReadOnly(!canEdit);
    }
    showReading();
    const QString wrong = canEdit ? problem() : m_editor.obstacle();
    QStringList lines = wrong.isEmpty() ? QStringList() : QStringList(wrong);
    lines += warnings();
    if (lines.size() > mostWarnings) {
        const qsizetype more = lines.size() - mostWarnings + 1;
        lines.resize(mostWarnings - 1);
        lines += tr("And %Ln more.", nullptr, static_cast<int>(more));
    }
    m_note->setText(lines.join(u'\n'));
    m_note->setVisible(!lines.isEmpty());
    QPalette ink = palette();
    ink.setColor(QPalette::WindowText,
                 wrong.isEmpty() || !canEdit ? ink.color(QPalette::WindowText) : wrongInk(ink));
    m_note->setPalette(ink);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(canEdit && wrong.isEmpty());
}

void FileProperties::showReading() {
    const QString date = m_asOf->text().trimmed();
    const QString wrong = date.isEmpty() ? QString() : dateProblem(date);
    m_reading->setText(!m_asOf->isEnabled() ? QString()
                       : date.isEmpty()     ? tr("The file does not say when it was last true.")
                       : wrong.isEmpty()    ? visibleText(describeDate(date.toStdString()))
                                            : wrong);
    QPalette ink = palette();
    ink.setColor(QPalette::WindowText,
                 wrong.isEmpty() ? ink.color(QPalette::PlaceholderText) : wrongInk(ink));
    m_reading->setPalette(ink);
}

void FileProperties::showPreview() {
    m_preview->clear();
    QTextCursor(m_preview->document()).insertFragment(safeMarkdown(shownText(m_texts.back())));
    m_preview->moveCursor(QTextCursor::Start);
}

QString FileProperties::problem() const {
    for (const TextField &field : m_texts) {
        const QString date =
            field.editor == m_asOf && isChanged(field) ? m_asOf->text().trimmed() : QString();
        if (const QString why = date.isEmpty() ? QString() : dateProblem(date); !why.isEmpty()) {
            return tr("As of: %1").arg(why);
        }
    }
    for (const ListTab &list : m_lists) {
        if (const QModelIndex cell = list.model->firstNewProblem(); cell.isValid()) {
            return tr("%1, line %2, %3: %4", "list, line, column: problem")
                .arg(list.title, QString::number(cell.row() + 1),
                     list.model->headerData(cell.column(), Qt::Horizontal).toString(),
                     list.model->problem(cell));
        }
    }
    return {};
}

/// What the events will miss.
QStringList FileProperties::warnings() {
    QStringList lines;
    for (const ListTab &list : m_lists) {
        const QString field = HeadListModel::fieldOf(list.model->list());
        const bool areSources = list.model->list() == HeadList::Sources;
        if (!areSources && list.model->list() != HeadList::Categories) {
            continue; // events name no others
        }
        for (const HeadListModel::LostId &lost : list.model->lostIds()) {
            const bool isKnown = !areSources || m_workspace.document()->presentCount() <= mostRead;
            if (areSources && isKnown && !m_sourceUses) {
                m_sourceUses = sourceUses(*m_workspace.document());
            }
            const QString id = quoted(lost.id);
            const int count = !isKnown     ? 0
                              : areSources ? m_sourceUses->value(lost.id)
                                           : m_categoryUses.value(lost.id);
            if (isKnown && count == 0) {
                continue;
            }
            const QString what = lost.newId.isEmpty()
                                     ? tr("%1: %2 is removed.", "list, id").arg(list.title, id)
                                     : tr("%1: %2 is called %3 now.").arg(list.title, id, quoted(lost.newId));
            lines += what + u' ' +
                     (isKnown ? tr("%Ln events still name the old id.", nullptr, count)
                              : tr("There may be events that still name the old id."));
        }
    }
    return lines;
}

EditedText FileProperties::edited() const {
    EditedText head{m_head};
    for (const TextField &field : m_texts) {
        if (!isChanged(field) || !head.error.isEmpty()) {
            continue;
        }
        QString text = shownText(field);
        text = field.editor == m_asOf || text.trimmed().isEmpty() ? text.trimmed() : text;
        if (memberOf(m_head, field.key).text.contains("\\r\\n")) {
            text.replace(u'\n', "\r\n"_L1);
        }
        head = EventEdit::setInHead(head.text, field.key,
                                    text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text));
    }
    for (const ListTab &list : m_lists) {
        if (head.error.isEmpty()) {
            head = list.model->appliedTo(head.text);
        }
    }
    return head;
}

void FileProperties::accept() {
    m_tabs->setFocus(); // what is being written in a cell counts
    refresh();
    if (!m_editor.canEdit() || !problem().isEmpty()) {
        return;
    }
    const EditedText head = edited();
    const QString trouble =
        m_workspace.document()->head() != m_head
            ? tr("The file was changed by another program meanwhile. Open its properties again.")
            : head.error;
    if (!trouble.isEmpty()) {
        QMessageBox box(QMessageBox::Warning, windowTitle(), trouble, QMessageBox::Ok, this);
        box.setTextFormat(Qt::PlainText);
        box.exec();
        return;
    }
    if (head.text != m_head) {
        m_editor.apply({{}, head.text}, tr("Change of the file's properties"));
    }
    QDialog::accept();
}

} // namespace timeloom
