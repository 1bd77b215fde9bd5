// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panes/page_writer.h"

#include <QPainter>
#include <QTextDocument>
#include <QTextObjectInterface>
#include <QWidget>

namespace timeloom {

/// Signs within the text.
class SignPainter : public QObject, public QTextObjectInterface {
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)

public:
    explicit SignPainter(QWidget *view) : QObject(view), m_view(view) {}

    /// As high as the letters, on whose line it stands.
    QSizeF intrinsicSize(QTextDocument *document, int, const QTextFormat &format) override {
        return {signSize(PageWriter::signOf(format)).width(),
                QFontMetricsF(document->defaultFont()).ascent()};
    }
    void drawObject(QPainter *painter, const QRectF &rect, QTextDocument *, int,
                    const QTextFormat &format) override {
        constexpr double down = 0.12; // to the middle of a small letter with its stem
        paintSign(*painter, rect.translated(0, down * rect.height()), PageWriter::signOf(format),
                  m_view->palette());
    }

private:
    QWidget *m_view;
};

} // namespace timeloom
