/* Search. */

var MOST_HITS_SHOWN = 60; /* in the list; all are counted and gone through */
var LONG_TEXT = 150;

var hits = [];
var atHit = -1;

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
  return text.length <= LONG_TEXT ? text
                                  : text.slice(0, LONG_TEXT).replace(/[\ud800-\udbff]$/, "") + "…";
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
    list.append(make("li", "more", "and " + (hits.length - MOST_HITS_SHOWN)
                                   + " more; Enter goes through all"));
  list.hidden = hits.length === 0;
}

function sayHits() {
  var count = by("page-search-count"), asked = by("page-search").value.trim() !== "";
  by("page-search-clear").hidden = !asked;
  count.textContent = !asked ? "" : hits.length === 0 ? "no hits"
                      : atHit >= 0 ? (atHit + 1) + " of " + hits.length
                      : hits.length === 1 ? "1 hit" : hits.length + " hits";
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
      list.hidden = true; /* it would lie on what was found */
    } else if (event.key === "ArrowDown" && hits.length > 0) {
      event.preventDefault();
      list.hidden = false;
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
