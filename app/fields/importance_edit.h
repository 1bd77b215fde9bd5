// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

class QDoubleSpinBox;
class QLabel;
class QSlider;

namespace timeloom {

/// An importance from 0 to 1: a slider that says what it does, and the number beside it. It may be none.
class ImportanceEdit : public QWidget {
    Q_OBJECT

public:
    explicit ImportanceEdit(QWidget *parent = nullptr);

    void setValue(std::optional<double> value, bool isMixed); ///< says nothing
    QDoubleSpinBox *box() const { return m_box; }

Q_SIGNALS:
    void edited(std::optional<double> value); ///< by a person

private:
    void showMeaning();

    QDoubleSpinBox *m_box;
    QSlider *m_slider;
    QLabel *m_meaning;
    bool m_isMixed = false;
};

} // namespace timeloom
