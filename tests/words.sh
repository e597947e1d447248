#!/bin/sh
# Words of other tools, of debaters and of everyday English in place of those of the format: what is meant is asked, and nothing where that
# is not clear.
. "$ARGMAP_SOURCE/tests/tap.sh"
cd "$scratch" || exit 1

# map PLACE: a map with PLACE, one of KIND STANCE SORT ISSUE TOP PERSON CLAIM REBUTTAL SOURCE EVIDENCE, replaced by $2
map ()
{
  sed "s|$1|$2|; s/SORT/fact/; s/KIND/person/; s/STANCE1/for/; s/ISSUE1/harms/; s/[A-Z]*_IN,//" >given.argmap.json <<'END'
{ "argmap": 1, "title": "T", "resolution": "a", TOP_IN,
  "stakeholders": [{ "id": "s", PERSON_IN, "name": "S", "kind": "KIND",
    "positions": [{ "claim": "a", POSITION_IN, "stance": "STANCE1" }] }],
  "claims": [{ "id": "a", "text": "It should be so." },
    { "id": "b", CLAIM_IN, "text": "It is so.", "kind": "SORT",
      "issue": "ISSUE1", "supports": ["a"], "evidence": [{ "source": "q" }] }],
  "rebuttals": [{ "id": "r", REBUTTAL_IN, "text": "It is not.", "rebuts": ["a"] }],
  "sources": [{ "id": "q", SOURCE_IN, "title": "Q" }] }
END
}
map NOTHING NOTHING
check_status 0 'the map itself is sound' "$ARGMAP" check given.argmap.json

# means PLACE MEANT WORD...: each word, as a value, is taken for MEANT; "-" for nothing
means ()
{
  place=$1 meant=$2
  shift 2
  for word; do
    map "$place" "$word"
    run "$ARGMAP" check given.argmap.json
    equal 1 "$status" "$place $word: an error"
    if [ "$meant" = - ]; then
      lacks "$out" 'did you mean' "$place $word: nothing is guessed"
    else
      contains "$out" "help: did you mean \"$meant\"?" "$place $word: $meant"
    fi
  done
}
means KIND civil-society ngo NGO charity non-profit nonprofit Civil-Society civil_society union
means KIND government ministry state govt party
means KIND company business corporation industry comapny
means KIND law-enforcement police LawEnforcement
means KIND academia university researcher
means KIND - bank pro xyz
means STANCE1 against opposed oppose opposes con contra anti Against no agianst
means STANCE1 for pro supports support in-favour 'in favor' yes FOR
means STANCE1 neutral undecided none
means STANCE1 conditional depends mixed
means STANCE1 - meh ok
means SORT policy proposal recommendation
means SORT value moral opinion
means SORT fact empirical
means ISSUE1 feasibility practicality
means ISSUE1 disadvantage drawback risk

# member PLACE NAME HELP: what is said of a member that the format does not know
member ()
{
  map "${1}_IN" "\"$2\": \"x\""
  run "$ARGMAP" check given.argmap.json
  contains "$out" "has a member \"$2\", which the format does not know" "$1 $2: an error"
  contains "$out" "help: $3" "$1 $2: what is meant"
}
while read -r place name meant; do
  member "$place" "$name" "did you mean \"$meant\"?"
done <<'END'
TOP name title
TOP thesis resolution
TOP motion resolution
TOP topic question
TOP author authors
TOP lang language
PERSON type kind
PERSON abbr abbreviation
PERSON homepage url
PERSON memberOf member_of
PERSON goals interests
PERSON title name
POSITION opinion stance
CLAIM type kind
CLAIM support supports
CLAIM references evidence
CLAIM description note
CLAIM weight confidence
CLAIM key id
REBUTTAL attack rebuts
REBUTTAL counters rebuts
REBUTTAL refutes rebuts
REBUTTAL undercut undercuts
REBUTTAL category kind
SOURCE link url
SOURCE href url
SOURCE year date
SOURCE path file
END
own='a member of your own needs a name that begins with "x-"'
member CLAIM refutes 'what attacks is a rebuttal: move it to "rebuttals"'
member CLAIM href 'a source is cited under "evidence": [{"source": id}]'
member CLAIM author 'who asserts it goes under "by", by the id of a stakeholder'
member CLAIM colour "$own"
member PERSON email "$own"

# A list under another name is read, so that nothing which refers into it is wrong as well.
map NOTHING NOTHING
sed 's/"claims"/"arguments"/; s/"stakeholders"/"actors"/; s/"rebuttals"/"objections"/; s/"sources"/"references"/' given.argmap.json >lists.argmap.json
run "$ARGMAP" check lists.argmap.json
equal '4 of 4' "$(grep -c 'error: the map has a member' "$out") of $(grep -c ': error: ' "$out")" 'lists under other names: no other error follows'

# Words of the command line.
run "$ARGMAP" summary --format md given.argmap.json
contains "$err" 'did you mean "markdown"?' 'md is markdown'
run "$ARGMAP" check --level warn given.argmap.json
contains "$err" 'did you mean "warning"?' 'warn is warning'
run "$ARGMAP" list --issue Costs given.argmap.json
contains "$err" 'did you mean "cost"?' 'costs are cost'
finish
