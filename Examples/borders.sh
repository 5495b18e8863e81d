#!/bin/sh
# Border centres by province, and places on both sides of a border that plans name together.
. "$(dirname "$0")/common.sh"
hinterland border 湖南 湖北 重庆 贵州 广西 通城–平江–修水 大龙–新晃 龙凤 岳阳–九江–咸宁 荆岳益常 \
  --within 60 -o "$out/border.html" -o "$out/border.geojson" -o "$out/counties.csv"
hinterland border 怀化 岳阳 吉首 衢州 --reach 60,120,180 -o "$out/reach.html" -o "$out/reach.csv"
