#!/usr/bin/env bash
# Installs Firefox, and WebKit with a screen that is not shown, for the tests in every browser. Where that is not possible, their tests
# are skipped.
source "$(dirname "$0")/env.sh"

has_firefox || (apt "Firefox, for the journeys" firefox-esr) || say "Firefox cannot be installed: its tests are skipped"
has_webkit || (apt "WebKit and its driver, for the smoke run" webkit2gtk-driver xvfb xauth openbox dbus) ||
  say "WebKit cannot be installed: its tests are skipped"
