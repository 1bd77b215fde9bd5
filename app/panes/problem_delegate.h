// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/signs/row_delegate.h"

#include <functional>

namespace timeloom {

/// Rows of problems: a kind with how many there are and what was done about them, or a problem with its line;
/// at the right what corrects it.
class ProblemDelegate : public RowDelegate {
    Q_OBJECT

public:
    using Words = std::function<QString(const QModelIndex &)>;

    /// `correction` gives the words of a row's button; none where there is nothing to press.
    ProblemDelegate(Words correction, QObject *parent)
        : RowDelegate(parent), m_correction(std::move(correction)) {
        setRowHeight(32);
    }

protected:
    Parts partsOf(const QModelIndex &index, const QStyleOptionViewItem &option) const override;
    bool isFirst(const QModelIndex &) const override { return false; } // the tree begins its rows
    bool isLined() const override { return true; }

private:
    Words m_correction;
};

} // namespace timeloom
