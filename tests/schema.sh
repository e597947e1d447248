#!/bin/sh
# Do the schema and the loader agree? Every fixture is put to both; the schema's judge is an independent validator.
. "$ARGMAP_SOURCE/tests/tap.sh"

schema=$ARGMAP_SOURCE/docs/argmap.schema.json
fixtures=$ARGMAP_SOURCE/tests/check
NODE_PATH=${NODE_PATH:-/usr/share/nodejs}
export NODE_PATH

# Rules about the shape of single objects: all that a schema can know.
shape='missing-field|unknown-field|wrong-type|invalid-value|invalid-id|invalid-url|invalid-date|invalid-language|empty-text|not-a-map|unsupported-version'

"$ARGMAP" schema > "$scratch/schema.json"
same "$schema" "$scratch/schema.json" 'argmap schema prints docs/argmap.schema.json'

if ! command -v node > /dev/null || ! node -e 'require("ajv")' 2> /dev/null; then
  skip 'the schema and the loader agree' 'no node-ajv'
  finish
fi

node "$ARGMAP_SOURCE/tests/schema.js" "$schema" "$ARGMAP_SOURCE"/maps/*.argmap.json "$fixtures"/*.argmap.json > "$scratch/judged"
[ -s "$scratch/judged" ] && ok 'the schema is a schema, and judges' || not_ok 'the schema is a schema, and judges'

# A finding that the map accepts is none to the loader; the schema knows no such thing.
accepts_shape ()
{
  jq -e --arg shape "^($shape)\$" '[.ignore[]?.rule? | strings | test($shape)] | any' "$1" > /dev/null 2>&1
}

while read -r judgement map; do
  accepts_shape "$map" || echo "$judgement $map"
done < "$scratch/judged" > "$scratch/kept"
mv "$scratch/kept" "$scratch/judged"

# What the loader says: one line a map, "bad" where a rule about the shape found something.
while read -r _ map; do
  "$ARGMAP" check --color=never "$map" > "$scratch/report" || true
  if grep -Eq "\[($shape|rebuttal-without-target|unknown-rule)\]$" "$scratch/report"; then
    echo "bad $map"
  else
    echo "good $map"
  fi
done < "$scratch/judged" > "$scratch/loaded"

same "$scratch/loaded" "$scratch/judged" 'the schema and the loader agree on every fixture'

bad=$(grep -c '^bad' "$scratch/judged") || bad=0
good=$(grep -c '^good' "$scratch/judged") || good=0
if [ "$bad" -ge 100 ] && [ "$good" -ge 100 ]; then
  ok "both sides are well covered ($good good, $bad bad)"
else
  not_ok "both sides are well covered ($good good, $bad bad)"
fi

slugs=$("$ARGMAP" rules | cut -d ' ' -f 1)
known=$(jq -r '.definitions.ignore.properties.rule.enum[]' "$schema")
if [ "$slugs" = "$known" ]; then ok 'the schema knows every rule'; else not_ok 'the schema knows every rule'; fi
finish
