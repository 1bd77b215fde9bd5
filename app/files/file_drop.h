// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QDropEvent;
class QWidget;

namespace timeloom {

/// Files that are dropped anywhere in a window are meant to be opened, wherever they fall: no field gets
/// their addresses. Text that is dropped stays the field's. Dialogs take no files.
class FileDrop : public QObject {
    Q_OBJECT

public:
    explicit FileDrop(QWidget *window);

Q_SIGNALS:
    void dropped(const QStringList &files); ///< later, when whoever dropped them waits no more

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isInWindow(const QWidget *widget) const;

    QWidget *m_window;
};

} // namespace timeloom
