#!/usr/bin/env bash
# Packs what `make install` lays out: dist/hinterland-VERSION-ARCH.tar.gz to unpack anywhere, and a
# Debian package that depends on Debian's own GEOS, PROJ, METIS and GDAL. The same sources and toolchain
# give the same bytes. With OPEN=1 without the county boundaries and the seats.

# shellcheck source=Scripts/common.sh
source "$(dirname "$0")/common.sh"

umask 022
prepare gdal
for tool in dpkg-deb dpkg-query readelf; do
  if ! command -v "$tool" >/dev/null; then
    echo "make dist needs $tool, which Debian and its relatives have; on others use make install." >&2
    exit 1
  fi
done

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
root=$stage/root
Scripts/install.sh "$root/usr"

binary=$root/usr/bin/hinterland
version=$("$binary" --version | head -n 1 | sed 's/^hinterland //')
architecture=$(dpkg --print-architecture)
package=hinterland
remark=
share=$root/usr/share/hinterland

if [ -n "${OPEN:-}" ]; then
  package=hinterland-open
  remark="
 .
 The county boundaries and the seats are left out: BRING-YOUR-OWN.txt in the same folder says what to bring."
  rm "$share"/regions.geojson "$share"/seats.csv
  cat >"$share/BRING-YOUR-OWN.txt" <<'TEXT'
Two tables are left out here, because their sources come without a formal open licence: the county
boundaries (regions.geojson) and the seats (seats.csv). Put tables of your own in this folder, with
the columns that README.md names, or give a dataset with --data. LICENCES.csv names what else was
taken from such sources, 80 positions of stations among it: ask or replace before you pass it on as open.
TEXT
fi

name=$package-$version-$architecture

# The .deb alone: zsh looks elsewhere for what packages bring, and Debian asks for a copyright file.
debian=$stage/debian
cp -a "$root" "$debian"
install -d "$debian/usr/share/zsh/vendor-completions" "$debian/usr/share/doc/$package"
mv "$debian/usr/share/zsh/site-functions/_hinterland" "$debian/usr/share/zsh/vendor-completions/"
rmdir "$debian/usr/share/zsh/site-functions"
{
  cat NOTICE
  printf '\n%s\n' "On Debian the full texts of Apache-2.0 and LGPL-3 are in /usr/share/common-licenses."
} >"$debian/usr/share/doc/$package/copyright"

# Fixed times, an order of names, no owner: the archives tell nothing of this machine.
moment=@$(moment)
find "$root" "$debian" -exec touch --no-dereference --date="$moment" {} +
mkdir -p dist
tar --sort=name --mtime="$moment" --owner=0 --group=0 --numeric-owner --format=gnu \
  --transform "s|^\./usr|$name|;s|^\.|$name|" -C "$root" -c ./usr | gzip -9n >"dist/$name.tar.gz"

# What the binary is linked to, as packages of this system; one that no package owns ends the run.
depends=$(readelf -d "$binary" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' | while read -r library; do
  # The dynamic linker itself has no path there, and belongs to libc6, which others need, too.
  path=$(ldd "$binary" | sed -n "s|^\s*$library => \(\S*\).*|\1|p")
  if [ -z "$path" ]; then continue; fi
  owner=$({ dpkg-query -S "$(readlink -f "$path")" || dpkg-query -S "$path"; } 2>/dev/null |
    head -n 1 | cut -d : -f 1 || true)
  if [ -z "$owner" ]; then
    echo "$path, which the program needs, is of no Debian package; install Debian's own." >&2
    exit 1
  fi
  echo "$owner"
done | sort -u | paste -s -d ,)
gdal=$(dpkg-query -f '${Package}\n' -W 'libgdal[0-9]*' 2>/dev/null | sort -V | tail -n 1 || true)

# Both put the program at the same place.
other=hinterland-open
if [ "$package" = hinterland-open ]; then other=hinterland; fi

mkdir "$debian/DEBIAN"
cat >"$debian/DEBIAN/control" <<TEXT
Package: $package
Version: $version
Architecture: $architecture
Maintainer: The Hinterland contributors <hinterland@localhost>
Installed-Size: $(du -sk --apparent-size "$debian/usr" | cut -f 1)
Depends: ${depends//,/, }, proj-data, ${gdal:-gdal-bin}
Recommends: librsvg2-bin, fonts-noto-cjk
Conflicts: $other
Replaces: $other
Section: science
Priority: optional
Description: who and what lies within an hour: questions of regional plans, answered offline
 Commute circles, times between places, borders, corridors and access, over a dataset of ten
 provinces around Hunan. Answers are GeoJSON, GeoPackage, tables, pages and maps for print.
 .
 The program is under the Apache License 2.0, each table of the dataset under its own
 (/usr/share/hinterland/LICENCES.csv).$remark
TEXT
find "$debian" -exec touch --no-dereference --date="$moment" {} +
SOURCE_DATE_EPOCH=${moment#@} dpkg-deb --root-owner-group -Zxz --build "$debian" "dist/$name.deb" >/dev/null

for file in "dist/$name.tar.gz" "dist/$name.deb"; do
  echo "$file ($(du -h "$file" | cut -f 1))"
done
