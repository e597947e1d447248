#!/bin/sh
# Graphviz in process: the plugins that are handed to it, drawing without fonts (--fast), and that nothing it says reaches the
# terminal but in argmap's words.
# AM_UPDATE=1 writes the golden picture anew, with Graphviz 2.42 or 2.43: look at it.
. "$ARGMAP_SOURCE/tests/tap.sh"

need_drawing

map=$ARGMAP_SOURCE/maps/compulsory-voting.argmap.json

# only_ours DESCRIPTION: whatever is on standard error is argmap's
only_ours ()
{
  equal '' "$(grep -Ev '^(argmap[ :]|Try "argmap )' "$err")" "$1"
}

is_absent ()
{
  if [ -e "$1" ]; then
    not_ok "$2" "there is $1"
  else
    ok "$2"
  fi
}

# --- without fonts ---

small=$scratch/small.argmap.json
cat >"$small" <<'MAP'
{"argmap": 1, "title": "Night trains", "question": "Should the state pay for night trains?", "resolution": "pay",
 "stakeholders": [{"id": "riders", "name": "Riders' association"}, {"id": "lines", "name": "The railway", "abbreviation": "RAIL"}],
 "claims": [{"id": "pay", "text": "The state should pay for night trains.", "kind": "policy", "by": ["riders"]},
   {"id": "climate", "text": "A night train emits a twentieth of what a flight emits — per seat.", "kind": "fact", "by": ["riders"],
    "supports": [{"claim": "pay", "with": ["shift"]}], "evidence": [{"source": "study"}]},
   {"id": "shift", "text": "Travellers would leave the plane.", "implicit": true}],
 "rebuttals": [{"id": "empty", "text": "Most beds stay empty: Zürich–Málaga ran at 40 %.", "by": ["lines"], "rebuts": ["pay"]},
   {"id": "price", "text": "漢字 at three times the fare, few would.", "by": ["lines"], "undercuts": [{"from": "climate", "to": "pay"}]}],
 "sources": [{"id": "study", "title": "A study"}]}
MAP

check_status 0 'fast: drawn' "$ARGMAP" render --fast -o "$scratch/fast.svg" "$small"
is_empty "$err" 'fast: nothing is said'
check_status 0 'fast: well-formed XML' xmllint --nonet --noout "$scratch/fast.svg"
golden=$ARGMAP_SOURCE/tests/golden/fast.svg
case $("$ARGMAP" --version) in
  *'Graphviz 2.42'* | *'Graphviz 2.43'*)
    [ "${AM_UPDATE:-0}" = 0 ] || cp "$scratch/fast.svg" "$golden"
    same "$golden" "$scratch/fast.svg" 'fast: the picture is as it was' ;;
  *) skip 'fast: the picture is as it was' 'another Graphviz lays it out in another way' ;;
esac

mkdir "$scratch/none"
cat >"$scratch/none/fonts.conf" <<'CONF'
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig></fontconfig>
CONF
check_status 0 'fast: drawn where there is no font' \
  env FONTCONFIG_FILE="$scratch/none/fonts.conf" "$ARGMAP" render --fast -o "$scratch/fontless.svg" "$small"
is_empty "$err" 'fast: nothing is said where there is no font'
same "$scratch/fast.svg" "$scratch/fontless.svg" 'fast: fonts change nothing'
# Where the usual fonts are as wide as Helvetica, an SVG needs no more of them than --fast does, unless it holds what the tables do not
# know: here two ideographs. Other fonts are asked, and so they are for a PNG.
plain=$scratch/plain.argmap.json
sed 's/漢字/Even/' "$small" >"$plain"
if fc-match Helvetica,Arial,sans-serif family | grep -Eqx 'Liberation Sans|Arial|Arimo|Nimbus Sans'; then
  check_status 0 'tables: drawn' "$ARGMAP" render -o "$scratch/tables.svg" "$plain"
  "$ARGMAP" render --fast -o "$scratch/fast-plain.svg" "$plain"
  same "$scratch/fast-plain.svg" "$scratch/tables.svg" 'tables: the picture of --fast, where they know all of its text'
  "$ARGMAP" render -o "$scratch/asked.svg" "$small"
  differs "$scratch/fast.svg" "$scratch/asked.svg" 'tables: fonts are asked about what they do not know'
  "$ARGMAP" render --font 'Liberation Sans' -o "$scratch/asked.svg" "$plain"
  sed 's/Liberation Sans,//' "$scratch/asked.svg" >"$scratch/other.svg"
  differs "$scratch/tables.svg" "$scratch/other.svg" 'tables: a font that was asked for is asked itself'
else
  skip 'tables: the picture of --fast' 'there is no font as wide as Helvetica'
fi
check_status 0 'drawn with fonts where there is none' \
  env FONTCONFIG_FILE="$scratch/none/fonts.conf" "$ARGMAP" render -o "$scratch/other.svg" "$small"
only_ours 'without fonts: what is said is ours'
check_status 0 'without fonts: well-formed XML' xmllint --nonet --noout "$scratch/other.svg"
for format in png pdf; do
  check_status 2 "fast: no $format" "$ARGMAP" render --fast -o "$scratch/fast.$format" "$small"
  contains "$err" "a $format needs them" "fast: the message says why there is no $format"
  is_absent "$scratch/fast.$format" "fast: no $format is written"
done
"$ARGMAP" render -o "$scratch/usual.dot" "$small"
check_status 0 'fast: DOT' "$ARGMAP" render --fast -o "$scratch/fast.dot" "$small"
same "$scratch/usual.dot" "$scratch/fast.dot" 'fast: DOT is the same'

# --- plugins ---

# What Graphviz finds by itself gives the same pictures as what it is handed. In a folder where the plugins have other names
# only the list of them that Graphviz reads leads to them.
folder=$(pkg-config --variable=libdir libgvc 2>"$err")/graphviz
config=$(find "$folder" -maxdepth 1 -name 'config[0-9]*' 2>"$err" | head -n 1)
if [ -n "$config" ]; then
  mkdir "$scratch/plugins"
  for plugin in core dot_layout pango; do
    file=$(find "$folder" -name "libgvplugin_$plugin.so.*" | sort | tail -n 1)
    ln -s "$file" "$scratch/plugins/libgvplugin_$plugin.so"
  done
  sed 's/\.so\.[0-9]*/.so/' "$config" >"$scratch/plugins/$(basename "$config")"
  for fast in '' --fast; do
    check_status 0 "plugins${fast:+, fast}: handed over" "$ARGMAP" render $fast -o "$scratch/handed.svg" "$map"
    check_status 0 "plugins${fast:+, fast}: found" env GVBINDIR="$scratch/plugins" "$ARGMAP" render $fast -o "$scratch/found.svg" "$map"
    same "$scratch/handed.svg" "$scratch/found.svg" "plugins${fast:+, fast}: the same picture"
  done
  mkdir "$scratch/unlisted"
  for plugin in core dot_layout pango; do
    find "$folder" -name "libgvplugin_$plugin.so.*" -exec ln -s '{}' "$scratch/unlisted/" \;
  done
  check_status 0 'plugins: none is looked for in the list' env GVBINDIR="$scratch/unlisted" "$ARGMAP" render -o "$scratch/unlisted.svg" "$map"
  "$ARGMAP" render -o "$scratch/handed.svg" "$map"
  same "$scratch/handed.svg" "$scratch/unlisted.svg" 'plugins: without a list the same picture'
  rm "$scratch/plugins/libgvplugin_dot_layout.so"
  check_status 2 'plugins: no layout without its plugin' env GVBINDIR="$scratch/plugins" "$ARGMAP" render -o "$scratch/lost.svg" "$map"
  contains "$err" 'plugins were not found' 'plugins: the message says so'
  only_ours 'plugins: what is said of a missing one is ours'
  is_absent "$scratch/lost.svg" 'plugins: nothing is written then'
else
  skip 'plugins: the same picture' 'there is no list of plugins'
fi
mkdir "$scratch/empty"
check_status 2 'plugins: not drawn without any' env GVBINDIR="$scratch/empty" "$ARGMAP" render -o "$scratch/lost.svg" "$map"
contains "$err" 'plugins were not found' 'plugins: the message says that there are none'
only_ours 'plugins: what is said of none is ours'
check_status 0 'plugins: a check needs none' env GVBINDIR="$scratch/empty" "$ARGMAP" check "$map"

# --- one context for several maps ---

mkdir "$scratch/all"
check_status 0 'several maps' "$ARGMAP" render -d "$scratch/all" "$ARGMAP_SOURCE/maps" "$small"
for path in "$ARGMAP_SOURCE"/maps/*.argmap.json "$small"; do
  name=$(basename "$path" .argmap.json)
  "$ARGMAP" render -o "$scratch/alone.svg" "$path"
  same "$scratch/alone.svg" "$scratch/all/$name.svg" "several maps: $name is as if drawn alone"
done

# --- nothing is too long for it ---

# Graphviz 2.42 crashes on messages of 1,024 bytes, and stops the program on cells of 65,536 points.
long=$scratch/long.argmap.json
jq -n '("w" * 16000) as $w | ("i" * 16000) as $i | {
  argmap: 1, title: ("T" + $w), question: ("Q" + $w), resolution: ("gone" + $i),
  stakeholders: [{ id: ("s" + $i), name: ("N" + $w), abbreviation: ("A" + $w), role: ("R" + $w) }, { id: "t", name: "漢", abbreviation: ("漢" * 16000) }],
  claims: [
    { id: ("a" + $i), text: ("X" + $w), by: ["s" + $i, "t"] },
    { id: ("b" + $i), label: ("L" + $w), text: "b", supports: ["a" + $i, "m" + ("W" * 16000)] },
    { id: "x", text: ("漢字" * 8000), supports: [{ claim: ("b" + $i), with: ["p" + $w] }] },
    { id: "y", text: ("word " * 40000), supports: ["x"] }],
  rebuttals: [{ id: ("c" + $i), text: ("<&\">\\" * 3200), rebuts: ["a" + $i],
    undercuts: [{ from: ("b" + $i), to: ("a" + $i), id: ("r" + $i) }] }] }' >"$long"
for format in svg dot pdf; do
  check_status 0 "long: $format" "$ARGMAP" render --force -o "$scratch/long.$format" "$long"
  equal '' "$(grep -v '^argmap[ :]' "$err")" "long: what is said besides the $format is ours"
done
check_status 0 'long: fast' "$ARGMAP" render --force --fast -o "$scratch/long.svg" "$long"
check_status 0 'long: well-formed XML' xmllint --nonet --huge --noout "$scratch/long.svg"
finish
