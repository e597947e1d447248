#!/bin/sh
# Files that no author writes, and files that were cut, damaged or made to do harm: argmap says what is wrong with them, in a
# report that a terminal can show, and is never taken down. Nearly all are made here; two small maps to damage are in tests/bad/.

. "$ARGMAP_SOURCE/tests/tap.sh"

leave_coaching_out
cd "$scratch" || exit 1

esc=$(printf '\033')
override=$(printf '\342\200\256')  # U+202E, right-to-left override
isolate=$(printf '\342\201\246')   # U+2066, left-to-right isolate
c1=$(printf '\302\233')            # U+009B, the one-character CSI

# no_controls FILE DESCRIPTION: there is something in FILE, and nothing that commands a terminal or turns its text round
no_controls ()
{
  if [ ! -s "$1" ]; then
    not_ok "$2" 'empty'
    return
  fi
  strange=$(tr -d '\n\40-\176\200-\377' <"$1" | wc -c)
  if [ "$strange" -gt 0 ]; then
    not_ok "$2" 'control characters:'
    comment <"$1"
  elif grep -q -e "$override" -e "$isolate" -e "$(printf '\302[\200-\237]')" "$1"; then
    not_ok "$2" 'bidirectional or C1 controls:'
    comment <"$1"
  else
    ok "$2"
  fi
}

# --- where the finding is, and how it is shown ---

# marked FILE: of every excerpt in FILE, what stands above the carets, one a line. Takes … and other characters of one column.
marked ()
{
  tr '\200-\277' '\001' <"$1" | awk '{ gsub (/\001/, "") }
    / *\| *\^+$/ { print substr (last, index ($0, "^"), length ($0) - index ($0, "^") + 1) }
    { last = $0 }'
}

awk 'BEGIN {
  printf "{\"argmap\":1,\"title\":\"One line\",\"resolution\":\"c1\",\"claims\":[{\"id\":\"c1\",\"text\":\"Number 1.\"}"
  for (i = 2; i <= 500; i++)
    printf ",{\"id\":\"c%d\",\"text\":\"Größe Nr. %d.\",\"supports\":[\"c%d\"%s]}", i, i, i - 1, (i == 250 ? ",\"cc\"" : "")
  printf ",{\"id\":\"last\",\"text\":\"\",\"supports\":[\"first\"]}]}"
}' >minified.json
check_status 1 'a map of one long line' "$ARGMAP" check --color=never minified.json
equal '"cc"
""
"first"' "$(marked "$out")" 'a map of one long line: the carets are under the values'
wide=$(tr -d '\200-\277' <"$out" | awk '/^ +1? \| / && length ($0) > 149')
equal '' "$wide" 'a map of one long line: no excerpt is wider than a screen'
equal 1 "$(grep -c '^   1 | ….*…$' "$out")" 'a map of one long line: what is cut at both ends says so'
equal 2 "$(grep -c '^   1 | ….*}\]}$' "$out")" 'a map of one long line: its end is not cut'
at_most 1500 "$out" 'a map of one long line: a short report'

# The columns are code points, the carets stand by the width that a terminal gives the characters.
cat >wide.json <<'END'
{ "argmap": 1, "title": "車両", "claims": [
  { "id": "a", "text": "旧市街は車を締め出すべきだ。", "kind": "opinion" },
  { "id": "b", "text": "Cafés é ñ ạ̈", "supports": ["a", "x"] },
  { "id": "c", "text": "🚗🚗 Ａ ｱ 가", "supports": ["a", "y"] },
  { "id": "d", "text": "שלום, ไม่, हिन्दी", "note": 5, "supports": ["a"] }
] }
END
cat >wide.expected <<'END'
wide.json:2:50: error: "kind" of claim "a" must be one of fact, value, policy, definition [invalid-value]
   2 |   { "id": "a", "text": "旧市街は車を締め出すべきだ。", "kind": "opinion" },
     |                                                                ^^^^^^^^^
wide.json:3:61: error: claim "b" supports "x", but nothing has that id [unknown-claim]
   3 |   { "id": "b", "text": "Cafés é ñ ạ̈", "supports": ["a", "x"] },
     |                                                         ^^^
wide.json:4:54: error: claim "c" supports "y", but nothing has that id [unknown-claim]
   4 |   { "id": "c", "text": "🚗🚗 Ａ ｱ 가", "supports": ["a", "y"] },
     |                                                          ^^^
wide.json:5:53: error: "note" of claim "d" must be a text, not a number [wrong-type]
   5 |   { "id": "d", "text": "שלום, ไม่, हिन्दी", "note": 5, "supports": ["a"] }
     |                                                   ^
     = help: put it in double quotes: "5"
4 errors in 1 file
END
check_status 1 'wide and combining characters before the finding' "$ARGMAP" check --color=never wide.json
sed '/help: did you mean/d' "$out" >found
same wide.expected found 'wide and combining characters: columns are code points, carets columns of the screen'

# A document in place of its id breaks two rules, and both say where it belongs.
cat >document.json <<'END'
{ "argmap": 1, "title": "T", "resolution": "a", "claims": [{ "id": "a", "text": "A.",
  "evidence": [{ "url": "https://example.org/x" }] }] }
END
cat >document.expected <<'END'
document.json:2:16: error: the evidence of claim "a" has no "source" [missing-field]
   2 |   "evidence": [{ "url": "https://example.org/x" }] }] }
     |                ^
     = help: describe the document under "sources", and cite its "id" here as "source"
document.json:2:18: error: the evidence of claim "a" has a member "url", which the format does not know [unknown-field]
   2 |   "evidence": [{ "url": "https://example.org/x" }] }] }
     |                  ^^^^^
     = help: describe the document under "sources", and cite its "id" here as "source"
END
"$ARGMAP" check --color=never document.json | sed '$d' >found
same document.expected found 'evidence with a document in place of its id'

printf '{ "argmap": 1,\r\n\t"title": "",\r\n\t"claims": [],\r\n\t"colour": "\344\366"\r\n}\r\n' >windows.json
cat >windows.expected <<'END'
windows.json:2:11: error: "title" of the map is empty [empty-text]
   2 |  "title": "",
     |           ^^
windows.json:4:2: error: the map has a member "colour", which the format does not know [unknown-field]
   4 |  "colour": "��"
     |  ^^^^^^^^
     = help: a member of your own needs a name that begins with "x-"
windows.json:4:13: error: this byte is not UTF-8 [json-encoding]
   4 |  "colour": "��"
     |             ^
     = note: there is 1 more like it
     = help: save the file as UTF-8; it looks like another encoding, such as Windows-1252
3 errors in 1 file
END
check_status 1 'line ends, tabs and letters as Windows writes them' "$ARGMAP" check --color=never windows.json
same windows.expected "$out" 'line ends, tabs and letters as Windows writes them: places and excerpts'
sed 's/$/\r/' "$ARGMAP_SOURCE/tests/bad/whole.argmap.json" >whole-crlf.json
check_status 0 'a good map with CRLF' "$ARGMAP" check --strict whole-crlf.json
tr '\n' '\r' <"$ARGMAP_SOURCE/tests/bad/whole.argmap.json" >whole-cr.json
check_status 0 'a good map with CR alone' "$ARGMAP" check --strict whole-cr.json

# --- what would command a terminal ---

hostile="${esc}[31m${esc}]0;owned$(printf '\007')$c1$override$isolate$(printf '\177\010')"
escaped='\u001b[31m\u001b]0;owned\u0007\u009b\u202e\u2066\u007f\u0008'
cat >hostile.argmap.json <<END
{ "argmap": 1, "title": "T $escaped", "question": "Q $escaped", "resolution": ["a", "$escaped"], "license": "$escaped",
  "description": "D $escaped", "authors": ["$escaped"], "date": "$escaped", "language": "$escaped",
  "stakeholders": [{ "id": "s$escaped", "name": "N $escaped", "abbreviation": "$escaped", "role": "$escaped", "kind": "$escaped",
    "interests": ["$escaped"], "url": "https://example.org/$escaped", "note": "$escaped",
    "positions": [{ "claim": "a", "stance": "for" }, { "claim": "b$escaped", "stance": "$escaped" }] }],
  "claims": [{ "id": "a", "text": "A $escaped", "label": "L $escaped", "by": ["s$escaped", "$escaped"], "tags": ["$escaped"],
    "evidence": [{ "source": "q$escaped", "quote": "$escaped", "locator": "$escaped" }] },
    { "id": "b$escaped", "text": "B $escaped", "supports": ["a", "$escaped", { "claim": "a", "with": ["$escaped"], "scheme": "$escaped" }] },
    { "id": "b$escaped", "text": "B $escaped", "supports": ["b$escaped"], "$escaped": 1 }],
  "rebuttals": [{ "id": "r$escaped", "text": "R $escaped", "undercuts": [{ "from": "b$escaped", "to": "$escaped" }, { "relation": "$escaped" }] }],
  "sources": [{ "id": "q$escaped", "title": "T $escaped", "url": "javascript:$escaped", "author": "$escaped" }],
  "x-a": { "$escaped": 1, "$escaped": 2 } }
END
check_status 1 'texts that command a terminal: checked' "$ARGMAP" check --color=never hostile.argmap.json
no_controls "$out" 'texts that command a terminal: not in the report'
check_status 1 'texts that command a terminal: not summed up' "$ARGMAP" summary hostile.argmap.json
no_controls "$err" 'texts that command a terminal: not on standard error'
check_status 0 'texts that command a terminal: summed up by force' "$ARGMAP" summary --force hostile.argmap.json
no_controls "$out" 'texts that command a terminal: not in the summary'
check_status 0 'texts that command a terminal: summed up in Markdown by force' "$ARGMAP" summary --force --format markdown hostile.argmap.json
no_controls "$out" 'texts that command a terminal: not in the Markdown'

# The same bytes bare: a control character inside a string ends the reading of the file.
printf '{ "argmap": 1, "title": "%s", "claims": [] }\n' "$hostile" >bare.argmap.json
check_status 1 'bare control characters: checked' "$ARGMAP" check --color=never bare.argmap.json
no_controls "$out" 'bare control characters: not in the report'
printf '%s\n' "$hostile" >bare.argmap.json
check_status 1 'bare control characters and nothing else: checked' "$ARGMAP" check --color=never bare.argmap.json
no_controls "$out" 'bare control characters and nothing else: not in the report'
printf '{ "argmap": 1, "title": "%s%s%s\302\205", "claims": [], "colour": "%s" }\n' "$override" "$isolate" "$c1" "$override" >bare.argmap.json
check_status 1 'bare bidirectional controls: checked' "$ARGMAP" check --color=never bare.argmap.json
no_controls "$out" 'bare bidirectional controls: not in the report'

name="m${esc}[31m$override$(printf '\377\302\233')"
if cp hostile.argmap.json "$name.argmap.json" 2>/dev/null; then
  check_status 1 'a file name that commands a terminal: checked' "$ARGMAP" check --color=never "$name.argmap.json"
  no_controls "$out" 'a file name that commands a terminal: not in the report'
  check_status 2 'a file name that commands a terminal: not there' "$ARGMAP" check "$name"
  no_controls "$err" 'a file name that commands a terminal: not in the complaint'
  check_status 2 'a folder name that commands a terminal: without maps' "$ARGMAP" check "$scratch/$name/."
  no_controls "$err" 'a folder name that commands a terminal: not in the complaint'
  if [ "$ARGMAP_DRAW" = 1 ]; then
    check_status 0 'a file name that commands a terminal: drawn' "$ARGMAP" render --force -T dot "$name.argmap.json"
    no_controls "$out" 'a file name that commands a terminal: the path that is printed'
    tr '\t' ' ' <"$name.dot" >drawn
    no_controls drawn 'texts that command a terminal: not in the drawing'
  else
    skip 'a file name that commands a terminal: drawn' 'built without drawing'
  fi
else
  skip 'a file name that commands a terminal' 'no such names here'
fi
check_status 2 'an option that commands a terminal' "$ARGMAP" check "--$hostile"
no_controls "$err" 'an option that commands a terminal: not in the complaint'
check_status 2 'a command that commands a terminal' "$ARGMAP" "$hostile"
no_controls "$err" 'a command that commands a terminal: not in the complaint'
check_status 2 'an option value that commands a terminal' "$ARGMAP" summary --format "$hostile" hostile.argmap.json
no_controls "$err" 'an option value that commands a terminal: not in the complaint'

# --- maps cut short ---

# blame FOLDER: which of the files in it is fatal, for the log, when a run over all of them was
blame ()
{
  for file in "$1"/*; do
    run "$ARGMAP" check --color=never "$file"
    if [ "$status" -gt 1 ] || [ ! -s "$out" ]; then
      echo "# $file: exit status $status"
      comment <"$file"
      comment <"$err"
      return
    fi
  done
}

# survives FOLDER DESCRIPTION: the maps in FOLDER are checked, some with findings, none with trouble
survives ()
{
  run "$ARGMAP" check --color=never "$1"
  if [ "$status" -eq 1 ] && [ -s "$out" ] && [ ! -s "$err" ]; then
    ok "$2"
  else
    not_ok "$2" "exit status $status"
    comment <"$err"
    blame "$1"
  fi
}

whole=$ARGMAP_SOURCE/tests/bad/whole.argmap.json
check_status 0 'the map to be cut is in order' "$ARGMAP" check --strict "$whole"
mkdir cut
# One file per length, from nothing to all but the last bracket.
pieces=$(awk 'BEGIN { RS = "\001" }
  {
    sub (/\n$/, "")
    for (i = 0; i < length ($0); i++)
      {
        file = sprintf ("cut/%04d.argmap.json", i)
        printf "%s", substr ($0, 1, i) >file
        close (file)
      }
    print i
  }' "$whole")
survives cut 'a map cut anywhere is checked'
set -- cut/*
equal "$pieces" "$#" 'a map cut anywhere: there is a file for every byte'
# Exactly one finding for each, of the right rule, at a place that is in the piece.
faults=$(awk -v pieces="$pieces" -v whole="$whole" '
    FILENAME == whole {
      text = $0
      next
    }
    /^cut\// {
      split ($0, field, ":")
      size = substr (field[1], 5, 4) + 0
      findings[size]++
      lines = split (substr (text, 1, size), line, "\n")
      if (lines == 0)
        lines = 1
      gsub (/[\200-\277]/, "", line[field[2]])
      if (field[2] < 1 || field[2] > lines || field[3] < 1 || field[3] > length (line[field[2]]) + 1)
        print "no such place: " $0
      if ($0 !~ /\[json-(syntax|encoding)\]$/)
        print "another rule: " $0
    }
    END {
      for (i = 0; i < pieces; i++)
        if (findings[i] != 1)
          print findings[i] + 0 " findings in the first " i " bytes"
    }
  ' RS='\001' "$whole" RS='\n' "$out")
equal '' "$faults" 'a map cut anywhere: one finding for each piece, at a place in it'
# And alone, with a status of its own, for some of them.
faults=
for file in cut/*[05]0.argmap.json cut/*[27]7.argmap.json; do
  run "$ARGMAP" check --color=never "$file"
  [ "$status" -eq 1 ] && [ "$(tail -n 1 "$out")" = '1 error in 1 file' ] || faults="$faults $file:$status"
done
equal '' "$faults" 'a map cut anywhere: each is an error by itself'
run "$ARGMAP" summary --force cut
equal 1 "$status" 'a map cut anywhere is not summed up, even by force'
is_empty "$out" 'a map cut anywhere: nothing is summed up'
rm -r cut

# --- maps with one wrong byte ---

small=$ARGMAP_SOURCE/tests/bad/small.argmap.json
check_status 0 'the map to be damaged is in order' "$ARGMAP" check --strict "$small"
mkdir damaged
# For every byte: without it, and with another in its place (by code, since awk in the C locale writes those as bytes).
awk 'BEGIN { RS = "\001"; count = split ("34 39 44 58 91 93 123 125 92 48 45 32 10 97 1 9 127 195 226 255 0", code, " ") }
  {
    for (i = 1; i <= length ($0); i++)
      for (k = 0; k <= count; k++)
        {
          file = sprintf ("damaged/%03d-%03d.argmap.json", i, (k ? code[k] : 999))
          printf "%s", substr ($0, 1, i - 1) >file
          if (k)
            printf "%c", code[k] + 0 >file
          printf "%s", substr ($0, i + 1) >file
          close (file)
        }
  }' "$small"
survives damaged 'a map with one byte wrong is checked'
faults=$(grep '^damaged/' "$out" | grep -v '^damaged/[-0-9]*\.argmap\.json:[0-9]*:[0-9]*: \(error\|warning\): .* \[[a-z-]*\]$' | head -n 5)
equal '' "$faults" 'a map with one byte wrong: every finding has a place and a rule'
run "$ARGMAP" summary --force damaged
[ "$status" -eq 1 ] || comment <"$err"
equal 1 "$status" 'a map with one byte wrong is summed up by force, unless it cannot be read'
rm -f damaged/*-0*.argmap.json damaged/*-12*.argmap.json damaged/*-255.argmap.json damaged/*[1-9]-*.argmap.json
faults=
for file in damaged/*; do
  run "$ARGMAP" check --color=never "$file"
  if [ "$status" -gt 1 ] || [ ! -s "$out" ] || [ -s "$err" ]; then
    faults="$faults $file:$status"
  fi
done
equal '' "$faults" 'a map with one byte wrong: 0 or 1 for each by itself'

# --- an id that is not allowed, and those who refer to it ---

cat >capital.argmap.json <<'END'
{
  "argmap": 1, "title": "Cars in the old town",
  "claims": [
    { "id": "Close it", "text": "The old town should be closed to cars." },
    { "id": "noise", "text": "Most of its noise comes from cars.", "supports": ["close-it"] },
    { "id": "shops", "text": "Shops gain customers.", "supports": ["close-in"] }
  ]
}
END
check_status 1 'an id that is not allowed' "$ARGMAP" check --color=never capital.argmap.json
contains "$out" 'help: "close-it" would do' 'an id that is not allowed: what would do'
contains "$out" 'help: leave this as it is, and mend the id "Close it" (capital.argmap.json:4:13)' \
  'an id that is not allowed: a reference to what would do is right'
lacks "$out" 'did you mean "Close it"' 'an id that is not allowed is offered to nobody'

finish
