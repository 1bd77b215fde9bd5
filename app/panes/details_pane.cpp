// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/details_pane.h"

#include "app/forms/event_form.h"
#include "app/panes/details_writer.h"
#include "app/text/safe_link.h"
#include "widgets/workspace/workspace.h"

#include <QEvent>
#include <QStackedLayout>
#include <QTabBar>
#include <QTextBrowser>
#include <QTextCursor>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

/// A browser that neither loads nor goes anywhere.
class ClosedBrowser : public QTextBrowser {
public:
    QVariant loadResource(int, const QUrl &) override { return {}; }

protected:
    void doSetSource(const QUrl &, QTextDocument::ResourceType) override {}
};

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
    return needsQuotes ? QStringLiteral("tag:\"%1\"").arg(tag) : QStringLiteral("tag:") + tag;
}

} // namespace

DetailsPane::DetailsPane(Workspace &workspace, Editor &editor, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_tabs(new QTabBar), m_pages(new QStackedLayout),
      m_browser(new ClosedBrowser), m_form(new EventForm(workspace, editor)) {
    m_tabs->addTab(tr("&Read"));
    m_tabs->addTab(tr("E&dit"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(true);
    m_tabs->setDocumentMode(true);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedLayout::setCurrentIndex);
    m_browser->setOpenLinks(false);
    m_browser->setUndoRedoEnabled(false);
    m_browser->setFrameShape(QFrame::NoFrame);
    m_browser->document()->setDocumentMargin(12);
    m_browser->setAccessibleName(tr("Details"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    layout->addLayout(m_pages, 1);
    m_pages->addWidget(m_browser);
    m_pages->addWidget(m_form);

    m_pending.setSingleShot(true);
    m_pending.setInterval(0);
    connect(&m_pending, &QTimer::timeout, this, &DetailsPane::write);
    connect(&workspace, &Workspace::documentChanged, &m_pending, qOverload<>(&QTimer::start));
    connect(&workspace, &Workspace::documentEdited, &m_pending, qOverload<>(&QTimer::start));
    connect(workspace.selection(), &EventSelection::changed, &m_pending, qOverload<>(&QTimer::start));
    connect(m_browser, &QTextBrowser::anchorClicked, this, &DetailsPane::follow);
    connect(m_browser, &QTextBrowser::highlighted, this, &DetailsPane::hover);
}

void DetailsPane::editEvent() {
    m_tabs->setCurrentIndex(1);
    m_form->focusTitle();
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
    m_browser->clear();
    QTextCursor edit(m_browser->document());
    edit.beginEditBlock(); // laid out once, and not after each word
    DetailsWriter writer(*m_browser->document(), *m_workspace.document(), palette());
    const EventSelection &selected = *m_workspace.selection();
    if (selected.isEmpty()) {
        writer.writeDocument();
    } else if (selected.count() == 1) {
        writer.writeEvent(selected.first(1).front());
    } else {
        writer.writeEvents(selected.first(DetailsWriter::mostLines), selected.count());
    }
    edit.endEditBlock();
    m_browser->moveCursor(QTextCursor::Start);
}

void DetailsPane::follow(const QUrl &url) {
    const Document document = *m_workspace.document();
    if (const auto event = indexIn(url, "event"_L1)) {
        m_workspace.reveal(*event);
    } else if (const auto era = indexIn(url, "era"_L1); era && *era < document.eras().size()) {
        m_workspace.frame(document.eras()[*era].span);
    } else if (url.scheme() == "tag"_L1) {
        m_workspace.setQuery(queryForTag(url.path(QUrl::FullyDecoded)));
    } else if (url.scheme() == "related"_L1) {
        if (const auto related = DetailsWriter::relatedTo(document, url); !related.empty()) {
            m_workspace.selection()->select(related); // the table has them all
        }
    } else {
        askToOpenLink(this, url);
    }
}

void DetailsPane::hover(const QUrl &url) {
    const auto event = indexIn(url, "event"_L1);
    const bool isThere = event && *event < m_workspace.document()->eventCount();
    m_workspace.setHovered(isThere ? event : std::nullopt);
}

} // namespace timeloom
