#!/usr/bin/env bash
# Builds the release page: dist/, a folder of static files for any server and any path on it.
source "$(dirname "$0")/env.sh"

"$ROOT/scripts/setup.sh" build
source "$ROOT/scripts/env.sh"

cd "$ROOT"
say "Building the release page into dist/"
# Splits the program, see the shim; wasm-bindgen itself comes after it on PATH.
PATH="$ROOT/scripts/split:$PATH" trunk build --release --features split "$@"
have node || { say "node is missing, so the size is not measured"; exit 0; }
node scripts/size.mjs || say "The page is larger than the limit; CI would fail."
