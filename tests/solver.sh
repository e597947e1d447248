# Sourced after tap.sh by tests of what is said of contested claims.

# Without a solver nothing tells the four kinds of contested apart.
if "$ARGMAP" --version | grep -q '^SAT solver '; then solver=1; else solver=0; fi

# One line, with single spaces: what a text is whose line breaks do not count.
fold ()
{
  tr -s ' \n' '  '
}

# plainly: standard input, folded, as it is said without a solver
plainly ()
{
  fold | sed -e 's/is \(disputed: by one coherent view of the map it stands, by another it falls\|defensible: by some coherent view of the map it stands, and by none it falls\|indefensible: by some coherent view of the map it falls, and by none it stands\|deadlocked: no coherent view of the map settles it\)/is contested: it turns on points that turn on one another/g'
}
