#!/bin/sh
# What drawing costs somebody who waits for it, as ratios against `dot`, measured side by side in one run. Not a test: a machine
# that is busy or slow fails nobody.
#   sh tests/bench/render.sh [RUNS]
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/../.."

runs=${1:-9}
directory=.build/bench
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT INT TERM

sh examples/set-up.sh
[ -f "$directory/build.ninja" ] || meson setup "$directory" --buildtype=release > /dev/null
ninja -C "$directory" argmap tests/bench-measure tests/bench-debate > /dev/null
argmap=$PWD/$directory/argmap
measure=$directory/tests/bench-measure
debate=$directory/tests/bench-debate

# Large graphs take seconds: a few runs say as much.
few=$(( runs < 3 ? runs : 3 ))
many=$(( runs * 4 < 101 ? runs * 4 : 101 ))

"$debate" 20 > "$scratch/small.json"
"$debate" 3000 > "$scratch/connected.json"
"$debate" 5000 50 > "$scratch/large.json"
"$debate" --dot 5000 50 > "$scratch/naive.dot"
for name in small connected; do
  "$argmap" render --force -o "$scratch/$name.dot" "$scratch/$name.json"
done

# compare RUNS AIM LABEL MAP DOT [OPTION]
compare ()
{
  "$measure" --wall "$1" "$2" "$3" "$argmap render --force ${6-} -T svg -o $scratch/a.svg $scratch/$4.json" \
             "dot -Tsvg -o $scratch/b.svg $scratch/$5.dot"
}

printf '\n%-44s %12s %12s %6s  %6s %12s %12s %6s\n' 'to wait for a picture' 'argmap' 'dot' 'ratio' 'aim' 'argmap' 'dot' 'ratio'
compare "$many" 1.1 '20 claims : dot on our DOT' small small
compare "$many" 0.4 '20 claims, --fast : dot on our DOT' small small --fast
compare "$few" 1 '3,000 connected claims : dot on our DOT' connected connected
compare "$few" - '3,000 connected, --fast : dot on our DOT' connected connected --fast
compare "$few" 0.1 '5,000 claims, 50 theses : dot on naive DOT' large naive
