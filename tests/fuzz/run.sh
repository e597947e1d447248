#!/bin/sh
# Fuzzes argmap with libFuzzer, and says as TAP which targets went through without a finding. Inputs begin with the fixtures of the other
# tests; what is found on the way stays in .build/fuzz/corpus, so that a longer run goes on where the last one ended.
#   sh tests/fuzz/run.sh                     every target, three seconds each
#   sh tests/fuzz/run.sh SECONDS [TARGET…]   longer, or only those
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/../.."

seconds=${1:-3}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- check config diff draw format framework mutate reason report
depth=deep
step=1
if [ "$seconds" -lt 10 ]; then
  depth=shallow
  step=12
fi
program=.build/sanitized # that of tests/run.sh
directory=.build/fuzz
corpus=$PWD/$directory/corpus
findings=$PWD/$directory/findings
export ASAN_OPTIONS='detect_stack_use_after_return=1:strict_string_checks=1:intercept_strndup=0:allocator_may_return_null=1'
export UBSAN_OPTIONS='halt_on_error=1:print_stacktrace=1'
export LSAN_OPTIONS="print_suppressions=0:suppressions='$PWD/tests/lsan.supp'"

build ()
{
  [ -f "$program/build.ninja" ] \
    || CC=clang meson setup "$program" --buildtype=debug -Doptimization=1 -Dsat=enabled -Dfuzz=true -Db_sanitize=address,undefined -Db_lundef=false
  # shellcheck disable=SC2046 # words
  ninja -C "$program" $(printf 'tests/fuzz-%s ' "$@")
}

# Fixtures, as far as a target reads such; of many, a run of some seconds takes every twelfth.
seed ()
{
  seeds=$corpus/$depth-$1
  [ ! -d "$seeds" ] || return 0
  mkdir -p "$seeds"
  case $1 in
    config)
      printf '{ "rules": { "off-topic": "off" }, "overrides": [{ "files": ["*.json"], "rules": { "one-sided": "error" } }] }' >"$seeds/1" ;;
    framework)
      printf 'p af 3\n# c\n1 2\n2 1\n1 3\n' >"$seeds/1"
      printf 'p af 5\n1 1\n2 3\n3 4\n4 2\n5 1\n' >"$seeds/2" ;;
    diff)
      for map in maps/*.json tests/diff/*.json examples/*.json; do
        cp "$map" "$seeds/"
        { cat "$map"; printf '\n@@@@\n'; cat maps/compulsory-voting.argmap.json; } >"$seeds/with-$(basename "$map")"
      done
      { cat tests/diff/e2ee-child-safety.argmap.json; printf '\n@@@@\n'; cat maps/e2ee-child-safety.argmap.json; } >"$seeds/known" ;;
    *)
      find maps examples tests/bad tests/check -name '*.json' -size -20k | LC_ALL=C sort | awk -v step="$step" 'NR % step == 0' | while read -r map; do
        cp "$map" "$seeds/"
      done ;;
  esac
}

# Its output to a file of its own, which is shown where something was found.
fuzz ()
{
  mkdir -p "$corpus/$1" "$findings"
  seed "$1"
  status=0
  "$program/tests/fuzz-$1" -max_total_time="$seconds" -timeout=60 -rss_limit_mb=2500 -max_len=20000 -print_final_stats=1 \
    -artifact_prefix="$findings/$1-" "$corpus/$1" "$corpus/$depth-$1" >"$directory/$1.log" 2>&1 || status=$?
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$directory/$1.log")
  if [ "$status" -eq 0 ] && [ "${runs:-0}" -gt 0 ]; then
    printf 'ok - %s: %s inputs in %s s, and no finding\n' "$1" "$runs" "$seconds" >"$directory/$1.tap"
  else
    { printf 'not ok - %s: exit status %s\n' "$1" "$status"; tail -n 60 "$directory/$1.log" | sed 's/^/# /'; } >"$directory/$1.tap"
  fi
}

mkdir -p "$corpus"
build "$@" >"$directory/build.log" 2>&1 || { cat "$directory/build.log"; exit 1; }
# Two at a time, as many as there are processors on a small machine.
for target; do
  fuzz "$target" &
  if [ -n "${before-}" ]; then
    wait "$before"
  fi
  before=$!
done
wait
for target; do
  cat "$directory/$target.tap"
done
printf '1..%d\n' $#
