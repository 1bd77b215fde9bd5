// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/overview_strip.h"

#include "time/calendar.h"
#include "widgets/workspace/event_model.h"
#include "widgets/workspace/plain_tool_tip.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <cmath>

namespace timeline {

namespace {

constexpr double narrowestWindow = 8; // as drawn; the window itself may be narrower
constexpr double frameMargin = 3;     // above and below the frame
constexpr QSizeF handleSize(6, 20);
constexpr double sideMargin = 16;       // left of the words
constexpr EventIndex fewEvents = 20000; // that are looked at at once
constexpr EventIndex mostTriangles = 500;

/// An end of everything in few words, as exact as the whole of it deserves.
QString endName(Instant instant, double length, bool isEnd) {
    constexpr double day = 86'400'000;
    constexpr double year = 365 * day;
    const CivilTime time = civilTime(isEnd ? plusMilliseconds(instant, -1) : instant);
    const bool isWholeYear = isEnd ? instant == startOfDay({time.date.year + 1, 1, 1})
                                   : instant == startOfDay({time.date.year, 1, 1});
    const double exact = length > 100 * year || (isWholeYear && length >= year) ? year
                         : length > 2 * year                                    ? 28 * day
                         : length > 2 * day                                     ? day
                                                                                : length / 100;
    return instantName(isEnd ? plusMilliseconds(instant, -1) : instant, std::max(exact, length / 1000));
}

} // namespace

OverviewStrip::OverviewStrip(Workspace &workspace, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_theme(Theme::forPalette(palette())),
      m_tokens(&Tokens::forPalette(palette())) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Overview"));
    connect(&workspace, &Workspace::layoutChanged, this, &OverviewStrip::refresh);
    connect(workspace.navigation(), &Navigation::viewportChanged, this, qOverload<>(&QWidget::update));
    connect(workspace.selection(), &EventSelection::changed, this, qOverload<>(&QWidget::update));
    refresh();
}

void OverviewStrip::setStripHeight(int height) {
    if (height != m_height) {
        m_height = height;
        updateGeometry();
    }
}

void OverviewStrip::refresh() {
    m_counting.giveUp();
    m_marks.reset();
    m_picture = QPixmap();
    describe();
    update();
}

void OverviewStrip::describe() {
    setAccessibleDescription(
        tr("%1. Left and right move what the timeline shows, up and down zoom, Home and End "
           "go to the ends.")
            .arg(extentName(false)));
}

void OverviewStrip::resizeEvent(QResizeEvent *) {
    if (size() != m_pictureSize) { // Qt tells of sizes that are no others, too
        refresh();
    }
}

void OverviewStrip::changeEvent(QEvent *event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        m_theme = Theme::forPalette(palette());
        m_tokens = &Tokens::forPalette(palette());
        refresh();
    }
    QWidget::changeEvent(event);
}

bool OverviewStrip::event(QEvent *event) {
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<const QHelpEvent *>(event);
        const QString text = help->pos().x() < whole().first()
                                 ? extentName(false)
                                 : tr("Drag the frame or its handles; double click to show everything.");
        QToolTip::showText(help->globalPos(), plainToolTip(text), this);
        return true;
    }
    return QWidget::event(event);
}

ScenePanel OverviewStrip::whole() const {
    // The same stretch as the timeline's when it shows everything, so that the two agree to the pixel.
    const TimelineLayout &layout = m_workspace.layout();
    const Viewport all = layout.fitAll(m_workspace.sceneSize());
    const double left = layout.plotLeft(m_workspace.sceneSize().width());
    ScenePanel panel;
    // Below the timeline's scroll bar there is nothing.
    const double right = std::min<double>(width(), m_workspace.sceneSize().width());
    panel.rect = QRectF(left, 0, std::max(1.0, right - left), height());
    panel.scale = layout.scale();
    panel.viewport = Viewport::showing(all.left(), all.right(), panel.rect.size(), panel.scale.breaks());
    return panel;
}

QRectF OverviewStrip::window() const {
    const ScenePanel all = whole();
    const Viewport &view = m_workspace.navigation()->viewport();
    double left = std::clamp(all.at(view.left()), all.first(), all.last());
    double right = std::clamp(all.at(view.right()), all.first(), all.last());
    if (right - left < narrowestWindow) {
        const double middle =
            std::clamp((left + right) / 2, all.first() + narrowestWindow / 2,
                       std::max(all.first(), all.last() - narrowestWindow) + narrowestWindow / 2);
        left = middle - narrowestWindow / 2;
        right = middle + narrowestWindow / 2;
    }
    return {left, frameMargin, right - left, height() - 2 * frameMargin};
}

/// From when to when everything is: "1985 – June 2025"; brief: years alone.
QString OverviewStrip::extentName(bool isBrief) const {
    const TimelineLayout &layout = m_workspace.layout();
    if (!layout.isDated()) {
        return tr("No dates");
    }
    const auto [first, last] = layout.axisExtent();
    const Instant begin = layout.scale().instant(first);
    const Instant end = layout.scale().instant(last);
    constexpr double century = 101.0 * 365 * 86'400'000;
    const double length = std::max(isBrief ? century : 1.0, millisecondsBetween(begin, end));
    const QString from = endName(begin, length, false);
    const QString to = begin < end ? endName(end, length, true) : from;
    return from == to ? from : tr("%1 – %2", "from a date to a date").arg(from, to);
}

/// What the filter hides of very many events comes a moment later.
void OverviewStrip::makeMarks() {
    const TimelineLayout &layout = m_workspace.layout();
    const bool hides = layout.lanes().eventCount < layout.document().placedCount();
    const QBitArray shown = hides ? m_workspace.events()->shown() : QBitArray();
    m_marks.emplace(layout, whole(), height() - 2 * frameMargin - 2, shown);
    if (m_marks->areSquares() || !hides) {
        return;
    }
    const auto count = [document = layout.document(), scale = layout.scale(), shown,
                        bins = m_marks->bins()](const std::stop_token &stop) {
        return OverviewMarks::hiddenIn(document, scale, shown, bins, stop);
    };
    if (layout.document().eventCount() <= fewEvents) {
        m_marks->setHidden(count({}));
        return;
    }
    m_counting.begin(count, [this](std::vector<EventIndex> &&hidden) {
        m_marks->setHidden(std::move(hidden));
        m_picture = QPixmap();
        update();
    });
}

void OverviewStrip::paintMarks() {
    if (!m_marks) {
        makeMarks();
    }
    m_pictureSize = size();
    const double ratio = devicePixelRatioF();
    m_picture = QPixmap((QSizeF(size()) * ratio).toSize());
    m_picture.setDevicePixelRatio(ratio);
    m_picture.fill(Qt::transparent);
    QPainter painter(&m_picture);
    const ScenePanel all = whole();
    if (const TimeScale::Breaks breaks = all.viewport.breaks()) {
        for (const AxisSpan &fold : *breaks) {
            painter.fillRect(all.stretch(all.at(fold.begin), all.at(fold.end)), m_tokens->surface);
        }
    }
    m_marks->draw(painter, all, m_workspace.layout(), m_theme, *m_tokens);
}

void OverviewStrip::paintEvent(QPaintEvent *) {
    if (m_picture.isNull() || m_picture.devicePixelRatioF() != devicePixelRatioF()) {
        paintMarks();
    }
    QPainter painter(this);
    const QRectF seen = window();
    painter.fillRect(rect(), m_tokens->surface);
    painter.fillRect(seen, m_tokens->canvas);
    painter.drawPixmap(0, 0, m_picture);
    const double first = whole().first();
    QColor veil = m_tokens->surface;
    veil.setAlphaF(0.55F);
    painter.fillRect(QRectF(first, 0, seen.left() - first, height()), veil);
    painter.fillRect(QRectF(seen.right(), 0, width() - seen.right(), height()), veil);
    painter.fillRect(QRectF(0, 0, first, height()), m_tokens->surface);
    painter.fillRect(QRectF(0, 0, width(), 1), m_tokens->line);
    paintHeading(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    paintFrame(painter);
    paintSelected(painter);
}

void OverviewStrip::paintHeading(QPainter &painter) const {
    constexpr double narrow = 90; // no words have room in it
    const double room = whole().first() - sideMargin - 8;
    if (room < narrow - sideMargin) {
        return;
    }
    QFont small = font();
    small.setPixelSize(qRound(QFontInfo(small).pixelSize() * 12 / 13.0));
    const QFontMetricsF metrics(small);
    painter.setFont(small);
    painter.setPen(m_tokens->ink2);
    QString dates = extentName(false);
    if (metrics.horizontalAdvance(dates) > room) {
        dates = extentName(true);
    }
    // Of what the filter hides, this is not the whole.
    const TimelineLayout &layout = m_workspace.layout();
    const bool isAll = layout.lanes().eventCount == layout.document().placedCount();
    QStringList lines{isAll ? tr("Whole story") : tr("All that is shown"), dates};
    if (2 * metrics.height() > height()) {
        lines.removeFirst();
    }
    double top = (height() - metrics.height() * static_cast<double>(lines.size())) / 2;
    for (const QString &line : lines) {
        painter.drawText(QPointF(sideMargin, top + metrics.ascent()),
                         metrics.elidedText(line, Qt::ElideRight, room));
        top += metrics.height();
    }
}

void OverviewStrip::paintFrame(QPainter &painter) const {
    const QRectF seen = window();
    const QColor accent = m_tokens->accent;
    painter.setPen(QPen(accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(seen.adjusted(1, 1, -1, -1), 4, 4);
    if (hasFocus()) {
        painter.setPen(QPen(accent, 2));
        painter.drawRoundedRect(
            QRectF(whole().first() - 3, 0, width() - whole().first() + 3, height()).adjusted(1, 1, -1, -1), 6,
            6);
    }
    // Filled while keys move them.
    painter.setPen(QPen(accent, 1.6));
    painter.setBrush(hasFocus() ? accent : m_tokens->raised);
    const double height = std::min(handleSize.height(), seen.height() - 6);
    for (const double x : {seen.left() + 1, seen.right() - 1}) {
        const double at = std::clamp(x, handleSize.width() / 2 + 1, width() - handleSize.width() / 2 - 1);
        painter.drawRoundedRect(
            QRectF(at - handleSize.width() / 2, seen.center().y() - height / 2, handleSize.width(), height),
            3, 3);
    }
}

/// A triangle above each selected event; of very many, one in each place.
void OverviewStrip::paintSelected(QPainter &painter) const {
    const ScenePanel all = whole();
    const TimelineLayout &layout = m_workspace.layout();
    double last = all.first() - 100;
    std::vector<double> places;
    for (const EventIndex event : m_workspace.selection()->first(mostTriangles)) {
        if (event < layout.document().eventCount() && layout.document().isPlaced(event)) {
            places.push_back(all.at(layout.axis().begin(event)));
        }
    }
    std::ranges::sort(places);
    painter.setPen(QPen(m_tokens->canvas, 1));
    painter.setBrush(m_tokens->accent);
    for (const double x : places) {
        if (x >= all.first() && x <= all.last() && x - last >= 2) {
            const double at = m_marks && m_marks->areSquares() ? m_marks->squareAt(x, all) : x;
            painter.drawPolygon(QPolygonF({{at - 6, 1}, {at + 6, 1}, {at, 9}}));
            last = x;
        }
    }
}

} // namespace timeline
