// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/files/conflict_dialog.h"

#include "document/bytes/look_alike.h"
#include "widgets/workspace/editor.h"
#include "widgets/workspace/plain_tool_tip.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace timeloom {

using namespace timeline;

ConflictDialog::ConflictDialog(std::vector<Merge::Conflict> &conflicts, const QString &theirs,
                               QWidget *parent)
    : QDialog(parent) {
    setWindowTitle(tr("Changed on both sides"));
    auto *column = new QVBoxLayout(this);
    auto *text =
        new QLabel(tr("These were changed in this window and in the file. Choose what to keep; everything "
                      "else has been brought together."));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    column->addWidget(text);

    auto *table = new QTableWidget(static_cast<int>(conflicts.size()), 5);
    table->setHorizontalHeaderLabels({tr("Event"), tr("Field"), tr("Here"), theirs, tr("Keep")});
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->verticalHeader()->hide();
    for (int row = 0; row < table->rowCount(); ++row) {
        Merge::Conflict &conflict = conflicts[static_cast<std::size_t>(row)];
        const QString field = conflict.field.isEmpty() ? tr("all of it") : Editor::fieldTitle(conflict.field);
        int place = 0;
        for (const QString &cell : {conflict.title, field, conflict.ours, conflict.theirs}) {
            const QString shown = visibleName(cell.isEmpty() ? tr("(nothing)") : cell, TextUse::Title);
            auto *item = new QTableWidgetItem(shown.simplified());
            item->setToolTip(plainToolTip(shown));
            table->setItem(row, place++, item);
        }
        auto *choice = new QComboBox;
        choice->addItems({tr("What is here"), theirs});
        choice->setAccessibleName(conflict.field.isEmpty() ? tr("What to keep of all of it")
                                                           : tr("What to keep of %1", "a field").arg(field));
        m_choices.push_back(choice);
        table->setCellWidget(row, place, choice);
    }
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(4, QHeaderView::ResizeToContents);
    column->addWidget(table, 1);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    const auto addAll = [&](const QString &title, int index) {
        connect(buttons->addButton(title, QDialogButtonBox::ActionRole), &QPushButton::clicked, this,
                [this, index] {
                    for (QComboBox *choice : m_choices) {
                        choice->setCurrentIndex(index);
                    }
                });
    };
    addAll(tr("Keep all that is here"), 0);
    addAll(tr("Keep all of the file"), 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this, &conflicts] {
        for (std::size_t i = 0; i < m_choices.size(); ++i) {
            conflicts[i].takesOurs = m_choices[i]->currentIndex() == 0;
        }
        accept();
    });
    resize(860, 380);
}

} // namespace timeloom
