// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/fields/status_box.h"

#include "document/format/wording.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

namespace timeloom {

using namespace timeline;

StatusBox::StatusBox(std::function<QStringList()> words, QWidget *parent)
    : ChoiceBox(parent), m_words(std::move(words)) {
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setCompleter(nullptr); // it would make a word of the format of one that begins like it
    for (int i = 0; i < namedStatusCount; ++i) {
        const auto status = static_cast<Status>(i);
        addItem(statusTitle(status), toString(status));
    }
    setWord({});
    connect(this, &QComboBox::activated, this, &StatusBox::finish);
    connect(lineEdit(), &QLineEdit::editingFinished, this, &StatusBox::finish);
}

void StatusBox::setWord(const QString &word) {
    m_word = word;
    const QString other = count() > namedStatusCount ? itemData(namedStatusCount).toString() : word;
    while (count() > namedStatusCount && (other != word || count() > namedStatusCount + 1)) {
        removeItem(count() - 1);
    }
    const int index = word.isEmpty() ? -1 : offer(word);
    setCurrentIndex(index);
    setEditText(index < 0 ? QString() : itemText(index));
    lineEdit()->setCursorPosition(0);
}

/// Where it stands in the list; at the end where it did not yet.
int StatusBox::offer(const QString &word) {
    if (findData(word) < 0) {
        addItem(statusTitle(Status::Own, word), word);
    }
    return findData(word);
}

QString StatusBox::word() const {
    const QString text = currentText();
    if (currentIndex() >= 0 && text == itemText(currentIndex())) {
        return currentData().toString();
    }
    const QString typed = text.trimmed();
    if (typed.isEmpty()) {
        return m_word;
    }
    for (int i = 0; i < namedStatusCount; ++i) {
        if (typed.compare(itemText(i), Qt::CaseInsensitive) == 0 ||
            typed.compare(itemData(i).toString(), Qt::CaseInsensitive) == 0) {
            return itemData(i).toString();
        }
    }
    const int own = findText(typed); // what is hidden in it is written out in the list
    return own >= 0 ? itemData(own).toString() : typed;
}

void StatusBox::showPopup() {
    for (const QString &word : m_words()) {
        offer(word);
    }
    ChoiceBox::showPopup();
}

void StatusBox::finish() {
    if (QApplication::activePopupWidget() != nullptr) {
        return; // the focus comes back
    }
    const QString now = word();
    const bool isOther = now != m_word;
    setWord(now);
    if (isOther) {
        Q_EMIT chosen(now);
    }
}

/// What is saved has the word that is being typed.
bool StatusBox::event(QEvent *event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Save) || key->matches(QKeySequence::SaveAs) ||
            key->matches(QKeySequence::Close) || key->matches(QKeySequence::Quit)) {
            finish();
        }
    }
    return ChoiceBox::event(event);
}

void StatusBox::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape && word() != m_word) {
        setWord(m_word);
        return;
    }
    ChoiceBox::keyPressEvent(event);
}

} // namespace timeloom
