# Sourced after tap.sh by tests of what is said of disputed claims.

# Without a solver nothing tells the four kinds of dispute apart.
if "$ARGMAP" --version | grep -q '^SAT solver '; then solver=1; else solver=0; fi

# One line, with single spaces: what a text is whose line breaks do not count.
fold ()
{
  tr -s ' \n' '  '
}

# plainly: standard input, folded, as it is said without a solver
plainly ()
{
  fold | sed -e 's/ Some coherent views of the map accept it, \(others reject it\|and none rejects it\)\.//g' \
    -e 's/ Some coherent views of the map reject it, and none accepts it\.//g' -e 's/ No coherent view of the map settles it\.//g'
}
