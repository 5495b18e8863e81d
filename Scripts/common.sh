# shellcheck shell=bash
# What every script here starts with: the repository's root, a Swift toolchain, stages with seconds.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if ! command -v swift >/dev/null && [ -x /opt/swift/usr/bin/swift ]; then
  PATH="$PATH:/opt/swift/usr/bin"
fi

# Stops with one sentence unless there is a Swift toolchain.
require_swift() {
  if ! command -v swift >/dev/null; then
    echo "Hinterland is built with Swift, which is not on this machine:" \
      "get version 6.1 or later from https://swift.org/install and run this again." >&2
    exit 1
  fi
}

# Stops with one sentence unless Swift is new enough and runs.
require_swift_version() {
  local words version major minor
  if ! words=$(swift --version 2>&1); then
    echo "$(command -v swift) does not run (${words##*$'\n'}):" \
      "install it anew from https://swift.org/install." >&2
    exit 1
  fi
  version=$(sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' <<<"$words" | head -n 1)
  IFS=. read -r major minor <<<"${version:-0.0}"
  if ((major < 6 || (major == 6 && minor < 1))); then
    echo "$(command -v swift) is Swift ${version:-of an unknown version}:" \
      "get 6.1 or later from https://swift.org/install." >&2
    exit 1
  fi
}

# stage NAME COMMAND…: runs the command between two lines that say what and how long.
stage() {
  local name=$1 started=$SECONDS status=0
  shift
  echo "── $name" >&2
  "$@" || status=$?
  echo "── $name: $((SECONDS - started)) s" >&2
  return "$status"
}

# sanitized KIND FILTER: runs the matching tests of Routing and GeoIO under a sanitizer, in a build of its
# own that has nothing else in it. Under the thread sanitizer, which is some twenty times slower, the
# theorems are held on fewer graphs: threads meet on one as on a thousand.
sanitized() {
  local fewer=()
  if [ "$1" = thread ]; then fewer=(-Xswiftc -DFEW_SEEDS); fi
  HINTERLAND_TESTED=RoutingTests,GeoIOTests swift test -c release --sanitize="$1" "${fewer[@]}" \
    --scratch-path ".build/$1" --disable-xctest --test-product HinterlandPackageTests \
    --filter "$2" </dev/null
}

prepare() {
  require_swift
  stage "libraries" Scripts/install-dependencies.sh "$@"
  require_swift_version
}

# Seconds since 1970 of the last commit: what archives and manual pages take for now.
moment() {
  echo "${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 946684800)}"
}
