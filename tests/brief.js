// Holds the half page against argmap evaluate --format json, sentence by sentence, on the maps named on the command line and on
// 500 random ones; and counts its words and lines.
//   node brief.js ARGMAP FOLDER MAP...      prints what is wrong, a line each
"use strict";
const { execFileSync } = require("child_process");
const fs = require("fs");
const path = require("path");

const [argmap, folder, ...named] = process.argv.slice(2);
let seed = 7;
const below = (n) => {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
  return (seed >>> 8) % n;
};
const chance = (percent) => below(100) < percent;

// Texts say which claim they are of, also where they are cut.
function randomMap() {
  const n = 2 + below(24), options = chance(40) ? 2 + below(4) : 1, long = chance(30);
  const text = (i) => `Point ${i} ${"and more of what is said ".repeat(long ? 1 + below(12) : 0)}`.trim();
  const who = (i) => ({ id: `s${i}`, name: `Party ${i} ${"of many long words ".repeat(long ? below(4) : 0)}`.trim() });
  const claims = [], rebuttals = [];
  for (let i = 0; i < n; i++) {
    const claim = { id: `c${i}`, text: text(i) }, target = () => `c${below(Math.max(1, i))}`;
    if (chance(60)) claim.kind = ["fact", "value", "policy", "definition"][below(4)];
    if (chance(60)) claim.by = [`s${below(5)}`];
    if (chance(35)) claim.evidence = [{ source: "q" }];
    if (chance(30)) claim.implicit = true;
    if (i >= options && chance(50)) claim.supports = [target()];
    const list = i >= options && chance(60) ? rebuttals : claims;
    if (list === rebuttals) claim.rebuts = [target()];
    if (list === rebuttals && chance(20) && n > i + 1) claim.rebuts.push(`c${i + 1}`);
    list.push(claim);
  }
  const all = [...claims, ...rebuttals], steps = all.flatMap((c) => (c.supports || []).map((to) => ({ from: c.id, to })));
  for (const claim of rebuttals) if (steps.length > 0 && chance(25)) claim.undercuts = [steps[below(steps.length)]];
  for (const claim of rebuttals) claim.rebuts = [...new Set(claim.rebuts)].filter((id) => id !== claim.id);
  const stakeholders = [0, 1, 2, 3, 4].map(who);
  for (const s of stakeholders)
    if (chance(70)) s.positions = [{ claim: `c${below(options)}`, stance: ["for", "against", "conditional", "neutral"][below(4)] }];
  const resolution = claims.slice(0, options).map((c) => c.id);
  return { argmap: 1, title: "A debate", question: "What should be done?", resolution, stakeholders, claims, rebuttals,
    sources: [{ id: "q", title: "A source" }] };
}

const clauses = { "no objection remains": "no-objections", "reasons and objections both remain": "both", "only objections remain": "objections",
  "neither reasons nor objections remain": "neither", "the outcome hangs on points in dispute": "disputed",
  "nothing is said for or against it": "unargued" };
const sentences = { "Every objection in this map has been answered.": "no-objections", "This map has no objection to it.": "no-objections",
  "Reasons and objections both remain.": "both", "Only objections remain.": "objections",
  "Every reason and every objection has been answered.": "neither",
  "Every objection has been answered, but no reason is given for it.": "neither",
  "Every reason has been answered, and there is no objection.": "neither",
  "The outcome hangs on points in dispute.": "disputed", "Nothing has been said for or against it.": "unargued" };

let where = "", compared = 0;
const wrong = (what) => console.log(`${where}: ${what}`);
const same = (what, found, wanted) => ++compared && JSON.stringify(found) === JSON.stringify(wanted) || wrong(`${what}: ${JSON.stringify(found)} and not ${JSON.stringify(wanted)}`);

function checkOutcome(line, thesis) {
  const strong = /\*\*([^*]*)\*\*/.exec(line)[1];
  same("outcome", sentences[strong], thesis.outcome);
  const said = { without_implicit: thesis.outcome, sourced: thesis.outcome };
  const clause = (pattern) => (pattern.exec(line) || [])[1];
  const both = clause(/and with the \d+ sourced ones alone: ([^.]*)\./);
  const without = clause(/Without the (?:one|\d+) statements? by the map's authors: ([^.]*)\./);
  const sourced = clause(/With the (?:one|\d+) sourced statements? alone: ([^.]*)\./);
  if (both) said.without_implicit = said.sourced = clauses[both];
  if (without) said.without_implicit = clauses[without];
  if (sourced) said.sourced = clauses[sourced];
  if (!/cite no|none/.test(line) && thesis.cited > 0) same("firm", said, thesis.firm);
  else same("firm without", said.without_implicit, thesis.firm.without_implicit);
  const full = /Reasons: (none|(\d+) unanswered, (\d+) disputed, (\d+) answered)\. Objections: (none|(\d+) unanswered, (\d+) disputed, (\d+) answered)\./.exec(line);
  const short = /Unanswered: (?:no|(\d+|none) of (\d+)) reasons?(?: \((\d+) disputed\))?, (?:no|(\d+|none) of (\d+)) objections?(?: \((\d+) disputed\))?\./.exec(line);
  const tally = (t) => [t.unanswered, t.disputed, t.answered];
  if (full) {
    same("reasons", [2, 3, 4].map((i) => Number(full[i] || 0)), tally(thesis.reasons));
    same("objections", [6, 7, 8].map((i) => Number(full[i] || 0)), tally(thesis.objections));
  } else if (short) {
    const [, a, b, c, d, e, f] = short.map((x) => Number(x === "none" ? 0 : x || 0));
    same("reasons", [a, c, b - a - c], tally(thesis.reasons));
    same("objections", [d, f, e - d - f], tally(thesis.objections));
  } else same("no tally", tally(thesis.reasons).concat(tally(thesis.objections)), [0, 0, 0, 0, 0, 0]);
}

// The claim whose text begins with what is quoted, as far as it is not cut.
function claimOf(map, quoted) {
  const start = quoted.replace(/…$/, "").replace(/\\/g, "");
  const found = map.all.filter((c) => c.text.replace(/\s+/g, " ").startsWith(start));
  return found.length === 1 || /^Point/.test(start) ? found.find((c) => c.text === start) || found.find((c) => new RegExp(`^${start.split(" ").slice(0, 2).join(" ")}\\b`).test(c.text)) : null;
}

function statusOf(text) {
  if (/There is no reply to it\.|repl(y|ies)( to it|, .*,) ha(s|ve) been answered\./.test(text)) return "unanswered";
  if (/It is disputed/.test(text)) return "disputed";
  if (/It has been answered[:.]|does not count here:|(Every|The only|No) reason given for it (has been answered|does not count for it|counts for it)\./.test(text)) return "answered";
  return `no status in "${text}"`;
}

function checkPoint(line, thesis, map, kind) {
  const [, quoted, rest] = /: “(.*?)”(.*)$/.exec(line) || [];
  const claim = quoted && claimOf(map, quoted);
  if (!claim) return;
  const labels = map.relations.filter((r) => r.from === claim.id && r.to === thesis.id && r.type === kind).map((r) => r.label);
  compared++;
  if (!labels.includes(statusOf(rest))) wrong(`“${quoted}”: ${statusOf(rest)}, and evaluate has ${labels} for ${line}`);
}

function checkNeeded(line, thesis, map, objection) {
  const ids = (thesis.answers_needed || []).map((n) => (typeof n === "string" ? n : n.from));
  for (const [, quoted] of line.matchAll(/“(.*?)”/g)) {
    const claim = claimOf(map, quoted);
    if (claim && !ids.includes(claim.id)) wrong(`“${quoted}” need not be answered`);
  }
  if (/this objection/.test(line) && objection && !ids.includes(objection.id)) wrong("the objection need not be answered");
}

function check(file, evaluated) {
  const source = JSON.parse(fs.readFileSync(file, "utf8"));
  const map = { all: [...(source.claims || []), ...(source.rebuttals || [])], relations: evaluated.relations };
  // Beside the options themselves.
  const theses = evaluated.theses.map((t) => t.id);
  const cited = map.all.filter((c) => (c.evidence || []).length > 0 && !theses.includes(c.id)).length;
  const run = (format) => execFileSync(argmap, ["summary", "--brief", "--force", "--format", format, file], { encoding: "utf8" });
  const text = run("text"), options = Math.max(1, Math.min(100, evaluated.theses.length));
  where = path.basename(file);
  const words = text.split(/\s+/).filter((w) => w !== "").length, lines = text.split("\n").length - 1;
  if (words > 250 + 80 * (options - 1)) wrong(`${words} words for ${options} options`);
  if (options === 1 && lines > 40) wrong(`${lines} lines`);
  let number = -1, objection = null;
  for (const line of run("markdown").split("\n")) {
    if (/^(The resolution|What it comes down to): \*\*/.test(line) || (options > 1 && /^- \*\*/.test(line))) number++;
    const thesis = evaluated.theses[number] && { ...evaluated.theses[number], cited };
    const strong = (/^(?: *- )?\*\*([^*]*)\*\*/.exec(line) || [])[1];
    if (!thesis || !strong) continue;
    if (sentences[strong]) checkOutcome(line, thesis);
    else if (/^The (strongest )?reason/.test(strong)) checkPoint(line, thesis, map, "supports");
    else if (/^The (strongest )?objection/.test(strong)) {
      checkPoint(line, thesis, map, "rebuts");
      const quoted = (/“(.*?)”/.exec(line) || [])[1];
      objection = quoted ? claimOf(map, quoted) : null;
    } else if (/^Still to be answered/.test(strong)) checkNeeded(line, thesis, map, objection);
  }
  if (number + 1 !== options && evaluated.theses.length > 0) wrong(`${number + 1} of ${options} options`);
}

const random = [];
for (let i = 0; i < 500; i++) {
  const file = path.join(folder, `random-${i}.argmap.json`);
  fs.writeFileSync(file, JSON.stringify(randomMap()));
  random.push(file);
}
const files = [...named, ...random];
const evaluated = JSON.parse(execFileSync(argmap, ["evaluate", "--force", "--format", "json", ...files],
  { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] })).maps;
files.forEach((file, i) => check(file, evaluated[i]));
console.error(`compared ${compared}`);
