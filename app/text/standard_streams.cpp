// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/standard_streams.h"

#include "document/bytes/file_name.h"

#include <QCoreApplication>
#include <cerrno>
#include <cstdio>

#ifdef Q_OS_UNIX
#include <csignal>
#include <fcntl.h>
#endif

namespace timeloom {

namespace {

[[noreturn]] void giveUp() {
    const int why = errno;
    const QString reason =
        why == EBADF ? QCoreApplication::translate("timeloom::StandardStreams", "standard output is closed")
                     : QCoreApplication::translate("timeloom::StandardStreams", "cannot write the output: %1")
                           .arg(qt_error_string(why));
    throw OutputLost(why == EPIPE ? std::string() : reason.toStdString());
}

} // namespace

void secureStandardStreams() {
#ifdef Q_OS_UNIX
    for (const int stream : {0, 1, 2}) {
        if (fcntl(stream, F_GETFD) < 0) {
            // open() takes the lowest number that is free. It can be used for nothing that this stream is
            // for.
            static_cast<void>(open("/dev/null", stream == 0 ? O_WRONLY : O_RDONLY));
        }
    }
    std::signal(SIGXFSZ, SIG_IGN);
#endif
}

void print(QByteArrayView bytes) {
    const auto size = static_cast<std::size_t>(bytes.size());
    if (std::fwrite(bytes.data(), 1, size, stdout) != size) {
        giveUp();
    }
}

void flushPrinted() {
    if (std::fflush(stdout) != 0) {
        giveUp();
    }
}

void tell(const QString &line) {
    flushPrinted();
    const QByteArray bytes = timeline::shownFileName(line).toUtf8() + '\n'; // whatever it tells of
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
}

void tellFindings(const timeline::ReadResult &read, const QString &fileName) {
    read.tellFindings([&fileName](const timeline::Finding &finding) { tell(toString(finding, fileName)); });
}

} // namespace timeloom
