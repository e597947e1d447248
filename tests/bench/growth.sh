#!/bin/sh
# How what each command costs grows with the size of maps of many shapes: a table of exponents, and of memory. Needs Python 3; perf or
# valgrind, where they are there, make it steadier.
#   sh tests/bench/growth.sh [SHAPE | COMMAND]...      (a word that is neither lists them all)
# RUNS=3 takes the quickest of three, SCALE=2 doubles all sizes, LIMIT=60 lets a run take so many seconds, JOBS=2 measures two shapes at a
# time. The exit status is 1 where a row is above its bounds that docs/performance.md does not name.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/../.."

directory=.build/bench
[ -f "$directory/build.ninja" ] || meson setup "$directory" --buildtype=release > /dev/null
ninja -C "$directory" argmap > /dev/null
exec python3 tests/bench/growth.py "$directory/argmap" "$@"
