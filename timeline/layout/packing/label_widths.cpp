// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/packing/label_widths.h"

#include "document/bytes/look_alike.h"

#include <algorithm>

namespace timeline {

LabelWidths::Label LabelWidths::of(const Document &document, EventIndex event, double widest) {
    if (const Label *known = m_labels.object(event)) {
        return *known;
    }
    constexpr qsizetype longest = 300; // characters: more than any window is wide
    QString title = document.eventTitle(event);
    if (title.size() > longest) {
        title = title.left(longest) + QChar(0x2026); // so that no blank ends it that does not
    }
    title = visibleName(title, TextUse::Title);
    const auto withMark = [&](QStringView part) {
        const QString text = part.toString().simplified();
        return document.span(event).flags & DateFlag::Uncertain ? text + QStringLiteral(" ?") : text;
    };
    // Of a long title no more is measured than may find room: two pixels are less than most letters take.
    const auto enough = static_cast<qsizetype>(std::min(widest / 2 + 2, static_cast<double>(longest)));
    QString text = withMark(QStringView(title).left(enough));
    double width = m_measure.width(text, TextRole::Label);
    if (width <= widest && enough < title.size()) {
        text = withMark(title);
        width = m_measure.width(text, TextRole::Label);
    }
    if (width > widest) {
        text = m_measure.elided(text, TextRole::Label, widest);
        width = m_measure.width(text, TextRole::Label);
    }
    auto *label = new Label{text, width};
    m_labels.insert(event, label);
    return *label;
}

} // namespace timeline
