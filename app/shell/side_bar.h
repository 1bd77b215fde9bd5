// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

namespace timeloom {

class LazyPages;

/// The ground of the pages beside the canvas, with an edge to drag it wider.
class SideBar : public QWidget {
    Q_OBJECT

public:
    explicit SideBar(QWidget *parent = nullptr);
    LazyPages &pages() const { return *m_pages; }

Q_SIGNALS:
    void widthDragged(int width); ///< so wide it shall be

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    LazyPages *m_pages;
    std::optional<int> m_grip; ///< the pointer's distance from the left edge while that is dragged
};

} // namespace timeloom
