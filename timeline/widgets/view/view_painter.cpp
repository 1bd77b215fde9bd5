// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/view_painter.h"

#include "layout/scene/link_way.h"
#include "paint/item_look.h"
#include "paint/link_look.h"
#include "time/ticks.h"

#include <QPainter>
#include <cmath>

namespace timeline {

namespace {

/// How long it is from one end to the other, to the unit that a pixel can tell where an end is on no edge.
QString measuredDuration(const ScenePanel &panel, const StretchEnd &from, const StretchEnd &to) {
    const Instant begin = from.instant(panel);
    Instant end = to.instant(panel);
    if (!from.caught || !to.caught) {
        const double pixel = std::max(panel.millisecondsPerPixel(from.at), panel.millisecondsPerPixel(to.at));
        double unit = 1;
        for (const double larger : {1'000.0, 60'000.0, 3'600'000.0, 86'400'000.0}) {
            unit = larger <= pixel ? larger : unit;
        }
        end = plusMilliseconds(begin, std::round(millisecondsBetween(begin, end) / unit) * unit);
    }
    return durationName(begin, end);
}

} // namespace

ViewPainter::ViewPainter(const SceneWidget &view, const Fonts &fonts)
    : m_view(view), m_fonts(fonts), m_theme(Theme::forPalette(view.palette())), m_painter(m_theme, fonts) {}

void ViewPainter::setPalette(const QPalette &palette) {
    m_theme = Theme::forPalette(palette);
    m_isPictureStale = true;
}

/// While one moves about, no picture is needed again.
void ViewPainter::paintNew(QPainter &painter, const SceneStates &states) {
    m_painter.paint(painter, m_view.scene());
    paintSelected(painter, states);
    m_isPictureStale = true;
}

void ViewPainter::paintKept(QPainter &painter, const SceneStates &states) {
    const QWidget *canvas = m_view.viewport();
    const double ratio = canvas->devicePixelRatioF();
    const QSize pixels = (QSizeF(canvas->size()) * ratio).toSize();
    if (m_isPictureStale || m_picture.size() != pixels) {
        if (m_picture.size() != pixels) {
            m_picture = QPixmap(pixels);
        }
        m_picture.setDevicePixelRatio(ratio);
        QPainter onto(&m_picture);
        m_painter.paint(onto, m_view.scene());
        paintSelected(onto, states);
        m_isPictureStale = false;
    }
    painter.drawPixmap(0, 0, m_picture);
}

void ViewPainter::paintStates(QPainter &painter, const SceneStates &states) const {
    m_painter.paintLinks(painter, m_view.scene());
    m_painter.paintStates(painter, m_view.scene(), states);
}

void ViewPainter::paintHeadings(QPainter &painter, const HeadingStates &states) const {
    timeline::paintHeadings(painter, m_view.scene(), states, m_theme, m_painter);
}

QColor ViewPainter::wash(float alpha) const {
    QColor color = m_theme.accent;
    color.setAlphaF(alpha);
    return color;
}

void ViewPainter::paintStretch(QPainter &painter, const StretchEnd &from, const StretchEnd &to) const {
    const ScenePanel &panel = m_view.scene().panelAt(from.at);
    const auto [first, last] = std::minmax<double>({from.along(panel), to.along(panel)});
    const QRectF stretch = panel.stretch(first, last);
    painter.fillRect(stretch, wash(0.14F));
    for (const StretchEnd *end : {&from, &to}) {
        painter.setPen(QPen(m_theme.accent, end->caught ? 2 : 1));
        painter.drawLine(panel.lineAcross(end->along(panel)));
    }
    const QString text = measuredDuration(panel, from, to);
    paintBadge(painter, text, stretch.center().x(), stretch.top() + 10);
}

void ViewPainter::paintLinkHandles(QPainter &painter, EventIndex event) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.accent, 1.5));
    painter.setBrush(m_theme.background);
    for (const SceneItem &item : m_view.scene().items) {
        const QPointF middle = linkHandle(item, m_view.scene().plot).center();
        if (!item.isOf(event) || !m_view.scene().plot.contains(middle)) {
            continue;
        }
        constexpr double radius = 7;
        constexpr double arm = 3.5;
        painter.drawEllipse(middle, radius, radius);
        painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0));
        painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm));
    }
    painter.restore();
}

void ViewPainter::paintLinkDrag(QPainter &painter, const EventDrag &drag) const {
    const Scene &scene = m_view.scene();
    const SceneItem *target = drag.target() ? scene.itemNear(*drag.target(), drag.pointer()) : nullptr;
    LinkPlace to;
    to.rect = QRectF(drag.pointer(), QSizeF(0, 0));
    if (target != nullptr) {
        to = linkPlace(*target, scene.plot);
    }
    paintLink(painter, freeLink(linkPlace(drag.item(), scene.plot), to, LinkKind::LeadsTo), m_theme.accent);
    if (target != nullptr) {
        painter.setPen(QPen(m_theme.accent, 2));
        painter.setBrush(wash(0.10F));
        painter.drawRoundedRect(target->reach().marginsAdded({3, 1, 3, 1}), 4, 4);
    }
}

void ViewPainter::paintDrag(QPainter &painter, const EventDrag &drag) const {
    const Scene &scene = m_view.scene();
    const QRectF plot = scene.plot;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // Above the pointer, that the hand does not hide it.
    double flagTop = std::max(plot.top() + 4, drag.pointer().y() - 44);
    double flagMiddle = drag.pointer().x();
    if (drag.grip() == Grip::Link) {
        paintLinkDrag(painter, drag);
    } else {
        const ScenePanel &panel = scene.panelOf(drag.item());
        if (const SceneLane *lane = drag.lane() ? scene.laneOf(*drag.lane()) : nullptr) {
            painter.fillRect(lane->rect.intersected(plot), wash(0.10F));
        }
        painter.setClipRect(plot);
        if (const SceneItem *there = scene.itemOf(drag.event(), drag.item().lane)) { // where it was
            QPen outline(m_theme.dimmed, 1.5);
            outline.setDashPattern({3, 2});
            painter.setPen(outline);
            painter.setBrush(m_theme.background);
            painter.drawRoundedRect(there->rect.marginsAdded({2, 2, 2, 2}), 4, 4);
        }
        const QRectF ghost = drag.ghost(scene);
        SceneItem moved = drag.item();
        moved.rect = ghost;
        paintItem(painter, moved, m_theme.categoryColor(moved.color, scene.fileColor(moved.color)), m_theme);
        flagTop = std::max(plot.top() + 4, ghost.top() - 40);
        QPen dots(m_theme.accent, 1.5);
        dots.setDashPattern({1, 2});
        painter.setPen(dots);
        const bool isPoint = moved.shape == ItemShape::Point && drag.grip() == Grip::Whole;
        const double first = panel.along(isPoint ? ghost.center() : ghost.topLeft());
        const double last = panel.along(isPoint ? ghost.center() : ghost.bottomRight());
        for (const double along : {first, last}) {
            painter.drawLine(panel.runsRight() ? QLineF(along, flagTop + 26, along, ghost.bottom() + 4)
                                               : panel.lineAcross(along));
        }
        painter.setClipping(false);
        flagMiddle = panel.runsRight() ? (first + last) / 2 : drag.pointer().x();
    }
    paintBadge(painter, drag.toText(scene), flagMiddle, flagTop);
    painter.restore();
}

void ViewPainter::paintBadge(QPainter &painter, const QString &text, double middle, double top) const {
    const QRectF plot = m_view.scene().plot;
    const double width = m_fonts.width(text, TextRole::Context);
    const double x = std::clamp(middle - width / 2, plot.left() + 10,
                                std::max(plot.left() + 10, plot.right() - width - 10));
    const QRectF box(x - 8, top, width + 16, 26);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.text);
    painter.drawRoundedRect(box, 6, 6);
    m_painter.paintText(painter, {text, x, box.center().y(), width, TextRole::Context}, m_theme.background);
}

void ViewPainter::paintFocus(QPainter &painter, const QRectF &place) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.accent, 2));
    painter.setBrush(Qt::NoBrush);
    const QRectF canvas(QPointF(), m_view.scene().size);
    const QRectF ring = place.marginsAdded({2, 2, 2, 2}).intersected(canvas.marginsRemoved({1, 1, 1, 1}));
    painter.drawRoundedRect(ring, 4, 4);
    painter.restore();
}

void ViewPainter::paintNote(QPainter &painter, const QString &text) const {
    const QRectF plot = m_view.scene().plot;
    const double width = m_fonts.width(text, TextRole::Note);
    const QRectF box(plot.right() - width - 26, plot.bottom() - 32, width + 16, 22);
    painter.fillRect(box, m_theme.accent);
    m_painter.paintText(painter, {text, box.left() + 8, box.center().y(), width, TextRole::Note},
                        Theme::textOn(m_theme.accent));
}

} // namespace timeline
