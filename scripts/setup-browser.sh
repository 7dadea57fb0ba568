#!/usr/bin/env bash
# Installs Chromium, its driver, and the node packages of a folder (tests/journeys). For tests and benchmarks only.
source "$(dirname "$0")/env.sh"

folder=${1:-tests/journeys}
have chromium && have chromedriver || apt "Chromium and its driver, for the tests" chromium chromium-driver
# The same browser without a window, which takes half the time of the processor. Where there is none, the journeys run in Chromium.
if ! have chromium-headless-shell && have apt-cache && apt-cache show chromium-headless-shell >/dev/null 2>&1; then
  (apt "Chromium without a window, for the journeys" chromium-headless-shell) || say "The journeys run in Chromium, which takes longer"
fi
have npm || apt "npm, for the journeys" nodejs npm
has_packages "$folder" && exit 0
say "Installing the packages of $folder"
(cd "$ROOT/$folder" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 timeout 300 npm ci --silent >&2) || die "Run: cd $folder && npm ci"
cp "$ROOT/$folder/package-lock.json" "$ROOT/$folder/node_modules/.installed"
