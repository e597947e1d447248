#!/bin/sh
# Pictures that stand in one web page: no id, no style rule and no name of one reaches another.
. "$ARGMAP_SOURCE/tests/tap.sh"

need_drawing
cd "$scratch" || exit 1

# put NAME ARGUMENT...: what argmap ARGUMENT... prints into the page, as NAME.svg as well
put ()
{
  name=$1
  shift
  check_status "${expected:-0}" "$name: drawn" "$ARGMAP" "$@"
  cp "$out" "$name.svg"
  sed 1d "$out" >>page.html
}

page ()
{
  printf '<!DOCTYPE html><html lang="en"><title>Several</title>\n' >page.html
}

twice ()
{
  grep -oE ' id="[^"]*"' page.html | sort | uniq -d
}

# own_ids NAME: those that are not documented
own_ids ()
{
  xmllint --nonet --xpath '//@id' "$1.svg" | sed 's/^ *id="//; s/"$//' | grep -vE '^(claim|relation|point|join|below|above|see|missing)-'
}

jq -n '{ argmap: 1, title: "A", resolution: "a", claims: [{ id: "a", text: "A." }, { id: "b", text: "B.", supports: ["a"] }] }' >a.argmap.json
jq -n '{ argmap: 1, title: "C", resolution: "c", claims: [{ id: "c", text: "C." }, { id: "d", text: "D.", supports: ["c"] }] }' >c.argmap.json
jq '.title = "Another A"' a.argmap.json >other.argmap.json
flagship=$ARGMAP_SOURCE/maps/e2ee-child-safety.argmap.json

# --- two maps ---

page
put a render -o - a.argmap.json
put c render -o - c.argmap.json
put flagship render --evaluate -o - "$flagship"
equal '' "$(twice)" 'maps with claims of their own share no id'
for name in a c flagship; do
  equal 2 "$(own_ids "$name" | wc -l | tr -d ' ')" "$name: two ids that nobody relies on, of title and description"
  equal "$(own_ids "$name" | tr '\n' ' ')" "$(xmllint --nonet --xpath 'string(/*/@aria-labelledby)' "$name.svg") " "$name: which name the picture"
done
equal 1 "$(xmllint --nonet --xpath 'count(//*[@id="claim-a"])' a.svg)" 'a claim has the documented anchor'

# --- one map, several times ---

page
for theme in light dark print; do
  put "$theme" render --theme "$theme" -o - a.argmap.json
done
put part render --focus b -o - a.argmap.json
put other render -o - other.argmap.json
equal '' "$(twice | grep -v -e '"claim-' -e '"relation-')" 'pictures of one map differ in the ids of title and description'

# What stands for the rest of a map, and for what is not there, has documented ids as well.
jq '.claims[1].supports += ["nowhere"]' a.argmap.json >wrong.argmap.json
put rest render --focus a --depth 0 -o - a.argmap.json
put wrong render --force -o - wrong.argmap.json
for name in rest wrong; do
  equal 2 "$(own_ids "$name" | wc -l | tr -d ' ')" "$name: two ids that nobody relies on"
done
equal 1 "$(xmllint --nonet --xpath 'count(//*[@id="below-claim-a"])' rest.svg)" 'what is left out below a claim has the documented anchor'
equal 1 "$(xmllint --nonet --xpath 'count(//*[starts-with(@id, "missing-")])' wrong.svg)" 'what is missing has the documented anchor'
page
for theme in light dark print; do
  put "$theme" render --theme "$theme" --id-prefix "$theme-" -o - a.argmap.json
done
put again render --id-prefix again. -o - a.argmap.json
put other render --id-prefix _other -o - other.argmap.json
jq '.claims[0].text = "Changed."' a.argmap.json >later.argmap.json
expected=1 put changes diff --format svg --id-prefix diff- a.argmap.json later.argmap.json
equal '' "$(twice)" 'with a prefix each, they share no id'
equal '' "$(grep -oE ' id="[^"]*"' page.html | grep -vE '"(light-|dark-|print-|again\.|_other|diff-)')" 'every id has the prefix'
equal dark-claim-a "$(xmllint --nonet --xpath 'string(//*[local-name()="title"][.="A."]/../@id)' dark.svg)" 'a claim: the prefix, and its anchor'

# --- style ---

# Every selector begins with a class that only this picture has.
scope=$(xmllint --nonet --xpath 'string(/*/@class)' light.svg | tr ' ' '\n' | grep -vx argmap)
equal '' "$(sed -n '/<style>/,/<\/style>/p' light.svg | grep -oE '[^{}]+\{' | grep -v '@media' | grep -vF "svg.$scope [")" 'style reaches nothing outside of the picture'
equal 1 "$(grep -cE "^<svg [^>]*class=\"[^\"]*$scope\"" page.html)" 'and no other picture has its class' # "again" has another prefix
lacks dark.svg '<style' 'a picture that follows no screen has no style'

# --- a map in parts ---

jq -n '{ argmap: 1, title: "T", claims: ([range (3) | { id: "t\(.)", text: "Thesis \(.)." }]
  + [range (3300) | { id: "c\(.)", text: "C.", supports: ["t\(. % 3)"] }]) }' >large.argmap.json
check_status 0 'in parts: drawn' "$ARGMAP" render --fast -d parts --id-prefix p- large.argmap.json
page
for part in parts/*.svg; do
  sed 1d "$part" >>page.html
done
equal 4 "$(find parts -name '*.svg' | wc -l | tr -d ' ')" 'in parts: four pictures'
equal '' "$(twice)" 'in parts: they share no id either'
equal '' "$(grep -oE ' id="[^"]*"' page.html | grep -v '"p-')" 'in parts: every id has the prefix'

# --- what is no prefix ---

refused ()
{
  check_status 2 "$1: refused" "$ARGMAP" "$@"
  contains "$err" '--id-prefix' "$1: and the option named"
}
for wrong in '' 1a -a 'a b' 'a"b' 'a>b' 'ä' "$(printf 'x%.0s' $(seq 65))"; do
  refused render --id-prefix="$wrong" -o - a.argmap.json
done
check_status 0 'a prefix of 64 letters' "$ARGMAP" render --id-prefix="$(printf 'x%.0s' $(seq 64))" -o - a.argmap.json
refused render --id-prefix x -T pdf -o - a.argmap.json
refused render --id-prefix x -T html -o - a.argmap.json
refused render --id-prefix x -d folder a.argmap.json c.argmap.json
refused diff --id-prefix x a.argmap.json c.argmap.json
finish
