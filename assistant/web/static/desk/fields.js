// The fields of one form on the page and the places of the desk that they write to.
import { words } from "../count.js";
import { day, unfit } from "./facts.js";
import { bare } from "./tree.js";

const WARN = 0.9;

/** Where the values of a form stand, and what the page shows of them. */
export class Fields extends EventTarget {
  constructor(desk, known, say) {
    super();
    this.desk = desk;
    this.known = known;
    this.say = say;
    this.spots = new Map(known.fields.map((field) => [field.path, field]));
    this.near = new Map(); // how near each text was to its limit when it was last said
    document.addEventListener("input", (event) => this.#typed(event.target));
    document.addEventListener("change", (event) => { if (event.target.matches("select, [type=checkbox], [type=radio]")) this.#typed(event.target); });
    document.addEventListener("keydown", (event) => { if (event.key === "Enter" && event.target.matches("textarea.line") && !event.isComposing) event.preventDefault(); });
    document.addEventListener("focusin", (event) => this.#entered(event.target));
  }

  /** The place in the desk that a field of the form writes to. */
  place(path) {
    const own = this.own(path), spot = this.spots.get(path);
    if (!spot?.fact || this.desk.get(...own) !== undefined) return own;
    const shared = this.desk.get("facts", "shared", spot.fact), byYear = shared !== null && typeof shared === "object" && !Array.isArray(shared);
    if (spot.year && (shared === undefined || byYear)) return ["facts", "shared", spot.fact, String(spot.year)];
    if (!spot.year && !byYear) return ["facts", "shared", spot.fact];
    return own;
  }

  /** The place of this form alone. */
  own(path) {
    const found = this.record(path);
    if (!found) return ["facts", "forms", this.known.form, path];
    return ["facts", "forms", this.known.form, found.rows, found.n, found.key];
  }

  /** The record that a path speaks of: "list.2.name" is key "name" of row 1 (from 0) of "list". */
  record(path) {
    for (const rows of Object.keys(this.known.rows)) {
      if (!path.startsWith(`${rows}.`)) continue;
      const [number, ...key] = path.slice(rows.length + 1).split(".");
      if (/^\d+$/.test(number)) return { rows, n: Number(number) - 1, key: key.join(".") };
    }
    return null;
  }

  kind(path) {
    const found = this.record(path);
    return found ? this.known.rows[found.rows][found.key] : this.spots.get(path)?.kind;
  }

  /** The changes that write a value: rows that the fact sheet tells become the form's own before one of them is edited. */
  writing(path, value) {
    const found = this.record(path), rows = found && this.rows?.settled(found.rows);
    if (!rows) return [[this.place(path), value]];
    rows[found.n] = { ...rows[found.n], [found.key]: value };
    return [[["facts", "forms", this.known.form, found.rows], rows]];
  }

  /** What is told for a field: words, or a list of options. */
  value(path) {
    const told = this.desk.get(...this.place(path));
    if (told !== undefined) return told;
    const spot = this.spots.get(path);
    const shared = spot?.fact ? this.desk.get("facts", "shared", spot.fact) : undefined;
    return shared === undefined || (typeof shared === "object" && !Array.isArray(shared)) ? "" : shared;
  }

  /** Whether something is told for a field. */
  told(path) {
    const value = this.value(path);
    if (path in this.known.rows) return Array.isArray(value) && value.some((row) => !bare(row));
    return Array.isArray(value) ? value.length > 0 : String(value).trim() !== "";
  }

  box(path) { return document.getElementById(`f.${path}`); }
  input(path) { return document.getElementById(`v.${path}`); }
  boxes() { return document.querySelectorAll("#form [data-path]"); }

  locked(path) { return (this.desk.get("desk", this.known.form, "locked") ?? []).includes(path); }

  /** Take over what somebody typed before the scripts were there, where nothing else is told. */
  adopt() {
    for (const input of document.querySelectorAll("#form [data-path] :is(textarea, input[data-kind])")) {
      const path = input.closest("[data-path]").dataset.path;
      if (input.value.trim() && !this.told(path)) this.desk.change(this.writing(path, input.value), path);
    }
  }

  /** Show every field as the desk has it. */
  showAll() { for (const box of this.boxes()) this.show(box.dataset.path); }

  show(path) {
    const box = this.box(path);
    if (!box) return;
    const value = this.value(path);
    const ticks = box.querySelectorAll("input[type=checkbox], input[type=radio]");
    if (ticks.length) {
      const chosen = (Array.isArray(value) ? value : [value]).map((one) => String(one).replace(/\s/g, ""));
      for (const tick of ticks) tick.checked = chosen.includes(tick.value) || chosen.includes(tick.dataset.words);
    } else this.#showText(path, Array.isArray(value) ? value.join("、") : String(value));
    this.mark(path);
  }

  #showText(path, value) {
    const input = this.input(path);
    if (!input) return;
    if (input.dataset.kind === "date") {
      const told = day(value);
      input.type = value && !told ? "text" : "date";
      value = told || value;
    }
    if (input.value === value) return;
    const { selectionStart, selectionEnd } = input, here = document.activeElement === input && input.type !== "date";
    input.value = value;
    if (here) input.setSelectionRange(Math.min(selectionStart, value.length), Math.min(selectionEnd, value.length));
  }

  /** Count, limit, lock and what cannot stand there. */
  mark(path) {
    const box = this.box(path);
    if (!box) return;
    const value = this.value(path), text = Array.isArray(value) ? "" : String(value);
    box.classList.toggle("filled", this.told(path));
    this.#count(box, text);
    const input = this.input(path), wrong = unfit(this.kind(path), text);
    const fault = box.querySelector(".unfit");
    if (fault) {
      fault.textContent = wrong ? this.say[`unfit_${wrong}`] : "";
      if (input) wrong ? input.setAttribute("aria-invalid", "true") : input.removeAttribute("aria-invalid");
    }
    const lock = box.querySelector("[data-lock]");
    if (lock) {
      const locked = this.locked(path);
      lock.setAttribute("aria-pressed", String(locked));
      lock.textContent = locked ? this.say.unlock : this.say.lock;
      input.readOnly = locked;
      box.classList.toggle("locked", locked);
      box.querySelector("[data-draft]").disabled = locked;
      box.querySelector("[data-draft]").textContent = this.told(path) ? this.say.redraft : this.say.draft;
    }
    const tie = box.querySelector("[data-tie]");
    if (tie) {
      const own = this.desk.get(...this.own(path)) !== undefined;
      tie.setAttribute("aria-pressed", String(!own));
      tie.textContent = own ? this.say.own : this.say.shared;
    }
  }

  #count(box, text) {
    const count = box.querySelector(".count");
    if (count) this.#used(count, text ? words(text) : 0, Number(box.dataset.most || 0), box.dataset.path, box.dataset.label);
  }

  /** 字 of the whole text with its headings, as the form limits it. */
  whole() {
    const told = this.known.fields.filter((field) => field.kind === "narrative" && this.told(field.path));
    return words(told.map((field) => `${field.title}\n${String(this.value(field.path)).trim()}`).join("\n"));
  }

  /** Count the whole text where the form limits it. */
  countWhole() {
    const count = document.getElementById("whole-count");
    if (count) this.#used(count, this.whole(), this.known.whole, "", this.say.whole_label);
  }

  #used(count, used, most, path, label) {
    count.querySelector(".used").textContent = used;
    if (!most) return;
    const near = used > most ? "over" : used >= most * WARN ? "near" : "";
    if (count.dataset.near !== near) count.dataset.near = near;
    const left = count.querySelector(".left");
    left.textContent = near === "over" ? this.say.over.replace("{count}", used - most) : near ? this.say.left.replace("{count}", most - used) : "";
    const before = this.near.get(path);
    this.near.set(path, near);
    if (before === undefined || before === near || this.desk.quiet) return;
    const sentence = near === "over" ? this.say.now_over : near ? this.say.now_near : before ? this.say.now_under : "";
    this.dispatchEvent(new CustomEvent("near", { detail: sentence.replace("{label}", label).replace("{most}", most) }));
  }

  #typed(input) {
    const box = input.closest("#form [data-path]");
    if (!box || input.closest(".drawer")) return;
    const path = box.dataset.path;
    if (box.querySelector("input[type=checkbox], input[type=radio]")) {
      this.desk.change(this.writing(path, [...box.querySelectorAll(":checked")].map((tick) => tick.value)));
    } else this.desk.change(this.writing(path, input.value), path);
    this.dispatchEvent(new CustomEvent("typed", { detail: path }));
  }

  /** The text before a new stretch of editing stays as a version. */
  #entered(input) {
    const box = input.closest?.(".prose[data-path]");
    if (!box || input.tagName !== "TEXTAREA") return;
    const path = box.dataset.path, text = String(this.value(path));
    const held = this.desk.get("desk", this.known.form, "versions", path) ?? [];
    const lately = held.length && Date.now() - Date.parse(held[0].at) < 5 * 60_000;
    if (!text.trim() || lately || held.some((one) => one.text === text)) return;
    input.addEventListener("input", () => this.desk.keep(this.known.form, path, text, "edit"), { once: true });
  }
}
