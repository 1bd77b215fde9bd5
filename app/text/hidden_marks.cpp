// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/hidden_marks.h"

#include "document/bytes/visible_text.h"

#include <QLineEdit>
#include <QModelIndex>
#include <array>

namespace timeloom {

using timeline::visibleText;

QString HiddenMarks::shown(const QString &text) {
    m_marks.clear();
    if (visibleText(text) == text) {
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
    for (const QChar c : text) {
        const QString visible = visibleText(c);
        if (visible == c) {
            written += c;
        } else {
            m_marks.insert(c);
            written += m_open + visible.mid(1, visible.size() - 2) + m_close;
        }
    }
    return written;
}

QString HiddenMarks::text(const QString &shown) const {
    QString text = shown;
    for (const QChar c : m_marks) {
        const QString visible = visibleText(c);
        text.replace(m_open + visible.mid(1, visible.size() - 2) + m_close, c);
    }
    return text;
}

void showForEditing(QLineEdit &line, const QModelIndex &index) {
    line.setText(HiddenMarks().shown(index.data(Qt::EditRole).toString()));
}

QString editedText(const QLineEdit &line, const QModelIndex &index) {
    HiddenMarks marks;
    marks.shown(index.data(Qt::EditRole).toString());
    return marks.text(line.text());
}

} // namespace timeloom
