// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/search/filter.h"
#include "layout/scene/timeline_layout.h"

#include <QFutureWatcher>
#include <QObject>
#include <functional>
#include <stop_token>

namespace timeline {

/// A document under a filter, ready to be laid out.
struct Arranged {
    QBitArray shown; ///< one bit an event, or none at all where every event is shown
    Arrangement arrangement;
};
/// What else is made of a document beside the window's thread.
using ArrangeMore = std::function<void()>;

/// Filters and arranges a document: few events at once, many beside the window's thread. The last request
/// counts; one before it is given up.
class Arranger : public QObject {
    Q_OBJECT

public:
    explicit Arranger(QObject *parent = nullptr);
    ~Arranger() override;

    /// Tells by arranged(), for few events before this returns.
    void arrange(const std::shared_ptr<const Document> &document, const Filter &filter,
                 const LayoutOptions &options, const ArrangeMore &more = {});
    bool isBusy() const { return m_stop.has_value(); }
    void giveUp(); ///< what is being arranged

    static constexpr EventIndex fewEvents = 20'000;

Q_SIGNALS:
    void arranged(const std::shared_ptr<timeline::Arranged> &result); ///< to be taken from
    void busyChanged(bool isBusy);

private:
    using Result = std::shared_ptr<Arranged>;
    void take();

    std::optional<std::stop_source> m_stop; ///< of what is being arranged
    QFutureWatcher<Result> m_watcher;
};

} // namespace timeline
