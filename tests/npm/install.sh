#!/bin/sh
# Fetches what tests/accessibility.sh checks pages with, in the versions of package-lock.json, into .build/npm. Nothing that is fetched is
# run here. Does nothing where they are there already.
#   sh tests/npm/install.sh
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/../.."

for file in package.json package-lock.json; do
  cmp -s "tests/npm/$file" ".build/npm/$file" || rm -rf .build/npm
done
[ ! -f .build/npm/complete ] || exit 0
mkdir -p .build/npm
cp tests/npm/package.json tests/npm/package-lock.json .build/npm
cd .build/npm
npm ci --ignore-scripts --no-audit --no-fund >install.log 2>&1 || { cat install.log >&2; exit 1; }
: >complete
