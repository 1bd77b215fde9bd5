// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QLineEdit>

class QLabel;

namespace timeloom {

/// A date as EDTF text, what it means below it while it is typed, and a calendar to pick a day from.
class DateEdit : public QWidget {
    Q_OBJECT

public:
    explicit DateEdit(QWidget *parent = nullptr);

    QString text() const { return m_line->text(); }
    void setText(const QString &text); ///< leaves the cursor alone where the text is this already
    QLineEdit *line() const { return m_line; }

Q_SIGNALS:
    void edited(const QString &text);

private:
    void showReading();
    void pick(QDate day);

    QLineEdit *m_line;
    QLabel *m_reading;
};

} // namespace timeloom
