// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/hidden_marks.h"

#include <QTabWidget>

class QPlainTextEdit;
class QTextBrowser;

namespace timeloom {

/// What an editor holds, each character as it is: toPlainText() makes blanks of those that do not break.
QString exactText(const QPlainTextEdit &editor);

/// Markdown to be written, and on a second page as it will be read.
class MarkdownEdit : public QTabWidget {
    Q_OBJECT

public:
    explicit MarkdownEdit(QWidget *parent = nullptr);

    void setText(const QString &text); ///< leaves the cursor alone where the text is this already
    QPlainTextEdit *source() const { return m_source; }

Q_SIGNALS:
    void edited(const QString &text); ///< by a person

private:
    void showPreview();

    QPlainTextEdit *m_source;
    QTextBrowser *m_preview;
    HiddenMarks m_marks;
    bool m_isSetting = false;
    bool m_hasCrLf = false; ///< the text has such line ends, and keeps them
};

} // namespace timeloom
