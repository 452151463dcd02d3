#!/usr/bin/env bash
# packaging/fetch-models with a manifest of two invented files and no network: only the cache and the mirror are sources.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/mirror"
printf 'right' >"$work/mirror/good.dat"
printf 'wrong' >"$work/mirror/bad.dat"
sha256=$(sha256sum <"$work/mirror/good.dat" | cut -d' ' -f1)
failures=0

# manifest NAME REQUIRED
manifest() {
    printf '{"models":[{"file":"%s","version":"1","sha256":"%s","required":%s,"npm":null,"url":null}]}' "$1" "$sha256" "$2" \
        >"$work/models.json"
}

# run EXPECTED_STATUS EXPECTED_TEXT NAME_OF_THE_TEST
run() {
    local status=0
    XDG_CACHE_HOME=$work/cache CHINHCHU_MODEL_MIRROR=$work/mirror CHINHCHU_MODEL_MANIFEST=$work/models.json \
        "$top/packaging/fetch-models" >"$work/out" 2>&1 || status=$?
    if [ "$status" = "$1" ] && grep -qF "$2" "$work/out"; then
        echo "PASS   : $3"
    else
        echo "FAIL!  : $3 (status $status, expected $1 and \"$2\")"
        cat "$work/out"
        failures=$((failures + 1))
    fi
}

manifest good.dat true
run 0 "good.dat: from the mirror" emptyCache_withMirror_takesFromMirror
run 0 "all required models are here" fullCache_withNothingMissing_saysSo
printf 'wrong' >"$work/cache/chinhchu/models/good.dat"
run 0 "refused: good.dat in the cache" cache_withWrongHash_isRefusedByNameAndReplaced
manifest bad.dat true
run 2 "refused: bad.dat from the mirror" mirror_withWrongHash_isRefusedByName
run 2 "missing: bad.dat" requiredModel_withNoSource_fails
manifest absent.dat false
run 0 "not required" optionalModel_withNoSource_isReported
exit "$failures"
