// What every page of the desk has: the desk itself, banners, the state of keeping, undo, saving to and opening a file.
import { Desk } from "../keep.js";
import { openFile, saveFile } from "./files.js";

export const $ = (id) => document.getElementById(id);
export const say = JSON.parse($("said").textContent);
export const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (whole, key) => (key in values ? String(values[key]) : whole));

/** A new element with words in it; nothing that anybody wrote becomes markup. */
export function make(name, { text, className, ...rest } = {}, ...children) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  for (const [key, value] of Object.entries(rest)) if (value !== undefined) made.setAttribute(key, value);
  if (name === "button" && !rest.type) made.type = "button";
  made.append(...children);
  return made;
}

/** Read a sentence out to whoever cannot see. */
export function aloud(sentence) {
  const place = $("said-aloud");
  if (place && sentence) place.textContent = sentence;
}

/** A banner that stays until it is read; one of the same key takes the place of the one before. */
export function banner(key, sentence, acts = [], more = []) {
  const held = $("banners").querySelector(`[data-key="${CSS.escape(key)}"]`);
  const made = make("div", { className: "banner", "data-key": key });
  made.append(make("p", { text: sentence }), ...more);
  const row = make("p", { className: "acts" });
  for (const [label, act] of [...acts, [say.dismiss, () => {}]]) {
    const button = make("button", { text: label });
    button.addEventListener("click", () => { made.remove(); act(); });
    row.append(button);
  }
  made.append(row);
  if (held) held.replaceWith(made);
  else $("banners").append(made);
  return made;
}

export const unbanner = (key) => $("banners").querySelector(`[data-key="${CSS.escape(key)}"]`)?.remove();

/** The desk with everything around it that all pages share. `label` names a place for people. */
export function opened(label) {
  document.body.classList.add("live");
  const desk = new Desk();
  const kept = $("kept");
  const when = () => {
    const time = desk.state.saved ? new Date(desk.state.saved) : null;
    const today = time?.toDateString() === new Date().toDateString() ? {} : { month: "numeric", day: "numeric" };
    const said = time ? fill(say.kept, { time: time.toLocaleString(document.documentElement.lang, { ...today, hour: "2-digit", minute: "2-digit", hour12: false }) }) : say.kept_empty;
    if (kept && kept.textContent !== said) kept.textContent = said;
  };
  desk.addEventListener("saved", () => { when(); unbanner("full"); });
  desk.addEventListener("trouble", ({ detail }) => banner(detail.what, say[detail.what], [[say.save_file, () => saveFile(desk)]]));
  desk.addEventListener("clash", ({ detail }) => {
    for (const one of detail.clashes) {
      const name = label(one.place), text = typeof one.theirs === "string" ? one.theirs : JSON.stringify(one.theirs);
      const other = make("blockquote", { className: "words", text: fill(say.clash_other, { text: text.length > 300 ? `${text.slice(0, 300)}……` : text }) });
      banner(`clash.${one.place.join(".")}`, fill(say.clash, { label: name }), [[say.clash_use, () => desk.set(one.place, one.theirs)]], [other]);
    }
  });
  $("save-file")?.addEventListener("click", () => saveFile(desk));
  $("open-file")?.addEventListener("change", async (event) => {
    const file = event.target.files[0];
    event.target.value = "";
    if (file) await openFile(desk, file);
  });
  steps(desk, label);
  when();
  return desk;
}

/** Undo and redo, by button and by key. */
function steps(desk, label) {
  const undo = $("undo"), redo = $("redo");
  if (!undo) return;
  const step = (way) => {
    const places = way < 0 ? desk.undo() : desk.redo();
    if (!places.length) return;
    aloud(fill(way < 0 ? say.undone : say.redone, { label: label(places[0]) }));
    desk.dispatchEvent(new CustomEvent("stepped", { detail: places }));
  };
  const able = () => { undo.disabled = !desk.steps.back; redo.disabled = !desk.steps.on; };
  undo.addEventListener("click", () => step(-1));
  redo.addEventListener("click", () => step(1));
  desk.addEventListener("change", able);
  addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing || event.target.closest?.(".drawer")) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    event.preventDefault();
    step(key === "y" || event.shiftKey ? 1 : -1);
  });
}
