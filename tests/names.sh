#!/bin/sh
# Stakeholders and claims as people call them on the command line: by id, or in any case by a name or an abbreviation that is clear.
. "$ARGMAP_SOURCE/tests/tap.sh"
cd "$scratch" || exit 1
cat >town.argmap.json <<'END'
{ "argmap": 1, "title": "T", "resolution": "close", "stakeholders": [
    { "id": "bus", "name": "Town Bus Company", "abbreviation": "TBC" }, { "id": "council", "name": "Town Council", "abbreviation": "Tbc" },
    { "id": "tbc-2", "name": "council" }, { "id": "cafe", "name": "Café Müller", "abbreviation": "CM" }, { "id": "shop", "name": "ＳＨＯＰＳ  of\u00a0the town" } ],
  "claims": [
    { "id": "close", "text": "The town should be closed to cars.", "by": ["bus", "council", "tbc-2", "cafe", "shop"] },
    { "id": "noise", "text": "Traffic is loud at night.", "label": "Loud traffic", "supports": ["close"], "by": ["cafe"] },
    { "id": "slow", "text": "Traffic is slow.", "supports": ["close"], "by": ["cafe"] } ] }
END
cat >other.argmap.json <<'END'
{ "argmap": 1, "title": "O", "resolution": "open", "stakeholders": [{ "id": "mueller", "name": "CAFÉ MÜLLER" }],
  "claims": [{ "id": "open", "text": "It should stay open.", "by": ["mueller"] }] }
END
ways='list --by;summary --stakeholder'
[ "$ARGMAP_DRAW" != 1 ] || ways="$ways;render -T dot -o - --stakeholder"

# each WORD ID-OR-COMPLAINT: what every command makes of a word; an id means the same as that id
each ()
{
  printf '%s\n' "$ways" | tr ';' '\n' >commands
  while read -r words; do
    # shellcheck disable=SC2086 # words
    case $2 in
      'argmap: '*)
        run "$ARGMAP" $words "$1" town.argmap.json
        equal "2 $2" "$status $(cat "$err")" "$words '$1'"
        is_empty "$out" "$words '$1': nothing on standard output"
        ;;
      *)
        run "$ARGMAP" $words "$2" town.argmap.json
        cp "$out" wanted
        run "$ARGMAP" $words "$1" town.argmap.json
        equal 0 "$status" "$words '$1': the exit status"
        same wanted "$out" "$words '$1' is $2"
        ;;
    esac
  done <commands
}
each BUS bus
each 'town bus company' bus
each '  Town  BUS company ' bus
each cm cafe
each 'café MÜLLER' cafe
each "$(printf 'Cafe\314\201 Mu\314\210ller')" cafe
each 'shops of the town' shop
each council council
each 'Town council' council
each TBC-2 tbc-2
each COUN tbc-2
each st shop
each TBC 'argmap: town.argmap.json: more than one stakeholder is called "TBC": say "bus" or "council"'
each Council 'argmap: town.argmap.json: more than one stakeholder is called "Council": say "council" or "tbc-2"'
each counsil 'argmap: town.argmap.json has no stakeholder "counsil"; did you mean "council"?'
each 'Town B' 'argmap: town.argmap.json has no stakeholder "Town B"; did you mean "bus"?'
each Town 'argmap: town.argmap.json has no stakeholder "Town"'
each noise 'argmap: town.argmap.json has no stakeholder "noise"'
while read -r words; do
  # shellcheck disable=SC2086 # options
  run "$ARGMAP" $words '' town.argmap.json
  equal 2 "$status" "$words '': the exit status"
  contains "$err" 'takes a text, and this is empty' "$words '': what it says"
done <commands

# Of several maps, each may call them by another id.
run "$ARGMAP" list --by 'Café Müller' --format tsv --no-header town.argmap.json other.argmap.json
equal 'close noise slow open ' "$(cut -f 2 "$out" | tr '\n' ' ')" 'list: by a name, in several maps'
run "$ARGMAP" summary --stakeholder 'café müller' --format json town.argmap.json other.argmap.json
equal 2 "$(grep -c '"title"' "$out")" 'summary: by a name, in several maps'
for words in 'list --by' 'summary --stakeholder'; do
  # shellcheck disable=SC2086 # words
  run "$ARGMAP" $words muelller town.argmap.json other.argmap.json
  equal '2 argmap: none of the maps has a stakeholder "muelller"; did you mean "mueller"?' "$status $(cat "$err")" "$words: in none of several maps"
  # shellcheck disable=SC2086
  run "$ARGMAP" $words TBC town.argmap.json other.argmap.json
  equal '2 argmap: town.argmap.json: more than one stakeholder is called "TBC": say "bus" or "council"' "$status $(cat "$err")" "$words: unclear in one of several maps"
done

# Claims go by their ids; who writes what a claim says is told its id.
run "$ARGMAP" why town.argmap.json noise
cp "$out" wanted
check_status 0 'why: an id in capitals' "$ARGMAP" why town.argmap.json NOISE
same wanted "$out" 'why: an id in capitals is that id'
for word in 'Traffic is l' 'traffic is loud at night.' 'loud traffic' noize; do
  check_status 2 "why: $word" "$ARGMAP" why town.argmap.json "$word"
  equal "argmap: town.argmap.json has no claim \"$word\"; did you mean \"noise\"?" "$(cat "$err")" "why: $word: what may be meant"
done
for word in Traffic night "$(printf '\377')"; do
  check_status 2 "why: $word" "$ARGMAP" why town.argmap.json "$word"
  lacks "$err" 'did you mean' "why: $word: nothing is guessed"
done
if [ "$ARGMAP_DRAW" = 1 ]; then
  check_status 0 'render --focus: an id in capitals' "$ARGMAP" render -T dot -o - --focus NOISE town.argmap.json
fi
finish
