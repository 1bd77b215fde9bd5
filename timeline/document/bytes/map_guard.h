// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <cstddef>

namespace timeline {

/// Looks after a part of memory that a file is mapped to. Where another program cuts the file off, or its
/// disk goes away, the system answers who reads there with SIGBUS, which would end this program: instead,
/// what is gone reads as zeros from then on, and isCut() tells. Costs nothing until then.
class MapGuard {
public:
    /// `file`: the descriptor of the mapped file; it stays open for as long as the guard has it.
    MapGuard(const void *memory, std::size_t size, int file);
    ~MapGuard();
    Q_DISABLE_COPY_MOVE(MapGuard)

    /// False where too many maps are guarded already: then this one must not be read.
    bool isOnGuard() const { return m_slot >= 0; }
    bool isCut() const;
    void setCut();          ///< found in another way
    void setFile(int file); ///< another file is mapped there now

private:
    int m_slot = -1;
};

} // namespace timeline
