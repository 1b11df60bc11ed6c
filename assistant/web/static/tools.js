// Comfort for the tools' forms; without it everything works the same way.

for (const form of document.querySelectorAll("form[data-tool]")) {
  const button = form.querySelector("button.main");
  const label = button.textContent;
  let waiting = 0;

  form.addEventListener("submit", () => {
    for (const field of form.elements) if (field.name && field.matches("select, input:not([type=hidden])") && field.value === "") field.disabled = true; // shorter addresses
    waiting = setTimeout(() => { button.setAttribute("aria-busy", "true"); button.textContent = form.dataset.busy; }, 300);
  });
  addEventListener("pageshow", () => { // also when Back brings the page as it was left
    clearTimeout(waiting);
    button.removeAttribute("aria-busy");
    button.textContent = label;
    for (const field of form.elements) field.disabled = false;
  });

  const rows = form.querySelector("[data-rows]");
  form.querySelector("[data-add]")?.addEventListener("click", (event) => {
    event.preventDefault();
    const all = rows.querySelectorAll(".row-of"), last = all[all.length - 1];
    const row = last.cloneNode(true), said = row.dataset.label.replace("{number}", all.length + 1);
    row.setAttribute("aria-label", said);
    row.querySelector(".number").textContent = said;
    for (const field of row.querySelectorAll("select, input")) {
      field.name = field.name.replace(/^partners\.\d+/, `partners.${all.length}`);
      field.value = "";
    }
    last.after(row);
    row.querySelector("select, input").focus();
    if (all.length + 1 >= Number(rows.dataset.limit)) event.target.hidden = true;
  });

  const count = form.querySelector("[data-count]");
  if (!count) continue;
  const boxes = [...form.querySelectorAll("[data-limit] input")];
  const limit = Number(form.querySelector("[data-limit]").dataset.limit);
  const tell = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    count.textContent = chosen ? count.dataset.count.replace("{count}", chosen) : "";
    for (const box of boxes) box.disabled = chosen >= limit && !box.checked;
  };
  form.addEventListener("change", tell);
  addEventListener("pageshow", tell);
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
