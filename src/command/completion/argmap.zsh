#compdef argmap
# Completes the command line of argmap in zsh, which is asked what may stand at the cursor.

_argmap ()
{
  local answer about
  local -a found shown files

  for answer in "${(@f)$(command argmap complete zsh $((CURRENT - 1)) "${words[@]}" 2>/dev/null)}"; do
    case $answer in
      '') ;;
      $'\t'folder) files=(-/) ;;
      $'\t'map) files=(-g '*.json') ;;
      $'\t'file) files=(-g '*') ;;
      *)
        about=${answer#*$'\t'}
        found+=("${answer%%$'\t'*}")
        shown+=("${answer%%$'\t'*}${about:+  -- $about}") ;;
    esac
  done
  if (( $#found )); then
    [[ $found[1] == *= ]] && compadd -S '' -l -d shown -a found || compadd -l -d shown -a found
  elif (( $#files )); then
    [[ $PREFIX == --*=* ]] && compset -P '*='
    _files "${files[@]}"
  fi
}

if [[ $funcstack[1] == _argmap ]]; then
  _argmap "$@"
else
  compdef _argmap argmap
fi
