#!/bin/sh
# argmap solve: answers to the questions of the argumentation competitions, malformed frameworks, maps as frameworks.

# shellcheck disable=SC2016 # shells of their own are to expand what is quoted
. "$ARGMAP_SOURCE/tests/tap.sh"
cd "$scratch" || exit 1

# Without a solver, questions that need one are answered with 2 and the reason. tests/unit/semantics.c knows which they are.
if "$ARGMAP" --version | grep -q '^SAT solver '; then solver=1; else solver=0; fi

# answers EXPECTED FILE PROBLEM [ARGUMENT]: EXPECTED is what is printed
answers ()
{
  title="$3${4:+ of $4} on $2"
  run "$ARGMAP" solve -p "$3" -f "$2" ${4:+-a "$4"}
  if [ "$solver" = 0 ] && [ "$status" -eq 2 ] && grep -q 'this build of argmap has no SAT solver' "$err"; then
    is_empty "$out" "$title: nothing, without a solver"
    return
  fi
  equal "0 $1" "$status $(cat "$out")" "$title"
  is_empty "$err" "$title: nothing on standard error"
}

# --- frameworks whose answers are known ---

printf 'p af 4\n# a and b attack each other and c, and c attacks d\n1 2\n2 1\n1 3\n2 3\n3 4\n' >floating
printf 'p af 2\n1 2\n2 1\n2 2\n' >ideal
printf 'p af 3\n1 2\n2 3\n3 1\n' >odd
printf 'p af 5\n1 2\n2 4\n4 5\n5 4\n5 5\n' >competition
printf 'p af 0\n' >empty
printf 'p af 1\n' >one
printf 'p af 1\n1 1\n' >self
printf 'p af 3\n1 2\n2 3\n' >chain

answers 'w' floating SE-GR
answers 'w
w 1 4
w 2 4' floating EE-CO
answers 'w 1 4
w 2 4' floating EE-PR
answers 'w 1 4
w 2 4' floating EE-ST
answers 'w 1 4
w 2 4' floating EE-SST
answers 'w' floating EE-ID
answers 'NO
w' floating DS-CO 4
answers 'YES' floating DS-PR 4
answers 'YES' floating DS-ST 4
answers 'NO' floating DC-PR 3
answers 'YES
w 1 4' floating DC-PR 1
answers 'YES
w 2 4' floating DC-ST 2
answers 'NO
w 2 4' floating DS-PR 1
answers 'NO
w' floating DS-ID 4
answers 'NO' floating DC-GR 4

answers 'w' ideal SE-GR
answers 'w 1' ideal SE-ID
answers 'w 1' ideal SE-ST
answers 'YES
w 1' ideal DC-ID 1
answers 'NO' ideal DC-ID 2
answers 'YES' ideal DS-ID 1
answers 'w
w 1' ideal EE-CO

answers 'NO' odd SE-ST
answers 'NO' odd EE-ST
answers 'YES' odd DS-ST 1
answers 'NO' odd DC-ST 1
answers 'w' odd SE-PR
answers 'w' odd EE-SST
answers 'NO' odd DC-CO 2
answers 'NO
w' odd DS-PR 2

answers 'w 1 3 4' competition EE-ST
answers 'w 1 3
w 1 3 4' competition EE-CO
answers 'YES
w 1 3' competition DC-GR 1
answers 'NO' competition DC-GR 2
answers 'NO
w 1 3' competition DS-GR 4

# What the grounded labelling settles needs no solver, by whatever semantics.
for semantics in GR CO PR ST SST ID; do
  for file in chain one empty; do
    case $file in
    chain) wanted='w 1 3' ;;
    one) wanted='w 1' ;;
    empty) wanted='w' ;;
    esac
    check_status 0 "SE-$semantics on $file" "$ARGMAP" solve -p "SE-$semantics" -f "$file"
    equal "$wanted" "$(cat "$out")" "SE-$semantics on $file: the answer"
    run "$ARGMAP" solve -p "EE-$semantics" -f "$file"
    equal "$wanted" "$(cat "$out")" "EE-$semantics on $file: the answer"
  done
  check_status 0 "DC-$semantics on chain" "$ARGMAP" solve "-pDC-$semantics" -f chain -a3
  equal 'YES
w 1 3' "$(cat "$out")" "DC-$semantics on chain: the answer"
  check_status 0 "DS-$semantics on chain" "$ARGMAP" solve --problem="DS-$semantics" --file=chain --argument=2
  equal 'NO
w 1 3' "$(cat "$out")" "DS-$semantics on chain: the answer"
done
answers 'w' self EE-PR
answers 'NO' self SE-ST
answers 'YES' self DS-ST 1
answers 'NO' self DC-CO 1

# --- how a file may be written ---

for way in 'CR LF:p af 3\r\n1 2\r\n2 3\r\n' 'no newline at the end:p af 3\n1 2\n2 3' 'no newline and a blank:p af 3\n1 2\n2 3 ' \
  'blanks:p  af\t3 \n 1   2\t\n\t2 3  \n' 'empty lines:\n\np af 3\n\n1 2\n   \n2 3\n\n' \
  'comments:# before\np af 3\n#\n1 2\n# \000 \377 bytes\n  # after blanks\n2 3\n#' 'repeated attacks:p af 3\n1 2\n2 3\n1 2\n2 3\n2 3\n' \
  'leading zeros:p af 003\n01 2\n2 000000003\n'; do
  # shellcheck disable=SC2059 # a format is what it is
  printf "${way#*:}" >way
  check_status 0 "a file with ${way%%:*}" "$ARGMAP" solve -p SE-GR -f way
  equal 'w 1 3' "$(cat "$out")" "a file with ${way%%:*}: the answer"
done
check_status 0 'standard input' "$ARGMAP" solve -p SE-GR -f - <chain
equal 'w 1 3' "$(cat "$out")" 'standard input: the answer'
check_status 0 'a pipe' sh -c 'cat chain | "$ARGMAP" solve -p SE-GR -f /dev/stdin'

# --- malformed files: where, and why ---

# malformed PLACE MESSAGE TEXT
malformed ()
{
  # shellcheck disable=SC2059
  printf "$3" >bad
  check_status 1 "malformed: $3" "$ARGMAP" solve -p SE-GR -f bad
  equal "bad:$1: error: $2" "$(cat "$err")" "malformed: $3: what it says"
  is_empty "$out" "malformed: $3: no answer"
}

long=123456789012345678901234567890
malformed 1:1 'the file is empty; it is to begin with the line "p af N"' ''
malformed 2:1 'there is no line "p af N", and the file ends here' '# only this\n'
malformed 1:1 'the line "p af N" is expected, and not "1"' '1 2\n2 3\n'
malformed 1:1 'the line "p af N" is expected, and not "paf"' 'paf 3\n'
malformed 1:1 'the file begins with a byte order mark' '\357\273\277p af 3\n'
malformed 1:3 '"af" is expected, and not "cnf"' 'p cnf 3 2\n'
malformed 1:2 '"af" is expected, and the file ends here' 'p'
malformed 1:5 'the number of arguments is expected, and the line ends here' 'p af\n1 2\n'
malformed 1:6 'the number of arguments is expected, and the line ends here' 'p af \r\n1 2\r\n'
malformed 1:6 'the number of arguments is expected, and not "-3"' 'p af -3\n'
malformed 1:6 'the number of arguments is expected, and not "x"' 'p af x\n'
malformed 1:7 'a number is expected, and not ".5"' 'p af 3.5\n'
malformed 1:8 'the end of the line is expected, and not "5"' 'p af 3 5\n'
malformed 1:6 'these are too many arguments: at most 67108864 are taken' 'p af 67108865\n'
malformed 1:6 'these are too many arguments: at most 67108864 are taken' "p af $long\\n"
malformed 4:1 'this is a second line "p"; the first is line 2' '# x\np af 3\n1 2\np af 3\n'
malformed 3:1 'there is no argument "4": they are numbered from 1 to 3' 'p af 3\n1 2\n4 1\n'
malformed 2:3 'there is no argument "0": they are numbered from 1 to 3' 'p af 3\n1 0\n'
malformed 2:1 'there is no argument "0": they are numbered from 1 to 3' 'p af 3\n0 9\n'
malformed 2:3 'there is no argument "123456789012345678901234…": they are numbered from 1 to 3' "p af 3\\n1 $long\\n"
malformed 2:3 'there is no argument "18446744073709551617": they are numbered from 1 to 3' 'p af 3\n1 18446744073709551617\n'
malformed 2:1 'there is no argument "1": the line "p af 0" says that there are none' 'p af 0\n1 1\n'
malformed 3:2 'a second number after a blank is expected, and the line ends here' 'p af 3\n1 2\n3\n'
malformed 2:3 'a second number is expected, and the line ends here' 'p af 3\n3 \n1 2\n'
malformed 2:3 'a second number is expected, and the file ends here' 'p af 3\n3 '
malformed 2:5 'the end of the line is expected, and not "3"' 'p af 3\n1 2 3\n'
malformed 2:4 'the end of the line is expected, and not "x"' 'p af 3\n1 2x\n'
malformed 2:2 'a second number after a blank is expected, and not ",2"' 'p af 3\n1,2\n'
malformed 2:1 'an attack, which is two numbers, is expected, and not "-1"' 'p af 3\n-1 2\n'
malformed 2:1 'an attack, which is two numbers, is expected, and not "a"' 'p af 3\na b\n'
malformed 2:5 'the end of the line is expected, and not "#"' 'p af 3\n1 2 # no\n'
malformed 2:4 'the end of the line is expected, and not a NUL byte' 'p af 3\n1 2\000\n'
malformed 2:1 'an attack, which is two numbers, is expected, and not a NUL byte' 'p af 3\n\0001 2\n'
malformed 1:2 '"af" is expected, and not a NUL byte' 'p\000af 3\n'
malformed 2:4 'the end of the line is expected, and not a carriage return that ends no line' 'p af 3\n1 2\r3 1\r'
malformed 2:3 'a second number is expected, and not "��"' 'p af 3\n1 \377\376\n'
malformed 2:1 'an attack, which is two numbers, is expected, and not "１"' 'p af 3\n\357\274\221 2\n'

# --- the command line ---

# refused MESSAGE ARGUMENT...: status 2, and what it says
refused ()
{
  wanted=$1
  shift
  check_status 2 "refused: $*" "$ARGMAP" solve "$@"
  contains "$err" "$wanted" "refused: $*: what it says"
  is_empty "$out" "refused: $*: no answer"
}

refused 'name the problem with -p' -f chain
refused 'name the problem with -p'
refused 'name the framework with -f' -p SE-GR
refused 'name the framework with -f; a map is for --export' -p SE-GR chain
refused '--problem cannot be "SE-PREF"; did you mean "SE-PR"?' -p SE-PREF -f chain
refused '--problem cannot be "EE_ST"; did you mean "EE-ST"?' -p EE_ST -f chain
refused '--problem cannot be "nonsense"; it is one of DC-GR, ' -p nonsense -f chain
refused 'name the argument that DC-PR asks about with -a' -p DC-PR -f chain
refused 'SE-PR asks about no argument; -a is for DC and DS' -p SE-PR -f chain -a 1
refused '--limit is for EE, which lists extensions' -p SE-PR -f chain --limit 1
refused 'there is no argument 4 in chain: they are numbered from 1 to 3' -p DC-GR -f chain -a 4
refused 'there is no argument 0 in chain: they are numbered from 1 to 3' -p DS-PR -f chain -a 0
refused 'there is no argument 1 in empty: it has none' -p DS-PR -f empty -a 1
refused '--argument takes a number from 0 up' -p DS-PR -f chain -a -1
refused 'a' -p DS-PR -f chain -a a
refused '9999999999' -p DS-PR -f chain -a 9999999999
refused 'cannot read nowhere: No such file or directory' -p SE-GR -f nowhere
refused 'cannot read .: it is a directory' -p SE-GR -f .
refused '--problems takes no arguments' --problems chain
refused '--problems takes no options of a question' --problems -f chain
refused '--export takes no options of a question' --export apx -p SE-GR
refused '--export takes one map' --export apx
refused '--export takes one map' --export apx a b
refused '--export cannot be "tfg"; did you mean "tgf"?' --export tfg a

check_status 0 '--problems' "$ARGMAP" solve --problems
if [ "$solver" = 1 ]; then
  equal '[DC-GR,DC-CO,DC-PR,DC-ST,DC-SST,DC-ID,DS-GR,DS-CO,DS-PR,DS-ST,DS-SST,DS-ID,SE-GR,SE-CO,SE-PR,SE-ST,SE-SST,SE-ID,EE-GR,EE-CO,EE-PR,EE-ST,EE-SST,EE-ID]' \
    "$(cat "$out")" '--problems: all'
else
  equal '[DC-GR,DS-GR,DS-CO,SE-GR,SE-CO,EE-GR]' "$(cat "$out")" '--problems: those that need no solver'
  for problem in DC-CO DC-PR DC-ST DC-SST DC-ID DS-PR DS-ST DS-SST DS-ID; do
    refused 'this build of argmap has no SAT solver, and this question needs one' -p "$problem" -f floating -a 1
  done
  for problem in SE-PR SE-ST SE-SST SE-ID EE-CO EE-PR EE-ST EE-SST EE-ID; do
    refused 'this build of argmap has no SAT solver, and this question needs one' -p "$problem" -f floating
  done
fi

# --- many extensions ---

# Pairs that attack each other: 2^PAIRS preferred extensions.
pairs ()
{
  echo "p af $((2 * $1))"
  i=1
  while [ "$i" -lt $((2 * $1)) ]; do
    printf '%d %d\n%d %d\n' "$i" $((i + 1)) $((i + 1)) "$i"
    i=$((i + 2))
  done
}

if [ "$solver" = 1 ]; then
  pairs 3 >three
  pairs 14 >fourteen
  pairs 100 >hundred
  check_status 0 'eight extensions' "$ARGMAP" solve -p EE-PR -f three
  equal 8 "$(sort -u "$out" | grep -c '^w [1-6] [1-6] [1-6]$')" 'eight extensions: all of them'
  is_empty "$err" 'eight extensions: nothing on standard error'
  check_status 0 'a limit' "$ARGMAP" solve -p EE-PR -f three --limit 5
  equal 5 "$(grep -c '^w' "$out")" 'a limit: as many'
  equal 'argmap: cut off after 5 extensions of the 8 there are; --limit sets how many, 0 for all' "$(cat "$err")" 'a limit: it is said'
  check_status 0 'a limit that is not reached' "$ARGMAP" solve -p EE-PR -f three --limit 8
  is_empty "$err" 'a limit that is not reached: nothing is said'
  check_status 0 'a limit within a part' "$ARGMAP" solve -p EE-CO -f three --limit 2
  equal 2 "$(grep -c '^w' "$out")" 'a limit within a part: as many'
  equal 'argmap: cut off after 2 extensions, and there are more; --limit sets how many, 0 for all' "$(cat "$err")" 'a limit within a part: it is said'
  check_status 0 'the usual limit' "$ARGMAP" solve -p EE-ST -f fourteen
  equal 10000 "$(sort -u "$out" | grep -c '^w')" 'the usual limit: 10,000'
  contains "$err" 'cut off after 10,000 extensions of the 16,384 there are' 'the usual limit: it is said'
  check_status 0 'no limit' "$ARGMAP" solve -p EE-ST -f fourteen --limit 0
  equal 16384 "$(sort -u "$out" | grep -c '^w')" 'no limit: all'
  check_status 0 'more than can be counted' "$ARGMAP" solve -p EE-ST -f hundred --limit 3
  contains "$err" 'cut off after 3 extensions, and there are more' 'more than can be counted: it is said'
  { pairs 100; echo '1 1'; echo '2 2'; } >none
  check_status 0 'none among many' "$ARGMAP" solve -p EE-ST -f none
  equal NO "$(cat "$out")" 'none among many: NO'

  # The solver's own words, if its environment wants them, are no answers.
  CADICAL_VERBOSE=3 "$ARGMAP" solve -p EE-PR -f floating >talking 2>"$err"
  equal 'w 1 4
w 2 4' "$(cat talking)" 'nothing but answers reaches standard output'
fi

# --- a budget ---

# holes N: that N + 1 pigeons cannot sit in N holes, as a framework. Arguments 1 to 2 V are "it sits" and "it does not", 2 V + 1 that not all
# is well; each condition attacks it, and is attacked by what meets it. A last argument, attacked by that one, is in if all conditions are met.
holes ()
{
  awk -v n="$1" '
    function yes (p, h) { return 2 * (p * n + h) + 1 }
    function attack (a, b) { attacks[++count] = a " " b }
    BEGIN {
      for (p = 0; p <= n; p++) for (h = 0; h < n; h++) { attack(yes(p, h), yes(p, h) + 1); attack(yes(p, h) + 1, yes(p, h)) }
      last = 2 * n * (n + 1) + 1; next_one = last
      for (p = 0; p <= n; p++) { attack(++next_one, last); for (h = 0; h < n; h++) attack(yes(p, h), next_one) }
      for (h = 0; h < n; h++) for (p = 0; p <= n; p++) for (q = 0; q < p; q++) {
        attack(++next_one, last); attack(yes(p, h) + 1, next_one); attack(yes(q, h) + 1, next_one)
      }
      print "p af " next_one
      for (i = 1; i <= count; i++) print attacks[i]
    }'
}

if [ "$solver" = 1 ]; then
  holes 4 >few
  check_status 0 'a budget that is enough' "$ARGMAP" solve -p DC-ST -f few -a 41 --budget 1000000
  equal NO "$(cat "$out")" 'a budget that is enough: the answer'
  check_status 0 'a budget of 0' "$ARGMAP" solve -p DC-ST -f few -a 41 --budget 0
  equal NO "$(cat "$out")" 'a budget of 0: the answer, as there is no budget'
  holes 14 >many
  for problem in 'DC-ST -a 421' 'DC-PR -a 421' 'DC-CO -a 421' 'DC-SST -a 421' 'EE-ST'; do
    # shellcheck disable=SC2086
    check_status 2 "$problem within a budget" sh -c 'ulimit -t 60; exec "$@"' - "$ARGMAP" solve -f many -p $problem --budget 200
    equal 'argmap: not answered: the solver came to the end of its budget; --budget sets how many conflicts, 0 for any number' "$(cat "$err")" \
      "$problem within a budget: what it says"
    is_empty "$out" "$problem within a budget: no answer"
  done
fi
check_status 0 'a budget where no solver is needed' "$ARGMAP" solve -p SE-PR -f chain --budget 1
refused '--problems takes no options of a question' --problems --budget 5
refused '--budget takes a number from 0 up' -p SE-GR -f chain --budget -1

# --- depth ---

awk 'BEGIN { n = 10000; print "p af " n; for (i = 1; i < n; i++) print i, i + 1 }' >deep
check_status 0 'a chain of 10,000' "$ARGMAP" solve -p SE-ID -f deep
equal 5001 "$(wc -w <"$out" | tr -d ' ')" 'a chain of 10,000: every second'
{ cat deep; echo '10000 1'; } >ring
if [ "$solver" = 1 ]; then
  check_status 0 'a ring of 10,000' "$ARGMAP" solve -p EE-PR -f ring
  equal 2 "$(grep -c '^w' "$out")" 'a ring of 10,000: two ways round'
fi

# --- maps ---

cat >charge.argmap.json <<'END'
{ "argmap": 1, "title": "A congestion charge", "resolution": "charge",
  "claims": [ { "id": "charge", "text": "Drivers should pay to enter the city centre." },
              { "id": "jams", "text": "Traffic jams cost everyone time.", "supports": ["charge"] },
              { "id": "9-jams", "text": "There are jams at nine.", "supports": ["jams"], "open": true } ],
  "rebuttals": [ { "id": "trade", "text": "Customers would stay away.", "rebuts": ["charge"] },
                 { "id": "survey", "text": "They did not elsewhere.", "undercuts": [{ "from": "trade", "to": "charge" }] } ] }
END
check_status 0 '--export tgf' "$ARGMAP" solve --export tgf charge.argmap.json
cp "$out" charge.tgf
cat >wanted <<'END'
charge
jams
a_9_jams
trade
survey
jams_supports_charge
a_9_jams_supports_jams
trade_rebuts_charge
survey_undercuts_trade
not_jams
not_9_jams
not_trade
not_survey
unsupported_charge
unsupported_jams
unsupported_9_jams
#
jams not_jams
a_9_jams not_9_jams
trade not_trade
survey not_survey
jams_supports_charge unsupported_charge
a_9_jams_supports_jams unsupported_jams
trade_rebuts_charge charge
survey_undercuts_trade trade_rebuts_charge
not_jams jams_supports_charge
not_9_jams a_9_jams_supports_jams
not_trade trade_rebuts_charge
not_survey survey_undercuts_trade
unsupported_charge charge
unsupported_jams jams
unsupported_9_jams a_9_jams
END
same wanted charge.tgf '--export tgf: what is written'
check_status 0 '--export apx' "$ARGMAP" solve --export apx charge.argmap.json
sed -n -e 's/^arg(\([a-z][A-Za-z0-9_]*\))\.$/\1/p' "$out" >again
echo '#' >>again
sed -n -e 's/^att(\([a-z][A-Za-z0-9_]*\),\([a-z][A-Za-z0-9_]*\))\.$/\1 \2/p' "$out" >>again
same charge.tgf again '--export apx: the same framework'
equal "$(wc -l <"$out" | tr -d ' ')" "$(($(wc -l <again) - 1))" '--export apx: nothing else'
check_status 0 '--export iccma' "$ARGMAP" solve --export iccma charge.argmap.json
cp "$out" charge.af
awk '/^p af / { print $3 > "count"; next } /^#/ { name[$2] = $3; print $3; next } !edges++ { print "#" } { print name[$1], name[$2] }' charge.af >again
same charge.tgf again '--export iccma: the same framework, named in comments'
equal 16 "$(cat count)" '--export iccma: how many arguments'
check_status 0 'what was exported can be read' "$ARGMAP" solve -p SE-GR -f charge.af
equal 'w 4 5 9 10 11 14 15 16' "$(cat "$out")" 'what was exported: the open claim brings all down that it supports'
run "$ARGMAP" solve --export iccma - <charge.argmap.json
same charge.af "$out" '--export of standard input'

# Ids that would be one name, or the name of something else.
cat >names.argmap.json <<'END'
{ "argmap": 1, "title": "Names", "resolution": "a-b",
  "claims": [ { "id": "a-b", "text": "One." }, { "id": "a_b", "text": "Two.", "supports": ["a-b"] },
              { "id": "a.b", "text": "Three.", "supports": ["a-b"] }, { "id": "not_a_b", "text": "Four.", "supports": ["a-b"] },
              { "id": "a_b_2", "text": "Five.", "supports": ["a-b", "a_b"] } ] }
END
check_status 0 '--export of names that are alike' "$ARGMAP" solve --export tgf names.argmap.json
sed '/^#/,$d' "$out" >names
equal '' "$(sort names | uniq -d)" '--export of names that are alike: no two are the same'
equal 5 "$(head -n 5 names | grep -cxE 'a_b|a_b_3|a_b_2|a_b_2_2|not_a_b')" '--export of names that are alike: numbers tell them apart'

sed 's/"jams"\]/"nowhere"]/' charge.argmap.json >broken.argmap.json
check_status 1 '--export of a map with errors' "$ARGMAP" solve --export apx broken.argmap.json
contains "$err" '[unknown-claim]' '--export of a map with errors: which'
is_empty "$out" '--export of a map with errors: nothing is written'
check_status 2 '--export of no file' "$ARGMAP" solve --export apx nowhere.argmap.json
for map in "$ARGMAP_SOURCE"/maps/*.argmap.json; do
  "$ARGMAP" solve --export iccma "$map" >map.af
  check_status 0 "${map##*/}, exported and answered" "$ARGMAP" solve -p SE-GR -f map.af
done

finish
