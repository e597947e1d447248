#!/bin/sh
# What it costs to say which claims of a large debate are unanswered, as ratios against a program that only parses the same file with cJSON, and
# against `argmap check` of it, measured side by side in one run. Not a test: a machine that is busy or slow fails nobody.
#   sh tests/bench/evaluate.sh [RUNS]
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/../.."

runs=${1:-9}
directory=.build/bench
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT INT TERM

sh examples/set-up.sh
[ -f "$directory/build.ninja" ] || meson setup "$directory" --buildtype=release > /dev/null
ninja -C "$directory" argmap tests/bench-measure tests/bench-parse tests/bench-debate > /dev/null
argmap=$PWD/$directory/argmap
measure=$directory/tests/bench-measure
parse=$PWD/$directory/tests/bench-parse
debate=$directory/tests/bench-debate

"$debate" 3000 > "$scratch/one.json"
"$debate" 3000 12 > "$scratch/twelve.json"
"$debate" 30000 > "$scratch/large.json"

# compare AIM LABEL FILE COMMAND BASELINE
compare ()
{
  "$measure" "$runs" "$1" "$2" "$(echo "$4" | sed "s|MAP|$scratch/$3.json|g; s|argmap |$argmap |g")" \
             "$(echo "$5" | sed "s|MAP|$scratch/$3.json|g; s|argmap |$argmap |g; s|parse |$parse |g")"
}

printf '\n%-44s %12s %12s %6s  %6s %12s %12s %6s\n' 'which are unanswered' 'argmap' 'baseline' 'ratio' 'aim' 'argmap' 'baseline' 'ratio'
compare - '3,000 claims, evaluate : bare cJSON' one 'argmap evaluate MAP' 'parse MAP'
compare - '3,000 claims, evaluate : check' one 'argmap evaluate MAP' 'argmap check MAP'
compare - '3,000 claims, strengths : check' one 'argmap evaluate --strength auto MAP' 'argmap check MAP'
compare - '3,000 claims, why : check' one 'argmap why MAP c0' 'argmap check MAP'
compare - '3,000 claims, crux : check' one 'argmap crux MAP' 'argmap check MAP'
compare - 'all three : bare cJSON' one 'argmap evaluate MAP; argmap why MAP c0; argmap crux MAP' 'parse MAP'
compare - 'all three, 12 theses : bare cJSON' twelve 'argmap evaluate MAP; argmap why MAP c0; argmap crux MAP' 'parse MAP'
compare - '30,000 claims, evaluate : check' large 'argmap evaluate MAP' 'argmap check MAP'
compare - '30,000 claims, crux : check' large 'argmap crux MAP' 'argmap check MAP'
printf '(All three together are to take less than 500 ms.)\n'
