// The fact sheet: rows of units, people, figures, foundations and plans, abbreviations, and what several forms share.
import { role } from "./facts.js";
import { $, aloud, opened, say } from "./shell.js";
import { bare, copy } from "./tree.js";

const YEARS = ["2021", "2022", "2023", "2024", "2025", "2026"];
const desk = opened(() => say.facts);
const extra = new Map(); // rows added on the page and still empty

/** The rows of a list as the page shows them; abbreviations are a table and are shown as rows. */
function held(list) {
  if (list === "short_forms") return Object.entries(desk.get("facts", list) ?? {}).map(([short, full]) => ({ short, full }));
  const rows = desk.get("facts", list);
  return (Array.isArray(rows) ? rows : []).map((row) => (typeof row === "string" ? { text: row } : row ?? {}));
}

function write(list, rows, stroke) {
  if (list !== "short_forms") { desk.set(["facts", list], rows, stroke); return; }
  desk.set(["facts", list], Object.fromEntries(rows.filter((row) => row.short).map((row) => [row.short, row.full ?? ""])), stroke);
}

function show(list) {
  const box = $(list), place = box.querySelector(".list"), pattern = box.querySelector("template").innerHTML; // the server's
  const rows = held(list), drafts = extra.get(list) ?? 0, wanted = Math.max(1, rows.length + drafts);
  for (let n = place.children.length + 1; n <= wanted; n++) place.insertAdjacentHTML("beforeend", pattern.replaceAll("__n__", n));
  while (place.children.length > wanted) place.lastElementChild.remove();
  for (const [n, row] of [...place.children].entries()) {
    const told = rows[n] ?? {};
    if (list === "figures") years(row, n + 1, told);
    for (const input of row.querySelectorAll("[data-key]")) {
      const key = input.dataset.key;
      let value = key.startsWith("years.") ? told.years?.[key.slice(6)] : told[key];
      if (input.tagName === "SELECT") value = role(value);
      value = value === undefined || typeof value === "object" ? "" : String(value);
      if (input.value !== value) input.value = value;
    }
    const more = row.querySelector("details");
    if (more && !more.open && !more.dataset.seen) more.open = ["code", "address", "phone", "email", "about"].some((key) => told[key]);
    if (more) more.dataset.seen = "1";
  }
  if (list === "units") $("unit-names").replaceChildren(...rows.map((row) => Object.assign(document.createElement("option"), { value: row.name ?? "" })));
}

/** A box for each year. */
function years(row, n, told) {
  const place = row.querySelector(".years");
  for (const year of [...new Set([...YEARS, ...Object.keys(told.years ?? {})])].sort()) {
    const id = `figures.${n}.years.${year}`;
    if (document.getElementById(id)) continue;
    const label = document.createElement("label"), name = document.createElement("span"), input = document.createElement("input");
    label.className = "entry";
    name.textContent = year;
    Object.assign(input, { id, autocomplete: "off", inputMode: "decimal" });
    input.dataset.key = `years.${year}`;
    label.append(name, input);
    const after = [...place.querySelectorAll("[data-key^='years.']")].find((one) => one.dataset.key > input.dataset.key);
    place.insertBefore(label, after?.closest("label") ?? place.lastElementChild);
  }
}

function typed(input) {
  const box = input.closest(".sheet-rows[data-list]"), list = box.dataset.list;
  const n = Number(input.closest("[data-n]").dataset.n) - 1, key = input.dataset.key;
  if (list === "short_forms") {
    const rows = [...box.querySelectorAll("[data-n]")].map((row) => Object.fromEntries([...row.querySelectorAll("[data-key]")].map((one) => [one.dataset.key, one.value.trim()])));
    write(list, rows, `${list}.${n}`);
    return;
  }
  const rows = copy(held(list));
  while (rows.length <= n) rows.push({});
  if (key.startsWith("years.")) rows[n].years = { ...rows[n].years, [key.slice(6)]: input.value };
  else rows[n][key] = input.value;
  if (rows[n].years) {
    rows[n].years = Object.fromEntries(Object.entries(rows[n].years).filter(([, value]) => value !== ""));
    if (bare(rows[n].years)) delete rows[n].years;
  }
  if (rows[n][key] === "") delete rows[n][key];
  extra.set(list, Math.max(0, (extra.get(list) ?? 0) - Math.max(0, rows.length - held(list).length)));
  write(list, rows, `${list}.${n}.${key}`);
}

function shared() {
  for (const input of document.querySelectorAll("[data-shared]")) {
    const told = desk.get("facts", "shared", input.dataset.shared);
    const value = told !== null && typeof told === "object" ? (input.dataset.year ? told[input.dataset.year] : "") : told;
    const text = Array.isArray(value) ? value.join("、") : (value ?? "");
    if (input.value !== String(text)) input.value = text;
  }
}

document.addEventListener("input", ({ target }) => {
  if (target.dataset.shared) {
    const key = ["facts", "shared", target.dataset.shared], told = desk.get(...key);
    const apart = target.dataset.year && (told === undefined || typeof told === "object");
    desk.set(apart ? [...key, target.dataset.year] : key, target.value, key.join("."));
  } else if (target.dataset.key) typed(target);
});
document.addEventListener("click", ({ target }) => {
  const box = target.closest(".sheet-rows[data-list]"), list = box?.dataset.list;
  if (target.closest("[data-add]")) {
    extra.set(list, $(list).querySelectorAll("[data-n]").length + 1 - held(list).length);
    show(list);
    box.querySelector(".list").lastElementChild.querySelector("input, textarea, select").focus();
  } else if (target.closest("[data-remove]")) {
    const n = Number(target.closest("[data-n]").dataset.n) - 1, rows = copy(held(list));
    if (n < rows.length) { rows.splice(n, 1); write(list, rows); } else extra.set(list, Math.max(0, (extra.get(list) ?? 0) - 1));
    show(list);
    aloud(say.removed);
    box.querySelector("[data-add]").focus();
  }
});
const lists = () => { for (const box of document.querySelectorAll(".sheet-rows[data-list]")) show(box.dataset.list); shared(); };
desk.addEventListener("change", ({ detail: { places, origin } }) => {
  if (origin !== "here" || places.some((place) => place.length < 2)) lists();
  else if (places.some((place) => place[1] === "units")) show("units");
});
lists();
