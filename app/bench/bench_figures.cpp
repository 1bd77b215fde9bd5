// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/bench_figures.h"

#include <QJsonDocument>
#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace timeloom {

namespace {

constexpr std::array keys = {"events",     "file_bytes",     "open_ms",     "parse_ms",    "read_ms",
                             "open_ratio", "first_frame_ms", "zoom_ms_p50", "zoom_ms_p99", "pan_ms_p50",
                             "pan_ms_p99", "ink_ratio_p50",  "fill_ms",     "search_ms",   "sort_ms",
                             "save_ms",    "copy_ms",        "rss_bytes"};

/// Whole numbers as they are, others to the hundredth.
QString shown(double number) {
    return QString::number(number, 'f', number == std::floor(number) ? 0 : 2);
}

} // namespace

BenchFigures::BenchFigures() {
    for (const char *key : keys) {
        m_values.insert(QLatin1String(key), QJsonValue::Null);
    }
}

void BenchFigures::set(const char *key, std::optional<double> value) {
    Q_ASSERT(m_values.contains(QLatin1String(key)));
    if (value && std::isfinite(*value)) {
        m_values.insert(QLatin1String(key), *value);
    }
}

double BenchFigures::number(const char *key) const {
    return m_values.value(QLatin1String(key)).toDouble();
}

QString BenchFigures::toText() const {
    QString text;
    for (const char *key : keys) {
        const bool isNull = m_values.value(QLatin1String(key)).isNull();
        text += QString::fromLatin1(key).leftJustified(16) + (isNull ? u"-"_s : shown(number(key))) + u'\n';
    }
    return text;
}

QString BenchFigures::toJson() const {
    return QString::fromUtf8(QJsonDocument(m_values).toJson(QJsonDocument::Compact)) + u'\n';
}

QStringList BenchFigures::misses() const {
    QStringList lines;
    const QString plain = tr("missed: %1 is %2; expected at most %3");
    const auto expect = [&](const char *key, double most, const QString &sentence) {
        if (number(key) > most) { // a figure that is not there misses nothing
            lines << sentence.arg(QLatin1String(key), shown(number(key)), shown(most));
        }
    };
    constexpr double frame = 8; // milliseconds
    const double millions = std::max(1.0, number("events") / 1e6);
    expect("zoom_ms_p99", frame, plain);
    expect("pan_ms_p99", frame, plain);
    expect("ink_ratio_p50", 2, plain);
    expect("search_ms", 100 * millions, plain);
    expect("sort_ms", 1000 * millions, plain);
    // Of small files, opening is mostly making the window's parts, saving waiting for the disk twice, and the
    // memory that of the program itself.
    constexpr double largeFile = 100e6;
    if (number("file_bytes") > largeFile) {
        expect("open_ratio", 2.5, plain);
        expect("rss_bytes", number("file_bytes") + 64 * number("events"),
               tr("missed: %1 is %2; expected at most %3 (the file and 64 bytes an event)"));
        if (number("copy_ms") > 0) {
            expect("save_ms", 1.5 * number("copy_ms"),
                   tr("missed: %1 is %2; expected at most %3 (1.5 times copy_ms)"));
        }
    }
    return lines;
}

} // namespace timeloom
