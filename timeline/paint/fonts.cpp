// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/fonts.h"

#include <QFontDatabase>
#include <algorithm>

namespace timeline {

namespace {

void loadBundledFonts() {
    static const bool loaded = [] {
        for (const char *name : {"Regular", "Medium", "SemiBold"}) {
            QFontDatabase::addApplicationFont(
                QStringLiteral(":/timeloom/fonts/Inter-%1.otf").arg(QLatin1String(name)));
        }
        return true;
    }();
    Q_UNUSED(loaded)
}

QFont fontOf(const TextStyle &style) {
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(qRound(style.pixelSize));
    font.setWeight(static_cast<QFont::Weight>(style.weight));
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::StyleStrategy(QFont::PreferAntialias | QFont::NoSubpixelAntialias));
    return font;
}

} // namespace

Fonts::Styled::Styled(const TextStyle &itsStyle)
    : style(itsStyle), font(fontOf(itsStyle)), metrics(font), glyphs(font) {}

Fonts::Fonts() {
    loadBundledFonts();
}

/// A picture has some ten styles.
const Fonts::Styled &Fonts::of(const TextStyle &style) const {
    const auto known = std::ranges::find(m_styles, style, &Styled::style);
    return known != m_styles.end() ? *known : m_styles.emplace_back(style);
}

double Fonts::width(const QString &text, const TextStyle &style) const {
    const std::optional<Glyphs::Fit> fit = glyphs(style).measure(text, 0);
    return fit ? fit->width : metrics(style).horizontalAdvance(text);
}

QString Fonts::elided(const QString &text, const TextStyle &style, double room) const {
    static const QString ellipsis(QChar(0x2026));
    const double cutRoom = room - width(ellipsis, style);
    if (const std::optional<Glyphs::Fit> fit = glyphs(style).measure(text, cutRoom)) {
        return fit->width <= room ? text : cutRoom < 0 ? QString() : text.left(fit->characters) + ellipsis;
    }
    const QString cut = metrics(style).elidedText(text, Qt::ElideRight, room);
    return metrics(style).horizontalAdvance(cut) <= room ? cut : QString();
}

} // namespace timeline
