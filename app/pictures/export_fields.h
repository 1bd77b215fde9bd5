// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pictures/picture_choice.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QVBoxLayout;

namespace timeloom {

class Trough;

/// The choices for a picture, one below the other.
class ExportFields : public QWidget {
    Q_OBJECT

public:
    ExportFields(const timeline::Workspace &workspace, const PictureChoice &first, QWidget *parent = nullptr);

    PictureChoice choice() const;

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; ///< the wheel scrolls all

private:
    Trough *addTrough(const QString &title, const QStringList &choices);
    QVBoxLayout *addGroup(const QString &title, QWidget *buddy);
    QCheckBox *addPart(QVBoxLayout &rows, const QString &title, const QString &note, bool isOn);
    QLabel *addNote(QVBoxLayout &rows);
    void makeWhat();
    void makeSize(const QString &first);
    void makeParts(const timeline::PageParts &first, bool hasLinks);
    void takePreset(int preset);
    void takeUnit(int unit);
    QString sizeText() const;
    void refresh();

    const timeline::Workspace &m_workspace;
    QVBoxLayout *m_groups;
    Trough *m_layout, *m_sharpness, *m_colors, *m_format;
    QComboBox *m_what, *m_preset, *m_unit;
    QDoubleSpinBox *m_width, *m_height;
    QLabel *m_pixels, *m_formatNote;
    QCheckBox *m_title, *m_eras, *m_notes, *m_legend, *m_sources, *m_count, *m_links;
    int m_oldUnit = 0;
};

} // namespace timeloom
