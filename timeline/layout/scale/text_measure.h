// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

namespace timeline {

/// The kinds of text of which a picture has one look each. A TextStyle says which.
enum class TextRole : std::uint8_t { Label, LaneTitle, Tick, Context, Era, Count, Note, Title };

/// How a text looks.
struct TextStyle {
    double pixelSize = 13;  ///< in logical pixels, above 0
    int weight = 400;       ///< 400, 500, 600 or 700; of those that a script has, the one that CSS takes
    bool titleFace = false; ///< the face of headlines, which is bold at any weight

    constexpr TextStyle(double size, int itsWeight, bool isOfTitleFace = false)
        : pixelSize(size), weight(itsWeight), titleFace(isOfTitleFace) {}
    // NOLINTNEXTLINE(google-explicit-constructor): a role is the name of a style
    constexpr TextStyle(TextRole role) : TextStyle(of(role)) {}

    friend constexpr bool operator==(const TextStyle &, const TextStyle &) = default;
    friend size_t qHash(const TextStyle &style, size_t seed = 0) {
        return qHashMulti(seed, style.pixelSize, style.weight, style.titleFace);
    }

private:
    static constexpr TextStyle of(TextRole role) {
        switch (role) {
        case TextRole::Label:
            return {13, 400};
        case TextRole::LaneTitle:
            return {13, 600};
        case TextRole::Tick:
            return {12, 400};
        case TextRole::Context:
            return {12, 600};
        case TextRole::Era:
            return {12, 500};
        case TextRole::Count:
            return {11, 600};
        case TextRole::Note:
            return {11, 500};
        case TextRole::Title:
            return {22, 600};
        }
        return {13, 400};
    }
};

/// How large texts are, in logical pixels. Injected, so that layout needs no GUI and tests need no font.
class TextMeasure {
public:
    virtual ~TextMeasure() = default;
    virtual double width(const QString &text, const TextStyle &style) const = 0;
    /// `text` cut at its end with an ellipsis so that it fits; empty where not even that fits.
    virtual QString elided(const QString &text, const TextStyle &style, double width) const = 0;
    /// Of a line, above its baseline and below it. All scripts keep to that of Latin.
    virtual double ascent(const TextStyle &style) const = 0;
    virtual double descent(const TextStyle &style) const = 0;
    double lineHeight(const TextStyle &style) const { return ascent(style) + descent(style); }
};

} // namespace timeline
