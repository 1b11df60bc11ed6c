// Files of the form: refused over a limit, with the field named and a way to it.
import { words } from "../count.js";
import { sent } from "./facts.js";
import { download } from "./files.js";
import { post } from "./server.js";
import { fill, make, say } from "./shell.js";

/** What stands over its limit: [{path, label, over}]; for the text as a whole the path of its first field. */
export function overLimit(fields, known) {
  const found = [];
  for (const box of document.querySelectorAll("#form [data-most]")) {
    const value = fields.value(box.dataset.path), over = words(String(value)) - Number(box.dataset.most);
    if (over > 0) found.push({ path: box.dataset.path, label: box.dataset.label, over });
  }
  const over = known.whole ? fields.whole() - known.whole : 0;
  if (over > 0) found.push({ path: known.fields.find((field) => field.kind === "narrative").path, label: say.whole_label, over });
  return found;
}

/** Make a file: "docx", "pdf", or "points", the same in Word with the sheet of open points behind it. */
export async function exported(desk, fields, known, kind, place, go) {
  const over = kind === "points" ? [] : overLimit(fields, known);
  if (over.length) {
    place.replaceChildren(...over.map((one) => {
      const button = make("button", { text: say.blocked_go });
      button.addEventListener("click", () => go(one.path));
      return make("span", { className: "blocked" }, `${fill(say.blocked, { label: one.label, count: one.over })} `, button);
    }));
    return;
  }
  const ending = kind === "points" ? "docx" : kind;
  const slow = setTimeout(() => { place.textContent = say.exporting; }, 300);
  try {
    const response = await post(`api/forms/${known.form}/export?format=${ending}`, { facts: sent(desk.state.facts, known), open_points: kind === "points" });
    const name = `${known.title}${kind === "points" ? `（${say.points}）` : ""}.${ending}`;
    download(await response.blob(), name);
    const open = Number(response.headers.get("x-open-points") ?? 0);
    place.textContent = `${fill(say.exported, { name })}${open ? fill(say.exported_open, { count: open }) : ""}`;
  } catch (error) {
    const again = make("button", { text: say.retry });
    again.addEventListener("click", () => exported(desk, fields, known, kind, place, go));
    place.replaceChildren(`${error.offline ? error.message : fill(say.failed, { message: error.message })} `, again);
  } finally {
    clearTimeout(slow);
  }
}
