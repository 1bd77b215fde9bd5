// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/edit/merge.h"

#include <QDialog>

class QComboBox;

namespace timeloom {

/// Shows what was changed here and in the file at once, both versions beside each other, and lets one choose
/// for each field.
class ConflictDialog : public QDialog {
    Q_OBJECT

public:
    /// `theirs` names the other side: "on disk".
    ConflictDialog(std::vector<timeline::Merge::Conflict> &conflicts, const QString &theirs, QWidget *parent);

private:
    std::vector<QComboBox *> m_choices;
};

} // namespace timeloom
