// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QScrollArea>

class QLabel;

namespace timeloom {

/// A picture as it will be, on a ground of its own: whole, or as large as it is, to be scrolled.
class PicturePreview : public QScrollArea {
    Q_OBJECT

public:
    explicit PicturePreview(QWidget *parent = nullptr);

    void setWhole(bool isWhole);
    /// What its image is to be scaled by, for a picture of a size in logical pixels.
    double scaleFor(QSizeF picture) const;
    void show(const QImage &image); ///< null: there is no memory for it
    using QScrollArea::show;

Q_SIGNALS:
    void roomChanged(); ///< another scale may be wanted

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QLabel *m_sheet;
    bool m_isWhole = true;
};

} // namespace timeloom
