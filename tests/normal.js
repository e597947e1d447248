// Puts the table of pairs to the page's own rules (src/page/normal.js). Prints a line per pair: whether the page takes the
// two for the same, and whether its search finds the one by the other.
//   node normal.js NORMAL.js PAIRS.json
"use strict";

const fs = require("node:fs");

const [script, table] = process.argv.slice(2);
const { normal, fold } = new Function(`${fs.readFileSync(script, "utf8")}; return { normal, fold };`)();

for (const [a, b] of JSON.parse(fs.readFileSync(table, "utf8")))
  console.log(`${normal(a) === normal(b)} ${fold(a) === fold(b)}`);
