// The form as it will lie on paper, from what is written now; it follows what other tabs write.
import { sent } from "./facts.js";
import { post } from "./server.js";
import { $, fill, make, opened, say } from "./shell.js";

const SOON = 300; // ms
const known = JSON.parse($("known").textContent);
const desk = opened(() => known.title);
let control = null, timer = 0;

async function show() {
  control?.abort();
  const mine = (control = new AbortController());
  const slow = setTimeout(() => { $("state").textContent = say.exporting; }, 300);
  try {
    const language = document.documentElement.lang.startsWith("en") ? "en" : "zh";
    const response = await post(`api/forms/${known.form}/export?format=html&lang=${language}`, { facts: sent(desk.state.facts, known), open_points: true }, mine.signal);
    const held = new DOMParser().parseFromString(await response.text(), "text/html");
    $("paper").replaceChildren(held.querySelector("article.paper"));
    const open = Number(response.headers.get("x-open-points") ?? 0);
    $("state").textContent = open ? fill(say.exported_open, { count: open }) : "";
  } catch (error) {
    if (mine.signal.aborted) return;
    const again = make("button", { text: say.retry });
    again.addEventListener("click", show);
    $("state").replaceChildren(`${error.offline ? error.message : fill(say.failed, { message: error.message })} `, again);
  } finally {
    clearTimeout(slow);
  }
}

desk.addEventListener("change", () => { clearTimeout(timer); timer = setTimeout(show, SOON); });
$("print").addEventListener("click", () => print());
$("paper").addEventListener("click", (event) => { // from a mark on the paper to its field
  const place = event.target.closest("mark")?.closest("[data-field]");
  if (place) location.href = `${$("back").href}#f.${place.dataset.field}`;
});
await show();
