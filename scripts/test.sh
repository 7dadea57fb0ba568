#!/usr/bin/env bash
# Every test there is: on this machine, in a browser, and the journeys on the release page.
source "$(dirname "$0")/env.sh"

"$ROOT/scripts/setup-rust.sh"
"$ROOT/scripts/setup-tools.sh"
"$ROOT/scripts/setup-browser.sh"
source "$ROOT/scripts/env.sh"
cd "$ROOT"

log=$(mktemp)
trap 'rm -f "$log"' EXIT
failed_steps=()

# step NAME COMMAND...: the next step runs even if this one fails, so that one run tells everything.
step() {
  local name=$1
  shift
  say "$name"
  "$@" 2>&1 | tee -a "$log" || failed_steps+=("$name")
}

in_browser() {
  local targets=() file
  for file in tests/web_*.rs tests/ui_*.rs; do
    [ -f "$file" ] && targets+=(--test "$(basename "$file" .rs)")
  done
  grep -rqs wasm_bindgen_test src && targets+=(--lib)
  [ ${#targets[@]} -gt 0 ] || return 0
  CHROMEDRIVER=${CHROMEDRIVER:-$(command -v chromedriver)} WASM_BINDGEN_TEST_TIMEOUT=${WASM_BINDGEN_TEST_TIMEOUT:-300} \
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
    cargo test --no-fail-fast --target "$WASM_TARGET" "${targets[@]}"
}

step "Tests on this machine" cargo test --no-fail-fast
step "Tests in the browser" in_browser
step "The release page" scripts/build.sh
# Journeys on yesterday's page would prove nothing.
[[ " ${failed_steps[*]:-} " == *" The release page "* ]] || step "Journeys" env CROSSREAD_BUILT=1 scripts/journeys.sh

# cargo says "test result: ok. 12 passed; 0 failed; …", Playwright "  9 passed (31s)".
count() {
  sed 's/\x1b\[[0-9;]*m//g' "$log" | grep -E '^test result: |^ +[0-9]+ (passed|failed|flaky)' |
    grep -oE "[0-9]+ $1" | awk '{ sum += $1 } END { print sum + 0 }'
}
for name in ${failed_steps[@]+"${failed_steps[@]}"}; do say "Failed: $name"; done
echo "$(count passed) passed, $(count failed) failed"
[ ${#failed_steps[@]} -eq 0 ]
