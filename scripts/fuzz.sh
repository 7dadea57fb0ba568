#!/usr/bin/env bash
# Fuzzing: runs every check of fuzz/src/checks on inputs that libFuzzer generates. `cargo test --test host` runs the checks on the seeds.
#
#   scripts/fuzz.sh [SECONDS] [TARGET...]   runs each target for SECONDS (450), and adds new inputs to fuzz/corpus
#   scripts/fuzz.sh --again TARGET FILE     runs one input again
#   scripts/fuzz.sh --seeds [TARGET...]     replaces fuzz/seeds by a minimal set of inputs from fuzz/corpus with the same coverage
source "$(dirname "$0")/env.sh"

"$ROOT/scripts/setup-rust.sh"
"$ROOT/scripts/setup-fuzz.sh"
source "$ROOT/scripts/env.sh"
cd "$ROOT"

# The stable compiler is enough: coverage is stable. AddressSanitizer is not, but finds only errors of unsafe code, and
# `unsafe_code` is denied. Debug assertions and overflow checks are on (fuzz/Cargo.toml).
target_dir=${CARGO_TARGET_DIR:-$ROOT/target}/fuzz
programs=$target_dir/$(rustc -vV | sed -n 's/^host: //p')/release
# The size of an enlarged input, in bytes.
LARGE=65536
logs=$ROOT/fuzz/logs
mapfile -t all < <(sed -n 's/^name = "\(.*\)"$/\1/p' fuzz/Cargo.toml | tail -n +2)

build() {
  say "Building the fuzz targets"
  cargo fuzz build --sanitizer none --target-dir "$target_dir" "$@" >&2 || die "The fuzz targets could not be built."
}

# The largest size of an input, in bytes, and the dictionary.
options() { # options TARGET
  local length=4096 dictionary=
  case $1 in
    json | any_file | schema_file | journal) dictionary=json ;;
    project) length=16384 dictionary=json ;;
    checksummed) length=1024 ;;
    documents) dictionary=html ;;
    *) dictionary=text ;;
  esac
  printf -- '-max_len=%s\n' "$length"
  [ -z "$dictionary" ] || printf -- '-dict=fuzz/dict/%s.dict\n' "$dictionary"
}

# Copies the seeds from the repository, and from the fixtures if present; tests/host/fuzz_seeds.rs uses the same.
seed() { # seed TARGET FOLDER
  local file fixtures=${CROSSREAD_FIXTURES:-$ROOT/../shared/fixtures} from=("fuzz/seeds/$1")
  mkdir -p "$2"
  case $1 in
    json) from+=(tests/files schemas "$fixtures/hostile/JSONTestSuite/test_parsing" "$fixtures/hostile/blns.json") ;;
    project) from+=(tests/files) ;;
    journal) from+=(tests/files/main-job.journal) ;;
    text_*) from+=(articles "$fixtures/texts" "$fixtures/hostile/blns.json") ;;
  esac
  { find "${from[@]}" -type f -size -256k 2>/dev/null || true; } | while read -r file; do cp "$file" "$2/seed-${file##*/}"; done
}

fuzz() { # fuzz TARGET SECONDS LOG CORPUS
  local target=$1 seconds=$2 log=$3 corpus=$4
  mkdir -p "$corpus" "fuzz/artifacts/$target"
  # On a busy machine, processor time is more meaningful than elapsed time.
  local TIMEFORMAT='stat::processor_seconds: %U'
  # shellcheck disable=SC2046
  # fuzz/src/resource_limits.rs limits processor time and memory; the limits here are for inputs that never end.
  { time "$programs/$target" -max_total_time="$seconds" -timeout=120 -rss_limit_mb=512 -print_final_stats=1 \
    -artifact_prefix="fuzz/artifacts/$target/" $(options "$target") "$corpus"; } >"$log" 2>&1
}

figure() { sed -n "s/^stat::$2: *//p" "$1" | tail -n1; }

report() { # report TARGET LOG
  local cover
  cover=$(grep -o 'cov: [0-9]* ft: [0-9]*' "$2" | tail -n1)
  printf '%-24s %9s runs in %7s s of processor  %s  slowest %s s  peak %s MB\n' "$1" \
    "$(figure "$2" number_of_executed_units)" "$(figure "$2" processor_seconds)" "${cover:-no coverage}" \
    "$(figure "$2" slowest_unit_time_sec)" "$(figure "$2" peak_rss_mb)"
}

# Prints the end of the log, the smallest input that fails, and the command that runs it again.
explain() { # explain TARGET LOG SIZE
  local artifact small=
  tail -n 40 "$2" >&2
  artifact=$(sed -n 's/.*Test unit written to \(.*\)$/\1/p' "$2" | tail -n1)
  [ -n "$artifact" ] || return 0
  case $artifact in
    */crash-*)
      small=${artifact/crash-/small-}
      CROSSREAD_FUZZ_SIZE=$3 "$programs/$1" -minimize_crash=1 -max_total_time=30 -exact_artifact_path="$small" "$artifact" >/dev/null 2>&1 || true
      ;;
  esac
  [ -s "$small" ] || small=$artifact
  say "$1 failed. The input: $small"
  say "Again: ${3:+CROSSREAD_FUZZ_SIZE=$3 }scripts/fuzz.sh --again $1 $small"
}

# Runs one target on small inputs for most of the time, then on enlarged ones.
run_target() { # run_target TARGET SECONDS
  local target=$1 seconds=$2 corpus=fuzz/corpus/$1 log=$logs/$1.log large
  large=$((seconds / 4 + 1))
  seed "$target" "$corpus"
  fuzz "$target" "$((seconds - large))" "$log" "$corpus" || { explain "$target" "$log" ""; return 1; }
  report "$target" "$log"
  log=$logs/$target-large.log
  CROSSREAD_FUZZ_SIZE=$LARGE fuzz "$target" "$large" "$log" "$corpus" || { explain "$target" "$log" "$LARGE"; return 1; }
  report "$target, enlarged" "$log"
}

mkdir -p "$logs"
case ${1:-} in
  --again)
    build "$2"
    exec "$programs/$2" -timeout=120 -rss_limit_mb=512 "$3"
    ;;
  --seeds)
    shift
    build
    for target in "${@:-${all[@]}}"; do
      rm -rf "fuzz/seeds/$target" && mkdir -p "fuzz/seeds/$target"
      # shellcheck disable=SC2046
      "$programs/$target" -set_cover_merge=1 $(options "$target") "fuzz/seeds/$target" "fuzz/corpus/$target" >"$logs/seeds.log" 2>&1
    done
    exit
    ;;
  *)
    seconds=${1:-450} jobs=${CROSSREAD_FUZZ_JOBS:-1} targets=("${@:2}")
    [ ${#targets[@]} -gt 0 ] || targets=("${all[@]}")
    ;;
esac

build
failed=0
running=0
for target in "${targets[@]}"; do
  if [ "$running" -ge "$jobs" ]; then
    wait -n || failed=1
    running=$((running - 1))
  fi
  run_target "$target" "$seconds" &
  running=$((running + 1))
done
while [ "$running" -gt 0 ]; do
  wait -n || failed=1
  running=$((running - 1))
done
[ "$failed" = 0 ] || die "Fuzzing found failures: see above."
