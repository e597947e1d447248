#!/bin/sh
# How pictures look, and what of a map they show: themes, directions, fonts, widths; the choice of claims.
. "$ARGMAP_SOURCE/tests/tap.sh"
. "$ARGMAP_SOURCE/tests/pictures.sh"

need_drawing
map=$ARGMAP_SOURCE/maps/e2ee-child-safety.argmap.json
resolution=$(jq -r .resolution "$map")
statements=$(jq '.claims + .rebuttals | length' "$map")

# --- for those who do not see the picture ---

name=flagship
draw svg --fast
svg=$drawn
count '/*[local-name()="svg"][@role="img"][@aria-labelledby=concat(//*[local-name()="title"][@id]/@id, " ", //*[local-name()="desc"]/@id)]' 1 'it is an image, and says what describes it'
equal "$(jq -r .title "$map")" "$(xmllint --nonet --xpath 'string(//*[local-name()="title"][@id])' "$svg")" 'its title'
case $(xmllint --nonet --xpath 'string(//*[local-name()="desc"])' "$svg") in
  *"$statements statements"*"$(jq -r .question "$map")"*) ok 'its description counts, and names the question' ;;
  *) not_ok 'its description counts, and names the question' ;;
esac
count '//*[starts-with(@class, "node") or starts-with(@class, "edge")][not(*[local-name()="title"])]' 0 'everything says what it is'
count '//*[starts-with(@class, "node") or starts-with(@class, "edge")][starts-with(@id, "node") or starts-with(@id, "edge")]' 0 'nothing has a number for a name'
count '//*[local-name()="a"][not(starts-with(@*[local-name()="href"], "https://"))]' 0 'no link that leads nowhere'
equal 'reports supports lost' "$(xmllint --nonet --xpath 'string(//*[@id="relation-reports-TO-lost"]/*[local-name()="title"])' "$svg" | tr -d '\n')" 'a relation says what it does'
lacks "$svg" 'DOCTYPE' 'it names no DTD to fetch'

# --- themes ---

contains "$svg" '@media screen and (prefers-color-scheme: dark)' 'light: follows a dark screen'
colours_in ()
{
  grep -oE '(fill|stroke)="#[0-9a-fA-F]*"' "$1" | sed 's/.*"#//; s/"//' | sort -u
}
# Whatever is painted in light, but badges, has a colour for dark screens.
lost=
for colour in $(sed '/<style>/,/<\/style>/d' "$svg" | colours_in /dev/stdin); do
  case $colour in 56b4e9 | e69f00 | 0072b2 | cc79a7 | f0e442 | 111111 | fffffe) continue ;; esac
  grep -q "\[fill=\"#$colour\"\]" "$svg" || lost="$lost $colour"
done
equal '' "$lost" 'light: every colour has a dark one'

name=print
draw svg --theme print
lacks "$drawn" '@media' 'print: stays as it is'
hues=
for colour in $(colours_in "$drawn"); do
  red=${colour%????}
  green=${colour#??}
  green=${green%??}
  [ "$red" = "$green" ] && [ "$green" = "${colour#????}" ] || hues="$hues $colour"
done
equal '' "$hues" 'print: nothing has a hue'
svg=$drawn
nothing_overlaps
draw pdf --theme print
pdf=$drawn
texts_fit_in_pdf --theme print

name=dark
draw svg --fast --theme dark
lacks "$drawn" '@media' 'dark: stays as it is'
lacks "$drawn" '"#fbfcfd"' 'dark: no light paper'

# --- directions ---

# corner: which side of the picture the resolution's box is nearest to, of all the boxes
corner ()
{
  boxes_in "$svg" | awk -v id="claim-$resolution" '
    /^claim-/ {
      if (n++ == 0 || $2 < left) left = $2
      if (n == 1 || $3 < top) top = $3
      if (n == 1 || $4 > right) right = $4
      if (n == 1 || $5 > bottom) bottom = $5
      if ($1 == id) { l = $2; t = $3; r = $4; b = $5 }
    }
    END {
      if (l == left) printf "left "
      if (t == top) printf "top "
      if (r == right) printf "right "
      if (b == bottom) printf "bottom "
    }'
}

# The first point of each line that gives a card its column, where it is not at the side of its card where arrows lead.
lines_astray ()
{
  boxes_in "$svg" | grep '^claim-' >"$scratch/cards"
  awk -v side="$name" '
    FNR == NR {
      id = substr($1, 7)
      left[id] = $2
      top[id] = $3
      right[id] = $4
      bottom[id] = $5
      next
    }

    /<g class="graph"/ {
      match($0, /translate\([^)]*\)/)
      split(substr($0, RSTART + 10, RLENGTH - 11), shift, " ")
    }

    /<g id="/ {
      from = ""
      if (/class="edge (supports|rebuts|undercuts)"/)
        {
          match($0, /id="[^"]*"/)
          from = substr($0, RSTART + 13, RLENGTH - 14)
          sub(/-TO-.*/, "", from)
        }
    }

    from != "" && /<path/ && /stroke-width="(1.8|2|2.2)"/ {
      match($0, / d="M[^C]*C/)
      split(substr($0, RSTART + 5, RLENGTH - 6), p, ",")
      x = p[1] + shift[1]
      y = p[2] + shift[2]
      inside = x > left[from] - 4 && x < right[from] + 4 && y > top[from] - 4 && y < bottom[from] + 4
      off = side == "rl" ? x - left[from] : side == "lr" ? x - right[from] : side == "tb" ? y - bottom[from] : y - top[from]
      if (inside && (off > 4 || off < -4))
        print from
    }' "$scratch/cards" "$svg" | sort -u
}

for pair in rl:left tb:bottom lr:right bt:top; do
  name=${pair%:*}
  draw svg --fast --direction "$name"
  svg=$drawn
  equal "${pair#*:} " "$(corner)" "$name: the resolution is at the ${pair#*:}"
  contains "$svg" "Read from the ${pair#*:}:" "$name: and the reader is told"
  equal '' "$(lines_astray)" "$name: lines leave their cards towards what they lead to"
  nothing_overlaps
  holds_its_ids
done

# --- fonts, widths, the key ---

# A machine with one wide font, and one with none as wide as Helvetica's.
face=$(fc-list 'DejaVu Sans:style=Book' file 2>/dev/null | sed -n '1s/: *$//p')
usual=$(fc-list 'Liberation Sans:style=Regular' file 2>/dev/null | sed -n '1s/: *$//p')
# render_with FACE: with no other font
render_with ()
{
  rm -rf "$scratch/fonts"
  mkdir -p "$scratch/fonts/cache"
  cp "$1" "$scratch/fonts/"
  printf '<?xml version="1.0"?><fontconfig><dir>%s</dir><cachedir>%s</cachedir></fontconfig>' "$scratch/fonts" "$scratch/fonts/cache" >"$scratch/fonts/fonts.conf"
  check_status 0 "fonts: $(basename "$1") alone" env FONTCONFIG_FILE="$scratch/fonts/fonts.conf" "$ARGMAP" render -d "$scratch/with" "$map" \
    "$ARGMAP_SOURCE/maps/compulsory-voting.argmap.json"
}
if [ -n "$face" ] && [ -n "$usual" ]; then
  render_with "$face"
  equal 1 "$(grep -c 'note: there is no font here that is as wide as Helvetica' "$err")" 'fonts: another width is told, once'
  name=wide
  FONTCONFIG_FILE=$scratch/fonts/fonts.conf
  export FONTCONFIG_FILE
  draw svg
  svg=$drawn
  nothing_overlaps
  draw pdf
  unset FONTCONFIG_FILE
  pdf=$drawn
  texts_fit_their_cards
  render_with "$usual"
  is_empty "$err" 'fonts: the usual width is not spoken of'
else
  skip 'fonts: another width is told, once' 'not both of DejaVu Sans and Liberation Sans are here'
fi

name=font
draw svg --fast --font 'DejaVu Sans'
contains "$drawn" 'font-family="DejaVu Sans,Helvetica,Arial,sans-serif"' 'font: comes before the usual ones'
for font in 'No Such Font' Helvetica sans-serif; do
  check_status 0 "font: $font" "$ARGMAP" render --font "$font" -d "$scratch/fonts-of" "$map" "$ARGMAP_SOURCE/maps/compulsory-voting.argmap.json"
  expected=0
  [ "$font" != 'No Such Font' ] || expected=1
  equal "$expected" "$(grep -c 'note: there is no font "No Such Font" here, so another takes its place' "$err")" "font: $font: whether it is there"
done
for font in '' 'a"b' 'a;b' 'a,b' "a'b" '<a>' 'a&b' 'a\b' "$(printf 'a\377b')"; do
  check_status 2 "no font: $(printf %s "$font" | tr '\377' '?')" "$ARGMAP" render --font "$font" -o "$scratch/no.svg" "$map"
done
is_absent "$scratch/no.svg" 'no font: nothing is written'

# longest: characters in the longest line of a card (11 points)
longest ()
{
  sed -n 's/.*font-size="11.00"[^>]*>\([^<]*\)<.*/\1/p' "$1" | sed 's/&apos;/x/g; s/&[#a-z0-9]*;/x/g' | awk '{ if (length ($0) > n) n = length ($0) } END { print n }'
}
for width in 16 33 60; do
  name=width-$width
  draw svg --width "$width"
  svg=$drawn
  found=$(longest "$svg")
  if [ "$found" -le "$width" ] && [ "$found" -gt $((width * 3 / 5)) ]; then ok "$name: lines of at most $width"; else not_ok "$name: lines of at most $width" "$found"; fi
  nothing_overlaps
  texts_fit_elsewhere
  draw pdf --width "$width"
  pdf=$drawn
  texts_fit_in_pdf --width "$width"
done
check_status 2 'a width of 15' "$ARGMAP" render --width 15 -o "$scratch/no.svg" "$map"
contains "$err" 'from 16 to 100' 'a width of 15: what would do'

check_status 2 'a page has no theme' "$ARGMAP" render -T html --theme dark -o "$scratch/no.html" "$map"
contains "$err" 'has a button' 'a page has no theme: but'

name=no-key
draw svg --fast --no-key
lacks "$drawn" '>supports<' 'no-key: no line styles'
lacks "$drawn" 'Signatories of the joint letter' 'no-key: no stakeholders'
contains "$drawn" '>Encrypted messaging' 'no-key: the title stays'

# --- on paper ---

name=paper
for page in a4:595x842 a3:842x1191 letter:612x792; do
  size=${page#*:}
  page=${page%:*}
  draw pdf --page "$page" --depth 1
  found=$(pdfinfo "$drawn" | sed -n 's/^Page size: *\([0-9.]*\) x \([0-9.]*\) pts.*/\1 \2/p' | awk '{ printf "%.0fx%.0f", ($1 < $2 ? $1 : $2), ($1 < $2 ? $2 : $1) }')
  equal "$size" "$found" "$name: a page of $page"
  draw svg --fast --page "$page" --depth 1
  found=$(sed -n 's/^<svg width="\([0-9]*\)pt" height="\([0-9]*\)pt".*/\1 \2/p' "$drawn" | awk '{ printf "%dx%d", ($1 < $2 ? $1 : $2), ($1 < $2 ? $2 : $1) }')
  equal "$size" "$found" "$name: a page of $page, as SVG"
  is_well_formed "$drawn" "$name, $page"
done
check_status 2 "$name: too much for the page" "$ARGMAP" render --fast --page a4 -o "$scratch/no.svg" "$map"
is_absent "$scratch/no.svg" "$name: too much for the page: nothing is written"
contains "$err" 'less than 6 cannot be read; --depth' "$name: too much for the page: and what would fit"
depth=$(sed -n 's/.*--depth \([0-9]*\) would fit.*/\1/p' "$err")
left_out=$(sed -n 's/.*leave out \([0-9]*\) of '"$statements"'.*/\1/p' "$err")
draw svg --fast --page a4 --depth "$depth"
equal "$((statements - left_out))" "$(ids_in "$drawn" | grep -c '^claim-')" "$name: what would fit leaves out as much as was said"
scale=$(sed -n 's/.*class="graph" transform="scale(\([0-9.]*\) .*/\1/p' "$drawn")
equal yes "$(awk -v scale="$scale" 'BEGIN { print (scale * 11 >= 5.99 && scale * 11 < 11 ? "yes" : scale) }')" "$name: its text can be read"
check_status 2 "$name: one step more does not" "$ARGMAP" render --fast --page a4 --depth "$((depth + 1))" -o "$scratch/no.svg" "$map"
check_status 2 "$name: DOT has no page" "$ARGMAP" render --page a4 -T dot -o "$scratch/no.dot" "$map"

# --- long titles, questions and names are shortened ---

name=endless
map=$scratch/endless.argmap.json
jq -n '("word " * 3200) as $long | ("x" * 16000) as $word | { argmap: 1, title: $long, question: $word, resolution: "a",
  stakeholders: [{ id: "s", name: $long, positions: [{ claim: "a", stance: "for" }] }, { id: "t", name: $word, abbreviation: "T" }],
  claims: [{ id: "a", text: "A.", by: ["s", "t"] }, { id: "b", text: "B.", supports: ["a"] }] }' >"$map"
draw svg --fast
width=$(sed -n 's/^<svg width="\([0-9]*\)pt".*/\1/p' "$drawn")
height=$(sed -n 's/^<svg width="[0-9]*pt" height="\([0-9]*\)pt".*/\1/p' "$drawn")
if [ "$width" -lt 1600 ] && [ "$height" -lt 600 ]; then ok "$name: no wall of text"; else not_ok "$name: no wall of text" "$width × $height"; fi
contains "$drawn" '…</text>' 'endless: what is left out is marked'

# --- undercuts that go round in circles ---

# A relation that is named by its id may undercut what undercuts it, and with --force even itself.
for size in 0 400; do
  name=circle-$size
  map=$scratch/$name.argmap.json
  jq -n --argjson size "$size" '{ argmap: 1, title: "Circles", resolution: ["a", "z"],
    claims: [{ id: "a", text: "One." }, { id: "z", text: "Other." }, { id: "b", text: "Two.", supports: ["a"] },
             (range ($size) | { id: "n\(.)", text: "Number \(.).", supports: [if . % 2 == 0 then "a" else "z" end] })],
    rebuttals: [{ id: "c", text: "Three.", undercuts: [{ relation: "u2", id: "u1" }] }, { id: "d", text: "Four.", undercuts: [{ relation: "u1", id: "u2" }] },
                { id: "e", text: "Five.", undercuts: [{ relation: "u3", id: "u3" }] }] }' >"$map"
  for options in '' '--focus c --depth 1' '--focus e' '--depth 1'; do
    # shellcheck disable=SC2086
    check_status 0 "$name: drawn${options:+, $options}" timeout 60 "$ARGMAP" render --force --fast $options -o "$scratch/$name.svg" "$map"
  done
done

# --- text fits wherever the picture is looked at ---

seen_elsewhere ()
{
  nothing_overlaps
  texts_fit_elsewhere
}
name=letters
map=$scratch/letters.argmap.json
jq -n '("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzøæéłßприветλόγος0123456789%&@—–·" / "") as $all
  | { argmap: 1, title: "T", resolution: "c0", claims: [$all | to_entries[] | { id: "c\(.key)", text: (.value * 33) }
      + if .key > 0 then { supports: ["c0"] } else {} end] }' >"$map"
for option in --jobs=1 --fast; do
  draw svg --force "$option"
  svg=$drawn
  seen_elsewhere
done
for map in "$ARGMAP_SOURCE"/maps/*.argmap.json; do
  name=$(basename "$map" .argmap.json)
  draw svg
  svg=$drawn
  seen_elsewhere
done

name=stances
map=$scratch/stances.argmap.json
jq -n '{ argmap: 1, title: "T", resolution: "a", stakeholders: [range (12) | { id: "s\(.)", name: "Stakeholder with quite a long name number \(.)", positions: [{ claim: "a", stance: "for" }] }],
  claims: [{ id: "a", text: "A.", by: [range (12) | "s\(.)"] }] }' >"$map"
for option in --jobs=1 --fast; do
  draw svg "$option"
  rsvg-convert -f pdf -o "$scratch/elsewhere.pdf" "$drawn"
  pdftotext -layout "$scratch/elsewhere.pdf" "$scratch/text"
  equal 12 "$(grep -o 'name number [0-9]* · for' "$scratch/text" | wc -l | tr -d ' ')" "$name: a stance stands beside its name"
done
svg=$drawn
count '//*[local-name()="text"][starts-with(., "Stakeholder")]/*[local-name()="tspan"][contains(., "· for")]' 12 'a stance follows its name in any font'

# --- what shows nothing counts as none ---

name=unseen
map=$scratch/unseen.argmap.json
jq -n '{ argmap: 1, title: "\u200b", question: "\u2060", resolution: "a",
  stakeholders: [{ id: "s", name: "\u200b\u00ad", abbreviation: "\u200e" }],
  claims: [{ id: "a", text: "First text.", label: "\u200b", by: ["s"] }, { id: "b", text: "Second text.", label: "\u202e\u2066", supports: ["a"] },
    { id: "c", text: "Third text.", label: " ", supports: ["a"] }, { id: "d", text: "\u2060\u00ad\u200e", supports: ["a"] },
    { id: "e", text: "Fourth text.", label: "\u3164\u2800", supports: ["a"] }] }' >"$map"
for format in svg png pdf html; do
  draw "$format" --force
  is_empty "$err" "$name: $format: of which nothing is to be said"
  [ "$format" != svg ] || svg=$drawn
  [ "$format" != html ] || page=$drawn
done
for text in 'First text.' 'Second text.' 'Third text.' 'Fourth text.' '(no text)' '(no title)'; do
  contains "$svg" ">$text</text>" "$name: \"$text\" stands in the picture"
done
equal '(no title)' "$(xmllint --nonet --xpath 'string(//*[local-name()="title"][@id])' "$svg")" "$name: and is its title"
contains "$page" '<h1 dir="auto">(no title)</h1>' "$name: and that of a page"

# --- from right to left ---

name=rtl
map=$scratch/rtl.argmap.json
printf '{"argmap": 1, "title": "T", "claims": [{"id": "a", "text": "%s"}, {"id": "b", "text": "%s", "supports": ["a"]}, {"id": "c", "text": "Latin %s", "supports": ["a"]}]}\n' \
  'ينبغي للمنصة أن تنتظر.' 'המחיר (WhatsApp) גבוה.' 'עברית' >"$map"
draw svg
svg=$drawn
nothing_overlaps
draw pdf
pdf=$drawn
texts_fit_their_cards
count '//*[@id="claim-a" or @id="claim-b"]/*[local-name()="text"][@font-size="11.00"][not(@direction="rtl" and @text-anchor="start")]' 0 'full stops stand at the left, and lines begin at the right'
count '//*[@id="claim-c"]/*[local-name()="text"][@direction]' 0 'other texts have no direction'
astray=$(boxes_in "$svg" | while read -r id left _ right _; do
  shift_x=$(sed -n 's/.*<g class="graph".*translate(\([-0-9.]*\) .*/\1/p' "$svg")
  xmllint --nonet --xpath "//*[@id='$id']/*[local-name()='text'][@direction='rtl']/@x" "$svg" 2>"$err" | sed 's/[^-0-9.]//g' \
    | awk -v shift="$shift_x" -v right="$right" '$1 + shift < right - 9 || $1 + shift > right - 5'
done)
equal '' "$astray" "$name: where the card ends"
map=$scratch/titled.argmap.json
printf '{"argmap": 1, "title": "%s.", "language": "ar", "stakeholders": [{"id": "s", "name": "%s."}], "claims": [{"id": "a", "text": "A", "by": ["s"]}]}\n' \
  'عنوان' 'مجلس' >"$map"
draw svg
svg=$drawn
count '//*[local-name()="text"][starts-with(., "عنوان") or starts-with(., "مجلس")][@direction="rtl" and @text-anchor="end"]' 2 'titles and names end at the left'
equal ar "$(xmllint --nonet --xpath 'string(/*/@*[name()="xml:lang"])' "$svg")" "$name: the language is told"
map=$scratch/rtl.argmap.json
draw dot # by the label: where the glyphs are missing, the text fills its card
for pair in 'ينبغي للمنصة:RIGHT' 'המחיר:RIGHT' 'Latin:LEFT'; do
  side=$(grep -F "${pair%:*}" "$drawn" | grep 'label=' | sed -n 's/.*PORT="a" ALIGN="\([A-Z]*\)" BALIGN="\([A-Z]*\)".*<BR ALIGN="\([A-Z]*\)".*/\1 \2 \3/p')
  equal "${pair#*:} ${pair#*:} ${pair#*:}" "$side" "$name: a text that begins ${pair%:*} is set at its side"
done

# --- what is drawn ---

map=$ARGMAP_SOURCE/maps/e2ee-child-safety.argmap.json
claims_in ()
{
  ids_in "$1" | sed -n 's/^claim-//p' | sort | tr '\n' ' '
}

name=depth-0
draw svg --fast --depth 0
equal "$resolution " "$(claims_in "$drawn")" 'depth 0: the resolution alone'
contains "$drawn" ">+$((statements - 1))<" 'depth 0: and how much there is to it'

name=focus
draw svg --fast --focus lost --depth 1
equal 'arrests blind fell lost other-ways police-work reports wait wilson ' "$(claims_in "$drawn")" 'focus: the claim, what bears on it, its way to the resolution'
svg=$drawn
count '//*[@id="relation-reports-TO-lost"]' 1 'focus: with their relations'
count '//*[@id="below-claim-reports"]' 1 'focus: a stub where a branch is cut off'
count '//*[@id="below-claim-blind"]' 0 'focus: none where nothing is'
nothing_overlaps

for choice in '--stakeholder engineers:.by | index ("engineers")' '--kind value:.kind == "value"' '--issue harms:.issue == "harms"'; do
  name=$(printf %s "${choice%%:*}" | tr -d ' -')
  # shellcheck disable=SC2086 # an option and its value
  draw svg --fast ${choice%%:*}
  svg=$drawn
  claims_in "$svg" | tr ' ' '\n' | sort >"$scratch/found"
  jq -r "(.claims + .rebuttals)[] | select (${choice#*:}) | .id" "$map" | sort >"$scratch/expected"
  equal '' "$(comm -23 "$scratch/expected" "$scratch/found")" "$name: all of them"
  found=$(wc -l <"$scratch/found")
  if [ "$found" -lt "$statements" ]; then ok "$name: not everything"; else not_ok "$name: not everything"; fi
  is_well_formed "$svg" "$name"
  nothing_overlaps
done

check_status 2 'a claim that is not there' "$ARGMAP" render --focus losst -o "$scratch/no.svg" "$map"
contains "$err" 'has no claim "losst"; did you mean "lost"?' 'a claim that is not there: what is near'
check_status 2 'a stakeholder that is not there' "$ARGMAP" render --stakeholder nspc -o "$scratch/no.svg" "$map"
contains "$err" 'has no stakeholder "nspc"; did you mean "nspcc"?' 'a stakeholder that is not there: what is near'
check_status 2 'a tag that nothing has' "$ARGMAP" render --fast --tag nothing -o "$scratch/no.svg" "$map"
contains "$err" 'e2ee-child-safety.argmap.json has no statement with the tag "nothing"' 'a tag that nothing has: is told'
for choice in '--stakeholder child-usa' '--kind definition --issue harms' '--depth 0 --kind definition' '--focus lost --stakeholder nspcc --kind policy'; do
  # shellcheck disable=SC2086 # options
  check_status 2 "what nothing is: $choice" "$ARGMAP" render --fast $choice -o "$scratch/no.svg" "$map"
  contains "$err" 'so nothing is drawn' "what nothing is: $choice: is told"
done
printf '{"argmap": 1, "title": "T", "claims": [{"id": "a", "text": "A"}, {"id": "b", "text": "B", "supports": ["a"], "tags": ["costs"]}]}\n' >"$scratch/tags.argmap.json"
check_status 2 'a tag that is misspelt' "$ARGMAP" render --fast --tag cost -o "$scratch/no.svg" "$scratch/tags.argmap.json"
contains "$err" 'has no statement with the tag "cost"; did you mean "costs"?' 'a tag that is misspelt: what is near'
check_status 0 'a tag that something has' "$ARGMAP" render --fast --tag costs -o "$scratch/tags.svg" "$scratch/tags.argmap.json"
printf '{"argmap": 1, "title": "T", "claims": [{"id": "a", "text": "A"}, {"id": "b", "text": "B", "supports": ["a"], "tags": ["\303\274"]}]}\n' >"$scratch/umlaut.argmap.json"
check_status 0 'a tag beyond ASCII, whatever the locale' "$ARGMAP" render --fast --tag "$(printf '\303\274')" -o "$scratch/tags.svg" "$scratch/umlaut.argmap.json"
check_status 2 'a tag that is no UTF-8' "$ARGMAP" render --fast --tag "$(printf '\374')" -o "$scratch/no.svg" "$scratch/umlaut.argmap.json"
contains "$err" '--tag takes a text, and this is not UTF-8' 'a tag that is no UTF-8: is told'
is_absent "$scratch/no.svg" 'nothing is written where nothing could be chosen'
finish
