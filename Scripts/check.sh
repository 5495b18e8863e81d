#!/usr/bin/env bash
# What a change has to pass, here and in CI: the layout of all Swift code, the tests of what reads others'
# bytes and shares memory under the address and the thread sanitizer, damaged inputs for a minute, then
# every test.

# shellcheck source=Scripts/common.sh
source "$(dirname "$0")/common.sh"

stage "lint" Scripts/format.sh --check
Scripts/sanitize.sh
Scripts/fuzz.sh 60
Scripts/test.sh
