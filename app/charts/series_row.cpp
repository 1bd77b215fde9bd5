// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/charts/series_row.h"

#include "time/calendar.h"
#include "time/edtf.h"
#include "time/ticks.h"

#include <QPainter>
#include <cmath>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

constexpr double nearby = 12;   // pixels beside a point in which it is meant
constexpr double dotRoom = 14;  // pixels a point has, where each has a dot
constexpr double dotSize = 2.5; // its radius
constexpr double leastShare = 0.0005;

QString noteOf(const QString &unit, std::size_t leftOut) {
    const QString name = unit.isEmpty() ? SeriesRow::tr("series") : unit;
    return leftOut == 0
               ? name
               : SeriesRow::tr("%1, %Ln points left out", nullptr, static_cast<int>(leftOut)).arg(name);
}

/// A year, month or day as EDTF; empty where a span is none.
QString asDate(const Span &span) {
    const CivilDate from = civilTime(span.begin).date;
    const Instant next[] = {startOfDay(CivilDate{from.year + 1, 1, 1}),
                            from.month == 12 ? startOfDay(CivilDate{from.year + 1, 1, 1})
                                             : startOfDay(CivilDate{from.year, from.month + 1, 1}),
                            plusMilliseconds(startOfDay(from), 86'400'000)};
    const QString parts[] = {u"%1"_s.arg(from.year, 4, 10, '0'_L1), u"-%1"_s.arg(from.month, 2, 10, '0'_L1),
                             u"-%1"_s.arg(from.day, 2, 10, '0'_L1)};
    const CivilDate begins[] = {{from.year, 1, 1}, {from.year, from.month, 1}, from};
    QString text;
    for (int i = 0; i < 3 && from.year >= 0 && from.year < 9999; ++i) {
        text += parts[i];
        if (span.begin == startOfDay(begins[i]) && span.end == next[i]) {
            return text;
        }
    }
    return {};
}

} // namespace

QString pointDate(const Span &span) {
    const bool isAbout = span.flags & DateFlag::Approximate;
    const bool isUncertain = span.flags & DateFlag::Uncertain;
    if (const QString date = asDate(span); !date.isEmpty()) {
        const QString mark = isAbout && isUncertain ? u"%"_s
                             : isAbout              ? u"~"_s
                             : isUncertain          ? u"?"_s
                                                    : QString();
        return describeDateBriefly((date + mark).toStdString());
    }
    const Span known = span.covered().value_or(span);
    const double length = std::max(1.0, millisecondsBetween(known.begin, known.end));
    const QString begin = instantName(known.begin, length);
    const QString end = instantName(plusMilliseconds(known.end, -1), length);
    return known.begin >= known.end || begin == end ? begin : SeriesRow::tr("%1 to %2").arg(begin, end);
}

SeriesRow::SeriesRow(ChartGround &ground, const QString &title, const QString &unit,
                     std::shared_ptr<const PointSeries> points)
    : ChartRow(ground, title, noteOf(unit, points->leftOut())), m_points(std::move(points)) {
    if (m_points->size() > 0) {
        setAccessibleDescription(
            tr("%Ln points from %1 to %2, between %3 and %4", nullptr, static_cast<int>(m_points->size()))
                .arg(pointDate((*m_points)[0].span), pointDate((*m_points)[m_points->size() - 1].span),
                     numberText(m_points->lowest()), numberText(m_points->highest())));
    }
}

void SeriesRow::follow() {
    setScale(ValueScale::over(m_points->lowest(), m_points->highest(), mostSteps()));
    m_lines = linesOf(*m_points, ground().panel(0, 1));
}

void SeriesRow::paintPlot(QPainter &painter, const ScenePanel &panel) {
    const Tokens &tokens = ground().tokens();
    // Lines that stand beside each other need no smooth edges, and these would take long.
    painter.setRenderHint(QPainter::Antialiasing, m_lines.arePointsSeen);
    for (const std::vector<QPointF> &line : m_lines.lines) {
        QPolygonF drawn;
        drawn.reserve(static_cast<qsizetype>(line.size()));
        for (const QPointF &at : line) {
            drawn.append({at.x(), yOf(at.y(), panel)});
        }
        painter.setPen(QPen(tokens.accent, m_lines.arePointsSeen ? 1.6 : 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(drawn);
        const double length = drawn.back().x() - drawn.front().x();
        if (m_lines.arePointsSeen &&
            (drawn.size() == 1 || length >= dotRoom * static_cast<double>(drawn.size() - 1))) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(tokens.accent);
            for (const QPointF &at : drawn) {
                painter.drawEllipse(at, dotSize, dotSize);
            }
        }
    }
    painter.setFont(ground().font(12));
    painter.setPen(tokens.ink2);
    const QString text = m_points->size() == 0 ? tr("no points") : tr("no data");
    const QFontMetricsF metrics(painter.font());
    const auto say = [&](double from, double to, double y) {
        const double left = std::max(from, panel.rect.left());
        const double right = std::min({to, panel.rect.right(), static_cast<double>(width())});
        const double wide = metrics.horizontalAdvance(text);
        if (right - left >= wide + 8) {
            painter.drawText(QPointF((left + right - wide) / 2, y + metrics.ascent() / 2), text);
        }
    };
    for (const SeriesLines::Gap &gap : m_lines.gaps) {
        say(gap.from, gap.to, yOf(gap.value, panel));
    }
    if (m_lines.lines.empty() && m_lines.gaps.empty()) {
        say(panel.rect.left(), panel.rect.right(), panel.rect.center().y());
    }
}

std::optional<ChartRow::Reading> SeriesRow::readingAt(double x, const ScenePanel &panel) const {
    const Instant instant = panel.scale.instant(panel.axisAt(x));
    const auto nearest = m_points->nearest(instant);
    if (!nearest) {
        return std::nullopt;
    }
    std::size_t meant = *nearest;
    const std::size_t next = m_points->firstAtOrAfter(instant);
    const bool isBeside = next == 0 || next == m_points->size() || m_points->isGapBefore(next);
    if (isBeside && std::abs(panel.at(m_points->at(meant)) - x) > nearby) {
        // The number of a year is that of each of its days.
        const auto covers = [&](std::size_t point) {
            return point < m_points->size() && (*m_points)[point].span.begin <= instant &&
                   instant < (*m_points)[point].span.end;
        };
        const bool isBefore = next > 0 && covers(next - 1);
        if (!isBefore && !covers(next)) {
            // As exact as what lies around: in a gutter no time passes at all.
            constexpr double around = 24; // pixels on either side
            const double length = millisecondsBetween(panel.scale.instant(panel.axisAt(x - around)),
                                                      panel.scale.instant(panel.axisAt(x + around)));
            return Reading{x,
                           std::nullopt,
                           {tr("%1: %2").arg(instantName(instant, std::max(1.0, length / (2 * around))),
                                             tr("no data"))}};
        }
        meant = isBefore ? next - 1 : next;
    }
    const double at = panel.at(m_points->at(meant));
    return Reading{at, yOf((*m_points)[meant].value, panel), linesAbout(meant)};
}

QStringList SeriesRow::linesAbout(std::size_t point) const {
    const double value = (*m_points)[point].value;
    QStringList lines{tr("%1: %2").arg(pointDate((*m_points)[point].span), numberText(value))};
    if (point == 0 || m_points->isGapBefore(point)) {
        return lines;
    }
    const double before = (*m_points)[point - 1].value;
    const double more = (value - before) / before;
    if (before > 0 && value >= 0 && std::abs(more) >= leastShare && std::isfinite(more)) {
        const QString share = numberText(std::round(std::abs(more) * 1000) / 10);
        const QString date = pointDate((*m_points)[point - 1].span);
        lines += more < 0 ? tr("%1 % less than %2", "a share, a date").arg(share, date)
                          : tr("%1 % more than %2", "a share, a date").arg(share, date);
    }
    return lines;
}

std::optional<double> SeriesRow::readingBeside(double x, int direction, const ScenePanel &panel) const {
    const auto now = m_points->nearest(panel.scale.instant(panel.axisAt(x)));
    if (!now) {
        return std::nullopt;
    }
    const double at = panel.at(m_points->at(*now));
    // From a place beside the points one goes to the nearest of that side.
    const bool isReached = direction < 0 ? at < x - 0.5 : at > x + 0.5;
    const bool isLast = direction < 0 ? *now == 0 : *now + 1 == m_points->size();
    if (!isReached && isLast) {
        return std::nullopt;
    }
    const std::size_t next = isReached ? *now : direction < 0 ? *now - 1 : *now + 1;
    const double found = panel.at(m_points->at(next));
    return found >= panel.rect.left() && found <= panel.rect.right() ? std::optional(found) : std::nullopt;
}

} // namespace timeloom
