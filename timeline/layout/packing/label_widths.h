// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/store/document.h"
#include "layout/scale/weight.h"

#include <QCache>
#include <algorithm>

namespace timeline {

/// What stands beside or in an event's mark.
struct EventLabel {
    QString title;
    QString date; ///< in words, with that of its status
    double titleWidth = 0;
    double dateWidth = 0;

    double stackedWidth() const { return std::max(titleWidth, dateWidth); } ///< the date above the title
    double lineWidth() const { return dateWidth + metrics::dateGap + titleWidth; } ///< the date before it
};

/// Labels of events and their widths, kept because decoding and measuring them costs more than drawing.
class LabelWidths {
public:
    explicit LabelWidths(const TextMeasure &measure) : m_measure(measure) {}
    using Label = EventLabel;
    /// Neither title nor date is wider than `widest` pixels, which has to be the same at every call for this
    /// event.
    Label of(const Document &document, EventIndex event, double widest);
    void forget(EventIndex event) { m_labels.remove(event); } ///< its title may be another now

private:
    static constexpr int mostKept = 50'000;
    const TextMeasure &m_measure;
    QCache<EventIndex, Label> m_labels{mostKept};
};

} // namespace timeline
