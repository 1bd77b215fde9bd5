#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Timeloom authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# layers.sh BIN   the tests of the layers `time`, `document` and `layout` must not need Qt Gui, nor Qt Widgets: each test
# is linked to its layer alone, so what it needs the layer needs.
set -euo pipefail
bin=$1
failed=0

for layer in time document layout; do
    mapfile -t tests < <(compgen -G "$bin/${layer}_*_test")
    if ((${#tests[@]} == 0)); then
        echo "$layer: no test in $bin" >&2
        failed=1
    fi
    for test in "${tests[@]}"; do
        libraries=$(ldd "$test")
        if ! grep -q libQt6Core <<<"$libraries"; then
            echo "$layer: $(basename "$test") does not even need Qt Core; is it a test?" >&2
            failed=1
        fi
        if grep -E 'libQt6(Gui|Widgets|Svg|Charts)' <<<"$libraries" >&2; then
            echo "$layer: $(basename "$test") needs a GUI" >&2
            failed=1
        fi
    done
done

((failed == 0)) && echo "time, document and layout need no GUI"
exit $failed
