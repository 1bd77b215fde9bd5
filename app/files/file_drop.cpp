// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/files/file_drop.h"

#include "app/files/file_address.h"

#include <QApplication>
#include <QDialog>
#include <QDropEvent>
#include <QMimeData>
#include <QUrl>

namespace timeloom {

namespace {

QStringList filesIn(const QMimeData *data) {
    QStringList files;
    for (const QUrl &url : data->urls()) {
        if (const QString file = fileNameOf(url); !file.isEmpty()) {
            files += file;
        }
    }
    return files;
}

} // namespace

FileDrop::FileDrop(QWidget *window) : QObject(window), m_window(window) {
    m_window->setAcceptDrops(true);
    qApp->installEventFilter(this);
}

/// In the window itself or in one that belongs to it.
bool FileDrop::isInWindow(const QWidget *widget) const {
    while (widget != nullptr && widget != m_window) {
        widget = widget->parentWidget();
    }
    return widget != nullptr;
}

bool FileDrop::eventFilter(QObject *watched, QEvent *event) {
    const bool isDrop = event->type() == QEvent::Drop;
    if (!isDrop && event->type() != QEvent::DragEnter && event->type() != QEvent::DragMove) {
        return false;
    }
    const auto *widget = qobject_cast<QWidget *>(watched);
    auto *drag = static_cast<QDropEvent *>(event);
    const QStringList files = widget != nullptr ? filesIn(drag->mimeData()) : QStringList();
    if (files.isEmpty() || !isInWindow(widget)) {
        return false;
    }
    if (qobject_cast<QDialog *>(widget->window()) != nullptr ||
        QApplication::activeModalWidget() != nullptr || !drag->possibleActions().testFlag(Qt::CopyAction)) {
        drag->ignore();
        return true;
    }
    drag->setDropAction(Qt::CopyAction); // a move would have the file deleted where it came from
    drag->accept();
    if (isDrop) {
        QMetaObject::invokeMethod(
            this, [this, files] { Q_EMIT dropped(files); }, Qt::QueuedConnection);
    }
    return true;
}

} // namespace timeloom
