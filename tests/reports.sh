#!/bin/sh
# The report formats: golden files in tests/golden/reports/ (AM_UPDATE=1 writes them anew: read the difference), and what the
# readers of each format rely on, checked by other programs than argmap.

. "$ARGMAP_SOURCE/tests/tap.sh"

# Nothing is drawn here: the fast unwinder of the sanitizers will do (see tests/bad.sh).
ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}fast_unwind_on_malloc=1
export ASAN_OPTIONS

golden=$ARGMAP_SOURCE/tests/golden/reports
formats='text gcc json jsonl github sarif gitlab junit'

# Machine formats give paths from the repository's root: the maps are looked at in a repository that looks the same everywhere.
mkdir "$scratch/repo" "$scratch/repo/.git"
cp -R "$golden/maps" "$scratch/repo/maps"
cd "$scratch/repo" || exit 1

# report FORMAT ARGUMENT...
report ()
{
  format=$1
  shift
  run "$ARGMAP" check --config=none --color=never --level=info --format="$format" "$@"
}

# jq_true FILE DESCRIPTION PROGRAM [OPTION...]: the program prints nothing but true
jq_true ()
{
  file=$1
  description=$2
  program=$3
  shift 3
  if ! $has_jq; then
    skip "$description" 'no jq here'
    return
  fi
  answer=$(jq "$@" "$program" "$file" 2>&1)
  if [ "$answer" = true ]; then ok "$description"; else not_ok "$description" "$answer"; fi
}

# xml_true FILE DESCRIPTION XPATH
xml_true ()
{
  if ! $has_xmllint; then
    skip "$2" 'no xmllint here'
    return
  fi
  answer=$(xmllint --xpath "boolean($3)" "$1" 2>&1)
  if [ "$answer" = true ]; then ok "$2"; else not_ok "$2" "$answer: $3"; fi
}

has_jq=true
has_xmllint=true
command -v jq >"$scratch/which" 2>&1 || has_jq=false
command -v xmllint >"$scratch/which" 2>&1 || has_xmllint=false

# --- golden files ---

# The first line of SARIF holds the rules with all of docs/rules.md: it is looked at below, and not kept here.
body ()
{
  if [ "$1" = sarif ]; then sed 1d "$2"; else cat "$2"; fi
}

for format in $formats; do
  report "$format" maps
  equal 1 "$status" "$format: the exit status is that of the findings"
  is_empty "$err" "$format: nothing on standard error"
  cp "$out" "$scratch/report.$format"
  body "$format" "$out" >"$scratch/body"
  [ "${AM_UPDATE:-0}" != 1 ] || cp "$scratch/body" "$golden/report.$format"
  same "$golden/report.$format" "$scratch/body" "$format: as it was"
done

# --- one document, on standard output or in a file ---

# one_document FORMAT FILE DESCRIPTION: FILE is one document of that format, to its last byte
one_document ()
{
  case $1 in
    json | sarif | gitlab) jq_true "$2" "$3" 'length == 1' -s ;;
    jsonl)
      jq_true "$2" "$3" 'length > 0 and all(type == "object")' -s
      equal "$(grep -c . "$2")" "$(wc -l <"$2" | tr -d ' ')" "$3, one object a line" ;;
    junit) xml_true "$2" "$3" '/testsuites' ;;
    github)
      grep -Ev '^::(error|warning|notice) file=' "$2" >"$scratch/others"
      is_empty "$scratch/others" "$3" ;;
    gcc)
      grep -Ev '^[^:]+:[0-9]+:[0-9]+: (error|warning|note): .' "$2" >"$scratch/others"
      is_empty "$scratch/others" "$3" ;;
    text) equal "1 $(tail -n 1 "$2")" "$(grep -c '^[0-9]' "$2") $(grep -E '^[0-9,]+ (errors?|warnings?|files? checked)' "$2")" "$3, with a line that counts" ;;
  esac
}

for format in $formats; do
  one_document "$format" "$scratch/report.$format" "$format: one document"

  report "$format" maps/syntax.argmap.json nothing.argmap.json maps/clean.argmap.json
  equal '2 argmap: cannot read nothing.argmap.json: No such file or directory' "$status $(cat "$err")" "$format: a missing file is said on standard error"
  one_document "$format" "$out" "$format: one document, though a file is missing"
  cp "$out" "$scratch/missing.$format"

  report "$format" maps/clean.argmap.json
  equal "0 " "$status $(cat "$err")" "$format: a clean map"
  cp "$out" "$scratch/clean.$format"

  seq 5000 >"$scratch/written"
  report "$format" --output="$scratch/written" maps
  equal '1 ' "$status $(cat "$out" "$err")" "$format: --output prints nothing"
  same "$scratch/report.$format" "$scratch/written" "$format: --output writes the whole report, and only that"

  report "$format" --output=- maps
  same "$scratch/report.$format" "$out" "$format: --output=- is standard output"

  report "$format" --output="$scratch/no/such/folder" maps
  equal '2 ' "$status $(cat "$out")" "$format: --output that cannot be written"
  if [ -c /dev/full ]; then
    report "$format" --output=/dev/full maps
    equal '2 ' "$status $(cat "$out")" "$format: --output on a full disk"
    status=0
    "$ARGMAP" check --config=none --format="$format" maps >/dev/full 2>"$err" || status=$?
    equal 2 "$status" "$format: standard output on a full disk"
  else
    skip "$format: --output on a full disk" 'no /dev/full here'
    skip "$format: standard output on a full disk" 'no /dev/full here'
  fi
done
# A line is there before the next file can even be read.
mkdir "$scratch/slow"
mkfifo "$scratch/slow/second"
"$ARGMAP" check --config=none --format=jsonl --jobs=1 maps/clean.argmap.json "$scratch/slow/second" >"$scratch/slow/lines" &
waited=0
while [ ! -s "$scratch/slow/lines" ] && [ "$waited" -lt 100 ]; do
  sleep 0.1
  waited=$((waited + 1))
done
equal 1 "$(wc -l <"$scratch/slow/lines" | tr -d ' ')" 'jsonl: a line as soon as its file is checked'
cat maps/clean.argmap.json >"$scratch/slow/second"
wait
equal 2 "$(wc -l <"$scratch/slow/lines" | tr -d ' ')" 'jsonl: and another for the next'

# What yields no map is no good sign: of each format, on standard output and in a file.
mkdir "$scratch/empty"
for format in $formats; do
  for input in "$scratch/empty" --files-from="$scratch/no-list"; do
    report "$format" "$input"
    equal 2 "$status" "$format: nothing to check: the exit status says it"
    [ "$format" = text ] || one_document "$format" "$out" "$format: nothing to check: one document"
  done
  case $format in
    json) jq_true "$out" 'json: a list that cannot be read has trouble' '.files | length == 1 and (.[0].path | endswith("no-list")) and (.[0].trouble | test("No such file"))' ;;
    jsonl) jq_true "$out" 'jsonl: a list that cannot be read has trouble' '(.path | endswith("no-list")) and (.trouble | test("No such file"))' ;;
    github) equal 1 "$(grep -c '^::error .*No such file' "$out")" 'github: a list that cannot be read is an error' ;;
    sarif) jq_true "$out" 'sarif: a list that cannot be read is a failure of the run' '.runs[0].invocations[0] | .executionSuccessful == false and (.toolExecutionNotifications | length == 1)' ;;
    junit) xml_true "$out" 'junit: a list that cannot be read is an error' '/testsuites[@tests = 1][@errors = 1]//error[contains(@message, "No such file")]' ;;
    text | gcc | gitlab) ;; # they have no place for it
  esac
done
report json "$scratch/empty" maps/clean.argmap.json
jq_true "$out" 'json: a folder without maps has trouble, and other files are there' '
  .files | length == 2 and (.[0].trouble | startswith("there is no map")) and .[1].path == "maps/clean.argmap.json"'
report sarif "$scratch/empty"
jq_true "$out" 'sarif: a folder without maps is a failure of the run' '.runs[0].invocations[0] | .executionSuccessful == false and (.toolExecutionNotifications[0].message.text | startswith("there is no map"))'
report github maps nothing.argmap.json "$scratch/empty"
equal '::error there is no map ::error cannot read' "$(sed -n 's/^\(::error\) file=[^,]*,title=argmap::\(there is no map\|cannot read\).*/\1 \2/p;2q' "$out" | tr '\n' ' ' | sed 's/ $//')" 'github: what could not be read comes before all findings'
report json - <&-
jq_true "$out" 'json: standard input that cannot be read is called so' '.files[0].path == "<standard input>"'

one_document jsonl "$scratch/clean.jsonl" 'jsonl: one document for a clean map'
one_document junit "$scratch/clean.junit" 'junit: one document for a clean map'
jq_true "$scratch/clean.sarif" 'sarif: results is an empty list when nothing is found' '.runs | length == 1 and .[0].results == []'
jq_true "$scratch/clean.gitlab" 'gitlab: an empty list when nothing is found' '. == []'
jq_true "$scratch/clean.json" 'json: a clean file is listed' '.files == [{ path: "maps/clean.argmap.json", errors: 0, warnings: 0, infos: 0, accepted: 0, findings: [] }]'
is_empty "$scratch/clean.github" 'github: nothing when nothing is found'
is_empty "$scratch/clean.gcc" 'gcc: nothing when nothing is found'
equal '1 file checked: no problems found' "$(cat "$scratch/clean.text")" 'text: a line all the same'

report sarif --formta=sarif --output="$scratch/written" maps
equal 2 "$status" 'a mistake in the command line'
same "$scratch/report.junit" "$scratch/written" 'leaves the file of --output alone'
equal "$scratch/.argmap-*" "$(echo "$scratch"/.argmap-*)" 'no temporary file is left'

# --- json and jsonl ---

json=$scratch/report.json
jq_true "$json" 'json: the version is 1' '.version == 1'
jq_true "$json" 'json: every file is there, in order' '[.files[].path] == ["accepted", "clean", "findings", "sub/infos", "sub/warnings", "syntax" | "maps/\(.).argmap.json"]'
jq_true "$json" 'json: the counts of a file are those of its findings' '
  all(.files[]; . as $f | [["error", "errors"], ["warning", "warnings"], ["info", "infos"]]
    | all(.[0] as $level | $f[.[1]] == ([$f.findings[] | select(.level == $level)] | length)))'
jq_true "$json" 'json: the summary is the sum of the files' '
  . as $all | .summary.files == (.files | length) and all("errors", "warnings", "infos", "accepted"; . as $k | $all.summary[$k] == ([$all.files[][$k]] | add))'
jq_true "$json" 'json: accepted findings are counted and not listed' '.summary.accepted == 2 and ([.files[].findings[] | select(.id == "park" and .rule == "isolated-claim")] | length) == 1'
jq_true "$json" 'json: every finding has what the documents promise' '
  def place: (.line | type) == "number" and .line >= 1 and (.column | type) == "number" and .column >= 1;
  all(.files[].findings[];
    (.rule | test("^[a-z-]+$")) and (.level | test("^(error|warning|info)$")) and (.message | type) == "string"
    and (.start | place) and (.end | place) and (.notes | type) == "array"
    and all(.notes[], (.help // empty); (.message | type) == "string" and (.start == null or (.start | place) and (.end | place)))
    and (keys - ["rule", "level", "message", "id", "start", "end", "notes", "help"]) == [])'
jq_true "$scratch/missing.json" 'json: a missing file is a file with trouble, in its place' '
  [.files[] | has("trouble")] == [false, true, false] and .files[1].path == "nothing.argmap.json"
  and .files[1].trouble == "cannot read nothing.argmap.json: No such file or directory" and .summary.files == 2'
jq_true "$scratch/report.jsonl" 'jsonl: the files of json, each with the version' 'map(del(.version)) == $json[0].files and all(.[]; .version == 1)' -s --slurpfile json "$json"
jq_true "$scratch/missing.jsonl" 'jsonl: a missing file is a file with trouble' '[.[] | has("trouble")] == [false, true, false] and all(.[]; .version == 1)' -s

# --- gcc ---

if $has_jq; then
  jq -r '
    .files[] | .path as $path | .findings[] | . as $finding
    | def line(level): (.start // $finding.start) as $at | "\($path):\($at.line):\($at.column): \(level): \(.message)";
      (line(if .level == "info" then "note" else .level end) + " [\(.rule)]"), (.notes[], (.help // empty) | line("note"))
  ' "$json" >"$scratch/expected"
  same "$scratch/expected" "$scratch/report.gcc" 'gcc: what json says, in its order; notes are lines of their own'
else
  skip 'gcc: what json says, in its order; notes are lines of their own' 'no jq here'
fi

# --- github ---

# Takes the commands apart as the runner does.
decode='
  def plain: gsub("%0D"; "\r") | gsub("%0A"; "\n") | gsub("%3A"; ":") | gsub("%2C"; ",") | gsub("%25"; "%");
  def command: capture("^::(?<command>[a-z]+) (?<properties>(?:[^:]|:(?!:))*)::(?<data>.*)$")
    | (.properties | split(",") | map(capture("^(?<key>[A-Za-z]+)=(?<value>.*)$") | .value |= plain) | from_entries) + { command, message: (.data | plain) };'
expected='
  def text: ([.message] + [.notes[] | "note: " + .message + (if .start then " (line \(.start.line))" else "" end)] + [.help // empty | "help: " + .message]) | join("\n");
  [["error", "error"], ["warning", "warning"], ["info", "notice"]] as $levels
  | [$levels[] as $level | $json[0].files[] | .path as $path | .findings[] | select(.level == $level[0])
     | { command: $level[1], file: $path, line: "\(.start.line)", endLine: "\(.end.line)", title: .rule, message: text }
       + (if .start.line == .end.line then { col: "\(.start.column)", endColumn: "\(.end.column)" } else {} end)]'
jq_true "$scratch/report.github" 'github: what json says, errors first' "$decode $expected == [inputs | command]" -nR --slurpfile json "$json"
equal "$(grep -c '^::' "$scratch/report.github")" "$(wc -l <"$scratch/report.github" | tr -d ' ')" 'github: a line for each finding'
contains "$scratch/missing.github" '::error file=nothing.argmap.json,title=argmap::cannot read nothing.argmap.json: No such file or directory' 'github: a missing file is an error too'

# --- sarif ---

sarif=$scratch/report.sarif
sed -n 's/^[A-Z]*_RULE ([A-Z_]*, "\([^"]*\)", \([A-Z]*\), .*"\([^"]*\)")$/\1	\2	\3/p' "$ARGMAP_SOURCE/src/base/rules.def" >"$scratch/rules"
equal "$(grep -c '^[A-Z]*_RULE (' "$ARGMAP_SOURCE/src/base/rules.def")" "$(grep -c . "$scratch/rules")" 'every rule of rules.def is understood here'

jq_true "$sarif" 'sarif: version and schema' '.version == "2.1.0" and .["$schema"] == "https://json.schemastore.org/sarif-2.1.0.json" and (.runs | length) == 1'
jq_true "$sarif" 'sarif: the tool' '.runs[0].tool.driver | .name == "argmap" and (.version | test("^[0-9]+[.][0-9]+[.][0-9]+$")) and .semanticVersion == .version'
jq_true "$sarif" 'sarif: columns are code points' '.runs[0].columnKind == "unicodeCodePoints"'
jq_true "$sarif" 'sarif: the rules of rules.def, with their titles and levels' '
  [.runs[0].tool.driver.rules[] | [.id, .shortDescription.text, .defaultConfiguration.level]]
  == ($rules | rtrimstr("\n") | split("\n") | map(split("\t") | [.[0], .[2], (.[1] | ascii_downcase | sub("info"; "note"))]))' --rawfile rules "$scratch/rules"
jq_true "$sarif" 'sarif: every rule is described, in text and in Markdown' '
  all(.runs[0].tool.driver.rules[]; (.fullDescription.text | length) > 20 and (.fullDescription.text | test("[`\n]") | not)
    and (.help.text | test("Bad") and test("Mend") and (test("```") | not)) and (.help.markdown | test("Mend")))'
jq_true "$sarif" 'sarif: every result has what OASIS and GitHub ask for' '
  all(.runs[0].results[]; (.ruleId | type) == "string" and (.message.text | length) > 0 and (.level | test("^(error|warning|note)$"))
    and (.locations | length) == 1 and (.locations[0].physicalLocation.artifactLocation.uri | length) > 0
    and (.locations[0].physicalLocation.region | .startLine >= 1 and .startColumn >= 1 and .endLine >= .startLine and .endColumn >= 1)
    and (.partialFingerprints | keys == ["argmapFinding/v1", "primaryLocationLineHash"] and .primaryLocationLineHash == .["argmapFinding/v1"] + ":1") and all(.relatedLocations // [] | .[]; (.id | type) == "number" and (.message.text | length) > 0))'
jq_true "$sarif" 'sarif: what json says, in its order' '
  [.runs[0].results[] | .locations[0].physicalLocation as $at
    | [.ruleId, .level, .message.text, $at.artifactLocation.uri, $at.region, [.relatedLocations // [] | .[] | [.message.text, .physicalLocation.region]]]]
  == [$json[0].files[] | .path as $path | .findings[]
    | def region: { startLine: .start.line, startColumn: .start.column, endLine: .end.line, endColumn: .end.column };
      [.rule, (.level | sub("info"; "note")), ([.message, (.help // empty | .message)] | join("\n")), $path, region, [.notes[] | [.message, region]]]]' --slurpfile json "$json"
jq_true "$sarif" 'sarif: regions hold what is meant, in a text of wide characters' '
  ($map | split("\n")) as $lines
  | [.runs[0].results[] | .locations[0].physicalLocation | select(.artifactLocation.uri == "maps/findings.argmap.json") | .region
      | select(.startLine == .endLine) | $lines[.startLine - 1][.startColumn - 1:.endColumn - 1]]
  | .[0:4] == ["\"council\"", "\"opinion\"", "\"council\"", "\"klose\""] and length == 11 and all(.[]; test("^\".*\"$"))' --rawfile map maps/findings.argmap.json
jq_true "$scratch/missing.sarif" 'sarif: a missing file is a notification, and the run was no success' '
  .runs[0].invocations | length == 1 and .[0].executionSuccessful == false
  and ([.[0].toolExecutionNotifications[] | [.level, .message.text]] == [["error", "cannot read nothing.argmap.json: No such file or directory"]])'
jq_true "$sarif" 'sarif: findings are no failure of the run' '.runs[0].invocations[0] | .executionSuccessful and .toolExecutionNotifications == []'

# --- gitlab ---

gitlab=$scratch/report.gitlab
jq_true "$gitlab" 'gitlab: the members that GitLab wants' '
  all(.[]; (.description | length) > 0 and (.check_name | length) > 0 and (.fingerprint | test("^[0-9a-f]{40,}$"))
    and (.severity | test("^(info|minor|major|critical|blocker)$")) and (.location.path | test("^[./]") | not) and .location.lines.begin >= 1)'
jq_true "$gitlab" 'gitlab: what json says, in its order' '
  [.[] | [.check_name, .severity, .location.path, .location.lines.begin, .location.lines.end]]
  == [$json[0].files[] | .path as $path | .findings[] | [.rule, { error: "major", warning: "minor", info: "info" }[.level], $path, .start.line, .end.line]]' --slurpfile json "$json"
jq_true "$gitlab" 'gitlab: fingerprints are unique' '[.[].fingerprint] | length == (unique | length)'
one_document gitlab "$scratch/missing.gitlab" 'gitlab: still a list when a file is missing'

# --- fingerprints stay when a map grows above the finding ---

cp maps/findings.argmap.json "$scratch/original"
sed '1a\
\
\
  "x-note": "a line more",' "$scratch/original" >maps/findings.argmap.json
report gitlab maps
cp "$out" "$scratch/moved.gitlab"
report sarif maps
cp "$out" "$scratch/moved.sarif"
jq_true "$scratch/moved.gitlab" 'gitlab: fingerprints stay when lines are inserted above' '[.[].fingerprint] == [$old[0][].fingerprint] and [.[].location.lines.begin] != [$old[0][].location.lines.begin]' --slurpfile old "$gitlab"
jq_true "$scratch/moved.sarif" 'sarif: fingerprints stay when lines are inserted above' '[.runs[0].results[].partialFingerprints] == [$old[0].runs[0].results[].partialFingerprints]' --slurpfile old "$sarif"
sed 's/"id": "klose"/"id": "clothes"/; s/, "klose"/, "clothes"/' "$scratch/original" >maps/findings.argmap.json
report gitlab maps
jq_true "$out" 'gitlab: another finding has another fingerprint' '([.[].fingerprint] - [$old[0][].fingerprint] | length) == 1' --slurpfile old "$gitlab"
cp "$scratch/original" maps/findings.argmap.json
entry='{ "rule": "isolated-claim", "at": "x", "reason": "R." }'
echo "{ \"argmap\": 1, \"title\": \"T\", \"claims\": [], \"ignore\": [$entry, $entry, $entry, $entry] }" >maps/same.argmap.json
report gitlab maps/same.argmap.json
jq_true "$out" 'gitlab: fingerprints of findings that say the same are unique' 'length == 4 and ([.[].fingerprint] | length == (unique | length))'
report sarif maps/same.argmap.json
jq_true "$out" 'sarif: GitHub can tell findings that say the same' '[.runs[0].results[].partialFingerprints.primaryLocationLineHash] | length == 4 and length == (unique | length)'
rm maps/same.argmap.json

# --- junit ---

# junit_counts DESCRIPTION TESTS FAILURES ERRORS: $out has so many, by its attributes and by its elements
junit_counts ()
{
  xml_true "$out" "junit: $1" "
    count(//testcase) = $2 and count(//testcase[failure]) = $3 and count(//testcase[error]) = $4
    and /testsuites/@tests = $2 and /testsuites/@failures = $3 and /testsuites/@errors = $4
    and /testsuites/testsuite/@tests = $2 and /testsuites/testsuite/@failures = $3 and /testsuites/testsuite/@errors = $4"
}

report junit maps
junit_counts 'counts of all maps' 6 2 0
xml_true "$out" 'junit: a clean map is a test case that passes' '//testcase[@name = "maps/clean.argmap.json"][not(*)]'
xml_true "$out" 'junit: infos alone do not fail' '//testcase[@name = "maps/sub/infos.argmap.json"][not(failure)]'
xml_true "$out" 'junit: the first error is the message, the report the text' '
  //testcase[@name = "maps/syntax.argmap.json"]/failure[contains(@message, "the file ends before")][contains(., "[json-syntax]") and contains(., "^")]'
report junit --strict maps
junit_counts 'counts with --strict' 6 3 0
report junit --fail-on=info maps
junit_counts 'counts with --fail-on=info' 6 5 0
cp "$scratch/missing.junit" "$out"
junit_counts 'counts when a file is missing' 3 1 1
xml_true "$out" 'junit: the missing file has a test case' '//testcase[@name = "nothing.argmap.json"]/error[contains(@message, "No such file")]'

awk 'BEGIN {
  print "{ \"argmap\": 1, \"title\": \"T\", \"claims\": ["
  for (i = 1; i <= 15000; i++)
    printf "{ \"id\": \"c%d\", \"text\": \"Is it %d?\" }%s\n", i, i, i < 15000 ? "," : ""
  print "] }"
}' >"$scratch/many.argmap.json"
report junit "$scratch/many.argmap.json"
one_document junit "$out" 'junit: thousands of findings: a parser reads it'
left_out=$(sed -n 's/,//;s/^\([0-9]*\) more findings not shown here$/\1/p' "$out")
equal 45000 "$(($(grep -c ': [a-z]*: .*\[[a-z-]*\]$' "$out") + ${left_out:-0}))" 'junit: thousands of findings: how many are left out is said'

# --- paths ---

# paths DESCRIPTION EXPECTED ARGUMENT...: what json, sarif and gitlab call the files
paths ()
{
  description=$1
  expected=$2
  shift 2
  report json "$@" <maps.stdin
  if $has_jq; then equal "$expected" "$(jq -r '.files[].path' "$out" | tr '\n' ' ')" "$description"; else skip "$description" 'no jq here'; fi
}

cp maps/clean.argmap.json maps.stdin
paths 'paths count from the root of the repository' 'maps/clean.argmap.json ' maps/clean.argmap.json
paths 'also those that are given in another way' 'maps/clean.argmap.json ' ./maps/../maps/clean.argmap.json
paths 'or from the root of everything' 'maps/clean.argmap.json ' "$PWD/maps/clean.argmap.json"
cp maps.stdin maps/maps.stdin
ln -s ../../outside.argmap.json maps/link.argmap.json
cp maps.stdin ../outside.argmap.json
cd maps || exit 1
paths 'in a folder below as well' 'maps/clean.argmap.json ' clean.argmap.json
paths 'a file that is missing is called from the root too' 'maps/nothing.argmap.json ' nothing.argmap.json
paths 'a symbolic link is called by its own name' 'maps/link.argmap.json ' link.argmap.json
paths 'a name of standard input is a path like others' 'maps/new.argmap.json ' --stdin-name=new.argmap.json -
cd ..
rm maps/maps.stdin maps/link.argmap.json
rmdir .git
echo 'gitdir: elsewhere' >.git
cd maps/sub || exit 1
cp ../../maps.stdin .
paths 'the .git of a worktree is a file' 'maps/clean.argmap.json ' ../clean.argmap.json
rm ../../.git maps.stdin
cd ../.. || exit 1
paths 'without a repository paths count from the current folder' 'maps/clean.argmap.json ' "$PWD/maps/clean.argmap.json"
paths 'standard input' '<standard input> ' -
mkdir .git

# uri DESCRIPTION ARGUMENT...: the artifacts of sarif are all as $scratch/expected
uri ()
{
  description=$1
  shift
  report sarif "$@" <maps/sub/infos.argmap.json
  jq_true "$out" "$description" '[.runs[0].results[].locations[0].physicalLocation.artifactLocation] | unique == [$expected[0]]' --slurpfile expected "$scratch/expected"
}

mkdir "$scratch/else where"
cp maps/sub/infos.argmap.json "$scratch/else where/100%.argmap.json"
jq -n '{ uri: "stdin", description: { text: "standard input" } }' >"$scratch/expected" 2>"$scratch/refused"
uri 'sarif: standard input has an artifact that is no path' -
jq -n '{ uri: "maps/new.argmap.json" }' >"$scratch/expected" 2>"$scratch/refused"
uri 'sarif: unless it has a name' --stdin-name=maps/new.argmap.json -
jq -n --arg folder "$(cd "$scratch" && pwd -P)" '{ uri: "file://\($folder)/else%20where/100%25.argmap.json" }' >"$scratch/expected" 2>"$scratch/refused"
uri 'sarif: a map outside of the repository has a URI of its own' "$scratch/else where"
uri 'sarif: also by a path that climbs' "../else where/100%.argmap.json"
report json "$scratch/else where"
jq_true "$out" 'json: and is called as it was given' '.files[0].path | endswith("else where/100%.argmap.json")'

# --- the examples of docs/reports.md; those that are printed as they are, tests/docs.sh looks at ---

# block LANGUAGE HEADING: the first block of that language below that heading
block ()
{
  awk -v language="$1" -v heading="$2" '
    /^## / { below = $0 == heading }
    below && $0 == "```" language { inside = 1; next }
    inside && /^```$/ { exit }
    inside { print }
  ' "$ARGMAP_SOURCE/docs/reports.md"
}

mkdir "$scratch/example" "$scratch/example/.git"
cd "$scratch/example" || exit 1
block jsonc '## What all of them have in common' >charge.argmap.json
for format in json sarif gitlab; do
  block json "## \`$format\`" >documented
  report "$format" charge.argmap.json
  jq_true "$out" "$format: the example of reports.md is what is printed" 'if type == "object" and has("runs") then del(.runs[0].tool.driver.rules) else . end == $documented[0]' --slurpfile documented documented
done
cd "$scratch/repo" || exit 1

# --- hostile names and texts ---

esc=$(printf '\033')
bell=$(printf '\007')
mkdir names
hostile='{ "argmap": 1, "title": "T", "claims": [
  { "id": "a\"b<c>&amp;]]>%0A::error file=x,line=1::y, \u001b[31m\n\r\t\u0007\u009b\u202e\ufffe\uffff\ud83d\ude00", "text": "<!-- & -->" },
  { "id": "b", "text": "::warning::%41", "supports": ["\u001b]0;owned\u0007\n::error::owned", "x\u0001\u0008\u000b\u001f\u007f\u0085\u2028"] }
] }'

# name NAME: a file of that name with the hostile map; the names are kept, one a line, as JSON
name ()
{
  if printf '%s\n' "$hostile" >"names/$1" 2>"$scratch/refused"; then
    names=$((names + 1))
    ! $has_jq || printf '%s' "names/$1" | jq -Rs . >>"$scratch/names"
  fi
}

names=0
name 'a "quoted" <name> & more.json'
name 'comma, colon: two:: semicolon; percent%0A%25%41 100%.json'
name 'hash#query?back\slash.json'
name "größe 旧市街 🚗 é.json"
name 'line
break.json'
name "carriage$(printf '\r')return.json"
name "escape${esc}[31m$bell.json"
name '-dash.json'
name '::error file=x::y.json'
[ "$names" -ge 5 ] || not_ok 'at least some hostile names are possible' "$(cat "$scratch/refused")"
for format in $formats; do
  report "$format" --rule=link-in-text=warning names/*
  cp "$out" "$scratch/hostile.$format"
  equal '1 ' "$status $(cat "$err")" "$format: hostile names and texts"
  if [ "$format" = gcc ]; then
    equal '' "$(grep -Ev ': (error|warning|note): ' "$out")" 'gcc: a line for each finding, though names and texts have line breaks'
  elif [ "$format" != text ]; then
    one_document "$format" "$out" "$format: one document, though names and texts are hostile"
  fi
  case $format in
    text | gcc | github | junit) tr -d '\n\40-\176\200-\377' <"$out" >"$scratch/controls" ;; # a log is looked at in a terminal
    *) tr -d '\n\40-\377' <"$out" >"$scratch/controls" ;;
  esac
  is_empty "$scratch/controls" "$format: no control characters but the line feeds"
done
jq_true "$scratch/hostile.json" 'json: hostile names are given as they are' '([.files[].path] | sort) == ($names | sort)' --slurpfile names "$scratch/names"
jq_true "$scratch/hostile.json" 'json: hostile ids are given as they are' 'any(.files[0].findings[]; (.id // "") | startswith("a\"b<c>&amp;]]>%0A::error"))'
jq_true "$scratch/hostile.gitlab" 'gitlab: hostile names are given as they are' '([.[].location.path] | unique) == ($names | sort)' --slurpfile names "$scratch/names"
jq_true "$scratch/hostile.github" 'github: hostile names come through, and no other command' "$decode "'
  [inputs | command] | (map(.file) | unique) == ($names | map(gsub("[\u0001-\u0009\u000b\u000c\u000e-\u001f\u007f]"; "\ufffd")) | sort) and all(.[]; .command != "error" or (.title | test("^[a-z-]+$")))' -nR --slurpfile names "$scratch/names"
jq_true "$scratch/hostile.sarif" 'sarif: hostile names are percent-encoded' '
  ([.runs[0].results[].locations[0].physicalLocation.artifactLocation.uri] | unique) as $uris
  | all($uris[]; test("^[A-Za-z0-9._~/%-]+$")) and ($uris == ($names | map(split("/") | map(@uri) | join("/")) | sort))' --slurpfile names "$scratch/names"
xml_true "$scratch/hostile.junit" 'junit: hostile names, what XML cannot hold replaced' "count(//testcase) = $names and //testcase[@name = 'names/a \"quoted\" <name> & more.json']"
rm -r names

mkdir names
if printf '%s\n' "$hostile" 2>"$scratch/refused" >"names/bad$(printf '\377')byte.json"; then
  for format in $formats; do
    report "$format" names/*
    equal '1 ' "$status $(cat "$err")" "$format: a name that is not UTF-8"
    if iconv -f UTF-8 -t UTF-8 "$out" >"$scratch/converted" 2>&1; then
      ok "$format: the report is UTF-8 all the same"
    else
      not_ok "$format: the report is UTF-8 all the same" "$(cat "$scratch/converted")"
    fi
    [ "$format" != sarif ] || jq_true "$out" 'sarif: the byte itself is percent-encoded' '[.runs[0].results[].locations[0].physicalLocation.artifactLocation.uri] | unique == ["names/bad%FFbyte.json"]'
  done
fi
rm -r names

# --- every rule, in every format ---

cd "$scratch" || exit 1
mkdir every
cp -R "$ARGMAP_SOURCE"/tests/check/*.argmap.json every/
for format in gcc json github sarif gitlab junit; do
  report "$format" every
  cp "$out" "$scratch/every.$format"
  equal '1 ' "$status $(cat "$err")" "$format: the maps of every rule"
  one_document "$format" "$out" "$format: one document of the maps of every rule"
done
jq_true every.sarif 'sarif: ruleIndex points at the rule' '.runs[0] | .tool.driver.rules as $rules | (.results | length) > 500 and all(.results[]; $rules[.ruleIndex].id == .ruleId)'
jq_true every.sarif 'sarif: nearly every rule was seen' '.runs[0] | ([.tool.driver.rules[].id] - [.results[].ruleId] - ["quote-not-found", "source-file-outside"]) == []'
jq_true every.sarif 'sarif: no region ends before it begins' 'all(.runs[0].results[].locations[0].physicalLocation.region; .endLine > .startLine or .endColumn >= .startColumn)'
jq_true every.gitlab 'gitlab: fingerprints of many findings are unique' '[.[].fingerprint] | length > 500 and length == (unique | length)'
jq_true every.github 'github: every command is understood' "$decode "'[inputs | command] | length == ([$json[0].files[].findings[]] | length)' -nR --slurpfile json every.json
xml_true every.junit 'junit: counts of many files' 'count(//testcase) = /testsuites/@tests and count(//failure) = /testsuites/@failures and count(//testcase) > 400'

finish
