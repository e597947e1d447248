// Explores pages as their readers do. Prints a line per test, "ok" or "not ok", a tab, and what was tested, then why not.
//   node explore.js CHROMIUM FOLDER FLAGSHIP.argmap.json FLAGSHIP.html HOSTILE.html FORCED.html ENDLESS.html
// FOLDER is for the browser's own files. The last line is "end", or
// "skip" and why, where the browser does not start.
"use strict";

const fs = require("node:fs");
const { pathToFileURL } = require("node:url");
const { clean, runWith } = require("./browser.js");

const [program, folder, mapFile, flagship, hostile, forced, endless] = process.argv.slice(2);
const map = JSON.parse(fs.readFileSync(mapFile, "utf8"));
const statements = [...map.claims, ...map.rebuttals];
const address = (file, hash = "") => pathToFileURL(file).href + hash;

function ok(passed, what, why = "") {
  console.log(passed ? `ok\t${what}` : `not ok\t${what}\t${clean(why)}`);
}

function equal(expected, found, what) {
  ok(JSON.stringify(expected) === JSON.stringify(found), what, `expected: ${JSON.stringify(expected)}; found: ${JSON.stringify(found)}`);
}

// --- what the page shows ---

const q = (selector) => `document.querySelector(${JSON.stringify(selector)})`;
const count = (selector) => `document.querySelectorAll(${JSON.stringify(selector)}).length`;
const isShown = (selector) => `(${q(selector)}.getClientRects().length > 0)`;
const SCALE = "new DOMMatrix(getComputedStyle(document.getElementById('page-sheet')).transform).a";
const PLACE = "(m => [m.e, m.f])(new DOMMatrix(getComputedStyle(document.getElementById('page-sheet')).transform))";
const HASH = "location.hash";
const PANEL = `(${isShown("#page-panel")} ? document.getElementById('page-panel-heading').textContent : null)`;
const FOCUS = "(document.activeElement.id || document.activeElement.getAttribute('href') || document.activeElement.tagName)";
const PAPER = "getComputedStyle(document.body.parentElement).backgroundColor";
const UNFADED = count("#page-sheet g.node[id^='claim-']:not(.faded)");
const LISTED = "new Set([...document.querySelectorAll('#page-outline .tree li[id]')].filter((entry) =>"
  + " !entry.classList.contains('out') && !entry.classList.contains('context')).map((entry) => entry.dataset.claim)).size";

const textOf = (id) => statements.find((claim) => claim.id === id).text;
const cardOf = (id) => `#page-sheet [id="claim-${id}"] polygon`;
const entryOf = (id) => `[id="entry-${id}"] .own`;

async function is(page, expected, expression, what) {
  equal(expected, await page.value(expression), what);
}

async function quiet(page, name) {
  equal([], page.complaints, `${name}: the console is silent`);
  equal(1, page.requests.length, `${name}: nothing is asked of a network`);
}

// --- the map ---

async function moves(page) {
  ok(await page.value(SCALE) > 0.8, "at first the map can be read");
  ok(await page.value(`(() => { const card = ${q("#claim-wait")}.getBoundingClientRect(), frame = ${q("#page-canvas")}.getBoundingClientRect();
    return card.left >= frame.left && card.right <= frame.right && card.top >= frame.top && card.bottom <= frame.bottom; })()`),
     "at first the resolution is in view");
  let before = await page.value(SCALE);
  for (const [how, larger, act] of [["a button zooms in", true, () => page.click("#page-zoom-in")],
                                    ["a button zooms out", false, () => page.click("#page-zoom-out")],
                                    ["+ zooms in", true, () => page.press("+")], ["- zooms out", false, () => page.press("-")],
                                    ["the wheel zooms in", true, () => page.mouse("mouseWheel", 300, 400, { deltaX: 0, deltaY: -200 })],
                                    ["the wheel zooms out", false, () => page.mouse("mouseWheel", 300, 400, { deltaX: 0, deltaY: 200 })]]) {
    await act();
    await page.settle();
    const after = await page.value(SCALE);
    ok(larger ? after > before : after < before, how, `${before} and then ${after}`);
    before = after;
  }
  await page.press("0");
  ok(await page.value(`(() => { const map = ${q("#page-sheet svg")}.getBoundingClientRect(), frame = ${q("#page-canvas")}.getBoundingClientRect();
    return map.left >= frame.left && map.right <= frame.right && map.top >= frame.top && map.bottom <= frame.bottom; })()`),
     "0 shows the whole map");
  await page.press("+");
  const place = await page.value(PLACE);
  await page.press("ArrowLeft");
  await page.press("ArrowUp");
  await is(page, place.map((at) => Math.round(at + 90)), `${PLACE}.map(Math.round)`, "arrow keys move the map");
  const [x, y] = await page.middle(cardOf("wait"));
  const start = await page.value(PLACE);
  await page.drag(x, y, x + 80, y + 50);
  await is(page, [Math.round(start[0] + 80), Math.round(start[1] + 50)], `${PLACE}.map(Math.round)`, "the map is dragged");
  await is(page, "", HASH, "dragging chooses nothing");
  await page.click("#page-zoom-fit");
}

// --- names, headings, what is inside of what; tests/accessibility.sh looks for more where its checkers are ---

async function isNamed(page) {
  await is(page, [], `[...document.querySelectorAll("button[aria-label]")].filter((button) => /[a-z]/i.test(button.textContent))
    .filter((button) => !button.getAttribute("aria-label").startsWith(button.textContent.trim())).map((button) => button.id)`,
           "the name of a button begins with what is written on it");
  await is(page, [], `[...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((heading) => [Number(heading.tagName[1]), heading.textContent])
    .filter(([level], i, list) => level > (i > 0 ? list[i - 1][0] : 0) + 1)`, "no heading skips a level");
  await is(page, 0, count("summary a, summary button, a a, a button, button a"), "nothing that can be chosen is inside of another");
}

// --- choosing ---

async function chooses(page) {
  const speaker = nameOf(statements.find((claim) => claim.id === "lost").by[0]).name;
  await page.press("0");
  await page.click(cardOf("lost"));
  await is(page, "#claim-lost", HASH, "a click on a card changes the address");
  await is(page, textOf("lost"), PANEL, "a click on a card opens the panel");
  await isNamed(page);
  await is(page, 1, count("#claim-lost .chosen-ring"), "the chosen card has a ring");
  ok(await page.value(SCALE) > 0.8, "the chosen card is shown large enough to be read");
  await is(page, true, `${q("#page-panel-body")}.textContent.includes(${JSON.stringify(speaker)})`, "the panel says who says it");
  await is(page, ["#claim-wait"], `[...document.querySelectorAll("#page-panel .outgoing.supports a")].map((a) => a.getAttribute("href"))`,
           "the panel says what the claim supports");
  const supporting = statements.filter((claim) => (claim.supports ?? []).some((to) => (to.claim ?? to) === "lost")).map((claim) => `#claim-${claim.id}`);
  await is(page, supporting.sort(),
           `[...document.querySelectorAll("#page-panel .incoming.supports li > a")].map((a) => a.getAttribute("href")).sort()`,
           "the panel says what supports it");
  await page.value("(location.hash = '#claim-rethink')");
  await page.settle();
  const rebutting = statements.filter((claim) => (claim.rebuts ?? []).includes("rethink")).map((claim) => `#claim-${claim.id}`);
  ok(rebutting.length > 0, "something rebuts another claim");
  await is(page, rebutting.sort(),
           `[...document.querySelectorAll("#page-panel .incoming.rebuts li > a")].map((a) => a.getAttribute("href")).sort()`,
           "the panel says what rebuts it");
  await page.value("history.back()");
  await page.settle();
  await page.click("#page-panel .incoming.supports li > a");
  await is(page, supporting.includes(await page.value(HASH)), "true", "a link in the panel leads to another claim");
  await is(page, textOf((await page.value(HASH)).slice(7)), PANEL, "the panel follows");
  await page.value("history.back()");
  await page.settle();
  await is(page, textOf("lost"), PANEL, "back: the claim before");
  await page.value("history.back()");
  await page.settle();
  await is(page, null, PANEL, "back again: no claim");
  await page.value("history.forward()");
  await page.settle();
  await is(page, textOf("lost"), PANEL, "forward: the claim again");
  await page.click("#page-close");
  await is(page, [null, ""], `[${PANEL}, ${HASH}]`, "closing the panel leaves no claim in the address");
}

async function linksDeep(browser) {
  let page = await browser.open(address(flagship, "#claim-moves"));
  await page.settle();
  await is(page, textOf("moves"), PANEL, "a deep link opens the claim");
  await is(page, true, `${q(entryOf("moves"))}.closest("li").classList.contains("chosen")`, "a deep link marks it in the outline");
  await is(page, [0, 0], `[${q("#page-canvas")}.scrollLeft + ${q("#page-canvas")}.scrollTop, document.scrollingElement.scrollTop]`,
           "a deep link scrolls nothing that is not to scroll");
  await quiet(page, "deep link");
  await page.close();
  for (const hash of ["#claim-nosuch", "#%", "#claim-%3Cimg%3E", "#page-panel"]) {
    page = await browser.open(address(flagship, hash));
    await page.settle();
    await is(page, null, PANEL, `${hash}: nothing is chosen`);
    await quiet(page, hash);
    await page.close();
  }
}

// --- search ---

const nameOf = (id) => map.stakeholders.find((one) => one.id === id);

function expectedHits(word) {
  return statements.filter((claim) => [claim.text, claim.label, claim.id, ...(claim.by ?? []).flatMap((id) => [nameOf(id).name, nameOf(id).abbreviation])]
    .some((text) => text?.toLowerCase().includes(word))).length;
}

async function searchFor(page, text) {
  await page.value(`(${q("#page-search")}.focus(), ${q("#page-search")}.select())`);
  await page.type(text);
}

async function searches(page) {
  for (const word of ["encryption", "privacy advocates", "on-phone", "eng"]) {
    const hits = expectedHits(word);
    await searchFor(page, word);
    ok(hits > 0, `"${word}": there is something to find`);
    await is(page, hits, count("#page-sheet .ring.hit"), `"${word}": every hit has a ring (${hits})`);
    await is(page, hits === 1 ? "1 hit" : `${hits} hits`, `${q("#page-search-count")}.textContent`, `"${word}": the hits are counted`);
    await is(page, hits, count("#page-hits a"), `"${word}": the hits are listed`);
  }
  await searchFor(page, "ENCRYPTION");
  const hits = expectedHits("encryption"), seen = [];
  for (let i = 0; i <= hits; i++) {
    await page.press("Enter");
    seen.push(await page.value(HASH));
  }
  equal(hits, new Set(seen).size, "Enter goes to the next hit, to each");
  await is(page, true, `(() => { const box = ${q("#page-close")}.getBoundingClientRect();
    return document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2) === ${q("#page-close")}; })()`,
           "the list of hits does not lie on the panel");
  equal(seen[0], seen[hits], "after the last comes the first");
  await is(page, `1 of ${hits}`, `${q("#page-search-count")}.textContent`, "the place among the hits is told");
  await page.press("Enter", 8);
  await is(page, seen[hits - 1], HASH, "Shift and Enter go to the one before");
  await is(page, "page-search", FOCUS, "the field keeps the focus");
  await page.press("Escape");
  await is(page, ["", 0], `[${q("#page-search")}.value, ${count(".ring.hit")}]`, "Escape ends the search");
  await searchFor(page, "nosuchword");
  await is(page, "no hits", `${q("#page-search-count")}.textContent`, "no hits are told");
  await page.press("Escape");
  await searchFor(page, "abus");
  ok(await page.value(count("#page-hits mark")) > 0, "hits are marked");
  await page.press("ArrowDown");
  await page.press("Enter");
  ok((await page.value(PANEL) ?? "").toLowerCase().includes("abus"), "a hit is chosen from the list by keys");
  await page.press("Escape");
  await page.click("#page-search");
  await page.press("Escape");
}

// --- filters ---

async function tick(page, name, value) {
  await page.value(`${q(`#page-filters input[name="${name}"][value="${value}"]`)}.click()`);
  await page.settle();
}

async function passesOnly(page, expected, what) {
  ok(expected > 0 && expected < statements.length, `${what}: some pass`);
  await is(page, expected, UNFADED, `${what}: the others are faded on the map`);
  await is(page, expected, LISTED, `${what}: the others are not in the outline, or in the background`);
  await is(page, `${expected} of ${statements.length} statements`, `${q("#page-filter-count")}.textContent`, `${what}: they are counted`);
}

async function filters(page) {
  const privacy = map.stakeholders.findIndex((one) => one.id === "privacy");
  await page.click("#page-filters > summary");
  await tick(page, "by", privacy);
  await passesOnly(page, statements.filter((claim) => claim.by?.includes("privacy")).length, "by stakeholder");
  await tick(page, "kind", "value");
  await passesOnly(page, statements.filter((claim) => claim.by?.includes("privacy") && claim.kind === "value").length, "by stakeholder and kind");
  await tick(page, "kind", "fact");
  await passesOnly(page, statements.filter((claim) => claim.by?.includes("privacy") && ["fact", "value"].includes(claim.kind)).length,
                   "by stakeholder and either of two kinds");
  await page.click("#page-filtered button");
  await is(page, [statements.length, statements.length, 0], `[${UNFADED}, ${LISTED}, ${count("#page-filters input:checked")}]`, "all are shown again");
  await tick(page, "role", "rebuttal");
  await passesOnly(page, map.rebuttals.length, "by role");
  await page.value(`${q("#page-clear")}.click()`);
  await tick(page, "status", "implicit");
  await passesOnly(page, statements.filter((claim) => claim.implicit).length, "by status");
  await page.value(`${q("#page-clear")}.click()`);
  const pairs = statements.flatMap((claim) => (claim.undercuts ?? []).map((step) => step.from));
  const withoutReply = map.rebuttals.filter((one) => !pairs.includes(one.id) && !statements.some((claim) => claim.rebuts?.includes(one.id)));
  await tick(page, "status", "without-reply");
  await passesOnly(page, withoutReply.length, "by want of a reply");
  await page.value(`${q("#page-clear")}.click()`);
  await page.click("#page-filters > summary");
}

// --- the outline by keys ---

async function walks(page) {
  const first = `${q(".tree .line .own")}`, details = `${q(".tree details")}`;
  await page.value(`(${q("#page-outline")}.scrollTo(0, 0), ${first}.focus())`);
  await is(page, "#claim-wait", FOCUS, "the outline begins with the resolution");
  await page.press("ArrowLeft");
  await is(page, false, `${details}.open`, "the left arrow folds");
  await page.press("ArrowRight");
  await is(page, true, `${details}.open`, "the right arrow unfolds");
  for (const [what, act] of [["the arrow beside it", () => page.click(".tree .fold")],
                             ["a click beside its text", () => page.click(".tree .line .badge")]]) {
    await act();
    await is(page, [false, null], `[${details}.open, ${PANEL}]`, `${what} folds it`);
    await act();
    await is(page, [true, null], `[${details}.open, ${PANEL}]`, `${what} unfolds it`);
  }
  await page.value(`${q(".tree .fold")}.focus()`);
  await page.press("ArrowLeft");
  await is(page, false, `${details}.open`, "the left arrow folds from there too");
  await page.press("Enter");
  await is(page, true, `${details}.open`, "Enter unfolds from there");
  await page.value(`${first}.focus()`);
  await page.press("ArrowDown");
  const second = await page.value(FOCUS);
  ok(second !== "#claim-wait", "the down arrow goes on");
  await page.press("ArrowLeft");
  await page.press("ArrowLeft");
  await is(page, "#claim-wait", FOCUS, "the left arrow goes up to what is answered");
  await page.press("ArrowDown");
  await page.press("Enter");
  await is(page, textOf(second.slice(7)), PANEL, "Enter chooses");
  await is(page, "page-panel-heading", FOCUS, "and the panel has the focus");
  await page.press("Escape");
  await is(page, [null, second], `[${PANEL}, ${FOCUS}]`, "Escape leads back to the line");
  await page.press("End");
  ok(await page.value(FOCUS) !== second, "End goes to the last line");
  await page.press("Home");
  await is(page, "#claim-wait", FOCUS, "Home goes to the first");
  await page.press("Tab");
  ok(await page.value("getComputedStyle(document.activeElement).outlineStyle") === "solid", "what has the focus has a ring");
  await page.value("document.activeElement.blur()");
  await page.click("#page-outline-button");
  await is(page, false, isShown("#page-outline"), "the outline can be put away");
  await page.click("#page-outline-button");
  await is(page, true, isShown("#page-outline"), "and comes back");
}

// --- colours ---

// Texts of the page whose contrast with what is behind them is below 4.5.
const PALE = `(() => {
  const parse = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const light = (c) => [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) =>
    sum + weight * (c[i] / 255 <= 0.04045 ? c[i] / 255 / 12.92 : ((c[i] / 255 + 0.055) / 1.055) ** 2.4), 0);
  const behind = (element) => {
    for (; element; element = element.parentElement) {
      const colour = parse(getComputedStyle(element).backgroundColor);
      if (colour.length === 3 || colour[3] === 1)
        return colour;
    }
    return [255, 255, 255];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), pale = new Set();
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || element.closest("svg") || element.getClientRects().length === 0)
      continue;
    const a = light(parse(getComputedStyle(element).color)), b = light(behind(element));
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5)
      pale.add(element.tagName + "." + element.className + " " + contrast.toFixed(2));
  }
  return [...pale];
})()`;

async function themes(browser, page) {
  await page.value("(location.hash = '#claim-tradeoff')");
  await page.settle();
  await is(page, [], PALE, "light: every text has a contrast of 4.5 or more");
  const light = await page.value(PAPER);
  await page.click("#page-theme-button");
  const dark = await page.value(PAPER);
  ok(light !== dark, "the button makes it dark", `${light} and ${dark}`);
  await is(page, [], PALE, "dark: every text has a contrast of 4.5 or more");
  await page.click("#page-theme-button");
  await is(page, light, PAPER, "and light again");
  const other = await browser.open(address(flagship), { dark: true });
  await is(other, dark, PAPER, "on a dark system it is dark");
  await other.click("#page-theme-button");
  await is(other, light, PAPER, "and can be light there");
  await quiet(other, "dark");
  await other.close();
}

// --- paper ---

async function prints(page) {
  await page.value(`${q("#page-fold")}.click()`);
  const pdf = await page.print();
  equal("%PDF-", pdf.subarray(0, 5).toString(), "it prints");
  await page.send("Emulation.setEmulatedMedia", { media: "print" });
  await is(page, [false, false, false], `[${isShown(".tools")}, ${isShown(".zoom")}, ${isShown("#page-panel")}]`, "on paper there are no controls");
  await is(page, "none", `getComputedStyle(${q("#page-sheet")}).transform`, "on paper the map is as large as the sheet");
  await is(page, true, isShown(".tree .about"), "on paper the outline has everything in it");
  await page.send("Emulation.setEmulatedMedia", { media: "" });
  fs.writeFileSync(`${folder}/printed.pdf`, pdf);
}

// --- a telephone ---

async function pinch(page) {
  const points = (apart) => [[180 - apart, 400], [180 + apart, 400]];
  const before = await page.value(SCALE);
  await page.touch("touchStart", points(30));
  for (const apart of [50, 70, 90])
    await page.touch("touchMove", points(apart));
  await page.touch("touchEnd", []);
  await page.settle();
  const after = await page.value(SCALE);
  ok(after > before * 1.5, "two fingers zoom", `${before} and then ${after}`);
}

async function fitsHand(browser) {
  const page = await browser.open(address(flagship), { width: 375, height: 812, touch: true });
  await page.settle();
  await is(page, [true, false], `[${isShown("#page-canvas")}, ${isShown("#page-outline")}]`, "telephone: the map first");
  await pinch(page);
  await page.click("#page-zoom-fit");
  await page.click(cardOf("lost"));
  await is(page, textOf("lost"), PANEL, "telephone: a tap chooses");
  await is(page, true, `${q("#claim-lost")}.getBoundingClientRect().bottom < ${q("#page-panel")}.getBoundingClientRect().top`,
           "telephone: the panel does not cover the card");
  const small = `[...document.querySelectorAll("button, input[type=search], summary, .choice, #page-panel li > a, nav button")]
    .filter((element) => element.getClientRects().length > 0 && !element.closest(".tree"))
    .map((element) => [element.id || element.textContent.trim().slice(0, 30), Math.round(element.getBoundingClientRect().height)])
    .filter((found) => found[1] < 40)`;
  await is(page, [], small, "telephone: nothing to tap is lower than 40 pixels");
  await page.click("[data-show=outline]");
  await is(page, true, isShown("#page-outline"), "telephone: the outline");
  await page.value(`${q("#page-close")}.click()`);
  await page.click("#page-filters > summary");
  await is(page, [], small, "telephone: nor in the outline");
  await is(page, true, "document.scrollingElement.scrollWidth <= 375 && document.getElementById('page-outline').scrollWidth <= 375",
           "telephone: nothing is wider than the screen");
  await quiet(page, "telephone");
  await page.close();
}

// --- titles and questions without end ---

async function leavesRoom(browser) {
  for (const [width, height, touch] of [[390, 844, true], [844, 390, true], [1280, 800, false]]) {
    const page = await browser.open(address(endless), { width, height, touch });
    const name = `endless, ${width} × ${height}`;
    await page.settle();
    const room = await page.value(`${q("#page-canvas")}.getBoundingClientRect().height`);
    ok(room > height / 2, `${name}: half of the window is for the map`, room);
    const reached = (selector) => page.value(`(() => { const box = ${q(selector)}.getBoundingClientRect();
      return box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight
        && ${q(selector)}.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)); })()`);
    ok(await reached("#page-search"), `${name}: the search can be reached`);
    ok(await reached("#page-zoom-fit"), `${name}: and the zoom`);
    if (width < 800)
      await page.click("[data-show=outline]");
    // The half page stands before it, and may be longer than the window.
    await page.value(`${q("#page-filters > summary")}.scrollIntoView({ block: "center" })`);
    ok(await reached("#page-filters > summary"), `${name}: and the outline`);
    await page.click(".tree .own");
    ok(await reached("#page-close"), `${name}: and the panel`);
    ok(await page.value(`(() => { const said = [...document.querySelectorAll("#page-outline .colophon dd")].map((element) => element.textContent);
      return said.includes(${q("h1")}.textContent) && said.includes(${q(".question")}.textContent); })()`), `${name}: all of it stands in the outline`);
    await quiet(page, name);
    await page.close();
  }
}

// --- without a script ---

async function worksWithoutScript(browser) {
  const page = await browser.open(address(flagship), { script: false });
  await is(page, false, "document.documentElement.classList.contains('scripted')", "without a script: there is none");
  await is(page, true, isShown("#page-sheet svg"), "without a script: the map");
  await is(page, statements.length, `[...document.querySelectorAll(".tree .own")].filter((link) => link.getClientRects().length > 0).length`,
           "without a script: every claim is in the outline");
  await is(page, statements.map((claim) => claim.text).sort(), `[...document.querySelectorAll(".tree .own")].map((link) => link.textContent).sort()`,
           "without a script: with its text");
  await is(page, true, `[...document.querySelectorAll(".tree .about")].every((about) => about.getClientRects().length > 0)`,
           "without a script: with all that is said of it");
  await is(page, 0, `[...document.querySelectorAll("button, input")].filter((control) => control.getClientRects().length > 0).length`,
           "without a script: no control that does nothing");
  await is(page, [], `[...document.querySelectorAll("#page-outline a[href^='#']")].map((link) => link.getAttribute("href"))
    .filter((href) => !document.getElementById(href.slice(1)))`, "without a script: links lead to entries of the outline");
  await quiet(page, "without a script");
  await page.close();
}

// --- the policy, and hostile texts ---

async function isClosed(browser) {
  const page = await browser.open(address(flagship));
  await page.value(`(() => {
    const script = document.createElement("script");
    script.textContent = "window.foreign = true";
    document.body.append(script);
    document.body.setAttribute("onclick", "window.foreign = true");
    document.body.click();
    document.body.setAttribute("style", "margin-top: 77px");
    const image = document.createElement("img");
    image.src = "https://example.org/";
    document.body.append(image);
  })()`);
  await page.settle();
  await is(page, [false, "0px"], "['foreign' in window, getComputedStyle(document.body).marginTop]", "the policy lets no other script or style in");
  ok(page.complaints.length >= 3, "and what it keeps out is noticed", page.complaints.join("; "));
  equal([], page.requests.slice(1).filter((url) => url.startsWith("file:")), "and nothing is asked for");
  await page.close();
}

async function staysHarmless(browser, file, name) {
  const page = await browser.open(address(file));
  await page.settle();
  await is(page, 1, count("script"), `${name}: one script`);
  await is(page, [], `[...document.querySelectorAll("*")].flatMap((element) => [...element.attributes])
    .filter((one) => /^on/i.test(one.name) || (/href$/.test(one.name) && !/^(#|https?:|mailto:)/.test(one.value)))
    .map((one) => one.name + "=" + one.value)`, `${name}: no handler, and no link but to the web`);
  await is(page, 68, count(".tree li[id]"), `${name}: every claim is there`);
  await is(page, 0, count("#page-outline script, #page-outline img, #page-outline b, #page-outline table, #page-outline svg"), `${name}: texts are text`);
  for (const word of ["<script>", "\\N", "&amp;", "漢", "مرحبا"]) {
    await searchFor(page, word);
    ok(await page.value(count("#page-hits a")) > 0, `${name}: ${word} is found`);
    await page.press("Enter");
    ok(await page.value(PANEL) !== null, `${name}: ${word} is shown`);
  }
  await quiet(page, name);
  await page.close();
}

async function look(browser) {
  const page = await browser.open(address(flagship));
  await page.settle();
  await is(page, statements.length, count(".tree li[id]"), "every claim is in the outline once");
  await is(page, statements.length, count("#page-sheet g[id^='claim-']"), "and on the map");
  await is(page, null, PANEL, "at first nothing is chosen");
  for (const part of [moves, chooses, searches, filters, walks])
    await part(page);
  await themes(browser, page);
  await prints(page);
  await quiet(page, "flagship");
  await page.close();
  await linksDeep(browser);
  await fitsHand(browser);
  await leavesRoom(browser);
  await worksWithoutScript(browser);
  await isClosed(browser);
  await staysHarmless(browser, hostile, "hostile");
  await staysHarmless(browser, forced, "forced");
}

runWith(program, folder, look);
