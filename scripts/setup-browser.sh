#!/usr/bin/env bash
# Chromium, its driver and the packages of the journeys: needed by tests and benchmarks only.
source "$(dirname "$0")/env.sh"

have chromium && have chromedriver || apt "Chromium and its driver, for the tests" chromium chromium-driver
have npm || apt "npm, for the journeys" nodejs npm
for folder in tests/journeys benches/browser; do
  if [ -f "$ROOT/$folder/package-lock.json" ] &&
    ! cmp -s "$ROOT/$folder/package-lock.json" "$ROOT/$folder/node_modules/.installed"; then
    say "Installing the packages of $folder"
    (cd "$ROOT/$folder" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --silent >&2) || die "Run: cd $folder && npm ci"
    cp "$ROOT/$folder/package-lock.json" "$ROOT/$folder/node_modules/.installed"
  fi
done
