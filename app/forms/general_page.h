// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/edit/event_edit.h"
#include "document/format/record_fields.h"

#include <QTimer>
#include <QWidget>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QTextEdit;

namespace timeloom {

class CalendarButton;

/// The texts of the file's head, to be edited: a row for each that the table of its fields has. What the file
/// has of another type is left as it is.
class GeneralPage : public QWidget {
    Q_OBJECT

public:
    explicit GeneralPage(const QByteArray &head, QWidget *parent = nullptr);

    void setReadOnly(bool readOnly);
    QString problem() const; ///< why what was changed cannot be so; empty: it can
    /// The head that this was made of, or one with other lists, with what was changed here.
    timeline::EditedText appliedTo(const QByteArray &head) const;

Q_SIGNALS:
    void changed();

private:
    struct Row {
        timeline::RecordField field;
        QString name;              ///< of the field, as people read it
        QLineEdit *line = nullptr; ///< one of these two
        QPlainTextEdit *lines = nullptr;
        CalendarButton *calendar = nullptr; ///< of a date, as
        QLabel *reading = nullptr;
        QString before = {}; ///< what the editor holds for the file's text
        bool isOdd = false;  ///< the file has something else there

        QString text() const;
        bool isChanged() const { return !isOdd && text() != before; }
        QWidget *editor() const;
    };

    void addLine(Row &row);
    void addDate(Row &row);
    void addMarkdown(Row &row);
    void fill(Row &row);
    static void showReading(const Row &row, const QPalette &palette);
    void showPreview();

    QByteArray m_head;
    QFormLayout *m_form;
    std::vector<std::unique_ptr<Row>> m_rows;
    QTextEdit *m_preview = nullptr;
    const Row *m_shown = nullptr; ///< in the preview
    QTimer m_previewTimer;
};

} // namespace timeloom
