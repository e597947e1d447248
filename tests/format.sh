#!/bin/sh
# argmap format: what it writes, that it says the same, what it refuses, and that files are whole whatever happens.

# shellcheck disable=SC2016 # shells of their own are to expand what is quoted
. "$ARGMAP_SOURCE/tests/tap.sh"
cd "$scratch" || exit 1
umask 022

# --- what it writes ---

cat >messy.argmap.json <<'END'

{"x-before": {"b":1, "a" : [ ]},	"claims":[ {"text":"The old town should be closed to cars.","id":"close",
 "x-weight": 1.0, "confidence":1e0},
{"id": "noise", "supprots": ["close"],"text":"Most of its noise comes from cars \u2014 or so \/ it says in \"Noise\", 漢字 and e\u0301.",
"supports":[{"warrant":"Noise is bad for whoever lives there.","strength":-0,"claim":"close", "with":["a","b"], "x-z":null,"x-a":{}}]},
{ "id":"same-line","text":"Short.","supports":["close"], "tags":[ ] }], "rebuttals":[{"note":"n","id":"r","text":"T",
"evidence":[{"note":"n","locator":"p. 1", "source":"s"}],"undercuts":[{"to":{"relation":"x"},"from":"a"}],"rebuts":["close"],
"supports" : []}], "argmap":1.00 ,"zebra":true
 ,"title":"Cars in the old town","stakeholders":[{"positions":[{"evidence":[],"stance":"for","claim":"close"}],"name":"N","id":"n"}],
"sources":[],"expect":{"answered":[],"unanswered":["close"]},"ignore":[{"reason":"R","x-":0,"rule":"off-topic","at":"r"}], "$schema":"s" }
END
cat >neat <<'END'
{
  "$schema": "s",
  "argmap": 1.00,
  "title": "Cars in the old town",
  "stakeholders": [
    {
      "id": "n",
      "name": "N",
      "positions": [{ "claim": "close", "stance": "for", "evidence": [] }]
    }
  ],
  "claims": [
    {
      "id": "close",
      "text": "The old town should be closed to cars.",
      "confidence": 1e0,
      "x-weight": 1.0
    },
    {
      "id": "noise",
      "text": "Most of its noise comes from cars \u2014 or so \/ it says in \"Noise\", 漢字 and e\u0301.",
      "supports": [
        {
          "claim": "close",
          "with": ["a", "b"],
          "strength": -0,
          "warrant": "Noise is bad for whoever lives there.",
          "x-z": null,
          "x-a": {}
        }
      ],
      "supprots": ["close"]
    },
    { "id": "same-line", "text": "Short.", "supports": ["close"], "tags": [] }
  ],
  "rebuttals": [
    {
      "id": "r",
      "text": "T",
      "supports": [],
      "rebuts": ["close"],
      "undercuts": [{ "from": "a", "to": { "relation": "x" } }],
      "evidence": [{ "source": "s", "locator": "p. 1", "note": "n" }],
      "note": "n"
    }
  ],
  "sources": [],
  "expect": { "unanswered": ["close"], "answered": [] },
  "ignore": [{ "rule": "off-topic", "at": "r", "reason": "R", "x-": 0 }],
  "x-before": { "b": 1, "a": [] },
  "zebra": true
}
END
check_status 0 'standard input to standard output' sh -c '"$ARGMAP" format - <messy.argmap.json'
same neat "$out" 'the layout'
is_empty "$err" 'and not a word'
check_status 0 'a map that is laid out' "$ARGMAP" format - <neat
same neat "$out" 'stays as it is'
awk '{ printf "%s\r\n", $0 }' messy.argmap.json >crlf
run "$ARGMAP" format - <crlf
same neat "$out" 'CRLF becomes LF'
{ printf '\357\273\277'; cat messy.argmap.json; } >marked
run "$ARGMAP" format - <marked
same neat "$out" 'a byte order mark goes'

# --- in place ---

cp messy.argmap.json map.argmap.json
chmod 640 map.argmap.json
check_status 1 '--check: one that would change' "$ARGMAP" format --check map.argmap.json
equal map.argmap.json "$(cat "$out")" '--check names it'
equal 'argmap: map.argmap.json: line 1 is the first that differs' "$(cat "$err")" '--check says on standard error where it begins to differ'
same messy.argmap.json map.argmap.json '--check writes nothing'
check_status 0 'in place' "$ARGMAP" format map.argmap.json
equal map.argmap.json "$(cat "$out")" 'in place: what was rewritten is named'
is_empty "$err" 'in place: nothing on standard error'
same neat map.argmap.json 'in place: it is laid out'
equal map.argmap.json "$(find map.argmap.json -perm 640)" 'in place: with the permissions that it had'
touch -t 200102030405 map.argmap.json
ls -il map.argmap.json >before
check_status 0 'again' "$ARGMAP" format map.argmap.json
is_empty "$out" 'again: nothing is named'
ls -il map.argmap.json >after
same before after 'again: the same file, from the same time'
check_status 0 '--check: one that is laid out' "$ARGMAP" format --check map.argmap.json
is_empty "$out" '--check: nothing is named'
printf '%s' "$(cat neat)" >map.argmap.json
check_status 1 '--check: a final newline is part of it' "$ARGMAP" format --check map.argmap.json
# What no difference of lines shows is said first. reason WHAT REASON FILE
reason ()
{
  check_status 1 "$1: --check" "$ARGMAP" format --check "$3"
  equal "argmap: $3: $2" "$(cat "$err")" "$1: why"
  equal "$3" "$(cat "$out")" "$1: the name alone on standard output"
}
crlf="line ends are CR LF; git's core.autocrlf makes them: set eol=lf in .gitattributes"
awk '{ printf "%s\r\n", $0 }' neat >r.json
reason 'CR LF' "$crlf" r.json
tr '\n' '\r' <neat >r.json
reason 'CR' 'line ends are CR, and not LF' r.json
{ printf '\357\273\277'; cat neat; } >r.json
reason 'a byte order mark' 'it begins with a byte order mark' r.json
printf '%s' "$(cat neat)" >r.json
reason 'no line break at the end' 'no line break ends the last line' r.json
{ cat neat; echo; } >r.json
reason 'an empty line at the end' "line $(($(wc -l <neat) + 1)) is the first that differs" r.json
sed '3s/^  /    /' neat >r.json
reason 'an indent' 'line 3 is the first that differs' r.json
{ printf '\357\273\277'; sed '3s/^  /\t/' neat | awk '{ printf "%s\r\n", $0 }' | head -c -2; } >r.json
reason 'all of it' "it begins with a byte order mark; $crlf; no line break ends the last line; line 3 is the first that differs" r.json
check_status 0 'CR LF: it is rewritten' "$ARGMAP" format r.json
contains "$err" "r.json: it begins with a byte order mark; $crlf" 'CR LF: git would make it again, so that is said'
same neat r.json 'CR LF: nothing is left of it'
check_status 0 'what has LF is rewritten' "$ARGMAP" format r.json
is_empty "$err" 'what has LF is rewritten without a word'
check_status 1 '--check of standard input' "$ARGMAP" format --check - <messy.argmap.json
equal '<standard input>' "$(cat "$out")" '--check of standard input: it has a name'
check_status 0 '--check of standard input that is laid out' "$ARGMAP" format --check - <neat

mkdir -p folder/below folder/.hidden
cp messy.argmap.json folder/real.json
ln -s real.json folder/link.argmap.json
cp messy.argmap.json folder/below/b.argmap.json
cp messy.argmap.json folder/a.argmap.json
cp messy.argmap.json folder/.hidden/c.argmap.json
cp messy.argmap.json folder/other.json
check_status 0 'a directory' "$ARGMAP" format folder folder/a.argmap.json
equal 'folder/a.argmap.json folder/below/b.argmap.json folder/link.argmap.json ' "$(tr '\n' ' ' <"$out")" 'a directory: as for check'
for file in folder/a.argmap.json folder/below/b.argmap.json folder/real.json; do
  same neat $file "a directory: $file is laid out"
done
for file in folder/.hidden/c.argmap.json folder/other.json; do
  same messy.argmap.json $file "a directory: $file is none of its maps"
done
if [ -L folder/link.argmap.json ]; then ok 'a symbolic link stays one'; else not_ok 'a symbolic link stays one'; fi
cp messy.argmap.json listed.json
printf 'listed.json\n' >list
check_status 0 '--files-from' "$ARGMAP" format --files-from list
same neat listed.json '--files-from: it is laid out'
check_status 0 '--files-from standard input' sh -c '"$ARGMAP" format --check --files-from - <list'

# --- what it refuses ---

# refuses RULE DESCRIPTION TEXT: status 1, the findings of check, and the file as it was
refuses ()
{
  printf '%b' "$3" >refused.argmap.json
  cp refused.argmap.json kept
  touch -t 200102030405 refused.argmap.json kept
  check_status 1 "$2" "$ARGMAP" format refused.argmap.json
  mv "$err" found
  is_empty "$out" "$2: nothing on standard output"
  same kept refused.argmap.json "$2: the file is as it was"
  contains found "[$1]" "$2: why"
  "$ARGMAP" check --config=none refused.argmap.json | sed '/^[0-9]* errors\{0,1\}.* in 1 /d' >wanted
  same wanted found "$2: as check says it"
  check_status 1 "$2: --check too" "$ARGMAP" format --check refused.argmap.json
  is_empty "$out" "$2: --check does not list it"
  check_status 1 "$2: on standard input" "$ARGMAP" format - <refused.argmap.json
  is_empty "$out" "$2: on standard input: nothing on standard output"
}

refuses json-syntax 'a syntax error' '{ "argmap": 1,\n  "title": "Cut", }\n'
refuses json-syntax 'a comment' '{ "argmap": 1, // one\n "title": "T" }\n'
refuses json-syntax 'nothing' ''
refuses json-duplicate-key 'a key that is there twice' '{ "argmap": 1, "title": "T", "claims": [], "x-a": { "b": 1, "\\u0062": 2 } }\n'
refuses json-encoding 'bad encoding' '{ "argmap": 1, "claims": [], "title": "caf\0351" }\n'
refuses json-encoding 'bad encoding after a byte order mark' '\0357\0273\0277{ "argmap": 1, "claims": [], "title": "caf\0351" }\n'
refuses not-a-map 'a list' '[{ "argmap": 1 }]\n'
refuses not-a-map 'an object of something else' '{ "name": "argmap", "version": 1 }\n'
refuses unsupported-version 'a later version of the format' '{ "argmap": 2, "title": "T" }\n'

mkdir some
cp messy.argmap.json some/c.argmap.json
cp refused.argmap.json some/b.argmap.json
cp messy.argmap.json some/a.argmap.json
check_status 1 'one that is refused among others' "$ARGMAP" format some
equal 'some/a.argmap.json some/c.argmap.json ' "$(tr '\n' ' ' <"$out")" 'one that is refused among others: the others are laid out'
cp messy.argmap.json some/a.argmap.json
check_status 2 'one that is missing among others' "$ARGMAP" format nowhere.json some/a.argmap.json
same neat some/a.argmap.json 'one that is missing among others: the others are laid out'
contains "$err" 'argmap: cannot read nowhere.json: No such file or directory' 'one that is missing: it is complained of'
printf '{ "argmap": 1, "claims": [{ "id": 7, "supports": "x" }, 1] }' >wrong.argmap.json
check_status 0 'what else is wrong with a map does not matter' "$ARGMAP" format wrong.argmap.json
equal '    { "id": 7, "supports": "x" },' "$(sed -n 4p wrong.argmap.json)" 'it is laid out with its mistakes'

usage ()
{
  said=$1
  title=$2
  shift 2
  check_status 2 "$title" "$ARGMAP" format "$@" <messy.argmap.json
  contains "$err" "argmap format: $said" "$title: what it says"
  is_empty "$out" "$title: nothing on standard output"
}

usage 'name a map or a directory of maps' 'nothing to lay out'
usage '- writes a map to standard output' 'standard input and files' - map.argmap.json
usage '- writes a map to standard output' 'standard input and a list' --files-from list -
usage 'standard input can be read only once' 'standard input twice' --check - -
usage 'standard input can be read only once' 'standard input as a map and a list' --check - --files-from -

# --- the world ---

mkfifo pipe
check_status 2 'a pipe is not rewritten, and nobody waits for it' "$ARGMAP" format pipe
contains "$err" 'cannot format pipe in place: it is no regular file' 'a pipe: what it says'
check_status 1 'a pipe can be checked' sh -c 'cat messy.argmap.json >pipe & "$ARGMAP" format --check pipe'
cp messy.argmap.json open.argmap.json
check_status 2 'an open descriptor is not rewritten' sh -c '"$ARGMAP" format /dev/stdin <>open.argmap.json'
same messy.argmap.json open.argmap.json 'an open descriptor: the file is as it was'
for path in . /; do
  check_status 2 "standard input that is a directory" sh -c "\"\$ARGMAP\" format - <$path"
done
if [ -c /dev/full ]; then
  check_status 2 'a full disk' sh -c '"$ARGMAP" format - <messy.argmap.json >/dev/full'
  check_status 2 'a full disk: the list' sh -c '"$ARGMAP" format --check messy.argmap.json >/dev/full'
else
  skip 'a full disk' 'there is no /dev/full'
  skip 'a full disk: the list' 'there is no /dev/full'
fi

# whole DESCRIPTION: after a run that could not write
whole ()
{
  same messy.argmap.json kept.argmap.json "$1: the file is as it was"
  set -- "$1" .argmap-*
  [ -e "$2" ] || set -- "$1"
  equal 1 $# "$1: no temporary file is left"
}

# Files may be no larger than nothing: every write to one fails. What is said goes through a pipe, which has no limit.
cp messy.argmap.json kept.argmap.json
(
  trap '' XFSZ
  # shellcheck disable=SC3045 # no core file, where there may be one
  ulimit -c 0 2>/dev/null
  ulimit -f 0
  "$ARGMAP" format kept.argmap.json
  echo "exit status $?"
) 2>&1 | cat >said
equal 'argmap: cannot write kept.argmap.json: File too large
exit status 2' "$(cat said)" 'no room'
whole 'no room'
if [ "$(id -u)" -ne 0 ]; then
  chmod a-w kept.argmap.json
  check_status 2 'a file that may not be written' "$ARGMAP" format kept.argmap.json
  contains "$err" 'cannot write kept.argmap.json: Permission denied' 'a file that may not be written: what it says'
  whole 'a file that may not be written'
  mkdir closed
  cp messy.argmap.json closed/map.argmap.json
  chmod a-w closed
  check_status 0 'a folder that may not be written, but the file may' "$ARGMAP" format closed
  same neat closed/map.argmap.json 'a folder that may not be written, but the file may: it is written in place'
  chmod u+w closed
  cp neat closed/map.argmap.json
  chmod a-w closed closed/map.argmap.json
  check_status 0 'what is laid out need not be written' "$ARGMAP" format closed
else
  skip 'a file that may not be written' 'root may write everything'
  skip 'a folder that may not be written, but the file may' 'root may write everything'
fi

# Ended midway: every map is as it was or as it is to be.
mkdir many
for i in 1 2 3 4 5 6 7 8 9; do
  for k in 1 2 3 4 5 6 7 8 9; do cp messy.argmap.json "many/$i$k.argmap.json"; done
done
"$ARGMAP" format many >ended 2>&1 &
job=$!
while [ ! -s ended ] && kill -0 $job 2>/dev/null; do :; done
kill -TERM $job 2>/dev/null
wait $job 2>/dev/null
halves=
for file in many/*.argmap.json; do
  cmp -s messy.argmap.json "$file" || cmp -s neat "$file" || halves="$halves $file"
done
equal '' "$halves" 'ended midway: no map is half a map'
equal '' "$(find many -name '.argmap-*')" 'ended midway: no temporary file is left'

# --- every map that there is ---

for folder in maps examples tests/check tests/bad tests/golden/reports/maps; do
  mkdir -p "all/$folder"
  cp "$ARGMAP_SOURCE/$folder"/*.argmap.json "all/$folder"
done
cp -R all original
"$ARGMAP" check --config=none --level error --format gcc original \
  | sed -n 's/^original\/\([^:]*\):.*\[\(json-[a-z-]*\|not-a-map\|unsupported-version\)\]$/\1 \2/p' | sort -u >reasons
marked=tests/check/json-encoding.byte-order-mark.argmap.json # the mark alone is no reason
sed 's/ .*//' reasons | sort -u | grep -vxF $marked >wanted
check_status 1 'every fixture' "$ARGMAP" format all
sed -n 's/^all\/\([^:]*\):[0-9]*:[0-9]*: error: .*/\1/p' "$err" | sort -u >found
same wanted found 'every fixture: refused is what is no clean JSON or no map'
cp -R all once
check_status 1 'every fixture again' "$ARGMAP" format all
is_empty "$out" 'every fixture again: nothing changes'
check_status 0 'every fixture again: not a byte' diff -r once all
# shellcheck disable=SC2046 # names without spaces
(cd original && cksum $(cat ../wanted)) >before
# shellcheck disable=SC2046
(cd all && cksum $(cat ../wanted)) >after
same before after 'every fixture: what was refused is as it was'
if command -v jq >found; then
  (cd original && find . -name '*.argmap.json' | sed 's/..//' | sort | comm -23 - ../wanted) >laid-out
  tail -c +4 original/$marked >unmarked
  mv unmarked original/$marked
  # shellcheck disable=SC2046
  (cd original && jq -S . $(cat ../laid-out)) >before
  # shellcheck disable=SC2046
  (cd all && jq -S . $(cat ../laid-out)) >after
  equal 1 "$(($(wc -l <before) > 5000))" 'every fixture: many are laid out'
  if cmp -s before after; then ok 'every fixture: the same values'; else not_ok 'every fixture: the same values' "$(diff before after | head -n 20)"; fi
else
  skip 'every fixture: the same values' 'there is no jq'
fi

check_status 0 'our own maps are laid out' "$ARGMAP" format --check "$ARGMAP_SOURCE/maps" "$ARGMAP_SOURCE/examples"

finish
