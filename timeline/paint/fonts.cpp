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

Fonts::Fonts() : m_laidOut(roleCount) {
    loadBundledFonts();
    for (std::size_t i = 0; i < roleCount; ++i) {
        m_fonts.push_back(fontOf(static_cast<TextRole>(i)));
        m_metrics.emplace_back(m_fonts.back());
    }
}

double Fonts::width(const QString &text, TextRole role) const {
    return metrics(role).horizontalAdvance(text);
}

QString Fonts::elided(const QString &text, TextRole role, double width) const {
    const QString cut = metrics(role).elidedText(text, Qt::ElideRight, width);
    return metrics(role).horizontalAdvance(cut) <= width ? cut : QString();
}

const QStaticText &Fonts::laidOut(const QString &text, TextRole role) const {
    constexpr qsizetype mostKept = 4000;
    QHash<QString, QStaticText> &kept = m_laidOut[static_cast<std::size_t>(role)];
    const auto known = kept.constFind(text);
    if (known != kept.constEnd()) {
        return *known;
    }
    if (kept.size() >= mostKept) {
        kept.clear();
    }
    QStaticText laidOut(text);
    laidOut.setTextFormat(Qt::PlainText); // it would guess, and load what a title names
    laidOut.setPerformanceHint(QStaticText::AggressiveCaching);
    laidOut.prepare({}, font(role));
    return *kept.insert(text, laidOut);
}

double Fonts::baselineOffset(TextRole role) const {
    return metrics(role).capHeight() / 2;
}

} // namespace timeline
