#!/usr/bin/env bash
# Builds a binary that needs no Swift on its machine, and lays it and its data under a prefix:
# bin/hinterland, share/hinterland (the tables, Leaflet, licences), completions for bash, zsh and
# fish, and a manual page.

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

# What the argument parser makes itself. A manual page is welcome, not needed.
hinterland=$(realpath "$prefix/bin/hinterland")
place() {
  install -d "$prefix/share/$(dirname "$2")"
  "$hinterland" --generate-completion-script "$1" >"$prefix/share/$2"
}
place bash bash-completion/completions/hinterland
place zsh zsh/site-functions/_hinterland
place fish fish/vendor_completions.d/hinterland.fish
if swift package --scratch-path .build/install --allow-writing-to-package-directory \
  generate-manual --output-directory .build/install/manual >/dev/null 2>&1 </dev/null; then
  install -d "$prefix/share/man/man1"
  gzip -9nc .build/install/manual/hinterland.1 >"$prefix/share/man/man1/hinterland.1.gz"
fi
echo "Installed $prefix/bin/hinterland and $share"
