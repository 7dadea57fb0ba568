#!/usr/bin/env bash
# Soak test: kills the browser CRASHES times (200) while a project is edited, and damages stored records. CRASH_SEED sets the
# seed of the random numbers (1). Arguments are passed to Playwright.
source "$(dirname "$0")/env.sh"

export CRASHES=${CRASHES:-200} CRASH_SEED=${CRASH_SEED:-1}
exec "$ROOT/scripts/journeys.sh" crash damage "$@"
