#!/usr/bin/env bash
# Installs what the build needs and this machine lacks, by apt; says so and does nothing else.
# With `gdal` also the library that writes .gpkg, .xlsx, .shp and .fgb, which the tests ask for.
# As root at once, else through sudo, else it prints the one command to run and stops.

# shellcheck source=Scripts/common.sh
source "$(dirname "$0")/common.sh"

missing=()

# want "PACKAGES" COMMAND…: the packages are missing unless the command succeeds.
want() {
  local packages
  read -ra packages <<<"$1"
  shift
  "$@" >/dev/null 2>&1 || missing+=("${packages[@]}")
}

# The library alone: its name holds GDAL's version, and gdal-bin would bring Python with it.
gdal_package() {
  local found
  found=$(apt-cache search --names-only '^libgdal[0-9]+[a-z0-9]*$' | cut -d ' ' -f 1 | sort -V | tail -n 1)
  echo "${found:-gdal-bin}"
}

look() {
  missing=()
  want "pkg-config" command -v pkg-config
  want "libgeos-dev" pkg-config --exists geos
  want "libproj-dev proj-data" pkg-config --exists proj
  want "libmetis-dev" test -e /usr/include/metis.h
  want "libosmium2-dev" test -e /usr/include/osmium/io/reader.hpp
  want "libprotozero-dev" test -e /usr/include/protozero/pbf_reader.hpp
  want "zlib1g-dev" test -e /usr/include/zlib.h
  want "libbz2-dev" test -e /usr/include/bzlib.h
  want "libexpat1-dev" test -e /usr/include/expat.h
  want "libjs-leaflet" test -e /usr/share/javascript/leaflet/leaflet.css
  want "git" command -v git
  if [ "${1:-}" = gdal ]; then want "$(gdal_package)" eval 'ls /usr/lib/*/libgdal.so.*'; fi
  want "ca-certificates" test -e /etc/ssl/certs/ca-certificates.crt
  # A toolchain that was unpacked on a bare system lacks these; swift.org lists them.
  want "g++" eval 'ls /usr/include/stdio.h /usr/lib/gcc/*/*/libstdc++.so'
  want "libncurses-dev libsqlite3-dev libcurl4-openssl-dev libxml2-dev" swift package --version
}

# Runs apt-get as an administrator and shows what it said if it failed. Where another apt is at
# work it waits up to five minutes.
apt() {
  "${administrator[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -q -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 "$@" >"$log" 2>&1 </dev/null && return
  tail -n 20 "$log" >&2
  return 1
}

# Three more tries: the lists have a lock that apt does not wait for, and mirrors have bad minutes.
patiently() {
  local pause
  for pause in 10 30 60; do
    if "$@"; then return 0; fi
    echo "That did not work; trying again in $pause s." >&2
    sleep "$pause"
  done
  "$@"
}

look "$@"
if ((${#missing[@]} == 0)); then
  echo "Nothing to install."
  exit 0
fi

if ! command -v apt-get >/dev/null; then
  echo "Missing here, by their Debian names: ${missing[*]}." \
    "Install what your system calls them and run this again." >&2
  exit 1
fi

administrator=()
command="apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    printf 'Some libraries are missing. Run this as an administrator, then try again:\n\n' >&2
    printf "    su -c '%s'\n\n" "$command" >&2
    exit 1
  elif sudo -n true 2>/dev/null || [ -t 0 ]; then
    administrator=(sudo)
  else
    printf 'Some libraries are missing. Run this, then try again:\n\n' >&2
    printf "    sudo sh -c '%s'\n\n" "$command" >&2
    exit 1
  fi
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
echo "Installing by apt: ${missing[*]}."
# Old lists may do: an update that fails is not the end.
patiently apt update || echo "apt-get update failed; going on with the lists that are here." >&2
patiently apt install -y --no-install-recommends "${missing[@]}"

look "$@"
if ((${#missing[@]} > 0)); then
  echo "apt-get installed everything, yet these are not found: ${missing[*]}." >&2
  exit 1
fi
