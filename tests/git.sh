#!/bin/sh
# argmap diff as git calls it: by the recipes of docs/diff.md and by the workflow, for good files and for any other.
# shellcheck disable=SC2016 # shells of their own are to expand what is quoted
. "$ARGMAP_SOURCE/tests/tap.sh"
cd "$scratch" || exit 1

# block LANGUAGE NUMBER: the code of the block of that language with that number, of docs/diff.md
block ()
{
  awk -v language="$1" -v wanted="$2" '
    /^```/ && inside { inside = 0; next }
    $0 == "```" language { inside = ++n == wanted; skipped = !inside; if (inside) next }
    /^```/ && skipped { skipped = 0 }
    inside { print }' "$ARGMAP_SOURCE/docs/diff.md"
}

mkdir page
block json 1 >page/old.argmap.json
block json 2 >page/new.argmap.json
block text 1 >page/told
block text 2 >page/untold
check_status 1 'the example of docs/diff.md' "$ARGMAP" diff page/old.argmap.json page/new.argmap.json
same page/told "$out" 'says what is shown there'
sed '/jams.*supports/s/"charge"\]/"chrge"]/' page/old.argmap.json >page/bad.argmap.json

# A call as git makes it, without git.
zero=0000000000000000000000000000000000000000
check_status 0 'seven arguments are those of git' "$ARGMAP" diff charge.argmap.json page/old.argmap.json $zero 100644 page/bad.argmap.json $zero 100644
sed '$d' "$out" >untold # the empty line before the next file
same page/untold untold 'a map with an error: what docs/diff.md shows'
check_status 2 'seven arguments that are not' "$ARGMAP" diff 1 2 3 4 5 6 7
check_status 2 'outside of git a map with errors is trouble' "$ARGMAP" diff page/old.argmap.json page/bad.argmap.json
contains "$err" '[unknown-claim]' 'and its errors are on standard error'
check_status 2 'outside of git one map is too few' "$ARGMAP" diff page/old.argmap.json
check_status 1 'called by git, a recipe with two files gets a status that it takes' env GIT_DIFF_PATH_COUNTER=1 "$ARGMAP" diff page/old.argmap.json page/bad.argmap.json
contains "$out" '[unknown-claim]' 'and the errors on standard output'


# --- what is shown of lines ---

# lines DESCRIPTION OPTION...: before and after, as files that are no maps
lines ()
{
  description=$1
  shift
  check_status 0 "$description" "$ARGMAP" diff "$@" notes before $zero 100644 after $zero 100644
}

seq 1000 >before
seq 1000 | sed '1d; 500s/.*/x/; 1000s/$/!/' >after
lines 'lines that differ'
equal 'diff --argmap notes

@@ -1,1 +0,0 @@
-1
@@ -500,1 +499,1 @@
-500
+x
@@ -1000,1 +999,1 @@
-1000
+1000!' "$(cat "$out")" 'each change is one, with its lines'
sed 's/$/?/' before >after
lines 'many lines that differ'
equal 201 "$(grep -c '^[-+]' "$out" | awk '{ print $1 + 1 }')" 'no more than 200 are shown'
contains "$out" 'So many lines differ that those in between that do not were not looked for.' 'it is said that the search was cut'
contains "$out" 'And 1,800 more lines differ; --all shows them all.' 'and how many are not shown'
lines 'all of them' --all
equal 2000 "$(grep -c '^[-+]' "$out")" 'are shown if asked for'
{ cat before; awk 'BEGIN { for (i = 0; i < 5000; i++) printf "abcdé"; print "1" }'; } >longer
mv longer before
sed 's/1$/2/' before | sed '1001!d' | cat - >line
{ sed '$d' before; cat line; } >after
lines 'a long line'
equal 1 "$(grep -c '^+….*é2 (a line of 30,001 bytes)$' "$out")" 'is shown where it differs'
at_most 1500 "$out" 'and not whole'
seq 3 >before
seq 3 | awk '{ printf "%s\r\n", $0 }' >after
lines 'other ends of lines'
contains "$out" 'Only the ends of lines differ.' 'are said in one sentence'
seq 3 >after
lines 'nothing'
contains "$out" 'The content is the same.' 'is said as well'
printf '1\n::error::2\n##[group]3\n' >after
lines 'lines that a CI system would take for commands'
equal '' "$(grep -E '^[[:space:]]*(::|##\[)' "$out")" 'are none'
awk 'BEGIN { for (i = 0; i < 3000000; i++) print "" }' >before
awk 'BEGIN { for (i = 0; i < 3000000; i++) print (i % 60000 == 7 ? "x" : "") }' >after
if command -v timeout >"$out"; then
  check_status 0 'lines that repeat' timeout 60 "$ARGMAP" diff notes before $zero 100644 after $zero 100644
else
  skip 'lines that repeat' 'there is no timeout here'
fi
"$ARGMAP" diff notes gone $zero 100644 after $zero 100644 >"$out"
contains "$out" 'The two versions cannot be compared: cannot read gone: ' 'a file that cannot be read is said to be'
rm before after

git --version >"$out" 2>&1 || { skip 'what git makes of it' 'there is no git'; finish; }

HOME=$scratch/home
XDG_CONFIG_HOME=$HOME
GIT_CONFIG_NOSYSTEM=1
PATH=$scratch/bin:$PATH
export HOME XDG_CONFIG_HOME GIT_CONFIG_NOSYSTEM PATH
mkdir home bin repository
ln -s "$ARGMAP" bin/argmap
git config --global user.name Nobody
git config --global user.email nobody@example.org
git config --global init.defaultBranch main
git config --global advice.detachedHead false
git config --global core.autocrlf false

# --- good maps ---

cd repository || exit 1
git init -q
cp ../page/old.argmap.json charge.argmap.json
cp ../page/old.argmap.json old.argmap.json
git add . && git commit -qm 'Two maps'
git branch before
cp ../page/new.argmap.json charge.argmap.json
sed 's/jams/queues/g; s/Traffic jams.*time/Nobody likes to wait/; s/Customers.*away/Shops would close/' ../page/old.argmap.json >added.argmap.json
git rm -q old.argmap.json
git add . && git commit -qm 'Changed'

block sh 1 >../tool.sh
check_status 0 'the lines for git difftool' sh -e ../tool.sh
check_status 0 'git difftool' git difftool -t argmap before HEAD -- charge.argmap.json
same ../page/told "$out" 'says what changed'
check_status 0 'git difftool, of files that are new or gone' git difftool -t argmap --no-renames before HEAD
contains "$out" 'A new map: A congestion charge' 'a file that is new'
contains "$out" 'No map any more: A congestion charge' 'a file that has gone'

block sh 2 >../driver.sh
check_status 0 'the lines for git diff' sh -e ../driver.sh
check_status 0 'git diff' git diff before HEAD -- charge.argmap.json
{ printf 'diff --argmap charge.argmap.json\n\n'; cat ../page/told; echo; } >../headed
same ../headed "$out" 'says which file and what changed'
check_status 0 'git diff, of a file that is new' git diff --no-renames before HEAD -- added.argmap.json
contains "$out" 'There was no map before.' 'says that it is'
contains "$out" 'new file mode 100644' 'as git does'
check_status 0 'git log' git log -p --ext-diff -1
contains "$out" 'The outcome changed.' 'says what changed'

# --- a tree with one of everything ---

# tree BRANCH FIRST SECOND: commits a tree of which every file is made of the map FIRST, or is bad, then one of SECOND
name='the "real" \ cost:
part two — größer.argmap.json'
tree_before ()
{
  for file in a.argmap.json b.argmap.json gone.argmap.json gone-bad.argmap.json mode.argmap.json moved.argmap.json same.argmap.json \
    utf16.argmap.json latin.argmap.json binary.argmap.json empty.argmap.json link.argmap.json now-link.argmap.json later-bad.argmap.json \
    -dash.argmap.json - --force 'with space.argmap.json' "$name" z.argmap.json; do
    cp ../page/old.argmap.json "./$file"
  done
  printf 'one\ntwo\n' >notes.txt
  sed 's/"charge"/"moves"/g; s/Drivers.*centre/Buses should be free/; s/Customers.*away/Nobody would pay/' ../page/old.argmap.json >moved.argmap.json
  sed 's/Traffic.*time/Taxis would cost more/; s/Drivers.*centre/Taxis should pay/' ../page/old.argmap.json >gone.argmap.json
  sed 's/"jams"/"claims"/; s/"charge"]/"nobody"]/; s/Drivers.*centre/Ships should pay/' ../page/old.argmap.json >gone-bad.argmap.json
  ln -sf a.argmap.json link.argmap.json
}

tree_after ()
{
  cp ../page/bad.argmap.json a.argmap.json
  for file in b.argmap.json -dash.argmap.json - --force 'with space.argmap.json' "$name" z.argmap.json; do
    cp ../page/new.argmap.json "./$file"
  done
  git rm -q gone.argmap.json gone-bad.argmap.json
  sed 's/by bus or on foot/by train/; s/Drivers.*centre/Cyclists should not pay/; s/stay away/move/' ../page/new.argmap.json >new.argmap.json
  printf '{ "argmap": 1, "title": "New", "claims": [{ "id": "a", "text": "A.", "supports": ["b"] }] }\n' >new-bad.argmap.json
  chmod +x mode.argmap.json
  git mv moved.argmap.json 'moved here.argmap.json'
  git mv same.argmap.json same-again.argmap.json
  sed 's/everyone/commuters/' 'moved here.argmap.json' >../moved
  cp ../moved 'moved here.argmap.json'
  printf '\377\376{\0\n\0' >utf16.argmap.json
  printf '{ "argmap": 1, "title": "Caf\351" }\n' >latin.argmap.json
  printf '\211PNG\r\n\032\n\0\0\0\rIHDR\033[31m' >binary.argmap.json
  : >empty.argmap.json
  ln -sf b.argmap.json link.argmap.json
  ln -sf a.argmap.json now-link.argmap.json
  printf '{ "argmap": 1,\n\n' >later-bad.argmap.json
  printf 'one\nthree\n' >notes.txt
}

cd "$scratch" || exit 1
mkdir tree
cd tree || exit 1
git init -q
echo '*.argmap.json diff=argmap' >.gitattributes
tree_before
git add -A && git commit -qm 'Before'
git branch before
tree_after
git add -A && git commit -qm 'After'

# shows_all DESCRIPTION: what git printed shows every file, and the last one whole
shows_all ()
{
  for file in a.argmap.json b.argmap.json gone.argmap.json gone-bad.argmap.json new.argmap.json new-bad.argmap.json mode.argmap.json \
    'moved here.argmap.json' utf16.argmap.json latin.argmap.json binary.argmap.json empty.argmap.json link.argmap.json \
    now-link.argmap.json later-bad.argmap.json -dash.argmap.json 'with space.argmap.json' z.argmap.json; do
    contains "$out" "diff --argmap $file" "$1: $file"
  done
  contains "$out" 'diff --argmap the "real" \ cost: part two — größer.argmap.json' "$1: a name with quotes, a backslash and a line break"
  contains "$out" 'diff --git a/notes.txt b/notes.txt' "$1: other files as always"
  equal 'The outcome changed. The resolution, “Drivers should pay to enter the city' \
    "$(sed -n '/^diff --argmap z.argmap.json/,$p' "$out" | grep '^The outcome')" "$1: the last map"
  lacks "$out" git-blob- "$1: no name of a temporary file"
  is_empty "$err" "$1: nothing on standard error"
  equal '' "$(LC_ALL=C tr -d '\n\040-\176\200-\377' <"$out" | od -An -c)" "$1: no control character"
}

# part FILE: what was shown of it
part ()
{
  awk -v head="diff --argmap $1" '/^diff --/ { inside = $0 == head } inside' "$out" >../part
}

for command in 'git diff before HEAD' 'git log -p --ext-diff -1 --format=%s' 'git show --ext-diff --format=%s HEAD'; do
  # shellcheck disable=SC2086 # words of a command
  check_status 0 "$command goes on to the end" $command
  shows_all "$command"
done
check_status 0 'git diff' git diff before HEAD
part a.argmap.json
contains ../part 'The new version has 1 error:' 'a bad map: which version is'
contains ../part '"jams" supports "chrge", but nothing has that id' 'a bad map: the error'
contains ../part '+              { "id": "jams", "text": "Traffic jams cost everyone time.", "supports": ["chrge"] } ],' 'a bad map: its lines'
part gone-bad.argmap.json
contains ../part 'deleted file mode 100644' 'a bad map that has gone'
contains ../part 'The old version has 2 errors:' 'and what was wrong with it'
lacks ../part 'The new version has' 'and not with what is not there'
part new-bad.argmap.json
contains ../part 'new file mode 100644' 'a bad map that is new'
part mode.argmap.json
contains ../part 'old mode 100644' 'another mode: the old one'
contains ../part 'new mode 100755' 'another mode: the new one'
contains ../part 'The two maps say the same.' 'another mode: nothing else'
part 'moved here.argmap.json'
contains ../part 'rename from moved.argmap.json' 'a renamed map: from where'
contains ../part 'text: Traffic jams cost [-everyone-] {+commuters+} time.' 'a renamed map: what changed'
equal 1 "$(grep -c '^diff --argmap moved' "$out")" 'a renamed map is one map'
part same-again.argmap.json
contains ../part 'similarity index 100%' 'a map that only has another name'
contains ../part 'The two maps say the same.' 'and says the same'
part utf16.argmap.json
contains ../part "Binary content: $(wc -c <../page/old.argmap.json | tr -d ' ') bytes before, 6 bytes now." 'UTF-16: the sizes'
part binary.argmap.json
contains ../part ' bytes before, 21 bytes now.' 'binary: the sizes'
part link.argmap.json
equal 'diff --argmap link.argmap.json

@@ -1,1 +1,1 @@
-a.argmap.json
+b.argmap.json' "$(cat ../part)" 'a link: where it leads, and no more'
part empty.argmap.json
contains ../part 'No map any more: A congestion charge' 'an empty file is no map'
part later-bad.argmap.json
contains ../part '[json-syntax]' 'no JSON: the error'
check_status 0 'a pager that is left' sh -c 'git diff before HEAD | head -n 1'
is_empty "$err" 'nobody complains'

# With a work tree, where files are read under their own names; by the setting of older documents; for every file, without a driver.
git checkout -q before
git checkout -q HEAD -- .
tree_after
git add -N .
check_status 0 'git diff of the work tree' git diff HEAD
shows_all 'the work tree'
git config diff.argmap.command 'compare () { argmap diff "$2" "$5"; [ $? -le 1 ]; }; compare'
check_status 0 'the recipe of older documents' git diff HEAD
contains "$out" '"jams" supports "chrge", but nothing has that id' 'the recipe of older documents: a bad map'
contains "$out" 'diff --git a/notes.txt b/notes.txt' 'the recipe of older documents: what follows'
lacks "$out" git-blob- 'the recipe of older documents: no name of a temporary file'
is_empty "$err" 'the recipe of older documents: nothing on standard error'
git config --unset diff.argmap.command
check_status 0 'GIT_EXTERNAL_DIFF' env GIT_EXTERNAL_DIFF='argmap diff' git diff HEAD
for file in notes.txt - --force; do contains "$out" "diff --argmap $file" "GIT_EXTERNAL_DIFF: $file"; done
part notes.txt
equal 'diff --argmap notes.txt

@@ -2,1 +2,1 @@
-two
+three' "$(cat ../part)" 'GIT_EXTERNAL_DIFF: a file that is no map is compared line by line'
check_status 0 'other formats go on too' git -c diff.argmap.command='argmap diff --format json' diff HEAD
contains "$err" 'argmap: a.argmap.json cannot be compared as a map' 'and say what is missing'
tr -d ' \t\n' <"$out" >compact
contains compact '"old":"z.argmap.json","new":"z.argmap.json"' 'and have the names of the repository'
check_status 0 'maps with errors, with --force' git -c diff.argmap.command='argmap diff --force' diff HEAD -- a.argmap.json
contains "$out" 'What changed: A congestion charge' 'are compared as far as they resolve'
check_status 0 'as Markdown' git -c diff.argmap.command='argmap diff --format markdown' diff HEAD -- a.argmap.json
contains "$out" '## a.argmap.json' 'as Markdown: a heading'
equal '```diff
```' "$(grep '^```' "$out")" 'as Markdown: the lines are code'
printf '{\n`````\n}\n' >a.argmap.json
check_status 0 'as Markdown, with backticks' git -c diff.argmap.command='argmap diff --format markdown' diff HEAD -- a.argmap.json
equal '``````diff
``````' "$(grep '^```' "$out")" 'as Markdown: the fence is longer than what is in it'
git reset -q --hard before
git checkout -q -b one-side
cp ../page/new.argmap.json a.argmap.json
git commit -qam 'One side'
git checkout -q -b other-side before
cp ../page/bad.argmap.json a.argmap.json
git commit -qam 'Other side'
check_status 1 'there are conflicts' git merge one-side
check_status 0 'conflicts do not end it' git diff --ours
contains "$out" 'diff --argmap a.argmap.json' 'conflicts: which file'
contains "$out" 'There are conflicts here that are not resolved yet.' 'conflicts: that is said'
git merge --abort
git checkout -q main

# Lines of summaries.
git config --global --unset diff.argmap.command
block sh 3 >../textconv.sh
check_status 0 'the line for textconv' sh -e ../textconv.sh
check_status 0 'git diff with textconv' git diff before main
contains "$out" '+    - **In answer**: Most customers come by bus or on foot.' 'shows lines of the summary'
contains "$out" '+{ "argmap": 1,' 'and, of what has no summary, its own'
contains "$out" 'diff --git a/z.argmap.json b/z.argmap.json' 'and goes on to the end'
equal '' "$(LC_ALL=C tr -d '\n\t\040-\176\200-\377' <"$out" | od -An -c)" 'textconv: no control character'
git config --global --unset diff.argmap.textconv

# --- the workflow ---

awk '/- name: Compare$/ { found = 1 } found && /run: \|$/ { inside = 1; next } inside && !/^          / { exit } inside { print }' \
  "$ARGMAP_SOURCE/examples/github-diff.yml" >../compare.sh
contains ../compare.sh 'argmap diff --format markdown' 'the step of the workflow was found'
contains "$ARGMAP_SOURCE/examples/github-diff.yml" '--body-file comment.md' 'the comment is what is posted'
git update-ref refs/remotes/origin/main before
GITHUB_BASE_REF=main check_status 0 'the workflow compares' sh -eu ../compare.sh
for heading in a.argmap.json b.argmap.json gone.argmap.json gone-bad.argmap.json new-bad.argmap.json 'moved here.argmap.json' binary.argmap.json \
  -dash.argmap.json 'with space.argmap.json' 'the "real" \ cost: part two — größer.argmap.json' z.argmap.json; do
  if grep -qxF "## $heading" comment.md; then ok "the comment has $heading"; else not_ok "the comment has $heading" "$(grep '^##' comment.md)"; fi
done
contains comment.md 'rename from moved.argmap.json' 'the comment tells a renamed map as one'
lacks comment.md '## moved.argmap.json' 'and not as two'
contains comment.md '+              { "id": "jams", "text": "Traffic jams cost everyone time.", "supports": ["chrge"] } ],' 'the comment has the lines of a bad map'
printf '#!/bin/sh\nkill -SEGV $$\n' >../crash
chmod +x ../crash
mkdir ../crashing
ln -s ../crash ../crashing/argmap
PATH="$scratch/crashing:$PATH" GITHUB_BASE_REF=main check_status 0 'the workflow goes on where the program crashes' sh -eu ../compare.sh
contains comment.md '## One map is missing here' 'and says so'
finish
