#!/usr/bin/env bash
# Builds the release page twice from the sources, and fails if a byte differs.
source "$(dirname "$0")/env.sh"

first=$(mktemp -d)
trap 'rm -rf "$first"' EXIT
cd "$ROOT"
for folder in "$first/dist" ""; do
  cargo clean --quiet --release --target "$WASM_TARGET" --package crossread --package crossread-detector
  "$ROOT/scripts/build.sh"
  [ -z "$folder" ] || cp -R dist "$folder"
done
# trunk's own files, which are not served, begin with a dot.
diff -r --exclude '.*' "$first/dist" dist || die "The two builds differ."
say "Both builds are the same: $(find dist -type f ! -name '.*' | wc -l) files."
