#!/bin/sh
# Files of other formats in place of a map: each is called by its name, by content and not by its own name, with what to do.
. "$ARGMAP_SOURCE/tests/tap.sh"
cd "$scratch" || exit 1

# is WHAT HELP CONTENT-FOR-PRINTF: what argmap check says
is ()
{
  # shellcheck disable=SC2059 # it is a format: its escapes are bytes
  printf -- "$3" >given.argmap.json
  run "$ARGMAP" check --config none given.argmap.json
  equal 1 "$status" "$1: the exit status"
  contains "$out" "error: this is $1, not JSON [json-syntax]" "$1: named"
  contains "$out" "= help: $2" "$1: what to do"
}
begins='a map begins with {'

is 'a PDF' "$begins" '%%PDF-1.5\n%%\342\343\317\323\n'
is 'compressed (gzip)' 'unpack it first' '\037\213\010\000\001'
is 'compressed (bzip2)' 'unpack it first' 'BZh91AY'
is 'compressed (xz)' 'unpack it first' '\3757zXZ\000'
is 'compressed (zstd)' 'unpack it first' '\050\265\057\375\044'
is 'a ZIP archive' 'unpack it first' 'PK\003\004\024\000\000\000map.json'
is 'a Word document' 'save the map itself as JSON' 'PK\003\004\024\000[Content_Types].xml\000\000word/document.xml'
is 'an OpenDocument file' 'save the map itself as JSON' 'PK\003\00400000000000000000000000000mimetypeapplication/vnd.oasis.opendocument.text'
is 'a PNG picture' 'a picture cannot be read back' '\211PNG\r\n\032\n'
is 'a JPEG picture' "$begins" '\377\330\377\340\000\020JFIF'
is 'a binary file' "$begins" 'abc\001\002'
is 'XML' "$begins" '<?xml version="1.0"?>\n<note/>\n'
is 'XML' "$begins" '<note>\n  <to>You</to>\n</note>\n'
is 'arggraph XML' "$begins" '<?xml version="1.0"?>\n<!DOCTYPE arggraph SYSTEM "arggraph.dtd">\n<arggraph id="a"/>\n'
is 'HTML, a web page' "$begins; was a page or an error message saved in its place?" '<!DOCTYPE html>\n<html lang="en"></html>\n'
is 'HTML, a web page' "$begins" '\n<!-- x --><HTML><body>Not found</body></HTML>\n'
is 'SVG, a picture' 'a picture cannot be read back' '<?xml version="1.0"?>\n<!-- one --><!-- two -->\n<svg width="1"/>\n'
is 'Argdown' "$begins" '===\ntitle: Cars\n===\n[Close]: The town should be closed.\n  + <Noise>: Cars are loud.\n'
is 'Argdown' "$begins" '[Close]: The town should be closed.\n'
is 'Argdown' "$begins" '# Cars\n\nWhat people say.\n\n<Noise>\n  +> [Close]\n'
is 'Argdown' "$begins" 'The town should be closed.\n  + Cars are loud.\n  - Shops would suffer.\n'
is 'Argdown' "$begins" '// cars\n[Close]: The town should be closed.\n'
is 'Argdown' "$begins" '/* cars,\n * and more */\n\n<Noise>: Cars are loud.\n'
is 'Argdown' "$begins" '<!-- cars -->\n\n===\ntitle: Cars\n===\n'
is 'Argdown' "$begins" '// cars\nThe town should be closed.\n  + Cars are loud.\n'
is 'Argdown' "$begins" '(1) Cars are loud.\n(2) Noise is a harm.\n----\n(3) Cars do harm.\n'
is 'Argdown' "$begins" '<Noise>\n\n(1) Cars are loud.\n(2) [Harm]: Noise is a harm.\n-- Modus ponens (uses: 1, 2) --\n(3) Cars do harm.\n'
is 'Argdown' "$begins" '# Cars\n\n(1) Cars are loud.\n  +> [Close]\n(2) Noise is a harm.\n--\nModus ponens\n--\n(3) Cars do harm.\n'
is 'the text of a Kialo export' "$begins" 'Discussion Title: Cars\n\n1. The town should be closed.\n1.1. Pro: Cars are loud.\n'
is "an argumentation framework in ICCMA's format" '"argmap solve -f" answers' '# two\np af 2\n1 2\n'
is "an argumentation framework in ASPARTIX's format" "$begins" 'arg(a).\narg(b).\natt(a,b).\n'
is 'a graph in TGF' "$begins" '1\n2\n#\n1 2\n'
is 'DOT, a graph for Graphviz' 'a graph cannot be read back' 'strict digraph "cars" {\n  a -> b\n}\n'
is 'Mermaid' "$begins" 'graph TD\n  a --> b\n'
is 'a map written as YAML' 'convert it to JSON' 'argmap: 1\ntitle: Cars\nclaims: []\n'
is 'Carneades YAML' "$begins" 'statements:\n  a: Cars are loud.\narguments:\n  a1:\n    premises: [a]\n'
is 'YAML' "$begins" '---\nclaims:\n  - id: close\n'
is 'YAML' "$begins" '# claims\n- id: close\n  text: The town should be closed.\n'
is 'TOML or another file of settings' "$begins" '[map]\ntitle = "Cars"\n'
is 'Markdown' "$begins" '# Cars\n\nThe town should be closed.\n'
is 'Markdown' "$begins" '---\ntitle: Cars\n---\n\n# Cars\n'
is 'Markdown' "$begins" 'Cars\n====\n\nThe town should be closed.\n'
is 'a table (CSV)' "$begins" 'id,text,by\nclose,"The town, closed",council\n'
is 'a table (CSV)' "$begins" '"id","text"\r\n"close","The town"\r\n'
is 'a table (CSV)' "$begins" '\357\273\277id,text\nclose,The town\n'
is 'a table (CSV)' "$begins" 'id,na\357ve\nclose,caf\351\n'
is 'a table (CSV with semicolons)' "$begins" 'id;text\nclose;The town, closed\n'
is 'a table (TSV)' "$begins" 'id\ttext\nclose\tThe town\n'
is 'a Git LFS pointer' 'the file itself was not fetched: run "git lfs pull"' 'version https://git-lfs.github.com/spec/v1\noid sha256:1\n'
is 'an error message of a web server' 'download the map again' '404: Not Found'
is 'a patch' 'apply it to the map' '--- a/cars.argmap.json\n+++ b/cars.argmap.json\n'
is 'JavaScript' 'a file holds the map alone' 'export default {\n  argmap: 1 };\n'

# What has zeros where UTF-16 or UTF-32 has them, and is neither.
is 'a picture' "$begins" '\000\000\000\030ftypheic\000\000\000\000'
is 'a binary file' "$begins" 'L\000\000\000\001\024\002\000\000\000\000\000'
is 'a binary file' "$begins" 'a\000\001\000b\000'
# kept NAME: an archive with a member that has it
kept ()
{
  echo '{}' >"$1"
  tar cf given.argmap.json "$1"
  run "$ARGMAP" check --config none given.argmap.json
  contains "$out" 'error: this is a tar archive, not JSON [json-syntax]' "a tar archive whose member is named $1"
}
for name in x '{' '[' xy map.json; do
  kept "$name"
done

# says MESSAGE HELP CONTENT: for what is meant to be JSON, or is nothing that is known
says ()
{
  # shellcheck disable=SC2059 # it is a format: its escapes are bytes
  printf -- "$3" >given.argmap.json
  run "$ARGMAP" check --config none given.argmap.json
  contains "$out" "error: $1 [" "$1: $3"
  contains "$out" "= help: $2" "$1: what to do about $3"
}
says 'this is not JSON' "$begins" 'The town should be closed, they say, to cars.\n'
says 'this is not JSON' "$begins" '"Close it," they say.\n'
says 'this is not JSON' "$begins" '(1) Cars are loud.\n(2) Noise is a harm.\n'
says 'this is not JSON' "$begins" '42 people say so\n'
says 'this is not JSON' "$begins" '\327\251\327\234\327\225\327\235\n'
says 'the file is empty' '"argmap new" writes a map to begin with' ''
says 'the file is empty' '"argmap new" writes a map to begin with' ' \n'
says 'JSON has no comments' 'put a remark' '# cars\n{ "argmap": 1 }\n'
says 'JSON has no comments' 'put a remark' '{ /* cars */ "argmap": 1 }\n'
says 'this is JSON Lines: another JSON value begins here' 'a file holds one map' '{ "argmap": 1 }\n{ "argmap": 1 }\n'
says 'a comma must be followed by another value, not by "]"' 'take the comma away' '[1,\n2,]\n'
says 'a comma is missing before this' 'put it after' '["a", "b"\n"c", "d"]\n'

# What is JSON, by its members.
while IFS='|' read -r what members; do
  echo "$members" >given.argmap.json
  run "$ARGMAP" check --config none given.argmap.json
  contains "$out" "error: this looks like $what, not like an argument map" "$what: $members"
done <<'END'
xAIF|{ "AIF": {}, "text": "" }
AIF|{ "nodes": [], "edges": [], "locutions": [] }
arguebuf|{ "nodes": {}, "edges": {}, "schemaVersion": 1 }
an OVA analysis|{ "nodes": [], "edges": [], "analysis": {} }
SADFace|{ "metadata": {}, "nodes": [], "edges": [] }
Argdown's JSON export|{ "statements": {}, "arguments": {} }
a Kialo export|{ "discussionId": 1 }
a project file|{ "rules": {} }
SARIF|{ "$schema": "s", "version": "2.1.0", "runs": [] }
END

# Every command that reads a map says the same; a project file is no map.
printf '[Close]: The town should be closed.\n  + <Noise>\n' >given.argmap.json
"$ARGMAP" new sound.argmap.json
ways='check summary evaluate crux list format'
[ "$ARGMAP_DRAW" != 1 ] || ways="$ways render"
for command in $ways; do
  run "$ARGMAP" "$command" given.argmap.json
  equal 1 "$status" "argmap $command: the exit status"
  cat "$out" "$err" >said
  contains said 'this is Argdown, not JSON' "argmap $command: says what it is"
done
for words in 'why given.argmap.json close' 'diff given.argmap.json sound.argmap.json' 'solve --export apx given.argmap.json'; do
  # shellcheck disable=SC2086 # words
  run "$ARGMAP" $words
  contains "$err" 'this is Argdown, not JSON' "argmap $words: says what it is"
done
run "$ARGMAP" check --config given.argmap.json sound.argmap.json
contains "$out" 'this is Argdown, not JSON' 'as a project file: says what it is'
contains "$out" 'help: a project file begins with {' 'as a project file: how that begins'
for command in why crux; do
  run "$ARGMAP" "$command" . close
  equal 2 "$status" "argmap $command, of a directory: the exit status"
done
run "$ARGMAP" solve -p SE-GR -f sound.argmap.json
contains "$err" '"argmap solve --export iccma MAP" makes a framework of a map' 'solve -f: a map is not a framework'

# No file that a stranger made up keeps it busy: each of these repeats what a pattern may be tried on in many ways.
while IFS='|' read -r start piece; do
  awk -v start="$start" -v piece="$piece" 'BEGIN { printf "%s", start; for (i = 0; i < 16000 / length (piece); i++) printf "%s", piece; printf "y\n" }' >given.argmap.json
  run timeout 20 "$ARGMAP" check --config none given.argmap.json
  equal 1 "$status" "many of '$piece' after '$start' are no trouble"
done <<'END'
x| 
|<!DOCTYPE 
|<!-- a -->
|#\n
graph| 
a:\n| \n
|a,
x\n|\t- \n
END
finish
