// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QCoreApplication>
#include <QTranslator>

namespace {

/// The English forms of what is counted, "1 day" and "2 days", in every program and test from its start.
void installEnglish() {
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(QStringLiteral(":/timeloom/translations/timeloom_en.qm"))) {
        QCoreApplication::installTranslator(translator);
    }
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(installEnglish)
