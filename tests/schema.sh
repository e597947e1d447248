#!/bin/sh
# Do the schema and the loader agree? Every fixture is put to both; the schema's judge is an independent validator.
. "$ARGMAP_SOURCE/tests/tap.sh"

schema=$ARGMAP_SOURCE/docs/argmap.schema.json
NODE_PATH=${NODE_PATH:-/usr/share/nodejs}
export NODE_PATH

# Rules about the shape of single objects: all that a schema can know.
shape='missing-field|unknown-field|wrong-type|invalid-value|invalid-id|invalid-url|invalid-date|invalid-language|empty-text|not-a-map|unsupported-version'

"$ARGMAP" schema > "$scratch/schema.json"
[ "${AM_UPDATE:-0}" = 0 ] || cp "$scratch/schema.json" "$schema"
same "$schema" "$scratch/schema.json" 'argmap schema prints docs/argmap.schema.json'

if ! command -v node > /dev/null || ! node -e 'require("ajv")' 2> /dev/null; then
  skip 'the schema and the loader agree' 'no node-ajv'
  finish
fi

# A finding that the map accepts is none to the loader; the schema knows no such thing.
cd "$ARGMAP_SOURCE" || exit 1
ACCEPTED="^($shape)\$" node tests/schema.js "$schema" maps/*.argmap.json tests/check/*.argmap.json > "$scratch/judged"
[ -s "$scratch/judged" ] && ok 'the schema is a schema, in strict mode too, and judges' || not_ok 'the schema is a schema, in strict mode too, and judges'
for member in defaultSnippets enumDescriptions; do
  jq --arg member "$member" '.definitions.claim += { ($member): [] }' "$schema" > "$scratch/extended.json"
  check_status 1 "a strict validator would refuse $member" node tests/schema.js "$scratch/extended.json" maps/compulsory-voting.argmap.json
done

# What the loader says: one line a map, "bad" where a rule about the shape found something.
judge_by_loader ()
{
  cut -d ' ' -f 2 | tr '\n' '\0' > "$scratch/names"
  "$ARGMAP" check --level info --format jsonl --files-from "$scratch/names" > "$scratch/report" || true
  jq -r --arg shape "^($shape|rebuttal-without-target|unknown-rule)\$" '
    (if any (.findings[]; .rule | test ($shape)) then "bad " else "good " end) + .path' "$scratch/report"
}

judge_by_loader < "$scratch/judged" > "$scratch/loaded"

same "$scratch/loaded" "$scratch/judged" 'the schema and the loader agree on every fixture'

bad=$(grep -c '^bad' "$scratch/judged") || bad=0
good=$(grep -c '^good' "$scratch/judged") || good=0
if [ "$bad" -ge 100 ] && [ "$good" -ge 100 ]; then
  ok "both sides are well covered ($good good, $bad bad)"
else
  not_ok "both sides are well covered ($good good, $bad bad)"
fi

# --- values, each by itself: a fixture may hold several wrong ones ---

# value MEMBER VALUE: a map with that value, in the notation of JSON
value ()
{
  count=$((count + 1))
  case $1 in
    url) printf '{ "argmap": 1, "title": "T", "claims": [], "sources": [{ "id": "s", "url": %s }] }\n' "$2" ;;
    label) printf '{ "argmap": 1, "title": "T", "claims": [{ "id": "c", "text": "C", "label": %s }] }\n' "$2" ;;
    title) printf '{ "argmap": 1, "title": %s, "claims": [] }\n' "$2" ;;
    *) printf '{ "argmap": 1, "title": "T", "claims": [], "%s": %s }\n' "$1" "$2" ;;
  esac > "$scratch/values/$count.$1.argmap.json"
}

mkdir "$scratch/values"
count=0
for date in 2020-02-29 2021-02-29 2020-02-30 1900-02-29 2000-02-29 2020-04-31 2020-05-31 2020-13 2020-00 2020-01-00 0000 0000-01 0001 \
            2020-1 20-01-01 2020-01-01T00:00; do
  value date "\"$date\""
done
for url in http://a https://ü.de https://a/%zz https://a/%2 https://a/%E9 https://a:99999 https://a:65535 https://a:65536 https://a:080 \
           https://a: https://a:x 'https://[zz]' 'https://[::1]' 'https://[::1' 'https://a[::1]' https://a@ https://a@b https://a@b@c \
           https:// https:///x https:a HTTPS://A https://%41 'https://a/"' mailto:a@b mailto:a mailto:@b mailto:a@ mailto:a%40b \
           mailto://a@b ftp://a //a a.example 'https://a?q=[x]#y' 'https://a/ b' ' https://a' 'https://a/{x}'; do
  value url "$(printf '%s' "$url" | jq -Rs .)"
done
for tag in i-klingon I-KLINGON i-other i-klingon-x en-GB-oed en-US-oed sgn-be-fr en x-a en-x; do
  value language "\"$tag\""
done
for title in '""' '" "' '"\ufeff"' '"\u000b"' '"\u00a0"' '"\u3000"' '"\u200b"' '"\u0085"' '"a"'; do
  value title "$title"
done
sixty=$(printf '%060d' 0)
for label in "$sixty" "${sixty}0" "$(echo "$sixty" | sed 's/0/e\\u0301/g')" "$(echo "$sixty" | sed 's/0/\\u1112\\u1161\\u11ab/g')" \
             "$(echo "$sixty" | sed 's/0/\\u05d0\\u05b8/g')" "$(echo "$sixty" | sed 's/0/\\u0e01\\u0e34/g')0" "$(echo "$sixty" | sed 's/0/\\ud83d\\ude00/g')"; do
  value label "\"$label\""
done
for resolution in '"c"' '["c"]' '[]' '""'; do
  value resolution "$resolution"
done
cd "$scratch" || exit 1
node "$ARGMAP_SOURCE/tests/schema.js" "$schema" values/*.argmap.json > judged.values
equal "$count" "$(grep -c . "$scratch/judged.values")" 'every value was judged'
judge_by_loader < "$scratch/judged.values" > "$scratch/loaded.values"
same "$scratch/loaded.values" "$scratch/judged.values" 'the schema and the loader agree on each of many dates, URLs, tags, titles and labels'

# --- what an editor shows ---

# The members of an object of the format, and not those of a condition, have more than a type. A reference may stand for them.
jq -r '
  . as $schema
  | def parts: if has ("$ref") then [$schema.definitions[."$ref" | sub (".*/"; "")]]
               else [.] + [.allOf[]? | select (has ("$ref")) | $schema.definitions[."$ref" | sub (".*/"; "")]] end;
  paths (type == "object" and has ("additionalProperties")) as $path
  | getpath ($path).properties | to_entries[] | . as $member | .value | parts
  | select ((any (.[]; has ("description")) and any (.[]; has ("examples") or has ("const"))) | not)
  | ($path | join (".")) + " " + $member.key
' "$schema" > "$scratch/plain" 2>&1
equal '' "$(cat "$scratch/plain")" 'every member has a description and an example'

jq -r '.. | objects | select (has ("enum") or has ("const")) | select (.description == null) | tojson' "$schema" > "$scratch/plain" 2>&1
equal '{"const":true}
{"const":true}' "$(cat "$scratch/plain")" 'every word of every list is described; what is not are conditions'

sed -n 's/^[A-Z]*_RULE ([A-Z_]*, "\([^"]*\)",.*"\([^"]*\)")$/\1 \2/p' "$ARGMAP_SOURCE/src/base/rules.def" > "$scratch/titles"
jq -r '.definitions.ignore.properties.rule.oneOf[] | .const + " " + .description' "$schema" > "$scratch/described"
same "$scratch/titles" "$scratch/described" 'the schema says of every rule what the table of rules says'

# Each line of the reference begins with what the schema says of the member or word; where the schema says nothing, it is empty. What a
# heading begins, as in "the claim says …", belongs to every line.
jq -r '
  def line ($section; $name): [($section | ascii_downcase), $name, .description // ""] | @tsv;
  def members ($section): .properties | to_entries[] | .key as $name | .value | line ($section; $name);
  def words ($section): .oneOf[] | .const as $name | line ($section; $name);
  members ("the map"),
  (.definitions
   | (to_entries[] | .key as $section | .value | (if $section == "target" then .oneOf[1] else . end) | select (.properties)
      | members ($section)),
     (.claim.properties.kind | words ("kinds of claim")), (.claim.properties.issue | words ("stock issues")),
     (.position.properties.stance | words ("stances")), (.stakeholder.properties.kind | words ("kinds of stakeholder")))
' "$schema" > "$scratch/said"
awk -F '\t' '
  function plain (text)
  {
    gsub (/\]\([^)]*\)/, "", text)
    gsub (/[][`]| \(\*kept\*\)|\(\*kept\*\)/, "", text)
    gsub (/^ +| +$|\.$/, "", text)
    return tolower (substr (text, 1, 1)) substr (text, 2)
  }
  FNR == NR { said[$1, $2] = plain($3); next }
  /^### / { section = tolower (substr ($0, 5)) }
  /^\| ---/ { next }
  /^\| / && !/^\| `/ { split ($0, cell, "|"); begun = cell[3] ~ /… $/ ? plain(cell[3]) : ""; sub (/…$/, "", begun); next }
  /^\| `/ {
    split ($0, cell, "|")
    name = plain(cell[2])
    if (!((section, name) in said))
      next
    rows++
    is_member = $0 ~ /^\|[^|]*\|[^|]*\|[^|]*\|$/ && section !~ /^(kinds of claim|stances|kinds of stakeholder|stock issues)$/
    text = begun plain(cell[is_member ? 4 : 3])
    wanted = said[section, name]
    if (wanted == "" ? text != "" : substr (text, 1, length (wanted)) != wanted || substr (text, length (wanted) + 1, 1) ~ /[a-z]/)
      print section ": " name ": " text " / " wanted
  }
  END { print rows " lines" }
' "$scratch/said" "$ARGMAP_SOURCE/docs/format.md" > "$scratch/differs"
equal '101 lines' "$(cat "$scratch/differs")" 'format.md says of each member and word what the schema says'

# An example that breaks the pattern beside it would teach what is wrong. Patterns are ECMAScript's, which jq reads otherwise.
node -e '
  const fits = (part) => part === null || typeof part !== "object"
    || ((part.pattern === undefined || (part.examples || []).every ((example) => new RegExp (part.pattern, "u").test (example)))
        && Object.values (part).every (fits));
  process.exit (fits (JSON.parse (require ("fs").readFileSync (process.argv[1], "utf8"))) ? 0 : 1)' "$schema" \
  && ok 'examples fit their patterns' || not_ok 'examples fit their patterns'

slugs=$("$ARGMAP" rules | cut -d ' ' -f 1)
known=$(jq -r '.definitions.ignore.properties.rule.oneOf[].const' "$schema")
if [ "$slugs" = "$known" ]; then ok 'the schema knows every rule'; else not_ok 'the schema knows every rule'; fi
finish
