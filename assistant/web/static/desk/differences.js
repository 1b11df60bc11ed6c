// What two texts differ in: sentence by sentence, and inside what was rewritten character by character.

const SENTENCES = /[^。！？；\n]*[。！？；\n]?/gu;
const TOKENS = /[A-Za-z0-9.%]+|[\s\S]/gu;
const MOST = 2_000_000; // pairs compared at once

/** [{kind: "same" | "gone" | "new", text}], in order. */
export function differences(before, after) {
  const made = [];
  for (const part of compared(before.match(SENTENCES).filter(Boolean), after.match(SENTENCES).filter(Boolean))) {
    if (part.kind === "same" || !part.gone.length || !part.new.length) {
      if (part.kind === "same") add(made, "same", part.same);
      else { add(made, "gone", part.gone); add(made, "new", part.new); }
      continue;
    }
    const gone = part.gone.join("").match(TOKENS) ?? [], fresh = part.new.join("").match(TOKENS) ?? [];
    const inner = compared(gone, fresh);
    const kept = inner.reduce((sum, one) => sum + (one.kind === "same" ? one.same.length : 0), 0);
    if (kept * 2 < Math.min(gone.length, fresh.length)) { add(made, "gone", part.gone); add(made, "new", part.new); continue; }
    for (const one of inner) {
      if (one.kind === "same") add(made, "same", one.same);
      else { add(made, "gone", one.gone); add(made, "new", one.new); }
    }
  }
  return made;
}

function add(made, kind, pieces) {
  if (!pieces.length) return;
  const text = pieces.join("");
  if (made.at(-1)?.kind === kind) made.at(-1).text += text;
  else made.push({ kind, text });
}

/** Runs that both have, and what stands between them on either side. */
function compared(one, other) {
  let start = 0, end = 0;
  const least = Math.min(one.length, other.length);
  while (start < least && one[start] === other[start]) start++;
  while (end < least - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  const a = one.slice(start, one.length - end), b = other.slice(start, other.length - end);
  const parts = start ? [{ kind: "same", same: one.slice(0, start) }] : [];
  parts.push(...middle(a, b));
  if (end) parts.push({ kind: "same", same: one.slice(one.length - end) });
  return parts;
}

function middle(a, b) {
  if (!a.length && !b.length) return [];
  if (!a.length || !b.length || a.length * b.length > MOST) return [{ kind: "changed", gone: a, new: b }];
  const width = b.length + 1, longest = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] = a[i] === b[j] ? longest[(i + 1) * width + j + 1] + 1 : Math.max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
    }
  }
  const parts = [];
  const last = (kind) => {
    if (parts.at(-1)?.kind !== kind) parts.push(kind === "same" ? { kind, same: [] } : { kind, gone: [], new: [] });
    return parts.at(-1);
  };
  let i = 0, j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) { last("same").same.push(a[i]); i++; j++; }
    else if (j >= b.length || (i < a.length && longest[(i + 1) * width + j] >= longest[i * width + j + 1])) last("changed").gone.push(a[i++]);
    else last("changed").new.push(b[j++]);
  }
  return parts;
}
