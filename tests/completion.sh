#!/bin/sh
# What shells complete: every command, option, rule and word, in every shell; and that each shell does it.

. "$ARGMAP_SOURCE/tests/tap.sh"
cd "$scratch" || exit 1
mkdir maps
cp "$ARGMAP_SOURCE"/maps/*.argmap.json maps/
touch maps/notes.txt

commands=$("$ARGMAP" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p')
slugs=$("$ARGMAP" rules | sed 's/ .*//')

for shell in bash zsh fish; do
  check_status 0 "$shell: a script" "$ARGMAP" completion "$shell"
  cp "$out" "script.$shell"
  lacking=
  for command in $commands; do
    grep -qw -- "$command" "script.$shell" || lacking="$lacking $command"
    # --name of each line of the options; the word after -l in fish
    for option in $("$ARGMAP" "$command" --help | sed -n 's/^ *\(-[a-zA-Z], \)\{0,1\}--\([a-z-]*\).*/\2/p'); do
      grep -Eq -- "(--|-l )$option([^a-z-]|\$)" "script.$shell" || lacking="$lacking $command:$option"
    done
  done
  equal '' "$lacking" "$shell: every command and every option of its help"
  lacking=
  for slug in $slugs; do
    grep -qw -- "$slug" "script.$shell" || lacking="$lacking $slug"
  done
  equal '' "$lacking" "$shell: every rule"
  if command -v "$shell" >/dev/null; then
    check_status 0 "$shell: reads it" "$shell" -n "script.$shell"
  else
    skip "$shell: reads it" "there is no $shell"
  fi
done

# bash_offers EXPECTED WORD...: what bash offers in place of the last WORD, in one line
bash_offers ()
{
  expected=$1
  shift
  found=$(bash --norc -c '
    source script.bash
    COMP_WORDS=("$@")
    COMP_CWORD=$(($# - 1))
    _argmap 2>/dev/null
    printf "%s\n" "${COMPREPLY[@]}" | sort | tr "\n" " "' bash "$@")
  equal "$expected " "$found" "bash: $*"
}

if command -v bash >/dev/null; then
  bash_offers 'schema solve summary' argmap s
  bash_offers '--format' argmap check --fo
  bash_offers 'json jsonl' argmap check --format js
  bash_offers 'json jsonl' argmap check --format = js
  bash_offers 'unused-source= unused-stakeholder= unused-suppression=' argmap check --rule unused
  bash_offers 'error' argmap check --rule unused-source = e
  bash_offers 'off-topic' argmap rules off
  bash_offers 'svg' argmap render -T s
  bash_offers 'maps/compulsory-voting.argmap.json' argmap render maps/co
  bash_offers '' argmap render maps/no
  bash_offers 'maps' argmap render ma
  bash_offers 'maps' argmap render -d m
  bash_offers 'maps/notes.txt' argmap render -o maps/n
  bash_offers 'maps' argmap new m
  bash_offers '' argmap new maps/c
  bash_offers '--rebuttals' argmap list --re
  bash_offers 'table tsv' argmap list --format t
  bash_offers 'contested' argmap list --status c
  bash_offers 'solvency' argmap list --issue so
  bash_offers 'bash' argmap completion b
else
  skip 'bash offers' 'there is no bash'
fi

# fish_offers EXPECTED LINE: of what it offers, that which begins with the last word. (fish 4 also offers what holds its letters in order.)
fish_offers ()
{
  found=$(HOME=$scratch fish --no-config -c 'source script.fish; complete -C $argv[1]' "$2" 2>/dev/null | cut -f 1 | awk -v word="${2##* }" 'index ($0, word) == 1' | sort | tr '\n' ' ')
  equal "$1 " "$found" "fish: $2"
}

if command -v fish >/dev/null; then
  fish_offers 'schema solve summary' 'argmap s'
  fish_offers '--format' 'argmap check --fo'
  fish_offers 'json jsonl' 'argmap check --format js'
  fish_offers 'unused-source=off' 'argmap check --rule unused-source=o'
  fish_offers 'table tsv' 'argmap list --format t'
  fish_offers '--rebuttals' 'argmap list --reb'
  fish_offers 'off-topic' 'argmap rules off'
  fish_offers 'maps/compulsory-voting.argmap.json' 'argmap render maps/co'
  fish_offers 'bash' 'argmap completion b'
else
  skip 'fish offers' 'there is no fish'
fi

check_status 2 'no shell' "$ARGMAP" completion
contains "$err" 'argmap completion: name a shell: bash, zsh or fish' 'no shell: what it says'
check_status 2 'a shell that it does not know' "$ARGMAP" completion tcsh
contains "$err" 'the shell cannot be "tcsh"' 'a shell that it does not know: what it says'

finish
