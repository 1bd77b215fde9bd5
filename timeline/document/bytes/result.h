// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/problem.h"

#include <utility>
#include <variant>

namespace timeline {

/// What a function gives that can fail: a value, or the problem that stood in the way. Without a type, that
/// it worked. It may not be dropped.
template <typename T = std::monostate>
class [[nodiscard]] Result {
public:
    Result() requires std::same_as<T, std::monostate>
    = default;
    Result(T value) : m_held(std::in_place_index<0>, std::move(value)) {}
    Result(Problem problem) : m_held(std::in_place_index<1>, std::move(problem)) {}
    Result(ProblemCode code) : Result(Problem{code}) {}

    explicit operator bool() const { return m_held.index() == 0; }
    // Only where there is a value.
    T &operator*() { return std::get<0>(m_held); }
    const T &operator*() const { return std::get<0>(m_held); }
    T *operator->() { return &**this; }
    const T *operator->() const { return &**this; }

    /// The value, or another where there is none: for who can do without.
    T valueOr(T other) const { return *this ? **this : std::move(other); }

    /// Only where there is one.
    const Problem &problem() const { return std::get<1>(m_held); }
    bool is(ProblemCode code) const { return !*this && problem().code == code; }
    /// The problem as a sentence (translated); empty where there is none.
    QString error() const { return *this ? QString() : problem().message(); }

private:
    std::variant<T, Problem> m_held;
};

} // namespace timeline
