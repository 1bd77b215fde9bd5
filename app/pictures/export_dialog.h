// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/picture.h"
#include "widgets/workspace/workspace.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSpinBox;

namespace timeloom {

/// Asks how a picture shall be, shows how it will be, and writes it.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    ExportDialog(const timeline::Workspace &workspace, const timeline::Fonts &fonts, const QString &name,
                 bool dark, QWidget *parent = nullptr);

    timeline::PictureOptions options() const;

    /// What the window shows, as a picture in its size; for the clipboard.
    static timeline::PictureOptions optionsOfWindow(const timeline::Workspace &workspace, bool dark);

private:
    void refreshPreview();
    void save();
    void resizeEvent(QResizeEvent *event) override;

    const timeline::Workspace &m_workspace;
    const timeline::Fonts &m_fonts;
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
