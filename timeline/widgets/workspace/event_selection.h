// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/finding.h"

#include <QItemSelectionModel>
#include <vector>

namespace timeline {

class EventModel;

/// The events that are selected, the same in all views: Qt's selection of the rows of an EventModel, told by
/// events.
class EventSelection : public QItemSelectionModel {
    Q_OBJECT

public:
    using QItemSelectionModel::select;

    explicit EventSelection(EventModel *events);

    std::vector<EventIndex> events() const; ///< in their order
    bool contains(EventIndex event) const;
    std::optional<EventIndex> current() const; ///< that keys go to; one of the selected
    void select(EventIndex event, SelectionFlags how = ClearAndSelect); ///< and makes it the current one
    void select(const std::vector<EventIndex> &events); ///< exactly these, as far as they have rows
    /// Mends what Qt does when rows vanish: it says nothing, and it forgets a selection of all rows.
    void refresh(const std::vector<EventIndex> &before);

Q_SIGNALS:
    void changed(); ///< the selected or the current one

private:
    EventModel *m_events;
};

} // namespace timeline
