#!/usr/bin/env bash
# trunk, wasm-bindgen and wasm-opt, each only where the user has none that fits.
source "$(dirname "$0")/env.sh"

# The newest compiler here: some machines keep a nightly beside an older stable.
newest_toolchain() {
  { rustup toolchain list 2>/dev/null || true; } | awk '{print $1}' | while read -r name; do
    printf '%s %s\n' "$(RUSTUP_TOOLCHAIN=$name rustc --version 2>/dev/null | awk '{print $2}')" "$name"
  done | sort -V | tail -n1 | awk '{print $2}'
}

install_trunk() {
  local toolchain version=$TRUNK_VERSION
  toolchain=$(newest_toolchain)
  if ! at_least "$(RUSTUP_TOOLCHAIN=$toolchain rustc --version | awk '{print $2}' | sed 's/-.*//')" "$TRUNK_MSRV"; then
    version=$TRUNK_FALLBACK_VERSION
  fi
  say "Building trunk $version, which bundles the page (once, 8 to 14 minutes on two cores)"
  RUSTUP_TOOLCHAIN=$toolchain cargo install trunk --version "$version" --locked --root "$CACHE/trunk-$version" ||
    die "trunk could not be built. Run: cargo install trunk --locked"
}

install_wasm_bindgen() {
  say "Building wasm-bindgen-cli $WASM_BINDGEN_VERSION, the version of Cargo.lock (once, about 4 minutes)"
  cargo install wasm-bindgen-cli --version "$WASM_BINDGEN_VERSION" --root "$CACHE/wasm-bindgen-$WASM_BINDGEN_VERSION" ||
    die "wasm-bindgen-cli could not be built. Run: cargo install wasm-bindgen-cli --version $WASM_BINDGEN_VERSION"
}

install_wasm_opt() {
  have npm || apt "npm, for wasm-opt" nodejs npm
  say "Installing wasm-opt (npm's binaryen $BINARYEN_VERSION)"
  npm install --silent --no-save --prefix "$CACHE/binaryen-$BINARYEN_VERSION" "binaryen@$BINARYEN_VERSION" >&2 ||
    die "wasm-opt could not be installed. Run: npm install -g binaryen"
}

have trunk && at_least "$(trunk --version | awk '{print $2}')" 0.21.0 || install_trunk
# trunk takes the first wasm-bindgen on PATH whose version is exactly that of Cargo.lock.
[ "$(wasm-bindgen --version 2>/dev/null | awk '{print $2}')" = "$WASM_BINDGEN_VERSION" ] || install_wasm_bindgen
# Debian's wasm-opt (108) cannot read what today's compiler writes.
wasm_opt_version=$(wasm-opt --version 2>/dev/null | grep -o '[0-9]\+' | head -n1 || true)
[ "${wasm_opt_version:-0}" -ge 120 ] || install_wasm_opt
