#!/usr/bin/env bash
# Compares the release page with a minimal page in the same browser, as ratios. RUNS sets the number of runs; LARGE=1 also
# measures large projects.
source "$(dirname "$0")/env.sh"

"$ROOT/scripts/setup-browser.sh" benches/browser
"$ROOT/scripts/build.sh"
cd "$ROOT/benches/browser"
exec node bench.mjs "$@"
