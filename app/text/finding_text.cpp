// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/finding_text.h"

#include "document/bytes/visible_text.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

QColor wrongInk(const QPalette &palette) {
    return palette.base().color().lightness() < 128 ? QColor(255, 128, 120) : QColor(178, 16, 32);
}

QColor quietInk(const QPalette &palette) {
    const QColor ink = palette.windowText().color();
    const QColor paper = palette.window().color();
    constexpr int share = 64; // hundredths of ink
    const auto mixed = [](int a, int b) { return (a * share + b * (100 - share)) / 100; };
    return {mixed(ink.red(), paper.red()), mixed(ink.green(), paper.green()),
            mixed(ink.blue(), paper.blue())};
}

QColor inkOf(Severity severity, const QPalette &palette) {
    switch (severity) {
    case Severity::Note:
        return quietInk(palette);
    case Severity::Warning:
        return palette.base().color().lightness() < 128 ? QColor(240, 184, 88) : QColor(140, 84, 0);
    case Severity::Error:
        break;
    }
    return wrongInk(palette);
}

FindingText::FindingText(const QPalette &palette) : m_palette(palette) {}

/// What is no fault is told in a few words; the problems of the file tell all of it.
void FindingText::add(const Finding &finding, const std::vector<EventFix> &fixes) {
    add(finding.code == FindingCode::OwnStatus ? tr("Own word, drawn as claimed") : finding.message(),
        finding.severity(), fixes);
}

void FindingText::add(const QString &problem, Severity severity) {
    add(problem, severity, {});
}

void FindingText::add(const QString &message, Severity severity, const std::vector<EventFix> &fixes) {
    constexpr qsizetype mostLines = 5; // of one field
    if (m_lines.size() == mostLines) {
        m_lines += u"…"_s;
    }
    if (m_lines.size() > mostLines) {
        return;
    }
    QString line = u"<span style=\"color:%1\">%2</span>"_s.arg(inkOf(severity, m_palette).name(),
                                                               visibleText(message).toHtmlEscaped());
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
