#!/bin/sh
# Runs every command on real and on broken maps under valgrind: no use of what was never set or is freed, and no leak. Takes some minutes;
# not one of the tests that tests/run.sh runs, whose sanitizers see most of the same.
#   sh tests/valgrind.sh
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

directory=.build/valgrind
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT INT TERM
if ! command -v valgrind > /dev/null; then
  echo 'There is no valgrind.' >&2
  exit 2
fi
[ -f "$directory/build.ninja" ] || CC=gcc meson setup "$directory" --buildtype=debugoptimized > /dev/null
ninja -C "$directory" argmap > /dev/null
argmap=$directory/argmap
printf '{"argmap": 1, "title": "", "resolution": "gone", "claims": [{"id": "a", "text": "", "supports": ["a", "gone"]}, {"id": "a"}, 7]}' > "$scratch/broken.json"
printf 'p af 4\n1 2\n2 1\n3 3\n3 4\n' > "$scratch/framework.af"
status=0

# What Graphviz, Pango and fontconfig keep to the end is theirs: leaks are looked for where nothing is drawn with them.
under ()
{
  leaks=definite
  case $* in render*) leaks=none ;; esac
  found=0
  valgrind -q --error-exitcode=99 --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds="$leaks" "$argmap" "$@" \
    > "$scratch/out" 2> "$scratch/err" || found=$?
  if [ "$found" -eq 99 ]; then
    status=1
    printf 'not ok - argmap %s\n' "$*"
    grep '^==' "$scratch/err" | head -n 40
  else
    printf 'ok - argmap %s\n' "$*"
  fi
}

for map in maps/*.argmap.json examples/starter.argmap.json "$scratch/broken.json"; do
  under check "$map"
  under check --format sarif "$map"
  under summary --force --evaluate "$map"
  under summary --force --format json "$map"
  under evaluate --force --strength quadratic --format json "$map"
  under crux --force "$map"
  under list --force "$map"
  under format --check "$map"
  under diff --force "$map" maps/compulsory-voting.argmap.json
  under diff --force --format json maps/compulsory-voting.argmap.json "$map"
  under solve --export apx "$map"
  under render --force --fast -o "$scratch/picture.svg" "$map"
done
under summary --stakeholder privacy maps/e2ee-child-safety.argmap.json
under why maps/e2ee-child-safety.argmap.json lost
under summary maps
under solve -p EE-PR -f "$scratch/framework.af"
under render -T html -o "$scratch/page.html" maps/compulsory-voting.argmap.json
under new
under rules off-topic
under schema
under help check
under completion bash
exit "$status"
