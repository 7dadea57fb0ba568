#!/usr/bin/env bash
# Compares the release page with bare pages and with other annotation tools in the same browser; benches/browser/bench.mjs has the
# options. CROSSREAD_BUILT=1 measures dist/ as it is.
source "$(dirname "$0")/env.sh"

"$ROOT/scripts/setup-browser.sh" benches/browser
[ -n "${CROSSREAD_BUILT:-}" ] || "$ROOT/scripts/build.sh"
cd "$ROOT/benches/browser"
exec node bench.mjs "$@"
