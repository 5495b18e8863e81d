#!/usr/bin/env bash
# Runs every test, or those whose name matches the argument, and closes with the runner's summary.
# A run of no tests fails.

# shellcheck source=Scripts/common.sh
source "$(dirname "$0")/common.sh"

only=${1:-}

prepare gdal
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# Beside the main build, whose modules are not compiled for testing: in one folder each would undo
# the other.
flags=(-c release --scratch-path .build/tests --disable-xctest)

# All tests are Swift Testing's; XCTest would close with a summary of no tests of its own. Hundreds
# of seeded cases each say when they start and pass: only those that do not are shown.
run() {
  swift test "${flags[@]}" ${only:+--filter "$only"} </dev/null 2>&1 \
    | tee "$log" | grep --line-buffered -vE 'Test case passing .* (started\.|passed after .*)$'
}
status=0
stage "build and test" run || status=$?

grep -E ' Test .* failed after ' "$log" | grep -vE 'Test (case passing|run with) ' || true
if ! grep -E 'Test run with [1-9][0-9]* tests?' "$log" | tail -n 1; then
  echo "No test ran.${only:+ Is there one whose name matches $only?}" >&2
  exit 1
fi
((status == 0))
