#!/bin/sh
# Every command, in every form that it prints, over every map there is, broken ones among them, a process for each form. What is printed is
# tested elsewhere; here each report is to be complete, and the sanitizers see all of it, looking for leaks as well.
. "$ARGMAP_SOURCE/tests/tap.sh"
cd "$ARGMAP_SOURCE" || exit 1

find maps tests/check -name '*.argmap.json' | LC_ALL=C sort >"$scratch/maps"
readable=$scratch/readable
jq_takes ()
{
  command -v jq >"$out" && jq -n '[inputs]' "$1" >"$out" 2>"$err"
}

# Those that are maps at all, so that reports in which every map is a part go on to the end.
"$ARGMAP" check --config none --format jsonl --files-from "$scratch/maps" >"$scratch/checked.jsonl" 2>"$err"
equal "$(wc -l <"$scratch/maps" | tr -d ' ')" "$(wc -l <"$scratch/checked.jsonl" | tr -d ' ')" 'check: a line for each map'
if ! jq_takes "$scratch/checked.jsonl"; then
  skip 'every map' 'there is no jq'
  finish
fi
jq -r 'select (all (.findings[]; .rule | test ("^json-|^not-a-map$|^invalid-utf-8$|^unsupported-version$") | not)) | .path' "$scratch/checked.jsonl" >"$readable"
if [ "$(wc -l <"$readable")" -gt 500 ]; then ok 'most of them can be read'; else not_ok 'most of them can be read' "$(wc -l <"$readable")"; fi

# What draws nothing can do with the quick unwinder (see run.sh).
slow=${ASAN_OPTIONS-}
ASAN_OPTIONS=${slow:+$slow:}fast_unwind_on_malloc=1
export ASAN_OPTIONS

# survives DESCRIPTION LIST COMMAND...: over the maps of the list, it ends with a status of its own, having printed something
survives ()
{
  description=$1
  list=$2
  shift 2
  # shellcheck disable=SC2046 # names of our own
  run "$ARGMAP" "$@" $(cat "$list")
  if [ "$status" -le 1 ] && ! grep -q 'Sanitizer' "$err"; then
    ok "$description"
  else
    not_ok "$description" "exit status $status"
    tail -n 50 "$err" | comment
  fi
}

for format in text gcc github json jsonl sarif junit gitlab; do
  survives "check --format $format" "$scratch/maps" check --config none --level info --format "$format"
  [ -s "$out" ] || not_ok "check --format $format prints" 'nothing'
  case $format in
    json | jsonl | sarif | gitlab) jq_takes "$out" && ok "check --format $format: JSON" || not_ok "check --format $format: JSON" ;;
    junit) xmllint --noout "$out" 2>"$err" && ok 'check --format junit: XML' || not_ok 'check --format junit: XML' "$(cat "$err")" ;;
  esac
done
while read -r description; do
  # shellcheck disable=SC2086 # words
  survives "$description" "$readable" $description
  case $description in
    *json*) jq_takes "$out" && ok "$description: JSON" || not_ok "$description: JSON" ;;
  esac
done <<'END'
summary --force --evaluate
summary --force --format markdown
summary --force --format json
summary --force --brief
evaluate --force
evaluate --force --strength quadratic --format markdown
evaluate --force --strength euler --format json
crux --force --strength dfquad
list --force
list --force --format tsv
list --force --format json
format --check
END

# Of what is drawn, and of what takes one map or two, every thirtieth.
awk 'NR % 30 == 1' "$readable" >"$scratch/some"
before=maps/compulsory-voting.argmap.json
while read -r map; do
  for command in "diff --force --format json $before" "diff --force --format markdown $before" 'solve --export apx' 'format --check'; do
    echo "$map" >"$scratch/one"
    # shellcheck disable=SC2086
    survives "$command, of $(basename "$map")" "$scratch/one" $command
  done
  claim=$(jq -r 'first (.claims[]?.id | strings) // "none"' "$map")
  run "$ARGMAP" why --force --defence "$map" "$claim"
  case $status in
    0 | 1 | 2) ok "why, of $(basename "$map")" ;;
    *) not_ok "why, of $(basename "$map")" "exit status $status: $(cat "$err")" ;;
  esac
  before=$map
done <"$scratch/some"

if [ "$ARGMAP_DRAW" = 1 ]; then
  ASAN_OPTIONS=$slow
  while read -r description; do
    rm -rf "$scratch/pictures"
    # shellcheck disable=SC2086
    survives "render $description" "$scratch/some" render --force --jobs 1 -d "$scratch/pictures" $description
    equal "$(wc -l <"$scratch/some" | tr -d ' ')" "$(find "$scratch/pictures" -type f | wc -l | tr -d ' ')" "render $description: a picture of each"
  done <<'END'
-T dot
-T svg --fast --evaluate --theme print
-T html --fast
-T svg --direction tb --theme dark
END
fi
finish
