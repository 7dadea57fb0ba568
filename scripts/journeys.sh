#!/usr/bin/env bash
# Runs the journeys: end-to-end tests of the release page in a browser. Arguments are passed to Playwright:
# `scripts/journeys.sh undo`. JOURNEYS_IN names a project of tests/journeys/browsers.js: chromium, firefox (all that Firefox can do), or
# firefox-choice (those of CI).
source "$(dirname "$0")/env.sh"

project=${JOURNEYS_IN:-chromium}
"$ROOT/scripts/setup-browser.sh"
[ "$project" = chromium ] || "$ROOT/scripts/setup-browsers.sh"
[ -f "$ROOT/dist/index.html" ] && [ "${CROSSREAD_BUILT:-}" = 1 ] || "$ROOT/scripts/build.sh"
cd "$ROOT/tests/journeys"
case $project in
  chromium) browser=${CHROMIUM_PATH:-$(command -v chromium-headless-shell || echo chromium)} ;;
  *) browser=${FIREFOX_PATH:-firefox-esr} ;;
esac
if ! have "$browser"; then
  count=$(node_modules/.bin/playwright test --project="$project" --list "$@" | awk '/^Total:/ { print $2 }')
  skipped "$count" "$browser is not installed"
  exit 0
fi
[ "$project" = chromium ] && CHROMIUM_PATH=$(command -v "$browser") && export CHROMIUM_PATH
say "Journeys in $(command -v "$browser")"
exec node_modules/.bin/playwright test --project="$project" "$@"
