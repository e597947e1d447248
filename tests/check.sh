#!/bin/sh
# The rules of src/base/rules.def, one by one, on the maps in tests/check/:
#   SLUG.argmap.json, SLUG.VARIANT.argmap.json   break the rule SLUG and no other
#   the same with .expected                      what `argmap check --color=never` prints for it, to the byte
#   SLUG.near.argmap.json, SLUG.near.VARIANT.…   nearly break it, and pass `argmap check --strict`
#   SLUG.WHATEVER.txt, SLUG.WHATEVER.folder      a source's file, or a folder of such, named by a map here
# A map about a wrong date need not be a good debate: rules of level info are off, except for the maps of such a rule. Those are
# checked with --level info, and everything is on.
# AM_UPDATE=1 sh tests/check.sh writes the .expected files anew (with ARGMAP and ARGMAP_SOURCE set): read the difference.

. "$ARGMAP_SOURCE/tests/tap.sh"
cd "$ARGMAP_SOURCE/tests/check" || exit 1

# Nothing is drawn here: the fast unwinder of the sanitizers will do (see tests/bad.sh).
ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}fast_unwind_on_malloc=1
export ASAN_OPTIONS

rules=$scratch/rules
sed -n 's/^[A-Z]*_RULE ([A-Z_]*, "\([^"]*\)", \([A-Z]*\),.*/\1 \2/p' "$ARGMAP_SOURCE/src/base/rules.def" >"$rules"
slugs=" $(cut -d ' ' -f 1 "$rules" | tr '\n' ' ')"

# MAP SLUG LEVEL for every map, near or not.
listed=$scratch/listed
printf '%s\n' *.argmap.json | awk 'NR == FNR { level[$1] = $2; next } { slug = $0; sub (/\..*/, "", slug); print $0, slug, level[slug] }' "$rules" - >"$listed"

infos_off=$(sed -n 's/^\(.*\) INFO$/--rule=\1=off/p' "$rules")

# check LEVEL ARGUMENT...: argmap check as it suits the maps of a rule of that level
check ()
{
  if [ "$1" = INFO ]; then
    shift
    run "$ARGMAP" check --config=none --color=never --level=info "$@"
  else
    shift
    # shellcheck disable=SC2086 # one word a rule
    run "$ARGMAP" check --config=none --color=never $infos_off "$@"
  fi
}

# Reads "MAP SLUG LEVEL" lines. What is wrong with the report found/MAP on clean/MAP, which is to break the rule SLUG of that level alone,
# as "MAP what". Columns are code points: continuation bytes are taken out before they are counted.
inspect ()
{
  awk -v scratch="$scratch" '
    function fault (what)
    {
      print map, what
    }

    function check_place (place, column, line)
    {
      split (place, part, ":")
      line = part[1]
      column = part[2]
      if (line < 1 || line > lines + 1 || column < 1 || column > width[line] + 1)
        fault("no such place in the map: " place)
    }

    function read_map (file, text)
    {
      lines = 0
      while ((getline text < file) > 0)
        {
          gsub (/[\200-\277]/, "", text)
          width[++lines] = length (text)
        }
      close (file)
    }

    function read_line (text, rest)
    {
      if (index (text, map ":") == 1)
        {
          rest = substr (text, length (map) + 2)
          if (!match (rest, /^[0-9]+:[0-9]+: (error|warning|info): /))
            fault("a finding without place or level: " text)
          else if (rest !~ ("^[0-9:]+ " tolower(level) ": "))
            fault("not of level " level ": " text)
          split (rest, part, ":")
          check_place(part[1] ":" part[2])
          if (part[1] < last_line || (part[1] == last_line && part[2] < last_column))
            fault("not in the order of the file: " text)
          last_line = part[1] + 0
          last_column = part[2] + 0
          if (rest !~ ("[^.] \\[" slug "\\]$"))
            fault("not of " slug ", or ends with a full stop: " text)
          findings++
        }
      if (text ~ / = (note|help): / && match (text, /:[0-9]+:[0-9]+\)$/))
        check_place(substr (text, RSTART + 1, RLENGTH - 2))
    }

    {
      map = $1
      slug = $2
      level = $3
      read_map(scratch "/clean/" map)
      findings = last_line = last_column = 0
      file = scratch "/found/" map
      while ((getline text < file) > 0)
        read_line(text)
      close (file)
      if (!findings)
        fault("no finding")
      if (slug == "json-syntax" && findings > 1)
        fault("more than one syntax error in a file")
    }'
}

# check_bad MAP SLUG LEVEL: its report to found/MAP; what is wrong with its exit status, as "MAP what", to the file faults. That --strict
# and --fail-on matter is tried with the first map of each rule.
check_bad ()
{
  stricter=
  usual=0
  case $3 in
    ERROR) usual=1 ;;
    WARNING) stricter=--strict ;;
    INFO) stricter=--fail-on=info ;;
    *) echo "$1 what is the exit status of level $3?" >>"$scratch/faults" ;;
  esac
  check "$3" "$1"
  mv "$out" "$scratch/found/$1"
  [ "$status" -eq "$usual" ] || echo "$1 exit status $status and not $usual" >>"$scratch/faults"
  [ ! -s "$err" ] || echo "$1 on standard error: $(cat "$err")" >>"$scratch/faults"
  if [ -n "$stricter" ] && [ "$2" != "$before" ]; then
    check "$3" "$stricter" "$1"
    [ "$status" -eq 1 ] || echo "$1 exit status $status with $stricter" >>"$scratch/faults"
  fi
  before=$2
}

# judge_bad MAP: as it should be, to the byte, and without a fault
judge_bad ()
{
  expected=${1%.argmap.json}.expected
  found=$scratch/found/$1
  faults=
  case $told in
    *"
$1 "*) faults=$(grep -F "$1 " "$scratch/faults") ;;
  esac
  if [ "${AM_UPDATE:-0}" = 1 ] && [ -z "$faults" ]; then
    cp "$found" "$expected"
  fi
  if [ ! -f "$expected" ]; then
    not_ok "$1" "there is no $expected $faults"
    comment <"$found"
  elif [ -n "$faults" ]; then
    not_ok "$1" "$faults"
    comment <"$found"
  else
    same "$expected" "$found" "$1"
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
cat ./*.argmap.json >"$scratch/all"
for file in *; do
  case $file in
    *.argmap.json)
      case $slugs in
        *" ${file%%.*} "*) ;;
        *) strange="$strange $file" ;;
      esac ;;
    *.near.expected | *.near.*.expected) strange="$strange $file" ;;
    *.expected) [ -f "${file%.expected}.argmap.json" ] || strange="$strange $file" ;;
    *.txt | *.folder) grep -qF -e "\"$file" "$scratch/all" || strange="$strange $file" ;;
    *) strange="$strange $file" ;;
  esac
done
equal '' "$strange" 'no file here is without its rule or its map'

# --- maps that are in order ---

# check_near LEVEL MAP...: maps that nearly break a rule of that level
check_near ()
{
  level=$1
  shift
  case $level in
    INFO) check INFO --fail-on=info "$@" ;;
    *) check "$level" --strict "$@" ;;
  esac
  equal "0 $# files checked: no problems found" "$status $(sed 's/ ([0-9]* more [a-z]* accepted by \(the\|a\) maps*)$//' "$out")" "maps that nearly break a rule of level $level are clean, and nothing else is said"
  said=$(cat "$out")
  for map in "$@"; do
    case $said in
      *"$map:"*)
        not_ok "$map"
        grep -F -e "$map:" "$out" | comment ;;
      *) ok "$map" ;;
    esac
  done
}

for level in ERROR WARNING INFO; do
  # shellcheck disable=SC2046 # names of our own
  check_near "$level" $(awk -v level="$level" '$3 == level && $1 ~ /\.near\./ { print $1 }' "$listed")
done

# --- maps that break a rule ---

mkdir "$scratch/found" "$scratch/clean"
grep -v '^[^ ]*\.near\.' "$listed" >"$scratch/bad"
: >"$scratch/faults"
before=
while read -r map slug level; do
  tr '\000' '?' <"$map" >"$scratch/clean/$map"
  check_bad "$map" "$slug" "$level"
done <"$scratch/bad"
inspect <"$scratch/bad" >>"$scratch/faults"
told="
$(cat "$scratch/faults")"
while read -r map _; do
  judge_bad "$map"
done <"$scratch/bad"

# --- sources' files that git cannot keep, and the folder that they are in ---

cd "$scratch" || exit 1
mkdir folder folder/sub
mkfifo folder/pipe
echo 'It did nothing.' >folder/sub/survey.txt
echo 'It did nothing.' >folder/locked.txt

# quoting FILE: a map on standard output with a quotation from it
quoting ()
{
  cat <<END
{ "argmap": 1, "title": "Cars", "resolution": "close",
  "claims": [{ "id": "close", "text": "Close it.", "evidence": [{ "source": "survey", "quote": "It did nothing." }] },
             { "id": "noise", "text": "It is loud.", "supports": ["close"] }],
  "sources": [{ "id": "survey", "title": "Survey", "file": "$1" }] }
END
}

# finds SLUG DESCRIPTION ARGUMENT...: check of those arguments finds that, and nothing else; SLUG is empty where all is well
finds ()
{
  slug=$1
  description=$2
  shift 2
  check ERROR --format=gcc "$@" </dev/null
  equal "$slug" "$(sed -n 's/.* \[\([a-z-]*\)\]$/\1/p' "$out")$(cat "$err")" "$description"
}

quoting sub/survey.txt >folder/map.json
finds '' 'a path counts from the folder of the map, not from the current one' folder/map.json
cd folder/sub || exit 1
finds '' 'also where the map is above' ../map.json
cd "$scratch" || exit 1
quoting pipe >folder/map.json
finds source-file-missing 'a FIFO is no file, and nobody waits for it' folder/map.json
quoting locked.txt >folder/map.json
chmod 0 folder/locked.txt
if [ -r folder/locked.txt ]; then
  skip 'a file without permission to read' 'this user may read everything'
else
  finds source-file-missing 'a file without permission to read' folder/map.json
fi
if dd if=/dev/zero of=folder/large.txt bs=1 count=0 seek=100000000 2>dd.log; then
  quoting large.txt >folder/map.json
  finds source-file-missing 'a file of 100 MB is not passed over in silence' folder/map.json
  rm folder/large.txt
else
  skip 'a file of 100 MB is not passed over in silence' 'no sparse files here'
fi

quoting sub/survey.txt >map.json
run "$ARGMAP" check --config=none --quiet - <map.json
equal 1 "$status" 'for standard input the folder is the current one'
run "$ARGMAP" check --config=none --quiet --stdin-name=folder/any.json - <map.json
equal 0 "$status" 'or that of --stdin-name'

# --- numbers that a double would round to one that may stand (other validators see the double, so they are no fixtures) ---

# number MEMBER VALUE STATUS WHAT
number ()
{
  printf '{ "argmap": %s, "title": "T", "resolution": "a", "claims": [{ "id": "a", "text": "A.", "confidence": %s },
           { "id": "b", "text": "B.", "supports": [{ "claim": "a", "strength": %s }] }] }' "$1" "$2" "$2" >map.json
  check_status "$3" "numbers: argmap $1, confidence $2" "$ARGMAP" check --config=none --level error map.json
  contains "$out" "$4" "numbers: argmap $1, confidence $2: what is said"
}
number 1 1.0000000000000000000000000000000001 1 'must be a number from 0 to 1'
number 1 -1e-400 1 'must be a number from 0 to 1'
number 1 -0.000000000000000000000000000000000000000000000001E-300 1 'must be a number from 0 to 1'
number 1 100000000000000000000000001e-26 1 'must be a number from 0 to 1'
number 1 1e-400 0 'no problems found'
number 1 -0.0e9 0 'no problems found'
number 1 0.99999999999999999999999999999999 0 'no problems found'
number 1.00 10e-1 0 'no problems found'
number 1.00000000000000000000000001 1 1 'which this program does not know'
number 0.99999999999999999999999999999999 1 1 'which this program does not know'

finish
