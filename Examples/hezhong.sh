#!/bin/sh
# 鹤中一体化 (Hecheng and Zhongfang, Huaihua): the twin town's half hour and hour.
. "$(dirname "$0")/common.sh"
hinterland circle 鹤中 --within 30,60 --zone 鹤中洪芷 \
  -o "$out/circles.geojson" -o "$out/circles.html" -o "$out/coverage.csv"
