// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/fields/list_rows.h"

#include "app/fields/list_edit.h"
#include "app/signs/icons.h"
#include "app/signs/measures.h"
#include "app/signs/row_delegate.h"
#include "document/bytes/look_alike.h"

#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QStringListModel>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

constexpr int rowHeight = 32;
constexpr int mostRowsKept = 6; // others are scrolled to
constexpr qsizetype mostShown = 200;

/// What a name stands for, and a × at the right.
class NameDelegate : public RowDelegate {
public:
    NameDelegate(ListRows::Title title, QObject *parent) : RowDelegate(parent), m_title(std::move(title)) {
        setRowHeight(rowHeight);
    }

protected:
    Parts partsOf(const QModelIndex &index, const QStyleOptionViewItem &) const override {
        Parts parts;
        const QString name = index.data().toString();
        const QString title = m_title(name);
        parts.text = visibleName(title.isEmpty() ? name : title, TextUse::Title).simplified();
        parts.buttonIcon = u"close"_s;
        return parts;
    }

private:
    ListRows::Title m_title;
};

} // namespace

ListRows::ListRows(Choices choices, Title title, const QString &add, QWidget *parent)
    : QWidget(parent), m_choices(std::move(choices)), m_title(std::move(title)),
      m_words(new QStringListModel(this)), m_rows(new QListView), m_add(new QToolButton),
      m_line(new ListEdit([this] {
          QStringList names;
          for (const auto &choice : m_choices()) {
              names += choice.first;
          }
          return names;
      })) {
    auto *delegate = new NameDelegate(m_title, m_rows);
    m_rows->setModel(m_words);
    m_rows->setItemDelegate(delegate);
    m_rows->setFrameShape(QFrame::NoFrame);
    m_rows->viewport()->setAutoFillBackground(false);
    m_rows->setUniformItemSizes(true);
    m_rows->setMouseTracking(true);
    m_rows->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_rows->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_rows->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_rows->setTabKeyNavigation(false);
    m_rows->installEventFilter(this);
    connect(delegate, &RowDelegate::buttonClicked, this,
            [this](const QModelIndex &index) { take(index.row()); });
    m_add->setText(add);
    m_add->setIcon(icon(u"new-event"_s));
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_add->setAutoRaise(true);
    m_add->setFocusPolicy(Qt::StrongFocus);
    connect(m_add, &QToolButton::clicked, this, &ListRows::offer);
    connect(m_line, &QLineEdit::textEdited, this, [this] {
        showRows(m_line->words());
        Q_EMIT edited(m_line->words());
    });
    m_line->hide();
    setFocusProxy(m_add);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(4);
    column->addWidget(m_rows);
    column->addWidget(m_line);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    showRows({});
}

void ListRows::setWords(const QStringList &words, bool isMixed) {
    m_line->setPlaceholderText(isMixed ? tr("nothing in common; what you add all get")
                                       : tr("parted by commas"));
    m_line->setWords(words);
    showRows(words);
}

void ListRows::showRows(const QStringList &words) {
    const QStringList shown = words.first(std::min(words.size(), mostShown));
    if (shown != m_words->stringList()) {
        m_words->setStringList(shown);
    }
    const int rows = std::min(static_cast<int>(shown.size()), mostRowsKept);
    m_rows->setFixedHeight(rows * std::max(px(rowHeight), fontMetrics().height() + 8));
    m_rows->setVisible(rows > 0);
    m_rows->setAccessibleName(accessibleName());
}

void ListRows::take(int row) {
    QStringList words = m_line->words();
    if (row >= 0 && row < words.size()) {
        words.removeAt(row);
        m_line->setWords(words);
        showRows(words);
        Q_EMIT edited(words);
    }
}

void ListRows::add(const QString &word) {
    QStringList words = m_line->words();
    if (!word.isEmpty() && !words.contains(word)) {
        words += word;
        m_line->setWords(words);
        showRows(words);
        Q_EMIT edited(words);
    }
}

void ListRows::showLine() {
    m_line->show();
    m_line->setFocus(Qt::OtherFocusReason);
}

/// Those that there are; where there are very many, one looks for one.
void ListRows::offer() {
    ChoiceBox::Choices choices = m_choices();
    const QStringList words = m_line->words();
    std::erase_if(choices, [&](const auto &choice) { return words.contains(choice.first); });
    if (choices.empty()) {
        showLine();
        return;
    }
    if (choices.size() > ChoiceBox::mostListed) {
        add(ChoiceBox::lookFor(choices, m_add->text(), this).value_or(QString()));
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    constexpr qsizetype longest = 60; // characters
    for (const auto &[name, title] : choices) {
        const QString read = visibleName(title.isEmpty() ? name : title, TextUse::Title).simplified();
        const QString cut = read.size() > longest ? read.left(longest) + QChar(u'…') : read;
        menu->addAction(QString(cut).replace(u'&', QLatin1String("&&")), this,
                        [this, name = name] { add(name); });
    }
    menu->addSeparator();
    menu->addAction(tr("Write the ids…"), this, &ListRows::showLine);
    menu->popup(m_add->mapToGlobal(QPoint(0, m_add->height())));
}

/// Keys take a row out, too.
bool ListRows::eventFilter(QObject *watched, QEvent *event) {
    if (watched == m_rows && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
            take(m_rows->currentIndex().row());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace timeloom
