#!/usr/bin/env bash
# What a change has to pass, here and in CI: the layout of all Swift code, then every test.

# shellcheck source=Scripts/common.sh
source "$(dirname "$0")/common.sh"

stage "lint" Scripts/format.sh --check
Scripts/test.sh
