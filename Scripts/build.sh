#!/usr/bin/env bash
# Builds the release binary.

# shellcheck source=Scripts/common.sh
source "$(dirname "$0")/common.sh"

prepare
stage "build" swift build -c release --product hinterland </dev/null
echo "Built $(swift build -c release --show-bin-path)/hinterland"
