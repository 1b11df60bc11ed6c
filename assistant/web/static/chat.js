// The conversation: it lives in this browser, is shown here, and asks the server one question at a time.
import { copy, note, share } from "./ui.js";
import { closeSource, openSource, walk } from "./source.js";

const KEEP = 30; // turns
const SENT = 20; // turns that go along as history
const PATIENCE = 30_000; // ms
const SHOWN_AFTER = 300; // ms

const $ = (id) => document.getElementById(id);
const say = JSON.parse($("said").textContent);
const starting = JSON.parse($("starting").textContent);
const page = document.documentElement, language = $("talk").lang;
const store = `assistant.talk.${language}`;
const turns = $("turns"), programme = $("programme"), status = $("status");

let kept = recall();
let box = null;
let asking = null; // the AbortController of the question under way
let overdue = false; // whether it was given up because no answer came

/** What this tab holds, or where it is new, what the last one held. */
function recall() {
  for (const place of ["sessionStorage", "localStorage"]) {
    try {
      const held = JSON.parse(window[place].getItem(store));
      if (Array.isArray(held?.turns)) return { ...held, turns: held.turns.filter((turn) => typeof turn?.html === "string") };
    } catch { /* what cannot be read is started anew */ }
  }
  return { turns: [], draft: "", programme: "" };
}

function remember() {
  kept.turns = kept.turns.slice(-KEEP);
  for (const place of ["sessionStorage", "localStorage"]) keepIn(place);
}

function keepIn(place) {
  for (let first = 0; first <= kept.turns.length; first += 1) {
    try {
      window[place].setItem(store, JSON.stringify({ ...kept, turns: kept.turns.slice(first) }));
      return;
    } catch { /* with less it may fit; private windows may keep nothing, and the conversation goes on without */ }
  }
}

function tell(sentence, button, act) {
  status.textContent = sentence;
  if (button) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = button;
    made.addEventListener("click", () => { status.textContent = ""; act(); });
    status.append(made);
  }
}

/** A new entry of the conversation, with the question and an empty place for the answer. */
function entry(question) {
  const item = document.createElement("li");
  item.className = "turn";
  const asked = document.createElement("div");
  asked.className = "asked";
  const who = document.createElement("span");
  who.className = "who";
  who.textContent = say.asked;
  const words = document.createElement("p");
  words.className = "question";
  words.textContent = question;
  asked.append(who, words);
  const place = document.createElement("div");
  place.className = "place";
  item.append(asked, place);
  turns.append(item);
  $("hello").hidden = true;
  return item;
}

function fill(item, html) {
  const place = item.querySelector(".place");
  place.innerHTML = html; // written by the server, which escapes whatever anybody wrote
  const first = place.querySelector(".cards .card");
  if (!matchMedia("(min-width: 60.01rem)").matches) return;
  if (first) first.open = true;
  for (const each of place.querySelectorAll(".each")) each.open = true;
}

function problem(item, sentence, again) {
  const told = document.createElement("div");
  told.className = "told";
  told.setAttribute("role", "alert");
  const words = document.createElement("p");
  words.textContent = sentence;
  told.append(words);
  if (again) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = say.retry;
    button.addEventListener("click", () => { item.remove(); again(); });
    told.append(button);
  }
  item.classList.add("problem");
  item.querySelector(".place").replaceChildren(told);
}

async function request(question, chosen, alone, signal) {
  const history = (alone ? [] : kept.turns.slice(-SENT)).flatMap((turn) => [
    { role: "user", content: turn.q },
    { role: "assistant", content: turn.a },
  ]);
  const response = await fetch("gradio_api/run/turn", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ data: [question, chosen, history] }),
    signal,
  });
  const body = await response.json().catch(() => null); // a proxy may answer with a page of its own
  if (!response.ok) return { problem: body?.error?.message ?? say.late };
  const answer = body?.data?.[0];
  return answer?.problem || typeof answer?.html === "string" ? answer : { problem: say.late };
}

/** Ask a question for a programme ("" for all); `alone` where it does not lean on what was said before. */
async function ask(question, chosen, alone = false) {
  question = question.trim();
  if (!question) {
    tell(say.empty);
    box?.focus();
    return;
  }
  if (asking) return;
  for (const failed of turns.querySelectorAll(".problem")) failed.remove();
  tell("");
  const item = entry(question);
  item.scrollIntoView({ block: "start" });
  asking = new AbortController();
  overdue = false;
  document.body.classList.add("busy");
  const seen = setTimeout(() => {
    item.classList.add("waiting");
    const waiting = document.createElement("p");
    waiting.className = "told";
    waiting.setAttribute("role", "status");
    waiting.textContent = say.working;
    item.querySelector(".place").replaceChildren(waiting);
  }, SHOWN_AFTER);
  const late = setTimeout(() => { overdue = true; asking?.abort(); }, PATIENCE);
  const again = () => ask(question, chosen, alone);
  try {
    const answer = await request(question, chosen, alone, asking.signal);
    clearTimeout(seen);
    item.classList.remove("waiting");
    if (answer.problem) {
      if (box && !box.value.trim()) write(question);
      problem(item, answer.problem, answer.final ? null : again);
      return;
    }
    fill(item, answer.html);
    kept.turns.push({ q: question, p: chosen, a: answer.answer, html: answer.html });
    if (box && box.value.trim() === question) write("");
    remember();
  } catch (error) {
    clearTimeout(seen);
    if (asking.signal.aborted && !overdue) {
      if (!item.isConnected) return; // the conversation was cleared meanwhile
      item.remove();
      if (!turns.children.length) $("hello").hidden = false;
      if (box && !box.value.trim()) write(question);
      tell(say.stopped);
    } else {
      if (box && !box.value.trim()) write(question);
      problem(item, overdue ? say.late : say.offline, again);
    }
  } finally {
    clearTimeout(late);
    asking = null;
    document.body.classList.remove("busy");
  }
}

/** Put words into the composer so that Gradio knows of them. */
function write(text) {
  const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set;
  set.call(box, text);
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

async function starters() {
  const chosen = programme.value;
  if (!starting[chosen]) {
    try {
      const response = await fetch(`starters?${new URLSearchParams({ p: chosen })}`);
      if (response.ok) starting[chosen] = (await response.json()).questions;
    } catch { /* the general ones will do */ }
    if (programme.value !== chosen) return;
  }
  const list = starting[chosen] ?? starting[""];
  $("starters").replaceChildren(...list.map((question) => {
    const item = document.createElement("li"), button = document.createElement("button");
    button.type = "button";
    button.className = "choice";
    button.textContent = question;
    button.addEventListener("click", () => ask(question, programme.value, true));
    item.append(button);
    return item;
  }));
}

function composer(area) {
  box = area;
  const around = box.closest("main"); // Gradio's; the page's own main is the conversation
  around?.setAttribute("role", "form");
  around?.setAttribute("aria-label", say.ask);
  box.setAttribute("enterkeyhint", "send");
  box.setAttribute("maxlength", "2000");
  if (!box.value && kept.draft) write(kept.draft);
  box.addEventListener("input", () => { kept.draft = box.value; remember(); });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    ask(box.value, programme.value);
  }, true);
  $("send").addEventListener("click", () => ask(box.value, programme.value));
  $("stop").addEventListener("click", () => asking?.abort());
}

function clear() {
  const before = kept.turns;
  if (!before.length && !turns.children.length) return;
  asking?.abort();
  kept.turns = [];
  remember();
  turns.replaceChildren();
  $("hello").hidden = false;
  closeSource();
  tell(say.cleared, say.undo, () => { kept.turns = before; remember(); show(); });
}

function show() {
  turns.replaceChildren();
  for (const turn of kept.turns) fill(entry(turn.q), turn.html);
  turns.lastElementChild?.scrollIntoView({ block: "start" });
}

document.addEventListener("click", async (event) => {
  const pressed = event.target.closest("a, button");
  if (!pressed || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  const told = pressed.closest(".told");
  if (pressed.dataset.ask !== undefined) {
    event.preventDefault();
    const chosen = pressed.dataset.programme;
    // Whoever picks a programme means it from now on; any other button only for its own question.
    if (chosen && pressed.closest(".narrow") && [...programme.options].some((option) => option.value === chosen)) {
      programme.value = chosen;
      programme.dispatchEvent(new Event("change"));
    }
    ask(pressed.dataset.ask, chosen || programme.value, true);
  } else if (pressed.dataset.source !== undefined) {
    event.preventDefault();
    openSource(pressed, told ? [...told.querySelectorAll("[data-source]")] : [pressed]);
  } else if (pressed.dataset.ref !== undefined) {
    event.preventDefault();
    const card = told.querySelector(`.card[data-n="${CSS.escape(pressed.dataset.ref)}"]`);
    card.open = true;
    card.querySelector("summary").focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  } else if (pressed.dataset.change !== undefined) {
    event.preventDefault();
    const sense = told.querySelector(".sense").textContent.split("｜");
    write(sense[1] ?? pressed.closest(".turn").querySelector(".question").textContent);
    box.focus();
  } else if (pressed.dataset.copy !== undefined) {
    note(pressed, (await copy(told.querySelector(".copied").value)) ? say.copied : say.uncopied);
  } else if (pressed.dataset.share !== undefined) {
    event.preventDefault();
    note(pressed, await share(pressed.getAttribute("href"), say.title, say));
  } else if (pressed.dataset.print !== undefined) {
    event.preventDefault();
    open(`${pressed.href}#print`, "_blank", "noopener");
  } else if (pressed.id === "clear") clear();
  else if (pressed.id === "close") closeSource();
  else if (pressed.id === "previous") walk(-1);
  else if (pressed.id === "following") walk(1);
});

programme.addEventListener("change", () => { kept.programme = programme.value; remember(); starters(); });
if ([...programme.options].some((option) => option.value === kept.programme)) programme.value = kept.programme;
document.body.classList.add("chat");

// Gradio names the browser's language as the page's; the page's own is put back.
const named = () => { if (page.lang !== language) page.lang = language; };
new MutationObserver(named).observe(page, { attributeFilter: ["lang"] });
named();

starters();
show();

const found = () => document.querySelector("#ask textarea");
if (found()) composer(found());
else {
  const slow = setTimeout(() => { $("slow").hidden = false; }, 6000);
  const watching = new MutationObserver(() => {
    if (!found() || !$("send")) return;
    watching.disconnect();
    clearTimeout(slow);
    $("slow").hidden = true;
    composer(found());
  });
  watching.observe(document.body, { childList: true, subtree: true });
}
