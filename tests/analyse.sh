#!/bin/sh
# Has gcc's analyser and clang-tidy read src/, and says what they found: nothing, or it fails. Takes some minutes; not one of the tests that
# tests/run.sh runs. What clang-tidy is asked is in .clang-tidy.
#   sh tests/analyse.sh
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

directory=.build/analyse
if ! command -v run-clang-tidy > /dev/null; then
  echo 'There is no run-clang-tidy; on Debian it is in the package clang-tidy.' >&2
  exit 2
fi
again=
[ ! -f "$directory/build.ninja" ] || again=--reconfigure
CC=gcc meson setup $again "$directory" --buildtype=debugoptimized -Dc_args=-fanalyzer > /dev/null
status=0
ninja -C "$directory" -t clean > /dev/null
ninja -C "$directory" src/libargmap-core.a src/libargmap-draw.a src/libargmap-command.a > "$directory/gcc.log" 2>&1 || status=1
found=$(grep -c 'warning:' "$directory/gcc.log" || :)
grep 'warning:' "$directory/gcc.log" | sort -u || :
printf 'gcc -fanalyzer: %s findings\n' "$found"
[ "$found" -eq 0 ] || status=1
sed -i 's/ -fanalyzer//' "$directory/compile_commands.json"
run-clang-tidy -quiet -p "$directory" "$PWD/src/.*\.c\$" > "$directory/tidy.log" 2>&1 || :
found=$(sed 's/\x1b\[[0-9;]*m//g' "$directory/tidy.log" | grep -E '(warning|error):' | sort -u | tee "$directory/tidy.found" | wc -l | tr -d ' ')
cat "$directory/tidy.found"
printf 'clang-tidy: %s findings\n' "$found"
[ "$found" -eq 0 ] || status=1
exit "$status"
