#!/usr/bin/env bash
# A smoke run in WebKit, on a screen that is not shown: what a user does first, with real mouse and keys.
source "$(dirname "$0")/env.sh"

"$ROOT/scripts/setup-browser.sh"
has_webkit || { skipped "WebKit" "WebKitWebDriver, Xvfb or openbox is missing"; exit 0; }
[ -f "$ROOT/dist/index.html" ] && [ "${CROSSREAD_BUILT:-}" = 1 ] || "$ROOT/scripts/build.sh"
cd "$ROOT/tests/journeys"
say "WebKit: $(WebKitWebDriver --version 2>/dev/null | head -n1)"
# Downloads go there.
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
# The locale "C" is the hardest for the page: the browser reports a language that Intl refuses.
HOME=$home LC_ALL=C.UTF-8 LANG=C.UTF-8 GDK_BACKEND=x11 LIBGL_ALWAYS_SOFTWARE=1 NO_AT_BRIDGE=1 \
  timeout -k 5 180 xvfb-run -a -s "-screen 0 1600x1100x24" dbus-run-session -- \
  sh -c 'openbox & node --test --test-reporter=spec webkit/smoke.mjs'
