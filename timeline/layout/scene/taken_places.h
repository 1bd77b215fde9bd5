// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <algorithm>
#include <cstdint>
#include <vector>

namespace timeline {

/// Rectangles sorted into strips of a scene, so that what is at a place is found quickly.
class TakenPlaces {
public:
    static constexpr std::size_t nobody = SIZE_MAX;
    void add(const QRectF &rect, std::size_t owner = nobody) {
        for (std::size_t strip = stripAt(rect.top()); strip <= stripAt(rect.bottom()); ++strip) {
            m_strips.resize(std::max(m_strips.size(), strip + 1));
            m_strips[strip].push_back({rect.left(), rect.top(), rect.right(), rect.bottom(), owner});
        }
    }
    /// Whether there is something there that is not this owner's, or one of these two's.
    bool meet(const QRectF &rect, std::size_t owner = nobody - 1) const {
        return meetOthers(rect, owner, owner);
    }
    bool meetOthers(const QRectF &rect, std::size_t owner, std::size_t second) const {
        for (std::size_t i = stripAt(rect.top()); i <= stripAt(rect.bottom()) && i < m_strips.size(); ++i) {
            if (std::ranges::any_of(m_strips[i], [&](const Taken &t) {
                    return t.owner != owner && t.owner != second && t.left < rect.right() &&
                           t.right > rect.left() && t.top < rect.bottom() && t.bottom > rect.top();
                })) {
                return true;
            }
        }
        return false;
    }
    bool meet(QPointF at) const { return meet(QRectF(at, QSizeF(0, 0))); }

private:
    struct Taken {
        double left, top, right, bottom;
        std::size_t owner;
    };
    static std::size_t stripAt(double y) {
        constexpr double height = 24;
        return static_cast<std::size_t>(std::max(0.0, y / height));
    }
    std::vector<std::vector<Taken>> m_strips;
};

} // namespace timeline
