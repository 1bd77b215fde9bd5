// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/editable_list_table.h"
#include "app/forms/head_list_model.h"

class QPushButton;

namespace timeloom {

/// A list of the file's head, to be edited.
class HeadTable : public EditableListTable {
    Q_OBJECT

public:
    HeadTable(HeadListModel &model, const QString &name, QWidget *parent = nullptr);

protected:
    void enable() override;

private:
    QPushButton *button(const QString &text);
    void clearColor();
    int colorColumn() const; ///< -1: there is none

    HeadListModel &m_model;
    QPushButton *m_noColor;
};

} // namespace timeloom
