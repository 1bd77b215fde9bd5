// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/editable_list_table.h"
#include "app/forms/record_model.h"
#include "document/format/finding.h"

class QToolButton;

namespace timeloom {

/// One of the lists of objects of an event, to be edited: as high as its rows are many.
class RecordTable : public EditableListTable {
    Q_OBJECT

public:
    /// The workspace must outlive this.
    RecordTable(timeline::RecordKind kind, const timeline::Workspace &workspace, QWidget *parent = nullptr);

    /// Shows the list as it stands in the current event. Where it is the one that is shown, nothing happens:
    /// an open editor, the chosen cell and rows that are not complete yet stay, unless another event is
    /// current.
    void setValue(const QJsonArray &value);
    /// Without records that lack what is required: a measure's name and value, a link's event, an address.
    QJsonArray value() const { return m_model.usableRecords(); }

Q_SIGNALS:
    /// After each change that changes value(); never from setValue().
    void edited(const QJsonArray &value);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *button(const QString &name);
    QJsonArray asRead(const QJsonArray &records) const;
    void report();
    void fitHeight();
    void shareWidth();

    const timeline::Workspace &m_workspace;
    RecordModel m_model;
    QJsonArray m_shown;                            ///< as the event has it, as far as is known here
    QJsonArray m_value;                            ///< value() as it was told last
    std::optional<timeline::EventIndex> m_event{}; ///< whose list it is
    bool m_isOther = false;                        ///< another document came since
};

} // namespace timeloom
