#!/bin/sh
# argmap evaluate, why and crux: as they were, what each outcome is called, JSON computed once more, strengths, and bad input.
# AM_UPDATE=1 writes the golden files anew (with ARGMAP and ARGMAP_SOURCE set): read the difference, aloud.
. "$ARGMAP_SOURCE/tests/tap.sh"
. "$ARGMAP_SOURCE/tests/solver.sh"
cd "$scratch" || exit 1

golden=$ARGMAP_SOURCE/tests/golden/evaluate

# is_as_it_was GOLDEN ARGUMENT...: what argmap prints is the golden file
is_as_it_was ()
{
  file=$golden/$1
  shift
  title="argmap $1 ${file##*/}"
  check_status 0 "$title" "$ARGMAP" "$@"
  if grep 'this build of argmap has no SAT solver' "$err" >"$scratch/note"; then
    equal 0 "$solver" "$title: a note that there is no solver only where there is none"
  fi
  grep -v 'this build of argmap has no SAT solver' "$err" >"$scratch/others" || :
  is_empty "$scratch/others" "$title: nothing else on standard error"
  if [ "$solver" = 1 ]; then
    [ "${AM_UPDATE:-0}" = 0 ] || cp "$out" "$file"
    same "$file" "$out" "$title: as it was"
  else
    plainly <"$file" >wanted
    fold <"$out" >found
    same wanted found "$title: as it was, but for the kinds of dispute"
  fi
}

# fits_a_terminal TITLE: what was printed last. Columns are counted in characters: the bytes that continue one are taken away first.
fits_a_terminal ()
{
  LC_ALL=C tr -d '\200-\277' <"$out" >counted
  equal '' "$(awk 'length > 80 { print length ": " $0 }' counted)" "$1: no line is over 80 columns"
  equal '' "$(grep -n '[[:space:]]$' "$out")" "$1: no white space at the end of a line"
  equal '' "$(LC_ALL=C tr -d '\n\040-\176\200-\377' <"$out" | od -An -c)" "$1: no control character"
}

# is_clean_markdown TITLE: of what was printed last, what cmark makes of it
is_clean_markdown ()
{
  if ! command -v cmark >/dev/null; then
    skip "$1: what cmark makes of the Markdown" 'there is no cmark'
    return
  fi
  sed '/^|/d' "$out" | cmark -t xml >page.xml # tables are GitHub's
  equal 0 "$(xmllint --nonet --huge --xpath 'count(//*[not(self::*[local-name()="document" or local-name()="heading" or local-name()="paragraph"
    or local-name()="list" or local-name()="item" or local-name()="text" or local-name()="strong"])])' page.xml 2>&1)" \
    "$1: nothing but headings, paragraphs, lists, tables, strong and plain text"
  equal 0 "$(xmllint --nonet --huge --xpath 'count(//*[local-name()="list"][@type!="bullet"])' page.xml 2>&1)" "$1: no numbered list"
}

# is_right MAP: the JSON for it, computed once more
is_right ()
{
  check_status 0 "$1: JSON" "$ARGMAP" evaluate --format json "$1"
  equal 3 "$(jq .version "$out")" "$1: JSON of version 3"
  only_map "$1: JSON"
  equal '' "$(jq -r --slurpfile map "$1" --argjson solver "$solver" -f "$ARGMAP_SOURCE/tests/evaluate.jq" "$out" 2>&1)" \
    "$1: its shape, and all that it says"
}

# --- real maps ---

for map in "$ARGMAP_SOURCE"/maps/*.argmap.json; do
  name=$(basename "$map" .argmap.json)
  cp "$map" .
  is_right "$name.argmap.json"
  is_as_it_was "$name.txt" evaluate "$map"
  fits_a_terminal "$name"
  is_as_it_was "$name.md" evaluate --format markdown "$map"
  is_clean_markdown "$name"
  is_as_it_was "$name.crux.txt" crux "$map"
  fits_a_terminal "crux of $name"
  is_as_it_was "$name.crux.md" crux --limit 3 --format markdown "$map"
  is_clean_markdown "crux of $name"
done
map=e2ee-child-safety.argmap.json
is_as_it_was why-answered.txt why "$map" wait
fits_a_terminal 'why it is answered'
is_as_it_was why-unanswered.txt why "$map" exposed
fits_a_terminal 'why it is unanswered'
is_as_it_was why-unanswered.md why --format markdown "$map" exposed
is_clean_markdown 'why it is unanswered'
is_as_it_was why-disputed.txt why "$map" tradeoff
is_as_it_was why-supports.txt why clean-electricity.argmap.json renewables-only flexible
is_as_it_was defence.txt why --defence "$map" exposed
is_as_it_was defence-none.txt why --defence "$map" wait harms-way
run "$ARGMAP" evaluate - <"$map"
cp "$out" again
run "$ARGMAP" evaluate "$map"
same again "$out" 'standard input is evaluated alike'

# --- JSON of several ---

list_of ()
{
  jq -r '.maps | map (.map) | join (" ")' "$out" 2>&1
}

jq '.claims[1].supports = ["nowhere"]' "$map" >broken.argmap.json
mkdir folder empty
cp compulsory-voting.argmap.json folder/one.argmap.json
run "$ARGMAP" evaluate --format json - <"$map"
equal '<standard input>' "$(list_of)" 'JSON of standard input: a list of one'
check_status 0 'JSON of two maps' "$ARGMAP" evaluate --format json "$map" compulsory-voting.argmap.json
equal "$map compulsory-voting.argmap.json" "$(list_of)" 'JSON of two maps: a list'
check_status 0 'JSON of a folder' "$ARGMAP" evaluate --format json folder
equal 'folder/one.argmap.json' "$(list_of)" 'JSON of a folder with one map: a list'
check_status 1 'JSON of maps with errors among others' "$ARGMAP" evaluate --format json broken.argmap.json "$map" broken.argmap.json compulsory-voting.argmap.json
equal "$map compulsory-voting.argmap.json" "$(list_of)" 'JSON of maps with errors among others: a list of the others'
contains "$err" '[unknown-claim]' 'JSON of maps with errors among others: what is wrong'
check_status 1 'JSON of two maps with errors' "$ARGMAP" evaluate --format json broken.argmap.json broken.argmap.json
equal '' "$(list_of)" 'JSON of two maps with errors: an empty list'
check_status 1 'JSON of a map with errors' "$ARGMAP" evaluate --format json broken.argmap.json
is_empty "$out" 'JSON of a map with errors: nothing'
check_status 2 'JSON of a folder without maps' "$ARGMAP" evaluate --format json empty
equal '' "$(list_of)" 'JSON of a folder without maps: an empty list'
check_status 2 'JSON of a missing map and another' "$ARGMAP" evaluate --format json nowhere.json "$map"
equal "$map" "$(list_of)" 'JSON of a missing map and another: a list'

# --- outcomes, in words ---

# outcome WORD SENTENCE CLAIMS REBUTTALS: of the resolution "t" of a small map, whose text is "T."
outcome ()
{
  printf '{ "argmap": 1, "title": "Small", "resolution": "t", "claims": [%s], "rebuttals": [%s],\n  "sources": [{ "id": "q", "title": "Q" }] }\n' \
    "$3" "$4" >"$1.argmap.json"
  is_right "$1.argmap.json"
  equal "$1" "$(jq -r '.theses[0].outcome' "$out" | sed 's/ .*//')" "outcome $1"
  run "$ARGMAP" evaluate --format markdown "$1.argmap.json"
  equal "$(printf 'The resolution “T”: %s' "$2")" "$(sed -n '/^The resolution/,/^What follows/p' "$out" | sed '$d' | fold | sed 's/ $//')" "outcome $1: in words"
}

t='{ "id": "t", "text": "T." }'
s='{ "id": "s", "text": "S.", "supports": ["t"] }'
r='{ "id": "r", "text": "R.", "rebuts": ["t"] }'
outcome no-objections '**This map has no objection to it.** Reasons: 1 unanswered, 0 disputed, 0 answered. Objections: none.' "$t, $s" ''
outcome no-objections '**This map has no objection to it.** It cites “Q”.' '{ "id": "t", "kind": "fact", "text": "T.", "evidence": [{ "source": "q" }] }' ''
outcome no-objections '**Every objection in this map has been answered.** Reasons: 2 unanswered, 0 disputed, 1 answered. Objections: 0 unanswered, 0 disputed, 1 answered.' \
  "$t, $s, { \"id\": \"s2\", \"text\": \"S2.\", \"supports\": [\"t\"] }, { \"id\": \"s3\", \"text\": \"S3.\", \"supports\": [\"t\"] }" \
  "$r, { \"id\": \"r2\", \"text\": \"R2.\", \"rebuts\": [\"r\", \"s3\"] }"
outcome both '**Reasons and objections both remain.** Reasons: 1 unanswered, 0 disputed, 0 answered. Objections: 1 unanswered, 0 disputed, 0 answered. To carry it, its supporters still have to answer: - “R”' \
  "$t, $s" "$r"
outcome both '**Reasons and objections both remain.** Reasons: 1 unanswered, 0 disputed, 0 answered. Objections: 2 unanswered, 0 disputed, 0 answered. To carry it, its supporters still have to answer: - “R” - “R2”' \
  "$t, $s" "$r, { \"id\": \"r2\", \"text\": \"R2.\", \"rebuts\": [\"t\"] }"
outcome both '**Reasons and objections both remain.** Reasons: none. Objections: 1 unanswered, 0 disputed, 0 answered. It cites “Q”. To carry it, its supporters still have to answer: - “R”' \
  '{ "id": "t", "kind": "fact", "text": "T.", "evidence": [{ "source": "q" }] }' "$r"
outcome objections '**Only objections remain.** Reasons: none. Objections: 1 unanswered, 0 disputed, 0 answered. To carry it, its supporters still have to answer: - “R”' "$t" "$r"
outcome objections '**Only objections remain.** Reasons: 0 unanswered, 0 disputed, 1 answered. Objections: 1 unanswered, 0 disputed, 0 answered. To carry it, its supporters still have to answer: - “R” - “R2”' \
  "$t, $s" "$r, { \"id\": \"r2\", \"text\": \"R2.\", \"rebuts\": [\"s\"] }"
outcome neither '**Every reason has been answered, and there is no objection.** Reasons: 0 unanswered, 0 disputed, 1 answered. Objections: none. To carry it, its supporters still have to answer: - “U”' \
  "$t, $s" '{ "id": "u", "text": "U.", "undercuts": [{ "from": "s", "to": "t" }] }'
outcome unargued '**Nothing has been said for or against it.** To carry it, its supporters need a reason for it.' \
  '{ "id": "t", "text": "T.", "open": true }' ''
outcome disputed '**The outcome hangs on points in dispute.** Reasons: none. Objections: 0 unanswered, 1 disputed, 0 answered. To carry it, its supporters still have to answer: - “R”' \
  "$t" '{ "id": "r", "text": "R.", "rebuts": ["t", "r2"] }, { "id": "r2", "text": "R2.", "rebuts": ["r"] }'
outcome neither '**Every reason and every objection has been answered.** Reasons: 0 unanswered, 0 disputed, 1 answered. Objections: 0 unanswered, 0 disputed, 2 answered. To carry it, its supporters still have to answer these steps: - the step from “U” against “S”' \
  "$t, $s" '{ "id": "r", "text": "R.", "rebuts": ["t"] }, { "id": "r2", "text": "R2.", "rebuts": ["t"] }, { "id": "u", "text": "U.", "rebuts": ["s", "r", "r2"] }'
outcome objections '**Only objections remain.** Reasons: 0 unanswered, 0 disputed, 2 answered. Objections: 1 unanswered, 0 disputed, 1 answered. To carry it, its supporters still have to answer these steps: - the step from “R” against “T” - the step from “U” against “S”' \
  "$t, $s, { \"id\": \"s2\", \"text\": \"S2.\", \"supports\": [\"t\"] }" '{ "id": "r", "text": "R.", "rebuts": ["t"] }, { "id": "r2", "text": "R2.", "rebuts": ["t"] }, { "id": "u", "text": "U.", "rebuts": ["s", "s2", "r2"] }'
outcome unargued '**Nothing has been said for or against it.**' "$t" ''

# A source for a demand is no evidence for it: it says where the demand was made.
stated='{ "id": "t", "text": "T.", "evidence": [{ "source": "q" }] }'
outcome unargued '**Nothing has been said for or against it.** Stated in “Q”.' "$stated" ''
outcome neither '**Every reason has been answered, and there is no objection.** Reasons: 0 unanswered, 0 disputed, 1 answered. Objections: none. Stated in “Q”. To carry it, its supporters still have to answer: - “R2”' \
  "$stated, $s" '{ "id": "r2", "text": "R2.", "rebuts": ["s"] }'
for kind in policy value definition; do
  outcome objections '**Only objections remain.** Reasons: none. Objections: 1 unanswered, 0 disputed, 0 answered. Stated in “Q”. To carry it, its supporters still have to answer: - “R”' \
    "$(echo "$stated" | jq -c --arg kind "$kind" '.kind = $kind')" "$r"
done

# To answer the claim would cost the reason: the step is named, not the claim.
outcome both '**Reasons and objections both remain.** Reasons: 1 unanswered, 0 disputed, 0 answered. Objections: 1 unanswered, 0 disputed, 0 answered. To carry it, its supporters still have to answer these steps: - the step from “R” against “T”' \
  "$t, $s" '{ "id": "r", "text": "R.", "rebuts": ["t"], "supports": ["s"] }'
equal '[{"from":"r","to":"t"}]' "$("$ARGMAP" evaluate --format json both.argmap.json | jq -c '.maps[0].theses[0].answers_needed')" 'a step that is to be answered, in JSON'

cat >rivals.argmap.json <<'END'
{ "argmap": 1, "title": "Rivals", "resolution": ["a", "b"], "claims": [ { "id": "a", "text": "A." }, { "id": "b", "text": "B." },
  { "id": "s", "text": "S.", "supports": ["a"] } ], "rebuttals": [ { "id": "r", "text": "R.", "rebuts": ["b"] } ] }
END
run "$ARGMAP" evaluate --format markdown rivals.argmap.json
equal '- The option “A”: **This map has no objection to it.** Reasons: 1 unanswered, 0 disputed, 0 answered. Objections: none. - The option “B”: **Only objections remain.** Reasons: none. Objections: 1 unanswered, 0 disputed, 0 answered. To carry it, its supporters still have to answer: - “R” ' \
  "$(sed -n '/^- The option/,/^$/p' "$out" | fold)" 'rival answers stand side by side'
jq 'del(.resolution)' rivals.argmap.json >unnamed.argmap.json
run "$ARGMAP" evaluate unnamed.argmap.json
contains "$out" 'The thesis “A”: This map has no objection to it.' 'without a resolution: theses'

# --- reasons for labels ---

cat >reasons.argmap.json <<'END'
{ "argmap": 1, "title": "Reasons", "resolution": "t", "sources": [{ "id": "q", "title": "Q" }],
  "stakeholders": [{ "id": "ann", "name": "Ann" }, { "id": "ben", "name": "Ben" }],
  "claims": [
    { "id": "t", "text": "T." },
    { "id": "alone", "text": "Alone.", "by": ["ann"], "supports": ["t", "held"] },
    { "id": "held", "text": "Held.", "supports": ["t"] },
    { "id": "seen", "text": "Seen.", "evidence": [{ "source": "q" }], "supports": ["t"] },
    { "id": "kept", "text": "Kept.", "by": ["ann", "ben"], "supports": ["t"] },
    { "id": "proved", "text": "Proved.", "evidence": [{ "source": "q" }], "supports": ["t"] },
    { "id": "lost", "text": "Lost.", "supports": ["t"] },
    { "id": "sunk", "text": "Sunk.", "supports": ["lost"] },
    { "id": "asked", "text": "Asked.", "open": true, "supports": ["t"] } ],
  "rebuttals": [
    { "id": "weak", "text": "Weak.", "by": ["ben"], "rebuts": ["kept", "proved"] },
    { "id": "weaker", "text": "Weaker.", "rebuts": ["kept"] },
    { "id": "strong", "text": "Strong.", "by": ["ann"], "rebuts": ["weak", "weaker", "sunk"] },
    { "id": "egg", "text": "Egg.", "rebuts": ["hen"] },
    { "id": "hen", "text": "Hen.", "rebuts": ["egg"] } ] }
END
is_right reasons.argmap.json
for line in 'alone unchallenged' 'held supported' 'seen evidence' 'kept defended' 'proved defended' 'weak rebutted' 'lost unsupported' 'asked open' 'egg cyclic'; do
  equal "${line#* }" "$(jq -r --arg id "${line% *}" '.claims[] | select (.id == $id).reason' "$out")" "reason ${line#* }"
done
"$ARGMAP" evaluate --format markdown reasons.argmap.json >reasons.md
for line in 'alone: “Alone” (Ann). No reply to it in this map.' 'held: “Held”. No reply to it in this map; a reason for it is unanswered.' \
  'seen: “Seen”. No reply to it in this map; it cites a source.' 'kept: “Kept” (Ann and Ben). Both replies to it have been answered.' \
  'proved: “Proved”. The only reply, “Weak” (Ben), has been answered.' 'weak: “Weak” (Ben). Answered by “Strong” (Ann); the map has no reply to that.' \
  'lost: “Lost”. The only reason given for it has been answered.' 'asked: “Asked”. It is marked as open, and no reason is given for it.' \
  'egg: “Egg”. Disputed: it and “Hen” deny each other, and nothing else in the map decides between them.'; do
  contains reasons.md "- $line" "in words: $line"
done

# --- why ---

# explained ID TEXT: in one line
caveat='What follows from this map alone; not what is true.'
explained ()
{
  run "$ARGMAP" why --format markdown reasons.argmap.json "$1"
  equal "$2" "$(fold <"$out" | sed -e "s/ $caveat \$//")" "why $1"
}

explained alone '“Alone” (Ann). No reply to it in this map.'
explained held '“Held”. No reply to it in this map; a reason for it is unanswered. - “Alone” (Ann) supports it. No reply to it in this map.'
explained kept '“Kept” (Ann and Ben). Both replies to it have been answered. - “Weak” (Ben) rebuts it. It has been answered. - “Strong” (Ann) rebuts it. No reply to it in this map. - “Weaker” rebuts it. It has been answered. - “Strong” (Ann) rebuts it. No reply to it in this map. The last word on this in the map is with Ann.'
explained egg '“Egg”. Disputed: it and “Hen” deny each other, and nothing else in the map decides between them. - “Hen” rebuts it. It is disputed itself. - “Egg” rebuts that. It is disputed itself. So it goes round in a circle.'
explained lost '“Lost”. The only reason given for it has been answered. - “Sunk” supports it. It has been answered. - “Strong” (Ann) rebuts it. No reply to it in this map. The last word on this in the map is with Ann.'
run "$ARGMAP" why --defence reasons.argmap.json kept
equal 'One other statement keeps “Kept” (Ann and Ben) unanswered: - “Strong” (Ann) What follows from this map alone; not what is true. ' "$(fold <"$out")" 'why --defence'
check_status 0 'why of two claims' "$ARGMAP" why reasons.argmap.json alone seen
equal 2 "$(grep -c '^“' "$out")" 'why of two claims: both'

# --- kinds of dispute ---

# kinds NAME WANTED REBUTTALS: with a solver; without one there are none
kinds ()
{
  printf '{ "argmap": 1, "title": "Kinds", "resolution": "a", "claims": [], "rebuttals": [%s] }\n' "$3" >kinds.argmap.json
  check_status "${4:-0}" "$1" "$ARGMAP" evaluate --format json kinds.argmap.json
  run "$ARGMAP" evaluate --force --format json kinds.argmap.json
  only_map "$1"
  equal disputed "$(jq -r '[.claims[].label] | unique | join (" ")' "$out")" "$1: all are disputed"
  if [ "$solver" = 1 ]; then
    equal "$2" "$(jq -r '[.claims[].dispute] | join (" ")' "$out")" "$1: how"
    return
  fi
  equal 'null' "$(jq -c '[.claims[].dispute] | unique[]' "$out")" "$1: nobody can tell how"
  run "$ARGMAP" evaluate --force kinds.argmap.json
  contains "$out" 'Disputed: it ' "$1: plainly disputed"
}

kinds 'two attack each other and a third, which attacks a fourth' 'either either indefensible defensible' \
  '{ "id": "a", "text": "A.", "rebuts": ["b", "c"] }, { "id": "b", "text": "B.", "rebuts": ["a", "c"] }, { "id": "c", "text": "C.", "rebuts": ["d"] }, { "id": "d", "text": "D.", "undercuts": [{ "from": "c", "to": "d" }] }'
kinds 'two attack each other, one of them itself' 'defensible indefensible' \
  '{ "id": "a", "text": "A.", "rebuts": ["b"] }, { "id": "b", "text": "B.", "rebuts": ["a", "b"] }' 1
kinds 'three in a circle' 'deadlocked deadlocked deadlocked' \
  '{ "id": "a", "text": "A.", "rebuts": ["b"] }, { "id": "b", "text": "B.", "rebuts": ["c"] }, { "id": "c", "text": "C.", "rebuts": ["a"] }'
kinds 'four in a circle' 'either either either either' \
  '{ "id": "a", "text": "A.", "rebuts": ["b"] }, { "id": "b", "text": "B.", "rebuts": ["c"] }, { "id": "c", "text": "C.", "rebuts": ["d"] }, { "id": "d", "text": "D.", "rebuts": ["a"] }'
kinds 'one that attacks itself' 'deadlocked' '{ "id": "a", "text": "A.", "rebuts": ["a"] }' 1

# --- strengths ---

cat >democracy.argmap.json <<'END'
{ "argmap": 1, "title": "e-Democracy", "resolution": ["a1", "a2"],
  "claims": [ { "id": "a1", "text": "A1.", "confidence": 0.5 }, { "id": "a2", "text": "A2.", "confidence": 0.5 },
    { "id": "p1", "text": "P1.", "confidence": 0.7, "supports": ["a1"] }, { "id": "p2", "text": "P2.", "confidence": 0.5, "supports": ["a1"] },
    { "id": "p3", "text": "P3.", "confidence": 0.9, "supports": ["a2"] } ],
  "rebuttals": [ { "id": "c1", "text": "C1.", "confidence": 0.2, "rebuts": ["a2"] }, { "id": "c2", "text": "C2.", "confidence": 0.2, "rebuts": ["p2"] },
    { "id": "c3", "text": "C3.", "confidence": 0.6, "rebuts": ["p2"] }, { "id": "c4", "text": "C4.", "confidence": 0.5, "rebuts": ["p2"] } ] }
END
cat >line.argmap.json <<'END'
{ "argmap": 1, "title": "Three", "resolution": "a", "claims": [ { "id": "a", "text": "A." }, { "id": "c", "text": "C.", "supports": ["b"] } ],
  "rebuttals": [ { "id": "b", "text": "B.", "rebuts": ["a"], "confidence": 0.5 } ] }
END
jq -n '{ argmap: 1, title: "Ring", resolution: "a",
  claims: ([{ id: "a", text: "A.", confidence: 1, supports: [range (10) | "b\(.)"] }] + [range (10) | { id: "b\(.)", text: "B.", confidence: 0, supports: [range (10) | "c\(.)"] }]),
  rebuttals: [range (10) | { id: "c\(.)", text: "C.", confidence: 0, rebuts: ["a"] }] }' >ring.argmap.json

# strengths MAP OPTION METHOD ID=VALUE...: to 1e-6
strengths ()
{
  file=$1
  run "$ARGMAP" evaluate ${2:+"--strength=$2"} --format json "$file"
  title="$file ${2:-unasked}"
  only_map "$title"
  equal "$3" "$(jq -r '.strengths.method' "$out")" "$title: the method"
  shift 3
  for value; do
    equal near "$(jq -r --arg id "${value%=*}" --argjson value "${value#*=}" \
      '.claims[] | select (.id == $id).strength | if . != null and . - $value < 1e-6 and $value - . < 1e-6 then "near" else . end' "$out")" "$title: $value"
  done
}

for method in '' auto dfquad; do
  strengths democracy.argmap.json "$method" dfquad a1=0.862 a2=0.85 p2=0.08
done
strengths democracy.argmap.json quadratic quadratic a1=0.719852 a2=0.664430 p2=0.185874
strengths democracy.argmap.json euler euler a1=0.689380 a2=0.626285 p2=0.339943
strengths line.argmap.json '' dfquad a=0.125 b=0.75
strengths ring.argmap.json '' quadratic a=0.224088 b0=0.047814 b9=0.047814 c5=0.186079
strengths ring.argmap.json dfquad dfquad # as it was asked for
strengths compulsory-voting.argmap.json auto quadratic
equal true "$(jq '.strengths.counts_only' "$out")" 'a map without confidences: counts only'
for option in '' --strength=none; do
  file=compulsory-voting.argmap.json
  [ -z "$option" ] || file=democracy.argmap.json
  run "$ARGMAP" evaluate ${option:+"$option"} --format json "$file"
  only_map "$file $option"
  equal 'null null' "$(jq -r '[.strengths, ([.claims[].strength, .theses[].strength] | unique[])] | map (tostring) | join (" ")' "$out")" "$file $option: no strengths"
  run "$ARGMAP" evaluate ${option:+"$option"} "$file"
  equal 0 "$(grep -ci 'strength' "$out")" "$file $option: nothing is said of them"
done
run "$ARGMAP" evaluate --format markdown democracy.argmap.json
contains "$out" 'The option “A1”: **This map has no objection to it.** Reasons: 1 unanswered, 0 disputed, 1 answered. Objections: none. Strength: 0.86.' 'strengths in words: with the outcome'
contains "$out" '- p2: “P2”. Answered by “C2”; the map has no reply to that. Strength: 0.08.' 'strengths in words: with the label'
contains "$out" 'Strengths run from 0 to 1, by DF-QuAD, from the confidences and strengths that the map gives; 0.5 where it gives none.' 'strengths in words: by what'
run "$ARGMAP" evaluate --strength auto --format markdown compulsory-voting.argmap.json
contains "$out" 'by quadratic energy. They are counts only: the map gives no confidence, so they say no more than how many points there are on each side.' \
  'counts only: it is said'
run "$ARGMAP" crux --format markdown democracy.argmap.json
contains "$out" 'c1 rebuts a2. If it were answered, no objection would remain. It takes 0.10000 from the strength.' 'crux: what a claim contributes' # .5 + .5 (.9 − .2), and .5 + .5 × .9 without it
contains "$out" 'p1 supports a1. If it were answered, neither reasons nor objections would remain. It adds 0.32200 to the strength.' 'crux: what a reason contributes'

# Without a resolution every rebuttal of a circle is a thesis, on which all others bear.
jq -n '1500 as $n | { argmap: 1, title: "Circle", claims: [], rebuttals: [range ($n) | { id: "r\(.)", text: "Number \(.).", rebuts: ["r\((. + 1) % $n)"] }] }' >"$scratch/circle.argmap.json"
check_status 0 'crux of 1,500 theses in a circle' timeout 100 "$ARGMAP" crux --limit 1 "$scratch/circle.argmap.json"
equal 100 "$(grep -c '^The thesis' "$out")" 'crux of 1,500 theses in a circle: a hundred are told'
equal 100 "$(fold <"$out" | grep -o '1,500 points decide' | wc -l | tr -d ' ')" 'crux of 1,500 theses in a circle: no search is cut'
contains "$out" '1,400 more theses were not searched.' 'crux of 1,500 theses in a circle: the others are not searched, which is said'
jq -n '{ argmap: 1, title: "Theses", claims: [range (100) | { id: "t\(.)", text: "Thesis \(.)." }, { id: "s\(.)", text: "Reason \(.).", supports: ["t\(.)"] }] }' >"$scratch/theses.argmap.json"
run "$ARGMAP" crux "$scratch/theses.argmap.json"
equal '100 0' "$(grep -c '^The thesis' "$out") $(grep -c -e 'not searched' -e 'were tried' "$out" || :)" 'crux of a hundred theses: all are told, and none is cut'

# Two chains of reasons of which each step takes a premise, which is needed somewhere in the other chain as well: what one premise changes tells
# little of what another does.
jq -n '6000 as $n | { argmap: 1, title: "Chains", resolution: "t", claims: ([{ id: "t", text: "Thesis." }, { id: "d0", text: "D.", supports: [{ claim: "t", with: ["e0"] }] },
  { id: "e0", text: "E." }] + [range (1; $n) | { id: "y\(.)", text: "Premise \(.)." }, { id: "d\(.)", text: "D \(.).", supports: [{ claim: "d\(. - 1)", with: ["y\(.)"] }] },
  { id: "e\(.)", text: "E \(.).", supports: [{ claim: "e\(. - 1)", with: ["y\(. * 1997 % ($n - 1) + 1)"] }] }]) }' >"$scratch/chains.argmap.json"
check_status 0 'crux of two chains that share their premises' timeout 100 "$ARGMAP" crux --limit 1 "$scratch/chains.argmap.json"
fold <"$out" >told
contains told 'Only the points nearest to it were tried. The outcome would change if 6,185 of them were answered' 'crux of two chains that share their premises: that the search was cut is said'

# Thousands of disputes that have nothing to do with each other but the thesis; then in a row, where each bears on the next.
jq -n '{ argmap: 1, title: "Pairs", resolution: "c0", claims: [{ id: "c0", text: "Thesis." }], rebuttals: [range (1; 10000; 2) |
  { id: "c\(.)", text: "Number \(.).", rebuts: ["c0", "c\(. + 1)"] }, { id: "c\(. + 1)", text: "Number \(. + 1).", rebuts: ["c\(.)"] }] }' >"$scratch/pairs.argmap.json"
check_status 0 '5,000 disputes' timeout 100 "$ARGMAP" evaluate --format json "$scratch/pairs.argmap.json"
if "$ARGMAP" --version | grep -q '^SAT solver '; then
  only_map '5,000 disputes'
  equal '[["either",10001]]' "$(jq -c '[.claims[].dispute] | group_by (.) | map ([.[0], length])' "$out")" '5,000 disputes: each is told'
fi
jq -n '{ argmap: 1, title: "Row", resolution: "c20000", claims: [{ id: "c20000", text: "Thesis." }], rebuttals: [range (0; 20000; 2) |
  { id: "c\(.)", text: "Number \(.).", rebuts: ["c\(. + 1)", "c\(. + 2)"] }, { id: "c\(. + 1)", text: "Number \(. + 1).", rebuts: ["c\(.)"] }] }' >"$scratch/row.argmap.json"
check_status 0 '10,000 disputes in a row' timeout 100 "$ARGMAP" evaluate --format json "$scratch/row.argmap.json"
contains "$err" 'the kind of some disputed claims was not found' '10,000 disputes in a row: what was left out is said'

# Where everybody rebuts everybody all are theses, and each has as many answers to look for as there are others.
jq -n '130 as $n | { argmap: 1, title: "All", claims: [], rebuttals: [range ($n) as $i | { id: "c\($i)", text: "Number \($i).", rebuts: [range ($n) | select (. != $i) | "c\(.)"] }] }' \
  >"$scratch/all.argmap.json"
for command in 'evaluate --format json' 'summary --evaluate'; do
  # shellcheck disable=SC2086
  check_status 0 "$command of 130 that rebut one another: ends within 15 s of the processor" sh -c 'ulimit -t 15; exec "$@"' - "$ARGMAP" $command "$scratch/all.argmap.json"
done
run "$ARGMAP" evaluate --format json "$scratch/all.argmap.json"
only_map '130 that rebut one another'
equal '30 30' "$(jq -r '[.theses[] | select (.answers_cut)] | "\(length) \([.[] | select (.answers_needed == null)] | length)"' "$out")" \
  '130 that rebut one another: for which theses no answers were looked for'

# --- questions that are hard by nature ---

# hard N LAST: that N + 1 pigeons cannot sit in N holes, as a map. "yes-P-H" and "no-P-H" rebut each other, and every condition that they
# meet; a condition that is not met rebuts "r", and LAST more claims. A solver needs a time that doubles with each hole.
hard ()
{
  jq -n --argjson n "$1" --argjson last "$2" '
    def conditions: [range ($n + 1) as $p | { id: "in-\($p)", met: [range ($n) | "yes-\($p)-\(.)"] }]
      + [range ($n) as $h | range ($n + 1) as $p | range ($p) as $q | { id: "apart-\($h)-\($p)-\($q)", met: ["no-\($p)-\($h)", "no-\($q)-\($h)"] }];
    (reduce (conditions[] | .id as $id | { id: $id, met: .met[] }) as $c ({}; .[$c.met] += [$c.id])) as $meets
    | { argmap: 1, title: "Pigeons", resolution: "r", claims: [{ id: "r", text: "R." }, { id: "easy", text: "Easy.", supports: ["r"] }],
        rebuttals: ([range ($n + 1) as $p | range ($n) as $h | "\($p)-\($h)"
            | { id: "yes-\(.)", text: "Yes.", rebuts: (["no-\(.)"] + $meets["yes-\(.)"]) },
              { id: "no-\(.)", text: "No.", rebuts: (["yes-\(.)"] + $meets["no-\(.)"]) }]
          + [conditions[] | { id, text: "Not met.", rebuts: ["r"] }]
          + [{ id: "this", text: "This.", rebuts: ["that", "easy"] }, { id: "that", text: "That.", rebuts: ["this"] }]
          + [range ($last) | { id: "last-\(.)", text: "Last.", rebuts: ["yes-\(.)-\(.)"], undercuts: [{ from: "in-0", to: "r" }] }]) }'
}

hard 12 0 >"$scratch/hard.argmap.json"
jq '.rebuttals = []' "$scratch/hard.argmap.json" >"$scratch/other.argmap.json"
for command in 'evaluate --format json hard' 'evaluate hard' 'summary --evaluate hard' 'summary --brief hard' 'crux hard' 'why hard r' 'check hard' \
  'diff other hard'; do
  # shellcheck disable=SC2086 # words
  set -- $command
  status_wanted=0
  [ "$1" != diff ] || status_wanted=1
  words=''
  for word; do
    case $word in hard | other) word=$scratch/$word.argmap.json ;; esac
    words="$words $word"
  done
  # shellcheck disable=SC2086
  check_status "$status_wanted" "$command: ends within 30 s of the processor" sh -c 'ulimit -t 30; exec "$@"' - "$ARGMAP" $words
done
run "$ARGMAP" evaluate --format json "$scratch/hard.argmap.json"
only_map 'a hard map'
if [ "$solver" = 1 ]; then
  equal '{"claims":1,"reason":"bound"}' "$(jq -c .undecided "$out")" 'a hard map: how many claims are not decided, and why'
  equal '[["either",1264],["r",1]]' "$(jq -c '[.claims[] | select (.label == "disputed") | .dispute // .id] | group_by (.) | map ([.[0], length])' "$out")" \
    'a hard map: every claim but the hard one is told'
  cp "$out" first
  run "$ARGMAP" evaluate --format json "$scratch/hard.argmap.json"
  only_map 'a hard map, again'
  same first "$out" 'a hard map: the same again'
  run "$ARGMAP" evaluate "$scratch/hard.argmap.json"
  fold <"$out" >told
  contains told 'r: “R”. Disputed: it depends on points in dispute. How it could be settled was not found within the bound on the search.' 'a hard map: it is said of the claim'
  contains "$err" 'the kind of some disputed claims was not found within the bound on the search' 'a hard map: it is said of the whole'
  run "$ARGMAP" why "$scratch/hard.argmap.json" r
  fold <"$out" >told
  contains told '“R”. Disputed: it depends on points in dispute. How it could be settled was not found within the bound on the search.' 'why: it is said'
  contains "$err" 'was not found within the bound on the search' 'why: it is noted'
  run "$ARGMAP" diff "$scratch/other.argmap.json" "$scratch/hard.argmap.json"
  contains "$err" 'was not found within the bound on the search' 'diff: it is noted'
  equal 1 "$(fold <"$out" | grep -c '“R”. Disputed: it depends on points in dispute. How it could be settled was not found within the bound on the search')" 'diff: it is said'
  run "$ARGMAP" why "$scratch/hard.argmap.json" easy
  is_empty "$err" 'why: nothing is noted of a claim that is told'
else
  equal '"no-solver"' "$(jq -c .undecided.reason "$out")" 'a hard map: why nothing is decided'
fi
# What shows no kinds asks no solver, and has nothing to note.
for command in 'crux' 'check' 'summary' 'summary --format json --evaluate'; do
  # shellcheck disable=SC2086
  run "$ARGMAP" $command "$scratch/hard.argmap.json"
  lacks "$err" 'the bound on the search' "$command: nothing is noted"
done
# Where all claims bear on one another none is told, and that does not take longer.
hard 10 10 >"$scratch/harder.argmap.json"
check_status 0 'a harder map: ends within 30 s of the processor' sh -c 'ulimit -t 30; exec "$@"' - "$ARGMAP" evaluate --format json "$scratch/harder.argmap.json"
# Of many parts that are each a little hard the time does not add up.
hard 8 0 >"$scratch/part.argmap.json"
jq '. as $map | def named ($n): walk (if type == "object" and .id then .id += "-\($n)" | .rebuts |= (if . then map (. + "-\($n)") else empty end)
    | .supports |= (if . then map (. + "-\($n)") else empty end) else . end);
  [range (40) as $n | $map | named ($n)] | { argmap: 1, title: "Parts", resolution: "r-0", claims: map (.claims) | add, rebuttals: map (.rebuttals) | add }' \
  "$scratch/part.argmap.json" >"$scratch/parts.argmap.json"
check_status 0 'forty hard parts: end within 60 s of the processor' sh -c 'ulimit -t 60; exec "$@"' - "$ARGMAP" evaluate --force --format json "$scratch/parts.argmap.json"

# Groups of four in a circle of five, everybody against everybody in the next: this goes up and down for ever.
jq -n '{ argmap: 1, title: "No end", resolution: "c0", claims: [{ id: "beside", text: "Beside." }],
  rebuttals: [range (20) | . as $i | { id: "c\($i)", text: "C.", confidence: (if $i == 0 then 0.9 else 1 end),
    rebuts: [range (4) | "c\((($i / 4 | floor) + 1) % 5 * 4 + .)"] }] }' >endless.argmap.json
check_status 0 'no equilibrium' "$ARGMAP" evaluate --format json endless.argmap.json
only_map 'no equilibrium'
equal 'false null null 0.5' "$(jq -r '[.strengths.converged, .theses[0].strength, (.claims[] | select (.id == "c7" or .id == "beside").strength)] | sort_by (type) | map (tostring) | join (" ")' "$out" | sed 's/null null false/false null null/')" \
  'no equilibrium: null in JSON, of what has none alone'
run "$ARGMAP" evaluate endless.argmap.json
fold <"$out" >told
contains told 'Strength: none, since it does not converge.' 'no equilibrium: in words'
contains told 'Some do not converge, and have none.' 'no equilibrium: the method says so'

# No locale in numbers.
for locale in de_DE.UTF-8 fr_FR.UTF-8; do
  if ! make_locale "$locale"; then
    skip "the locale $locale" 'it cannot be made here'
    continue
  fi
  LOCPATH=$locales LC_ALL=$locale "$ARGMAP" evaluate --format json democracy.argmap.json >there
  LC_ALL=C "$ARGMAP" evaluate --format json democracy.argmap.json >here
  same here there "JSON in the locale $locale"
  LOCPATH=$locales LC_ALL=$locale "$ARGMAP" crux democracy.argmap.json >there
  LC_ALL=C "$ARGMAP" crux democracy.argmap.json >here
  same here there "crux in the locale $locale"
done

# --- crux ---

printf '{ "argmap": 1, "title": "One", "resolution": "t", "claims": [%s] }\n' "$t, $s" >one.argmap.json
run "$ARGMAP" crux --format markdown one.argmap.json
contains "$out" '“S”**: s supports t. If it were answered, neither reasons nor objections would remain.' 'crux: its way and what would be'
run "$ARGMAP" crux unargued.argmap.json
equal 'The resolution “T”: Nothing has been said for or against it. Nothing bears on it that has not been answered, so no single point changes the outcome. What follows from this map alone; not what is true. ' \
  "$(fold <"$out")" 'crux: nothing bears on it'
cat >pairs.argmap.json <<'END'
{ "argmap": 1, "title": "Pairs", "resolution": "t", "claims": [ { "id": "t", "text": "T." }, { "id": "s", "text": "S.", "supports": ["t"] },
  { "id": "p", "text": "P.", "supports": ["t"] } ] }
END
run "$ARGMAP" crux --format markdown pairs.argmap.json
contains "$out" 'No single point changes the outcome. One pair of points does, if both are answered:' 'crux: pairs where there is no single point'
contains "$out" '- **“S”**: s supports t; and **“P”**: p supports t. If both were answered, neither reasons nor objections would remain.' 'crux: a pair'
run "$ARGMAP" crux --limit 1 clean-electricity.argmap.json
equal 3 "$(grep -c '^- ' "$out")" 'crux --limit: so many of each answer'
contains "$out" 'And 5 more; --limit 0 lists them all.' 'crux --limit: how many more there are'
jq -n '{ argmap: 1, title: "Many", resolution: "r", claims: [{ id: "r", text: "R." }, { id: "s", text: "S.", supports: ["r"] }],
  rebuttals: ([{ id: "o", text: "O.", rebuts: ["r"] }, { id: "a", text: "A.", rebuts: ["o"] }]
    + [range (14) | { id: "b\(.)", text: "B\(.).", rebuts: ["a"] }, { id: "c\(.)", text: "C\(.).", rebuts: ["b\(.)"] }]) }' >many.argmap.json
run "$ARGMAP" crux many.argmap.json
equal 10 "$(grep -c '^- ' "$out")" 'crux: ten, where there are more'
run "$ARGMAP" crux --limit 0 many.argmap.json
equal 16 "$(grep -c '^- ' "$out")" 'crux --limit 0: all of them'
run "$ARGMAP" crux rivals.argmap.json pairs.argmap.json
equal 'Rivals Pairs' "$(grep -B 1 '^==' "$out" | grep '^[A-Z]' | tr '\n' ' ' | sed 's/ $//')" 'crux of several maps: a heading for each'

# --- bad input ---

echo '{ "argmap": 1, "title": "Nothing", "claims": [] }' >nothing.argmap.json
check_status 0 'an empty map' "$ARGMAP" evaluate nothing.argmap.json
contains "$out" 'There is nothing to weigh' 'an empty map: what it says'
is_right nothing.argmap.json
check_status 0 'an empty map: crux' "$ARGMAP" crux nothing.argmap.json
contains "$out" 'no claim bears on another: there is nothing to' 'an empty map: what crux says'
check_status 2 'an empty map: why' "$ARGMAP" why nothing.argmap.json a
equal 'argmap: nothing.argmap.json has no claim "a"' "$(cat "$err")" 'an empty map: what why says'

cat >undercuts.argmap.json <<'END'
{ "argmap": 1, "title": "Undercuts", "resolution": "t",
  "claims": [ { "id": "t", "text": "T.", "confidence": 0 }, { "id": "s", "text": "S.", "confidence": 1, "supports": [{ "claim": "t", "with": ["u"] }] } ],
  "rebuttals": [ { "id": "u", "text": "U.", "confidence": 0, "undercuts": [{ "from": "s", "to": "t" }] },
    { "id": "v", "text": "V.", "undercuts": [{ "from": "u", "to": { "from": "s", "to": "t" } }] },
    { "id": "w", "text": "W.", "undercuts": [{ "from": "v", "to": { "from": "u", "to": { "from": "s", "to": "t" } } }] } ] }
END
is_right undercuts.argmap.json
equal '{"from":"v","to":{"from":"u","to":{"from":"s","to":"t"}}}' "$(jq -c '.relations[] | select (.from == "w").to' "$out")" 'undercuts of undercuts: pairs in pairs'
equal '0 1' "$(jq -r '[.claims[] | select (.id == "t" or .id == "s").strength] | join (" ")' "$out")" 'confidence 0 and 1: strengths 0 and 1'
run "$ARGMAP" why --format markdown undercuts.argmap.json t
equal '“T”. The only reason given for it does not count for it. - “S” and “U” together support it. That step has been answered. - “U” undercuts this step. No reply to it in this map, only to a step from it. - “V” undercuts this step. That step has been answered. - “W” undercuts this step. No reply to it in this map. What follows from this map alone; not what is true. ' \
  "$(fold <"$out")" 'undercuts of undercuts: why'
run "$ARGMAP" crux --format markdown undercuts.argmap.json
contains "$out" 'w undercuts the undercut by v, which undercuts the undercut by u, which undercuts the step from s to t.' 'undercuts of undercuts: crux'

# A premise that undercuts its own step, and one that undercuts what it rebuts.
jq '.rebuttals |= map (select (.id == "u"))' undercuts.argmap.json >own.argmap.json
is_right own.argmap.json
equal answered "$(jq -r '.theses[0].label' "$out")" 'a premise that is an undercutter as well: the step is answered'
echo '{ "argmap": 1, "title": "Self", "resolution": "t", "claims": [{ "id": "t", "text": "T." }],
  "rebuttals": [{ "id": "r", "text": "R.", "rebuts": ["r", "t"] }] }' >self.argmap.json
check_status 1 'an attack on itself' "$ARGMAP" evaluate self.argmap.json
contains "$err" '[self-reference]' 'an attack on itself: what it says'
for command in evaluate crux 'why t r' 'why --defence t r'; do
  # shellcheck disable=SC2086 # words
  set -- $command
  first=$1
  shift
  check_status 0 "an attack on itself: $command --force" "$ARGMAP" "$first" --force self.argmap.json "$@"
done

# --- what is asked about ---

# refused MESSAGE ID
refused ()
{
  check_status 2 "why $2" "$ARGMAP" why reasons.argmap.json "$2"
  equal "argmap: $1" "$(cat "$err")" "why $2: what it says"
  is_empty "$out" "why $2: nothing else"
}

refused 'reasons.argmap.json has no claim "strnog"; did you mean "strong"?' strnog
refused 'reasons.argmap.json has no claim "something-else-altogether"' something-else-altogether
refused 'reasons.argmap.json: "ann" is a stakeholder; why is asked of a claim or a rebuttal' ann
refused 'reasons.argmap.json: "q" is a source; why is asked of a claim or a rebuttal' q
refused 'reasons.argmap.json has no claim "aloen"; did you mean "alone"?' aloen
check_status 2 'why of one that is there and one that is not' "$ARGMAP" why reasons.argmap.json alone nobody
contains "$out" '“Alone” (Ann)' 'why of one that is there and one that is not: the one is explained'
run "$ARGMAP" why reasons.argmap.json "$(printf 'a\033[31m')"
equal '' "$(LC_ALL=C tr -d '\n\040-\176\200-\377' <"$err" | od -An -c)" 'an id with an escape sequence: no control character in what it says'
for command in evaluate why crux; do
  check_status 2 "$command without anything" "$ARGMAP" "$command"
  contains "$err" "argmap $command: name a map" "$command without anything: what it says"
done
check_status 2 'why without an id' "$ARGMAP" why "$map"
contains "$err" 'name a map and the id of a claim in it' 'why without an id: what it says'
check_status 2 'evaluate --strength guess' "$ARGMAP" evaluate --strength guess "$map"
contains "$err" '--strength cannot be "guess"; it is one of auto, dfquad, quadratic, euler, none' 'evaluate --strength guess: what it says'
check_status 2 'crux --limit -1' "$ARGMAP" crux --limit -1 "$map"

# --- maps with errors, files that cannot be read ---

for command in evaluate crux 'why NAME wait'; do
  case $command in *NAME*) tail='wait' ;; *) tail= ;; esac
  first=${command%% *}
  check_status 1 "$first: a map with errors" "$ARGMAP" "$first" broken.argmap.json ${tail:+"$tail"}
  contains "$err" '[unknown-claim]' "$first: a map with errors: which"
  is_empty "$out" "$first: a map with errors: nothing else"
  case $first in why) tail='lost' ;; esac
  check_status 0 "$first --force: a map with errors" "$ARGMAP" "$first" --force broken.argmap.json ${tail:+"$tail"}
  if [ -s "$out" ]; then ok "$first --force: a map with errors: something is said"; else not_ok "$first --force: a map with errors: something is said"; fi
  check_status 2 "$first: a missing file" "$ARGMAP" "$first" nowhere.json ${tail:+"$tail"}
  contains "$err" 'cannot read nowhere.json: No such file or directory' "$first: a missing file: what it says"
done
cat >worse.argmap.json <<'END'
{ "argmap": 1, "title": "", "resolution": "gone", "claims": [{ "id": "a", "text": "", "by": ["gone"], "supports": ["gone", "b"] },
  { "id": "b", "text": "B", "supports": ["a", { "claim": "gone", "with": ["a"] }], "evidence": [{ "source": "gone" }] }, { "id": "b", "text": "Second b" }],
 "rebuttals": [{ "id": "c", "text": "C", "rebuts": ["gone"], "undercuts": [{ "from": "a", "to": "gone" }, { "relation": "gone" }] }, { "id": "d", "text": "D" },
  { "id": "e", "text": "E", "rebuts": ["a"], "undercuts": [{ "from": "e", "to": "a" }] }] }
END
for command in evaluate 'evaluate --format json' 'evaluate --strength euler' crux; do
  # shellcheck disable=SC2086 # words
  check_status 0 "a map of errors: $command --force" "$ARGMAP" $command --force worse.argmap.json
done
check_status 0 'a map of errors: why --force' "$ARGMAP" why --force worse.argmap.json a b c d e

# --- hostile texts ---

jq -n --argjson forced false -f "$ARGMAP_SOURCE/tests/hostile.jq" >hostile.argmap.json
is_right hostile.argmap.json
ids=$(jq -r '.claims[].id' "$out")
for command in evaluate crux why 'why --defence'; do
  case $command in why*) asked=$ids ;; *) asked= ;; esac
  # shellcheck disable=SC2086 # words
  check_status 0 "hostile texts: $command" "$ARGMAP" $command hostile.argmap.json $asked
  equal '' "$(LC_ALL=C tr -d '\n\040-\176\200-\377' <"$out" | od -An -c)" "hostile texts: $command: no control character"
  equal '' "$(LC_ALL=C sed 's/\xc2[\x80-\x9f]/!C1!/g; s/\xe2\x80[\xaa-\xae]/!BIDI!/g; s/\xe2\x81[\xa6-\xa9]/!BIDI!/g' "$out" | grep -n '!C1!\|!BIDI!' | head -n 3)" \
    "hostile texts: $command: nothing else that turns a terminal round"
  # shellcheck disable=SC2086
  run "$ARGMAP" $command --format markdown hostile.argmap.json $asked
  is_clean_markdown "hostile texts: $command"
done

# --- depth ---

jq -n '[range (10000) | { id: "c\(.)", text: "Number \(.) of the chain." }
    + (if . == 0 then {} elif . % 3 == 0 then { supports: ["c\(. - 1)"] } else { rebuts: ["c\(. - 1)"] } end)]
  | { argmap: 1, title: "Deep", resolution: "c0", claims: map (select (.rebuts | not)), rebuttals: map (select (.rebuts)) }' >deep.argmap.json
# In tall every claim changes all below it, so that crux is quadratic there: less of it will do.
for height in 10000 2000; do
  jq -n --argjson height "$height" '{ argmap: 1, title: "Deep", resolution: "c0", claims: [range ($height)
    | { id: "c\(.)", text: "Number \(.) of the chain." } + (if . > 0 then { supports: ["c\(. - 1)"] } else {} end)] }' >"tall$height.argmap.json"
done
for map in deep tall10000; do
  for command in evaluate 'evaluate --format json' 'evaluate --strength quadratic' 'why MAP c0' 'why --format markdown MAP c0' 'why --defence MAP c0' 'crux --limit 0'; do
    case $map-$command in tall*-crux*) continue ;; esac
    case $command in *MAP*) words=$(echo "$command" | sed "s/MAP/$map.argmap.json/") ;; *) words="$command $map.argmap.json" ;; esac
    # shellcheck disable=SC2086 # words
    check_status 0 "10,000 deep: $words" "$ARGMAP" $words
    if [ "$(wc -c <"$out")" -lt 4000000 ]; then
      ok "10,000 deep: $words: no longer than it needs to be"
    else
      not_ok "10,000 deep: $words: no longer than it needs to be" "$(wc -c <"$out") bytes"
    fi
  done
done
check_status 0 '2,000 deep: crux' "$ARGMAP" crux --limit 0 tall2000.argmap.json
equal '- “Number 1999 of the chain”: c1999 supports c1998, which supports c1997, which supports c1996, which supports c1995, which leads by 1,993 more steps to c2, which supports c1, which supports c0. If it were answered, neither reasons nor objections would remain. What follows from this map alone; not what is true. ' \
  "$(sed -n '/Number 1999/,$p' "$out" | fold)" '2,000 deep: the ends of the way are told'
finish
