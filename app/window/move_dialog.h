// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/edit/date_shift.h"
#include "widgets/workspace/background.h"
#include "widgets/workspace/workspace.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace timeloom {

/// Asks by how much events shall be moved, and which: those that are selected or those of a lane. Says
/// beforehand what the amount means, what becomes of some dates, and how many stay.
class MoveDialog : public QDialog {
    Q_OBJECT

public:
    explicit MoveDialog(const timeline::Workspace &workspace, QWidget *parent = nullptr);

    timeline::Shift shift() const { return m_shift; }
    std::vector<timeline::EventIndex> events() const { return *m_events; } ///< of the document of now
    QString stepName() const;

private:
    /// What would become of the events.
    struct Outlook {
        timeline::ShiftCount count;
        QStringList examples;
    };
    static Outlook outlook(const timeline::Document &document,
                           const std::vector<timeline::EventIndex> &events, const timeline::Shift &shift,
                           const std::stop_token &stop);
    void listWhich();
    void choose();
    void gather();
    void read();
    void look();
    void tell(const Outlook &outlook);

    const timeline::Workspace &m_workspace;
    timeline::Shift m_shift;
    std::shared_ptr<const std::vector<timeline::EventIndex>> m_events; ///< that are chosen, in their order
    QVariant m_chosen; ///< the data of the choice, which may not be there for a while
    QLineEdit *m_amount;
    QComboBox *m_which;
    QLabel *m_meaning;
    QLabel *m_outlook;
    QDialogButtonBox *m_buttons;
    timeline::Background<Outlook> m_looking;
};

} // namespace timeloom
