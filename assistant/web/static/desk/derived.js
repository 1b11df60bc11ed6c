// What a form takes from the fact sheet without being told: shown where it stands, sums where their parts are told.
import { sent } from "./facts.js";
import { post } from "./server.js";
import { fill, make, say } from "./shell.js";
import { still } from "./still.js";

const SOON = 400; // ms

/** Asks the server, which knows how units and people answer to the fields of a form. */
export class Derived {
  constructor(desk, fields, rows, known, changed) {
    Object.assign(this, { desk, fields, rows, known, changed, values: {}, asked: "", timer: 0, control: null });
  }

  /** The paths that the fact sheet tells. */
  get paths() { return new Set([...Object.keys(this.values), ...Object.entries(this.rows.derived ?? {}).filter(([, rows]) => rows.length).map(([path]) => path)]); }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#ask(), SOON);
  }

  async #ask() {
    const prose = this.known.fields.filter((field) => field.kind === "narrative").map((field) => field.path);
    const facts = { ...sent(this.desk.state.facts, this.known, prose), foundations: [], plans: [] };
    const asked = JSON.stringify(facts);
    if (asked === this.asked) return;
    this.control?.abort();
    const control = (this.control = new AbortController());
    try {
      const response = await post(`desk/${this.known.form}/derived`, { facts }, control.signal);
      const made = await response.json();
      await still();
      if (control.signal.aborted) return; // a later change asked anew
      this.asked = asked;
      this.#show(made);
    } catch { /* it is a comfort; the next change asks again */ }
  }

  #show({ values, rows }) {
    const before = this.values;
    this.values = values;
    for (const path of new Set([...Object.keys(before), ...Object.keys(values)])) {
      const input = this.fields.input(path);
      if (!input || !("placeholder" in input)) continue;
      const sum = this.known.totals.some((total) => total.path === path);
      input.placeholder = values[path] === undefined ? "" : fill(sum ? say.sum : say.from_facts, { value: values[path] });
      this.fields.box(path).classList.toggle("derived-from", values[path] !== undefined);
    }
    this.rows.derived = rows;
    for (const path of Object.keys(this.known.rows)) this.#rows(path, rows[path] ?? []);
    this.changed();
  }

  #rows(path, held) {
    const place = document.getElementById(`f.${path}`)?.querySelector(".derived");
    if (!place) return;
    place.hidden = !held.length;
    if (!held.length) return;
    const names = held.map((row) => row.name ?? row.unit ?? row.company ?? "").filter(Boolean).join("、");
    place.replaceChildren(`${fill(say.derived, { count: held.length, names })} `, make("button", { text: say.derive, "data-derive": "" }));
  }
}
