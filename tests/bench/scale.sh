#!/bin/sh
# How cost grows with the size of a map, beside that of bare cJSON on the same file, measured side by side in one run. Not part of run.sh,
# since the largest maps take minutes.
#   sh tests/bench/scale.sh [RUNS]
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/../.."

runs=${1:-3}
directory=.build/bench
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT INT TERM

[ -f "$directory/build.ninja" ] || meson setup "$directory" --buildtype=release > /dev/null
ninja -C "$directory" argmap tests/bench-measure tests/bench-parse tests/bench-generate tests/bench-debate > /dev/null
argmap=$PWD/$directory/argmap
measure=$directory/tests/bench-measure
parse=$PWD/$directory/tests/bench-parse

printf '%-44s %12s %12s %6s  %6s %12s %12s %6s\n' '' 'argmap' 'baseline' 'ratio' 'aim' 'argmap' 'baseline' 'ratio'
for claims in 1000 10000 100000 1000000; do
  "$directory/tests/bench-generate" "$claims" > "$scratch/map.json"
  for command in check summary evaluate; do
    "$measure" "$runs" - "$command, $claims claims : bare cJSON" "$argmap $command $scratch/map.json" "$parse $scratch/map.json"
  done
done
# Pairs that rebut each other, and of each pair one the thesis: circles, which evaluation asks a solver about.
for claims in 1000 10000 100000; do
  awk -v n="$claims" 'BEGIN {
    printf "{\"argmap\": 1, \"title\": \"Disputes\", \"resolution\": \"c0\", \"claims\": [{\"id\": \"c0\", \"text\": \"Thesis.\"}], \"rebuttals\": [\n"
    for (i = 1; i < n; i += 2)
      printf "%s{\"id\": \"c%d\", \"text\": \"One side of it.\", \"rebuts\": [\"c0\", \"c%d\"]}, {\"id\": \"c%d\", \"text\": \"The other.\", \"rebuts\": [\"c%d\"]}", \
        (i > 1 ? ",\n" : ""), i, i + 1, i + 1, i
    print "]}"
  }' > "$scratch/disputes.json"
  "$measure" "$runs" - "evaluate, $claims in dispute : bare cJSON" "$argmap evaluate $scratch/disputes.json" "$parse $scratch/disputes.json"
done
for claims in 10 100 1000 10000; do
  "$directory/tests/bench-debate" "$claims" $((claims / 100 + 1)) > "$scratch/debate.json"
  mkdir -p "$scratch/out"
  "$measure" --wall "$runs" - "render, $claims claims : check" "$argmap render --force -d $scratch/out $scratch/debate.json" "$argmap check $scratch/debate.json"
done
