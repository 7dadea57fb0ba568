#!/usr/bin/env bash
# Serves a development build on this machine, and rebuilds it after each change. PORT sets the port; arguments are passed to
# trunk.
source "$(dirname "$0")/env.sh"

"$ROOT/scripts/setup.sh" serve
source "$ROOT/scripts/env.sh"

port=${PORT:-8080}
say "Building the page; the first build takes about a minute. The page is then at http://127.0.0.1:$port/ (Ctrl+C to stop)"
cd "$ROOT"
exec trunk serve --address 127.0.0.1 --port "$port" --open false "$@"
