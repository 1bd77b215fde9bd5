// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command.h"

#include <QCoreApplication>

int main(int argc, char *argv[]) {
    const QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments().mid(1);
    const QString command = arguments.isEmpty() ? QString() : arguments.takeFirst();
    if (command == QLatin1String("date")) {
        return timeloom::runDate(arguments);
    }
    if (command == QLatin1String("check")) {
        return timeloom::runCheck(arguments);
    }
    if (command == QLatin1String("info")) {
        return timeloom::runInfo(arguments);
    }
    return timeloom::Usage;
}
