#!/bin/sh
# The house rules of src/ (docs/architecture.md): who may include whom, who may print, what lies at the top of the tree. Each
# rule is also tried on a scratch copy in which it is broken.
. "$ARGMAP_SOURCE/tests/tap.sh"

# --- the rules: each prints what breaks it in the tree $1, a line each ---

sources ()
{
  find "$1/src" -name '*.[ch]' -o -name '*.def' | sort
}

# FILE:LINE:CODE for every line, without comments and with nothing left in its texts.
code_of ()
{
  if [ "$1" = "$ARGMAP_SOURCE" ] && [ -f "$scratch/code" ]; then
    cat "$scratch/code"
    return
  fi
  sources "$1" | xargs awk -v root="$1/" '
    FNR == 1 {
      inside = ""
      name = substr(FILENAME, length(root) + 1)
    }

    {
      kept = ""
      n = length($0)
      for (i = 1; i <= n; i++)
        {
          c = substr($0, i, 1)
          two = substr($0, i, 2)
          if (inside == "comment")
            {
              if (two == "*/")
                {
                  inside = ""
                  i++
                }
            }
          else if (inside == "")
            {
              if (two == "/*")
                {
                  inside = "comment"
                  i++
                }
              else if (two == "//")
                break
              else
                {
                  if (c == "\"" || c == "\047")
                    inside = c
                  kept = kept c
                }
            }
          else if (c == "\\")
            i++
          else if (c == inside)
            {
              inside = ""
              kept = kept c
            }
        }
      if (inside != "comment")
        inside = "" # no text goes on after its line
      print name ":" FNR ":" kept
    }'
}

# FILE:LINE:WHAT for every include, with its quotes or brackets.
includes_of ()
{
  sources "$1" | xargs awk -v root="$1/" '
    /^[ \t]*#[ \t]*include[ \t]*["<]/ {
      match($0, /["<][^">]*[">]/)
      print substr(FILENAME, length(root) + 1) ":" FNR ":" substr($0, RSTART, RLENGTH)
    }'
}

upward_includes ()
{
  includes_of "$1" | awk -F: '
    BEGIN {
      floor["base"] = 0
      floor["model"] = 1
      floor["load"] = 2
      floor["framework"] = 3
      floor["reason"] = 4
      floor["check"] = 5
      floor["draw"] = floor["report"] = 6
      floor["page"] = 7
      floor["command"] = 8
      floor["src"] = 9 # main.c
    }
    $3 ~ /^"/ {
      split($1, own, "/")
      from = own[3] == "" ? "src" : own[2]
      to = substr($3, 2, index($3, "/") - 2)
      if (!(from in floor) || !(to in floor) || to == "src" || floor[to] > floor[from] || (floor[to] == floor[from] && to != from))
        print
    }'
}

foreign_cjson ()
{
  includes_of "$1" | grep 'cJSON' | grep -v '^src/load/'
}

# cgraph is for the graph, the rest of Graphviz for whoever lays it out.
foreign_graphviz ()
{
  includes_of "$1" | grep -E '^[^:]*:[0-9]*:.*[<"/](cgraph|cdt|gvc|gvplugin[a-z_]*|graphviz_version)\.h|^[^:]*:[0-9]*:[<"]graphviz/' \
    | grep -Ev '^src/draw/graphviz/|^src/draw/graph/[a-z-]*\.[ch]:[0-9]*:.*cgraph\.h'
}

# The rooms of draw/ lie behind one another: what is shown, its graph, its layout.
draw_rooms ()
{
  includes_of "$1" | awk -F: '
    BEGIN {
      room["view"] = 1
      room["graph"] = 2
      room["graphviz"] = 3
    }
    $1 ~ /^src\/draw\/[a-z]+\// && $3 ~ /^"draw\/[a-z]+\// {
      split($1, own, "/")
      split($3, other, "/")
      if (room[other[2]] > room[own[3]])
        print
    }'
}

# What is said was found out before, in reason/ and in the model: reports and pages walk no map.
searching_reports ()
{
  includes_of "$1" | grep -E '^src/(report|page)/' \
    | grep -E '"(model/(walk|dependencies)|reason/.*|check/.*|framework/.*)\.h"' \
    | grep -Ev '"(reason/(digest|evaluation|comparison|explain|firm))\.h"'
}

foreign_printing ()
{
  code_of "$1" | grep -v '^src/command/' \
    | grep -E '(^|[^[:alnum:]_])(stdout|stderr|STDOUT_FILENO|STDERR_FILENO|(v|f|vf|d)?printf|f?puts|f?putc|putchar|perror|g_print|g_printerr) *(\(|[^[:alnum:]_( ]|$)'
}

foreign_exits ()
{
  code_of "$1" | grep -v '^src/command/' | grep -E '(^|[^[:alnum:]_])(_?exit|_Exit|quick_exit) *\('
}

uses_of_setlocale ()
{
  code_of "$1" | grep -E '(^|[^[:alnum:]_])(set|new|use)locale *\('
}

# Hashes without a secret, which whoever writes a map could make meet.
open_hashes ()
{
  code_of "$1" | grep -E '(^|[^[:alnum:]_])g_(str|int|int64|double|direct)_hash([^[:alnum:]_]|$)|g_hash_table_new(_full)? *\( *NULL'
}

# Its time grows with the square of the marks on one letter.
slow_normalizing ()
{
  code_of "$1" | grep -v '^src/base/unicode\.' | grep -E '(^|[^[:alnum:]_])g_utf8_(normalize|collate(_key)?) *\('
}

long_files ()
{
  sources "$1" | xargs wc -l | awk -v root="$1/" '$2 != "total" && $1 > 500 { print substr($2, length(root) + 1) " has " $1 " lines" }'
}

# Columns are characters: what follows the first byte of one in UTF-8 does not count.
wide_lines ()
{
  find "$1/src" -name '*.[ch]' -o -name '*.js' -o -name '*.css' | sort | while read -r file; do
    LC_ALL=C tr -d '\200-\277' <"$file" \
      | awk -v name="${file#"$1/"}" 'length > 100 { print name ":" FNR " has " length " columns" }'
  done
}

is_repository ()
{
  top=$(git -C "$1" rev-parse --show-toplevel 2>/dev/null) && [ "$top" = "$(CDPATH='' cd -- "$1" && pwd -P)" ]
}

# The files of the tree: those that git tracks, else all outside of build directories.
tree_files ()
{
  if is_repository "$1"; then
    git -C "$1" ls-files
  else
    (CDPATH='' cd -- "$1" && find . -type d \( -name .git -o -exec test -d '{}/meson-private' \; \) -prune -o -type f -print | sed 's,^\./,,')
  fi
}

strangers_at_the_top ()
{
  tree_files "$1" | sed 's,/.*,,' | sort -u \
    | grep -Ev '^(\..*|src|maps|tests|examples|docs|meson\.build|meson_options\.txt|README\.md|LICENSE)$'
}

# --- the tree itself ---

# obeys RULE DESCRIPTION
obeys ()
{
  found=$("$1" "$ARGMAP_SOURCE")
  if [ -z "$found" ]; then
    ok "$2"
  else
    not_ok "$2" "$found"
  fi
}

code_of "$ARGMAP_SOURCE" >"$scratch/code.new"
mv "$scratch/code.new" "$scratch/code"
equal "$(includes_of "$ARGMAP_SOURCE" | wc -l | tr -d ' ')" \
      "$(sources "$ARGMAP_SOURCE" | xargs cat | grep -c '^ *# *include')" 'every include is looked at'
obeys upward_includes 'no include leads upwards, or sideways'
obeys foreign_cjson 'cJSON is included in load/ only'
obeys foreign_graphviz 'Graphviz is included in draw/graphviz/ only, and cgraph in draw/graph/ as well'
obeys draw_rooms 'in draw/, view/ includes neither of the others, and graph/ not graphviz/'
obeys searching_reports 'reports and pages include nothing that searches a map'
obeys foreign_printing 'nothing prints but command/'
obeys foreign_exits 'nothing exits but command/'
obeys uses_of_setlocale 'the locale is left alone'
obeys open_hashes 'tables hash with the secret of base/hash.h'
obeys slow_normalizing 'text is normalised by base/unicode.h'
obeys long_files 'no source file has more than 500 lines'
obeys wide_lines 'no line of C, of a script or of a style sheet has more than 100 columns'
obeys strangers_at_the_top 'the top of the tree holds what it may'

# --- each rule, broken ---

copy=$scratch/tree

# The files that something is planted in.
planted=$(sed -n 's,^plant \([a-z/]*\.[ch]\) .*,src/\1,p' "$ARGMAP_SOURCE/tests/floors.sh" | sort -u | while read -r file; do
  [ ! -f "$ARGMAP_SOURCE/$file" ] || echo "$file"
done)

fresh_copy ()
{
  rm -rf "$copy"
  mkdir -p "$copy/maps" "$copy/tests" "$copy/examples" "$copy/docs"
  (cd "$ARGMAP_SOURCE" && tar -cf - $planted) | tar -xf - -C "$copy"
  : >"$copy/meson.build"
  : >"$copy/README.md"
}

# finds RULE WHERE DESCRIPTION: after something has been planted in the copy
finds ()
{
  found=$("$1" "$copy")
  case $found in
    *"$2"*) ok "found: $3" ;;
    *) not_ok "found: $3" "the rule $1 says: $found" ;;
  esac
  fresh_copy
}

# passes RULE WHERE DESCRIPTION
passes ()
{
  found=$("$1" "$copy" | grep -F "$2")
  equal '' "$found" "passed over: $3"
  fresh_copy
}

# plant FILE LINE: adds the line to the file
plant ()
{
  printf '%s\n' "$2" >>"$copy/src/$1"
}

fresh_copy
plant base/text.c '#include "model/map.h"'
finds upward_includes src/base/text.c 'base/ includes model/'
plant model/map.h '#include "load/load.h"'
finds upward_includes src/model/map.h 'model/ includes load/'
plant load/load.c '#include "check/check.h"'
finds upward_includes src/load/load.c 'load/ includes check/'
plant check/check.c '#include "report/summary/summary.h"'
finds upward_includes src/check/check.c 'check/ includes report/'
plant draw/draw.c '#include "report/document/document.h"'
finds upward_includes src/draw/draw.c 'draw/ includes report/'
plant report/summary/summary.c '#include "draw/draw.h"'
finds upward_includes src/report/summary/summary.c 'report/ includes draw/'
plant draw/draw.h '#  include "command/command.h"'
finds upward_includes src/draw/draw.h 'draw/ includes command/'
mkdir -p "$copy/src/reason"
plant reason/why.c '#include "check/check.h"'
finds upward_includes src/reason/why.c 'reason/ includes check/'
plant base/text.c '#include "../model/map.h"'
finds upward_includes src/base/text.c 'an include by a path'
plant base/text.c '#include "map.h"'
finds upward_includes src/base/text.c 'an include without its folder'
mkdir -p "$copy/src/extra"
plant extra/extra.h '#pragma once'
plant base/text.c '#include "extra/extra.h"'
finds upward_includes src/base/text.c 'an include of a folder that is no floor'
plant main.c '#include "base/text.h"'
passes upward_includes src/main.c 'main.c includes base/'
plant model/map.c '#include <cjson/cJSON.h>'
finds foreign_cjson src/model/map.c 'model/ includes cJSON'
plant report/summary/summary.c '#include <cjson/cJSON.h>'
finds foreign_cjson src/report/summary/summary.c 'report/ includes cJSON'
plant report/summary/summary.c '#include <graphviz/cgraph.h>'
finds foreign_graphviz src/report/summary/summary.c 'report/ includes cgraph'
plant draw/graph/card.c '#include "draw/graph/cgraph.h"'
plant draw/graphviz/engine.c '#include <graphviz/gvc.h>'
passes foreign_graphviz src/draw/ 'the rooms for Graphviz include it'
plant draw/graph/card.c '#include <graphviz/gvc.h>'
finds foreign_graphviz src/draw/graph/card.c 'draw/graph/ includes gvc'
plant draw/view/view.c '#include <graphviz/cgraph.h>'
finds foreign_graphviz src/draw/view/view.c 'draw/view/ includes cgraph'
plant draw/view/view.c '#include "draw/graph/style.h"'
finds draw_rooms src/draw/view/view.c 'draw/view/ includes draw/graph/'
plant draw/graph/card.c '#include "draw/graphviz/svg.h"'
finds draw_rooms src/draw/graph/card.c 'draw/graph/ includes draw/graphviz/'
plant draw/graphviz/svg.c '#include "draw/graph/style.h"'
passes draw_rooms src/draw/graphviz/svg.c 'draw/graphviz/ includes draw/graph/'
plant report/list/list.c '#include "model/walk.h"'
finds searching_reports src/report/list/list.c 'report/ walks a map'
plant page/claim.c '#include "reason/label.h"'
finds searching_reports src/page/claim.c 'page/ labels a map'
plant report/summary/summary.c '#include "reason/digest.h"'
passes searching_reports src/report/summary/summary.c 'report/ includes the digest'
plant command/render.c '#include <gvc.h>'
finds foreign_graphviz src/command/render.c 'command/ includes gvc'
plant check/check.c 'void f (void) { fputs ("x", stdout); }'
finds foreign_printing src/check/check.c 'check/ names stdout'
plant base/report.c '  printf ("x");'
finds foreign_printing src/base/report.c 'base/ calls printf'
plant draw/draw.c 'int f (void) { return puts ("x"); }'
finds foreign_printing src/draw/draw.c 'draw/ calls puts'
plant load/load.c '  g_printerr ("x");'
finds foreign_printing src/load/load.c 'load/ calls g_printerr'
plant load/load.c '  write (STDERR_FILENO, "x", 1);'
finds foreign_printing src/load/load.c 'load/ names standard error'
plant load/load.c '/* printf ("x"); stdout,'
plant load/load.c '   puts ("x") */ // stdout'
plant load/load.c 'static const char text[] = "stdout \" printf (x)";'
plant load/load.c '  g_string_append_printf (out, "x"); g_strdup_vprintf (f, a); my_puts (x); inputs (x); AmStdout (x);'
passes foreign_printing src/load/load.c 'comments, texts and other names'
plant command/terminal.c '  puts ("x");'
passes foreign_printing src/command/terminal.c 'command/ prints'
plant main.c '  exit (1);'
finds foreign_exits src/main.c 'main.c calls exit'
plant model/walk.c '  _exit(1);'
finds foreign_exits src/model/walk.c 'model/ calls _exit'
plant model/walk.c '  am_steps_exit (1); /* exit (1) */ char c = '\''"'\''; f ("exit (1)");'
passes foreign_exits src/model/walk.c 'other names, comments and texts'
plant main.c '  setlocale (LC_ALL, "");'
finds uses_of_setlocale src/main.c 'main.c calls setlocale'
plant model/walk.c '  t = g_hash_table_new (g_str_hash, g_str_equal);'
finds open_hashes src/model/walk.c 'a table with a hash of texts that has no secret'
plant base/report.c '  t = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);'
finds open_hashes src/base/report.c 'a table with a hash of numbers that has no secret'
plant draw/draw.c '  t = g_hash_table_new (NULL, NULL);'
finds open_hashes src/draw/draw.c 'a table of pointers without a hash of its own'
plant draw/draw.c '  t = g_hash_table_new (am_hash_text, g_str_equal); /* g_str_hash */'
passes open_hashes src/draw/draw.c 'a table with a secret'
plant check/wording.c '  char *t = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);'
finds slow_normalizing src/check/wording.c 'text is normalised elsewhere'
awk 'BEGIN { for (i = 0; i < 501; i++) print "" }' >"$copy/src/base/long.c"
finds long_files src/base/long.c 'a file of 501 lines'
awk 'BEGIN { for (i = 0; i < 500; i++) print "" }' >"$copy/src/base/long.c"
passes long_files src/base/long.c 'a file of 500 lines'
plant base/text.c "/* $(awk 'BEGIN { for (i = 0; i < 95; i++) printf "x" }') */"
finds wide_lines src/base/text.c 'a line of 101 columns'
mkdir -p "$copy/src/page"
awk 'BEGIN { for (i = 0; i < 101; i++) printf "x" }' >"$copy/src/page/page.js"
finds wide_lines src/page/page.js 'a line of 101 columns in a script'
plant base/text.c "/* $(awk 'BEGIN { for (i = 0; i < 94; i++) printf "é" }') */"
passes wide_lines src/base/text.c 'a line of 100 columns and more bytes'
mkdir "$copy/tools"
: >"$copy/tools/tool.sh"
finds strangers_at_the_top tools 'another folder at the top'
: >"$copy/TODO.md"
finds strangers_at_the_top TODO.md 'another file at the top'
mkdir -p "$copy/out/meson-private" "$copy/.ci"
: >"$copy/out/build.ninja"
: >"$copy/.ci/run"
: >"$copy/.editorconfig"
passes strangers_at_the_top '' 'a build directory and names that begin with a dot'

if git --version >"$out" 2>&1; then
  git -C "$copy" init -q
  : >"$copy/untracked"
  git -C "$copy" add src README.md
  passes strangers_at_the_top '' 'a file that git does not track'
  git -C "$copy" init -q
  : >"$copy/tracked"
  git -C "$copy" add -f tracked
  finds strangers_at_the_top tracked 'a file that git tracks'
else
  skip 'a file that git does not track' 'there is no git'
  skip 'a file that git tracks' 'there is no git'
fi
finish
