// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/wording.h"
#include "layout/packing.h"

namespace timeline {

const LabelWidths::Label &LabelWidths::of(const Document &document, EventIndex event) {
    const auto known = m_labels.constFind(event);
    if (known != m_labels.constEnd()) {
        return *known;
    }
    constexpr qsizetype longest = 300; // characters: more than any window is wide
    QString text = visibleText(document.eventTitle(event).left(longest)).simplified();
    if (document.span(event).flags & DateFlag::Uncertain) {
        text += QStringLiteral(" ?");
    }
    const double width = m_measure->width(text, TextRole::Label);
    return *m_labels.insert(event, {text, width});
}

} // namespace timeline
