// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/files/view_keeper.h"

#include <QScopedValueRollback>

namespace timeloom {

using namespace timeline;

ViewKeeper::ViewKeeper(Workspace &workspace, QObject *parent) : QObject(parent), m_workspace(workspace) {
    connect(&workspace, &Workspace::layoutChanged, this, &ViewKeeper::settle);
    connect(&workspace, &Workspace::arrangingChanged, this, &ViewKeeper::settle);
    connect(workspace.navigation(), &Navigation::viewportChanged, this, &ViewKeeper::holdStretch);
}

void ViewKeeper::begin(const QString &fileName, std::shared_ptr<const Document> document) {
    m_held.reset();
    m_coming.reset();
    const auto kept = fileName.isEmpty() ? std::nullopt : keptViews::read(fileName);
    if (!kept) {
        return;
    }
    kept->arrange(m_workspace);
    m_page.show(kept->isPage);
    m_coming = kept; // after what was arranged at once
    m_document = std::move(document);
    settle();
}

void ViewKeeper::settle() {
    if (!m_coming || m_workspace.isArranging() || m_workspace.document() != m_document) {
        return;
    }
    if (m_workspace.layout().isFilteredAway() && !m_workspace.filter().isEmpty()) {
        m_workspace.setFilter({}); // the file is another since; nobody wants to see nothing of it
        if (m_workspace.isArranging() || !m_coming) { // of few events it was settled at once
            return;
        }
    }
    m_document.reset();
    const ViewState state = *std::exchange(m_coming, std::nullopt);
    const QScopedValueRollback<bool> setting(m_isSetting, true);
    if (state.showStretch(m_workspace)) {
        m_held = state;
        m_shown = m_workspace.navigation()->viewport();
    }
}

/// A file is opened before the window has its size, and the stretch was kept in a window of another one. Who
/// has not moved since sees it all.
void ViewKeeper::holdStretch() {
    if (!m_held || m_isSetting) {
        return;
    }
    const Viewport &now = m_workspace.navigation()->viewport();
    if (now.size() == m_shown.size()) {
        if (now != m_shown) {
            m_held.reset();
        }
        return;
    }
    const QScopedValueRollback<bool> setting(m_isSetting, true);
    if (now.width() != m_shown.width() && !m_held->showStretch(m_workspace)) {
        m_held.reset();
    }
    m_shown = m_workspace.navigation()->viewport();
}

void ViewKeeper::keep(const QString &fileName) const {
    if (m_coming) {
        return; // what is shown is not what was asked for yet
    }
    ViewState state = ViewState::of(m_workspace);
    state.isPage = m_page.isShown();
    keptViews::write(fileName, state);
}

} // namespace timeloom
