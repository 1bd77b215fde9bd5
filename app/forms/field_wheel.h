// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace timeloom {

/// Keeps the wheel from changing values: over a field of a form it scrolls the form, and it gives no field
/// the focus. Watches all widgets of the application; once is enough.
class FieldWheel : public QObject {
public:
    static void guard();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using QObject::QObject;
};

} // namespace timeloom
