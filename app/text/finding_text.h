// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/edit/event_check.h"

#include <QColor>

class QPalette;

namespace timeloom {

/// For what is wrong: a red that can be read on the palette's base.
QColor wrongInk(const QPalette &palette);

/// Findings as rich text, a line each, and behind each a link for what mends it.
class FindingText {
public:
    explicit FindingText(const QPalette &palette);

    void add(const QString &message, const std::vector<timeline::EventFix> &fixes = {});
    /// What was added since it was taken last.
    QString take();
    /// What a link stands for; nothing for another's.
    std::optional<timeline::EventFix> fix(const QString &link) const;

private:
    QString m_ink;
    QStringList m_lines;
    std::vector<timeline::EventFix> m_fixes; ///< by the numbers that their links are
};

} // namespace timeloom
