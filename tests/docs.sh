#!/bin/sh
# Do the documents say what the program does? Examples are run; lists are compared with the lists of the source.
. "$ARGMAP_SOURCE/tests/tap.sh"

docs=$ARGMAP_SOURCE/docs
mkdir "$scratch/maps" "$scratch/runs"

# --- examples ---

# Writes each map among the code blocks of a document to maps/DOCUMENT-LINE.argmap.json, where it is to be valid (json), and
# each block that begins "$ argmap" to runs/DOCUMENT-LINE: the command, what it printed, and in .map the last map or framework
# before it, if there is one.
take_blocks ()
{
  awk -v name="$(basename "$1")" -v scratch="$scratch" '
    !inside && /^ *```(json|jsonc|text|console)$/ { inside = 1; language = $1; sub (/```/, "", language); start = NR; block = ""; next }
    inside && /^ *```$/ {
      inside = 0
      place = name "-" start
      if (language == "console" && block ~ /^\$ argmap /)
        {
          printf "%s", block > (scratch "/runs/" place)
          printf "%s", map > (scratch "/runs/" place ".map")
        }
      else if (language == "text" && block ~ /^p af /)
        map = block
      else if (block ~ /"argmap"[ ]*:/)
        {
          map = block
          if (language == "json")
            printf "%s", block > (scratch "/maps/" place ".argmap.json")
        }
      next
    }
    inside { block = block $0 "\n" }
  ' "$1"
}

for document in "$ARGMAP_SOURCE/README.md" "$docs"/*.md; do
  take_blocks "$document"
done
for name in README.md format.md; do
  set -- "$scratch/maps/$name"-*
  if [ -f "$1" ]; then ok "$name has an example"; else not_ok "$name has an example"; fi
done
for map in "$scratch"/maps/*.argmap.json; do
  check_status 0 "the example at $(basename "$map" .argmap.json) is a valid map" "$ARGMAP" check --strict "$map"
done

# What formatting.md shows before and after: the first two maps in it.
# shellcheck disable=SC2046 # names of our own
set -- $(cd "$scratch/maps" && printf '%s\n' formatting.md-* | sort -t - -k 2n)
check_status 0 'the example of formatting.md' "$ARGMAP" format - <"$scratch/maps/$1"
same "$scratch/maps/$2" "$out" 'formatting.md shows what format writes'


# A pipeline over the maps that are here: where no map stands before it in the document.
mkdir "$scratch/bin"
ln -s "$ARGMAP" "$scratch/bin/argmap"
run_pipeline ()
{
  place=$(basename "$1")
  pipeline=$(sed -n '1s/^\$ //p' "$1")
  case $pipeline in
  *' jq '*)
    if ! command -v jq >"$out"; then
      skip "$pipeline, at $place" 'there is no jq'
      return
    fi ;;
  esac
  sed 1d "$1" >"$scratch/printed"
  (cd "$ARGMAP_SOURCE" && PATH=$scratch/bin:$PATH sh -c "$pipeline") >"$out" 2>&1
  same "$scratch/printed" "$out" "$pipeline prints what is shown at $place"
}

# The command is $ argmap …; the map before it is saved as the file that it names, a word that ends in .json or else its last one.
run_example ()
{
  place=$(basename "$1")
  command=$(sed -n '1s/^\$ argmap //p' "$1")
  case $command in
  render*)
    if [ "$ARGMAP_DRAW" = 0 ]; then
      skip "argmap $command, at $place" 'built without drawing'
      return
    fi ;;
  'solve -p'*)
    if ! "$ARGMAP" --version | grep -q '^SAT solver '; then
      skip "argmap $command, at $place" 'built without a solver'
      return
    fi ;;
  esac
  mkdir "$scratch/run"
  file=$(printf '%s\n' "$command" | tr ' ' '\n' | grep '\.json$' | tail -n 1)
  cp "$1.map" "$scratch/run/${file:-${command##* }}"
  sed 1d "$1" >"$scratch/printed"
  # shellcheck disable=SC2086 # words of a command
  (cd "$scratch/run" && "$ARGMAP" $command) >"$out" 2>&1
  same "$scratch/printed" "$out" "argmap $command prints what is shown at $place"
  rm -r "$scratch/run"
}

count=0
for example in "$scratch"/runs/*.map; do
  [ -f "$example" ] || continue
  count=$((count + 1))
  if [ -s "$example" ]; then run_example "${example%.map}"; else run_pipeline "${example%.map}"; fi
done
[ "$count" -gt 0 ] || not_ok 'some commands are shown with what they print'

# list.md has the columns that there are.
for kind in claims stakeholders sources; do
  columns=$("$ARGMAP" list --$kind --format csv "$ARGMAP_SOURCE/examples/starter.argmap.json" | sed -n 1p | tr -d '\r' | tr ',' ' ')
  title=$kind
  [ $kind != claims ] || title='claims and rebuttals'
  equal "$columns" "$(awk -v title="| $title | |" '$0 == title { inside = 1; getline; next } !/^\|/ { inside = 0 }
    inside { split ($0, cell, "|"); print cell[2] }' "$docs/list.md" | grep -o '`[a-z]*`' | tr -d '`' | paste -s -d ' ' -)" "list.md has the columns of $kind"
done

# --- the rules ---

awk '
  /^\/\* [^*]* \*\/$/ { group = $0; gsub (/^\/\* | \*\/$/, "", group); print "group " group }
  /^(LOADER|MODEL)_RULE/ { split ($0, part, "\""); split (part[3], field, /[ ,]+/); print part[2], tolower(field[2]) }
' "$ARGMAP_SOURCE/src/base/rules.def" >"$scratch/rules.source"
groups=$(sed -n 's/^group //p' "$scratch/rules.source")
groups=$groups awk '
  BEGIN { n = split (ENVIRON["groups"], list, "\n"); for (i = 1; i <= n; i++) is_group[list[i]] = 1 }
  /^## / && (substr ($0, 4) in is_group) { print "group " substr ($0, 4) }
  /^### `/ { slug = $2; gsub (/`/, "", slug); next }
  slug != "" && /^\*\*[a-z]+\*\* ·/ { level = $1; gsub (/\*/, "", level); print slug, level; slug = "" }
' "$docs/rules.md" >"$scratch/rules.documented"
equal "$(grep -c '_RULE (' "$ARGMAP_SOURCE/src/base/rules.def")" "$(( $(grep -vc '^group ' "$scratch/rules.source") + 2 ))" \
  'every rule was found, and the two lines that explain them'
same "$scratch/rules.source" "$scratch/rules.documented" 'rules.md has every rule, in its order, with its level'

grep -E '^MODEL_RULE .*, SURROUNDINGS, ' "$ARGMAP_SOURCE/src/base/rules.def" | cut -d '"' -f 2 >"$scratch/surroundings"
awk '/^### `/ { slug = $2; gsub (/`/, "", slug) } /^Scope: the map and the files of its sources/ { print slug }' "$docs/rules.md" >"$scratch/surroundings.documented"
same "$scratch/surroundings" "$scratch/surroundings.documented" 'rules.md says which rules read more than the map'

# --- the members ---

# The sections in some order, the members of each in theirs; what two objects share counts once.
by_section ()
{
  awk '!seen[$0]++' | sort -s -k1,1
}

# "SECTION member" or "SECTION member required". What several objects have stands once, where it is explained; the project file has a page of its own.
awk -F '[(",]' '
  BEGIN {
    split ("MAP:The map;CLAIM | REBUTTAL:Claim;UNDERCUT | PAIR:Undercut;TARGET | UNDERCUT:Target", entry, ";")
    for (i in entry) { split (entry[i], part, ":"); section[part[1]] = part[2] }
  }
  /^MEMBER/ && $2 !~ /^(PROJECT|OVERRIDE)$/ {
    name = $2 in section ? section[$2] : substr ($2, 1, 1) tolower (substr ($2, 2))
    print name, $4 (/REQUIRED/ ? " required" : "")
  }
' "$ARGMAP_SOURCE/src/model/members.def" | by_section >"$scratch/members.source"

# rows CHAPTER: "SECTION first-cell", and "required" where the second cell says so, for every table row in that chapter of
# format.md whose first cell is code
rows ()
{
  awk -v wanted="$1" '
    /^## / { chapter = substr ($0, 4) }
    /^### / { section = substr ($0, 5) }
    chapter == wanted && /^\| `[^`]+` \|/ {
      split ($0, part, "`")
      split ($0, cell, "|")
      print section, part[2] (cell[3] ~ /required/ ? " required" : "")
    }
  ' "$docs/format.md"
}

rows Reference | by_section >"$scratch/members.documented"
same "$scratch/members.source" "$scratch/members.documented" 'format.md has every member under its object, in its order, required or not, and no other'

# --- the words ---

sed -n 's/^ *WORD ([A-Z_]*, "\([a-z-]*\)",.*/\1/p' "$ARGMAP_SOURCE/src/model/vocabulary.h" | sort >"$scratch/words.source"
rows Words | sed 's/.* //' | sort >"$scratch/words.documented"
same "$scratch/words.source" "$scratch/words.documented" 'format.md has every word of the vocabularies, and no other'
equal "$(grep -c 'WORD (AM_' "$ARGMAP_SOURCE/src/model/vocabulary.h")" "$(grep -c . "$scratch/words.source")" 'every word was found'

# --- the glossary ---

# Fourth column: members of maps are in the schema, those of outputs in the pages that describe them.
awk -F '|' '/^\| [a-z]/ && $2 != " term " { print }' "$docs/glossary.md" >"$scratch/terms"
equal '' "$(cut -d '|' -f 2 "$scratch/terms" | sort | uniq -d)" 'no term is explained twice'
lost=
for name in $(cut -d '|' -f 4 "$scratch/terms" | grep -oE '`[A-Za-z_]+`' | tr -d '`' | sort -u); do
  grep -qrwF "$name" "$ARGMAP_SOURCE/src" || lost="$lost $name"
done
equal '' "$lost" 'every type in the glossary is in the code'
lost=
for member in $(cut -d '|' -f 5 "$scratch/terms" | grep -oE '`[a-z_]+`' | tr -d '`' | sort -u); do
  grep -qF "\"$member\"" "$docs/argmap.schema.json" || grep -qF "\`$member\`" "$docs"/evaluation.md "$docs"/summary.md "$docs"/diff.md "$docs"/reports.md "$docs"/list.md \
    || lost="$lost $member"
done
equal '' "$lost" 'every member in the glossary is documented'

# --- the promises ---

cd "$ARGMAP_SOURCE" || exit 1
{ sed -n "s/^  '\([a-z-]*\)': \[.*/tests\/\1.sh/p" tests/meson.build; ls tests/unit/*.c tests/fuzz/*.c; } | LC_ALL=C sort >"$scratch/tests.source"
grep -oE '`tests/(unit/|fuzz/)?[a-z-]+\.(sh|c)`' docs/promises.md | tr -d '`' | LC_ALL=C sort -u >"$scratch/tests.documented"
same "$scratch/tests.source" "$scratch/tests.documented" 'promises.md names every test, and nothing else'
lost=
for test in $(grep -ohE '`(sh )?(tests|examples|maps|src)/[A-Za-z0-9_./-]+' README.md docs/*.md | grep -vE '/(name|slug)\.' | sed 's/^`\(sh \)*//; s/[.,]$//' | sort -u); do
  set -- "$test"* # some end with a star
  [ -e "$1" ] || lost="$lost $test"
done
equal '' "$lost" 'files that documents name are there'
lost=
for page in docs/*.md; do
  grep -qF "($page)" README.md || lost="$lost $page"
done
equal '' "$lost" 'README.md leads to every page'
lost=
for page in docs/*.md; do
  case $page in docs/promises.md | docs/contributing.md | docs/performance.md | docs/news.md | docs/releasing.md) continue ;; esac
  grep -qF "(${page#docs/})" docs/promises.md || lost="$lost $page"
done
equal '' "$lost" 'promises.md leads to every page that promises something'

finish
