// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pictures/picture_maker.h"
#include "widgets/workspace/workspace.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSpinBox;

namespace timeloom {

/// How a window shows its workspace.
struct WindowLook {
    bool dark = false;
    double scroll = 0;   ///< how far down its lanes it is
    bool isPage = false; ///< instead of lanes
};

/// Asks how a picture shall be, shows how it will be, and writes it.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    ExportDialog(const timeline::Workspace &workspace, const timeline::Fonts &fonts, const QString &name,
                 const WindowLook &look, QWidget *parent = nullptr);

    PictureOrder order() const;

    /// What the window shows, as a picture in its size; for the clipboard.
    static PictureOrder orderOfWindow(const timeline::Workspace &workspace, const WindowLook &look);

private:
    void refreshPreview();
    void showPreview(const QImage &image);
    void save();
    void finish(const QString &trouble);
    void resizeEvent(QResizeEvent *event) override;

    const timeline::Workspace &m_workspace;
    WindowLook m_look;
    PictureMaker m_maker;
    bool m_isSaving = false;
    QString m_name; ///< suggested for the file, without an ending
    QComboBox *m_span;
    QComboBox *m_preset;
    QSpinBox *m_width;
    QSpinBox *m_height;
    QDoubleSpinBox *m_scale;
    QComboBox *m_theme;
    QCheckBox *m_title;
    QCheckBox *m_legend;
    QCheckBox *m_links;
    QLabel *m_preview;
};

} // namespace timeloom
