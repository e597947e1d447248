/* Filters: one of the words of every group that has a tick. */

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
  var said = groups.size > 0 ? passing.size + " of " + claims.size + " statements"
                             : by("page-filter-count").dataset.all;
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
