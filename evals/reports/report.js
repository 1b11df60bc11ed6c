"use strict";
(() => {
  const bar = document.getElementById("filters");
  if (!bar) return;
  const all = [...document.querySelectorAll("details.case")];
  const count = document.getElementById("count");
  const none = document.getElementById("none");
  const value = (name) => bar.elements[name].value;
  const apply = () => {
    const kind = value("kind"), status = value("status"), step = value("step");
    const words = value("words").toLowerCase().split(/\s+/).filter(Boolean);
    let left = 0;
    for (const one of all) {
      const data = one.dataset;
      const show = (!kind || data.kind === kind) && (!step || data.step === step)
        && (!status || data.state.split(" ").includes(status))
        && words.every((word) => data.words.includes(word));
      one.hidden = !show;
      if (show) left += 1;
    }
    count.textContent = `${left} of ${all.length} shown`;
    none.hidden = left > 0;
  };
  bar.hidden = false;
  bar.addEventListener("input", apply);
  bar.addEventListener("submit", (event) => event.preventDefault());
  bar.addEventListener("reset", () => setTimeout(apply));
  const fold = (open) => all.forEach((one) => { if (!one.hidden) one.open = open; });
  document.getElementById("unfold").addEventListener("click", () => fold(true));
  document.getElementById("fold").addEventListener("click", () => fold(false));
  const follow = () => {
    const one = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (one && one.matches("details.case")) {
      if (one.hidden) { bar.reset(); apply(); }
      one.open = true;
      one.scrollIntoView();
    }
  };
  addEventListener("hashchange", follow);
  addEventListener("beforeprint", () => fold(true));
  apply();
  follow();
})();
