// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/fonts.h"

#include <QFontDatabase>

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

QFont makeFont(int pixelSize, QFont::Weight weight) {
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(pixelSize);
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::StyleStrategy(QFont::PreferAntialias | QFont::NoSubpixelAntialias));
    return font;
}

QFont fontOf(TextRole role) {
    switch (role) {
    case TextRole::Label:
        return makeFont(13, QFont::Normal);
    case TextRole::LaneTitle:
        return makeFont(13, QFont::DemiBold);
    case TextRole::Tick:
        return makeFont(12, QFont::Normal);
    case TextRole::Context:
        return makeFont(12, QFont::DemiBold);
    case TextRole::Era:
        return makeFont(12, QFont::Medium);
    case TextRole::Count:
        return makeFont(11, QFont::DemiBold);
    case TextRole::Note:
        return makeFont(11, QFont::Medium);
    case TextRole::Title:
        return makeFont(22, QFont::DemiBold);
    }
    return {};
}

} // namespace

Fonts::Fonts() {
    loadBundledFonts();
    for (std::size_t i = 0; i < roleCount; ++i) {
        m_fonts.push_back(fontOf(static_cast<TextRole>(i)));
        m_metrics.emplace_back(m_fonts.back());
        m_glyphs.emplace_back(m_fonts.back());
    }
}

double Fonts::width(const QString &text, TextRole role) const {
    const std::optional<Glyphs::Fit> fit = glyphs(role).measure(text, 0);
    return fit ? fit->width : metrics(role).horizontalAdvance(text);
}

QString Fonts::elided(const QString &text, TextRole role, double room) const {
    static const QString ellipsis(QChar(0x2026));
    const double cutRoom = room - width(ellipsis, role);
    if (const std::optional<Glyphs::Fit> fit = glyphs(role).measure(text, cutRoom)) {
        return fit->width <= room ? text : cutRoom < 0 ? QString() : text.left(fit->characters) + ellipsis;
    }
    const QString cut = metrics(role).elidedText(text, Qt::ElideRight, room);
    return metrics(role).horizontalAdvance(cut) <= room ? cut : QString();
}

double Fonts::baselineOffset(TextRole role) const {
    return metrics(role).capHeight() / 2;
}

} // namespace timeline
