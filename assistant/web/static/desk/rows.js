// Rows of records: as many as are told and one to write in; added and removed.
import { copy } from "./tree.js";

const MOST = 300;

/** The rows of one form. */
export class Rows {
  constructor(desk, fields, known, say, aloud) {
    this.desk = desk;
    this.fields = fields;
    this.known = known;
    this.extra = new Map(); // rows added on the page and still empty
    document.addEventListener("click", (event) => {
      const button = event.target.closest("[data-rows] [data-add], [data-rows] [data-remove], [data-rows] [data-derive]");
      if (!button) return;
      const path = button.closest("[data-rows]").dataset.rows;
      if (button.dataset.add !== undefined) this.#add(path);
      else if (button.dataset.derive !== undefined) desk.set(this.place(path), copy(this.derived?.[path] ?? []));
      else { this.#remove(path, Number(button.closest("[data-row]").dataset.row) - 1); aloud(say.removed); }
    });
  }

  place(path) { return ["facts", "forms", this.known.form, path]; }

  held(path) {
    const rows = this.desk.get(...this.place(path));
    return Array.isArray(rows) ? rows : [];
  }

  /** Rows that the fact sheet tells and the form has none of its own for, null where there are none. */
  settled(path) {
    const told = this.derived?.[path];
    return this.held(path).length || !told?.length ? null : copy(told);
  }

  /** Have the rows that prose belongs to, so that it can be written for each. */
  settle() {
    for (const [path, kinds] of Object.entries(this.known.rows)) {
      const told = Object.values(kinds).includes("narrative") ? this.settled(path) : null;
      if (told) this.desk.set(this.place(path), told);
    }
  }

  count(path) { return Math.max(1, this.held(path).length, this.extra.get(path) ?? 0); }

  /** Have as many rows on the page as there are to show. */
  showAll() { for (const path of Object.keys(this.known.rows)) this.show(path); }

  show(path) {
    const box = document.getElementById(`f.${path}`);
    if (!box) return;
    const body = box.querySelector("tbody"), pattern = box.querySelector("template").innerHTML; // written by the server
    const wanted = this.count(path);
    for (let n = body.querySelectorAll("tr[data-row]:not(.long)").length + 1; n <= wanted; n++) body.insertAdjacentHTML("beforeend", pattern.replaceAll("__n__", n));
    for (const row of [...body.querySelectorAll("tr[data-row]")]) if (Number(row.dataset.row) > wanted) row.remove();
    for (const field of body.querySelectorAll("[data-path]")) this.fields.show(field.dataset.path);
    box.querySelector("[data-add]").hidden = wanted >= MOST;
  }

  #add(path) {
    this.extra.set(path, this.count(path) + 1);
    this.show(path);
    const last = document.getElementById(`f.${path}`).querySelectorAll("tr[data-row]:not(.long)");
    last[last.length - 1].querySelector("input, textarea")?.focus();
  }

  #remove(path, n) {
    const rows = copy(this.held(path));
    this.extra.set(path, Math.max(1, this.count(path) - 1));
    if (n < rows.length) {
      rows.splice(n, 1);
      this.desk.set(this.place(path), rows);
    }
    this.show(path);
    document.getElementById(`f.${path}`).querySelector("[data-add]").focus();
  }
}
