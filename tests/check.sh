#!/bin/sh
# The rules of src/base/rules.def, one by one, on the maps in tests/check/:
#   SLUG.argmap.json, SLUG.VARIANT.argmap.json   break the rule SLUG and no other
#   the same with .expected                      what `argmap check --color=never` prints for it, to the byte
#   SLUG.near.argmap.json, SLUG.near.VARIANT.…   nearly break it, and pass `argmap check --strict`
# AM_UPDATE=1 sh tests/check.sh writes the .expected files anew (with ARGMAP and ARGMAP_SOURCE set): read the difference.

. "$ARGMAP_SOURCE/tests/tap.sh"
cd "$ARGMAP_SOURCE/tests/check" || exit 1

rules=$scratch/rules
sed -n 's/^[A-Z]*_RULE ([A-Z_]*, "\([^"]*\)", \([A-Z]*\),.*/\1 \2/p' "$ARGMAP_SOURCE/src/base/rules.def" >"$rules"

level_of ()
{
  sed -n "s/^$1 //p" "$rules"
}

# What is wrong with the report in $1 on the map $2, which is to break the rule $3 alone; nothing when all is well.
# Columns are code points: continuation bytes are taken out before they are counted.
inspect ()
{
  tr '\000' '?' <"$2" >"$scratch/map"
  awk -v name="$2" -v slug="$3" '
    function check_place (place, column, line)
    {
      split (place, part, ":")
      line = part[1]
      column = part[2]
      if (line < 1 || line > lines + 1 || column < 1 || column > width[line] + 1)
        print "no such place in the map: " place
    }

    FILENAME == ARGV[1] {
      gsub (/[\200-\277]/, "")
      width[++lines] = length ($0)
      next
    }
    index ($0, name ":") == 1 {
      rest = substr ($0, length (name) + 2)
      if (!match (rest, /^[0-9]+:[0-9]+: (error|warning|info): /))
        print "a finding without place or level: " $0
      split (rest, part, ":")
      check_place(part[1] ":" part[2])
      if (part[1] < last_line || (part[1] == last_line && part[2] < last_column))
        print "not in the order of the file: " $0
      last_line = part[1] + 0
      last_column = part[2] + 0
      if (rest !~ ("[^.] \\[" slug "\\]$"))
        print "not of " slug ", or ends with a full stop: " $0
      findings++
    }
    / = (note|help): / && match ($0, /:[0-9]+:[0-9]+\)$/) {
      check_place(substr ($0, RSTART + 1, RLENGTH - 2))
    }
    END {
      if (!findings)
        print "no finding"
      if (slug == "json-syntax" && findings > 1)
        print "more than one syntax error in a file"
    }
  ' "$scratch/map" "$1"
}

# check_bad MAP SLUG LEVEL
check_bad ()
{
  expected=${1%.argmap.json}.expected
  case $3 in
    ERROR) usual=1 ;;
    WARNING) usual=0 ;;
    *)
      not_ok "$1" "what is the exit status of level $3?"
      return ;;
  esac
  run "$ARGMAP" check --color=never "$1"
  faults=$(inspect "$out" "$1" "$2")
  [ "$status" -eq "$usual" ] || faults="$faults
exit status $status and not $usual"
  [ ! -s "$err" ] || faults="$faults
on standard error: $(cat "$err")"
  if [ "$3" = WARNING ]; then
    run "$ARGMAP" check --color=never --strict "$1"
    [ "$status" -eq 1 ] || faults="$faults
exit status $status with --strict"
  fi
  if [ "${AM_UPDATE:-0}" = 1 ] && [ -z "$faults" ]; then
    cp "$out" "$expected"
  fi
  if [ ! -f "$expected" ]; then
    not_ok "$1" "there is no $expected $faults"
  elif [ -n "$faults" ]; then
    not_ok "$1" "$faults"
    comment <"$out"
  else
    same "$expected" "$out" "$1"
  fi
}

# --- every rule has its maps, and every map its rule ---

equal "$(grep -c '^[A-Z]*_RULE (' "$ARGMAP_SOURCE/src/base/rules.def")" "$(grep -c . "$rules")" 'every rule of rules.def is understood here'
while read -r slug _; do
  bad=0
  near=0
  for map in "$slug".argmap.json "$slug".*.argmap.json; do
    case $map in
      "$slug".near.argmap.json | "$slug".near.*) [ ! -f "$map" ] || near=$((near + 1)) ;;
      *) [ ! -f "$map" ] || bad=$((bad + 1)) ;;
    esac
  done
  if [ "$bad" -gt 0 ] && [ "$near" -gt 0 ]; then
    ok "$slug has maps that break it and maps that nearly do"
  else
    not_ok "$slug has maps that break it and maps that nearly do" "$bad break it, $near nearly do"
  fi
done <"$rules"

strange=
for file in *; do
  case $file in
    *.near.argmap.json | *.near.*.argmap.json | *.argmap.json) [ -n "$(level_of "${file%%.*}")" ] || strange="$strange $file" ;;
    *.near.expected | *.near.*.expected) strange="$strange $file" ;;
    *.expected) [ -f "${file%.expected}.argmap.json" ] || strange="$strange $file" ;;
    *) strange="$strange $file" ;;
  esac
done
equal '' "$strange" 'no file here is without its rule or its map'

# --- maps that are in order ---

set --
for map in *.near.argmap.json *.near.*.argmap.json; do
  set -- "$@" "$map"
done
check_status 0 'the maps that nearly break a rule are all clean' "$ARGMAP" check --color=never --strict "$@"
for map in "$@"; do
  if grep -qF -e "$map:" "$out"; then
    not_ok "$map"
    grep -F -e "$map:" "$out" | comment
  else
    ok "$map"
  fi
done
equal "$# files checked: no problems found" "$(cat "$out")" 'clean maps are counted and nothing else is said'

# --- maps that break a rule ---

for map in *.argmap.json; do
  case $map in
    *.near.argmap.json | *.near.*.argmap.json) continue ;;
  esac
  check_bad "$map" "${map%%.*}" "$(level_of "${map%%.*}")"
done

finish
