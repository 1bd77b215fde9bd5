// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace timeline {

/// Where the words of composed pages are translated: PageWords::tr().
struct PageWords {
    Q_DECLARE_TR_FUNCTIONS(timeline::PageWords)
};

} // namespace timeline
