// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/page/page_texts.h"

namespace timeline {

PageTexts::Title &PageTexts::broken(std::size_t event) {
    std::optional<Title> &title = m_titles[event];
    if (!title) {
        title = Title{BrokenText(m_content.events[event].title, titleStyle(event), m_measure), {}};
    }
    return *title;
}

BrokenText::Lines PageTexts::titleWithin(std::size_t event, double width) {
    for (int lines = 1; lines <= mostLines; ++lines) {
        if (const BrokenText::Lines &fitting = title(event, lines); fitting.width <= width) {
            return fitting;
        }
    }
    constexpr int anyNumber = 1000;
    const BrokenText &text = broken(event).text;
    return text.balanced(std::max(width, text.widestPiece()), anyNumber);
}

const BrokenText::Lines &PageTexts::title(std::size_t event, int lines) {
    Title &title = broken(event);
    std::optional<BrokenText::Lines> &known = title.lines.at(static_cast<std::size_t>(lines) - 1);
    if (!known) {
        known = title.text.narrowest(lines);
    }
    return *known;
}

BrokenText::Lines PageTexts::note(std::size_t event, double width) {
    std::optional<BrokenText> &note = m_notes[event];
    if (!note) {
        note = BrokenText(m_content.events[event].note, m_type.dateStyle(), m_measure);
    }
    return note->balanced(std::max(width, note->widestPiece()), 2);
}

BrokenText::Lines PageTexts::brokenDate(const QString &text, double width) const {
    const TextStyle style = m_type.dateStyle();
    BrokenText broken(text, style, m_measure);
    if (broken.widestPiece() > width) { // whole all the same, however narrow its column is
        constexpr double shortest = 3;
        broken = BrokenText(text, style, m_measure, std::max(shortest, width / style.pixelSize));
    }
    constexpr int anyNumber = 1000; // a date is never left out
    return broken.balanced(std::max(width, broken.widestPiece()), anyNumber);
}

} // namespace timeline
