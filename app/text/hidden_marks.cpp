// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/hidden_marks.h"

#include "document/bytes/visible_text.h"

#include <QLineEdit>
#include <QModelIndex>
#include <array>

namespace timeloom {

using namespace timeline;

QString HiddenMarks::shown(const QString &text, std::optional<TextUse> use) {
    m_marks.clear();
    const std::vector<LookAlikeAt> found = use ? lookAlikes(text, *use) : std::vector<LookAlikeAt>();
    if (found.empty() && visibleText(text) == text) {
        return text;
    }
    // What the text itself says in such brackets is no mark.
    constexpr std::array<std::pair<char16_t, char16_t>, 4> brackets = {
        {{u'‹', u'›'}, {u'«', u'»'}, {u'⟨', u'⟩'}, {u'⟪', u'⟫'}}};
    for (const auto &[open, close] : brackets) {
        m_open = open;
        m_close = close;
        if (!text.contains(m_open)) {
            break;
        }
    }
    if (text.contains(m_open)) {
        return text; // better obeyed than altered
    }
    QString written;
    auto next = found.begin();
    for (qsizetype at = 0; at < text.size();) {
        const bool isFound = next != found.end() && next->at == at;
        const QString character = text.mid(at, isFound ? next->length : 1);
        if (isFound || visibleText(character) != character) {
            m_marks.insert(character);
            written += markOf(character);
        } else {
            written += character;
        }
        next += isFound ? 1 : 0;
        at += character.size();
    }
    return written;
}

QString HiddenMarks::text(const QString &shown) const {
    QString text = shown;
    for (const QString &character : m_marks) {
        text.replace(markOf(character), character);
    }
    return text;
}

QString HiddenMarks::markOf(const QString &character) const {
    const QString code = codePointText(character);
    return m_open + code.mid(1, code.size() - 2) + m_close;
}

void showForEditing(QLineEdit &line, const QModelIndex &index) {
    line.setText(HiddenMarks().shown(index.data(Qt::EditRole).toString(), TextUse::Title));
}

QString editedText(const QLineEdit &line, const QModelIndex &index) {
    HiddenMarks marks;
    marks.shown(index.data(Qt::EditRole).toString(), TextUse::Title);
    return marks.text(line.text());
}

} // namespace timeloom
