// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forms/file_properties.h"

#include "app/forms/general_page.h"
#include "app/forms/head_member.h"
#include "app/forms/head_table.h"
#include "app/text/finding_text.h"
#include "document/bytes/visible_text.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

constexpr qsizetype mostWarnings = 4;

} // namespace

FileProperties::FileProperties(Workspace &workspace, Editor &editor, QWidget *parent)
    : QDialog(parent), m_workspace(workspace), m_editor(editor), m_head(workspace.document()->head()),
      m_uses(workspace.document()), m_tabs(new QTabWidget), m_general(new GeneralPage(m_head)),
      m_note(new QLabel), m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel)) {
    setWindowTitle(tr("File properties"));
    m_tabs->addTab(m_general, tr("&General"));
    for (const RecordInfo &info : recordInfos) {
        if (isOfHead(info.kind) && info.kind != RecordKind::Head) {
            addList(info.kind);
        }
    }
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setAccessibleName(tr("Notes"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_note);
    layout->addWidget(m_buttons);
    resize(720, 520);

    connect(m_buttons, &QDialogButtonBox::accepted, this, &FileProperties::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_general, &GeneralPage::changed, this, &FileProperties::refresh);
    connect(&editor, &Editor::obstacleChanged, this, &FileProperties::refresh);
    refresh();
}

FileProperties::~FileProperties() {
    delete m_tabs; // its tables look at the models
}

void FileProperties::addList(RecordKind kind) {
    const QString title = recordListTitle(kind);
    const HeadMember member = memberOf(m_head, listKey(kind));
    if (member.isTwice || (member.type && member.type != JsonType::Array)) {
        auto *why = new QLabel(member.whyLeft());
        why->setTextFormat(Qt::PlainText);
        why->setWordWrap(true);
        why->setAlignment(Qt::AlignCenter);
        why->setMargin(24);
        m_tabs->addTab(why, title);
        return;
    }
    auto model = std::make_unique<RecordModel>(kind, m_workspace);
    model->setRecords(member.text);
    auto *table = new HeadTable(*model, m_workspace);
    m_tabs->addTab(table, title);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(model.get(), signal, this, &FileProperties::refresh);
    }
    connect(model.get(), &QAbstractItemModel::rowsMoved, this, &FileProperties::refresh);
    connect(model.get(), &QAbstractItemModel::dataChanged, this, &FileProperties::refresh);
    m_lists.push_back({title, std::move(model), table});
}

void FileProperties::refresh() {
    const bool canEdit = m_editor.canEdit();
    m_general->setReadOnly(!canEdit);
    for (const ListTab &list : m_lists) {
        list.table->setReadOnly(!canEdit);
    }
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

QString FileProperties::problem() const {
    if (QString why = m_general->problem(); !why.isEmpty()) {
        return why;
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
        if (!NameUses::areNamed(list.model->kind())) {
            continue;
        }
        for (const RecordModel::LostId &lost : list.model->lostIds()) {
            const std::optional<int> count = m_uses.count(list.model->kind(), lost.id);
            if (count == 0) {
                continue;
            }
            const QString id = quoted(lost.id);
            const QString what = lost.newId.isEmpty()
                                     ? tr("%1: %2 is removed.", "list, id").arg(list.title, id)
                                     : tr("%1: %2 is called %3 now.").arg(list.title, id, quoted(lost.newId));
            lines += what + u' ' +
                     (count ? tr("%Ln events still name the old id.", nullptr, *count)
                            : tr("There may be events that still name the old id."));
        }
    }
    return lines;
}

EditedText FileProperties::edited() const {
    EditedText head = m_general->appliedTo(m_head);
    for (const ListTab &list : m_lists) {
        if (head) {
            head = list.model->appliedTo(*head);
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
            : head.error();
    if (!trouble.isEmpty()) {
        QMessageBox box(QMessageBox::Warning, windowTitle(), trouble, QMessageBox::Ok, this);
        box.setTextFormat(Qt::PlainText);
        box.exec();
        return;
    }
    if (*head != m_head) {
        m_editor.apply({{}, *head}, tr("Change of the file's properties"));
    }
    QDialog::accept();
}

} // namespace timeloom
