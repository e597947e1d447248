#!/bin/sh
# Installs what argmap needs and this machine lacks, and nothing when it lacks nothing.
#   sh examples/set-up.sh           to build all of it: drawing, the SAT solver, manual pages
#   sh examples/set-up.sh --tests   to run the tests as well
set -eu

commands='gcc meson ninja pkg-config dot fc-list scdoc'
libraries='glib-2.0 libcjson libcgraph libgvc fontconfig'
test_commands='bash clang cmark cmark-gfm curl fish java jq llvm-symbolizer mandoc node npm parallel pdftotext qpdf rsvg-convert sqlite3 strace xmllint xz zsh'

# The package graphviz is here for its plugins: with Graphviz 14, Debian's libgraphviz-dev brings neither Pango's nor the file
# that tells the library which ones there are. The solver comes without a shared library and is written in C++, hence g++.
debian_packages='gcc libc6-dev meson ninja-build pkg-config libglib2.0-dev libcjson-dev libgraphviz-dev graphviz fontconfig libfontconfig-dev fonts-liberation libcadical-dev g++ scdoc'
# Of llvm it is llvm-symbolizer: leaks of libraries are told from argmap's own by the names of functions.
debian_test_packages='acl attr clang cmark cmark-gfm curl default-jre-headless fish fonts-dejavu-core jq libclang-rt-dev node-ajv nodejs poppler-utils librsvg2-bin libxml2-utils llvm locales mandoc parallel qpdf sqlite3 strace xz-utils zsh'

fedora_packages='gcc meson ninja-build pkgconf-pkg-config glib2-devel cjson-devel graphviz-devel graphviz fontconfig fontconfig-devel liberation-sans-fonts scdoc'
fedora_test_packages='acl attr chromium clang cmark curl fish java-latest-openjdk-headless jq llvm nodejs nodejs-npm poppler-utils qpdf librsvg2-tools libxml2 libasan libubsan sqlite xz zsh'

brew_packages='meson ninja pkgconf glib cjson graphviz fontconfig scdoc'
brew_test_packages='cmark cmark-gfm curl fish jq node openjdk poppler qpdf librsvg libxml2 xz'

# Access lists are tried on Linux only.
[ "$(uname)" != Linux ] || test_commands="$test_commands getfacl getfattr"

# Ubuntu has Chromium as a snap only. Where there is none, pages are tested without a browser.
if grep -qs '^ID=debian$' /etc/os-release; then
  test_commands="$test_commands chromium"
  debian_test_packages="$debian_test_packages chromium"
fi

# Builds of node from elsewhere bring npm along, and exclude Debian's.
command -v npm > /dev/null 2>&1 || debian_test_packages="$debian_test_packages npm"

stop ()
{
  printf '%s\n' "$@" >&2
  exit 2
}

has ()
{
  command -v "$1" > /dev/null 2>&1
}

# A picture is laid out with the widths of Arial; another face would not fit where the picture is looked at.
has_font ()
{
  fc-list : family 2> /dev/null | grep -Eq 'Liberation Sans|Arial|Arimo|Helvetica'
}

# Debian's node modules are not where other builds of node look.
has_ajv ()
{
  NODE_PATH=/usr/share/nodejs node -e 'require("ajv")' 2> /dev/null
}

# Solvers come without a file for pkg-config. They are written in C++.
has_solver ()
{
  for library in libcadical.a libstdc++.a; do
    [ "$(gcc -print-file-name="$library" 2> /dev/null)" != "$library" ] || return 1
  done
}

# Debian's clang comes without what links a fuzz target.
has_fuzzer ()
{
  printf 'int LLVMFuzzerTestOneInput (const unsigned char *d, unsigned long n) { return d == 0 && n == 1; }\n' \
    | clang -x c -fsanitize=fuzzer,address -o /dev/null - 2> /dev/null
}

# Locales to be made of, so that one with another decimal sign can be tried.
has_locales ()
{
  [ -e /usr/share/i18n/locales/tr_TR ]
}

lacking ()
{
  for command in $commands; do
    has "$command" || printf ' %s' "$command"
  done
  for library in $libraries; do
    pkg-config --exists "$library" 2> /dev/null || printf ' %s' "$library"
  done
  has_font || printf ' a-font-like-Liberation-Sans'
  [ -z "$tests" ] || ! has apt-get || has_locales || printf ' locales'
  [ -z "$tests" ] || ! has apt-get || has_ajv || printf ' the-node-module-ajv'
  ! has apt-get || has_solver || printf ' the-solver-CaDiCaL'
  [ -z "$tests" ] || ! has apt-get || ! has clang || has_fuzzer || printf ' libFuzzer'
}

missing_packages ()
{
  for package in $debian_packages; do
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2> /dev/null) || state=
    [ "$state" = installed ] || printf ' %s' "$package"
  done
}

as_root ()
{
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}

apt ()
{
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@"
}

install_on_debian ()
{
  packages=$(missing_packages)
  [ -n "$packages" ] || return 0
  if [ "$(id -u)" -ne 0 ] && ! has sudo; then
    stop "These packages are missing:$packages" \
         "This user is not root and there is no sudo. Run this as root, then start again:" \
         "  apt-get update && apt-get install --no-install-recommends$packages"
  fi
  printf 'Installing, which may take a minute:%s\n' "$packages"
  output=$(apt update 2>&1) \
    || printf '%s\n' "$output" "The package lists could not be renewed; going on with those that are here." >&2
  # shellcheck disable=SC2086 # one word a package
  output=$(apt install -y --no-install-recommends $packages 2>&1) \
    || stop "$output" "The packages could not be installed; what apt-get says of it is above."
}

name_packages ()
{
  if has dnf; then
    stop "Not found:$lacks" "On Fedora these packages should have it (untested):" "  sudo dnf install $fedora_packages"
  elif has brew; then
    stop "Not found:$lacks" "In Homebrew these packages should have it (untested):" "  brew install $brew_packages"
  fi
  stop "Not found:$lacks" \
       "This script installs on Debian and Ubuntu only; elsewhere install the above and start again. On Debian they are in:" \
       "  $debian_packages"
}

tests=
case ${1-} in
  '') ;;
  --tests)
    tests=yes
    commands="$commands $test_commands"
    debian_packages="$debian_packages $debian_test_packages"
    fedora_packages="$fedora_packages $fedora_test_packages"
    brew_packages="$brew_packages $brew_test_packages"
    ;;
  *) stop "Usage: sh examples/set-up.sh [--tests]" ;;
esac

lacks=$(lacking)
[ -n "$lacks" ] || exit 0
if has apt-get && has dpkg-query; then
  install_on_debian
  lacks=$(lacking)
  [ -z "$lacks" ] || stop "Every package is installed, and still this is not found:$lacks" "Is PATH or PKG_CONFIG_PATH set to something unusual?"
else
  name_packages
fi
