// Plain JSON as a tree: reading and writing at a place, and bringing two tabs' changes of the same thing together.

/** What stands at a place, undefined where nothing does. */
export function at(tree, place) {
  let here = tree;
  for (const key of place) {
    if (here === null || typeof here !== "object" || !Object.hasOwn(here, key)) return undefined;
    here = here[key];
  }
  return here;
}

/** Put a value at a place; undefined, "" and empty lists and objects are taken away, with whatever they leave empty. */
export function put(tree, place, value) {
  const above = [tree];
  for (const [n, key] of place.slice(0, -1).entries()) {
    const here = above[n], next = Object.hasOwn(here, key) ? here[key] : undefined;
    if (next === null || typeof next !== "object") {
      if (bare(value)) return;
      here[key] = typeof place[n + 1] === "number" ? [] : {};
    }
    above.push(here[key]);
  }
  const last = place.at(-1), holder = above.at(-1);
  if (!bare(value)) holder[last] = value;
  else if (Array.isArray(holder)) holder[last] = Array.isArray(value) || typeof value !== "object" ? "" : {};
  else delete holder[last];
  for (let n = above.length - 1; n > 1; n--) { // what stands at the root stays
    if (Array.isArray(above[n]) || !bare(above[n]) || Array.isArray(above[n - 1])) return;
    delete above[n - 1][place[n - 1]];
  }
}

/** Whether nothing is told. */
export function bare(value) {
  if (value === undefined || value === null || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

/** Whether two values are the same JSON, whatever the order of their keys. */
export function same(one, other) {
  if (one === other) return true;
  if (one === null || other === null || typeof one !== "object" || typeof other !== "object") return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const mine = Object.keys(one), theirs = Object.keys(other);
  return mine.length === theirs.length && mine.every((key) => Object.hasOwn(other, key) && same(one[key], other[key]));
}

/** A copy that shares nothing. */
export const copy = (value) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

/**
 * What two made of the same `base`. Where both changed the same value, mine stays and `clashes` tells of theirs:
 * [{place, mine, theirs}]. Rows that either added are all kept.
 */
export function merged(base, mine, theirs, place = [], clashes = []) {
  if (same(mine, theirs) || same(base, theirs)) return { value: mine, clashes };
  if (same(base, mine)) return { value: theirs, clashes };
  if (table(mine) && table(theirs)) {
    const value = {}, old = table(base) ? base : {};
    for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
      const part = merged(held(old, key), held(mine, key), held(theirs, key), [...place, key], clashes).value;
      if (part !== undefined) value[key] = part;
    }
    return { value, clashes };
  }
  if (Array.isArray(mine) && Array.isArray(theirs)) return { value: lists(base, mine, theirs, place, clashes), clashes };
  clashes.push({ place, mine, theirs });
  return { value: mine === undefined ? theirs : mine, clashes };
}

const table = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const held = (table, key) => (Object.hasOwn(table, key) ? table[key] : undefined);

/** Rows side by side; what either added behind the rows that both knew is kept, theirs after mine. */
function lists(base, mine, theirs, place, clashes) {
  const old = Array.isArray(base) ? base : [];
  const common = Math.min(old.length, mine.length, theirs.length);
  const value = [];
  for (let n = 0; n < common; n++) value.push(merged(old[n], mine[n], theirs[n], [...place, n], clashes).value);
  const added = [...mine.slice(common)];
  for (const row of theirs.slice(common)) {
    const gone = old.slice(common).some((one) => same(one, row)) && !mine.slice(common).some((one) => same(one, row));
    if (!gone && !added.some((one) => same(one, row))) added.push(row);
  }
  return [...value, ...added.filter((row) => !dropped(row, old.slice(common), theirs.slice(common)))];
}

/** Whether a row that was there before is one that they took away. */
const dropped = (row, old, theirs) => old.some((one) => same(one, row)) && !theirs.some((one) => same(one, row));
