// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/fields/word_chips.h"

#include "app/fields/flow_layout.h"
#include "app/fields/list_edit.h"
#include "app/signs/icons.h"
#include "app/signs/measures.h"
#include "document/bytes/look_alike.h"
#include "paint/tokens.h"
#include "widgets/workspace/plain_tool_tip.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

constexpr int chipHeight = 28;
constexpr int padding = 10;
constexpr int crossWidth = 26;
constexpr int widest = 220; // of a word
constexpr double radius = 12;
constexpr qsizetype mostChips = 100;

} // namespace

WordChip::WordChip(const QString &word, QWidget *parent) : QAbstractButton(parent) {
    const QString name = visibleName(word, TextUse::Name).simplified();
    setText(word);
    setAccessibleName(tr("%1: take it out", "a word of a list").arg(name));
    setToolTip(plainToolTip(name));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_Hover);
    m_shown = QFontMetrics(textFont(12)).elidedText(name, Qt::ElideRight, px(widest));
}

QSize WordChip::sizeHint() const {
    const int word = QFontMetrics(textFont(12)).horizontalAdvance(m_shown);
    return {word + px(padding) + px(crossWidth), px(chipHeight)};
}

QSize WordChip::minimumSizeHint() const {
    return {px(padding) + px(crossWidth), px(chipHeight)};
}

QRect WordChip::cross() const {
    return {width() - px(crossWidth), 0, px(crossWidth), height()};
}

bool WordChip::hitButton(const QPoint &at) const {
    return cross().contains(at);
}

void WordChip::mouseMoveEvent(QMouseEvent *event) {
    setCursor(hitButton(event->pos()) && isEnabled() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
    QAbstractButton::mouseMoveEvent(event);
}

/// What the window would do with the whole event is meant for the word, even where it has no use for it.
bool WordChip::event(QEvent *event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        for (const QKeySequence::StandardKey each :
             {QKeySequence::Delete, QKeySequence::Cut, QKeySequence::Copy, QKeySequence::Paste,
              QKeySequence::SelectAll}) {
            if (key->matches(each)) {
                event->accept();
                return true;
            }
        }
    }
    return QAbstractButton::event(event);
}

void WordChip::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void WordChip::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = Tokens::forPalette(palette());
    painter.setPen(hasFocus() ? QPen(tokens.accent, 2) : QPen(Qt::NoPen));
    painter.setBrush(tokens.hover);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), px(radius), px(radius));
    const bool isOnCross = underMouse() && hitButton(mapFromGlobal(QCursor::pos()));
    const QColor ink = isEnabled() ? tokens.ink : tokens.ink3;
    const int side = px(14);
    const QRectF picture(QPointF(cross().center().x() - side / 2.0, (height() - side) / 2.0),
                         QSizeF(side, side));
    paintIcon(painter, picture, u"close"_s, isOnCross && isEnabled() ? tokens.accent : tokens.ink2);
    painter.setFont(textFont(12));
    painter.setPen(ink);
    const QRect room(px(padding), 0, cross().left() - px(padding), height());
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_shown, Qt::ElideRight, room.width() + 1));
}

WordChips::WordChips(std::function<QStringList()> choices, const QString &add, QWidget *parent)
    : QWidget(parent), m_line(new ListEdit(std::move(choices))), m_chips(new QWidget),
      m_flow(new FlowLayout(4)), m_note(new QLabel), m_add(new QToolButton) {
    m_note->setTextFormat(Qt::PlainText);
    m_note->setFont(textFont(12));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setMinimumHeight(px(chipHeight));
    m_add->setText(add);
    m_add->setIcon(icon(u"new-event"_s));
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_add->setAutoRaise(true);
    m_add->setFocusPolicy(Qt::StrongFocus);
    m_flow->addWidget(m_note);
    m_flow->addWidget(m_add);
    m_chips->setLayout(m_flow);
    m_line->installEventFilter(this);
    m_line->hide();
    setFocusProxy(m_add);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(4);
    column->addWidget(m_chips);
    column->addWidget(m_line);
    connect(m_add, &QToolButton::clicked, this, &WordChips::showLine);
    connect(m_line, &QLineEdit::textEdited, this, [this] { Q_EMIT edited(m_line->words()); });
    showChips({});
}

void WordChips::setWords(const QStringList &words, bool isMixed) {
    m_isMixed = isMixed;
    m_line->setPlaceholderText(isMixed ? tr("nothing in common; what you add all get")
                                       : tr("parted by commas"));
    m_line->setWords(words);
    showChips(words);
}

void WordChips::showChips(const QStringList &words) {
    const qsizetype more = std::max<qsizetype>(0, words.size() - mostChips);
    m_note->setText(more > 0                     ? tr("and %Ln more", nullptr, static_cast<int>(more))
                    : words.empty() && m_isMixed ? tr("nothing in common")
                                                 : QString());
    m_note->setVisible(!m_note->text().isEmpty());
    if (words == m_shown) {
        return;
    }
    const auto had = std::ranges::find_if(m_words, &QWidget::hasFocus) - m_words.begin();
    m_shown = words;
    for (WordChip *chip : m_words) {
        m_flow->removeWidget(chip);
        chip->hide();
        chip->deleteLater(); // it may be what was clicked
    }
    const bool hadFocus = had < std::ssize(m_words);
    m_words.clear();
    m_flow->removeWidget(m_note);
    m_flow->removeWidget(m_add);
    QWidget *last = nullptr;
    for (const QString &word : words.first(std::min(words.size(), mostChips))) {
        auto *chip = new WordChip(word, m_chips);
        connect(chip, &QAbstractButton::clicked, this, [this, word] { take(word); });
        m_flow->addWidget(chip);
        chip->show();
        if (last != nullptr) {
            setTabOrder(last, chip);
        }
        last = chip;
        m_words.push_back(chip);
    }
    if (last != nullptr) {
        setTabOrder(last, m_add);
    }
    m_flow->addWidget(m_note);
    m_flow->addWidget(m_add);
    if (hadFocus) { // keys stay where they were
        const auto at = static_cast<std::size_t>(had);
        QWidget *next = at < m_words.size() ? static_cast<QWidget *>(m_words[at]) : m_add;
        next->setFocus(Qt::OtherFocusReason);
    }
    m_chips->updateGeometry();
}

void WordChips::take(const QString &word) {
    QStringList words = m_shown;
    words.removeAll(word);
    m_line->setWords(words);
    showChips(words);
    Q_EMIT edited(words);
}

void WordChips::showLine() {
    m_chips->hide();
    m_line->show();
    if (!m_line->words().empty() && !m_line->text().trimmed().endsWith(u',')) {
        m_line->setText(m_line->text() + u", "_s); // for the next one
    }
    m_line->end(false);
    m_line->setFocus(Qt::OtherFocusReason);
}

void WordChips::hideLine() {
    const QStringList words = m_line->words();
    m_line->hide();
    m_line->setText({}); // a comma at its end is gone
    m_line->setWords(words);
    m_chips->show();
    showChips(words);
}

bool WordChips::eventFilter(QObject *watched, QEvent *event) {
    if (watched == m_line && event->type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason) {
            hideLine();
        }
    } else if (watched == m_line && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape) {
            m_add->setFocus(Qt::OtherFocusReason); // which hides it
            hideLine();
            m_add->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace timeloom
