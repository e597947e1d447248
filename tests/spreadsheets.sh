#!/bin/sh
# Tables that other programs read: a row for each claim, and every cell as it is written. No text is run as a formula, no id
# becomes a number. Python, SQLite and LibreOffice are asked where they are.

. "$ARGMAP_SOURCE/tests/tap.sh"
command -v jq >"$out" || skip_all 'there is no jq'
cd "$scratch" || exit 1

# A text each; what follows are those that may stay as they are.
jq -n '[
  "=1+2", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r=1", "\n=1", "\"=1", "\u0027=1", "\u0027tis", "\uff1d1+2", "\uff0b1", "\uff0d1", "\uff20x",
  "\ufeff=1", "\u200b=1", "\u00a0=1", "=cmd|\u0027 /C calc\u0027!A0", "=HYPERLINK(\"https://evil.example\",\"see\")", "=", "-", "\u0027\u0027",
  "1e5", "01", "1-2", "TRUE", "false", "true ", "00", "1.5", "1,5", "1,000", "12:30", "2 pm", "5 May", "May 5", "may-2", "sept2", "MARCH1",
  "2020-05-01", "2020-05", "2020-05-01T10:00Z", "31.12.2020", "1/2", "1 1/2", "50%", "$5", "5 €", "(5)", ".5", "1E+05", "1234567890123456",
  "1e400", "\u0663", "\uff11\uff12", "#N/A", "#REF!", "a;=1+2", "a,+1", "a|@x", "a; =1", "a;\"=1", "::error::x",
  "\"Jams\" is a big word", "\"It costs us an hour a day, said the driver", "say \"hi\"", "x\ty", "x\ny", "x\\y", "\\u003d", "a,b;c|d", "##vso[x]"]' >marked.json
jq -n '["1984", "0", "123456789012345", "3 buses stop.", "e5", "a1", "1a", "t1", "Rents rise - a lot", "a = b", "don\u0027t", "May", "truth"]' >plain.json
jq -n --slurpfile marked marked.json --slurpfile plain plain.json '{ argmap: 1, title: "t", resolution: "c0", claims:
  [$marked[0] + $plain[0] | to_entries[] | { id: "c\(.key)", text: .value } + if .key > 0 then { supports: ["c0"], tags: [.value, "b"] } else {} end] }' >map.argmap.json
all=$(jq '.claims | length' map.argmap.json)
jq -r '.claims[] | select(.text | IN($plain[0][])) | .text' --slurpfile plain plain.json map.argmap.json >wanted
for format in tsv csv; do
  check_status 0 "as $format" "$ARGMAP" list --format $format map.argmap.json
  cp "$out" table.$format
  "$ARGMAP" list --format $format --no-header map.argmap.json | tail -n "$(jq length plain.json)" \
    | if [ $format = tsv ]; then cut -f 12; else tr -d '\r' | sed 's/.*,"\(.*\)"$/\1/'; fi >found
  same wanted found "$format: what nobody misreads is as it is in the map"
done
"$ARGMAP" list --format tsv --no-header map.argmap.json | cut -f 12 >texts
is_empty_of ()
{
  grep -E "$1" texts >found
  is_empty found "$2"
}
is_empty_of '^[[:space:]"]*[=+@-]' 'no text begins a formula'
is_empty_of '^(＝|＋|－|＠)' 'no text begins a formula in full width'
is_empty_of '^"' 'no text opens a quoted cell'
is_empty_of '[;,|][[:space:]"]*[=+@-]' 'no text begins a formula behind another separator'
is_empty_of '^(1e5|01|1-2|TRUE|50%|May 5)$' 'no text is a number, a date or a word of a spreadsheet'
grep -cE '^[^"]*("[^"]*"[^"]*)*$' table.csv >found
equal "$((all + 1))" "$(cat found)" 'CSV: a row is a line'

# ids as they are in the first column of a spreadsheet, and dates
jq -n '{ argmap: 1, title: "t", resolution: "1e5", claims: [{ id: "1e5", text: "x" }, { id: "01", text: "y", supports: ["1e5"] }],
         sources: [{ id: "1-2", title: "007", date: "2020-05" }, { id: "true", title: "z", date: "2020-05-01" }] }' >ids.argmap.json
run "$ARGMAP" list --format csv --no-header ids.argmap.json
equal "\"'1e5\" \"'01\"" "$(cut -d , -f 2 "$out" | paste -s -d ' ' -)" 'ids that look like numbers are marked'
equal "\"'1e5\"" "$(sed -n 2p "$out" | cut -d , -f 12)" 'so are ids of what they support'
run "$ARGMAP" list --sources --format tsv --no-header ids.argmap.json
equal "'1-2 2020-05 '007/'true 2020-05-01 z" "$(cut -f 2,3,6 "$out" | tr '\t' ' ' | paste -s -d / -)" 'a date is a date and is not marked'
sed 's/2020-05-01/=1+2/' ids.argmap.json >forced.argmap.json
run "$ARGMAP" list --force --sources --format csv --no-header forced.argmap.json
contains "$out" "\"'=1+2\"" 'what is no date is marked, with --force'

# --- other programs ---

if command -v python3 >found; then
  cat >read.py <<'END'
import csv, json, sys
path, delimiter = sys.argv[1:]
def text(cell):
    return json.loads('"' + (cell[1:] if cell.startswith("'") else cell).replace('"', '\\"') + '"')
with open(path, newline="", encoding="utf-8") as file:
    rows = list(csv.DictReader(file, delimiter=delimiter))
with open("map.argmap.json", encoding="utf-8") as file:
    claims = json.load(file)["claims"]
wrong = [(row["text"], claim["text"]) for row, claim in zip(rows, claims) if text(row["text"]) != claim["text"]]
print(len(rows), wrong)
END
  equal "$all []" "$(python3 read.py table.csv ,)" 'Python reads CSV as it is'
  equal "$all []" "$(python3 read.py table.tsv "$(printf '\t')")" 'Python reads TSV as it is'
else
  skip 'Python' 'there is no python3'
fi
if command -v sqlite3 >found; then
  for format in tsv csv; do
    mode=$([ $format = tsv ] && echo tabs || echo csv)
    run sqlite3 :memory: ".mode $mode" ".import table.$format t" '.mode list' 'select count(*), count(distinct id), sum(length(status) in (8, 10)) from t'
    equal "$all|$all|$all" "$(tr -d '\r' <"$out")" "SQLite reads $format: a row for each"
    is_empty "$err" "SQLite reads $format without a warning"
  done
else
  skip 'SQLite' 'there is no sqlite3'
fi
if command -v soffice >found; then
  for format in tsv csv; do
    separator=$([ $format = tsv ] && echo 9 || echo 44)
    # English, with dates and numbers looked for; out come the cells as they are shown
    run soffice "-env:UserInstallation=file://$scratch/office" --headless "--infilter=CSV:$separator,34,76,1,,1033,false,true" \
      --convert-to "csv:Text - txt - csv (StarCalc):9,0,76,1,,0,false,true,false" --outdir office-out table.$format
    if [ $format = tsv ]; then
      cut -f 12 table.tsv >wanted
      cut -f 12 office-out/table.csv >found
    else
      cut -f 12 table.tsv | sed 's/^\\u0022/"/' >wanted
      cut -f 16 office-out/table.csv >found
    fi
    same wanted found "LibreOffice shows the texts of $format as they are written"
  done
else
  skip 'LibreOffice' 'there is no soffice'
fi
finish
