#!/bin/sh
# Those who do not build: examples/get.sh, and the recipes that call it. A folder stands in for the place of releases; nothing is really
# built, and no network is asked.
. "$ARGMAP_SOURCE/tests/tap.sh"

for command in curl xz sha256sum git; do
  command -v $command >"$out" || skip_all "there is no $command"
done
[ "$(uname -s)-$(uname -m)" = Linux-x86_64 ] || skip_all 'there are archives for x86-64 Linux only'
cd "$scratch" || exit 1
version=$("$ARGMAP" --version | sed -n '1s/argmap //p')
name=argmap-$version-x86_64-linux

# The source as it is cloned, but that set-up.sh says that it was called. It lies where a path has spaces.
source=$scratch/the\ source
mkdir -p "$source/examples"
cp -R "$ARGMAP_SOURCE/meson.build" "$source"
cp -R "$ARGMAP_SOURCE/examples/get.sh" "$ARGMAP_SOURCE/examples/pre-commit.sh" "$ARGMAP_SOURCE/examples/github-action" "$source/examples"
printf '#!/bin/sh\necho set-up >>"%s/called"\n' "$scratch" >"$source/examples/set-up.sh"

# A release. What is in its archive is this argmap, and a file to know it by.
releases=$scratch/server/somebody/argmap/releases/download
mkdir -p "$releases/v$version" "$name/bin" "$name/lib/argmap"
printf '#!/bin/sh\nexec "%s" "$@"\n' "$ARGMAP" >"$name/bin/argmap"
chmod 755 "$name/bin/argmap"
echo 'of the archive' >"$name/lib/argmap/new"
tar -cf - "$name" | xz -0 >"$releases/v$version/$name.tar.xz"
echo 'a package' >"$releases/v$version/argmap_${version}_amd64.deb"
(cd "$releases/v$version" && sha256sum argmap* >SHA256SUMS)
rm -r "$name"

# Builds that do nothing but say what they were called with, and put a program in its place.
mkdir stubs
cat >stubs/meson <<END
#!/bin/sh
echo "meson \$*" >>"$scratch/called"
case \$1 in
  setup)
    for word in "\$@"; do
      case \$word in --prefix=*) echo "\${word#--prefix=}" >"$scratch/prefix" ;; esac
    done ;;
  install)
    prefix=\$(cat "$scratch/prefix")
    mkdir -p "\$prefix/bin"
    ln -s "$ARGMAP" "\$prefix/bin/argmap" ;;
esac
END
printf '#!/bin/sh\necho "ninja $*" >>"%s/called"\n' "$scratch" >stubs/ninja
chmod 755 stubs/*
usual_path=$PATH
PATH=$scratch/stubs:$PATH

# get RELEASES ARGUMENT...: what it calls is in the file called
get ()
{
  at=$1
  shift
  rm -f called
  : >called
  run env ARGMAP_RELEASES="$at" sh "$source/examples/get.sh" "$@"
}

# --- an archive ---

mkdir -p got/lib/argmap
echo 'of a version before' >got/lib/argmap/old
get "file://$releases" got
equal "0 $scratch/got/bin/argmap" "$status $(cat "$out")" 'an archive is downloaded, and it is said where the program is'
is_empty "$err" 'and nothing else'
contains got/lib/argmap/new 'of the archive' 'what is in it is there'
equal new "$(ls got/lib/argmap)" 'and what a version before had is not among it'
check_status 0 'the program runs' got/bin/argmap check "$ARGMAP_SOURCE/maps/compulsory-voting.argmap.json"
is_empty called 'nothing was built or installed'
get "file://$releases" 'got here too' "v$version"
equal 0 "$status" 'a version may be named, as its tag is'
get "file://$releases" --set-up got ''
equal 0 "$status" 'an empty version is that of the source'
is_empty called 'what building needs is not installed where nothing is built'

# --- one that is not what it should be ---

cp -R server false
wrong=$scratch/false/somebody/argmap/releases/download
printf 'more' >>"$wrong/v$version/$name.tar.xz"
get "file://$wrong" --set-up not
equal 2 "$status" 'an archive that its checksum does not fit is an error'
contains "$err" "$name.tar.xz is damaged, or is not what was released: its SHA-256 checksum is $(sha256sum <"$wrong/v$version/$name.tar.xz" | cut -c 1-64), and not $(sha256sum <"$releases/v$version/$name.tar.xz" | cut -c 1-64)." 'both are said'
equal '' "$(find not ! -type d)" 'nothing of it is unpacked'
is_empty called 'and nothing is built in its place'
grep deb "$releases/v$version/SHA256SUMS" >"$wrong/v$version/SHA256SUMS"
get "file://$wrong" not
equal 2 "$status" 'an archive without a checksum is an error'
contains "$err" "SHA256SUMS has no checksum of $name.tar.xz" 'that is said'
equal '' "$(find not ! -type d)" 'and nothing of it is unpacked'

# --- none ---

get "file://$scratch/nowhere" built
equal "0 $scratch/built/bin/argmap" "$status $(cat "$out")" 'where there is no archive it is built'
contains "$err" "argmap: Building version $version from its source, since file://$scratch/nowhere/v$version/SHA256SUMS cannot be had: curl: " 'and why is said'
contains called "--prefix=$scratch/built -Ddraw=auto " 'for the folder that was asked for'
contains called " $source" 'from this source'
lacks called set-up 'and nothing is installed unasked'
for option in $(sed -n 's/^meson setup//p' called | tr ' ' '\n' | sed -n 's/^-D\([a-z]*\)=.*/\1/p'); do
  contains "$ARGMAP_SOURCE/meson_options.txt" "option('$option'" "the option $option of the build exists"
done
rm "$wrong/v$version/$name.tar.xz"
get "file://$wrong" built-2
equal 0 "$status" 'so it is where there are only checksums'
get "file://$scratch/nowhere" --set-up built-3
equal "0 set-up" "$status $(sed 1q called)" 'what building needs is installed first, if asked for'
get "file://$releases" not 9.9.9
equal 2 "$status" 'another version without an archive cannot be built'
contains "$err" 'There is no version 9.9.9: ' 'that is said'
contains "$err" "The source that is here is that of version $version." 'and what there is'
get "file://$releases" not "../v$version"
equal 2 "$status" 'a path is no version'
contains "$err" "There is no version \"../v$version\"." 'that is said'
printf '#!/bin/sh\necho "no compiler here"\nexit 1\n' >stubs/ninja
get "file://$scratch/nowhere" not
equal 2 "$status" 'a build that fails is an error'
contains "$err" 'no compiler here' 'that shows what went wrong'
contains "$err" "examples/set-up.sh" 'and says what may help'
check_status 2 'a folder has to be named' sh "$source/examples/get.sh"
contains "$err" 'Usage: ' 'that is said'

# --- where releases are ---

printf '#!/bin/sh\nfor address; do :; done\necho "$address"\nexit 22\n' >stubs/curl
chmod 755 stubs/curl
(cd "$source" && git -c init.defaultBranch=main init . && git remote add origin none) >"$out" 2>&1
for origin in https://github.com/somebody/argmap https://github.com/somebody/argmap.git git@github.com:somebody/argmap.git ssh://git@github.com/somebody/argmap.git; do
  git -C "$source" remote set-url origin $origin
  get '' not 9.9.9
  contains "$err" "https://github.com/somebody/argmap/releases/download/v9.9.9/SHA256SUMS cannot be had" "of a clone of $origin"
done
git -C "$source" remote set-url origin https://example.org/argmap
get '' not 9.9.9
contains "$err" 'it is not known where releases are; ARGMAP_RELEASES can say it' 'of a clone of another place that has to be said'
rm -r "$source/.git" stubs/curl

# --- the action ---

# step FILE NAME: the script of the step of that name
step ()
{
  awk -v name="$2" '/^ *- name: / { found = ($0 ~ ("- name: " name "$")); inside = 0 }
    found && /^ *run: \|$/ { inside = 1; next } inside && !/^        / { exit } inside { print }' "$1"
}

step "$source/examples/github-action/action.yml" 'Get argmap' >step.sh
contains step.sh 'examples/get.sh' 'the step of the action that gets argmap was found'
for variable in REPOSITORY VERSION; do
  contains "$source/examples/github-action/action.yml" "        $variable: \${{ " "its variable $variable is set"
done
mkdir runner
# action REPOSITORY VERSION
action ()
{
  : >called
  : >path
  run env GITHUB_ACTION_PATH="$source/examples/github-action" GITHUB_SERVER_URL="file://$scratch/server" GITHUB_PATH="$scratch/path" \
    RUNNER_TEMP="$scratch/runner" REPOSITORY="$1" VERSION="$2" bash -e step.sh
}
if command -v bash >"$out"; then
  action somebody/argmap ''
  equal "0 $scratch/runner/argmap/bin" "$status $(cat path)" 'the action gets argmap, and later steps find it'
  contains runner/argmap/lib/argmap/new 'of the archive' 'from the release of its version'
  is_empty called 'without building'
  rm -r runner/argmap
  action somebody/argmap 9.9.9
  equal '2 ' "$status $(cat path)" 'a version that there is not is an error'
  printf '#!/bin/sh\nexit 0\n' >stubs/ninja
  for repository in nobody/argmap ''; do
    rm -rf runner/argmap
    action "$repository" ''
    equal "0 set-up $scratch/runner/argmap/bin" "$status $(sed 1q called) $(cat path)" "where there is no archive it is built: ${repository:-no repository}"
  done
else
  skip 'the action gets argmap' 'there is no bash'
fi

# --- the job of GitLab ---

# Up to the clone the job would need a network.
sed -n '/^  before_script:/,/^  script:/s/^ *- \(sh .*\)/\1/p' "$ARGMAP_SOURCE/examples/gitlab-ci.yml" >job.sh
equal 'sh /opt/argmap/examples/get.sh --set-up /usr/local' "$(cat job.sh)" 'the job of GitLab gets argmap'
contains "$ARGMAP_SOURCE/examples/gitlab-ci.yml" ' https://github.com/OWNER/argmap /opt/argmap' 'out of a clone that knows where it is from'

# --- the hooks ---

# hook PATH RELEASES: checks a map as the hook does
hook ()
{
  : >called
  run env PATH="$1" ARGMAP_RELEASES="$2" "$source/examples/pre-commit.sh" check -- "$ARGMAP_SOURCE/maps/compulsory-voting.argmap.json"
}
mkdir other same
printf '#!/bin/sh\necho argmap 0.0.1\n' >other/argmap
ln -s "$ARGMAP" same/argmap
chmod 755 other/argmap
PATH=$usual_path
hook "$scratch/same:$PATH" file:///nowhere
equal 0 "$status" 'the hook takes the argmap that is installed, if it is of this version'
is_empty "$err" 'and gets no other'
printf 'more' >"$wrong/v$version/$name.tar.xz"
cp "$releases/v$version/SHA256SUMS" "$wrong/v$version"
hook "$scratch/other:$PATH" "file://$wrong"
equal 2 "$status" 'an archive that its checksum does not fit stops the commit'
contains "$err" 'is damaged, or is not what was released' 'why is said'
equal '' "$(find "$source/.build" ! -type d)" 'and nothing of it is kept'
hook "$scratch/other:$PATH" "file://$releases"
equal 0 "$status" 'else it downloads that version'
contains "$out" '1 file checked: no problems found' 'and runs it'
contains "$source/.build/hook/lib/argmap/new" 'of the archive' 'out of the archive'
equal hook "$(ls -A "$source/.build")" 'nothing else is left there'
hook "$scratch/other:$PATH" file:///nowhere
equal 0 "$status" 'and has it the next time'
rm -r "$source/.build"
printf '#!/bin/sh\nexit 0\n' >stubs/ninja
hook "$scratch/stubs:$scratch/other:$PATH" file:///nowhere
equal 0 "$status" 'or builds it'
lacks called set-up 'and installs nothing for that'
check_status 0 'and keeps what it has built' test -x "$source/.build/hook/bin/argmap"
finish
