#!/bin/sh
# What the user makes of the rules: levels on the command line, project files, accepted findings, lists of files, jobs, and
# `argmap rules`.

. "$ARGMAP_SOURCE/tests/tap.sh"

# Nothing is drawn here: the fast unwinder of the sanitizers will do (see tests/bad.sh).
ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}fast_unwind_on_malloc=1
export ASAN_OPTIONS

cd "$scratch" || exit 1

people='"stakeholders": [{ "id": "a", "name": "Town council" }, { "id": "b", "name": "Traders" }]'
argued='"rebuttals": [{ "id": "shops", "text": "Customers come by car.", "by": ["b"], "rebuts": ["close", "foot"] },
  { "id": "foot", "text": "Customers come on foot.", "by": ["a"], "rebuts": ["shops"] }]'

# map CLAIM...: a map on standard output that is in order but for those claims
map ()
{
  printf '{ "argmap": 1, "title": "Cars", "resolution": "close", %s, %s, "claims": [\n' "$people" "$argued"
  printf '  { "id": "close", "text": "Close the old town.", "by": ["a"] },\n'
  printf '  { "id": "noise", "text": "It is loud.", "by": ["a"], "supports": ["close"] }'
  for claim in "$@"; do
    printf ',\n  { %s }' "$claim"
  done
  printf '\n] }\n'
}

an_error='"id": "e", "text": "E.", "by": ["a"], "supports": ["close", "nowhere"]'
a_warning='"id": "w", "text": "Is it?", "by": ["a"], "supports": ["close"]'
an_info='"id": "i", "text": "I.", "supports": ["close"]'
mkdir maps
map >maps/clean.argmap.json
map "$an_info" >maps/info.argmap.json
map "$a_warning" "$an_info" >maps/warning.argmap.json
map "$an_error" "$a_warning" "$an_info" >maps/error.argmap.json

# count LEVEL: findings of that level in $out, which is of the format gcc
count ()
{
  grep -c ": $1: .*\]\$" "$out"
}

# shows DESCRIPTION "STATUS ERRORS WARNINGS INFOS" ARGUMENT...: how check ends, and how many of what it shows
shows ()
{
  description=$1
  expected=$2
  shift 2
  run "$ARGMAP" check --format=gcc "$@"
  equal "$expected" "$status $(count error) $(count warning) $(count note)" "$description"
  if [ -s "$err" ]; then comment <"$err"; fi
}

# last_line DESCRIPTION EXPECTED ARGUMENT...
last_line ()
{
  description=$1
  expected=$2
  shift 2
  run "$ARGMAP" check --color=never "$@"
  equal "$expected" "$(tail -n 1 "$out")" "$description"
}

# --- levels ---

shows 'a clean map' '0 0 0 0' maps/clean.argmap.json
shows 'infos are not shown' '0 0 0 0' maps/info.argmap.json
shows 'warnings are shown, and do not fail' '0 0 1 0' maps/warning.argmap.json
shows 'errors fail' '1 1 1 0' maps/error.argmap.json
shows '--level=info shows infos, and nothing more fails' '0 0 1 1' --level=info maps/warning.argmap.json
shows '--level=warning is as usual' '1 1 1 0' --level=warning maps/error.argmap.json
shows '--level=error shows errors alone' '1 1 0 0' --level=error maps/error.argmap.json
shows '--strict fails on warnings' '1 0 1 0' --strict maps/warning.argmap.json
shows '--strict does not fail on infos' '0 0 0 0' --strict maps/info.argmap.json
shows '--fail-on=warning is --strict' '1 0 1 0' --fail-on=warning maps/warning.argmap.json
shows 'both together are no contradiction' '1 0 1 0' --strict --fail-on=warning maps/warning.argmap.json
shows '--fail-on=info fails on infos and shows why' '1 0 0 1' --fail-on=info maps/info.argmap.json
shows '--fail-on=info passes a clean map' '0 0 0 0' --fail-on=info maps/clean.argmap.json
shows '--fail-on=error is as usual' '0 0 1 0' --fail-on=error maps/warning.argmap.json
shows 'what fails is shown, whatever --level says' '1 0 1 0' --level=error --strict maps/warning.argmap.json
shows 'infos as well' '1 0 1 1' --level=error --fail-on=info maps/warning.argmap.json
shows 'and what does not fail is not' '0 0 0 0' --level=error maps/warning.argmap.json
shows '--quiet shows what fails' '1 1 0 0' --quiet maps/error.argmap.json
shows '--quiet shows nothing when nothing fails' '0 0 0 0' -q maps/warning.argmap.json
shows '--quiet --strict shows what fails' '1 1 1 0' --quiet --strict maps/error.argmap.json
shows '--quiet --fail-on=info shows what fails' '1 1 1 1' --quiet --fail-on=info maps/error.argmap.json

last_line 'a clean map is counted' '1 file checked: no problems found' maps/clean.argmap.json
last_line 'infos are counted, and how to see them is said' '1 file checked: no problems found (1 info: --level info shows it)' maps/info.argmap.json
last_line 'infos that are shown are counted' '1 info in 1 file' --level=info maps/info.argmap.json
last_line 'all levels are counted' '1 error, 1 warning in 1 file (1 info: --level info shows it)' maps/error.argmap.json
last_line 'with the infos in the count, all files with findings count' '1 error, 2 warnings, 3 infos in 3 of 4 files' --level=info maps
last_line 'files are counted, and those with findings' '1 error, 2 warnings in 2 of 4 files (3 infos: --level info shows them)' maps
last_line '--quiet counts infos, and does not say how to see them' '1 file checked: no problems found (1 info)' --quiet maps/info.argmap.json
last_line 'also beside errors' '1 error, 1 warning in 1 file (1 info)' --quiet maps/error.argmap.json
run "$ARGMAP" check --fail-on=info maps/info.argmap.json
lacks "$out" 'no problems' 'what fails is not called no problem'
run "$ARGMAP" check --fail-on=info --quiet maps/clean.argmap.json
equal 0 "$status" 'quiet and clean'

# --- --rule ---

shows '--rule makes a warning an error' '1 1 0 0' --rule=question-as-claim=error maps/warning.argmap.json
shows '--rule makes a warning an info' '0 0 0 0' --rule=question-as-claim=info maps/warning.argmap.json
shows 'which is shown as one' '0 0 0 2' --rule=question-as-claim=info --level=info maps/warning.argmap.json
shows '--rule makes an info a warning' '1 0 2 0' --rule=unattributed-claim=warning --strict maps/warning.argmap.json
shows '--rule makes an error a warning' '0 0 2 0' --rule=unknown-claim=warning maps/error.argmap.json
shows '--rule turns an error off' '0 0 1 0' --rule unknown-claim=off maps/error.argmap.json
shows '--rule reaches the rules of the loader' '0 0 0 0' --rule=invalid-value=off "$ARGMAP_SOURCE/tests/check/invalid-value.issue.argmap.json"
shows 'of two for one rule the last counts' '1 1 0 0' --rule=question-as-claim=off --rule=question-as-claim=error maps/warning.argmap.json
shows 'several rules' '0 0 0 0' --rule=question-as-claim=off --rule=unknown-claim=off --rule=unattributed-claim=off --level=info maps/error.argmap.json
last_line 'a rule that is off is not counted' '1 file checked: no problems found (1 info: --level info shows it)' --rule=question-as-claim=off maps/warning.argmap.json
run "$ARGMAP" check --rule=question-as-claim=error --format=json maps/warning.argmap.json
contains "$out" '"rule":"question-as-claim","level":"error"' 'machine formats have the level that was given'
shows 'a rule that is always an error may be called one' '1 1 1 0' --rule=json-syntax=error maps/error.argmap.json

# --- --max-diagnostics ---

run "$ARGMAP" check --color=never --max-diagnostics=1 maps/error.argmap.json
equal '1 1' "$status $(grep -c '\]$' "$out")" '--max-diagnostics=1 shows one'
equal '1 error, 1 warning in 1 file (1 of them not shown; 1 info: --level info shows it)' "$(tail -n 1 "$out")" 'and counts all'
last_line 'the limit is one for all files' '1 error, 2 warnings, 3 infos in 3 of 4 files (4 of them not shown)' --max-diagnostics=2 --level=info maps
last_line 'a limit that is not reached' '1 error, 1 warning, 1 info in 1 file' --max-diagnostics=3 --level=info maps/error.argmap.json
last_line '0 is no limit' '1 error, 1 warning, 1 info in 1 file' --max-diagnostics=0 --level=info maps/error.argmap.json
shows 'errors come before warnings, whatever comes first' '1 1 0 0' --max-diagnostics=1 --strict maps/warning.argmap.json maps/error.argmap.json
equal 'argmap: 2 findings are not shown, because of --max-diagnostics' "$(cat "$err")" 'gcc says on standard error how many are not shown'
shows 'of one level the first are shown' '1 1 1 0' --max-diagnostics=2 maps/warning.argmap.json maps/error.argmap.json
equal 'maps/warning.argmap.json maps/error.argmap.json' "$(grep '\]$' "$out" | sed 's/:.*//' | tr '\n' ' ' | sed 's/ $//')" 'and stand in the order of the files'
equal 'argmap: 1 finding is not shown, because of --max-diagnostics' "$(cat "$err")" 'gcc says so of one'
shows 'what is not shown fails all the same' '1 0 1 0' --max-diagnostics=1 --strict maps/warning.argmap.json maps/info.argmap.json maps/clean.argmap.json
map "$a_warning" "$(printf '%s' "$a_warning" | sed 's/"w"/"w2"/; s/Is it/Was it/')" >two.argmap.json
shows 'also when something else of the level is shown' '1 0 1 0' --max-diagnostics=1 --strict two.argmap.json
rm two.argmap.json
run "$ARGMAP" check --max-diagnostics=3 --format=gcc --level=info maps
cp "$out" three
unlimited=$("$ARGMAP" check --max-diagnostics=100 --format=gcc --level=info maps 2>&1)
equal "$("$ARGMAP" check --format=gcc --level=info maps)" "$unlimited" 'a limit that is not reached changes nothing, and is not spoken of'
equal 'error warning warning' "$(sed -n 's/^.*:[0-9]*:[0-9]*: \([a-z]*\): .*\]$/\1/p' three | sort | tr '\n' ' ' | sed 's/ $//')" 'infos come last'
run "$ARGMAP" check --max-diagnostics=1 --format=jsonl maps/error.argmap.json
equal 3 "$(grep -o '"rule":' "$out" | wc -l | tr -d ' ')" 'machine formats hold all'

# --- usage ---

# usage DESCRIPTION MESSAGE ARGUMENT...: a mistake in the command line of check, and what is said of it
usage ()
{
  description=$1
  message=$2
  shift 2
  run "$ARGMAP" check "$@"
  equal "2 argmap check: $message" "$status $(sed 1q "$err")" "$description"
  is_empty "$out" "$description: nothing is checked"
}

usage 'a level to fail on with a slip' '--fail-on cannot be "warnin"; did you mean "warning"? It is one of info, warning, error' --fail-on=warnin maps
usage 'off is no level to fail on' '--fail-on cannot be "off"; it is one of info, warning, error' --fail-on off maps
usage 'a level to show with a slip' '--level cannot be "eror"; did you mean "error"? It is one of info, warning, error' --level eror maps
usage 'a format with a slip' '--format cannot be "sarf"; did you mean "sarif"? It is one of text, gcc, json, jsonl, github, sarif, gitlab, junit' --format sarf maps
usage 'a rule with a slip' 'there is no rule "isolated-clam"; did you mean "isolated-claim"?' --rule=isolated-clam=off maps
usage 'a rule that is like no other' 'there is no rule "noise"; "argmap rules" lists them' --rule=noise=off maps
usage 'a rule without a level' '--rule takes SLUG=LEVEL; LEVEL is one of error, warning, info, off' --rule=isolated-claim maps
usage 'a rule with a level that is none' '--rule takes SLUG=LEVEL; LEVEL is one of error, warning, info, off' --rule=isolated-claim=warn maps
for rule in json-syntax json-encoding json-too-deep not-a-map unsupported-version; do
  usage "$rule is always an error" "rule \"$rule\" is always an error and cannot be silenced" --rule=$rule=warning maps
done
usage 'an option with a slip' 'there is no option --strcit; did you mean --strict?' --strcit maps
usage 'a limit below zero' '--max-diagnostics takes a number from 0 up' --max-diagnostics=-1 maps
usage 'jobs below zero' '--jobs takes a number from 0 up' --jobs=-1 maps
usage '--strict with another level to fail on' '--strict and --fail-on contradict each other; give one' --strict --fail-on=error maps
usage 'the other way round' '--strict and --fail-on contradict each other; give one' --fail-on=info --strict maps
usage '--quiet with a level to show' '--quiet and --level contradict each other; give one' --quiet --level=info maps
usage 'no map' 'name a map or a directory of maps'
for option in --max-diagnostics=many --jobs=1x --max-diagnostics=99999999999999999999; do
  run "$ARGMAP" check $option maps
  equal '2 ' "$status $(cat "$out")" "$option is no number"
  contains "$err" "${option%%=*}" "$option: which option is said"
done
for option in --rule --format --level --config --output --files-from --stdin-name; do
  run "$ARGMAP" check maps $option
  equal '2 ' "$status $(cat "$out")" "$option without a value"
done

# --- project files ---

mkdir -p project/drafts/old project/final/inner
for folder in project project/drafts project/drafts/old project/final project/final/inner; do
  cp maps/warning.argmap.json $folder/w.argmap.json
done
# config FILE TEXT
config ()
{
  printf '%s\n' "$2" >"$1"
}

# level FILE ARGUMENT...: of the finding of question-as-claim in FILE; nothing where there is none
level ()
{
  run "$ARGMAP" check --format=gcc --level=info "$@"
  sed -n 's/^.*:[0-9]*:[0-9]*: \([a-z]*\): .*\[question-as-claim\]$/\1/p' "$out"
}

config project/.argmaprc.json '{ "$schema": "any", "rules": { "question-as-claim": "error", "unattributed-claim": "off" } }'
equal error "$(level project/w.argmap.json)" 'a project file holds for its folder'
equal error "$(level project/drafts/old/w.argmap.json)" 'and for those below'
equal warning "$(level maps/warning.argmap.json)" 'and for no other'
equal error "$(cd project/drafts/old && level w.argmap.json)" 'it is found from the folder of the map'
equal error "$(cd project/drafts/old && level ../../final/w.argmap.json)" 'also by a path that climbs'
equal error "$(level "$PWD/project/drafts/w.argmap.json")" 'also by an absolute path'
equal warning "$(cd project && level ../maps/warning.argmap.json)" 'the current folder does not matter'
shows 'it changes the exit status' '1 1 0 0' project/final/w.argmap.json
last_line 'a project file in order is not spoken of' '1 error in 1 file' project/final/w.argmap.json
equal note "$(level --rule=question-as-claim=info project/w.argmap.json)" '--rule is stronger'
equal warning "$(level --config=none project/w.argmap.json)" '--config=none: no project file'

config project/drafts/.argmaprc.json '{ "rules": { "unattributed-claim": "warning" } }'
equal warning "$(level project/drafts/old/w.argmap.json)" 'the nearest project file is taken alone'
contains "$out" 'warning: nobody is named' 'and it does hold'
equal error "$(level project/w.argmap.json)" 'above it the other holds'
equal error "$(level project/final/w.argmap.json)" 'and beside it'
config project/drafts/.argmaprc.json '{}'
equal warning "$(level project/drafts/w.argmap.json)" 'an empty one shields from those above'
rm project/drafts/.argmaprc.json

# override DESCRIPTION LEVEL FILE OVERRIDES: of question-as-claim, which is an error but for the overrides
override ()
{
  config project/.argmaprc.json "{ \"rules\": { \"question-as-claim\": \"error\" }, \"overrides\": [$4] }"
  equal "$2" "$(level "project/$3")" "$1"
}

to_info='"rules": { "question-as-claim": "info" }'
off='"rules": { "question-as-claim": "off" }'
override 'an override holds for what matches' note drafts/w.argmap.json "{ \"files\": [\"drafts/*\"], $to_info }"
override 'and not for what does not' error final/w.argmap.json "{ \"files\": [\"drafts/*\"], $to_info }"
override '* matches across folders' note drafts/old/w.argmap.json "{ \"files\": [\"drafts/*\"], $to_info }"
override '* in front matches any folder' note drafts/old/w.argmap.json "{ \"files\": [\"*/w.argmap.json\"], $to_info }"
override 'but not none' error w.argmap.json "{ \"files\": [\"*/w.argmap.json\"], $to_info }"
override 'a pattern matches the whole path' error drafts/w.argmap.json "{ \"files\": [\"drafts\", \"w.argmap.json\", \"drafts/\", \"/drafts/*\", \"rafts/*\"], $to_info }"
override '? matches one character' note drafts/w.argmap.json "{ \"files\": [\"draft?/?.argmap.json\"], $to_info }"
override '? does not match none' error drafts/w.argmap.json "{ \"files\": [\"drafts?/w.argmap.json\"], $to_info }"
override 'one of several patterns is enough' note drafts/w.argmap.json "{ \"files\": [\"final/*\", \"drafts/*\"], $to_info }"
override 'of several overrides the last counts' '' drafts/old/w.argmap.json "{ \"files\": [\"*/old/*\"], $to_info }, { \"files\": [\"drafts/*\"], $off }"
override 'in this order too' note drafts/old/w.argmap.json "{ \"files\": [\"drafts/*\"], $off }, { \"files\": [\"*/old/*\"], $to_info }"
override 'an override of another rule leaves this one' error drafts/w.argmap.json '{ "files": ["drafts/*"], "rules": { "isolated-claim": "off" } }'
override 'no overrides' error w.argmap.json ''
config project/.argmaprc.json "{ \"overrides\": [{ \"files\": [\"drafts/*\"], $to_info }], \"rules\": { \"question-as-claim\": \"error\" } }"
equal note "$(level project/drafts/w.argmap.json)" 'overrides come after the rules, wherever they stand'
equal note "$(cd project/drafts && level w.argmap.json)" 'patterns count from the folder of the project file'

cut_off=$(printf 'project/drafts/x\360')
if cp maps/warning.argmap.json "$cut_off" 2>refused; then
  name=${cut_off#project/}
  override 'a name that ends within a character is matched' note "$name" "{ \"files\": [\"drafts/*\"], $to_info }"
  override 'or is not' error "$name" "{ \"files\": [\"*a*b\"], $to_info }"
  rm "$cut_off"
else
  skip 'a name that ends within a character is matched' 'no such names here'
  skip 'or is not' 'no such names here'
fi

# --- --config ---

mkdir elsewhere
config elsewhere/levels.json "{ \"overrides\": [{ \"files\": [\"drafts/*\"], $to_info }, { \"files\": [\"w.argmap.json\"], $off }] }"
equal '' "$(level --config=elsewhere/levels.json project/drafts/w.argmap.json)" '--config takes that file; outside of its folder the name of the map is all there is to match'
cp elsewhere/levels.json project/levels.json
equal note "$(level --config=project/levels.json project/drafts/w.argmap.json)" 'given by a relative path'
equal note "$(cd project && level --config=levels.json drafts/w.argmap.json)" 'given from its own folder'
equal note "$(cd project/drafts && level --config=../levels.json w.argmap.json)" 'given from below'
equal note "$(level --config="$PWD/project/levels.json" project/drafts/w.argmap.json)" 'given by an absolute path'
mkdir project-2 project-2/drafts
cp maps/warning.argmap.json project-2/drafts/w.argmap.json
equal '' "$(level --config=project/levels.json project-2/drafts/w.argmap.json)" 'a folder whose name begins like its own is another'
rm -r project-2 project/levels.json
run "$ARGMAP" check --config=nothing.json project
equal '2 argmap: cannot read nothing.json: No such file or directory' "$status $(cat "$err")" 'a --config that is missing is said once'
is_empty "$out" 'and nothing is checked without it'
run "$ARGMAP" check --config=maps project
equal 2 "$status" 'a --config that is a directory'

# --- mistakes in project files ---

# mistake DESCRIPTION "LINE:COLUMN SLUG" TEXT: what is found in a project file, beside a map in order
mistake ()
{
  config mistaken/.argmaprc.json "$3"
  run "$ARGMAP" check --format=gcc mistaken
  equal "1 $2" "$status $(sed -n 's/^mistaken\/.argmaprc.json:\([0-9:]*\): error: .*\[\([a-z-]*\)\]$/\1 \2/p' "$out" | tr '\n' ' ' | sed 's/ $//')" "$1"
  is_empty "$err" "$1: nothing on standard error"
}

mkdir mistaken mistaken/inner
cp maps/clean.argmap.json mistaken
mistake 'no JSON' '1:12 json-syntax' '{ "rules": }'
mistake 'a comment' '2:1 json-syntax' '{
// levels
}'
mistake 'a list' '1:1 wrong-type' '[]'
mistake 'an unknown member' '2:3 unknown-field' '{
  "rule": { "isolated-claim": "off" } }'
mistake 'an unknown rule' '1:14 unknown-rule' '{ "rules": { "isolated-clam": "off" } }'
mistake 'an unknown level' '1:32 invalid-value' '{ "rules": { "isolated-claim": "warn" } }'
mistake 'a level that is no text' '1:32 wrong-type' '{ "rules": { "isolated-claim": 2 } }'
mistake 'a level that is a list' '1:32 wrong-type' '{ "rules": { "isolated-claim": ["error", { "max": 3 }], "off-topic": "off" } }'
mistake 'a rule that is always an error' '1:29 invalid-value' '{ "rules": { "json-syntax": "off" } }'
mistake 'a rule twice' '1:41 json-duplicate-key' '{ "rules": { "isolated-claim": "error", "isolated-claim": "off" } }'
mistake 'a rule twice in an override' '1:71 json-duplicate-key' '{ "overrides": [{ "files": ["*"], "rules": { "isolated-claim": "off", "isolated-claim": "error" } }] }'
for pattern in '' /drafts/\* /tmp/maps/\* drafts/ inner ./drafts/\* ../drafts/\* drafts/./\* drafts/../\* drafts//\* .. '{a,b}/*' 'draft[s]/*' 'drafts\\\\*' '!drafts/*'; do
  mistake "the pattern $pattern" '1:29 invalid-value' "{ \"overrides\": [{ \"files\": [\"$pattern\"], \"rules\": {} }] }"
  contains "$out" ': note: ' "the pattern $pattern: how to mend it"
done
mistake 'no patterns' '1:28 invalid-value' '{ "overrides": [{ "files": [], "rules": {} }] }'
config mistaken/.argmaprc.json '{ "overrides": [{ "files": ["*", "**/a?b", "a..b/*", ".a/*", "a!", "nothing", "inner*", "inner/*"], "rules": {} }] }'
last_line 'patterns that only look odd' '1 file checked: no problems found' mistaken
mistake 'rules that are a list' '1:12 wrong-type' '{ "rules": ["isolated-claim"] }'
mistake 'overrides that are an object' '1:16 wrong-type' '{ "overrides": { "files": ["*"], "rules": {} } }'
mistake 'an override without files' '1:17 missing-field' '{ "overrides": [{ "rules": {} }] }'
mistake 'an override without rules' '1:17 missing-field' '{ "overrides": [{ "files": ["*"] }] }'
mistake 'an override with a single pattern' '1:28 wrong-type' '{ "overrides": [{ "files": "*", "rules": {} }] }'
mistake 'a pattern that is no text' '1:34 wrong-type' '{ "overrides": [{ "files": ["*", 1], "rules": {} }] }'
mistake 'an unknown rule in an override' '1:46 unknown-rule' '{ "overrides": [{ "files": ["*"], "rules": { "noise": "off" } }] }'
mistake 'null' '1:12 wrong-type' '{ "rules": null }'
mistake 'several at once' '1:14 unknown-rule 1:43 wrong-type 1:61 wrong-type' '{ "rules": { "noise": "off", "off-topic": 1 }, "overrides": 2 }'
printf '\377' >mistaken/.argmaprc.json
run "$ARGMAP" check --format=gcc mistaken
contains "$out" '[json-encoding]' 'a project file that is not UTF-8'
config mistaken/.argmaprc.json '{ "rules": { "isolated-clam": "off" } }'
run "$ARGMAP" check --color=never mistaken
contains "$out" 'did you mean "isolated-claim"?' 'the nearest rule is suggested'
contains "$out" '1 | { "rules": { "isolated-clam": "off" } }' 'the line is shown'
equal '1 error in 1 of 2 files' "$(tail -n 1 "$out")" 'a project file with findings is counted as a file'

cp maps/warning.argmap.json mistaken/w.argmap.json
config mistaken/.argmaprc.json '{ "rules": { "noise": "off", "question-as-claim": "error", "unattributed-claim": "loud" } }'
equal error "$(level mistaken/w.argmap.json)" 'what is right in it holds all the same'
contains "$out" 'note: nobody is named' 'what is wrong has no effect'
shows 'its mistakes are told once for all maps' '1 2 0 0' --rule=question-as-claim=off mistaken
equal "mistaken/.argmaprc.json" "$(sed 's/:.*//;1q' "$out")" 'before the first map'
for format in json sarif gitlab github junit; do
  run "$ARGMAP" check --format=$format mistaken
  contains "$out" '.argmaprc.json' "$format: its mistakes are in the report"
done
config mistaken/.argmaprc.json '{ "rules": { "question-as-claim": "off", "question-as-claim": "error" } }'
equal '' "$(level mistaken/w.argmap.json)" 'of a rule twice the first counts, as the note says'
config mistaken/.argmaprc.json '{ "rules": { "question-as-claim": "loud", "question-as-claim": "error" } }'
equal warning "$(level mistaken/w.argmap.json)" 'also where it is wrong'
config mistaken/.argmaprc.json '{ "overrides": [{ "files": ["*"], "rules": { "question-as-claim": "off", "question-as-claim": "error" } }] }'
equal '' "$(level mistaken/w.argmap.json)" 'and in an override'
config mistaken/.argmaprc.json '{ "overrides": [{ "files": ["drafts/", "w*"], "rules": { "question-as-claim": "off" } }] }'
equal '' "$(level mistaken/w.argmap.json)" 'a pattern beside one that is wrong holds'
rm mistaken/.argmaprc.json

ln -s nowhere.json mistaken/.argmaprc.json
run "$ARGMAP" check --color=never mistaken maps/clean.argmap.json
equal 2 "$status" 'a project file that is a link to nowhere cannot be read'
contains "$err" 'cannot read mistaken/.argmaprc.json: No such file or directory' 'that is said'
equal '1 file checked: no problems found' "$(cat "$out")" 'and the next one above does not hold instead'
rm mistaken/.argmaprc.json

mkdir mistaken/.argmaprc.json
run "$ARGMAP" check --color=never mistaken maps/clean.argmap.json
equal 2 "$status" 'a project file that cannot be read'
contains "$err" '.argmaprc.json' 'which one is said'
equal '1 file checked: no problems found' "$(cat "$out")" 'its maps are not checked, others are'
rmdir mistaken/.argmaprc.json
if [ "$(id -u)" -ne 0 ]; then
  config mistaken/.argmaprc.json '{}'
  chmod 0 mistaken/.argmaprc.json
  run "$ARGMAP" check mistaken
  equal 2 "$status" 'a project file without permission to read'
  rm -f mistaken/.argmaprc.json
else
  skip 'a project file without permission to read' 'this user may read everything'
fi

# --- accepted findings ---

# accepting ENTRY...: a map with a warning, an info, and those accepted
accepting ()
{
  entries=
  for entry in "$@"; do
    entries="$entries${entries:+, }{ $entry }"
  done
  map "$a_warning" "$an_info" "$an_error" | sed "s|^\\] }\$|], \"ignore\": [$entries] }|"
}

mkdir accepted
accepting '"rule": "question-as-claim", "at": "w", "reason": "R."' '"rule": "unattributed-claim", "at": "i", "reason": "R."' '"rule": "unknown-claim", "at": "e", "reason": "R."' >accepted/all.argmap.json
shows 'accepted findings neither show nor fail' '0 0 0 0' --fail-on=info accepted/all.argmap.json
last_line 'they are counted' '1 file checked: no problems found (3 more are accepted by the map)' accepted/all.argmap.json
shows 'whatever their level' '0 0 0 0' --rule=question-as-claim=error accepted/all.argmap.json
run "$ARGMAP" check --format=json accepted/all.argmap.json
contains "$out" '"errors":0,"warnings":0,"infos":0,"accepted":3,"findings":[]' 'machine formats count them too'
accepting '"rule": "unknown-claim", "at": "e", "reason": "R."' >accepted/one.argmap.json
last_line 'one is counted as one' '1 warning in 1 file (1 info: --level info shows it; 1 more is accepted by the map)' accepted/one.argmap.json
last_line 'those of several maps are added up' '1 warning in 1 of 2 files (1 info: --level info shows it; 4 more are accepted by the maps)' accepted
accepting '"rule": "unknown-claim", "at": "e", "reason": " "' >accepted/blank.argmap.json
shows 'without a reason nothing is accepted' '1 2 1 0' accepted/blank.argmap.json
accepting '"rule": "unknown-claim", "at": "w", "reason": "R."' >accepted/other.argmap.json
shows 'of another id nothing is accepted, and that is said' '1 1 2 0' accepted/other.argmap.json

# What an entry cannot do, and what an error leaves to be said of entries.
# entry DESCRIPTION "RULE…" CLAIMS ENTRY [MORE]: the findings for a map with such claims, such an entry, and more at the end
entry ()
{
  printf '{ "argmap": 1, "title": "T%s", "claims": [{ "id": "c", "text": "C." },\n%s], "ignore": [{ %s }]%s }\n' \
    "${5-}" "$3" "$4" "${6-}" >accepted/entry.argmap.json
  run "$ARGMAP" check --format=gcc accepted/entry.argmap.json
  equal "$2" "$(sed -n 's/^.*\[\([a-z-]*\)\]$/\1/p' "$out" | tr '\n' ' ' | sed 's/ $//')" "$1"
}
sound='{ "id": "d", "text": "D.", "supports": ["c"] }'
twice='{ "id": "d", "text": "D.", "supports": ["c"], "text": "E." }'
lost='{ "id": "d", "text": "D.", "supports": ["c", "nowhere"] }'
odd='{ "id": "d", "text": "D.", "supports": ["c"], "kind": "fcat" }'
cycle='{ "id": "d", "text": "D.", "supports": ["c", "e"] }, { "id": "e", "text": "E.", "supports": ["d"] }'
unread='{ "id": "d", "text": "D.", "supports": ["c"], "tags": "x" }'
encoding='"rule": "json-encoding", "reason": "R."'
isolated='"rule": "isolated-claim", "at": "d", "reason": "R."'
entry 'what is always an error cannot be accepted' 'json-encoding unused-suppression' "$sound" "$encoding" "$(printf '\351')"
contains "$out" '"json-encoding" is always an error and cannot be accepted' 'and that is said'
equal 1 "$status" 'and it fails'
run "$ARGMAP" summary accepted/entry.argmap.json
equal '1 ' "$status $(cat "$out")" 'a map that accepts it is not summed up'
entry 'whether it occurs or not' unused-suppression "$sound" "$encoding"
entry 'with an id or without' unused-suppression "$sound" "$encoding, \"at\": \"d\""
entry 'also where other entries are left alone' 'wrong-type unused-suppression' "$unread" "$encoding"
entry 'an entry with an id, for a rule that names none' 'json-duplicate-key unused-suppression' "$twice" '"rule": "json-duplicate-key", "at": "d", "reason": "R."'
contains "$out" 'take the entry out, or only "at": what this rule finds names no id' 'and how to mend it'
entry 'and without' '' "$twice" '"rule": "json-duplicate-key", "reason": "R."'
entry 'an entry that is not used, in a sound map' unused-suppression "$sound" "$isolated"
entry 'a circle hides nothing from other rules' 'support-cycle unused-suppression' "$cycle" "$isolated"
entry 'a reference to nothing may' unknown-claim "$lost" "$isolated"
entry 'but not from rules about values' 'unknown-claim unused-suppression' "$lost" '"rule": "invalid-date", "at": "d", "reason": "R."'
entry 'nor from those about references' 'unknown-claim unused-suppression' "$lost" '"rule": "unknown-source", "at": "d", "reason": "R."'
entry 'a value that is wrong may' invalid-value "$odd" '"rule": "fact-without-evidence", "at": "d", "reason": "R."'
entry 'but not from rules about other values' 'invalid-value unused-suppression' "$odd" '"rule": "invalid-date", "at": "d", "reason": "R."'
entry 'what could not be read may hide anything' 'wrong-type' "$unread" '"rule": "invalid-date", "at": "d", "reason": "R."'
entry 'and so may what is not UTF-8' 'json-encoding' "$sound" '"rule": "repeated-text", "at": "d", "reason": "R."' "$(printf '\351')"
entry 'an error that is accepted may hide as much' '' "$odd" '"rule": "invalid-value", "at": "d", "reason": "R." }, { "rule": "fact-without-evidence", "at": "d", "reason": "R."'
quoting='{ "id": "d", "text": "D.", "supports": ["c"], "evidence": [{ "source": "s", "quote": "Q" }] }'
sources=', "sources": [{ "id": "s", "title": "S", "file": "nowhere.txt" }]'
entry 'a missing file hides what is not in it' source-file-missing "$quoting" '"rule": "quote-not-found", "at": "d", "reason": "R."' '' "$sources"
entry 'and nothing else' 'unused-suppression source-file-missing' "$quoting" "$isolated" '' "$sources"
rm -r accepted

# --- --files-from ---

# checked DESCRIPTION "STATUS FILE..." ARGUMENT...: the files that check looks at, in order
checked ()
{
  description=$1
  expected=$2
  shift 2
  run "$ARGMAP" check --format=jsonl "$@"
  equal "$expected" "$status$(sed -n 's/^{"version":1,"path":"\([^"]*\)","errors.*/ \1/p' "$out" | tr -d '\n')" "$description"
}

mkdir list list/below
for name in a b 'c d' below/e; do
  cp maps/clean.argmap.json "list/$name.argmap.json"
done
cp maps/clean.argmap.json list/plain.json
printf 'list/a.argmap.json\nlist/b.argmap.json\n' >names
checked 'a list of files' '0 list/a.argmap.json list/b.argmap.json' --files-from=names
printf 'list/b.argmap.json\nlist/a.argmap.json' >names
checked 'in its order, and without a line end at the end' '0 list/b.argmap.json list/a.argmap.json' --files-from names
printf '\n\nlist/c d.argmap.json\n\nlist/plain.json\n' >names
checked 'blank lines, names with spaces, names of any kind' '0 list/c d.argmap.json list/plain.json' --files-from=names
printf 'list/a.argmap.json\r\nlist/b.argmap.json\r\n' >names
checked 'line ends of Windows' '0 list/a.argmap.json list/b.argmap.json' --files-from=names
printf 'list/a.argmap.json\0list/c d.argmap.json\0' >names
checked 'separated by NULs' '0 list/a.argmap.json list/c d.argmap.json' --files-from=names
printf 'list/a.argmap.json\0list/b.argmap.json' >names
checked 'separated by NULs, and none at the end' '0 list/a.argmap.json list/b.argmap.json' --files-from=names
line_break='list/line
break.json'
if cp maps/clean.argmap.json "$line_break" 2>"$scratch/refused"; then
  printf 'list/a.argmap.json\0%s\0' "$line_break" >names
  checked 'with NULs a name may have a line break' '0 list/a.argmap.json list/line\nbreak.json' --files-from=names
  rm "$line_break"
else
  skip 'with NULs a name may have a line break' 'no such names here'
fi
printf 'list\nmaps/clean.argmap.json\n' >names
checked 'a directory in the list' '0 list/a.argmap.json list/b.argmap.json list/below/e.argmap.json list/c d.argmap.json maps/clean.argmap.json' --files-from=names
printf 'list/a.argmap.json\nlist/nothing.argmap.json\nlist/b.argmap.json\n' >names
checked 'a missing file in the list' '2 list/a.argmap.json list/b.argmap.json' --files-from=names
contains "$err" 'cannot read list/nothing.argmap.json' 'a missing file in the list is named'
printf 'list/a.argmap.json\n' >names
checked 'arguments come before the list' '0 list/b.argmap.json list/a.argmap.json' --files-from=names list/b.argmap.json
run "$ARGMAP" check --files-from=- <names
equal '1 file checked: no problems found' "$(cat "$out")" 'a list on standard input'
: >names
checked 'an empty list' '0' --files-from=names
run "$ARGMAP" check --files-from=names
equal '0 0 files checked: no problems found' "$status $(cat "$out")" 'an empty list is no failure: nothing was to be checked'
printf 'list/b.argmap.json\n' >other
printf 'list/a.argmap.json\n' >names
checked 'two lists' '0 list/b.argmap.json list/a.argmap.json' --files-from=other --files-from=names
cp maps/clean.argmap.json ./-
printf -- '-\n' >names
checked 'in a list, - is a file' '0 -' --files-from=names
rm ./-
run "$ARGMAP" check --files-from=nothing
equal '2 argmap: cannot read nothing: No such file or directory' "$status $(cat "$err")" 'a list that is missing'
run "$ARGMAP" check --files-from=maps
equal 2 "$status" 'a list that is a directory'

# --- --stdin-name ---

run "$ARGMAP" check --format=gcc - <maps/error.argmap.json
contains "$out" '<standard input>:' 'standard input has a name'
run "$ARGMAP" check --format=gcc --stdin-name=buffer.argmap.json - <maps/error.argmap.json
equal 'buffer.argmap.json' "$(sed 's/:.*//' "$out" | sort -u)" '--stdin-name gives it another'
run "$ARGMAP" check --format=gcc --stdin-name=buffer.argmap.json - maps/error.argmap.json <maps/clean.argmap.json
equal 'maps/error.argmap.json' "$(sed 's/:.*//' "$out" | sort -u)" 'and files keep theirs'
config project/.argmaprc.json "{ \"rules\": { \"question-as-claim\": \"error\" }, \"overrides\": [{ \"files\": [\"drafts/*\"], $to_info }] }"
cp maps/warning.argmap.json stdin
equal note "$(level --stdin-name=project/drafts/new.argmap.json - <stdin)" '--stdin-name finds the project file and its overrides'
equal error "$(cd project && level - <../stdin)" 'without it the project file is that of the current folder'
equal warning "$(level - <stdin)" 'where there is none, none holds'

# --- --jobs ---

mkdir many
i=0
while [ "$i" -lt 300 ]; do
  i=$((i + 1))
  folder=many/$((i % 10))
  mkdir -p $folder
  case $((i % 7)) in
    0) cp maps/error.argmap.json $folder/$i.argmap.json ;;
    1) echo '{ "argmap": 1, "title": ' >$folder/$i.argmap.json ;;
    2 | 3) cp maps/warning.argmap.json $folder/$i.argmap.json ;;
    *) cp maps/clean.argmap.json $folder/$i.argmap.json ;;
  esac
done
awk 'BEGIN {
  print "{\"argmap\":1,\"title\":\"Many\",\"resolution\":\"c1\",\"claims\":[{\"id\":\"c1\",\"text\":\"Number 1.\"}"
  for (i = 2; i <= 3000; i++)
    printf ",{\"id\":\"c%d\",\"text\":\"Number %d.\",\"supports\":[\"c%d\"]}\n", i, i, int (i / 2)
  print "]}"
}' >many/0/0-large-and-slow.argmap.json

# same_with_jobs DESCRIPTION ARGUMENT...: the same on both channels, and the same status, however many jobs
same_with_jobs ()
{
  description=$1
  shift
  run "$ARGMAP" check --jobs=1 "$@"
  cp "$out" jobs.out
  cp "$err" jobs.err
  usual=$status
  for jobs in 2 8; do
    run "$ARGMAP" check --jobs=$jobs "$@"
    equal "$usual" "$status" "$description: the status with $jobs jobs"
    same jobs.out "$out" "$description: the same with $jobs jobs"
    same jobs.err "$err" "$description: the same on standard error with $jobs jobs"
  done
}

for format in text json sarif junit github; do
  same_with_jobs "300 maps as $format" --format=$format many
done
equal 301 "$("$ARGMAP" check --format=jsonl --jobs=8 many | grep -c '"path"')" '300 maps and a large one are all there'
find many -name '*.json' | sort | awk '{ print } /5.argmap.json$/ { print "nothing/" $0 }' >names
equal 30 "$(grep -c '^nothing' names)" 'some of the list are missing'
same_with_jobs 'some of them missing' --files-from=names
same_with_jobs 'some of them missing, as json' --format=json --files-from=names
config many/3/.argmaprc.json '{ "rules": { "noise": "off" } }'
config many/7/.argmaprc.json '{ "rules": { "question-as-claim": "error" }, "overrides": 1 }'
mkdir many/8/.argmaprc.json
same_with_jobs 'with project files of all kinds' many
contains jobs.out 'there is no rule "noise"' 'project files of all kinds were found'
same_with_jobs 'with project files of all kinds, as json' --format=json many
same_with_jobs 'with a limit' --max-diagnostics=20 many
for jobs in 0 64 100000 1073741824 2147483647; do
  run "$ARGMAP" check --jobs=$jobs --max-diagnostics=20 many
  same jobs.out "$out" "--jobs=$jobs"
done
run "$ARGMAP" check -j 3 --max-diagnostics=20 many
same jobs.out "$out" '-j 3'

# --- argmap rules ---

sed -n 's/^[A-Z]*_RULE ([A-Z_]*, "\([^"]*\)", \([A-Z]*\), .*"\([^"]*\)")$/\1 \2 \3/p' "$ARGMAP_SOURCE/src/base/rules.def" >rules
equal "$(grep -c '^[A-Z]*_RULE (' "$ARGMAP_SOURCE/src/base/rules.def")" "$(grep -c . rules)" 'every rule of rules.def is understood here'
run "$ARGMAP" rules
equal '0 ' "$status $(cat "$err")" 'the rules are listed'
awk '{ $2 = tolower($2); print }' rules >expected
tr -s ' ' <"$out" >found
same expected found 'all of them, with level and title'

# explained SLUG LEVEL TITLE: the explanation says what the rule finds, why, what is bad and good, and how to silence it
explained ()
{
  run "$ARGMAP" rules "$1"
  faults=
  [ "$status" -eq 0 ] && [ ! -s "$err" ] || faults="exit status $status, $(cat "$err")"
  [ "$(sed -n '1p;2p;3p' "$out")" = "$1

$2 · $3." ] || faults="$faults
it does not begin with slug, level and title"
  [ "$(sed -n '5,/^Bad/p' "$out" | grep -vc '^Bad')" -gt 1 ] || faults="$faults
it does not say why"
  grep -q '^Bad' "$out" || faults="$faults
nothing bad"
  grep -q '^Mend' "$out" || faults="$faults
nothing good"
  if grep -q -e '```' -e '\*\*' -e '](' "$out"; then faults="$faults
Markdown"; fi
  case $1 in
    json-syntax | json-encoding | json-too-deep | not-a-map | unsupported-version) grep -q 'cannot be silenced' "$out" || faults="$faults
it does not say that it cannot be silenced" ;;
    *)
      grep -q "\"rule\": \"$1\", \"reason\"" "$out" && grep -q "\"$1\": \"off\"" "$out" && grep -q -e "--rule $1=off" "$out" || faults="$faults
it does not say how to silence it" ;;
  esac
  if [ -z "$faults" ]; then ok "$1 is explained"; else not_ok "$1 is explained" "$faults
$(cat "$out")"; fi
}

# accepts_as_shown SLUG: the forms of an entry in "ignore" that are shown for the rule are those that its findings need: with "at"
# where one of them has an id, in all the maps that break the rule, and without where one has none.
accepts_as_shown ()
{
  case $1 in
    json-syntax | json-encoding | json-too-deep | not-a-map | unsupported-version) return ;;
  esac
  run "$ARGMAP" rules "$1"
  shown=$(grep -c "\"rule\": \"$1\", \"at\": \"ID\"" "$out")
  set -- "$1" "$ARGMAP_SOURCE"/tests/check/"$1".*argmap.json
  rule=$1
  shift
  run "$ARGMAP" check --config=none --format=json "$@"
  needed=$(grep -o "\"rule\":\"$rule\",\"level\":\"[a-z]*\",\"message\":\"\([^\"\\\\]\|\\\\.\)*\",\"id\"" "$out" | wc -l)
  equal "$shown" "$((needed > 0))" "$rule is accepted with \"at\" if its findings have ids"
}

# The way to silence a rule that is shown works, on the first map that breaks it.
silenced ()
{
  set -- "$1" "$ARGMAP_SOURCE"/tests/check/"$1".*argmap.json
  for map in "$@"; do
    case $map in
      "$1" | *.near.*) ;;
      *) break ;;
    esac
  done
  case $1 in
    json-syntax | json-encoding | json-too-deep | not-a-map | unsupported-version) return ;;
  esac
  before=$("$ARGMAP" check --config=none --format=gcc --level=info "$map" | grep -c "\\[$1\\]\$")
  after=$("$ARGMAP" check --config=none --format=gcc --level=info --rule "$1=off" "$map" | grep -c "\\[$1\\]\$")
  config silent.json "{ \"rules\": { \"$1\": \"off\" } }"
  by_file=$("$ARGMAP" check --config=silent.json --format=gcc --level=info "$map" | grep -c "\\[$1\\]\$")
  if [ "$before" -gt 0 ] && [ "$after" -eq 0 ] && [ "$by_file" -eq 0 ]; then
    ok "$1 is silenced"
  else
    not_ok "$1 is silenced" "$before findings in $map; $after with --rule, $by_file with a project file"
  fi
}

while read -r slug level title; do
  explained "$slug" "$(printf '%s' "$level" | tr '[:upper:]' '[:lower:]')" "$title"
  silenced "$slug"
  accepts_as_shown "$slug"
done <rules

run "$ARGMAP" rules off-topic isolated-claim
equal '0 off-topic isolated-claim' "$status $(grep '^[a-z-]*$' "$out" | tr '\n' ' ' | tr -s ' ' | sed 's/ $//')" 'several are explained in their order'
run "$ARGMAP" rules isolated-clam
equal '2 argmap rules: there is no rule "isolated-clam"; did you mean "isolated-claim"?' "$status $(sed 1q "$err")" 'an unknown rule, with the nearest'
is_empty "$out" 'an unknown rule: nothing on standard output'
run "$ARGMAP" rules noise
equal '2 argmap rules: there is no rule "noise"' "$status $(sed '1q' "$err" | sed 's/;.*//')" 'an unknown rule that is like no other'
run "$ARGMAP" rules off-topic noise
equal 2 "$status" 'an unknown rule after a known one'
contains "$out" 'off-topic' 'the known one is explained all the same'

finish
