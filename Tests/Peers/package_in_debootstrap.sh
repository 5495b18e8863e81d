#!/usr/bin/env bash
# Installs the Debian package on a bare Debian, made by debootstrap, and asks a question there.
#
#     make dist && Tests/Peers/package_in_debootstrap.sh dist/hinterland-0.1.0-amd64.deb
#
# Needs root, Debian's `debootstrap`, and a registry of Debian packages. Prints what took how long;
# fails where the package does not install, the circle is empty, or a file is not written.
set -euo pipefail

package=$(realpath "${1:?usage: package_in_debootstrap.sh PACKAGE.deb}")
root=$(mktemp -d)
log=$(mktemp)
trap 'rm -f "$log"; { ! mountpoint -q "$root/proc" || umount "$root/proc"; } && rm -rf "$root"' EXIT
release=$(. /etc/os-release && echo "$VERSION_CODENAME")

step() {
  local name=$1 started=$SECONDS
  shift
  "$@" >"$log" 2>&1 || { tail -n 20 "$log" >&2; exit 1; }
  echo "$name: $((SECONDS - started)) s"
}

step "a bare $release" debootstrap --variant=minbase "$release" "$root"
cp "$package" "$root/package.deb"
mount -t proc proc "$root/proc" # Swift reads the words of a command there.
started=$SECONDS
step "package lists" chroot "$root" apt-get update -q
step "install with what it depends on" chroot "$root" env DEBIAN_FRONTEND=noninteractive \
  apt-get install -y -q --no-install-recommends /package.deb
step "circle 长沙 --within 60" chroot "$root" hinterland circle 长沙 --within 60 \
  -o /circle.geojson -o /circle.gpkg -o /circle.xlsx -o /circle.html -o /circle.svg
echo "from the package to the first map: $((SECONDS - started)) s"
for file in circle.geojson circle.gpkg circle.xlsx circle.html circle.svg; do
  test -s "$root/$file" || { echo "$file was not written" >&2; exit 1; }
done
grep -q '"name":"长沙市"' "$root/circle.geojson"
chroot "$root" hinterland --version
for file in bash-completion/completions/hinterland zsh/vendor-completions/_hinterland \
  fish/vendor_completions.d/hinterland.fish man/man1/hinterland.1.gz doc/hinterland/copyright; do
  test -s "$root/usr/share/$file" || { echo "/usr/share/$file is missing" >&2; exit 1; }
done
