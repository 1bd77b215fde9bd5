// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scene/legend.h"
#include "text/fonts.h"

#include <QWidget>

namespace timeloom {

/// Every look that an event can have and what it means, drawn as in the timeline.
class LegendSamples : public QWidget {
    Q_OBJECT

public:
    /// `fonts` must outlive the widget.
    explicit LegendSamples(const timeline::Fonts &fonts, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    timeline::Legend legendFor(int width) const;
    const timeline::Fonts &m_fonts;
};

} // namespace timeloom
