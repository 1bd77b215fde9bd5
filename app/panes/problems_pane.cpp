// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/problems_pane.h"

#include "app/forms/mend_dialog.h"
#include "app/forms/mend_kind_dialog.h"
#include "app/panes/problem_delegate.h"
#include "app/panes/problem_tree.h"
#include "app/signs/measures.h"
#include "app/signs/trough.h"
#include "document/bytes/visible_text.h"
#include "document/edit/kind_mending.h"
#include "widgets/lists/finding_model.h"
#include "widgets/workspace/editor.h"
#include "widgets/workspace/workspace.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QStackedLayout>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace timeloom {

using namespace timeline;

ProblemsPane::ProblemsPane(Workspace &workspace, Editor &editor, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_editor(editor), m_findings(new FindingModel(this)),
      m_tree(new ProblemTree(m_findings)), m_nothing(new QLabel), m_totals(new QLabel), m_sign(new QLabel),
      m_order(new Trough({tr("By &kind"), tr("By &line")})), m_correct(new QAction(this)),
      m_correctAll(new QAction(this)), m_pages(new QStackedLayout(this)) {
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(makePage());
    connect(&workspace, &Workspace::documentChanged, this, [this] { follow(true); });
    connect(&workspace, &Workspace::documentEdited, this, [this] { follow(false); });
    connect(&editor, &Editor::obstacleChanged, this, &ProblemsPane::showTotals);
    follow(true);
}

QWidget *ProblemsPane::makePage() {
    m_totals->setTextFormat(Qt::PlainText);
    m_totals->setWordWrap(true);
    m_totals->setAccessibleName(tr("What the problems mean"));
    m_sign->setFixedSize(px(20), px(20));
    auto *delegate = new ProblemDelegate(
        [this](const QModelIndex &row) {
            const QString own = correctionOf(row);
            return own.isEmpty() ? kindCorrectionOf(row) : own;
        },
        m_tree);
    m_tree->setItemDelegate(delegate);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_correct->setShortcut(Qt::CTRL | Qt::Key_Period);
    m_correctAll->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_Period);
    for (QAction *action : {m_correct, m_correctAll}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
    connect(m_correct, &QAction::triggered, this, [this] { correct(m_tree->currentIndex()); });
    connect(m_correctAll, &QAction::triggered, this,
            [this] { mendKind(FindingModel::kindAt(m_tree->currentIndex())); });
    connect(delegate, &RowDelegate::buttonClicked, this, [this](const QModelIndex &row) {
        m_tree->setCurrentIndex(row);
        correct(row);
    });
    connect(m_order, &Trough::chosen, this, [this](int choice) { m_findings->setByLine(choice == 1); });
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &ProblemsPane::showMenu);
    connect(m_tree, &QTreeView::clicked, this, &ProblemsPane::reveal);
    connect(m_tree, &QTreeView::activated, this, &ProblemsPane::activate);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ProblemsPane::allowMending);
    connect(m_findings, &QAbstractItemModel::modelReset, this, &ProblemsPane::showTotals);
    connect(m_findings, &FindingModel::busyChanged, this, &ProblemsPane::showTotals);
    auto *page = new QWidget;
    auto *line = new QHBoxLayout;
    line->setContentsMargins(16, 4, 16, 4);
    line->setSpacing(8);
    line->addWidget(m_sign);
    line->addWidget(m_totals, 1);
    line->addWidget(m_order);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(line);
    column->addWidget(m_tree, 1);
    return page;
}

void ProblemsPane::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    if (m_isBehind) {
        follow(false);
    }
}

/// Grouping and counting lines is not for nobody.
void ProblemsPane::follow(bool isOther) {
    m_isOther = m_isOther || isOther;
    m_isBehind = !isVisible();
    if (m_isBehind && m_isOther) {
        m_findings->setDocument(std::make_shared<const Document>());
    } else if (!m_isBehind) {
        std::exchange(m_isOther, false) ? m_findings->setDocument(m_workspace.document())
                                        : m_findings->noteEdit(m_workspace.document());
    }
    m_pages->setCurrentIndex(count() > 0 ? 1 : 0);
    showTotals();
    Q_EMIT countChanged(count());
}

void ProblemsPane::showTotals() {
    m_nothing->setText(m_editor.isReading() ? tr("The file is still being read; then its problems are told.")
                                            : tr("Nothing is wrong in this file."));
    const auto shown = m_findings->shown();
    if (m_findings->isBusy()) {
        m_totals->setText(tr("%Ln problems, being sorted by kind…", nullptr, count()));
    } else {
        const QString all = tr("%Ln problems", nullptr, count());
        QString text =
            m_findings->isByLine()
                ? all
                : tr("%1 of %2", "problems, kinds")
                      .arg(all, tr("%Ln kinds", "of problems", static_cast<int>(shown->groups.size())));
        const QString notShown =
            shown->notShown == 0 ? QString()
                                 : tr("%Ln events are not shown", nullptr, static_cast<int>(shown->notShown));
        const QString leftOut =
            shown->leftOut == 0 ? QString()
                                : tr("%Ln values are left out", nullptr, static_cast<int>(shown->leftOut));
        const QString undated = shown->undated == 0 ? QString()
                                                    : tr("%Ln events have no date that can be read", nullptr,
                                                         static_cast<int>(shown->undated));
        for (const QString &more : {notShown, undated, leftOut}) {
            text += more.isEmpty() ? QString() : tr("; %1", "one more thing that is said").arg(more);
        }
        m_totals->setText(text);
    }
    m_order->setEnabled(m_findings->mayBeByLine());
    m_order->setToolTip(m_findings->mayBeByLine() ? QString()
                                                  : tr("There are too many problems to list each one"));
    showSign();
    allowMending();
}

void ProblemsPane::showSign() {
    const auto shown = m_findings->shown();
    const auto worst = std::ranges::max_element(
        shown->groups, {}, [](const FindingGroup &group) { return static_cast<int>(group.kind.severity()); });
    m_sign->setVisible(worst != shown->groups.end());
    if (worst == shown->groups.end()) {
        return;
    }
    const qreal ratio = devicePixelRatioF();
    QPixmap picture((QSizeF(m_sign->size()) * ratio).toSize());
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    paintSign(painter, QRectF(m_sign->rect()), worst->kind.severity(), palette());
    painter.end();
    m_sign->setPixmap(picture);
}

// Correcting

bool ProblemsPane::isUnread(const QModelIndex &row) const {
    const QVariant offset = row.data(FindingModel::UnreadRole);
    return offset.isValid() && m_workspace.document()->unreadAt(offset.toLongLong()).has_value();
}

/// What mends a single problem by one click. Found once: rows are painted often.
std::optional<EventFix> ProblemsPane::fixOf(const QModelIndex &row) const {
    const QVariant event = row.data(FindingModel::EventRole);
    const QVariant finding = row.data(FindingModel::FindingRole);
    // What is shown may be behind, and say something of a version that is not there any more.
    const std::shared_ptr<const Document> document = m_workspace.document();
    if (!event.isValid() || !finding.isValid() || m_findings->shown()->document != document) {
        return std::nullopt;
    }
    if (m_fixesOf != document) {
        m_fixesOf = document;
        m_fixes.clear();
    }
    const auto known = m_fixes.constFind(finding.toULongLong());
    if (known != m_fixes.cend()) {
        return *known;
    }
    auto fix = foundFixOf(event.toUInt(), finding.toULongLong());
    m_fixes.insert(finding.toULongLong(), fix);
    return fix;
}

std::optional<EventFix> ProblemsPane::foundFixOf(EventIndex event, std::size_t number) const {
    const Document document = *m_workspace.document();
    constexpr qsizetype longest = 1 << 20; // bytes of an event that is looked at while one paints
    const QByteArrayView text = document.eventText(event);
    if (text.size() > longest || number >= document.findings().size()) {
        return std::nullopt;
    }
    const Finding finding = document.findings()[number];
    for (const FieldFinding &each : checkFields(document, event, text.toByteArray())) {
        if (each.finding.saysAs(finding) && !each.fixes.empty()) {
            return each.fixes.front();
        }
    }
    return std::nullopt;
}

/// The words of what mends one problem; empty where nothing does.
QString ProblemsPane::correctionOf(const QModelIndex &row) const {
    if (isUnread(row)) {
        return tr("Mend the event…");
    }
    const auto fix = fixOf(row);
    return fix ? visibleText(fix->title) : QString();
}

QString ProblemsPane::kindCorrectionOf(const QModelIndex &row) const {
    const std::size_t count = row.data(FindingModel::CountRole).toULongLong();
    const auto shown = m_findings->shown();
    if (!row.isValid() || row.parent().isValid() ||
        !mayBeMended(shown->groups[FindingModel::kindAt(row)].kind) || (isUnread(row) && count == 1)) {
        return {};
    }
    return count > 1 ? tr("Correct all %L1…").arg(count) : tr("Correct it…");
}

void ProblemsPane::correct(const QModelIndex &row) {
    const std::shared_ptr<const Document> document = m_workspace.document();
    if (!row.isValid() || m_editor.isRefused()) {
        return;
    }
    if (isUnread(row)) {
        mend();
    } else if (const auto fix = fixOf(row); fix) {
        const EventIndex event = row.data(FindingModel::EventRole).toUInt();
        m_editor.mend(event, *fix);
    } else if (!kindCorrectionOf(row).isEmpty()) {
        mendKind(FindingModel::kindAt(row));
    }
}

/// Says on the actions what they would mend.
void ProblemsPane::allowMending() {
    const QModelIndex current = m_tree->currentIndex();
    const QString own = current.isValid() ? correctionOf(current) : QString();
    const QModelIndex kind = m_findings->isByLine() || !current.isValid()
                                 ? QModelIndex()
                                 : m_findings->index(static_cast<int>(FindingModel::kindAt(current)), 0);
    const QString ofKind = kind.isValid() ? kindCorrectionOf(kind) : QString();
    m_correct->setText(own.isEmpty() ? ofKind : own);
    m_correct->setVisible(!m_correct->text().isEmpty());
    m_correctAll->setText(ofKind);
    m_correctAll->setVisible(!ofKind.isEmpty() && ofKind != m_correct->text());
}

void ProblemsPane::showMenu(const QPoint &at) {
    const QModelIndex row = m_tree->indexAt(at);
    if (!row.isValid()) {
        return;
    }
    m_tree->setCurrentIndex(row);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_correct, m_correctAll});
    if (row.data(FindingModel::EventRole).isValid()) {
        menu->addAction(tr("&Show the event"), this, [this] { reveal(m_tree->currentIndex()); });
    }
    menu->popup(m_tree->viewport()->mapToGlobal(at));
}

void ProblemsPane::activate(const QModelIndex &row) {
    const QModelIndex first = row.siblingAtColumn(0);
    if (m_findings->hasChildren(first)) {
        m_tree->setExpanded(first, !m_tree->isExpanded(first));
    } else {
        reveal(row);
        mend();
    }
}

void ProblemsPane::reveal(const QModelIndex &finding) {
    const QVariant event = finding.data(FindingModel::EventRole);
    if (event.isValid()) {
        m_workspace.reveal(event.toUInt());
    }
}

void ProblemsPane::mend() {
    const QVariant offset = m_tree->currentIndex().data(FindingModel::UnreadRole);
    const auto document = m_workspace.document();
    const auto unread = offset.isValid() ? document->unreadAt(offset.toLongLong()) : std::nullopt;
    const auto isIn = [](const Document &of, ByteRange range) { // and not mended
        const std::vector<ByteRange> all = of.unread();
        return std::ranges::find(all, range) != all.end();
    };
    if (!unread || !isIn(*document, *unread) || m_editor.isRefused()) {
        return;
    }
    const QByteArray text = document->bytes().sliced(unread->begin, unread->size()).toByteArray();
    MendDialog dialog(*document, text, this);
    if (dialog.exec() != QDialog::Accepted) {
        return;
    }
    // Another program may have written the file meanwhile.
    const auto now = m_workspace.document();
    const std::vector<ByteRange> all = now == document ? std::vector{*unread} : now->unread();
    const auto same = std::ranges::find_if(
        all, [&](ByteRange range) { return now->bytes().sliced(range.begin, range.size()) == text; });
    if (same != all.end()) {
        m_editor.mend(*same, dialog.text());
    } else {
        Q_EMIT m_editor.refused(
            tr("The file was changed meanwhile, and this does not stand in it any more."));
    }
}

void ProblemsPane::mendKind(std::size_t kind) {
    const auto shown = m_findings->shown();
    if (kind >= shown->groups.size() || m_editor.isRefused()) {
        return;
    }
    // What is shown may be behind, and what an edit of then would say as well.
    const auto document = m_workspace.document();
    if (m_findings->isBusy() || shown->document != document) {
        Q_EMIT m_editor.refused(tr("The problems are still being sorted."));
        return;
    }
    MendKindDialog dialog(document, shown->groups[kind], this);
    if (dialog.exec() != QDialog::Accepted) {
        return;
    }
    if (m_workspace.document() != document) {
        Q_EMIT m_editor.refused(tr("The file was changed meanwhile; nothing was mended."));
        return;
    }
    m_editor.mend(dialog.takeEdit(), dialog.stepName());
}

int ProblemsPane::count() const {
    return static_cast<int>(m_workspace.document()->findings().size());
}

} // namespace timeloom
