#!/bin/sh
# Several maps drawn at a time: nobody can tell but by the clock. And what happens when workers, or all of it, are ended midway.

# shellcheck disable=SC2016 # shells of their own are to expand what is quoted
. "$ARGMAP_SOURCE/tests/tap.sh"
[ "$ARGMAP_DRAW" = 1 ] || skip_all 'built without drawing'
cd "$scratch" || exit 1

# map TITLE CLAIMS >FILE
map ()
{
  awk -v title="$1" -v claims="$2" 'BEGIN {
    printf "{\"argmap\":1,\"title\":\"%s\",\"resolution\":\"c1\",\"claims\":[{\"id\":\"c1\",\"text\":\"Number 1 of %s.\"}", title, title
    for (i = 2; i <= claims; i++)
      printf ",\n{\"id\":\"c%d\",\"text\":\"Number %d of %s.\",\"supports\":[\"c%d\"]}", i, i, title, int (i / 2)
    print "]}"
  }'
}

# await DESCRIPTION COMMAND...: until it succeeds, for no more than half a minute
await ()
{
  title=$1
  shift
  waited=0
  until "$@"; do
    waited=$((waited + 1))
    if [ "$waited" -gt 600 ]; then
      not_ok "$title" "in vain: $*"
      return 1
    fi
    sleep 0.05
  done
  ok "$title"
}

# children_of PID: their ids
children_of ()
{
  for entry in /proc/[0-9]*/status; do
    sed -n "s/^Pid:[[:space:]]*//p; s/^PPid:[[:space:]]*/of /p" "$entry" 2>/dev/null | tr '\n' ' '
    echo
  done | sed -n "s/^\([0-9]*\) of $1 .*/\1/p"
}

# gone DESCRIPTION PID...: none of these processes is left
gone ()
{
  title=$1
  shift
  for process in "$@"; do
    if kill -0 "$process" 2>/dev/null; then
      not_ok "$title" "process $process is left"
      kill -9 "$process"
      return
    fi
  done
  ok "$title"
}

# whole DESCRIPTION FOLDER: every picture in it is, and there is no temporary file
whole ()
{
  left=
  for file in "$2"/*.svg "$2"/.argmap-*; do
    [ ! -e "$file" ] || [ "$(tail -c 7 "$file")" = '</svg>' ] || left="$left $file"
  done
  equal '' "$left" "$1"
}

# --- the same, however many at a time ---

mkdir maps
i=0
names=
while [ "$i" -lt 30 ]; do
  i=$((i + 1))
  names="$names maps/$i.argmap.json"
  case $((i % 7)) in
    3) map "Map $i" 4 | sed 's/"c1"\]/"c99"]/' >maps/$i.argmap.json ;;
    5) ;; # missing
    6) printf '{ "argmap": 1, "title"' >maps/$i.argmap.json ;;
    *) map "Map $i" $((i * 37 % 60 + 1)) >maps/$i.argmap.json ;;
  esac
done

for type in dot svg; do
  for jobs in 1 2 7; do
    # shellcheck disable=SC2086 # names
    run "$ARGMAP" render -T $type --jobs=$jobs -d $type-$jobs $names
    sed "s,^$type-$jobs/,," "$out" >$type-$jobs.out
    cp "$err" $type-$jobs.err
    equal 2 "$status" "$type: the status with $jobs jobs"
  done
  equal 18 "$(grep -c . $type-1.out)" "$type: the good maps are drawn"
  equal 4 "$(grep -c 'cannot read' $type-1.err)" "$type: the missing ones are named"
  equal 4 "$(grep -c 'claim "c2" supports "c99"' $type-1.err)" "$type: the findings of broken ones are shown"
  for jobs in 2 7; do
    same $type-1.out $type-$jobs.out "$type: the same paths with $jobs jobs"
    same $type-1.err $type-$jobs.err "$type: the same on standard error with $jobs jobs"
    equal '' "$(diff -rq $type-1 $type-$jobs)" "$type: the same pictures with $jobs jobs"
  done
done
equal "$(seq 30 | awk '$1 % 7 != 3 && $1 % 7 != 5 && $1 % 7 != 6 { print $1 ".svg" }')" "$(cat svg-7.out)" 'the paths are in the order of the maps'
for jobs in 0 64 100000 2147483647; do
  # shellcheck disable=SC2086
  run "$ARGMAP" render -T dot -j "$jobs" -d dot-2 $names
  sed 's,^dot-2/,,' "$out" >again.out
  same dot-1.out again.out "-j $jobs"
done
check_status 2 'no word for --jobs' "$ARGMAP" render --jobs=many maps
check_status 0 'standard input among several maps' "$ARGMAP" render -j 4 -T dot -d mixed maps/1.argmap.json - maps/2.argmap.json <maps/4.argmap.json
equal 'mixed/1.dot
mixed/map.dot
mixed/2.dot' "$(cat "$out")" 'standard input among several maps: in order'
cp maps/1.argmap.json map.json
cp maps/2.argmap.json map.dot
check_status 2 'a picture in the place of another map' "$ARGMAP" render -j 2 -T dot map.json map.dot
contains "$err" 'a picture would overwrite the map map.dot' 'a picture in the place of another map: what it says'
same maps/2.argmap.json map.dot 'a picture in the place of another map: the map is left alone'

# The streams fail, or are closed.
for stream in '>&-' '2>&-' '<&-' '<&- >&- 2>&-' '<&- 2>&-'; do
  for jobs in 1 4; do
    run sh -c "\"\$ARGMAP\" render -T dot -j $jobs -d closed maps/1.argmap.json maps/none.json maps/2.argmap.json maps/3.argmap.json $stream"
    cp "$out" closed-$jobs.out
    cp "$err" closed-$jobs.err
    echo "$status" >>closed-$jobs.out
  done
  same closed-1.out closed-4.out "with $stream: the same on standard output, and the same status"
  same closed-1.err closed-4.err "with $stream: the same on standard error"
done
if [ -c /dev/full ]; then
  for jobs in 1 3; do
    status=0
    "$ARGMAP" render -T dot -j $jobs -d closed maps/1.argmap.json maps/2.argmap.json maps/4.argmap.json >/dev/full 2>full-$jobs.err || status=$?
    equal 2 "$status" "a full disk under standard output, $jobs jobs"
  done
  same full-1.err full-3.err 'a full disk under standard output: the same complaints'
else
  skip 'a full disk under standard output' 'there is no /dev/full'
fi
# shellcheck disable=SC2086
if (ulimit -n 12) 2>/dev/null; then
  run sh -c 'ulimit -n 12; "$ARGMAP" render -T dot -j 30 -d few "$@"' sh $names
  sed 's,^few/,,' "$out" >few.out
  same dot-1.out few.out 'few descriptors: as many workers as there can be'
  same dot-1.err "$err" 'few descriptors: the same complaints'
else
  skip 'few descriptors' 'they cannot be limited here'
fi

# Whoever starts argmap may have it ignore that children end, or hold the signal back.
for kind in ignore block; do
  if env --$kind-signal=CHLD true 2>/dev/null; then
    # shellcheck disable=SC2086
    run timeout 60 env --$kind-signal=CHLD "$ARGMAP" render -T dot -j 3 -d children $names
    sed 's,^children/,,' "$out" >children.out
    same dot-1.out children.out "--$kind-signal=CHLD: the same paths"
    same dot-1.err "$err" "--$kind-signal=CHLD: the same complaints"
  else
    skip "--$kind-signal=CHLD" 'env(1) cannot do that'
  fi
done

# --- on a terminal ---

# A FIFO keeps the worker that is given it waiting until somebody writes to it.
mkfifo slow.json
if script -qec true typescript >"$out" 2>&1; then
  for jobs in 1 3; do
    script -qec "'$ARGMAP' render -T dot -j $jobs -d tty maps/1.argmap.json maps/3.argmap.json maps/2.argmap.json" tty-$jobs >"$out" 2>&1 </dev/null
    sed '/^Script /d' tty-$jobs >tty-$jobs.out
  done
  same tty-1.out tty-3.out 'on a terminal: the same colours'
  contains tty-3.out "$(printf '\033[')" 'on a terminal: there are colours'
  script -qefc "'$ARGMAP' render -T dot -j 2 -d tty slow.json maps/1.argmap.json maps/2.argmap.json" typescript >"$out" 2>&1 </dev/null &
  shell=$!
  await 'on a terminal: how far it is, after a while' grep -q '2 of 3 maps drawn' typescript
  cat maps/4.argmap.json >slow.json
  wait "$shell"
  contains typescript "$(printf '2 of 3 maps drawn\r\033[Ktty/slow.dot')" 'on a terminal: that is wiped before anything is printed'
else
  skip 'on a terminal' 'there is no script(1)'
fi

# --- ended midway ---

if [ ! -r /proc/self/status ]; then
  skip 'ended midway' 'processes cannot be listed here'
  finish
fi

# Whoever reads these waits, since somebody might still write to them.
mkfifo slow2.json
exec 7<>slow.json 8<>slow2.json

# How the program is started where it is to end by SIGINT: a shell has what is in the background ignore that.
usually=
if env --default-signal=INT true 2>/dev/null; then usually='env --default-signal=INT'; fi

# start ARGUMENT...: argmap render in the background, its id in $run
start ()
{
  # shellcheck disable=SC2086 # words of a command
  $usually "$ARGMAP" render "$@" >midway.out 2>midway.err 7>&- 8>&- &
  run=$!
}

# ends_by SIGNAL: whether a program that is started here does
ends_by ()
{
  # shellcheck disable=SC2016,SC2086 # a shell of its own is to expand what is quoted; words of a command
  [ "$($usually sh -c "kill -$1 \$\$; echo alive")" != alive ]
}

# waiting NUMBER: so many workers wait for a FIFO
waiting ()
{
  [ "$(for process in $(children_of "$run"); do ls -l "/proc/$process/fd"; done 2>/dev/null | grep -c 'slow2*\.json$')" -eq "$1" ]
}

ended ()
{
  status=0
  wait "$run" || status=$?
}

start -T svg -j 2 -d killed maps/1.argmap.json slow.json maps/2.argmap.json maps/3.argmap.json maps/4.argmap.json
await 'a worker is killed: all others are drawn meanwhile' test -e killed/4.svg
await 'a worker is killed: one is left at a map' waiting 1
# shellcheck disable=SC2046 # ids
kill -9 $(children_of "$run")
ended
equal 2 "$status" 'a worker is killed: the status'
equal 'killed/1.svg
killed/2.svg
killed/4.svg' "$(cat midway.out)" 'a worker is killed: the others are drawn'
equal 'argmap: slow.json could not be drawn: the worker was ended by signal 9 (Killed)' "$(sed -n 1p midway.err)" 'a worker is killed: which map it was at'
contains midway.err 'unknown-claim' 'a worker is killed: findings of the next map follow'

# Another takes its place.
rm -rf killed
start -T svg -j 2 -d killed slow.json slow2.json maps/1.argmap.json maps/2.argmap.json
await 'all workers are killed: both are at a map' waiting 2
# shellcheck disable=SC2046
kill -ABRT $(children_of "$run")
ended
equal 'killed/1.svg
killed/2.svg' "$(cat midway.out)" 'all workers are killed: others take their place'
equal 2 "$(grep -c 'could not be drawn: the worker was ended by signal 6' midway.err)" 'all workers are killed: it says so of each map'

for pair in TERM:143 HUP:129 INT:130; do
  signal=${pair%:*}
  if ! ends_by "$signal"; then
    skip "$signal: it ends by the signal" 'the signal is ignored here, which cannot be changed'
    continue
  fi
  rm -rf killed
  start -T svg -j 2 -d killed maps/1.argmap.json maps/2.argmap.json slow.json slow2.json
  await "$signal: the first maps are drawn" test -e killed/2.svg
  await "$signal: both workers are at a map" waiting 2
  workers=$(children_of "$run")
  kill -$signal "$run"
  ended
  equal "${pair#*:}" "$status" "$signal: it ends by the signal"
  # shellcheck disable=SC2086
  gone "$signal: no worker is left" $workers
  whole "$signal: no half picture, no temporary file" killed
  is_empty midway.err "$signal: nothing is said"
done

map Large 400 >large.argmap.json
for name in a b c d e f; do cp large.argmap.json large-$name.json; done
for jobs in 1 2; do
  for moment in 1 2 3 4 5 6; do
    start -T svg -j $jobs -d killed large-*.json
    sleep 0.$((moment * 7 % 40 + 10))
    kill -TERM "$run" 2>/dev/null
    ended
    whole "TERM after a moment, $jobs jobs, $moment: no half picture, no temporary file" killed
  done
done
start -T svg -j 2 -d killed slow.json large-*.json
await 'the parent is killed: a worker is at a map' waiting 1
workers=$(children_of "$run")
kill -9 "$run"
ended
map Late 3 >&7
exec 7>&-
# shellcheck disable=SC2086
await 'the parent is killed: the workers end by themselves' sh -c '! kill -0 "$@" 2>/dev/null' sh $workers
whole 'the parent is killed: no half picture, no temporary file' killed
finish
