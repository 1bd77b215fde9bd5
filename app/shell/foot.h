// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/width_class.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QSlider;
class QToolButton;

namespace timeline {
class Workspace;
}

namespace timeloom {

/// The strip at the bottom: the panes with what is in each, one message, and how the timeline is scaled.
class Foot : public QWidget {
    Q_OBJECT

public:
    struct Actions {
        QAction *fold = nullptr;
        QAction *zoomOut = nullptr;
        QAction *zoomIn = nullptr;
        QAction *everything = nullptr;
    };

    Foot(timeline::Workspace &workspace, QWidget *parent = nullptr);
    void addPane(QAction *action); ///< checkable, "Table"; its count is told by setCount()
    void setCount(QAction *pane, const QString &count); ///< empty: none is told
    void setActions(const Actions &actions);
    void addBeside(QWidget *widget); ///< left of the scale

    void tell(const QString &message, int milliseconds); ///< for so long, or with 0 until the next
    /// Of how many events in view how many have a title: told where some have none.
    void tellOfTitles(qint64 titled, qint64 inView);
    void tellOfPointer(const QString &text);      ///< while there is no message
    QString message() const { return m_message; } ///< empty where there is none
    QString text() const;                         ///< what stands there
    void setRoom(WidthClass room);

    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showText();
    void showNames();
    void showZoom();
    void zoomTo(int value);

    struct Pane {
        QAction *action;
        QToolButton *button;
        QString count;
    };
    timeline::Workspace &m_workspace;
    QList<Pane> m_panes;
    QHBoxLayout *m_row;
    QLabel *m_label;
    QSlider *m_zoom;
    QToolButton *m_fold = nullptr;
    QString m_message;
    QString m_pointer;
    QString m_count;
    QString m_titles;
    bool m_isFiltered = false;
    QTimer m_ends;
    WidthClass m_room = WidthClass::Wide;
};

} // namespace timeloom
