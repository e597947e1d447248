#!/bin/sh
# Checks a large collection of maps in pieces, on all processors or on several hosts, and sums up what was found. A piece that failed,
# because its worker was killed or a file could not be read, is done again by the next call; what is done stays done.
#   sh check-corpus.sh FOLDER RESULTS [OPTION OF parallel…]
# For hosts that see the same files under the same paths:
#   sh check-corpus.sh /shared/maps /shared/results --sshloginfile hosts
# RESULTS/summary.json is the sum, RESULTS/joblog what parallel says of each piece. Exit status: 0 all pieces are done; 2 some are not.
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
argmap=${ARGMAP:-argmap}
export ARGMAP="$argmap"

# The pieces are made once, so that those of the next call are the same. Names are parted by NULs: they may hold anything else.
if [ ! -d "$pieces" ]; then
  rm -rf "$pieces.new"
  mkdir "$pieces.new"
  find "$folder" -type f -name '*.argmap.json' -print0 | LC_ALL=C sort -z | split -t '\0' -l "${PIECE:-500}" -a 4 - "$pieces.new/"
  mv "$pieces.new" "$pieces"
fi

# A result is there as a whole or not at all: 0 and 1 only say whether maps have errors. On one line, since parallel hands several over by
# way of bzip2, which need not be there.
worker='status=0; "$ARGMAP" check --format jsonl --files-from {} > {}.part || status=$?; [ "$status" -le 1 ] || exit "$status"; mv {}.part {}.jsonl'

status=0
find "$pieces" -type f ! -name '*.*' | LC_ALL=C sort \
  | parallel --will-cite --env ARGMAP --joblog "$results/joblog" --resume-failed "$@" "$worker" || status=$?

# Each file once, since each is in one piece and each piece in one result.
find "$pieces" -name '*.jsonl' -exec cat '{}' + | jq -n '
  reduce inputs as $file ({ files: 0, "with errors": 0, "with warnings": 0, errors: 0, warnings: 0, infos: 0, rules: {} };
    .files += 1 | .errors += $file.errors | .warnings += $file.warnings | .infos += $file.infos
    | if $file.errors > 0 then ."with errors" += 1 else . end
    | if $file.warnings > 0 then ."with warnings" += 1 else . end
    | reduce $file.findings[].rule as $rule (.; .rules[$rule] += 1))' > "$results/summary.json.new"
mv "$results/summary.json.new" "$results/summary.json"

left=0
count=0
for piece in "$pieces"/????; do
  count=$((count + 1))
  [ -e "$piece.jsonl" ] || left=$((left + 1))
done
jq -r '"\(.files) files: \(.errors) errors in \(."with errors"), \(.warnings) warnings in \(."with warnings")"' "$results/summary.json"
if [ "$left" -gt 0 ] || [ "$status" -gt 100 ]; then
  printf 'Not all pieces are done: %s of %s %s left. Call this again to do the rest.\n' "$left" "$count" "$([ "$left" = 1 ] && echo is || echo are)" >&2
  exit 2
fi
