// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

class QLineEdit;
class QModelIndex;

namespace timeloom {

/// A text to be edited: characters that a field would obey instead of showing are written out in it, as in
/// visibleText(), and become what they are again when the field is read.
class HiddenMarks {
public:
    QString shown(const QString &text);
    QString text(const QString &shown) const;

private:
    QSet<QChar> m_marks; ///< that were written out
    QChar m_open, m_close;
};

/// The same in the cell of a table.
void showForEditing(QLineEdit &line, const QModelIndex &index);
QString editedText(const QLineEdit &line, const QModelIndex &index);

} // namespace timeloom
