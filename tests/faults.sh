#!/bin/sh
# What happens when the world fails: full disks, readers that have gone, closed descriptors. It is never a success, never
# silent, never a signal, and never half a file.

# shellcheck disable=SC2016 # shells of their own are to expand what is quoted
. "$ARGMAP_SOURCE/tests/tap.sh"

leave_coaching_out
cd "$scratch" || exit 1

write_map good.argmap.json
sed 's/"close"\]/"open"]/' good.argmap.json >broken.argmap.json
printf 'p af 3\n1 2\n2 3\n' >good.af

# trouble DESCRIPTION MESSAGE: the last run ended with 2 and said MESSAGE
trouble ()
{
  if [ "$status" -eq 2 ] && grep -qF -e "$2" "$err"; then
    ok "$1"
  else
    not_ok "$1" "exit status $status and not 2, or it did not say: $2"
    comment <"$err"
  fi
}

# run_to FILE COMMAND...: run, with standard output to FILE
run_to ()
{
  file=$1
  shift
  status=0
  "$@" >"$file" 2>"$err" || status=$?
}

# No temporary file, and OLD as it was.
untouched ()
{
  occasion=$1
  equal 'old' "$(cat "${2:-old.dot}" 2>/dev/null)" "$occasion: the file that was there is whole"
  set -- .argmap-*
  [ -e "$1" ] || shift
  equal '' "$*" "$occasion: no temporary file is left"
  rm -f "$@"
}

# --- standard output ---

# Every way to print, one a line; drawing only where it is built in.
cat >ways <<'END'
--help
--version
check --help
summary --help
render --help
format --help
format --check good.argmap.json
check good.argmap.json
check broken.argmap.json
check -o /dev/stdout good.argmap.json
check --format json good.argmap.json
check --format jsonl broken.argmap.json
check --format sarif good.argmap.json
check --format junit good.argmap.json
check --format gitlab broken.argmap.json
check --format github broken.argmap.json
check --format gcc broken.argmap.json
rules
rules off-topic
schema
completion bash
help check
check --color=always broken.argmap.json
summary good.argmap.json
summary --format markdown good.argmap.json
summary --force broken.argmap.json
evaluate good.argmap.json
evaluate --format json good.argmap.json good.argmap.json
evaluate --format markdown --force broken.argmap.json
why good.argmap.json close
why --defence good.argmap.json noise
crux good.argmap.json
new
list good.argmap.json
list --format tsv good.argmap.json
list --format json good.argmap.json
diff --help
diff good.argmap.json good.argmap.json
diff --format json /dev/null good.argmap.json
diff -o /dev/stdout --format markdown good.argmap.json /dev/null
solve --problems
solve -p EE-PR -f good.af
solve -p DC-PR -a 1 -f good.af
solve --export apx good.argmap.json
solve --export tgf good.argmap.json
solve --export iccma good.argmap.json
END
[ "$ARGMAP_DRAW" != 1 ] || cat >>ways <<'END'
render -T html --fast -o - good.argmap.json
render -T png -o - good.argmap.json
render -T pdf -o - good.argmap.json
diff --format svg -o /dev/stdout good.argmap.json /dev/null
render -T dot -o - good.argmap.json
render -T svg -o - good.argmap.json
render -T dot good.argmap.json
render -T dot -o /dev/stdout good.argmap.json
END

# A pipe whose reader has gone: the write end outlives the only read end.
mkfifo gone
exec 3<>gone
exec 4>gone
exec 3>&-

while read -r way; do
  if [ -c /dev/full ]; then
    # shellcheck disable=SC2086 # words
    run_to /dev/full "$ARGMAP" $way
    trouble "argmap $way >/dev/full" 'No space left on device'
  else
    skip "argmap $way >/dev/full" 'there is no /dev/full'
  fi
  case $way in
    *' -o /dev/stdout '*) named=/dev/stdout ;;
    *) named='standard output' ;;
  esac
  status=0
  # shellcheck disable=SC2086
  "$ARGMAP" $way >&4 2>"$err" || status=$?
  trouble "argmap $way, with nobody to read it" "cannot write $named: Broken pipe"
  status=0
  # shellcheck disable=SC2086
  "$ARGMAP" $way >&- 2>"$err" || status=$?
  trouble "argmap $way, with standard output closed" "cannot write $named: Bad file descriptor"
done <ways
exec 4>&-

if [ -c /dev/full ]; then
  run_to /dev/full "$ARGMAP" check broken.argmap.json good.argmap.json
  equal 'argmap: cannot write standard output: No space left on device' "$(sort -u "$err")" 'a full disk: what it says'
fi
check_status 0 'a slow reader' "$ARGMAP" summary "$ARGMAP_SOURCE"/maps/*.argmap.json
cp "$out" whole
run sh -c '"$ARGMAP" summary "$ARGMAP_SOURCE"/maps/*.argmap.json | { sleep 1; cat; }'
same whole "$out" 'a slow reader gets the same'

# --- standard error ---

streams='2>&-'
[ ! -c /dev/full ] || streams="$streams 2>/dev/full"
for stream in $streams; do
  run sh -c "\"\$ARGMAP\" nonsense $stream"
  equal 2 "$status" "a usage error $stream: the exit status says it"
  run sh -c "\"\$ARGMAP\" check nowhere.json $stream"
  equal 2 "$status" "a missing file $stream: the exit status says it"
  run sh -c "\"\$ARGMAP\" summary broken.argmap.json $stream"
  equal 1 "$status" "a broken map $stream: the exit status says it"
  is_empty "$out" "a broken map $stream: the findings go nowhere else"
done
run sh -c '"$ARGMAP" check good.argmap.json <&- >&- 2>&-'
equal 2 "$status" 'check with nothing open'
run sh -c '"$ARGMAP" check good.argmap.json <&- 2>&-'
equal '0:1 file checked: no problems found' "$status:$(cat "$out")" 'check with only standard output open'

# --- input ---

run sh -c 'for command in check summary render format evaluate crux; do "$ARGMAP" $command - <&- || echo $?; done'
equal '2
2
2
2
2
2' "$(cat "$out")" 'standard input closed: 2 from every command'
equal 6 "$(grep -c 'argmap: cannot read standard input: Bad file descriptor' "$err")" 'standard input closed: what they say'
run sh -c '"$ARGMAP" check good.argmap.json <&-'
equal 0 "$status" 'standard input closed: does not matter for a file'
run sh -c '"$ARGMAP" check - <.'
trouble 'a directory for standard input' 'cannot read standard input: it is a directory'
if [ -r /proc/self/mem ]; then
  run "$ARGMAP" check /proc/self/mem good.argmap.json
  trouble 'a file that fails when it is read' 'cannot read /proc/self/mem: Input/output error'
  equal '1 file checked: no problems found' "$(cat "$out")" 'a file that fails when it is read: the other is checked'
else
  skip 'a file that fails when it is read' 'there is no /proc/self/mem'
fi

# --- every command that reads maps: paths and places ---

ln -s round.argmap.json round.argmap.json
mkdir folder.argmap.json
strange=$(printf 'a\nb\377\033[31m.argmap.json')
cp good.argmap.json "$strange"

cat >readers <<'END'
check MAP
summary MAP
summary --brief --format json MAP
evaluate MAP
crux MAP
why MAP close
list MAP
format --check MAP
diff MAP good.argmap.json
solve --export apx MAP
END
[ "$ARGMAP_DRAW" != 1 ] || cat >>readers <<'END'
render -T dot -o - MAP
render -T svg --fast -o - MAP
END

# with NAME COMMAND…: run, with NAME for MAP
with ()
{
  name=$1
  shift
  for word; do
    shift
    [ "$word" != MAP ] || word=$name
    set -- "$@" "$word"
  done
  run "$ARGMAP" "$@"
}

# What costs many processes and shows no other code is left to a program without sanitizers.
made=
for locale in de_DE.UTF-8 tr_TR.UTF-8; do
  [ "${ARGMAP_SANITIZED-0}" = 0 ] || continue
  if make_locale "$locale"; then made="$made $locale"; else skip "the locale $locale" 'it cannot be made here'; fi
done

while read -r reader; do
  # shellcheck disable=SC2086 # words
  with round.argmap.json $reader
  trouble "argmap $reader, of a link that leads to itself" 'Too many levels of symbolic links'
  # shellcheck disable=SC2086
  with gone.argmap.json $reader
  trouble "argmap $reader, of what is not there" 'No such file or directory'
  is_empty "$out" "argmap $reader, of what is not there: nothing is printed"
  # shellcheck disable=SC2086
  with "$strange" $reader
  equal 0 "$((status / 2))" "argmap $reader, of a name with a line break, bytes and an escape" # 1: it could be laid out better
  equal '' "$(cat "$out" "$err" | LC_ALL=C tr -d '\n\t\040-\176\200-\376')" "argmap $reader: what it prints has none of them"
  # shellcheck disable=SC2086
  with good.argmap.json $reader
  cp "$out" plain
  for locale in $made; do
    LC_ALL=$locale
    LOCPATH=$locales
    export LC_ALL LOCPATH
    # shellcheck disable=SC2086
    with good.argmap.json $reader
    LC_ALL=C
    unset LOCPATH
    same plain "$out" "argmap $reader: the same in the locale $locale"
  done
done <readers
rm -r round.argmap.json folder.argmap.json "$strange"

# --- what somebody without rights may not read or write ---

# Root may do everything, so the program goes to where nobody can start it.
as_nobody=
if [ "$(id -u)" -eq 0 ]; then
  as_nobody='setpriv --reuid=65534 --regid=65534 --clear-groups'
  cp "$ARGMAP" for-nobody
  chmod 755 . for-nobody
  program=$PWD/for-nobody
else
  program=$ARGMAP
fi
mkdir closed shut
cp good.argmap.json closed/map.argmap.json
cp good.argmap.json shut/map.argmap.json
chmod a-w shut/map.argmap.json # else it would be written in place
cp good.argmap.json secret.argmap.json
chmod 0 secret.argmap.json closed
chmod 555 shut
# shellcheck disable=SC2086 # words
if $as_nobody "$program" --version >"$out" 2>"$err" && ! $as_nobody cat secret.argmap.json >"$out" 2>"$err"; then
  # shellcheck disable=SC2086
  while read -r reader; do
    for place in secret.argmap.json closed/map.argmap.json; do
      run $as_nobody "$program" $(echo "$reader" | sed "s,MAP,$place,")
      trouble "argmap $reader, of $place, which may not be read" 'Permission denied'
      is_empty "$out" "argmap $reader, of $place: nothing is printed"
    done
  done <readers
  run $as_nobody "$program" check . secret.argmap.json
  trouble 'check of a folder in which one map may not be read' 'secret.argmap.json: Permission denied'
  for way in 'format shut' 'new shut/new.argmap.json' 'check -o shut/report good.argmap.json' 'diff -o shut/difference good.argmap.json /dev/null' \
             'render -T dot shut/map.argmap.json' 'render -T dot -d shut/pictures good.argmap.json' 'render -T dot -o shut/map.dot good.argmap.json'; do
    [ "$ARGMAP_DRAW" = 1 ] || [ "${way#render}" = "$way" ] || continue
    run $as_nobody "$program" $way
    trouble "argmap $way, where nothing may be written" 'Permission denied'
  done
  equal map.argmap.json "$(ls -A shut)" 'where nothing may be written nothing is'
  same good.argmap.json shut/map.argmap.json 'where nothing may be written the map is whole'
else
  skip 'what may not be read or written' 'nobody can start the program here, or may read all the same'
fi
chmod 755 closed shut

# --- many files, and files that go meanwhile ---

mkdir many
count=10000
shown=10,000
[ "${ARGMAP_SANITIZED-0}" = 0 ] || shown=500 count=500
awk -v count=$count 'BEGIN {
  for (i = 0; i < count; i++)
    {
      file = "many/m" i ".argmap.json"
      printf "{\"argmap\": 1, \"title\": \"Map %d\", \"resolution\": \"a\", \"claims\": [{\"id\": \"a\", \"text\": \"It should be so.\"}, {\"id\": \"b\", \"text\": \"It helps.\", \"supports\": [\"a\"]}]}\n", i > file
      close (file)
    }
}'
# many_files COMMAND...: with few files open at a time
many_files ()
{
  # shellcheck disable=SC3045 # where it is not known nothing is limited
  run sh -c 'ulimit -n 64; exec "$@"' sh "$ARGMAP" "$@" many
}

many_files check
equal "0 $shown files checked: no problems found" "$status $(sed 's/ (.*//' "$out")" 'check of many files'
many_files summary --brief
equal "0 $count" "$status $(grep -c '^Map [0-9]*$' "$out")" 'summary of many files'
many_files evaluate
equal "0 $count" "$status $(grep -c '^Map [0-9]*$' "$out")" 'evaluate of many files'
many_files list
equal 0 "$status" 'list of many files'
many_files format
equal "0 $count" "$status $(wc -l <"$out" | tr -d ' ')" 'format of many files'
if [ "$ARGMAP_DRAW" = 1 ]; then
  many_files render -T dot -d drawn
  equal "0 $count" "$status $(ls drawn | wc -l | tr -d ' ')" 'render of many files'
fi
# Some go between the listing of the folder and the reading of them.
"$ARGMAP" check --jobs 1 --format jsonl many >meanwhile 2>"$err" &
job=$!
rm -r many
status=0
wait "$job" || status=$?
case $status in
  0 | 2) ok 'a folder that goes while it is checked: the exit status' ;;
  *) not_ok 'a folder that goes while it is checked: the exit status' "$status" ;;
esac
if command -v jq >"$out"; then
  if jq -n '[inputs | (.trouble // "") | test ("No such file")] | length' meanwhile >"$out" 2>&1; then
    ok 'a folder that goes while it is checked: each line is whole'
  else
    not_ok 'a folder that goes while it is checked: each line is whole' "$(cat "$out")"
  fi
fi

# --- pictures ---

if [ "$ARGMAP_DRAW" = 1 ]; then
  device full 7
  for type in dot svg; do
    if [ -n "$device" ]; then
      run "$ARGMAP" render -T "$type" -o "$device" good.argmap.json
      trouble "render -T $type -o /dev/full" "cannot write $device: No space left on device"
      if [ -c "$device" ]; then ok '/dev/full stays a device'; else not_ok '/dev/full stays a device'; fi
    else
      skip "render -T $type -o /dev/full" 'no device may be made here'
    fi
  done
  run "$ARGMAP" render -T dot -o /proc/argmap.dot good.argmap.json
  trouble 'render into a directory where no file can be made' 'cannot write /proc/argmap.dot'

  # Files may be no larger than nothing: every write to one fails, as on a full disk. Pipes have no limit, so what is said
  # goes through one.
  echo old >old.dot
  for signal in default ignored; do
    for file in old.dot new.dot; do
      (
        [ "$signal" = default ] || trap '' XFSZ
        # shellcheck disable=SC3045 # no core file, where there may be one
        ulimit -c 0 2>/dev/null
        ulimit -f 0
        "$ARGMAP" render -T dot -o "$file" good.argmap.json
        echo "exit status $?"
      ) 2>&1 | cat >said
      equal "argmap: cannot write $file: File too large
exit status 2" "$(cat said)" "no room for $file, SIGXFSZ $signal"
      untouched "no room for $file, SIGXFSZ $signal"
    done
  done
  if [ -e new.dot ]; then not_ok 'no room for a new picture: no file is made'; else ok 'no room for a new picture: no file is made'; fi

  # Graphviz without its plugins.
  mkdir bare
  echo old >old.svg
  run env GVBINDIR="$scratch/bare" "$ARGMAP" render -o old.svg good.argmap.json
  if [ "$status" -eq 0 ]; then
    skip 'Graphviz without its plugins' 'they are found all the same'
  else
    trouble 'Graphviz without its plugins' 'argmap: good.argmap.json: '
    untouched 'Graphviz without its plugins' old.svg
  fi
else
  skip 'pictures' 'built without drawing'
fi

finish
