#!/usr/bin/env bash
# Runs all tests: on the host, in a browser, and the journeys on the release page.
source "$(dirname "$0")/env.sh"

"$ROOT/scripts/setup.sh" test
source "$ROOT/scripts/env.sh"
cd "$ROOT"

logs=$(mktemp -d)
trap 'kill "${build:-}" "${browser:-}" 2>/dev/null || true; rm -rf "$logs"' EXIT
failed_steps=()

# step NAME COMMAND...: runs a step. If it fails, the next step is run anyway, so that one run reports all failures.
step() {
  local name=$1 start=$SECONDS
  shift
  say "$name"
  "$@" 2>&1 | tee -a "$logs/tests" || failed_steps+=("$name")
  say "$name: $((SECONDS - start)) s"
}

# finished RESULT LOG: prints what a command in the background has printed, and ends as it ended.
finished() { cat "$2"; return "$1"; }

in_browser() {
  CHROMEDRIVER=${CHROMEDRIVER:-$(command -v chromedriver)} WASM_BINDGEN_TEST_TIMEOUT=${WASM_BINDGEN_TEST_TIMEOUT:-300} \
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
    cargo test --target "$WASM_TARGET" --test browser
}

# These three run beside each other: the release build spends most of its time linking on one processor, and uses its own build
# folders; a test in the browser waits most of its time for frames and timers, and is compiled while the tests on the host run.
"$ROOT/scripts/build.sh" >"$logs/build" 2>&1 &
build=$!
in_browser >"$logs/browser" 2>&1 &
browser=$!
step "Tests on the host" cargo test --no-fail-fast --features cli --lib --tests
result=0
wait "$browser" || result=$?
browser=
step "Tests in the browser" finished "$result" "$logs/browser"
say "The release page"
if wait "$build"; then
  cat "$logs/build"
  export CROSSREAD_BUILT=1
  step "Journeys" scripts/journeys.sh
  # At most 3 minutes, and 1 minute. `make browsers` runs all journeys in Firefox.
  step "Journeys in Firefox" env JOURNEYS_IN=firefox-choice scripts/journeys.sh
  step "WebKit" scripts/webkit.sh
else
  cat "$logs/build"
  failed_steps+=("The release page")
fi
build=

# cargo prints "test result: ok. 12 passed; 0 failed; …", Playwright "  9 passed (31s)", node "ℹ pass 10".
count() {
  sed -E 's/\x1b\[[0-9;]*m//g; s/^ℹ (pass|fail) ([0-9]+)$/  \2 \1ed/' "$logs/tests" |
    grep -E '^test result: |^ +[0-9]+ (passed|failed|flaky|skipped)' |
    grep -oE "[0-9]+ $1" | awk '{ sum += $1 } END { print sum + 0 }'
}
# What failed, once more at the end: the names of tests, and the beginning of what Playwright reports of each.
failures() {
  sed -E 's/\x1b\[[0-9;]*m//g' "$logs/tests" | awk '
    /^test .* (FAILED|FAIL)$|^✖ |^ +✘ / { print; next }
    /^ +[0-9]+\) \[/ { left = 12 }
    left > 0 && NF > 0 { print; left-- }
  '
}
[ ${#failed_steps[@]} -eq 0 ] || failures
for name in ${failed_steps[@]+"${failed_steps[@]}"}; do say "Failed: $name"; done
echo "$(count passed) passed, $(count failed) failed, $(count skipped) skipped"
[ ${#failed_steps[@]} -eq 0 ]
