// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/format/event.h"

#include <QSet>

namespace timeline {

/// What a file says beside its events.
struct FileHead {
    QString title, description, asOfText;
    Span asOf; ///< of asOfText, where there is one
    bool declaresCategories = false;
    std::vector<Category> categories;
    QSet<QString> categoriesLeftOut; ///< ids of those that are too many
    std::vector<Source> sources;
    std::vector<Era> eras;
    std::vector<Series> series;
};

} // namespace timeline
