// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/charts/chart_ground.h"

#include "layout/scene/axis_layout.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QMainWindow>

namespace timeloom {

using namespace timeline;

namespace {

/// How wide dates are in the font of the pane.
class FontMeasure : public TextMeasure {
public:
    explicit FontMeasure(const QFont &font) : m_metrics(font) {}
    double width(const QString &text, const TextStyle & /*style*/) const override {
        return m_metrics.horizontalAdvance(text);
    }
    QString elided(const QString &text, const TextStyle & /*style*/, double width) const override {
        return m_metrics.elidedText(text, Qt::ElideRight, width);
    }
    double ascent(const TextStyle & /*style*/) const override { return m_metrics.ascent(); }
    double descent(const TextStyle & /*style*/) const override { return m_metrics.descent(); }

private:
    QFontMetricsF m_metrics;
};

} // namespace

ChartGround::ChartGround(Workspace &workspace, QWidget *pane)
    : QObject(pane), m_workspace(workspace), m_pane(pane), m_tokens(&Tokens::forPalette(pane->palette())),
      m_theme(*m_tokens) {
    const auto follow = [this] {
        m_axis.reset();
        Q_EMIT changed();
    };
    connect(&workspace, &Workspace::layoutChanged, this, [this, follow] {
        ++m_layoutNumber;
        follow();
    });
    connect(workspace.navigation(), &Navigation::viewportChanged, this, follow);
    connect(workspace.selection(), &EventSelection::changed, this, &ChartGround::marksChanged);
}

void ChartGround::applyPalette(const QPalette &palette) {
    m_tokens = &Tokens::forPalette(palette);
    m_theme = Theme(*m_tokens);
    m_axis.reset();
    Q_EMIT changed();
}

QFont ChartGround::font(double sizeOfBase13, QFont::Weight weight) const {
    QFont font = m_pane->font();
    font.setPixelSize(qRound(QFontInfo(font).pixelSize() * sizeOfBase13 / 13));
    font.setWeight(weight);
    return font;
}

void ChartGround::alignWith(const QWidget *timeline) {
    m_timeline = timeline;
    m_axis.reset();
    Q_EMIT changed();
}

double ChartGround::plotLeft() const {
    const double left = layout().plotLeft(m_workspace.sceneSize().width());
    const QWidget *timeline = m_timeline;
    if (const auto *window = qobject_cast<const QMainWindow *>(m_pane->window());
        timeline == nullptr && window) {
        timeline = window->centralWidget();
    }
    const bool isBeside = timeline != nullptr && timeline->window() == m_pane->window();
    return isBeside ? left + timeline->mapTo(timeline->window(), QPoint()).x() -
                          m_pane->mapTo(m_pane->window(), QPoint()).x()
                    : left;
}

ScenePanel ChartGround::panel(double top, double height) const {
    ScenePanel panel;
    panel.rect = QRectF(plotLeft(), top, viewport().width(), height);
    panel.scale = layout().scale();
    panel.viewport = viewport();
    return panel;
}

const ScenePanel &ChartGround::axis() {
    const double left = plotLeft();
    if (!m_axis || m_axis->rect.left() != left) {
        m_axis = panel(0, 1);
        m_axis->axisRect = m_axis->rect;
        addAxis(*m_axis, FontMeasure(font(12)));
    }
    return *m_axis;
}

void ChartGround::setPointer(std::optional<double> x) {
    if (x != m_pointer) {
        m_pointer = x;
        Q_EMIT marksChanged();
    }
}

} // namespace timeloom
