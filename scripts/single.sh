#!/usr/bin/env bash
# Builds the single-file edition, dist-single/crossread.html, which can be opened from a disk or a USB stick. Its program is not split:
# all of it is there anyway.
source "$(dirname "$0")/env.sh"

have node || die "node is missing, which is needed to build the single file. Install it, then run this again."
"$ROOT/scripts/setup.sh" build
source "$ROOT/scripts/env.sh"

cd "$ROOT"
say "Building the page in one part"
trunk build --release --dist dist-single/page
say "Building the single file"
node scripts/single.mjs dist-single/page dist-single/crossread.html
