// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forms/mend_dialog.h"

#include "app/fields/markdown_edit.h"
#include "document/edit/event_edit.h"
#include "document/read/reader.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

MendDialog::MendDialog(const Document &document, const QByteArray &text, QWidget *parent)
    : QDialog(parent), m_document(document), m_edit(new QPlainTextEdit), m_findings(new QTextBrowser),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel)),
      m_hasCrLf(text.contains("\r\n")) {
    setWindowTitle(tr("Mend the event"));
    auto *told =
        new QLabel(tr("So this stands in the file. It appears in the timeline once it has all that an "
                      "event needs."));
    told->setTextFormat(Qt::PlainText);
    told->setWordWrap(true);
    m_edit->setAccessibleName(tr("Text of the event"));
    m_edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_edit->setTabChangesFocus(true);
    m_edit->setPlainText(stringFromUtf8(text).replace("\r\n"_L1, "\n"_L1));
    m_findings->setAccessibleName(tr("What is wrong with it"));
    m_findings->setOpenLinks(false);
    auto *parts = new QSplitter(Qt::Vertical);
    parts->addWidget(m_edit);
    parts->addWidget(m_findings);
    parts->setStretchFactor(0, 2);
    parts->setStretchFactor(1, 1);
    parts->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->addWidget(told);
    column->addWidget(parts, 1);
    column->addWidget(m_buttons);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &MendDialog::check);
    connect(m_findings, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) {
        if (const auto fix = m_text->fix(link.toString())) {
            mend(*fix);
        }
    });
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(620, 460);
    check();
}

QByteArray MendDialog::text() const {
    const QString text = exactText(*m_edit);
    return (m_hasCrLf ? QString(text).replace(u'\n', "\r\n"_L1) : text).toUtf8().trimmed();
}

QString MendDialog::whyNoJson(const QByteArray &text) const {
    const ReadResult read = readDocument('[' + text + ']');
    const JsonText json(text);
    if (read.document && json.valueAt(0).type == JsonType::Object &&
        json.valueAt(0).range.end == text.size()) {
        return {};
    }
    return read.document ? tr("This is not one JSON object; expected {…}.") : read.findings.front().message();
}

void MendDialog::check() {
    const QByteArray now = text();
    const QString problem = whyNoJson(now);
    const bool isJson = problem.isEmpty();
    m_text.emplace(palette());
    if (!isJson) {
        m_text->add(problem);
    }
    for (FieldFinding &finding :
         isJson ? checkFields(m_document, std::nullopt, now) : std::vector<FieldFinding>()) {
        std::erase_if(finding.fixes, [](const EventFix &fix) { return fix.isInHead; });
        m_text->add(finding.finding, finding.fixes);
    }
    const QString lines = m_text->take();
    m_findings->setHtml(lines.isEmpty() ? tr("Nothing is wrong with it.").toHtmlEscaped() : lines);
    const ReadEvent read = isJson ? readEvent(now) : ReadEvent();
    m_buttons->button(QDialogButtonBox::Ok)
        ->setEnabled(read.isShown && (read.isDated || writtenDates(now).isEmpty()));
}

/// As somebody would type it: so it can be undone.
void MendDialog::mend(const EventFix &fix) {
    const QByteArray mended = EventEdit::set(text(), fix.field, fix.value).valueOr(text());
    QTextCursor all(m_edit->document());
    all.select(QTextCursor::Document);
    all.insertText(stringFromUtf8(mended).replace("\r\n"_L1, "\n"_L1));
}

} // namespace timeloom
