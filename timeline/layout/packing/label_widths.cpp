// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/packing/label_widths.h"

#include "document/bytes/look_alike.h"
#include "layout/packing/event_words.h"
#include "layout/scale/broken_text.h"
#include "time/calendar.h"

#include <algorithm>

namespace timeline {

std::optional<std::int64_t> LabelWidths::toldYear(const Span &span) const {
    const auto told = std::ranges::find_if(m_years, [&span](const ToldYear &year) {
        return span.begin >= year.begin && span.begin < year.end &&
               civilTime(plusMilliseconds(span.end, -1)).date.year == year.year;
    });
    return told != m_years.end() ? std::optional(told->year) : std::nullopt;
}

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
    Label label;
    label.title = text;
    label.date = dateInWords(document, event, toldYear(document.span(event)));
    label.titleWidth = fit(label.title, style);
    label.dateWidth = fit(label.date, lane_type::date);
    m_labels.insert(event, new Label(label));
    return label;
}

LabelWidths::Label LabelWidths::inTwoLines(const Document &document, EventIndex event, double widest) {
    if (const Label *known = m_inTwoLines.object(event)) {
        return *known;
    }
    Label label = of(document, event, widest);
    const TextStyle style = lane_type::titles[weightOf(document.importance(event))];
    const BrokenText::Lines lines = BrokenText(label.title, style, m_measure).narrowest(2);
    if (lines.texts.size() == 2) {
        label.title = lines.texts[0];
        label.titleWidth = m_measure.width(label.title, style);
        label.secondLine = lines.texts[1];
        label.secondWidth = m_measure.width(label.secondLine, style);
    }
    m_inTwoLines.insert(event, new Label(label));
    return label;
}

void LabelWidths::forget(EventIndex event) {
    m_labels.remove(event);
    m_inTwoLines.remove(event);
}

} // namespace timeline
