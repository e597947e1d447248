/* The outline: arrow keys as in a tree. */

var MOST_UNFOLDED = 60; /* maps with more statements begin folded */

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

/* The line of the entry that the event is about. */
function lineAt(event) {
  var part = event.target.closest(".line, .fold");
  return part ? own(part.closest("li"), ".line") : null;
}

function pressInTree(event) {
  var line = lineAt(event);
  if (!line || event.ctrlKey || event.metaKey || event.altKey)
    return;
  var details = own(line.parentElement, "details"), above = line.closest("ul").closest("li");
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
    focusLine(above && own(above, ".line"));
  else
    return;
  event.preventDefault();
}

/* A line folds wherever nothing else in it is meant. */
function clickInTree(event) {
  var line = event.target.closest(".line"), details = line && own(line.parentElement, "details");
  if (details && !event.target.closest("a"))
    details.open = !details.open;
}

function setOpen(open) {
  all("#page-outline .tree details").forEach(function (details) {
    var item = details.parentElement;
    details.open = open || Boolean(item.parentElement.closest(".tree")
                                   && !item.closest("ul:not(.tree)"));
  });
}

function startOutline() {
  on(by("page-outline"), "keydown", pressInTree);
  on(by("page-outline"), "click", clickInTree);
  on(by("page-unfold"), "click", setOpen.bind(null, true));
  on(by("page-fold"), "click", setOpen.bind(null, false));
  if (claims.size > MOST_UNFOLDED)
    setOpen(false);
}
