#!/usr/bin/env bash
# Runs the journeys: end-to-end tests of the release page in a browser. Arguments are passed to Playwright:
# `scripts/journeys.sh undo`.
source "$(dirname "$0")/env.sh"

"$ROOT/scripts/setup-browser.sh"
[ -f "$ROOT/dist/index.html" ] && [ "${CROSSREAD_BUILT:-}" = 1 ] || "$ROOT/scripts/build.sh"
cd "$ROOT/tests/journeys"
say "Journeys in $(command -v "${CHROMIUM_PATH:-chromium}")"
exec node_modules/.bin/playwright test "$@"
