// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace timeloom {

/// How numbers go up a chart, and which round values stand beside it.
struct ValueScale {
    double low = 0;
    double high = 1;
    double step = 1; ///< between round values; not of a logarithmic one
    bool isLogarithmic = false;

    /// One that has all from one number to another, with a little air, and round values about so many steps
    /// apart. It does not pass 0 where the numbers do not.
    static ValueScale over(double lowest, double highest, int mostSteps);
    /// The same in powers of ten; both numbers are above 0.
    static ValueScale logarithmicOver(double lowest, double highest);

    double part(double value) const; ///< how far up it is: 0 at `low`, 1 at `high`
    std::vector<double> roundValues() const;
};

/// A number as people read it: "118.4", "1,200,000,000", "1.5e+21"; at most six digits where there are more.
QString numberText(double number);

} // namespace timeloom
