// Asking the server: what goes wrong is told in a sentence, and nothing is lost by it.
import { say } from "./shell.js";

const PATIENCE = 30_000; // ms

/** A request that failed: `offline` where nobody answered, `wait` the seconds after which it makes sense to ask again. */
export class Failed extends Error {
  constructor(message, { offline = false, wait = 0, status = 0 } = {}) {
    super(message);
    Object.assign(this, { offline, wait, status });
  }
}

/** Send JSON to an address below the root of the site; the response. Failed otherwise; an abort stays an abort. */
export async function post(path, body, signal) {
  const control = new AbortController(), language = document.documentElement.lang;
  const stop = () => control.abort(), late = setTimeout(stop, PATIENCE);
  signal?.addEventListener("abort", stop);
  let response;
  try {
    response = await fetch(root(path), {
      method: "POST",
      headers: { "content-type": "application/json", "accept-language": language },
      body: JSON.stringify(body),
      signal: control.signal,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Failed(control.signal.aborted ? say.late : say.offline, { offline: true });
  } finally {
    clearTimeout(late);
    signal?.removeEventListener("abort", stop);
  }
  if (response.ok) return response;
  const told = await response.json().catch(() => null);
  const wait = Number(response.headers.get("retry-after") ?? 0);
  throw new Failed(told?.error?.message ?? say.late, { wait, status: response.status });
}

/** An address below the root of the site, whatever path it is mounted under. */
export function root(path) {
  const top = new URL(document.querySelector("link[rel=stylesheet]").getAttribute("href"), document.baseURI);
  return new URL(`../${path}`, top).href;
}
