#!/usr/bin/env bash
# Builds a binary that needs no Swift on its machine, and lays it and its data under a prefix:
# bin/hinterland, share/hinterland (the tables, Leaflet, licences).

# shellcheck source=Scripts/common.sh
source "$(dirname "$0")/common.sh"

prefix=${1:?usage: install.sh PREFIX}

prepare
flags=(-c release --static-swift-stdlib --scratch-path .build/install)
stage "build" swift build "${flags[@]}" --product hinterland </dev/null

share=$prefix/share/hinterland
install -d "$prefix/bin" "$share/leaflet"
install -s -m 755 "$(swift build "${flags[@]}" --show-bin-path)/hinterland" "$prefix/bin/"
install -m 644 GeoData/*.csv GeoData/*.geojson GeoData/*.yaml GeoData/README.md LICENSE NOTICE "$share/"
install -m 644 /usr/share/javascript/leaflet/leaflet.* "$share/leaflet/"
echo "Installed $prefix/bin/hinterland and $share"
