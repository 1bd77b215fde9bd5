// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shell/appearance.h"

#include "app/shell/style.h"
#include "app/signs/measures.h"
#include "paint/tokens.h"
#include "widgets/view/viewport_animator.h"

#include <QActionGroup>
#include <QApplication>
#include <QMenu>
#include <QPalette>
#include <QSettings>
#include <QStyle>
#include <QToolTip>

namespace timeloom {

using namespace timeline;

namespace {

QString settingsKey() {
    return QStringLiteral("appearance");
}

Appearance savedAppearance() {
    return static_cast<Appearance>(std::clamp(QSettings().value(settingsKey()).toInt(), 0, 2));
}

/// What the system has, looked at before ours is set.
const QPalette &paletteOfSystem() {
    static const QPalette palette = QApplication::palette();
    return palette;
}

/// One of high contrast is taken as it is: black and white are there on purpose.
bool isOfHighContrast(const QPalette &palette) {
    constexpr double blackAndWhite = 20.9;
    const QColor window = palette.color(QPalette::Window);
    return contrast(window, palette.color(QPalette::WindowText)) > blackAndWhite &&
           window == palette.color(QPalette::Base) && window == palette.color(QPalette::Button);
}

QPalette paletteOf(const Tokens &tokens) {
    QPalette palette(tokens.surface);
    const auto set = [&palette](const QColor &color, std::initializer_list<QPalette::ColorRole> roles) {
        for (const QPalette::ColorRole role : roles) {
            palette.setColor(QPalette::All, role, color);
        }
    };
    set(tokens.surface, {QPalette::Window, QPalette::Button});
    set(tokens.raised, {QPalette::Base, QPalette::ToolTipBase});
    set(tokens.canvas2, {QPalette::AlternateBase});
    set(tokens.ink, {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText,
                     QPalette::BrightText, QPalette::HighlightedText});
    set(tokens.accentSoft, {QPalette::Highlight});
    set(tokens.accent, {QPalette::Link, QPalette::LinkVisited});
    set(tokens.ink3, {QPalette::PlaceholderText});
    set(tokens.raised, {QPalette::Light, QPalette::Midlight});
    set(tokens.line, {QPalette::Mid, QPalette::Dark});
    set(tokens.control, {QPalette::Shadow});
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, tokens.ink3);
    }
    return palette;
}

QString motionKey() {
    return QStringLiteral("lessMotion");
}

void apply(Appearance appearance) {
    const QPalette &system = paletteOfSystem();
    const bool isDark = appearance == Appearance::Dark || (appearance == Appearance::System &&
                                                           luminance(system.color(QPalette::Window)) <
                                                               luminance(system.color(QPalette::WindowText)));
    const bool isAsItIs = appearance == Appearance::System && isOfHighContrast(system);
    QApplication::setPalette(isAsItIs ? system : paletteOf(isDark ? Tokens::night() : Tokens::light()));
    QToolTip::setPalette(QApplication::palette());
}

} // namespace

void applySavedAppearance() {
    static_cast<void>(paletteOfSystem());
    useOwnFonts();
    QApplication::setStyle(new Style);
    apply(savedAppearance());
    ViewportAnimator::setMotion(!QSettings().value(motionKey()).toBool());
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
    choices->addSeparator();
    QAction *less = choices->addAction(QCoreApplication::translate("Appearance", "Less &motion"));
    less->setCheckable(true);
    less->setChecked(QSettings().value(motionKey()).toBool());
    QObject::connect(less, &QAction::triggered, choices, [](bool isLess) {
        QSettings().setValue(motionKey(), isLess);
        ViewportAnimator::setMotion(!isLess);
    });
}

} // namespace timeloom
