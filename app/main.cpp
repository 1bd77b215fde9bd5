// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command.h"

#include <QApplication>
#include <cstring>
#include <memory>

namespace {

using namespace timeloom;

struct Command {
    const char *name;
    int (*run)(const QStringList &arguments);
    enum Needs { Nothing, Painter, Widgets } needs; ///< none needs a display
};

constexpr Command commands[] = {
    {"bench", runBench, Command::Widgets},   {"check", runCheck, Command::Nothing},
    {"date", runDate, Command::Nothing},     {"info", runInfo, Command::Nothing},
    {"render", runRender, Command::Painter}, {"set", runSet, Command::Nothing},
};

const Command *commandNamed(const char *name) {
    for (const Command &command : commands) {
        if (std::strcmp(command.name, name) == 0) {
            return &command;
        }
    }
    return nullptr;
}

} // namespace

int main(int argc, char *argv[]) {
    QCoreApplication::setOrganizationName(QStringLiteral("timeloom"));
    QCoreApplication::setApplicationName(QStringLiteral("timeloom"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TIMELOOM_VERSION));

    const Command *command = argc > 1 ? commandNamed(argv[1]) : nullptr;
    if (command == nullptr && argc > 1 && argv[1][0] == '-' && argv[1][1] != '\0') {
        const QCoreApplication application(argc, argv);
        return runOption(QCoreApplication::arguments().at(1));
    }
    if (command == nullptr) {
        QGuiApplication::setDesktopFileName(QStringLiteral("org.timeloom.Timeloom"));
        const QApplication application(argc, argv);
        return runWindow(QCoreApplication::arguments().mid(1));
    }
    // Pictures are drawn without a display even where there is one, so that they are the same everywhere.
    if (command->needs != Command::Nothing) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    const auto application = command->needs == Command::Widgets
                                 ? std::unique_ptr<QCoreApplication>(new QApplication(argc, argv))
                             : command->needs == Command::Painter
                                 ? std::unique_ptr<QCoreApplication>(new QGuiApplication(argc, argv))
                                 : std::make_unique<QCoreApplication>(argc, argv);
    return command->run(QCoreApplication::arguments().mid(2));
}
