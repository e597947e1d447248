#!/bin/sh
# The command line: what each command reads, prints and writes, and its exit status.

# shellcheck disable=SC2016 # shells and terminals of their own are to expand what is quoted
# shellcheck disable=SC2317 # left calls
. "$ARGMAP_SOURCE/tests/tap.sh"

leave_coaching_out
cd "$scratch" || exit 1
unset TERM
umask 022

# --- maps ---

write_map good.argmap.json
cat >doubtful.argmap.json <<'END'
{ "argmap": 1, "title": "Doubtful", "resolution": "close",
  "claims": [{ "id": "close", "text": "The old town should be closed to cars." },
             { "id": "noise", "text": "Most of its noise comes from cars.", "supports": ["close"] },
             { "id": "alone", "text": "It rains." }] }
END
cat >broken.argmap.json <<'END'
{ "argmap": 1, "title": "Broken", "resolution": "close",
  "claims": [{ "id": "close", "text": "The old town should be closed to cars." },
             { "id": "noise", "text": "Most of its noise comes from cars.", "supports": ["close", "pedestrianise"] }],
  "sources": [{ "id": "survey", "title": "Noise survey" }] }
END
echo '{ "argmap": 1, "title": "Cut' >syntax.argmap.json
mkdir given
mv ./*.argmap.json given/
cp given/good.argmap.json good.argmap.json
unknown='given/broken.argmap.json:3:99: error: claim "noise" supports "pedestrianise", but nothing has that id [unknown-claim]'
alone='claim "alone" has no relation to any other [isolated-claim]'
unused='source "survey" is cited by no evidence [unused-source]'

# drawn STATUS DESCRIPTION ARGUMENT...: argmap render, unless the program was built without drawing
drawn ()
{
  if [ "$ARGMAP_DRAW" != 1 ]; then
    skip "$2" 'built without drawing'
    run false
    return
  fi
  wanted=$1
  title=$2
  shift 2
  check_status "$wanted" "$title" "$ARGMAP" render "$@"
}

# Only after drawn: what it left behind.
if [ "$ARGMAP_DRAW" = 1 ]; then
  left () { "$@"; }
else
  left () { :; }
fi

# exists DESCRIPTION FILE...
exists ()
{
  title=$1
  shift
  for file in "$@"; do
    if [ ! -s "$file" ]; then
      not_ok "$title" "there is no $file, or nothing in it"
      return
    fi
  done
  ok "$title"
}

# absent DESCRIPTION FILE...
absent ()
{
  title=$1
  shift
  for file in "$@"; do
    if [ -e "$file" ] || [ -h "$file" ]; then
      not_ok "$title" "there is $file"
      return
    fi
  done
  ok "$title"
}

# begins FILE TEXT DESCRIPTION
begins ()
{
  equal "$2" "$(head -c "${#2}" "$1")" "$3"
}

# nothing_left FOLDER DESCRIPTION: no temporary file of a writer is in it
nothing_left ()
{
  absent "$2" "$1"/.argmap-*
}

# --- the program itself ---

check_status 2 'no command' "$ARGMAP"
equal 'argmap: name a command
Try "argmap --help".' "$(cat "$err")" 'no command: how to get help'
is_empty "$out" 'no command: nothing on standard output'

for option in --help -h; do
  check_status 0 "$option" "$ARGMAP" "$option"
  contains "$out" 'argmap COMMAND' "$option: usage"
  is_empty "$err" "$option: nothing on standard error"
  for command in check format render summary; do
    contains "$out" "  $command " "$option: lists $command"
  done
done
for option in --version -V; do
  check_status 0 "$option" "$ARGMAP" "$option"
  version=$(sed -n "s/^  version: '\(.*\)',/\1/p" "$ARGMAP_SOURCE/meson.build")
  equal "argmap $version" "$(sed -n 1p "$out")" "$option: the version of meson.build"
  equal 1 "$(grep -c '^GLib [0-9.]*$' "$out")" "$option: GLib"
  equal 1 "$(grep -c '^cJSON [0-9.]*$' "$out")" "$option: cJSON"
  if [ "$ARGMAP_DRAW" = 1 ]; then
    equal 1 "$(grep -c '^Graphviz [0-9.]*$' "$out")" "$option: Graphviz"
  else
    contains "$out" 'no Graphviz' "$option: no Graphviz"
  fi
done

# usage COMMAND MESSAGE DESCRIPTION ARGUMENT...: a usage error that says MESSAGE; COMMAND may be empty
usage ()
{
  whose=${1:+ $1}
  said=$2
  title=$3
  shift 3
  check_status 2 "$title" "$ARGMAP" "$@"
  printf 'argmap%s: %s\nTry "argmap%s --help".\n' "$whose" "$said" "$whose" >wanted
  same wanted "$err" "$title: what it says"
  is_empty "$out" "$title: nothing on standard output"
}

usage '' 'there is no command chek; did you mean "check"?' 'a misspelt command' chek given
usage '' 'there is no command summery; did you mean "summary"?' 'another misspelt command' summery
usage '' 'there is no command paint' 'an unknown command' paint
usage '' 'there is no command good.argmap.json' 'a map for a command' good.argmap.json
usage '' 'there is no command ' 'an empty command' ''
usage '' 'there is no option --hlep; did you mean "--help"?' 'a misspelt option' --hlep
usage '' 'there is no option --verson; did you mean "--version"?' 'another misspelt option' --verson
usage '' 'there is no option --strict' 'an option of a command in its place' --strict check given

for command in check format render summary evaluate why crux; do
  for option in --help -h; do
    check_status 0 "$command $option" "$ARGMAP" "$command" "$option"
    contains "$out" "argmap $command [OPTION" "$command $option: usage"
    contains "$out" 'Exit status: 0 ' "$command $option: the exit status"
    contains "$out" '--help' "$command $option: --help itself"
    is_empty "$err" "$command $option: nothing on standard error"
  done
  check_status 0 "$command: --help after a path and an option" "$ARGMAP" "$command" given --nonsense --help
  contains "$out" "argmap $command [OPTION" "$command: --help after a path: usage"
  check_status 2 "$command without a path" "$ARGMAP" "$command"
  is_empty "$out" "$command without a path: nothing on standard output"
  contains "$err" "argmap $command: name a map" "$command without a path: what it says"
  usage "$command" 'there is no option -x' "$command: an unknown short option" "$command" -x given
  usage "$command" 'there is no option --nonsense' "$command: an unknown option" "$command" --nonsense given
  usage "$command" 'there is no option --hepl; did you mean --help?' "$command: a misspelt option" "$command" given --hepl
done
usage check 'there is no option --stict; did you mean --strict?' 'check: a misspelt option' check --stict given
usage check 'there is no option --colour; did you mean --color?' 'check: a British option' check --colour=never given
usage check '--color cannot be "alway"; did you mean "always"? It is one of auto, always, never' 'check: a misspelt option value' check --color=alway given
usage check '--color cannot be "rubbish"; it is one of auto, always, never' 'check: an unknown option value' check --color rubbish given
usage check '--color cannot be ""; it is one of auto, always, never' 'check: an empty option value' check --color= given
usage summary '--format cannot be "markdwon"; did you mean "markdown"? It is one of text, markdown, json' 'summary: a misspelt option value' summary --format markdwon given
usage summary '--format cannot be "rubbish"; it is one of text, markdown, json' 'summary: an unknown option value' summary --format=rubbish given
usage render '--type cannot be "sgv"; did you mean "svg"? It is one of svg, dot, png, pdf, html' 'render: a misspelt format' render -T sgv good.argmap.json
usage render '--type cannot be "jpeg"; it is one of svg, dot, png, pdf, html' 'render: an unknown format' render --type=jpeg good.argmap.json
for wrong in 'check --color' 'summary --format' 'render -T' 'render -o' 'render -d'; do
  # shellcheck disable=SC2086 # two words
  check_status 2 "$wrong without its value" "$ARGMAP" $wrong
  contains "$err" "${wrong#* }" "$wrong without its value: which option"
  is_empty "$out" "$wrong without its value: nothing on standard output"
done

# --- check ---

check_status 0 'check: a good map' "$ARGMAP" check good.argmap.json
equal '1 file checked: no problems found' "$(cat "$out")" 'check: a good map: one line'
is_empty "$err" 'check: a good map: nothing on standard error'
check_status 0 'check: a good map, strictly' "$ARGMAP" check --strict good.argmap.json
check_status 0 'check: a doubtful map' "$ARGMAP" check given/doubtful.argmap.json
contains "$out" "given/doubtful.argmap.json:4:22: warning: $alone" 'check: a doubtful map: the warning'
equal '1 warning in 1 file' "$(tail -n 1 "$out")" 'check: a doubtful map: the count'
check_status 1 'check: a doubtful map, strictly' "$ARGMAP" check --strict given/doubtful.argmap.json
equal '1 warning in 1 file' "$(tail -n 1 "$out")" 'check: a doubtful map, strictly: it stays a warning'
check_status 1 'check: options after the path' "$ARGMAP" check given/doubtful.argmap.json --strict --color=never
check_status 1 'check: a broken map' "$ARGMAP" check given/broken.argmap.json
equal "$unknown" "$(sed -n 1p "$out")" 'check: a broken map: the error'
equal '1 error, 1 warning in 1 file' "$(tail -n 1 "$out")" 'check: a broken map: the count'
is_empty "$err" 'check: a broken map: findings are what check prints, nothing on standard error'
check_status 1 'check: a file that is no JSON' "$ARGMAP" check given/syntax.argmap.json

check_status 1 'check: several maps' "$ARGMAP" check good.argmap.json given/broken.argmap.json given/doubtful.argmap.json
equal '1 error, 2 warnings in 2 of 3 files' "$(tail -n 1 "$out")" 'check: several maps: the count'
cp good.argmap.json third.argmap.json
check_status 0 'check: several good maps' "$ARGMAP" check good.argmap.json ./third.argmap.json given/good.argmap.json
equal '3 files checked: no problems found' "$(cat "$out")" 'check: several good maps: one line'
rm third.argmap.json
check_status 0 'check: a map that is named again' "$ARGMAP" check good.argmap.json ./good.argmap.json given/../good.argmap.json "$scratch/good.argmap.json"
equal '1 file checked: no problems found' "$(cat "$out")" 'check: a map that is named again, in whatever way, is checked once'
check_status 1 'check: a folder and maps in it' "$ARGMAP" check given/doubtful.argmap.json given ./given/broken.argmap.json
equal 4 "$(tail -n 1 "$out" | sed 's/.* of \([0-9]*\) files.*/\1/')" 'check: a folder and maps in it: each is checked once'
equal 'given/doubtful.argmap.json' "$(sed 's/:.*//;1q' "$out")" 'check: a folder and maps in it: where it is first named'
check_status 2 'check: a missing file that is named again' "$ARGMAP" check nowhere.json ./nowhere.json
equal 1 "$(grep -c 'cannot read' "$err")" 'check: a missing file that is named again: one complaint'

check_status 2 'check: no such file' "$ARGMAP" check nowhere.argmap.json
equal 'argmap: cannot read nowhere.argmap.json: No such file or directory' "$(cat "$err")" 'check: no such file: what it says'
is_empty "$out" 'check: no such file: nothing was checked'
check_status 2 'check: a missing file among others' "$ARGMAP" check good.argmap.json nowhere.json given/broken.argmap.json elsewhere.json
contains "$out" "$unknown" 'check: a missing file among others: the others are checked'
equal '1 error, 1 warning in 1 of 2 files' "$(tail -n 1 "$out")" 'check: a missing file among others: the count'
equal 2 "$(grep -c 'No such file' "$err")" 'check: two missing files: both are reported'
check_status 2 'check: an empty path' "$ARGMAP" check ''

# Any name will do for a file that is named.
cp good.argmap.json 'my map.txt'
cp good.argmap.json .hidden
cp good.argmap.json ./-strange
check_status 0 'check: any file name' "$ARGMAP" check 'my map.txt' .hidden ./-strange
equal '3 files checked: no problems found' "$(cat "$out")" 'check: any file name: all were checked'
check_status 0 'check: a name that begins with a dash, after --' "$ARGMAP" check -- -strange
check_status 0 'check: a name before -- and one after' "$ARGMAP" check good.argmap.json -- -strange
check_status 0 'check: -- between ordinary names' "$ARGMAP" check good.argmap.json -- 'my map.txt'
equal '2 files checked: no problems found' "$(cat "$out")" 'check: -- between ordinary names is no name'
check_status 0 'check: -- after an option' "$ARGMAP" check --strict -- -strange good.argmap.json
check_status 2 'check: --help after -- is a name' "$ARGMAP" check -- --help
contains "$err" 'cannot read --help' 'check: --help after -- is a name: what it says'
check_status 2 'check: -- after -- is a name' "$ARGMAP" check -- --
check_status 2 'check: nothing after --' "$ARGMAP" check --
contains "$err" 'name a map' 'check: nothing after --: what it says'

check_status 0 'check: standard input' "$ARGMAP" check - <good.argmap.json
check_status 1 'check: a broken map on standard input' "$ARGMAP" check - <given/broken.argmap.json
contains "$out" '<standard input>:3:99: error: ' 'check: standard input has a name'
check_status 0 'check: a pipe' sh -c 'cat good.argmap.json | "$ARGMAP" check good.argmap.json -'
equal '2 files checked: no problems found' "$(cat "$out")" 'check: a pipe beside a file'
for again in '-' '--files-from=-' '--config=-'; do
  usage check 'standard input can be read only once, and - is given more often' "check: standard input for two, - and $again" check - $again
done
usage check 'standard input can be read only once, and - is given more often' 'check: two lists on standard input' check --files-from - --files-from -
usage check '--stdin-name is for a map on standard input; give - as its path' 'check: a name for a standard input that is not read' check --stdin-name x good.argmap.json
usage check '--stdin-name is for a map on standard input; give - as its path' 'check: a name for a list' check --stdin-name x --files-from -
usage check '--stdin-name takes a name, and it is empty' 'check: an empty name for standard input' check --stdin-name= -
check_status 1 'check: empty standard input' "$ARGMAP" check - </dev/null
contains "$out" 'the file is empty [json-syntax]' 'check: empty standard input: what it says'
check_status 1 'check: /dev/null is an empty file' "$ARGMAP" check /dev/null

# Directories.
mkdir -p tree/one/deep tree/two.argmap.json tree/.git tree/empty tree/one/.cache
cp good.argmap.json tree/b.argmap.json
cp given/doubtful.argmap.json tree/a.argmap.json
cp given/broken.argmap.json tree/one/deep/c.argmap.json
cp good.argmap.json tree/two.argmap.json/d.argmap.json
for name in tree/.hidden.argmap.json tree/.git/x.argmap.json tree/one/.cache/x.argmap.json tree/one/x.json tree/one/x.argmap.json.bak \
  tree/one/argmap.json tree/one/X.ARGMAP.JSON; do
  cp given/syntax.argmap.json "$name"
done
check_status 1 'check: a directory' "$ARGMAP" check --color=never tree
equal '1 error, 2 warnings in 2 of 4 files' "$(tail -n 1 "$out")" 'check: a directory: *.argmap.json in it and below, no names with a dot'
equal 'tree/a.argmap.json:4:22
tree/one/deep/c.argmap.json:3:99
tree/one/deep/c.argmap.json:4:23' "$(sed -n 's/^\(tree[^ ]*\): .*/\1/p' "$out")" 'check: a directory: in order'
is_empty "$err" 'check: a directory: nothing on standard error'
check_status 1 'check: a directory with a slash' "$ARGMAP" check --color=never tree/
contains "$out" 'tree/a.argmap.json:4:22' 'check: a directory with a slash: no slash twice'
check_status 1 'check: a directory with a dot in its name, named' "$ARGMAP" check tree/.git
check_status 1 'check: the directory that one is in' sh -c 'cd tree && "$ARGMAP" check --color=never .'
contains "$out" './a.argmap.json:4:22: warning' 'check: the directory that one is in: paths'
check_status 2 'check: a directory without maps' "$ARGMAP" check tree/empty
equal 'argmap: there is no map (*.argmap.json) in tree/empty' "$(cat "$err")" 'check: a directory without maps: what it says'
check_status 2 'check: a directory without maps among others' "$ARGMAP" check good.argmap.json tree/empty tree/two.argmap.json
equal '2 files checked: no problems found' "$(cat "$out")" 'check: a directory without maps among others: the others are checked'

# What cannot be read, as root too: a link to nowhere, a link to itself, a name that is too long.
mkdir -p links/down
cp good.argmap.json links/a.argmap.json
cp good.argmap.json links/z.argmap.json
ln -s nowhere links/lost.argmap.json
ln -s itself.argmap.json links/itself.argmap.json
ln -s .. links/down/up
ln -s ../tree links/away
ln -s ../a.argmap.json links/down/good.argmap.json
check_status 2 'check: a directory with links' "$ARGMAP" check links
equal '3 files checked: no problems found' "$(cat "$out")" 'check: links to maps are followed, links to directories are not'
equal 2 "$(grep -c 'cannot read links/[il]' "$err")" 'check: links to nowhere and to themselves are reported'
check_status 0 'check: a link to a directory, named' "$ARGMAP" check links/away/two.argmap.json
check_status 1 'check: a link to a directory, itself named' "$ARGMAP" check links/away
equal '1 error, 2 warnings in 2 of 4 files' "$(tail -n 1 "$out")" 'check: a link to a directory, itself named: followed'
mkdir pipes
cp good.argmap.json pipes/a.argmap.json
mkfifo pipes/b.argmap.json
ln -s b.argmap.json pipes/c.argmap.json
ln -s a.argmap.json pipes/d.argmap.json
check_status 0 'check: a directory with a pipe' timeout 60 "$ARGMAP" check pipes
equal '2 files checked: no problems found' "$(cat "$out")" 'check: a directory with a pipe: files and links to files are checked'
long=$(printf '%300s' '' | tr ' ' 'n')
check_status 2 'check: a name that is too long' "$ARGMAP" check "$long" good.argmap.json
equal '1 file checked: no problems found' "$(cat "$out")" 'check: a name that is too long: the other is checked'
check_status 2 'check: a file for a directory' "$ARGMAP" check good.argmap.json/x.argmap.json
if [ "$(id -u)" -ne 0 ]; then
  mkdir closed
  cp good.argmap.json closed/a.argmap.json
  cp good.argmap.json closed/b.argmap.json
  chmod 0 closed/a.argmap.json
  check_status 2 'check: a file that may not be read' "$ARGMAP" check closed
  equal '1 file checked: no problems found' "$(cat "$out")" 'check: a file that may not be read: the other is checked'
  chmod 0 closed
  check_status 2 'check: a directory that may not be read' "$ARGMAP" check closed good.argmap.json
  equal '1 file checked: no problems found' "$(cat "$out")" 'check: a directory that may not be read: the other is checked'
  chmod 700 closed
else
  skip 'check: a file that may not be read' 'root may read everything'
  skip 'check: a directory that may not be read' 'root may read everything'
fi

# --- where a report goes ---

"$ARGMAP" check good.argmap.json >line
for name in /dev/stdout /dev/fd/1 /proc/self/fd/1 ./stdout; do
  [ "$name" != ./stdout ] || ln -s /dev/stdout stdout
  (echo before; "$ARGMAP" check -o $name good.argmap.json; echo after) >log 2>&1
  { echo before; cat line; echo after; } >wanted
  same wanted log "check: -o $name continues the file that standard output goes to"
done
"$ARGMAP" check -o /dev/stderr good.argmap.json 2>log
same line log 'check: -o /dev/stderr'
"$ARGMAP" check -o /dev/fd/7 good.argmap.json 7>log
same line log 'check: -o to a descriptor that is open'
check_status 2 'check: -o to a descriptor that is not open' "$ARGMAP" check -o /dev/fd/9 good.argmap.json
equal 'argmap: cannot write /dev/fd/9: Bad file descriptor' "$(cat "$err")" 'check: -o to a descriptor that is not open: what it says'
"$ARGMAP" check -o /dev/stdout good.argmap.json | cat >log
same line log 'check: -o /dev/stdout, a pipe'
rm stdout

# --- colour ---

esc=$(printf '\033')
run "$ARGMAP" check given/broken.argmap.json
cp "$out" plain
lacks plain "$esc" 'colour: none where there is no terminal'
run "$ARGMAP" check --color=auto given/broken.argmap.json
same plain "$out" 'colour: auto is the default'
run "$ARGMAP" check --color=never given/broken.argmap.json
same plain "$out" 'colour: never'
check_status 1 'colour: always' "$ARGMAP" check --color=always given/broken.argmap.json
contains "$out" "${esc}[1;31merror${esc}[0m" 'colour: always: errors are red'
contains "$out" "${esc}[1;33mwarning${esc}[0m" 'colour: always: warnings are yellow'
sed "s/${esc}\[[0-9;]*m//g" "$out" >bare
same plain bare 'colour: always: the words are the same'
equal "$(grep -o "${esc}\[0m" "$out" | wc -l)" "$(grep -o "${esc}\[[1-9][0-9;]*m" "$out" | wc -l)" 'colour: always: what begins also ends'
check_status 1 'colour: always, whatever NO_COLOR says' env NO_COLOR=1 "$ARGMAP" check --color=always given/broken.argmap.json
contains "$out" "${esc}[1;31merror" 'colour: an option outweighs NO_COLOR'

# on_terminal COMMAND: what the shell command prints on a terminal of its own, which is wide enough for any line, in $out
on_terminal ()
{
  run script -qec "stty cols 200; $1" /dev/null </dev/null
  tr -d '\r' <"$out" >"$out.lf"
  mv "$out.lf" "$out"
}
if script -qec true /dev/null </dev/null >/dev/null 2>&1; then
  on_terminal 'TERM=xterm "$ARGMAP" check given/broken.argmap.json'
  equal 1 "$status" 'a terminal: the exit status'
  contains "$out" "${esc}[1;31merror${esc}[0m" 'a terminal: colour'
  on_terminal 'NO_COLOR=1 TERM=xterm "$ARGMAP" check given/broken.argmap.json'
  same plain "$out" 'a terminal: no colour with NO_COLOR'
  on_terminal 'NO_COLOR= TERM=xterm "$ARGMAP" check given/broken.argmap.json'
  contains "$out" "${esc}[1;31merror${esc}[0m" 'a terminal: colour with an empty NO_COLOR'
  on_terminal 'TERM=dumb "$ARGMAP" check given/broken.argmap.json'
  same plain "$out" 'a terminal: no colour on a dumb one'
  on_terminal 'TERM=xterm "$ARGMAP" check --color=never given/broken.argmap.json'
  same plain "$out" 'a terminal: no colour with --color=never'
  on_terminal 'TERM=xterm "$ARGMAP" summary given/broken.argmap.json'
  contains "$out" "${esc}[1;31merror${esc}[0m" 'a terminal: colour on standard error'
  on_terminal 'TERM=xterm "$ARGMAP" summary given/broken.argmap.json 2>findings'
  lacks findings "$esc" 'a terminal: no colour on standard error that is a file'
  on_terminal 'TERM=xterm "$ARGMAP" check given/broken.argmap.json >findings'
  lacks findings "$esc" 'a terminal: no colour on standard output that is a file'
  on_terminal 'stty cols 50; "$ARGMAP" summary "$ARGMAP_SOURCE"/maps/compulsory-voting.argmap.json'
  equal '' "$(tr -d '\200-\277' <"$out" | awk 'length ($0) > 50' | head -n 3)" 'a terminal of 50 columns: a summary of 50 columns'
  equal 1 "$(tr -d '\200-\277' <"$out" | awk 'length ($0) > 40 { wide = 1 } END { print wide + 0 }')" 'a terminal of 50 columns: they are used'
  on_terminal 'stty cols 300; "$ARGMAP" summary "$ARGMAP_SOURCE"/maps/compulsory-voting.argmap.json'
  equal '' "$(tr -d '\200-\277' <"$out" | awk 'length ($0) > 100' | head -n 3)" 'a terminal of 300 columns: no line that nobody can read'
else
  skip 'a terminal' 'there is no script(1)'
fi

# --- expectations ---

cat >given/expecting.argmap.json <<'END'
{ "argmap": 1, "title": "Expecting", "resolution": "close",
  "claims": [{ "id": "close", "text": "The old town should be closed to cars." },
             { "id": "noise", "text": "Most of its noise comes from cars.", "supports": ["close"] }],
  "rebuttals": [{ "id": "shops", "text": "The shops live by those who come by car.", "rebuts": ["close"] }],
  "expect": { "unanswered": ["close", "noise", "close"] } }
END
check_status 1 'expect: a map that comes out otherwise' "$ARGMAP" check given/expecting.argmap.json
contains "$out" '5:30: error: expected "close" to be unanswered, but it is answered [expectation-failed]' 'expect: what was expected, and where'
equal 1 "$(grep -c 'expectation-failed' "$out")" 'expect: what is named twice is reported once'
check_status 0 'expect: the rule turned off' "$ARGMAP" check --rule=expectation-failed=off given/expecting.argmap.json
lacks "$out" expectation-failed 'expect: the rule turned off: nothing is said'
check_status 0 'expect: the rule made a warning' "$ARGMAP" check --rule=expectation-failed=warning given/expecting.argmap.json
contains "$out" 'warning: expected "close"' 'expect: the rule made a warning: it is one'
for command in evaluate summary crux; do
  check_status 0 "expect: $command shows such a map" "$ARGMAP" "$command" given/expecting.argmap.json
  is_empty "$err" "expect: $command shows such a map: nothing on standard error"
done
check_status 0 'expect: why explains such a map' "$ARGMAP" why given/expecting.argmap.json close
drawn 0 'expect: such a map is drawn' -T svg -o drawing.svg given/expecting.argmap.json
rm -f drawing.svg

# A label costs a walk over the map to explain.
awk 'BEGIN {
  print "{ \"argmap\": 1, \"title\": \"Many\", \"claims\": ["
  for (i = 1; i <= 4000; i++)
    printf "%s{ \"id\": \"c%d\", \"text\": \"Claim %d.\" }\n", (i > 1 ? "," : ""), i, i
  print "], \"expect\": { \"answered\": [\"c1\""
  for (i = 2; i <= 4000; i++)
    printf ",\"c%d\"\n", i
  print "] } }"
}' >many.json
run "$ARGMAP" check --rule=isolated-claim=off many.json
equal 4000 "$(grep -c 'but it is unanswered \[expectation-failed\]$' "$out")" 'expect: each of thousands that fail is reported'
explained=$(grep -c '= note: no reply to it in this map' "$out")
if [ "$explained" -gt 500 ] && [ "$explained" -lt 4000 ]; then
  ok 'expect: the first of thousands are explained'
else
  not_ok 'expect: the first of thousands are explained' "explained: $explained"
fi
rm many.json

# --- summary ---

check_status 0 'summary: a good map' "$ARGMAP" summary good.argmap.json
contains "$out" 'Cars in the old town' 'summary: a good map: its title'
is_empty "$err" 'summary: a good map: nothing on standard error'
cp "$out" summed
run "$ARGMAP" summary --format text good.argmap.json
same summed "$out" 'summary: text is the default'
run "$ARGMAP" summary - <good.argmap.json
same summed "$out" 'summary: standard input'
check_status 0 'summary: Markdown' "$ARGMAP" summary good.argmap.json --format=markdown
begins "$out" '# ' 'summary: Markdown: a heading'
check_status 0 'summary: a doubtful map' "$ARGMAP" summary given/doubtful.argmap.json
is_empty "$err" 'summary: warnings are silent'
check_status 1 'summary: a broken map' "$ARGMAP" summary given/broken.argmap.json
equal "$unknown" "$(sed -n 1p "$err")" 'summary: a broken map: the error on standard error'
lacks "$err" "$unused" 'summary: a broken map: no warnings'
is_empty "$out" 'summary: a broken map: nothing on standard output'
check_status 0 'summary: a broken map, by force' "$ARGMAP" summary --force given/broken.argmap.json
contains "$out" 'Broken' 'summary: a broken map, by force: its title'
check_status 1 'summary: no JSON, not even by force' "$ARGMAP" summary --force given/syntax.argmap.json
contains "$err" '[json-syntax]' 'summary: no JSON, not even by force: why'
is_empty "$out" 'summary: no JSON, not even by force: nothing on standard output'
check_status 1 'summary: a broken map among others' "$ARGMAP" summary good.argmap.json given/broken.argmap.json given/doubtful.argmap.json
contains "$out" 'Doubtful' 'summary: a broken map among others: those after it are summed up'
contains "$out" 'Cars in the old town' 'summary: a broken map among others: those before it are summed up'
check_status 2 'summary: a missing file among others' "$ARGMAP" summary nowhere.json given/broken.argmap.json good.argmap.json
contains "$out" 'Cars in the old town' 'summary: a missing file among others: the others are summed up'
contains "$err" 'cannot read nowhere.json: No such file or directory' 'summary: a missing file among others: it is reported'
contains "$err" "$unknown" 'summary: a missing file among others: the broken one is reported too'
run "$ARGMAP" summary nowhere.json good.argmap.json
same summed "$out" 'summary: a missing file before a good one leaves no empty line'
check_status 1 'summary: a directory' "$ARGMAP" summary tree
check_status 2 'summary: a directory without maps' "$ARGMAP" summary tree/empty
check_status 0 'summary: -- and a name with a dash' "$ARGMAP" summary -- -strange

for map in "$ARGMAP_SOURCE"/maps/*.argmap.json; do
  check_status 0 "summary: ${map##*/}" "$ARGMAP" summary "$map"
  wide=$(tr -d '\200-\277' <"$out" | awk 'length ($0) > 80' | head -n 3)
  equal '' "$wide" "summary: ${map##*/}: no line is wider than 80 columns"
  lacks "$out" "$esc" "summary: ${map##*/}: no colour"
done

# --- render ---

if [ "$ARGMAP_DRAW" != 1 ]; then
  check_status 2 'render: built without drawing' "$ARGMAP" render -T dot good.argmap.json
  contains "$err" 'this build of argmap cannot draw' 'render: built without drawing: what it says'
  absent 'render: built without drawing: no picture' good.dot good.svg
fi
usage render '-o and -d exclude each other' 'render: -o and -d' render -o x.svg -d y good.argmap.json
usage render '-o takes one map; for several, name a directory with -d' 'render: -o with several maps' render -o x.svg good.argmap.json given/good.argmap.json
usage render '-o takes one map; for several, name a directory with -d' 'render: -o with a directory of several maps' render -o x.svg tree
usage render '-o takes one map; for several, name a directory with -d' 'render: -o - with several maps' render -o - good.argmap.json given/good.argmap.json
usage render 'no format has the ending .jpge; say which with -T svg, dot, png, pdf or html' 'render: an unknown ending' render -o x.jpge good.argmap.json
absent 'render: nothing was drawn on usage errors' x.svg x.jpge y

drawn 0 'render: without -T' good.argmap.json
left equal good.svg "$(cat "$out")" 'render: without -T: the path of the picture is printed'
left is_empty "$err" 'render: without -T: nothing on standard error'
left contains good.svg '</svg>' 'render: without -T: SVG beside the map'
left equal 644 "$(stat -c %a good.svg 2>/dev/null)" 'render: the picture has the mode of new files'
drawn 0 'render: -T dot' -T dot good.argmap.json
left equal good.dot "$(cat "$out")" 'render: -T dot: the path'
left begins good.dot 'digraph' 'render: -T dot: DOT'
drawn 0 'render: -T after the map' given/good.argmap.json --type dot
left equal given/good.dot "$(cat "$out")" 'render: in another directory: beside the map'
drawn 0 'render: -T and its value in one' -Tdot given/good.argmap.json
left equal given/good.dot "$(cat "$out")" 'render: -T and its value in one: the path'
drawn 0 'render: from where one is' -T dot ./good.argmap.json
left equal ./good.dot "$(cat "$out")" 'render: from where one is: the path begins as the map'
drawn 0 'render: an absolute path' -T dot "$scratch/good.argmap.json"
left equal "$scratch/good.dot" "$(cat "$out")" 'render: an absolute path: the path is absolute'

# NAME.svg: without .argmap.json or .json, and nothing else taken away.
mkdir names
for name in plain.json both.argmap.json none map.txt map.svg .json.json two.json.json spaced\ name.argmap.json; do
  cp good.argmap.json "names/$name"
done
for pair in plain.json:plain both.argmap.json:both none:none map.txt:map.txt map.svg:map.svg .json.json:.json two.json.json:two.json \
  'spaced name.argmap.json:spaced name'; do
  drawn 0 "render: the name for ${pair%:*}" -T dot "names/${pair%:*}"
  left equal "names/${pair#*:}.dot" "$(cat "$out")" "render: the name for ${pair%:*} is ${pair#*:}.dot"
done

drawn 0 'render: -o' -o o.dot good.argmap.json
left is_empty "$out" 'render: -o: no path is printed'
left begins o.dot 'digraph' 'render: -o: the format of the ending'
drawn 0 'render: -o with an ending in capitals' -o O.DOT good.argmap.json
left same o.dot O.DOT 'render: -o with an ending in capitals'
drawn 0 'render: -o and -T' -T dot -o o.other good.argmap.json
left same o.dot o.other 'render: -T outweighs an ending that says nothing'
drawn 0 'render: -o without an ending' -o o good.argmap.json
left contains o '</svg>' 'render: -o without an ending: SVG'
mkdir dotted.d
drawn 0 'render: -o in a directory with a dot' -o dotted.d/o -T dot good.argmap.json
left same o.dot dotted.d/o 'render: -o in a directory with a dot: that is no ending'
drawn 0 'render: PNG' -o o.png good.argmap.json
left equal ' 137 80 78 71' "$(od -An -tu1 -N4 o.png | tr -s ' ')" 'render: PNG: its signature'
drawn 0 'render: PDF' -o o.pdf good.argmap.json
left begins o.pdf '%PDF-' 'render: PDF: its signature'
drawn 0 'render: -o -' -T dot -o - good.argmap.json
left same o.dot "$out" 'render: -o -: standard output'
left absent 'render: -o -: no file of that name' ./-
drawn 0 'render: -o - with a directory of one map' -T dot -o - tree/two.argmap.json
left same o.dot "$out" 'render: -o with a directory of one map'
drawn 0 'render: standard input' -T dot - <good.argmap.json
left same o.dot "$out" 'render: from standard input to standard output'
drawn 0 'render: standard input and -o' -o i.dot - <good.argmap.json
left same o.dot i.dot 'render: from standard input to a file'
drawn 0 'render: standard input and -d' -T dot -d i - <good.argmap.json
left equal i/map.dot "$(cat "$out")" 'render: from standard input into a directory: map.dot'
drawn 0 'render: standard input beside a map of that name' -T dot - names/plain.json <good.argmap.json
cp good.argmap.json map.argmap.json
drawn 0 'render: standard input beside a map called map' -T dot - map.argmap.json <good.argmap.json
left equal map.dot "$(tail -n 1 "$out")" 'render: standard input goes to standard output, so map.dot is free'

drawn 0 'render: -d makes the directory' -T dot -d new/deep good.argmap.json given/doubtful.argmap.json
left equal 'new/deep/good.dot
new/deep/doubtful.dot' "$(cat "$out")" 'render: -d: the paths, in the order of the maps'
left exists 'render: -d: the pictures' new/deep/good.dot new/deep/doubtful.dot
left is_empty "$err" 'render: warnings are silent'
drawn 2 'render: -d is a file' -T dot -d good.argmap.json given/doubtful.argmap.json
left contains "$err" 'cannot make the directory good.argmap.json' 'render: -d is a file: what it says'
drawn 2 'render: -o in a directory that is not there' -o nowhere/o.dot good.argmap.json
left contains "$err" 'cannot write nowhere/o.dot: No such file or directory' 'render: -o in a directory that is not there: what it says'
drawn 2 'render: -o is a directory' -T dot -o given good.argmap.json
left contains "$err" 'cannot write given: Is a directory' 'render: -o is a directory: what it says'
drawn 2 'render: -o under a file' -o good.argmap.json/o.dot good.argmap.json
drawn 2 'render: two maps to one file' -T dot -d new good.argmap.json given/good.argmap.json
left contains "$err" 'another map would be drawn to the same file as given/good.argmap.json' 'render: two maps to one file: what it says'
left absent 'render: two maps to one file: nothing is drawn' new/good.dot
cp good.argmap.json good.json
rm -f good.dot
drawn 2 'render: two names that lose their suffixes' -T dot good.argmap.json good.json
left absent 'render: two names that lose their suffixes: nothing is drawn' good.dot

# Errors.
drawn 1 'render: a broken map' -T dot given/broken.argmap.json
left equal "$unknown" "$(sed -n 1p "$err")" 'render: a broken map: the error on standard error'
left lacks "$err" "$unused" 'render: a broken map: no warnings'
left is_empty "$out" 'render: a broken map: nothing on standard output'
left absent 'render: a broken map: no picture' given/broken.dot
drawn 1 'render: a broken map to a file that is there' -o o.dot given/broken.argmap.json
left begins o.dot 'digraph' 'render: a broken map to a file that is there: the file stays'
drawn 0 'render: a broken map by force' --force -T dot given/broken.argmap.json
left equal given/broken.dot "$(cat "$out")" 'render: a broken map by force: the path'
left contains given/broken.dot pedestrianise 'render: a broken map by force: a stub for what is missing'
left contains given/broken.dot 'missing' 'render: a broken map by force: the stub says so'
drawn 1 'render: no JSON, not even by force' --force -T dot given/syntax.argmap.json
left absent 'render: no JSON, not even by force: no picture' given/syntax.dot
drawn 2 'render: a missing file and a broken map among others' -T dot -d mixed nowhere.json given/broken.argmap.json good.argmap.json
left equal mixed/good.dot "$(cat "$out")" 'render: a missing file and a broken map among others: the good one is drawn'
left contains "$err" 'cannot read nowhere.json' 'render: a missing file and a broken map among others: the missing one is reported'
left contains "$err" "$unknown" 'render: a missing file and a broken map among others: the broken one is reported'
drawn 1 'render: a directory' -T dot tree
left equal 'tree/a.dot
tree/b.dot
tree/two.argmap.json/d.dot' "$(cat "$out")" 'render: a directory: every good map in it, beside the map'
drawn 2 'render: a directory without maps' -T dot tree/empty
drawn 0 'render: -- and a name with a dash' -T dot -- -strange
left equal -strange.dot "$(cat "$out")" 'render: -- and a name with a dash: the path'

# What is written over.
if [ "$ARGMAP_DRAW" = 1 ]; then
  echo old >over.dot
  chmod 640 over.dot
  before=$(stat -c %i over.dot)
  drawn 0 'render: over a file' -o over.dot good.argmap.json
  same o.dot over.dot 'render: over a file: the new picture'
  equal 640 "$(stat -c %a over.dot)" 'render: over a file: its mode stays'
  if [ "$before" != "$(stat -c %i over.dot)" ]; then
    ok 'render: over a file: by a new file that takes its name, never half of one'
  else
    not_ok 'render: over a file: by a new file that takes its name, never half of one'
  fi
  (umask 077 && "$ARGMAP" render -o masked.dot good.argmap.json)
  equal 600 "$(stat -c %a masked.dot)" 'render: a new file obeys the mask'

  mkdir aside
  echo old >aside/real.dot
  ln -s aside/real.dot link.dot
  drawn 0 'render: over a link' -o link.dot good.argmap.json
  equal aside/real.dot "$(readlink link.dot)" 'render: over a link: the link stays'
  same o.dot aside/real.dot 'render: over a link: what it leads to is written'
  ln -s link.dot link2.dot
  echo old >aside/real.dot
  drawn 0 'render: over a link to a link' -o link2.dot good.argmap.json
  same o.dot aside/real.dot 'render: over a link to a link'
  ln -s aside/new.dot fresh.dot
  drawn 0 'render: over a link to nothing' -o fresh.dot good.argmap.json
  same o.dot aside/new.dot 'render: over a link to nothing: the file is made'
  equal aside/new.dot "$(readlink fresh.dot)" 'render: over a link to nothing: the link stays'
  ln -s fresh2.dot fresh1.dot
  ln -s aside/new2.dot fresh2.dot
  drawn 0 'render: over a link to a link to nothing' -o fresh1.dot good.argmap.json
  same o.dot aside/new2.dot 'render: over a link to a link to nothing: the file is made'
  equal aside/new2.dot "$(readlink fresh2.dot)" 'render: over a link to a link to nothing: the links stay'
  ln -s loop.dot loop.dot
  drawn 2 'render: over a link to itself' -o loop.dot good.argmap.json
  ln -s "$scratch/elsewhere/x.dot" gone.dot
  drawn 2 'render: over a link into nowhere' -o gone.dot good.argmap.json

  device null 3
  if [ -n "$device" ]; then
    drawn 0 'render: /dev/null' -T svg -o "$device" good.argmap.json
    if [ -c "$device" ]; then ok 'render: /dev/null stays a device'; else not_ok 'render: /dev/null stays a device'; fi
    ln -s "$device" null.svg
    drawn 0 'render: a link to /dev/null' -o null.svg good.argmap.json
    if [ -c "$device" ] && [ -h null.svg ]; then ok 'render: a link to /dev/null stays one'; else not_ok 'render: a link to /dev/null stays one'; fi
  else
    skip 'render: /dev/null' 'no device may be made here'
  fi
  drawn 0 'render: /dev/stdout' -T dot -o /dev/stdout good.argmap.json
  same o.dot "$out" 'render: /dev/stdout'
  # Opened for both, a FIFO makes no one wait: should argmap not open it, whoever is at its other end comes to an end all the same.
  mkfifo fifo
  cat fifo >through &
  reader=$!
  drawn 0 'render: a FIFO' -T dot -o fifo good.argmap.json
  exec 5<>fifo
  exec 5>&-
  wait "$reader"
  same o.dot through 'render: a FIFO: all of it goes through'
  if [ -p fifo ]; then ok 'render: a FIFO stays a FIFO'; else not_ok 'render: a FIFO stays a FIFO'; fi
  cat good.argmap.json >fifo &
  writer=$!
  drawn 0 'render: from a FIFO' -o from.dot fifo
  exec 5<>fifo
  wait "$writer"
  exec 5>&-
  same o.dot from.dot 'render: from a FIFO: the same picture'

  if [ "$(id -u)" -ne 0 ]; then
    mkdir shut
    echo old >shut/over.dot
    chmod 555 shut
    drawn 2 'render: into a directory that may not be written' -o shut/new.dot good.argmap.json
    contains "$err" 'cannot write shut/new.dot: Permission denied' 'render: into a directory that may not be written: what it says'
    chmod 755 shut
    chmod 444 over.dot
    drawn 2 'render: over a file that may not be written' -o over.dot good.argmap.json
    contains "$err" 'cannot write over.dot: Permission denied' 'render: over a file that may not be written: what it says'
  else
    skip 'render: into a directory that may not be written' 'root may write everything'
    skip 'render: over a file that may not be written' 'root may write everything'
  fi
  for folder in . given new aside; do
    nothing_left "$folder" "render: no temporary file is left in $folder"
  done
else
  skip 'render: what is written over' 'built without drawing'
fi

# --- without a solver ---

cat >circle.argmap.json <<'END'
{ "argmap": 1, "title": "Circle", "resolution": "a", "claims": [{ "id": "a", "text": "A." }],
  "rebuttals": [{ "id": "b", "text": "B.", "rebuts": ["a", "c"] }, { "id": "c", "text": "C.", "rebuts": ["b"] }] }
END
for command in 'evaluate circle.argmap.json' 'summary circle.argmap.json' 'why circle.argmap.json a' 'crux circle.argmap.json' 'list circle.argmap.json'; do
  # shellcheck disable=SC2086 # words of a command
  check_status 0 "argmap $command" "$ARGMAP" $command
  if [ "${command%% *}" = evaluate ] && ! "$ARGMAP" --version | grep -q '^SAT solver '; then
    contains "$err" 'note: this build of argmap has no SAT solver, so it does not say of which kind disputed claims are' "$command: what is missing without a solver is said"
    lacks "$err" 'libcadical' "$command: and not how to build the program"
  else
    lacks "$err" solver "$command: no word of a solver"
  fi
done

finish
