#!/bin/sh
# Byte order marks and text that is not UTF-8: lists of files, maps, project files, frameworks, and the columns after a mark.
. "$ARGMAP_SOURCE/tests/tap.sh"
cd "$scratch" || exit 1

printf '{ "argmap": 1, "title": "A", "resolution": "a", "claims": [{ "id": "a", "text": "A." }] }\n' >a.argmap.json
cp a.argmap.json b.argmap.json
mark=$(printf '\357\273\277')

# utf16 BIG MARK: standard input, which is ASCII, in UTF-16
utf16 ()
{
  [ "$2" = 0 ] || { [ "$1" = 1 ] && printf '\376\377' || printf '\377\376'; }
  od -An -v -to1 | tr -s ' ' '\n' | sed '/^$/d' | while read -r byte; do
    [ "$1" = 1 ] && printf '\000%b' "\\0$byte" || printf '%b\000' "\\0$byte"
  done
}

# --- lists of files ---

# reads NUMBER LIST DESCRIPTION: so many files are checked, and laid out
reads ()
{
  check_status 0 "$3: checked" "$ARGMAP" check --files-from "$2"
  contains "$out" "$1 file" "$3: all of them"
  check_status 1 "$3: format" "$ARGMAP" format --check --files-from "$2"
  equal "$1" "$(grep -c '^[ab].argmap.json$' "$out")" "$3: format finds all of them"
}

printf '%sa.argmap.json\r\nb.argmap.json\r\n' "$mark" >list
reads 2 list 'a byte order mark and CR LF'
printf '%sa.argmap.json\0b.argmap.json\0' "$mark" >list
reads 2 list 'a byte order mark and NULs'
printf 'a.argmap.json\r\nb.argmap.json\r\n' | utf16 0 1 >list
reads 2 list 'UTF-16, little-endian'
printf 'a.argmap.json\nb.argmap.json' | utf16 1 1 >list
reads 2 list 'UTF-16, big-endian'
check_status 0 'from standard input' "$ARGMAP" check --files-from - <list

# refused LIST ENCODING: nothing is read, and the message says why and what to do
refused ()
{
  for command in check 'format --check'; do
    # shellcheck disable=SC2086 # an option may follow
    check_status 2 "$2: $command refuses it" "$ARGMAP" $command --files-from "$1"
    contains "$err" "$2; write it as UTF-8" "$2: $command says so"
    equal 1 "$(wc -l <"$err")" "$2: $command takes nothing of it for a name"
  done
}
printf 'a.argmap.json\r\n' | utf16 0 0 >list
refused list 'it is UTF-16, little-endian'
printf 'a.argmap.json\n' | utf16 1 0 >list
refused list 'it is UTF-16, big-endian'
printf 'a\0\0\0.\0\0\0' >list
refused list 'it is UTF-32, little-endian'
printf '\377\376a' >list
refused list 'it is UTF-16, little-endian'

mkdir names
cp a.argmap.json names/c
cp a.argmap.json names/d
printf 'c\0d\0c\0d\0' >names/list
cd names || exit 1
check_status 0 'one-letter names between NULs are names' "$ARGMAP" check --files-from list
cd "$scratch" || exit 1
check_status 2 'a name that is not there: status' "$ARGMAP" check "$(printf 'a.argmap.json\342\200\213')"
contains "$err" 'the name ends with U+200B ZERO WIDTH SPACE' 'a name that is not there: the character is named'

# --- maps, project files and frameworks ---

# is_named FILE ENCODING: check says what it is
is_named ()
{
  check_status 1 "$2: a map" "$ARGMAP" check --color=never "$1"
  contains "$out" "the file is $2; it must be UTF-8" "$2: a map: named"
}
utf16 0 1 <a.argmap.json >wide.json
is_named wide.json 'UTF-16, little-endian'
utf16 1 0 <a.argmap.json >wide.json
is_named wide.json 'UTF-16, big-endian'
sed 's/./&\n/g' a.argmap.json | tr '\n' '\1' | sed 's/\x01/\x00\x00\x00/g' >wide.json
is_named wide.json 'UTF-32, little-endian'
mkdir project
cp a.argmap.json project
printf '{ "rules": {} }' | utf16 0 1 >project/.argmaprc.json
check_status 1 'a project file' "$ARGMAP" check --color=never project
contains "$out" 'the file is UTF-16, little-endian; it must be UTF-8' 'a project file: named'
printf 'p af 1\n' | utf16 0 1 >frame.af
check_status 1 'a framework' "$ARGMAP" solve -p EE-CO -f frame.af
contains "$err" 'the file is UTF-16, little-endian' 'a framework: named'

# --- columns ---

printf '%s{ "argmap": 1, "titel": "A", "claims": [],\n"x": 1 }\n' "$mark" >marked.json
for format in gcc text; do
  run "$ARGMAP" check --color=never --format "$format" marked.json
  contains "$out" 'marked.json:1:16: error' "$format: the mark is not counted"
  contains "$out" 'marked.json:1:1: error: the file begins with a byte order mark' "$format: the mark itself is at the beginning"
  contains "$out" 'marked.json:2:1: error' "$format: the next line is as ever"
done
contains "$out" '   1 | { "argmap": 1, "titel"' 'text: the line is shown from its beginning'
equal '     |                ^^^^^^^' "$(grep '\^\^\^\^\^' "$out")" 'text: the carets are below the name'
run "$ARGMAP" check --format json marked.json
contains "$out" '"start":{"line":1,"column":16},"end":{"line":1,"column":23}' 'json: the mark is not counted'
run "$ARGMAP" check --format sarif marked.json
contains "$out" '"startLine":1,"startColumn":16,"endLine":1,"endColumn":23' 'sarif: the mark is not counted'
run "$ARGMAP" check --format github marked.json
contains "$out" 'line=1,endLine=1,col=16,endColumn=23' 'github: the mark is not counted'

finish
