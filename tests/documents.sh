#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Timeloom authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# documents.sh SOURCES BIN   what the documents say is true: the files that they name exist, and README's examples give
# what stands there. Whoever changes an output sees here that the reader must be told.
# shellcheck disable=SC2016 # the backquotes are those of Markdown
set -euo pipefail
sources=$1 bin=$2
failed=0

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export PATH=$bin:$PATH XDG_RUNTIME_DIR=$scratch LC_ALL=C.UTF-8

complain() {
    echo "$*" >&2
    failed=1
}

# Links, and names of files in `backquotes`. NAME in one stands for any name.
for document in "$sources"/*.md "$sources"/timeline/*.md; do
    folder=$(dirname "$document")
    while read -r target; do
        [[ $target == *:* || -e $folder/${target%%#*} ]] || complain "$document: the link to $target leads nowhere"
    done < <(grep -oP '\]\(\K[^)]+' "$document")
    while read -r name; do
        [[ $name == *NAME* ]] || compgen -G "$sources/$name" >/dev/null || compgen -G "$folder/$name" >/dev/null ||
            complain "$document: there is no $name"
    done < <(grep -oP '`\K(app|document|layout|packaging|paint|resources|tests|time|timeline|widgets)/[\w./*-]+(?=`)' \
        "$document")
done

# The first timeline is the one in the picture beside it.
readme=$sources/README.md
sed -n '/^```json$/,/^```$/{/^```/!p}' "$readme" | diff "$sources/resources/pictures/mill.json" - >&2 || failed=1
cp "$sources/resources/pictures/mill.json" "$scratch"

# Sessions: each line after "$ " is run, and all must read as it stands there.
sed -n '/^```console$/,/^```$/{/^```/!p}' "$readme" >"$scratch/expected"
grep -q '^\$ ' "$scratch/expected" || complain "README.md has no examples"
cd "$scratch"
while IFS= read -r line; do
    [[ $line != '$ '* ]] || { printf '%s\n' "$line"; bash -c "${line#??}" 2>&1 </dev/null || true; }
done <expected >found
diff -uZ expected found >&2 || failed=1

# The table of dates: `DATE` | words | `EARLIEST` | `LATEST` | `FLAGS`
sed -nE 's/^\| `([^`]+)` \| [^`|]+ \| `([^`]+)` \| `([^`]+)` \| (`([^`]+)` )?\|$/\1\t\2\t\3\t\5/p' "$readme" >dates
(($(wc -l <dates) > 10)) || complain "README.md has no table of dates"
cut -f 1 dates | { timeloom date - || true; } | cut -f 1,3- | diff -uZ dates - >&2 || failed=1

((failed == 0)) && echo "the documents name files that exist and show what the program says"
exit $failed
