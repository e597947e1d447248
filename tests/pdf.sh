#!/bin/sh
# PDFs: they say what they are, lead where the SVG leads, are sound, and the same bytes whenever and wherever they are drawn.
. "$ARGMAP_SOURCE/tests/tap.sh"

need_drawing
cd "$scratch" || exit 1

# draw NAME [OPTION...]: NAME.argmap.json as NAME.pdf
draw ()
{
  name=$1
  shift
  check_status 0 "$name: drawn" "$ARGMAP" render -T pdf -o "$name.pdf" "$@" "$name.argmap.json"
  check_status 0 "$name: sound" qpdf --check "$name.pdf"
  lacks "$out" 'WARNING' "$name: without a warning"
  pdfinfo "$name.pdf" >info
}

# says KEY VALUE: what pdfinfo prints; nothing for an empty VALUE
says ()
{
  equal "$2" "$(sed -n "s/^$1: *//p" info)" "$name: its $1"
}

language ()
{
  equal "$1" "$(qpdf --json "$name.pdf" | jq -r '[.. | objects | select (.["/Type"]? == "/Catalog")] | first | .["/Lang"] // empty' | sed 's/^u://')" \
    "$name: its language"
}

links ()
{
  pdfinfo -url "$name.pdf" | awk 'NR > 1 { print $3 }'
}

# --- what it says of itself ---

cat >full.argmap.json <<'END'
{ "argmap": 1, "title": "Eine Maut (für „alle“) \\ jetzt", "question": "Soll man zahlen?", "language": "de-AT", "authors": ["Änne", "B. (C)"],
  "resolution": "a", "sources": [{ "id": "s", "title": "S", "url": "https://example.org/it's?a=1&b=%20#c" },
    { "id": "m", "title": "M", "url": "mailto:a@example.org" }, { "id": "n", "title": "N" }],
  "claims": [{ "id": "a", "text": "A.", "evidence": [{ "source": "n" }, { "source": "s" }] },
    { "id": "b", "text": "B.", "supports": ["a"], "evidence": [{ "source": "m" }] },
    { "id": "c", "text": "C.", "supports": ["a"], "evidence": [{ "source": "n" }] }] }
END
draw full
says Title 'Eine Maut (für „alle“) \ jetzt'
says Author 'Änne, B. (C)'
says Subject 'Soll man zahlen?'
says Creator argmap
says CreationDate ''
says 'PDF version' 1.4
equal true "$(qpdf --json full.pdf | jq '[.. | objects | select (.["/Type"]? == "/Catalog")] | first | .["/ViewerPreferences"]["/DisplayDocTitle"]')" \
  "$name: a reader shows its title"
"$ARGMAP" render -T svg -o full.svg full.argmap.json
# Half an inch of margin at each side; other fonts make a line more or less of it.
equal '' "$({ sed -n 's/^<svg .*width="\([0-9]*\)pt" height="\([0-9]*\)pt".*/\1 \2/p' full.svg
              sed -n 's/^Page size: *\([0-9.]*\) x \([0-9.]*\).*/\1 \2/p' info; } | awk '
    { width = $1 - width; height = $2 - height }
    END { if (NR != 2 || width < 60 || width > 84 || height < 52 || height > 92) print "wider by", width, "and higher by", height }')" \
  "$name: its size is that of the SVG, with a margin"
language de-AT
equal 'https://example.org/it%27s?a=1&b=%20#c mailto:a@example.org' "$(links | sort | tr '\n' ' ' | sed 's/ $//')" "$name: links"
pdftotext full.pdf text
contains text '2 sources' "$name: its text can be read"
draw full --page a4
equal 2 "$(links | wc -l | tr -d ' ')" 'on paper: links'
contains info '595.28 x 841.89' 'on paper: its size'

printf '%s\n' '{ "argmap": 1, "title": "T", "claims": [{ "id": "a", "text": "A." }] }' >bare.argmap.json
draw bare
says Title T
says Author ''
says Subject ''
language ''
equal '' "$(links)" "$name: no links"

printf '%s\n' '{ "argmap": 1, "title": "T\u202ex", "question": "Q\u0085?", "authors": ["A\u200fB"], "claims": [{ "id": "a", "text": "A." }] }' \
  >controls.argmap.json
draw controls
says Title 'T�x'
says Subject 'Q�?'
says Author AB

# --- nothing of a map gets out of the place that it is put in ---

printf '%s\n' '{ "argmap": 1, "title": "T)\n/Lang (xx)\nendobj\nstartxref\n0\n%%EOF", "question": "\\) >> endobj", "language": "en) /X (", "claims": [{ "id": "a",
  "text": "A.", "evidence": [{ "source": "s" }] }], "sources": [{ "id": "s", "title": "S", "url": "https://example.org/'"') dest='x"'" }] }' \
  >hostile.argmap.json
draw hostile --force
language ''
equal '' "$(links)" "$name: an address with a space is none"
jq -n '{ argmap: 1, title: "T", claims: [{ id: "a", text: "A.", evidence: [{ source: "s" }] }],
  sources: [{ id: "s", title: "S", url: ("https://example.org/" + "x" * 15000) }] }' >long.argmap.json
draw long
equal 15020 "$(links | tr -d '\n' | wc -c | tr -d ' ')" "$name: a long address is whole"
jq -n --argjson forced true -f "$ARGMAP_SOURCE/tests/hostile.jq" >forced.argmap.json
draw forced --force

# --- the same bytes, whenever and wherever ---

cp full.pdf first.pdf
"$ARGMAP" render -T pdf -o first.pdf full.argmap.json
sleep 1.1
for zone in UTC Asia/Kolkata America/St_Johns; do
  TZ=$zone "$ARGMAP" render -T pdf -o again.pdf full.argmap.json
  same first.pdf again.pdf "later, in the time zone $zone: the same"
done
SOURCE_DATE_EPOCH=1 "$ARGMAP" render -T pdf -o again.pdf full.argmap.json
same first.pdf again.pdf 'with another date for what is built: the same'
mkdir both
"$ARGMAP" render -T pdf -d both --jobs 1 full.argmap.json bare.argmap.json >"$out"
same first.pdf both/full.pdf 'with another map in the same run: the same'
same bare.pdf both/bare.pdf 'after another map in the same run: the same'
finish
