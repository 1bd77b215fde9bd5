// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/label_widths.h"

#include "document/wording.h"

namespace timeline {

LabelWidths::Label LabelWidths::of(const Document &document, EventIndex event, double widest) {
    if (const Label *known = m_labels.object(event)) {
        return *known;
    }
    constexpr qsizetype longest = 300; // characters: more than any window is wide
    QString text = visibleText(document.eventTitle(event).left(longest)).simplified();
    if (document.span(event).flags & DateFlag::Uncertain) {
        text += QStringLiteral(" ?");
    }
    double width = m_measure.width(text, TextRole::Label);
    if (width > widest) {
        text = m_measure.elided(text, TextRole::Label, widest);
        width = m_measure.width(text, TextRole::Label);
    }
    auto *label = new Label{text, width};
    m_labels.insert(event, label);
    return *label;
}

} // namespace timeline
