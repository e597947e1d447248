// Looks with axe-core for what keeps people out of pages: light and dark, wide and narrow, with a panel and lists open and without.
//   node accessible.js CHROMIUM FOLDER AXE.js PAGE.html...
// Prints a line per page and state, "ok" or "not ok", a tab, and what was looked at, then what was found. FOLDER is for the browser's own
// files. The last line is "end", or "skip" and why, where the browser does not start.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const { runWith } = require("./browser.js");

const [program, folder, axeFile, ...pages] = process.argv.slice(2);
const axe = fs.readFileSync(axeFile, "utf8");

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 390, height: 844, touch: true };

// The panel of the last claim, which is deep in the outline.
const openPanel = (page) => page.value("(() => { const all = document.querySelectorAll('.tree li[id] .own'); all[all.length - 1]?.click(); })()");

const openLists = (page) => page.value(`(() => {
  document.getElementById("page-filters").open = true;
  document.querySelector("#page-filters input")?.click();
  const field = document.getElementById("page-search");
  field.focus();
  field.value = "e";
  field.dispatchEvent(new Event("input"));
})()`);

const openOutline = (page) => page.value("document.querySelector('[data-show=outline]').click()");

// Each of light and dark, wide and narrow, the panel and the lists open and closed comes at least twice.
const STATES = [
  ["light, wide, lists open", { ...WIDE }, [openLists]],
  ["dark, wide, a panel open", { ...WIDE, dark: true }, [openPanel]],
  ["light, narrow, a panel open", { ...NARROW }, [openPanel]],
  ["dark, narrow, the outline shown, lists open", { ...NARROW, dark: true }, [openOutline, openLists]],
];

// What is wrong and where, a line each.
const FINDINGS = `axe.run(document, { resultTypes: ["violations"] }).then((results) => results.violations.flatMap((rule) =>
  rule.nodes.slice(0, 3).map((node) => rule.id + ": " + node.target.join(" ") + ": " + node.failureSummary.replace(/\\s+/g, " "))))`;

async function look(browser, file, [name, how, steps]) {
  const page = await browser.open(pathToFileURL(file).href, how);
  await page.settle();
  for (const step of steps) {
    await step(page);
    await page.settle();
  }
  await page.value(axe);
  const findings = await page.value(FINDINGS);
  console.log(`${findings.length === 0 ? "ok" : "not ok"}\t${path.basename(file, ".html")}: ${name}\t${findings.join(" | ").slice(0, 700)}`);
  await page.close();
}

runWith(program, folder, async (browser) => {
  for (const file of pages)
    for (const state of STATES)
      await look(browser, file, state);
});
