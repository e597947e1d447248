#!/bin/sh
# Writes a text file as C: an array of its lines.
#   sh embed.sh FILE NAME
set -eu
printf '/* Made from %s. */\n\nextern const char *const %s[];\n\nconst char *const %s[] = {\n' "$(basename "$1")" "$2" "$2"
sed 's/\\/\\\\/g; s/"/\\"/g; s/?/\\?/g; s/^/  "/; s/$/",/' "$1"
printf '  0\n};\n'
