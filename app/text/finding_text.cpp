// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/finding_text.h"

#include "document/bytes/visible_text.h"

#include <QPalette>
#include <utility>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

QColor wrongInk(const QPalette &palette) {
    return palette.base().color().lightness() < 128 ? QColor(255, 128, 120) : QColor(178, 16, 32);
}

FindingText::FindingText(const QPalette &palette) : m_ink(wrongInk(palette).name()) {}

void FindingText::add(const QString &message, const std::vector<EventFix> &fixes) {
    constexpr qsizetype mostLines = 5; // of one field
    if (m_lines.size() == mostLines) {
        m_lines += u"…"_s;
    }
    if (m_lines.size() > mostLines) {
        return;
    }
    QString line = u"<span style=\"color:%1\">%2</span>"_s.arg(m_ink, visibleText(message).toHtmlEscaped());
    for (const EventFix &fix : fixes) {
        const QString title = visibleText(fix.title).toHtmlEscaped().replace(u' ', u"&nbsp;"_s);
        line += u" <a href=\"%1\">%2</a>"_s.arg(m_fixes.size()).arg(title);
        m_fixes.push_back(fix);
    }
    m_lines += line;
}

QString FindingText::take() {
    return std::exchange(m_lines, {}).join(u"<br>"_s);
}

std::optional<EventFix> FindingText::fix(const QString &link) const {
    bool isNumber = false;
    const std::size_t number = link.toUInt(&isNumber);
    return isNumber && number < m_fixes.size() ? std::optional(m_fixes[number]) : std::nullopt;
}

} // namespace timeloom
