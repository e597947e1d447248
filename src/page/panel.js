/* The chosen claim. */

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
  for (var above = entry.parentElement; above; above = above.parentElement)
    if (above.matches("details"))
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

/* An element that is scrolled by itself is brought to the middle; scrollIntoView() would move the
   page as well. */
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

/* Setting location.hash would do, but browsers then scroll to what it names and take the focus from
   where it is. */
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
  if (!back || !back.isConnected || !back.offsetParent)
    back = link.offsetParent ? link : canvas;
  back.focus({ preventScroll: true });
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
