/* Makes the page explorable. All that it knows it reads from the outline and the picture; it builds no markup from text. */
(function () {
  "use strict";

  document.documentElement.classList.add("scripted");

  var MOST_HITS_SHOWN = 60; /* in the list; all are counted and gone through */
  var MOST_UNFOLDED = 60; /* maps with more statements begin folded */
  var LEGIBLE = 0.82; /* pixels per point at which the smallest type can be read */
  var READING = 1.05; /* where reading begins when the whole map would be smaller than that */
  var LARGEST = 6;
  var LONG_TEXT = 150;

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

  /* --- what there is: claims by their names, relations by theirs --- */

  var claims = new Map(); /* name → { name, entry, card, words, rings } */
  var edges = []; /* { element, ends: names of claims } */

  function own(entry, selector) {
    return entry.querySelector(":scope > " + selector + ", :scope > details > " + selector);
  }

  function textOf(element) {
    return element ? element.textContent.trim() : "";
  }

  function fold(text) {
    return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/\s+/g, " ");
  }

  function readClaims() {
    all("#page-outline .tree li[id]").forEach(function (entry) {
      var about = own(entry, ".about");
      var claim = { name: entry.dataset.claim, entry: entry, about: about, link: own(entry, ".line").querySelector(".own") };
      claim.card = by("claim-" + claim.name);
      claim.text = textOf(claim.link);
      claim.words = fold([claim.text, textOf(about.querySelector(".label")), textOf(about.querySelector(".id")),
                          textOf(about.querySelector(".by"))].join("\n"));
      claim.who = textOf(own(entry, ".line").querySelector(".badges"));
      claims.set(claim.name, claim);
    });
  }

  /* Names of claims have no upper-case letters, unless the claim has no good id: what stands between them is told apart. */
  function endsOf(id) {
    return id.replace(/^relation-/, "").split(/-TO-|-AS-.*$|-BEFORE$|-LEG-\d+$/).filter(function (name) {
      return claims.has(name);
    });
  }

  function readEdges() {
    all("#page-sheet g.edge[id^='relation-']").forEach(function (element) {
      edges.push({ element: element, ends: endsOf(element.id) });
    });
    all("#page-sheet g.node[id^='point-'], #page-sheet g.node[id^='join-']").forEach(function (element) {
      edges.push({ element: element, ends: endsOf(element.id.replace(/^(point|join)-/, "")) });
    });
  }

  /* Links lead to the entries of the outline where there is no script; with one, to claims wherever they are shown. */
  function readdress() {
    all("a[href^='#entry-']").forEach(function (link) {
      link.setAttribute("href", link.getAttribute("href").replace("#entry-", "#claim-"));
    });
  }

  /* --- the map: a sheet that is moved and scaled under a window --- */

  var canvas, sheet, picture;
  var size = { width: 1, height: 1 };
  var view = { scale: 1, x: 0, y: 0 };

  function readSize() {
    var box = picture.viewBox.baseVal;
    size.width = box && box.width || picture.getBoundingClientRect().width || 1;
    size.height = box && box.height || picture.getBoundingClientRect().height || 1;
    picture.style.width = size.width + "px";
    picture.style.height = size.height + "px";
    picture.style.maxWidth = "none";
  }

  function room() {
    var covered = by("page-panel");
    var height = canvas.clientHeight;
    if (isNarrow() && !covered.hidden)
      height = Math.max(height - covered.offsetHeight, height / 3);
    return { width: canvas.clientWidth, height: height };
  }

  function isNarrow() {
    return window.matchMedia("(max-width: 800px)").matches;
  }

  function fitScale() {
    var area = room();
    return Math.min(area.width / size.width, area.height / size.height);
  }

  function clamp(value, low, high) {
    return Math.min(Math.max(value, low), high);
  }

  /* The sheet can be moved until its edge is in the middle of the window. */
  function show(glide) {
    var width = canvas.clientWidth, height = canvas.clientHeight;
    view.scale = clamp(view.scale, Math.min(fitScale() / 2, 1), LARGEST);
    view.x = clamp(view.x, width / 2 - size.width * view.scale, width / 2);
    view.y = clamp(view.y, height / 2 - size.height * view.scale, height / 2);
    sheet.classList.toggle("gliding", Boolean(glide));
    sheet.style.transform = "translate(" + view.x + "px, " + view.y + "px) scale(" + view.scale + ")";
  }

  function zoom(factor, x, y) {
    var before = view.scale;
    view.scale = clamp(before * factor, Math.min(fitScale() / 2, 1), LARGEST);
    view.x = x - (x - view.x) * view.scale / before;
    view.y = y - (y - view.y) * view.scale / before;
  }

  function zoomMiddle(factor) {
    zoom(factor, canvas.clientWidth / 2, canvas.clientHeight / 2);
    show(true);
  }

  function fit() {
    var area = room();
    view.scale = Math.min(fitScale() * 0.98, 2);
    view.x = (area.width - size.width * view.scale) / 2;
    view.y = (area.height - size.height * view.scale) / 2;
  }

  /* A card's box on the sheet, at scale 1. */
  function boxOf(card) {
    var outer = picture.getBoundingClientRect(), inner = card.getBoundingClientRect();
    var scale = outer.width / size.width || 1;
    return { x: (inner.left - outer.left) / scale, y: (inner.top - outer.top) / scale,
             width: inner.width / scale, height: inner.height / scale };
  }

  /* The whole map where it can be read, else its beginning: the first thesis. */
  function begin() {
    var first = claims.values().next().value;
    if (canvas.clientWidth === 0)
      return false;
    if (fitScale() >= LEGIBLE || !first || !first.card) {
      fit();
    } else {
      var box = boxOf(first.card), area = room();
      view.scale = READING;
      view.x = Math.min(24, area.width * 0.04) - box.x * view.scale;
      view.y = area.height / 2 - (box.y + box.height / 2) * view.scale;
    }
    show();
    return true;
  }

  function isInView(box) {
    var area = room(), left = view.x + box.x * view.scale, top = view.y + box.y * view.scale;
    return left >= 8 && top >= 8 && left + box.width * view.scale <= area.width - 8
           && top + box.height * view.scale <= area.height - 8;
  }

  function bringIntoView(card) {
    var area = room(), box = boxOf(card);
    if (canvas.clientWidth === 0)
      return;
    if (view.scale < LEGIBLE)
      view.scale = READING;
    else if (isInView(box))
      return;
    view.x = area.width / 2 - (box.x + box.width / 2) * view.scale;
    view.y = area.height / 2 - (box.y + box.height / 2) * view.scale;
    show(true);
  }

  /* --- the map under fingers, mouse and keys --- */

  var pointers = new Map();
  var dragged = false;

  function place(event) {
    var box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  function spread(points) {
    return Math.hypot(points[0].x - points[1].x, points[0].y - points[1].y) || 1;
  }

  function movePointer(event) {
    var before = Array.from(pointers.values()), was = pointers.get(event.pointerId), now = place(event);
    if (!was)
      return;
    if (!dragged && before.length === 1 && Math.hypot(now.x - was.x, now.y - was.y) < 5)
      return;
    if (!dragged) {
      dragged = true;
      canvas.classList.add("dragged");
      canvas.setPointerCapture(event.pointerId);
    }
    pointers.set(event.pointerId, now);
    if (before.length === 1) {
      view.x += now.x - was.x;
      view.y += now.y - was.y;
    } else {
      var after = Array.from(pointers.values());
      var middle = { x: (after[0].x + after[1].x) / 2, y: (after[0].y + after[1].y) / 2 };
      view.x += middle.x - (before[0].x + before[1].x) / 2;
      view.y += middle.y - (before[0].y + before[1].y) / 2;
      zoom(spread(after) / spread(before), middle.x, middle.y);
    }
    show();
  }

  function liftPointer(event) {
    pointers.delete(event.pointerId);
    if (pointers.size === 0)
      canvas.classList.remove("dragged");
  }

  function listenToPointers() {
    on(canvas, "pointerdown", function (event) {
      if (event.button !== 0 || pointers.size === 2)
        return;
      if (pointers.size === 0)
        dragged = false;
      pointers.set(event.pointerId, place(event));
    });
    on(window, "pointermove", movePointer);
    on(window, "pointerup pointercancel", liftPointer);
    on(canvas, "wheel", function (event) {
      var pixels = event.deltaY * (event.deltaMode === 1 ? 30 : event.deltaMode === 2 ? 300 : 1), at = place(event);
      event.preventDefault();
      if (event.shiftKey)
        view.x -= event.deltaX || pixels;
      else
        zoom(Math.exp(-clamp(pixels, -300, 300) * (event.ctrlKey ? 0.01 : 0.002)), at.x, at.y);
      show();
    }, { passive: false });
    on(canvas, "click", function (event) {
      var card = event.target.closest("g.node[id^='claim-']");
      if (!dragged && card && !event.target.closest("a[href], a[*|href]"))
        go("#" + card.id);
      dragged = false;
    });
    on(canvas, "scroll", function () {
      canvas.scrollTo(0, 0); /* browsers scroll to the target of a link even where nothing scrolls */
    });
  }

  var KEYS = { "+": [1.25], "=": [1.25], "-": [0.8], "ArrowLeft": [0, 90, 0], "ArrowRight": [0, -90, 0],
               "ArrowUp": [0, 0, 90], "ArrowDown": [0, 0, -90] };

  function pressOnMap(event) {
    var what = KEYS[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey || !(what || event.key === "0"))
      return;
    event.preventDefault();
    if (event.key === "0") {
      fit();
      show(true);
    } else if (what[0]) {
      zoomMiddle(what[0]);
    } else {
      view.x += what[1];
      view.y += what[2];
      show();
    }
  }

  function startMap() {
    canvas = by("page-canvas");
    sheet = by("page-sheet");
    picture = sheet.querySelector("svg");
    if (!picture)
      return;
    canvas.tabIndex = 0;
    canvas.setAttribute("role", "group");
    canvas.setAttribute("aria-label", "Map: arrow keys move it, plus and minus zoom, 0 shows all");
    readSize();
    listenToPointers();
    on(document, "keydown", function (event) {
      if (document.activeElement === document.body || by("page-map").contains(document.activeElement))
        pressOnMap(event);
    });
    on(by("page-zoom-in"), "click", zoomMiddle.bind(null, 1.25));
    on(by("page-zoom-out"), "click", zoomMiddle.bind(null, 0.8));
    on(by("page-zoom-fit"), "click", function () {
      fit();
      show(true);
    });
    var begun = begin();
    new ResizeObserver(function () {
      if (!begun)
        begun = begin();
      else if (canvas.clientWidth > 0)
        show();
    }).observe(canvas);
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

  /* --- the chosen claim --- */

  var chosen = null;
  var cameFrom = null; /* what had the focus when the panel opened */

  function nameIn(hash) {
    try {
      hash = decodeURIComponent(hash);
    } catch (error) {
      return null;
    }
    var match = /^#(?:claim|entry)-(.+)$/.exec(hash);
    return match && claims.has(match[1]) ? match[1] : null;
  }

  function unfoldTo(entry) {
    for (var above = entry.parentElement.closest("details"); above; above = above.parentElement.closest("details"))
      above.open = true;
  }

  function fillPanel(claim) {
    var about = claim.about.cloneNode(true);
    by("page-panel-heading").textContent = claim.text;
    by("page-panel-body").replaceChildren(about);
    by("page-panel").hidden = false;
    by("page-panel").scrollTop = 0;
  }

  function markChosen(claim) {
    all(".chosen").forEach(function (entry) {
      entry.classList.remove("chosen");
    });
    all("#page-outline [aria-current]").forEach(function (link) {
      link.removeAttribute("aria-current");
    });
    removeRings("chosen-ring");
    edges.forEach(function (edge) {
      edge.element.classList.toggle("near", Boolean(claim) && edge.ends.includes(claim.name));
    });
    if (!claim)
      return;
    claim.entry.classList.add("chosen");
    claim.link.setAttribute("aria-current", "true");
    addRings([claim], "chosen-ring");
  }

  /* An element that is scrolled by itself is brought to the middle; scrollIntoView() would move the page as well. */
  function scrollTo(entry) {
    var pane = by("page-outline"), line = own(entry, ".line");
    var box = line.getBoundingClientRect(), frame = pane.getBoundingClientRect();
    if (box.height > 0 && (box.top < frame.top + 8 || box.bottom > frame.bottom - 8))
      pane.scrollTop += box.top - frame.top - (frame.height - box.height) / 2;
  }

  function choose(name) {
    var claim = name !== null ? claims.get(name) : null;
    chosen = claim;
    markChosen(claim);
    if (!claim) {
      by("page-panel").hidden = true;
      return;
    }
    unfoldTo(claim.entry);
    fillPanel(claim);
    scrollTo(claim.entry);
    if (claim.card)
      bringIntoView(claim.card);
  }

  /* Setting location.hash would do, but browsers then scroll to what it names and take the focus from where it is. */
  function go(hash) {
    try {
      if (location.hash !== hash)
        history.pushState(null, "", hash || location.pathname + location.search);
    } catch (error) {
      location.hash = hash; /* documents without an address have no history */
    }
    choose(nameIn(hash));
  }

  function close() {
    if (!chosen)
      return;
    var link = chosen.link, back = cameFrom;
    cameFrom = null;
    go("");
    (back && back.isConnected && back.offsetParent ? back : link.offsetParent ? link : canvas).focus({ preventScroll: true });
  }

  function showView(which) {
    document.body.dataset.view = which;
    all("[data-show]").forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.dataset.show === which));
    });
  }

  function startPanel() {
    on(window, "popstate hashchange", function () {
      choose(nameIn(location.hash));
    });
    /* Whoever follows a link to a claim reads on in the panel. */
    on(document, "click", function (event) {
      var link = event.target.closest("a[href^='#claim-']");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || link.closest("#page-hits"))
        return;
      event.preventDefault();
      if (link.closest("#page-outline"))
        cameFrom = link;
      go(link.getAttribute("href"));
      by("page-panel-heading").focus({ preventScroll: true });
    });
    on(by("page-close"), "click", close);
    on(document, "keydown", function (event) {
      if (event.key === "Escape" && !event.defaultPrevented)
        close();
    });
    on(by("page-show-map"), "click", function () {
      showView("map");
      if (chosen && chosen.card)
        bringIntoView(chosen.card);
    });
    on(by("page-show-outline"), "click", function () {
      var claim = chosen;
      document.body.classList.remove("no-outline");
      by("page-outline-button").setAttribute("aria-pressed", "true");
      showView("outline");
      close();
      scrollTo(claim.entry);
      claim.link.focus({ preventScroll: true });
    });
    all("[data-show]").forEach(function (button) {
      on(button, "click", function () {
        showView(button.dataset.show);
      });
    });
    on(by("page-outline-button"), "click", function () {
      var away = document.body.classList.toggle("no-outline");
      by("page-outline-button").setAttribute("aria-pressed", String(!away));
    });
  }

  /* --- the outline: arrow keys as in a tree --- */

  function entriesInView() {
    return all("#page-outline .tree .line").filter(function (line) {
      return line.offsetParent !== null;
    });
  }

  function focusLine(line) {
    if (!line)
      return;
    (line.querySelector(".own") || line.querySelector(".text")).focus();
  }

  function pressInTree(event) {
    var line = event.target.closest(".line");
    if (!line || event.ctrlKey || event.metaKey || event.altKey)
      return;
    var details = line.tagName === "SUMMARY" ? line.parentElement : null;
    var lines = entriesInView(), at = lines.indexOf(line);
    if (event.key === "ArrowDown")
      focusLine(lines[at + 1]);
    else if (event.key === "ArrowUp")
      focusLine(lines[at - 1]);
    else if (event.key === "Home")
      focusLine(lines[0]);
    else if (event.key === "End")
      focusLine(lines[lines.length - 1]);
    else if (event.key === "ArrowRight" && details && !details.open)
      details.open = true;
    else if (event.key === "ArrowRight" && details)
      focusLine(lines[at + 1]);
    else if (event.key === "ArrowLeft" && details && details.open)
      details.open = false;
    else if (event.key === "ArrowLeft")
      focusLine(line.closest("ul").parentElement.querySelector("summary.line"));
    else
      return;
    event.preventDefault();
  }

  function setOpen(open) {
    all("#page-outline .tree details").forEach(function (details) {
      details.open = open || Boolean(details.parentElement.parentElement.closest(".tree") && !details.parentElement.closest("ul:not(.tree)"));
    });
  }

  function startOutline() {
    on(by("page-outline"), "keydown", pressInTree);
    on(by("page-unfold"), "click", setOpen.bind(null, true));
    on(by("page-fold"), "click", setOpen.bind(null, false));
    if (claims.size > MOST_UNFOLDED)
      setOpen(false);
  }

  /* --- search --- */

  var hits = [];
  var atHit = -1;

  function wordsIn(text) {
    return fold(text).split(" ").filter(Boolean);
  }

  function find(text) {
    var words = wordsIn(text);
    return words.length === 0 ? [] : Array.from(claims.values()).filter(function (claim) {
      return words.every(function (word) {
        return claim.words.includes(word);
      });
    });
  }

  /* Text with the words in it marked; where folding changes lengths, without marks. */
  function appendMarked(parent, text, words) {
    var low = text.toLowerCase();
    if (low.length !== text.length)
      words = [];
    for (var from = 0; from < text.length;) {
      var next = text.length, length = 0;
      words.forEach(function (word) {
        var place = low.indexOf(word, from);
        if (place >= 0 && (place < next || (place === next && word.length > length))) {
          next = place;
          length = word.length;
        }
      });
      parent.append(text.slice(from, next));
      if (length > 0)
        parent.append(make("mark", "", text.slice(next, next + length)));
      from = next + length;
    }
  }

  function cut(text) {
    return text.length > LONG_TEXT ? text.slice(0, LONG_TEXT).replace(/[\ud800-\udbff]$/, "") + "…" : text;
  }

  function listHits(words) {
    var list = by("page-hits");
    list.replaceChildren();
    hits.slice(0, MOST_HITS_SHOWN).forEach(function (claim, i) {
      var item = make("li"), link = make("a"), text = make("span");
      link.href = "#claim-" + claim.name;
      text.dir = "auto";
      appendMarked(text, cut(claim.text), words);
      link.append(text, make("small", "", claim.who));
      on(link, "click", function (event) {
        event.preventDefault();
        goToHit(i);
        list.hidden = true;
        by("page-panel-heading").focus({ preventScroll: true });
      });
      item.append(link);
      list.append(item);
    });
    if (hits.length > MOST_HITS_SHOWN)
      list.append(make("li", "more", "and " + (hits.length - MOST_HITS_SHOWN) + " more; Enter goes through all"));
    list.hidden = hits.length === 0;
  }

  function sayHits() {
    var count = by("page-search-count"), asked = by("page-search").value.trim() !== "";
    by("page-search-clear").hidden = !asked;
    count.textContent = !asked ? "" : hits.length === 0 ? "no hits"
                        : atHit < 0 ? hits.length + (hits.length === 1 ? " hit" : " hits") : (atHit + 1) + " of " + hits.length;
  }

  function search() {
    var text = by("page-search").value;
    hits = find(text);
    atHit = -1;
    removeRings("hit");
    addRings(hits, "hit");
    listHits(wordsIn(text));
    sayHits();
  }

  function goToHit(index) {
    atHit = index;
    all("#page-hits a").forEach(function (link, i) {
      if (i === index) {
        link.setAttribute("aria-current", "true");
        link.scrollIntoView({ block: "nearest" });
      } else {
        link.removeAttribute("aria-current");
      }
    });
    go("#claim-" + hits[index].name);
    sayHits();
  }

  function endSearch() {
    by("page-search").value = "";
    search();
  }

  function startSearch() {
    var field = by("page-search"), list = by("page-hits");
    on(field, "input", search);
    on(field, "focus", function () {
      list.hidden = hits.length === 0;
    });
    on(field, "keydown", function (event) {
      if (event.key === "Enter" && hits.length > 0) {
        event.preventDefault();
        goToHit((atHit + (event.shiftKey ? -1 + (atHit < 0) : 1) + hits.length) % hits.length);
        list.hidden = isNarrow();
      } else if (event.key === "ArrowDown" && !list.hidden) {
        event.preventDefault();
        list.querySelector("a").focus();
      } else if (event.key === "Escape" && field.value !== "") {
        event.preventDefault();
        endSearch();
      }
    });
    on(by("page-search-clear"), "click", function () {
      endSearch();
      field.focus();
    });
    on(list, "keydown", function (event) {
      var links = all("a", list), at = links.indexOf(document.activeElement);
      if (event.key === "ArrowDown" && at + 1 < links.length)
        links[at + 1].focus();
      else if (event.key === "ArrowUp")
        (links[at - 1] || field).focus();
      else if (event.key === "Escape")
        field.focus();
      else
        return;
      event.preventDefault();
    });
    on(document, "pointerdown", function (event) {
      if (!event.target.closest(".search"))
        list.hidden = true;
    });
    on(document, "focusin", function (event) {
      if (!event.target.closest(".search"))
        list.hidden = true;
    });
  }

  /* --- filters: one of the words of every group that has a tick --- */

  function readFilters() {
    var groups = new Map();
    all("#page-filters input:checked").forEach(function (box) {
      if (!groups.has(box.name))
        groups.set(box.name, new Set());
      groups.get(box.name).add(box.value);
    });
    return groups;
  }

  function passes(claim, groups) {
    return Array.from(groups).every(function (group) {
      return (claim.entry.dataset[group[0]] || "").split(" ").some(function (word) {
        return group[1].has(word);
      });
    });
  }

  /* An entry is shown if it passes, and in the background if something under it does. */
  function filterOutline(passing) {
    var shown = new Set();
    all("#page-outline .tree li[data-claim]").reverse().forEach(function (entry) {
      var pass = passing.has(entry.dataset.claim);
      var keep = pass || shown.has(entry);
      var above = entry.parentElement.closest("li[data-claim]");
      if (keep && above)
        shown.add(above);
      entry.classList.toggle("out", !keep);
      entry.classList.toggle("context", keep && !pass);
    });
  }

  function filter() {
    var groups = readFilters(), passing = new Set();
    claims.forEach(function (claim) {
      if (passes(claim, groups))
        passing.add(claim.name);
    });
    filterOutline(passing);
    claims.forEach(function (claim) {
      if (claim.card)
        claim.card.classList.toggle("faded", !passing.has(claim.name));
    });
    edges.forEach(function (edge) {
      edge.element.classList.toggle("faded", !edge.ends.every(function (name) {
        return passing.has(name);
      }));
    });
    var said = groups.size > 0 ? passing.size + " of " + claims.size + " statements" : by("page-filter-count").dataset.all;
    by("page-filter-count").textContent = said;
    by("page-filtered").hidden = groups.size === 0;
    by("page-filtered").querySelector("span").textContent = said;
    by("page-clear").hidden = groups.size === 0;
  }

  function showAll() {
    all("#page-filters input").forEach(function (box) {
      box.checked = false;
    });
    filter();
  }

  function startFilters() {
    by("page-filter-count").dataset.all = by("page-filter-count").textContent;
    on(by("page-filters"), "change", filter);
    on(by("page-clear"), "click", showAll);
    on(by("page-filtered").querySelector("button"), "click", showAll);
    filter();
  }

  /* --- light and dark: the rules for dark systems are switched, in the page and in the picture alike --- */

  var darkRules = [];
  var system = window.matchMedia("(prefers-color-scheme: dark)");
  var theme = null; /* null: the system's */

  function readDarkRules() {
    Array.from(document.styleSheets).forEach(function (sheet) {
      Array.from(sheet.cssRules).forEach(function (rule) {
        if (rule.media && rule.media.mediaText.includes("prefers-color-scheme: dark"))
          darkRules.push({ media: rule.media, usual: rule.media.mediaText });
      });
    });
  }

  function setTheme(wanted) {
    theme = wanted;
    darkRules.forEach(function (rule) {
      rule.media.mediaText = theme === null ? rule.usual : theme === "dark" ? "screen" : "not all";
    });
    by("page-theme-button").setAttribute("aria-pressed", String(isDark()));
    matchPaper();
  }

  /* Round the sheet there is more of the picture's paper, whatever colour that has. */
  function matchPaper() {
    var paper = picture && picture.querySelector(".graph > polygon");
    canvas.style.backgroundColor = paper ? getComputedStyle(paper).fill : "";
  }

  function isDark() {
    return theme === null ? system.matches : theme === "dark";
  }

  function startTheme() {
    readDarkRules();
    setTheme(null);
    on(by("page-theme-button"), "click", function () {
      var wanted = isDark() ? "light" : "dark";
      setTheme((wanted === "dark") === system.matches ? null : wanted);
    });
    on(system, "change", function () {
      setTheme(null);
    });
  }

  /* --- on paper everything is open --- */

  function startPrint() {
    var folded = [];
    on(window, "beforeprint", function () {
      folded = all("#page-outline .tree details:not([open])");
      folded.forEach(function (details) {
        details.open = true;
      });
    });
    on(window, "afterprint", function () {
      folded.forEach(function (details) {
        details.open = false;
      });
      folded = [];
    });
  }

  on(document, "DOMContentLoaded", function () {
    readClaims();
    readdress();
    readEdges();
    startMap();
    startOutline();
    startSearch();
    startFilters();
    startTheme();
    startPrint();
    startPanel();
    if (nameIn(location.hash) !== null)
      choose(nameIn(location.hash));
  });
})();
