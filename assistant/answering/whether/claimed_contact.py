"""A telephone number or mail address that is to be confirmed, held against the contacts of the documents."""

from __future__ import annotations

import re

from assistant.answering.answer import Verdict
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene, contacts_in
from assistant.answering.sentences.passages import Passage
from assistant.answering.sentences.spans import whole
from assistant.guideline.patterns import regex

_NUMBER = regex(r"(?<![\d.])(?:0\d{2,3}[-－—– ]?)?(?:1[3-9]\d{9}|\d{7,8}|\d{4}-\d{4})(?!\d)")
_WEIGHTY = 1.5
_REACH = 3  # the line of a person and two after it
_REACHING = frozenset(
    "phone email fax address contact staff person_in_charge mail submit bureau_edu bureau_industry bureau_reform "
    "ministry materials application_form organise which_office".split()
)
_MAIL = regex(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def claimed_contact(scene: Scene) -> Finding | None:
    """A yes where the line of the person or office that the question names gives the number or address it tells, a no
    with that line where it gives another; None where the question tells none or the programme has no such line."""
    told = _given(scene.frame.text)
    if not told or _asks_more(scene):
        return None
    own = [p for p in scene.index.passages if scene.programme in p.programmes]
    lines = [(p, given) for p in own if contacts_in(p.text) and (given := _given(p.text))]
    of_whom = [line for i, p in enumerate(own) if _named(scene, p.text) for line in _with_number(own[i : i + _REACH])]
    if not lines:
        return None
    right = [p for p, given in of_whom or lines if _same(told, given)]
    quote = whole((right or [(of_whom or lines)[0][0]])[0])
    strange = any(t.kind == "unknown" and len(t.words) > 1 for t in scene.frame.terms)
    if right and not of_whom and strange:  # the number stands there, and who is said to have it does not
        return Finding(scene.programme, "not_specified", "not_specified", quote.text, (quote,))
    verdict: Verdict = "yes" if right else "no"
    reason = "" if right else "contrary"
    return Finding(scene.programme, "answered", verdict, quote.text, (quote,), reason, (), 9.0, 0.9)


def _with_number(passages: list[Passage]) -> list[tuple[Passage, set[str]]]:
    """The first of the passages that gives a number, none where another person is named before it."""
    for at, passage in enumerate(passages):
        if at and any(c.person for c in contacts_in(passage.text)):
            break
        if given := _given(passage.text):
            return [(passage, given)]
    return []


def _same(told: set[str], given: set[str]) -> bool:
    """Whether every number told is one of those given, with or without its area code."""
    return all(any(g.endswith(t) or t.endswith(g) for g in given) for t in told)


def _asks_more(scene: Scene) -> bool:
    """Whether anything is asked but how to reach somebody ("打……报名行吗")."""
    weighty = (t for t in scene.frame.terms if t.weight >= _WEIGHTY and t.kind != "unit" and not t.words[0].isdigit())
    rest = (t for t in weighty if not (t.concepts and _REACHING.issuperset(t.concepts)))
    return "permission" in scene.frame.marks or any(t.concepts and t.grounded for t in rest)


def _named(scene: Scene, text: str) -> bool:
    """Whether the line is of the person, or of the one office, that the question names."""
    held, asked = contacts_in(text), scene.frame.text
    return any(c.person and c.person in asked for c in held) or (
        len(held) == 1 and bool(held[0].office) and held[0].office in asked
    )


def _given(text: str) -> set[str]:
    """The telephone numbers, digits only, and mail addresses of a line."""
    return {_digits(n) for n in _NUMBER.findall(text)} | set(_MAIL.findall(text.lower()))


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)
