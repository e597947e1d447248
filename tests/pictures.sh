# Sourced after tap.sh by the tests of pictures: what a picture must hold, and how it is measured. $map is the map, $name what
# it is called, $svg, $pdf and $drawn its pictures.

# is_absent FILE DESCRIPTION
is_absent ()
{
  if [ -e "$1" ]; then
    not_ok "$2" "there is $1"
  else
    ok "$2"
  fi
}

# --- what a picture must hold ---


# The ids that the map calls for: claim-ID, relation-FROM-TO-TARGET; of several from one to the other, with -AS-ID at the end.
# (What undercuts one of several has a name too, but which is not looked at.)
expected_ids ()
{
  jq -r '
    [.claims[], (.rebuttals // [])[]] as $claims
    | [$claims[] | .id as $from
       | (((.supports // []) + (.rebuts // []))[] | if type == "string" then { claim: . } else . end | { $from, to: .claim, id }),
         ((.undercuts // [])[] | { $from, undercut: (if .relation then .relation else { from, to } end), id })] as $relations
    | def aim: if type == "object" then .from + "-TO-" + (if .to | type == "string" then .to else (.to | .relation // . | aim) end)
               else (. as $id | $relations[] | select (.id == $id)) | .from + "-TO-" + (.to // (.undercut | aim)) end;
      ($claims[] | "claim-" + .id),
      ([$relations[] | { name: ("relation-" + .from + "-TO-" + (.to // (.undercut | aim))), id, undercut }] | group_by (.name)[]
       | if length == 1 then .[0].name else .[] | select (.undercut | not) | .name + "-AS-" + .id end)' "$1" | sort -u
}

ids_in ()
{
  xmllint --nonet --xpath '//@id' "$1" | sed 's/^ *id="//; s/"$//; s/&#45;/-/g'
}

is_well_formed ()
{
  if xmllint --nonet --noout "$1" >"$out" 2>&1; then
    ok "$2: well-formed XML"
  else
    not_ok "$2: well-formed XML" "$(head -c 2000 "$out")"
  fi
}

# count XPATH NUMBER DESCRIPTION: in the picture $svg
count ()
{
  equal "$2" "$(xmllint --nonet --xpath "count($1)" "$svg" 2>&1)" "$name: $3"
}

holds_nothing_active ()
{
  count '//*[local-name()="script" or local-name()="foreignObject" or local-name()="iframe" or local-name()="image"]' 0 'no script, no foreign object, no image'
  count '//@*[starts-with(translate(local-name(), "ON", "on"), "on")]' 0 'no event handler'
  count '//@*[local-name()="href"][not(starts-with(., "https://") or starts-with(., "http://") or starts-with(., "mailto:"))]' 0 \
    'links lead to http, https and mailto only'
  lacks "$svg" '<script' "$name: no <script as it stands"
}

holds_its_ids ()
{
  expected_ids "$map" >"$scratch/expected"
  ids_in "$svg" >"$scratch/found"
  missing=$(sort -u "$scratch/found" | comm -23 "$scratch/expected" -)
  equal '' "$missing" "$name: every claim and relation has its id ($(wc -l <"$scratch/expected" | tr -d ' '))"
  equal '' "$(sort "$scratch/found" | uniq -d)" "$name: no id comes twice ($(wc -l <"$scratch/found" | tr -d ' '))"
}

# The boxes of nodes, in points from the top left corner of the page: ID LEFT TOP RIGHT BOTTOM
boxes_in ()
{
  awk '
    function attribute (key, rest)
    {
      if (!match($0, " " key "=\"[^\"]*\""))
        return ""
      rest = substr($0, RSTART + length(key) + 3)
      return substr(rest, 1, index(rest, "\"") - 1)
    }

    function emit (left, top, right, bottom)
    {
      printf "%s %.2f %.2f %.2f %.2f\n", id, left + dx, top + dy, right + dx, bottom + dy
      id = ""
    }

    /<g [^>]*class="graph"/ {
      match($0, /translate\([^)]*\)/)
      split(substr($0, RSTART + 10, RLENGTH - 11), shift, " ")
      dx = shift[1]
      dy = shift[2]
    }

    /<g id="[^"]*" class="node/ {
      id = attribute("id")
      gsub(/&#45;/, "-", id)
    }

    id != "" && /<polygon/ {
      n = split(attribute("points"), corner, " ")
      for (i = 1; i <= n; i++)
        {
          split(corner[i], p, ",")
          if (i == 1 || p[1] + 0 < left)
            left = p[1] + 0
          if (i == 1 || p[1] + 0 > right)
            right = p[1] + 0
          if (i == 1 || p[2] + 0 < top)
            top = p[2] + 0
          if (i == 1 || p[2] + 0 > bottom)
            bottom = p[2] + 0
        }
      emit(left, top, right, bottom)
    }

    id != "" && /<ellipse/ {
      emit(attribute("cx") - attribute("rx"), attribute("cy") - attribute("ry"), attribute("cx") + attribute("rx"), attribute("cy") + attribute("ry"))
    }' "$1"
}

overlaps ()
{
  awk '
    {
      id[NR] = $1
      left[NR] = $2
      top[NR] = $3
      right[NR] = $4
      bottom[NR] = $5
      for (i = 1; i < NR; i++)
        if (left[i] < $4 - 0.1 && $2 < right[i] - 0.1 && top[i] < $5 - 0.1 && $3 < bottom[i] - 0.1)
          print id[i], "and", $1
    }'
}

# The middles of the heads of supports and rebuttals, in points from the top left corner of the page: ID X Y
heads_in ()
{
  awk '
    /<g [^>]*class="graph"/ {
      match($0, /translate\([^)]*\)/)
      split(substr($0, RSTART + 10, RLENGTH - 11), shift, " ")
    }

    /<g id="/ {
      match($0, /id="[^"]*"/)
      id = substr($0, RSTART + 4, RLENGTH - 5)
      edge = /class="edge (supports|rebuts)"/
    }

    edge && /<polygon/ {
      match($0, /points="[^"]*"/)
      n = split(substr($0, RSTART + 8, RLENGTH - 9), corner, " ")
      x = y = 0
      for (i = 1; i < n; i++) # the last is the first again
        {
          split(corner[i], p, ",")
          x += p[1] / (n - 1)
          y += p[2] / (n - 1)
        }
      print id, x + shift[1], y + shift[2]
    }' "$1"
}

# Cards lie over lines: a head inside of one would not be seen.
heads_are_seen ()
{
  heads_in "$svg" >"$scratch/heads"
  boxes_in "$svg" | grep '^claim-' >"$scratch/cards"
  hidden=$(awk '
    NR == FNR {
      left[NR] = $2
      top[NR] = $3
      right[NR] = $4
      bottom[NR] = $5
      n = NR
      next
    }

    {
      for (i = 1; i <= n; i++)
        if ($2 > left[i] + 3 && $2 < right[i] - 3 && $3 > top[i] + 3 && $3 < bottom[i] - 3)
          print $1
    }' "$scratch/cards" "$scratch/heads")
  equal '' "$hidden" "$name: no head is behind a card ($(wc -l <"$scratch/heads" | tr -d ' '))"
}

nothing_overlaps ()
{
  heads_are_seen
  boxes_in "$svg" >"$scratch/boxes"
  equal "$(ids_in "$svg" | grep -Ec '^(claim|point|join)-')" "$(grep -Ec '^(claim|point|join)-' "$scratch/boxes")" "$name: every node has a box"
  equal '' "$(overlaps <"$scratch/boxes")" "$name: no two nodes overlap"
}

# Words as they are drawn, by the PDF, where they stand in the picture $2; the page has a margin: LEFT TOP RIGHT BOTTOM
words_in ()
{
  pdftotext -bbox "$1" - | awk -v width="$(sed -n 's/^<svg width="\([0-9]*\)pt".*/\1/p' "$2")" '
    function attribute (key, rest)
    {
      match($0, " " key "=\"[^\"]*\"")
      rest = substr($0, RSTART + length(key) + 3)
      return substr(rest, 1, index(rest, "\"") - 1)
    }

    /<page / {
      margin = (attribute("width") - width) / 2
    }

    /<word / {
      print attribute("xMin") - margin, attribute("yMin") - margin, attribute("xMax") - margin, attribute("yMax") - margin
    }'
}

# Words that begin, end or have their middle inside a card, and stick out of it at a side.
escaping_words ()
{
  awk '
    NR == FNR {
      if ($1 ~ /^claim-/)
        {
          n++
          id[n] = $1
          left[n] = $2
          top[n] = $3
          right[n] = $4
          bottom[n] = $5
        }
      next
    }

    {
      y = ($2 + $4) / 2
      x = ($1 + $3) / 2
      inside = 0
      for (i = 1; i <= n; i++)
        if (y > top[i] && y < bottom[i] && x > left[i] && x < right[i])
          {
            inside = 1
            seen++
            if ($1 < left[i] - 0.5 || $3 > right[i] + 0.5)
              printf "a word from %.1f to %.1f on %s from %.1f to %.1f\n", $1, $3, id[i], left[i], right[i]
          }
    }

    END {
      if (seen < n)
        printf "only %d words on %d cards\n", seen, n
    }' "$1" "$2"
}

# In the PDF of the picture $svg.
texts_fit_their_cards ()
{
  words_in "$pdf" "$svg" >"$scratch/words"
  equal '' "$(escaping_words "$scratch/boxes" "$scratch/words")" "$name: every text fits its card ($(wc -l <"$scratch/words" | tr -d ' ') words)"
}

# texts_fit_in_pdf [OPTION...]: in argmap's own PDF of $map, drawn with these options. Fonts measure its text, and that of an SVG for which
# a font is asked for: where the font is the usual one, the two are laid out alike.
texts_fit_in_pdf ()
{
  check_status 0 "$name: drawn as the fonts have it" \
    "$ARGMAP" render --force --font "$(fc-match -f '%{family[0]}' Helvetica,Arial,sans-serif)" "$@" -o "$scratch/measured.svg" "$map"
  boxes_in "$scratch/measured.svg" >"$scratch/boxes"
  words_in "$pdf" "$scratch/measured.svg" >"$scratch/words"
  equal '' "$(escaping_words "$scratch/boxes" "$scratch/words")" "$name: every text fits its card in the PDF ($(wc -l <"$scratch/words" | tr -d ' ') words)"
}

# In a PDF that another program makes of the SVG, whose widths are not rounded for a screen as Pango rounds them.
texts_fit_elsewhere ()
{
  check_status 0 "$name: another program draws it" rsvg-convert -f pdf -o "$scratch/elsewhere.pdf" "$svg"
  pdf=$scratch/elsewhere.pdf
  boxes_in "$svg" >"$scratch/boxes"
  texts_fit_their_cards
}

is_png ()
{
  head=$(od -An -v -tx1 -N8 "$1" | tr -d ' \n')
  tail=$(tail -c 12 "$1" | od -An -v -tx1 | tr -d ' \n')
  equal '89504e470d0a1a0a 0000000049454e44ae426082' "$head $tail" "$2: a whole PNG"
}

is_pdf ()
{
  equal '%PDF-' "$(head -c 5 "$1")" "$2: a PDF"
  pdfinfo "$1" >"$out" 2>&1
  equal 'Pages: 1' "$(sed -n 's/^Pages: */Pages: /p' "$out")" "$2: of one page"
}

# draw FORMAT [OPTION...]: $map to $scratch/NAME.FORMAT
draw ()
{
  drawn=$scratch/$name.$1
  format=$1
  shift
  check_status 0 "$name: drawn as $format" "$ARGMAP" render "$@" -T "$format" -o "$drawn" "$map"
}

without_date ()
{
  LC_ALL=C sed 's/CreationDate (D:[^)]*)//' "$1"
}

is_drawn_again_alike ()
{
  "$ARGMAP" render -T "$format" -o "$scratch/again" "$map" 2>"$err"
  without_date "$drawn" >"$scratch/first"
  without_date "$scratch/again" >"$scratch/second"
  if cmp -s "$scratch/first" "$scratch/second"; then
    ok "$name: the same $format again"
  else
    not_ok "$name: the same $format again"
  fi
}

look_at_svg ()
{
  svg=$drawn
  is_well_formed "$svg" "$name"
  holds_nothing_active
  holds_its_ids
  nothing_overlaps
  count '//*[@class="edge supports" or @class="edge rebuts"][not(contains(@id, "-LEG-") or contains(@id, "-BEFORE"))][not(*[local-name()="polygon"])]' 0 \
    'every line has its head'
}
