#!/bin/sh
# Pictures: what argmap render draws of the real maps, of a map full of hostile texts, of small and of broken ones.
# AM_UPDATE=1 writes the golden DOT files anew (with ARGMAP, ARGMAP_SOURCE and ARGMAP_DRAW set): read the difference.
. "$ARGMAP_SOURCE/tests/tap.sh"
. "$ARGMAP_SOURCE/tests/pictures.sh"

golden=$ARGMAP_SOURCE/tests/golden
real="$ARGMAP_SOURCE/maps/clean-electricity.argmap.json $ARGMAP_SOURCE/maps/compulsory-voting.argmap.json
$ARGMAP_SOURCE/maps/e2ee-child-safety.argmap.json"

if [ "${ARGMAP_DRAW:-1}" = 0 ]; then
  for format in svg dot png pdf; do
    check_status 2 "$format cannot be drawn" "$ARGMAP" render -T "$format" -o "$scratch/map.$format" \
      "$ARGMAP_SOURCE/maps/compulsory-voting.argmap.json"
    contains "$err" 'this build of argmap cannot draw' "$format: the message says why"
    is_absent "$scratch/map.$format" "$format: nothing is written"
  done
  finish
fi

# --- a map of 60 claims with texts that break out of what they are put into ---

# write_hostile FORCED: see hostile.jq
write_hostile ()
{
  jq -n --argjson forced "$1" -f "$ARGMAP_SOURCE/tests/hostile.jq"
}

hostile=$scratch/hostile.argmap.json
write_hostile false >"$hostile"
check_status 0 'the hostile map has no errors' "$ARGMAP" check "$hostile"

# The measuring itself: what overlaps or sticks out is found, what only touches is not.
equal 'a and b' "$(printf 'a 0 0 10 10\nb 9 9 19 19\nc 10 0 20 9\nd 0 10 9 20\n' | overlaps)" 'overlapping boxes are found'
printf 'claim-a 0 0 10 10\nclaim-b 20 0 30 10\n' >"$scratch/boxes"
printf '1 1 9 2\n21 1 29 2\n' >"$scratch/words"
equal '' "$(escaping_words "$scratch/boxes" "$scratch/words")" 'words inside of their cards are not found'
printf '1 1 12 2\n21 1 29 2\n18 4 29 5\n' >"$scratch/words"
equal 2 "$(escaping_words "$scratch/boxes" "$scratch/words" | grep -c '^a word')" 'words that stick out are found'
printf '1 1 9 2\n' >"$scratch/words"
equal 'only 1 words on 2 cards' "$(escaping_words "$scratch/boxes" "$scratch/words")" 'a card without words is found'

# --- real maps and the hostile one ---

for map in $real $hostile; do
  name=$(basename "$map" .argmap.json)
  draw svg
  look_at_svg
  is_drawn_again_alike
  draw pdf
  pdf=$drawn
  is_pdf "$pdf" "$name"
  texts_fit_in_pdf
  draw dot
  is_drawn_again_alike
  if command -v dot >"$out"; then
    check_status 0 "$name: dot reads it" dot -Tcanon -o /dev/null "$drawn"
    is_empty "$err" "$name: dot has nothing to say of it"
  else
    skip "$name: dot reads it" 'there is no dot'
    skip "$name: dot has nothing to say of it" 'there is no dot'
  fi
  # With a font that is asked for, the fonts measure text, as they do for dot.
  if command -v dot >"$out"; then
    "$ARGMAP" render --force --font 'Liberation Sans' -o "$scratch/to-dot.dot" "$map"
    "$ARGMAP" render --force --font 'Liberation Sans' -o "$scratch/by-us.svg" "$map"
    dot -Tsvg -o "$scratch/by-dot.svg" "$scratch/to-dot.dot"
    boxes_in "$scratch/by-dot.svg" | sort >"$scratch/by-dot"
    boxes_in "$scratch/by-us.svg" | sort >"$scratch/by-us"
    same "$scratch/by-dot" "$scratch/by-us" "$name: dot draws the same picture of the DOT"
  else
    skip "$name: dot draws the same picture of the DOT" 'there is no dot'
  fi
  [ "$map" = "$hostile" ] && continue
  [ "${AM_UPDATE:-0}" = 0 ] || cp "$drawn" "$golden/$name.dot"
  same "$golden/$name.dot" "$drawn" "$name: the DOT is as it was"
done

contains "$scratch/hostile.dot" 'tooltip="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"' 'hostile: quotes and brackets are entities in DOT'
contains "$scratch/hostile.dot" '>&quot; onload=&quot;alert(1)<BR' 'hostile: and in labels'

contains "$scratch/hostile.svg" '<a xlink:href="https://example.org/?a=1&amp;b=2#(x)" target="_blank" rel="noopener"><title>&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;</title>' \
  'hostile: the mark of the evidence leads to the source'

# Graphviz has escapes of its own, \N for the name of a node and others: a text that looks like one stays as it is. (U+2060,
# which nobody sees, may keep a backslash from what follows.)
LC_ALL=C sed "s/$(printf '\342\201\240')//g; s/&#8288;//g" <"$scratch/hostile.svg" >"$scratch/plain.svg"
contains "$scratch/plain.svg" '>L\N<' 'hostile: \N stands on the card'
contains "$scratch/plain.svg" '<title>\N</title>' 'hostile: \N can be pointed at'
contains "$scratch/plain.svg" '\G \E \T \H \L<' 'hostile: \G and the like stand on the card'
contains "$scratch/plain.svg" '<title>\G \E \T \H \L</title>' 'hostile: \G and the like can be pointed at'
contains "$scratch/plain.svg" '>\\&quot;<' 'hostile: two backslashes stand on the card'
contains "$scratch/plain.svg" '<title>\\&quot;</title>' 'hostile: two backslashes can be pointed at'
contains "$scratch/plain.svg" '<title>\n\l\r</title>' 'hostile: line ends in Graphviz'\''s writing can be pointed at'

map=$ARGMAP_SOURCE/maps/compulsory-voting.argmap.json
name=compulsory-voting
svg=$scratch/$name.svg
draw png
is_png "$drawn" "$name"
is_drawn_again_alike
format=pdf
drawn=$scratch/$name.pdf
is_drawn_again_alike
pdftotext -layout "$drawn" "$scratch/text"
contains "$scratch/text" 'Compulsory voting' "$name: the PDF has the title as text"
contains "$scratch/text" 'A high turnout makes' "$name: the PDF has the claims as text"
check_status 0 "$name: another program draws the SVG" rsvg-convert -o "$scratch/other.png" "$svg"
is_png "$scratch/other.png" "$name, by rsvg-convert"

# Every text of the map is in the picture, in full: as it is pointed at.
xmllint --nonet --xpath '//*[local-name()="title"]/text()' "$svg" | sed 's/&#45;/-/g; s/&amp;/\&/g; s/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g' >"$scratch/titles"
jq -r '(.claims + .rebuttals)[].text' "$map" | grep -vFf /dev/null >"$scratch/texts"
lost=$(while read -r text; do grep -qF -e "$text" "$scratch/titles" || printf '%s\n' "$text"; done <"$scratch/texts")
equal '' "$lost" "$name: the text of every claim can be pointed at"
for text in "$(jq -r .title "$map")" "$(jq -r .question "$map")"; do
  contains "$svg" ">$text<" "$name: \"$text\" stands in the picture"
done
jq -r '[(.claims + .rebuttals)[].by[]] as $by | .stakeholders[] | select (.id as $id | $by | index ($id)) | .name' "$map" >"$scratch/names"
lost=$(while read -r text; do grep -qF -e ">$text<" "$svg" || printf '%s\n' "$text"; done <"$scratch/names")
equal '' "$lost" "$name: every stakeholder stands in the key"

# --- another time and another locale change nothing ---

check_status 0 'a PDF, at once' "$ARGMAP" render -T pdf -o "$scratch/sooner.pdf" "$map"
sleep 1.1
check_status 0 'a PDF, later' "$ARGMAP" render -T pdf -o "$scratch/later.pdf" "$map"
same "$scratch/sooner.pdf" "$scratch/later.pdf" 'a PDF has no date: it is the same whenever it is drawn'
pdfinfo "$scratch/later.pdf" >"$out" 2>"$err"
is_empty "$err" 'a PDF without a date is sound'

for locale in de_DE tr_TR; do
  if ! make_locale "$locale.UTF-8"; then
    skip "$locale: the same picture" 'there is no such locale'
    continue
  fi
  check_status 0 "$locale: drawn" env LOCPATH="$locales" LC_ALL="$locale.UTF-8" LANG="$locale.UTF-8" LANGUAGE="$locale" "$ARGMAP" render -T svg -o "$scratch/foreign.svg" "$map"
  same "$svg" "$scratch/foreign.svg" "$locale: the same picture"
done

# --- small maps ---

# small NAME JSON: drawn as everything
small ()
{
  name=$1
  map=$scratch/$name.argmap.json
  printf '%s\n' "$2" >"$map"
  for format in svg dot png pdf; do
    draw "$format"
  done
  is_png "$scratch/$name.png" "$name"
  is_pdf "$scratch/$name.pdf" "$name"
  drawn=$scratch/$name.svg
  look_at_svg
}

small title-only '{"argmap": 1, "title": "Nothing yet", "claims": []}'
contains "$svg" 'Nothing yet' 'title-only: the title is there'
small no-claims '{"argmap": 1, "title": "No claims", "question": "Why?", "claims": [], "rebuttals": [],
  "stakeholders": [{"id": "a", "name": "A", "role": "R"}]}'
small one-claim '{"argmap": 1, "title": "One", "claims": [{"id": "a", "text": "Alone."}]}'
small no-stakeholders '{"argmap": 1, "title": "T", "claims": [{"id": "a", "text": "A"}, {"id": "b", "text": "B", "supports": ["a"]}]}'
small two-circles '{"argmap": 1, "title": "T", "resolution": ["a", "b"], "claims": [],
  "rebuttals": [{"id": "a", "text": "A", "rebuts": ["b"]}, {"id": "b", "text": "B", "rebuts": ["a"]}]}'

# Two relations from one claim to another, each with an id, and something against both.
small twins '{"argmap": 1, "title": "T",
  "claims": [{"id": "a", "text": "A"}, {"id": "x", "text": "X"}, {"id": "y", "text": "Y"},
    {"id": "b", "text": "B", "supports": [{"claim": "a", "with": ["x"], "id": "one"}, {"claim": "a", "with": ["y"], "id": "two"}]}],
  "rebuttals": [{"id": "c", "text": "C", "undercuts": [{"relation": "one"}, {"relation": "two"}]},
    {"id": "d", "text": "D", "undercuts": [{"from": "c", "to": {"relation": "one"}}, {"from": "c", "to": {"relation": "two"}}]}]}'

# A line between two cards that stand one above the other.
small neighbours '{"argmap": 1, "title": "T", "resolution": "t", "claims": [{"id": "t", "text": "T"}, {"id": "a", "text": "A", "supports": ["t"]},
    {"id": "b", "text": "B", "supports": ["t", "a"]}],
  "rebuttals": [{"id": "c", "text": "C", "rebuts": ["t", "b"]}, {"id": "d", "text": "D", "rebuts": ["t"], "undercuts": [{"from": "b", "to": "t"}]}]}'
draw svg
is_empty "$err" 'neighbours: Graphviz has nothing to say of it'

small labelled '{"argmap": 1, "title": "T", "claims": [{"id": "a", "text": "The text in full length.", "label": "In short"}]}'
contains "$svg" '>In short<' 'labelled: the label stands on the card'
contains "$svg" '<title>The text in full length.</title>' 'labelled: the text can be pointed at'
sed '/<title>/d' "$svg" >"$scratch/card"
lacks "$scratch/card" 'The text in full' 'labelled: the text does not stand on the card'

# --- broken maps, drawn all the same ---

name=forced
map=$scratch/forced.argmap.json
write_hostile true >"$map"
check_status 1 'forced: not drawn without --force' "$ARGMAP" render -T svg -o "$scratch/forced.svg" "$map"
is_absent "$scratch/forced.svg" 'forced: nothing is written then'
draw svg --force
look_at_svg

name=unresolved
map=$scratch/unresolved.argmap.json
cat >"$map" <<'MAP'
{"argmap": 1, "title": "T", "resolution": "gone",
 "stakeholders": [{"id": "s", "name": "S", "member_of": "gone"}],
 "claims": [{"id": "a", "text": "A", "by": ["s", "gone"], "supports": ["gone", "lost", {"claim": "b", "with": ["gone"]}]},
   {"id": "b", "text": "B", "supports": ["gone"], "evidence": [{"source": "gone"}]},
   {"id": "b", "text": "Another b", "supports": ["a", "a"]}, {"id": "Not an id \" onload=\"x", "text": "C"}, {"id": "", "text": ""}],
 "rebuttals": [{"id": "c", "text": "C", "rebuts": ["gone", "gone", ""], "undercuts": [{"from": "a", "to": "gone"}, {"from": "b", "to": "a"}, {"relation": "gone"},
   {"from": "c", "to": {"from": "gone", "to": "a"}}]}]}
MAP
draw svg --force
svg=$drawn
is_well_formed "$svg" "$name"
holds_nothing_active
nothing_overlaps
equal '' "$(ids_in "$svg" | sort | uniq -d)" "$name: no id comes twice"
count '//*[@class="node missing"]' 12 'a stub for whatever is missing'
for format in dot png pdf; do
  draw "$format" --force
done

# --- too large to be of use ---

name=tall
map=$scratch/tall.argmap.json
jq -n '{ argmap: 1, title: "T", claims: [range (90) | { id: "c\(.)", text: "Text", supports: (if . > 0 then ["c\(. - 1)"] else [] end) }] }' >"$map"
check_status 2 "$name: no PNG of it" "$ARGMAP" render -T png -o "$scratch/tall.png" "$map"
contains "$err" 'too large' "$name: the message says why"
is_absent "$scratch/tall.png" "$name: nothing is written"
draw pdf
contains "$err" 'is more than many programs show of a PDF, which is 14,400 a side; draw SVG, or less of the map' "$name: a PDF that few can show is told of"
draw pdf --depth 3
is_empty "$err" "$name: and no other"
draw svg
look_at_svg
finish
