// A check without leaving the page, so that the file stays chosen; without this script the form is sent as any other.

const MAIN = document.getElementById("main");
const SHOWN_AFTER = 300; // ms

function began(form) {
  const button = form.querySelector("button.main"), label = button.textContent;
  const timer = setTimeout(() => { button.setAttribute("aria-busy", "true"); button.textContent = form.dataset.busy; }, SHOWN_AFTER);
  button.disabled = true;
  return () => {
    clearTimeout(timer);
    button.removeAttribute("aria-busy");
    button.textContent = label;
    button.disabled = false;
  };
}

function say(sentence) {
  document.getElementById("problem")?.remove();
  if (!sentence) return;
  const told = document.createElement("p");
  told.id = "problem";
  told.className = "banner";
  told.setAttribute("role", "alert");
  document.getElementById("form").before(told);
  told.textContent = sentence;
  told.scrollIntoView({ block: "nearest" });
}

function wrong(form) {
  const file = form.elements.file.files[0], text = form.elements.text.value.trim();
  if (!file && !text) return form.dataset.nothing;
  if (file && text) return form.dataset.both;
  return file && file.size > Number(form.dataset.limit) ? form.dataset.big : "";
}

function shown(answer) {
  const told = answer.getElementById("told"), problem = answer.querySelector("[role=alert]");
  say(problem?.textContent ?? "");
  if (!told) return;
  document.getElementById("told").replaceChildren(...told.childNodes);
  const result = document.getElementById("result"), fold = document.getElementById("form");
  fold.open = !result;
  fold.querySelector("summary").textContent = answer.querySelector("#form > summary")?.textContent ?? "";
  result?.focus();
  printing();
}

function printing() {
  for (const button of MAIN.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
}

const form = MAIN.querySelector("form[data-precheck]");
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const problem = wrong(form);
  say(problem);
  if (problem) return;
  const done = began(form);
  try {
    const response = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { Accept: "text/html" } });
    shown(new DOMParser().parseFromString(await response.text(), "text/html"));
  } catch {
    say(form.dataset.unsent);
  } finally {
    done();
  }
});
printing();
