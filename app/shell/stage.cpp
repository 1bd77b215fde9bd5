// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shell/stage.h"

#include "app/shell/lazy_pages.h"
#include "app/shell/rail.h"
#include "app/shell/side_bar.h"
#include "app/signs/measures.h"

#include <QSettings>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace timeloom {

namespace {

constexpr int leastSide = 280;
constexpr int mostSide = 480;
constexpr int leastPane = 150;
constexpr int usualPane = 280;
constexpr double mostPaneShare = 0.6; // of the height

} // namespace

Stage::Stage(QWidget *parent)
    : QWidget(parent), m_middle(new QSplitter(Qt::Vertical, this)), m_foot(new LazyPages),
      m_side(new SideBar(this)), m_rail(new Rail(this)) {
    auto *canvas = new QWidget;
    m_canvas = new QVBoxLayout(canvas);
    m_canvas->setContentsMargins(0, 0, 0, 0);
    m_canvas->setSpacing(0);
    m_middle->addWidget(canvas);
    m_middle->addWidget(m_foot);
    m_middle->setStretchFactor(0, 1);
    m_middle->setStretchFactor(1, 0);
    m_middle->setCollapsible(0, false);
    m_middle->setCollapsible(1, false);
    m_middle->setChildrenCollapsible(false);
    m_foot->setMinimumHeight(px(leastPane));
    m_foot->hide();
    connect(m_side, &SideBar::widthDragged, this, [this](int width) {
        m_draggedWidth = std::clamp(width, px(leastSide), px(mostSide));
        arrange();
    });
}

Stage::~Stage() = default;

void Stage::addCanvas(QWidget *widget, int stretch) {
    m_canvas->addWidget(widget, stretch);
}

int Stage::sideWidth() const {
    const int most = std::max(px(leastSide), width() - m_rail->sizeHint().width() - px(200));
    const int usual = m_isEditing                  ? px(360)
                      : m_room == WidthClass::Wide ? px(320)
                      : isDocked()                 ? px(296)
                                                   : px(300);
    return std::min(m_draggedWidth > 0 ? m_draggedWidth : usual, most);
}

int Stage::canvasInset() const {
    return isDrawerOpen() ? sideWidth() : 0;
}

void Stage::openSide(int page) {
    m_side->pages().showPage(page);
    m_isSideOpen = true;
    arrange();
    Q_EMIT sideChanged();
}

void Stage::closeSide() {
    m_isSideOpen = false;
    arrange();
    Q_EMIT sideChanged();
}

void Stage::setDocked(bool isDocked) {
    m_isDocked = isDocked;
    arrange();
    Q_EMIT sideChanged();
}

void Stage::setEditing(bool isEditing) {
    if (m_isEditing != isEditing) {
        m_isEditing = isEditing;
        arrange();
    }
}

void Stage::setRoom(WidthClass room) {
    if (m_room != room) {
        m_room = room;
        arrange();
        Q_EMIT sideChanged();
    }
}

void Stage::keepPaneHeight() {
    if (m_pane && m_foot->isVisible()) {
        m_paneHeights.at(static_cast<std::size_t>(*m_pane)) = m_foot->height();
    }
}

void Stage::openPane(int pane) {
    keepPaneHeight();
    m_foot->showPage(pane);
    m_pane = pane;
    m_foot->show();
    const int kept = m_paneHeights.at(static_cast<std::size_t>(pane));
    const int most = std::max(px(leastPane), static_cast<int>(height() * mostPaneShare));
    const int wanted = std::clamp(kept > 0 ? kept : px(usualPane), px(leastPane), most);
    m_middle->setSizes({height() - wanted, wanted});
    Q_EMIT paneChanged();
}

void Stage::closePane() {
    keepPaneHeight();
    m_pane.reset();
    m_foot->hide();
    Q_EMIT paneChanged();
}

void Stage::resizeEvent(QResizeEvent *) {
    m_foot->setMaximumHeight(std::max(px(leastPane), static_cast<int>(height() * mostPaneShare)));
    arrange();
}

void Stage::arrange() {
    const int rail = m_rail->sizeHint().width();
    const int side = m_isSideOpen ? sideWidth() : 0;
    const int left = width() - rail;
    m_rail->setGeometry(left, 0, rail, height());
    m_middle->setGeometry(0, 0, isDocked() ? left - side : left, height());
    m_side->setVisible(m_isSideOpen);
    m_side->setGeometry(left - side, 0, side, height());
    m_side->raise();
}

// Kept state

void Stage::restore() {
    const QSettings settings;
    m_isDocked = settings.value(u"shell/docked"_s, m_room == WidthClass::Wide).toBool();
    m_isSideOpen = settings.value(u"shell/sideOpen"_s, m_room == WidthClass::Wide).toBool();
    m_draggedWidth = settings.value(u"shell/sideWidth"_s).toInt();
    m_draggedWidth = m_draggedWidth > 0 ? std::clamp(m_draggedWidth, px(leastSide), px(mostSide)) : 0;
    m_side->pages().setCurrentIndex(
        std::clamp(settings.value(u"shell/sidePage"_s).toInt(), 0, m_side->pages().count() - 1));
    const QVariantList heights = settings.value(u"shell/paneHeights"_s).toList();
    for (std::size_t i = 0; i < m_paneHeights.size(); ++i) {
        m_paneHeights.at(i) = std::max(0, heights.value(static_cast<qsizetype>(i)).toInt());
    }
    arrange();
    Q_EMIT sideChanged();
    if (const int pane = settings.value(u"shell/pane"_s, -1).toInt(); pane >= 0 && pane < m_foot->count()) {
        openPane(pane);
    }
}

void Stage::keep() const {
    QSettings settings;
    settings.setValue(u"shell/docked"_s, m_isDocked);
    settings.setValue(u"shell/sideOpen"_s,
                      m_isSideOpen && isDocked()); // a drawer is closed at the next start
    settings.setValue(u"shell/sideWidth"_s, m_draggedWidth);
    settings.setValue(u"shell/sidePage"_s, m_side->pages().currentIndex());
    settings.setValue(u"shell/pane"_s, m_pane.value_or(-1));
    QVariantList heights;
    for (std::size_t i = 0; i < m_paneHeights.size(); ++i) {
        const bool isOpen = m_pane && *m_pane == static_cast<int>(i);
        heights += isOpen ? m_foot->height() : m_paneHeights.at(i);
    }
    settings.setValue(u"shell/paneHeights"_s, heights);
}

} // namespace timeloom
