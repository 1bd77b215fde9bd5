// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/read/reader.h"
#include "paint/picture.h"
#include "test_paths.h"
#include "time/edtf.h"

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

/// A column with the name of a document, and one with the options of its picture.
inline void addPictures() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<timeline::PictureOptions>("options");
    const auto add = [](const char *tag, const QByteArray &name, QSizeF size,
                        const std::function<void(timeline::PictureOptions &)> &change) {
        timeline::PictureOptions options;
        options.size = size;
        change(options);
        QTest::newRow(tag) << name << options;
    };
    const auto asIs = [](timeline::PictureOptions &) {};
    const auto dark = [](timeline::PictureOptions &options) { options.dark = true; };
    const auto instantOf = [](const char *date) {
        return std::get<timeline::ParsedDate>(timeline::parseDate(date)).span.begin;
    };
    add("story", "story", {900, 500}, asIs);
    add("story-dark", "story", {900, 500}, dark);
    add("story-linear", "story", {900, 500},
        [](timeline::PictureOptions &options) { options.layout.folded = false; });
    add("story-january", "story", {800, 450}, [&](timeline::PictureOptions &options) {
        options.from = instantOf("2025-01-15");
        options.to = instantOf("2025-02-05");
    });
    add("story-links", "story", {700, 380}, [&](timeline::PictureOptions &options) {
        options.from = instantOf("2024-04-01");
        options.linked = {*document("story")->findEvent(QStringLiteral("r1"))};
    });
    add("story-small-status", "story", {600, 300}, [](timeline::PictureOptions &options) {
        options.dark = true;
        options.layout.grouping = timeline::LaneGrouping::Status;
    });
    const auto byStatus = [](timeline::PictureOptions &options) {
        options.layout.grouping = timeline::LaneGrouping::Status;
    };
    add("looks", "looks", {900, 600}, byStatus);
    add("looks-dark", "looks", {900, 600}, [&](timeline::PictureOptions &options) {
        byStatus(options);
        options.dark = true;
    });
    const auto page = [](timeline::PictureOptions &options) { options.page = timeline::PageLayout::Auto; };
    add("page", "story", {1200, 720}, page);
    add("page-dark", "looks", {1200, 560}, [&](timeline::PictureOptions &options) {
        page(options);
        options.dark = true;
    });
    add("page-list", "story", {600, 380}, page);
    add("one", "one", {600, 300}, asIs);
    add("none", "none", {600, 300}, asIs);
    add("crowd", "crowd", {700, 400}, asIs);
    add("deep", "deep", {800, 400}, asIs);
    add("deep-linear", "deep", {800, 400},
        [](timeline::PictureOptions &options) { options.layout.folded = false; });
}
