#!/usr/bin/env bash
# Installs cargo-fuzz, and a C++ compiler for libFuzzer.
source "$(dirname "$0")/env.sh"

have c++ || have g++ || have clang++ || apt "A C++ compiler, for libFuzzer" g++
if [ "$(cargo-fuzz --version 2>/dev/null | awk '{print $2}')" != "$CARGO_FUZZ_VERSION" ]; then
  say "Building cargo-fuzz $CARGO_FUZZ_VERSION (once, about a minute)"
  cargo install cargo-fuzz --version "$CARGO_FUZZ_VERSION" --locked --root "$CACHE/cargo-fuzz-$CARGO_FUZZ_VERSION" ||
    die "cargo-fuzz could not be built. Run: cargo install cargo-fuzz --version $CARGO_FUZZ_VERSION"
fi
