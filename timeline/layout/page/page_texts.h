// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/page/page_content.h"
#include "layout/page/page_type.h"
#include "layout/scale/broken_text.h"

#include <array>
#include <optional>

namespace timeline {

/// The texts of a page's events in one type, measured when first asked for.
class PageTexts {
public:
    static constexpr int mostLines = 6;

    PageTexts(const PageContent &content, const PageType &type, const TextMeasure &measure)
        : m_content(content), m_type(type), m_measure(measure), m_titles(content.events.size()),
          m_notes(content.events.size()) {}

    const PageType &type() const { return m_type; }
    const TextMeasure &measure() const { return m_measure; }
    const PageContent &content() const { return m_content; }

    /// A title in at most so many lines, from 1 to mostLines.
    const BrokenText::Lines &title(std::size_t event, int lines);
    /// A title in as many lines as a width asks for.
    BrokenText::Lines titleWithin(std::size_t event, double width);
    TextStyle titleStyle(std::size_t event) const {
        return m_type.titleStyle(m_content.events[event].importance);
    }
    /// A note as narrow as a width asks for.
    BrokenText::Lines note(std::size_t event, double width);
    double dateWidth(const QString &text) const { return m_measure.width(text, m_type.dateStyle()); }
    BrokenText::Lines brokenDate(const QString &text, double width) const;

private:
    struct Title {
        BrokenText text;
        std::array<std::optional<BrokenText::Lines>, mostLines> lines;
    };
    Title &broken(std::size_t event);

    const PageContent &m_content;
    PageType m_type;
    const TextMeasure &m_measure;
    std::vector<std::optional<Title>> m_titles;
    std::vector<std::optional<BrokenText>> m_notes;
};

} // namespace timeline
