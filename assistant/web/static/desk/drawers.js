// What opens below a field: its earlier versions with what differs, and what the document wants there.
import { rooted } from "../ui.js";
import { differences } from "./differences.js";
import { aloud, fill, make, say } from "./shell.js";

/** The drawers of one form. */
export class Drawers {
  constructor(desk, fields, known) {
    this.desk = desk;
    this.fields = fields;
    this.known = known;
    document.addEventListener("click", (event) => {
      const button = event.target.closest(".prose [data-versions], .prose [data-what]");
      if (button) this.#toggle(button);
    });
  }

  /** Show the versions again where they are open. */
  refresh(path) {
    const box = this.fields.box(path);
    if (box?.querySelector("[data-versions]")?.getAttribute("aria-expanded") === "true") this.#versions(box);
  }

  #toggle(button) {
    const box = button.closest("[data-path]"), opens = button.getAttribute("aria-expanded") !== "true";
    for (const one of box.querySelectorAll("[data-versions], [data-what]")) one.setAttribute("aria-expanded", "false");
    const drawer = box.querySelector(".drawer");
    drawer.hidden = !opens;
    drawer.replaceChildren();
    if (!opens) return;
    button.setAttribute("aria-expanded", "true");
    if (button.dataset.versions !== undefined) this.#versions(box);
    else this.#what(box);
  }

  #versions(box) {
    const path = box.dataset.path, drawer = box.querySelector(".drawer");
    const held = this.desk.get("desk", this.known.form, "versions", path) ?? [];
    if (!held.length) { drawer.replaceChildren(make("p", { className: "note", text: say.no_versions })); return; }
    const now = String(this.fields.value(path));
    const list = make("ol", { className: "versions" });
    for (const [n, one] of held.entries()) {
      const time = new Date(one.at);
      const said = `${Number.isNaN(time.getTime()) ? "" : time.toLocaleString(document.documentElement.lang, { month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit" })} ${say[`version_${one.why}`] ?? ""}`;
      const details = make("details", n ? {} : { open: "" }, make("summary", { text: said.trim() || String(n + 1) }));
      const show = () => {
        if (details.open && !details.querySelector(".differs")) details.querySelector(".acts").before(differing(one.text, now));
      };
      const back = make("button", { text: say.restore }), drop = make("button", { text: say.drop_version });
      back.disabled = this.fields.locked(path);
      back.addEventListener("click", () => this.#restore(path, one));
      drop.addEventListener("click", () => {
        this.desk.note(["desk", this.known.form, "versions", path], held.filter((other) => other !== one));
        this.#versions(box);
      });
      details.append(make("p", { className: "acts" }, back, " ", drop));
      details.addEventListener("toggle", show);
      list.append(make("li", {}, details));
      show();
    }
    drawer.replaceChildren(make("p", { className: "remark", text: say.version_diff }), list);
  }

  #restore(path, one) {
    this.desk.keep(this.known.form, path, String(this.fields.value(path)), "restore");
    this.desk.set(this.fields.place(path), one.text);
    this.refresh(path);
    aloud(say.restored);
  }

  #what(box) {
    const drawer = box.querySelector(".drawer"), label = box.dataset.label.split(" › ").at(-1).replace(/^[（(]?[\d一二三四五六七八九十.]+[)）、.]\s*/, "");
    const input = make("input", { value: fill(say.what_question, { title: this.known.title, label }), maxlength: "500", "aria-label": say.what_label });
    const button = make("button", { text: say.what_ask, className: "main" });
    const form = make("div", { className: "find" }, input, button), place = make("div", { "aria-live": "polite" });
    const chat = make("a", { text: say.what_chat });
    const ask = () => this.#ask(input.value, place, chat);
    button.addEventListener("click", ask);
    input.addEventListener("keydown", (event) => { if (event.key === "Enter" && !event.isComposing) { event.preventDefault(); ask(); } });
    drawer.replaceChildren(form, place, make("p", { className: "note" }, chat));
    ask();
  }

  async #ask(question, place, chat) {
    const here = document.body.dataset.here, query = new URLSearchParams({ q: question, p: this.known.programme });
    chat.href = `${here}answer?${query}`;
    const slow = setTimeout(() => place.replaceChildren(make("p", { className: "note", text: say.asking })), 300);
    try {
      const response = await fetch(`${here}answer?${query}&part=1`);
      if (!response.ok) throw new TypeError("no answer");
      place.innerHTML = await response.text(); // written by the server, which escapes whatever anybody wrote
      rooted(place);
      const first = place.querySelector(".cards .card");
      if (first) first.open = true;
    } catch {
      const again = make("button", { text: say.retry });
      again.addEventListener("click", () => this.#ask(question, place, chat));
      place.replaceChildren(make("p", { className: "note", text: say.offline }), again);
    } finally {
      clearTimeout(slow);
    }
  }
}

function differing(before, now) {
  const shown = make("p", { className: "differs words", lang: "zh-CN" });
  for (const part of differences(before, now)) {
    if (part.kind === "same") shown.append(part.text);
    else shown.append(make(part.kind === "gone" ? "del" : "ins", { text: part.text }));
  }
  return shown;
}
