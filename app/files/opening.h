// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/document_loader.h"
#include "widgets/workspace/workspace.h"

namespace timeloom {

/// Opens files into a workspace, small ones at once, large ones bit by bit as they are read. Whoever cancels,
/// or opens what cannot be shown, keeps what was there before.
class Opening : public QObject {
    Q_OBJECT

public:
    explicit Opening(timeline::Workspace &workspace, QObject *parent = nullptr);

    /// `isReload`: the same file anew; view, selection and filter stay, and a failure is no more than told
    /// of. False where it failed at once.
    bool begin(const QString &fileName, bool isReload, bool atOnce);
    void cancel();

    const DocumentLoader &loader() const { return m_loader; }
    /// What was read last, all of it; the workspace may still be arranging it. Null before the first.
    std::shared_ptr<const timeline::Document> document() const { return m_document; }

Q_SIGNALS:
    void opened(const QString &fileName, const QString &title);
    void reloaded();
    void failed(const QString &message, bool isReload);

private:
    void showPartial(const std::shared_ptr<const timeline::Document> &document);
    bool take(const timeline::Result<timeline::ReadResult> &read);
    bool isPartShown() const;
    void restore();

    /// What was there before the first part of another file was shown.
    struct Before {
        std::shared_ptr<const timeline::Document> document;
        timeline::Filter filter;
        timeline::Viewport viewport;
        std::vector<timeline::EventIndex> selected;
    };
    timeline::Workspace &m_workspace;
    QString m_fileName;
    std::shared_ptr<const timeline::Document> m_document;
    bool m_isReload = false;
    std::optional<Before> m_before;
    DocumentLoader m_loader;
};

} // namespace timeloom
