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
jq -r '.[][1] | @base64' "$pairs" >other-sides
# other_side ID: what stands there; the last byte would be lost if it were the end of a line
other_side ()
{
  sed -n "$((${1#p} + 1))p" other-sides | base64 -d
}
side 0 >old.argmap.json
side 1 >new.argmap.json

run "$ARGMAP" diff --format json old.argmap.json new.argmap.json
jq -r '.maps[0].changes[] | select (any (.members[]; .member == "text")) | .new_id' "$out" | sort >changed
sort other | cmp -s - changed && ok 'diff: what counts as the same is no change, and all else is' \
  || not_ok 'diff: what counts as the same is no change, and all else is' "$(sort other | diff - changed)"

# Where a word is divided otherwise and another is changed, only that is shown.
jq -n '{ argmap: 1, title: "T", resolution: "c", claims: [{ id: "c", text: "The \"infor-\nmation\" is well-\nknown and bad." }] }' >bad.argmap.json
jq '.claims[0].text = "The “information” is well-known and good."' bad.argmap.json >good.argmap.json
run "$ARGMAP" diff bad.argmap.json good.argmap.json
contains "$out" '[-bad.-] {+good.+}' 'diff: a word that changed is shown'
equal 1 "$(grep -o '\[-' "$out" | grep -c .)" 'diff: and no other'

# Each claim by the tag as the other side writes it; several pairs have the same words, so only its own claim is looked for.
found=0
wrong=
for id in $(cat same other); do
  run "$ARGMAP" list --no-header --format tsv --tag "$(other_side "$id")" old.argmap.json
  if cut -f 1-3 "$out" | grep -qw -e "$id"; then
    found=$((found + 1))
    grep -qx -e "$id" same || wrong="$wrong +$id"
  else
    grep -qx -e "$id" other || wrong="$wrong -$id"
  fi
done
equal '' "$wrong" "list --tag: finds what counts as the same, and nothing else ($found found)"

# Stakeholders by their names, for which capitals do not count.
jq '{ argmap: 1, title: "T", resolution: "c", claims: [{ id: "c", text: "T", by: [to_entries[] | "p\(.key)"] }],
      stakeholders: [to_entries[] | { id: "p\(.key)", name: "Number \(.key) is \(.value[0])" }] }' "$pairs" >names.argmap.json
jq -r 'to_entries[] | select (.value[0] == "jams" and .value[1] == "Jams" or .value[0] == "Straße") | "p\(.key)"' "$pairs" >capitals
equal 2 "$(wc -l <capitals)" 'the table has pairs that differ in capitals'
# named OPTION COMMAND...: which names are found, as the other side writes them
named ()
{
  for id in $(cat same other); do
    run "$@" "Number ${id#p} is $(other_side "$id")" names.argmap.json
    [ "$status" -ne 0 ] || echo "$id"
  done >found
  sort -V same capitals >wanted
  sort -V found | cmp -s wanted - && ok "$2: finds names that count as the same, and no others" \
    || not_ok "$2: finds names that count as the same, and no others" "$(sort -V found | diff wanted -)"
}
named "$ARGMAP" list --by
[ "$ARGMAP_DRAW" = 0 ] || named "$ARGMAP" render --fast -T dot -o - --stakeholder
jq '.stakeholders = [inputs | to_entries[] | { id: "q\(.key)", name: "Number \(.key) is \(.value[1])" }] | .claims = [{ id: "c", text: "T" }]' \
  names.argmap.json "$pairs" >others.argmap.json
run "$ARGMAP" summary --format json names.argmap.json others.argmap.json
jq -r '.shared_stakeholders[].maps[0].id' "$out" | sort -V >found
same wanted found 'summary of several maps: takes part in both who is called the same'
jq '.stakeholders += [inputs | to_entries[] | { id: "p\(.key)-again", name: "Number \(.key) is \(.value[1])" }]' names.argmap.json "$pairs" >twice.argmap.json
run "$ARGMAP" check --format json twice.argmap.json
jq -r '.files[].findings[] | select (.rule == "repeated-name") | .id | rtrimstr ("-again")' "$out" | sort >repeated
equal '' "$(sort same | comm -23 - repeated)" 'repeated-name: finds all that count as the same'

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
  check_status "$1" "quoted: $(echo "$2" | tr "\n" " ")" "$ARGMAP" check --level error more.argmap.json
}
quoted 0 'The finding is clear. Emissions fell'
quoted 0 'by 12 km² and 10³ tonnes'
quoted 1 'by 12 km and'
quoted 1 'and 10 tonnes'
quoted 0 'A well-known information said'
quoted 0 'A wellknown information'
quoted 0 "said 'he \"knew\"'"
quoted 0 'People cost-conscious'
quoted 0 "$(printf 'is\nclear. Emis-\nsions fell by')"
quoted 1 'The find-ing is clear'
quoted 1 'The Finding is clear'
contains "$out" 'capitals and small ones are told apart' 'a capital is named where it is the capital that differs'
quoted 1 'The findung is clear'
lacks "$out" 'capitals and small ones' 'and only there'

if command -v node >"$out"; then
  node "$ARGMAP_SOURCE/tests/normal.js" "$ARGMAP_SOURCE/src/page/normal.js" pairs "$pairs" >page
  jq -r '.[][2]' "$pairs" >wanted
  cut -d ' ' -f 1 page >normal
  same wanted normal 'the page: has the same rules'
  equal '' "$(grep '^true false' page)" 'the page: its search finds what counts as the same'

  # Every character that both know, in words, at the end of a line, and between joiners.
  "$ARGMAP_BUILD/forms" >forms
  node "$ARGMAP_SOURCE/tests/normal.js" "$ARGMAP_SOURCE/src/draw/page/normal.js" forms >page
  [ "$(grep -c ' ' forms)" -gt 100000 ]
  equal 0 $? 'there is a form of each character'
  paste -d '\n' forms page | awk 'NR % 2 { first = $0; next } first != $0 && NF > 1 && first ~ / / { print first; print }' >other
  is_empty other 'the page: has the same rules for every character'
else
  skip 'the page: has the same rules' 'there is no node'
fi

finish
