#!/bin/sh
# Checks a large collection of maps in pieces, on all processors or on several hosts, and sums up what was found. A piece that failed,
# because its worker was killed, stopped early or could not read a file, is done again by the next call; what is done stays done.
#   sh check-corpus.sh FOLDER RESULTS [OPTION OF parallel…]
# For hosts that see the same files under the same paths:
#   sh check-corpus.sh /shared/maps /shared/results --sshloginfile hosts
# RESULTS/summary.json is the sum, RESULTS/joblog what parallel says of each piece.
# Exit status: 0 all maps are checked and counted; 2 some are not, which it says.
set -eu

if [ $# -lt 2 ]; then
  sed -n '2,/^set /s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
folder=$(CDPATH='' cd -- "$1" && pwd)
mkdir -p "$2"
results=$(CDPATH='' cd -- "$2" && pwd)
shift 2
pieces=$results/pieces
joblog=$results/joblog
argmap=${ARGMAP:-argmap}
export ARGMAP="$argmap"

# Names are parted by NULs: they may hold anything else.
find "$folder" -type f -name '*.argmap.json' -print0 | LC_ALL=C sort -z > "$results/names.new"
if [ ! -s "$results/names.new" ]; then
  echo "There is no map (*.argmap.json) in $folder." >&2
  exit 2
fi

# The pieces are made once, so that those of the next call are the same.
if [ ! -d "$pieces" ]; then
  rm -rf "$pieces.new" "$joblog"
  mkdir "$pieces.new"
  split -l "${PIECE:-500}" -t '\0' -a 4 "$results/names.new" "$pieces.new/"
  mv "$results/names.new" "$results/names"
  mv "$pieces.new" "$pieces"
fi
other=
if [ -e "$results/names.new" ]; then
  cmp -s "$results/names" "$results/names.new" || other=yes
  rm "$results/names.new"
fi

# parallel remembers what is done by the number of the piece. What is there no more is to be done again.
if [ -e "$joblog" ]; then
  missing=' '
  number=0
  for piece in "$pieces"/????; do
    number=$((number + 1))
    [ -e "$piece.jsonl" ] || missing="$missing$number "
  done
  awk -v missing="$missing" 'NR == 1 || !index(missing, " " $1 " ")' "$joblog" > "$joblog.new"
  mv "$joblog.new" "$joblog"
fi

# A result is there with a line for each map, or not at all. 0 and 1 only say whether maps have errors; after 2 a map could not be read: its
# line says so and is counted as such, and the piece is tried again. On one line, since parallel hands several over by way of bzip2, which
# need not be there.
worker='status=0; "$ARGMAP" check --format jsonl --files-from {} > {}.part || status=$?; [ "$status" -le 2 ] || exit "$status"; [ "$(tr -dc "\000" < {} | wc -c)" -eq "$(wc -l < {}.part)" ] || exit 3; mv {}.part {}.jsonl; [ "$status" -le 1 ] || exit "$status"'

status=0
find "$pieces" -type f ! -name '*.*' | LC_ALL=C sort \
  | parallel --will-cite --env ARGMAP --joblog "$joblog" --resume-failed "$@" "$worker" || status=$?

# Each file once, since each is in one piece and each piece in one result.
find "$pieces" -name '*.jsonl' -exec cat '{}' + | jq -n '
  reduce inputs as $file ({ files: 0, unreadable: 0, "with errors": 0, "with warnings": 0, errors: 0, warnings: 0, infos: 0, rules: {} };
    if $file.trouble then .unreadable += 1
    else
      .files += 1 | .errors += $file.errors | .warnings += $file.warnings | .infos += $file.infos
      | if $file.errors > 0 then ."with errors" += 1 else . end
      | if $file.warnings > 0 then ."with warnings" += 1 else . end
      | reduce $file.findings[].rule as $rule (.; .rules[$rule] += 1)
    end)' > "$results/summary.json.new"
mv "$results/summary.json.new" "$results/summary.json"
jq -r '"\(.files) files: \(.errors) errors in \(."with errors"), \(.warnings) warnings in \(."with warnings")"' "$results/summary.json"

end=0
trouble ()
{
  echo "$1" >&2
  end=2
}

left=0
count=0
for piece in "$pieces"/????; do
  count=$((count + 1))
  [ -e "$piece.jsonl" ] || left=$((left + 1))
done
unreadable=$(jq .unreadable "$results/summary.json")
are=are
[ "$left" -ne 1 ] || are=is
[ "$left" -eq 0 ] || trouble "Not all pieces are done: $left of $count $are left. Call this again to do the rest."
[ "$unreadable" -eq 0 ] || trouble "Maps that could not be read: $unreadable. Call this again when they can."
[ "$status" -eq 0 ] || [ "$end" -ne 0 ] || trouble "parallel ended with status $status."
[ -z "$other" ] || trouble "There are other maps in $folder than when the pieces were made. Name new results to have all of them checked."
exit "$end"
