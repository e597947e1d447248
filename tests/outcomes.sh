#!/bin/sh
# What evaluation adds to pictures, pages and summaries, held against what argmap evaluate says of the same map.
# AM_UPDATE=1 writes the golden files anew (with ARGMAP and ARGMAP_SOURCE set): read the difference, aloud.
. "$ARGMAP_SOURCE/tests/tap.sh"
. "$ARGMAP_SOURCE/tests/pictures.sh"

maps=$ARGMAP_SOURCE/maps
golden=$ARGMAP_SOURCE/tests/golden

# evaluate MAP: to $said, and the theses' ids, one a line, to $theses
evaluate ()
{
  said=$scratch/said.json
  theses=$scratch/theses
  check_status 0 "$name: evaluated" "$ARGMAP" evaluate --format json "$1"
  only_map "$name: evaluated"
  cp "$out" "$said"
  jq -r '.theses[].id' "$said" | sort >"$theses"
}

# Claims with this label that are no theses, sorted.
labelled ()
{
  jq -r --arg wanted "$1" '(.theses | map (.id)) as $theses | .claims[] | select (.label == $wanted and ([.id] | inside ($theses) | not)) | .id' "$said" | sort
}

# --- summaries ---

for map in "$maps"/*.argmap.json; do
  name=$(basename "$map" .argmap.json)
  evaluate "$map"
  for format in text markdown; do
    check_status 0 "$name: summed up with evaluation, as $format" "$ARGMAP" summary --evaluate --format "$format" "$map"
    case $format in
      text) file=$golden/$name.evaluate.txt ;;
      *) file=$golden/$name.evaluate.md ;;
    esac
    [ "${AM_UPDATE:-0}" = 0 ] || sed -n '/^\(## \)*Outcome$/,/Who says what/p' "$out" >"$file"
    sed -n '/^\(## \)*Outcome$/,/Who says what/p' "$out" >"$scratch/part"
    same "$file" "$scratch/part" "$name: the outcome, as $format, is as it was"
  done
  # Whoever has something to answer is named, and nobody else.
  sed -n '/Who has something to answer/,/Who says what/p' "$scratch/part" | sed -n 's/^- \*\*\(.*\)\*\*$/\1/p' | sort >"$scratch/named"
  jq -r --slurpfile said "$said" '
    . as $map | ([.claims[], (.rebuttals // [])[]] | map ({ key: .id, value: (.by // []) }) | from_entries) as $by
    | [$said[0].relations[] | select (.label == "unanswered" and .type != "supports")
       | $by[if .type == "undercuts" then .to.from else .to end][]] | unique as $who
    | $map.stakeholders[] | select (.id as $id | $who | index ($id)) | .name' "$map" | sort >"$scratch/should"
  same "$scratch/should" "$scratch/named" "$name: who has what to answer"
  check_status 0 "$name: summed up without" "$ARGMAP" summary "$map"
  equal 0 "$(grep -c '^\(## \)*Outcome$' "$out" || :)" "$name: nothing of it without --evaluate"
done

# --- pictures and pages ---

if [ "${ARGMAP_DRAW:-1}" = 0 ]; then
  finish
fi

# ids_of_class CLASS: claims in $svg, sorted
ids_of_class ()
{
  xmllint --nonet --xpath "//*[local-name()=\"g\"][contains(concat(\" \", @class, \" \"), \" node \")][contains(concat(\" \", @class, \" \"), \" $1 \")]/@id" "$svg" 2>/dev/null \
    | sed 's/^ *id="claim-//; s/"$//' | sort
}

words_on ()
{
  xmllint --nonet --xpath "//*[local-name()=\"g\"][@id=\"claim-$1\"]" "$svg" | tr '\n' ' '
}

cat >"$scratch/circle.argmap.json" <<'JSON'
{ "argmap": 1, "title": "A circle", "resolution": "c", "claims": [
  { "id": "c", "text": "Something should be done.", "implicit": true },
  { "id": "s", "text": "It would help.", "supports": ["c"] } ],
  "rebuttals": [
  { "id": "a", "text": "It would not.", "rebuts": ["s", "b"] },
  { "id": "b", "text": "Whoever says so is wrong.", "implicit": true, "rebuts": ["a"] },
  { "id": "d", "text": "That is not the question.", "undercuts": [{ "from": "b", "to": "a" }] },
  { "id": "e", "text": "It is.", "rebuts": ["d"] } ] }
JSON

for map in "$maps"/*.argmap.json "$scratch/circle.argmap.json"; do
  name=$(basename "$map" .argmap.json)
  evaluate "$map"
  drawn=$scratch/$name.svg
  case $name in circle | e2ee*) all=1 ;; *) all=0 ;; esac # one map in every look says as much as four
  for options in --fast '--theme print' '--direction lr' ''; do
    [ "$all" = 1 ] || [ -z "$options" ] || continue
    # shellcheck disable=SC2086
    check_status 0 "$name: drawn with evaluation${options:+, $options}" "$ARGMAP" render --evaluate $options -o "$drawn" "$map"
    look_at_svg
    texts_fit_elsewhere
    [ "$options" != --fast ] || continue
    pdf=$scratch/$name.pdf
    # shellcheck disable=SC2086
    check_status 0 "$name: as PDF" "$ARGMAP" render --evaluate $options -o "$pdf" "$map"
    # shellcheck disable=SC2086
    texts_fit_in_pdf --evaluate $options
  done
  for label in unanswered disputed answered; do
    labelled "$label" >"$scratch/should"
    ids_of_class "$label" >"$scratch/shown"
    same "$scratch/should" "$scratch/shown" "$name: $label in the classes of cards"
    wrong=
    while read -r id; do
      case $(words_on "$id") in
        *"($label)</title>"*) ;;
        *) wrong="$wrong $id: not in the title" ;;
      esac
      case $label in
        unanswered) ;;
        *) case $(words_on "$id") in
             *">$label"*) ;;
             *) wrong="$wrong $id: not on the card" ;;
           esac ;;
      esac
    done <"$scratch/should"
    equal '' "$wrong" "$name: $label in words"
  done
  while read -r id; do
    outcome=$(jq -r --arg id "$id" '.theses[] | select (.id == $id) | .outcome' "$said")
    case $outcome in
      no-objections) words='Every objection' ;;
      both) words='Reasons and objections' ;;
      objections) words='Only objections' ;;
      neither) words='Every reason' ;;
      disputed) words='The outcome hangs' ;;
      unargued) words='Nothing has been said' ;;
    esac
    case $(words_on "$id") in
      *">$words"*) ok "$name: the outcome is on the card of $id" ;;
      *) not_ok "$name: the outcome is on the card of $id" ;;
    esac
  done <"$theses"
  for label in unanswered disputed answered; do
    jq --arg wanted "$label" '[.relations[] | select (.label == $wanted)] | length' "$said" >"$scratch/should"
    xmllint --nonet --xpath "count(//*[local-name()=\"g\"][contains(@class, \"edge \")][contains(@class, \" $label\")][not(contains(@id, \"-LEG-\") or contains(@id, \"-BEFORE\"))])" \
      "$svg" >"$scratch/shown"
    same "$scratch/should" "$scratch/shown" "$name: $label in the classes of lines"
  done
  page=$scratch/$name.html
  check_status 0 "$name: a page with evaluation" "$ARGMAP" render --evaluate -T html -o "$page" "$map"
  for label in unanswered disputed answered; do
    labelled "$label" | sed 's/^/outline-/' | wc -l | tr -d ' ' >"$scratch/should"
    xmllint --nonet --xpath "count(//*[contains(concat(\" \", @data-status), \" $label \")])" "$page" >"$scratch/shown"
    same "$scratch/should" "$scratch/shown" "$name: the page filters what is $label"
  done
  xmllint --nonet --xpath 'count(//*[@class="outcome"])' "$page" >"$scratch/shown"
  wc -l <"$theses" | tr -d ' ' >"$scratch/should"
  same "$scratch/should" "$scratch/shown" "$name: the page says the outcome of each thesis"
done
check_status 0 'without evaluation' "$ARGMAP" render -o "$scratch/plain.svg" "$scratch/circle.argmap.json"
lacks "$scratch/plain.svg" 'disputed' 'nothing of it without --evaluate'
finish
