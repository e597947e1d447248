#!/bin/sh
# A file that is written over keeps whom it belongs to and who may read it, whatever writes it: format, check -o, diff -o, render. Where
# a new file cannot have all of that, or cannot take the place of the old one, the old one is written in place, and is whole in any case.

. "$ARGMAP_SOURCE/tests/tap.sh"

leave_coaching_out
cd "$scratch" || exit 1
umask 022
mkdir place
write_map map.argmap.json
cp map.argmap.json place/drawn.argmap.json

# Root tries as somebody else what root may do in any case; nobody can start the program where it lies.
nobody=65534
as_nobody=
program=$ARGMAP
root=$([ "$(id -u)" -eq 0 ] && echo 1)
if [ -n "$root" ]; then
  cp "$ARGMAP" program
  chmod 755 . program
  program=$PWD/program
  as_nobody="setpriv --reuid=$nobody --regid=$nobody --groups=$nobody,50"
  # shellcheck disable=SC2086 # words
  $as_nobody "$program" --version >"$out" 2>&1 || as_nobody=
fi

ways='format check diff'
[ "$ARGMAP_DRAW" != 1 ] || ways="$ways render beside folder"

# old WAY: there is a file at $file, which WAY will write over
old ()
{
  case $1 in
    format) file=place/messy.argmap.json ;;
    check) file=place/report.txt ;;
    diff) file=place/told.md ;;
    render) file=place/picture.dot ;;
    beside | folder) file=place/drawn.dot ;;
  esac
  rm -f "$file"
  cp map.argmap.json "$file"
}

# write WAY [PREFIX...]: writes over $file
write ()
{
  way=$1
  shift
  case $way in
    format) run "$@" "$program" format "$file" ;;
    check) run "$@" "$program" check -o "$file" map.argmap.json ;;
    diff) run "$@" "$program" diff -o "$file" /dev/null map.argmap.json ;;
    render) run "$@" "$program" render -o "$file" map.argmap.json ;;
    beside) run "$@" "$program" render -T dot place/drawn.argmap.json ;;
    folder) run "$@" "$program" render -T dot -d place place/drawn.argmap.json ;;
  esac
  [ "$way" != diff ] || [ "$status" -ne 1 ] || status=0 # the maps differ
}

# is_written DESCRIPTION: the last write was a success and left new content, and nothing else
is_written ()
{
  if [ "$status" -ne 0 ]; then
    not_ok "$1: written" "exit status $status"
    comment <"$err"
  else
    differs map.argmap.json "$file" "$1: written"
  fi
  equal '' "$(find place -name '.argmap-*')" "$1: no temporary file is left"
}

# owner_and_mode FILE
owner_and_mode ()
{
  stat -c '%u:%g %a' "$1"
}

inode ()
{
  stat -c %i "$1"
}

for way in $ways; do
  for mode in 600 646 755; do
    old "$way"
    chmod $mode "$file"
    write "$way"
    is_written "$way over a file of mode $mode"
    equal $mode "$(stat -c %a "$file")" "$way over a file of mode $mode: it stays"
  done
  old "$way"
  ln "$file" place/second
  write "$way"
  is_written "$way over a file with two names"
  same "$file" place/second "$way over a file with two names: both have the new content"
  rm place/second

  [ "$way" != format ] || continue # it would have to be a map
  old "$way"
  seq 20000 >>"$file"
  ln "$file" place/second
  write "$way"
  is_written "$way in place over a longer file"
  equal 0 "$(grep -c '^19999$' "$file")" "$way in place over a longer file: nothing of it is left"
  rm place/second
done

# --- access lists and attributes ---

if command -v setfacl >"$out" && : >probe && setfacl -m u:$nobody:r probe 2>"$err"; then
  # rights FILE: its access list
  rights ()
  {
    getfacl -cnp "$1"
  }
  for way in $ways; do
    old "$way"
    setfacl -m u:1:rw,g:2:r,g::-,o::- "$file"
    rights "$file" >before
    number=$(inode "$file")
    write "$way"
    is_written "$way over a file with an access list"
    rights "$file" >after
    same before after "$way over a file with an access list: it stays"
    equal 1 "$(($(inode "$file") != number))" "$way over a file with an access list: it is replaced"

    old "$way"
    chmod 640 "$file"
    rights "$file" >before
    setfacl -d -m u:1:rwx,g:2:rwx,m::rwx place
    write "$way"
    is_written "$way in a folder that gives new files an access list"
    rights "$file" >after
    same before after "$way in a folder that gives new files an access list: one that was there gets none"
    rm "$file"
    [ "$way" = format ] || write "$way"
    cp /dev/null place/other
    rights place/other >before
    if [ "$way" != format ]; then
      rights "$file" >after
      same before after "$way in a folder that gives new files an access list: a new one has it"
    fi
    setfacl -k place
  done
else
  skip 'access lists' 'there is no setfacl, or the file system has none'
fi

if command -v setfattr >"$out" && : >probe && setfattr -n user.argmap -v 1 probe 2>"$err"; then
  for way in $ways; do
    old "$way"
    setfattr -n user.origin -v 'https://example.org/' "$file"
    setfattr -n user.empty "$file"
    getfattr -d --absolute-names "$file" >before
    write "$way"
    is_written "$way over a file with extended attributes"
    getfattr -d --absolute-names "$file" >after
    same before after "$way over a file with extended attributes: they stay"
  done
else
  skip 'extended attributes' 'there is no setfattr, or the file system has none'
fi

# --- owners and groups ---

if [ -n "$root" ]; then
  for way in $ways; do
    old "$way"
    chown $nobody:50 "$file"
    chmod 640 "$file"
    write "$way"
    is_written "$way, as root, over the file of somebody else"
    equal "$nobody:50 640" "$(owner_and_mode "$file")" "$way, as root, over the file of somebody else: it stays theirs"
    is_empty "$err" "$way, as root, over the file of somebody else: nothing to say"
  done
else
  skip 'the file of somebody else, as root' 'this user is not root'
fi

# somebody OWNER:GROUP MODE DESCRIPTION: each way, as nobody, over such a file in a folder whose files get the group 50; in $kept is what
# the note names, and nothing where none is wanted
somebody ()
{
  for way in $ways; do
    old "$way"
    chown "$1" "$file"
    chmod "$2" "$file"
    # shellcheck disable=SC2086 # words
    write "$way" $as_nobody
    is_written "$way over $3"
    equal "$1 $2" "$(owner_and_mode "$file")" "$way over $3: whose it is and its mode stay"
    if [ -n "$kept" ]; then
      contains "$err" "argmap: note: $file was written in place: its $kept cannot be given to a new file" "$way over $3: it is said"
    else
      is_empty "$err" "$way over $3: nothing to say"
    fi
  done
}

if [ -n "$as_nobody" ]; then
  chown 0:50 place
  chmod 2777 place
  kept=
  somebody "$nobody:$nobody" 660 'a file of another of the own groups'
  kept=group
  somebody "$nobody:51" 640 'a file of a group of others'
  kept=owner
  somebody 1:50 660 'the file of a colleague'
  chmod 1777 place
  somebody 1:1 666 'the file of somebody else where only owners may rename'
  chmod 555 place
  kept=
  somebody "$nobody:$nobody" 600 'an own file in a folder that may not be written'
  for way in $ways; do
    old "$way"
    # shellcheck disable=SC2086
    write "$way" $as_nobody
    equal 2 "$status" "$way over a file that may not be written: the exit status"
    same map.argmap.json "$file" "$way over a file that may not be written: it is as it was"
  done
  chmod 755 place
else
  skip 'the files of others' 'only root can make them, with setpriv'
fi

# --- what runs it as somebody else ---

if [ -n "$root" ]; then
  for way in $ways; do
    for mode in 4755 2755 6711; do
      old "$way"
      chown $nobody:50 "$file"
      chmod $mode "$file"
      write "$way"
      is_written "$way, as root, over a file of mode $mode"
      equal "$nobody:50 $mode" "$(owner_and_mode "$file")" "$way, as root, over a file of mode $mode: it stays"
      is_empty "$err" "$way, as root, over a file of mode $mode: nothing to say"
    done
  done
else
  skip 'setuid and setgid bits, as root' 'this user is not root'
fi

if [ -n "$as_nobody" ]; then
  chmod 777 place
  for way in $ways; do
    # lost OWNER:GROUP MODE MODE-AFTER WHAT: as nobody
    lost ()
    {
      old "$way"
      chown "$1" "$file"
      chmod "$2" "$file"
      # shellcheck disable=SC2086 # words
      write "$way" $as_nobody
      is_written "$way over $1, mode $2"
      equal "$1 $3" "$(owner_and_mode "$file")" "$way over $1, mode $2: what stays"
      if [ -n "$4" ]; then
        contains "$err" "$4" "$way over $1, mode $2: what is lost is said"
      else
        is_empty "$err" "$way over $1, mode $2: nothing to say"
      fi
    }
    lost "$nobody:$nobody" 4755 4755 ''
    lost "$nobody:50" 2775 2775 ''
    lost "$nobody:51" 2775 775 "its group cannot be given to a new file; it has lost its setgid bit"
    lost "1:50" 6777 777 "its owner cannot be given to a new file; it has lost its setuid bit and its setgid bit"
  done
  chmod 755 place
else
  skip 'setuid and setgid bits of others' 'only root can make them, with setpriv'
fi

capabilities=0x0100000200200000000000000000000000000000
if [ -n "$root" ] && command -v setfattr >"$out" && : >probe && setfattr -n security.capability -v $capabilities probe 2>"$err"; then
  for way in $ways; do
    old "$way"
    setfattr -n security.capability -v $capabilities "$file"
    write "$way"
    is_written "$way over a file with capabilities"
    equal '' "$(getfattr --absolute-names -m security.capability "$file")" "$way over a file with capabilities: it has none"
    contains "$err" "argmap: note: $file has lost its capabilities" "$way over a file with capabilities: it is said"
    old "$way"
    ln "$file" place/second
    setfattr -n security.capability -v $capabilities "$file"
    write "$way"
    contains "$err" "argmap: note: $file has lost its capabilities" "$way in place over a file with capabilities: it is said"
    rm place/second
  done
else
  skip 'capabilities' 'only root can give them, with setfattr, and not everywhere'
fi

# --- a file that is a mount point, as in a container ---

if [ -n "$root" ] && cp map.argmap.json real && : >point && mount --bind real point 2>"$err"; then
  umount point
  for way in $ways; do
    old "$way"
    cp map.argmap.json real
    mount --bind real "$file"
    write "$way"
    is_written "$way over a mount point"
    is_empty "$err" "$way over a mount point: nothing to say"
    same real "$file" "$way over a mount point: what is mounted is written"
    mount -o remount,bind,ro "$file"
    cp real kept
    write "$way"
    [ "$way" = format ] || equal 2 "$status" "$way over a mount point that is read only: the exit status"
    same kept "$file" "$way over a mount point that is read only: it is as it was"
    umount "$file"
  done
else
  skip 'mount points' 'only root can make them, and not everywhere'
fi

# --- a full disk ---

# full WAY DESCRIPTION: nothing fits any more, and $file is as it was
full ()
{
  cp "$file" before
  cat /dev/zero >place/filler 2>"$err"
  write "$1"
  equal 2 "$status" "$2: the exit status"
  contains "$err" "argmap: cannot write $file: No space left on device" "$2: it is said"
  same before "$file" "$2: it is as it was"
  rm place/filler
  equal '' "$(find place -name '.argmap-*')" "$2: no temporary file is left"
}

if [ -n "$root" ] && mount -t tmpfs -o size=256k,mode=755 none place 2>"$err"; then
  trap 'umount "$scratch/place" 2>/dev/null; chmod -R u+rwx "$scratch" 2>/dev/null; rm -rf "$scratch"' EXIT
  awk 'BEGIN { printf "{\"argmap\":1,\"title\":\"Long\",\"claims\":["
               for (i = 0; i < 900; i++) printf "%s{\"id\":\"c%d\",\"text\":\"%d.\"}", i ? "," : "", i, i
               print "]}" }' >map.argmap.json
  for way in $ways; do
    [ "$way" != check ] || continue # its report is short
    cp map.argmap.json place/drawn.argmap.json
    old "$way"
    [ "$way" = format ] || echo old >"$file"
    full "$way" "$way on a full disk"
    ln "$file" place/second
    full "$way" "$way in place on a full disk"
    rm place/second
  done
  umount place
else
  skip 'a full disk' 'only root can mount one, and not everywhere'
fi

finish
