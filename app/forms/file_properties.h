// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/name_uses.h"
#include "app/forms/record_model.h"
#include "widgets/workspace/editor.h"

#include <QDialog>
#include <memory>

class QDialogButtonBox;
class QLabel;
class QTabWidget;

namespace timeloom {

class GeneralPage;
class HeadTable;

/// Shows what stands around the events of a file and lets it be changed: title, description, date and lists.
/// All of it is one step that can be undone, made when the dialog is accepted. What was not changed is not
/// touched, and what the file has of another type is left as it is.
class FileProperties : public QDialog {
    Q_OBJECT

public:
    FileProperties(timeline::Workspace &workspace, timeline::Editor &editor, QWidget *parent = nullptr);
    ~FileProperties() override;

    void accept() override;

private:
    struct ListTab {
        QString title;
        std::unique_ptr<RecordModel> model;
        HeadTable *table = nullptr;
    };

    void addList(timeline::RecordKind kind);
    void refresh();
    QString problem() const; ///< why what was changed cannot be so; empty: it can
    QStringList warnings();
    timeline::EditedText edited() const; ///< the head as it shall be

    timeline::Workspace &m_workspace;
    timeline::Editor &m_editor;
    QByteArray m_head; ///< as it was when the dialog was opened
    std::vector<ListTab> m_lists;
    NameUses m_uses;

    QTabWidget *m_tabs;
    GeneralPage *m_general;
    QLabel *m_note;
    QDialogButtonBox *m_buttons;
};

} // namespace timeloom
