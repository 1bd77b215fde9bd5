// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shell/top_bar.h"

#include "app/shell/search_field.h"
#include "app/shell/width_class.h"
#include "app/signs/icons.h"
#include "app/signs/measures.h"
#include "app/signs/trough.h"
#include "paint/tokens.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QToolButton>
#include <array>

using namespace Qt::StringLiterals;

namespace timeloom {

namespace {

constexpr int narrow = 900; // below it the menus are one button

QWidget *row(QWidget *parent, int spacing) {
    auto *group = new QWidget(parent);
    auto *layout = new QHBoxLayout(group);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing);
    return group;
}

} // namespace

TopBar::TopBar(QMenuBar *menus, SearchField *search, QWidget *parent)
    : QWidget(parent), m_menus(menus), m_search(search), m_menuButton(new QToolButton(this)),
      m_steps(row(this, 0)), m_choice(new Trough({tr("Lanes"), tr("Page")}, this)), m_actions(row(this, 8)) {
    menus->setParent(this);
    menus->setNativeMenuBar(false);
    search->setParent(this);
    m_menuButton->setIcon(icon(u"menu"_s));
    m_menuButton->setIconSize({px(20), px(20)});
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setFocusPolicy(Qt::TabFocus);
    nameButton(m_menuButton, tr("Menu"));
    auto *menu = new QMenu(m_menuButton);
    m_menuButton->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &TopBar::fillMenuButton);
}

/// The menus of the bar, which may be others by now.
void TopBar::fillMenuButton() {
    m_menuButton->menu()->clear();
    m_menuButton->menu()->addActions(m_menus->actions());
}

QToolButton *TopBar::button(QAction *action, const char *property) {
    auto *made = new QToolButton(this);
    made->setDefaultAction(action);
    made->setIconSize({px(20), px(20)});
    made->setMinimumSize(px(32), px(32));
    made->setFixedHeight(px(32));
    made->setFont(textFont(13, 500));
    made->setFocusPolicy(Qt::TabFocus);
    made->setAccessibleName(action->text().remove(u'&'));
    if (property != nullptr) {
        made->setProperty(property, true);
    }
    return made;
}

void TopBar::setActions(const Actions &actions) {
    for (QAction *action : {actions.undo, actions.redo}) {
        m_steps->layout()->addWidget(button(action));
    }
    const std::array surfaces = {actions.lanes, actions.page};
    for (std::size_t i = 0; i < surfaces.size(); ++i) {
        QAbstractButton *one = m_choice->button(static_cast<int>(i));
        one->setIcon(surfaces.at(i)->icon());
        one->setToolTip(surfaces.at(i)->toolTip());
        connect(surfaces.at(i), &QAction::toggled, m_choice,
                [this, i](bool isOn) { isOn ? m_choice->setCurrent(static_cast<int>(i)) : void(); });
    }
    connect(m_choice, &Trough::chosen, this,
            [surfaces](int choice) { surfaces.at(static_cast<std::size_t>(choice))->trigger(); });
    m_worded = {button(actions.newEvent, "tinted"), button(actions.exportPicture)};
    for (QToolButton *one : std::as_const(m_worded)) {
        m_actions->layout()->addWidget(one);
    }
    arrange();
}

QSize TopBar::sizeHint() const {
    return {px(narrow), px(48)};
}

QSize TopBar::minimumSizeHint() const {
    return {px(500), px(48)};
}

void TopBar::resizeEvent(QResizeEvent *) {
    arrange();
}

void TopBar::arrange() {
    const QSize inWindow = window()->size();
    const WidthClass room = widthClassOf({width(), inWindow.height()});
    const bool isNarrow = width() < px(narrow);
    m_menus->setVisible(!isNarrow);
    m_menuButton->setVisible(isNarrow);
    for (QToolButton *one : std::as_const(m_worded)) {
        one->setToolButtonStyle(room == WidthClass::Small ? Qt::ToolButtonIconOnly
                                                          : Qt::ToolButtonTextBesideIcon);
    }
    const auto put = [this](QWidget *widget, int x) {
        const QSize size = widget->sizeHint();
        const int height = std::max(size.height(), px(32));
        widget->setGeometry(x, (this->height() - height) / 2, size.width(), height);
        return x + size.width();
    };
    int left = put(isNarrow ? static_cast<QWidget *>(m_menuButton) : m_menus, px(8)) + px(12);
    left = put(m_steps, left) + px(12);
    int right = width() - px(12) - m_actions->sizeHint().width();
    put(m_actions, right);
    right -= px(12) + m_choice->sizeHint().width();
    put(m_choice, right);
    const int wanted = px(room == WidthClass::Wide ? 560 : room == WidthClass::Middle ? 420 : 316);
    const int searchWidth = std::min(wanted, std::max(px(120), right - left - px(12)));
    const int x = std::clamp((width() - searchWidth) / 2, left, std::max(left, right - px(12) - searchWidth));
    m_search->setGeometry(x, (height() - px(34)) / 2, searchWidth, px(34));
}

void TopBar::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const timeline::Tokens &tokens = timeline::Tokens::forPalette(palette());
    painter.fillRect(rect(), tokens.surface);
    painter.fillRect(0, height() - 1, width(), 1, tokens.line);
    const int x = m_steps->x() - px(6);
    painter.fillRect(x, height() / 2 - px(10), 1, px(20), tokens.line);
}

} // namespace timeloom
