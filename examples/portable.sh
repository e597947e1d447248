#!/bin/sh
# Makes an archive of argmap for machines where nobody compiles: the program with all that it needs, down to the C library, the
# plugins of Graphviz and fonts, with manual pages, completions and the licences of everything. It runs from any folder of any Linux
# with the same kind of processor. To be run on Debian, whose packages it takes these from.
#   sh examples/portable.sh [FOLDER [BUILD]]   the archive goes into FOLDER (.); BUILD is a build to take, else one is made in
#                                              .build/portable
# The same source and packages give the same bytes. SOURCE_DATE_EPOCH is the date of all files (else the date of the commit);
# XZ_OPT=-1 packs faster.
set -eu
umask 022
LC_ALL=C
export LC_ALL
unset CDPATH GVBINDIR LD_LIBRARY_PATH LD_PRELOAD TAR_OPTIONS XZ_DEFAULTS
here=$(cd -- "$(dirname -- "$0")/.." && pwd)
mine=$here/examples/portable

stop ()
{
  printf '%s\n' "$@" >&2
  exit 2
}

# --- what has to be here ---

if ! command -v dpkg-query >/dev/null; then
  stop "Libraries and their licences are taken from Debian's packages, and there is no dpkg-query: run this on Debian or Ubuntu." \
    "examples/Containerfile does that in a container."
fi
packages='binutils fontconfig-config fonts-liberation gcc graphviz libc6-dev xz-utils'
if [ $# -lt 2 ]; then
  packages="$packages $(sed -n "s/^debian_packages='\(.*\)'/\1/p" "$here/examples/set-up.sh")"
fi
missing=$(for package in $packages; do
  state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) || state=
  [ "$state" = installed ] || printf '%s\n' "$package"
done | sort -u | paste -sd ' ' -)
[ -z "$missing" ] || stop "These packages are missing: $missing" "Install them as root, then start again:" \
  "  apt-get update && apt-get install --no-install-recommends $missing"

mkdir -p -- "${1:-.}"
folder=$(cd -- "${1:-.}" && pwd)
build=${2:-$here/.build/portable}
architecture=$(uname -m)
version=$(sed -n "s/^ *version: '\(.*\)',/\1/p" "$here/meson.build" | head -n 1)
name=argmap-$version-$architecture-linux
if [ -z "${SOURCE_DATE_EPOCH-}" ]; then
  SOURCE_DATE_EPOCH=$([ -e "$here/.git" ] && git -C "$here" log -1 --format=%ct 2>/dev/null) || SOURCE_DATE_EPOCH=$(stat -c %Y "$here/meson.build")
fi
export SOURCE_DATE_EPOCH

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
trap 'exit 2' HUP INT TERM
top=$stage/$name
documents=$top/share/doc/argmap
licences=$documents/licences
mkdir -p "$top/bin" "$top/lib/argmap/graphviz" "$top/share/argmap/fonts/conf.d" "$licences/common"

# --- the program ---

if [ $# -lt 2 ]; then
  again=
  [ ! -f "$build/build.ninja" ] || again=--reconfigure
  system=$(sed -n 's/^PRETTY_NAME="\(.*\)"/\1/p' /etc/os-release)
  # shellcheck disable=SC2086 # an option, or none
  meson setup $again "$build" "$here" --prefix=/usr --buildtype=release -Ddraw=enabled -Dsat=enabled \
    -Dpackage="portable archive for $architecture Linux, built on $system"
  ninja -C "$build"
fi
DESTDIR="$stage/root" meson install -C "$build" --no-rebuild --quiet
program=$(find "$stage/root" -type f -path '*/bin/argmap')
"$program" --version >"$stage/version" || stop "The program of $build does not start."
[ "$(grep -cE '^(Graphviz|SAT solver) ' "$stage/version")" -eq 2 ] \
  || stop "The program of $build is built without drawing or without a solver:" "$(cat "$stage/version")"
cp -R "${program%/bin/argmap}/share/." "$top/share"
strip --strip-unneeded --remove-section=.comment --remove-section=.note --remove-section=.note.gnu.build-id \
  -o "$top/lib/argmap/program" "$program"
gcc -std=c17 -D_GNU_SOURCE -O2 -Wall -Wextra -static -s -Wl,--build-id=none -o "$top/bin/argmap" "$mine/launcher.c"

# --- what it needs ---

# take FILE PLACE: copies FILE, whatever links lead to it, and remembers it, for its licence
take ()
{
  cp -L -- "$1" "$2"
  printf '%s\n' "$1" >>"$stage/taken"
}

plugins=$(ldd "$program" | sed -n 's/.* => \(.*\)\/libgvc\.so\.[0-9]* (.*/\1/p')/graphviz
for plugin in core dot_layout pango; do
  file=$(find "$plugins" -name "libgvplugin_$plugin.so.[0-9]*" ! -name '*.so.*.*')
  [ -n "$file" ] || stop "$plugins has no plugin $plugin."
  take "$file" "$top/lib/argmap/graphviz"
done
# With what is linked, and in turn what that is linked with; Cairo and fontconfig, which argmap opens by name, are among it.
ldd "$program" "$top"/lib/argmap/graphviz/* >"$stage/linked"
! grep 'not found' "$stage/linked" || stop 'These libraries are not found.'
sed -n 's/^[[:space:]]\(lib[^ ]*\) => \(\/.*\) (.*/\1 \2/p' "$stage/linked" | sort -u >"$stage/libraries"
while read -r soname file; do
  take "$file" "$top/lib/argmap/$soname"
done <"$stage/libraries"
loader=$(sed -n 's/^[[:space:]]\(\/[^ ]*\) (.*/\1/p' "$stage/linked" | sort -u)
take "$loader" "$top/lib/argmap"
ln -s "${loader##*/}" "$top/lib/argmap/argmap"

# Helvetica and the like are drawn in Liberation Sans; a monospaced face is what a name that no font has is told by.
for font in Sans Mono; do
  for style in Regular Bold Italic BoldItalic; do
    take "/usr/share/fonts/truetype/liberation/Liberation$font-$style.ttf" "$top/share/argmap/fonts"
  done
done
cp "$mine/fonts.conf" "$top/share/argmap/fonts"
# What Debian has set by default. Of the last two, one is there.
for rule in 10-hinting-slight 10-scale-bitmap-fonts 10-yes-antialias 11-lcdfilter-default 20-unhint-small-vera 30-metric-aliases \
  40-nonlatin 45-generic 45-latin 48-spacing 49-sansserif 60-generic 60-latin 65-nonlatin 80-delicious 90-synthetic \
  70-no-bitmaps-except-emoji 70-no-bitmaps; do
  file=/usr/share/fontconfig/conf.avail/$rule.conf
  [ ! -f "$file" ] || take "$file" "$top/share/argmap/fonts/conf.d"
done

# --- its licences ---

# Linked statically: the solver, the run-time of C++, and the C library in bin/argmap.
for library in cadical stdc++ gcc c; do
  gcc -print-file-name="lib$library.a" >>"$stage/taken"
done
# FILE NAME for every name that dpkg may know a file by: links and folders that are links lead to it.
while read -r file; do
  whole=$(readlink -f "$file")
  printf '%s\n' "$file $file" "$file $whole" "$file /usr$file" "$file ${whole#/usr}"
done <"$stage/taken" >"$stage/names"
cut -d ' ' -f 2 "$stage/names" | sort -u | xargs dpkg-query -S 2>/dev/null >"$stage/owners" || : # not every name is one
awk 'FNR == NR { at = index ($0, ": "); owner[substr ($0, at + 2)] = substr ($0, 1, at - 1); next }
     $2 in owner { print owner[$2]; found[$1] } { files[$1] }
     END { for (file in files) if (!(file in found)) { print file | "cat >&2"; lacks = 1 }; exit lacks }' \
  "$stage/owners" "$stage/names" >"$stage/packages" || stop 'No package has these files, so their licences are not known.'
# shellcheck disable=SC2016 # fields of dpkg
sort -u "$stage/packages" \
  | xargs dpkg-query -W -f '${Package} ${Version}, from the source package ${source:Package} ${source:Version}\n' | sort >"$licences/PACKAGES"
while read -r package _; do
  cp -L "/usr/share/doc/$package/copyright" "$licences/$package" || stop "The package $package has no file that says its licence."
done <"$licences/PACKAGES"
grep -rho '/usr/share/common-licenses/[A-Za-z0-9.-]*[A-Za-z0-9]' "$licences" | sort -u | while read -r text; do
  [ ! -f "$text" ] || cp -L "$text" "$licences/common"
done
cat >>"$documents/copyright" <<'END'


That is the licence of argmap. The archive has more than argmap in it: libraries, plugins and fonts of Debian packages, which
licences/PACKAGES names with their versions. The licence of each is in licences under the name of the package; the texts that these call
/usr/share/common-licenses are in licences/common. The sources are at https://snapshot.debian.org/ under the names and versions of the
source packages. launcher.c is the source of bin/argmap, which is linked with the GNU C library.
END
sed "s/@VERSION@/$version/g; s/@NAME@/$name/g" "$mine/README.txt" >"$documents/README.txt"
cp "$mine/launcher.c" "$documents"

# --- the archive ---

find "$top" -type d -exec chmod u=rwx,go=rx,g-s '{}' +
find "$top" -type f -exec chmod 644 '{}' +
chmod 755 "$top/bin/argmap" "$top/lib/argmap/program" "$top/lib/argmap/${loader##*/}"
equal=$("$top/bin/argmap" --version) || stop 'What is in the archive does not start.'
[ "$equal" = "$(cat "$stage/version")" ] || stop "What is in the archive says another version than $build:" "$equal"
tar -C "$stage" --format=gnu --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner -cf "$stage/archive.tar" "$name"
XZ_OPT=${XZ_OPT:--9} xz -T1 "$stage/archive.tar"
cp "$stage/archive.tar.xz" "$folder/.$name.new"
mv "$folder/.$name.new" "$folder/$name.tar.xz"
printf '%s\n' "$folder/$name.tar.xz"
