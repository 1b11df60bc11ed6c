// The fact sheet as the server takes it: only what is told, only what each field can hold, nothing of other forms.
import { bare } from "./tree.js";

const NUMBER = /^[+-]?\d{1,24}(?:\.\d{1,12})?$/;
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a\u202b\u202d\u202e\u2066-\u2068\ufffe\uffff]|\p{Cs}/gu;
const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const UNIT = ["name", "role", "kind", "region", "code", "address", "phone", "email", "about"];
export const ROLES = { lead: "牵头", joint: "联合申报", member: "参与", builder: "建设", host: "依托" };
const PERSON = ["name", "role", "unit", "post", "phone", "email"];
const TOLD = ["about", "text"];

/** What a user types, without what no file can hold. */
export const plain = (text) => String(text).replace(/\r\n?/g, "\n").replace(INVISIBLE, "").trim();

/** The day as 2024-05-10, "" where it is none. */
export function day(text) {
  const found = DAY.exec(String(text).replace(/\s/g, ""));
  if (!found) return "";
  const [year, month, date] = found.slice(1).map(Number), made = new Date(Date.UTC(year, month - 1, date));
  if (made.getUTCMonth() !== month - 1 || made.getUTCDate() !== date) return "";
  return made.toISOString().slice(0, 10);
}

/** Why a value cannot stand in a field of that kind: "number", "day", "long", or "" where it can. */
export function unfit(kind, value) {
  if (typeof value !== "string" || !plain(value)) return "";
  if (plain(value).length > 20_000 || plain(value).split("\n").length > 300) return "long";
  if (kind === "number") return NUMBER.test(plain(value)) ? "" : "number";
  return kind === "date" && !day(value) ? "day" : "";
}

/** The facts for one form, `without` the paths named. */
export function sent(facts, known, without = []) {
  const kinds = Object.fromEntries(known.fields.map((field) => [field.path, field.kind]));
  const told = facts.forms?.[known.form] ?? {}, own = {};
  for (const [path, value] of Object.entries(told)) {
    if (without.includes(path)) continue;
    if (path in known.rows) {
      const records = Array.isArray(value) ? value.map((row, n) => record(row, known.rows[path], (key) => without.includes(`${path}.${n + 1}.${key}`))) : [];
      if (records.some((row) => !bare(row))) own[path] = records;
    } else if (path in kinds) {
      const made = fit(kinds[path], value);
      if (!bare(made)) own[path] = made;
    }
  }
  return pruned({
    units: rows(facts.units, UNIT).filter((row) => row.name).map((row) => ({ ...row, role: role(row.role) })),
    people: rows(facts.people, PERSON).filter((row) => row.name),
    figures: figures(facts.figures),
    foundations: rows(facts.foundations, TOLD).filter((row) => row.text),
    plans: rows(facts.plans, TOLD).filter((row) => row.text),
    short_forms: words(facts.short_forms),
    shared: shared(facts.shared, known),
    forms: bare(own) ? {} : { [known.form]: own },
  });
}

/** The role in the words of the page; whatever is not known is taken as one that takes part. */
export function role(told) {
  const bare = String(told ?? "").trim().replace(/(单位|园区)$/, "");
  if (Object.values(ROLES).includes(bare)) return bare;
  return ROLES[bare] ?? ROLES.member;
}

function fit(kind, value) {
  if (Array.isArray(value)) return value.filter((one) => typeof one === "string").map(plain).filter(Boolean);
  if (typeof value !== "string" || unfit(kind, value)) return "";
  return kind === "date" ? day(value) : plain(value);
}

function record(row, kinds, left_out) {
  const made = {};
  for (const [key, value] of Object.entries(row ?? {})) {
    if (!(key in kinds) || left_out(key)) continue;
    const told = fit(kinds[key], value);
    if (!bare(told)) made[key] = told;
  }
  return made;
}

function rows(held, keys) {
  if (!Array.isArray(held)) return [];
  return held.map((row) => {
    if (typeof row === "string") return { text: plain(row) };
    return Object.fromEntries(keys.map((key) => [key, plain(row?.[key] ?? "")]).filter(([, value]) => value));
  });
}

function figures(held) {
  const made = [];
  for (const row of Array.isArray(held) ? held : []) {
    const name = plain(row?.name ?? ""), unit = plain(row?.unit ?? ""), about = plain(row?.about ?? "");
    const years = Object.entries(row?.years ?? {}).filter(([year, value]) => /^(19|20)\d\d$/.test(year) && NUMBER.test(plain(value)));
    const told = { name, ...(unit && { unit }), ...(about && { about }) };
    if (!name) continue;
    if (years.length) made.push({ ...told, years: Object.fromEntries(years.map(([year, value]) => [year, plain(value)])) });
    if (NUMBER.test(plain(row?.value ?? ""))) made.push({ ...told, value: plain(row.value) });
  }
  return made;
}

const words = (held) => Object.fromEntries(Object.entries(held ?? {}).map(([key, value]) => [plain(key), plain(value)]).filter((pair) => pair[0] && pair[1]));

/** Shared values that fit wherever this form asks for them. */
function shared(held, known) {
  const made = {};
  for (const [key, value] of Object.entries(held ?? {})) {
    const kind = known.fields.find((field) => field.fact === key)?.kind ?? "text";
    const told = value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).map(([year, one]) => [year, fit(kind, one)]).filter(([year, one]) => /^(19|20)\d\d$/.test(year) && one))
      : fit(kind, value);
    if (!bare(told)) made[key] = told;
  }
  return made;
}

const pruned = (facts) => Object.fromEntries(Object.entries(facts).filter(([, value]) => !bare(value)));
