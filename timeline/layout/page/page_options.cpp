// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/page/page_options.h"

#include <array>

namespace timeline {

std::optional<PageLayout> pageLayoutFromString(QStringView text) {
    static constexpr std::array<std::pair<const char16_t *, PageLayout>, 4> names = {
        {{u"auto", PageLayout::Auto},
         {u"columns", PageLayout::Columns},
         {u"lanes", PageLayout::Lanes},
         {u"list", PageLayout::List}}};
    for (const auto &[name, layout] : names) {
        if (text == QStringView(name)) {
            return layout;
        }
    }
    return std::nullopt;
}

} // namespace timeline
