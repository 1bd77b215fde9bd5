// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/store/document.h"
#include "layout/scale/text_measure.h"

#include <QCache>

namespace timeline {

/// Labels of events and their widths, kept because decoding and measuring them costs more than drawing.
class LabelWidths {
public:
    explicit LabelWidths(const TextMeasure &measure) : m_measure(measure) {}
    struct Label {
        QString text;
        double width = 0;
    };
    /// What stands beside or in an event's mark; no wider than `widest` pixels, which has to be the same at
    /// every call for this event.
    Label of(const Document &document, EventIndex event, double widest);
    void forget(EventIndex event) { m_labels.remove(event); } ///< its title may be another now

private:
    static constexpr int mostKept = 50'000;
    const TextMeasure &m_measure;
    QCache<EventIndex, Label> m_labels{mostKept};
};

} // namespace timeline
