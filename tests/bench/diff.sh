#!/bin/sh
# What comparing maps costs, as ratios against checking both of them, measured side by side in one run. Called by run.sh.
#   sh tests/bench/diff.sh [RUNS]
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/../.."

runs=${1:-9}
directory=.build/bench
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT INT TERM

[ -f "$directory/build.ninja" ] || meson setup "$directory" --buildtype=release > /dev/null
ninja -C "$directory" argmap tests/bench-measure tests/bench-generate > /dev/null
argmap=$PWD/$directory/argmap
measure=$directory/tests/bench-measure

"$directory/tests/bench-generate" 90000 > "$scratch/old.json"
cp "$scratch/old.json" "$scratch/same.json"
# One claim of a hundred has another text, another id (with all that refers to it), or other asserters.
sed -e 's/"c\([0-9]*\)07"/"renamed-\1"/g' -e '/"id": "c[0-9]*31"/s/ \(traffic\|noise\|cost\|people\) / novelty /' \
    -e '/"id": "c[0-9]*53"/s/"by": \["s[0-9]*"/"by": ["s1"/' "$scratch/old.json" > "$scratch/new.json"
sed -e 's/"c\([0-9]*\)"/"renamed-\1"/g' -e 's/ \(traffic\|noise\|cost\|people\) / novelty /' "$scratch/old.json" > "$scratch/other.json"

check="$argmap check --jobs 1 $scratch/old.json"
"$measure" "$runs" 2 'diff of equal 20 MB maps : check' "$argmap diff $scratch/old.json $scratch/same.json" "$check $scratch/same.json"
"$measure" "$runs" 2 'diff, 3 of 100 claims changed : check' "$argmap diff $scratch/old.json $scratch/new.json" "$check $scratch/new.json"
"$measure" "$runs" - 'diff, every claim changed : check' "$argmap diff $scratch/old.json $scratch/other.json" \
           "$check $scratch/other.json"
