#!/bin/sh
# Builds argmap in three ways and runs the tests of each, then fuzzes it for some seconds. The last line says how many passed and failed.
#   sh tests/run.sh            every test, in each build that it can tell something of (see tests/meson.build)
#   sh tests/run.sh TEST...    those alone, by the names that `meson test --list` prints
#   sh tests/run.sh --coverage every test in one build, and how many lines of src/ they went through
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

passed=0
failed=0
overview=

# argmap's own exit status is 0, 1 or 2: a test that expects one of these must not take a sanitizer's stop for it.
# The slow unwinder sees through libraries built without frame pointers: with the fast one a leak in Pango shows as one of
# GLib's, and a suppression for GLib would hide argmap's own. It costs most of the time, so few tests ask for it.
# Cairo hands strndup() bytes without a NUL after them, as it may; strict_string_checks would take that for an overflow.
export ASAN_OPTIONS='exitcode=99:fast_unwind_on_malloc=0:detect_stack_use_after_return=1:strict_string_checks=1:intercept_strndup=0'
export UBSAN_OPTIONS='exitcode=99:halt_on_error=1:print_stacktrace=1'
export LSAN_OPTIONS='exitcode=99:print_suppressions=0'
[ ! -f tests/lsan.supp ] || LSAN_OPTIONS="$LSAN_OPTIONS:suppressions='$PWD/tests/lsan.supp'"

note ()
{
  overview="$overview$1
"
}

fail ()
{
  note "FAILED: $1"
  failed=$((failed + 1))
}

finish ()
{
  printf '\n%s%s passed, %s failed\n' "$overview" "$passed" "$failed"
  if [ "$failed" -gt 0 ] || [ "$passed" -eq 0 ]; then
    exit 1
  fi
  exit 0
}

# Counts from meson's JSON log and not from its JUnit file: meson 1.0's has no word of a program that crashed, exited with an
# error or ran out of time after its last result, and calls one that ran out of time before its first a success.
# Prints "PASSED FAILED", then what the overview says of this build.
count ()
{
  awk -v build="$name" '
    function member (key, rest)
    {
      if (!match ($0, "\"" key "\": \""))
        return ""
      rest = substr ($0, RSTART + RLENGTH)
      return substr (rest, 1, index (rest, "\"") - 1)
    }

    function exit_status ()
    {
      return match ($0, /"returncode": -?[0-9]+/) ? substr ($0, RSTART + 14, RLENGTH - 14) + 0 : "unknown"
    }

    function read_tap (lines, i, line)
    {
      good = bad = left_out = planned = 0
      lines = split (member ("stdout"), line, /\\n/)
      for (i = 1; i <= lines; i++)
        if (line[i] ~ /^1\.\.[0-9]/)
          planned = 1
        else if (line[i] ~ /^(not )?ok( |$)/)
          {
            if (line[i] ~ /# *([Ss][Kk][Ii][Pp]|[Tt][Oo][Dd][Oo])/)
              left_out++
            else if (line[i] ~ /^ok/)
              good++
            else
              bad++
          }
    }

    function fault (result, results)
    {
      if (result == "SKIP" && !results && !planned && exit_status() != 77)
        return "it ran nothing"
      if (result !~ /^(OK|SKIP|EXPECTEDFAIL)$/)
        return result ", exit status " exit_status()
      if (results && !planned)
        return "it gave no plan (1..N), so it may have stopped early"
      return ""
    }

    {
      gsub (/\\\\/, "\001") # from here on a quote ends a string and \n is a line end, wherever one is left
      gsub (/\\"/, "\002")
      read_tap()
      results = good + bad + left_out
      why = fault(member ("result"), results)
      if (why != "")
        {
          bad += !bad
          broken = broken "\nFAILED: " build ": " member ("name") " (" why ")"
        }
      else if (!results)
        {
          if (member ("result") == "SKIP")
            left_out = 1
          else
            good = 1
        }
      passed += good
      failed += bad
      skipped += left_out
    }

    END {
      printf "%d %d\n", passed, failed
      printf "%s: %d passed, %d failed, %d left out%s\n", build, passed, failed, skipped, broken
    }
  ' "$1"
}

add_counts ()
{
  counts=$(count "$1")
  note "$(printf '%s\n' "$counts" | sed 1d)"
  # shellcheck disable=SC2046 # two numbers
  set -- $(printf '%s\n' "$counts" | sed 1q)
  passed=$((passed + $1))
  failed=$((failed + $2))
}

# Without --reconfigure meson would keep the options that an older checkout gave the directory.
configure ()
{
  again=
  [ ! -f "$directory/build.ninja" ] || again=--reconfigure
  meson setup $again "$directory" "$@"
}

# run_tests SUITE [TEST...]
run_tests ()
{
  suite=$1
  shift
  [ $# -gt 0 ] || set -- --suite "$suite"
  log=$directory/meson-logs/testlog.json
  rm -f "$log"
  before=$failed
  status=0
  # Some tests wait for what they started.
  meson test -C "$directory" --no-rebuild --print-errorlogs --num-processes $(($(getconf _NPROCESSORS_ONLN) + 1)) --timeout-multiplier "$patience" "$@" || status=$?
  [ ! -f "$log" ] || add_counts "$log"
  [ "$status" -eq 0 ] || [ "$failed" -gt "$before" ] || fail "$name: meson test ended with status $status"
}

# build NAME PATIENCE COMPILER OPTION...
build ()
{
  name=$1
  patience=$2
  export CC="$3"
  directory=.build/$name
  shift 3
  printf '\n== %s\n' "$name"
  if ! configure -Dwerror=true -Dwarning_level=3 "$@"; then
    fail "$name: meson setup failed"
    return 1
  fi
  if ! ninja -C "$directory"; then
    fail "$name: the build failed"
    return 1
  fi
}

fuzz ()
{
  printf '\n== fuzz\n'
  said=$(sh tests/fuzz/run.sh 2) || said="not ok - fuzz: exit status $?
$said"
  printf '%s\n' "$said"
  good=$(printf '%s\n' "$said" | grep -c '^ok ' || :)
  bad=$(printf '%s\n' "$said" | grep -c '^not ok ' || :)
  [ "$good" -gt 0 ] || bad=$((bad + 1))
  passed=$((passed + good))
  failed=$((failed + bad))
  note "fuzz: $good passed, $bad failed"
}

if ! sh examples/set-up.sh --tests; then
  fail 'set-up: not everything that the tests need is here'
  finish
fi
sh tests/npm/install.sh || note 'The checkers of pages could not be fetched, so the test accessibility is left out.'
# Lines of src/ that were executed, by gcc's own gcov, those least covered first.
cover ()
{
  find "$directory" -name '*.gcda' -path '*src*' -exec gcov -n '{}' + 2>/dev/null | awk -v root="$PWD/" '
    /^File / {
      file = $0
      gsub(/^File .|.$/, "", file)
      sub(root, "", file)
      while (sub(/^\.\.\//, "", file))
        ;
    }

    /^Lines executed:/ && file ~ /^src\// {
      split($0, part, /[:% ]+/)
      lines = part[5]
      covered = lines * part[3] / 100
      if (!(file in all) || covered > most[file])
        most[file] = covered
      all[file] = lines
      file = ""
    }

    END {
      for (file in all)
        {
          printf "%6.1f %% of %4d lines  %s\n", 100 * most[file] / all[file], all[file], file
          sum += all[file]
          done += most[file]
        }
      printf "%6.1f %% of %4d lines  src/\n", 100 * done / sum, sum
    }' | LC_ALL=C sort -n
}

if [ "${1-}" = --coverage ]; then
  export GCOV_ERROR_FILE=/dev/null # some tests leave no room for its files
  if build coverage 2 gcc --buildtype=debug -Dsat=enabled -Db_coverage=true; then
    find "$directory" -name '*.gcda' -exec rm -f '{}' +
    run_tests plain
    note "$(cover)"
  fi
  finish
fi
if build sanitized 4 clang --buildtype=debug -Doptimization=1 -Dsat=enabled -Dfuzz=true -Db_sanitize=address,undefined -Db_lundef=false; then
  run_tests sanitized "$@"
  [ $# -gt 0 ] || fuzz
fi
if build plain 1 gcc --buildtype=debug -Doptimization=1 -Dsat=enabled; then run_tests plain "$@"; fi
if build bare 1 gcc --buildtype=debugoptimized -Ddraw=disabled -Dsat=disabled; then run_tests bare "$@"; fi
finish
