#!/bin/sh
# The manual: every command has a page, with every option that its help has and no other; argmap(5) has every member of the format.
. "$ARGMAP_SOURCE/tests/tap.sh"

pages=$ARGMAP_BUILD/../docs
if [ ! -f "$pages/argmap.1" ]; then
  skip 'the manual' 'there was no scdoc to make it'
  finish
fi

# The text of a page, without overstriking, to $scratch/page
read_page ()
{
  mandoc -T utf8 -O width=200 "$pages/$1" 2>"$err" | sed 's/.'"$(printf '\b')"'//g' >"$scratch/page"
}

options_in ()
{
  grep -oE -- '--[a-z][a-z-]*' "$1" | sort -u
}

"$ARGMAP" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p' >"$scratch/commands"
[ "$(wc -l <"$scratch/commands")" -gt 10 ] && ok 'the commands are found' || not_ok 'the commands are found'
while read -r command; do
  page=argmap-$command.1
  if [ ! -s "$pages/$page" ]; then
    not_ok "$page is there"
    continue
  fi
  equal '' "$(mandoc -T lint -W error "$pages/$page" 2>&1)" "$page is sound"
  read_page "$page"
  check_status 0 "argmap $command --help" "$ARGMAP" "$command" --help
  cp "$out" "$scratch/help"
  sed -n '/^OPTIONS/,/^[A-Z]/{/^OPTIONS/d;p;}' "$scratch/page" | grep -E '^ +-' >"$scratch/options" || :
  options_in "$scratch/options" >"$scratch/is"
  grep -E '^ +-' "$scratch/help" >"$scratch/lines" || :
  options_in "$scratch/lines" >"$scratch/should"
  same "$scratch/should" "$scratch/is" "$page: the options of its help, and no other"
  contains "$scratch/page" "argmap-$command - " "$page: its name"
  run "$ARGMAP" help "$command"
  same "$scratch/help" "$out" "argmap help $command: the same"
done <"$scratch/commands"
for page in "$pages"/*.[15]; do
  mandoc -T utf8 -O width=400 "$page" 2>"$err" | sed 's/.'"$(printf '\b')"'//g' | grep -oE 'argmap(-[a-z]+)?\([15]\)' | sort -u | sed 's/(\(.\))/.\1/' >"$scratch/named"
  lost=
  while read -r name; do
    [ -f "$pages/$name" ] || lost="$lost $name"
  done <"$scratch/named"
  equal '' "$lost" "$(basename "$page"): the pages that it names are there"
done
read_page argmap.1
while read -r command; do
  contains "$scratch/page" "argmap-$command(1)" "argmap.1 lists $command"
done <"$scratch/commands"
equal '' "$(mandoc -T lint -W error "$pages/argmap.5" 2>&1)" 'argmap.5 is sound'
read_page argmap.5
lost=
for member in $(jq -r '.. | objects | .properties // empty | keys[]' "$ARGMAP_SOURCE/docs/argmap.schema.json" | sort -u); do
  grep -qw -e "$member" "$scratch/page" || lost="$lost $member"
done
equal '' "$lost" 'argmap.5: every member of the format'
sed -n '/^EXAMPLE/,/^LIMITS/p' "$scratch/page" | sed '1d;$d' >"$scratch/example.json"
check_status 0 'argmap.5: the example is a map' "$ARGMAP" check "$scratch/example.json"
check_status 2 'help: no such command' "$ARGMAP" help chekc
contains "$err" 'there is no command chekc; did you mean "check"?' 'help: what was meant'
check_status 2 'help: one command' "$ARGMAP" help check render
run "$ARGMAP" --help
cp "$out" "$scratch/help"
run "$ARGMAP" help
same "$scratch/help" "$out" 'help: alone it is --help'
finish
