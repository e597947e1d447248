#!/bin/sh
# What the hooks for pre-commit run: argmap in the version of this repository, which pre-commit has cloned. That is the one that is
# installed, if it has that version; else one that get.sh puts here when a hook is run for the first time.
#   examples/pre-commit.sh COMMAND [ARGUMENT…]
set -eu
unset CDPATH
here=$(cd -- "$(dirname -- "$0")/.." && pwd)
mine=$here/.build/hook
version=$(sed -n "s/^ *version: '\(.*\)',/\1/p" "$here/meson.build" | head -n 1)

if command -v argmap >/dev/null && [ "$(argmap --version | head -n 1)" = "argmap $version" ]; then
  exec argmap "$@"
fi
if [ ! -x "$mine/bin/argmap" ]; then
  # Complete or absent, also where two hooks begin at once.
  mkdir -p "$here/.build"
  new=$(mktemp -d "$here/.build/new.XXXXXX")
  trap 'rm -rf "$new"' EXIT
  sh "$here/examples/get.sh" "$new/hook" >/dev/null
  mv "$new/hook" "$here/.build" || [ -x "$mine/bin/argmap" ]
  rm -rf "$new"
  trap - EXIT
fi
exec "$mine/bin/argmap" "$@"
