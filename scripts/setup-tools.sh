#!/usr/bin/env bash
# Installs tools into the cache, even if they are already installed: `scripts/setup-tools.sh trunk wasm-bindgen wasm-split wasm-opt`.
source "$(dirname "$0")/env.sh"

# prebuilt CRATE VERSION COMMAND FOLDER: installs a published binary, if cargo-binstall is installed and can fetch one.
prebuilt() {
  have cargo-binstall || return 1
  say "Asking cargo-binstall for $1 $2"
  # Behind some firewalls, the request never completes.
  timeout 90 cargo-binstall "$1@$2" --no-confirm --disable-strategies compile --root "$4" </dev/null >&2 &&
    [ "$(version_of "$4/bin/$3")" = "$2" ] && return 0
  say "No usable binary of $1 $2 could be fetched"
  rm -rf "$4"
  return 1
}

# compile CRATE VERSION FOLDER OPT_LEVEL [OPTION...]: builds a tool without the link-time optimisation of its release
# profile, which takes most of the time. Without the default features, the tool has no TLS, which only downloads would need.
compile() {
  say "Building $1 $2"
  CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_OPT_LEVEL=$4 \
    CARGO_PROFILE_RELEASE_DEBUG=0 cargo install "$1" --version "$2" --root "$3" --no-default-features "${@:5}" ||
    die "$1 could not be built. Run: cargo install $1 --version $2"
}

for tool in "$@"; do
  case $tool in
    trunk)
      folder=$CACHE/trunk-$TRUNK_VERSION
      prebuilt trunk "$TRUNK_VERSION" trunk "$folder" || compile trunk "$TRUNK_VERSION" "$folder" 0 --locked
      ;;
    wasm-bindgen)
      folder=$CACHE/wasm-bindgen-$WASM_BINDGEN_VERSION
      # It runs after each change: optimised, it takes 1 s, otherwise 4 s.
      prebuilt wasm-bindgen-cli "$WASM_BINDGEN_VERSION" wasm-bindgen "$folder" ||
        compile wasm-bindgen-cli "$WASM_BINDGEN_VERSION" "$folder" 3 --bin wasm-bindgen --bin wasm-bindgen-test-runner
      ;;
    wasm-split)
      # Its command is behind a feature. Unoptimised, it takes longer than the build saves.
      compile wasm_split_cli_support "$WASM_SPLIT_VERSION" "$CACHE/wasm-split-$WASM_SPLIT_VERSION" 3 --locked --features build-binary
      ;;
    wasm-opt)
      have npm || apt "npm, for wasm-opt" nodejs npm
      say "Installing wasm-opt (npm's binaryen $BINARYEN_VERSION)"
      timeout 300 npm install --silent --no-save --prefix "$CACHE/binaryen-$BINARYEN_VERSION" "binaryen@$BINARYEN_VERSION" >&2 ||
        die "wasm-opt could not be installed. Run: npm install -g binaryen"
      ;;
    *) die "Unknown tool: $tool" ;;
  esac
done
