// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/head_list_model.h"
#include "widgets/workspace/editor.h"

#include <QDialog>
#include <QTimer>
#include <memory>

class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QTabWidget;
class QTextEdit;

namespace timeloom {

class CalendarButton;
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
    /// A field whose value is a text.
    struct TextField {
        QString key;
        QWidget *editor = nullptr;
        QString before;     ///< what the editor holds for the file's text
        bool isOdd = false; ///< the file has something else there
    };
    struct ListTab {
        QString title;
        std::unique_ptr<HeadListModel> model;
        HeadTable *table = nullptr;
    };

    QWidget *makeGeneral();
    void addTextField(const QString &key, QWidget *editor);
    void addList(HeadList list, const QString &title);
    QString shownText(const TextField &field) const;
    bool isChanged(const TextField &field) const;

    void pickDay(QDate day);
    void refresh();
    void showReading();
    void showPreview();
    QString problem() const; ///< why what was changed cannot be so; empty: it can
    QStringList warnings();
    timeline::EditedText edited() const; ///< the head as it shall be

    timeline::Workspace &m_workspace;
    timeline::Editor &m_editor;
    QByteArray m_head; ///< as it was when the dialog was opened
    std::vector<TextField> m_texts;
    std::vector<ListTab> m_lists;
    QHash<QString, int> m_categoryUses; ///< by how many events each is named
    std::optional<QHash<QString, int>> m_sourceUses;

    QTabWidget *m_tabs;
    QLineEdit *m_title;
    QLineEdit *m_asOf;
    CalendarButton *m_calendar;
    QLabel *m_reading;
    QPlainTextEdit *m_description;
    QTextEdit *m_preview;
    QLabel *m_note;
    QDialogButtonBox *m_buttons;
    QTimer m_previewTimer;
};

} // namespace timeloom
