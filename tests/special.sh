#!/bin/sh
# FIFOs, sockets and devices that nobody named, where a file could be: they are passed over or refused at once, and never waited for. What is
# named is read and written as ever.

# shellcheck disable=SC2016 # shells of their own are to expand what is quoted
. "$ARGMAP_SOURCE/tests/tap.sh"

cd "$scratch" || exit 1
mkdir maps
cat >maps/cars.argmap.json <<'END'
{ "argmap": 1, "title": "Cars in the old town", "resolution": "close", "sources": [{ "id": "s", "title": "Noise", "file": "noise.txt" }],
  "claims": [{ "id": "close", "text": "The old town should be closed to cars." },
             { "id": "noise", "text": "Most of its noise comes from cars.", "supports": ["close"], "evidence": [{ "source": "s", "quote": "Most of the noise" }] }] }
END
echo 'Most of the noise comes from cars.' >maps/noise.txt
cp -R maps kept

# at_once STATUS DESCRIPTION COMMAND...: and not after somebody has come to the other end
at_once ()
{
  wanted=$1
  description=$2
  shift 2
  check_status "$wanted" "$description" timeout 20 "$ARGMAP" "$@"
}

# each PLACE: calls $work with each thing at PLACE that whoever runs this can make: a FIFO, a link to one, and, as root, a device
each ()
{
  place=$1
  kind='a FIFO'
  mkfifo "$place"
  "$work"
  rm "$place"
  kind='a link to a FIFO beside it'
  mkfifo maps/other-pipe
  ln -s other-pipe "$place"
  "$work"
  rm "$place" maps/other-pipe
  kind='a device'
  if [ "$(id -u)" -eq 0 ] && mknod "$place" c 1 5 2>"$err"; then
    "$work"
    rm "$place"
  else
    rm -f "$place"
    skip "$kind" 'only root can make one, and not everywhere'
  fi
}

# --- project files ---

project_file ()
{
  at_once 2 "$kind for a project file: check of the folder" check maps
  contains "$err" "argmap: cannot read maps/.argmaprc.json: it is no regular file" "$kind for a project file: it is said"
  at_once 2 "$kind for a project file: check of the map" check --format json maps/cars.argmap.json
  at_once 0 "$kind for a project file: check without one" check --config none maps
  at_once 0 "$kind for a project file: nothing else wants one" list maps
}
work=project_file
each maps/.argmaprc.json

project_file_above ()
{
  at_once 2 "$kind for a project file above: check of the folder" check maps/below
}
work=project_file_above
mkdir maps/below
cp maps/cars.argmap.json maps/below
each maps/.argmaprc.json
rm -r maps/below

# --- maps ---

map ()
{
  for command in check list summary evaluate 'format --check'; do
    # shellcheck disable=SC2086 # words
    at_once 0 "$kind in a folder: $command" $command maps
  done
  echo "$place" >list
  for command in check format 'format --check'; do
    # shellcheck disable=SC2086 # words
    at_once 2 "$kind in a list: $command" $command --files-from list
    contains "$err" "argmap: cannot read $place: it is no regular file; name it to have it read" "$kind in a list: $command: it is said"
  done
  printf '%s\0' "$place" | timeout 20 "$ARGMAP" check --files-from - >"$out" 2>"$err"
  contains "$err" "argmap: cannot read $place: it is no regular file" "$kind in a list with NULs: it is said"
}
"$ARGMAP" format maps >"$out"
work=map
each maps/pipe.argmap.json
cp kept/cars.argmap.json maps

# --- texts of sources ---

source_text ()
{
  at_once 1 "$kind for a source" check maps
  contains "$out" 'is no ordinary file' "$kind for a source: it is said"
}
mv maps/noise.txt .
work=source_text
each maps/noise.txt
mv noise.txt maps

# --- pictures ---

if [ "$ARGMAP_DRAW" = 1 ]; then
  picture ()
  {
    for folder in '' '-d maps'; do
      # shellcheck disable=SC2086 # words
      at_once 2 "$kind for a picture${folder:+, $folder}" render -T dot $folder maps/cars.argmap.json
      contains "$err" "argmap: cannot write $place: it is no regular file; name it with -o, or remove it" "$kind for a picture${folder:+, $folder}: it is said"
    done
    at_once 2 "$kind for a picture of a folder" render -T dot maps
  }
  work=picture
  each maps/cars.dot
fi

# --- what is named ---

check_status 0 'a FIFO that is named is read' sh -c 'mkfifo named; cat maps/cars.argmap.json >named & timeout 20 "$ARGMAP" list named'
check_status 0 'a project file that is named may be a FIFO' sh -c \
  'echo "{ \"rules\": { \"quote-not-found\": \"off\" } }" >named & timeout 20 "$ARGMAP" check --config named maps'
check_status 0 'a list that is named may be a FIFO' sh -c 'echo maps >named & timeout 20 "$ARGMAP" check --files-from named'
check_status 0 'a report that is named may be a FIFO' sh -c 'cat named >report & timeout 20 "$ARGMAP" check -o named maps && wait'
contains report '1 file checked' 'a report that is named may be a FIFO: it goes through'
if command -v bash >"$out" && [ -e /dev/fd/0 ]; then
  check_status 0 'what another process prints' bash -c 'timeout 20 "$ARGMAP" diff <(cat maps/cars.argmap.json) <(cat maps/cars.argmap.json)'
else
  skip 'what another process prints' 'there is no bash, or no /dev/fd'
fi

finish
