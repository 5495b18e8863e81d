#!/usr/bin/env bash
# Builds a binary that needs no Swift on its machine, and lays it and its data under a prefix:
# bin/hinterland, share/hinterland (the tables, Leaflet, licences), completions for bash, zsh and
# fish.

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

# What the argument parser makes itself.
hinterland=$(realpath "$prefix/bin/hinterland")
completions() {
  install -d "$(dirname "$prefix/share/$2")"
  "$hinterland" --generate-completion-script "$1" >"$prefix/share/$2"
}
completions bash bash-completion/completions/hinterland
completions zsh zsh/site-functions/_hinterland
completions fish fish/vendor_completions.d/hinterland.fish

echo "Installed $prefix/bin/hinterland and $share"
