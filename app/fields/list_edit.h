// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/hidden_marks.h"

#include <QLineEdit>
#include <functional>

class QCompleter;
class QStringListModel;

namespace timeloom {

/// A line for a list of words, parted by commas; each is completed while it is typed.
class ListEdit : public QLineEdit {
    Q_OBJECT

public:
    /// `choices` gives what is offered; it is asked when the line gets the focus.
    explicit ListEdit(std::function<QStringList()> choices, QWidget *parent = nullptr);

    void setWords(const QStringList &words); ///< leaves the text alone where it says these already
    QStringList words() const;

protected:
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void complete(const QString &word);
    qsizetype wordStart() const;

    HiddenMarks m_marks;
    std::function<QStringList()> m_choices;
    QStringListModel *m_model;
    QCompleter *m_completer;
};

} // namespace timeloom
