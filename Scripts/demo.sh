#!/usr/bin/env bash
# From nothing to an answer: who lives within 30, 60 and 90 minutes of 长株潭.

# shellcheck source=Scripts/common.sh
source "$(dirname "$0")/common.sh"

prepare
echo "Building Hinterland: some minutes the first time, seconds after that." >&2
stage "build" swift build -c release --product hinterland </dev/null
hinterland=$(swift build -c release --show-bin-path)/hinterland

mkdir -p out
stage "answer" "$hinterland" circle 长株潭 --within 30,60,90 \
  -o out/changzhutan.geojson -o out/changzhutan.csv -o out/changzhutan.html

size() { du -h "$1" | cut -f 1; }
cat <<TEXT

This was: hinterland circle 长株潭 --within 30,60,90

  $PWD/out/changzhutan.html ($(size out/changzhutan.html))
      the map and its tables: open it in any browser, it needs no network
  $PWD/out/changzhutan.geojson ($(size out/changzhutan.geojson))
      the circles: drag it into QGIS, or onto https://geojson.io
  $PWD/out/changzhutan.csv ($(size out/changzhutan.csv))
      coverage by county, prefecture and province; circles and provenance beside it in .csv.json

Ask for a place of yours:

  .build/release/hinterland circle 怀化 --within 60 -o out/huaihua.html
TEXT
