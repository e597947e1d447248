#!/bin/sh
# Words of other tools, of debaters and of everyday English in place of those of the format: what is meant is asked, and nothing where that
# is not clear.
. "$ARGMAP_SOURCE/tests/tap.sh"
cd "$scratch" || exit 1

# map PLACE: a map with PLACE, one of KIND STANCE SORT ISSUE, and TOP PERSON POSITION CLAIM TARGET REBUTTAL UNDERCUT SOURCE EVIDENCE EXPECT
# IGNORE with _IN, replaced by $2
map ()
{
  sed "s^$1^$2^; s/SORT/fact/; s/KIND/person/; s/STANCE1/for/; s/ISSUE1/harms/; s/[A-Z]*_IN,//g" >given.argmap.json <<'END'
{ "argmap": 1, "title": "T", "resolution": "a", TOP_IN,
  "stakeholders": [{ "id": "s", PERSON_IN, "name": "S", "kind": "KIND",
    "positions": [{ "claim": "a", POSITION_IN, "stance": "STANCE1" }] }],
  "claims": [{ "id": "a", "text": "It should be so." },
    { "id": "b", CLAIM_IN, "text": "It is so.", "kind": "SORT",
      "issue": "ISSUE1", "supports": [{ TARGET_IN, "claim": "a" }], "evidence": [{ EVIDENCE_IN, "source": "q" }] }],
  "rebuttals": [{ "id": "r", REBUTTAL_IN, "text": "It is not.", "rebuts": ["a"], "undercuts": [{ UNDERCUT_IN, "from": "b", "to": "a" }] }],
  "expect": { EXPECT_IN, "answered": [] }, "ignore": [{ IGNORE_IN, "rule": "off-topic", "reason": "r" }],
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
means KIND civil-society church Churches 'Church of England' religion mosque 'faith group' movement 'trade unions'
means KIND government court courts judge tribunal 'Ministry of Justice' legislator parliament army county
means KIND academia universities univercity college 'research institute'
means KIND media newspaper newspapers television 'news agency' blogger
means KIND international 'European Union' 'European Commission' 'United Nations' nato
means KIND company 'law firm' 'tech company' firms retailer
means KIND public consumers students residents patients
means KIND regulator 'data protection authority' dpa
means KIND - bank pro xyz organisation group 'public school' 'not a company' 'media company'
means STANCE1 against opposed oppose opposes con contra anti Against no agianst
means STANCE1 for pro supports support in-favour 'in favor' yes FOR
means STANCE1 neutral undecided none
means STANCE1 conditional depends mixed
means STANCE1 against oppos opose unfavourable 'not for' sceptical disapproves rejection
means STANCE1 for favourable favorable 'in favour of' suport approval 'strongly agree' welcomes +
means STANCE1 conditional perhaps 'it depends' 'qualified support'
means STANCE1 neutral abstention ambivalent
means STANCE1 concedes acceptance admiting
means STANCE1 - meh ok -1 '' 'not sure against'
means SORT policy proposal recommendation
means SORT value moral opinion
means SORT fact empirical statistics 'factual claim' 'statement of fact' prediction
means SORT value 'value judgement' ethics
means SORT - premise conclusion
means ISSUE1 feasibility practicality
means ISSUE1 disadvantage drawback risk 'dis-advantage'
means ISSUE1 significance severity
means ISSUE1 rights 'human rights' fairness
means ISSUE1 - advantage benefits cost-effectiveness safety

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
TOP descr description
TOP createdAt date
TOP refs sources
TOP works_cited sources
PERSON src url
PERSON bio note
PERSON affiliation member_of
PERSON abbrev abbreviation
POSITION value stance
POSITION thesis claim
CLAIM value text
CLAIM short_text label
CLAIM implied implicit
CLAIM refernces evidence
CLAIM Details note
SOURCE src url
SOURCE abstract note
SOURCE publication_date date
EVIDENCE src source
EVIDENCE passage quote
EVIDENCE pp locator
EVIDENCE Description note
TARGET value strength
TARGET why warrant
TARGET together-with with
UNDERCUT src from
UNDERCUT dst to
IGNORE finding rule
EXPECT standing unanswered
EXPECT stands unanswered
EXPECT contested disputed
EXPECT fallen answered
EXPECT falls answered
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
# Each is what it is said to be in every spelling.
for name in description desc Description note comment remarks reason; do
  member POSITION $name 'a position has no note of its own'
done
for name in src href quotation; do
  member CLAIM $name 'a source is cited under "evidence": [{"source": id}]'
done
for name in supported_by SupportedBy supported-by 'supported by'; do
  member CLAIM "$name" 'a relation stands with the claim that it leads from: write "supports" there'
done
member SOURCE pages 'a page goes under "locator" of the evidence that cites the source'
member SOURCE ISBN 'put it into "note"'
member TARGET description 'why it follows goes under "warrant"'
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

# What people write in place of a URL. address GIVEN FAULT HELP
address ()
{
  map SOURCE_IN "\"url\": \"$1\""
  run "$ARGMAP" check given.argmap.json
  contains "$out" "error: \"url\" of source \"q\" $2 [invalid-url]" "$1: what it is"
  contains "$out" "help: $3" "$1: what to write"
}
while IFS=' ' read -r given right; do
  address "$(printf '%s' "$given" | tr '_' ' ')" 'is a DOI, not a URL' "write https://doi.org/$right"
done <<'END'
10.1000/182 10.1000/182
doi:10.1000/182 10.1000/182
(doi:10.1000/182) 10.1000/182
www.doi.org/10.1000/182 10.1000/182
urn:doi:10.1000/182 10.1000/182
info:doi/10.1000/182 10.1000/182
10.1000.10/123 10.1000.10/123
DOI:_10.1000/182. 10.1000/182
DOI_10.1000/182 10.1000/182
doi.org/10.1000/182 10.1000/182
dx.doi.org/10.1000/182 10.1000/182
10.1002/(SICI)10:8<693::AID>3.0.CO;2-O 10.1002/(SICI)10:8%3C693::AID%3E3.0.CO;2-O
END
for given in ' 10.1000/182' '10.1000/182 ' "$(printf '\302\240doi:10.1000/182\342\200\213')"; do
  address "$given" 'is a DOI, not a URL' 'write https://doi.org/10.1000/182'
done
for given in 10.1000/ 10.1000 doi:10.1000/ ' DOI 10.1000'; do
  address "$given" 'is the beginning of a DOI, not a URL' 'a DOI goes on after the slash'
done
address ' www.example.org/a ' 'does not begin with http://, https:// or mailto:' 'write https://www.example.org/a'
address ' https://example.org/a' 'begins with white space' 'take it out'
address "$(printf 'https://example.org/a\302\240')" 'ends with U+00A0 NO-BREAK SPACE' 'take it out'
address ' ' 'is empty' 'leave the member out'
for given in 3.14/2 1.5/a 1.2.3/a; do
  address $given 'does not begin with http://, https:// or mailto:' 'write it like https://example.org/report'
done
address 192.168.0.1/a 'does not begin with http://, https:// or mailto:' 'write https://192.168.0.1/a'
address arXiv:2101.00001 'is an arXiv id, not a URL' 'write https://arxiv.org/abs/2101.00001'
address 2101.00001v2 'is an arXiv id, not a URL' 'write https://arxiv.org/abs/2101.00001v2'
address 'PMID: 123456' 'is a PubMed id, not a URL' 'write https://pubmed.ncbi.nlm.nih.gov/123456/'
address urn:nbn:de:101:1-2 'is a URN, not a URL' 'write https://nbn-resolving.org/urn:nbn:de:101:1-2'
for isbn in 'ISBN 978-3-16-148410-0' isbn:9783161484100 978-3-16-148410-0 urn:isbn:0451450523; do
  address "$isbn" 'is an ISBN, not a URL' 'put it into "note"'
done
for path in /home/me/a.pdf ./a.pdf ../texts/a.txt 'C:/Users/a.pdf' file:///a.pdf a.pdf '~/a'; do
  address "$path" 'is a path, not a URL' 'give the address where others can read it'
done
start='does not begin with http://, https:// or mailto:'
address www.example.org "$start" 'write https://www.example.org'
address example.org "$start" 'write https://example.org'
address example.org:8080/a?b "$start" 'write https://example.org:8080/a?b'
address 'www.example.org/a b' "$start" 'write https://www.example.org/a%20b'
address www.münchen.de "$start" 'write https://www.xn--mnchen-3ya.de'
address me@example.org "$start" 'write mailto:me@example.org'
for given in http:/example.org/a http:example.org/a http//example.org/a htp://example.org/a hhttp://example.org/a http//:example.org/a; do
  address $given 'does not begin with http:// or https://' 'write http://example.org/a'
done
for given in '<https://example.org/a>' '[a](https://example.org/a)' '“https://example.org/a”' 'see https://example.org/a'; do
  address "$given" 'has more around it than the URL' 'write https://example.org/a'
done
address 'https://example.org, https://example.com' 'holds more than one URL' 'give one'
address n/a 'is not a URL' 'leave the member out'
address 'javascript:alert(1)' 'begins with "javascript:", and only http, https and mailto are let through' 'write it like https://example.org/report'
map SOURCE_IN '"file": "10.1000/182"'
run "$ARGMAP" check given.argmap.json
contains "$out" 'help: it is a DOI: that belongs under "url"; write https://doi.org/10.1000/182' 'a DOI as a file'

# Words of the command line.
run "$ARGMAP" summary --format md given.argmap.json
contains "$err" 'did you mean "markdown"?' 'md is markdown'
run "$ARGMAP" check --level warn given.argmap.json
contains "$err" 'did you mean "warning"?' 'warn is warning'
run "$ARGMAP" list --issue Costs given.argmap.json
contains "$err" 'did you mean "cost"?' 'costs are cost'
finish
