// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/signs/measures.h"

#include "text/faces.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QScreen>
#include <QWidget>
#include <algorithm>
#include <cmath>

namespace timeloom {

namespace {

constexpr double base = 13; // pixels

} // namespace

double textScale() {
    return std::max(1.0, QFontInfo(QApplication::font()).pixelSize() / base);
}

int px(double atBase) {
    return static_cast<int>(std::lround(atBase * textScale()));
}

QFont textFont(double size, int weight) {
    QFont font = QApplication::font();
    font.setPixelSize(px(size));
    font.setWeight(static_cast<QFont::Weight>(weight));
    return font;
}

void useOwnFonts() {
    QString family;
    for (const timeline::Face &face : timeline::faces()) {
        if (face.family() == QLatin1String("Timeloom Sans")) {
            const int id = QFontDatabase::addApplicationFontFromData(face.bytes());
            family =
                id >= 0 && family.isEmpty() ? QFontDatabase::applicationFontFamilies(id).value(0) : family;
        }
    }
    QFont font = QApplication::font();
    // The system's size, but none that is smaller than can be read well.
    const double pixels = std::max(base, static_cast<double>(QFontInfo(font).pixelSize()));
    font.setPointSizeF(pixels * 72 / QGuiApplication::primaryScreen()->logicalDotsPerInchY());
    if (!family.isEmpty()) {
        font.setFamily(family);
    }
    font.setHintingPreference(QFont::PreferNoHinting);
    QApplication::setFont(font);
}

void nameButton(QWidget *button, const QString &name) {
    button->setAccessibleName(name);
    button->setToolTip(name);
}

} // namespace timeloom
