"""What is left of a whole after a part of it is used: told by the sentence that goes on with the rest ("其余部分可用于")."""

from __future__ import annotations

from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.scene import Scene
from assistant.guideline.patterns import regex

_REST = regex(r"其余|余下|剩余|剩下|结余")
_LEFT = frozenset({"remainder"})
_TELLING = 1.0


def what_is_left(scene: Scene, best: Found) -> Found:
    """The sentence on the rest of what `best` uses for what the question says has been used, where one follows it in
    its clause; else `best`. What `best` itself takes off before it speaks of the rest ("扣除成本后，剩余部分……") is
    not the part used."""
    terms = scene.frame.terms
    asked = next((t.words for t in terms if _LEFT & set(t.concepts)), "")
    text = best.passage.text
    if not asked or _REST.match(text):
        return best
    before = scene.frame.masked[: max(0, scene.frame.masked.find(asked))]
    own = _REST.search(text)
    use = text[own.end() :] if own else text
    used = [t for t in terms if t.words in before and t.weight >= _TELLING and t.kind != "unit"]
    last = max(used, key=lambda t: before.rfind(t.words), default=None)
    if last is None or not any(a in use.lower() for a, _ in last.alternatives):
        return best
    following = (f for f in scene.found if f.number == best.number + 1 and f.passage.clause is best.passage.clause)
    return next((f for f in following if _REST.match(f.passage.text)), best)
