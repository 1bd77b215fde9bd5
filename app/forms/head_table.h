// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/editable_list_table.h"

class QPushButton;

namespace timeloom {

/// A list of the file's head, to be edited.
class HeadTable : public EditableListTable {
    Q_OBJECT

public:
    /// Both must outlive this.
    HeadTable(RecordModel &model, const timeline::Workspace &workspace, QWidget *parent = nullptr);

protected:
    void enable() override;

private:
    QPushButton *button(const QString &text);
    void clearColor();

    RecordModel &m_model;
    QPushButton *m_noColor;
};

} // namespace timeloom
