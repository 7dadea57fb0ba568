#!/usr/bin/env bash
# The release page against a bare page in one browser: ratios, not milliseconds. RUNS=9 and LARGE=1 ask for more.
source "$(dirname "$0")/env.sh"

"$ROOT/scripts/setup-browser.sh" benches/browser
"$ROOT/scripts/build.sh"
cd "$ROOT/benches/browser"
exec node bench.mjs "$@"
