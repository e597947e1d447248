/* What there is: claims by their names, relations by theirs, and rings round cards. All that the
   page knows it reads from the outline and the picture; it builds no markup from text.

   The scripts of the page become one function, in the order in which page.c lists them. */

document.documentElement.classList.add("scripted");

function by(id) {
  return document.getElementById(id);
}

function all(selector, root) {
  return Array.from((root || document).querySelectorAll(selector));
}

function make(name, className, text) {
  var element = document.createElement(name);
  if (className)
    element.className = className;
  if (text !== undefined)
    element.textContent = text;
  return element;
}

function on(target, types, listener, options) {
  types.split(" ").forEach(function (type) {
    target.addEventListener(type, listener, options);
  });
}

var claims = new Map(); /* name → { name, entry, card, words, rings } */
var edges = []; /* { element, ends: names of claims } */

function own(entry, selector) {
  return entry.querySelector(":scope > " + selector);
}

function textOf(element) {
  return element ? element.textContent.trim() : "";
}

function readClaims() {
  all("#page-outline .tree li[id]").forEach(function (entry) {
    var about = own(entry, ".about");
    var line = own(entry, ".line"), link = line.querySelector(".own");
    var claim = { name: entry.dataset.claim, entry: entry, about: about, link: link };
    claim.card = by("claim-" + claim.name);
    claim.text = textOf(claim.link);
    claim.words = spellings([claim.text].concat([".label", ".id", ".by"].map(function (part) {
      return textOf(about.querySelector(part));
    })).join("\n"));
    claim.who = textOf(line.querySelector(".badges"));
    claims.set(claim.name, claim);
  });
}

/* Names of claims have no upper-case letters, unless the claim has no good id: what stands between
   them is told apart. */
function endsOf(id) {
  var names = id.replace(/^relation-/, "").split(/-TO-|-AS-.*$|-BEFORE$|-LEG-\d+$/);
  return names.filter(function (name) {
    return claims.has(name);
  });
}

function readEdges() {
  all("#page-sheet g.edge[id^='relation-']").forEach(function (element) {
    edges.push({ element: element, ends: endsOf(element.id) });
  });
  all("#page-sheet g.node:is([id^='point-'], [id^='join-'])").forEach(function (element) {
    edges.push({ element: element, ends: endsOf(element.id.replace(/^(point|join)-/, "")) });
  });
}

/* Links lead to the entries of the outline where there is no script; with one, to claims wherever
   they are shown. */
function readdress() {
  all("a[href^='#entry-']").forEach(function (link) {
    link.setAttribute("href", link.getAttribute("href").replace("#entry-", "#claim-"));
  });
}

/* --- rings round cards --- */

function removeRings(className) {
  all("#page-sheet ." + className).forEach(function (ring) {
    ring.remove();
  });
}

function addRings(list, className) {
  var boxes = list.map(function (claim) {
    return claim.card ? claim.card.getBBox() : null;
  });
  list.forEach(function (claim, i) {
    if (!boxes[i])
      return;
    var ring = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    ring.setAttribute("class", "ring " + className);
    ring.setAttribute("x", boxes[i].x - 4);
    ring.setAttribute("y", boxes[i].y - 4);
    ring.setAttribute("width", boxes[i].width + 8);
    ring.setAttribute("height", boxes[i].height + 8);
    ring.setAttribute("rx", 4);
    claim.card.appendChild(ring);
  });
}
