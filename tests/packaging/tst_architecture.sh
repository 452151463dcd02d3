#!/usr/bin/env bash
# The arrows between the rooms, checked by what the sources include: ui -> app -> nfc, app -> biometrics, nothing back.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
failures=0

# must_not_include FOLDER PATTERN WHY [EXCEPTION]: the exception is a pattern of paths below the folder.
must_not_include() {
    local found
    found=$(grep -rnE "^ *# *include *[<\"]($2)" --include='*.h' --include='*.cpp' "$1" | grep -vE "^$1/(${4:-no exception}):" || true)
    [ -z "$found" ] && return
    printf 'FAIL!  : %s: %s\n%s\n' "$1" "$3" "$found"
    failures=$((failures + 1))
}

must_not_include nfc 'app/|ui/|biometrics/|tests/' "nfc knows only itself and resources"
must_not_include nfc 'Q[A-Z]|Qt|opencv|dlib' "nfc has no Qt, no OpenCV, no dlib"
must_not_include biometrics 'app/|ui/|nfc/|tests/' "biometrics knows only itself and resources"
must_not_include biometrics 'Q[A-Z]|Qt' "biometrics has no Qt"
must_not_include app 'ui/|tests/' "app does not know the window"
must_not_include app 'opencv|dlib|QQuick|QtQuick|QQml|QtQml|QImage|QPixmap' "app has no window and no picture library"
must_not_include app 'QGui|QtGui|QPainter|QFont|QPdf|QText(Document|Cursor)' "app draws letters on paper only" \
    'reports/printed/[^:]*|cli/application\.cpp'
must_not_include ui 'tests/|opencv|dlib|winscard' "ui has no picture library and no card"
must_not_include tests/simulators/chip 'nfc/|app/|ui/|biometrics/' "the chip shares nothing with what reads it" \
    'channel/in_process_channel\.h|tests/[^:]*' # the channel between both, and tests that let the product read the chip
must_not_include tests/simulators/carrier 'nfc/|app/|ui/|biometrics/' "the carrier shares nothing with what it judges" \
    'faces/comparer_main\.cpp' # a program of its own with the product's networks: see the README there
[ "$failures" = 0 ] && echo "PASS   : sources_includingOtherRooms_followTheArrows"
exit "$failures"
