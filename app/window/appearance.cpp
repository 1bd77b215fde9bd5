// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/appearance.h"

#include <QActionGroup>
#include <QApplication>
#include <QMenu>
#include <QPalette>
#include <QSettings>
#include <QStyle>
#include <QToolTip>

namespace timeloom {

namespace {

QString settingsKey() {
    return QStringLiteral("appearance");
}

Appearance savedAppearance() {
    return static_cast<Appearance>(std::clamp(QSettings().value(settingsKey()).toInt(), 0, 2));
}

QPalette darkPalette() {
    const QColor window(0x20242B);
    const QColor base(0x171A1F);
    const QColor text(0xE8EBF0);
    const QColor faded(0x7C8696);
    QPalette palette(window);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                                           QPalette::ToolTipText, QPalette::BrightText}) {
        palette.setColor(role, text);
        palette.setColor(QPalette::Disabled, role, faded);
    }
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, QColor(0x1C2027));
    palette.setColor(QPalette::Button, QColor(0x2A2F38));
    palette.setColor(QPalette::ToolTipBase, QColor(0x2A2F38));
    palette.setColor(QPalette::PlaceholderText, faded);
    palette.setColor(QPalette::Highlight, QColor(0x2F6FB8));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0x7DB8FF));
    palette.setColor(QPalette::LinkVisited, QColor(0xB9A5FF));
    return palette;
}

QPalette lightPalette() {
    QPalette palette(QColor(0xEFF0F2));
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::Highlight, QColor(0x1A6FD4));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    return palette;
}

void apply(Appearance appearance) {
    // An empty palette gives the system's own back, and with it what the system changes later.
    const QPalette palette = appearance == Appearance::Dark    ? darkPalette()
                             : appearance == Appearance::Light ? lightPalette()
                                                               : QPalette();
    QApplication::setPalette(palette);
    QToolTip::setPalette(QApplication::palette());
}

} // namespace

void applySavedAppearance() {
    if (savedAppearance() != Appearance::System) {
        apply(savedAppearance());
    }
}

void addAppearanceMenu(QMenu *menu) {
    QMenu *choices = menu->addMenu(QCoreApplication::translate("Appearance", "&Appearance"));
    auto *group = new QActionGroup(choices);
    const std::pair<Appearance, const char *> all[] = {
        {Appearance::System, QT_TRANSLATE_NOOP("Appearance", "As the &system")},
        {Appearance::Light, QT_TRANSLATE_NOOP("Appearance", "&Light")},
        {Appearance::Dark, QT_TRANSLATE_NOOP("Appearance", "&Dark")},
    };
    for (const auto &[appearance, name] : all) {
        QAction *action = choices->addAction(QCoreApplication::translate("Appearance", name));
        action->setCheckable(true);
        action->setChecked(appearance == savedAppearance());
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, choices, [chosen = appearance] {
            QSettings().setValue(settingsKey(), static_cast<int>(chosen));
            apply(chosen);
        });
    }
}

} // namespace timeloom
