#!/bin/sh
# The page: what argmap render -T html writes is well-formed, closed, as small as it can be, and, in a browser, does what its
# readers want. page/explore.js has the tests in the browser.
. "$ARGMAP_SOURCE/tests/tap.sh"

maps=$ARGMAP_SOURCE/maps
flagship=$maps/e2ee-child-safety.argmap.json

if [ "${ARGMAP_DRAW:-1}" = 0 ]; then
  check_status 2 'no page can be written' "$ARGMAP" render -T html -o "$scratch/map.html" "$flagship"
  contains "$err" 'this build of argmap cannot draw' 'the message says why'
  finish
fi

# write_page NAME MAP [OPTION...]: to the file $page
write_page ()
{
  name=$1
  page=$scratch/$1.html
  map=$2
  shift 2
  check_status 0 "$name: written" "$ARGMAP" render "$@" -T html -o "$page" "$map"
  if xmllint --nonet --noout "$page" >"$out" 2>&1; then
    ok "$name: well-formed, for XML too"
  else
    not_ok "$name: well-formed, for XML too" "$(head -c 2000 "$out")"
  fi
}

# find_in XPATH: in $page
find_in ()
{
  xmllint --nonet --xpath "$1" "$page" 2>/dev/null
}

# count XPATH NUMBER DESCRIPTION: in $page
count ()
{
  equal "$2" "$(find_in "count($1)")" "$name: $3"
}

is_closed ()
{
  count '//*[local-name()="script"]' 1 'one script'
  count '//@style | //@*[starts-with(translate(local-name(), "ON", "on"), "on")]' 0 'no style attribute, no handler'
  count '//@src | //@srcset | //@action | //*[local-name()="link" or local-name()="base" or local-name()="iframe" or local-name()="form"]' 0 \
    'nothing that is fetched or sent'
  count '//@*[local-name()="href"][not(starts-with(., "#") or starts-with(., "https://") or starts-with(., "http://") or starts-with(., "mailto:"))]' 0 \
    'links lead into the page and to http, https and mailto only'
  count '//*[local-name()="a"][@href][not(starts-with(@href, "#"))][not(@rel="noopener noreferrer")]' 0 'links out tell nobody where they come from'
  case $(find_in 'string(//*[local-name()="meta"]/@content[contains(., "default-src")])') in
    "default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'sha256-"*"; style-src 'sha256-"*) ok "$name: a policy" ;;
    *) not_ok "$name: a policy" ;;
  esac
}

# --- every map ---

for map in "$maps"/*.argmap.json; do
  write_page "$(basename "$map" .argmap.json)" "$map"
  is_closed
  count '//*[@id][starts-with(@id, "entry-")]' "$(jq '.claims + .rebuttals | length' "$map")" 'every claim has an entry'
  equal '' "$(find_in '//@id' | sort | uniq -d)" "$name: no id comes twice"
  cp "$page" "$scratch/first"
  "$ARGMAP" render -T html -o "$page" "$map"
  same "$scratch/first" "$page" "$name: the same page again"
done

jq -n --argjson forced false -f "$ARGMAP_SOURCE/tests/hostile.jq" >"$scratch/hostile.argmap.json"
jq -n --argjson forced true -f "$ARGMAP_SOURCE/tests/hostile.jq" >"$scratch/forced.argmap.json"
write_page hostile "$scratch/hostile.argmap.json"
is_closed
check_status 1 'forced: not written without --force' "$ARGMAP" render -T html -o "$scratch/none.html" "$scratch/forced.argmap.json"
write_page forced "$scratch/forced.argmap.json" --force
is_closed
count '//*[local-name()="a"][starts-with(@href, "http") or starts-with(@href, "mailto")]' 0 'addresses with errors are no links'

# --- language and direction ---

printf '%s\n' '{"argmap": 1, "title": "عنوان", "language": "ar", "claims": [{"id": "a", "text": "مرحبا"}]}' >"$scratch/arabic.argmap.json"
write_page arabic "$scratch/arabic.argmap.json"
equal ar "$(find_in 'string(/*/@lang)')" 'arabic: the language is told'
equal auto "$(find_in 'string(//*[local-name()="a"][.="مرحبا"]/@dir)')" 'arabic: the direction is that of the text'
printf '%s\n' '{"argmap": 1, "title": "T", "language": "en\"><script>", "claims": []}' >"$scratch/tongue.argmap.json"
write_page tongue "$scratch/tongue.argmap.json" --force
equal en "$(find_in 'string(/*/@lang)')" 'tongue: no language but a language'

# --- maps that have no end ---

# Two claims on each of 40 floors, each supporting both below: a million million ways up.
jq -n '{ argmap: 1, title: "T", resolution: "a0", claims: [range (40) as $i | ("a", "b") | { id: "\(.)\($i)", text: "Text",
  supports: (if $i > 0 then ["a\($i - 1)", "b\($i - 1)"] else [] end) }] }' >"$scratch/ways.argmap.json"
write_page ways "$scratch/ways.argmap.json"
count '//*[@data-claim]' 158 'every relation makes one line' # 156 relations, a0, and b0 beside the point
count '//*[@data-claim][@id]' 80 'every claim is told once'

# Round in circles: two claims, one that supports itself, two undercuts of each other.
printf '%s\n' '{"argmap": 1, "title": "T", "claims": [{"id": "a", "text": "A", "supports": ["b"]}, {"id": "b", "text": "B", "supports": ["a"]},
  {"id": "c", "text": "C", "supports": ["c"]}],
  "rebuttals": [{"id": "d", "text": "D", "undercuts": [{"relation": "y", "id": "x"}]}, {"id": "e", "text": "E", "undercuts": [{"relation": "x", "id": "y"}]}]}' \
  >"$scratch/circles.argmap.json"
write_page circles "$scratch/circles.argmap.json" --force
count '//*[@data-claim][@id]' 5 'every claim is told once'

# A chain is no deeper than browsers nest.
jq -n '{ argmap: 1, title: "T", claims: [range (300) | { id: "c\(.)", text: "Text \(.)", supports: (if . > 0 then ["c\(. - 1)"] else [] end) }] }' \
  >"$scratch/chain.argmap.json"
write_page chain "$scratch/chain.argmap.json"
count '//*[@data-claim][@id]' 300 'every claim is told'
count '//*[count(ancestor::*) > 120]' 0 'nothing is nested too deeply'

# --- titles and questions that have no end ---

jq -n '{ argmap: 1, title: ("word " * 3200), question: ("x" * 16000), resolution: "a", stakeholders: [{ id: "s", name: ("Name " * 3200) }],
  claims: [{ id: "a", text: "A.", by: ["s"] }, { id: "b", text: ("Text " * 400), supports: ["a"] }] }' >"$scratch/endless.argmap.json"
write_page endless "$scratch/endless.argmap.json"

# --- in a browser ---

browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
if [ -z "$browser" ] || ! command -v node >"$out"; then
  skip 'explored in a browser' 'there is no Chromium, or no node'
  finish
fi
mkdir "$scratch/browser"
node "$ARGMAP_SOURCE/tests/page/explore.js" "$browser" "$scratch/browser" "$flagship" "$scratch/e2ee-child-safety.html" \
  "$scratch/hostile.html" "$scratch/forced.html" "$scratch/endless.html" >"$scratch/explored" 2>"$err"
tab=$(printf '\t')
if grep -q "^skip$tab" "$scratch/explored"; then
  skip 'explored in a browser' "the browser does not start: $(cut -f 2 "$scratch/explored")"
  finish
fi
while IFS=$tab read -r verdict what why; do
  case $verdict in
    ok) ok "$what" ;;
    end) ;;
    *) not_ok "$what" "$why" ;;
  esac
done <"$scratch/explored"
equal end "$(tail -n 1 "$scratch/explored")" 'all of it was explored'
is_empty "$err" 'without a complaint'
: >"$scratch/printed.txt"
[ ! -f "$scratch/browser/printed.pdf" ] || pdftotext "$scratch/browser/printed.pdf" "$scratch/printed.txt"
lost=$(jq -r '(.claims + .rebuttals)[].id' "$flagship" | while read -r id; do
  first=$(jq -r --arg id "$id" '(.claims + .rebuttals)[] | select (.id == $id) | .text | split (" ")[:3] | join (" ")' "$flagship")
  tr '\n' ' ' <"$scratch/printed.txt" | grep -qF -e "$first" || printf '%s\n' "$id"
done)
equal '' "$lost" 'every claim is on paper'
finish
