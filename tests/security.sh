#!/bin/sh
# What docs/security.md promises of files, programs and the network, as the kernel sees it. What outputs hold is tested where they are:
# draw.sh, page.sh, summary.sh, reports.sh, bad.sh.
. "$ARGMAP_SOURCE/tests/tap.sh"

if ! strace -f -e trace=execve true 2>"$err"; then
  skip 'what argmap asks of the kernel' 'strace cannot be used here'
  finish
fi
cd "$scratch" || exit 1

# A map from somebody who would like to have files read, and the files.
mkdir -p outside maps/below
echo 'a secret that stands here' >outside/secret.txt
echo 'a text that is quoted' >maps/below/copy.txt
ln -s ../outside/secret.txt maps/link.txt
ln -s ../outside maps/folder
cat >maps/curious.argmap.json <<END
{ "argmap": 1, "title": "Curious", "resolution": "a", "\$schema": "file://$scratch/outside/secret.txt", "x-include": "../outside/secret.txt",
  "stakeholders": [{ "id": "p", "name": "P", "url": "file://$scratch/outside/secret.txt" }],
  "claims": [
    { "id": "a", "text": "See <img src='../outside/secret.txt'> and ../outside/secret.txt.", "by": ["p"] },
    { "id": "b", "text": "It is quoted.", "supports": ["a"], "evidence": [
      { "source": "s0", "quote": "a text that is quoted" }, { "source": "s1", "quote": "a secret" }, { "source": "s2", "quote": "a secret" },
      { "source": "s3", "quote": "a secret" }, { "source": "s4", "quote": "a secret" }, { "source": "s5", "quote": "a secret" }] } ],
  "sources": [
    { "id": "s0", "title": "Below", "file": "below/copy.txt" }, { "id": "s1", "title": "Above", "file": "../outside/secret.txt" },
    { "id": "s2", "title": "Absolute", "file": "$scratch/outside/secret.txt" }, { "id": "s3", "title": "By a link", "file": "link.txt" },
    { "id": "s4", "title": "By a folder", "file": "folder/secret.txt" }, { "id": "s5", "title": "Round about", "file": "below/../../outside/secret.txt" } ] }
END

# The same without what is wrong in it, as it was sent: its texts are not beside it.
mkdir alone
cat >alone/sent.argmap.json <<'END'
{ "argmap": 1, "title": "Sent alone", "resolution": "a",
  "claims": [
    { "id": "a", "text": "It should be so." },
    { "id": "b", "text": "It is quoted.", "supports": ["a"], "evidence": [{ "source": "s", "quote": "a text that is quoted" }] } ],
  "sources": [{ "id": "s", "title": "Below", "file": "below/copy.txt" }, { "id": "t", "title": "Above", "file": "../outside/secret.txt" }] }
END
echo '{ "rules": { "unused-source": "off" } }' >alone/.argmaprc.json
echo 'p af 1' >alone/framework.af

# asks COMMAND...: what it asks of the kernel, to calls
asks ()
{
  run strace -f -qq -s 300 -o calls -e trace=%network,%file "$ARGMAP" "$@"
}

# Opens that worked, for reading or writing, of what lies in the scratch directory.
opened ()
{
  grep -E 'open(at)?\(' calls | grep -v ' = -1 ' | grep -oE "\"[^\"]*\"" | tr -d '"' | sed "s|^$PWD/||" | grep -vE '^/|^\.\.?$' | sort -u
}

# Whatever a call names in the scratch directory, opened or only asked for, there or not.
touched ()
{
  sed -E '/execve\(/d; s/(readlink(at)?\([^"]*"[^"]*").*/\1/' calls | grep -oE '"[^"]*"' | tr -d '"' | sed "s|^$PWD/||; s|^\./||" | grep -vE '^/|^\.{0,2}$' | sort -u
}

while read -r command; do
  # shellcheck disable=SC2086 # words
  asks $command
  equal '' "$(grep -E 'socket|connect|bind|sendto' calls)" "argmap $command: no network"
  equal 1 "$(grep -c 'execve(' calls)" "argmap $command: no other program is started"
  equal '' "$(grep -E 'open(at)?\(.*(outside|secret)' calls | grep -v ' = -1 ')" "argmap $command: nothing outside is opened"
  equal '' "$(opened | grep -vE '^(maps/curious|maps/below/copy.txt$|maps$|maps/below$|\.argmap-|maps/\.)')" "argmap $command: only the map, and what is beside it"
done <<END
check maps/curious.argmap.json
check --rule source-file-outside=off --format sarif maps/curious.argmap.json
check maps
END

# Every other command reads the map that is named, and does not even ask whether something is beside it.
while read -r expected command; do
  rm -f out out.*
  # shellcheck disable=SC2086 # words
  asks $command
  equal "$expected" "$status" "argmap $command: the exit status of a map without its texts"
  equal '' "$(grep -E 'socket|connect|bind|sendto' calls)" "argmap $command: no network"
  equal 1 "$(grep -c 'execve(' calls)" "argmap $command: no other program is started"
  equal '' "$(touched | grep -vE '^(alone/(sent\.argmap\.json|framework\.af)$|(alone/)?out|(alone/)?\.argmap-|alone$)')" "argmap $command: nothing but the map that is named"
  echo "$command" >>commands
done <<END
0 summary alone/sent.argmap.json
0 summary --brief alone/sent.argmap.json
0 evaluate alone/sent.argmap.json
0 evaluate --strength euler --format json alone/sent.argmap.json
0 list alone/sent.argmap.json
0 list --sources --format json alone/sent.argmap.json
0 why alone/sent.argmap.json b
0 crux alone/sent.argmap.json
0 solve --export apx alone/sent.argmap.json
0 solve -p EE-CO -f alone/framework.af
1 format --check alone/sent.argmap.json
0 diff alone/sent.argmap.json alone/sent.argmap.json
0 new out
0 rules quote-not-found
0 schema
0 completion bash
0 complete bash 3 argmap why alone/sent.argmap.json ''
0 complete zsh 3 argmap render -o '' alone/sent.argmap.json
0 help check
$([ "$ARGMAP_DRAW" != 1 ] || for type in svg html png pdf dot; do echo "0 render -T $type -o out.$type alone/sent.argmap.json"; done)
END
for command in $("$ARGMAP" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p'); do
  case $command in
    check) continue ;; # looks beside the map
    render) [ "$ARGMAP_DRAW" = 1 ] || continue ;;
  esac
  equal yes "$(grep -q "^$command " commands || [ "$(grep -cx "$command" commands)" -gt 0 ] && echo yes)" "argmap $command: the kernel was asked what it reads"
done
if [ "$ARGMAP_DRAW" = 1 ]; then
  for type in svg html png pdf dot; do
    asks render --force -T "$type" -o "out.$type" maps/curious.argmap.json
    equal 0 "$status" "render -T $type: drawn"
    equal '' "$(grep -E 'socket|connect|bind|sendto' calls)" "render -T $type: no network"
    equal 1 "$(grep -c 'execve(' calls)" "render -T $type: no other program is started"
    equal '' "$(grep -E 'open(at)?\(.*(outside|secret)' calls | grep -v ' = -1 ')" "render -T $type: nothing outside is opened"
    lacks "out.$type" 'a secret that stands here' "render -T $type: nothing outside is in it"
  done
fi

# --- links among the maps of somebody else ---

mkdir sent
printf '{ "argmap": 1, "title": "Sent", "resolution": "a", "claims": [{ "id": "a", "text": "It should be so." },\n  { "id": "b", "text": "It helps.", "supports": ["a"] }] }\n' >sent/a.argmap.json
echo '{ "a secret that stands here": 1 }' >outside/secret.json
cp outside/secret.json kept
ln -s a.argmap.json sent/b.argmap.json
check_status 0 'a link to a map beside it is followed' "$ARGMAP" check sent
contains "$out" '2 files' 'a link to a map beside it is followed: both are checked'
ln -s ../outside/secret.json sent/z.argmap.json
ln -s /proc/self/environ sent/y.argmap.json
ways='check summary evaluate crux list format'
[ "$ARGMAP_DRAW" != 1 ] || ways="$ways render"
for command in $ways; do
  case $command in
    render) run "$ARGMAP" render -T dot -d drawn sent ;;
    *) run "$ARGMAP" $command sent ;;
  esac
  equal 2 "$status" "argmap $command, of a folder with links that lead out: the exit status says it"
  cat "$out" "$err" >said
  lacks said 'a secret' "argmap $command: what they lead to is not shown"
  contains "$err" 'z.argmap.json: it is a link that leads out of sent; name it to have it read' "argmap $command: it says which"
done
same kept outside/secret.json 'argmap format: what a link leads to is not written'
rm sent/[yz].argmap.json
run "$ARGMAP" check sent/../sent/b.argmap.json
equal 0 "$status" 'a link that is named is followed'
ln -s ../outside/secret.json sent/.argmaprc.json
run "$ARGMAP" check sent
equal 2 "$status" 'a project file that is a link: the exit status says it'
cat "$out" "$err" >said
lacks said 'a secret' 'a project file that is a link: what it leads to is not shown'
contains "$err" 'sent/.argmaprc.json: it is a link that leads out of its folder' 'a project file that is a link: it says so'
rm sent/.argmaprc.json
if [ "$ARGMAP_DRAW" = 1 ]; then
  for place in ../outside/secret.json ../outside/new.svg; do
    ln -s "$place" sent/a.svg
    run "$ARGMAP" render --fast sent/a.argmap.json
    equal 2 "$status" "a picture whose place is a link to $place: the exit status says it"
    rm sent/a.svg
  done
  same kept outside/secret.json 'a picture whose place is a link: what it leads to is whole'
  [ ! -e outside/new.svg ] && ok 'a picture whose place is a link: nothing new is outside' || not_ok 'a picture whose place is a link: nothing new is outside'
fi

# --- limits, at the limit and one beyond ---

# A file of so many bytes, mostly a hole: its last byte is what it holds.
sized ()
{
  rm -f "$1"
  truncate -s "$2" "$1" 2>"$err"
}

if sized large.argmap.json 1073741825; then
  run "$ARGMAP" check large.argmap.json
  equal 2 "$status" 'a file of one byte over 1 GiB is refused'
  contains "$err" 'large.argmap.json' 'a file of one byte over 1 GiB: it is named'
  contains "$err" 'it is larger than 1.0' 'a file of one byte over 1 GiB: so is the limit'
  sized large.argmap.json 1073741824
  run "$ARGMAP" check large.argmap.json
  equal 1 "$status" 'a file of 1 GiB is read'
  contains "$out" 'large.argmap.json:1:1: error' 'a file of 1 GiB: and it is no map, since nothing but NULs is in it'
else
  skip 'a file of over 1 GiB' 'there can be none here'
fi
rm -f large.argmap.json
nested ()
{
  awk -v depth="$1" 'BEGIN { printf "{ \"argmap\": 1, \"title\": \"T\", \"claims\": [], \"x-deep\": "; for (i = 1; i < depth; i++) printf "["; for (i = 1; i < depth; i++) printf "]"; print " }" }'
}
nested 64 >deep.argmap.json
check_status 0 'nested 64 deep' "$ARGMAP" check deep.argmap.json
nested 65 >deep.argmap.json
check_status 1 'nested 65 deep' "$ARGMAP" check deep.argmap.json
contains "$out" '[json-too-deep]' 'nested 65 deep: said'
# lengths WHAT LIMIT MAP: with N in the place of a text of so many characters
lengths ()
{
  for length in "$2" $(($2 + 1)); do
    text=$(awk -v n="$length" 'BEGIN { for (i = 0; i < n; i++) printf "1" }')
    printf '%s\n' "$3" | sed "s/N/$text/g" >length.argmap.json
    check_status $((length > $2)) "$1 of $length characters" "$ARGMAP" check length.argmap.json
  done
}
lengths 'an id' 64 '{ "argmap": 1, "title": "T", "resolution": "N", "claims": [{ "id": "N", "text": "A." }, { "id": "b", "text": "B.", "supports": ["N"] }] }'
lengths 'a label' 60 '{ "argmap": 1, "title": "T", "resolution": "a", "claims": [{ "id": "a", "text": "A.", "label": "N" }, { "id": "b", "text": "B.", "supports": ["a"] }] }'
lengths 'an abbreviation' 5 '{ "argmap": 1, "title": "T", "claims": [], "stakeholders": [{ "id": "s", "name": "S", "role": "r", "abbreviation": "N" }] }'
printf '%s\n' '{ "argmap": 1, "title": "T", "resolution": "a", "claims": [{ "id": "a", "text": "A." }, { "id": "b", "text": "B.", "supports": ["a"], "evidence": [{ "source": "s", "quote": "words" }] }], "sources": [{ "id": "s", "title": "S", "file": "text.txt" }] }' >quoted.argmap.json
for size in 67108864 67108865; do
  { awk -v n=$((size - 6)) 'BEGIN { line = sprintf("%1023s\n", ""); for (; n >= 1024; n -= 1024) printf "%s", line; for (; n > 0; n--) printf " " }'; printf 'words\n'; } >text.txt
  check_status $((size > 67108864)) "a source of $size bytes" "$ARGMAP" check quoted.argmap.json
done
finish
