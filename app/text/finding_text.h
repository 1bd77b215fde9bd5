// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/edit/event_check.h"

#include <QColor>
#include <QCoreApplication>
#include <QPalette>

namespace timeloom {

/// For what is wrong: a red that can be read on the palette's base.
QColor wrongInk(const QPalette &palette);

/// For what is only to be known: a grey that can be read on it.
QColor quietInk(const QPalette &palette);
/// For what says so of itself: red for errors, an amber for warnings, grey for notes.
QColor inkOf(timeline::Severity severity, const QPalette &palette);

/// Findings as rich text, a line each in the ink of its severity, and behind each a link for what mends it.
class FindingText {
    Q_DECLARE_TR_FUNCTIONS(timeloom::FindingText)

public:
    explicit FindingText(const QPalette &palette);

    void add(const timeline::Finding &finding, const std::vector<timeline::EventFix> &fixes = {});
    /// What is no finding of the file, but as bad as one.
    void add(const QString &problem, timeline::Severity severity = timeline::Severity::Error);
    /// What was added since it was taken last.
    QString take();
    /// What a link stands for; nothing for another's.
    std::optional<timeline::EventFix> fix(const QString &link) const;

private:
    void add(const QString &message, timeline::Severity severity,
             const std::vector<timeline::EventFix> &fixes);

    QPalette m_palette;
    QStringList m_lines;
    std::vector<timeline::EventFix> m_fixes; ///< by the numbers that their links are
};

} // namespace timeloom
