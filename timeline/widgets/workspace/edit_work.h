// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/edit/edited_version.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <functional>

namespace timeline {

/// What shall be edited. Whoever makes it may give the document places for new events.
struct EditDraft {
    DocumentEdit edit;
    QString stepName = {};       ///< where it is another than was said
    QStringList complaints = {}; ///< for the one who tries, of what is left out
    bool isRefused = false;      ///< nothing is edited
};

/// Edits of many events, made beside the window's thread. One at a time; what is shown stays until it is
/// done, and nobody else may edit.
class EditWork : public QObject {
    Q_OBJECT

public:
    /// Runs on another thread, and may use all cores.
    using Drafting = std::function<EditDraft(Document &next, EditControl &control)>;
    struct Done {
        std::shared_ptr<const Document> before;
        EditDraft draft;
        EditedVersion version;
    };
    using Taking = std::function<void(Done &done)>;
    /// Why what was made cannot be shown, beside the window's thread, too; empty where it can.
    using Checking = std::function<QString(const Document &before, const EditedVersion &version)>;

    explicit EditWork(QObject *parent = nullptr);
    ~EditWork() override;

    /// Calls `take`, on this thread, unless it is cancelled before.
    void start(const std::shared_ptr<const Document> &document, const Drafting &draft, const Taking &take,
               const Checking &check = {});
    bool isBusy() const { return m_control != nullptr; }
    /// Whether people may cancel it; till it is done, or set again.
    bool mayBeCancelled() const { return m_mayBeCancelled; }
    void setMayBeCancelled(bool may) { m_mayBeCancelled = may; }
    void cancel(); ///< all is as it was before

Q_SIGNALS:
    void busyChanged(bool isBusy);
    void progressed(qint64 done, qint64 total); ///< about ten times a second

private:
    using Result = std::shared_ptr<Done>;
    void finish();

    std::optional<std::stop_source> m_stop;
    std::shared_ptr<EditControl> m_control; ///< of what is being done
    Taking m_take;
    bool m_mayBeCancelled = true;
    QFutureWatcher<Result> m_watcher;
    QTimer m_telling;
    QThreadPool m_pool; ///< last, so that it waits for what was given up first
};

} // namespace timeline
