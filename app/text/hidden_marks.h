// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/look_alike.h"

#include <QSet>
#include <QString>
#include <optional>

class QLineEdit;
class QModelIndex;

namespace timeloom {

/// A text to be edited: characters that a field would obey instead of showing are written out in it, as in
/// visibleText(), and become what they are again when the field is read. Those that make it look like another
/// text are, too, where it has a use for which that matters.
class HiddenMarks {
public:
    QString shown(const QString &text, std::optional<timeline::TextUse> use = {});
    QString text(const QString &shown) const;

private:
    QString markOf(const QString &character) const;

    QSet<QString> m_marks; ///< characters that were written out
    QChar m_open, m_close;
};

/// The same in the cell of a table.
void showForEditing(QLineEdit &line, const QModelIndex &index);
QString editedText(const QLineEdit &line, const QModelIndex &index);

} // namespace timeloom
