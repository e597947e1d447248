#!/bin/sh
# Puts argmap into a folder: the archive of a release, where there is one for this machine, and else what is built from this source.
#   sh examples/get.sh [--set-up] FOLDER [VERSION]   then FOLDER/bin/argmap is there. VERSION is that of this source if none is named.
# --set-up installs what building needs, should it come to that (see set-up.sh).
# Archives are looked for at $ARGMAP_RELEASES/vVERSION/, or where a clone of a repository at GitHub came from. One that is not what its
# checksum says is never unpacked, and then nothing is built either.
set -eu
umask 022
unset CDPATH
here=$(cd -- "$(dirname -- "$0")/.." && pwd)

say ()
{
  printf 'argmap: %s\n' "$@" >&2
}

stop ()
{
  say "$@"
  exit 2
}

set_up=
if [ "${1-}" = --set-up ]; then
  set_up=yes
  shift
fi
case ${1:--} in
  -*) stop 'Usage: sh examples/get.sh [--set-up] FOLDER [VERSION]' ;;
esac
here_version=$(sed -n "s/^ *version: '\(.*\)',/\1/p" "$here/meson.build" | head -n 1)
version=${2:-$here_version}
version=${version#v}
case $version in
  *[!A-Za-z0-9.+~-]*) stop "There is no version \"$version\"." ;;
esac
mkdir -p -- "$1"
folder=$(cd -- "$1" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 2' HUP INT TERM

# --- the archive of a release ---

# Where releases are, from where this source was cloned.
find_releases ()
{
  [ -e "$here/.git" ] || return 1
  origin=$(git -C "$here" remote get-url origin 2>/dev/null) || return 1
  origin=${origin%.git}
  case $origin in
    https://github.com/*/*) printf '%s\n' "$origin/releases/download" ;;
    git@github.com:*/*) printf '%s\n' "https://github.com/${origin#*:}/releases/download" ;;
    ssh://git@github.com/*/*) printf '%s\n' "https://${origin#ssh://git@}/releases/download" ;;
    *) return 1 ;;
  esac
}

# download ADDRESS FILE
download ()
{
  if command -v curl >/dev/null; then
    curl -fsSL --retry 2 --connect-timeout 20 -o "$2" -- "$1"
  elif command -v wget >/dev/null; then
    wget -T 20 -O "$2" -- "$1"
  else
    echo 'there is neither curl nor wget'
    return 1
  fi
}

# fetch: the archive is in $scratch and what its checksum says, or $why says what is lacking
fetch ()
{
  system=$(uname -s)-$(uname -m)
  if [ "$system" != Linux-x86_64 ]; then
    why="there is no archive for $system"
    return 1
  fi
  for command in xz sha256sum; do
    if ! command -v $command >/dev/null; then
      why="there is no $command to unpack an archive with"
      return 1
    fi
  done
  if ! releases=${ARGMAP_RELEASES:-$(find_releases)}; then
    why='it is not known where releases are; ARGMAP_RELEASES can say it'
    return 1
  fi
  name=argmap-$version-x86_64-linux
  for file in SHA256SUMS "$name.tar.xz"; do
    if ! download "$releases/v$version/$file" "$scratch/$file" >"$scratch/said" 2>&1; then
      why="$releases/v$version/$file cannot be had: $(grep . "$scratch/said" | tail -n 1)"
      return 1
    fi
  done
}

install_archive ()
{
  # One line for each file, as sha256sum writes them.
  sum=$(awk -v name="$name.tar.xz" '$2 == name || $2 == "*" name { print $1 }' "$scratch/SHA256SUMS")
  [ -n "$sum" ] || stop "$releases/v$version/SHA256SUMS has no checksum of $name.tar.xz."
  found=$(sha256sum <"$scratch/$name.tar.xz")
  [ "$sum" = "${found%% *}" ] \
    || stop "$releases/v$version/$name.tar.xz is damaged, or is not what was released: its SHA-256 checksum is ${found%% *}, and not $sum."
  xz -dc "$scratch/$name.tar.xz" | tar -C "$scratch" -xf -
  # What a version before had in these folders is not to stay among what this one has.
  rm -rf "$folder/lib/argmap" "$folder/share/argmap" "$folder/share/doc/argmap"
  cp -R "$scratch/$name/." "$folder"
  "$folder/bin/argmap" --version >"$scratch/said" || stop "$folder/bin/argmap does not start."
}

# --- from the source ---

build ()
{
  [ -z "$set_up" ] || sh "$here/examples/set-up.sh" >&2
  for command in meson ninja; do
    command -v $command >/dev/null || stop "There is no $command to build argmap with. This installs what is missing: sh $here/examples/set-up.sh"
  done
  if ! { meson setup --buildtype=release --prefix="$folder" -Ddraw=auto "$scratch/build" "$here" \
    && ninja -C "$scratch/build" && meson install -C "$scratch/build" --no-rebuild --quiet; } >"$scratch/said" 2>&1; then
    cat "$scratch/said" >&2
    stop "argmap could not be built; why is said above. This installs what building needs: sh $here/examples/set-up.sh"
  fi
}

why=
if fetch; then
  install_archive
elif [ "$version" = "$here_version" ]; then
  say "Building version $version from its source, since $why."
  build
else
  stop "There is no version $version: $why." "The source that is here is that of version $here_version."
fi
printf '%s\n' "$folder/bin/argmap"
