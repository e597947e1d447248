#!/bin/sh
# One manual page: its head from the table of commands, the rest from a file beside this one.
#   sh page.sh ARGMAP SCDOC FILE.scd [COMMAND]
set -eu
# shellcheck disable=SC2086 # no command: the page of argmap itself
head=$("$1" help --scdoc ${4-})
{ printf '%s\n' "$head"; cat "$3"; } | "$2"
