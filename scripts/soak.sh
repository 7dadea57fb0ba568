#!/usr/bin/env bash
# Soak test: kills the browser CRASHES times (200) while a project is edited, damages stored records, and drags the mouse over text
# DRAGS times (200), with one to three columns, in both directions of writing, at zooms of 50 to 400 %, in texts of up to 5 MB; shows
# all strings that could be run or rendered as markup, and all naughty strings, in every view; works in 10 MB with 100,000 tags; opens
# and closes an article, and imports 1 MB, 20 times each, and measures the memory that is left.
# At last, the command line converts a gigabyte of JSON Lines: see scripts/soak-lines.sh.
# CRASH_SEED and DRAG_SEED set the seeds of the random numbers (1). Arguments are passed to Playwright.
source "$(dirname "$0")/env.sh"

export CRASHES=${CRASHES:-200} CRASH_SEED=${CRASH_SEED:-1}
export HOSTILE=all DRAGS=${DRAGS:-200} DRAG_SEED=${DRAG_SEED:-1}
export LONG_TEXT='10 MB' MEMORY_TURNS=20
"$ROOT/scripts/journeys.sh" crash damage drags hostile.spec naughty ten-megabytes memory "$@"
exec "$ROOT/scripts/soak-lines.sh"
