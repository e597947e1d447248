/* The map: a sheet that is moved and scaled under a window. */

var LEGIBLE = 0.82; /* pixels per point at which the smallest type can be read */
var READING = 1.05; /* where reading begins when the whole map would be smaller than that */
var LARGEST = 6;

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
  var before = Array.from(pointers.values());
  var was = pointers.get(event.pointerId), now = place(event);
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
    var pixels = event.deltaY * (event.deltaMode === 1 ? 30 : event.deltaMode === 2 ? 300 : 1);
    var at = place(event);
    event.preventDefault();
    if (event.shiftKey)
      view.x -= event.deltaX || pixels;
    else
      zoom(Math.exp(-clamp(pixels, -300, 300) * (event.ctrlKey ? 0.01 : 0.002)), at.x, at.y);
    show();
  }, { passive: false });
  on(canvas, "click", function (event) {
    var card = event.target.closest("g.node[id^='claim-']");
    if (card && !event.ctrlKey && !event.metaKey) {
      event.preventDefault(); /* a card may be a link; where it leads stands in the panel */
      if (!dragged)
        go("#" + card.id);
    }
    dragged = false;
  });
  on(canvas, "scroll", function () {
    canvas.scrollTo(0, 0); /* browsers scroll to the target of a link even where nothing scrolls */
  });
}

var KEYS = { "+": [1.25], "=": [1.25], "-": [0.8], "ArrowLeft": [0, 90, 0],
             "ArrowRight": [0, -90, 0], "ArrowUp": [0, 0, 90], "ArrowDown": [0, 0, -90] };

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
