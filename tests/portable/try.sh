#!/bin/sh
# Does argmap do its work here? For a root that has nothing: it needs a shell, and no other program.
#   sh try.sh PROGRAM MAPS OUT    MAPS is a folder of maps without errors, OUT one to write to
# The first thing that goes wrong is said, and then the exit status is 1.
set -eu
LC_ALL=C
export LC_ALL
program=$1 maps=$2 out=$3

fail ()
{
  printf 'not so: %s\n' "$@"
  while read -r line; do
    printf '  %s\n' "$line"
  done <"$out/said" || :
  exit 1
}

# does WHAT ARGUMENT...: argmap does that, and says nothing about it on standard error; $printed is what it printed
does ()
{
  what=$1
  shift
  printed=$("$program" "$@" 2>"$out/said") || fail "$what: exit status $?"
  [ ! -s "$out/said" ] || fail "$what, without a word"
}

# begins FILE TEXT
begins ()
{
  IFS= read -r first <"$1" || :
  case $first in
    *"$2"*) ;;
    *) fail "$1 begins with $2" ;;
  esac
}

# says TEXT
says ()
{
  case $printed in
    *"$1"*) ;;
    *) fail "$what says \"$1\"" "it says: $printed" ;;
  esac
}

set -- "$maps"/*.argmap.json
map=$1
if ! printed=$("$program" render -T dot -d "$out" "$map"); then # makes the folder
  printf 'not so: it draws to %s\n' "$out"
  exit 1
fi

does 'it says its version' --version
says 'argmap '
says 'Graphviz '
says 'SAT solver '
does 'it checks' check "$maps"
says 'no problems found'
for type in svg png pdf html; do
  does "it draws $type" render -T $type -o "$out/one.$type" "$map"
done
begins "$out/one.svg" '<?xml'
begins "$out/one.png" PNG
begins "$out/one.pdf" '%PDF-'
begins "$out/one.html" '<!DOCTYPE html>'
does 'it draws several maps with workers' render -j 2 -T png -d "$out/many" "$@"
for map in "$@"; do
  name=${map##*/}
  begins "$out/many/${name%.argmap.json}.png" PNG
done
does 'it sums up' summary "$map"

# Of which kind a dispute is, the solver tells.
printf '%s\n' '{ "argmap": 1, "title": "Two", "resolution": "a", "claims": [{ "id": "a", "text": "It should be so." }],' \
  '  "rebuttals": [{ "id": "b", "text": "One way.", "rebuts": ["a", "c"] }, { "id": "c", "text": "The other way.", "rebuts": ["b"] }] }' \
  >"$out/two.argmap.json"
does 'it evaluates' evaluate "$out/two.argmap.json"
says 'others reject it'

# A name that no font has is known as such only where fonts differ.
"$program" render --font 'None Such' -o "$out/font.png" "$out/two.argmap.json" >"$out/printed" 2>"$out/said" || fail 'it draws with another font'
begins "$out/said" 'there is no font "None Such" here'
printf 'all is well: %s\n' "$program"
