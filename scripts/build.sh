#!/usr/bin/env bash
# The page for publishing: dist/ is a folder of static files for any server and any path on it.
source "$(dirname "$0")/env.sh"

"$ROOT/scripts/setup.sh" build
source "$ROOT/scripts/env.sh"

cd "$ROOT"
say "Building the page for publishing into dist/"
trunk build --release "$@"
have node || { say "Without node the size is not measured"; exit 0; }
node scripts/size.mjs || say "The page is larger than the limit; CI refuses it."
