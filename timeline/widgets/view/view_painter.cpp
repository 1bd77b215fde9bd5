// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/view_painter.h"

#include "layout/scene/link_curve.h"
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
void ViewPainter::paintNew(QPainter &painter) {
    m_painter.paint(painter, m_view.scene());
    m_isPictureStale = true;
}

void ViewPainter::paintKept(QPainter &painter) {
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
        m_isPictureStale = false;
    }
    painter.drawPixmap(0, 0, m_picture);
}

void ViewPainter::paintHighlights(QPainter &painter, const std::function<bool(EventIndex)> &isSelected,
                                  std::optional<EventIndex> hovered) const {
    m_painter.paintLinks(painter, m_view.scene());
    m_painter.paintHighlights(painter, m_view.scene(), isSelected, hovered);
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
        if (!item.isOf(event) || !m_view.scene().plot.contains(linkHandle(item))) {
            continue;
        }
        const QRectF dot = linkHandle(item).marginsRemoved({2, 2, 2, 2});
        painter.drawEllipse(dot);
        painter.drawLine(dot.center() - QPointF(2, 0), dot.center() + QPointF(2, 0));
        painter.drawLine(dot.center() - QPointF(0, 2), dot.center() + QPointF(0, 2));
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
    if (drag.grip() == Grip::Link) {
        paintLinkDrag(painter, drag);
    } else {
        const ScenePanel &panel = scene.panelOf(drag.item());
        if (const SceneLane *lane = drag.lane() ? scene.laneOf(*drag.lane()) : nullptr) {
            painter.fillRect(lane->rect.intersected(plot), wash(0.10F));
        }
        painter.setPen(QPen(m_theme.accent, 2));
        painter.setBrush(wash(0.35F));
        const QRectF ghost = drag.ghost(scene);
        painter.setClipRect(plot);
        painter.drawRoundedRect(ghost, 4, 4);
        painter.setPen(QPen(m_theme.accent, 1, Qt::DashLine));
        const QPointF edge = drag.grip() == Grip::End ? ghost.bottomRight()
                             : drag.item().shape == ItemShape::Point && drag.grip() == Grip::Whole
                                 ? ghost.center()
                                 : ghost.topLeft();
        painter.drawLine(panel.lineAcross(panel.along(edge)));
        painter.setClipping(false);
    }
    // Above the pointer, that the hand does not hide it.
    paintBadge(painter, drag.toText(scene), drag.pointer().x(),
               std::max(plot.top() + 4, drag.pointer().y() - 44));
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
    painter.setBrush(m_theme.accent);
    painter.drawRoundedRect(box, 6, 6);
    m_painter.paintText(painter, {text, x, box.center().y(), width, TextRole::Context},
                        Theme::textOn(m_theme.accent));
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
