#!/bin/sh
# How wide text is: COLUMNS, terminals, and the lines of a map that findings show.
. "$ARGMAP_SOURCE/tests/tap.sh"
cd "$scratch" || exit 1
cp "$ARGMAP_SOURCE"/maps/*.argmap.json "$ARGMAP_SOURCE/examples/starter.argmap.json" .
cat >jams.argmap.json <<'END'
{ "argmap": 1, "title": "A congestion charge", "resolution": "charge",
  "claims": [ { "id": "charge", "text": "Drivers should pay to enter the city centre." },
              { "id": "jams", "text": "Traffic jams cost everyone time.", "supports": ["chargge"] },
		{ "id": "wide",	"text": "渋滞は時間を奪う、時間を奪う、時間を奪う、時間を奪う、", "supports": ["charrge"], "note": "それはいつも道の上にある、いつも道の上にある" },
 { "supports": ["chaarge"], "id": "first", "text": "A mark at the very beginning of a line that is as long as this one." } ] }
END

# widest FILE: the columns of its widest line
widest ()
{
  LC_ALL=C.UTF-8 wc -L <"$1"
}

# at_columns N COMMAND...: runs it with COLUMNS=N; the widest line is in $found
at_columns ()
{
  columns=$1
  shift
  run env COLUMNS="$columns" "$ARGMAP" "$@"
  found=$(widest "$out")
}

for columns in 20 27 40 64 100; do
  while read -r words; do
    # shellcheck disable=SC2086 # words
    at_columns $columns $words
    [ "$found" -gt 0 ] && [ "$found" -le $columns ] && ok "$words in $columns columns" || not_ok "$words in $columns columns" "$found columns: $(LC_ALL=C.UTF-8 awk -v n=$columns 'length > n' "$out")"
  done <<'END'
summary starter.argmap.json
summary --brief .
evaluate .
crux .
why starter.argmap.json limit
diff --force starter.argmap.json jams.argmap.json
list .
list --sources .
help
help render
render --help
rules
rules quote-not-found
END
done

# What no sensible number is counts as if it were not set; what is too small or too large is bounded.
for command in 'summary starter.argmap.json' 'list .' 'help render' 'check jams.argmap.json'; do
  # shellcheck disable=SC2086 # words
  run "$ARGMAP" $command
  cp "$out" usual
  for columns in 0 00 '' -40 40x ' 40' 4e1 0x28 99999999999999999999; do
    # shellcheck disable=SC2086
    at_columns "$columns" $command
    same usual "$out" "$command: COLUMNS='$columns' says nothing"
  done
done
at_columns 20 summary starter.argmap.json
cp "$out" narrow
at_columns 1 summary starter.argmap.json
same narrow "$out" 'fewer than 20 columns count as 20'
at_columns 9999 summary starter.argmap.json
equal 100 "$found" 'prose has no more than 100 columns'
for format in json markdown; do
  run "$ARGMAP" summary --format $format starter.argmap.json
  cp "$out" usual
  at_columns 40 summary --format $format starter.argmap.json
  same usual "$out" "$format does not depend on it"
done
at_columns 30 check -o report jams.argmap.json
run "$ARGMAP" check jams.argmap.json
same report "$out" 'nor does a report in a file'

# --- the lines that findings show ---

# frames FILE COLUMNS WHAT: every line of the map, cut or not, and its mark fit, and the mark is below what it marks
frames ()
{
  grep -E '^ *[0-9]* \| ' "$1" >shown
  equal yes "$([ "$(widest shown)" -le "$2" ] && echo yes)" "$3: lines of the map fit"
  grep -A 1 '"ch[a]*r*g*ge"\]\|chargge' shown | sed 's/…/./g' | awk '/\^/ { at = index ($0, "^"); print substr (before, at, 9) } { before = $0 }' | grep -x '"chargge"' >marked
  [ "$2" -lt 24 ] || equal '"chargge"' "$(cat marked)" "$3: what is marked stands above the mark"
  equal 3 "$(grep -c '\^' shown)" "$3: each has its mark"
}
for columns in 20 24 30 47 60 80 120; do
  at_columns $columns check jams.argmap.json
  frames "$out" $columns "check in $columns columns"
  run env COLUMNS=$columns "$ARGMAP" summary jams.argmap.json
  frames "$err" $columns "summary of a map with errors in $columns columns"
done
at_columns 60 check jams.argmap.json
equal '     |                      ^^^^^^^^^' "$(grep -A 2 wide "$out" | sed -n 's/ *$//; /^ *| *^/p' | tail -1)" 'wide characters before a mark take two columns each'

# Numbers of lines that are longer than most move the mark with them.
{ echo '{ "argmap": 1, "title": "T",'; awk 'BEGIN { for (i = 0; i < 123454; i++) print "" }'; echo '"claims": [], "x-n": nil }'; } >long.argmap.json
run "$ARGMAP" check long.argmap.json
equal '123456 | "claims": [], "x-n": nil }
       |                      ^^^' "$(sed -n 2,3p "$out")" 'the mark stands below what it marks, however long the number of the line'

# A terminal is asked where COLUMNS says nothing.
if script -qec 'stty cols 60' /dev/null >"$out" 2>&1; then
  run script -qec "stty cols 60; $ARGMAP check --color=never jams.argmap.json" /dev/null
  tr -d '\r' <"$out" >said
  frames said 60 'check on a terminal of 60 columns'
  run script -qec "stty cols 60; $ARGMAP summary jams.argmap.json 2>&1 >/dev/null" /dev/null
  tr -d '\r' <"$out" | sed 's/\x1b\[[0-9;]*m//g' >said
  equal yes "$([ "$(grep -cE '^ *[0-9]* \| ' said)" -eq 0 ] || [ "$(grep -E '^ *[0-9]* \| ' said | LC_ALL=C.UTF-8 wc -L)" -le 60 ] && echo yes)" 'summary on a terminal of 60 columns'
  run script -qec "stty cols 30; $ARGMAP summary starter.argmap.json" /dev/null
  tr -d '\r' <"$out" >said
  equal yes "$([ "$(widest said)" -le 30 ] && echo yes)" 'prose on a terminal of 30 columns'
  run script -qec "stty cols 30; COLUMNS=50 $ARGMAP summary starter.argmap.json" /dev/null
  tr -d '\r' <"$out" >said
  equal yes "$([ "$(widest said)" -gt 30 ] && [ "$(widest said)" -le 50 ] && echo yes)" 'COLUMNS counts more than the terminal'
else
  skip 'on a terminal' 'script cannot be used here'
fi
finish
