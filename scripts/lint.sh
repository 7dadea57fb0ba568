#!/usr/bin/env bash
# Formatting and clippy, for the host and for the browser; any warning fails.
source "$(dirname "$0")/env.sh"

"$ROOT/scripts/setup-rust.sh"
source "$ROOT/scripts/env.sh"

cd "$ROOT"
say "Checking the formatting"
cargo fmt --check
cargo fmt --check --manifest-path fuzz/Cargo.toml
say "Clippy for this machine"
cargo clippy --all-targets -- -D warnings
say "Clippy for the browser"
# The unit tests and the laws are for the host: what they stand on does not build for the browser.
browser_tests=()
for file in tests/web_*.rs tests/ui_*.rs; do browser_tests+=(--test "$(basename "$file" .rs)"); done
cargo clippy --lib --bins "${browser_tests[@]}" --target "$WASM_TARGET" -- -D warnings
