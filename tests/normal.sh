#!/bin/sh
# Which differences between texts count, by one table of pairs (normal.json): for diff, for tags, for repeated texts and quotations, and for
# the page, whose script has the same rules in its own language.
. "$ARGMAP_SOURCE/tests/tap.sh"
command -v jq >"$out" || skip_all 'there is no jq'
pairs=$ARGMAP_SOURCE/tests/normal.json
cd "$scratch" || exit 1

# ids_of WHICH: the numbers of the pairs that count as the same (true), or not (false), as ids
ids_of ()
{
  jq -r --argjson wanted "$1" 'to_entries[] | select (.value[2] == $wanted) | "p\(.key)"' "$pairs"
}
ids_of true >same
ids_of false >other
[ "$(wc -l <same)" -ge 30 ] && [ "$(wc -l <other)" -ge 10 ]
equal 0 $? 'the table has pairs of both kinds'

# side NUMBER: a map with a claim for each pair, which says what stands on that side
side ()
{
  jq --argjson side "$1" '{ argmap: 1, title: "T", resolution: "p0",
    claims: (to_entries | map ({ id: "p\(.key)", text: "Number \(.key) is \(.value[$side])", tags: ["\(.value[$side])"] })) }' "$pairs"
}
side 0 >old.argmap.json
side 1 >new.argmap.json

run "$ARGMAP" diff --format json old.argmap.json new.argmap.json
jq -r '.changes[] | select (any (.members[]; .member == "text")) | .new_id' "$out" | sort >changed
sort other | cmp -s - changed && ok 'diff: what counts as the same is no change, and all else is' \
  || not_ok 'diff: what counts as the same is no change, and all else is' "$(sort other | diff - changed)"

# Each claim by the tag as the other side writes it; several pairs have the same words, so only its own claim is looked for.
found=0
wrong=
for id in $(cat same other); do
  run "$ARGMAP" list --no-header --format tsv --tag "$(jq -r --arg id "$id" '.claims[] | select (.id == $id) | .tags[0]' new.argmap.json)" old.argmap.json
  if cut -f 1-3 "$out" | grep -qw -e "$id"; then
    found=$((found + 1))
    grep -qx -e "$id" same || wrong="$wrong +$id"
  else
    grep -qx -e "$id" other || wrong="$wrong -$id"
  fi
done
equal '' "$wrong" "list --tag: finds what counts as the same, and nothing else ($found found)"

# What counts as the same is a repeated text, and is found in a source.
jq '{ argmap: 1, title: "T", resolution: "p0", claims: [to_entries[] | .key as $n | .value[:2] | to_entries[]
      | { id: "p\($n)\(if .key == 0 then "" else "-again" end)", text: "Number \($n) is \(.value)" }] }' "$pairs" >both.argmap.json
run "$ARGMAP" check --format json both.argmap.json
jq -r '.files[].findings[] | select (.rule == "repeated-text") | .id | rtrimstr ("-again")' "$out" | sort >repeated
equal '' "$(sort same | comm -23 - repeated)" 'repeated-text: finds all that count as the same'
mkdir sources
count=$(jq length "$pairs")
for n in $(seq 0 $((count - 1))); do
  jq -r ".[$n][1]" "$pairs" >"sources/$n.txt"
done
jq '{ argmap: 1, title: "T", resolution: "p0", sources: (to_entries | map ({ id: "s\(.key)", title: "S", file: "sources/\(.key).txt" })),
      claims: (to_entries | map ({ id: "p\(.key)", text: "Number \(.key)", kind: "fact", evidence: [{ source: "s\(.key)", quote: .value[0] }] })) }' \
  "$pairs" >quoted.argmap.json
run "$ARGMAP" check --format json quoted.argmap.json
jq -r '.files[].findings[] | select (.rule == "quote-not-found") | .id' "$out" | sort >missing
equal '' "$(sort same | comm -12 - missing)" 'quote-not-found: takes all that count as the same'
equal 'p43
p53' "$(grep -x -e p43 -e p53 missing)" 'quote-not-found: what are other letters is not found'
lacks "$out" 'ﬁ' 'nothing else is said'

# Moreover, what only quotations pass over.
cat >sources/more.txt <<'END'
The find¹ing² is clear.³ Emissions‡ fell by 12 km² and 10³ tonnes. A well-
known infor-
mation said “he ‘knew’”. People cost-
conscious.
END
# quoted STATUS QUOTATION
quoted ()
{
  jq -n --arg quote "$2" '{ argmap: 1, title: "T", resolution: "c", sources: [{ id: "s", title: "S", file: "sources/more.txt" }],
    claims: [{ id: "c", text: "C", evidence: [{ source: "s", quote: $quote }] }] }' >more.argmap.json
  check_status "$1" "quoted: $2" "$ARGMAP" check --level error more.argmap.json
}
quoted 0 'The finding is clear. Emissions fell'
quoted 0 'by 12 km² and 10³ tonnes'
quoted 1 'by 12 km and'
quoted 1 'and 10 tonnes'
quoted 0 'A well-known information said'
quoted 0 'A wellknown information'
quoted 0 "said 'he \"knew\"'"
quoted 0 'People cost-conscious'
quoted 1 'The Finding is clear'
contains "$out" 'capitals and small ones are told apart' 'a capital is named where it is the capital that differs'
quoted 1 'The findung is clear'
lacks "$out" 'capitals and small ones' 'and only there'

if command -v node >"$out"; then
  node "$ARGMAP_SOURCE/tests/normal.js" "$ARGMAP_SOURCE/src/page/normal.js" "$pairs" >page
  jq -r '.[][2]' "$pairs" >wanted
  cut -d ' ' -f 1 page >normal
  same wanted normal 'the page: has the same rules'
  equal '' "$(grep '^true false' page)" 'the page: its search finds what counts as the same'
else
  skip 'the page: has the same rules' 'there is no node'
fi

finish
