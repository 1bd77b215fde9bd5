// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scale/broken_text.h"

#include <QTextBoundaryFinder>
#include <algorithm>
#include <cmath>

namespace timeline {

BrokenText::BrokenText(const QString &text, const TextStyle &style, const TextMeasure &measure,
                       double longest)
    : m_text(text), m_style(style) {
    const double blank = measure.width(QStringLiteral(" "), style);
    const auto add = [&](qsizetype begin, qsizetype end) {
        qsizetype length = end - begin;
        while (length > 0 && text[begin + length - 1].isSpace()) {
            --length;
        }
        const double width = measure.width(text.mid(begin, length), style);
        m_pieces.push_back({begin, length, width, length < end - begin ? blank : 0});
        m_widest = std::max(m_widest, width);
    };
    QTextBoundaryFinder lines(QTextBoundaryFinder::Line, text);
    qsizetype begin = 0;
    for (qsizetype end = lines.toNextBoundary(); end > begin; end = lines.toNextBoundary()) {
        if (text[end - 1] == QLatin1Char('-') && end < text.size()) {
            continue; // a name with a hyphen stays whole
        }
        const double most = longest * style.pixelSize;
        if (measure.width(text.mid(begin, end - begin), style) > most) {
            QTextBoundaryFinder characters(QTextBoundaryFinder::Grapheme, text);
            qsizetype from = begin;
            qsizetype before = begin;
            characters.setPosition(begin);
            for (qsizetype to = characters.toNextBoundary(); to > 0 && to < end;
                 to = characters.toNextBoundary()) {
                if (before > from && measure.width(text.mid(from, to - from), style) > most) {
                    add(from, before);
                    from = before;
                }
                before = to;
            }
            add(from, end);
        } else {
            add(begin, end);
        }
        begin = end;
    }
    for (const Piece &piece : m_pieces) {
        m_width += piece.width + piece.blank;
    }
    m_width = m_pieces.empty() ? 0 : m_width - m_pieces.back().blank;
}

BrokenText::Lines BrokenText::filled(double width) const {
    constexpr double rounding = 0.01; // of sums
    Lines lines;
    std::size_t begin = 0;
    while (begin < m_pieces.size()) {
        std::size_t end = begin + 1;
        double used = m_pieces[begin].width;
        while (end < m_pieces.size() &&
               used + m_pieces[end - 1].blank + m_pieces[end].width <= width + rounding) {
            used += m_pieces[end - 1].blank + m_pieces[end].width;
            ++end;
        }
        const Piece &last = m_pieces[end - 1];
        lines.texts.append(
            m_text.mid(m_pieces[begin].begin, last.begin + last.length - m_pieces[begin].begin));
        lines.widths.push_back(used);
        lines.width = std::max(lines.width, used);
        begin = end;
    }
    return lines;
}

BrokenText::Lines BrokenText::balanced(double width, int most) const {
    if (m_pieces.empty() || m_widest > width) {
        return {};
    }
    const qsizetype count = filled(width).texts.size();
    if (count > most) {
        return {};
    }
    return narrowest(static_cast<int>(count));
}

BrokenText::Lines BrokenText::narrowest(int most) const {
    Lines best = filled(m_width);
    double low = std::max(m_widest, m_width / most);
    double high = best.width;
    if (Lines lines = filled(low); lines.texts.size() <= most) {
        return lines;
    }
    while (most > 1 && high - low > 1) {
        const double middle = (low + high) / 2;
        Lines lines = filled(middle);
        if (lines.texts.size() <= most) {
            high = std::min(middle, lines.width);
            best = std::move(lines);
        } else {
            low = middle;
        }
    }
    return best;
}

} // namespace timeline
