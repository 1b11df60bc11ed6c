// The document beside the conversation (over it on a phone), at the words of a clause.
import { rooted } from "./ui.js";

const $ = (id) => document.getElementById(id);
const say = JSON.parse($("said").textContent);
const pane = $("source"), sheet = $("sheet");
const narrow = matchMedia("(max-width: 60rem)");

let places = []; // the links of one answer, in order
let at = 0;
let opener = null;
let latest = 0;

/** Show the place that `link` leads to; `links` are all those of the same answer. */
export function openSource(link, links) {
  places = links;
  at = links.indexOf(link);
  opener = link;
  if (!document.body.classList.contains("reading")) {
    document.body.classList.add("reading");
    if (narrow.matches) history.pushState({ reading: true }, "");
  }
  $("previous").hidden = $("following").hidden = places.length < 2;
  go(link.getAttribute("href"));
}

/** Go on to the next place of the same answer, or back. */
export function walk(step) {
  at = (at + step + places.length) % places.length;
  opener = places[at];
  go(opener.getAttribute("href"));
}

/** Back to the conversation. */
export function closeSource() {
  if (!document.body.classList.contains("reading")) return;
  if (history.state?.reading) history.back();
  else shut();
}

function shut() {
  document.body.classList.remove("reading");
  opener?.focus({ preventScroll: true });
}

async function go(href) {
  const mine = ++latest;
  const address = new URL(href, document.baseURI);
  $("whole").href = address.href;
  const card = opener?.closest(".card");
  $("where").textContent = card ? `${card.querySelector("cite").textContent} ${card.querySelector(".place")?.textContent ?? ""}` : "";
  const part = new URL(address);
  part.searchParams.set("part", "1");
  part.hash = "";
  let html;
  try {
    const response = await fetch(part);
    html = response.ok ? await response.text() : null;
  } catch {
    html = null;
  }
  if (mine !== latest) return;
  if (html === null) {
    const failed = document.createElement("p");
    failed.className = "empty";
    failed.setAttribute("role", "alert");
    failed.textContent = say.failed_source;
    sheet.replaceChildren(failed);
    return;
  }
  sheet.innerHTML = html; // written by the server, which escapes whatever the document holds
  rooted(sheet);
  pane.scrollTop = 0;
  const mark = sheet.querySelector("#here, mark");
  if (mark) {
    const offset = mark.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    pane.scrollTop += offset - pane.clientHeight / 3;
    mark.focus({ preventScroll: true });
  } else pane.focus({ preventScroll: true });
}

addEventListener("popstate", () => { if (document.body.classList.contains("reading") && !history.state?.reading) shut(); });
addEventListener("keydown", (event) => { if (event.key === "Escape") closeSource(); });

sheet.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const href = link.getAttribute("href");
  if (href.startsWith("#")) {
    event.preventDefault();
    const clause = sheet.querySelector(`#${CSS.escape(decodeURIComponent(href.slice(1)))}`);
    clause?.scrollIntoView({ block: "start" });
  } else if (link.dataset.sheet !== undefined) {
    event.preventDefault();
    go(href);
  }
});
sheet.addEventListener("submit", (event) => {
  event.preventDefault();
  const form = event.target;
  go(`${form.getAttribute("action")}?${new URLSearchParams(new FormData(form))}`);
});
