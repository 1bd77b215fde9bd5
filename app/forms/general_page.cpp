// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forms/general_page.h"

#include "app/fields/calendar_button.h"
#include "app/fields/markdown_edit.h"
#include "app/forms/head_member.h"
#include "app/text/finding_text.h"
#include "app/text/safe_markdown.h"
#include "document/bytes/visible_text.h"
#include "document/format/event_words.h"
#include "document/format/field_reader.h"
#include "document/format/wording.h"
#include "time/edtf.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

QString GeneralPage::Row::text() const {
    return line != nullptr ? line->text() : exactText(*lines);
}

QWidget *GeneralPage::Row::editor() const {
    return line != nullptr ? static_cast<QWidget *>(line) : lines;
}

GeneralPage::GeneralPage(const QByteArray &head, QWidget *parent)
    : QWidget(parent), m_head(head), m_form(new QFormLayout(this)) {
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_previewTimer.setSingleShot(true);
    m_previewTimer.setInterval(100);
    connect(&m_previewTimer, &QTimer::timeout, this, &GeneralPage::showPreview);
    // What takes much room comes last.
    std::vector<RecordField> fields = recordFields(RecordKind::Head);
    std::erase_if(fields, [](const RecordField &field) { return *field.label == '\0'; });
    std::stable_partition(fields.begin(), fields.end(),
                          [](const RecordField &field) { return field.kind != ValueKind::Markdown; });
    QWidget *last = nullptr;
    for (const RecordField &field : fields) {
        m_rows.push_back(std::make_unique<Row>(Row{.field = field, .name = labelOf(field).remove(u'&')}));
        Row &row = *m_rows.back();
        field.kind == ValueKind::Date       ? addDate(row)
        : field.kind == ValueKind::Markdown ? addMarkdown(row)
                                            : addLine(row);
        row.editor()->setAccessibleName(row.name);
        static_cast<QLabel *>(m_form->itemAt(m_form->rowCount() - 1, QFormLayout::LabelRole)->widget())
            ->setBuddy(row.editor());
        if (last != nullptr) {
            setTabOrder(last, row.editor());
        }
        last = row.calendar != nullptr ? static_cast<QWidget *>(row.calendar) : row.editor();
        if (row.calendar != nullptr) {
            setTabOrder(row.editor(), row.calendar);
        }
    }
    showPreview();
}

void GeneralPage::addLine(Row &row) {
    row.line = new QLineEdit;
    row.line->setToolTip(meaningOf(row.field));
    fill(row);
    m_form->addRow(new QLabel(labelOf(row.field)), row.line);
    connect(row.line, &QLineEdit::textChanged, this, &GeneralPage::changed);
}

void GeneralPage::addDate(Row &row) {
    row.line = new QLineEdit;
    row.line->setPlaceholderText(tr("2025-02-25"));
    row.line->setToolTip(
        tr("%1, as a date in ISO 8601 or EDTF: 2025, 2025-02, 2025-02-25", "meaning of a field")
            .arg(meaningOf(row.field)));
    row.calendar = new CalendarButton([line = row.line] { return line->text(); });
    row.reading = new QLabel;
    row.reading->setTextFormat(Qt::PlainText);
    row.reading->setWordWrap(true);
    row.reading->setAccessibleName(tr("What the date means"));
    fill(row);
    auto *date = new QHBoxLayout;
    date->addWidget(row.line, 1);
    date->addWidget(row.calendar);
    auto *dateAndReading = new QVBoxLayout;
    dateAndReading->setSpacing(4);
    dateAndReading->addLayout(date);
    dateAndReading->addWidget(row.reading);
    m_form->addRow(new QLabel(labelOf(row.field)), dateAndReading);
    showReading(row, palette());
    connect(row.line, &QLineEdit::textChanged, this, [this, &row] {
        showReading(row, palette());
        Q_EMIT changed();
    });
    connect(row.calendar, &CalendarButton::picked, this, [&row](QDate day) {
        row.line->setText(day.toString(Qt::ISODate));
        row.line->setFocus();
    });
}

void GeneralPage::addMarkdown(Row &row) {
    row.lines = new QPlainTextEdit;
    row.lines->setPlaceholderText(tr("%1. Markdown.", "meaning of a field").arg(meaningOf(row.field)));
    row.lines->setTabChangesFocus(true);
    fill(row);
    m_shown = &row;
    m_preview = new QTextEdit;
    m_preview->setReadOnly(true);
    m_preview->setUndoRedoEnabled(false);
    m_preview->setFocusPolicy(Qt::ClickFocus);
    m_preview->setAccessibleName(tr("Preview of the description"));
    QPalette paper = m_preview->palette();
    paper.setColor(QPalette::Base, palette().color(QPalette::Window));
    m_preview->setPalette(paper);
    auto *texts = new QVBoxLayout;
    texts->addWidget(row.lines, 3);
    texts->addWidget(m_preview, 2);
    m_form->addRow(new QLabel(labelOf(row.field)), texts);
    connect(row.lines, &QPlainTextEdit::textChanged, &m_previewTimer, qOverload<>(&QTimer::start));
    connect(row.lines, &QPlainTextEdit::textChanged, this, &GeneralPage::changed);
}

/// Puts what the file has into an editor.
void GeneralPage::fill(Row &row) {
    const HeadMember member = memberOf(m_head, keyOf(row.field));
    const auto year = row.field.kind == ValueKind::Date && member.type == JsonType::Number
                          ? yearFromNumber(member.text.toStdString())
                          : std::nullopt;
    const bool isText = member.type == JsonType::String || year;
    const JsonText json(member.text);
    row.isOdd =
        member.isTwice || (member.type && !isText && !FieldReader(json, nullptr).isAbsent(json.valueAt(0)));
    QString text = QString::fromStdString(year.value_or(std::string()));
    if (row.isOdd) {
        row.editor()->setEnabled(false);
        row.editor()->setToolTip(u"<html>%1</html>"_s.arg(member.whyLeft().toHtmlEscaped()));
    } else if (member.type == JsonType::String) {
        text = json.string({0, member.text.size()});
    }
    if (row.line != nullptr) {
        row.line->setText(text);
        row.line->setCursorPosition(0);
        row.line->setPlaceholderText(row.isOdd ? member.whyLeft() : row.line->placeholderText());
    } else {
        row.lines->setPlainText(text);
        row.lines->setPlaceholderText(row.isOdd ? member.whyLeft() : row.lines->placeholderText());
    }
    row.before = row.text();
}

void GeneralPage::setReadOnly(bool readOnly) {
    for (const auto &row : m_rows) {
        row->line != nullptr ? row->line->setReadOnly(readOnly) : row->lines->setReadOnly(readOnly);
        if (row->calendar != nullptr) {
            row->calendar->setEnabled(!readOnly && row->line->isEnabled());
        }
    }
}

void GeneralPage::showReading(const Row &row, const QPalette &palette) {
    const QString date = row.line->text().trimmed();
    const QString wrong = date.isEmpty() ? QString() : dateProblem(date);
    row.reading->setText(!row.line->isEnabled() ? QString()
                         : date.isEmpty()       ? tr("The file does not say when it was last true.")
                         : wrong.isEmpty()      ? visibleText(describeDate(date.toStdString()))
                                                : wrong);
    QPalette ink = palette;
    ink.setColor(QPalette::WindowText,
                 wrong.isEmpty() ? ink.color(QPalette::PlaceholderText) : wrongInk(ink));
    row.reading->setPalette(ink);
}

void GeneralPage::showPreview() {
    if (m_preview != nullptr) {
        m_preview->clear();
        QTextCursor(m_preview->document()).insertFragment(safeMarkdown(m_shown->text()));
        m_preview->moveCursor(QTextCursor::Start);
    }
}

QString GeneralPage::problem() const {
    for (const auto &row : m_rows) {
        const bool isDate = row->field.kind == ValueKind::Date && row->isChanged();
        const QString date = isDate ? row->line->text().trimmed() : QString();
        if (const QString why = date.isEmpty() ? QString() : dateProblem(date); !why.isEmpty()) {
            return tr("%1: %2", "field: problem").arg(row->name, why);
        }
    }
    return {};
}

EditedText GeneralPage::appliedTo(const QByteArray &head) const {
    EditedText edited = head;
    for (const auto &row : m_rows) {
        if (!row->isChanged() || !edited) {
            continue;
        }
        const QString key = keyOf(row->field);
        QString text = row->text();
        const bool isTrimmed = row->field.kind == ValueKind::Date || text.trimmed().isEmpty();
        text = isTrimmed ? text.trimmed() : text;
        if (memberOf(m_head, key).text.contains("\\r\\n")) {
            text.replace(u'\n', "\r\n"_L1);
        }
        edited = EventEdit::setInHead(*edited, key,
                                      text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text));
    }
    return edited;
}

} // namespace timeloom
