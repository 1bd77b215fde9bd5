// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>
#include <QTextObjectInterface>

namespace timeloom {

/// A browser of one page that neither loads nor goes anywhere. Draws what a PageWriter writes beside text:
/// signs, chips, and the row under the pointer, which is clicked as a whole.
class DetailsBrowser : public QTextBrowser {
    Q_OBJECT

public:
    explicit DetailsBrowser(QWidget *parent = nullptr);

    QVariant loadResource(int, const QUrl &) override { return {}; }
    void beginPage(); ///< empties it, to be written anew

protected:
    void doSetSource(const QUrl &, QTextDocument::ResourceType) override {}
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    struct PageRow {
        QUrl address;
        QRectF rect; ///< in the document
        bool operator==(const PageRow &) const = default;
    };
    std::optional<PageRow> rowAt(QPoint pos) const;
    QPointF scrolled() const;

    std::optional<PageRow> m_row; ///< under the pointer
    std::optional<QUrl> m_pressed;
};

} // namespace timeloom
