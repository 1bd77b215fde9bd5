// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/packing/label_widths.h"

#include "document/bytes/look_alike.h"
#include "layout/packing/event_words.h"

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
    const TextStyle style = lane_type::titles[weightOf(document.importance(event))];
    // Of a long title no more is measured than may find room: two pixels are less than most letters take.
    const auto enough = static_cast<qsizetype>(std::min(widest / 2 + 2, static_cast<double>(longest)));
    const auto fit = [&](QString &text, const TextStyle &its) {
        const double width = m_measure.width(text, its);
        if (width <= widest) {
            return width;
        }
        text = m_measure.elided(text, its, widest);
        return m_measure.width(text, its);
    };
    QString text = title.left(enough).simplified();
    if (enough < title.size() && m_measure.width(text, style) <= widest) {
        text = title.simplified();
    }
    Label label{text, dateInWords(document, event), 0, 0};
    label.titleWidth = fit(label.title, style);
    label.dateWidth = fit(label.date, lane_type::date);
    m_labels.insert(event, new Label(label));
    return label;
}

} // namespace timeline
