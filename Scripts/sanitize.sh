#!/usr/bin/env bash
# Runs the tests of Routing and GeoIO under the address sanitizer, then under the thread sanitizer:
# the modules that read bytes of others' making and that share memory between threads.

# shellcheck source=Scripts/common.sh
source "$(dirname "$0")/common.sh"

prepare

# Swift's runtime keeps what it has for the process's life: that is no leak of ours.
export ASAN_OPTIONS=detect_leaks=0 TSAN_OPTIONS=halt_on_error=1

for kind in ${1:-address thread}; do
  log=$(mktemp)
  status=0
  stage "$kind sanitizer" sanitized "$kind" '^(RoutingTests|GeoIOTests)\.' >"$log" 2>&1 || status=$?
  grep -E 'ERROR: |WARNING: ThreadSanitizer|^SUMMARY: ' "$log" || true
  if ! grep -E 'Test run with [1-9][0-9]* tests?' "$log" | tail -n 1 || ((status != 0)); then
    grep -A 4 'recorded an issue' "$log" || true
    tail -n 60 "$log"
    rm -f "$log"
    exit 1
  fi
  rm -f "$log"
done
