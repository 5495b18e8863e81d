#!/usr/bin/env bash
# Reads damaged tables, layers and dataset files under the address sanitizer, for so many seconds
# (60) from a seed of its own, or the one given: fuzz.sh [SECONDS] [SEED].

# shellcheck source=Scripts/common.sh
source "$(dirname "$0")/common.sh"

seconds=${1:-60}
seed=${2:-$(date +%s)}

prepare
log=$(mktemp)
trap 'rm -f "$log"' EXIT
export ASAN_OPTIONS=detect_leaks=0
export HINTERLAND_FUZZ_SECONDS=$seconds HINTERLAND_FUZZ_SEED=$seed
# What was read last stays here if a reader takes the process down with it.
export HINTERLAND_FUZZ_FOLDER=.build/fuzz
mkdir -p "$HINTERLAND_FUZZ_FOLDER"

status=0
stage "fuzz, seed $seed" sanitized address '^GeoIOTests\.FuzzTests' >"$log" 2>&1 || status=$?
if ((status != 0)) || ! grep -E 'Test run with [1-9][0-9]* tests?' "$log" | tail -n 1; then
  tail -n 60 "$log"
  echo "Again: Scripts/fuzz.sh $seconds $seed. Last inputs: $HINTERLAND_FUZZ_FOLDER" >&2
  exit 1
fi
grep -hE '^(damaged|forged) ' "$log"
