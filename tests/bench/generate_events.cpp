// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

// generate_events COUNT [--seed N] [--kind KIND] [--style pretty|lines|compact]
//
// Writes an events file of made-up data to standard output, for benchmarks and tests: the same for the same
// options, on every platform, and, but for the odd kinds, without a finding for `timeloom check`.

#include "bench/event_source.h"

#include <cstdio>
#include <cstdlib>
#include <iostream>

namespace {

int complain() {
    std::cerr << "generate_events COUNT [--seed N] [--kind KIND] [--style pretty|lines|compact]\nkinds:";
    for (const std::string_view kind : bench::kinds) {
        std::cerr << ' ' << kind;
    }
    for (const std::string_view kind : bench::oddKinds) {
        std::cerr << ' ' << kind;
    }
    std::cerr << '\n';
    return 2;
}

} // namespace

int main(int argc, char *argv[]) {
    bench::Options options;
    if (argc < 2 || argc % 2 != 0) {
        return complain();
    }
    options.count = std::strtoull(argv[1], nullptr, 10);
    for (int i = 2; i < argc; i += 2) {
        const std::string_view name = argv[i];
        const std::string_view value = argv[i + 1];
        if (name == "--seed") {
            options.seed = std::strtoull(argv[i + 1], nullptr, 10);
        } else if (name == "--kind") {
            options.kind = value;
        } else if (name == "--style") {
            options.style = value;
        } else {
            return complain();
        }
    }
    const bool written = bench::writeEvents(options, [](std::string_view text) {
        return std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
    });
    return written && std::fflush(stdout) == 0 ? 0 : complain();
}
