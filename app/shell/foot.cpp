// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shell/foot.h"

#include "app/signs/measures.h"
#include "layout/scene/legend.h"
#include "paint/tokens.h"
#include "widgets/workspace/workspace.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

constexpr int stepsAnOctave = 8; // of the zoom

} // namespace

Foot::Foot(Workspace &workspace, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_row(new QHBoxLayout(this)), m_label(new QLabel),
      m_zoom(new QSlider(Qt::Horizontal)) {
    m_row->setContentsMargins(8, 0, 8, 0);
    m_row->setSpacing(4);
    m_row->addWidget(m_label, 1);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setFont(textFont(12));
    m_label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_label->setMinimumWidth(0);
    m_label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_zoom->setFixedWidth(px(120));
    m_zoom->setAccessibleName(tr("Zoom"));
    m_zoom->setToolTip(tr("Zoom"));
    m_ends.setSingleShot(true);
    connect(&m_ends, &QTimer::timeout, this, [this] { tell({}, 0); });
    connect(m_zoom, &QSlider::valueChanged, this, &Foot::zoomTo);
    connect(workspace.navigation(), &Navigation::viewportChanged, this, &Foot::showZoom);
    const auto count = [this] {
        const EventIndex shown = m_workspace.layout().lanes().eventCount;
        const EventIndex all = m_workspace.document()->placedCount();
        const QLocale locale;
        m_isFiltered = shown != all;
        m_count = shown == all
                      ? tr("%Ln events", nullptr, static_cast<int>(all))
                      : tr("%1 of %Ln events", nullptr, static_cast<int>(all)).arg(locale.toString(shown));
        if (const std::size_t left = m_workspace.layout().lanes().lanesLeftOut; left > 0) {
            m_count += u" · "_s + lanesOfEventsLeftOut(left);
        }
        showText();
        showZoom();
    };
    connect(&workspace, &Workspace::layoutChanged, this, count);
    count();
}

void Foot::addPane(QAction *action) {
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setIconSize({px(16), px(16)});
    button->setFixedHeight(px(32));
    button->setMinimumWidth(px(32));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    m_row->insertWidget(static_cast<int>(m_panes.size()), button);
    m_panes.push_back({action, button, {}});
    connect(action, &QAction::toggled, this, &Foot::showNames);
    connect(action, &QAction::changed, this, &Foot::showNames);
    showNames();
}

void Foot::setCount(QAction *pane, const QString &count) {
    for (Pane &one : m_panes) {
        if (one.action == pane && one.count != count) {
            one.count = count;
            showNames();
        }
    }
}

/// Where there is little room, only the open one says its name; all tell it to who cannot see.
void Foot::showNames() {
    for (const Pane &pane : std::as_const(m_panes)) {
        const QString name = pane.action->text().remove(u'&');
        const bool isNamed = m_room != WidthClass::Small || pane.action->isChecked();
        const QString shown = isNamed ? name : QString();
        pane.button->setText(pane.count.isEmpty() ? shown
                             : shown.isEmpty()    ? pane.count
                                                  : tr("%1 %2", "a pane, how many").arg(shown, pane.count));
        pane.button->setToolButtonStyle(pane.button->text().isEmpty() ? Qt::ToolButtonIconOnly
                                                                      : Qt::ToolButtonTextBesideIcon);
        pane.button->setAccessibleName(
            pane.count.isEmpty() ? name : tr("%1 %2", "a pane, how many").arg(name, pane.count));
    }
}

void Foot::setActions(const Actions &actions) {
    const auto button = [this](QAction *action, bool hasWords) {
        auto *made = new QToolButton(this);
        made->setDefaultAction(action);
        made->setIconSize({px(16), px(16)});
        made->setFixedHeight(px(32));
        made->setMinimumWidth(px(32));
        made->setToolButtonStyle(hasWords ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
        made->setFocusPolicy(Qt::TabFocus);
        made->setAccessibleName(action->text().remove(u'&'));
        return made;
    };
    m_row->addSpacing(8);
    m_fold = button(actions.fold, true);
    m_row->addWidget(m_fold);
    m_row->addWidget(button(actions.zoomOut, false));
    m_row->addWidget(m_zoom);
    m_row->addWidget(button(actions.zoomIn, false));
    m_row->addWidget(button(actions.everything, false));
    connect(actions.everything, &QAction::changed, this,
            [this, actions] { m_zoom->setEnabled(actions.zoomIn->isEnabled()); });
    setRoom(m_room);
}

void Foot::addBeside(QWidget *widget) {
    m_row->insertWidget(m_row->indexOf(m_label) + 1, widget);
}

void Foot::setRoom(WidthClass room) {
    m_room = room;
    if (m_fold != nullptr) {
        m_fold->setVisible(room != WidthClass::Small);
    }
    showNames();
}

QString Foot::text() const {
    const QString &count = m_titles.isEmpty() || m_isFiltered ? m_count : m_titles;
    return !m_message.isEmpty() ? m_message : !m_pointer.isEmpty() ? m_pointer : count;
}

void Foot::tellOfTitles(qint64 titled, qint64 inView) {
    constexpr qint64 most = 300; // of which one would look for each
    m_titles = titled < inView && inView <= most
                   ? tr("%1 of %Ln events have room for a title", nullptr, static_cast<int>(inView))
                         .arg(QLocale().toString(titled))
                   : QString();
    showText();
}

void Foot::tell(const QString &message, int milliseconds) {
    m_message = message;
    m_ends.stop();
    if (milliseconds > 0) {
        m_ends.start(milliseconds);
    }
    showText();
}

void Foot::tellOfPointer(const QString &text) {
    m_pointer = text;
    showText();
}

/// A text that is longer than its place is whole in the tip.
void Foot::showText() {
    const QString all = text();
    m_label->setText(m_label->fontMetrics().elidedText(all, Qt::ElideRight, std::max(0, m_label->width())));
    m_label->setToolTip(m_label->text() == all ? QString() : all.toHtmlEscaped());
}

void Foot::showZoom() {
    const double all = m_workspace.layout().fitAll(m_workspace.sceneSize()).scale();
    const double now = m_workspace.navigation()->viewport().scale();
    const auto steps = [](double part) {
        return part > 1 ? static_cast<int>(std::lround(stepsAnOctave * std::log2(part))) : 0;
    };
    const QSignalBlocker blocker(m_zoom);
    m_zoom->setRange(0, std::max(1, steps(all))); // down to a millisecond a pixel
    m_zoom->setValue(steps(all / now));
}

void Foot::zoomTo(int value) {
    const Viewport viewport = m_workspace.navigation()->viewport();
    const double all = m_workspace.layout().fitAll(m_workspace.sceneSize()).scale();
    const double wanted = all / std::exp2(static_cast<double>(value) / stepsAnOctave);
    m_workspace.navigation()->setViewport(
        viewport.zoomedAt(m_workspace.anchor().in(viewport), viewport.scale() / wanted));
}

void Foot::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    showText();
}

QSize Foot::sizeHint() const {
    return {px(480), px(34)};
}

void Foot::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const Tokens &tokens = Tokens::forPalette(palette());
    painter.fillRect(rect(), tokens.surface);
    painter.fillRect(0, 0, width(), 1, tokens.line);
}

} // namespace timeloom
