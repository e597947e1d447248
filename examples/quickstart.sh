#!/bin/sh
# From nothing to a drawn map: installs what is missing, builds argmap, then checks, draws and sums up one debate.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

map=maps/e2ee-child-safety.argmap.json
picture=build/e2ee-child-safety.svg

show ()
{
  printf '\n$ %s\n' "$*"
  "$@"
}

sh examples/set-up.sh
# A build from before the solver was there would go on without it.
if [ -x build/argmap ] && ! build/argmap --version | grep -q '^SAT solver '; then
  meson setup --wipe build
fi
[ -f build/build.ninja ] || meson setup build --buildtype=release
ninja -C build

show build/argmap check "$map"
show build/argmap render --output "$picture" "$map"
show build/argmap summary "$map"
printf '\nThe picture is in %s\n' "$PWD/$picture"
