// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/hidden_marks.h"

#include <QWidget>

class QPlainTextEdit;
class QStackedLayout;
class QTextBrowser;

namespace timeloom {

/// What an editor holds, each character as it is: toPlainText() makes blanks of those that do not break.
QString exactText(const QPlainTextEdit &editor);

class Trough;

/// Markdown to be written, or as it will be read, in one field.
class MarkdownEdit : public QWidget {
    Q_OBJECT

public:
    explicit MarkdownEdit(QWidget *parent = nullptr);

    void setText(const QString &text); ///< leaves the cursor alone where the text is this already
    QPlainTextEdit *source() const { return m_source; }
    void setPreview(bool isRead); ///< instead of writing

Q_SIGNALS:
    void edited(const QString &text); ///< by a person

private:
    void showPreview();

    QStackedLayout *m_pages;
    Trough *m_choice;
    QPlainTextEdit *m_source;
    QTextBrowser *m_preview;
    HiddenMarks m_marks;
    bool m_isSetting = false;
    bool m_hasCrLf = false; ///< the text has such line ends, and keeps them
};

} // namespace timeloom
