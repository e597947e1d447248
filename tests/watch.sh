#!/bin/sh
# argmap render --watch: what is drawn again, and when.

# shellcheck disable=SC2016 # shells of their own are to expand what is quoted
. "$ARGMAP_SOURCE/tests/tap.sh"
cd "$scratch" || exit 1

# usage MESSAGE DESCRIPTION ARGUMENT...
usage ()
{
  message=$1
  title=$2
  shift 2
  check_status 2 "$title" "$ARGMAP" render --watch "$@"
  contains "$err" "argmap render: $message" "$title: what it says"
  is_empty "$out" "$title: nothing on standard output"
}

# map TITLE >FILE
map ()
{
  printf '{ "argmap": 1, "title": "%s", "resolution": "r", "claims": [{ "id": "r", "text": "Buses should be free." }] }\n' "$1"
}

map One >one.argmap.json
usage '--watch cannot see standard input change; name a map' 'standard input' one.argmap.json -
usage '--watch writes files; -o - is none' 'to standard output' -o - one.argmap.json
usage 'name a map' 'nothing' --force
usage '-o takes one map; for several, name a directory with -d' 'two maps to one file' -o x.svg one.argmap.json two.argmap.json
[ "$ARGMAP_DRAW" = 1 ] || finish

# await DESCRIPTION COMMAND...: until it succeeds, for no more than half a minute
await ()
{
  title=$1
  shift
  waited=0
  until "$@" 2>/dev/null; do
    waited=$((waited + 1))
    if [ "$waited" -gt 600 ]; then
      not_ok "$title" "in vain: $*"
      comment <said
      comment <complaints
      return 1
    fi
    sleep 0.05
  done
  ok "$title"
}

# shows FILE TITLE: the picture is of that map
shows ()
{
  grep -qF ">$2<" "$1"
}

# said_of WORDS COUNT: so many lines of standard output are that
said_of ()
{
  [ "$(grep -cxF "$1" said)" -ge "$2" ]
}

watch ()
{
  "$ARGMAP" render --watch "$@" >said 2>complaints &
  watcher=$!
}

# end DESCRIPTION
end ()
{
  kill -TERM "$watcher"
  status=0
  wait "$watcher" || status=$?
  equal 0 "$status" "$1"
}

mkdir -p folder/below
map A >folder/a.argmap.json
map B >folder/below/b.argmap.json
watch -T dot one.argmap.json folder later.json
await 'at first all are drawn' test -e folder/below/b.dot
await 'at first all are drawn: the one that is missing is named' grep -q 'cannot read later.json: No such file' complaints
equal 'one.dot
folder/a.dot
folder/below/b.dot' "$(cat said)" 'at first all are drawn: their paths, in order'

map Two >one.argmap.json
await 'a change' shows one.dot Two
await 'a change: the path again' said_of one.dot 2
equal 4 "$(grep -c . said)" 'a change: nothing else is drawn'
map Three >one.argmap.json
map Four >one.argmap.json
await 'two changes at once: the second counts' shows one.dot Four
map Five >one.tmp
mv one.tmp one.argmap.json
await 'another file takes the place' shows one.dot Five
cp one.argmap.json backup
mv one.argmap.json one.argmap.json~
map Six >one.argmap.json
await 'an editor that moves the old one away' shows one.dot Six
touch -r folder/a.argmap.json stamp
map B >folder/a.argmap.json
touch -r stamp folder/a.argmap.json
await 'a change that hides its time' shows folder/a.dot B

map Seven | sed 's/"r", "claims"/"s", "claims"/' >one.argmap.json
await 'a map is broken: its findings' grep -q 'one.argmap.json:1:[0-9]*: error: the resolution is "s"' complaints
equal yes "$(shows one.dot Six && echo yes)" 'a map is broken: the last good picture stays'
: >one.argmap.json
await 'a map is emptied: its findings' grep -q 'one.argmap.json.*the file is empty' complaints
map Eight >one.argmap.json
await 'a map is mended' shows one.dot Eight

rm one.argmap.json
await 'a map is deleted' grep -qx 'argmap: one.argmap.json is gone; its picture stays' complaints
equal yes "$(shows one.dot Eight && echo yes)" 'a map is deleted: its picture stays'
map Nine >one.argmap.json
await 'a map comes back' shows one.dot Nine
map Late >later.json
await 'a map that was missing' shows later.dot Late

map C >folder/c.argmap.json
await 'a new map in a directory' shows folder/c.dot C
mkdir folder/new
map D >folder/new/d.argmap.json
await 'a new map in a new directory' shows folder/new/d.dot D
map C2 >folder/c.argmap.json
await 'a new map is watched as well' shows folder/c.dot C2
rm folder/c.argmap.json
mkfifo folder/c.argmap.json
await 'a pipe in the place of a map that was found: nobody waits for it' grep -q 'folder/c.argmap.json is gone' complaints
rm folder/c.argmap.json
map C3 >folder/c.argmap.json
await 'a pipe in the place of a map that was found: the map that comes back' shows folder/c.dot C3
mv folder away
await 'a directory is gone' grep -q 'folder/below/b.argmap.json is gone' complaints
mv away folder
map B2 >folder/below/b.argmap.json
await 'a directory comes back' shows folder/below/b.dot B2

# Whoever reads the FIFO waits, since somebody might still write to it.
mkfifo fifo
exec 7<>fifo
worker_of ()
{
  for entry in /proc/[0-9]*/status; do
    sed -n "s/^Pid:[[:space:]]*//p; s/^PPid:[[:space:]]*/of /p" "$entry" 2>/dev/null | tr '\n' ' '
    echo
  done | sed -n "s/^\([0-9]*\) of $1 .*/\1/p"
}
has_worker ()
{
  worker=$(worker_of "$watcher")
  ls -l "/proc/$worker/fd" | grep -q 'later\.json$'
}
if [ -r /proc/self/status ]; then
  mv fifo later.json
  await 'drawing goes on in a process of its own' has_worker
  kill -ABRT "$worker"
  await 'that process crashes: it is said' grep -q 'argmap: later.json could not be drawn: the worker was ended by signal 6' complaints
  mv later.json fifo
  map Later >later.json
  await 'that process crashes: the watch goes on' shows later.dot Later
  mv fifo later.json
  await 'again a map that takes long' has_worker
  end 'SIGTERM while something is drawn: status 0'
  equal '' "$(kill -0 "$worker" 2>/dev/null && echo "$worker is left")" 'SIGTERM while something is drawn: no process is left'
else
  skip 'drawing goes on in a process of its own' 'processes cannot be listed here'
  end 'SIGTERM: status 0'
fi
left=$(find . -name '.argmap-*')
equal '' "$left" 'no temporary file is left'
equal "$(wc -l <said)" "$(grep -c '\.dot$' said)" 'paths, and nothing else, on standard output'

# --- into a directory, or into one file ---

map Later >later
mkdir -p folder/late
watch -T dot -d pictures one.argmap.json folder/c.argmap.json folder/late
await 'into a directory' said_of pictures/c.dot 1
contains complaints 'there is no map (*.argmap.json) in folder/late' 'into a directory: one is empty yet'
map Other >folder/late/one.argmap.json
await 'a new map for a picture of another: it is said' grep -q 'folder/late/one.argmap.json is not drawn: another map would be drawn to the same file' complaints
map Other2 >folder/late/one.argmap.json
map Ten >folder/c.argmap.json
await 'a new map for a picture of another: the rest is drawn' shows pictures/c.dot Ten
equal yes "$(shows pictures/one.dot Nine && echo yes)" 'a new map for a picture of another: that stays'
equal 1 "$(grep -c 'is not drawn' complaints)" 'a new map for a picture of another: it is said once'
end 'SIGTERM while nothing is drawn: status 0'
watch -o only.dot one.argmap.json
await 'into one file: its path is printed here' said_of only.dot 1
map Eleven >one.argmap.json
await 'into one file: again' said_of only.dot 2
equal yes "$(shows only.dot Eleven && echo yes)" 'into one file: the new map'
end 'into one file: SIGTERM'
is_empty complaints 'into one file: nothing is complained of'
finish
