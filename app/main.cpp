// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/command.h"
#include "app/files/file_address.h"
#include "app/text/standard_streams.h"

#include "document/bytes/file_name.h"

#include <QApplication>
#include <algorithm>
#include <cstdio>
#include <exception>
#include <memory>
#include <new>
#include <string>

namespace {

using namespace timeloom;

/// Not those of QCoreApplication, which takes its own out of them, behind a -- too, and loses bytes that are
/// no UTF-8.
QStringList argumentsOf(int argc, char *argv[]) {
    QStringList arguments;
#ifdef Q_OS_UNIX
    for (int i = 1; i < argc; ++i) {
        arguments += timeline::fileNameFromBytes(argv[i]);
    }
#else
    const QCoreApplication application(argc, argv); // knows how the system hands them over
    arguments = QCoreApplication::arguments().mid(1);
#endif
    return arguments;
}

/// What Qt has to say of its own work is no message of ours. A command says itself what fails.
void leaveOutWarnings(QtMsgType type, const QMessageLogContext &context, const QString &message) {
    if (type == QtCriticalMsg || type == QtFatalMsg) {
        QtMessageHandler shownAsAlways = qInstallMessageHandler(nullptr);
        qt_message_output(type, context, message);
        qInstallMessageHandler(shownAsAlways);
    }
}

int runCommand(const Command &command, const QStringList &arguments, char *program) {
    // Pictures are drawn without a display even where there is one, so that they are the same everywhere.
    if (command.needs != Command::Nothing) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    int count = 1;
    char *name[] = {program, nullptr};
    const auto application = command.needs == Command::Widgets
                                 ? std::unique_ptr<QCoreApplication>(new QApplication(count, name))
                             : command.needs == Command::Painter
                                 ? std::unique_ptr<QCoreApplication>(new QGuiApplication(count, name))
                                 : std::make_unique<QCoreApplication>(count, name);
    return command.run(arguments);
}

/// File managers and browsers hand over addresses.
int runWindowWith(QStringList arguments, int argc, char *argv[]) {
    std::ranges::transform(arguments, arguments.begin(), fileNameFromArgument);
    return runWindow(arguments, argc, argv);
}

int run(int argc, char *argv[]) {
    if (!qEnvironmentVariableIsSet("QT_LOGGING_RULES")) {
        qInstallMessageHandler(leaveOutWarnings);
    }
    const QStringList arguments = argumentsOf(argc, argv);
    const auto *command = std::ranges::find_if(commands, [&arguments](const Command &known) {
        return arguments.value(0) == QLatin1StringView(known.name);
    });
    const int code = command != std::end(commands) ? runCommand(*command, arguments.mid(1), argv[0])
                                                   : runWindowWith(arguments, argc, argv);
    flushPrinted();
    return code;
}

} // namespace

int main(int argc, char *argv[]) {
    secureStandardStreams();
    QCoreApplication::setOrganizationName(QStringLiteral("timeloom"));
    QCoreApplication::setApplicationName(QStringLiteral("timeloom"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TIMELOOM_VERSION));
    std::string trouble;
    try {
        return run(argc, argv);
    } catch (const OutputLost &lost) {
        trouble = lost.what();
    } catch (const std::bad_alloc &) {
        trouble = "there is not enough memory";
    } catch (const std::exception &error) {
        trouble = error.what();
    }
    if (!trouble.empty()) {
        std::fprintf(stderr, "timeloom: %s\n", trouble.c_str());
    }
    return FileTrouble;
}
