// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/picture_size.h"

#include <QPageSize>
#include <QRegularExpression>
#include <array>

namespace timeloom {

using namespace Qt::StringLiterals;

namespace {

constexpr double pixelsOfInch = 96;

std::optional<PictureSize> paperFrom(const QString &text) {
    static const std::array<std::pair<QLatin1StringView, QPageSize::PageSizeId>, 8> papers = {{
        {"a0"_L1, QPageSize::A0},
        {"a1"_L1, QPageSize::A1},
        {"a2"_L1, QPageSize::A2},
        {"a3"_L1, QPageSize::A3},
        {"a4"_L1, QPageSize::A4},
        {"a5"_L1, QPageSize::A5},
        {"letter"_L1, QPageSize::Letter},
        {"tabloid"_L1, QPageSize::Tabloid},
    }};
    const QString name = text.section(u'-', 0, 0).toLower();
    const QString way = text.section(u'-', 1).toLower();
    const auto paper =
        std::find_if(papers.begin(), papers.end(), [&](const auto &one) { return one.first == name; });
    if (paper == papers.end() || (!way.isEmpty() && way != "landscape"_L1 && way != "portrait"_L1) ||
        (way.isEmpty() && text.contains(u'-'))) {
        return std::nullopt;
    }
    // In inches Qt rounds them to hundredths.
    const QSizeF size = QPageSize::size(paper->second, QPageSize::Millimeter) * pixelsOfInch / 25.4;
    return PictureSize{way == "landscape"_L1 ? size.transposed() : size, true};
}

} // namespace

std::optional<PictureSize> pictureSizeFrom(const QString &text) {
    static const QRegularExpression form(
        u"^([0-9]{1,6}(?:\\.[0-9]{1,4})?)[xX×]([0-9]{1,6}(?:\\.[0-9]{1,4})?)(px|mm|in|pt)?$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch()) {
        return paperFrom(text);
    }
    const QString unit = match.captured(3);
    const double pixels = unit == "mm"_L1   ? pixelsOfInch / 25.4
                          : unit == "in"_L1 ? pixelsOfInch
                          : unit == "pt"_L1 ? pixelsOfInch / 72
                                            : 1;
    const QSizeF size(match.captured(1).toDouble() * pixels, match.captured(2).toDouble() * pixels);
    const bool isPaper = !unit.isEmpty() && unit != "px"_L1;
    return size.isEmpty() ? std::nullopt : std::optional(PictureSize{size, isPaper});
}

} // namespace timeloom
