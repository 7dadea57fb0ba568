#!/usr/bin/env bash
# Long runs: the browser is killed CRASHES times (200) while a project is edited, and stored records are damaged. CRASH_SEED
# sets the random numbers (1). Arguments go to Playwright.
source "$(dirname "$0")/env.sh"

export CRASHES=${CRASHES:-200} CRASH_SEED=${CRASH_SEED:-1}
exec "$ROOT/scripts/journeys.sh" crash damage "$@"
