"""What a figure, a manner or a list is asked of: the noun right before or behind the interrogative ("分值是怎么定的",
"高级职称占多大比例"). A sentence that does not speak of it, in its own words or its heading's, answers another question."""

from __future__ import annotations

from assistant.answering.grounds.scene import Scene
from assistant.answering.question.frame import Frame
from assistant.guideline.patterns import regex

_WH = regex(
    r"(?:分别|各|具体|都|又|要|需|须|应|得|占|为|是|有|按|最[多少低高]|至少|不超过)*"
    r"(?:多少|多大|多高|多长|(?<![好这那])几[个名人家项份页天年月次种所条]?|怎么|如何|怎样|咋|什么|哪些|哪[几一]?[个种类项家])"
)
_NEAR = 1  # characters between the noun and the interrogative
_TELLING = 1.5


def asked_head(frame: Frame, aside: frozenset[int] = frozenset()) -> int | None:
    """The number of the telling noun that ends right before the first interrogative; the terms `aside`, such as the
    value's own name, are no heads. None where none stands there."""
    match = _WH.search(frame.masked)
    if match is None:
        return None
    for i, term in enumerate(frame.terms):
        if i in aside or term.weight < _TELLING or term.kind not in ("word", "concept"):
            continue
        for words in (term.words, *term.also):
            at = frame.masked.rfind(words, 0, match.start() + 1)
            if at >= 0 and 0 <= match.start() - (at + len(words)) <= _NEAR:
                return i
    return None


def head_unspoken(scene: Scene) -> bool:
    """Whether the value that a manner is asked of ("分值是怎么定的") is one that no sentence of the programme speaks of."""
    head = asked_head(scene.frame)
    if head is None or not any(scene.lexicon.concepts[c].want for c in scene.frame.terms[head].concepts):
        return False
    return not any(head in f.matched for f in scene.found)
