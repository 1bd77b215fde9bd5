// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <functional>
#include <vector>

class QLabel;
class QToolButton;

namespace timeloom {

class FlowLayout;
class ListEdit;

/// A word and a × that takes it out; so do the keys Delete, Backspace and the blank.
class WordChip : public QAbstractButton {
    Q_OBJECT

public:
    explicit WordChip(const QString &word, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool hitButton(const QPoint &at) const override; ///< only on the ×
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRect cross() const;
    QString m_shown; ///< short enough
};

/// A list of words as chips. To add some it turns into a line in which they are parted by commas, as a
/// ListEdit has them, until one is done there.
class WordChips : public QWidget {
    Q_OBJECT

public:
    /// `choices`: as of ListEdit. `add`: what the button says that adds one.
    WordChips(std::function<QStringList()> choices, const QString &add, QWidget *parent = nullptr);

    /// `isMixed`: of several events these are what all have.
    void setWords(const QStringList &words, bool isMixed);
    ListEdit *line() const { return m_line; }
    void showLine();

Q_SIGNALS:
    void edited(const QStringList &words); ///< by a person

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showChips(const QStringList &words);
    void hideLine();
    void take(const QString &word);

    ListEdit *m_line;
    QWidget *m_chips;
    FlowLayout *m_flow;
    std::vector<WordChip *> m_words;
    QLabel *m_note; ///< of several events, or of words that have no chip
    QToolButton *m_add;
    QStringList m_shown;
    bool m_isMixed = false;
};

} // namespace timeloom
