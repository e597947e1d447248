#!/bin/sh
# The archive for machines where nobody compiles, which examples/portable.sh makes: what is in it, and that it needs nothing else.
. "$ARGMAP_SOURCE/tests/tap.sh"

need_drawing
"$ARGMAP" --version | grep -q '^SAT solver ' || skip_all 'built without a solver'
command -v dpkg-query >"$out" || skip_all 'the archive is made of Debian packages, and this is no Debian'
build=$(dirname "$ARGMAP_BUILD")
cd "$scratch" || exit 1

# make_archive FOLDER: quickly packed
make_archive ()
{
  run env XZ_OPT=-0 SOURCE_DATE_EPOCH=1000000000 sh "$ARGMAP_SOURCE/examples/portable.sh" "$1" "$build"
}

make_archive first
if [ "$status" -eq 2 ] && grep -q '^These packages are missing: ' "$err"; then
  contains "$err" '  apt-get update && apt-get install --no-install-recommends ' 'what is missing is said, and how to install it'
  skip 'the archive' "$(sed 1q "$err")"
  finish
fi
equal 0 "$status" 'an archive is made'
[ "$status" -eq 0 ] || comment <"$err"
version=$("$ARGMAP" --version | sed -n '1s/argmap //p')
name=argmap-$version-$(uname -m)-linux
equal "$scratch/first/$name.tar.xz" "$(cat "$out")" 'its path is printed'
equal "$name.tar.xz" "$(ls -A first)" 'and nothing else is left there'
# Files that are made in this folder belong to its group, for whoever may give it one.
mkdir -m 2755 tmp
chgrp 50 tmp 2>"$err" && chmod 2755 tmp
(umask 077 && TZ=Asia/Tokyo TMPDIR=$scratch/tmp make_archive second)
same "first/$name.tar.xz" "second/$name.tar.xz" 'a second one is the same, byte by byte'

# --- what is in it ---

TZ=UTC tar -tvf "first/$name.tar.xz" --numeric-owner >list
equal '' "$(grep -v "^[-dlrwx]* 0/0  *[0-9]* 2001-09-09 01:46 $name/" list)" 'all of it is in one folder, of the given date, and belongs to no user'
equal '' "$(grep -Ev '^(drwxr-xr-x|-rwxr-xr-x|-rw-r--r--|lrwxrwxrwx) ' list)" 'everybody may read it, and nobody but its owner write it'
mkdir -p 'root/some place'
tar -C 'root/some place' -xf "first/$name.tar.xz"
top="root/some place/$name"
for file in bin/argmap share/doc/argmap/README.txt share/doc/argmap/copyright share/bash-completion/completions/argmap.bash share/zsh/site-functions/_argmap \
  share/fish/vendor_completions.d/argmap.fish; do
  check_status 0 "there is $file" test -s "$top/$file"
done
if [ -f "$build/docs/argmap.1" ]; then
  same "$build/docs/argmap-render.1" "$top/share/man/man1/argmap-render.1" 'there are manual pages'
else
  skip 'there are manual pages' 'built without scdoc'
fi
equal '' "$(grep '@' "$top/share/doc/argmap/README.txt")" 'its readme names the version'
contains "$top/share/doc/argmap/README.txt" "$name/bin/argmap new " 'and the folder'

licences=$top/share/doc/argmap/licences
contains "$top/share/doc/argmap/copyright" 'Permission is hereby granted' 'the licence of argmap is there'
equal "$(cut -d ' ' -f 1 "$licences/PACKAGES" | sort -u)" "$(find "$licences" -maxdepth 1 -type f ! -name PACKAGES -exec basename '{}' ';' | sort)" \
  'and one for every package that is in it'
for package in libc6 libcadical-dev 'libstdc++-[0-9]*-dev' fonts-liberation 'libgvc[0-9]*' 'libpango-1.0-0[t64]*' fontconfig-config; do
  if grep -q "^$package .*, from the source package " "$licences/PACKAGES"; then ok "among them is $package"; else not_ok "among them is $package"; fi
done
# Each library is one that a package named there has.
cut -d ' ' -f 1 "$licences/PACKAGES" | xargs dpkg-query -L 2>"$err" | sed 's|.*/||' | sort -u >known
(cd "$top/lib/argmap" && find . -type f -name '*.so*') | sed 's|.*/||' | sort -u >libraries
equal '' "$(comm -23 libraries known)" 'every library is of a package that is named'
grep -rho '/usr/share/common-licenses/[A-Za-z0-9.-]*[A-Za-z0-9]' "$licences" --exclude-dir=common | sed 's|.*/||' | sort -u >called
equal '' "$(while read -r text; do [ ! -f "/usr/share/common-licenses/$text" ] || [ -f "$licences/common/$text" ] || echo "$text"; done <called)" \
  'the texts that they call are there'
if [ -s called ]; then ok 'and they call some'; else not_ok 'and they call some'; fi

# --- where it lies ---

"$ARGMAP" --version >version
mkdir 'a folder'
ln -s "../$top/bin/argmap" 'a folder/link'
ln -s link 'a folder/argmap'

# starts WHAT COMMAND...
starts ()
{
  how=$1
  shift
  check_status 0 "it starts $how" "$@"
  is_empty "$err" "it starts $how: without a word"
  same version "$out" "it starts $how: it is what was packed"
}

starts 'by its path' "$top/bin/argmap" --version
starts 'from its own folder' sh -c 'cd "$1/bin" && ./argmap --version' sh "$top"
starts 'by a link to a link' 'a folder/argmap' --version
starts 'by a link on PATH' env PATH="$scratch/a folder:$PATH" argmap --version
ln -s "$PWD/$top/bin/argmap" another
starts 'by another name' ./another --version
mkdir false
for library in libc.so.6 libglib-2.0.so.0 libgvc.so.6; do
  echo 'no library' >"false/$library"
done
starts 'where the environment names other libraries' env LD_LIBRARY_PATH="$scratch/false" LD_PRELOAD="$scratch/false/libc.so.6" GVBINDIR="$scratch/false" \
  "$top/bin/argmap" --version
check_status 0 'and draws there' env LD_LIBRARY_PATH="$scratch/false" GVBINDIR="$scratch/false" "$top/bin/argmap" render -T png -o one.png \
  "$ARGMAP_SOURCE/maps/compulsory-voting.argmap.json"
is_empty "$err" 'and says nothing about it'
check_status 1 'its exit status is that of the program' "$top/bin/argmap" check "$ARGMAP_SOURCE/tests/check/unknown-claim.supports.argmap.json"
mkdir alone
cp "$top/bin/argmap" alone
check_status 2 'without its libraries it does not start' alone/argmap --version
contains "$err" "cannot start $PWD/lib/argmap/argmap: No such file or directory" 'says why'
contains "$err" 'Make a link to bin/argmap instead of a copy.' 'and what to do'
mkdir 'a:b'
ln -s "../$top" 'a:b/link'
cp -R "$top" 'a:b'
starts 'by a link from a folder with a colon' 'a:b/link/bin/argmap' --version
check_status 2 'in a folder with a colon it does not start' "a:b/$name/bin/argmap" --version
contains "$err" 'the path of its folder has a colon or a semicolon' 'and says why'

# What lists processes shows its name, and not that of the loader.
if [ -e /proc/self/comm ]; then
  mkfifo pipe
  "$top/bin/argmap" check - <pipe >"$out" 2>"$err" &
  process=$!
  exec 3>pipe
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    [ "$(cat "/proc/$process/comm")" != argmap ] || break
    sleep 0.1
  done
  equal argmap "$(cat "/proc/$process/comm")" 'processes are listed by its name'
  exec 3>&-
  wait "$process"
else
  skip 'processes are listed by its name' 'there is no /proc'
fi

# --- where there is nothing else ---

mkdir root/bin root/maps
ln -s "../some place/$name/bin/argmap" root/bin/argmap
cp "$ARGMAP_SOURCE"/maps/*.argmap.json root/maps
cp "$ARGMAP_SOURCE/tests/portable/try.sh" root
chroot=$(PATH=$PATH:/usr/sbin:/sbin command -v chroot)
home=/home
as_root=
if [ "$(id -u)" -ne 0 ]; then
  as_root='unshare -r'
fi

# in_root COMMAND...
in_root ()
{
  # shellcheck disable=SC2086 # words of a command, or none
  run env -i ${home:+HOME=$home} $as_root "$chroot" root "$@"
}

in_root /bin/argmap --version
if [ "$status" -ne 0 ] && ! $as_root "$chroot" / true 2>refused; then
  for what in 'it starts in a root with nothing else in it' 'and does its work, with a shell in it' 'and finds fonts that are there'; do
    skip "$what" 'this user cannot change the root'
  done
  finish
fi
equal 0 "$status" 'it starts in a root with nothing else in it'
same version "$out" 'and is what was packed'

# A shell, to try more with.
shell=$(readlink -f "$(command -v sh)")
for file in "$shell" $(ldd "$shell" | grep -o '/[^ ]*'); do
  mkdir -p "root$(dirname "$file")"
  cp -L "$file" "root$file"
done
# Where there is a null device, nothing has to be writable.
mkdir root/dev
if [ "$(id -u)" -eq 0 ] && mknod -m 666 root/dev/null c 1 3 2>"$err" && (: >root/dev/null) 2>"$err"; then
  home=
fi
in_root "$shell" /try.sh /bin/argmap /maps /out
equal "0 all is well: /bin/argmap" "$status $(tail -n 1 "$out")" 'and does its work, with a shell in it'
[ "$status" -eq 0 ] || comment <"$out"

# An installed program draws the same with the same fonts.
cat >fonts.conf <<END
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>$PWD/$top/share/argmap/fonts</dir><include>$PWD/$top/share/argmap/fonts/conf.d</include><cachedir>$PWD/cache</cachedir></fontconfig>
END
set -- "$ARGMAP_SOURCE"/maps/*.argmap.json
for type in svg png pdf html; do
  run env FONTCONFIG_FILE="$PWD/fonts.conf" "$ARGMAP" render -T $type -o "installed.$type" "$1"
  same "installed.$type" "root/out/one.$type" "and draws the same $type as what was packed"
done

# serif NAME WHICH: draws NAME.png in a face that did not come with it
serif ()
{
  in_root /bin/argmap render --font 'Liberation Serif' -o "/out/$1.png" /out/two.argmap.json
  equal 0 "$status" "it draws in a face that $2"
}

serif before 'is not there'
mkdir -p root/usr/share/fonts
cp /usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf root/usr/share/fonts
serif after 'the machine has'
is_empty "$err" 'without a word'
differs root/out/before.png root/out/after.png 'and finds it'

# --- where something is missing ---

mkdir lacking
printf '#!/bin/sh\nexit 1\n' >lacking/dpkg-query
chmod 755 lacking/dpkg-query
check_status 2 'no archive is made where packages are missing' env PATH="$scratch/lacking:$PATH" sh "$ARGMAP_SOURCE/examples/portable.sh" third
contains "$err" 'These packages are missing: ' 'that is said'
contains "$err" ' meson ninja-build ' 'with those that building needs'
finish
