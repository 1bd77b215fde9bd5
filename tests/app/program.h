// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

/// What the program itself answers, which stands beside the tests.
struct Answer {
    int code = -1; ///< as the shell has it: 128 and the signal's number where one has ended it
    QByteArray out, err;
};

/// A sanitizer needs more addresses than `ulimit -v` leaves.
inline bool isForSanitizers([[maybe_unused]] const char *script) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return !QByteArrayView(script).contains("ulimit -v");
#else
    return true;
#endif
}

/// Runs a script of the shell in a folder. In it `timeloom` is the program, as it runs without a display.
inline Answer shell(const QString &script, const QString &folder, const QStringList &environment = {}) {
    QProcess process;
    process.setWorkingDirectory(folder);
    // Nothing else of this process's, but what a sanitizer's preset sets.
    static const QRegularExpression ofSanitizers(QStringLiteral("^[A-Z]+SAN_OPTIONS="));
    process.setEnvironment(
        QStringList{QStringLiteral("PATH=%1:%2")
                        .arg(QCoreApplication::applicationDirPath(), qEnvironmentVariable("PATH")),
                    QStringLiteral("HOME=") + folder, QStringLiteral("XDG_RUNTIME_DIR=") + folder,
                    QStringLiteral("LC_ALL=C.UTF-8")} +
        QProcess::systemEnvironment().filter(ofSanitizers) + environment);
    process.start(QStringLiteral("sh"), {QStringLiteral("-c"), script});
    constexpr int longest = 60'000; // milliseconds: what hangs fails
    if (!process.waitForFinished(longest)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    const int code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return {code, process.readAllStandardOutput(), process.readAllStandardError()};
}
