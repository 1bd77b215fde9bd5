// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/surfaces.h"

#include "widgets/view/page_view.h"
#include "widgets/view/timeline_view.h"

namespace timeloom {

using namespace timeline;

Surfaces::Surfaces(Workspace &workspace, Editor &editor, const Fonts &fonts)
    : m_lanes(new TimelineView(workspace, fonts)) {
    auto *page = new PageView(workspace, fonts);
    m_lanes->setEditor(&editor);
    page->setEditor(&editor);
    for (SceneWidget *surface : {static_cast<SceneWidget *>(m_lanes), static_cast<SceneWidget *>(page)}) {
        addWidget(surface);
        connect(surface, &SceneWidget::editRequested, this, &Surfaces::editRequested);
        connect(surface, &SceneWidget::detailsRequested, this, &Surfaces::detailsRequested);
        connect(surface, &SceneWidget::pointedAt, this, &Surfaces::pointedAt);
        surface->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(surface, &QWidget::customContextMenuRequested, this, [this, surface](QPoint at) {
            surface->selectAt(at);
            Q_EMIT menuRequested(surface->viewport()->mapToGlobal(at));
        });
    }
    setFocusProxy(m_lanes);
}

SceneWidget &Surfaces::shown() const {
    return *static_cast<SceneWidget *>(currentWidget());
}

void Surfaces::showPage(bool isPage) {
    const bool hadFocus = shown().hasFocus();
    setCurrentIndex(isPage ? 1 : 0);
    setFocusProxy(&shown());
    if (hadFocus) {
        shown().setFocus();
    }
}

} // namespace timeloom
