#!/bin/sh
# 衢州: fifty minutes and an hour, across the border of four provinces.
. "$(dirname "$0")/common.sh"
hinterland circle 衢州 --within 50,60 --zone 衢州 \
  -o "$out/circles.geojson" -o "$out/circles.html" -o "$out/coverage.csv"
