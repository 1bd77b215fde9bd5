// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pictures/picture_choice.h"

#include <QDialog>

class QBoxLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace timeloom {

class ExportFields;
class PicturePreview;
class Trough;

/// How a window shows its workspace.
struct WindowLook {
    bool dark = false;
    double scroll = 0;   ///< how far down its lanes it is
    bool isPage = false; ///< instead of lanes
};

/// Asks how a picture shall be, shows how it will be and what has no room in it, and writes it, or the
/// command that would.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    /// `fileName`: of the events file; empty or "-" where there is none that a command could read.
    ExportDialog(const timeline::Workspace &workspace, const timeline::Fonts &fonts, const QString &fileName,
                 const WindowLook &look, QWidget *parent = nullptr);

    std::optional<PictureOrder> order() const;
    QString suggestedFile() const; ///< beside the events file, named after its title
    QString command() const;       ///< for a shell; draws the bytes that Save writes

    /// What the window shows, as a picture in its size; for the clipboard.
    static PictureOrder orderOfWindow(const timeline::Workspace &workspace, const WindowLook &look);

private:
    QWidget *makeStage();
    QWidget *makeCommand();
    QLayout *makeButtons();
    void fitScreen();
    void refresh();
    void showPicture(const QImage &image, const PictureCheck &check);
    void copyPicture();
    void save();
    void finish(const QString &trouble);
    void changeEvent(QEvent *event) override;

    const timeline::Workspace &m_workspace;
    const timeline::Fonts &m_fonts;
    QString m_fileName;
    PictureMaker m_maker;
    PictureCheck m_checked;
    bool m_isSaving = false;
    ExportFields *m_fields;
    PicturePreview *m_preview;
    QLabel *m_sign;
    QLabel *m_check;
    QBoxLayout *m_below; ///< the preview: what was checked, and its size
    Trough *m_zoom;
    QWidget *m_commandRow;
    QPlainTextEdit *m_command;
    QPushButton *m_showCommand;
    QPushButton *m_copyPicture, *m_copyCommand; ///< say when they have
};

} // namespace timeloom
