// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fields/status_box.h"

#include <QWidget>

namespace timeloom {

class Chip;

/// The six words of the format for how sure something is, each with its sign; a word of the file's own has a
/// chip where the event has it, and others are chosen or typed in a box below.
class StatusChips : public QWidget {
    Q_OBJECT

public:
    /// `words`: see StatusBox.
    explicit StatusChips(std::function<QStringList()> words, QWidget *parent = nullptr);

    void setWord(const QString &word); ///< as the file has it; empty: none, or several
    StatusBox *box() const { return m_box; }
    void showBox(); ///< to choose or type another word

Q_SIGNALS:
    void chosen(const QString &word);

private:
    void check(const QString &word);

    std::vector<std::pair<QString, Chip *>> m_chips; ///< by the words of the format
    QLayout *m_flow;
    Chip *m_own = nullptr; ///< for a word of the file's own
    Chip *m_other;
    StatusBox *m_box;
};

} // namespace timeloom
