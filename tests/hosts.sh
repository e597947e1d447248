#!/bin/sh
# What a map or a file's name says gives no command to the host of a build, which reads what is printed line by line:
# ::error::… of GitHub, ##[…] and ##vso[…] of Azure, ##teamcity[…].

. "$ARGMAP_SOURCE/tests/tap.sh"
command -v jq >"$out" || skip_all 'there is no jq'
cd "$scratch" || exit 1

# obeys_nothing DESCRIPTION FILE...: no line of them begins a command
obeys_nothing ()
{
  what=$1
  shift
  found=$(cat "$@" | sed "s/^\(\xc2\xa0\|\xe2\x80\x8b\|\xe2\x80\x8d\|[[:space:]]\)*//" | grep -aE '^::|##[A-Za-z]*\[')
  equal '' "$found" "$what"
}

printf '::error::x\n' >sample
[ "$(sed 's/^\xc2\xa0*//' sample)" = '::error::x' ] || skip_all 'sed knows no bytes by number'

# map FILE PAD: commands in every member, and in the text at places that go with PAD
map ()
{
  jq -n --arg pad "$2" '
    def c: "::error::spoofed ##vso[task.x] ##[error]y ##teamcity[z] ";
    (c + $pad + " " + ([range (12)] | map ("word ::warning::spoofed \("abcdefgh"[:. % 8]) ##[e] std::x") | join (" "))) as $text
    | { argmap: 1, title: ("::add-mask::" + $pad), question: c, description: ("\u00a0" + c + $text), resolution: "r",
        stakeholders: [{ id: "s", name: "::error::name", role: c, positions: [{ claim: "r", stance: "for" }] },
                       { id: "t", name: "\u200b::error::name", positions: [{ claim: "r", stance: "against" }] }],
        sources: [{ id: "q", title: ("::error::title " + $text), url: "https://example.org/" }],
        claims: [{ id: "r", text: $text, by: ["s"], evidence: [{ source: "q", quote: ("::error::quote " + $text) }] },
                 { id: "a", text: ("\u200d" + $text + "a"), supports: ["r"], tags: ["::error::tag"], open: true },
                 { id: "b", text: ($pad + "::error::b"), supports: [{ claim: "r", with: ["a"] }] }],
        rebuttals: [{ id: "c", text: ("::" + $text + "c"), by: ["t"], rebuts: ["a"], label: "::error::label" }] }' >"$1"
}

pad=
for width in 0 1 2 3 5 8 13 21 34 55; do
  while [ ${#pad} -lt $width ]; do
    pad=${pad}x
  done
  map padded.argmap.json "$pad"
  check_status 0 "a map that can be read, $width letters" "$ARGMAP" check padded.argmap.json
  for command in summary 'summary --brief' 'summary --stakeholder s' evaluate crux 'diff /dev/null' list 'list --stakeholders' \
    'list --sources' 'check --level info' 'check --format gcc --level info'; do
    # shellcheck disable=SC2086 # words of their own
    run "$ARGMAP" $command padded.argmap.json
    obeys_nothing "$command, $width letters before it" "$out" "$err"
  done
done
for command in 'summary --format markdown' 'evaluate --format markdown' 'crux --format markdown' 'diff --format markdown /dev/null' \
  'diff -o written.txt /dev/null' 'diff -o written.md /dev/null' 'check --level info -o written.findings'; do
  # shellcheck disable=SC2086
  run "$ARGMAP" $command padded.argmap.json
  obeys_nothing "$command" "$out" "$err"
done
obeys_nothing 'what is written to files' written.txt written.md written.findings
for format in text markdown; do
  run "$ARGMAP" why --format $format padded.argmap.json r
  obeys_nothing "why as $format" "$out" "$err"
  map padded.argmap.json "$pad"
  jq '.title = "::error::new" | .question = "::error::q" | .claims[0].text |= "::error::" + .' padded.argmap.json >changed.argmap.json
  run "$ARGMAP" diff --format $format padded.argmap.json changed.argmap.json
  obeys_nothing "what changed, as $format" "$out" "$err"
done

# --- names of files, and what options say ---

printf '{ "argmap": 1, "title": "::error::t",\n  "::error::member": 1,\n::error::junk }\n' >broken.argmap.json
for name in '::error::x.argmap.json' ' ::error::x.argmap.json' '##[error]x.argmap.json' '##vso[x]y.argmap.json'; do
  mkdir -p names
  map "names/$name" x
  cd names || exit 1
  for command in summary evaluate crux list 'check --level info' 'check --format gcc --level info' 'format --check' 'render -T dot'; do
    # shellcheck disable=SC2086
    run "$ARGMAP" $command "$name"
    obeys_nothing "$command, of $name" "$out" "$err"
  done
  cp ../broken.argmap.json "$name"
  for command in summary 'check' 'check --format gcc' render format list 'diff /dev/null'; do
    # shellcheck disable=SC2086
    run "$ARGMAP" $command "$name"
    obeys_nothing "$command, of $name, which is broken" "$out" "$err"
  done
  rm "$name"
  run "$ARGMAP" summary "$name"
  obeys_nothing "summary, of $name, which is not there" "$out" "$err"
  cd .. || exit 1
done
map '::error::x.argmap.json' x
check_status 0 'a name that begins a command, for a compiler'"'"'s reader' "$ARGMAP" check --format gcc --level info '::error::x.argmap.json'
file=$(sed -n '1s/:[0-9]*:[0-9]*: .*//p' "$out")
equal './::error::x.argmap.json' "$file" 'a name that begins a command still leads to the file'
for command in '::error::x' '--::error::x' 'summary --::error::x' 'summary --stakeholder ::error::x padded.argmap.json' \
  'list --by ::error::x padded.argmap.json' 'list --tag ::error::x padded.argmap.json' 'list --kind ::error::x padded.argmap.json' \
  'why padded.argmap.json ::error::x' 'rules ::error::x' 'help ::error::x' 'render -o /nowhere/::error::x padded.argmap.json' \
  'check --config ::error::x padded.argmap.json' 'check --files-from ::error::x' 'solve ::error::x'; do
  # shellcheck disable=SC2086
  run "$ARGMAP" $command
  obeys_nothing "$command" "$out" "$err"
done

# --- pictures as text ---

if [ "$ARGMAP_DRAW" = 1 ]; then
  for width in 116 117 118 119 120 121 122 123 124 125 126 127 128 129 130; do
    jq -n --argjson n $width '{ argmap: 1, title: "t", resolution: "r", claims: [{ id: "r", text: (("x" * $n) + "::error::spoofed") }] }' >dot.argmap.json
    run "$ARGMAP" render -T dot -o - dot.argmap.json
    obeys_nothing "DOT, which goes on in another line, after $width letters" "$out"
  done
fi
finish
