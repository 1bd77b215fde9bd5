#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Timeloom authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# validate.sh CHECK SOURCES BUILD   one check of what is installed beside the program. Leaves with 77 (skipped) where
# the tool for it is not installed.
set -euo pipefail
check=$1 sources=$2 build=$3
packaging=$sources/packaging
id=org.timeloom.Timeloom

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

need() {
    command -v "$1" >/dev/null || { echo "Skipped: $1 is not installed"; exit 77; }
}

fail() {
    echo "$*" >&2
    exit 1
}

case $check in
desktop-entry)
    need desktop-file-validate
    # It leaves with 0 for hints and warnings: here they count.
    found=$(desktop-file-validate "$packaging/$id.desktop" 2>&1) || true
    [[ -z $found ]] || fail "$found"
    # Offered for every JSON file, behind whatever else there is for them.
    grep -q '^MimeType=.*;application/json;' "$packaging/$id.desktop" || fail "not offered for JSON"
    grep -q '^InitialPreference=1$' "$packaging/$id.desktop" || fail "asks to be the default for JSON"
    ;;
metainfo)
    need appstreamcli
    appstreamcli validate --no-net --strict "$packaging/$id.metainfo.xml"
    version=$(sed -n 's/^CMAKE_PROJECT_VERSION:STATIC=//p' "$build/CMakeCache.txt")
    grep -q "<release version=\"$version\"" "$packaging/$id.metainfo.xml" || fail "metainfo knows no release $version"
    grep -q "^timeloom ($version) " "$packaging/debian/changelog" || fail "debian/changelog knows no release $version"
    ;;
mime-type)
    need xmllint
    need update-mime-database
    xmllint --noout "$packaging/$id.mime.xml"
    mkdir -p "$scratch/mime/packages"
    cp "$packaging/$id.mime.xml" "$scratch/mime/packages/$id.xml"
    XDG_DATA_HOME=$scratch XDG_DATA_DIRS=$scratch update-mime-database "$scratch/mime"
    grep -qxF '60:application/vnd.timeloom+json:*.timeloom.json' "$scratch/mime/globs2" || fail "no glob of weight 60"
    grep -qxF 'application/vnd.timeloom+json application/json' "$scratch/mime/subclasses" || fail "no kind of JSON"
    grep -q '^MimeType=.*application/vnd.timeloom+json;' "$packaging/$id.desktop" || fail "the desktop entry lacks it"
    grep -qF '<mediatype>application/vnd.timeloom+json<' "$packaging/$id.metainfo.xml" || fail "metainfo lacks it"
    ;;
icons)
    need rsvg-convert
    for icon in "$sources"/resources/icons/*.svg; do
        for size in 16 256; do
            rsvg-convert --width $size --height $size "$icon" --output "$scratch/icon.png"
            [[ -s $scratch/icon.png ]] || fail "$icon draws nothing"
        done
    done
    ;;
man-page)
    need man
    found=$(MANROFFSEQ='' MANWIDTH=80 man --warnings --encoding=UTF-8 --local-file --troff-device=utf8 --ditroff "$packaging/timeloom.1" 2>&1 >/dev/null)
    [[ -z $found ]] || fail "$found"
    ;;
scripts)
    need shellcheck
    (cd "$sources" && shellcheck run test .ci/run .ci/stages/* packaging/install-packages tests/bench/run tests/*.sh \
        tests/packaging/*.sh)
    ;;
install)
    cmake --install "$build" --prefix "$scratch/usr" >/dev/null
    for file in bin/timeloom share/applications/$id.desktop share/metainfo/$id.metainfo.xml \
        share/mime/packages/$id.xml share/icons/hicolor/scalable/apps/timeloom.svg \
        share/icons/hicolor/scalable/mimetypes/application-vnd.timeloom+json.svg \
        share/man/man1/timeloom.1.gz share/doc/timeloom/copyright share/doc/timeloom/changelog.gz; do
        [[ -f $scratch/usr/$file ]] || fail "$file is not installed"
    done
    # What the desktop entry starts and shows is what was installed.
    program=$(sed -n 's/^Exec=\([^ ]*\).*/\1/p' "$packaging/$id.desktop")
    icon=$(sed -n 's/^Icon=//p' "$packaging/$id.desktop")
    [[ -x $scratch/usr/bin/$program ]] || fail "Exec names $program, which is not installed"
    [[ -f $scratch/usr/share/icons/hicolor/scalable/apps/$icon.svg ]] || fail "Icon names $icon, which is not installed"
    "$scratch/usr/bin/timeloom" info :story >/dev/null
    ;;
*)
    fail "No such check: $check"
    ;;
esac
