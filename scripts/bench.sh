#!/usr/bin/env bash
# Compares the release page with bare pages and with other annotation tools in the same browser: `bench.sh SCRIPT`, a script of
# benches/browser, which says what its options are. CROSSREAD_BUILT=1 measures dist/ as it is.
source "$(dirname "$0")/env.sh"

"$ROOT/scripts/setup-browser.sh" benches/browser
[ -n "${CROSSREAD_BUILT:-}" ] || "$ROOT/scripts/build.sh"
cd "$ROOT/benches/browser"
exec node "$@"
