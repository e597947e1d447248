#!/bin/sh
# Lists: as they were, what jq makes of the same maps, and whole rows for every tool behind a pipe, whatever a text holds.
# AM_UPDATE=1 writes the golden files anew (with ARGMAP and ARGMAP_SOURCE set): read the difference.

# shellcheck disable=SC2016 # shells and terminals of their own are to expand what is quoted
. "$ARGMAP_SOURCE/tests/tap.sh"
golden=$ARGMAP_SOURCE/tests/golden
command -v jq >"$out" || skip_all 'there is no jq'
cp -R "$ARGMAP_SOURCE/maps" "$scratch/maps"
cd "$scratch" || exit 1
flagship=maps/e2ee-child-safety.argmap.json
rivals=maps/clean-electricity.argmap.json
tab=$(printf '\t')
esc=$(printf '\033')

# list DESCRIPTION ARGUMENT...: with status 0 and without a word on standard error
list ()
{
  what=$1
  shift
  check_status 0 "$what" "$ARGMAP" list "$@"
  is_empty "$err" "$what: nothing on standard error"
}

# What JSON lists, as one array; each row begins with its map.
all_rows ()
{
  jq '[.maps[] as $map | $map.rows[] | { map: $map.map } + .]' "$@"
}

# rows DESCRIPTION ARGUMENT...: lists as JSON; $out then has the rows
rows ()
{
  described=$1
  shift
  list "$described" --format json "$@"
  all_rows "$out" >"$scratch/rows.json" && cp "$scratch/rows.json" "$out"
}

# says EXPECTED DESCRIPTION ARGUMENT...: the ids of the rows, in one line
says ()
{
  wanted=$1
  what=$2
  shift 2
  rows "$what" "$@"
  equal "$wanted" "$(jq -r 'map(.id) | join(" ")' "$out")" "$what: which"
}

# --- as they were ---

for kind in statements stakeholders sources; do
  for format in table tsv csv json; do
    case $kind in
      statements) list "$kind as $format" --format $format $flagship ;;
      *) list "$kind as $format" --$kind --format $format $flagship ;;
    esac
    [ "${AM_UPDATE:-0}" = 0 ] || cp "$out" "$golden/list-$kind.$format"
    same "$golden/list-$kind.$format" "$out" "$kind as $format: as it was"
  done
done
list 'a table is what is made without --format' $flagship
same "$golden/list-statements.table" "$out" 'a table is what is made without --format: the same'

# --- as jq sees the map ---

cat >statements.jq <<'END'
def target: if type == "object" then .claim else . end;
def step: if type == "string" then . elif .relation then .relation
          else "\(.from)>\(if (.to | type) == "object" then "(\(.to | step))" else .to end)" end;
def firsts: reduce .[] as $id ([]; if index($id) then . else . + [$id] end);
def row ($role): { map: $path, id, role: $role, kind, issue, by: (.by // []), replied: null, status: null, evidence: (.evidence // [] | length),
                   open: (.open // false), tags: (.tags // []), supports: [.supports // [] | .[] | target], rebuts: [.rebuts // [] | .[] | target],
                   undercuts: [.undercuts // [] | .[] | step], sources: ([.evidence // [] | .[] | .source // empty] | firsts), text };
[(.claims[] | row ("claim")), (.rebuttals[] | row ("rebuttal"))]
END
cat >replied.jq <<'END'
# the ids of what something rebuts, or of which a step is undercut; undercuts in maps/ name steps by from and to
[.. | objects | select(has("id")) | (.rebuts // [])[] | if type == "object" then .claim else . end] as $rebutted
| ([.. | objects | .undercuts? // empty | .[] | .from] ) as $from
| [(.claims + .rebuttals)[] | .id as $id | select(any($rebutted[]; . == $id) or any($from[]; . == $id)) | $id] | sort
END
cat >stakeholders.jq <<'END'
(if (.resolution | type) == "array" then .resolution else [.resolution] end) as $theses
| . as $map | [.stakeholders[] | .id as $id | { map: $path, id, kind,
    stance: ([(.positions // [])[] | select(.claim | IN($theses[])) | { key: .claim, value: .stance }] | reverse | from_entries),
    claims: ([$map.claims[] | select(.by // [] | index($id))] | length),
    rebuttals: ([$map.rebuttals[] | select(.by // [] | index($id))] | length), name }]
END
cat >sources.jq <<'END'
. as $map | [(.sources // [])[] | .id as $id | { map: $path, id, date, cited: ([$map | .claims, .rebuttals, .stakeholders | .. | objects | select(.source? == $id)] | length),
                                         url, title }]
END
for map in maps/*.argmap.json; do
  name=$(basename "$map" .argmap.json)
  rows "$name: statements" "$map"
  jq '[.[] | .replied = null | .status = null]' "$out" >found
  jq --arg path "$map" -f statements.jq "$map" >wanted
  same wanted found "$name: statements as in the map"
  equal "$(jq -c -f replied.jq "$map")" "$(jq -c '[.[] | select(.replied) | .id] | sort' "$out")" "$name: what has a reply"
  equal "$("$ARGMAP" evaluate --format json "$map" | jq -c '[.maps[0].claims[] | [.id, .label]]')" "$(jq -c '[.[] | [.id, .status]]' "$out")" \
    "$name: the status is that of evaluate"
  cp "$out" all.json
  rows "$name: what nobody answers" --unanswered "$map"
  jq -c '.[] | select(.replied | not)' all.json >wanted
  jq -c '.[]' "$out" >found
  same wanted found "$name: what nobody answers: those rows"
  rows "$name: stakeholders" --stakeholders "$map"
  jq -S . "$out" >found
  jq -S --arg path "$map" -f stakeholders.jq "$map" >wanted
  same wanted found "$name: stakeholders as in the map"
  rows "$name: sources" --sources "$map"
  jq . "$out" >found
  jq --arg path "$map" -f sources.jq "$map" >wanted
  same wanted found "$name: sources as in the map"
done

# --- who asserts it, in CSV ---

# by_of ARGUMENT...: the sixth cell of each row of a list without commas in its texts
by_of ()
{
  "$ARGMAP" list --format csv --no-header "$@" | cut -d , -f 6 | paste -s -d ' ' -
}

# --- choices ---

cat >small.argmap.json <<'END'
{ "argmap": 1, "title": "Small", "resolution": "close",
  "stakeholders": [{ "id": "town", "name": "Town council", "abbreviation": "TC", "positions": [{ "claim": "close", "stance": "for" }] },
                   { "id": "shops", "name": "Shops", "positions": [{ "claim": "noise", "stance": "concedes" }] }],
  "claims": [{ "id": "close", "kind": "policy", "by": ["town"], "text": "Close it.", "tags": ["core", "a,b"] },
             { "id": "noise", "kind": "fact", "issue": "harms", "by": ["town"], "text": "It is loud.", "supports": ["close"],
               "evidence": [{ "source": "survey" }, { "source": "survey" }] },
             { "id": "buses", "kind": "policy", "open": true, "text": "Buses run.", "supports": ["close"], "tags": ["to-check"] }],
  "rebuttals": [{ "id": "trade", "kind": "fact", "by": ["shops"], "issue": "harms", "text": "Trade suffers.", "rebuts": ["close"] },
                { "id": "foot", "kind": "fact", "by": ["town", "shops"], "text": "Most walk.", "rebuts": ["trade"], "tags": ["core"] },
                { "id": "night", "text": "It is quiet at night.", "undercuts": [{ "from": "noise", "to": "close" }] },
                { "id": "a", "text": "A", "rebuts": ["b"] }, { "id": "b", "text": "B", "rebuts": ["a", "night"] }],
  "sources": [{ "id": "survey", "title": "Survey" }] }
END
equal '"Town council" "Town council"  "Shops" "Town council; Shops"   ' "$(by_of small.argmap.json)" 'CSV has names'
equal '"town" "town"  "shops" "town; shops"   ' "$(by_of --ids small.argmap.json)" 'CSV has ids, with --ids'
jq '.stakeholders[0].name = "Town; council" | .stakeholders[1].name = "=1"' small.argmap.json >names.argmap.json
equal '"Town\u003b council; \u003d1"' "$(by_of --claims --rebuttals --kind fact --tag core names.argmap.json)" 'a semicolon in a name is no end of it'
cat >steps.argmap.json <<'END'
{ "argmap": 1, "title": "Steps", "resolution": "a",
  "claims": [{ "id": "a", "text": "A" }, { "id": "b", "text": "B", "supports": [{ "claim": "a", "id": "step", "with": ["c"] }] }, { "id": "c", "text": "C" }],
  "rebuttals": [{ "id": "d", "text": "D", "undercuts": [{ "from": "b", "to": "a" }] },
                { "id": "e", "text": "E", "undercuts": [{ "from": "d", "to": { "from": "b", "to": "a" } }, { "relation": "step" }] }] }
END
rows 'steps' --rebuttals steps.argmap.json
equal '[["b>a"],["d>(b>a)","step"]]' "$(jq -c 'map(.undercuts)' "$out")" 'a step is from>to, or has an id'
says 'close noise buses trade foot night a b' 'all' small.argmap.json
says 'close noise buses' '--claims' --claims small.argmap.json
says 'trade foot night a b' '--rebuttals' --rebuttals small.argmap.json
says 'close noise buses trade foot night a b' 'both' --rebuttals --claims small.argmap.json
says 'buses foot' '--unanswered: also by an undercut' --unanswered small.argmap.json
says 'buses foot' '--dropped is the same' --dropped small.argmap.json
says 'foot' '--unanswered --rebuttals' --unanswered --dropped --rebuttals small.argmap.json
says 'close noise foot' '--by' --by town small.argmap.json
says 'trade foot' '--by another' --by=shops small.argmap.json
says 'foot' 'all that is asked for holds' --by shops --tag core --unanswered --kind fact small.argmap.json
says 'close foot' '--tag' --tag core small.argmap.json
says 'close' '--tag with a comma' --tag a,b small.argmap.json
says 'buses' '--open' --open small.argmap.json
says 'close buses' '--kind' --kind policy small.argmap.json
says 'noise trade' '--issue' --issue harms small.argmap.json
says 'close night a b' '--status disputed' --status disputed small.argmap.json
says 'buses trade' '--status answered' --status answered small.argmap.json
says 'noise foot' '--status unanswered' --status unanswered small.argmap.json
says 'town shops' '--stakeholders' --stakeholders small.argmap.json
says 'survey' '--sources' --sources small.argmap.json
list 'a stance is that on the resolution' --stakeholders --format tsv --no-header small.argmap.json
equal 'for ' "$(cut -f 4 "$out" | tr '\n' ' ' | sed 's/ $//')" 'a stance is that on the resolution, and on nothing else'
sed 's/"by": \["shops"\]/"by": ["shops", "shops"]/; s/"stance": "for" }/&, { "claim": "close", "stance": "against" }/' small.argmap.json >twice.argmap.json
list 'what is said twice' --stakeholders --format tsv --no-header twice.argmap.json
equal 'for 2 1 /  0 2' "$(cut -f 4-6 "$out" | tr '\t' ' ' | paste -s -d / - | sed 's|/| / |')" 'what is said twice counts once, and of two stances the first'
list 'counts' --sources --format tsv --no-header small.argmap.json
equal 2 "$(cut -f 4 "$out")" 'each citation counts'
list 'stances on rival resolutions' --stakeholders --format tsv --no-header $rivals
equal 'with-nuclear:for,keep-running:conditional' "$(sed -n 1p "$out" | cut -f 4)" 'stances on rival resolutions name them'
says '' 'nothing is like that' --kind definition --open small.argmap.json
equal '[]' "$(cat "$out")" 'nothing, in JSON'
list 'nothing is like that, in a table' --kind definition --open small.argmap.json
is_empty "$out" 'nothing, in a table'
list 'nothing is like that, in TSV' --kind definition --open --format tsv small.argmap.json
equal 1 "$(wc -l <"$out" | tr -d ' ')" 'nothing, in TSV: the names of the columns'
list 'nothing is like that, in TSV without names' --kind definition --open --format tsv --no-header small.argmap.json
is_empty "$out" 'nothing, in TSV without names'

# usage MESSAGE DESCRIPTION ARGUMENT...
usage ()
{
  said=$1
  what=$2
  shift 2
  check_status 2 "$what" "$ARGMAP" list "$@"
  equal "argmap list: $said
Try \"argmap list --help\"." "$(cat "$err")" "$what: what it says"
  is_empty "$out" "$what: nothing on standard output"
}

usage 'name a map' 'no map'
usage '--stakeholders and --sources have columns of their own: list one after the other' 'two kinds' --stakeholders --sources small.argmap.json
for option in claims rebuttals unanswered dropped open; do
  usage "--$option is about claims and rebuttals and does not go with --sources" "--$option of sources" --sources --$option small.argmap.json
done
for option in by=town tag=core kind=fact issue=harms status=answered; do
  usage "--${option%=*} is about claims and rebuttals and does not go with --stakeholders" "--$option of stakeholders" --stakeholders --$option small.argmap.json
done
usage '--no-header does not go with --format json, which has none' 'a header in JSON' --no-header --format json small.argmap.json
usage '--format cannot be "tvs"; did you mean "tsv"? It is one of table, tsv, csv, json' 'a misspelt format' --format tvs small.argmap.json
usage '--status cannot be "anwsered"; did you mean "answered"? It is one of unanswered, disputed, answered' 'a misspelt status' --status anwsered small.argmap.json
for pair in standing=unanswered contested=disputed fallen=answered; do
  usage "--status cannot be \"${pair%=*}\"; did you mean \"${pair#*=}\"? It is one of unanswered, disputed, answered" "an old word for a status: ${pair%=*}" \
    --status "${pair%=*}" small.argmap.json
done
usage 'there is no option --unaswered; did you mean --unanswered?' 'a misspelt option' --unaswered small.argmap.json

# refuses MESSAGE DESCRIPTION ARGUMENT...: 2, and not half an answer
refuses ()
{
  said=$1
  what=$2
  shift 2
  check_status 2 "$what" "$ARGMAP" list "$@"
  equal "argmap: $said" "$(cat "$err")" "$what: what it says"
  is_empty "$out" "$what: nothing on standard output"
}

refuses 'small.argmap.json has no stakeholder "twon"; did you mean "town"?' 'a misspelt stakeholder' --by twon small.argmap.json
refuses 'small.argmap.json has no stakeholder "noise"' 'a claim for a stakeholder' --by noise small.argmap.json
refuses 'none of the maps has a stakeholder "nspc"; did you mean "nspcc"?' 'a stakeholder of none of several maps' --by nspc small.argmap.json $flagship
refuses 'small.argmap.json has no statement with the tag "coer"; did you mean "core"?' 'a misspelt tag' --tag coer small.argmap.json
check_status 2 'an empty tag' "$ARGMAP" list --tag '' small.argmap.json
contains "$err" 'argmap list: --tag takes a text, and this is empty' 'an empty tag: what it says'
check_status 2 'a tag that cannot be seen' "$ARGMAP" list --tag "$(printf '\342\200\213')" small.argmap.json
contains "$err" 'this is empty: what is written begins with U+200B ZERO WIDTH SPACE' 'a tag that cannot be seen: what it says'
refuses "<standard input> has no stakeholder \"x$(printf '\357\277\275')[31m\"; what is written holds U+001B ESCAPE, which cannot be seen" 'what would colour the terminal' --by "x${esc}[31m" - <small.argmap.json
says 'wait minors' 'a stakeholder of one of several maps' --by nspcc --kind policy maps small.argmap.json

# --- several maps ---

list 'several maps, as TSV' --format tsv small.argmap.json $rivals
equal "$(printf 'map\n%s\n%s' small.argmap.json $rivals)" "$(cut -f 1 "$out" | uniq)" 'several maps: the path first, in the order given'
list 'one map, as TSV' --format tsv small.argmap.json
equal 'map small.argmap.json' "$(cut -f 1 "$out" | uniq | tr '\n' ' ' | sed 's/ $//')" 'one map: the path just so'
list 'a folder' --format tsv --no-header maps
equal "$(printf '%s\n' maps/*.argmap.json)" "$(cut -f 1 "$out" | uniq)" 'a folder: its maps'
list 'several maps, as a table' small.argmap.json $flagship
equal 'MAP' "$(sed -n '1s/ .*//p' "$out")" 'several maps, as a table: the path first'
list 'one map, as a table' small.argmap.json
equal 'ID' "$(sed -n '1s/ .*//p' "$out")" 'one map, as a table: no path'
check_status 0 'standard input' sh -c '"$ARGMAP" list --format tsv --no-header - <small.argmap.json'
equal '-' "$(cut -f 1 "$out" | uniq)" 'standard input: its name'
echo '{ "argmap": 1, "title": "Cut' >broken.argmap.json
check_status 1 'a map with errors among others' "$ARGMAP" list --format json small.argmap.json broken.argmap.json $flagship
contains "$err" 'broken.argmap.json:1' 'a map with errors: which'
equal '["small.argmap.json","maps/e2ee-child-safety.argmap.json"]' "$(jq -c '[.maps[].map]' "$out")" 'a map with errors: the others are listed'
check_status 1 'a map with errors alone' "$ARGMAP" list --format json broken.argmap.json
is_empty "$out" 'a map with errors alone: nothing is listed'
sed 's/"rebuts": \["close"\]/"rebuts": ["gone"]/; s/\["shops"\]/["nobody"]/' small.argmap.json >dangling.argmap.json
check_status 1 'what leads nowhere is an error' "$ARGMAP" list dangling.argmap.json
for format in table tsv csv json; do
  check_status 0 "what leads nowhere, with --force, as $format" "$ARGMAP" list --force --format $format dangling.argmap.json
done
equal '["nobody"]' "$(jq -c '.maps[].rows[] | select(.id == "trade") | .by' "$out")" 'with --force: by as it is written'
check_status 2 'no such map' "$ARGMAP" list small.argmap.json none.argmap.json
contains "$err" 'cannot read none.argmap.json: No such file or directory' 'no such map: what it says'
contains "$out" 'close' 'no such map: the others are listed'
mkdir empty
check_status 2 'a folder without maps' "$ARGMAP" list empty

# --- whole rows, whatever is in them ---

# Rows of TSV and of CSV with ids as JSON has them, by the way back that docs/list.md describes. Not with jq, which takes characters
# apart in long lines.
cat >decode.js <<'END'
const [file, format] = process.argv.slice(2);
const input = require('fs').readFileSync(file, 'utf8');
// RFC 4180: each cell bare or quoted, each line ended by CR and LF
const commas = (input) => {
  const rows = [[]], cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  for (let found; cell.lastIndex < input.length && (found = cell.exec(input));) {
    rows.at(-1).push(found[1] === undefined ? found[2] : found[1].replace(/""/g, '"'));
    if (found[3] !== ',')
      rows.push([]);
    if (found.index + found[0].length === input.length)
      return rows.slice(0, -1);
  }
  throw Error('this is no CSV');
};
const rows = format === 'csv' ? commas(input) : input.split('\n').slice(0, -1).map((line) => line.split('\t'));
const unmarked = (cell) => cell.replace(/^'/, '');
const plain = (cell) => JSON.parse('"' + cell.replace(/"/g, '\\"') + '"');
const text = (cell) => plain(unmarked(cell));
const list = (cell) => cell === '' ? [] : unmarked(cell).split(format === 'csv' ? '; ' : ',').map(plain);
const readers = { by: list, tags: list, supports: list, rebuts: list, undercuts: list, sources: list, evidence: Number,
                  replied: (cell) => cell === 'yes', open: (cell) => cell === 'yes',
                  kind: (cell) => cell === '' ? null : text(cell), issue: (cell) => cell === '' ? null : text(cell) };
const names = rows.shift();
console.log(JSON.stringify(rows.map((row) => Object.fromEntries(row.map((cell, i) => [names[i], (readers[names[i]] ?? text)(cell)])))));
END
jq -n --argjson forced false -f "$ARGMAP_SOURCE/tests/hostile.jq" >hostile.plain
jq '(.claims, .rebuttals) |= map(.tags = [.text, "x,y", "x; y", "\\u002c"])' hostile.plain >hostile.argmap.json
for map in hostile.argmap.json small.argmap.json $flagship $rivals; do
  name=$(basename "$map" .argmap.json)
  "$ARGMAP" list --format json "$map" | all_rows -c >wanted.json
  list "$name: there and back" --format tsv "$map"
  equal "$(jq length wanted.json) 12 12" "$(awk -F '\t' 'NR > 1 { n++; if (min == "" || NF < min) min = NF; if (NF > max) max = NF } END { print n, min, max }' "$out")" \
    "$name: rows of twelve cells, as many as there are"
  if command -v node >found; then
    node decode.js "$out" tsv | jq -c . >found
    jq -c 'map(del(.supports, .rebuts, .undercuts, .sources))' wanted.json >wanted.tsv.json
    same wanted.tsv.json found "$name: TSV holds what JSON holds"
    list "$name: there and back by commas" --format csv --ids "$map"
    equal "$(($(jq length wanted.json) + 1))" "$(grep -c "$(printf '\r')\$" "$out")" "$name: a row of CSV is a line, and ends with CR and LF"
    node decode.js "$out" csv | jq -c . >found
    same wanted.json found "$name: CSV holds what JSON holds"
  else
    skip "$name: TSV and CSV hold what JSON holds" 'there is no node'
  fi
done
jq -r '[.claims[].text, .rebuttals[].text] | tojson' hostile.argmap.json >wanted
"$ARGMAP" list --format json hostile.argmap.json | jq -c '[.maps[].rows[].text]' >found
same wanted found 'hostile: every text as it is in the map'

# harmless FILE DESCRIPTION: no control character of either set, and nothing that turns the line round
harmless ()
{
  found=$(jq -nRr '[inputs | explode[] | select((. < 32 and . != 9 and . != 13) or (. >= 127 and . < 160) or (. >= 8232 and . <= 8238) or (. >= 8294 and . <= 8297) or . >= 65534 and . <= 65535)] | unique | join(" ")' "$1")
  equal '' "$found" "$2"
}

for kind in --claims --stakeholders --sources; do
  for format in table tsv csv json; do
    list "hostile $kind as $format" $kind --format $format hostile.argmap.json
    harmless "$out" "hostile $kind as $format: nothing that a terminal obeys"
  done
done
cp small.argmap.json "$(printf 'esc\033[31m\ttab\n\342\200\256.argmap.json')"
cp small.argmap.json "$(printf 'bytes\377.argmap.json')"
mkdir names
mv esc* bytes* names
for format in table tsv csv json; do
  list "hostile names of files as $format" --format $format names
  harmless "$out" "hostile names of files as $format: nothing that a terminal obeys"
done
equal 2 "$(jq -r '.maps | map(.map) | unique | length' "$out")" 'hostile names of files: two'
list 'hostile names of files as rows' --format tsv --no-header names
equal '16 12' "$(awk -F '\t' '{ n++; f = NF } END { print n, f }' "$out")" 'hostile names of files as rows: whole ones'
equal '#' "$("$ARGMAP" list --claims small.argmap.json | grep -c ' $' | tr 0 '#')" 'no line of a table ends with a space'

# --- pipelines ---

list 'cut' --format tsv --no-header --by town small.argmap.json
equal 'close noise foot' "$(cut -f 2 "$out" | tr '\n' ' ' | sed 's/ $//')" 'cut -f 2: ids'
equal "Close it.${tab}It is loud.${tab}Most walk." "$(cut -f 12 "$out" | paste -s -)" 'cut -f 12: texts'
list 'the columns' --format tsv small.argmap.json
equal 'map id role kind issue by replied status evidence open tags text' "$(sed -n 1p "$out" | tr '\t' ' ')" 'the columns of statements'
list 'the columns of stakeholders' --stakeholders --format tsv small.argmap.json
equal 'map id kind stance claims rebuttals name' "$(sed -n 1p "$out" | tr '\t' ' ')" 'the columns of stakeholders'
list 'the columns of sources' --sources --format tsv small.argmap.json
equal 'map id date cited url title' "$(sed -n 1p "$out" | tr '\t' ' ')" 'the columns of sources'
for kind in --claims --stakeholders --sources; do
  members=$("$ARGMAP" list $kind --format json small.argmap.json | all_rows | jq -r '.[0] | keys_unsorted | join(" ")')
  equal "$members" "$("$ARGMAP" list $kind --format csv small.argmap.json | sed -n 1p | tr -d '\r' | tr ',' ' ')" "$kind: members are columns of CSV"
  [ $kind != --claims ] || members=$(echo "$members" | sed 's/ supports rebuts undercuts sources//')
  equal "$members" "$("$ARGMAP" list $kind --format tsv small.argmap.json | sed -n 1p | tr '\t' ' ')" "$kind: members are columns of TSV"
done

# --- tables ---

cat >wide.argmap.json <<'END'
{ "argmap": 1, "title": "Wide", "resolution": "han", "stakeholders": [{ "id": "s", "name": "S" }],
  "claims": [{ "id": "han", "by": ["s"], "text": "漢字とかなの文章はここで切られるので最後まで見えないことになるが、それでよいのである。もう一度書いておく。漢字とかなの文章である。" },
    { "id": "hebrew", "by": ["s"], "supports": ["han"], "text": "שלום עולם שלום עולם שלום עולם שלום עולם שלום עולם שלום עולם שלום עולם שלום עולם שלום עולם שלום עולם" },
    { "id": "marks", "by": ["s"], "supports": ["han"], "text": "é́é́é́é́é́ é́é́é́é́é́é́é́é́é́é́ é́é́é́é́é́é́é́é́é́é́é́é́é́é́ é́é́é́é́é́é́é́é́é́é́é́é́é́é́ é́é́é́é́é́é́ é́é́é́é́é́é́é́é́é́é́é́é́é́é́é́é́é́é́é́ é́é́é́é́é́ é́é́é́é́é́é́é́é́é́é́é́" },
    { "id": "short", "by": ["s"], "supports": ["han"], "text": "Short." }] }
END
# The columns of each line of standard input beyond $1: wide characters count twice, marks not at all.
too_wide ()
{
  jq -nRr --argjson most "$1" '
    def columns: [explode[] | if (. >= 768 and . <= 879) or (. >= 8203 and . <= 8207) or . == 8205 or . == 65039 then 0
                              elif (. >= 4352 and . <= 4447) or (. >= 11904 and . <= 55203) or (. >= 65280 and . <= 65376) or . >= 127744 then 2
                              else 1 end] | add // 0;
    inputs | select(columns > $most) | "\(columns): \(.)"'
}

on_terminal ()
{
  run script -qec "$1" /dev/null </dev/null
  tr -d '\r' <"$out" >"$out.lf"
  mv "$out.lf" "$out"
}
list 'a table that goes to no terminal' wide.argmap.json
for text in 'もう一度書いておく。漢字とかなの文章である。' 'Short.'; do
  contains "$out" "$text" 'a table that goes to no terminal is not shortened'
done
if script -qec true /dev/null </dev/null >found 2>&1; then
  for width in 20 40 60 80 100 140; do
    for arguments in wide.argmap.json "$flagship" "--stakeholders $rivals" "--sources $flagship" 'maps small.argmap.json' hostile.plain; do
      on_terminal "stty cols $width; \"\$ARGMAP\" list $arguments"
      equal '' "$(too_wide $width <"$out" | head -n 3)" "$width columns: list $arguments: no line is wider"
    done
  done
  on_terminal 'stty cols 60; "$ARGMAP" list wide.argmap.json'
  equal 5 "$(wc -l <"$out" | tr -d ' ')" '60 columns: a row a line'
  equal 3 "$(grep -c '…' "$out")" '60 columns: what is cut says so'
  contains "$out" "…$(printf '\342\200\217')" '60 columns: where a text runs from the right, on its left'
  on_terminal 'stty cols 60; "$ARGMAP" list --format tsv wide.argmap.json'
  "$ARGMAP" list --format tsv wide.argmap.json >wanted
  same wanted "$out" 'TSV is the same on a terminal'
  on_terminal 'stty cols 60; "$ARGMAP" list --format json wide.argmap.json'
  "$ARGMAP" list --format json wide.argmap.json >wanted
  same wanted "$out" 'JSON is the same on a terminal'
  on_terminal 'stty cols 71; "$ARGMAP" list maps'
  contains "$out" '…s/clean-electricity.argmap.json  ' 'a path is cut at its beginning'
  on_terminal 'stty cols 400; "$ARGMAP" list small.argmap.json $flagship'
  "$ARGMAP" list small.argmap.json >wanted
  same wanted "$out" 'a table that fits is whole'
else
  skip 'on a terminal' 'there is no script(1)'
fi
list 'a table without its heads' --no-header --stakeholders small.argmap.json
equal 'town   for  2  1  Town council
shops       0  2  Shops' "$(cat "$out")" 'a table without its heads'
list 'a table' --stakeholders small.argmap.json
equal 'ID     STANCE  CLAIMS  REBUTTALS  NAME
town   for          2          1  Town council
shops               0          2  Shops' "$(cat "$out")" 'a table: numbers stand on the right, and no column is empty'

# --- the same every time ---

for format in table tsv csv json; do
  "$ARGMAP" list --format $format maps >first
  LC_ALL=C.UTF-8 "$ARGMAP" list --format $format maps >second
  same first second "$format: the same in another locale"
done
finish
