#!/bin/sh
# What summing a map up costs, as ratios against checking it, measured side by side in one run. Called by run.sh.
#   sh tests/bench/summary.sh [RUNS]
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

"$directory/tests/bench-generate" 90000 > "$scratch/map.json"
check="$argmap check $scratch/map.json"
"$measure" "$runs" 2 'summary of a 20 MB map : check' "$argmap summary $scratch/map.json" "$check"
"$measure" "$runs" 2 'summary as Markdown : check' "$argmap summary --format markdown $scratch/map.json" "$check"
"$measure" "$runs" 2 'summary as JSON : check' "$argmap summary --format json $scratch/map.json" "$check"
"$measure" "$runs" 2 'summary of one stakeholder : check' "$argmap summary --stakeholder s1 $scratch/map.json" "$check"
"$measure" "$runs" - 'summary --all : check' "$argmap summary --all $scratch/map.json" "$check"
