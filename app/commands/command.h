// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace timeloom {

/// What a command answers to the shell.
enum ExitCode { Fine = 0, FindingsInData = 1, Usage = 2, FileTrouble = 3 };

/// The subcommands, one file each (command_date.cpp …). `arguments` are those after the command's name, read
/// by a CommandLine; results and messages go through app/standard_streams.h. None needs a display.
int runBench(const QStringList &arguments); ///< needs a QApplication
int runDate(const QStringList &arguments);
int runCheck(const QStringList &arguments);
int runInfo(const QStringList &arguments);
int runRender(const QStringList &arguments);
int runSet(const QStringList &arguments);

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

/// What is not for one of them: the window, with the file named in `arguments` or the bundled story; help and
/// the version. `argv` is main()'s, for Qt to take its own options from; there must be no application yet.
int runWindow(const QStringList &arguments, int argc, char *argv[]);

} // namespace timeloom
