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
    }
}

namespace {

/// Whether a character is as wide alone as in a text, but for kerning.
bool standsAlone(QChar c) {
    if (c.isSurrogate() || c.isMark() || c.category() == QChar::Other_Format) {
        return false;
    }
    switch (c.script()) {
    case QChar::Script_Common:
    case QChar::Script_Latin:
    case QChar::Script_Greek:
    case QChar::Script_Cyrillic:
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
        return true;
    default:
        return false;
    }
}

} // namespace

std::optional<Fonts::Sum> Fonts::sumOfAdvances(QStringView text, TextRole role, double limit) const {
    QHash<char16_t, double> &known = m_advances[static_cast<std::size_t>(role)];
    Sum sum;
    for (const QChar c : text) {
        auto advance = known.constFind(c.unicode());
        if (advance == known.constEnd()) {
            advance = known.insert(c.unicode(), standsAlone(c) ? metrics(role).horizontalAdvance(c) : -1);
        }
        if (*advance < 0) {
            return std::nullopt;
        }
        sum.width += *advance;
        sum.fitting += sum.width <= limit ? 1 : 0;
    }
    return sum;
}

double Fonts::width(const QString &text, TextRole role) const {
    // A sum costs a tenth of shaping. It leaves out kerning, which makes texts narrower.
    const std::optional<Sum> sum = sumOfAdvances(text, role, 0);
    return sum ? sum->width : metrics(role).horizontalAdvance(text);
}

QString Fonts::elided(const QString &text, TextRole role, double room) const {
    static const QString ellipsis(QChar(0x2026));
    const double cutRoom = room - width(ellipsis, role);
    if (const std::optional<Sum> sum = sumOfAdvances(text, role, cutRoom)) {
        return sum->width <= room ? text : cutRoom < 0 ? QString() : text.left(sum->fitting) + ellipsis;
    }
    const QString cut = metrics(role).elidedText(text, Qt::ElideRight, room);
    return metrics(role).horizontalAdvance(cut) <= room ? cut : QString();
}

double Fonts::baselineOffset(TextRole role) const {
    return metrics(role).capHeight() / 2;
}

} // namespace timeline
