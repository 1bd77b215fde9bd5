// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/read/reader.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace timeloom {

/// Reads a file beside the window's thread. The last file that was asked for counts; reading one before it is
/// given up. All signals come on the window's thread.
class DocumentLoader : public QObject {
    Q_OBJECT

public:
    explicit DocumentLoader(QObject *parent = nullptr);
    ~DocumentLoader() override;

    void load(const QString &fileName);
    void cancel(); ///< neither partial() nor finished() come any more
    bool isLoading() const { return m_job != nullptr; }

Q_SIGNALS:
    /// About ten times a second. As with ReadObserver, bytes may come into memory first.
    void progressed(qint64 bytesDone, qint64 bytesTotal, qint64 events);
    void partial(const std::shared_ptr<const timeline::Document> &document); ///< what has been read so far
    void finished(const timeline::Result<timeline::ReadResult> &result);
    void cancelled();

private:
    class Job;
    void tell();

    std::shared_ptr<Job> m_job; ///< that counts
    QTimer m_telling;
    QThreadPool m_pool; ///< last, so that it waits for the jobs first
};

} // namespace timeloom
