#!/usr/bin/env bash
# Pictures of real answers for the documentation: maps for print and pages, in Documentation/Images.
# Needs rsvg-convert (librsvg2-bin) for maps, and for pages Chromium and playwright from PyPI.

# shellcheck source=Scripts/common.sh
source "$(dirname "$0")/common.sh"

hinterland=${HINTERLAND:-}
if [ -z "$hinterland" ]; then
  Scripts/build.sh >&2
  hinterland=$(swift build -c release --show-bin-path)/hinterland
fi
images=Documentation/Images
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# map NAME PAPER WORDS…: one answer as a map for print, 1,200 pixels wide.
map() {
  local name=$1 paper=$2
  shift 2
  "$hinterland" "$@" --paper "$paper" -o "$work/$name.svg" >/dev/null
  rsvg-convert --width 1200 --keep-aspect-ratio --output "$images/map-$name.png" "$work/$name.svg"
  echo "$images/map-$name.png"
}

# page NAME LANGUAGE WORDS…: one answer as a page, checked and pictured by a browser.
page() {
  local name=$1 language=$2
  shift 2
  "$hinterland" "$@" --lang "$language" -o "$work/$name.html" >/dev/null
  python3 Tests/Peers/page_in_chromium.py "$work/$name.html" "$images/page-$name.jpg" \
    --language "$language" >/dev/null
  echo "$images/page-$name.jpg"
}

map changzhutan A4 circle 长株潭 --within 30,60,90 --lang zh
map huaihua A3 circle 怀化 --within 60,120 --lang en
map corridor A4 corridor 渝厦高铁 --within 30,60 --lang zh
map links A4 compare Examples/links/L02[0-3]-*.yaml --of 怀化,铜仁 --within 60,120 --lang zh

page circle zh circle 长株潭 --within 30,60,90
page border zh border 龙凤 通城 平江 修水 --within 60
page corridor en corridor 京广高铁 --within 30
page route zh route 长沙 怀化 --mode road-door,rail-door,rail
page access zh access 长沙 株洲 湘潭 岳阳 益阳 娄底 衡阳 --indicator watt,potential
