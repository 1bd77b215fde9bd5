// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/edit/event_check.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace timeloom {

/// What is wrong with the field above it, on a ground that tells how bad that is, and what mends it as
/// buttons.
class FindingNote : public QWidget {
    Q_OBJECT

public:
    explicit FindingNote(QWidget *parent = nullptr);

    /// `text` as FindingText makes it; nothing is shown where it is empty.
    void showFindings(const QString &text, timeline::Severity worst,
                      const std::vector<timeline::EventFix> &fixes);

Q_SIGNALS:
    void fixChosen(const timeline::EventFix &fix);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    static QString wordsOf(const timeline::EventFix &fix);

    QLabel *m_text;
    QVBoxLayout *m_buttons;
    timeline::Severity m_worst = timeline::Severity::Note;
};

} // namespace timeloom
