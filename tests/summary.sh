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
  if cmark-gfm -e table -t xml "$summary" >"$xml" 2>"$err"; then
    ok "$name: cmark-gfm reads the Markdown"
  else
    not_ok "$name: cmark-gfm reads the Markdown" "$(head -c 1000 "$err")"
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
  count '//*[not(local-name()="document" or local-name()="heading" or local-name()="paragraph" or local-name()="list" or local-name()="item"
           or local-name()="text" or local-name()="strong" or local-name()="link" or starts-with(local-name(), "table"))]' 0 \
    'nothing but headings, paragraphs, lists, tables, strong text and links'
  count '//*[local-name()="list"][@type!="bullet"]' 0 'no numbered list'
  count '//*[local-name()="heading"][@level="1"]' 1 'one title'
  count '//*[local-name()="link"][not(starts-with(@destination, "https://") or starts-with(@destination, "http://") or starts-with(@destination, "mailto:"))]' 0 \
    'links lead to http, https and mailto only'
  for reader in 'cmark-gfm -e table' cmark; do # the second takes tables for text
    { printf '<body>\n'; $reader -t html "$summary"; printf '</body>\n'; } >"$scratch/page.html"
    lacks "$scratch/page.html" 'raw HTML omitted' "$name: no HTML in the Markdown, by $reader"
    if xmllint --nonet --huge --noout "$scratch/page.html" >"$out" 2>&1; then
      ok "$name: well-formed XHTML, by $reader"
    else
      not_ok "$name: well-formed XHTML, by $reader" "$(head -c 1000 "$out")"
    fi
  done
  # Rows have as many cells as the table has columns, and no table is taken for text.
  xmllint --nonet --huge --xpath '//*[local-name()="table_row" or local-name()="table_header"]' "$xml" 2>"$err" >"$scratch/rows" || :
  equal '' "$(xmllint --nonet --huge --xpath '//*[local-name()="table"][count(.//*[local-name()="table_cell"]) mod count(*[local-name()="table_header"]/*) != 0]' "$xml" 2>"$err")" "$name: rows are as long as their table"
  count '//*[local-name()="paragraph"][contains(., "| ---")]' 0 'every table is one'
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
  if command -v cmark-gfm >"$out"; then
    is_clean_markdown
    text_of_markdown >"$scratch/told"
    tells_all "$scratch/told" "$name: the page tells every claim"
    count '//*[local-name()="heading"][@level="3"]' "$(jq '.stakeholders | length' "$map")" 'a heading for every stakeholder'
    # A tally tells all three counts, so that they add up.
    equal '' "$(tr '|' ' ' <"$scratch/told" | sed -E 's/[0-9,]+ unanswered, [0-9,]+ disputed, [0-9,]+ answered//g' | grep -Eo '(^|[^0-9.,])0 [a-z]+' | head -n 3)" \
      "$name: nothing is counted that is not there"
  else
    skip "$name: what cmark makes of the Markdown" 'there is no cmark-gfm'
  fi
done

# --- the points of a summary, against a program that finds them in another way ---

# work_out DESCRIPTION FILE JQ-ARGUMENT...: to FILE, which is not empty then
work_out ()
{
  worked_out=$2
  description=$1
  shift 2
  check_status 0 "$description" jq -S "$@"
  cp "$out" "$worked_out"
}

# agrees_with_oracle: $map
agrees_with_oracle ()
{
  said=$scratch/said.json
  check_status 0 "$name: evaluated" "$ARGMAP" evaluate --force --format json "$map"
  only_map "$name: evaluated"
  cp "$out" "$said"
  check_status 0 "$name: as JSON" "$ARGMAP" summary --force --format json "$map"
  cp "$out" "$scratch/$name.json"
  work_out "$name: worked out" "$scratch/should" --slurpfile said "$said" "\$said[0] as \$said | $(cat "$ARGMAP_SOURCE/tests/summary.jq")" "$map"
  work_out "$name: told" "$scratch/is" '.maps[0] | { counts, disagreements, agreements, undisputed, without_evidence, issues, sources,
    strongest: [.theses[] | { id, reason: .strongest_reason.from, objection: .strongest_objection.from }] }' "$scratch/$name.json"
  same "$scratch/should" "$scratch/is" "$name: what is strongest, agreed, disputed, shown, counted and cited"
  # Objections to what somebody says are the attacks on their statements and steps, with the labels that evaluation gives.
  work_out "$name: objections worked out" "$scratch/should" --slurpfile said "$said" '[.maps[0].stakeholders[] | (.statements + [.positions | group_by (.claim)[] | .[0] | select (.stance == "for" or .stance == "conditional") | .claim] | unique) as $mine
    | { id, objections: ([$said[0].relations[] | select ((.type == "rebuts" and (.to as $to | $mine | index ($to)))
                                                         or (.type == "undercuts" and (.to.from as $from | $mine | index ($from))))
                          | [.from, .to, .type, .label]] | sort) }]' "$scratch/$name.json"
  work_out "$name: objections told" "$scratch/is" '[.maps[0].stakeholders[]
    | { id, objections: ([.objections[] | [.from, .to, .type, .label]] | sort) }]' "$scratch/$name.json"
  same "$scratch/should" "$scratch/is" "$name: what is said against each"
  check_status 0 "$name: listed" "$ARGMAP" list --rebuttals --unanswered --force --format json "$map"
  cp "$out" "$scratch/listed"
  work_out "$name: without a reply" "$scratch/should" '[.maps[].rows[].id]' "$scratch/listed"
  work_out "$name: without a reply, told" "$scratch/is" '.maps[0].without_reply' "$scratch/$name.json"
  same "$scratch/should" "$scratch/is" "$name: what has no reply"
}

# random SEED: a map of some forty statements that relate to one another at random, also in circles
random ()
{
  awk -v seed="$1" '
    function pick (n) {
      return int(rand() * n)
    }

    function chosen (words, n, list) {
      n = split(words, list, " ")
      return list[pick(n) + 1]
    }

    function asserters (p, who) {
      who = ""
      for (p = 0; p < 6; p++)
        if (rand() < 0.2)
          who = who (who == "" ? "" : ", ") "\"s" p "\""
      return who
    }

    function statement (i, attacks, to) {
      to = pick(i)
      printf "{\"id\": \"c%d\", \"text\": \"Number %d\", \"kind\": \"%s\", \"by\": [%s]", i, i, chosen("fact value fact policy"), asserters()
      if (rand() < 0.5)
        printf ", \"issue\": \"%s\"", chosen("harms cost")
      if (rand() < 0.4)
        printf ", \"evidence\": [{\"source\": \"q%d\"}]", pick(3)
      if (attacks)
        printf ", \"rebuts\": [\"c%d\"]}", to
      else if (rand() < 0.3 && i > 2)
        printf ", \"supports\": [{\"claim\": \"c%d\", \"with\": [\"c%d\"]}]}", to, (to + 1) % i
      else
        printf ", \"supports\": [\"c%d\"]}", to
    }

    BEGIN {
      srand(seed)
      printf "{\"argmap\": 1, \"title\": \"Random\", \"resolution\": [\"c0\"%s], \"stakeholders\": [", seed % 3 == 0 ? ", \"c1\"" : ""
      for (p = 0; p < 6; p++)
        printf "%s{\"id\": \"s%d\", \"name\": \"Person %d\", \"positions\": [{\"claim\": \"c%d\", \"stance\": \"%s\"}, {\"claim\": \"c%d\", \"stance\": \"%s\"}]}",
          p ? ", " : "", p, p, pick(3), chosen("for against conditional neutral concedes"), 3 + pick(30), chosen("concedes against")
      printf "], \"sources\": [{\"id\": \"q0\", \"title\": \"A\"}, {\"id\": \"q1\", \"title\": \"B\"}, {\"id\": \"q2\", \"title\": \"C\"}],\n"
      printf "\"claims\": [{\"id\": \"c0\", \"text\": \"All\", \"kind\": \"policy\"}, {\"id\": \"c1\", \"text\": \"One\", \"kind\": \"value\"}"
      for (i = 2; i < 40; i += 2)
        {
          printf ",\n"
          statement(i, 0)
        }
      printf "],\n\"rebuttals\": ["
      for (i = 3; i < 40; i += 2)
        {
          printf "%s\n", (i > 3 ? "," : "")
          statement(i, 1)
        }
      printf "]}\n"
    }'
}

for map in "$ARGMAP_SOURCE"/maps/*.argmap.json "$ARGMAP_SOURCE"/examples/*.argmap.json; do
  name=$(basename "$map" .argmap.json)
  agrees_with_oracle
done
for seed in 1 2 3 4 5 6 7 8 9 10 11 12; do
  name=random-$seed
  map=$scratch/$name.argmap.json
  random "$seed" >"$map"
  agrees_with_oracle
done

# --- as JSON, in brief, of one stakeholder ---

for map in "$ARGMAP_SOURCE"/maps/*.argmap.json; do
  name=$(basename "$map" .argmap.json)
  for format in text markdown; do
    case $format in
      text) suffix=txt ;;
      *) suffix=md ;;
    esac
    sum_up "$format" --brief
    is_as_it_was "brief.$suffix"
    lacks "$summary" '[1]' "$name: no number of a list of sources that is not there, as $format"
    lacks "$summary" 'Who says what' "$name: in brief it is brief, as $format"
  done
  words=$(wc -w <"$scratch/$name.text" | tr -d ' ')
  theses=$(jq '[.resolution] | flatten | length' "$map")
  most=$((theses > 1 ? 200 * theses : 400))
  if [ "$words" -le "$most" ]; then
    ok "$name: half a page, or a paragraph for each answer ($words words)"
  else
    not_ok "$name: half a page, or a paragraph for each answer" "$words words"
  fi
done
map=$ARGMAP_SOURCE/maps/e2ee-child-safety.argmap.json
name=e2ee-child-safety
sum_up json
sed "s|\"map\": \".*/maps/|\"map\": \"maps/|" "$summary" >"$scratch/here.json"
comes_out_again
summary=$scratch/here.json
is_as_it_was summary.json
for format in text markdown; do
  case $format in
    text) suffix=txt ;;
    *) suffix=md ;;
  esac
  sum_up "$format" --stakeholder privacy
  is_as_it_was "privacy.$suffix"
done
if command -v cmark-gfm >"$out"; then
  is_clean_markdown
else
  skip "$name: what cmark makes of the brief of one stakeholder" 'there is no cmark-gfm'
fi
for who in $(jq -r '.stakeholders[].id' "$map"); do
  check_status 0 "$who: the brief" "$ARGMAP" summary --stakeholder "$who" "$map"
  fold <"$out" >"$scratch/told"
  contains "$scratch/told" "$(jq -r --arg who "$who" '.stakeholders[] | select (.id == $who) | .name' "$map")" "$who: is named"
  jq -r --arg who "$who" '(.claims + .rebuttals)[] | select (.id != "wait" and (.by // [] | index ($who))) | .text | sub ("\\.$"; "")' "$map" >"$scratch/claims"
  lost=
  while read -r text; do
    grep -qF "$text" "$scratch/told" || lost="$lost$text
"
  done <"$scratch/claims"
  equal '' "$lost" "$who: all that they say ($(wc -l <"$scratch/claims" | tr -d ' '))"
done
check_status 0 'one stakeholder as JSON' "$ARGMAP" summary --stakeholder nca --format json "$map"
equal '["nca"]' "$(jq -c '[.maps[0].stakeholders[].id]' "$out")" 'one stakeholder as JSON: no other'
check_status 2 'no such stakeholder' "$ARGMAP" summary --stakeholder privcy "$map"
contains "$err" 'has no stakeholder "privcy"; did you mean "privacy"?' 'no such stakeholder: what was meant'
is_empty "$out" 'no such stakeholder: nothing is printed'
check_status 0 'one stakeholder of several maps' "$ARGMAP" summary --stakeholder scholars "$ARGMAP_SOURCE"/maps/*.argmap.json
contains "$out" 'In the debate “Compulsory voting”' 'one stakeholder of several maps: where they take part'
lacks "$out" 'Encrypted messaging' 'one stakeholder of several maps: not where they do not'
check_status 2 'in none of several maps' "$ARGMAP" summary --stakeholder nobody "$ARGMAP_SOURCE"/maps/*.argmap.json
contains "$err" 'none of the maps has a stakeholder "nobody"' 'in none of several maps: said'
for wrong in '--brief --stakeholder privacy' '--brief --evaluate' '--stakeholder privacy --evaluate' '--evaluate --format json'; do
  # shellcheck disable=SC2086
  check_status 2 "$wrong do not go together" "$ARGMAP" summary $wrong "$map"
  is_empty "$out" "$wrong: nothing is printed"
done

# --- what is said of points that are answered, though nothing replies to them ---

# tells DESCRIPTION TEXT OPTION...: the summary of $map says TEXT
tells ()
{
  description=$1
  text=$2
  shift 2
  run "$ARGMAP" summary "$@" "$map"
  fold <"$out" >"$scratch/told"
  contains "$scratch/told" "$text" "$description"
}

map=$scratch/weak.argmap.json
cat >"$map" <<'MAP'
{"argmap": 1, "title": "C", "resolution": "r", "stakeholders": [{"id": "b", "name": "Bob"}, {"id": "f", "name": "Fan", "positions": [{"claim": "r", "stance": "for"}]}, {"id": "n", "name": "Nobody", "role": "Watches"}],
 "claims": [{"id": "r", "text": "Cut CO2 by 50 %", "by": ["b"]}, {"id": "j", "text": "It brings jobs.", "supports": ["r"]}, {"id": "s", "text": "A study says so.", "supports": ["j"]}],
 "rebuttals": [{"id": "t", "text": "The study is wrong.", "by": ["b"], "rebuts": ["s"]}, {"id": "u", "text": "It is dear.", "rebuts": ["r"]}]}
MAP
tells 'a reason that has lost its own reason' 'The reason for it: “It brings jobs”. The only reason given for it has been answered.' --brief
lacks "$scratch/told" '“It brings jobs”. It is unanswered' 'a reason that has lost its own reason is not called unanswered'
tells 'a sentence ends before the next' 'The resolution: Cut CO2 by 50 %. - For it: Bob and Fan.' --brief
tells 'who has but a position is told what is said against it' '“It is dear”, against “Cut CO2 by 50 %”. There is no reply to it.' --stakeholder f
tells 'who says nothing' 'The map has no position of theirs and no statement.' --stakeholder n
map=$scratch/open.argmap.json
printf '{"argmap": 1, "title": "C", "resolution": "r", "claims": [{"id": "r", "text": "It is so.", "open": true}]}' >"$map"
tells 'an open resolution' 'What reason is there for “It is so”? It is marked as open, and none is given.'
lacks "$scratch/told" 'What weighs most' 'an open resolution: nothing weighs anything'
map=$scratch/loose.argmap.json
printf '{"argmap": 1, "title": "C", "claims": [{"id": "r", "text": "It is so."}, {"id": "q", "text": "Or so."}]}' >"$map"
tells 'no resolution and no relation' 'There is nothing to weigh' --brief
map=$scratch/vain.argmap.json
printf '%s' '{"argmap": 1, "title": "C", "resolution": "b", "claims": [{"id": "b", "text": "It is cheap."}], "rebuttals": [{"id": "r", "text": "It is dear.", "rebuts": ["b"]}, {"id": "n", "text": "Old data.", "undercuts": [{"from": "r", "to": "b"}]}]}' >"$map"
run "$ARGMAP" evaluate "$map"
fold <"$out" >"$scratch/told"
contains "$scratch/told" 'b: “It is cheap”. The only reply, “It is dear”, does not count against it.' 'a rebuttal that is unanswered, and whose step is undercut, has not been answered'
map=$scratch/rivals.argmap.json
printf '%s' '{"argmap": 1, "title": "C", "resolution": "r", "claims": [{"id": "r", "text": "Build it."}, {"id": "j", "text": "It brings jobs.", "supports": ["r"]}],
 "rebuttals": [{"id": "t", "text": "Nature matters more.", "rebuts": ["r", "u"]}, {"id": "u", "text": "Jobs matter more.", "rebuts": ["t"]}, {"id": "v", "text": "Neither.", "rebuts": ["t"]}, {"id": "w", "text": "Both.", "rebuts": ["v"]}]}' >"$map"
tells 'two that deny each other' 'Is it “Nature matters more”, or “Jobs matter more”?'
lacks "$scratch/told" 'reply to “Nature' 'two that deny each other: what answers one is not asked as well'
name=deep-answers
map=$scratch/$name.argmap.json
jq -n '{ argmap: 1, title: "Deep", resolution: "c0", claims: [{ id: "c0", text: "No 0." }], rebuttals: [range (1; 13) | { id: "c\(.)", text: "No \(.).", rebuts: ["c\(. - 1)"] }] }' >"$map"
tells 'what is too deep to be indented says what it is about' 'In answer (against “No 11”): No 12.'

# --- several maps ---

one=$scratch/one.argmap.json
two=$scratch/two.argmap.json
cat >"$one" <<'MAP'
{"argmap": 1, "title": "Trams | buses", "resolution": "t", "claims": [{"id": "t", "text": "The city should build trams."}, {"id": "q", "text": "Trams are quiet.", "by": ["shops"], "supports": ["t"]}],
 "rebuttals": [{"id": "d", "text": "They are dear.", "by": ["tax"], "rebuts": ["t", "q"]}],
 "stakeholders": [{"id": "shops", "name": "The shopkeepers", "positions": [{"claim": "t", "stance": "for"}]}, {"id": "tax", "name": "Taxpayers"}]}
MAP
cat >"$two" <<'MAP'
{"argmap": 1, "title": "Parking", "resolution": ["p", "r"], "claims": [{"id": "p", "text": "Parking should be free."}, {"id": "r", "text": "Parking should be dear."}],
 "stakeholders": [{"id": "s", "name": "the  SHOPKEEPERS", "positions": [{"claim": "p", "stance": "for"}, {"claim": "r", "stance": "against"}]},
  {"id": "tax", "name": "Drivers", "role": "drive"}]}
MAP
check_status 0 'several: summed up' "$ARGMAP" summary "$one" "$two"
fold <"$out" >"$scratch/told"
contains "$scratch/told" 'Who takes part in more than one debate' 'several: compared'
check_status 0 'several: as Markdown' "$ARGMAP" summary --format markdown "$one" "$two"
cp "$out" "$scratch/several.md"
contains "$scratch/several.md" '| for “The city should build trams” | Trams \| buses | 1 | 2 |' 'several: where they stand in one'
contains "$scratch/several.md" '| for “Parking should be free”; against “Parking should be dear” | Parking | | |' 'several: and in the other, without zeros'
equal 1 "$(sed -n '/more than one debate/,$p' "$scratch/several.md" | grep -c '^## ')" 'several: names make them the same, ids do not'
check_status 0 'several: as JSON' "$ARGMAP" summary --format json "$one" "$two"
equal '[2,["Trams | buses","Parking"],[["The shopkeepers",["shops","s"],[2,0],["for"],["for","against"]]]]' \
  "$(jq -c '[.version, [.maps[].title], [.shared_stakeholders[] | [.name, [.maps[].id], [.maps[].unanswered], [.maps[0].stances[].stance], [.maps[1].stances[].stance]]]]' "$out")" \
  'several: the same as JSON'
check_status 0 'several: one of them again' "$ARGMAP" summary --format json "$one" "$two" "$one"
equal 1 "$(jq '.shared_stakeholders | length' "$out")" 'several: one of them again: still compared'
check_status 0 'several: nobody in both' "$ARGMAP" summary "$two" "$ARGMAP_SOURCE/maps/compulsory-voting.argmap.json"
lacks "$out" 'more than one debate' 'several: nobody in both: nothing is said of it'
mkdir "$scratch/with-faults"
cp "$one" "$scratch/with-faults/"
printf '{' >"$scratch/with-faults/zero.argmap.json"
check_status 1 'several: one is broken' "$ARGMAP" summary --format json "$scratch/with-faults"
equal '["Trams | buses"]' "$(jq -c '[.maps[].title]' "$out")" 'several: one is broken: JSON all the same'

# --- large maps ---

name=large
map=$scratch/large.argmap.json
jq -n '{ argmap: 1, title: "Large", resolution: "c0", stakeholders: [range (120) | { id: "s\(.)", name: "Person \(.)", role: "speaks" }],
  claims: [{ id: "c0", text: "The whole of it." }, (range (1; 3600) | { id: "c\(.)", text: "Statement \(.) of many.", by: ["s\(. % 120)"], supports: ["c\((. - 1) / 3 | floor)"] })],
  rebuttals: [range (150) | { id: "r\(.)", text: "Objection \(.).", by: ["s0"], rebuts: ["c\(. + 1)"] }] }' >"$map"
sum_up text
fold <"$summary" >"$scratch/told"
contains "$scratch/told" 'on this.)' "$name: what is not told is counted"
contains "$scratch/told" 'And 50 more; argmap list --rebuttals --unanswered lists them all.' "$name: lists end with the command that goes on"
contains "$scratch/told" 'And 20 more; argmap list --stakeholders lists them all.' "$name: so do stakeholders"
hidden=$(grep -oE '\([0-9,]+ more statements? bears? on this' "$scratch/told" | tr -dc '0-9\n' | awk '{ n += $1 } END { print n }')
shown=$(sed -n '/^The argument/,/^Where they/p' "$summary" | grep -cE '^ *- ')
equal 3750 $((hidden + shown)) "$name: what is told and what is counted is everything"
sum_up text --all
fold <"$summary" >"$scratch/told"
tells_all "$scratch/told" "$name: with --all the text tells every claim"
lacks "$summary" ' more; argmap' "$name: with --all no list is cut"

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

# Without a resolution each rebuttal of a circle is a thesis: to search for each on what it turns would take minutes.
name=circle
map=$scratch/circle.argmap.json
jq -n '1500 as $n | { argmap: 1, title: "Circle", claims: [], rebuttals: [range ($n) | { id: "r\(.)", text: "Number \(.).", rebuts: ["r\((. + 1) % $n)"] }] }' >"$map"
check_status 0 "$name: summed up without searching each thesis" timeout 60 "$ARGMAP" summary --all "$map"
check_status 0 "$name: as JSON" timeout 60 "$ARGMAP" summary --format json "$map"
equal '[1500,[null]]' "$(jq -c '[(.maps[0].theses | length), (.maps[0].theses | map (.turns_on) | unique)]' "$out")" "$name: turns_on is null"

name=hostile
map=$scratch/hostile.argmap.json
jq -n --argjson forced false -f "$ARGMAP_SOURCE/tests/hostile.jq" >"$map"
sum_up text
equal '' "$(LC_ALL=C tr -d '\n\040-\176\200-\377' <"$summary" | od -An -c)" "$name: no control character in the text"
sum_up markdown
if command -v cmark-gfm >"$out"; then
  is_clean_markdown
else
  skip "$name: what cmark makes of the Markdown" 'there is no cmark-gfm'
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
