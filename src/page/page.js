/* Colours, paper, and the start of it all. */

/* --- light and dark: the rules for dark systems are switched in the page and the picture --- */

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

/* --- the start --- */

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
