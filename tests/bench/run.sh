#!/bin/sh
# What checking costs, as ratios against a program that only reads the files and parses them with cJSON, measured side by side in
# one run; then what drawing, evaluating, frameworks, differences and summaries cost (render.sh, evaluate.sh, solve.sh, diff.sh, summary.sh). Not a test: a
# machine that is busy or slow fails nobody.
#   sh tests/bench/run.sh [RUNS]
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/../.."

runs=${1:-9}
directory=.build/bench
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT INT TERM

sh examples/set-up.sh
[ -f "$directory/build.ninja" ] || meson setup "$directory" --buildtype=release > /dev/null
ninja -C "$directory" argmap tests/bench-measure tests/bench-parse tests/bench-generate > /dev/null
argmap=$PWD/$directory/argmap
measure=$directory/tests/bench-measure
parse=$PWD/$directory/tests/bench-parse
generate=$directory/tests/bench-generate

"$generate" 90000 > "$scratch/large.json"
"$generate" 90000 10000 > "$scratch/faulty.json"
"$generate" 20 > "$scratch/small.json"
mkdir "$scratch/many"
i=0
while [ "$i" -lt 100 ]; do
  "$generate" $((5 + i % 30)) > "$scratch/many/$i.argmap.json"
  i=$((i + 1))
done
for i in $(seq 1 99); do
  mkdir "$scratch/many/$i"
  cp "$scratch"/many/*.argmap.json "$scratch/many/$i/"
done

printf 'large.json: %s bytes; small.json: %s bytes; many: %s files\n\n' "$(wc -c < "$scratch/large.json")" \
       "$(wc -c < "$scratch/small.json")" "$(find "$scratch/many" -name '*.json' | wc -l)"
printf '%-44s %12s %12s %6s  %6s %12s %12s %6s\n' '' 'argmap' 'baseline' 'ratio' 'aim' 'argmap' 'baseline' 'ratio'
"$measure" "$runs" 1.6 'check a 20 MB map : bare cJSON' "$argmap check $scratch/large.json" "$parse $scratch/large.json"
"$measure" "$runs" 2 '10,000 findings : a clean run' "$argmap check $scratch/faulty.json" "$argmap check $scratch/large.json"
"$measure" "$runs" 1 'lay out a 20 MB map : check it' "$argmap format --check $scratch/large.json" "$argmap check $scratch/large.json"
"$measure" "$runs" 3 '10,000 small maps : bare cJSON' "$argmap check --jobs 1 $scratch/many" \
           "find $scratch/many -name '*.json' -print0 | xargs -0 -n 20000 $parse"
"$measure" "$runs" - 'check a small map : bare cJSON' "$argmap check $scratch/small.json" "$parse $scratch/small.json"
"$measure" "$runs" - 'check a small map : nothing at all' "$argmap check $scratch/small.json" true
# A JSON Schema validator, where there is one: it sees the shape, and nothing of what ids lead to.
if NODE_PATH=/usr/share/nodejs node -e 'require("ajv")' 2> /dev/null; then
  export NODE_PATH=/usr/share/nodejs
  few=$(( runs < 3 ? runs : 3 ))
  "$measure" "$few" - 'check a 20 MB map : ajv' "$argmap check $scratch/large.json" "node tests/bench/validate.js docs/argmap.schema.json $scratch/large.json"
  "$measure" "$few" - 'check a small map : ajv' "$argmap check $scratch/small.json" "node tests/bench/validate.js docs/argmap.schema.json $scratch/small.json"
fi
sh tests/bench/render.sh "$runs"
sh tests/bench/evaluate.sh "$runs"
sh tests/bench/solve.sh "$runs"
sh tests/bench/diff.sh "$runs"
sh tests/bench/summary.sh "$runs"
