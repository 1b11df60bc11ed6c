// What stands beside the form: how far it is, what is still empty; over it on a phone, as a sheet from below.
import { $, fill, make, say } from "./shell.js";

const SHOWN = 12;

/** The panel of one form. */
export class Panel {
  constructor(fields, known) {
    this.fields = fields;
    this.known = known;
    this.problems = 0;
    this.wide = matchMedia("(min-width: 75rem)");
    $("open-panel").addEventListener("click", () => this.open());
    $("close-panel").addEventListener("click", () => this.close());
    addEventListener("keydown", (event) => { if (event.key === "Escape" && this.shown) this.close(); });
    addEventListener("popstate", () => { if (this.shown && !history.state?.panel) this.#shut(); });
  }

  get shown() { return document.body.classList.contains("paneled"); }

  open() {
    document.body.classList.add("paneled");
    $("open-panel").setAttribute("aria-expanded", "true");
    history.pushState({ panel: true }, "");
    $("panel").focus();
  }

  close() {
    if (!this.shown) return;
    if (history.state?.panel) history.back();
    else this.#shut();
  }

  #shut() {
    document.body.classList.remove("paneled");
    $("open-panel").setAttribute("aria-expanded", "false");
    $("open-panel").focus();
  }

  /** Go to a field of the form. */
  go(path) {
    const there = () => {
      const box = this.fields.box(path) ?? document.getElementById(`f.${path.replace(/\.\d+\.[^.]+$/, "")}`);
      const input = this.fields.input(path) ?? box?.querySelector("input, textarea, button");
      if (!box) return;
      box.scrollIntoView({ block: "center" });
      input?.focus({ preventScroll: true });
    };
    if (this.shown) {
      addEventListener("popstate", () => setTimeout(there), { once: true });
      if (history.state?.panel) history.back();
      else { this.#shut(); there(); }
    } else there();
  }

  /** Tell the progress and what is empty; `elsewhere` are paths that the fact sheet tells. */
  tell(elsewhere) {
    const rows = this.known.rows_asked.map((path) => ({ path, label: this.fields.box(path)?.querySelector("legend").textContent ?? path }));
    const asked = [...this.known.fields, ...rows];
    const empty = asked.filter((field) => !this.fields.told(field.path) && !elsewhere.has(field.path));
    const filled = asked.length - empty.length;
    $("progress").max = Math.max(1, asked.length);
    $("progress").value = filled;
    put($("progress-said"), fill(say.progress_said, { filled, total: asked.length }));
    this.filled = filled;
    this.total = asked.length;
    this.counted();
    this.#missing(empty);
  }

  /** Tell how many problems there are, where the panel is closed. */
  counted() {
    const problems = this.problems ? fill(say.problems, { count: this.problems }) : say.no_problems;
    put($("open-panel"), fill(say.open_panel, { filled: this.filled, total: this.total, problems }));
  }

  #missing(empty) {
    const key = empty.map((field) => field.path).join("\n"), place = $("missing");
    if (place.dataset.key === key) return;
    place.dataset.key = key;
    put($("missing-count"), empty.length ? fill(say.missing_count, { count: empty.length }) : "");
    if (!empty.length) { place.replaceChildren(make("p", { className: "note", text: say.missing_none })); return; }
    const opened = place.querySelector("details")?.open;
    const links = stems(empty).map(([path, label]) => make("li", {}, this.link(path, label)));
    const list = make("ul", { className: "jumps" }, ...links.slice(0, SHOWN));
    place.replaceChildren(list);
    if (links.length > SHOWN) {
      const more = make("details", {}, make("summary", { text: fill(say.missing_more, { count: links.length - SHOWN }) }), make("ul", { className: "jumps" }, ...links.slice(SHOWN)));
      more.open = opened ?? false;
      place.append(more);
    }
  }

  link(path, label) {
    const link = make("a", { href: `#f.${path}`, text: label, lang: "zh-CN" });
    link.addEventListener("click", (event) => { event.preventDefault(); this.go(path); });
    return link;
  }
}

/** One line for the years of a field. */
function stems(fields) {
  const made = new Map();
  for (const field of fields) {
    const stem = field.year ? field.path.replace(/\.\d{4}$/, "") : field.path;
    const label = field.label.replace(/ › \d{4}年$/, "").split(" › ").slice(-2).join(" › ");
    const held = made.get(stem);
    if (held) held.years.push(field.year);
    else made.set(stem, { path: field.path, label, years: field.path === stem ? [] : [field.year] });
  }
  return [...made.values()].map(({ path, label, years }) => [path, years.length ? `${label}（${years.join("、")}）` : label]);
}

function put(place, text) { if (place.textContent !== text) place.textContent = text; }
