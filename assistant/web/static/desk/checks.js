// What the rules of the form and of its guideline say of what is written, asked for while somebody types.
import { sent } from "./facts.js";
import { post } from "./server.js";
import { $, fill, make, say } from "./shell.js";
import { still } from "./still.js";

const SOON = 40, SLOW = 600; // ms
const AGAIN = [3, 6, 12, 30]; // seconds until a server that was not there is asked again
const COUNTED = new Set(["limit", "empty", "element"]); // told beside the field in another way
const SHOWN = 8;

/** The checks of one form: at most one is under way, and what it says is never older than what is shown. */
export class Checks {
  #timer = 0;
  #running = false;
  #asked = "";
  #failures = 0;

  constructor(desk, fields, panel, known) {
    Object.assign(this, { desk, fields, panel, known });
    addEventListener("online", () => this.soon());
  }

  soon(wait = SOON) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), wait);
  }

  async #ask() {
    if (this.#running) return; // whoever is under way asks again when done
    const facts = sent(this.desk.state.facts, this.known), asked = JSON.stringify(facts);
    if (asked === this.#asked) return;
    if (asked === "{}") { this.#asked = asked; this.#show({ points: [], citations: [] }); $("check-state").textContent = say.unchecked; return; }
    this.#running = true;
    const slow = setTimeout(() => { $("check-state").textContent = say.checking; }, SLOW);
    let wait = null;
    try {
      const response = await post("api/check", { form: this.known.form, facts });
      const report = await response.json();
      await still();
      this.#asked = asked;
      this.#failures = 0;
      this.#show(report);
      say_in($("check-state"), fill(say.checked, { date: report.as_of }));
    } catch (error) {
      wait = error.wait || AGAIN[Math.min(this.#failures, AGAIN.length - 1)];
      if (!error.offline && !error.wait) this.#asked = asked; // the same would be refused again
      this.#failures += 1;
      say_in($("check-state"), error.offline || error.wait ? error.message : fill(say.failed, { message: error.message }));
    } finally {
      clearTimeout(slow);
      this.#running = false;
    }
    this.soon(wait === null ? SOON : wait * 1000);
  }

  #show({ points, citations }) {
    const cited = new Map(citations.map((one) => [one.n, one])), byField = new Map();
    for (const point of points) {
      for (const { field } of point.places) {
        if (!field) continue;
        if (!byField.has(field)) byField.set(field, []);
        byField.get(field).push(point);
      }
    }
    for (const box of this.fields.boxes()) this.#atField(box, byField.get(box.dataset.path) ?? [], cited);
    this.#inPanel(points, cited);
  }

  #atField(box, points, cited) {
    for (const item of box.querySelectorAll("[data-element]")) {
      const point = points.find((one) => one.rule === "element" && bare(one.quote) === bare(item.dataset.element));
      const outcome = point?.outcome ?? "";
      if ((item.dataset.outcome ?? "") === outcome) continue;
      item.dataset.outcome = outcome;
      item.querySelector(".mark").textContent = { pass: "✓", unknown: "？" }[outcome] ?? "○";
      item.querySelector(".heard").textContent = { pass: say.covered, fail: say.uncovered, unknown: say.unsure }[outcome] ?? "";
      item.title = item.querySelector(".heard").textContent;
    }
    const shown = points.filter((one) => one.outcome !== "pass" && !COUNTED.has(one.rule));
    const place = box.querySelector(".problems"), key = JSON.stringify(shown.map((one) => [one.text, one.outcome]));
    if (!place || (place.dataset.key ?? "[]") === key) return;
    place.dataset.key = key;
    place.replaceChildren(...(shown.length ? [make("ul", {}, ...shown.map((one) => this.#item(one, cited)))] : []));
  }

  /** A point in words with its clause. */
  #item(point, cited) {
    const item = make("li", { className: point.outcome }, make("span", { className: "what", text: point.text }));
    const clause = cited.get(point.citation);
    if (point.quote) item.append(make("span", { className: "words", text: point.quote, lang: "zh-CN" }));
    if (clause) item.append(" ", this.#basis(clause, point));
    return item;
  }

  #basis(clause, point) {
    const query = new URLSearchParams({ clause: clause.clause, quote: clause.quote });
    return make("a", { className: "basis", href: `${document.body.dataset.here}library/${encodeURIComponent(clause.document)}?${query}#here`, "data-source": "" },
      make("span", { className: "heard", text: `${point.rule_name} ` }), say.basis);
  }

  #inPanel(points, cited) {
    const told = points.filter((one) => one.rule !== "empty");
    const fails = told.filter((one) => one.outcome === "fail"), open = told.filter((one) => one.outcome === "unknown");
    const passed = told.length - fails.length - open.length;
    this.panel.problems = fails.length;
    this.panel.counted();
    const key = JSON.stringify([fails, open].map((list) => list.map((one) => one.text)).concat(passed)), place = $("check");
    if (place.dataset.key === key) return;
    place.dataset.key = key;
    const held = [];
    if (fails.length) held.push(make("p", { className: "outcome fail", text: `${say.check_fail} · ${fails.length}` }), ...this.#list(fails, cited, place.querySelector(".fails")?.open));
    else if (points.length) held.push(make("p", { className: "note", text: say.check_none }));
    if (open.length) {
      const list = make("details", { className: "opens" }, make("summary", { className: "outcome unknown", text: `${say.check_unknown} · ${open.length}` }), make("ul", { className: "points" }, ...open.map((one) => this.#line(one, cited))));
      list.open = place.querySelector(".opens")?.open ?? false;
      held.push(list);
    }
    if (passed) held.push(make("p", { className: "note", text: fill(say.check_rest, { count: passed }) }));
    place.replaceChildren(...held);
  }

  #list(points, cited, opened = false) {
    const lines = points.map((one) => this.#line(one, cited));
    const made = [make("ul", { className: "points" }, ...lines.slice(0, SHOWN))];
    if (lines.length > SHOWN) {
      const more = make("details", { className: "fails" }, make("summary", { text: fill(say.check_more, { count: lines.length - SHOWN }) }), make("ul", { className: "points" }, ...lines.slice(SHOWN)));
      more.open = opened;
      made.push(more);
    }
    return made;
  }

  #line(point, cited) {
    const field = point.places.find((one) => one.field)?.field;
    const item = make("li", {}, field ? this.panel.link(field, point.text) : make("span", { text: point.text }));
    const clause = cited.get(point.citation);
    if (clause) item.append(" ", this.#basis(clause, point));
    return item;
  }
}

const bare = (text) => String(text ?? "").replace(/\s+/g, "");
function say_in(place, text) { if (place.textContent !== text) place.textContent = text; }
