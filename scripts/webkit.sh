#!/usr/bin/env bash
# Smoke run in WebKit, on a screen that is not shown: what a user does first, with real mouse and keys.
source "$(dirname "$0")/env.sh"

"$ROOT/scripts/setup-browser.sh"
"$ROOT/scripts/setup-browsers.sh"
cd "$ROOT/tests/journeys"
if ! has_webkit; then
  skipped "$(grep -c '^test(' webkit/smoke.mjs)" "WebKit is not installed"
  exit 0
fi
[ -f "$ROOT/dist/index.html" ] && [ "${CROSSREAD_BUILT:-}" = 1 ] || "$ROOT/scripts/build.sh"
say "Smoke run in WebKit"
# Downloads go there.
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
# In the locale "C" the browser reports a language that its own Intl does not know.
HOME=$home LC_ALL=C.UTF-8 LANG=C.UTF-8 GDK_BACKEND=x11 LIBGL_ALWAYS_SOFTWARE=1 NO_AT_BRIDGE=1 \
  timeout -k 5 "${WEBKIT_TIMEOUT:-120}" xvfb-run -a -s "-screen 0 1600x1100x24" dbus-run-session -- \
  sh -c 'openbox >/dev/null 2>&1 & exec node --test --test-reporter=spec webkit/smoke.mjs' 2>"$home/log" ||
  { cat "$home/log" >&2; die "The smoke run in WebKit failed, or took longer than its time limit"; }
