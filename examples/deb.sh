#!/bin/sh
# Makes a Debian package of argmap, without a debian/ folder: program, manual pages, completions and licence.
#   sh examples/deb.sh [FOLDER [BUILD]]   the package goes into FOLDER (.); BUILD is a build to take, else one is made in
#                                         .build/deb
# MAINTAINER='Name <address>' says who made it. Install it with: apt install ./argmap_*.deb
set -eu
umask 022
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
mkdir -p "${1:-.}"
folder=$(CDPATH='' cd -- "${1:-.}" && pwd)
build=${2:-$here/.build/deb}
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT INT TERM
root=$stage/root
mkdir -p "$root/DEBIAN" "$stage/debian"

if [ $# -lt 2 ]; then
  [ -f "$build/build.ninja" ] || meson setup "$build" "$here" --prefix=/usr --buildtype=release
  ninja -C "$build"
fi
DESTDIR="$root" meson install -C "$build" --no-rebuild --quiet
# The program knows nothing of where it lies, so a build for /usr/local will do.
if [ -d "$root/usr/local" ]; then
  mv "$root/usr/local" "$stage/local"
  cp -a "$stage/local/." "$root/usr"
fi
program=$(find "$root" -type f -path '*/bin/argmap')
documents=${program%/bin/argmap}/share/doc/argmap
version=$(sed -n "s/^ *version: '\(.*\)',/\1/p" "$here/meson.build" | head -n 1)
architecture=$(dpkg --print-architecture)
maintainer=${MAINTAINER:-The argmap authors <argmap@example.org>}

# What is linked statically has a licence too.
case $("$program" --version) in
  *cadical*)
    if [ -f /usr/share/doc/libcadical-dev/copyright ]; then
      { printf '\n\nThe program contains the SAT solver CaDiCaL:\n\n'; cat /usr/share/doc/libcadical-dev/copyright; } >>"$documents/copyright"
    fi
    ;;
esac

# The program has no other history of changes than its versions.
date=$(LC_ALL=C date -u -R -d "@${SOURCE_DATE_EPOCH:-$(stat -c %Y "$here/meson.build")}")
printf 'argmap (%s) unstable; urgency=medium\n\n  * Built from the source of version %s.\n\n -- %s  %s\n' \
  "$version" "$version" "$maintainer" "$date" | gzip -9n >"$documents/changelog.gz"
find "$root" -type f -path '*/man/man?/*.[0-9]' -exec gzip -9n '{}' +
strip --strip-unneeded --remove-section=.comment --remove-section=.note "$program"

# The packages of the libraries that are loaded: with versions where the tool for that is here, else by what is installed.
libraries=
if command -v dpkg-shlibdeps >/dev/null; then
  printf 'Source: argmap\n\nPackage: argmap\nArchitecture: any\n' >"$stage/debian/control"
  libraries=$(cd "$stage" && dpkg-shlibdeps -O "$program" 2>/dev/null | sed -n 's/^shlibs:Depends=//p') || libraries=
fi
[ -n "$libraries" ] || libraries=$(ldd "$program" | awk '$3 ~ /^\// { print $3 }' | while read -r library; do
  for path in "$library" "$(readlink -f "$library")" "/usr$library"; do
    dpkg -S "$path" 2>/dev/null | sed 's/:.*//' | grep . && break
  done
done | sort -u | paste -sd, - | sed 's/,/, /g')

cat >"$root/DEBIAN/control" <<END_OF_CONTROL
Package: argmap
Version: $version
Architecture: $architecture
Maintainer: $maintainer
Installed-Size: $(du -sk --exclude=DEBIAN "$root" | cut -f 1)
Depends: $libraries
Recommends: fonts-liberation, graphviz
Section: text
Priority: optional
Description: argument maps of policy debates
 Checks, draws and sums up maps of stakeholders, claims and rebuttals, and says
 which claims are unanswered once every reply is counted.
END_OF_CONTROL
(cd "$root" && find . -path ./DEBIAN -prune -o -type f -print | sed 's|^\./||' | LC_ALL=C sort | tr '\n' '\0' | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
package=$folder/argmap_${version}_$architecture.deb
dpkg-deb --root-owner-group --build "$root" "$package.new" >/dev/null
mv "$package.new" "$package"
printf '%s\n' "$package"
