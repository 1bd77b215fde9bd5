#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Timeloom authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# layers.sh BIN SOURCES   the tests of the layers `time`, `document` and `layout` must not need Qt Gui, nor Qt Widgets: each
# test is linked to its layer alone, so what it needs the layer needs. The rooms of a layer include from their own and from
# those above them in the list in timeline/README.md, and from files of the layer that are in no room.
set -euo pipefail
bin=$1 sources=$2
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

declare -A place # of a room in the list
number=0
while read -r room; do
    place[$room]=$((++number))
done < <(grep -oP '^\| \[\K[a-z]+/[a-z]+(?=\]\()' "$sources/timeline/README.md")
((number > 20)) || {
    echo "timeline/README.md has no list of rooms" >&2
    failed=1
}

while IFS=: read -r file included; do
    room=$(dirname "${file#timeline/}")
    other=$(dirname "$included")
    [[ ${room%/*} == "${other%/*}" && $other == */* ]] || continue # of another layer: the linker knows
    [[ $room != app ]] || continue # what begins the program knows all of it
    if [[ $room != */* ]]; then # what stands beside the rooms is for all of them
        echo "$file, which is in no room, includes $included" >&2
        failed=1
    elif [[ -z ${place[$room]:-} || -z ${place[$other]:-} ]]; then
        echo "$file: $room or $other is no room that timeline/README.md lists" >&2
        failed=1
    elif ((place[$other] > place[$room])); then
        echo "$file includes $included, of a room that comes after its own" >&2
        failed=1
    fi
done < <(cd "$sources" && grep -roP '^#include "\K[a-z]+/[a-z_/]+(?=\.h")' app timeline)

((failed == 0)) && echo "time, document and layout need no GUI; rooms include from those above them"
exit $failed
