// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fields/choice_box.h"

#include <functional>

namespace timeloom {

/// Where a status is chosen or typed: the words of the format, those of the file, or another one.
class StatusBox : public ChoiceBox {
    Q_OBJECT

public:
    /// `words` gives those of the file's own; it is asked when the list is opened.
    explicit StatusBox(std::function<QStringList()> words, QWidget *parent = nullptr);

    void setWord(const QString &word); ///< as the file has it; empty: none
    /// What was chosen or typed, as the file would have it. A title in the user's language is the word that
    /// it stands for; where nothing was typed it is what was set.
    QString word() const;
    void showPopup() override;

Q_SIGNALS:
    /// Another one was chosen, or typed to the end.
    void chosen(const QString &word);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int offer(const QString &word);
    void finish();

    std::function<QStringList()> m_words;
    QString m_word;
};

} // namespace timeloom
