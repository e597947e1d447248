#!/bin/sh
# The half page says what argmap evaluate says, sentence by sentence, within its bound of words.
. "$ARGMAP_SOURCE/tests/tap.sh"

if ! command -v node >"$out" 2>&1; then
  skip_all 'there is no node'
fi
mkdir "$scratch/random"
run node "$ARGMAP_SOURCE/tests/brief.js" "$ARGMAP" "$scratch/random" "$ARGMAP_SOURCE"/maps/*.argmap.json
is_empty "$out" 'the maps and 500 random ones: every status, outcome and count is that of evaluate'
compared=$(sed -n 's/^compared //p' "$err")
if [ "${compared:-0}" -gt 3000 ]; then
  ok 'that was compared'
else
  not_ok 'that was compared' "only ${compared:-0}"
fi
finish
