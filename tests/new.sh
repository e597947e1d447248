#!/bin/sh
# The map to begin with: what it shows, that it passes, where it goes, and that nothing is ever replaced by it.

# shellcheck disable=SC2016 # shells and terminals of their own are to expand what is quoted
. "$ARGMAP_SOURCE/tests/tap.sh"
cd "$scratch" || exit 1
umask 022
starter=$ARGMAP_SOURCE/examples/starter.argmap.json

# absent DESCRIPTION: no temporary file is left here
absent ()
{
  equal '' "$(find . -name '.argmap-*')" "$1"
}

# --- what it is ---

check_status 0 'to standard output' "$ARGMAP" new
same "$starter" "$out" 'to standard output: the example'
is_empty "$err" 'to standard output: not a word besides'
check_status 0 'to - as well' "$ARGMAP" new -
same "$starter" "$out" 'to -: the example'
check_status 0 'to a file' "$ARGMAP" new debate.argmap.json
same "$starter" debate.argmap.json 'to a file: the example'
is_empty "$out" 'to a file: nothing on standard output'
is_empty "$err" 'to a file: not a word where nobody sits at a terminal'
equal 644 "$(stat -c %a debate.argmap.json)" 'to a file: the mode that the umask leaves'
absent 'to a file: nothing else'
check_status 0 'what is written passes' "$ARGMAP" check --config=none --strict debate.argmap.json
check_status 0 'out of a pipe as well' sh -c '"$ARGMAP" new | "$ARGMAP" check --config=none --strict -'
check_status 0 'it can be summed up' "$ARGMAP" summary --evaluate debate.argmap.json
mkdir folder
check_status 0 'into a folder' "$ARGMAP" new folder/debate.argmap.json
same "$starter" folder/debate.argmap.json 'into a folder: the example'

# Everything that the format has words for, and one of each.
if command -v jq >found; then
  equal true "$(jq '(.claims + .rebuttals) as $all | (.question != null and .resolution != null and (.stakeholders | length) >= 3)
      and all(.stakeholders[]; .positions != null) and any($all[]; .kind == "fact" and .evidence != null)
      and any(.claims[]; .kind == "value" and (.id as $id | any($all[].supports[]?; type == "object" and (.with // [] | index($id)) != null)))
      and any($all[]; .rebuts != null) and any($all[]; .undercuts != null) and any($all[]; .open) and any($all[]; .implicit)
      and all($all[]; (.text | length) > 0) and ([.. | objects | select(has("x-note"))] | length) >= 8' debate.argmap.json)" \
    'question, resolution, stakeholders, evidence, a linked value, a rebuttal, an undercut, what is open, what is implicit, notes'
else
  skip 'what it has' 'there is no jq'
fi

# --- the title ---

# titled TITLE DESCRIPTION
titled ()
{
  rm -f titled.argmap.json
  check_status 0 "$2" "$ARGMAP" new --title "$1" titled.argmap.json
  contains "$err" 'are an example from another debate, to write over; --empty writes a skeleton instead' "$2: what else is there is told"
  check_status 0 "$2: it passes" "$ARGMAP" check --config=none --strict titled.argmap.json
  if command -v jq >found; then
    equal "$1" "$(jq -r .title titled.argmap.json)" "$2: as it was given"
  else
    skip "$2: as it was given" 'there is no jq'
  fi
  contains titled.argmap.json '  "description": "What follows is an example from another debate' "$2: the map says so too"
  sed '/^  "title": /d; /^  "question": /d; /^  "description": /d; /^  "license": /d; /^  "date": /d' "$starter" >other.starter
  sed '/^  "title": /d; /^  "description": /d' titled.argmap.json >other.titled
  same other.starter other.titled "$2: all else is the example, but for what would be untrue of another debate"
}

titled 'A congestion charge' 'a title'
titled 'Say "yes" \ no, \u0041\n {"a": 1}, %s%n &amp; </title>' 'a title with marks of JSON'
titled 'Größe, 漢字, שלום 😀' 'a title beyond ASCII'

# --- the question, and a skeleton ---

question='Should driving into the city "cost" money?'
for words in '' --empty; do
  # shellcheck disable=SC2086 # a word, or none
  check_status 0 "a question $words" "$ARGMAP" new $words --title 'A charge' --question "$question"
  contains "$out" '  "question": "Should driving into the city \"cost\" money?",' "a question $words: it is there"
  contains "$out" '  "title": "A charge",' "a question $words: so is the title"
  equal 1 "$(grep -c '^  "question"' "$out")" "a question $words: and no other"
  cp "$out" asked.argmap.json
  check_status 0 "a question $words: it passes" "$ARGMAP" check --config=none --strict asked.argmap.json
  check_status 0 "a question $words: it is laid out" "$ARGMAP" format --check asked.argmap.json
  rm asked.argmap.json
done
check_status 0 'a question alone' "$ARGMAP" new --question "$question"
contains "$out" '"title": "The debate"' 'a question alone: the title is not that of another debate'
contains "$out" '"description": "What follows is an example' 'a question alone: nor is the description'
lacks "$out" '"license"' 'a question alone: nobody is given a license'
contains "$err" 'The claims under that question are an example' 'a question alone: what else is there is told'
check_status 0 'neither' "$ARGMAP" new
is_empty "$err" 'neither: nothing is told'
contains "$out" '"license"' 'neither: the example is whole'
check_status 0 'a skeleton' "$ARGMAP" new --empty skeleton.argmap.json
same "$ARGMAP_SOURCE/examples/skeleton.argmap.json" skeleton.argmap.json 'a skeleton: as in the examples'
check_status 0 'a skeleton passes' "$ARGMAP" check --config=none --strict skeleton.argmap.json
for member in title question resolution stakeholders claims rebuttals sources supports rebuts; do
  contains skeleton.argmap.json "\"$member\":" "a skeleton has $member"
done
check_status 0 'a skeleton can be summed up' "$ARGMAP" summary skeleton.argmap.json
check_status 0 'a skeleton with a title' "$ARGMAP" new --empty --title 'A charge'
is_empty "$err" 'a skeleton with a title: nothing is told'
contains "$out" '"question": "What is to be decided?"' 'a skeleton with a title: its question is about no other debate'
check_status 2 'a question that nobody can read' "$ARGMAP" new --question ' ' no.argmap.json
contains "$err" 'argmap new: --question takes ' 'a question that nobody can read: is told'
for title in '' ' ' "$(printf 'a\nb')" "$(printf 'a\tb')" "$(printf '\033[31m')" "$(printf '\302\233')" "$(printf '\342\200\256x')" "$(printf '\342\200\213')"; do
  check_status 2 'a title that nobody can read' "$ARGMAP" new --title "$title" no.argmap.json
  contains "$err" 'argmap new: --title takes ' 'a title that nobody can read: is told'
done
check_status 2 'a title that is no UTF-8' "$ARGMAP" new --title "$(printf '\374')" no.argmap.json
equal '' "$(find . -name 'no.*')" 'nothing is written then'

# --- nothing is replaced ---

# refuses FILE DESCRIPTION
refuses ()
{
  check_status 2 "$2" "$ARGMAP" new "$1"
  equal "argmap: $1 is there already, and new replaces nothing" "$(cat "$err")" "$2: what it says"
  is_empty "$out" "$2: nothing on standard output"
  absent "$2: nothing is left"
}

echo mine >mine.argmap.json
refuses mine.argmap.json 'a file that is there'
equal mine "$(cat mine.argmap.json)" 'a file that is there: stays'
: >empty.argmap.json
refuses empty.argmap.json 'an empty file'
is_empty empty.argmap.json 'an empty file: stays'
ln -s nowhere.argmap.json dangling.argmap.json
refuses dangling.argmap.json 'a link that leads nowhere'
equal 'no nowhere.argmap.json' "$([ -e nowhere.argmap.json ] || echo no) $(readlink dangling.argmap.json)" 'a link that leads nowhere: stays'
ln -s mine.argmap.json link.argmap.json
refuses link.argmap.json 'a link to a file'
equal mine "$(cat mine.argmap.json)" 'a link to a file: the file stays'
ln -s loop.argmap.json loop.argmap.json
refuses loop.argmap.json 'a link to itself'
mkfifo pipe.argmap.json
refuses pipe.argmap.json 'a FIFO'
refuses folder 'a folder'
device full 7
case $device in
  "$scratch"/*) refuses "$device" 'a device' ;;
  *) skip 'a device' 'there is none in a folder that may be written' ;;
esac
: >first
for number in 1 2 3 4 5 6 7 8; do
  { "$ARGMAP" new --title "Number $number" race.argmap.json 2>>first && echo "$number" >>winners; } &
done
wait
equal '1 7' "$(wc -l <winners | tr -d ' ') $(grep -c 'is there already' first)" 'of eight at a time one writes'
contains race.argmap.json "\"Number $(cat winners)\"" 'and its map is there'

# --- what the world does ---

check_status 2 'no such folder' "$ARGMAP" new none/debate.argmap.json
equal 'argmap: cannot write none/debate.argmap.json: No such file or directory' "$(cat "$err")" 'no such folder: what it says'
mkdir locked
chmod a-w locked
if touch locked/probe 2>"$err"; then
  rm -f locked/probe
  skip 'a folder that may not be written' 'this user may write everywhere'
else
  check_status 2 'a folder that may not be written' "$ARGMAP" new locked/debate.argmap.json
  contains "$err" 'cannot write locked/debate.argmap.json: Permission denied' 'a folder that may not be written: what it says'
fi
equal '' "$(find locked -type f)" 'nothing is written into it'
check_status 2 'a file that may have no byte' sh -c 'ulimit -f 0; trap "" XFSZ; exec "$ARGMAP" new none.argmap.json'
equal '' "$(find . -name 'none.*' -o -name '.argmap-*')" 'a file that may have no byte: there is none'
if [ -n "$device" ]; then
  check_status 2 'a full disk' sh -c '"$ARGMAP" new >"$1"' sh "$device"
  contains "$err" 'cannot write standard output: No space left on device' 'a full disk: what it says'
else
  skip 'a full disk' 'there is no /dev/full'
fi
check_status 2 'two files' "$ARGMAP" new a.argmap.json b.argmap.json
contains "$err" 'argmap new: name one file' 'two files: what it says'
check_status 2 'a name of nothing' "$ARGMAP" new ''
contains "$err" 'argmap new: the name of the file is empty' 'a name of nothing: what it says'
check_status 0 'a name that looks like an option' "$ARGMAP" new -- --strict
same "$starter" ./--strict 'a name that looks like an option: the file'
equal '' "$(find . -name 'a.argmap.json' -o -name 'b.argmap.json')" 'neither of the two is written'

# --- at a terminal ---

on_terminal ()
{
  run script -qec "$1" /dev/null </dev/null
  tr -d '\r' <"$out" >"$out.lf"
  mv "$out.lf" "$out"
}
if script -qec true /dev/null </dev/null >found 2>&1; then
  on_terminal '"$ARGMAP" new seen.argmap.json'
  printf '%s\n' 'seen.argmap.json is a small map to write over. Then:' '  argmap check seen.argmap.json' '  argmap render seen.argmap.json' >wanted
  same wanted "$out" 'at a terminal: what comes next'
  on_terminal '"$ARGMAP" new "it is; mine"'
  contains "$out" "  argmap check 'it is; mine'" 'at a terminal: as a shell takes it'
  contains "$out" 'names that end with .argmap.json; this one does not' 'at a terminal: what folders are searched for'
  on_terminal '"$ARGMAP" new -- -x.argmap.json'
  contains "$out" '  argmap check ./-x.argmap.json' 'at a terminal: no option'
  on_terminal '"$ARGMAP" new "$(printf "\033]0;x\007.argmap.json")"'
  equal 0 "$(tr -cd '\033' <"$out" | wc -c | tr -d ' ')" 'at a terminal: no escapes out of a name'
  on_terminal '"$ARGMAP" new'
  equal 'To have this in a file: argmap new debate.argmap.json' "$(tail -n 1 "$out")" 'at a terminal: how to have it in a file'
  on_terminal '"$ARGMAP" new >redirected'
  is_empty "$out" 'at a terminal: nothing is said of a file of the shell'
  same "$starter" redirected 'at a terminal: a file of the shell'
else
  skip 'at a terminal' 'there is no script(1)'
fi
finish
