// What an applicant writes: kept in this browser, brought together where two tabs wrote, saved as a file. Nothing is sent.
import { at, bare, copy, merged, put, same } from "./desk/tree.js";

export const KEY = "assistant.desk", BROKEN = "assistant.desk.broken";
const SOON = 200, LATEST = 800; // ms until a change is written
const VERSIONS = 12; // earlier texts of one field
const KIND = "assistant.desk", VERSION = 1;

export const empty = () => ({ kind: KIND, version: VERSION, revision: 0, saved: "", facts: {}, desk: {} });

/** What a text of JSON holds, every number with the digits it was written with. */
export function parsed(text) {
  return JSON.parse(text, (_, value, context) => (typeof value === "number" ? (context?.source ?? String(value)) : value));
}

/** Whether this is a desk that this page can read. */
export const readable = (held) => held?.kind === KIND && Number(held.version) <= VERSION && table(held.facts) && table(held.desk ?? {});

const table = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

/** Earlier texts, newest first, each once, no more than are kept. */
export function versions(...lists) {
  const all = lists.flat().filter((one) => typeof one?.text === "string" && one.text !== "");
  all.sort((one, other) => String(other.at).localeCompare(String(one.at)));
  return all.filter((one, n) => all.findIndex((other) => other.text === one.text) === n).slice(0, VERSIONS);
}

/**
 * The desk of this browser. Events, each a CustomEvent: "change" {places, origin: "here" | "elsewhere" | "undo"},
 * "clash" {clashes}, "trouble" {what: "full" | "broken" | "newer"}, "saved".
 */
export class Desk extends EventTarget {
  #seen = null; // the text that this tab last read or wrote
  #timer = 0;
  #since = 0;
  #steps = [];
  #next = 0;
  #frozen = false; // what is there was written by a newer page

  constructor() {
    super();
    this.state = empty();
    this.#recall();
    addEventListener("storage", (event) => { if (event.key === KEY || event.key === null) this.#heard(); });
    addEventListener("pagehide", () => this.save());
    addEventListener("pageshow", (event) => { if (event.persisted) this.#heard(); });
    document.addEventListener("visibilitychange", () => (document.hidden ? this.save() : this.#heard()));
  }

  get(...place) { return at(this.state, place); }

  /** Write one value. Steps of the same `stroke` in quick succession are undone together. */
  set(place, value, stroke = "") { this.change([[place, value]], stroke); }

  /** Write several values as one step that can be undone. */
  change(pairs, stroke = "") {
    const told = pairs.map(([place, value]) => ({ place, before: copy(at(this.state, place)), after: copy(value) }));
    const done = told.filter((one) => !same(one.before ?? "", one.after ?? ""));
    if (!done.length) return;
    for (const one of done) put(this.state, one.place, copy(one.after));
    this.#remember(done, stroke);
    this.#changed(done.map((one) => one.place), "here");
  }

  /** Write what is no step of its own: a lock, a version. */
  note(place, value) {
    put(this.state, place, copy(value));
    this.#changed([place], "here");
  }

  undo() { return this.#step(-1); }
  redo() { return this.#step(1); }
  get steps() { return { back: this.#next > 0, on: this.#next < this.#steps.length }; }

  /** Keep a text as an earlier version of a field. */
  keep(form, path, text, why) {
    if (!text || typeof text !== "string") return;
    const held = this.get("desk", form, "versions", path) ?? [];
    this.note(["desk", form, "versions", path], versions([{ at: new Date().toISOString(), text, why }], held));
  }

  /** Write now. */
  save() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#since = 0;
    if (this.#frozen) return;
    const stored = this.#read();
    if (stored !== this.#seen) this.#join(stored);
    if (same(body(desk_in(this.#seen) ?? empty()), body(this.state))) return;
    this.state.revision = Number(this.state.revision || 0) + 1;
    this.state.saved = new Date().toISOString();
    this.#write();
  }

  /** Take everything away, here and in the store. */
  clear() {
    const before = copy(this.state);
    this.state = { ...empty(), revision: before.revision };
    this.#steps = [];
    this.#next = 0;
    try { localStorage.removeItem(BROKEN); } catch { /* there is no store */ }
    this.#changed([[]], "here");
    this.save();
    return before;
  }

  /** Put a whole desk in the place of this one. */
  restore(state) {
    this.state = { ...copy(state), revision: this.state.revision };
    this.#changed([[]], "here");
    this.save();
  }

  #recall() {
    const text = this.#read();
    if (text === null) return;
    const held = desk_in(text);
    if (held) {
      this.state = { ...empty(), ...held };
      this.#seen = text;
    } else if (newer(text)) this.#freeze();
    else this.#put_aside(text);
  }

  #freeze() {
    this.#frozen = true;
    queueMicrotask(() => this.#tell("trouble", { what: "newer" }));
  }

  #put_aside(text) {
    try { localStorage.setItem(BROKEN, text); } catch { /* it stays where it is until something is written */ }
    this.#seen = text;
    queueMicrotask(() => this.#tell("trouble", { what: "broken" }));
  }

  #read() {
    try { return localStorage.getItem(KEY); } catch { return this.#seen; }
  }

  #write() {
    for (const most of [VERSIONS, 3, 0]) {
      if (most < VERSIONS) this.#trim(most);
      const text = JSON.stringify(this.state);
      try {
        localStorage.setItem(KEY, text);
        this.#seen = text;
        this.#tell("saved", {});
        return;
      } catch { /* with fewer versions it may fit */ }
    }
    this.#tell("trouble", { what: "full" });
  }

  #trim(most) {
    for (const form of Object.values(this.state.desk)) {
      for (const [path, held] of Object.entries(form.versions ?? {})) form.versions[path] = held.slice(0, most);
    }
  }

  #heard() {
    const stored = this.#read();
    if (stored === this.#seen || this.#frozen) return;
    this.#join(stored);
    if (!same(body(desk_in(this.#seen) ?? empty()), body(this.state))) this.#later();
  }

  /** Bring what another tab wrote together with what this one holds. */
  #join(stored) {
    if (newer(stored)) { this.#freeze(); return; }
    const theirs = desk_in(stored) ?? empty(), old = desk_in(this.#seen) ?? empty();
    const before = this.state;
    const facts = merged(old.facts, before.facts, theirs.facts, ["facts"]);
    const desk = joined(old.desk, before.desk, theirs.desk);
    this.state = { ...before, revision: Math.max(Number(before.revision), Number(theirs.revision)), facts: copy(facts.value) ?? {}, desk };
    this.#seen = stored;
    const places = differing(before, this.state);
    const clashes = facts.clashes.filter((one) => !bare(one.mine) && !bare(one.theirs));
    for (const one of clashes) this.#keep_theirs(one);
    if (clashes.length) this.#tell("clash", { clashes });
    if (places.length) this.#changed(places, "elsewhere");
  }

  /** The text of another tab stays as a version of its field. */
  #keep_theirs({ place: [, part, form, path, ...row], theirs }) {
    if (typeof theirs !== "string") return;
    const whose = part === "forms" ? [form, row.length ? [path, row[0] + 1, ...row.slice(1)].join(".") : path] : ["facts", [part, form, path, ...row].join(".")];
    const held = this.get("desk", whose[0], "versions", whose[1]) ?? [];
    put(this.state, ["desk", whose[0], "versions", whose[1]], versions([{ at: new Date().toISOString(), text: theirs, why: "tab" }], held));
  }

  #remember(done, stroke) {
    this.#steps.length = this.#next;
    const last = this.#steps.at(-1), now = Date.now();
    if (stroke && last?.stroke === stroke && now - last.time < 1200 && done.length === 1 && last.done.length === 1) {
      last.done[0].after = done[0].after;
      last.time = now;
      return;
    }
    this.#steps.push({ done, stroke, time: now });
    if (this.#steps.length > 200) this.#steps.shift();
    this.#next = this.#steps.length;
  }

  /** One step back or on; the places that it changed, none where they were written elsewhere since. */
  #step(way) {
    const step = way < 0 ? this.#steps[this.#next - 1] : this.#steps[this.#next];
    if (!step) return [];
    this.#next += way;
    step.stroke = "";
    const able = step.done.filter((one) => same(at(this.state, one.place) ?? "", (way < 0 ? one.after : one.before) ?? ""));
    for (const one of way < 0 ? [...able].reverse() : able) put(this.state, one.place, copy(way < 0 ? one.before : one.after));
    const places = able.map((one) => one.place);
    this.#changed(places, "undo");
    return places;
  }

  #changed(places, origin) {
    this.#tell("change", { places, origin });
    if (origin !== "elsewhere") this.#later();
  }

  #later() {
    const now = performance.now();
    this.#since ||= now;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save(), Math.max(0, Math.min(SOON, this.#since + LATEST - now)));
  }

  #tell(name, detail) { this.dispatchEvent(new CustomEvent(name, { detail })); }
}

/** The desk that a text holds, null where it holds none that this page can read. */
function desk_in(text) {
  try {
    const held = JSON.parse(text);
    return readable(held) ? held : null;
  } catch {
    return null;
  }
}

function newer(text) {
  try {
    const held = JSON.parse(text);
    return held?.kind === KIND && Number(held.version) > VERSION;
  } catch {
    return false;
  }
}

/** What two tabs made of locks and versions: every version of both, and the later word on each lock. */
function joined(base, mine, theirs) {
  const made = copy(merged(base, mine, theirs, ["desk"]).value) ?? {};
  for (const form of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const ours = mine[form]?.versions ?? {}, others = theirs[form]?.versions ?? {};
    for (const path of new Set([...Object.keys(ours), ...Object.keys(others)])) {
      if (same(ours[path], others[path])) continue;
      put(made, [form, "versions", path], versions(ours[path] ?? [], others[path] ?? []));
    }
    const locks = merged(asked(base, form), asked(mine, form), asked(theirs, form)).value;
    put(made, [form, "locked"], Object.keys(locks ?? {}).filter((path) => locks[path]));
  }
  return made;
}

const asked = (desk, form) => Object.fromEntries((desk[form]?.locked ?? []).map((path) => [path, true]));
const body = (state) => ({ facts: state?.facts ?? {}, desk: state?.desk ?? {} });

/** The places at which two desks differ, as deep as fields go. */
function differing(one, other) {
  const places = [];
  const walk = (mine, theirs, place) => {
    if (same(mine, theirs)) return;
    const tables = [mine, theirs].every((value) => value !== null && typeof value === "object" && !Array.isArray(value));
    if (!tables) { places.push(place); return; }
    for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) walk(mine[key], theirs[key], [...place, key]);
  };
  walk(body(one), body(other), []);
  return places;
}
