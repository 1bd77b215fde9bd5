// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QToolButton>
#include <functional>

namespace timeloom {

/// Opens a calendar to pick a day from.
class CalendarButton : public QToolButton {
    Q_OBJECT

public:
    /// `date` gives the EDTF text whose begin the calendar shows first.
    explicit CalendarButton(std::function<QString()> date, QWidget *parent = nullptr);

Q_SIGNALS:
    void picked(QDate day);
};

} // namespace timeloom
