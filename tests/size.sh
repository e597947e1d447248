#!/bin/sh
# Large maps: from 300 claims on theses are laid out apart, from 3,000 on they are pictures of their own.
. "$ARGMAP_SOURCE/tests/tap.sh"
. "$ARGMAP_SOURCE/tests/pictures.sh"

need_drawing
cd "$scratch" || exit 1

# generate CLAIMS THESES FILE: trees with a few relations from one to the other; every ninth claim undercuts
generate ()
{
  jq -n --argjson n "$1" --argjson t "$2" '
    def parent: . as $i | ($i % $t) + $t * ((($i / $t | floor) - 1) / 3 | floor);
    { argmap: 1, title: "Generated", resolution: [range ($t) | "c\(.)"],
      claims: [range ($n) | select (. % 3 != 1 or . < $t) | . as $i | { id: "c\($i)", text: "Statement number \($i)." }
        + (if $i >= $t then { supports: (["c\($i | parent)"] + (if $i % 17 == 0 and $i > $t + 5 then ["c\($i - $t - 1 | parent)"] | map (select (. != "c\($i | parent)")) else [] end)) } else {} end)],
      rebuttals: [range ($n) | select (. % 3 == 1 and . >= $t) | . as $i | { id: "c\($i)", text: "Answer number \($i)." }
        + (if $i % 9 == 1 and ($i | parent) >= $t and ($i | parent) % 3 != 1 then { undercuts: [{ from: "c\($i | parent)", to: "c\($i | parent | parent)" }] } else { rebuts: ["c\($i | parent)"] } end)] }' >"$3"
}

claims_in ()
{
  ids_in "$1" | sed -n 's/^claim-//p'
}

# --- theses together ---

# What hangs together in a DOT file: a line for each such part, of its nodes.
parts_of ()
{
  awk '
    /^\t\t?[a-z][0-9]+\t*\[/ { seen[$1] = 1; sub(/\[.*/, "", $1) }
    / -> / { gsub(/:[a-z_]+/, ""); join($1, $3) }
    function root (node)
    {
      while (node in up)
        node = up[node]
      return node
    }
    function join (tail, head)
    {
      sub(/[\[;].*/, "", head)
      seen[tail] = seen[head] = 1
      tail = root(tail)
      head = root(head)
      if (tail != head)
        up[tail] = head
    }
    END {
      for (node in seen)
        {
          sub(/\[.*/, "", node)
          parts[root(node)]++
        }
      for (part in parts)
        print part, parts[part]
    }' "$1"
}

# Graphviz draws what it takes apart differently from run to run.
name=together
map=together.argmap.json
jq -n '{ argmap: 1, title: "T", resolution: [range (5) | "t\(.)"],
  claims: ([range (5) | { id: "t\(.)", text: "Thesis \(.)" }] + [range (40) | { id: "a\(.)", text: "Reason \(.)", supports: (["t\(. % 5)"]
    + if . % 7 == 5 then ["a\(. - 5)"] else [] end) }] + [{ id: "x", text: "Beside the point" }, { id: "y", text: "And so is this", supports: ["x"] },
    { id: "u", text: "Round", supports: ["v"] }, { id: "v", text: "And round", supports: ["u"] }]) }' >"$map"
draw dot --force
equal 1 "$(parts_of "$drawn" | wc -l | tr -d ' ')" "$name: all of it hangs together"
equal 49 "$(parts_of "$drawn" | sed 's/.* //')" "$name: all of it was looked at"
for option in --fast --jobs=1 --direction=tb; do
  draw svg --force "$option"
  svg=$drawn
  nothing_overlaps
  holds_its_ids
  lacks "$svg" 'invis' "$name: what holds it together is not seen"
  equal '' "$(xmllint --nonet --xpath '//*[@id="relation"]/@id' "$svg" 2>/dev/null)" "$name: nor is it there"
  case $option in *tb) side=2 ;; *) side=3 ;; esac
  equal 'claim-t0 claim-t1 claim-t2 claim-t3 claim-t4 ' "$(boxes_in "$svg" | grep '^claim-t' | sort -n -k "$side" | sed 's/ .*//' | tr '\n' ' ')" \
    "$name: theses are in the order of the map"
  for run in 1 2 3 4 5 6 7 8; do "$ARGMAP" render --force "$option" -o - "$map" 2>"$err" | cksum; done | sort -u >found
  equal 1 "$(wc -l <found | tr -d ' ')" "$name: the same each time"
done

# --- theses apart, on one page ---

name=apart
map=apart.argmap.json
generate 400 4 "$map"
check_status 0 "$name: a map without errors" "$ARGMAP" check --level error "$map"
draw svg --fast
svg=$drawn
is_well_formed "$svg" "$name"
holds_its_ids
nothing_overlaps
jq -r '[(.claims + .rebuttals)[] | .id as $id | ((.supports // []) + (.rebuts // []))[] | { $id, to: . }] | length' "$map" >"$scratch/relations"
found=$(xmllint --nonet --xpath 'count(//*[@class="node see"])' "$svg")
if [ "$found" -gt 10 ]; then ok "$name: what leads to another thesis ends in stubs ($found)"; else not_ok "$name: what leads to another thesis ends in stubs" "$found"; fi
# A line from one thesis to the other would join their trees: between cards there are only those of one thesis.
joined=$(ids_in "$svg" | sed -n 's/^relation-c\([0-9]*\)-TO-c\([0-9]*\)$/\1 \2/p' | awk '$1 % 4 != $2 % 4 { print $1 "-TO-c" $2 }' | while read -r pair; do
  ids_in "$svg" | grep -qx "see-relation-c$pair" || echo "$pair"
done)
equal '' "$joined" "$name: no line joins two theses"
xmllint --nonet --xpath 'string(//*[@id="see-relation-c17-TO-c0"]/*[local-name()="text"])' "$svg" >"$out" 2>&1
contains "$out" 'see c0' "$name: a stub says where it goes on"

# --- theses in pictures of their own ---

name=divided
map=divided.argmap.json
generate 3100 7 "$map"
check_status 0 "$name: drawn" "$ARGMAP" render --fast --jobs 2 -d pictures "$map"
contains "$err" 'divided.argmap.json: 3,100 statements are more than one picture can hold: an overview is drawn, and 7 pictures of its parts' "$name: and told why"
cp "$out" two
check_status 0 "$name: one after the other" "$ARGMAP" render --fast --jobs 1 -d alone "$map"
sed 's/^alone/pictures/' "$out" >one
same one two "$name: two at a time print the same"
equal '' "$(diff -r alone pictures)" "$name: and draw the same"
sort two >printed
for file in pictures/*; do echo "$file"; done | sort >written
same written printed "$name: every picture is named"
equal 'pictures/divided.c0.svg pictures/divided.c1.svg pictures/divided.c2.svg pictures/divided.c3.svg pictures/divided.c4.svg pictures/divided.c5.svg pictures/divided.c6.svg pictures/divided.svg ' \
  "$(tr '\n' ' ' <written)" "$name: an overview, and one for each thesis"
equal 'c0 c1 c2 c3 c4 c5 c6 ' "$(claims_in pictures/divided.svg | sort | tr '\n' ' ')" "$name: the overview shows the theses"
equal 3093 "$(sed -n 's/.*>+\([0-9]*\)<.*/\1/p' pictures/divided.svg | awk '{ sum += $1 } END { print sum - 1 }')" "$name: and how much there is to them (and +1 in the key)"
for file in pictures/divided.c?.svg; do claims_in "$file"; done | sort >found
jq -r '(.claims + .rebuttals)[].id' "$map" | sort >expected
same expected found "$name: every claim is in just one of the parts"
expected_ids "$map" | grep '^relation-' >expected
for file in pictures/divided.c?.svg; do ids_in "$file"; done | sort -u >found
equal '' "$(comm -23 expected found)" "$name: every relation is in one of them"
for direction in rl lr tb bt; do
  check_status 0 "$name: theses alone, $direction" "$ARGMAP" render --fast --depth 0 --direction "$direction" -o order.svg "$map"
  boxes_in order.svg | grep '^claim-' | case $direction in ?l | ?r) sort -n -k 3 ;; *) sort -n -k 2 ;; esac | sed 's/ .*//' | tr '\n' ' ' >found
  equal 'claim-c0 claim-c1 claim-c2 claim-c3 claim-c4 claim-c5 claim-c6 ' "$(cat found)" "$name: are in the order of the map, $direction"
done
equal 'claim-c0 claim-c1 claim-c2 claim-c3 claim-c4 claim-c5 claim-c6 ' "$(boxes_in pictures/divided.svg | grep '^claim-' | sort -n -k 3 | sed 's/ .*//' | tr '\n' ' ')" \
  "$name: so they are in the overview"
svg=pictures/divided.svg
count '//*[starts-with(@id, "below-claim-")][not(starts-with(*[local-name()="title"], "4") and contains(*[local-name()="title"], " statements more, in the picture c"))]' 0 \
  'the overview says in which picture there is more'
contains "$svg" 'so many more, in the picture with the card' "$name: and so does its key"
lacks pictures/divided.c0.svg 'in the picture' "$name: a part does not"

# What is said to fit does, and nothing is drawn over the picture of another map.
check_status 2 "$name: too much for a page" "$ARGMAP" render --fast --page a3 -d paged "$map"
equal 7 "$(sed -n 's/.*map.json, part \(c[0-9]\): .*; --focus \(c[0-9]\) --depth [0-9]* would fit, and leave out [0-9]* of [0-9]* statements$/\1\2/p' "$err" | grep -c '\(c[0-9]\)\1')" \
  "$name: it is said of each part what would fit"
advice=$(sed -n 's/.*part c4: .*; \(--focus c4 --depth [0-9]*\) would fit.*/\1/p' "$err")
# shellcheck disable=SC2086 # options
check_status 0 "$name: it does: $advice" "$ARGMAP" render --fast --page a3 $advice -o fits.svg "$map"
generate 5 1 divided.c2.argmap.json
mkdir taken
check_status 2 "$name: a part that would go over another map" "$ARGMAP" render --fast -d taken "$map" divided.c2.argmap.json
contains "$err" 'divided.argmap.json: another map would be drawn to the same file as its part c2: taken/divided.c2.svg' "$name: is told"
equal 'taken/divided.c2.svg' "$(echo taken/*)" "$name: and nothing of that map is drawn"
equal 5 "$(claims_in taken/divided.c2.svg | wc -l | tr -d ' ')" "$name: but the other is"
svg=pictures/divided.c3.svg
is_well_formed "$svg" "$name"
nothing_overlaps
check_status 2 "$name: not to standard output" "$ARGMAP" render -o - "$map"
contains "$err" 'name a directory with -d' "$name: but where to"
is_empty "$out" "$name: nothing of it"
check_status 0 "$name: a part of it is one picture" "$ARGMAP" render --fast --focus c3 --depth 2 -o part.svg "$map"
is_empty "$err" "$name: of which nothing is to be said"
check_status 0 "$name: beside the file that is named" "$ARGMAP" render --fast --depth 0 -o "named.svg" "$map"
equal 'named.svg' "$(echo named*)" "$name: an overview alone is one picture"

# More theses than anybody looks at pictures of.
jq -n '{ argmap: 1, title: "Theses", claims: [range (330) | { id: "c\(.)", text: "Thesis \(.)." }, (range (9) as $i | { id: "r\(.)-\($i)", text: "Reason \($i).", supports: ["c\(.)"] })] }' \
  >theses.argmap.json
check_status 0 '330 theses: drawn' "$ARGMAP" render --fast -T dot -d theses theses.argmap.json
contains "$err" 'an overview is drawn, and 300 pictures of its largest parts;' '330 theses: those with most claims have pictures'
equal '301 theses/theses.c299.dot' "$(find theses -name '*.dot' | wc -l | tr -d ' ') $(ls theses/theses.c299.dot)" '330 theses: of those with as many the first'
equal '300 30' "$(grep -c 'more, in the picture c' theses/theses.dot) $(grep -c 'more, not drawn"' theses/theses.dot)" \
  '330 theses: the overview says of which there is none'

check_status 0 "$name: a page is one file" "$ARGMAP" render --fast -T html -d page "$map"
equal page/divided.html "$(echo page/*)" "$name: a page is one file: no other"
equal 3100 "$(grep -o 'id="entry-[^"]*"' page/divided.html | sort -u | wc -l | tr -d ' ')" "$name: a page has every claim in its outline"

# --- one thesis that is too large ---

name=deep
map=deep.argmap.json
generate 3100 1 "$map"
check_status 0 "$name: drawn" "$ARGMAP" render --fast -o deep.svg "$map"
contains "$err" '3,100 statements are more than one picture can hold:' "$name: not all of it"
shown=$(claims_in deep.svg | wc -l | tr -d ' ')
contains "$err" ": $(printf %s "$shown" | sed 's/...$/,&/'), which are up to" "$name: as many as it says ($shown)"
contains deep.svg 'class="node more"' "$name: what is cut off is counted"
finish
