#!/usr/bin/env bash
# What a change has to pass, here and in CI: the layout of all Swift code, every test, those of the
# modules with sharp edges under sanitizers, and a minute of damaged inputs.

# shellcheck source=Scripts/common.sh
source "$(dirname "$0")/common.sh"

stage "lint" Scripts/format.sh --check
Scripts/test.sh
Scripts/sanitize.sh
Scripts/fuzz.sh 60
