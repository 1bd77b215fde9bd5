// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/read/reader.h"

#include <QByteArrayView>
#include <stdexcept>

namespace timeloom {

/// Standard output does not take what is printed; the message says why, and is empty where a reader has
/// merely closed its end. Thrown, so that no command goes on with work of which nobody sees the result.
class OutputLost : public std::runtime_error {
    using runtime_error::runtime_error;
};

/// To be called first of all. A standard stream that is closed stays closed, instead of becoming the next
/// file that is opened; and a file that becomes too large is told by what writes it.
void secureStandardStreams();

/// Results, to standard output. May throw OutputLost.
void print(QByteArrayView bytes);
inline void print(QStringView text) {
    print(QByteArrayView(text.toUtf8()));
}
/// Sees to it that what was printed has gone out. May throw OutputLost.
void flushPrinted();

/// A line of messages, to standard error, after what has been printed.
void tell(const QString &line);
void tellFindings(const timeline::ReadResult &read, const QString &fileName);

} // namespace timeloom
