// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/store/document.h"

#include <QCoreApplication>

namespace timeline {
class Workspace;
} // namespace timeline

namespace timeloom {

class ChoiceBox;

/// The categories of a file, ids and titles, in its order.
struct KnownCategories {
    Q_DECLARE_TR_FUNCTIONS(timeloom::KnownCategories)

public:
    using List = std::vector<std::pair<QString, QString>>;

    List listed;  ///< where there are very many, only those that have the most events, and one's own
    QString more; ///< what leads to all(); empty where all are listed

    /// `own`: an id that is listed, whatever it has.
    explicit KnownCategories(const timeline::Workspace &workspace, const QString &own = {});
    static List all(const timeline::Document &document);
    /// Adds them to a box, but the one without an id. `workspace` must outlive the box.
    static void addTo(ChoiceBox &box, const timeline::Workspace &workspace, const QString &own);
};

/// The tags of a file's events, to be offered; of the first 20,000 ones, which are read in a moment.
QStringList knownTags(const timeline::Document &document);

/// The words of its own that a file has for a status, as it writes them: up to 50, of as many events.
QStringList knownStatuses(const timeline::Document &document);

} // namespace timeloom
