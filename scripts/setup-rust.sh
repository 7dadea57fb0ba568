#!/usr/bin/env bash
# Installs a Rust toolchain that can build for wasm32: that of the user if rustup can fetch the target, otherwise Debian's.
source "$(dirname "$0")/env.sh"

have rustup || have cargo || have apt-get || die "Rust is missing. Run: curl https://sh.rustup.rs -sSf | sh"

active=${RUSTUP_TOOLCHAIN:-$(active_toolchain)}
if have rustc && is_new_enough "$active"; then
  has_wasm_std "$active" && exit 0
  if have rustup; then
    say "The Rust toolchain $active has no $WASM_TARGET target: asking rustup for it"
    # Behind some firewalls, the request never completes.
    timeout 300 rustup target add --toolchain "$active" "$WASM_TARGET" >&2 && has_wasm_std "$active" && exit 0
  fi
fi
say "rustup has no Rust $RUST_MSRV for $WASM_TARGET: using Debian's compiler, which includes the source of the standard library"

if ! [ -x /usr/bin/rustc ] || ! [ -x /usr/bin/cargo ] || ! [ -x /usr/bin/cargo-clippy ] ||
  ! [ -x /usr/bin/rustfmt ] || ! [ -d /usr/lib/rustlib/src/rust/library ] || ! have wasm-ld-22; then
  apt "Rust for wasm" rustc-web cargo-web rust-web-src rust-web-llvm rust-web-clippy rustfmt-web lld-22
fi
toolchain=debian
if have rustup && ! rustup toolchain list | grep -q "^$toolchain\b"; then
  rustup toolchain link "$toolchain" /usr || die "Run: rustup toolchain link $toolchain /usr"
fi

if ! has_wasm_std "$toolchain"; then
  say "Building the standard library for $WASM_TARGET (once, about a minute)"
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  mkdir "$work/src"
  printf '[package]\nname = "wasm_std"\nedition = "2021"\n' >"$work/Cargo.toml"
  : >"$work/src/lib.rs"
  # Bitcode, because the release is linked with `lto`; `test`, because wasm-bindgen-test links it.
  (cd "$work" && RUSTUP_TOOLCHAIN=$toolchain RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes CARGO_TARGET_DIR=$work/target \
    cargo build --release -Zbuild-std=std,panic_abort,test --target "$WASM_TARGET") ||
    die "The standard library for $WASM_TARGET could not be built: see the lines above."
  lib=$(RUSTUP_TOOLCHAIN=$toolchain rustc --print sysroot)/lib/rustlib/$WASM_TARGET/lib
  sudo=''
  [ "$(id -u)" = 0 ] || sudo=sudo
  $sudo mkdir -p "$lib"
  rm -f "$work/target/$WASM_TARGET/release/deps/"libwasm_std-*.rlib
  $sudo cp "$work/target/$WASM_TARGET/release/deps/"lib*.rlib "$lib/" || die "Run this once as a user who may write to $lib"
  # Code that was compiled against another standard library cannot be linked with this one.
  rm -rf "$ROOT/target"
fi
mkdir -p "$CACHE"
echo "$toolchain" >"$CACHE/toolchain"
