// 字数 as assistant/drafting/count.py counts it, character by character; tests hold the two against each other.
import { runs } from "./count_table.js";

const SPACE = 1, BELONGS = 2, CHINESE = 3, OTHER = 4, KIND = 7, PICTURE = 8, ALNUM = 16;
const LETTERS = { s: SPACE, b: BELONGS, c: CHINESE, o: OTHER, C: CHINESE | PICTURE, P: OTHER | PICTURE, A: OTHER | ALNUM };
const APOSTROPHE = 0x2019, JOINER = 0x200d;
const table = new Uint8Array(0x110000);

let filled = 0;
for (const run of runs.split(" ")) {
  const end = filled + (run.length > 1 ? parseInt(run, 36) : 1);
  table.fill(LETTERS[run.at(-1)], filled, end);
  filled = end;
}

/** 字数: each Chinese character and mark is one, each run of others between them one. */
export function words(text) {
  const points = Array.from(text, (char) => char.codePointAt(0));
  const kinds = Uint8Array.from(points, (point) => table[point]);
  const last = points.length - 1;
  for (let at = 1; at < last; at++) {
    if (points[at] === APOSTROPHE && kinds[at - 1] & ALNUM && kinds[at + 1] & ALNUM) kinds[at] = OTHER;
  }
  for (let at = 0, bearer = 0; at < last; at++) {
    if ((kinds[at] & KIND) !== BELONGS || kinds[at] & PICTURE) bearer = kinds[at];
    if (points[at] === JOINER && bearer & kinds[at + 1] & PICTURE) kinds[at + 1] = BELONGS | PICTURE;
  }
  let total = 0, running = false;
  for (const kind of kinds) {
    switch (kind & KIND) {
      case CHINESE: total++; running = false; break;
      case OTHER: total += running ? 0 : 1; running = true; break;
      case SPACE: running = false;
    }
  }
  return total;
}
