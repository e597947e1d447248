#!/bin/sh
# What shells complete: what argmap answers when they ask it, and that each of them does it.

# shellcheck disable=SC2016 # shells of their own are to expand what is quoted
. "$ARGMAP_SOURCE/tests/tap.sh"
cd "$scratch" || exit 1
mkdir bin maps 'my maps'
ln -s "$ARGMAP" bin/argmap
PATH=$scratch/bin:$PATH
export PATH
cp "$ARGMAP_SOURCE"/maps/*.argmap.json maps/
touch maps/notes.txt

# Ids, names and tags of somebody who would like to have something run, or a terminal confused.
cat >'my maps/sent.argmap.json' <<'END'
{ "argmap": 1, "title": "Sent", "resolution": "r",
  "stakeholders": [{ "id": "a b", "name": "$(touch pwned)" }, { "id": "it's", "name": "\u001b[31mred\nline" }, { "id": "-x", "name": "Dash" },
    { "id": "q\"$(touch pwned)`touch pwned`", "name": "Quotes" }, { "id": "co:lon=eq@at", "name": "Signs" }, { "id": "l\nine", "name": "Line" },
    { "id": "\u202ertl", "name": "Direction" }],
  "claims": [{ "id": "r", "text": "It should be so.", "label": "So",
    "tags": ["free buses", "\u001b[2J", "$(touch pwned)", "!!", "l\nine", "; touch pwned", "-dash", "a'b", "*", "~"] },
    { "id": "-claim", "text": "It helps.", "supports": ["r"] }],
  "rebuttals": [{ "id": "other", "text": "It does not.", "rebuts": ["r"] }] }
END

# answers EXPECTED SHELL INDEX WORD...: the words that argmap answers, in one line
answers ()
{
  expected=$1
  shift
  found=$("$ARGMAP" complete "$@" argmap_has_no_such_word 2>"$err" | cut -f 1 | tr '\n' ' ')
  equal "$expected" "${found% }" "argmap complete $*"
}

# lacking WORD...: those that are not in $out
lacking ()
{
  for word in "$@"; do
    cut -f 1 "$out" | grep -qxF -e "$word" || printf '%s ' "$word"
  done
}

commands=$("$ARGMAP" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p')
run "$ARGMAP" complete bash 1 argmap ''
# shellcheck disable=SC2086 # words
equal '' "$(lacking $commands)" 'every command'
lacks "$out" "$(printf 'complete\t')" 'but not the one that is asked'
lacks "$err" . 'nothing on standard error'
for command in $commands; do
  run "$ARGMAP" complete zsh 2 argmap "$command" --
  # shellcheck disable=SC2046 # words
  equal '' "$(lacking $("$ARGMAP" "$command" --help | sed -n 's/^ *\(-[a-zA-Z], \)\{0,1\}\(--[a-z-]*\).*/\2/p'))" "$command: every option of its help"
done
run "$ARGMAP" complete fish 2 argmap rules ''
# shellcheck disable=SC2046
equal '' "$(lacking $("$ARGMAP" rules | sed 's/ .*//'))" 'every rule'
contains "$out" "$(printf 'unused-source\tA source is cited by no evidence')" 'and what it is'
check_status 0 'the hidden command' "$ARGMAP" --help
lacks "$out" '  complete ' 'is not in the help'
check_status 2 'the hidden command has no help' "$ARGMAP" help complete

answers 'schema summary solve' bash 1 argmap s
answers '--format' bash 2 argmap check --fo
answers 'json jsonl' bash 3 argmap check --format js
answers 'json jsonl' bash 4 argmap check --format = js
answers '--format=json --format=jsonl' zsh 2 argmap check --format=js
answers '--format=json --format=jsonl' fish 2 argmap check --format=js
answers '-Tsvg' zsh 2 argmap render -Ts
answers 'unused-source= unused-stakeholder= unused-suppression=' bash 3 argmap check --rule unused
answers 'error' bash 5 argmap check --rule unused-source = e
answers 'off' bash 6 argmap check --rule = unused-source = o
answers 'unused-source=error' zsh 3 argmap check --rule unused-source=e
answers 'off-topic' bash 2 argmap rules off
answers 'svg' bash 3 argmap render -T s
answers 'disputed' bash 3 argmap list --status d
answers 'solvency' bash 3 argmap list --issue so
answers 'bash' bash 2 argmap completion b
answers 'rules render' bash 2 argmap help r
answers '' bash 3 argmap render --depth ''
answers '' bash 2 argmap no-such-command ''
answers '' bash 3 argmap list -- --for
for shell in bash zsh fish; do
  answers 'grooming' "$shell" 3 argmap why maps/e2ee-child-safety.argmap.json gro
  answers 'grooming' "$shell" 3 argmap render --focus gro maps/e2ee-child-safety.argmap.json
done
answers 'grooming' bash 4 argmap why 'maps/e2ee"-child-"safety.argmap.json' -- gro
answers '' bash 2 argmap why gro

# Where files are wanted, it says which, and the shell knows how to find them.
for pair in 'map:render' 'map:why' 'file:render -o' 'file:check --files-from' 'folder:render -d' 'folder:new'; do
  # shellcheck disable=SC2086
  run "$ARGMAP" complete bash $(($(echo ${pair#*:} | wc -w) + 1)) argmap ${pair#*:} ''
  equal "$(printf '\t%s' "${pair%%:*}")" "$(cat "$out")" "${pair#*:}: ${pair%%:*}"
done

# --- what is in maps of strangers ---

sent="my maps/sent.argmap.json"
for option in --by --tag --focus; do
  run "$ARGMAP" complete fish 3 argmap list "$option" '' "$sent" # not every command has each of them
  equal '' "$(LC_ALL=C tr -d '[:print:]\n\t\200-\377' <"$out")" "$option: no control character"
done
answers "a b it's q\"\$(touch pwned)\`touch pwned\` co:lon=eq@at" fish 3 argmap list --by '' "$sent"
answers "free buses \$(touch pwned) !! ; touch pwned a'b * ~" fish 3 argmap list --tag '' "$sent"
answers '--tag=-dash' fish 2 argmap list --tag=- "$sent"
answers 'r other' fish 3 argmap why "$sent" ''
answers '-claim' fish 4 argmap why "$sent" -- -
run "$ARGMAP" complete zsh 3 argmap list --by it "'$sent'"
equal "$(printf "it's\t\357\277\275[31mred line")" "$(cat "$out")" 'a name is cleaned'
answers 'eq@at' bash 7 argmap list "'$sent'" --by co : lon = e
answers 'at' bash 9 argmap list "'$sent'" --by co : lon = eq @

# --- nothing is said, whatever is wrong, and nothing waits ---

mkfifo pipe
awk 'BEGIN { print "{ \"argmap\": 1, \"title\": \"Large\", \"claims\": [{ \"id\": \"c\", \"text\": \""; for (i = 0; i < 90000; i++) printf "%050d", 0; print "\" }] }" }' >large.json
echo '{ "argmap": 1,' >broken.json
while read -r words; do
  # shellcheck disable=SC2086
  run timeout 60 "$ARGMAP" complete $words
  cat "$out" "$err" >said
  equal '0 ' "$status $(cat said)" "argmap complete $words: nothing"
done <<'END'

bash
bash 1
bash x argmap
bash 1 argmap
bash 0 argmap
bash 99999999999999999999 argmap why
bash 9 argmap why
tcsh 1 argmap ch
bash 3 argmap why none.json c
bash 3 argmap why pipe c
bash 3 argmap why - c
bash 3 argmap why maps c
bash 3 argmap why large.json c
bash 3 argmap why broken.json c
bash 3 argmap why bin/argmap c
bash 3 argmap list --by x maps/notes.txt
END

# --- the shells ---

for shell in bash zsh fish; do
  check_status 0 "$shell: a script" "$ARGMAP" completion "$shell"
  cp "$out" "script.$shell"
  if command -v "$shell" >/dev/null; then
    check_status 0 "$shell: reads it" "$shell" -n "script.$shell"
  else
    skip "$shell: reads it" "there is no $shell"
  fi
done

# await COMMAND...: until it succeeds, for no more than half a minute
await ()
{
  waited=0
  until "$@"; do
    waited=$((waited + 1))
    [ "$waited" -le 600 ] || return 1
    sleep 0.05
  done
}

lines ()
{
  [ "$(wc -l <typed)" -ge "$1" ]
}

# completes LINE EXPECTED: what the shell that was started makes of the line when Tab is pressed
completes ()
{
  count=$(wc -l <typed)
  printf '%s\t\0301' "$1" >&9
  await lines $((count + 1))
  made=$(tail -n 1 typed)
  equal "$2" "$made" "$shell: $1"
}

# runs LINE EXPECTED: as above, and the line is one that argmap takes as it was meant
runs ()
{
  completes "$1" "$2"
  check_status 0 "$shell: $1: can be run" "$shell" -c "$made"
  equal no "$([ -e pwned ] && echo yes || echo no)" "$shell: $1: runs nothing else"
}

for shell in bash zsh; do
  if ! command -v "$shell" >/dev/null || ! script -qec true /dev/null >"$out" 2>&1; then
    skip "$shell completes" "there is no $shell, or no script(1)"
    continue
  fi
  rm -f keys typed
  mkfifo keys
  : >typed
  case $shell in
    bash)
      start='bash --norc --noprofile -i'
      set_up='source script.bash; bind -x "\"\C-x1\": echo \"\$READLINE_LINE\" >>typed; READLINE_LINE="' ;;
    zsh)
      mkdir -p functions
      cp script.zsh functions/_argmap
      start='zsh -f -i'
      set_up='fpath=($PWD/functions $fpath); autoload -Uz compinit; compinit -u -D; show () { print -r -- "$BUFFER" >>typed; BUFFER=; }; zle -N show; bindkey "^X1" show' ;;
  esac
  script -qec "$start" /dev/null <keys >screen 2>&1 &
  exec 9>keys
  printf 'stty rows 50 cols 200; %s; echo ready >>typed\n' "$set_up" >&9
  await lines 1
  completes 'argmap sum' 'argmap summary '
  completes 'argmap check --strict --fail' 'argmap check --strict --fail-on '
  completes 'argmap check --rule unused-sou' 'argmap check --rule unused-source='
  completes 'argmap check --rule=unused-source=e' 'argmap check --rule=unused-source=error '
  completes 'argmap list maps/e' 'argmap list maps/e2ee-child-safety.argmap.json '
  [ $shell = zsh ] || completes 'argmap list maps/no' 'argmap list maps/no' # zsh offers others where there is no map
  completes 'argmap render -o maps/no' 'argmap render -o maps/notes.txt '
  completes 'argmap render --output=maps/no' 'argmap render --output=maps/notes.txt '
  completes 'argmap render -d map' 'argmap render -d maps/'
  completes 'argmap list my' 'argmap list my\ maps/'
  completes 'argmap list my\ maps/s' 'argmap list my\ maps/sent.argmap.json '
  runs 'argmap why --force maps/e2ee-child-safety.argmap.json groo' 'argmap why --force maps/e2ee-child-safety.argmap.json grooming '
  runs 'argmap list --force "my maps/sent.argmap.json" --by a' 'argmap list --force "my maps/sent.argmap.json" --by a\ b '
  runs 'argmap list --force "my maps/sent.argmap.json" --by=it' "argmap list --force \"my maps/sent.argmap.json\" --by=it\\'s "
  runs 'argmap list --force my\ maps/sent.argmap.json --by q' 'argmap list --force my\ maps/sent.argmap.json --by q\"\$\(touch\ pwned\)\`touch\ pwned\` '
  runs 'argmap list --force my\ maps/sent.argmap.json --by co:lon=e' 'argmap list --force my\ maps/sent.argmap.json --by co:lon=eq@at '
  runs 'argmap list --force my\ maps/sent.argmap.json --tag "fr' 'argmap list --force my\ maps/sent.argmap.json --tag "free buses" '
  runs 'argmap list --force my\ maps/sent.argmap.json --tag \$' 'argmap list --force my\ maps/sent.argmap.json --tag \$\(touch\ pwned\) '
  runs 'argmap list --force my\ maps/sent.argmap.json --tag \;' 'argmap list --force my\ maps/sent.argmap.json --tag \;\ touch\ pwned '
  case $shell in # within quotes bash quotes nothing
    bash) completes 'argmap list --force my\ maps/sent.argmap.json --by "q' 'argmap list --force my\ maps/sent.argmap.json --by "q' ;;
    zsh) runs 'argmap list --force my\ maps/sent.argmap.json --by "q' 'argmap list --force my\ maps/sent.argmap.json --by "q\"\$(touch pwned)\`touch pwned\`" ' ;;
  esac
  printf 'exit\n' >&9
  exec 9>&-
  wait
done

# fish_offers EXPECTED LINE: what it offers; each is quoted when it is chosen
fish_offers ()
{
  found=$(HOME=$scratch fish --no-config -c 'source script.fish; complete -C $argv[1]' "$2" 2>"$err" | tr '\n' ' ')
  equal "$1" "${found% }" "fish: $2"
}

if command -v fish >/dev/null; then
  fish_offers "$(printf 'summary\tSum maps up in prose')" 'argmap sum'
  fish_offers "$(printf -- '--fail-on\tFail on info, warning or error (default)')" 'argmap check --strict --fail'
  fish_offers "$(printf 'unused-source=\tA source is cited by no evidence')" 'argmap check --rule unused-sou'
  fish_offers '--rule=unused-source=error' 'argmap check --rule=unused-source=e'
  fish_offers 'maps/e2ee-child-safety.argmap.json' 'argmap list maps/e'
  fish_offers '' 'argmap list maps/no'
  fish_offers 'maps/notes.txt' 'argmap render -o maps/no'
  fish_offers '--output=maps/notes.txt' 'argmap render --output=maps/no'
  fish_offers 'maps/' 'argmap render -d map'
  fish_offers 'my maps/' 'argmap list my'
  fish_offers 'my maps/sent.argmap.json' 'argmap list my\ maps/s'
  fish_offers 'my maps/sent.argmap.json' "argmap list 'my maps/s"
  fish_offers "$(printf 'a b\t$(touch pwned)')" "argmap list 'my maps/sent.argmap.json' --by a"
  fish_offers "$(printf "it's\t\357\277\275[31mred line")" "argmap list my\\ maps/sent.argmap.json --by it"
  fish_offers 'free buses' 'argmap list my\ maps/sent.argmap.json --tag "fr'
  fish_offers 'bash' 'argmap completion b'
  equal no "$([ -e pwned ] && echo yes || echo no)" 'fish: runs nothing else'
else
  skip 'fish offers' 'there is no fish'
fi

check_status 2 'no shell' "$ARGMAP" completion
contains "$err" 'argmap completion: name a shell: bash, zsh or fish' 'no shell: what it says'
check_status 2 'a shell that it does not know' "$ARGMAP" completion tcsh
contains "$err" 'the shell cannot be "tcsh"' 'a shell that it does not know: what it says'

finish
