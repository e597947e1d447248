# Completes the command line of argmap in bash, which is asked what may stand at the cursor.

# _argmap_files WORD OPTION...: what compgen finds with these options, but for what would be taken for an option
_argmap_files ()
{
  local file word=$1
  shift
  compopt -o filenames 2>/dev/null
  while IFS= read -r file; do
    [[ $file == -* ]] || COMPREPLY+=("$file")
  done < <(compgen "$@" -- "$word")
}

_argmap ()
{
  local answer word=${COMP_WORDS[COMP_CWORD]}
  COMPREPLY=()
  [[ $word != = ]] || word= # bash takes --option=value apart
  while IFS= read -r answer; do
    case ${answer%%$'\t'*}:$answer in
      :$'\t'folder) _argmap_files "$word" -d ;;
      :$'\t'file) _argmap_files "$word" -f ;;
      :$'\t'map) _argmap_files "$word" -d; _argmap_files "$word" -f -X '!*.json' ;;
      *)
        answer=${answer%%$'\t'*}
        [[ $answer != *= ]] || compopt -o nospace 2>/dev/null
        case $word in
          [\"\']*) [[ $answer == *[\\\"\'\`\$!]* ]] || COMPREPLY+=("$answer") ;; # the quote stays open
          *) printf -v answer %q "$answer"; COMPREPLY+=("$answer") ;;
        esac ;;
    esac
  done < <(command argmap complete bash "$COMP_CWORD" "${COMP_WORDS[@]}" 2>/dev/null)
}

complete -F _argmap argmap
