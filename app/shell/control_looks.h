// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/tokens.h"

#include <QPainter>
#include <QStyleOption>

namespace timeloom {

/// Paints the parts of controls for Style, as an option says in which state they are.
class ControlLooks {
public:
    ControlLooks(QPainter &painter, const QStyleOption &option, const QWidget *widget);

    void focusRing(const QRectF &rect) const;
    void field(const QRectF &rect) const;
    void button(const QRectF &rect) const; ///< with words; the default one is the main one
    QColor textOfButton() const;
    void toolButton(const QRectF &rect) const;
    void checkBox(const QRectF &rect) const;
    void radioButton(const QRectF &rect) const;
    void popup(const QRectF &rect) const;
    void splitter(const QRect &rect) const;
    void menuBarItem(const QStyleOptionMenuItem &item) const;
    void headerSection(const QRect &rect) const;
    void scrollBarHandle(const QRect &rect) const;
    void slider(const QRect &groove, const QRect &handle) const;
    void arrow(const QRectF &rect) const; ///< of a list that opens downwards

private:
    bool is(QStyle::StateFlag flag) const { return m_option.state.testFlag(flag); }
    void plate(const QRectF &rect, double radius, const QColor &fill, const QColor &border) const;

    QPainter &m_painter;
    const QStyleOption &m_option;
    const QWidget *m_widget;
    const timeline::Tokens &m_tokens;
};

} // namespace timeloom
