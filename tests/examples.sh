#!/bin/sh
# The files of examples/ that users copy: they parse, and do what they say as far as that can be seen here. (set-up.sh and
# quickstart.sh are run by tests/run.sh and by whoever begins.)

. "$ARGMAP_SOURCE/tests/tap.sh"
examples=$ARGMAP_SOURCE/examples
cd "$scratch" || exit 1

# The examples call "argmap": as installed.
mkdir bin
ln -s "$ARGMAP" bin/argmap
PATH=$scratch/bin:$PATH
export PATH
unset MAKEFLAGS MAKELEVEL

mkdir maps
cat >maps/good.argmap.json <<'END'
{ "argmap": 1, "title": "Cars", "resolution": "close",
  "claims": [{ "id": "close", "text": "Close it." }, { "id": "noise", "text": "It is loud.", "supports": ["close"] }] }
END
cat >maps/warned.argmap.json <<'END'
{ "argmap": 1, "title": "Cars", "resolution": "close",
  "claims": [{ "id": "close", "text": "Close it." }, { "id": "noise", "text": "Is it loud?", "supports": ["close"] }] }
END
cat >maps/bad.argmap.json <<'END'
{ "argmap": 1, "title": "Cars", "resolution": "close",
  "claims": [
    { "id": "close", "text": "旧市街🚗は車を締め出すべきだ [really].", "kind": "opinion" },
    { "id": "noise", "text": "Is it loud?", "supports": ["clos"] } ],
  "sources": [{ "id": "survey", "title": "Survey", "file": "survey: [1].txt" }] }
END

# --- they parse, and the documents lead to them ---

yaml=
if python3 -c 'import yaml' 2>refused; then yaml=python; fi
if [ -z "$yaml" ] && ruby -e 'require "yaml"' 2>refused; then yaml=ruby; fi
for file in "$examples"/*.yml "$examples"/*.yaml "$examples"/*/*.yml "$ARGMAP_SOURCE/.pre-commit-hooks.yaml" "$ARGMAP_SOURCE"/.github/workflows/*.yml; do
  name=${file#"$ARGMAP_SOURCE/"}
  case $yaml in
    python) check_status 0 "$name is YAML" python3 -c 'import sys, yaml; assert yaml.safe_load (open (sys.argv[1]))' "$file" ;;
    ruby) check_status 0 "$name is YAML" ruby -e 'require "yaml"; YAML.load_file(ARGV[0]) or abort' "$file" ;;
    *) skip "$name is YAML" 'no YAML parser here' ;;
  esac
done
for name in settings.json tasks.json argmap.code-snippets; do
  sed 's|^ *//.*||' "$examples/vscode/$name" >"$name"
  if jq . "$name" >found 2>"$err"; then
    ok "vscode/$name is JSON but for its comments"
  elif command -v jq >found; then
    not_ok "vscode/$name is JSON but for its comments" "$(cat "$err")"
  else
    skip "vscode/$name is JSON but for its comments" 'no jq here'
  fi
done
for link in $(sed -n 's/.*](\.\.\/\(examples[^)]*\)).*/\1/p' "$ARGMAP_SOURCE/docs/reports.md"); do
  if [ -e "$ARGMAP_SOURCE/$link" ]; then ok "reports.md leads to $link"; else not_ok "reports.md leads to $link" 'there is no such file'; fi
done

# Whoever copies a file that has something to be filled in reads what, before anything else.
placeholder='^# OWNER stands for the account on GitHub that has argmap'
for file in $(cd "$ARGMAP_SOURCE" && grep -rlw OWNER README.md .pre-commit-hooks.yaml .github docs examples); do
  equal '1 1' "$(sed 5q "$ARGMAP_SOURCE/$file" | grep -c "${placeholder}'s repository: put its name there\.") $(grep -c "$placeholder" "$ARGMAP_SOURCE/$file")" \
    "$file says at its top, and once, what OWNER is"
done
for file in $(sed -n 's/.*\(examples\/[A-Za-z0-9/.-]*\|tests\/[A-Za-z0-9/.-]*\).*/\1/p' "$ARGMAP_SOURCE"/.github/workflows/*.yml "$examples/Containerfile" | sort -u); do
  if [ -e "$ARGMAP_SOURCE/$file" ]; then ok "there is $file, which a workflow or the container calls"; else not_ok "there is $file, which a workflow or the container calls"; fi
done
equal '' "$(sed -n 's/^COPY \([A-Za-z].*\) [^ ]*$/\1/p' "$examples/Containerfile" | tr ' ' '\n' | while read -r file; do [ -e "$ARGMAP_SOURCE/$file" ] || echo "$file"; done)" \
  'there is what the container copies'

# --- the set-up that README recommends ---

for package in libcadical-dev g++ scdoc graphviz fonts-liberation; do
  case " $(sed -n "s/^debian_packages='\(.*\)'/\1/p" "$examples/set-up.sh") " in
    *" $package "*) ok "the set-up installs $package" ;;
    *) not_ok "the set-up installs $package" ;;
  esac
done
if argmap --version | grep -q '^SAT solver '; then
  check_status 0 'a program with the solver evaluates every map' argmap evaluate "$ARGMAP_SOURCE/maps"
  is_empty "$err" 'and has nothing to say of itself'
fi

# --- the maps ---

check_status 0 'all maps here are clean' argmap check --config=none --strict "$ARGMAP_SOURCE/maps" "$examples"
contains "$out" ' files checked: no problems found (' 'and there are some'
starter=$examples/starter.argmap.json
check_status 0 'the starter map is clean where it is copied to' sh -c "cp '$starter' . && argmap check --config=none --strict starter.argmap.json"
check_status 0 'the starter map has claims with notes' grep -q '"x-note"' "$starter"
for member in stakeholders positions with evidence quote rebuts undercuts implicit open sources url; do
  contains "$starter" "\"$member\":" "the starter map shows $member"
done
equal "$(grep -c '"title": .*"' "$starter")" "$(grep -c 'invented for this example' "$starter")" 'and says of each source, and of all, that it is invented'
sed 's/"id": "survey",/& "file": "survey.txt",/' "$starter" >starter.argmap.json
echo 'Twenty-two wrote that the traffic "wakes us, or one of the children, at least once a week".' >survey.txt
check_status 0 'its quotation is looked up in a file' argmap check --config=none --strict starter.argmap.json
echo 'Nobody asked for the street to be closed.' >survey.txt
check_status 1 'and found there, or not' argmap check --config=none starter.argmap.json
contains "$out" '[quote-not-found]' 'as its note says'
for document in README.md docs/format.md; do
  contains "$ARGMAP_SOURCE/$document" 'examples/starter.argmap.json' "$document leads to it"
done

# --- the problem matcher of VS Code ---

if command -v jq >found; then
  jq -r '.tasks[0].args | map(sub("\\$\\{workspaceFolder\\}"; "maps")) | join(" ")' tasks.json >arguments
  # shellcheck disable=SC2046 # words of a command
  run argmap $(cat arguments)
  cp "$out" output
  equal 'check --format gcc maps 1' "$(cat arguments) $status" 'the task of VS Code checks the maps'
  argmap check --format json maps >report.json
  jq -nR --slurpfile tasks tasks.json '
    $tasks[0].tasks[0].problemMatcher.pattern as $pattern
    | inputs | match($pattern.regexp) | .captures | map(.string) as $groups
    | { file: $groups[$pattern.file - 1], line: $groups[$pattern.line - 1], column: $groups[$pattern.column - 1],
        severity: $groups[$pattern.severity - 1], message: $groups[$pattern.message - 1], code: $groups[$pattern.code - 1] }' output >matched
  equal "$(wc -l <output | tr -d ' ')" "$(grep -c '"file"' matched)" 'the problem matcher takes every line'
  jq -s --slurpfile report report.json '
    [.[] | select(.code != null) | [.file, .line, .column, .severity, .message, .code]]
    == [$report[0].files[] | .path as $path | .findings[] | select(.level != "info")
        | [$path, "\(.start.line)", "\(.start.column)", .level, .message, .rule]]' matched >found
  equal true "$(cat found)" 'the problem matcher reads file, place, level, message and rule'
  jq -s --slurpfile report report.json '
    [.[] | select(.code == null) | [.severity, .message]]
    == [$report[0].files[].findings[] | select(.level != "info") | .notes[], (.help // empty) | ["note", .message]]' matched >found
  equal true "$(cat found)" 'and notes, which have no rule'
  equal 'noise.argmap.json: warning: no such line' "$(echo 'noise.argmap.json: warning: no such line' | jq -R --slurpfile tasks tasks.json -r 'if test($tasks[0].tasks[0].problemMatcher.pattern.regexp) then "matched" else . end')" \
    'and nothing else'
else
  for what in 'the task of VS Code checks the maps' 'the problem matcher takes every line' \
    'the problem matcher reads file, place, level, message and rule' 'and notes, which have no rule' 'and nothing else'; do
    skip "$what" 'no jq here'
  done
fi

# --- the snippets of VS Code ---

# What a snippet inserts, with 1, 2, … or the first of the words to choose from in each place.
if command -v jq >found; then
  argmap schema >schema.json
  jq -c --slurpfile schema schema.json '
    [$schema[0] | .. | objects | .properties? // empty | keys[]] as $members
    | .[].body | join ("\n") | gsub ("\\$\\{[0-9]+[:|](?<first>[^,|}]*)[^}]*\\}"; .first) | gsub ("\\$(?<place>[0-9])"; .place)
    | fromjson | [.. | objects | keys[]] - $members' argmap.code-snippets >found 2>&1
  equal "$(jq length argmap.code-snippets) []" "$(grep -c . found) $(sort -u found)" 'each snippet is JSON and has the members of the format'
else
  skip 'each snippet is JSON and has the members of the format' 'no jq here'
fi

# --- pre-commit ---

hook=$ARGMAP_SOURCE/.pre-commit-hooks.yaml

# hook_says ID KEY
hook_says ()
{
  awk -v id="$1" -v key="$2" '/^- id: / { inside = $3 == id } inside && $1 == key ":" { sub (/^ *[a-z]*: /, ""); print }' "$hook"
}

for id in argmap-check argmap-format; do
  pattern=$(hook_says $id files | tr -d "'")
  equal 'maps/a.argmap.json a.argmap.json' "$(printf '%s\n' maps/a.argmap.json a.argmap.json a.json maps/argmap.json a.argmap.json.orig .argmaprc.json a-argmap-json | grep -E -e "$pattern" | tr '\n' ' ' | sed 's/ $//')" \
    "the hook $id is for maps"
done
entry=$(hook_says argmap-check entry)
equal script "$(hook_says argmap-check language)" 'the hook is a script of this repository'
check_status 0 'that can be run' test -x "$ARGMAP_SOURCE/${entry%% *}"
arguments=$(sed -n 's/^ *args: \[\(.*\)\].*/\1/p' "$examples/pre-commit-config.yaml" | tr -d ',')
usual=$(sed -n "s/^ *args: \\['\\(.*\\)'\\].*/\\1/p" "$hook")
equal '--
--' "$usual" 'no name of a file is an option to the hooks'
cp maps/bad.argmap.json ./-force.argmap.json
# shellcheck disable=SC2086 # words of a command
check_status 1 'also with options of the collection' "$ARGMAP_SOURCE"/$entry $arguments -force.argmap.json maps/warned.argmap.json
contains "$out" 'maps/warned.argmap.json:' 'and the maps after it are checked'
equal "$(sed -n 's/^- id: //p' "$hook" | sort)" "$(sed -n 's/^ *- id: \([^ ]*\).*/\1/p' "$examples/pre-commit-config.yaml" | sort)" 'the example names the hooks'
# shellcheck disable=SC2086 # words of a command
check_status 0 'the hook passes good maps' "$ARGMAP_SOURCE"/$entry $arguments maps/good.argmap.json
# shellcheck disable=SC2086
check_status 1 'the hook stops warnings, as the example asks' "$ARGMAP_SOURCE"/$entry $arguments maps/good.argmap.json maps/warned.argmap.json
# shellcheck disable=SC2086
check_status 0 'and without that not' "$ARGMAP_SOURCE"/$entry maps/warned.argmap.json
# shellcheck disable=SC2086
check_status 1 'the hook stops errors' "$ARGMAP_SOURCE"/$entry maps/bad.argmap.json
cp maps/good.argmap.json loose.argmap.json
# shellcheck disable=SC2046 # words of a command
check_status 0 'the other hook lays maps out' "$ARGMAP_SOURCE"/$(hook_says argmap-format entry) loose.argmap.json
check_status 0 'and they are' argmap format --check loose.argmap.json

# With pre-commit itself, where it is installed: the hook out of a repository with this file.
if pre-commit --version >found 2>&1 && git --version >found 2>&1; then
  git_quietly ()
  {
    git -c user.name=test -c user.email=test@example.org -c init.defaultBranch=main -c commit.gpgsign=false "$@" >git.log 2>&1 || comment <git.log
  }
  PRE_COMMIT_HOME=$scratch/pre-commit
  export PRE_COMMIT_HOME
  mkdir -p hooks/examples collection
  cp "$hook" "$ARGMAP_SOURCE/meson.build" hooks
  cp "$examples/pre-commit.sh" "$examples/get.sh" hooks/examples
  (cd hooks && git_quietly init . && git_quietly add . && git_quietly commit -m hooks && git_quietly tag v0.1.0)
  cp -R maps collection
  argmap format collection/maps/good.argmap.json >found
  sed "s|https://github.com/OWNER/argmap|$scratch/hooks|" "$examples/pre-commit-config.yaml" >collection/.pre-commit-config.yaml
  cd collection || exit 1
  git_quietly init .
  git_quietly add maps/good.argmap.json .pre-commit-config.yaml
  check_status 0 'pre-commit passes a good map' pre-commit run
  contains "$out" 'Passed' 'and has looked at it'
  git_quietly add maps/bad.argmap.json
  check_status 1 'pre-commit stops a bad one' pre-commit run
  contains "$out" 'maps/bad.argmap.json:' 'and shows why'
  git_quietly rm --cached -f maps/bad.argmap.json
  sed 's/"Close it."/"Do close it."/' ../maps/good.argmap.json >maps/good.argmap.json
  git_quietly add maps/good.argmap.json
  check_status 1 'pre-commit stops what is not laid out' pre-commit run
  git_quietly add maps/good.argmap.json
  check_status 0 'and it has been laid out' pre-commit run
  cd "$scratch" || exit 1
else
  for what in 'pre-commit passes a good map' 'and has looked at it' 'pre-commit stops a bad one' 'and shows why' \
    'pre-commit stops what is not laid out' 'and it has been laid out'; do
    skip "$what" 'no pre-commit here'
  done
fi

# --- the action and the jobs ---

# step FILE NAME: the script of the step of that name
step ()
{
  awk -v name="$2" '
    /^ *- name: / { found = ($0 ~ ("- name: " name "$")); inside = 0 }
    found && /^ *run: [^|]/ { sub (/^ *run: /, ""); print; exit }
    found && /^ *run: \|$/ { inside = 1; next }
    inside && !/^        / { exit }
    inside { print }
  ' "$1"
}

step "$examples/github-action/action.yml" Check >check.sh
contains check.sh 'argmap check --format github' 'the step of the action was found'
FAIL_ON=error PATHS='maps/good.argmap.json maps/warned.argmap.json' check_status 0 'the action passes what has no errors' sh -eu check.sh
contains "$out" '::warning file=maps/warned.argmap.json,line=2,' 'and says what else there is'
FAIL_ON=warning PATHS=maps/warned.argmap.json check_status 1 'the action fails at the level that was asked for' sh -eu check.sh
FAIL_ON=error PATHS='maps $(touch owned) *' check_status 2 'paths are no commands and no patterns' sh -eu check.sh
if [ -e owned ]; then not_ok 'nothing in them was run'; else ok 'nothing in them was run'; fi
contains "$err" 'cannot read *' 'a star is the name of a file'
cp maps/good.argmap.json 'maps/two words.argmap.json'
cp maps/bad.argmap.json ./-dash.argmap.json
FAIL_ON=error PATHS='-dash.argmap.json
maps/none.argmap.json
maps/two words.argmap.json
' check_status 2 'paths on lines of their own may hold spaces' sh -eu check.sh
contains "$out" '::error file=-dash.argmap.json,line=3,' 'one may begin with a dash'
equal 1 "$(grep -c 'cannot read' "$err")" 'and only the missing one cannot be read'
rm 'maps/two words.argmap.json'

step "$examples/github-code-scanning.yml" Check >scan.sh
check_status 1 'the workflow writes its report although it fails' sh -eu scan.sh
contains argmap.sarif '"version":"2.1.0"' 'the report of the workflow is SARIF'
contains "$examples/github-code-scanning.yml" 'sarif_file: argmap.sarif' 'and is what is uploaded'
mkdir elsewhere
cp argmap.sarif elsewhere
check_status 2 'the workflow fails where the maps have gone' sh -c 'cd elsewhere && mkdir maps && sh -eu ../scan.sh'
if [ -e elsewhere/argmap.sarif ]; then not_ok 'and has no report that would close their alerts'; else ok 'and has no report that would close their alerts'; fi

cp -R maps elsewhere
ln -s ../../maps/good.argmap.json elsewhere/maps/out.argmap.json
check_status 2 'the workflow fails where one of several maps cannot be read' sh -c 'cd elsewhere && sh -eu ../scan.sh'
contains "$err" 'out.argmap.json' 'and names it'
contains "$out" '::error file=maps/bad.argmap.json,' 'and shows the findings of the others'
if [ -e elsewhere/argmap.sarif ]; then not_ok 'and has no report of a part'; else ok 'and has no report of a part'; fi

sed -n '/^  script:/,/^  artifacts:/s/^ *- \(argmap .*\)/\1/p' "$examples/gitlab-ci.yml" >job.sh
check_status 1 'the job of GitLab writes its report although it fails' sh -eu job.sh
contains gl-code-quality-report.json '"check_name":"invalid-value"' 'the report of the job is there'
contains "$examples/gitlab-ci.yml" 'codequality: gl-code-quality-report.json' 'and is what is kept'

version=$(sed -n "s/^ *version: '\(.*\)',/\1/p" "$ARGMAP_SOURCE/meson.build" | sed 1q)
for name in pre-commit-config.yaml github-action/action.yml github-code-scanning.yml gitlab-ci.yml github-diff.yml; do
  contains "$examples/$name" "v$version" "$name names this version"
done
contains "$ARGMAP_SOURCE/README.md" "argmap-$version-x86_64-linux/bin/argmap new " 'README.md names this version'
equal '' "$(grep -o 'argmap-[0-9][0-9.]*' "$ARGMAP_SOURCE/README.md" | grep -vx "argmap-$version")" 'and no other'

# --- the Makefile ---

if [ "$ARGMAP_DRAW" = 0 ]; then
  skip 'the Makefile' 'built without drawing'
elif ! make --version 2>refused | grep -q GNU; then
  skip 'the Makefile' 'no GNU make here'
else
  mkdir drawn drawn/maps
  cp "$examples/Makefile" drawn
  cp maps/good.argmap.json drawn/maps/a.argmap.json
  cp maps/warned.argmap.json drawn/maps/b.argmap.json
  cd drawn || exit 1
  check_status 0 'make draws all maps' make
  equal 'a.svg b.svg ' "$(cd maps && echo *.svg | tr '\n' ' ')" 'there are pictures'
  check_status 0 'then nothing is left to be done' make -q
  touch -t 203001010000 maps/b.argmap.json
  check_status 0 'make after a map has changed' make
  equal 1 "$(grep -c 'argmap render' "$out")" 'one picture is drawn again'
  contains "$out" "render --output 'maps/b.svg' 'maps/b.argmap.json'" 'that of the map'
  cp maps/a.svg ../before.svg
  cp ../maps/bad.argmap.json maps/a.argmap.json
  touch -t 203101010000 maps/a.argmap.json
  cp ../maps/good.argmap.json "maps/it's \"so\".argmap.json"
  for name in "it's" '$(touch owned)' '"quoted"' 'a`touch owned`' 'größe' -dash zz 'co:lon' 'per%cent' 'back\slash' 'a;b' 'hash#' 'two
lines'; do
    cp ../maps/good.argmap.json "maps/$name.argmap.json"
  done
  check_status 2 'make ends with status 2 where a map has errors' make
  contains "$err" 'maps with spaces or signs of make in their names are left out' 'and says which maps it leaves out'
  same ../before.svg maps/a.svg 'and leaves the old picture'
  for name in "it's" '"quoted"' 'größe' -dash zz; do
    check_status 0 "and draws $name all the same" test -s "maps/$name.svg"
  done
  equal '' "$(find . -name owned)" 'no name is a command'
  check_status 0 'make after the error has gone' sh -c 'cp ../maps/good.argmap.json maps/a.argmap.json && make'
  cp ../maps/bad.argmap.json maps/a.argmap.json
  check_status 2 'make check finds the errors' make check
  contains "$out" '[invalid-value]' 'and shows them'
  check_status 0 'make clean' make clean
  equal '*.svg' "$(cd maps && echo *.svg)" 'make clean removes the pictures'
  cd "$scratch" || exit 1
fi

finish
