// The desk as a file: saved whole, and what a file holds put into the desk without losing what stood there.
import { parsed, readable } from "../keep.js";
import { plain, role } from "./facts.js";
import { root } from "./server.js";
import { aloud, banner, fill, say } from "./shell.js";
import { at, bare, same } from "./tree.js";

const MOST = 4_000_000; // bytes
const LISTS = ["units", "people", "figures", "foundations", "plans"];

/** Hand the whole desk to the browser as a file. */
export function saveFile(desk) {
  desk.save();
  if (/MicroMessenger/i.test(navigator.userAgent)) { banner("file", say.wechat); return; }
  const name = `${say.file_name}-${new Date().toISOString().slice(0, 10)}.json`;
  download(new Blob([`${JSON.stringify({ ...desk.state, saved: new Date().toISOString() }, null, 1)}\n`], { type: "application/json" }), name);
  banner("file", fill(say.saved_file, { name }));
}

/** Hand a file to the browser. */
export function download(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Put what a file holds into the desk; what it replaces stays as earlier versions. */
export async function openFile(desk, file) {
  const name = file.name;
  if (file.size > MOST) { banner("file", fill(say.unopened_big, { name })); return; }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const word = bytes[0] === 0x50 && bytes[1] === 0x4b;
  banner("file", fill(say.reading, { name }));
  let facts = null, saved = {}, problem = fill(say.unopened, { name });
  try {
    if (word) ({ facts, problem = problem } = await fromWord(bytes, file));
    else {
      const held = parsed(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
      if (readable(held)) { facts = held.facts; saved = held.desk ?? {}; }
      else if (held?.kind === "assistant.desk") problem = fill(say.unopened_newer, { name });
      else if (sheet(held)) facts = held;
    }
  } catch (error) {
    if (word && error instanceof TypeError) problem = say.offline;
  }
  if (!facts) { banner("file", problem); return; }
  told(desk, name, taken(desk, facts, saved));
}

const sheet = (held) => held !== null && typeof held === "object" && !Array.isArray(held) && [...LISTS, "short_forms", "shared", "forms"].some((key) => key in held);

async function fromWord(bytes, file) {
  const response = await fetch(root("desk/read"), { method: "POST", headers: { "content-type": file.type || "application/octet-stream" }, body: bytes });
  const body = await response.json().catch(() => null);
  return response.ok && body?.facts ? { facts: body.facts } : { facts: null, problem: body?.error?.message };
}

function told(desk, name, { count, replaced, dropped }) {
  const parts = [count ? fill(say.opened, { name, count }) : fill(say.opened_nothing, { name })];
  if (replaced) parts.push(say.opened_kept);
  if (dropped) parts.push(fill(say.opened_dropped, { count: dropped }));
  banner("file", parts.join(""), count ? [[say.undo, () => { desk.undo(); }]] : []);
  aloud(parts.join(""));
}

/** Write what `facts` tell into the desk as one step. */
function taken(desk, facts, saved) {
  const pairs = [], past = [];
  let dropped = 0;
  const put = (place, value) => {
    const before = at(desk.state, place);
    if (bare(value) || same(before, value)) return;
    if (typeof before === "string" && before.trim() && place[1] === "forms" && place.length === 4) past.push([place[2], place[3], before]);
    pairs.push([place, value]);
  };
  for (const key of LISTS) {
    const rows = Array.isArray(facts[key]) ? facts[key].map((row) => flat(key, row)).filter((row) => !bare(row)) : [];
    dropped += (Array.isArray(facts[key]) ? facts[key].length : 0) - rows.length;
    if (rows.length) put(["facts", key], joined(desk.get("facts", key), rows));
  }
  for (const key of ["short_forms", "shared"]) {
    for (const [name, value] of Object.entries(table(facts[key]))) {
      const made = scalar(value) ?? years(value);
      if (made === undefined || unsafe(name)) dropped++;
      else put(["facts", key, name], made);
    }
  }
  for (const [form, fields] of Object.entries(table(facts.forms))) {
    for (const [path, value] of Object.entries(table(fields))) {
      const made = scalar(value) ?? records(value);
      if (made === undefined || unsafe(form) || unsafe(path)) dropped++;
      else put(["facts", "forms", form, path], made);
    }
  }
  for (const [form, path, text] of past) desk.keep(form, path, text, "file");
  for (const [form, held] of Object.entries(table(saved))) {
    for (const [path, list] of Object.entries(table(held?.versions))) {
      for (const one of Array.isArray(list) ? [...list].reverse() : []) {
        if (typeof one?.text === "string" && !unsafe(form) && !unsafe(path)) desk.keep(form, path, one.text, "file");
      }
    }
  }
  for (const [form, held] of Object.entries(table(saved))) {
    const locked = Array.isArray(held?.locked) ? held.locked.filter((path) => typeof path === "string") : [];
    if (locked.length && !unsafe(form)) desk.note(["desk", form, "locked"], [...new Set([...(desk.get("desk", form, "locked") ?? []), ...locked])]);
  }
  desk.change(pairs);
  return { count: pairs.length, replaced: past.length, dropped };
}

const unsafe = (key) => ["__proto__", "constructor", "prototype"].includes(key) || key.length > 200;
const table = (value) => (value !== null && typeof value === "object" && !Array.isArray(value) ? value : {});

function scalar(value) {
  if (typeof value === "string") return plain(value);
  if (typeof value === "number") return String(value);
  return Array.isArray(value) && value.length && value.every((one) => typeof one === "string") ? value.map(plain) : undefined;
}

function years(value) {
  const made = Object.entries(table(value)).map(([year, one]) => [year, scalar(one)]).filter(([year, one]) => /^\d{4}$/.test(year) && one !== undefined);
  return made.length ? Object.fromEntries(made) : undefined;
}

function records(value) {
  if (!Array.isArray(value)) return undefined;
  const rows = value.map((row) => Object.fromEntries(Object.entries(table(row)).map(([key, one]) => [key, scalar(one)]).filter(([key, one]) => one !== undefined && !unsafe(key))));
  return rows.some((row) => !bare(row)) ? rows : undefined;
}

function flat(key, row) {
  if (typeof row === "string") return { text: plain(row) };
  const made = {};
  for (const [name, value] of Object.entries(table(row))) {
    const one = name === "years" ? years(value) : scalar(value);
    if (typeof one === "string" || name === "years") made[name] = one;
  }
  if (key === "units" && made.name) made.role = role(made.role);
  return made;
}

/** Rows of the file; a row here that no row of the file replaces stays before them. */
function joined(mine, theirs) {
  const named = (row) => row?.name ?? row?.text;
  const left = (Array.isArray(mine) ? mine : []).filter((row) => named(row) && !theirs.some((one) => named(one) === named(row)));
  return [...left, ...theirs];
}

