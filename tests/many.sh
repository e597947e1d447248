#!/bin/sh
# Files of many megabytes, maps of hundreds of thousands of claims, in trees, chains and circles, and the deepest that there may be.

. "$ARGMAP_SOURCE/tests/tap.sh"

leave_coaching_out
cd "$scratch" || exit 1

# --- size and depth ---

awk 'BEGIN { for (i = 0; i < 3000000; i++) printf "[[[[[[[[[[" }' >brackets.json
check_status 1 '30 MB of [' "$ARGMAP" check brackets.json
contains "$out" 'brackets.json:1:65: error: values are nested more than 64 levels deep [json-too-deep]' '30 MB of [: where it is too deep'
equal '1 error in 1 file' "$(tail -n 1 "$out")" '30 MB of [: one finding'
at_most 1000 "$out" '30 MB of [: a short excerpt'

awk 'BEGIN { for (i = 0; i < 6000000; i++) printf "{\"a\":" }' >brackets.json
check_status 1 '30 MB of {"a":' "$ARGMAP" check brackets.json
contains "$out" 'brackets.json:1:321: error: values are nested more than 64 levels deep [json-too-deep]' '30 MB of {"a":: where it is too deep'
equal '1 error in 1 file' "$(tail -n 1 "$out")" '30 MB of {"a":: one finding'

awk 'BEGIN { for (i = 0; i < 300000; i++) printf "]]]]]]]]]]" }' >brackets.json
check_status 1 '3 MB of ]' "$ARGMAP" check brackets.json
contains "$out" 'brackets.json:1:1: error: this "]" closes nothing [json-syntax]' '3 MB of ]: the first is the fault'
awk 'BEGIN { for (i = 0; i < 300000; i++) printf "\\\\\\\\\\\\\\\\\\\\" }' >brackets.json
check_status 1 '6 MB of backslashes' "$ARGMAP" check brackets.json
awk 'BEGIN { for (i = 0; i < 300000; i++) printf "\n\n\n\n\n\n\n\n\n\n" }' >brackets.json
check_status 1 'three million empty lines' "$ARGMAP" check brackets.json
contains "$out" 'the file is empty [json-syntax]' 'three million empty lines are an empty file'
awk 'BEGIN { printf "{\"argmap\": 1, \"title\": \""; for (i = 0; i < 300000; i++) printf "\\u00e4\\ud83d\\ude97" }' >brackets.json
check_status 1 '5 MB of escapes that never end' "$ARGMAP" check brackets.json
contains "$out" 'brackets.json:1:24: error: the file ends inside the string that begins here [json-syntax]' '5 MB of escapes: where the string begins'
rm brackets.json

long=$(awk 'BEGIN { for (i = 0; i < 5000; i++) printf "0123456789" }')
# with_long TEXT: TEXT on standard output, with every @ replaced by 5 MB of digits
with_long ()
{
  printf '%s\n' "$1" | awk -v long="$long" '{
    parts = split ($0, part, "@")
    for (i = 1; i <= parts; i++)
      {
        printf "%s", part[i]
        for (k = 0; i < parts && k < 100; k++)
          printf "%s", long
      }
    printf "\n"
  }'
}
with_long '{ "argmap": 1, "title": "@", "claims": [] }' >long.json
check_status 0 'a title of 5 MB' "$ARGMAP" check --strict long.json
with_long '{ "argmap": 1, "title": "A", "claims": [{ "id": "@", "text": "A." }, { "id": "b", "text": "B.", "supports": ["@"] }] }' >long.json
check_status 1 'an id of 5 MB' "$ARGMAP" check long.json
contains "$out" '[invalid-id]' 'an id of 5 MB is too long'
at_most 10000 "$out" 'an id of 5 MB is quoted in part'
with_long '{ "argmap": 1, "title": "A", "@": [], "claims": [] }' >long.json
check_status 1 'a key of 5 MB' "$ARGMAP" check long.json
contains "$out" '[unknown-field]' 'a key of 5 MB is unknown'
at_most 10000 "$out" 'a key of 5 MB is quoted in part'
with_long '{ "argmap": 1, "title": "A", "claims": [{ "id": "a", "text": "A.", "supports": ["@"] }] }' >long.json
check_status 1 'a reference of 5 MB' "$ARGMAP" check long.json
contains "$out" '[unknown-claim]' 'a reference of 5 MB leads nowhere'
at_most 10000 "$out" 'a reference of 5 MB is quoted in part'
with_long '{ "argmap": 1, "title": "A", "claims": [], "x-a": { "@": 1, "@": 2 } }' >long.json
check_status 1 'a key of 5 MB twice' "$ARGMAP" check long.json
at_most 10000 "$out" 'a key of 5 MB that is there twice is quoted in part'
with_long '{ "argmap": 1@, "title": "A", "claims": [] }' >long.json
check_status 1 'a number of 5 MB' "$ARGMAP" check long.json
at_most 1000 "$out" 'a number of 5 MB is shown in part'
rm long.json

# A hole takes no room on the disk; nothing of it is to be read.
if dd if=/dev/zero of=huge.json bs=1 count=0 seek=3221225472 2>"$scratch/dd"; then
  check_status 2 'a file of 3 GiB is refused' "$ARGMAP" check huge.json
  contains "$err" 'huge.json: it is larger than 1.0' 'a file of 3 GiB: why'
else
  skip 'a file of 3 GiB is refused' 'no sparse files here'
  skip 'a file of 3 GiB: why' 'no sparse files here'
fi
rm -f huge.json

# --- number ---

awk 'BEGIN {
  print "{\"argmap\":1,\"title\":\"Many\",\"resolution\":\"c1\",\"claims\":[{\"id\":\"c1\",\"text\":\"Number 1.\"}"
  for (i = 2; i <= 200000; i++)
    printf ",{\"id\":\"c%d\",\"text\":\"Number %d.\",\"supports\":[\"c%d\"]}\n", i, i, int (i / 2)
  print "]}"
}' >many.json
check_status 0 '200,000 claims in a tree' "$ARGMAP" check --strict many.json
equal '1 file checked: no problems found' "$(cat "$out")" '200,000 claims in a tree are in order'

awk 'BEGIN {
  print "{\"argmap\":1,\"title\":\"Many\",\"resolution\":\"c1\",\"claims\":[{\"id\":\"c1\",\"text\":\"Number 1.\"}"
  for (i = 2; i <= 100000; i++)
    printf ",{\"id\":\"c%d\",\"text\":\"Number %d.\",\"supports\":[\"c%d\"]}\n", i, i, i - 1
  print "]}"
}' >many.json
check_status 0 'a chain of 100,000 claims' "$ARGMAP" check --strict many.json
check_status 0 'a chain of 100,000 claims, summed up' "$ARGMAP" summary many.json

awk 'BEGIN {
  print "{\"argmap\":1,\"title\":\"Many\",\"claims\":[{\"id\":\"c1\",\"text\":\"Number 1.\",\"supports\":[\"c50000\"]}"
  for (i = 2; i <= 50000; i++)
    printf ",{\"id\":\"c%d\",\"text\":\"Number %d.\",\"supports\":[\"c%d\"]}\n", i, i, i - 1
  print "]}"
}' >many.json
check_status 1 'a cycle of 50,000 claims' "$ARGMAP" check many.json
equal '1 error in 1 file' "$(tail -n 1 "$out")" 'a cycle of 50,000 claims is one finding'
contains "$out" ' more … "c1" [support-cycle]' 'a cycle of 50,000 claims is not printed whole'
check_status 0 'a cycle of 50,000 claims, summed up by force' "$ARGMAP" summary --force many.json

awk 'BEGIN {
  print "{\"argmap\":1,\"title\":\"Many\",\"claims\":[{\"id\":\"c1\",\"text\":\"Number 1.\",\"supports\":[\"c2\"]}"
  for (i = 2; i <= 100000; i++)
    printf ",{\"id\":\"c%d\",\"text\":\"Number %d.\",\"supports\":[\"c1\",\"x%d\"]}\n", i, i, i
  print "]}"
}' >many.json
check_status 1 '99,999 references that lead nowhere' "$ARGMAP" check many.json
equal 99999 "$(grep -c '\[unknown-claim\]$' "$out")" '99,999 references that lead nowhere are all found'
equal '100,000 errors in 1 file' "$(tail -n 1 "$out")" '99,999 references that lead nowhere, and the cycle beside them'

awk 'BEGIN {
  print "{\"argmap\":1,\"title\":\"Many\",\"claims\":[],\"x-many\":{\"a\":0"
  for (i = 1; i <= 100000; i++)
    printf ",\"%s\":%d\n", i % 2 ? "a" : "\\u0061", i
  print "}}"
}' >many.json
check_status 1 'one key 100,001 times' "$ARGMAP" check many.json
equal '100,000 errors in 1 file' "$(tail -n 1 "$out")" 'one key 100,001 times: every one but the first is found'

awk 'BEGIN {
  print "{\"argmap\":1,\"title\":\"Many\",\"claims\":[{\"id\":\"a\",\"text\":\"A.\"},{\"id\":\"b\",\"text\":\"B.\",\"supports\":[\"a\"]}],"
  print "\"rebuttals\":[{\"id\":\"u0\",\"text\":\"U.\",\"undercuts\":[{\"from\":\"b\",\"to\":\"a\",\"id\":\"n0\"}]}"
  for (i = 1; i <= 20000; i++)
    printf ",{\"id\":\"u%d\",\"text\":\"U.\",\"undercuts\":[{\"relation\":\"n%d\",\"id\":\"n%d\"}]}\n", i, i - 1, i
  print "]}"
}' >many.json
check_status 0 'undercuts of undercuts, 20,000 deep' "$ARGMAP" check --strict many.json
check_status 0 'undercuts of undercuts, 20,000 deep, summed up' "$ARGMAP" summary many.json

# Sixty pairs, one in the other, none of which exists.
awk 'BEGIN {
  pair = "{ \"from\": \"b\", \"to\": \"a\" }"
  for (i = 1; i < 58; i++)
    pair = "{ \"from\": \"b\", \"to\": " pair " }"
  print "{\"argmap\":1,\"title\":\"Deep\",\"claims\":[{\"id\":\"a\",\"text\":\"A.\"},{\"id\":\"b\",\"text\":\"B.\",\"supports\":[\"a\"]}],"
  print "\"rebuttals\":[{\"id\":\"u\",\"text\":\"U.\",\"undercuts\":[" pair "]}]}"
}' >many.json
check_status 1 'pairs nested as deep as JSON may be' "$ARGMAP" check many.json
contains "$out" '[unknown-relation]' 'pairs nested as deep as JSON may be: none is there'
rm many.json

mkdir folder
i=0
while [ "$i" -lt 500 ]; do
  i=$((i + 1))
  echo '{ "argmap": 1, "title": "One of many", "claims": [] }' >"folder/$i.argmap.json"
done
check_status 0 'a directory of 500 maps' "$ARGMAP" check --strict folder
equal '500 files checked: no problems found' "$(cat "$out")" 'a directory of 500 maps: all were checked'
rm -r folder

finish
