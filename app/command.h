// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace timeloom {

/// What a command answers to the shell.
enum ExitCode { Fine = 0, FindingsInData = 1, Usage = 2, FileTrouble = 3 };

/// The subcommands, one file each (command_date.cpp …). `arguments` are those after the command's name.
/// Results go to standard output, messages to standard error. None needs a display.
int runBench(const QStringList &arguments); ///< needs a QApplication
int runDate(const QStringList &arguments);
int runCheck(const QStringList &arguments);
int runInfo(const QStringList &arguments);
int runRender(const QStringList &arguments);
int runSet(const QStringList &arguments);

/// --help, --version, and whatever else begins with a dash and stands where a command should.
int runOption(const QString &option);

/// The window, with the file named in `arguments` or the bundled story. Needs a QApplication.
int runWindow(const QStringList &arguments);

} // namespace timeloom
