#!/bin/sh
# Summaries: as they were, complete, the same every time, readable in a terminal, and Markdown that is Markdown.
# AM_UPDATE=1 writes the golden files anew (with ARGMAP and ARGMAP_SOURCE set): read the difference, aloud.
. "$ARGMAP_SOURCE/tests/tap.sh"

golden=$ARGMAP_SOURCE/tests/golden

# sum_up FORMAT [OPTION...]: $map, to $scratch/NAME.FORMAT
sum_up ()
{
  format=$1
  shift
  summary=$scratch/$name.$format
  check_status 0 "$name: summed up as $format" "$ARGMAP" summary "$@" --format "$format" "$map"
  cp "$out" "$summary"
}

# One line, with single spaces: what a text is whose line breaks do not count.
fold ()
{
  tr -s ' \n' '  '
}

# The words of all claims of the map, one claim a line, folded, without a full stop at the end.
claims_of ()
{
  jq -r '(.claims + (.rebuttals // []))[].text | gsub ("[ \t\r\n]+"; " ") | sub ("\\.$"; "")' "$map"
}

# tells_all FILE DESCRIPTION: every claim of the map stands in the file, which is one line
tells_all ()
{
  claims_of >"$scratch/claims"
  awk '
    NR == FNR {
      told = told $0
      next
    }

    index(told, $0) == 0 {
      print
    }' "$1" "$scratch/claims" >"$scratch/lost"
  equal '' "$(head -n 5 "$scratch/lost")" "$2 ($(wc -l <"$scratch/claims" | tr -d ' ') claims)"
}

is_as_it_was ()
{
  [ "${AM_UPDATE:-0}" = 0 ] || cp "$summary" "$golden/$name.$1"
  same "$golden/$name.$1" "$summary" "$name: the $format is as it was"
}

comes_out_again ()
{
  run "$ARGMAP" summary --format "$format" "$map"
  same "$summary" "$out" "$name: the same $format again"
}

# Columns are counted in characters: the bytes that continue one are taken away first.
fits_a_terminal ()
{
  LC_ALL=C tr -d '\200-\277' <"$summary" >"$scratch/counted"
  equal '' "$(awk 'length > 80 { print length ": " $0 }' "$scratch/counted")" "$name: no line is over 80 columns"
  equal '' "$(grep -n '[[:space:]]$' "$summary")" "$name: no white space at the end of a line of $format"
  equal '' "$(LC_ALL=C tr -d '\n\040-\176\200-\377' <"$summary" | od -An -c)" "$name: no control character in the $format"
}

read_markdown ()
{
  xml=$scratch/$name.xml
  if cmark -t xml "$summary" >"$xml" 2>"$err"; then
    ok "$name: cmark reads the Markdown"
  else
    not_ok "$name: cmark reads the Markdown" "$(head -c 1000 "$err")"
  fi
}

# count XPATH EXPECTED DESCRIPTION: in $xml
count ()
{
  equal "$2" "$(xmllint --nonet --huge --xpath "count($1)" "$xml" 2>&1)" "$name: $3"
}

is_clean_markdown ()
{
  read_markdown
  count '//*[not(self::*[local-name()="document" or local-name()="heading" or local-name()="paragraph" or local-name()="list"
           or local-name()="item" or local-name()="text" or local-name()="strong" or local-name()="link"])]' 0 'nothing but headings, paragraphs, lists, strong text and links'
  count '//*[local-name()="list"][@type!="bullet"]' 0 'no numbered list'
  count '//*[local-name()="heading"][@level="1"]' 1 'one title'
  count '//*[local-name()="link"][not(starts-with(@destination, "https://") or starts-with(@destination, "http://") or starts-with(@destination, "mailto:"))]' 0 \
    'links lead to http, https and mailto only'
  { printf '<body>\n'; cmark -t html "$summary"; printf '</body>\n'; } >"$scratch/page.html"
  lacks "$scratch/page.html" 'raw HTML omitted' "$name: no HTML in the Markdown"
  if xmllint --nonet --huge --noout "$scratch/page.html" >"$out" 2>&1; then
    ok "$name: well-formed XHTML"
  else
    not_ok "$name: well-formed XHTML" "$(head -c 1000 "$out")"
  fi
}

# The text that a reader of the page sees, on one line.
text_of_markdown ()
{
  xmllint --nonet --huge --xpath 'string(/)' "$xml" | fold
}

# --- real maps ---

for map in "$ARGMAP_SOURCE"/maps/*.argmap.json; do
  name=$(basename "$map" .argmap.json)
  sum_up text
  is_as_it_was txt
  comes_out_again
  fits_a_terminal
  fold <"$summary" >"$scratch/told"
  tells_all "$scratch/told" "$name: the text tells every claim"
  sum_up markdown
  is_as_it_was md
  comes_out_again
  equal '' "$(grep -n '[[:space:]]$' "$summary")" "$name: no white space at the end of a line of Markdown"
  if command -v cmark >"$out"; then
    is_clean_markdown
    text_of_markdown >"$scratch/told"
    tells_all "$scratch/told" "$name: the page tells every claim"
    count '//*[local-name()="heading"][@level="3"]' "$(jq '.stakeholders | length' "$map")" 'a heading for every stakeholder'
  else
    skip "$name: what cmark makes of the Markdown" 'there is no cmark'
  fi
done

# --- long, mutual, small and broken maps ---

# The depth of lists has a bound: beyond it the outline would be white space for the most part.
name=deep
map=$scratch/deep.argmap.json
jq -n '{ argmap: 1, title: "Deep", claims: [range (3000) | { id: "c\(.)", text: "Number \(.) of the chain.", supports: (if . > 0 then ["c\(. - 1)"] else [] end) }] }' >"$map"
for format in text markdown; do
  sum_up "$format"
  fold <"$summary" >"$scratch/told"
  tells_all "$scratch/told" "$name: the $format tells every claim"
  if [ "$(wc -c <"$summary")" -lt 2000000 ]; then
    ok "$name: the $format is no longer than it needs to be"
  else
    not_ok "$name: the $format is no longer than it needs to be" "$(wc -c <"$summary") bytes for a map of $(wc -c <"$map")"
  fi
done

name=mutual
map=$scratch/mutual.argmap.json
cat >"$map" <<'MAP'
{"argmap": 1, "title": "Mutual", "claims": [{"id": "c", "text": "The claim", "supports": ["a"]}],
 "rebuttals": [{"id": "a", "text": "The first", "rebuts": ["b"]}, {"id": "b", "text": "The second", "rebuts": ["a"]},
  {"id": "d", "text": "The third", "undercuts": [{"relation": "u4", "id": "u3"}], "rebuts": ["c"]},
  {"id": "e", "text": "The fourth", "undercuts": [{"relation": "u3", "id": "u4"}]}]}
MAP
for format in text markdown; do
  sum_up "$format"
  fold <"$summary" >"$scratch/told"
  tells_all "$scratch/told" "$name: the $format tells every claim"
done

# small NAME JSON TEXT: the text says so
small ()
{
  name=$1
  map=$scratch/$name.argmap.json
  printf '%s\n' "$2" >"$map"
  sum_up markdown
  sum_up text
  fits_a_terminal
  contains "$summary" "$3" "$name: $3"
}

small empty '{"argmap": 1, "title": "Nothing", "claims": []}' 'The map is empty.'
small one '{"argmap": 1, "title": "One", "resolution": "a", "claims": [{"id": "a", "text": "Alone"}]}' 'The map holds 1 claim.'
small counts '{"argmap": 1, "title": "T", "claims": [{"id": "a", "text": "A"}, {"id": "b", "text": "B", "supports": ["a"]}],
  "rebuttals": [{"id": "r", "text": "R", "rebuts": ["a"]}], "sources": [{"id": "q", "title": "Q"}],
  "stakeholders": [{"id": "s", "name": "S", "role": "r"}, {"id": "t", "name": "T", "role": "r"}]}' \
  'The map holds 2 claims, 1 rebuttal, 2 stakeholders and 1 source.'
small conditional '{"argmap": 1, "title": "T", "resolution": "a", "claims": [{"id": "a", "text": "A"}],
  "stakeholders": [{"id": "s", "name": "S", "positions": [{"claim": "a", "stance": "conditional"}]}]}' \
  'Supports the resolution, on conditions.'
small beside '{"argmap": 1, "title": "T", "resolution": "a", "claims": [{"id": "a", "text": "A"}, {"id": "b", "text": "Elsewhere"}]}' \
  'Beside the point'

name=hostile
map=$scratch/hostile.argmap.json
jq -n --argjson forced false -f "$ARGMAP_SOURCE/tests/hostile.jq" >"$map"
sum_up text
equal '' "$(LC_ALL=C tr -d '\n\040-\176\200-\377' <"$summary" | od -An -c)" "$name: no control character in the text"
sum_up markdown
if command -v cmark >"$out"; then
  is_clean_markdown
else
  skip "$name: what cmark makes of the Markdown" 'there is no cmark'
fi

name=broken
map=$scratch/broken.argmap.json
cat >"$map" <<'MAP'
{"argmap": 1, "title": "", "resolution": "gone", "claims": [{"id": "a", "text": "", "by": ["gone"], "supports": ["gone", "b"]},
  {"id": "b", "text": "B", "supports": ["a", {"claim": "gone", "with": ["a"]}], "evidence": [{"source": "gone"}]}, {"id": "b", "text": "Second b"}],
 "rebuttals": [{"id": "c", "text": "C", "rebuts": ["gone"], "undercuts": [{"from": "a", "to": "gone"}, {"relation": "gone"}]}, {"id": "d", "text": "D"}],
 "stakeholders": [{"id": "s", "name": "", "member_of": "gone", "positions": [{"claim": "gone", "stance": "for"}]}]}
MAP
check_status 1 "$name: not summed up without --force" "$ARGMAP" summary "$map"
is_empty "$out" "$name: nothing is printed then"
sum_up text --force
fits_a_terminal
fold <"$summary" >"$scratch/told"
tells_all "$scratch/told" "$name: the text tells every claim"
sum_up markdown --force
finish
