#!/usr/bin/env bash
# Installs the missing tools for a purpose. First prints what they are, and how long the installation takes.
#
#   scripts/setup.sh serve   Rust for the browser, trunk, wasm-bindgen
#   scripts/setup.sh build   also wasm-opt and wasm-split
#   scripts/setup.sh test    also Chromium, Firefox, WebKit and the node packages of the journeys
source "$(dirname "$0")/env.sh"

purpose=$1
missing=()
seconds=0

# need TOOL SECONDS: records a missing tool, and how long its installation takes on two cores.
need() {
  missing+=("$1")
  seconds=$((seconds + $2))
}

for_build() { [ "$purpose" != serve ]; }
for_test() { [ "$purpose" = test ]; }
has_browsers() { has_firefox && has_webkit; }
has_browser() { have chromium && have chromedriver && have npm && has_packages tests/journeys; }

rust=yes trunk=yes wasm_bindgen=yes wasm_opt=yes wasm_split=yes browser=yes browsers=yes profile=debug
has_rust "${RUSTUP_TOOLCHAIN:-$(active_toolchain)}" || { rust=no && need "Rust for $WASM_TARGET" 60; }
has_trunk || { trunk=no && need "trunk $TRUNK_VERSION" 170; }
has_wasm_bindgen || { wasm_bindgen=no && need "wasm-bindgen $WASM_BINDGEN_VERSION" 85; }
if for_build; then
  profile=release
  has_wasm_split || { wasm_split=no && need "wasm-split $WASM_SPLIT_VERSION" 60; }
  has_wasm_opt || { wasm_opt=no && need "wasm-opt (binaryen $BINARYEN_VERSION)" 10; }
fi
if for_test; then
  has_browser || { browser=no && need "Chromium and the packages of the journeys" 30; }
  has_browsers || { browsers=no && need "Firefox and WebKit" 40; }
fi
[ ${#missing[@]} -gt 0 ] || exit 0
for_test || [ -d "${CARGO_TARGET_DIR:-$ROOT/target}/$WASM_TARGET/$profile/deps" ] || need "the first build of the page" 60

list=$(printf ', %s' "${missing[@]}")
say "To install once: ${list:2}. On two cores, this takes about $(((seconds + 59) / 60)) min in total."
[ "$trunk$wasm_bindgen" = yesyes ] || say "The tools are installed in $CACHE"

[ $rust = yes ] || "$ROOT/scripts/setup-rust.sh"
source "$ROOT/scripts/env.sh"
[ $trunk = yes ] || "$ROOT/scripts/setup-tools.sh" trunk
[ $wasm_bindgen = yes ] || "$ROOT/scripts/setup-tools.sh" wasm-bindgen
[ $wasm_split = yes ] || "$ROOT/scripts/setup-tools.sh" wasm-split
[ $wasm_opt = yes ] || "$ROOT/scripts/setup-tools.sh" wasm-opt
[ $browser = yes ] || "$ROOT/scripts/setup-browser.sh"
[ $browsers = yes ] || "$ROOT/scripts/setup-browsers.sh"
