#!/usr/bin/env bash
# Benchmarks of whole runs: builds the release binary and asks it as a user would.

# shellcheck source=Scripts/common.sh
source "$(dirname "$0")/common.sh"

prepare
stage "build" swift build -c release --product hinterland </dev/null
hinterland=$(swift build -c release --show-bin-path)/hinterland
# Beside the main build, so that `make clean` takes both.
benchmarks=(swift run -c release --package-path Benchmarks --scratch-path .build/benchmarks)
"${benchmarks[@]}" WholeProcess "$hinterland" "${1:-5}" </dev/null
