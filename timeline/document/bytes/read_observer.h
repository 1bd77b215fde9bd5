// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <memory>

namespace timeline {

class Document;

/// Whoever looks on while a file is read. Calls come from the threads that read, also from several at once,
/// and must return at once.
class ReadObserver {
public:
    virtual ~ReadObserver() = default;

    /// Asked every few milliseconds of work. Once it is true, reading stops and gives nothing.
    virtual bool isCancelled() const { return false; }

    /// How far reading is. Where the bytes cannot be mapped, they first come into memory: `events` is then 0,
    /// and so is `bytesTotal` where nobody knows it. Then they are read as events, from 0 again.
    virtual void progress(qint64 /*bytesDone*/, qint64 /*bytesTotal*/, qint64 /*events*/) {}

    /// What a large file has given so far: its first events, without findings, ids and links. Comes a few
    /// times, each with about four times as many events, never from two threads at once.
    virtual void partial(const std::shared_ptr<const Document> & /*document*/) {}
};

} // namespace timeline
