#!/bin/sh
# 长株潭一小时通勤圈 against the official metropolitan circle and its list of members.
. "$(dirname "$0")/common.sh"
hinterland circle 长株潭 --within 30,45,60,90 --zone 长株潭都市圈 \
  -o "$out/circles.geojson" -o "$out/circles.html" -o "$out/coverage.csv"
hinterland circle 长株潭 --within 60 --each \
  -o "$out/each.geojson" -o "$out/each.html"
