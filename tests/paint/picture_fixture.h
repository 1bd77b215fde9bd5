// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/read/reader.h"
#include "paint/picture.h"
#include "test_paths.h"

#include <QFile>
#include <QProcess>
#include <QTest>

/// Pictures are drawn the same everywhere; no test of them opens a window.
inline const bool isOffscreen = qputenv("QT_QPA_PLATFORM", "offscreen");

inline std::shared_ptr<const timeline::Document> documentOf(const QByteArray &json) {
    return timeline::readDocument(json).document;
}

inline std::shared_ptr<const timeline::Document> documentIn(const QString &fileName) {
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? documentOf(file.readAll()) : nullptr;
}

/// The documents of the golden pictures, by name.
inline std::shared_ptr<const timeline::Document> document(const QByteArray &name) {
    if (name == "story") {
        return documentIn(QStringLiteral(RESOURCES "/deepseek.json"));
    }
    if (name == "looks" || name == "deep") {
        return documentIn(QStringLiteral(TEST_DATA "/%1.json").arg(QLatin1String(name)));
    }
    if (name == "one") {
        return documentOf("{\"title\": \"One event\", \"events\": [{\"title\": \"The only one\", \"date\": "
                          "\"2024-05-06\"}]}");
    }
    if (name == "crowd") {
        QByteArray json = "{\"title\": \"Three hundred events\", \"events\": [";
        for (int i = 0; i < 300; ++i) {
            // Crowded at the end: the square root spreads them so.
            const int day = static_cast<int>(3650 * (1 - std::sqrt(1 - i / 300.0)));
            json += (i > 0 ? ",{" : "{") + QByteArray("\"title\": \"Event ") + QByteArray::number(i) +
                    "\", \"date\": \"" +
                    QDate(2010, 1, 1).addDays(3650 - day).toString(Qt::ISODate).toLatin1() +
                    "\", \"category\": \"" + (i % 3 == 0 ? "Thirds" : "Others") +
                    "\", \"importance\": " + QByteArray::number((i * 37 % 101) / 100.0) + '}';
        }
        return documentOf(json + "]}");
    }
    return documentOf("{\"title\": \"No events\", \"events\": []}");
}

/// What a program prints, given standard input; nothing where it is missing or fails.
inline std::optional<QByteArray> outputOf(const QString &program, const QStringList &arguments,
                                          const QByteArray &input) {
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForStarted()) {
        return std::nullopt;
    }
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished() || process.exitCode() != 0) {
        return std::nullopt;
    }
    return process.readAllStandardOutput();
}
