#!/usr/bin/env bash
# All journeys that Firefox can do, and the smoke run in WebKit.
source "$(dirname "$0")/env.sh"

"$ROOT/scripts/setup-browser.sh"
[ -f "$ROOT/dist/index.html" ] && [ "${CROSSREAD_BUILT:-}" = 1 ] || "$ROOT/scripts/build.sh"
export CROSSREAD_BUILT=1
status=0
JOURNEYS_IN=firefox "$ROOT/scripts/journeys.sh" "$@" || status=1
"$ROOT/scripts/webkit.sh" || status=1
exit $status
