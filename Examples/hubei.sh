#!/bin/sh
# Hubei's one main and two wings: an hour around each group of cities.
. "$(dirname "$0")/common.sh"
for group in 武汉城市圈 襄十随神 宜荆荆恩; do
  hinterland circle "$group" --within 60 --zone "$group" \
    -o "$out/$group.geojson" -o "$out/$group.html" -o "$out/$group.csv"
done
