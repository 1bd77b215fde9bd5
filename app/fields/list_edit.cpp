// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/fields/list_edit.h"

#include "document/edit/word_list.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QListView>
#include <QStringListModel>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

ListEdit::ListEdit(std::function<QStringList()> choices, QWidget *parent)
    : QLineEdit(parent), m_choices(std::move(choices)), m_model(new QStringListModel(this)),
      m_completer(new QCompleter(m_model, this)) {
    constexpr int most = 50'000'000; // characters: what did not fit would be lost
    setMaxLength(most);
    // Not setCompleter(): that would complete the whole line.
    m_completer->setWidget(this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    if (auto *list = qobject_cast<QListView *>(m_completer->popup())) {
        list->setUniformItemSizes(true); // else each of very many is measured
    }
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &ListEdit::complete);
    connect(this, &QLineEdit::textEdited, this, [this] {
        const QString word = text().sliced(wordStart(), cursorPosition() - wordStart()).trimmed();
        m_completer->setCompletionPrefix(word);
        if (word.isEmpty() || m_completer->completionCount() == 0) {
            m_completer->popup()->hide();
        } else {
            m_completer->complete();
        }
    });
}

void ListEdit::setWords(const QStringList &list) {
    if (words() != list) {
        setText(m_marks.shown(wordList(list), TextUse::Name));
    }
}

QStringList ListEdit::words() const {
    return wordsIn(m_marks.text(text()));
}

void ListEdit::focusInEvent(QFocusEvent *event) {
    if (event->reason() != Qt::PopupFocusReason) {
        m_model->setStringList(m_choices());
    }
    QLineEdit::focusInEvent(event);
}

void ListEdit::keyPressEvent(QKeyEvent *event) {
    const bool chooses = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
                         event->key() == Qt::Key_Escape || event->key() == Qt::Key_Tab;
    if (m_completer->popup()->isVisible() && chooses) {
        event->ignore(); // it is meant for the list
        return;
    }
    QLineEdit::keyPressEvent(event);
}

/// Where the word begins in which the cursor stands.
qsizetype ListEdit::wordStart() const {
    return cursorPosition() == 0 ? 0 : text().lastIndexOf(u',', cursorPosition() - 1) + 1;
}

void ListEdit::complete(const QString &word) {
    const qsizetype start = wordStart();
    qsizetype end = text().indexOf(u',', cursorPosition());
    end = end < 0 ? text().size() : end;
    const QString before = start > 0 ? u" "_s : QString();
    setText(text().first(start) + before + word + text().sliced(end));
    setCursorPosition(static_cast<int>(start + before.size() + word.size()));
    Q_EMIT textEdited(text());
}

} // namespace timeloom
