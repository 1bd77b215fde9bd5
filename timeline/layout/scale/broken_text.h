// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scale/text_measure.h"

#include <QStringList>
#include <vector>

namespace timeline {

/// A text that may be broken into lines, where its script allows that (UAX 14). What has no such place within
/// a line is broken between two characters.
class BrokenText {
public:
    BrokenText() = default;
    /// `longest`: where there is no such place for so many times the size of the letters.
    BrokenText(const QString &text, const TextStyle &style, const TextMeasure &measure, double longest = 12);

    bool isEmpty() const { return m_pieces.empty(); }
    const QString &text() const { return m_text; }
    const TextStyle &style() const { return m_style; }
    double naturalWidth() const { return m_width; } ///< on one line, in logical pixels
    double widestPiece() const { return m_widest; }

    struct Lines {
        QStringList texts;
        std::vector<double> widths;
        double width = 0; ///< of the widest
    };
    /// As few lines as a width allows, all about as long. No lines where it would be more than `most`.
    Lines balanced(double width, int most) const;
    /// The narrowest that has at most so many lines, and all of it.
    Lines narrowest(int most) const;

private:
    struct Piece {
        qsizetype begin = 0;
        qsizetype length = 0; ///< without the blanks after it
        double width = 0;
        double blank = 0; ///< after it
    };
    Lines filled(double width) const;

    QString m_text;
    TextStyle m_style{13, 400};
    std::vector<Piece> m_pieces;
    double m_width = 0;
    double m_widest = 0;
};

} // namespace timeline
