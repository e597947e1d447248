// Puts texts to the page's own rules (src/page/normal.js).
//   node normal.js NORMAL.js pairs PAIRS.json   a line per pair: whether the page takes the two for the same, and whether its search
//                                               finds either by the other
//   node normal.js NORMAL.js forms              the form of each character in several texts, as tests/unit/forms.c
"use strict";

const fs = require("node:fs");

const [script, what, table] = process.argv.slice(2);
const { normal, spellings, wordsIn } = new Function(`${fs.readFileSync(script, "utf8")}; return { normal, spellings, wordsIn };`)();

// As am_normal_same_forms(): where a line divides a word there may be a hyphen.
function same(a, b) {
  for (let i = 0, k = 0; i < a.length || k < b.length; i++, k++)
    if (a[i] !== b[k])
      if (a[i] === "\u00ad")
        k -= b[k] === "-" ? 0 : 1;
      else if (b[k] === "\u00ad")
        i -= a[i] === "-" ? 0 : 1;
      else
        return false;
  return true;
}

// What is typed is one line.
function finds(text, search) {
  return search.includes("\n") || wordsIn(search).every((word) => spellings(text).includes(word));
}

if (what === "pairs") {
  for (const [a, b] of JSON.parse(fs.readFileSync(table, "utf8")))
    console.log(`${same(normal(a), normal(b))} ${finds(a, b) && finds(b, a)}`);
} else {
  const lines = [];
  for (let number = 1; number < 0xe1000; number = number === 0x31fff ? 0xe0000 : number + 1) {
    if (number >= 0xd800 && number < 0xe000)
      continue;
    const c = String.fromCodePoint(number);
    const hex = number.toString(16).toUpperCase().padStart(4, "0");
    const form = normal(`x${c}y x${c}\ny X${c}Y \u0645${c}\u0645 \u2764${c}\u200d${c}\u2764`);
    lines.push(/\p{Cn}/u.test(c) ? hex : `${hex} ${form}`);
  }
  fs.writeSync(1, `${lines.join("\n")}\n`);
}
