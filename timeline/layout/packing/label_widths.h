// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/store/document.h"
#include "layout/scale/weight.h"

#include <QCache>
#include <algorithm>
#include <optional>
#include <vector>

namespace timeline {

/// What stands beside or in an event's mark.
struct EventLabel {
    QString title;
    QString date; ///< in words, with that of its status
    double titleWidth = 0;
    double dateWidth = 0;
    QString secondLine; ///< of a title that is broken in two
    double secondWidth = 0;

    /// The date above the title.
    double stackedWidth() const { return std::max({titleWidth, secondWidth, dateWidth}); }
    double lineWidth() const { return dateWidth + metrics::dateGap + titleWidth; } ///< the date before it
};

/// Labels of events and their widths, kept because decoding and measuring them costs more than drawing.
class LabelWidths {
public:
    /// A year that is read above all that begins from one instant to before another.
    struct ToldYear {
        Instant begin;
        Instant end;
        std::int64_t year = 0;
    };
    explicit LabelWidths(const TextMeasure &measure, std::vector<ToldYear> years = {})
        : m_measure(measure), m_years(std::move(years)) {}
    using Label = EventLabel;
    /// Neither title nor date is wider than `widest` pixels, which has to be the same at every call for this
    /// event.
    Label of(const Document &document, EventIndex event, double widest);
    /// The same with its title in two lines of about one length. Without a second line where it has but one
    /// word, or is too long for any picture. Costs more.
    Label inTwoLines(const Document &document, EventIndex event, double widest);
    void forget(EventIndex event); ///< its title may be another now

private:
    static constexpr int mostKept = 50'000;
    std::optional<std::int64_t> toldYear(const Span &span) const;

    const TextMeasure &m_measure;
    std::vector<ToldYear> m_years;
    QCache<EventIndex, Label> m_labels{mostKept};
    QCache<EventIndex, Label> m_inTwoLines{mostKept};
};

} // namespace timeline
