// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/files/opening.h"

#include <QFileInfo>

namespace timeloom {

using namespace timeline;

Opening::Opening(Workspace &workspace, QObject *parent) : QObject(parent), m_workspace(workspace) {
    connect(&m_loader, &DocumentLoader::partial, this, &Opening::showPartial);
    connect(&m_loader, &DocumentLoader::finished, this, &Opening::take);
    connect(&m_loader, &DocumentLoader::cancelled, this, &Opening::restore);
}

bool Opening::begin(const QString &fileName, bool isReload, bool atOnce) {
    m_fileName = fileName;
    m_isReload = isReload;
    if (!atOnce) {
        m_loader.load(fileName);
        return true;
    }
    return take(readFile(fileName));
}

void Opening::cancel() {
    m_loader.cancel();
}

void Opening::showPartial(const std::shared_ptr<const Document> &document) {
    if (m_isReload) {
        return; // there is all of it to see, if of yesterday
    }
    if (!m_before) {
        m_before = {m_workspace.document(), m_workspace.filter(), m_workspace.navigation()->viewport(),
                    m_workspace.selection()->events()};
    }
    m_workspace.setDocument(document, isPartShown());
}

bool Opening::take(const Result<ReadResult> &read) {
    if (!read || !read->document) {
        restore();
        Q_EMIT failed(read ? toString(read->located(read->findings.front()), QFileInfo(m_fileName).fileName())
                           : read.error(),
                      m_isReload);
        return false;
    }
    m_document = read->document;
    m_workspace.setDocument(m_document, m_isReload || isPartShown());
    m_before.reset();
    if (m_isReload) {
        Q_EMIT reloaded();
    } else {
        Q_EMIT opened(m_fileName, m_document->title());
    }
    return true;
}

/// Whether what is to be seen is a part of the file already; one that is still being arranged is not.
bool Opening::isPartShown() const {
    return m_before && m_workspace.document() != m_before->document;
}

void Opening::restore() {
    if (!m_before) {
        return;
    }
    const Before before = *std::exchange(m_before, std::nullopt);
    const bool isStillShown = m_workspace.document() == before.document;
    m_workspace.setDocument(before.document, isStillShown);
    m_workspace.setFilter(before.filter);
    if (isStillShown) {
        return;
    }
    const auto showAsBefore = [this, before] {
        if (m_workspace.document() == before.document) { // no other has been opened meanwhile
            m_workspace.navigation()->setViewport(
                before.viewport.resized(m_workspace.navigation()->viewport().size()));
            m_workspace.selection()->select(before.selected);
        }
    };
    if (m_workspace.isArranging()) {
        // Queued, since what was selected is selected anew after the layout.
        connect(&m_workspace, &Workspace::layoutChanged, this, showAsBefore,
                static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    } else {
        showAsBefore();
    }
}

} // namespace timeloom
