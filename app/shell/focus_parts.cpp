// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shell/focus_parts.h"

#include <QApplication>
#include <QWidget>

namespace timeloom {

FocusParts::FocusParts(QWidget *window) : QObject(window) {
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { note(now); });
}

void FocusParts::add(QWidget *part) {
    m_parts.push_back({part, nullptr});
}

/// The innermost of those that hold it.
int FocusParts::partOf(const QWidget *widget) const {
    for (; widget != nullptr; widget = widget->parentWidget()) {
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            if (m_parts[i].widget == widget) {
                return static_cast<int>(i);
            }
        }
    }
    return -1;
}

void FocusParts::note(QWidget *focused) {
    if (const int part = partOf(focused); part >= 0) {
        m_parts[static_cast<std::size_t>(part)].last = focused;
    }
}

int FocusParts::current() const {
    return partOf(QApplication::focusWidget());
}

/// Where a part is entered: where it was left, or at its first control. Null where it has none.
QWidget *FocusParts::entry(std::size_t part) const {
    const auto takes = [](const QWidget *widget) {
        return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) != 0;
    };
    QWidget *const widget = m_parts[part].widget;
    if (!widget->isVisible()) {
        return nullptr;
    }
    if (QWidget *last = m_parts[part].last; last != nullptr && takes(last)) {
        return last;
    }
    if (takes(widget)) {
        return widget;
    }
    // In the order of Tab, those of other parts within it left out.
    for (QWidget *next = widget->nextInFocusChain(); next != widget; next = next->nextInFocusChain()) {
        if (takes(next) && widget->isAncestorOf(next) && partOf(next) == static_cast<int>(part)) {
            return next;
        }
    }
    return nullptr;
}

void FocusParts::goBy(int step) {
    const auto count = static_cast<int>(m_parts.size());
    int at = current();
    for (int tried = 0; tried < count; ++tried) {
        at = (at + step + count) % count;
        if (QWidget *next = entry(static_cast<std::size_t>(at))) {
            next->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

} // namespace timeloom
