# Sourced by every script: paths, versions of tools, checks for installed tools, and functions for messages.
# Nothing here installs anything, except the function `apt`.
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# Tools are built once per user and shared by all clones; each version has its own folder.
CACHE=${CROSSREAD_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/crossread}
# Builds with Rust 1.90 (0.22.0 requires 1.96), and can minify the output of wasm-bindgen (0.21 cannot parse it).
TRUNK_VERSION=0.22.0-beta.1
BINARYEN_VERSION=132.0.0
CARGO_FUZZ_VERSION=0.13.1
# Splits the program of the release into a first file and lazy parts. Its version has to fit that of wasm_split_helpers in Cargo.toml.
WASM_SPLIT_VERSION=0.2.3
WASM_TARGET=wasm32-unknown-unknown

say()  { printf '\033[1m» %s\033[0m\n' "$*" >&2; }
# skipped COUNT REASON: tests that are not run, in the form in which Playwright counts them.
skipped() { say "SKIPPED: $1 tests. $2."; printf '  %s skipped\n' "$1"; }
die()  { printf '\033[31m✗ %s\033[0m\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }
# at_least A B: version A is B or newer.
at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n1)" = "$2" ]; }

# The version of the wasm-bindgen command must be exactly that of the library.
wasm_bindgen_version() {
  awk '/^name = "wasm-bindgen"$/ { getline; gsub(/[",]/, "", $3); print $3; exit }' "$ROOT/Cargo.lock"
}

# version_of COMMAND: the version that the command prints after its name; empty if it is missing.
version_of() { "$1" --version 2>/dev/null | awk '{print $2; exit}' || true; }

has_wasm_std() { # has_wasm_std TOOLCHAIN
  local sysroot
  sysroot=$(RUSTUP_TOOLCHAIN=$1 rustc --print sysroot 2>/dev/null) || return 1
  compgen -G "$sysroot/lib/rustlib/$WASM_TARGET/lib/libstd-*.rlib" >/dev/null
}

active_toolchain() { rustup show active-toolchain 2>/dev/null | awk '{print $1}' || true; }

is_new_enough() { at_least "$(RUSTUP_TOOLCHAIN=$1 version_of rustc | sed 's/-.*//')" "$RUST_MSRV"; } # is_new_enough TOOLCHAIN

# has_rust TOOLCHAIN: whether its compiler is new enough and can build for the browser.
has_rust() { is_new_enough "$1" && has_wasm_std "$1"; }

has_trunk() { have trunk && at_least "$(version_of trunk)" 0.22.0; }

# trunk uses the first wasm-bindgen on PATH whose version is exactly that of Cargo.lock.
has_wasm_bindgen() { [ "$(version_of wasm-bindgen)" = "$WASM_BINDGEN_VERSION" ]; }

# Debian's wasm-opt (108) cannot read the output of current compilers.
has_wasm_opt() {
  local version
  version=$(wasm-opt --version 2>/dev/null | grep -o '[0-9]\+' | head -n1 || true)
  [ "${version:-0}" -ge 120 ]
}

# It has no option that prints its version; the folder in the cache is named by it.
has_wasm_split() { [ "$(command -v wasm-split-cli)" = "$CACHE/wasm-split-$WASM_SPLIT_VERSION/bin/wasm-split-cli" ]; }

has_firefox() { have "${FIREFOX_PATH:-firefox-esr}"; }
# WebKit with its driver, and a screen that is not shown.
has_webkit() { have WebKitWebDriver && have xvfb-run && have xauth && have openbox && have dbus-run-session; }

# has_packages FOLDER: whether its installed node packages match its lock file.
has_packages() { cmp -s "$ROOT/$1/package-lock.json" "$ROOT/$1/node_modules/.installed"; }

WASM_BINDGEN_VERSION=$(wasm_bindgen_version)
RUST_MSRV=$(awk -F'"' '/^rust-version/ { print $2; exit }' "$ROOT/Cargo.toml")
PATH="$PATH:${CARGO_HOME:-$HOME/.cargo}/bin"
# Every trunk in the cache is new enough.
for folder in "$CACHE"/trunk-0.22.*/bin; do PATH="$folder:$PATH"; done
PATH="$CACHE/wasm-bindgen-$WASM_BINDGEN_VERSION/bin:$CACHE/binaryen-$BINARYEN_VERSION/node_modules/.bin:$PATH"
PATH="$CACHE/wasm-split-$WASM_SPLIT_VERSION/bin:$PATH"
PATH="$CACHE/cargo-fuzz-$CARGO_FUZZ_VERSION/bin:$PATH"
export PATH
# The toolchain that setup-rust.sh has chosen; otherwise the active toolchain of the user.
if [ -z "${RUSTUP_TOOLCHAIN:-}" ] && [ -s "$CACHE/toolchain" ] && has_wasm_std "$(cat "$CACHE/toolchain")"; then
  RUSTUP_TOOLCHAIN=$(cat "$CACHE/toolchain")
  export RUSTUP_TOOLCHAIN
fi
# The check for a newer trunk would delay each start, and fail without a network.
export TRUNK_SKIP_VERSION_CHECK=true
export CARGO_TERM_PROGRESS_WHEN=${CARGO_TERM_PROGRESS_WHEN:-auto}

# apt PURPOSE PACKAGE...: installs Debian packages; if that is not possible, prints the command to run.
# Each step has a time limit, so that a network or a lock that does not answer delays a run by minutes at most.
apt() {
  local limits="-o DPkg::Lock::Timeout=60 -o Acquire::http::Timeout=20 -o Acquire::Retries=1"
  local purpose=$1 sudo=''
  shift
  have apt-get || die "$purpose is missing. Install it with your system's package manager (Debian: apt-get install $*), then run this again."
  if [ "$(id -u)" != 0 ]; then
    if have sudo && sudo -n true 2>/dev/null; then sudo=sudo
    else die "$purpose is missing. Run: sudo apt-get install -y --no-install-recommends $*"; fi
  fi
  say "Installing $purpose with apt-get: $*"
  $sudo timeout 120 apt-get $limits update -qq || die "The package lists could not be fetched. Check the network, then run: apt-get update"
  $sudo env DEBIAN_FRONTEND=noninteractive timeout 600 apt-get $limits install -y --no-install-recommends "$@" >&2 ||
    die "Run: sudo apt-get install -y --no-install-recommends $*"
}
