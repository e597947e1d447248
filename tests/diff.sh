#!/bin/sh
# argmap diff: what it says of two maps, its formats, its status. (With git: git.sh.)
# AM_UPDATE=1 writes the golden files anew (with ARGMAP and ARGMAP_SOURCE set): read the difference, aloud.
# shellcheck disable=SC2016 # shells of their own are to expand what is quoted
. "$ARGMAP_SOURCE/tests/tap.sh"
. "$ARGMAP_SOURCE/tests/pictures.sh"
. "$ARGMAP_SOURCE/tests/solver.sh"

golden=$ARGMAP_SOURCE/tests/golden
flagship=$ARGMAP_SOURCE/maps/e2ee-child-safety.argmap.json
edited=$ARGMAP_SOURCE/tests/diff/e2ee-child-safety.argmap.json
cd "$scratch" || exit 1

# is_clean_text FILE DESCRIPTION
is_clean_text ()
{
  LC_ALL=C tr -d '\200-\277' <"$1" >counted
  equal '' "$(awk 'length > 80 { print length ": " $0 }' counted)" "$2: no line is over 80 columns"
  equal '' "$(grep -n '[[:space:]]$' "$1")" "$2: no white space at the end of a line"
  equal '' "$(LC_ALL=C tr -d '\n\040-\176\200-\377' <"$1" | od -An -c)" "$2: no control character"
}

# is_clean_markdown FILE DESCRIPTION
is_clean_markdown ()
{
  if ! command -v cmark >"$out"; then
    skip "$2: what cmark makes of the Markdown" 'there is no cmark'
    return
  fi
  cmark -t xml "$1" >markdown.xml
  equal 0 "$(xmllint --nonet --huge --xpath 'count(//*[not(self::*[local-name()="document" or local-name()="heading" or local-name()="paragraph"
    or local-name()="list" or local-name()="item" or local-name()="text" or local-name()="strong"])])' markdown.xml)" \
    "$2: nothing but headings, paragraphs, lists and strong text"
  { printf '<body>\n'; cmark -t html "$1"; printf '</body>\n'; } >page.html
  lacks page.html 'raw HTML omitted' "$2: no HTML"
  is_well_formed page.html "$2, as a page"
}

# --- the flagship ---

for format in text markdown json; do
  case $format in
    text) file=$golden/e2ee-child-safety.diff.txt ;;
    markdown) file=$golden/e2ee-child-safety.diff.md ;;
    *) file=$golden/e2ee-child-safety.diff.json ;;
  esac
  check_status 1 "the flagship and its edited copy, as $format" "$ARGMAP" diff --format "$format" - "$edited" <"$flagship"
  sed "s,$ARGMAP_SOURCE/,," "$out" >"diff.$format"
  [ "${AM_UPDATE:-0}" = 0 ] || cp "diff.$format" "$file"
  if [ "$solver" = 1 ]; then
    same "$file" "diff.$format" "the $format is as it was"
  else
    equal "$(plainly <"$file")" "$(plainly <"diff.$format")" "the $format is as it was, but for what a solver knows"
  fi
done
is_clean_text diff.text 'the flagship'
is_clean_markdown diff.markdown 'the flagship'
equal 'The outcome changed. ' "$(sed -n '4s/\(The outcome changed\. \).*/\1/p' diff.text)" 'the first line below the title says that the outcome changed'
contains diff.markdown 'Encryption would end ~~many~~ **most** of the reports' 'words that are gone are struck, new ones strong'
contains diff.text 'Encryption would end [-many-] {+most+} of the reports' 'in text they have brackets'
equal 3 "$(jq .version diff.json)" 'the JSON is of version 3'
jq '.maps[0]' diff.json >only.json && mv only.json diff.json
equal true "$(jq '.outcome.changed and (.same | not)' diff.json)" 'the JSON says so too'
equal '["counts"]["in-transit"]' "$(jq -c '.answered, .without_reply' diff.json | tr -d '\n')" 'what has a reply now, and what has none any more'
equal 'scanning on-device
young young-people' "$(jq -r '.changes[] | select (.old_id and .new_id and .old_id != .new_id) | "\(.old_id) \(.new_id)"' diff.json | sort)" \
  'renamed ids are recognised by their texts, also where these have changed'
equal 'ico' "$(jq -r '.stances[] | select (.flipped) | .stakeholder' diff.json)" 'who changed sides'

# The labels are those of argmap evaluate.
"$ARGMAP" evaluate --format json "$flagship" >before.json
"$ARGMAP" evaluate --format json "$edited" >after.json
jq -n --slurpfile a before.json --slurpfile b after.json --slurpfile d diff.json '
  ($d[0].changes | map (select (.thing == "claim" or .thing == "rebuttal") | select (.old_id and .new_id) | { key: .new_id, value: .old_id }) | from_entries) as $old
  | ($a[0].maps[0].claims | map ({ key: .id, value: .label }) | from_entries) as $was
  | [$b[0].maps[0].claims[] | { id, before: $was[$old[.id] // .id], after: .label } | select (.before and .before != .after)]' >expected.json
jq '[.statuses[] | { id, before, after }]' diff.json >found.json
same expected.json found.json 'what changed its status is what argmap evaluate says'

check_status 1 'the other way round' "$ARGMAP" diff --format json "$edited" "$flagship"
only_map 'the other way round'
jq '[.changes[] | [.change, .thing, .old_id, .new_id]] | sort' diff.json >there.json
jq '[.changes[] | [{ added: "removed", removed: "added", changed: "changed" }[.change], .thing, .new_id, .old_id]] | sort' "$out" >back.json
same there.json back.json 'added and removed change places'
equal '["in-transit"]["counts"]' "$(jq -c '.answered, .without_reply' "$out" | tr -d '\n')" 'and so does what has a reply'

# --- the same ---

for map in "$ARGMAP_SOURCE"/maps/*.argmap.json; do
  name=$(basename "$map" .argmap.json)
  check_status 0 "$name and itself" "$ARGMAP" diff "$map" "$map"
  equal 'The two maps say the same.' "$(cat "$out")" "$name: nothing else is said"
  is_empty "$err" "$name: nothing on standard error"
  jq -S '.claims |= reverse | .rebuttals |= (. // [] | reverse) | .stakeholders |= reverse | ."x-of-ours" = 3' "$map" >shuffled.argmap.json
  check_status 0 "$name in another order" "$ARGMAP" diff "$map" shuffled.argmap.json
done
check_status 0 'the same, as JSON' "$ARGMAP" diff --format json "$map" "$map"
only_map 'the same, as JSON'
equal '[true,[],[],[],[],[]]' "$(jq -c '[.same, .changes, .statuses, .answered, .without_reply, .stances]' "$out")" 'nothing is in it'

# --- each kind of change ---

cat >base.argmap.json <<'END'
{ "argmap": 1, "title": "A congestion charge", "question": "Should drivers pay?", "resolution": "charge",
  "stakeholders": [
    { "id": "council", "name": "City council", "kind": "government", "positions": [{ "claim": "charge", "stance": "for" }] },
    { "id": "traders", "name": "Association of traders", "interests": ["customers"], "positions": [{ "claim": "charge", "stance": "against" }] } ],
  "claims": [
    { "id": "charge", "text": "Drivers should pay to enter the city centre.", "by": ["council"] },
    { "id": "jams", "text": "Traffic jams cost everyone time.", "kind": "fact", "supports": [{ "claim": "charge", "with": ["space"] }],
      "evidence": [{ "source": "survey", "locator": "page 3" }] },
    { "id": "space", "text": "Those who take up scarce space should pay for it.", "kind": "value" } ],
  "rebuttals": [
    { "id": "trade", "text": "Customers would stay away.", "by": ["traders"], "rebuts": ["charge"] },
    { "id": "roadworks", "text": "Many jams come from roadworks, which no charge shortens.", "undercuts": [{ "from": "jams", "to": "charge" }] } ],
  "sources": [{ "id": "survey", "title": "How people reach the centre", "date": "2026" }] }
END
"$ARGMAP" check base.argmap.json >"$out" 2>&1 || not_ok 'the map is valid'

# says FILTER TEXT...: the map, changed by the filter, differs, and the text says so; each TEXT is a piece of it on one line
says ()
{
  filter=$1
  shift
  jq "$filter" base.argmap.json >changed.argmap.json
  check_status 1 "$filter" "$ARGMAP" diff base.argmap.json changed.argmap.json
  tr -s ' \n' '  ' <"$out" >told
  for piece; do
    contains told "$piece" "  $piece"
  done
}

says '.title = "A toll"' 'What changed: A toll' 'The map as a whole - title: A [-congestion charge-] {+toll+} - now: A toll' 'The outcome is the same.'
says '.question = "Should all drivers pay?"' '- question: Should {+all+} drivers pay? - now: Should all drivers pay?'
says '.resolution = "trade"' 'The outcome changed.' 'Now in question: “Customers would stay away” (Association of traders)' \
  'No longer in question: “Drivers should pay to enter the city centre” (City council)' 'resolution: [-“Drivers should pay'
says '.resolution = ["charge", "space"]' 'Now in question: “Those who take up' 'resolution: {+“Those who take up scarce space should pay for it”+}'
says '.claims[1].text = "Traffic jams cost commuters time."' 'Changed: 1 claim.' '- Changed claim: jams: “Traffic jams cost commuters time” - text: Traffic jams cost [-everyone-] {+commuters+} time.'
says '.claims[1].label = "Jams"' '- label: {+Jams+}'
says '.claims[1].kind = "value"' '- kind: [-fact-] {+value+}'
says 'del (.claims[1].kind)' '- kind: [-fact-]'
says '.claims[1].issue = "harms"' '- issue: {+harms+}'
says '.claims[1].by = ["council", "traders"]' '- by: {+City council+} {+Association of traders+}'
says '.claims[0].by = ["traders"]' '- by: [-City council-] {+Association of traders+}'
says '.claims[1].evidence[0].locator = "page 4"' '- evidence: [-“How people reach the centre”, page 3-] {+“How people reach the centre”, page 4+}'
says '.claims[1].confidence = 0.4' '- confidence: {+0.4+}'
says '.claims[2].open = true' '- open: {+yes+}'
says '.claims[2].implicit = true' '- implicit: {+yes+}'
says '.claims[1].tags = ["traffic"]' '- tags: {+traffic+}'
says '.claims[1].note = "Really?"' '- note: {+Really?+}'
says '.claims[1].supports[0].scheme = "analogy"' 'Relations - Changed: “Traffic jams cost everyone time” and “Those who take up scarce space should pay for it” together support' '- scheme: {+analogy+}'
says '.claims[1].supports[0].warrant = "Time is money."' '- warrant: {+Time is money.+}'
says '.claims[1].supports[0].strength = 0.5' '- strength: {+0.5+}'
says 'del (.claims[1].supports[0].with)' '- together with: [-“Those who take up scarce space should pay for it”-]' 'Changed: 1 relation.'
says '.rebuttals[0].supports = .rebuttals[0].rebuts | del (.rebuttals[0].rebuts) | .rebuttals[0].rebuts = ["jams"]' \
  'Added: “Customers would stay away” rebuts “Traffic jams' '- kind: [-rebuts-] {+supports+}' 
says '.rebuttals += [{ id: "bus", text: "They come by bus.", rebuts: ["trade"] }]' 'Added: 1 rebuttal and 1 relation.' 'Unanswered → answered: trade: “Customers would stay away”' \
  'Rebuttals that now have a reply - trade: “Customers would stay away” (Association of traders) - replied to by “They come by bus”' \
  '- Added rebuttal: bus: “They come by bus” - rebuts “Customers would stay away” - nothing replies to it'
says 'del (.rebuttals[1])' 'Removed: 1 rebuttal and 1 relation.' 'The outcome changed.' '- Before: Only objections remain.' '- Now: Reasons and objections both remain.' \
  '- Removed rebuttal: roadworks: “Many jams come from roadworks, which no charge shortens” - undercut the step from “Traffic jams cost everyone time” to'
says '.claims[1].id = "congestion" | .rebuttals[1].undercuts[0].from = "congestion"' 'Changed: 1 claim.' '- id: [-jams-] {+congestion+}'
says '.claims[2].id = "room" | .claims[2].text = "Those who take up scarce room should pay for it." | .claims[1].supports[0].with = ["room"]' \
  'Changed: 1 claim.' '- id: [-space-] {+room+}' 'take up scarce [-space-] {+room+} should'
says '.claims[1].id = "space" | .claims[2].id = "jams" | .claims[1].supports[0].with = ["jams"] | .rebuttals[1].undercuts[0].from = "space"' \
  'Changed: 2 claims.' '- id: [-jams-] {+space+}' '- id: [-space-] {+jams+}'
says '.claims += [.rebuttals[0] | del (.rebuts)] | del (.rebuttals[0])' '- role: [-rebuttal-] {+claim+}' 'Removed: 1 relation.'
jq -n '{ argmap: 1, title: "Many", resolution: "c0", claims: [range (1203) | { id: "c\(.)", text: "Point \(.) of many in the map." } + if . > 0 then { supports: ["c0"] } else {} end] }' >many.argmap.json
jq '.claims |= map (.text |= sub ("many"; "so many"))' many.argmap.json >other.argmap.json
check_status 1 'a map in which all is new' "$ARGMAP" diff many.argmap.json other.argmap.json
contains "$out" 'And 203 more; --all lists them all.' 'a map in which all is new: the list is cut, and says so'
check_status 1 'a map in which all is new, whole' "$ARGMAP" diff --all many.argmap.json other.argmap.json
equal 1203 "$(grep -c '^- Changed claim' "$out")" 'a map in which all is new, whole: every claim'
lacks "$out" 'more; --all' 'a map in which all is new, whole: nothing is cut'
check_status 0 'things without a text are themselves, even where ids are there twice' \
  "$ARGMAP" diff --force "$ARGMAP_SOURCE/tests/diff/wordless.argmap.json" "$ARGMAP_SOURCE/tests/diff/wordless.argmap.json"
says '.stakeholders[0].positions[0].stance = "against"' 'Positions - City council, on “Drivers should pay to enter the city centre”: changed sides: is against it now; before: is for it.'
says '.stakeholders[0].positions[0].stance = "conditional"' 'is for it, on conditions now; before: is for it.'
says '.stakeholders[0].positions = []' 'no position any more; before: is for it.'
says '.stakeholders[0].positions += [{ claim: "trade", stance: "concedes" }]' 'City council, on “Customers would stay away”: concedes it; no position before.'
says '.stakeholders[0].positions[0].evidence = [{ source: "survey" }]' 'is for it as before, now with evidence.'
says '.claims += [{ id: "n", text: "It is cheap.", kind: "fact", implicit: true, confidence: 0.5, evidence: [{ source: "survey", quote: "cheap" }], supports: ["charge"] }]' \
  '- fact; confidence 0.5; implicit - evidence: “How people reach the centre”: “cheap”'
says '.stakeholders[1].name = "Traders"' 'Stakeholders - Changed: Traders - name: [-Association of traders-] {+Traders+}'
says '.stakeholders[1].id = "shops" | .rebuttals[0].by = ["shops"]' 'Changed: 1 stakeholder.' '- id: [-traders-] {+shops+}'
says '.stakeholders[1].interests = ["parking"]' '- interests: [-customers-] {+parking+}'
says '.stakeholders[1].member_of = "council"' '- member of: {+City council+}'
says '.stakeholders += [{ id: "bus", name: "Bus company", positions: [{ claim: "charge", stance: "for" }] }]' '- Added: Bus company - position, on “Drivers should pay to enter the city centre”: for'
says '.sources[0].date = "2027"' 'Sources - Changed: “How people reach the centre” - date: [-2026-] {+2027+}'
says '.sources[0].id = "poll" | .claims[1].evidence[0].source = "poll"' 'Changed: 1 source.' '- id: [-survey-] {+poll+}'
says '.sources += [{ id: "motion", title: "Motion 12", author: "The council" }]' '- Added: “Motion 12”, The council'
says '.ignore = [{ rule: "unused-source", reason: "Kept." }]' '- accepted findings: {+unused-source: Kept.+}'
says '.expect = { answered: ["charge"] }' '- expected to be answered: {+“Drivers should pay'
for filter in '.claims[1].text = "Traffic  jams\ncost everyone time."' '.rebuttals[0].rebuts = [{ claim: "charge" }]' '.claims[1].tags = []' '."x-y" = 1' \
  '.claims[1]."x-y" = { text: "?" }' '.claims[1].note = ""'; do
  jq "$filter" base.argmap.json >changed.argmap.json
  check_status 0 "no change: $filter" "$ARGMAP" diff base.argmap.json changed.argmap.json
done

# --- no map, two maps, no file ---

for nothing in /dev/null empty; do
  printf ' \n' >empty
  check_status 1 "$nothing as the old map" "$ARGMAP" diff "$nothing" base.argmap.json
  contains "$out" 'A new map: A congestion charge' 'a new map'
  contains "$out" 'Added: 3 claims, 2 rebuttals, 3 relations, 2 stakeholders and 1 source.' 'all of it'
  check_status 1 "$nothing as the new map" "$ARGMAP" diff base.argmap.json "$nothing"
  contains "$out" 'There is no map any more.' 'no map any more'
done
check_status 0 'nothing and nothing' "$ARGMAP" diff /dev/null empty
check_status 2 'a file that is not there' "$ARGMAP" diff gone.argmap.json base.argmap.json
contains "$err" 'cannot read gone.argmap.json' 'is named'
check_status 2 'one map' "$ARGMAP" diff base.argmap.json
check_status 2 'three maps' "$ARGMAP" diff base.argmap.json base.argmap.json base.argmap.json
check_status 2 'standing input twice' "$ARGMAP" diff - -
jq '.claims[1].supports = ["gone"]' base.argmap.json >broken.argmap.json
check_status 2 'a map with errors' "$ARGMAP" diff base.argmap.json broken.argmap.json
contains "$err" '[unknown-claim]' 'they are shown'
is_empty "$out" 'and nothing else'
check_status 1 'with --force it is compared' "$ARGMAP" diff --force base.argmap.json broken.argmap.json
contains "$out" 'supports gone' 'as far as it resolves'
echo '{' >syntax.argmap.json
check_status 2 'what is no JSON is not, even so' "$ARGMAP" diff --force base.argmap.json syntax.argmap.json

# --- files ---

check_status 1 'to a file' "$ARGMAP" diff -o told.md "$flagship" "$edited"
is_empty "$out" 'nothing is printed then'
same diff.markdown told.md 'its suffix says the format'
check_status 1 '-o told.json' "$ARGMAP" diff -o told.json "$flagship" "$edited"
equal 3 "$(jq .version told.json)" 'JSON'
cp base.argmap.json kept.argmap.json
check_status 2 'not over a map' "$ARGMAP" diff -o base.argmap.json base.argmap.json changed.argmap.json
same kept.argmap.json base.argmap.json 'which is as it was'
check_status 2 'to a folder that is not there' "$ARGMAP" diff -o gone/told.md base.argmap.json changed.argmap.json

# --- the picture ---

# cards_of CLASS: the ids of its cards in $svg, sorted
cards_of ()
{
  xmllint --nonet --xpath "//*[local-name()=\"g\"][contains(concat(\" \", @class, \" \"), \" node \")][contains(concat(\" \", @class, \" \"), \" $1 \")]/@id" "$svg" 2>/dev/null \
    | sed -n 's/^ *id="claim-\(.*\)"$/\1/p' | sort
}

if [ "$ARGMAP_DRAW" = 1 ]; then
  name='the picture'
  map=$edited
  drawn=$scratch/drawn.svg
  run "$ARGMAP" diff -o drawn.SVG "$flagship" "$edited"
  contains drawn.SVG '<svg' "$name: by a suffix in capitals"
  check_status 1 "$name" "$ARGMAP" diff -o drawn.svg "$flagship" "$edited"
  is_empty "$err" "$name: without a word"
  look_at_svg
  for change in added removed changed; do
    jq -r --arg change "$change" '.changes[] | select (.change == $change and (.thing == "claim" or .thing == "rebuttal")) | .new_id // .old_id' diff.json | sort >should
    cards_of "$change" >shown
    same should shown "$name: cards that were $change"
    case $change in
      added) sign='+ added' ;;
      removed) sign='− removed' ;;
      *) sign='~ changed: ' ;;
    esac
    equal "$(wc -l <should | tr -d ' ')" "$(grep -c ">$sign" drawn.svg)" "$name: $sign"
  done
  equal 3 "$(grep -c 'text-decoration="line-through"' drawn.svg)" "$name: the lines of what was removed are struck"
  equal 'mark-relation-blind-TO-hiding mark-relation-reports-TO-lost mark-relation-unanimous-TO-rethink ' \
    "$(ids_in drawn.svg | grep '^mark-' | sort | tr '\n' ' ')" "$name: signs on lines of which both cards stay"
  contains drawn.svg '<title>Police got a teenager&#39;s chat about an abortion from Meta, which could read it. (removed)</title>' "$name: the title of a card says so"
  check_status 1 'the picture of a new map' "$ARGMAP" diff --format svg /dev/null "$flagship"
  statements=$(jq '.claims + .rebuttals | length' "$flagship")
  equal "$statements" "$(grep -c '>+ added' "$out")" 'everything is added'
  check_status 1 'the picture of no map any more' "$ARGMAP" diff --format svg "$flagship" /dev/null
  cp "$out" gone.svg
  equal "$statements" "$(grep -c '>− removed' gone.svg)" 'everything is removed'
  is_well_formed gone.svg 'that picture'
  check_status 0 'the picture of no change' "$ARGMAP" diff --format svg "$flagship" "$flagship"
  lacks "$out" '>+ added' 'without a sign'
  jq '.claims[0] = { id: "other", text: "Trains should be free.", by: ["council"] } | .claims += [{ id: "charge", text: "Cars are loud and smell.", supports: ["other"] }]
    | .resolution = "other" | del (.stakeholders[].positions)' base.argmap.json >reused.argmap.json
  check_status 1 'the picture of an id that names something else' "$ARGMAP" diff --force -o drawn.svg reused.argmap.json base.argmap.json
  equal '' "$(ids_in drawn.svg | sort | uniq -d)" 'no id comes twice'
  is_well_formed drawn.svg 'it'
  jq -n '{ argmap: 1, title: "Large", resolution: "c0", claims: [range (400) | { id: "c\(.)", text: "Point \(.) of many in the map.", supports: (if . > 0 then ["c\((. - 1) / 3 | floor)"] else [] end) }] }' >large.argmap.json
  jq '.claims[399].text = "Another point."' large.argmap.json >larger.argmap.json
  check_status 1 'the picture of a large map' "$ARGMAP" diff --format svg large.argmap.json larger.argmap.json
  contains "$out" '7 of 400 statements; 1 statement changed' 'shows what changed, and its way to the thesis'
else
  check_status 2 'no picture without drawing' "$ARGMAP" diff --format svg "$flagship" "$edited"
  contains "$err" 'this build of argmap cannot draw' 'and it is said why'
fi

# --- hostile maps ---

jq -n --argjson forced false -f "$ARGMAP_SOURCE/tests/hostile.jq" >hostile.argmap.json
jq '(.claims[], .rebuttals[]?) |= (.text |= (split (" ") | reverse | join (" ")))' hostile.argmap.json >reversed.argmap.json
for pair in 'base hostile' 'hostile base' 'hostile reversed'; do
  # shellcheck disable=SC2086
  set -- $pair
  check_status 1 "$pair, as text" "$ARGMAP" diff --force "$1.argmap.json" "$2.argmap.json"
  equal '' "$(LC_ALL=C tr -d '\n\040-\176\200-\377' <"$out" | od -An -c)" "$pair: no control character"
  check_status 1 "$pair, as Markdown" "$ARGMAP" diff --force --format markdown "$1.argmap.json" "$2.argmap.json"
  cp "$out" hostile.md
  is_clean_markdown hostile.md "$pair"
  check_status 1 "$pair, as JSON" "$ARGMAP" diff --force --format json "$1.argmap.json" "$2.argmap.json"
  equal false "$(jq '.maps[0].same' "$out")" "$pair: it is JSON"
done
finish
