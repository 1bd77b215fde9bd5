#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Timeloom authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# plurals.sh SOURCES LUPDATE   every text that counts has its English forms in resources/translations/timeloom_en.ts, and
# that has no others. lupdate, which reads the sources, warns of nothing: it knows the class of each text, of those that
# do not count as well. No text that counts is asked for without a number, too: that would be given its first form,
# "Source" for "Sources".
set -euo pipefail
sources=$1 lupdate=$2
forms=resources/translations/timeloom_en.ts
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

cd "$sources"
cp "$forms" "$work/en.ts"
"$lupdate" -silent -pluralonly -no-obsolete -locations none -I . -I timeline -target-language en app timeline \
    -ts "$work/en.ts" 2>"$work/said"
failed=0
"$lupdate" -silent -locations none -I . -I timeline -target-language en app timeline -ts "$work/all.ts" 2>>"$work/said"
if grep . "$work/said" >&2; then
    failed=1
fi
if ! awk '/<name>/ { context = $0 } /<message/ { counts = /numerus/ }
          /<source>/ { if (counts) counted[context $0]; else plain[context $0] }
          END { for (text in plain) if (text in counted) { print "both with a number and without: " text; bad = 1 }
                exit bad }' "$work/all.ts" >&2; then
    failed=1
fi
if ! diff -u "$forms" "$work/en.ts" >&2; then
    cat >&2 <<END
$forms is not as the sources are. To mend it:
$lupdate -pluralonly -no-obsolete -locations none -I . -I timeline -target-language en app timeline -ts $forms
and fill in what is then "unfinished".
END
    failed=1
fi
if grep -n '<numerusform></numerusform>\|"unfinished"' "$forms" >&2; then
    failed=1
fi
((failed == 0)) && echo "$(grep -c 'numerus="yes"' "$forms") texts that count have their English forms"
exit $failed
