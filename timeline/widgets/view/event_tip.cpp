// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/event_tip.h"

#include "document/bytes/visible_text.h"
#include "paint/tokens.h"

#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace timeline {

namespace {

constexpr double radius = 8;

} // namespace

QRectF placeBeside(const Scene &scene, const QRectF &place, QSizeF size, const QRectF &bounds) {
    constexpr double off = 12;
    const QRectF inPlot = plateOf(place).intersected(scene.plot);
    const QRectF plate = inPlot.isEmpty() ? place.intersected(bounds) : inPlot;
    const auto covered = [&](const QRectF &rect) { // pixels of marks and texts
        double sum = 0;
        const auto add = [&](const QRectF &taken) {
            const QRectF common = taken.intersected(rect);
            sum += common.isEmpty() ? 0 : common.width() * common.height();
        };
        for (const SceneItem &item : scene.items) {
            add(item.rect);
            forEachText(item, [&](const SceneText &text) { add(text.rect()); });
        }
        for (const SceneLink &link : scene.links) {
            add(link.word ? link.word->rect() : QRectF());
        }
        for (const SceneEra &era : scene.eras) {
            add(era.label ? era.label->rect() : QRectF());
        }
        add(plate);
        return sum;
    };
    const double middleX = plate.center().x() - size.width() / 2;
    const double middleY = plate.center().y() - size.height() / 2;
    std::optional<QRectF> best;
    double least = HUGE_VAL;
    for (const double farther : {0.0, 24.0, 60.0, 120.0, 200.0}) {
        const double right = plate.right() + off + farther;
        const double left = plate.left() - off - farther - size.width();
        const double below = plate.bottom() + off + farther;
        const double above = plate.top() - off - farther - size.height();
        for (const QPointF corner :
             {QPointF(right, middleY), QPointF(right, plate.top()),
              QPointF(right, plate.bottom() - size.height()), QPointF(left, middleY),
              QPointF(left, plate.top()), QPointF(plate.left(), below), QPointF(middleX, below),
              QPointF(plate.right() - size.width(), below), QPointF(plate.left(), above),
              QPointF(middleX, above), QPointF(plate.right() - size.width(), above)}) {
            const QRectF rect(corner, size);
            if (!bounds.contains(rect)) {
                continue;
            }
            const double cost = covered(rect);
            if (cost < least) {
                least = cost;
                best = rect;
            }
        }
        if (least == 0) {
            break;
        }
    }
    if (best) {
        return *best;
    }
    QRectF rect({plate.left(), plate.bottom() + off}, size); // there is no room: as near as it may be
    rect.moveRight(std::min(rect.right(), bounds.right()));
    rect.moveBottom(std::min(rect.bottom(), bounds.bottom()));
    rect.moveLeft(std::max(rect.left(), bounds.left()));
    rect.moveTop(std::max(rect.top(), bounds.top()));
    return rect;
}

EventTip::EventTip(QWidget *canvas)
    : QWidget(canvas, Qt::ToolTip | Qt::FramelessWindowHint), m_canvas(canvas), m_title(new QLabel(this)),
      m_date(new QLabel(this)), m_more(new QLabel(this)) {
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(12, 12, 12, 12);
    lines->setSpacing(4);
    for (QLabel *label : {m_title, m_date, m_more}) {
        label->setTextFormat(Qt::PlainText); // texts are strangers'
        label->setWordWrap(true);
        lines->addWidget(label);
    }
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMilliseconds);
    m_rest.callOnTimeout(this, [this] {
        if (m_ask) {
            m_ask(*this);
        }
    });
}

void EventTip::waitFor(quint64 key, Ask ask) {
    if (m_key == key && (isVisible() || m_rest.isActive())) {
        return;
    }
    leave();
    m_key = key;
    m_ask = std::move(ask);
    m_rest.start();
}

void EventTip::leave() {
    m_rest.stop();
    m_key.reset();
    hide();
}

QString EventTip::text() const {
    return isVisible() ? QStringList{m_title->text(), m_date->text(), m_more->text()}.join(u'\n') : QString();
}

void EventTip::show(const PlaceTip &tip, const Scene &scene) {
    m_rest.stop();
    m_key = tip.key;
    const Tokens &tokens = Tokens::forPalette(m_canvas->palette());
    const auto write = [](QLabel *label, const QString &words, const QColor &ink) {
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, ink);
        label->setPalette(palette);
        label->setText(visibleText(words));
        label->setVisible(!words.isEmpty());
    };
    write(m_title, tip.text.title, tokens.ink);
    write(m_date, tip.text.date, tokens.ink);
    write(m_more, tip.text.more, tokens.ink2);
    constexpr int widest = 320;
    constexpr int sides = 24;
    int width = 0;
    for (const QLabel *label : {m_title, m_date, m_more}) {
        if (!label->text().isEmpty()) {
            const QSize all =
                label->fontMetrics()
                    .boundingRect(QRect(0, 0, widest - sides, 10'000), Qt::TextWordWrap, label->text())
                    .size();
            width = std::max(width, all.width());
        }
    }
    const int whole = std::min(widest, width + sides + 4);
    setFixedWidth(whole);
    const int height = layout()->totalHeightForWidth(whole);
    setFixedHeight(height);
    const QRectF beside = placeBeside(scene, tip.place, QSizeF(whole, height), QRectF(m_canvas->rect()));
    move(m_canvas->mapToGlobal(beside.topLeft().toPoint()));
    QWidget::show();
    QPainterPath shape; // whatever the screen can do
    shape.addRoundedRect(QRectF(rect()), radius, radius);
    setMask(QRegion(shape.toFillPolygon().toPolygon()));
    update();
}

void EventTip::paintEvent(QPaintEvent *) {
    const Tokens &tokens = Tokens::forPalette(m_canvas->palette());
    QPainter painter(this);
    painter.fillRect(rect(), tokens.raised);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.control, 1));
    painter.drawRoundedRect(QRectF(rect()).marginsRemoved({0.5, 0.5, 0.5, 0.5}), radius, radius);
}

} // namespace timeline
