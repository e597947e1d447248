#!/bin/sh
# Characters that deceive. Whatever a map, a file name or the command line holds, no command in any format prints raw what controls a
# terminal or the direction of text, nor what cannot be seen and does nothing; and where two names only look the same, the message says which character it is.

. "$ARGMAP_SOURCE/tests/tap.sh"
command -v jq >"$out" || skip_all 'there is no jq'
cd "$scratch" || exit 1

# --- nothing is printed raw ---

cat >debate.json <<'END'
{ "argmap": 1, "title": "T", "resolution": "jams",
  "stakeholders": [{ "id": "cab", "name": "Cab drivers", "abbreviation": "CAB", "positions": [{ "claim": "jams", "stance": "for" }] },
                   { "id": "bus", "name": "Bus drivers" }],
  "sources": [{ "id": "src", "title": "S" }],
  "claims": [{ "id": "jams", "text": "Jams cost time.", "by": ["cab"], "kind": "fact", "issue": "cost", "evidence": [{ "source": "src" }] },
             { "id": "late", "text": "Buses are late.", "by": ["bus"], "supports": [{ "claim": "jams", "with": ["slow"] }] },
             { "id": "slow", "text": "Cabs are slow.", "by": ["cab"] }],
  "rebuttals": [{ "id": "no", "text": "They are not.", "by": ["bus"], "rebuts": ["late"], "undercuts": [{ "from": "late", "to": "jams" }] }] }
END

# All of them, as JSON escapes: C0 from 1, DEL, C1, direction, separators, deprecated format characters, annotations, noncharacters, tags;
# then what is not seen, where nothing needs it: soft hyphen, joiners, fillers, variation selectors, blanks, zero width spaces.
# shellcheck disable=SC2016 # jq expands it
jq -nj '[range (1; 32), range (127; 160), 1564, 8206, 8207, range (8232; 8239), range (8294; 8304), 64976, range (65529; 65532), 65534, 65535,
         131070, 917505, 917569, 917631,
         173, 847, 4447, 4448, 6068, 6069, range (6155; 6160), range (8203; 8206), range (8288; 8294), 10240, 12644, range (65024; 65040),
         65279, 65440, range (65520; 65529), range (917760; 918000)] | implode' >raw
# The same as byte patterns of UTF-8.
pattern=$(printf '[\001-\010\013-\037\177]\\|\302[\200-\237]\\|\330\234\\|\342\200[\216\217\250-\256]\\|\342\201[\246-\257]\\|\357\267[\220-\257]')
pattern=$pattern$(printf '\\|\357\277[\271-\273\276\277]\\|[\360-\364].\277[\276\277]\\|\363\240[\200-\207]')
pattern=$pattern$(printf '\\|\302\255\\|\315\217\\|\341\205[\237\240]\\|\341\236[\264\265]\\|\341\240[\213-\217]\\|\342\200[\213-\215]\\|\342\201[\240-\245]')
pattern=$pattern$(printf '\\|\342\240\200\\|\343\205\244\\|\357\270[\200-\217]\\|\357\273\277\\|\357\276\240\\|\357\277[\260-\270]')

# prints_none DESCRIPTION COMMAND...: it prints something, and none of them
prints_none ()
{
  what=$1
  shift
  run "$@"
  cat "$err" >>"$out"
  if [ ! -s "$out" ]; then
    not_ok "$what" 'nothing was printed'
  elif tr '\t' ' ' <"$out" | grep -aq -e "$pattern"; then
    not_ok "$what" 'printed raw:'
    tr '\t' ' ' <"$out" | grep -a -e "$pattern" | od -c | comment
  else
    ok "$what"
  fi
}

grep -aq -e "$pattern" raw
equal 0 $? 'the pattern finds what it should'
equal '' "$(jq -nj '[range (32; 127), range (160; 173), range (174; 700), 8211, 10241, 65533, 128512] | implode' | grep -a -e "$pattern")" \
  'the pattern finds nothing else'

# Errors in every member; $sound leaves out what is wrong.
cat >map.jq <<'END'
($raw | "x\(.)y") as $t
| { argmap: 1, title: $t, question: $t, description: $t, resolution: "a",
    stakeholders: [{ id: "s", name: $t, abbreviation: "\u200fS", role: $t, interests: [$t], note: $t,
                     positions: [{ claim: "a", stance: "for", evidence: [{ source: "q", quote: $t, locator: $t, note: $t }] }] },
                   { id: "t", name: "\($t)2" }],
    sources: [{ id: "q", title: $t, author: $t, publisher: $t, url: "https://example.org/" }],
    claims: [{ id: "a", text: $t, label: "L\u200f\u202e\u0085", tags: [$t], note: $t, by: ["s"],
               evidence: [{ source: "q", quote: $t, locator: $t, note: $t }] },
             { id: "b", text: "\($t)2", supports: [{ claim: "a", scheme: "s" }], by: ["t"] }],
    rebuttals: [{ id: "r", text: "\($t)3", rebuts: ["a"], undercuts: [{ from: "b", to: "a" }] }] }
| if $sound then . else . + { ($t): 1, license: $t, language: $t, date: $t, ignore: [{ rule: $t, reason: $t }], expect: { unanswered: [$t] } }
    | .claims += [{ id: "c\($raw)", text: $t, kind: $t, issue: $t, supports: ["b\($raw)"], by: [$t], ($t): 2 }] end
END
jq -n --rawfile raw raw --argjson sound true -f map.jq >sound.argmap.json
jq -n --rawfile raw raw --argjson sound false -f map.jq >wrong.argmap.json
jq '.title += " new" | .claims[0].text += " new" | .claims[0].tags += ["new"] | .stakeholders[0].name += " new"' sound.argmap.json >newer.argmap.json
check_status 0 'the sound map has no error' "$ARGMAP" check --level error sound.argmap.json
check_status 1 'the other has' "$ARGMAP" check --level error wrong.argmap.json

name=$(printf 'f\033\302\205\330\234\342\200\216\342\200\256')
cp wrong.argmap.json "$name.argmap.json"
for format in text gcc json jsonl github sarif gitlab junit; do
  prints_none "check --format $format" "$ARGMAP" check --format "$format" wrong.argmap.json "$name.argmap.json" "$name"
done
for format in text markdown json; do
  prints_none "summary --format $format" "$ARGMAP" summary --format "$format" sound.argmap.json
  prints_none "summary of several, --format $format" "$ARGMAP" summary --format "$format" sound.argmap.json newer.argmap.json
  prints_none "diff --format $format" "$ARGMAP" diff --format "$format" sound.argmap.json newer.argmap.json
done
# CSV ends its records with CR LF.
list_in_lines ()
{
  "$ARGMAP" list "$@" | sed 's/\r$//'
}
for format in table tsv csv json; do
  for what in --claims --rebuttals --stakeholders --sources; do
    prints_none "list $what --format $format" list_in_lines "$what" --format "$format" sound.argmap.json
  done
done
prints_none 'list of a strange file' "$ARGMAP" list --force "$name.argmap.json" sound.argmap.json
prints_none 'evaluate' "$ARGMAP" evaluate sound.argmap.json
prints_none 'evaluate --format json' "$ARGMAP" evaluate --format json sound.argmap.json
prints_none 'why' "$ARGMAP" why sound.argmap.json a
prints_none 'crux' "$ARGMAP" crux sound.argmap.json
for command in summary evaluate crux; do
  prints_none "$command of a map with errors, by force" "$ARGMAP" "$command" --force wrong.argmap.json
done
prints_none 'format says what it cannot read' "$ARGMAP" format "$name" "$name.argmap.json"
for command in check summary evaluate why crux list render diff format new solve rules help completion; do
  prints_none "$command with strange arguments" "$ARGMAP" "$command" "$name" "$name" "$name"
  prints_none "$command with a strange option" "$ARGMAP" "$command" "--$name"
done
prints_none 'a strange command' "$ARGMAP" "$name"
for option in --by --tag --kind --format; do
  prints_none "list $option" "$ARGMAP" list "$option" "$name" sound.argmap.json
done
if [ "$ARGMAP_DRAW" = 1 ]; then
  for format in svg html dot; do
    prints_none "render -T $format" "$ARGMAP" render --fast -T "$format" -o - sound.argmap.json
  done
  prints_none 'diff --format svg' "$ARGMAP" diff --format svg sound.argmap.json newer.argmap.json
  contains "$out" '&#8207;' 'a picture keeps marks of direction, where they can be seen in its source'
  for option in --tag --focus --stakeholder --font --page; do
    prints_none "render $option" "$ARGMAP" render "$option" "$name" -T dot -o - sound.argmap.json
  done
fi

# --- and nothing is lost where it can be kept ---

run "$ARGMAP" list --format json sound.argmap.json
equal "$(jq -c '.claims[0].text' sound.argmap.json)" "$(jq -c '.maps[0].rows[0].text' "$out")" 'list --format json: the text is that of the map'
run "$ARGMAP" summary --format json sound.argmap.json
equal "$(jq -c .title sound.argmap.json)" "$(jq -c '.maps[0].title' "$out")" 'summary --format json: the title is that of the map'
printf '{"argmap": 1, "title": "\327\220\342\200\217\342\200\216", "claims": []}' >marks.json
run "$ARGMAP" summary --format text marks.json
lacks "$out" "$(printf '\342\200\217')" 'text leaves marks of direction out'
contains "$out" "$(printf '\327\220')" 'text keeps the letters beside them'
lacks "$out" "$(printf '\357\277\275')" 'text puts nothing in their place'

# What changes how its neighbours look is kept: in emoji, keycaps, Persian, Hindi, variants of ideographs, Khmer lines, Braille.
needed=$(jq -nr '"👩\u200d👧 ❤\ufe0f\u200d🔥 1\ufe0f\u20e3 ‼\ufe0f 🙂\u200d↔\ufe0f م\u06cc\u200cخ क्\u200dष 葛\udb40\udd00 ក\u200bខ ⠓\u2800⠊ \u1100\u1160\u11a8"')
jq --arg text "$needed" '.title = $text | .claims[0].text = $text' debate.json >needed.argmap.json
for command in summary 'summary --format markdown' 'summary --format json' evaluate 'list --format tsv' 'list --format csv' 'list --format json' format; do
  # shellcheck disable=SC2086 # words
  run "$ARGMAP" $command - <needed.argmap.json
  contains "$out" "$needed" "$command: keeps what is needed"
done
if [ "$ARGMAP_DRAW" = 1 ]; then
  for format in svg html dot; do
    run "$ARGMAP" render --fast -T $format -o - needed.argmap.json
    contains "$out" "$needed" "render -T $format: keeps what is needed"
  done
fi
# The same characters where they do nothing.
jq '.title = "a\u200db e\ufe0f m\u200cn i\u200bj l\u2800o \u1160 \u200d. 1\ufe0f\ufe0f"' debate.json >stray.argmap.json
run "$ARGMAP" summary stray.argmap.json
contains "$out" 'ab e mn ij l o . 1' 'what is not needed is left out of text, and a blank is a space'
run "$ARGMAP" format - <stray.argmap.json
contains "$out" "$(printf '1\357\270\217\\ufe0f')" 'format: only the first selector may stand'

# Writing a map, format writes them as escapes, and the map stays what it was.
cp sound.argmap.json escaped.json
jq -r . sound.argmap.json >bare.json # raw, but for C0
prints_none 'format writes none of them' "$ARGMAP" format - <bare.json
equal "$(jq -cS . bare.json)" "$(jq -cS . "$out")" 'format keeps every text'
cp "$out" once.json
run "$ARGMAP" format - <once.json
same once.json "$out" 'format has nothing to do a second time'
check_status 1 'format --check names a map that holds one raw' "$ARGMAP" format --check bare.json
prints_none 'format --check shows none of them' "$ARGMAP" format --check bare.json

# --- what only looks the same is named ---

# named NAME TEXT FILTER [COMMAND...]: in a map changed by FILTER, the message names the character
named ()
{
  jq "$3" debate.json >changed.argmap.json
  run "$ARGMAP" check --color=never changed.argmap.json
  contains "$out" "$2" "named: $1"
}

zwsp='U+200B ZERO WIDTH SPACE, which cannot be seen'
named supports "what is written ends with $zwsp" '.claims[1].supports = ["jams\u200b"]'
named rebuts "what is written begins with $zwsp" '.rebuttals[0].rebuts = ["\u200blate"]'
named undercuts 'what is written holds U+0430 CYRILLIC SMALL LETTER A in place of "a"' '.rebuttals[0].undercuts[0].from = "l\u0430te"'
named premises 'what is written ends with U+00AD SOFT HYPHEN' '.claims[1].supports[0].with = ["slow\u00ad"]'
named by 'what is written ends with U+00A0 NO-BREAK SPACE' '.claims[0].by = ["cab\u00a0"]'
named source 'what is written begins with U+202E RIGHT-TO-LEFT OVERRIDE' '.claims[0].evidence[0].source = "\u202esrc"'
named position 'what is written ends with U+200D ZERO WIDTH JOINER' '.stakeholders[0].positions[0].claim = "jams\u200d"'
named stance 'U+03BF GREEK SMALL LETTER OMICRON in place of "o"' '.stakeholders[0].positions[0].stance = "f\u03bfr"'
named kind 'U+FF46 FULLWIDTH LATIN SMALL LETTER F in place of "f"' '.claims[0].kind = "\uff46act"'
named issue 'U+0455 CYRILLIC SMALL LETTER DZE in place of "s"' '.claims[0].issue = "co\u0455t"'
named resolution 'U+2060 WORD JOINER' '.resolution = "ja\u2060ms"'
named 'a member' 'did you mean "title"? (what is written holds U+0456' '.["t\u0456tle"] = 1'
named 'the member that makes it a map' 'did you mean "argmap"? (what is written ends with U+200B' '.["argmap\u200b"] = .argmap | del (.argmap)'
named 'a letter in an address' 'holds U+0430 CYRILLIC SMALL LETTER A, which no URL may hold' '.sources[0].url = "https://ex\u0430mple.org/"'
named 'what is not seen in an address' 'ends with U+3164' '.sources[0].url = "https://example.org/\u3164"'
named 'a member of a claim' 'did you mean "label"? (what is written ends with U+FEFF' '.claims[0]["label\ufeff"] = "x"'
named 'a list' 'did you mean "sources"? (what is written holds U+043E' '.["s\u043eurces"] = .sources | del (.sources)'
named 'a rule' 'did you mean "off-topic"? (what is written holds U+2010 HYPHEN in place of "-")' '.ignore = [{ rule: "off\u2010topic", reason: "r" }]'
named expect 'what is written ends with U+200E LEFT-TO-RIGHT MARK' '.expect = { unanswered: ["late\u200e"] }'
named 'the id itself' '"late" would do: what is written ends with U+200B' '.claims[1].id = "late\u200b"'
named 'the side of the id' 'mend the id' '.claims[1].id = "late\u200b"'
named 'that it is on the side of the id' "that id ends with $zwsp" '.claims[1].id = "late\u200b"'
named 'a name that another has' 'they look the same, but the other holds U+0430' '.stakeholders[1].name = "C\u0430b drivers"'
named 'a name that another has, the other way round' 'they look the same, but this one ends with U+200B' \
  '.stakeholders[0].name = "Bus drivers\u200b"'
named 'an abbreviation that another has' 'they look the same, but the other begins with U+0421' '.stakeholders[1].abbreviation = "\u0421AB"'
named 'a date' 'U+2011 NON-BREAKING HYPHEN in place of "-"' '.date = "2024\u201101"'
named 'an ending that nothing is near' 'what is written begins with U+200B' '.claims[1].supports = ["\u200bnothing-of-the-kind"]'
printf '{ "argmap": 1\357\274\214 "title": "T" }' >changed.argmap.json
run "$ARGMAP" check --color=never changed.argmap.json
contains "$out" 'U+FF0C only looks like the "," of JSON' 'named: punctuation'
jq "del (.stakeholders[].abbreviation)" debate.json >sub.argmap.json
printf '{ "rules": { "off\342\200\220topic": "off" }, "rulеs": {} }' >.argmaprc.json
run "$ARGMAP" check --color=never sub.argmap.json
contains "$out" 'did you mean "off-topic"? (what is written holds U+2010 HYPHEN' 'named: a rule of a project file'
contains "$out" 'did you mean "rules"? (what is written holds U+0435 CYRILLIC SMALL LETTER IE' 'named: a member of a project file'
rm .argmaprc.json

# asked TEXT ARGUMENT...: the same on the command line
asked ()
{
  what=$1
  shift
  check_status 2 "argmap $1 $2: status" "$ARGMAP" "$@"
  contains "$err" "$what" "argmap $1 $2: named"
}
asked "what is written ends with $zwsp" why sub.argmap.json "$(printf 'jams\342\200\213')"
asked 'U+00AD SOFT HYPHEN' list --by "$(printf 'cab\302\255')" sub.argmap.json
asked 'U+0441 CYRILLIC SMALL LETTER ES' list --kind "$(printf 'fa\321\201t')" sub.argmap.json
asked 'U+2010 HYPHEN' rules "$(printf 'off\342\200\220topic')"
asked 'U+2010 HYPHEN' check --rule "$(printf 'off\342\200\220topic=off')" sub.argmap.json
asked 'U+0435 CYRILLIC SMALL LETTER IE' "$(printf 'ch\320\265ck')" sub.argmap.json
# Word processors make one dash or a long one of two hyphens.
asked 'did you mean --strict? (what is written begins with U+2014 EM DASH' check "$(printf '\342\200\224strict')" sub.argmap.json
asked 'did you mean --strict? (what is written begins with U+2013 EN DASH' check "$(printf '\342\200\223-strict')" sub.argmap.json
asked 'did you mean --strict? (what is written holds U+2013 EN DASH' check "$(printf -- '-\342\200\223strict')" sub.argmap.json
asked 'did you mean --strict? (what is written begins with U+2013 EN DASH' check "$(printf '\342\200\223\342\200\223strict')" sub.argmap.json
asked 'did you mean --format? (what is written begins with U+FF0D' check "$(printf '\357\274\215\357\274\215format=json')" sub.argmap.json
asked 'did you mean -q? (what is written begins with U+2212 MINUS SIGN' check "$(printf '\342\210\222q')" sub.argmap.json
asked 'did you mean --empty? (what is written begins with U+2014 EM DASH' new "$(printf '\342\200\224empty')"
asked 'did you mean "--version"? (what is written begins with U+2014 EM DASH' "$(printf '\342\200\224version')" sub.argmap.json
asked 'begins with U+2013 EN DASH in place of "-"' check "$(printf '\342\200\223')"
asked 'did you mean --by? (what is written begins with U+200B ZERO WIDTH SPACE' list "$(printf '\342\200\213--by=cab')" sub.argmap.json
dashed=$(printf '\342\200\224debate')
cp sub.argmap.json "$dashed"
check_status 0 'a file whose name begins with a dash is read' "$ARGMAP" check --level error "$dashed"
rm "$dashed"
check_status 2 'what follows -- is a file' "$ARGMAP" check -- "$dashed"
contains "$err" 'cannot read' 'what follows -- is a file that cannot be read'
asked 'U+043E CYRILLIC SMALL LETTER O' list "$(printf -- '--f\320\276rmat=json')" sub.argmap.json
[ "$ARGMAP_DRAW" = 0 ] || asked "what is written ends with $zwsp" render --stakeholder "$(printf 'cab\342\200\213')" -T dot sub.argmap.json

finish
