// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/details_pane.h"

#include "app/forms/event_form.h"
#include "app/forms/file_properties.h"
#include "app/panes/about_writer.h"
#include "app/panes/details_browser.h"
#include "app/panes/details_writer.h"
#include "app/signs/icons.h"
#include "app/signs/measures.h"
#include "app/signs/trough.h"
#include "app/text/safe_link.h"
#include "widgets/workspace/event_model.h"
#include "widgets/workspace/workspace.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

/// What stands behind an "event:" or "era:" link.
std::optional<std::uint32_t> indexIn(const QUrl &url, QLatin1StringView scheme) {
    bool isNumber = false;
    const std::uint32_t index = url.path().toUInt(&isNumber);
    return url.scheme() == scheme && isNumber ? std::optional(index) : std::nullopt;
}

/// The query for a tag. A query has no way to write a quotation mark within quotes.
QString queryForTag(QString tag) {
    tag.remove(u'"');
    const bool needsQuotes = std::ranges::any_of(tag, [](QChar c) { return c.isSpace(); });
    return needsQuotes ? u"tag:\"%1\""_s.arg(tag) : u"tag:"_s + tag;
}

bool isOfFacts(const QUrl &url) {
    return url.scheme() == "status"_L1 || url.scheme() == "exact"_L1 || url.scheme() == "source"_L1;
}

QToolButton *flatButton(const QString &picture, const QString &name) {
    auto *button = new QToolButton;
    button->setIcon(icon(picture));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setMinimumSize(28, 28);
    return button;
}

constexpr int headHeight = 48;

} // namespace

DetailsPane::DetailsPane(Workspace &workspace, Editor &editor, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_editor(editor), m_heads(new QStackedWidget),
      m_about(new QLabel(tr("About this timeline"))), m_place(new QLabel),
      m_previous(flatButton(u"left"_s, tr("The event before in time"))),
      m_next(flatButton(u"right"_s, tr("The event after in time"))),
      m_choice(new Trough({tr("&Read"), tr("E&dit")})), m_pages(new QStackedLayout),
      m_browser(new DetailsBrowser), m_form(new EventForm(workspace, editor)) {
    m_browser->setAccessibleName(tr("Details"));
    m_heads->addWidget(makeAboutHead());
    m_heads->addWidget(makeEventHead());
    m_heads->setFixedHeight(px(headHeight));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_heads);
    layout->addLayout(m_pages, 1);
    m_pages->addWidget(m_browser);
    m_pages->addWidget(m_form);

    m_pending.setSingleShot(true);
    m_pending.setInterval(0);
    connect(&m_pending, &QTimer::timeout, this, &DetailsPane::write);
    connect(&workspace, &Workspace::documentChanged, &m_pending, qOverload<>(&QTimer::start));
    connect(&workspace, &Workspace::documentEdited, &m_pending, qOverload<>(&QTimer::start));
    connect(&workspace, &Workspace::layoutChanged, &m_pending, qOverload<>(&QTimer::start));
    connect(workspace.selection(), &EventSelection::changed, &m_pending, qOverload<>(&QTimer::start));
    connect(&workspace, &Workspace::eraChanged, &m_pending, qOverload<>(&QTimer::start));
    connect(m_browser, &QTextBrowser::anchorClicked, this, &DetailsPane::follow);
    connect(m_browser, &QTextBrowser::highlighted, this, &DetailsPane::hover);
    connect(m_choice, &Trough::chosen, this, &DetailsPane::choose);
    connect(m_previous, &QToolButton::clicked, this, [this] { go(false); });
    connect(m_next, &QToolButton::clicked, this, [this] { go(true); });
}

QWidget *DetailsPane::makeAboutHead() {
    auto *head = new QWidget;
    m_about->setFont(textFont(13, QFont::DemiBold));
    auto *edit = flatButton(u"edit"_s, tr("Edit what the file says of itself"));
    connect(edit, &QToolButton::clicked, this,
            [this] { FileProperties(m_workspace, m_editor, window()).exec(); });
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 0, 12, 0);
    row->addWidget(m_about, 1);
    row->addWidget(edit);
    return head;
}

QWidget *DetailsPane::makeEventHead() {
    auto *head = new QWidget;
    m_place->setTextFormat(Qt::PlainText);
    m_place->setForegroundRole(QPalette::PlaceholderText);
    m_place->setAlignment(Qt::AlignCenter);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(8, 0, 12, 0);
    row->setSpacing(4);
    row->addWidget(m_previous);
    row->addWidget(m_place);
    row->addWidget(m_next);
    row->addStretch(1);
    m_choice->setObjectName(u"readOrEdit"_s);
    row->addWidget(m_choice);
    return head;
}

bool DetailsPane::isEditing() const {
    return m_pages->currentWidget() == m_form && !m_workspace.selection()->isEmpty();
}

void DetailsPane::editEvent() {
    m_choice->setCurrent(1);
    choose(1);
    m_form->focusTitle();
}

void DetailsPane::readEvent() {
    m_choice->setCurrent(0);
    choose(0);
    m_browser->setFocus(Qt::OtherFocusReason);
}

void DetailsPane::choose(int page) {
    m_pages->setCurrentIndex(page);
    write();
}

void DetailsPane::changeEvent(QEvent *event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        m_pending.start();
    }
    QWidget::changeEvent(event);
}

void DetailsPane::showEvent(QShowEvent *event) {
    write();
    QWidget::showEvent(event);
}

void DetailsPane::write() {
    m_pending.stop();
    if (!isVisible()) {
        return; // written when it is shown
    }
    showHead();
    // Without an event there is nothing to edit, but one may come.
    const bool isNone = m_workspace.selection()->isEmpty();
    m_pages->setCurrentIndex(isNone ? 0 : m_choice->current());
    if (const bool now = isEditing(); now != m_wasEditing) {
        m_wasEditing = now;
        Q_EMIT editingChanged(now);
    }
    if (m_pages->currentWidget() == m_browser) {
        writePage();
    }
}

void DetailsPane::writePage() {
    m_browser->beginPage();
    QTextCursor edit(m_browser->document());
    edit.beginEditBlock(); // laid out once, and not after each word
    const std::shared_ptr<const Document> document = m_workspace.document();
    const EventSelection &selected = *m_workspace.selection();
    if (selected.isEmpty() && m_workspace.era()) {
        AboutWriter(*m_browser->document(), *document, palette()).writeEra(*m_workspace.era());
    } else if (selected.isEmpty()) {
        AboutWriter(*m_browser->document(), *document, palette()).write(facts());
    } else if (selected.count() == 1) {
        DetailsWriter(*m_browser->document(), *document, palette()).writeEvent(selected.first(1).front());
    } else {
        DetailsWriter(*m_browser->document(), *document, palette())
            .writeEvents(selected.first(DetailsWriter::mostLines), selected.count());
    }
    edit.endEditBlock();
    m_browser->moveCursor(QTextCursor::Start);
}

/// Those of the document that is shown; null while they are being counted.
const FileFacts *DetailsPane::facts() {
    const std::shared_ptr<const Document> document = m_workspace.document();
    if (m_counted == document) {
        return m_facts ? &*m_facts : nullptr;
    }
    m_counted = document;
    m_facts.reset();
    m_counting.giveUp();
    if (document->eventCount() <= FileFacts::few) {
        m_facts = factsOf(*document);
        return &*m_facts;
    }
    m_counting.begin([document](const std::stop_token &stop) { return factsOf(*document, stop); },
                     [this](FileFacts facts) {
                         m_facts = std::move(facts);
                         m_pending.start();
                     });
    return nullptr;
}

// The head

void DetailsPane::showHead() {
    const EventSelection &selected = *m_workspace.selection();
    m_heads->setCurrentIndex(selected.isEmpty() ? 0 : 1);
    m_about->setText(m_workspace.era() ? tr("Era") : tr("About this timeline"));
    m_placing.giveUp();
    const bool isOne = selected.count() == 1;
    m_previous->setVisible(isOne);
    m_next->setVisible(isOne);
    if (!isOne) {
        m_place->setText(tr("%Ln events", nullptr, static_cast<int>(selected.count())));
        return;
    }
    const std::shared_ptr<const Document> document = m_workspace.document();
    const EventIndex event = selected.first(1).front();
    const QBitArray shown = m_workspace.events()->shown();
    if (document->eventCount() <= TimePlace::few) {
        showPlace(placeInTime(*document, shown, event));
        return;
    }
    showPlace({});
    m_placing.begin([document, shown, event](
                        const std::stop_token &stop) { return placeInTime(*document, shown, event, stop); },
                    [this](const TimePlace &place) { showPlace(place); });
}

void DetailsPane::showPlace(const TimePlace &place) {
    m_inTime = place;
    const QLocale locale;
    m_place->setText(place.number == 0
                         ? place.count == 0 ? QString() : tr("Without a date")
                         : tr("%1 of %2", "events in the order of time")
                               .arg(locale.toString(place.number), locale.toString(place.count)));
    m_previous->setEnabled(place.before.has_value());
    m_next->setEnabled(place.after.has_value());
}

void DetailsPane::go(bool isForward) {
    if (const auto event = isForward ? m_inTime.after : m_inTime.before) {
        m_workspace.reveal(*event);
    }
}

// Links

void DetailsPane::follow(const QUrl &url) {
    const Document document = *m_workspace.document();
    if (const auto event = indexIn(url, "event"_L1)) {
        m_workspace.reveal(*event);
    } else if (const auto era = indexIn(url, "era"_L1); era && *era < document.eras().size()) {
        m_workspace.selectEra(*era);
        m_workspace.frame(document.eras()[*era].span);
    } else if (url.scheme() == "tag"_L1) {
        m_workspace.setQuery(queryForTag(url.path(QUrl::FullyDecoded)));
    } else if (url.scheme() == "related"_L1) {
        if (const auto related = DetailsWriter::relatedTo(document, url); !related.empty()) {
            m_workspace.selection()->select(related); // the table has them all
        }
    } else if (isOfFacts(url)) {
        const QString query = queryFor(url);
        if (QGuiApplication::keyboardModifiers() & Qt::ControlModifier && !query.isEmpty()) {
            m_workspace.setQuery(query);
        } else {
            selectAll(url);
        }
    } else {
        askToOpenLink(this, url);
    }
}

/// The events of a row.
void DetailsPane::selectAll(const QUrl &address) {
    const std::shared_ptr<const Document> document = m_workspace.document();
    const auto select = [this, document](const QBitArray &events) {
        if (events.count(true) > 0 && m_workspace.document() == document) {
            m_workspace.selection()->select(events);
        }
    };
    m_looking.giveUp();
    if (document->eventCount() <= FileFacts::few) {
        select(eventsOf(*document, address));
        return;
    }
    m_looking.begin(
        [document, address](const std::stop_token &stop) { return eventsOf(*document, address, stop); },
        select);
}

void DetailsPane::hover(const QUrl &url) {
    const auto event = indexIn(url, "event"_L1);
    const bool isThere = event && *event < m_workspace.document()->eventCount();
    m_workspace.setHovered(isThere ? event : std::nullopt);
}

} // namespace timeloom
