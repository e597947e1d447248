#!/bin/sh
# What is installed, and the Debian package that examples/deb.sh makes of it.
. "$ARGMAP_SOURCE/tests/tap.sh"

build=$(dirname "$ARGMAP_BUILD")
check_status 0 'installed' env DESTDIR="$scratch/root" meson install -C "$build" --no-rebuild --quiet
(cd "$scratch/root" && find . -type f | sed 's|^\./usr/local/||; s|^\./usr/||' | sort) >"$scratch/files"
for file in bin/argmap share/bash-completion/completions/argmap.bash share/zsh/site-functions/_argmap share/fish/vendor_completions.d/argmap.fish \
  share/doc/argmap/copyright; do
  if grep -qx "$file" "$scratch/files"; then ok "installed: $file"; else not_ok "installed: $file" "$(cat "$scratch/files")"; fi
done
if [ -f "$build/docs/argmap.1" ]; then
  equal "$("$ARGMAP" help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p' | wc -l | tr -d ' ')" "$(grep -c 'man1/argmap-.*\.1$' "$scratch/files")" 'installed: a page for each command'
  equal 1 "$(grep -c 'man5/argmap\.5$' "$scratch/files")" 'installed: a page for the format'
fi
same "$ARGMAP_SOURCE/LICENSE" "$(find "$scratch/root" -path '*/doc/argmap/copyright')" 'installed: the licence'
equal '' "$(grep -vE '^(bin/argmap|share/(bash-completion|zsh|fish|man)/.*|share/doc/argmap/copyright)$' "$scratch/files")" 'installed: nothing else'

# --- the source as it is released ---

if ! git -C "$ARGMAP_SOURCE" rev-parse --verify -q HEAD >"$out" 2>"$err" || [ "$(git -C "$ARGMAP_SOURCE" rev-parse --show-toplevel)" != "$ARGMAP_SOURCE" ]; then
  skip 'a release' 'this is no clone'
else
  version=$("$ARGMAP" --version | sed -n '1s/argmap //p')
  check_status 0 'a release is packed' meson dist -C "$build" --no-tests --allow-dirty --formats gztar
  tar -xzf "$build/meson-dist/argmap-$version.tar.gz" -C "$scratch"
  (cd "$scratch/argmap-$version" && find . -type f -o -type l) | sed 's|^\./||' | LC_ALL=C sort >"$scratch/packed"
  git -C "$ARGMAP_SOURCE" -c core.quotePath=off ls-tree -r --name-only HEAD | LC_ALL=C sort >"$scratch/committed"
  same "$scratch/committed" "$scratch/packed" 'a release has every file that is committed, and no other'
  check_status 0 'a release is configured, outside of git' meson setup "$scratch/released" "$scratch/argmap-$version"
  (cd "$scratch/argmap-$version" && git -C "$ARGMAP_SOURCE" archive HEAD | tar -df -) >"$out" 2>&1
  equal '' "$(grep -v 'time differs$\|[UG]id differs$' "$out")" 'a release is what a clone of the same commit is, which run.sh builds'
fi

# --- a Debian package ---

if ! command -v dpkg-deb >"$out"; then
  skip 'a Debian package' 'there is no dpkg-deb'
  finish
fi
check_status 0 'a package is made' sh "$ARGMAP_SOURCE/examples/deb.sh" "$scratch/packages" "$build"
package=$(cat "$out")
equal 1 "$(find "$scratch/packages" -type f | wc -l | tr -d ' ')" 'a package is made: one file'
check_status 0 'the package: its fields' dpkg-deb -f "$package" Package Version Architecture Depends
contains "$out" 'Package: argmap' 'the package: its name'
contains "$out" "Version: $("$ARGMAP" --version | sed -n '1s/argmap //p')" 'the package: its version is that of the program'
contains "$out" 'libglib2.0-0' 'the package: what it needs'
mkdir "$scratch/unpacked"
check_status 0 'the package: unpacked' dpkg-deb -x "$package" "$scratch/unpacked"
program=$(find "$scratch/unpacked" -path '*/bin/argmap')
documents=$(find "$scratch/unpacked" -path '*/share/doc/argmap')
contains "$documents/copyright" 'Permission is hereby granted' 'the package: the licence'
if "$ARGMAP" --version | grep -q cadical; then
  contains "$documents/copyright" 'Armin Biere' 'the package: the licence of the solver that is in the program'
fi
version=$("$ARGMAP" --version | sed -n '1s/argmap //p')
equal "argmap ($version) unstable; urgency=medium" "$(gzip -dc "$documents/changelog.gz" | sed -n 1p)" 'the package: a changelog'
equal '' "$(find "$scratch/unpacked" -path '*/man/*' -type f ! -name '*.gz')" 'the package: manual pages are compressed'
equal '' "$(dpkg-deb -c "$package" | grep -vE '^(drwxr-xr-x|-rwxr-xr-x|-rw-r--r--) root/root ')" 'the package: who may do what, and that root owns it'
check_status 0 'the package: its sums' sh -c 'cd "$1" && dpkg-deb -I "$2" md5sums | md5sum -c --quiet' sh "$scratch/unpacked" "$package"
equal "$(find "$scratch/unpacked" -type f | wc -l)" "$(dpkg-deb -I "$package" md5sums | wc -l)" 'the package: of every file'
equal 1 "$(dpkg-deb -f "$package" Maintainer | grep -c '^[^<>]* <[^@<> ]*@[^@<> ]*\.[a-z]*>$')" 'the package: a maintainer with an address'
# lintian is large, so the set-up does not install it.
if command -v lintian >"$out"; then
  check_status 0 'the package: lintian finds no error' lintian --fail-on error --allow-root "$package"
else
  skip 'the package: lintian finds no error' 'there is no lintian'
fi
check_status 0 'the package: the program checks a map' "$program" check "$ARGMAP_SOURCE/maps/compulsory-voting.argmap.json"
finish
