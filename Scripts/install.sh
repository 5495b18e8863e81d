#!/usr/bin/env bash
# Builds a binary that needs no Swift on its machine, and lays it and its data under a prefix:
# bin/hinterland, share/hinterland (the tables, Leaflet, licences), completions for bash, zsh and
# fish, and a manual page.

# shellcheck source=Scripts/common.sh
source "$(dirname "$0")/common.sh"

umask 022
prefix=${1:?usage: install.sh PREFIX}

prepare
flags=(-c release --static-swift-stdlib --scratch-path .build/install)
stage "build" swift build "${flags[@]}" --product hinterland </dev/null

share=$prefix/share/hinterland
install -d "$prefix/bin" "$share/leaflet"
install -s -m 755 "$(swift build "${flags[@]}" --show-bin-path)/hinterland" "$prefix/bin/"
install -m 644 GeoData/*.csv GeoData/*.geojson GeoData/*.yaml GeoData/README.md LICENSE NOTICE "$share/"
install -m 644 /usr/share/javascript/leaflet/leaflet.{min.js,css} "$share/leaflet/"

# What the argument parser makes itself: completions by the program, the manual page by its generator.
hinterland=$(realpath "$prefix/bin/hinterland")
completions() {
  install -d "$(dirname "$prefix/share/$2")"
  "$hinterland" --generate-completion-script "$1" >"$prefix/share/$2"
}
completions bash bash-completion/completions/hinterland
completions zsh zsh/site-functions/_hinterland
completions fish fish/vendor_completions.d/hinterland.fish

# The plugin would build the whole program again, with other flags: its tool alone does the same.
manual=(swift build -c release --scratch-path .build/manual
  --package-path .build/install/checkouts/swift-argument-parser)
stage "manual page" "${manual[@]}" --product generate-manual </dev/null >&2
# It drops what is not ASCII, so characters go through it by their numbers.
spelled=$PWD/.build/manual/spelled
cat >"$spelled" <<TEXT
#!/bin/sh
"$hinterland" "\$@" | perl -CSD -pe 's/([^\\x00-\\x7F])/sprintf "uNx%04Xz", ord \$1/ge'
TEXT
chmod +x "$spelled"
"$("${manual[@]}" --show-bin-path)/generate-manual" "$spelled" --output-directory .build/manual \
  --date "$(date --utc --date "@$(moment)" +%F)" >&2
install -d "$prefix/share/man/man1"
perl -CSD -pe 's/uNx([0-9A-F]{4,6})z/chr hex $1/ge' .build/manual/hinterland.1 |
  gzip -9nc >"$prefix/share/man/man1/hinterland.1.gz"

echo "Installed $prefix/bin/hinterland and $share"
