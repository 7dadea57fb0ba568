#!/usr/bin/env bash
# Formatting and clippy, for the host and for the browser; any warning fails.
source "$(dirname "$0")/env.sh"

"$ROOT/scripts/setup-rust.sh"
source "$ROOT/scripts/env.sh"

cd "$ROOT"
say "Checking the formatting"
cargo fmt --check
say "Clippy for this machine"
cargo clippy --all-targets -- -D warnings
say "Clippy for the browser"
cargo clippy --all-targets --target "$WASM_TARGET" -- -D warnings
