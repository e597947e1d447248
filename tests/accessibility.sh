#!/bin/sh
# Pages and pictures keep nobody out: the Nu HTML checker and axe-core find nothing in those of any map. page/accessible.js has the states
# that a page is looked at in.
. "$ARGMAP_SOURCE/tests/tap.sh"

need_drawing
checkers=$ARGMAP_SOURCE/.build/npm/node_modules
for command in java node; do
  command -v "$command" >"$out" || skip_all "there is no $command; sh examples/set-up.sh --tests installs it"
done
[ -f "$ARGMAP_SOURCE/.build/npm/complete" ] || skip_all 'the checkers are not here; sh tests/npm/install.sh fetches them'

mkdir "$scratch/maps" "$scratch/pages" "$scratch/pictures"
cp "$ARGMAP_SOURCE"/maps/*.argmap.json "$ARGMAP_SOURCE/examples/starter.argmap.json" "$scratch/maps"
jq -n --argjson forced false -f "$ARGMAP_SOURCE/tests/hostile.jq" >"$scratch/maps/hostile.argmap.json"
jq -n '{ argmap: 1, title: "عنوان", language: "ar", claims: [{ id: "a", text: "مرحبا" }] }' >"$scratch/maps/arabic.argmap.json"
jq -n '{ argmap: 1, title: "Empty", claims: [] }' >"$scratch/maps/empty.argmap.json"
check_status 0 'pages: written' "$ARGMAP" render --force --evaluate -T html -d "$scratch/pages" "$scratch/maps"
check_status 0 'pictures: drawn' "$ARGMAP" render --force --evaluate --fast -d "$scratch/pictures" "$scratch/maps"

# --- the Nu HTML checker ---

# Slashes that end elements let XML read a page. Texts stand as their authors wrote them, composed or not.
check_status 0 'the Nu HTML checker finds nothing' java -jar "$checkers/vnu-jar/build/dist/vnu.jar" --Werror --also-check-svg --filterpattern \
  '.*(Trailing slash on void elements|not in Unicode Normalization Form C).*' "$scratch"/pages/*.html "$scratch"/pictures/*.svg
is_empty "$err" 'not even a doubt'

# --- axe-core ---

browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
if [ -z "$browser" ]; then
  skip 'axe-core finds nothing' 'there is no Chromium'
  finish
fi

# look NUMBER PAGE...: with a browser of its own
look ()
{
  number=$1
  shift
  mkdir "$scratch/browser-$number"
  node "$ARGMAP_SOURCE/tests/page/accessible.js" "$browser" "$scratch/browser-$number" "$checkers/axe-core/axe.min.js" "$@" >"$scratch/found-$number" 2>&1
}

# Two at a time.
set --
for page in "$scratch"/pages/*.html; do
  if [ "$(($# % 2))" = 0 ]; then set -- "$@" "$page"; else set -- "$page" "$@"; fi
done
middle=$(($# / 2))
first=$(printf '%s\n' "$@" | sed "${middle}q")
second=$(printf '%s\n' "$@" | sed "1,${middle}d")
# shellcheck disable=SC2086 # names without spaces
look 1 $first &
# shellcheck disable=SC2086
look 2 $second
wait
tab=$(printf '\t')
for number in 1 2; do
  if grep -q "^skip$tab" "$scratch/found-$number"; then
    skip "axe-core, browser $number" "the browser does not start: $(cut -f 2 "$scratch/found-$number")"
    continue
  fi
  while IFS=$tab read -r verdict what why; do
    case $verdict in
      ok) ok "axe-core: $what" ;;
      end) ;;
      *) not_ok "axe-core: $what" "$why" ;;
    esac
  done <"$scratch/found-$number"
  equal end "$(tail -n 1 "$scratch/found-$number")" "axe-core, browser $number: all of it was looked at"
done
finish
