// The list of forms: how far each is, the file of drafts, and clearing them.
import { closeSource, openSource } from "../source.js";
import { $, banner, fill, opened, say } from "./shell.js";

const known = JSON.parse($("known").textContent);
const desk = opened(() => say.forms);

const told = (value) => (Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && String(value).trim() !== "");

function filled(form, [path, fact, year]) {
  if (told(desk.get("facts", "forms", form, path))) return true;
  const shared = fact ? desk.get("facts", "shared", fact) : undefined;
  return shared !== null && typeof shared === "object" && !Array.isArray(shared) ? told(shared[year]) : told(shared);
}

function show() {
  for (const place of document.querySelectorAll("[data-form]")) {
    const form = place.dataset.form, fields = known.forms[form], count = fields.filter((field) => filled(form, field)).length;
    place.hidden = !count;
    place.querySelector("progress").max = fields.length;
    place.querySelector("progress").value = count;
    place.querySelector("span").textContent = fill(say.progress_said, { filled: count, total: fields.length });
  }
  const { units = [], people = [], figures = [], foundations = [], plans = [] } = desk.state.facts;
  const any = [units, people, figures, foundations, plans].some((list) => list.length);
  $("facts-told").textContent = any
    ? fill(say.facts_told, { units: units.length, people: people.length, figures: figures.length, told: foundations.length + plans.length })
    : say.facts_none;
}

desk.addEventListener("change", show);
$("clear-desk").addEventListener("click", () => {
  banner("clear", say.clear_sure, [[say.clear_yes, () => {
    const before = desk.clear();
    banner("clear", say.cleared, [[say.undo, () => desk.restore(before)]]);
  }], [say.clear_no, () => {}]]).querySelector("button").focus();
});
document.addEventListener("click", (event) => {
  const pressed = event.target.closest("a, button");
  if (!pressed || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  if (pressed.dataset.source !== undefined) { event.preventDefault(); openSource(pressed, [pressed]); }
  else if (pressed.id === "close") closeSource();
});
show();
