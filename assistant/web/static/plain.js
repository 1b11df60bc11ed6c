// The answer on a page of its own: copy, share, print.
import { copy, note, share } from "./ui.js";

const told = document.querySelector(".told");
const say = JSON.parse(document.getElementById("said")?.textContent ?? "{}");

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy], [data-share], [data-print]");
  if (!button || !told) return;
  event.preventDefault();
  if (button.matches("[data-copy]")) note(button, (await copy(told.querySelector(".copied").value)) ? say.copied : say.uncopied);
  else if (button.matches("[data-share]")) note(button, await share(button.getAttribute("href"), document.title, say));
  else print();
});

if (told && location.hash === "#print") addEventListener("load", () => print());
