// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/fields/importance_edit.h"

#include "app/signs/measures.h"
#include "app/signs/signs.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <cmath>

namespace timeloom {

namespace {

constexpr double none = -0.01; // or several values
constexpr int steps = 100;
constexpr double key = 0.85; // from here on, as in the timeline
constexpr double common = 0.5;

} // namespace

ImportanceEdit::ImportanceEdit(QWidget *parent)
    : QWidget(parent), m_box(new QDoubleSpinBox), m_slider(new QSlider(Qt::Horizontal)),
      m_meaning(new QLabel) {
    m_box->setRange(none, 1);
    m_box->setSingleStep(0.1);
    m_box->setDecimals(2);
    m_box->setKeyboardTracking(false);
    m_box->setButtonSymbols(QAbstractSpinBox::NoButtons); // the slider has steps
    m_slider->setRange(0, steps);
    m_slider->setSingleStep(steps / 20);
    m_slider->setPageStep(steps / 10);
    m_slider->setMinimumHeight(24);
    m_slider->setFocusPolicy(Qt::StrongFocus);
    m_meaning->setTextFormat(Qt::PlainText);
    m_meaning->setWordWrap(true);
    m_meaning->setFont(textFont(12));
    m_meaning->setForegroundRole(QPalette::PlaceholderText);
    setFocusProxy(m_slider);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_slider, 1);
    row->addWidget(m_box);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_meaning);
    connect(m_box, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        if (value < 0 && m_isMixed) {
            return;
        }
        m_isMixed = false;
        showMeaning();
        // As short as a person writes it: 0.3, not the sum of three tenths.
        Q_EMIT edited(value < 0 ? std::nullopt : std::optional(QString::number(value, 'f', 2).toDouble()));
    });
    connect(m_slider, &QSlider::valueChanged, this,
            [this](int value) { m_box->setValue(value / double(steps)); });
    showMeaning();
}

void ImportanceEdit::setValue(std::optional<double> value, bool isMixed) {
    const QSignalBlocker blocker(m_box);
    m_isMixed = isMixed;
    m_box->setSpecialValueText(isMixed ? tr("several values") : tr("not given: as 0.5"));
    m_box->setMinimumWidth(m_box->sizeHint().width()); // it may be words now
    m_box->setValue(value.value_or(none));
    showMeaning();
}

void ImportanceEdit::showMeaning() {
    const bool isNone = m_box->value() < 0;
    const double value = isNone ? common : m_box->value();
    {
        const QSignalBlocker blocker(m_slider);
        if (std::lround(value * steps) != m_slider->value()) {
            m_slider->setValue(static_cast<int>(std::lround(value * steps)));
        }
    }
    m_slider->setAccessibleName(tr("Importance, as a slider"));
    m_meaning->setText(m_isMixed         ? QString()
                       : value >= key    ? tr("A key event: bold, large mark")
                       : value >= common ? tr("One of the others: semibold, mark of middle size")
                                         : tr("A small event: regular, small mark"));
    m_meaning->setVisible(!m_isMixed);
}

} // namespace timeloom
