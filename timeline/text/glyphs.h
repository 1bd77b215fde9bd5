// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/faces.h"

#include <QHash>
#include <QImage>
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace timeline {

/// The characters of one style, for texts in which each stands alone: Latin, Greek, Cyrillic, Chinese,
/// Japanese and Korean. Such a text is measured, cut and drawn character by character, kerning included, at a
/// tenth of what shaping it costs; a frame that zooms to another level has some hundred new ones. Other
/// scripts, in which a character's form depends on its neighbours, are left to shapedText().
class Glyphs {
public:
    explicit Glyphs(const TextStyle &style);

    struct Fit {
        double width = 0;
        qsizetype characters = 0; ///< that fit into the limit
    };
    /// The width of a text, in logical pixels; nothing where a character does not stand alone.
    std::optional<Fit> measure(QStringView text, double limit) const;

    /// Draws a text in an opaque colour over what is in `image` (ARGB32_Premultiplied), from `origin` on its
    /// baseline, in device pixels, of which `scale` are one logical pixel. False, and nothing is drawn, where
    /// a character does not stand alone.
    bool draw(QImage &image, QPointF origin, QStringView text, QRgb color, double scale) const;

private:
    static constexpr int phases = 4; ///< a glyph's places within a pixel
    struct Stamp {
        QImage image;  ///< in its colour
        QPoint offset; ///< of its corner from the pixel of its origin
    };
    struct Glyph {
        bool standsAlone = false;
        double advance = 0;
        const Face *face = nullptr;
        quint32 index = 0;
        QHash<QRgb, std::array<std::optional<Stamp>, phases>> stamps = {};
    };
    Glyph &glyph(QChar c) const;
    double kerning(QChar first, QChar second) const;
    double measuredKerning(QChar first, QChar second) const;
    Stamp stampOf(const Glyph &glyph, QRgb color, int phase, double scale) const;

    static constexpr char16_t nearCharacters = 0x500;       ///< Latin, Greek and Cyrillic, looked up at once
    static constexpr char16_t kernedCharacters = 0x80;      ///< whose pairs are looked up at once
    static constexpr char16_t firstWithoutKerning = 0x2E80; ///< Chinese, Japanese, Korean

    TextStyle m_style;
    mutable std::vector<std::unique_ptr<Glyph>> m_near;
    mutable QHash<char16_t, std::shared_ptr<Glyph>> m_far;
    mutable std::vector<float> m_kerning; ///< NaN where not yet measured
    mutable std::map<std::pair<QChar, QChar>, float> m_farKerning;
    mutable double m_scale = 1; ///< of the stamps
};

} // namespace timeline
