// What every page can do: copy, share, print.

/** Put text on the clipboard; false where the browser does not allow it. */
export async function copy(text) {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch { /* the old way is tried next */ }
  const area = document.createElement("textarea");
  area.value = text;
  area.setAttribute("readonly", "");
  area.style.position = "fixed";
  area.style.opacity = "0";
  document.body.append(area);
  area.select();
  try {
    return document.execCommand("copy");
  } finally {
    area.remove();
  }
}

/** Hand a link to the system's own sharing on a phone, or copy it; the sentence to show, "" for none. */
export async function share(href, title, say) {
  const url = new URL(href, document.baseURI).href;
  if (navigator.share && matchMedia("(pointer: coarse)").matches) {
    try {
      await navigator.share({ title, url });
      return "";
    } catch (error) {
      if (error.name === "AbortError") return "";
    }
  }
  return (await copy(url)) ? say.shared : url;
}

/** Say something beside the button that was pressed, for as long as it takes to read it. */
export function note(button, sentence) {
  if (!sentence) return;
  const tools = button.closest(".tools") ?? button.parentElement;
  tools.querySelector(".noted")?.remove();
  const noted = document.createElement("span");
  noted.className = "noted";
  noted.setAttribute("role", "status");
  tools.append(noted);
  noted.textContent = sentence;
  setTimeout(() => noted.remove(), 8000);
}

/** Make addresses in a part of another page, written from the root of its language, right on this page. */
export function rooted(part) {
  const here = document.body.dataset.here ?? "./";
  if (here === "./") return;
  for (const name of ["href", "action"]) {
    for (const one of part.querySelectorAll(`[${name}^="./"]`)) one.setAttribute(name, here + one.getAttribute(name).slice(2));
  }
}
