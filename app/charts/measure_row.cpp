// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/charts/measure_row.h"

#include "app/charts/series_row.h"
#include "document/bytes/visible_text.h"
#include "widgets/workspace/event_model.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace timeloom {

using namespace timeline;

namespace {

constexpr double dotSize = 4.5; // its radius
constexpr double barReach = 4;  // of the ends of a range, on either side
constexpr double nearby = 12;   // pixels beside a point in which it is meant
constexpr double longestLabel = 180;
constexpr int mostLabels = 200;

QString noteOf(const MeasureGroup &group) {
    QString note = group.unit.isEmpty() ? MeasureRow::tr("measures") : group.unit;
    if (group.isLogarithmic()) {
        note = MeasureRow::tr("%1, logarithmic").arg(note);
    }
    return group.leftOut == 0
               ? note
               : MeasureRow::tr("%1, %Ln more not shown", nullptr, static_cast<int>(group.leftOut)).arg(note);
}

} // namespace

MeasureRow::MeasureRow(ChartGround &ground, MeasureGroup group)
    : ChartRow(ground, group.name, noteOf(group)), m_group(std::move(group)) {
    setAccessibleDescription(tr("Figures of %Ln events", nullptr, static_cast<int>(m_group.points.size())));
}

void MeasureRow::follow() {
    const auto [lowest, highest] = m_group.extremes();
    setScale(m_group.isLogarithmic() ? ValueScale::logarithmicOver(lowest, highest)
                                     : ValueScale::over(lowest, highest, mostSteps()));
}

bool MeasureRow::isShown(const MeasureGroup::Point &point) const {
    return ground().workspace().events()->rowOf(point.event).has_value();
}

QString MeasureRow::valueText(const MeasureGroup::Point &point) const {
    const QString value = point.max != point.value
                              ? tr("%1 to %2").arg(numberText(point.value), numberText(point.max))
                              : numberText(point.value);
    return point.isApproximate ? tr("about %1").arg(value) : value;
}

void MeasureRow::paintPlot(QPainter &painter, const ScenePanel &panel) {
    const Tokens &tokens = ground().tokens();
    const Document &document = *ground().workspace().document();
    struct Seen {
        const MeasureGroup::Point *point;
        QRectF mark;
    };
    std::vector<Seen> seen;
    for (const MeasureGroup::Point &point : m_group.points) {
        const double x = panel.at(point.at);
        if (x >= panel.rect.left() - dotSize && x <= panel.rect.right() + dotSize && isShown(point)) {
            const double top = yOf(std::max(point.value, point.max), panel);
            const double bottom = yOf(std::min(point.value, point.max), panel);
            seen.push_back(
                {&point, QRectF(x - dotSize, top - dotSize, 2 * dotSize, bottom - top + 2 * dotSize)});
        }
    }
    const bool areMany = static_cast<int>(seen.size()) > mostLabels;
    painter.setRenderHint(QPainter::Antialiasing, !areMany);
    for (const Seen &one : seen) {
        const bool isSelected = ground().workspace().selection()->contains(one.point->event);
        const QColor color = isSelected ? tokens.accent : tokens.ink2;
        painter.setPen(QPen(color, 1.6));
        painter.setBrush(color);
        const QPointF top(one.mark.center().x(), one.mark.top() + dotSize);
        const QPointF bottom(top.x(), one.mark.bottom() - dotSize);
        if (areMany) { // so small that one sees where they crowd
            painter.fillRect(QRectF(top - QPointF(1.5, 1.5), bottom + QPointF(1.5, 1.5)), color);
        } else if (one.point->max == one.point->value) {
            painter.drawEllipse(top, dotSize, dotSize);
            if (isSelected) { // a shape says it, too
                painter.setBrush(Qt::NoBrush);
                painter.drawEllipse(top, dotSize + 3, dotSize + 3);
            }
        } else {
            painter.drawLine(top, bottom);
            painter.drawLine(top - QPointF(barReach, 0), top + QPointF(barReach, 0));
            painter.drawLine(bottom - QPointF(barReach, 0), bottom + QPointF(barReach, 0));
        }
    }
    if (areMany) {
        return;
    }
    painter.setFont(ground().font(12));
    painter.setPen(tokens.ink);
    const QFontMetricsF metrics(painter.font());
    std::vector<QRectF> taken;
    std::ranges::transform(seen, std::back_inserter(taken), &Seen::mark);
    for (const Seen &one : seen) {
        const QString title = visibleText(document.eventTitle(one.point->event));
        const QString text =
            tr("%1, %2", "an event, its figure")
                .arg(metrics.elidedText(title, Qt::ElideRight, longestLabel), valueText(*one.point));
        const QSizeF size(metrics.horizontalAdvance(text), metrics.height());
        const double top = one.mark.center().y() - size.height() / 2;
        for (const double left : {one.mark.right() + 4, one.mark.left() - 4 - size.width()}) {
            const QRectF label(QPointF(left, std::clamp(top, 0.0, std::max(0.0, height() - size.height()))),
                               size);
            const bool isFree =
                label.left() >= panel.rect.left() &&
                label.right() <= std::min<double>(panel.rect.right(), width()) &&
                std::ranges::none_of(taken, [&](const QRectF &other) { return other.intersects(label); });
            if (isFree) {
                painter.drawText(QPointF(label.left(), label.top() + metrics.ascent()), text);
                taken.push_back(label);
                break;
            }
        }
    }
}

const MeasureGroup::Point *MeasureRow::nearest(double x, const ScenePanel &panel) const {
    const MeasureGroup::Point *found = nullptr;
    double away = nearby;
    for (const MeasureGroup::Point &point : m_group.points) {
        const double distance = std::abs(panel.at(point.at) - x);
        if (distance <= away && isShown(point)) {
            away = distance;
            found = &point;
        }
    }
    return found;
}

std::optional<ChartRow::Reading> MeasureRow::readingAt(double x, const ScenePanel &panel) const {
    constexpr qsizetype longestTitle = 120; // characters
    const MeasureGroup::Point *found = nearest(x, panel);
    if (found == nullptr) {
        return std::nullopt;
    }
    const Document &document = *ground().workspace().document();
    return Reading{panel.at(found->at),
                   yOf(found->max, panel),
                   {tr("%1: %2").arg(pointDate(document.span(found->event)), valueText(*found)),
                    visibleText(document.eventTitle(found->event).left(longestTitle))}};
}

void MeasureRow::click(double x, const ScenePanel &panel) {
    if (const MeasureGroup::Point *found = nearest(x, panel)) {
        ground().workspace().selection()->select(found->event);
    }
}

std::optional<double> MeasureRow::readingBeside(double x, int direction, const ScenePanel &panel) const {
    std::optional<double> next;
    for (const MeasureGroup::Point &point : m_group.points) {
        const double at = panel.at(point.at);
        const double way = (at - x) * direction;
        const bool isSeen = at >= panel.rect.left() && at <= panel.rect.right();
        if (way > 0.5 && isSeen && isShown(point) && (!next || way < (*next - x) * direction)) {
            next = at;
        }
    }
    return next;
}

} // namespace timeloom
