// One form of the desk: fields, counts, checks, drafts and files put together.
import { closeSource, openSource, walk } from "../source.js";
import { Checks } from "./checks.js";
import { Derived } from "./derived.js";
import { Drafting } from "./drafting.js";
import { Drawers } from "./drawers.js";
import { exported } from "./exporting.js";
import { Fields } from "./fields.js";
import { Panel } from "./panel.js";
import { Rows } from "./rows.js";
import { $, aloud, banner, fill, opened, say } from "./shell.js";

const known = JSON.parse($("known").textContent);

/** What a place of the desk is called. */
function label([, part, ...rest]) {
  const path = part === "forms" ? rest.slice(1).map((key) => (typeof key === "number" ? key + 1 : key)).join(".") : "";
  const shared = part === "shared" ? known.fields.find((field) => field.fact === rest[0] && (!rest[1] || String(field.year) === rest[1])) : null;
  return document.getElementById(`f.${path}`)?.dataset.label ?? shared?.label ?? say.facts;
}

const desk = opened(label);
const fields = new Fields(desk, known, say);
const rows = new Rows(desk, fields, known, say, aloud);
const panel = new Panel(fields, known);
const drawers = new Drawers(desk, fields, known);
const drafting = new Drafting(desk, fields, known);
const derived = new Derived(desk, fields, rows, known, () => panel.tell(derived.paths));
fields.rows = rows;
const checks = new Checks(desk, fields, panel, known);
const touched = new Set(); // fields that somebody wrote in here

fields.addEventListener("near", (event) => aloud(event.detail));
fields.addEventListener("typed", (event) => {
  touched.add(event.detail);
  fields.box(event.detail).querySelector(".drafted")?.remove();
});

/** The paths on the page that a changed place is shown at. */
function shownAt([, part, first, second, ...rest]) {
  if (part === "shared") return known.fields.filter((field) => field.fact === first).map((field) => field.path);
  if (part !== "forms" || first !== known.form) return [];
  if (second in known.rows) return rest.length > 1 ? [`${second}.${rest[0] + 1}.${rest.slice(1).join(".")}`] : [];
  return [second];
}

desk.addEventListener("change", ({ detail: { places, origin } }) => {
  const whole = places.some((place) => place.length < 4 && place[1] !== "shared");
  if (whole) fields.showAll();
  for (const place of places) {
    for (const path of shownAt(place)) {
      fields.show(path);
      if (origin === "elsewhere" && touched.has(path)) banner(`moved.${path}`, fill(say.moved, { label: fields.box(path)?.dataset.label ?? path }));
    }
    if (place[0] === "desk" && place[1] === known.form) {
      if (place[2] === "versions" && place[3]) drawers.refresh(place[3]);
      else if (place[2] === "locked") for (const box of document.querySelectorAll(".prose[data-path]")) fields.mark(box.dataset.path);
    }
    if (place.length < 4 || (place[3] in known.rows && place.length < 7)) rows.showAll();
  }
  if (places.some((place) => place[0] !== "desk")) {
    fields.countWhole();
    panel.tell(derived.paths);
    checks.soon();
    derived.soon();
  }
});
desk.addEventListener("stepped", ({ detail: places }) => {
  const path = places.flatMap(shownAt)[0];
  if (path) panel.go(path);
});

document.addEventListener("click", (event) => {
  const pressed = event.target.closest("a, button");
  if (!pressed || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  if (pressed.dataset.source !== undefined) {
    event.preventDefault();
    openSource(pressed, [pressed]);
  } else if (pressed.dataset.tie !== undefined) tie(pressed.closest("[data-path]").dataset.path);
  else if (pressed.dataset.export) exported(desk, fields, known, pressed.dataset.export, $("exporting"), (path) => panel.go(path));
  else if (pressed.id === "draft-all") drafting.all($("drafting"), pressed);
  else if (pressed.id === "close") closeSource();
  else if (pressed.id === "previous") walk(-1);
  else if (pressed.id === "following") walk(1);
});

/** Give a shared field a value of its own, or let it share again. */
function tie(path) {
  const own = fields.own(path);
  if (desk.get(...own) !== undefined) desk.set(own, "");
  else if (fields.told(path)) desk.set(own, fields.value(path));
}

desk.quiet = true;
fields.adopt();
rows.showAll();
fields.showAll();
fields.countWhole();
desk.quiet = false;
panel.tell(derived.paths);
checks.soon();
derived.soon();
if (location.hash.startsWith("#f.")) panel.go(decodeURIComponent(location.hash.slice(3)));
