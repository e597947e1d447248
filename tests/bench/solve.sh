#!/bin/sh
# What a million arguments cost, as ratios against a program that only parses the same file, measured side by side in one run. Not a
# test: a machine that is busy or slow fails nobody.
#   sh tests/bench/solve.sh [RUNS]
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/../.."

runs=${1:-9}
directory=.build/bench
attacks=5000000
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT INT TERM

sh examples/set-up.sh
[ -f "$directory/build.ninja" ] || meson setup "$directory" --buildtype=release > /dev/null
ninja -C "$directory" argmap tests/bench-measure tests/bench-attacks tests/bench-parse-attacks > /dev/null
argmap=$PWD/$directory/argmap
measure=$directory/tests/bench-measure
parse=$PWD/$directory/tests/bench-parse-attacks
generate=$directory/tests/bench-attacks

"$generate" 1000000 "$attacks" > "$scratch/far.af"
"$generate" 1000000 "$attacks" near > "$scratch/near.af"
"$generate" 250000 $((attacks / 4)) > "$scratch/quarter.af"

# compare AIM LABEL FILE: and what of it an attack costs
compare ()
{
  "$measure" "$runs" "$1" "$2" "$argmap solve -p SE-GR -f $scratch/$3.af" "$parse $scratch/$3.af" > "$scratch/line"
  cat "$scratch/line"
  awk -v attacks="$attacks" '{ for (i = 1; i < NF; i++) if ($(i + 1) == "ms") { printf "  %.0f ns an attack, from file to answer\n", $i * 1e6 / attacks; exit } }' "$scratch/line"
}

printf '\n%-44s %12s %12s %6s  %6s %12s %12s %6s\n' '1,000,000 arguments, 5,000,000 attacks' 'argmap' 'baseline' 'ratio' 'aim' 'argmap' 'baseline' 'ratio'
compare 3 'grounded, random : parsing' far
compare 3 'grounded, in the order of a debate : parsing' near
"$measure" "$runs" - 'random : a quarter of that' "$argmap solve -p SE-GR -f $scratch/far.af" "$argmap solve -p SE-GR -f $scratch/quarter.af"
