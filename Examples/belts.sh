#!/bin/sh
# Three belts along railways, and what two expressways bring nearer to Changsha and Huaihua.
. "$(dirname "$0")/common.sh"
hinterland corridor 京广高铁 沪昆高铁 渝厦高铁 --within 30 \
  -o "$out/belts.html" -o "$out/belts.geojson" -o "$out/belts.csv"
hinterland corridor 沪昆高速 长张高速 --within 30 --hub 长沙,怀化 -o "$out/expressways.html"
