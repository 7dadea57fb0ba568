#!/usr/bin/env bash
# Builds the page and serves it on this machine, again after each change. PORT sets the port; more arguments go to trunk.
source "$(dirname "$0")/env.sh"

"$ROOT/scripts/setup.sh" serve
source "$ROOT/scripts/env.sh"

port=${PORT:-8080}
say "Building the page; the first build takes about a minute. It will be at http://127.0.0.1:$port/ (Ctrl+C ends it)"
cd "$ROOT"
exec trunk serve --address 127.0.0.1 --port "$port" --open false "$@"
