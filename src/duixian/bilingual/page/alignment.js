(function () {
  "use strict";
  var rows = Array.prototype.slice.call(document.querySelectorAll("tr.bead"));
  var steps = { j: [1, ""], k: [-1, ""], n: [1, "look"], p: [-1, "look"] };
  function at() {
    var row = document.activeElement && document.activeElement.closest("tr.bead");
    return row ? rows.indexOf(row) : -1;
  }
  document.addEventListener("keydown", function (event) {
    var step = steps[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) { return; }
    var index = at();
    if (index < 0 && step[0] < 0) { index = rows.length; }
    for (index += step[0]; index >= 0 && index < rows.length; index += step[0]) {
      var row = rows[index];
      if (row.offsetParent !== null && (!step[1] || row.classList.contains(step[1]))) {
        row.focus();
        row.scrollIntoView({ block: "nearest" });
        event.preventDefault();
        return;
      }
    }
  });
})();
