#!/usr/bin/env bash
# The page as one file, dist-single/crossread.html, which opens by a double-click from a disk or a USB stick.
source "$(dirname "$0")/env.sh"

have node || die "node is missing, which puts the files together. Install it, then run this again."
"$ROOT/scripts/build.sh"
cd "$ROOT"
say "Putting it into one file"
node scripts/single.mjs dist dist-single/crossread.html
