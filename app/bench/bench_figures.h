// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QJsonObject>
#include <QStringList>
#include <optional>

namespace timeloom {

/// What `timeloom bench` prints: a flat list of numbers by their names, of which each is there, be it as
/// null.
class BenchFigures {
    Q_DECLARE_TR_FUNCTIONS(timeloom::BenchFigures)

public:
    BenchFigures();

    void set(const char *key, std::optional<double> value); ///< `key` is one of the list
    QString toText() const; ///< a line each, in the order of the list; "-" where there is no figure
    QString toJson() const; ///< one object on one line

    /// What misses its target, a line each.
    QStringList misses() const;

private:
    double number(const char *key) const; ///< 0 where there is no figure

    QJsonObject m_values;
};

} // namespace timeloom
