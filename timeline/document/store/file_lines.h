// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/line_index.h"

#include <memory>
#include <mutex>
#include <optional>

namespace timeline {

/// Where the lines of a file begin, counted when somebody asks first, on whatever thread. Copies share it.
class FileLines {
public:
    const LineIndex &of(QByteArrayView bytes) const {
        static const ReadControl nobodyStopsIt(nullptr);
        std::call_once(m_counted->once, [&] { m_counted->lines.emplace(bytes, nobodyStopsIt); });
        return *m_counted->lines;
    }

private:
    struct Counted {
        std::once_flag once;
        std::optional<LineIndex> lines;
    };
    std::shared_ptr<Counted> m_counted = std::make_shared<Counted>();
};

} // namespace timeline
