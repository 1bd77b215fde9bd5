// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forms/list_edit.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>

using namespace Qt::StringLiterals;

namespace timeloom {

ListEdit::ListEdit(std::function<QStringList()> choices, QWidget *parent)
    : QLineEdit(parent), m_choices(std::move(choices)), m_model(new QStringListModel(this)),
      m_completer(new QCompleter(m_model, this)) {
    // Not setCompleter(): that would complete the whole line.
    m_completer->setWidget(this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
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

/// A word as it stands in the line: in quotation marks where it would not be read as one.
static QString written(QString word) {
    const bool isPlain =
        !word.contains(u',') && !word.contains(u'"') && word.trimmed() == word && !word.isEmpty();
    return isPlain ? word : u'"' + word.replace(u'"', u"\"\""_s) + u'"';
}

void ListEdit::setWords(const QStringList &list) {
    if (words() != list) {
        QStringList shown;
        for (const QString &word : list) {
            shown += written(word);
        }
        setText(m_marks.shown(shown.join(u", "_s)));
    }
}

QStringList ListEdit::words() const {
    QStringList list;
    QString word;
    bool isQuoted = false;
    bool wasQuoted = false;
    const auto end = [&] {
        const QString one = wasQuoted ? word : word.trimmed();
        if (wasQuoted || !one.isEmpty()) {
            list += one;
        }
        word.clear();
        wasQuoted = false;
    };
    const QString all = m_marks.text(text());
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QChar c = all[i];
        if (isQuoted && c == u'"' && i + 1 < all.size() && all[i + 1] == u'"') {
            word += all[++i];
        } else if (c == u'"' && (isQuoted || word.trimmed().isEmpty())) {
            isQuoted = !isQuoted;
            word = isQuoted ? QString() : word;
            wasQuoted = true;
        } else if (c == u',' && !isQuoted) {
            end();
        } else if (isQuoted || !wasQuoted) {
            word += c;
        }
    }
    end();
    return list;
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
