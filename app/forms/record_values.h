// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/record_fields.h"

#include <QCoreApplication>

class QLocale;

namespace timeloom {

/// How people read and write what stands in the cells of records.
class RecordValues {
    Q_DECLARE_TR_FUNCTIONS(timeloom::RecordValues)

public:
    /// A number as the locale or as JSON writes it.
    static std::optional<double> numberOf(const QString &text);
    static QString numberText(double value, const QLocale &locale);
    static QString linkKindTitle(timeline::LinkKind kind);

    /// The text of the cell for what was typed: empty where that takes the value away. Nothing where it is
    /// refused, as what is no number where one is expected.
    static std::optional<QString> taken(timeline::ValueKind kind, const QString &typed);
    /// What is wrong with a text by itself; empty where nothing is.
    static QString problem(timeline::ValueKind kind, const QString &text);
    static bool isNothing(timeline::ValueKind kind, const QString &text);
    /// Of a value of another type than is expected, as it is shown: "This is true; expected a number."
    static QString otherTypeProblem(timeline::ValueKind kind, const QString &value);

private:
    static QString pointsProblem(const QString &text);
};

} // namespace timeloom
