#!/bin/sh
# Makes a Debian package of argmap, without a debian/ folder: program, manual pages and completions.
#   sh examples/deb.sh [FOLDER [BUILD]]   the package goes into FOLDER (.); BUILD is a build to take, set up with --prefix=/usr, else
#                                         one is made in .build/deb
# Install it with: apt install ./argmap_*.deb
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
mkdir -p "${1:-.}"
folder=$(CDPATH='' cd -- "${1:-.}" && pwd)
build=${2:-$here/.build/deb}
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT INT TERM

if [ $# -lt 2 ]; then
  [ -f "$build/build.ninja" ] || meson setup "$build" "$here" --prefix=/usr --buildtype=release
  ninja -C "$build"
fi
DESTDIR="$stage" meson install -C "$build" --no-rebuild --quiet
program=$(find "$stage" -type f -path '*/bin/argmap')
find "$stage" -type f -path '*/man/man?/*.[0-9]' -exec gzip -9n '{}' +
strip --strip-unneeded "$program"

# The packages of the libraries that are loaded, by what is installed here.
libraries=$(ldd "$program" | awk '$3 ~ /^\// { print $3 }' | while read -r library; do
  for path in "$library" "$(readlink -f "$library")" "/usr$library"; do
    dpkg -S "$path" 2>/dev/null | sed 's/:.*//' | grep . && break
  done
done | sort -u | paste -sd, - | sed 's/,/, /g')

version=$(sed -n "s/^ *version: '\(.*\)',/\1/p" "$here/meson.build" | head -n 1)
architecture=$(dpkg --print-architecture)
mkdir "$stage/DEBIAN"
cat >"$stage/DEBIAN/control" <<END
Package: argmap
Version: $version
Architecture: $architecture
Maintainer: ${MAINTAINER:-The argmap authors <nobody@localhost>}
Installed-Size: $(du -sk "$stage" | cut -f 1)
Depends: $libraries
Recommends: fonts-liberation, graphviz
Section: text
Priority: optional
Description: argument maps of policy debates
 Checks, draws and sums up maps of stakeholders, claims and rebuttals, and says
 which claims stand once every rebuttal is counted.
END
package=$folder/argmap_${version}_$architecture.deb
dpkg-deb --root-owner-group --build "$stage" "$package.new" >/dev/null
mv "$package.new" "$package"
printf '%s\n' "$package"
