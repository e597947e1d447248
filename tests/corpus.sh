#!/bin/sh
# examples/corpus on 10,000 maps with GNU parallel: a worker is killed in the middle of its piece, and in the end nothing is lost and
# nothing counted twice.
. "$ARGMAP_SOURCE/tests/tap.sh"

if ! command -v parallel >"$out" || ! parallel --version 2>"$err" | grep -q 'GNU parallel'; then
  skip 'a corpus' 'there is no GNU parallel'
  finish
fi
cd "$scratch" || exit 1
export HOME="$scratch"

# Every seventh has an error, every eleventh a warning; some have names that a careless script would trip over.
mkdir maps
awk 'BEGIN {
  for (i = 0; i < 10000; i++)
    {
      folder = sprintf("maps/%02d", i % 100)
      if (i < 100)
        system("mkdir " folder)
      name = folder "/" (i % 500 == 3 ? "a map, number " : "m") i ".argmap.json"
      printf "{\"argmap\": 1, \"title\": \"Map %d\", \"resolution\": \"a\", \"claims\": [{\"id\": \"a\", \"text\": \"It should be so.\", \"by\": [%s]}, {\"id\": \"b\", \"text\": \"It helps.\", \"supports\": [\"%s\"]}%s]}\n", \
        i, "", i % 7 == 0 ? "c" : "a", i % 11 == 0 ? ", {\"id\": \"d\", \"text\": \"Alone.\"}" : "" > name
      close(name)
    }
}'
equal 10000 "$(find maps -name '*.argmap.json' | wc -l | tr -d ' ')" 'the maps are there'

# The worker of the fifth piece is killed when it has printed some of its lines, the first time.
cat >killed <<'END'
#!/bin/sh
case $* in
  */aaae)
    if mkdir once 2>/dev/null; then
      "$REAL" "$@" | head -n 123
      kill -KILL "$PPID"
      kill -KILL $$
    fi ;;
esac
exec "$REAL" "$@"
END
chmod +x killed
export REAL="$ARGMAP"

run env ARGMAP="$PWD/killed" sh "$ARGMAP_SOURCE/examples/corpus/check-corpus.sh" maps results --jobs 2
equal 2 "$status" 'a worker is killed: the exit status says it'
contains "$err" 'Not all pieces are done: 1 of 20 is left.' 'a worker is killed: so does the message'
contains "$out" '9500 files' 'a worker is killed: nothing of its piece is counted'
check_status 0 'called again' env ARGMAP="$PWD/killed" sh "$ARGMAP_SOURCE/examples/corpus/check-corpus.sh" maps results --jobs 2
contains "$out" '10000 files' 'called again: all are there'
equal 1 "$(awk 'NR > 1 && $7 == 0 && /aaae/' results/joblog | wc -l | tr -d ' ')" 'called again: only what had failed is done again'

cat results/pieces/*.jsonl | jq -r .path | LC_ALL=C sort >told
find maps -name '*.argmap.json' | LC_ALL=C sort >there
same there told 'each map is there once'
"$ARGMAP" check --format json maps >at-once.json 2>"$err" || :
jq -c '[.summary.files, .summary.errors, .summary.warnings, .summary.infos]' at-once.json >should
jq -c '[.files, .errors, .warnings, .infos]' results/summary.json >is
same should is 'the sum is that of one call for all'
jq -S '[.files[].findings[].rule] | group_by (.) | map ({ key: .[0], value: length }) | from_entries' at-once.json >should
jq -S .rules results/summary.json >is
same should is 'so are the rules'
check_status 0 'done is done' sh "$ARGMAP_SOURCE/examples/corpus/check-corpus.sh" maps results

# --- hosts: what stands in for ssh starts a shell of its own that knows nothing of this one ---

mkdir elsewhere log some
cp -R maps/0? some/
cat >stand-in-for-ssh <<'END'
#!/bin/sh
# ssh [OPTION…] HOST [--] COMMAND…
while :; do
  case $1 in
    -[lpoF]) shift 2 ;;
    -*) shift ;;
    *) break ;;
  esac
done
host=$1
shift
[ "$1" != -- ] || shift
echo "$*" >>"$STAND_IN_LOG/$host"
cd "$STAND_IN_LOG/../elsewhere" || exit 255
exec env -i PATH="$PATH" HOME="$PWD" SHELL=/bin/sh /bin/sh -c "$*"
END
chmod +x stand-in-for-ssh
printf '%s\n' '2/first' '2/second' >hosts
export STAND_IN_LOG="$PWD/log" PARALLEL_SSH="$PWD/stand-in-for-ssh"
export PIECE=100
check_status 0 'over two hosts' sh "$ARGMAP_SOURCE/examples/corpus/check-corpus.sh" some over-hosts --sshloginfile hosts
contains "$out" '1000 files' 'over two hosts: all are there'
equal 'first second' "$(cd log && echo *)" 'over two hosts: each is asked'
equal '10 2' "$(awk 'NR > 1 { done++; hosts[$2] = 1 } END { for (host in hosts) n++; print done, n }' over-hosts/joblog)" 'over two hosts: each has some of the ten pieces'
"$ARGMAP" check --format json some >at-once.json 2>"$err" || :
equal "$(jq -c '[.summary.errors, .summary.warnings, .summary.infos]' at-once.json)" "$(jq -c '[.errors, .warnings, .infos]' over-hosts/summary.json)" \
  'over two hosts: the sum is that of one call for all'

# --- what can go wrong on the way ---

corpus ()
{
  run env ARGMAP="$program" sh "$ARGMAP_SOURCE/examples/corpus/check-corpus.sh" "$@"
}

program=$ARGMAP
mkdir few
cp maps/0[1-3]/m?.argmap.json maps/01/m101.argmap.json few/
export PIECE=2
corpus few few-results
equal '0 3' "$status $(jq .files few-results/summary.json)" 'three maps in two pieces'
rm few-results/pieces/aaab.jsonl
corpus few few-results
equal '0 3' "$status $(jq .files few-results/summary.json)" 'a result that was lost is made again'
mv few/m1.argmap.json away
rm few-results/pieces/aaaa.jsonl
corpus few few-results
equal '2 2 1' "$status $(jq -r '"\(.files) \(.unreadable)"' few-results/summary.json)" 'a map that has gone: the others of its piece are counted'
contains "$err" 'could not be read: 1' 'a map that has gone: it says so'
mv away few/m1.argmap.json
corpus few few-results
equal '0 3' "$status $(jq .files few-results/summary.json)" 'a map that is back is counted'
cp few/m1.argmap.json few/another.argmap.json
corpus few few-results
equal 2 "$status" 'a map that is new'
contains "$err" 'There are other maps' 'a map that is new: it says so'
rm few/another.argmap.json
cat >early <<'END'
#!/bin/sh
"$REAL" "$@" | head -n 1
exit 1
END
chmod +x early
program=$PWD/early
corpus few early-results
equal '2 1' "$status $(jq .files early-results/summary.json)" 'a worker that stops early, as if maps had errors, is not believed'
program=$ARGMAP
corpus few early-results
equal '0 3' "$status $(jq .files early-results/summary.json)" 'a worker that stops early: its piece is done by the next call'
mkdir none
corpus none none-results
equal 2 "$status" 'a folder without maps'
contains "$err" 'There is no map' 'a folder without maps: it says so'
mkdir 'with spaces'
corpus few 'with spaces/results'"'s"
equal 0 "$status" 'results in a folder with spaces and quotes'
finish
