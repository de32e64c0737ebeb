(function () {
  "use strict";
  var shown = document.getElementById("shown");
  var boxes = document.querySelectorAll(".filters input");
  var findings = document.querySelectorAll("article.finding");
  if (!shown) { return; }
  function count() {
    var visible = 0;
    findings.forEach(function (one) { if (one.offsetParent !== null) { visible += 1; } });
    shown.textContent = visible + " / " + findings.length + " shown 已显示";
  }
  function reveal() {
    var wanted = location.hash && document.getElementById(location.hash.slice(1));
    if (!wanted || !wanted.classList.contains("finding") || wanted.offsetParent !== null) { return; }
    boxes.forEach(function (box) { box.checked = true; });
    wanted.scrollIntoView();
    count();
  }
  boxes.forEach(function (box) { box.addEventListener("change", count); });
  window.addEventListener("hashchange", reveal);
  reveal();
  count();
})();
