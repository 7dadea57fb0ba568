#!/usr/bin/env bash
# Checks the formatting, and runs clippy for the host and for the browser. Any warning is an error.
source "$(dirname "$0")/env.sh"

"$ROOT/scripts/setup-rust.sh"
source "$ROOT/scripts/env.sh"

cd "$ROOT"
say "Checking the formatting"
cargo fmt --all --check
cargo fmt --check --manifest-path fuzz/Cargo.toml
say "Clippy for the host"
cargo clippy --workspace --all-targets --features cli -- -D warnings
say "Clippy for the browser"
# The other tests are for the host: their dependencies do not build for the browser.
cargo clippy --workspace --lib --bins --test browser --target "$WASM_TARGET" -- -D warnings
say "Checking the fuzz targets"
# With this path, libFuzzer is not compiled, which would need a C++ compiler; nothing is linked here.
CUSTOM_LIBFUZZER_PATH=/nowhere/libfuzzer.a RUSTFLAGS="--cfg fuzzing -D warnings" \
  cargo check --manifest-path fuzz/Cargo.toml --target-dir "${CARGO_TARGET_DIR:-$ROOT/target}/fuzz"
