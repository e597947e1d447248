#!/bin/sh
# What the name of an output says is what is in it: the ending chooses the format, and a name that says something else is an error before
# anything is read or written.

. "$ARGMAP_SOURCE/tests/tap.sh"

leave_coaching_out
cd "$scratch" || exit 1
write_map good.argmap.json
mkdir given
cp good.argmap.json given

# refused NAME SAID COMMAND...: a usage error that says SAID, though the map that is named is not there; NAME is not written
refused ()
{
  name=$1
  said=$2
  shift 2
  check_status 2 "argmap $*" "$ARGMAP" "$@"
  contains "$err" "$said" "argmap $*: it says what can be done"
  lacks "$err" 'No such file' "argmap $*: nothing has been read"
  is_empty "$out" "argmap $*: nothing is printed"
  [ ! -e "$name" ] && ok "argmap $*: nothing is written" || not_ok "argmap $*: nothing is written"
}

# --- endings that the command does not write ---

for ending in png html pdf dot jpg csv gv tar.gz PNG Html argmap.json; do
  refused "x.$ending" "cannot write x.$ending: diff writes files that end in .txt, .md, .json or .svg, and no .$(echo "${ending#tar}" | sed 's/^\.//' | tr A-Z a-z)" \
    diff -o "x.$ending" gone.json gone.json
  refused "x.$ending" "diff writes files that end in" diff --format json "--output=x.$ending" gone.json gone.json
done
for ending in svg md png html PDF docx argmap.json; do
  refused "given/x.$ending" "cannot write given/x.$ending: check writes files that end in .txt, .json, .jsonl, .sarif or .xml, and no " check -o "given/x.$ending" gone.json
done
for ending in txt md json jpg JPEG xml svgz argmap.json; do
  refused "x.$ending" "cannot write x.$ending: render writes files that end in .svg, .dot, .png, .pdf or .html, and no " render -o "x.$ending" gone.json
done
for ending in svg txt md png; do
  refused "x.$ending" "cannot write x.$ending: new writes files that end in .argmap.json, and no .$ending" new "x.$ending"
done
refused .png 'and no .png' diff -o .png gone.json gone.json

# --- a format that is asked for and another in the name ---

refused x.svg 'x.svg would hold json, and its name says svg; name it otherwise, or give --format svg' diff --format json -o x.svg gone.json gone.json
refused x.json 'x.json would hold markdown, and its name says json' diff --format markdown -o x.json gone.json gone.json
refused x.MD 'x.MD would hold text, and its name says markdown' diff --format text -o x.MD gone.json gone.json
refused x.png 'x.png would hold svg, and its name says png; name it otherwise, or give -T png' render -T svg -o x.png gone.json
refused x.svg 'x.svg would hold dot' render -Tdot -o x.svg gone.json
refused x.htm 'x.htm would hold pdf, and its name says html' render -T pdf -o x.htm gone.json
refused x.json 'x.json would hold text, and its name says json' check --format text -o x.json gone.json
refused x.sarif 'x.sarif would hold junit, and its name says sarif' check --format junit -o x.sarif gone.json

# --- names that choose ---

# holds BEGINNING STATUS FILE COMMAND...: FILE is written and begins so
holds ()
{
  beginning=$1
  wanted=$2
  file=$3
  shift 3
  rm -f "$file"
  check_status "$wanted" "argmap $*" "$ARGMAP" "$@"
  equal "$beginning" "$(head -c ${#beginning} "$file" | tr -d '\0')" "argmap $*: what $file holds"
}

while read -r name beginning; do
  holds "$beginning" 0 "$name" check -o "$name" good.argmap.json
done <<'END'
x.txt 1 file checked
x.LOG 1 file checked
x 1 file checked
x.out 1 file checked
./x.1 1 file checked
x.json {"version":1,"files"
x.jsonl {"version":1,"path":"good.argmap.json"
x.ndjson {"version":1,"path":"good.argmap.json"
x.sarif {"$schema"
x.xml <?xml
END
mkdir -p x.d.svg
holds '1 file checked' 0 x.d.svg/report check -o x.d.svg/report good.argmap.json
holds '{"$schema"' 0 x.json check --format sarif -o x.json good.argmap.json
holds '[' 0 x.json check --format gitlab -o x.json good.argmap.json
holds '{"version"' 0 x.txt check --format json -o x.txt good.argmap.json
holds '{"version"' 0 x.out check --format json -o x.out good.argmap.json
printf '{ "argmap": 1, "claims": [] }\n' >wrong.argmap.json
holds 'wrong.argmap.json:1:1' 1 x.txt check --format gcc -o x.txt wrong.argmap.json

while read -r name beginning; do
  holds "$beginning" 1 "$name" diff -o "$name" /dev/null good.argmap.json
done <<'END'
x.txt A new map
x.md ## A new map
x.Markdown ## A new map
x.json {
x A new map
x.out A new map
END
holds '## A new map' 1 x.txt diff --format markdown -o x.txt /dev/null good.argmap.json
holds '## A new map' 1 x.out diff --format markdown -o x.out /dev/null good.argmap.json
holds '{' 0 x.argmap.json new x.argmap.json
holds '{' 0 y.json new y.json
holds '{' 0 y new y

if [ "$ARGMAP_DRAW" = 1 ]; then
  holds 'digraph' 0 x.gv render -o x.gv good.argmap.json
  holds 'digraph' 0 x.DOT render -o x.DOT good.argmap.json
  holds 'digraph' 0 x.txt render -T dot -o x.txt good.argmap.json
  holds 'digraph' 0 x.out render -T dot -o x.out good.argmap.json
  holds '<?xml' 0 x.svg render --fast -o x.svg good.argmap.json
  holds '<?xml' 0 x render --fast -o x good.argmap.json
  holds '<?xml' 1 x.svg diff -o x.svg /dev/null good.argmap.json
  holds '%PDF' 0 x.Pdf render -o x.Pdf good.argmap.json
  holds '<!' 0 x.htm render -o x.htm good.argmap.json
fi

# --- streams and devices have no ending ---

for place in - /dev/stdout /dev/fd/1; do
  check_status 0 "check -o $place" "$ARGMAP" check --format json -o $place good.argmap.json
  contains "$out" '"version":1' "check -o $place: it goes there"
  check_status 1 "diff -o $place" "$ARGMAP" diff --format markdown -o $place /dev/null good.argmap.json
  contains "$out" '## A new map' "diff -o $place: it goes there"
done
check_status 0 'check -o /dev/null' "$ARGMAP" check --format sarif -o /dev/null good.argmap.json
check_status 1 'diff -o /dev/null' "$ARGMAP" diff -o /dev/null /dev/null good.argmap.json

# --- a report over a map ---

cp good.argmap.json map.json
cp good.argmap.json kept
check_status 2 'a report over the map' "$ARGMAP" check -o map.json map.json
contains "$err" 'argmap check: the report would overwrite the map map.json' 'a report over the map: it says so'
same kept map.json 'a report over the map: it is as it was'
ln -s map.json link.json
check_status 2 'a report over what a link leads to' "$ARGMAP" check -o link.json given/good.argmap.json map.json
same kept map.json 'a report over what a link leads to: it is as it was'

finish
