// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/view/page_view.h"

#include "layout/page/page_content.h"
#include "paint/picture.h"
#include "widgets/view/event_keys.h"

#include <QApplication>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>

namespace timeline {

PageView::PageView(Workspace &workspace, const Fonts &fonts, QWidget *parent)
    : SceneWidget(workspace, parent), m_painter(*this, fonts) {
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Page"));
    connect(&workspace, &Workspace::documentChanged, this, &PageView::forget);
    connect(&workspace, &Workspace::documentEdited, this, &PageView::compose);
    connect(&workspace, &Workspace::layoutChanged, this, &PageView::compose);
    const auto repaint = [this] { viewport()->update(); };
    connect(workspace.selection(), &EventSelection::changed, this, repaint);
    connect(&workspace, &Workspace::hoverChanged, this, repaint);
}

void PageView::forget() {
    dropDrag();
    m_scene = {};
    m_image = {};
    m_order.clear();
    compose();
}

/// Of what the filter asks for, whatever stretch of time the timeline shows.
void PageView::compose() {
    m_isStale = !isVisible();
    if (m_isStale) {
        m_work.giveUp();
        return;
    }
    PictureOptions options;
    constexpr QSize least(200, 120);
    options.size = viewport()->size().expandedTo(least);
    options.scale = devicePixelRatioF();
    options.dark = Theme::forPalette(palette()).dark;
    options.layout = m_workspace.layoutOptions();
    options.filter = m_workspace.filter();
    m_work.begin(
        [document = m_workspace.document(), options](const std::stop_token &stop) {
            Made made;
            PictureOptions its = options;
            its.shown = options.filter.apply(*document);
            const std::size_t events = pageEventCount(*document, *its.shown, PageOptions());
            its.page = events <= mostComposed ? PageLayout::Auto : PageLayout::Columns;
            if (events > mostOnPage) {
                made.tooMany = events;
            } else if (!stop.stop_requested()) {
                const Fonts fonts; // what these remember is for one thread
                const Picture picture(document, its, fonts);
                made.scene = picture.scene();
                made.image = picture.toImage();
                made.image.setDevicePixelRatio(options.scale);
            }
            return made;
        },
        [this](Made made) { take(std::move(made)); });
}

void PageView::take(Made made) {
    m_scene = std::move(made.scene);
    m_image = std::move(made.image);
    m_note = made.tooMany == 0 ? QString()
                               : tr("%Ln events are too many for a page: it has room for %1.\nFilter them, "
                                    "or look at them in lanes.",
                                    nullptr, static_cast<int>(made.tooMany))
                                     .arg(QLocale().toString(mostOnPage));
    std::vector<const SceneItem *> items;
    std::ranges::transform(m_scene.items, std::back_inserter(items),
                           [](const SceneItem &item) { return &item; });
    std::ranges::stable_sort(items, {},
                             [](const SceneItem *item) { return std::pair(item->panel, item->axisBegin); });
    m_order.clear();
    std::ranges::transform(items, std::back_inserter(m_order), &SceneItem::event);
    if (dragging().drag() != nullptr) {
        dropDrag(); // what was held stands elsewhere
    }
    viewport()->update();
    Q_EMIT composed();
}

void PageView::paintEvent(QPaintEvent *) {
    QPainter painter(viewport());
    const Theme theme = Theme::forPalette(palette()).onPage();
    painter.fillRect(viewport()->rect(), theme.page);
    painter.drawImage(0, 0, m_image);
    if (!m_note.isEmpty()) {
        painter.setPen(theme.text);
        painter.drawText(viewport()->rect().adjusted(20, 20, -20, -20), Qt::AlignCenter | Qt::TextWordWrap,
                         m_note);
    }
    m_painter.paintSelected(painter, states());
    m_painter.paintStates(painter, states());
    const std::optional<EventIndex> current = m_workspace.selection()->current();
    if (dragging().drag() != nullptr && m_isMoving) {
        m_painter.paintDrag(painter, *dragging().drag());
    } else if (current && dragging().canEdit()) {
        m_painter.paintLinkHandles(painter, *current);
    }
}

void PageView::resizeEvent(QResizeEvent *) {
    compose();
}

void PageView::showEvent(QShowEvent *event) {
    SceneWidget::showEvent(event);
    if (m_isStale) {
        compose();
    }
}

void PageView::changeEvent(QEvent *event) {
    if (event->type() == QEvent::PaletteChange) {
        m_painter.setPalette(palette());
        compose();
    }
    SceneWidget::changeEvent(event);
}

bool PageView::viewportEvent(QEvent *event) {
    if (event->type() == QEvent::ToolTip) {
        showToolTip(*static_cast<QHelpEvent *>(event));
        return true;
    }
    if (event->type() == QEvent::Leave) {
        restOver(std::nullopt);
        m_workspace.setHovered(std::nullopt);
        Q_EMIT pointedAt(QString());
    }
    return SceneWidget::viewportEvent(event);
}

void PageView::hover(QPointF at) {
    const SceneItem *item = m_scene.itemAt(at);
    m_workspace.setHovered(item != nullptr ? std::optional(item->event) : std::nullopt);
    viewport()->setCursor(
        dragging().cursorAt(at).value_or(item != nullptr ? Qt::PointingHandCursor : Qt::ArrowCursor));
}

void PageView::dropDrag() {
    dragging().drop();
    m_pressed.reset();
    m_isMoving = false;
    viewport()->update();
}

void PageView::startLink() {
    if (dragging().beginLink()) {
        m_isMoving = true;
        viewport()->setCursor(Qt::CrossCursor);
        viewport()->update();
    }
}

void PageView::mousePressEvent(QMouseEvent *event) {
    hidesTip();
    keys().setSeen(false);
    if (event->button() != Qt::LeftButton) {
        dropDrag();
        return;
    }
    if (dragging().drag() != nullptr) { // an arrow that was begun from a menu
        dragging().moveTo(event->position(), false);
        m_isMoving = false;
        dragging().finish();
        return;
    }
    m_pressed = event->position();
    m_isMoving = false;
    if (const auto held = dragging().heldAt(event->position());
        held && !(event->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier))) {
        dragging().begin(*held, event->position());
    }
}

void PageView::mouseMoveEvent(QMouseEvent *event) {
    const QPointF at = event->position();
    tellPointer(at);
    if (dragging().drag() == nullptr) {
        hover(at);
        restOver(at);
        return;
    }
    if (m_pressed && (at - *m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
        m_isMoving = true;
    }
    if (m_isMoving) {
        dragging().moveTo(at, event->modifiers() & Qt::ControlModifier);
    }
    viewport()->update();
}

void PageView::mouseReleaseEvent(QMouseEvent *event) {
    const bool wasPressed = std::exchange(m_pressed, std::nullopt).has_value();
    if (event->button() != Qt::LeftButton || !wasPressed) {
        return;
    }
    const bool hasMoved = std::exchange(m_isMoving, false);
    if (dragging().drag() != nullptr && hasMoved) {
        dragging().finish();
    } else {
        dragging().drop();
        const bool isMore = event->modifiers() & Qt::ControlModifier;
        if (const SceneItem *item = m_scene.itemAt(event->position())) {
            m_workspace.selection()->select(item->event, isMore ? QItemSelectionModel::Toggle
                                                                : QItemSelectionModel::ClearAndSelect);
        } else if (!isMore) {
            m_workspace.selection()->clear();
        }
    }
    viewport()->update();
}

void PageView::mouseDoubleClickEvent(QMouseEvent *event) {
    if (event->button() != Qt::LeftButton) {
        return;
    }
    if (const SceneItem *item = m_scene.itemAt(event->position())) {
        Q_EMIT editRequested(item->event);
    } else if (m_scene.plot.contains(event->position())) {
        addEvent(event->position());
    }
}

std::ptrdiff_t PageView::placeOf(std::optional<EventIndex> event) const {
    const auto place = event ? std::ranges::find(m_order, *event) : m_order.end();
    return place == m_order.end() ? -1 : place - m_order.begin();
}

void PageView::goTo(std::ptrdiff_t place) {
    keys().setSeen(true);
    if (!m_order.empty()) {
        const auto at = std::clamp<std::ptrdiff_t>(place, 0, std::ssize(m_order) - 1);
        m_workspace.selection()->select(m_order[static_cast<std::size_t>(at)]);
    }
}

void PageView::keyPressEvent(QKeyEvent *event) {
    const std::optional<EventIndex> current = m_workspace.selection()->current();
    const bool wasBusy = hidesTip() || dragging().drag() != nullptr;
    if (keys().press(*event)) {
        keys().setSeen(true);
        return;
    }
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) {
        SceneWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down:
        return goTo(placeOf(current) + 1);
    case Qt::Key_Left:
    case Qt::Key_Up:
        return goTo(placeOf(current) - 1);
    case Qt::Key_Home:
        return goTo(0);
    case Qt::Key_End:
        return goTo(std::ssize(m_order) - 1);
    case Qt::Key_Escape:
        dropDrag();
        event->setAccepted(wasBusy);
        return;
    default:
        SceneWidget::keyPressEvent(event);
    }
}

} // namespace timeline
