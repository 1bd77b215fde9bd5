// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/view_state.h"

#include <functional>

namespace timeloom {

/// Brings a file back as it was looked at last, and keeps how it is looked at when it is left.
class ViewKeeper : public QObject {
    Q_OBJECT

public:
    explicit ViewKeeper(timeline::Workspace &workspace, QObject *parent = nullptr);

    /// For who shows lanes or a page: whether it is a page, and how to have one.
    struct Page {
        std::function<bool()> isShown = [] { return false; };
        std::function<void(bool)> show = [](bool) {};
    };
    void setPage(Page page) { m_page = std::move(page); }

    /// A file is there, all of it; the workspace may still be arranging it. What was kept is shown when that
    /// is done. An empty name: one that nothing is kept of.
    void begin(const QString &fileName, std::shared_ptr<const timeline::Document> document);
    /// Before the window is closed or shows another file. `fileName`: as it is called by now.
    void keep(const QString &fileName) const;

private:
    void settle();
    void holdStretch();

    timeline::Workspace &m_workspace;
    Page m_page;
    std::shared_ptr<const timeline::Document> m_document; ///< that is coming
    std::optional<ViewState> m_coming;                    ///< to be shown when its layout is there
    std::optional<ViewState> m_held; ///< its stretch is shown, and nobody has moved since
    timeline::Viewport m_shown;      ///< as which it is shown
    bool m_isSetting = false;
};

} // namespace timeloom
