// Drafts: one field or all that are empty, from the facts; what stood there stays as an earlier version.
import { sent } from "./facts.js";
import { post } from "./server.js";
import { aloud, fill, make, say } from "./shell.js";

/** Drafting for one form; `notes` shows what is said of a draft below its field. */
export class Drafting {
  constructor(desk, fields, known) {
    this.desk = desk;
    this.fields = fields;
    this.known = known;
    this.running = new Map(); // by path, the AbortController of the draft under way
    document.addEventListener("click", (event) => {
      const box = event.target.closest(".prose [data-draft], .prose [data-lock]")?.closest("[data-path]");
      if (!box) return;
      if (event.target.closest("[data-lock]")) this.#lock(box.dataset.path);
      else this.one(box.dataset.path);
    });
  }

  #lock(path) {
    const place = ["desk", this.known.form, "locked"], held = this.desk.get(...place) ?? [];
    const locked = held.includes(path);
    this.desk.note(place, locked ? held.filter((one) => one !== path) : [...held, path]);
    this.fields.mark(path);
  }

  /** Draft one field anew. */
  async one(path) {
    const box = this.fields.box(path), button = box.querySelector("[data-draft]");
    if (this.fields.locked(path)) return;
    this.running.get(path)?.abort();
    const control = new AbortController();
    this.running.set(path, control);
    const slow = setTimeout(() => { button.setAttribute("aria-busy", "true"); this.#note(path, say.drafting); }, 300);
    try {
      const response = await post("api/draft", { form: this.known.form, field: path, facts: this.#facts([path]) }, control.signal);
      const made = await response.json();
      if (!this.fields.locked(path)) this.#write(path, made);
    } catch (error) {
      if (control.signal.aborted) return;
      this.#note(path, error.offline ? error.message : fill(say.failed, { message: error.message }), [], () => this.one(path));
    } finally {
      clearTimeout(slow);
      button.removeAttribute("aria-busy");
      if (this.running.get(path) === control) this.running.delete(path);
    }
  }

  /** Draft every narrative field that is empty and not locked; says in `place` how it went. */
  async all(place, button) {
    this.fields.rows.settle();
    const empty = [...document.querySelectorAll("#form .prose[data-path]")]
      .map((box) => box.dataset.path)
      .filter((path) => this.fields.kind(path) === "narrative" && !this.fields.told(path) && !this.fields.locked(path));
    if (!empty.length) { place.textContent = say.drafted_all_none; return; }
    button.disabled = true;
    const slow = setTimeout(() => { place.textContent = say.drafting; }, 300);
    try {
      const response = await post("api/draft", { form: this.known.form, facts: this.#facts([]) });
      const made = (await response.json()).fields.filter((one) => empty.includes(one.field) && !this.fields.told(one.field));
      this.desk.change(made.filter((one) => one.text).map((one) => [this.fields.place(one.field), one.text]));
      for (const one of made) this.#say(one.field, one, false);
      place.textContent = fill(say.drafted_all, { count: made.length });
    } catch (error) {
      place.textContent = error.offline ? error.message : fill(say.failed, { message: error.message });
    } finally {
      clearTimeout(slow);
      button.disabled = false;
    }
  }

  #facts(without) { return sent(this.desk.state.facts, this.known, without); }

  #write(path, made) {
    const former = String(this.fields.value(path));
    if (former === made.text) { this.#note(path, say.drafted_same); return; }
    if (former.trim()) this.desk.keep(this.known.form, path, former, "draft");
    this.desk.change(this.fields.writing(path, made.text));
    this.#say(path, made, former.trim() !== "");
    aloud(fill(say.drafted, { count: made.count }));
  }

  #say(path, made, again) {
    const told = [again ? say.drafted_kept : fill(say.drafted, { count: made.count })];
    if (made.placeholders.length) told.push(fill(say.drafted_open, { count: made.placeholders.length }));
    this.#note(path, told.join(""), made.warnings ?? []);
  }

  /** A note on a draft; it goes when the field is edited. */
  #note(path, sentence, warnings = [], again = null) {
    const box = this.fields.box(path);
    if (!box) return;
    box.querySelector(".drafted")?.remove();
    const held = make("div", { className: "drafted", role: "status" }, make("p", { text: sentence }));
    if (again) {
      const button = make("button", { text: say.retry });
      button.addEventListener("click", again);
      held.append(button);
    }
    if (warnings.length) {
      const list = make("ul");
      for (const one of warnings) list.append(make("li", {}, make("span", { text: one.message }), ...(one.quote ? [make("span", { className: "words quote", text: one.quote, lang: "zh-CN" })] : [])));
      held.append(make("details", { className: "notes" }, make("summary", { text: `${say.notes} · ${warnings.length}` }), list));
    }
    box.querySelector(".below").after(held);
  }
}
