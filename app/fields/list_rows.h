// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fields/choice_box.h"

#include <QWidget>

class QListView;
class QStringListModel;
class QToolButton;

namespace timeloom {

class ListEdit;

/// A list of names, each with what it stands for in a row of its own and a × that takes it out. One is added
/// from those that there are; others are written into a line, as in a ListEdit alone.
class ListRows : public QWidget {
    Q_OBJECT

public:
    using Choices = std::function<ChoiceBox::Choices()>; ///< names, and what people read

    using Title = std::function<QString(const QString &name)>; ///< empty where nothing is known of it

    /// `add`: what the button says that adds one.
    ListRows(Choices choices, Title title, const QString &add, QWidget *parent = nullptr);

    /// `isMixed`: of several events these are what all have.
    void setWords(const QStringList &words, bool isMixed);
    ListEdit *line() const { return m_line; }
    void showLine();

Q_SIGNALS:
    void edited(const QStringList &words); ///< by a person

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showRows(const QStringList &words);
    void take(int row);
    void offer();
    void add(const QString &word);

    Choices m_choices;
    Title m_title;
    QStringListModel *m_words;
    QListView *m_rows;
    QToolButton *m_add;
    ListEdit *m_line;
};

} // namespace timeloom
