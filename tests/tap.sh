# Sourced by the shell tests (POSIX sh): TAP on standard output, and a scratch directory that goes when the test ends.
#   . "$ARGMAP_SOURCE/tests/tap.sh"
#   check_status 0 'a clean map' "$ARGMAP" check clean.argmap.json
#   contains "$out" 'checked 1 file' 'says how many'
#   finish                                  # prints the plan; always the last line
# check_status leaves what the command printed in the files $out and $err, and its exit status in $status.

: "${ARGMAP:?is to be the path of the program}" "${ARGMAP_SOURCE:?is to be the top of the source}" "${ARGMAP_DRAW:=1}"
LC_ALL=C
export LC_ALL
unset NO_COLOR CDPATH COLUMNS
# What is tried on a terminal is tried on one with colours, wherever the tests run.
TERM=xterm
export TERM

# nohup and some daemons have signals ignored. What a test starts would inherit that, and a shell cannot take it back, so it begins
# again with the usual answer to each signal. (env has the option in coreutils 8.31 and later.)
if [ -z "${ARGMAP_SIGNALS-}" ] && env --default-signal true 2>/dev/null; then
  ARGMAP_SIGNALS=usual exec env --default-signal sh "$0" "$@"
fi

# set -e would end a test without its plan at the first check that fails; set -u finds misspelt variables.
set -u

tests=0
status=
scratch=$(mktemp -d "${TMPDIR:-/tmp}/argmap-test.XXXXXX") || exit 1
trap 'chmod -R u+rwx "$scratch" 2>/dev/null; rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM
out=$scratch/.out
err=$scratch/.err

# Prints standard input as TAP comments, what would disturb a terminal or the log made visible, no more than 60 lines of it.
comment ()
{
  sed -n '1,60p' | cut -c 1-400 | tr '\000-\010\013-\037\177' '?' | sed 's/^/# /'
}

# ok DESCRIPTION
ok ()
{
  tests=$((tests + 1))
  printf 'ok %d - %s\n' "$tests" "$1"
}

# not_ok DESCRIPTION [WHY]
not_ok ()
{
  tests=$((tests + 1))
  printf 'not ok %d - %s\n' "$tests" "$1"
  [ $# -lt 2 ] || printf '%s\n' "$2" | comment
}

# skip DESCRIPTION WHY
skip ()
{
  tests=$((tests + 1))
  printf 'ok %d - %s # SKIP %s\n' "$tests" "$1" "$2"
}

# skip_all WHY: this test has nothing to do here; ends it
skip_all ()
{
  printf '1..0 # SKIP %s\n' "$1"
  exit 0
}

# need_drawing: nothing to do where argmap cannot draw
need_drawing ()
{
  [ "$ARGMAP_DRAW" != 0 ] || skip_all 'built without drawing'
}

# finish: prints the plan and ends the test
finish ()
{
  printf '1..%d\n' "$tests"
  exit 0
}

# device NAME MINOR: $device is the character device (1, MINOR), or empty where there is none. For root it is a node in the
# scratch directory and not /dev/NAME: a program that replaces what it should write to would take that from the whole system.
device ()
{
  device=/dev/$1
  if [ "$(id -u)" -eq 0 ]; then
    device=$scratch/$1
    [ -c "$device" ] || mknod "$device" c 1 "$2" 2>/dev/null
  fi
  { [ -c "$device" ] && (: >"$device") 2>/dev/null; } || device=
}

# leave_coaching_out: in the scratch directory argmap finds nothing that a debate coach would add, for tests about other things
leave_coaching_out ()
{
  cat >"$scratch/.argmaprc.json" <<'END'
{ "rules": { "unattributed-claim": "off", "unanswered-rebuttal": "off", "one-sided": "off", "unsupported-resolution": "off",
             "repeated-text": "off", "fact-without-evidence": "off" } }
END
}

# write_map FILE: a small map without a fault
write_map ()
{
  cat >"$1" <<'END'
{ "argmap": 1, "title": "Cars in the old town", "resolution": "close",
  "claims": [{ "id": "close", "text": "The old town should be closed to cars." },
             { "id": "noise", "text": "Most of its noise comes from cars.", "supports": ["close"] }] }
END
}

# make_locale NAME: a locale as de_DE.UTF-8, made in the scratch directory, for LC_ALL together with LOCPATH=$locales. Fails where there is
# nothing to make it of, and where it does not work: a test in a locale that is not there would be one in C.
locales=$scratch/.locales
make_locale ()
{
  mkdir -p "$locales"
  [ -d "$locales/$1" ] || localedef --no-archive -i "${1%.*}" -f UTF-8 "$locales/$1" >"$out" 2>&1
  [ "$(LOCPATH=$locales LC_ALL=$1 env printf %.1f 0 2>"$err")" = 0,0 ]
}

# run COMMAND...: runs it with its output in $out and $err and its exit status in $status. A sanitizer's report is shown
# wherever it happens (its exit status is none of argmap's own, so that check_status fails on it).
run ()
{
  status=0
  "$@" >"$out" 2>"$err" || status=$?
}

# check_status EXPECTED DESCRIPTION COMMAND...
check_status ()
{
  expected_status=$1
  description=$2
  shift 2
  run "$@"
  if [ "$status" -eq "$expected_status" ]; then
    ok "$description"
  else
    not_ok "$description" "exit status $status and not $expected_status: $*"
    comment <"$out"
    comment <"$err"
  fi
}

# same EXPECTED-FILE FILE DESCRIPTION
same ()
{
  if cmp -s "$1" "$2"; then
    ok "$3"
  else
    not_ok "$3" 'expected (-) and found (+):'
    diff -u "$1" "$2" | sed 1,2d | comment
  fi
}

# differs FILE FILE DESCRIPTION
differs ()
{
  if cmp -s "$1" "$2"; then
    not_ok "$3" 'they are the same'
  else
    ok "$3"
  fi
}

# contains FILE TEXT DESCRIPTION: TEXT, in one line and as it stands, is in FILE
contains ()
{
  if grep -qF -e "$2" "$1"; then
    ok "$3"
  else
    not_ok "$3" "not found: $2"
    comment <"$1"
  fi
}

# lacks FILE TEXT DESCRIPTION
lacks ()
{
  if grep -qF -e "$2" "$1"; then
    not_ok "$3" "found: $2"
    comment <"$1"
  else
    ok "$3"
  fi
}

# is_empty FILE DESCRIPTION
is_empty ()
{
  if [ -s "$1" ]; then
    not_ok "$2" 'not empty:'
    comment <"$1"
  else
    ok "$2"
  fi
}

# equal EXPECTED FOUND DESCRIPTION
equal ()
{
  if [ "$1" = "$2" ]; then
    ok "$3"
  else
    not_ok "$3" "expected: $1
found: $2"
  fi
}

# at_most BYTES FILE DESCRIPTION: and it is not empty
at_most ()
{
  size=$(wc -c <"$2")
  if [ "$size" -gt 0 ] && [ "$size" -le "$1" ]; then
    ok "$3"
  else
    not_ok "$3" "$size bytes"
  fi
}

# only_map DESCRIPTION: of the JSON that was printed last, which is about one map, leaves in $out what it says of that map
only_map ()
{
  equal 1 "$(jq '.maps | length' "$out" 2>&1)" "$1: one map, in the envelope that all outputs have"
  jq '.maps[0]' "$out" >"$scratch/only.json" && cp "$scratch/only.json" "$out"
}
