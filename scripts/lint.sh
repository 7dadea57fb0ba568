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
# The other tests are for the host: their dependencies do not build for the browser.
cargo clippy --lib --bins --test browser --target "$WASM_TARGET" -- -D warnings
say "The fuzz targets"
# The path keeps libFuzzer from being compiled, which needs a C++ compiler; nothing is linked here.
CUSTOM_LIBFUZZER_PATH=/nowhere/libfuzzer.a RUSTFLAGS="--cfg fuzzing -D warnings" \
  cargo check --manifest-path fuzz/Cargo.toml --target-dir "${CARGO_TARGET_DIR:-$ROOT/target}/fuzz"
