#!/bin/sh
# Maps of shapes for which a careless program takes hours. Nothing is timed: each command has ten times the processor time that it needs
# on a usual machine, and less than half of what it takes there if its work grows with the square of the map. tests/bench/growth.sh
# measures how it grows.
. "$ARGMAP_SOURCE/tests/tap.sh"

cd "$scratch" || exit 1

# ends STATUS DESCRIPTION ARGUMENT...: argmap ends with the status, within so many seconds of processor time
ends ()
{
  wanted=$1
  what=$2
  shift 2
  check_status "$wanted" "$what" sh -c 'ulimit -t 8; exec "$0" "$@"' "$ARGMAP" "$@"
}

# repeat N EACH: EACH, a format that may hold %d for its number up to four times, N times with commas between
repeat ()
{
  awk -v n="$1" -v each="$2" 'BEGIN { for (i = 0; i < n; i++) printf "%s" each "\n", (i > 0 ? "," : ""), i, i, i, i }'
}

# map PART...: a map of these on standard output
map ()
{
  printf '{"argmap": 1, "title": "T"'
  printf '%s' "$@"
  printf '}\n'
}

n=100000
thesis='"resolution": "t", "claims": [{"id": "t", "text": "T"}'

# --- keys that meet in tables ---

# Of "ar" and "c0", which g_str_hash() does not tell apart.
ids=$(awk 'BEGIN {
  for (i = 0; i < 131072; i++)
    {
      id = ""
      k = i
      for (bit = 0; bit < 17; bit++)
        {
          id = id (k % 2 ? "ar" : "c0")
          k = int (k / 2)
        }
      printf "%s{\"id\": \"%s\", \"text\": \"T %d\"}\n", (i > 0 ? "," : ""), id, i
    }
}')
map ', "claims": [' "$ids" ']' >ids.json
ends 0 '131,072 ids that have one hash elsewhere' check --quiet ids.json
map ", $thesis, "'{"id": "x", "text": "X", "supports": ["t"]}], "rebuttals": [' \
  "$(repeat $n '{"id": "u%d", "text": "U %d", "undercuts": [{"from": "x", "to": "t"}]}')" ']' >undercuts.json
ends 0 'undercuts of one step' check --quiet undercuts.json

# --- relations, theses, people ---

map ", $thesis, "'{"id": "x", "text": "X", "supports": [' "$(repeat $n '{"claim": "t", "id": "r%d"}')" ']}], "rebuttals": [' \
  "$(repeat $n '{"id": "u%d", "text": "U %d", "undercuts": [{"from": "x", "to": "t"}]}')" ']' >pairs.json
ends 1 'pairs that fit many relations' check --max-diagnostics 1 pairs.json
contains "$out" "but $n lead from" 'how many they fit'
sed 's/, "id": "r[0-9]*"//' pairs.json >nameless.json
ends 1 'pairs that fit many relations without ids' check --max-diagnostics 1 nameless.json

map ', "resolution": [' "$(repeat $n '"c%d"')" '], "claims": [' \
  "$(repeat $n '{"id": "c%d", "text": "T %d", "kind": "policy", "issue": "harms"}')" ']' >theses.json
ends 0 'many theses' check --quiet theses.json

map ', "claims": [{"id": "t", "text": "T", "by": ["s1"]}], "stakeholders": [' \
  "$(repeat $n '{"id": "s%d", "name": "Same Name", "positions": [{"claim": "t", "stance": "for"}]}')" ']' >names.json
ends 0 'many people of one name: a summary' summary --force names.json
if [ "$ARGMAP_DRAW" = 1 ]; then
  ends 0 'many people of one name: a picture' render --force --fast -T dot -o names.dot names.json
  contains names.dot 'SN2' 'each has letters of its own'
fi

many=300000 # a step is so short here that fewer would be gone through one by one in time
map ', "resolution": "t", "claims": [{"id": "t", "text": "T", "by": [' "$(repeat $many '"s%d"')" \
  ']}], "rebuttals": [{"id": "r", "text": "R", "rebuts": ["t"], "by": [' "$(repeat $many '"s%d"')" ']}], "stakeholders": [' \
  "$(repeat $many '{"id": "s%d", "name": "N %d"}')" ']' >asserters.json
ends 0 'many who assert a claim and its rebuttal' check asserters.json
contains "$out" '[rebuts-own-claim]' 'they rebut their own claim'
map ", $thesis"'], "rebuttals": [' "$(repeat $n '{"id": "r%d", "text": "R %d", "rebuts": ["t"], "by": ["s%d"]}')" '], "stakeholders": [' \
  "$(repeat $n '{"id": "s%d", "name": "N %d", "positions": [{"claim": "t", "stance": "for"}]}')" ']' >inconsistent.json
ends 0 'many who are for a claim and rebut it' check --max-diagnostics 1 inconsistent.json
contains "$out" '[inconsistent-position]' 'that is inconsistent'

map ', "claims": [{"id": "f", "text": "F", "kind": "fact", "evidence": [{"source": "z"}], "supports": [' "$(repeat $n '"x%d"')" \
  ']}], "sources": [{"id": "z", "title": "Z"}], "rebuttals": [' "$(repeat $n '{"id": "r%d", "text": "R %d", "kind": "value", "rebuts": ["f"]}')" ',' \
  "$(repeat $n '{"id": "q%d", "text": "Q %d", "rebuts": ["f"]}')" ']' >fact.json
ends 1 'many that rebut a fact from which many steps lead nowhere' check --level info --format json fact.json
equal $n "$(grep -o '"rebuts-fact-with-policy"' "$out" | wc -l)" 'policies and values are found'
equal $n "$(grep -o '"rebuts-sourced-fact"' "$out" | wc -l)" 'and so is what cites no source'
map ', "resolution": [' "$(repeat $n '"c%d"')" '], "claims": [' "$(repeat $n '{"id": "c%d", "text": "T %d"}')" \
  '], "stakeholders": [' "$(repeat $n '{"id": "s%d", "name": "N %d", "positions": [{"claim": "c1", "stance": "for"}, {"claim": "c2", "stance": "for"}]}')" ',' \
  '{"id": "all", "name": "All", "positions": [' "$(repeat $n '{"claim": "c%d", "stance": "for"}')" ']}]' >rivals.json
ends 0 'many who are for rivals, one of them for all' check --level info --format json rivals.json
equal $((n + 1)) "$(grep -o '"for-rivals"' "$out" | wc -l)" 'one finding for each'

# --- lines that cross many columns of a picture ---

# drawn DESCRIPTION RELATIONS: the picture of lines.json is whole, and stubs stand for so many relations
drawn ()
{
  ends 0 "$1: a picture" render --force --fast -o lines.svg lines.json
  contains "$err" "so stubs stand for $2" "$1: that is said"
  contains lines.svg '</svg>' "$1: it is whole"
}

if [ "$ARGMAP_DRAW" = 1 ]; then
  map ", $thesis $(awk 'BEGIN { for (i = 0; i < 400; i++) {
    next_one = i < 399 ? "c" (i + 1) : "t"; back = i > 0 ? ", \"c" int (i / 2) "\"" : ""
    printf ",{\"id\": \"c%d\", \"text\": \"T %d\", \"supports\": [\"%s\"%s]}\n", i, i, next_one, back } }')]" >lines.json
  drawn 'circles within circles' '2'
  contains lines.svg '>see c199<' 'a stub says where a line goes on'
  map ", $thesis], \"rebuttals\": [$(awk 'BEGIN { for (i = 0; i < 300; i++) {
    printf "%s{\"id\": \"c%d\", \"text\": \"T %d\", \"rebuts\": [\"t\"", (i > 0 ? "," : ""), i, i
    for (j = 0; j < 300; j++)
      if (j != i)
        printf ", \"c%d\"", j
    print "]}" } }')]" >lines.json
  drawn 'rebuttals of all by all' '8'
  contains lines.svg ' others<' 'many stubs of a card are told together'
  map ", $thesis $(awk 'BEGIN { for (i = 0; i < 1200; i++)
    printf ",{\"id\": \"c%d\", \"text\": \"T %d\", \"supports\": [\"c%d\"]}\n", i, i, (i + 1) % 1200 }')]" >lines.json
  drawn 'a circle of 1,200' '1 relation'
  # Two steps of it are left out. What they held in its column must not float to the other end.
  map ", $thesis $(awk 'BEGIN { for (i = 0; i < 450; i++)
    printf ",{\"id\": \"c%d\", \"text\": \"T %d\", \"supports\": [{\"claim\": \"c%d\", \"with\": [\"c%d\"]}]}\n", \
      i, i, (i + 1) % 450, (i + 2) % 450 }')]" >lines.json
  drawn 'a circle of linked premises' '2 relations'
fi

# --- what is accepted ---

map ", $thesis, " "$(repeat $n '{"id": "c%d", "text": "T %d", "supports": ["t"], "type": "fakt"}')" '], "ignore": [' \
  "$(repeat $n '{"rule": "unattributed-claim", "at": "c%d", "reason": "R"}')" ']' >ignored.json
ends 1 'many findings, and as many that are accepted' check --max-diagnostics 1 ignored.json

# --- texts ---

a4=$(awk 'BEGIN { for (i = 0; i < 400000; i++) printf "aaaaaaaaaa" }')
map ', "claims": [{"id": "c", "text": "' "$a4" '"}]' >word.json
ends 0 'one word of 4 MB: summary' summary --force word.json
ends 0 'one word of 4 MB: evaluate' evaluate --force word.json
ends 0 'one word of 4 MB: why' why --force word.json c
marks=$(awk 'BEGIN { for (i = 0; i < 500000; i++) printf "\314\201\314\243" }')
map ', "claims": [{"id": "c", "text": "e' "$marks" '"}, {"id": "d", "text": "e' "$marks" '"}]' >marks.json
ends 0 'two texts of a million marks: check' check marks.json
contains "$out" '[repeated-text]' 'they are the same'
ends 0 'two texts of a million marks: summary' summary --force marks.json

# --- quotations ---

awk 'BEGIN { for (i = 0; i < 40000; i++) printf "It is said %d times. ", i }' >said.txt
map ', "sources": [' "$(repeat 2000 '{"id": "z%d", "title": "Z", "file": "said.txt"}')" '], "claims": [{"id": "c", "text": "T", "evidence": [' \
  "$(awk 'BEGIN { for (i = 0; i < 40000; i++) printf "%s{\"source\": \"z%d\", \"quote\": \"said %d times\"}\n", (i > 0 ? "," : ""), i % 2000, i }')" \
  ']}]' >quotes.json
ends 0 'many quotations of a file that many sources name' check quotes.json
lacks "$out" 'quote-not-found' 'all are in it'
sed 's/ times"/ tables"/' quotes.json >missing.json
ends 1 'many quotations that are not in it' check --format json missing.json
equal 40000 "$(grep -o '"quote-not-found"' "$out" | wc -l)" 'each is found to be missing'
contains "$out" 'how it differs is not looked for' 'after some, what differs is not looked for'

# --- memory ---

{
  printf '{"argmap": 1, "title": "'
  head -c 150000000 /dev/zero | tr '\0' a
  printf '", "claims": []}'
} >large.json
check_status 2 'a map that memory does not suffice for' sh -c 'ulimit -v 120000; exec "$0" check large.json' "$ARGMAP"
equal 'argmap: there is not enough memory for this; allow more, or split the map' "$(cat "$err")" 'that is said'
equal '' "$(cat "$out")" 'and nothing else'

# Two hundred sources name one file of 8 MB: in this memory there is room for it a few times.
head -c 8000000 /dev/zero | tr '\0' a >long.txt
map ', "sources": [' "$(repeat 200 '{"id": "z%d", "title": "Z", "file": "long.txt"}')" '], "claims": [{"id": "c", "text": "T", "evidence": [' \
  "$(repeat 200 '{"source": "z%d", "quote": "b"}')" ']}]' >sources.json
check_status 1 'a file that many sources name is in memory once' sh -c 'ulimit -v 250000; exec "$0" check -q sources.json' "$ARGMAP"

map ', "claims": [' "$(repeat 30000 '{"id": "c%d", "text": "T %d"}')" ']' >findings.json
check_status 0 'tens of thousands of findings in JSON are not in memory at once' \
  sh -c 'ulimit -v 150000; exec "$0" check --level info --format json findings.json' "$ARGMAP"
equal 60000 "$(jq '.files[0].findings | length' "$out")" 'and all of them are told'

# --- what a misspelt id was meant to be ---

long=$(awk 'BEGIN { for (i = 0; i < 50; i++) printf "a" }')
map ', "claims": [' "$(repeat 20000 '{"id": "'"$long"'%08d", "text": "T %d", "supports": ["'"$long"'b%07dx"]}')" ']' >misspelt.json
ends 1 'many ids that are nearly right' check --format json misspelt.json
contains "$out" 'from here on no id is suggested' 'where no more are suggested, that is said'

# --- what is found, or told, again and again ---

long=$(head -c 3000000 /dev/zero | tr '\0' y)
# The one that is pointed to is the first by its id.
map ', "resolution": "a", "claims": [{"x-a": "'"$long"'", "id": "a", "text": "T"}' "$(repeat 20000 ',{"id": "s%d", "text": "T", "supports": ["a"]}' | sed 's/^,,/,/')" ']' >repeated.json
ends 0 'findings that all point to one large claim' check -q repeated.json

word=$(awk 'BEGIN { for (i = 0; i < 40000; i++) printf "word " }')
map ', "resolution": "t", "claims": [{"id": "t", "text": "'"$word"'"}' "$(repeat 2000 ',{"id": "s%d", "text": "S", "supports": ["t"]}' | sed 's/^,,/,/')" '], "rebuttals": [' \
  "$(repeat 2000 '{"id": "u%d", "text": "U %d", "undercuts": [{"from": "s%d", "to": "t"}]}')" ']' >mentioned.json
for command in evaluate 'summary --evaluate --all'; do
  # shellcheck disable=SC2086 # words
  ends 0 "$command: many undercuts of steps to one long claim" $command mentioned.json
  if [ "$(wc -c <"$out")" -lt 20000000 ]; then
    ok "$command: it is not told in full each time"
  else
    not_ok "$command: it is not told in full each time" "$(wc -c <"$out") bytes"
  fi
done
map ', "resolution": "t", "stakeholders": [{"id": "w", "name": "'"$word"'"}], "claims": [{"id": "t", "text": "T"}' \
  "$(repeat 2000 ',{"id": "s%d", "text": "S", "supports": ["t"], "by": ["w"]}' | sed 's/^,,/,/')" ']' >named.json
ends 0 'summary: a long name of who says much' summary --all named.json
if [ "$(wc -c <"$out")" -lt 5000000 ]; then
  ok 'summary: the name is not told in full each time'
else
  not_ok 'summary: the name is not told in full each time' "$(wc -c <"$out") bytes"
fi

# One long text, and one long name, to which everything else refers.
map ', "resolution": "t", "stakeholders": [{"id": "w", "name": "'"$word"'"}' "$(repeat 1000 ',{"id": "m%d", "name": "M %d", "member_of": "w"}' | sed 's/^,,/,/')" '],' \
  '"claims": [{"id": "t", "text": "T"}' "$(repeat 1000 ',{"id": "s%d", "text": "S %d", "supports": ["t"], "by": ["w"]}' | sed 's/^,,/,/')" '],' \
  '"rebuttals": [{"id": "u", "text": "'"$word"'", "rebuts": [' "$(repeat 1000 '"s%d"')" ']},' \
  '{"id": "v", "text": "'"$word"'", "by": [' "$(repeat 1000 '"m%d"')" '], "rebuts": ["u"]}]' >referred.json
for command in 'summary --all' 'summary --all --format markdown' 'evaluate' 'list --format csv' 'render --fast -T dot -o -'; do
  case $command in
    render*) [ "$ARGMAP_DRAW" = 1 ] || continue ;;
  esac
  # shellcheck disable=SC2086 # words
  ends 0 "$command: one long text to which all refers" $command referred.json
  if [ "$(wc -c <"$out")" -lt 8000000 ]; then
    ok "$command: the text is not told in full each time"
  else
    not_ok "$command: the text is not told in full each time" "$(wc -c <"$out") bytes"
  fi
done

# --- letters that are put together ---

korean=$(awk 'BEGIN { for (i = 0; i < 400000; i++) printf "한국어 " }')
dotted=$(awk 'BEGIN { for (i = 0; i < 400000; i++) printf "İ" }')
jamo=$(awk 'BEGIN { for (i = 0; i < 400000; i++) printf "ᅡ" }')
printf '%s' "$korean" >korean.txt
map ', "resolution": "t", "sources": [{"id": "z", "title": "Z", "file": "korean.txt"}], "stakeholders": [{"id": "a", "name": "'"$dotted"'"}, {"id": "b", "name": "a'"$jamo"'"}],' \
  '"claims": [{"id": "t", "text": "'"$korean"'", "by": ["a", "b"], "evidence": [{"source": "z", "quote": "한국어"}]}]' >letters.json
ends 0 'long texts of composed letters' check -q letters.json
ends 0 'initials of letters without width' summary letters.json
printf '{"argmap": 1, "title": "%sa", "claims": []}\n' "$(head -c 3000000 /dev/zero | tr '\0' '#')" >hashes.json
ends 0 'a heading of #' summary --format markdown hashes.json

# Thousands of files that are not there, beside as many others.
mkdir files
(cd files && awk 'BEGIN { for (i = 0; i < 4000; i++) print "there-" i ".txt" }' | xargs touch)
map ', "claims": [{"id": "c", "text": "T", "evidence": [' "$(repeat 4000 '{"source": "z%d"}')" ']}], "sources": [' \
  "$(repeat 4000 '{"id": "z%d", "title": "Z", "file": "files/thera-%d.txt"}')" ']' >missing.json
ends 1 'many files that are not there' check --format json missing.json
contains "$out" 'did you mean \"files/there-0.txt\"?' 'the first are suggested'
equal 1 "$(grep -o 'from here on no file is suggested' "$out" | wc -l)" 'where no more are suggested, that is said once'

finish
