#!/usr/bin/env bash
# Builds the single-file edition, dist-single/crossread.html, which can be opened from a disk or a USB stick.
source "$(dirname "$0")/env.sh"

have node || die "node is missing, which is needed to build the single file. Install it, then run this again."
"$ROOT/scripts/build.sh"
cd "$ROOT"
say "Building the single file"
node scripts/single.mjs dist dist-single/crossread.html
