// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/layout_fixture.h"
#include "time/ticks.h"

// An axis as one reads it, and what is false about it.

using namespace timeline;
using namespace Qt::StringLiterals;

inline constexpr double textGap = 5; // between a tick and its text

struct Read {
    AxisLabel label;
    bool isContext = false;
};

/// The dates of both tiers, as one reads them from left to right; at one place the outer tier first.
inline std::vector<Read> readingOf(const ScenePanel &panel) {
    std::vector<Read> labels;
    for (const AxisLabel &label : panel.contextLabels) {
        labels.push_back({label, true});
    }
    for (const AxisLabel &label : panel.tickLabels) {
        labels.push_back({label, false});
    }
    std::ranges::stable_sort(labels, {}, [](const Read &read) { return read.label.x; });
    return labels;
}

inline bool saysAll(const AxisLabel &label) {
    return label.text == tickName(label.instant, label.step, TickName::Full) ||
           label.text == tickNameAfter({}, label.instant, label.step);
}

inline bool isInBreak(const ScenePanel &panel, double at) {
    return std::ranges::any_of(panel.scaleMarks, [at](const ScaleMark &mark) {
        return mark.length > 0 && at > mark.at + 0.5 && at < mark.at + mark.length - 0.5;
    });
}

/// What is false about a label that stands by its own instant, or nothing.
inline QString falseAbout(const ScenePanel &panel, const Read &read) {
    const AxisLabel &label = read.label;
    const double tick = panel.at(label.instant);
    if (tickAtOrBefore(label.instant, label.step) != label.instant) {
        return u"is of no tick"_s;
    }
    const bool isRight = std::abs(label.x - tick - textGap) < 0.1;
    const bool isLast =
        std::ranges::none_of( // of several stretches: at the end there may be no room beside it
            panel.scaleMarks, [&](const ScaleMark &mark) {
                return mark.at > tick && mark.at + mark.length < panel.last() - 0.5;
            });
    const bool isLeft = isLast && std::abs(label.x + label.width + textGap - tick) < 0.1;
    const double stretchEnd = panel.at(tickAfter(label.instant, label.step));
    const bool isHeld = read.isContext && label.x >= tick + textGap - 0.1 &&
                        (label.x + label.width <= stretchEnd + 0.1 || // or reaches over the break after it
                         (saysAll(label) && label.x - textGap <= stretchEnd + 0.1));
    if (!isRight && !isLeft && !isHeld) {
        return u"stands %1 px beside its tick"_s.arg(label.x - tick);
    }
    return isInBreak(panel, isHeld ? label.x - textGap : tick) ? u"is of a time that is left out"_s
                                                               : QString();
}

/// Whether the head above a label tells the year that it leaves out.
inline bool isReadWithHead(const ScenePanel &panel, const AxisLabel &label) {
    const TickStep year{TickUnit::Year, 1, label.step.years};
    const TickStep month{TickUnit::Month, 1, label.step.years};
    const Instant begin = tickAtOrBefore(label.instant, year);
    const Instant second = tickAfter(begin, month);
    return std::ranges::any_of(panel.columns, [&](const SceneColumn &column) {
        return column.from <= label.x && label.x < column.to && column.head &&
               column.head->text.endsWith(tickName(begin, year, TickName::Full)) &&
               label.text ==
                   tickNameAfter(label.instant < second ? second : begin, label.instant, label.step);
    });
}

/// A label that cannot be read rightly with what stands left of it, or nothing.
inline QString misreadOf(const ScenePanel &panel) {
    std::optional<Read> known; // says all, or is read with one that does
    for (const Read &read : readingOf(panel)) {
        const AxisLabel &label = read.label;
        if (const QString wrong = falseAbout(panel, read); !wrong.isEmpty()) {
            return label.text + u' ' + wrong;
        }
        const std::optional<TickStep> context = contextStep(label.step);
        const bool isWhole = saysAll(label) || !context || isReadWithHead(panel, label);
        if (!isWhole && !known) {
            return label.text + u" comes first"_s;
        }
        if (!isWhole) {
            const QString meant = tickNameAfter(known->label.instant, label.instant, label.step);
            const bool isUnder =
                tickAtOrBefore(known->label.instant, *context) == tickAtOrBefore(label.instant, *context);
            const bool isShort = label.text == tickName(label.instant, label.step, TickName::Short);
            if (label.text != meant && !(isUnder && isShort)) {
                return u"%1 after %2 means %3"_s.arg(label.text, known->label.text, meant);
            }
            const double between = panel.at(label.instant);
            for (const ScaleMark &mark : panel.scaleMarks) {
                if (mark.length > 0 && mark.at > known->label.x && mark.at + mark.length <= between + 1) {
                    return u"%1 says too little after a break"_s.arg(label.text);
                }
            }
        }
        known = read;
    }
    return {};
}

/// The longest part of the axis without a date and without a break, in pixels.
inline double longestSilence(const ScenePanel &panel) {
    std::vector<std::pair<double, double>> told = {{panel.first(), panel.first()},
                                                   {panel.last(), panel.last()}};
    for (const Read &read : readingOf(panel)) {
        told.emplace_back(read.label.x, read.label.x + read.label.width);
    }
    for (const ScaleMark &mark : panel.scaleMarks) {
        told.emplace_back(mark.at, mark.at + mark.length);
    }
    std::ranges::sort(told);
    double end = panel.first();
    double longest = 0;
    for (const auto &[from, to] : told) {
        longest = std::max(longest, from - end);
        end = std::max(end, to);
    }
    return longest;
}

/// Between two breaks a place that has room for a date, but none that says all; or nothing.
inline QString undatedPlaceOf(const ScenePanel &panel) {
    constexpr double room = 190; // pixels: of the longest date that this test has
    std::vector<std::pair<double, double>> places;
    double from = panel.first();
    for (const ScaleMark &mark : panel.scaleMarks) {
        if (mark.length > 0) {
            places.emplace_back(from, mark.at);
            from = mark.at + mark.length;
        }
    }
    places.emplace_back(from, panel.last());
    const std::vector<Read> labels = readingOf(panel);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto [begin, end] = places[i];
        const double last = i + 1 < places.size() ? places[i + 1].first : end; // names may reach over a break
        const bool isDated = std::ranges::any_of(labels, [&, first = begin, until = end](const Read &read) {
            const double tick = panel.at(read.label.instant);
            return saysAll(read.label) && ((tick >= first - 0.1 && tick < until + 0.1) ||
                                           (read.isContext && read.label.x >= first && read.label.x < until));
        });
        const bool isHeaded =
            std::ranges::any_of(panel.columns, [first = begin, until = end](const SceneColumn &column) {
                return column.head && column.head->x >= first && column.head->x < until;
            });
        if (!isDated && !isHeaded && last - begin > room) {
            return u"%1 to %2"_s.arg(begin).arg(end);
        }
    }
    return {};
}

inline QByteArray randomFile(QRandomGenerator &random) {
    const auto number = [&random](int from, int to) { return QByteArray::number(random.bounded(from, to)); };
    const auto two = [&](int from, int to) { return number(from, to).rightJustified(2, '0'); };
    const int span = random.bounded(6);
    QByteArray json = "{\"eras\": [{\"title\": \"Era\", \"date\": \"" + number(1000, 1500) + '/' +
                      number(1500, 2200) + "\"}], \"events\": [";
    const int events = random.bounded(1, 14);
    for (int i = 0; i < events; ++i) {
        QByteArray date;
        switch (random.bounded(span + 1)) {
        case 0:
            date = number(1990, 2030) + '-' + two(1, 13) + '-' + two(1, 29);
            break;
        case 1:
            date = number(1000, 2030);
            break;
        case 2:
            date = number(1895, 1905) + '-' + two(1, 13) + '-' + two(1, 29) + "T1" + number(0, 10) + ":" +
                   two(0, 60) + ":" + two(0, 60) + '.' + number(100, 999);
            break;
        case 3:
            date = "-" + number(1, 9999).rightJustified(4, '0');
            break;
        case 4:
            date = "Y-" + number(10000, 90000);
            break;
        default:
            date = "Y-" + number(100000, 2000000000);
        }
        json += (i > 0 ? ", " : "") + QByteArray("{\"title\": \"x\", \"date\": \"") + date + "\"}";
    }
    return json + "]}";
}
