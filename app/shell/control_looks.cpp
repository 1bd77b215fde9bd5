// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shell/control_looks.h"

#include "app/signs/measures.h"

#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace timeloom {

using namespace timeline;

namespace {

constexpr double controlRadius = 6;
constexpr double swatchRadius = 4;

/// Restores what a painter had.
class Saved {
public:
    explicit Saved(QPainter &painter) : m_painter(painter) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
    }
    ~Saved() { m_painter.restore(); }
    Q_DISABLE_COPY_MOVE(Saved)

private:
    QPainter &m_painter;
};

} // namespace

ControlLooks::ControlLooks(QPainter &painter, const QStyleOption &option, const QWidget *widget)
    : m_painter(painter), m_option(option), m_widget(widget), m_tokens(Tokens::forPalette(option.palette)) {}

void ControlLooks::plate(const QRectF &rect, double radius, const QColor &fill, const QColor &border) const {
    const Saved saved(m_painter);
    m_painter.setPen(border.isValid() ? QPen(border, 1) : QPen(Qt::NoPen));
    m_painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const double inset = border.isValid() ? 0.5 : 0;
    m_painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
}

void ControlLooks::focusRing(const QRectF &rect) const {
    const Saved saved(m_painter);
    m_painter.setPen(QPen(m_tokens.accent, 2));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), controlRadius, controlRadius);
}

void ControlLooks::field(const QRectF &rect) const {
    const bool isWrong = m_widget != nullptr && m_widget->property("wrong").toBool();
    const bool hasFocus = is(QStyle::State_HasFocus) || (m_widget != nullptr && m_widget->hasFocus());
    plate(rect, controlRadius, is(QStyle::State_Enabled) ? m_tokens.raised : m_tokens.surface,
          isWrong ? m_tokens.error : m_tokens.control);
    if (hasFocus) {
        const Saved saved(m_painter);
        m_painter.setPen(QPen(isWrong ? m_tokens.error : m_tokens.accent, 2));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), controlRadius - 1, controlRadius - 1);
    }
}

void ControlLooks::button(const QRectF &rect) const {
    const auto *button = qobject_cast<const QPushButton *>(m_widget);
    const bool isMain = button != nullptr && button->isDefault();
    const bool isFlat = button != nullptr && button->isFlat();
    const QRectF body = rect.adjusted(2, 2, -2, -2); // the ring has its place
    const bool isDown = is(QStyle::State_Sunken) || is(QStyle::State_On);
    QColor fill = isFlat ? QColor() : m_tokens.raised;
    if (is(QStyle::State_Enabled)) {
        fill = isDown                        ? m_tokens.accentSoft
               : isMain                      ? m_tokens.accent
               : is(QStyle::State_MouseOver) ? m_tokens.hover
                                             : fill;
    }
    plate(body, controlRadius, fill,
          isMain || isFlat ? QColor()
          : isDown         ? m_tokens.accent
                           : m_tokens.control);
    if (is(QStyle::State_HasFocus)) {
        focusRing(rect);
    }
}

QColor ControlLooks::textOfButton() const {
    const auto *button = qobject_cast<const QPushButton *>(m_widget);
    if (!is(QStyle::State_Enabled)) {
        return m_tokens.ink3;
    }
    const bool isDown = is(QStyle::State_Sunken) || is(QStyle::State_On);
    return button != nullptr && button->isDefault() && !isDown ? m_tokens.onAccent : m_tokens.ink;
}

void ControlLooks::toolButton(const QRectF &rect) const {
    const bool isOn = is(QStyle::State_On);
    if (is(QStyle::State_Enabled)) {
        const bool isRaised = m_widget != nullptr && m_widget->property("segment").toBool();
        const bool isTinted = m_widget != nullptr && m_widget->property("tinted").toBool();
        const QColor ground = isRaised && isOn                               ? m_tokens.raised
                              : isOn || is(QStyle::State_Sunken) || isTinted ? m_tokens.accentSoft
                              : is(QStyle::State_MouseOver)                  ? m_tokens.hover
                                                                             : QColor();
        if (ground.isValid()) {
            plate(rect.adjusted(1, 1, -1, -1), controlRadius, ground,
                  isRaised && isOn ? m_tokens.control : QColor());
        }
    }
    if (is(QStyle::State_HasFocus)) {
        focusRing(rect);
    }
}

void ControlLooks::checkBox(const QRectF &rect) const {
    const bool isOn = is(QStyle::State_On);
    const bool isPart = is(QStyle::State_NoChange);
    const bool isEnabled = is(QStyle::State_Enabled);
    const QColor fill = !isOn && !isPart ? m_tokens.raised : isEnabled ? m_tokens.accent : m_tokens.control;
    plate(rect, swatchRadius, fill, isOn || isPart ? QColor() : m_tokens.control);
    const Saved saved(m_painter);
    m_painter.setPen(QPen(m_tokens.onAccent, rect.width() / 8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&rect](double x, double y) {
        return QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height());
    };
    if (isPart) {
        m_painter.drawLine(at(0.25, 0.5), at(0.75, 0.5));
    } else if (isOn) {
        m_painter.drawPolyline(QPolygonF({at(0.24, 0.52), at(0.42, 0.70), at(0.77, 0.31)}));
    }
    if (is(QStyle::State_HasFocus)) {
        focusRing(rect.adjusted(-2, -2, 2, 2));
    }
}

void ControlLooks::radioButton(const QRectF &rect) const {
    const Saved saved(m_painter);
    const bool isOn = is(QStyle::State_On);
    m_painter.setPen(QPen(isOn ? m_tokens.accent : m_tokens.control, isOn ? 1.5 : 1));
    m_painter.setBrush(m_tokens.raised);
    m_painter.drawEllipse(rect.adjusted(1, 1, -1, -1));
    if (isOn) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_tokens.accent);
        m_painter.drawEllipse(rect.center(), rect.width() / 4, rect.width() / 4);
    }
}

void ControlLooks::popup(const QRectF &rect) const {
    m_painter.fillRect(rect, m_tokens.raised);
    const Saved saved(m_painter);
    m_painter.setPen(QPen(m_tokens.control, 1));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5));
}

void ControlLooks::splitter(const QRect &rect) const {
    const bool isTall = rect.height() > rect.width();
    const QColor color = is(QStyle::State_MouseOver) ? m_tokens.control : m_tokens.line;
    m_painter.fillRect(isTall ? QRect(rect.center().x(), rect.top(), 1, rect.height())
                              : QRect(rect.left(), rect.center().y(), rect.width(), 1),
                       color);
}

void ControlLooks::menuBarItem(const QStyleOptionMenuItem &item) const {
    const bool isOpen = is(QStyle::State_Sunken);
    if (is(QStyle::State_Selected)) {
        plate(item.rect, controlRadius, isOpen ? m_tokens.accentSoft : m_tokens.hover, QColor());
    }
    m_painter.setPen(is(QStyle::State_Enabled) ? m_tokens.ink : m_tokens.ink3);
    m_painter.drawText(item.rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, item.text);
}

void ControlLooks::headerSection(const QRect &rect) const {
    m_painter.fillRect(rect, m_tokens.surface);
    m_painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_tokens.line);
}

void ControlLooks::scrollBarHandle(const QRect &rect) const {
    const double inset = std::min(rect.width(), rect.height()) / 4.0;
    const QRectF body = QRectF(rect).adjusted(inset, inset, -inset, -inset);
    const double radius = std::min(body.width(), body.height()) / 2;
    plate(body, radius,
          is(QStyle::State_MouseOver) || is(QStyle::State_Sunken) ? m_tokens.ink3 : m_tokens.control,
          QColor());
}

void ControlLooks::slider(const QRect &groove, const QRect &handle) const {
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(&m_option);
    const bool across = slider == nullptr || slider->orientation == Qt::Horizontal;
    const Saved saved(m_painter);
    m_painter.setPen(Qt::NoPen);
    const QPointF middle = QRectF(handle).center();
    const QRectF track = across ? QRectF(groove.left(), middle.y() - 1.5, groove.width(), 3)
                                : QRectF(middle.x() - 1.5, groove.top(), 3, groove.height());
    m_painter.setBrush(m_tokens.control);
    m_painter.drawRoundedRect(track, 1.5, 1.5);
    if (across) {
        m_painter.setBrush(m_tokens.accent);
        m_painter.drawRoundedRect(QRectF(track.topLeft(), QPointF(middle.x(), track.bottom())), 1.5, 1.5);
    }
    const double radius = std::min(handle.width(), handle.height()) / 2.0 - 1.5;
    m_painter.setPen(QPen(m_tokens.accent, 2));
    m_painter.setBrush(m_tokens.raised);
    m_painter.drawEllipse(middle, radius, radius);
    if (is(QStyle::State_HasFocus)) {
        focusRing(QRectF(handle).adjusted(-1, -1, 1, 1));
    }
}

void ControlLooks::arrow(const QRectF &rect) const {
    const Saved saved(m_painter);
    const double size = px(4);
    const QPointF middle = rect.center();
    m_painter.setPen(QPen(is(QStyle::State_Enabled) ? m_tokens.ink2 : m_tokens.ink3, 1.6, Qt::SolidLine,
                          Qt::RoundCap, Qt::RoundJoin));
    m_painter.drawPolyline(QPolygonF({middle + QPointF(-size, -size / 2), middle + QPointF(0, size / 2),
                                      middle + QPointF(size, -size / 2)}));
}

} // namespace timeloom
