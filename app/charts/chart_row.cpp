// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/charts/chart_row.h"

#include "document/bytes/visible_text.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QPainter>
#include <QPainterPath>
#include <cmath>

namespace timeloom {

using namespace timeline;

namespace {

constexpr double topMargin = 8;
constexpr double bottomMargin = 8;
constexpr double sideMargin = 16;
constexpr double narrowHeadings = 100; // in which no name has room
constexpr double pixelsPerStep = 30;
constexpr qsizetype longestName = 150; // characters; more has no room anyway
constexpr double namesShare = 0.6;     // of a plot, where its name stands in it

/// A text with a seam in the colour of the ground, so that it can be read over lines and bars.
void drawWithSeam(QPainter &painter, QPointF leftTop, const QString &text, const QColor &ground,
                  const QColor &ink) {
    const QPointF baseline(leftTop.x(), leftTop.y() + QFontMetricsF(painter.font()).ascent());
    QPainterPath path;
    path.addText(baseline, painter.font(), text);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.strokePath(path, QPen(ground, 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.restore();
    painter.setPen(ink);
    painter.drawText(baseline, text);
}

} // namespace

ChartRow::ChartRow(ChartGround &ground, const QString &title, const QString &note)
    : m_ground(ground), m_title(visibleText(title.left(longestName))),
      m_note(visibleText(note.left(longestName))) {
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(m_title);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    chart()->legend()->hide();
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setBackgroundRoundness(0);
    chart()->setDropShadowEnabled(false);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->addAxis(&m_values, Qt::AlignLeft);
    m_values.setTickType(QValueAxis::TicksDynamic);
    m_values.setLineVisible(false);
    m_values.setLabelsVisible(false); // they stand in the plot: the room beside it is the headings'
    connect(&ground, &ChartGround::changed, this, &ChartRow::refresh);
    connect(&ground, &ChartGround::marksChanged, this, [this] { viewport()->update(); });
    applyTheme();
}

ChartRow::~ChartRow() {
    chart()->removeAxis(&m_values); // a member: the chart must not delete it
}

/// Its name in two lines, and its unit.
QSize ChartRow::minimumSizeHint() const {
    constexpr double lines = 3.7;
    const QFontMetricsF metrics(m_ground.font(13));
    return {160, static_cast<int>(std::ceil(topMargin + lines * metrics.height()))};
}

void ChartRow::applyTheme() {
    const Tokens &tokens = m_ground.tokens();
    chart()->setBackgroundBrush(tokens.canvas);
    chart()->setBackgroundPen(Qt::NoPen);
    setBackgroundBrush(tokens.canvas);
    m_values.setGridLineColor(tokens.grid);
    updateGeometry();
    refresh();
}

/// Brings the row to the workspace's viewport.
void ChartRow::refresh() {
    if (!isVisible() || m_isRefreshing) {
        return;
    }
    m_isRefreshing = true;
    follow();
    if (chart()->plotArea() != plotArea()) {
        chart()->setPlotArea(plotArea());
        chart()->layout()->invalidate(); // the grid would stay as large as it was
        chart()->layout()->activate();
    }
    viewport()->update();
    m_isRefreshing = false;
}

QRectF ChartRow::plotArea() const {
    return panel().rect;
}

ScenePanel ChartRow::panel() const {
    // Where a name has no column it stands above the plot.
    const double top = isNarrow() ? QFontMetricsF(m_ground.font(13)).height() + topMargin : topMargin;
    return m_ground.panel(top, std::max(10.0, height() - top - bottomMargin));
}

bool ChartRow::isNarrow() const {
    return m_ground.plotLeft() < narrowHeadings;
}

int ChartRow::mostSteps() const {
    return std::max(1, static_cast<int>(panel().rect.height() / pixelsPerStep));
}

void ChartRow::setScale(const ValueScale &scale) {
    m_scale = scale;
    // Qt has only to draw lines: what a double hardly holds is too much for it.
    const std::vector<double> values = scale.roundValues();
    const double first = values.empty() ? 0 : scale.part(values.front());
    const double step = values.size() < 2 ? 2 : scale.part(values[1]) - first;
    m_values.setTickAnchor(first);
    m_values.setTickInterval(step);
    m_values.setRange(0, 1);
}

double ChartRow::yOf(double value, const ScenePanel &panel) const {
    return panel.rect.bottom() - m_scale.part(value) * panel.rect.height();
}

std::optional<ChartRow::Reading> ChartRow::readingAt(double /*x*/, const ScenePanel & /*panel*/) const {
    return std::nullopt;
}

QString ChartRow::toolTipAt(QPointF /*at*/, const ScenePanel & /*panel*/) const {
    return {};
}

std::optional<double> ChartRow::readingBeside(double /*x*/, int /*direction*/,
                                              const ScenePanel & /*panel*/) const {
    return std::nullopt;
}

void ChartRow::drawForeground(QPainter *painter, const QRectF & /*rect*/) {
    const ScenePanel here = panel();
    painter->save();
    painter->setClipRect(QRectF(here.rect.left(), 0, here.rect.width(), height()));
    paintGrid(*painter, here);
    painter->setClipRect(here.rect.adjusted(0, -4, 0, 4)); // a point at the edge is seen whole
    paintPlot(*painter, here);
    painter->restore();
    paintValues(*painter, here);
    paintHeading(*painter, here);
    paintReading(*painter, here);
    painter->setPen(m_ground.tokens().line);
    painter->drawLine(QPointF(0, height() - 0.5), QPointF(width(), height() - 0.5));
    painter->drawLine(QPointF(here.rect.left() - 0.5, 0), QPointF(here.rect.left() - 0.5, height()));
    if (hasFocus()) {
        painter->setPen(QPen(m_ground.tokens().accent, 2));
        painter->drawRoundedRect(QRectF(1, 1, width() - 2, height() - 3), 4, 4);
    }
}

/// The dates of the axis down through the plot, and where it leaves time out.
void ChartRow::paintGrid(QPainter &painter, const ScenePanel &panel) const {
    const ScenePanel &axis = m_ground.axis();
    painter.setPen(m_ground.tokens().grid);
    for (const SceneTick &tick : axis.ticks) {
        if (tick.kind != SceneTick::Minor) {
            painter.drawLine(QPointF(tick.at, 0), QPointF(tick.at, height()));
        }
    }
    for (const ScaleMark &mark : axis.scaleMarks) {
        painter.setPen(mark.isBreak() ? QPen(m_ground.tokens().control, 1, Qt::DashLine)
                                      : QPen(m_ground.tokens().line, 1));
        if (mark.length > 0) {
            painter.fillRect(panel.stretch(mark.at, mark.at + mark.length, rect()),
                             m_ground.tokens().surface);
            painter.drawLine(QPointF(mark.at + mark.length, 0), QPointF(mark.at + mark.length, height()));
        }
        painter.drawLine(QPointF(mark.at, 0), QPointF(mark.at, height()));
    }
}

void ChartRow::paintHeading(QPainter &painter, const ScenePanel &panel) const {
    const Tokens &tokens = m_ground.tokens();
    const QFont bold = m_ground.font(13, QFont::DemiBold);
    const QFontMetricsF metrics(bold);
    if (isNarrow()) {
        painter.setFont(bold);
        const QString text =
            m_note.isEmpty() ? m_title : tr("%1 · %2", "a name and its unit").arg(m_title, m_note);
        const double room =
            std::max(0.0, namesShare * (std::min<double>(panel.rect.right(), width()) - panel.rect.left()));
        drawWithSeam(painter, {panel.rect.left() + 4, 4}, metrics.elidedText(text, Qt::ElideRight, room),
                     tokens.canvas, tokens.ink);
        return;
    }
    const QFontMetricsF small(m_ground.font(12));
    const double room = panel.rect.left() - sideMargin - 8;
    const bool hasNote = !m_note.isEmpty() && height() >= topMargin + metrics.height() + small.height();
    const double most = std::max(metrics.height(), height() - topMargin - (hasNote ? small.height() + 4 : 0));
    // As many whole lines as there is room for.
    const double lines = std::max(1.0, std::floor(most / metrics.height())) * metrics.height();
    const QRectF wanted =
        metrics.boundingRect(QRectF(sideMargin, topMargin, room, lines), Qt::TextWordWrap, m_title);
    const bool fits = wanted.height() <= lines + 1 && wanted.width() <= room;
    const QRectF title(sideMargin, topMargin, room, fits ? wanted.height() : metrics.height());
    painter.setFont(bold);
    painter.setPen(tokens.ink);
    painter.drawText(title, fits ? Qt::TextWordWrap : Qt::TextSingleLine,
                     fits ? m_title : metrics.elidedText(m_title, Qt::ElideRight, room));
    if (hasNote) {
        painter.setFont(m_ground.font(12));
        painter.setPen(tokens.ink2);
        const QRectF left(sideMargin, title.bottom() + 2, room, height() - title.bottom() - 4);
        const bool isWhole = small.boundingRect(left, Qt::TextWordWrap, m_note).height() <= left.height();
        painter.drawText(left, isWhole ? Qt::TextWordWrap : Qt::TextSingleLine,
                         isWhole ? m_note : small.elidedText(m_note, Qt::ElideRight, room));
    }
}

void ChartRow::paintValues(QPainter &painter, const ScenePanel &panel) const {
    const Tokens &tokens = m_ground.tokens();
    painter.setFont(m_ground.font(12));
    const QFontMetricsF metrics(painter.font());
    double last = height() + metrics.height();
    for (const double value : m_scale.roundValues()) {
        const double line = yOf(value, panel);
        // Above its line; in a column of their own they stand beside it.
        double top = isNarrow() ? line - metrics.height() / 2 : line - metrics.height() + 1;
        top = std::clamp(top, 0.0, height() - metrics.height());
        if (top + metrics.height() > last) {
            continue;
        }
        last = top;
        const QString text = numberText(value);
        const double width = metrics.horizontalAdvance(text);
        if (!isNarrow() || width + 8 > panel.rect.left()) {
            drawWithSeam(painter, {panel.rect.left() + 4, top}, text, tokens.canvas, tokens.ink2);
        } else {
            painter.setPen(tokens.ink2);
            painter.drawText(QPointF(panel.rect.left() - width - 6, top + metrics.ascent()), text);
        }
    }
}

void ChartRow::paintReading(QPainter &painter, const ScenePanel &panel) const {
    const Tokens &tokens = m_ground.tokens();
    const auto pointer = m_ground.pointer();
    if (!pointer || *pointer < panel.rect.left() ||
        *pointer > std::min<double>(panel.rect.right(), width())) {
        return;
    }
    const std::optional<Reading> reading = readingAt(*pointer, panel);
    const bool isHere = underMouse() || hasFocus();
    const double x = isHere && reading ? reading->x : *pointer;
    painter.setPen(QPen(tokens.ink2, 1, Qt::DashLine));
    painter.drawLine(QPointF(x, 0), QPointF(x, height()));
    if (!reading) {
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (reading->y) {
        painter.setPen(QPen(tokens.accent, 2));
        painter.setBrush(tokens.canvas);
        painter.drawEllipse(QPointF(reading->x, *reading->y), 4.5, 4.5);
    }
    if (isHere && !reading->lines.isEmpty()) {
        const QFontMetricsF first(m_ground.font(12, QFont::DemiBold));
        const QFontMetricsF others(m_ground.font(12));
        double wide = first.horizontalAdvance(reading->lines.front());
        for (const QString &line : reading->lines.mid(1)) {
            wide = std::max(wide, others.horizontalAdvance(line));
        }
        const QSizeF size(wide + 16, first.height() * static_cast<double>(reading->lines.size()) + 8);
        const bool isLeft = x + 8 + size.width() > std::min<double>(panel.rect.right(), width());
        const bool isLow = reading->y && *reading->y < size.height() + 8;
        QRectF plate(QPointF(isLeft ? x - 8 - size.width() : x + 8, isLow ? height() - size.height() - 3 : 2),
                     size);
        painter.setPen(QPen(tokens.control, 1));
        painter.setBrush(tokens.raised);
        painter.drawRoundedRect(plate.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        double top = plate.top() + 4;
        for (qsizetype i = 0; i < reading->lines.size(); ++i) {
            painter.setFont(m_ground.font(12, i == 0 ? QFont::DemiBold : QFont::Normal));
            painter.setPen(i == 0 ? tokens.ink : tokens.ink2);
            painter.drawText(QPointF(plate.left() + 8, top + first.ascent()), reading->lines[i]);
            top += first.height();
        }
    }
    painter.restore();
}

} // namespace timeloom
