// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/headings/lane_actions.h"

#include <QPointer>
#include <QRectF>
#include <functional>

class QLineEdit;

namespace timeline {

/// Gives a category another title, in a field over the heading of its lane: Return takes it, and so does
/// whoever goes elsewhere; Esc leaves it.
class LaneRename : public QObject {
    Q_OBJECT

public:
    /// `view`: where the focus belongs. `placeOf`: where a lane's heading is in `canvas`; empty: nowhere.
    LaneRename(const LaneActions &actions, QWidget &view, QWidget &canvas,
               std::function<QRectF(const QString &key)> placeOf);

    void begin(const QString &key);
    bool leave();  ///< as it was; whether it was open
    void settle(); ///< where its heading is now

private:
    void take();
    bool eventFilter(QObject *object, QEvent *event) override;

    const LaneActions &m_actions;
    QWidget &m_view;
    QWidget &m_canvas;
    std::function<QRectF(const QString &)> m_placeOf;
    QPointer<QLineEdit> m_field;
    QString m_key;
    QString m_before;
};

} // namespace timeline
