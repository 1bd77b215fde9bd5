// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shell/search_field.h"

#include "app/signs/icons.h"
#include "app/signs/measures.h"
#include "document/bytes/look_alike.h"
#include "document/bytes/visible_text.h"
#include "paint/tokens.h"
#include "widgets/workspace/event_model.h"
#include "widgets/workspace/workspace.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

constexpr EventIndex fewEvents = 20'000; // among so many each letter is looked for at once

} // namespace

SearchField::SearchField(Workspace &workspace, QWidget *parent)
    : QLineEdit(parent), m_workspace(workspace), m_count(new QLabel(this)), m_error(new QLabel(parent)),
      m_previous(button(u"up"_s, tr("Previous match (Shift+Return)"))),
      m_next(button(u"down"_s, tr("Next match (Return)"))),
      m_clear(button(u"close"_s, tr("Clear the search"))) {
    setObjectName(u"search"_s);
    setAccessibleName(tr("Search"));
    setToolTip(tr("<html>All terms must hold; <b>-</b> before a term: must not hold.<br>"
                  "<b>word</b> or <b>\"two words\"</b>: in title, description, attribution or a tag<br>"
                  "<b>category:</b>… <b>status:</b>… <b>tag:</b>… <b>source:</b>… <b>id:</b>…: "
                  "exactly this<br>"
                  "<b>after:</b>2024 <b>before:</b>2025-02 <b>during:</b>2024: by their dates</html>"));
    setPlaceholderText(tr("Find events: a word, “a phrase”, status:planned, tag:A100 …"));
    m_count->setFont(textFont(12));
    m_count->setTextFormat(Qt::PlainText);
    m_count->setCursor(Qt::ArrowCursor);
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->setMargin(8);
    m_error->setAutoFillBackground(true);
    m_error->hide();
    connect(m_previous, &QToolButton::clicked, this, [this] { goBy(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { goBy(1); });
    connect(m_clear, &QToolButton::clicked, this, [this] {
        clear();
        applyTyped();
    });
    m_typing.setSingleShot(true);
    m_typing.setInterval(30);
    connect(&m_typing, &QTimer::timeout, this, &SearchField::applyTyped);
    connect(this, &QLineEdit::textEdited, this, [this] {
        if (m_workspace.document()->eventCount() <= fewEvents) {
            applyTyped();
        } else {
            m_typing.start();
        }
    });
    connect(&workspace, &Workspace::filterChanged, this, &SearchField::showFilter);
    connect(&workspace, &Workspace::layoutChanged, this, &SearchField::showCount);
    connect(workspace.selection(), &EventSelection::changed, this, &SearchField::showCount);
    connect(workspace.events(), &EventModel::busyChanged, this, &SearchField::showCount);
    showCount();
}

QToolButton *SearchField::button(const QString &iconName, const QString &name) {
    auto *made = new QToolButton(this);
    made->setIcon(icon(iconName));
    made->setIconSize({px(16), px(16)});
    made->setFixedSize(px(24), px(24));
    made->setCursor(Qt::ArrowCursor);
    made->setFocusPolicy(Qt::NoFocus); // the field has keys for them
    nameButton(made, name);
    return made;
}

void SearchField::begin() {
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

void SearchField::applyTyped() {
    m_typing.stop();
    m_isAtMatch = false;
    m_workspace.setQuery(text());
    showCount();
}

void SearchField::showFilter() {
    // Not while someone types: what is applied may be some letters behind.
    if (!m_typing.isActive() && text() != m_workspace.filter().query()) {
        setText(m_workspace.filter().query());
        m_isAtMatch = false;
    }
    showError();
    showCount();
}

void SearchField::showError() {
    const auto &wrong = m_workspace.filter().error();
    setProperty("wrong", wrong.has_value());
    m_error->setText(wrong ? visibleText(wrong->problem.message()) : QString());
    arrange();
    update();
}

/// In the order of the table's rows.
void SearchField::goBy(int step) {
    if (m_typing.isActive()) {
        applyTyped();
    }
    const int count = m_workspace.events()->rowCount();
    if (count == 0) {
        return;
    }
    const std::optional<EventIndex> current = m_workspace.selection()->current();
    const std::optional<int> at = current ? m_workspace.events()->rowOf(*current) : std::nullopt;
    const int from = m_isAtMatch && at ? *at : step > 0 ? -1 : count;
    const int row = (from + step + count) % count;
    const EventIndex event = m_workspace.events()->eventAt(row);
    m_isAtMatch = true;
    m_workspace.selection()->select(event);
    m_workspace.bringIntoView(event);
    showCount();
    Q_EMIT wentTo(tr("Match %1: %2").arg(m_position, visibleName(m_workspace.document()->eventTitle(event))));
}

void SearchField::showCount() {
    const bool isAsked = !m_workspace.filter().query().isEmpty();
    const int count = m_workspace.events()->rowCount();
    const QLocale locale;
    const std::optional<EventIndex> current = m_workspace.selection()->current();
    const std::optional<int> at =
        m_isAtMatch && current ? m_workspace.events()->rowOf(*current) : std::nullopt;
    const auto all = static_cast<int>(m_workspace.document()->presentCount());
    m_position = !isAsked ? QString()
                 : count == 0
                     ? tr("0 of %1").arg(locale.toString(all))
                     : tr("%1 of %2").arg(locale.toString(at.value_or(0) + 1), locale.toString(count));
    m_count->setText(m_position);
    m_count->setVisible(isAsked);
    m_previous->setVisible(isAsked);
    m_next->setVisible(isAsked);
    m_clear->setVisible(isAsked || !text().isEmpty());
    m_previous->setEnabled(count > 0);
    m_next->setEnabled(count > 0);
    arrange();
}

void SearchField::arrange() {
    int right = width() - px(6);
    const auto put = [this, &right](QWidget *widget, int wide) {
        if (widget->isVisibleTo(this)) {
            right -= wide;
            widget->setGeometry(right, (height() - px(24)) / 2, wide, px(24));
        }
    };
    for (QToolButton *one : {m_clear, m_next, m_previous}) {
        put(one, px(24));
    }
    put(m_count, m_count->sizeHint().width() + px(8));
    setTextMargins(px(28), 0, width() - right + px(4), 0);
    if (QWidget *ground = parentWidget() != nullptr ? window() : nullptr;
        ground != nullptr && !m_error->text().isEmpty() && isVisible()) {
        m_error->setParent(ground);
        m_error->setGeometry(
            QRect(mapTo(ground, QPoint(0, height() + 4)), QSize(width(), m_error->heightForWidth(width()))));
        const Tokens &tokens = Tokens::forPalette(palette());
        QPalette colors = palette();
        colors.setColor(QPalette::Window, tokens.errorSoft);
        colors.setColor(QPalette::WindowText, tokens.ink);
        m_error->setPalette(colors);
        m_error->show();
        m_error->raise();
    } else {
        m_error->hide();
    }
}

void SearchField::resizeEvent(QResizeEvent *event) {
    QLineEdit::resizeEvent(event);
    setPlaceholderText(width() > px(500) ? tr("Find events: a word, “a phrase”, status:planned, after:2024 …")
                       : width() > px(320) ? tr("Find events: a word, “a phrase” …")
                                           : tr("Find events …"));
    arrange();
}

void SearchField::moveEvent(QMoveEvent *event) {
    QLineEdit::moveEvent(event);
    arrange();
}

void SearchField::focusInEvent(QFocusEvent *event) {
    QLineEdit::focusInEvent(event);
    update();
}

void SearchField::focusOutEvent(QFocusEvent *event) {
    QLineEdit::focusOutEvent(event);
    update();
}

void SearchField::paintEvent(QPaintEvent *event) {
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const Tokens &tokens = Tokens::forPalette(palette());
    icon(u"search"_s).paint(&painter, px(8), (height() - px(20)) / 2, px(20), px(20));
    if (text().isEmpty() && !hasFocus()) { // the key that leads here
        const QRectF key(width() - px(28), (height() - px(20)) / 2.0, px(20), px(20));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.hover);
        painter.drawRoundedRect(key, 4, 4);
        painter.setPen(tokens.ink2);
        painter.setFont(textFont(12));
        painter.drawText(key, Qt::AlignCenter, u"/"_s);
    }
}

void SearchField::keyPressEvent(QKeyEvent *event) {
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        goBy(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
        return;
    case Qt::Key_Escape:
        if (text().isEmpty()) {
            Q_EMIT left();
        } else {
            clear();
            applyTyped();
        }
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

} // namespace timeloom
