#!/usr/bin/env bash
# What a change has to pass, here and in CI: the layout of all Swift code, the tests of what reads others'
# bytes under the address sanitizer, damaged inputs for a minute, then every test. The thread sanitizer is
# left to `make sanitize`: it does not see `Synchronization.Mutex` on Linux and calls hand-overs races.

# shellcheck source=Scripts/common.sh
source "$(dirname "$0")/common.sh"

stage "lint" Scripts/format.sh --check
Scripts/sanitize.sh address
Scripts/fuzz.sh 60
Scripts/test.sh
