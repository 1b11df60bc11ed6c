"""A notice that calls for two things at once is named by either: "甲乙导师选聘和丙丁试点学校" by 甲乙导师, and by 丙丁试点."""

from __future__ import annotations

from dataclasses import replace

from assistant.answering.question.homes import Homes
from assistant.answering.question.lexicon import ENGLISH
from assistant.answering.question.term import Term
from assistant.answering.question.text import clean
from assistant.guideline.document import Guideline
from assistant.guideline.patterns import regex
from assistant.programmes.regions import regions

_LEAST = 4  # characters that such a thing has
_LIGHT = 0.5  # as the name of a place that everybody knows
_NEAR = 6  # characters that the place before it has, with what links them
_AND = regex(r"[和及与暨、]")
_TO_CALL = regex(
    r"(?:选聘|聘任|招聘|招募|选拔|选派|遴选|评选|评定|认定|申报|申请|征集|推荐|建设|培育|创建|培养|设立|管理|工作)+$"
)
_WHO = regex(r"(?:学校|院校|单位|企业|机构|人选|人员|项目)$")


class CalledFor:
    """Knows which programme each such thing belongs to."""

    def __init__(self, guidelines: tuple[Guideline, ...], homes: Homes) -> None:
        self._homes = homes
        self._programmes: dict[str, set[str]] = {}
        self._names = {p.id: p.names for g in guidelines for p in g.programmes if p.held}
        for programme in (p for g in guidelines for p in g.programmes if p.held):
            for thing in things(programme.name):
                self._programmes.setdefault(thing, set()).add(programme.id)

    def light(self, terms: tuple[Term, ...], programmes: tuple[str, ...], text: str) -> tuple[Term, ...]:
        """The terms; those that only say which of the programmes is meant weigh next to nothing: its place, the one
        thing that its notice calls for, and English for a part of its name ("a provincial pilot platform")."""
        names = [clean(name) for p in programmes for name in self._names.get(p, ())]
        called = [t for t, of in self._programmes.items() if t in text and of & set(programmes)]
        one = all(a in b or b in a for a in called for b in called)

        def says_which(term: Term) -> bool:
            if not term.words.isascii():
                return term.kind == "word" and one and term.words in called
            ours = any(c.startswith(ENGLISH) for c in term.concepts)
            return ours and any(len(a) > 1 and a in name for a, _ in term.alternatives for name in names)

        light = (replace(t, weight=min(t.weight, _LIGHT)) if says_which(t) else t for t in terms)
        return self._homes.light(tuple(light), programmes)

    def programme(self, text: str) -> str:
        """The one programme whose things the text names; "" where it names none, or those of several."""
        named = {p for thing, programmes in self._programmes.items() if thing in text for p in programmes}
        return named.pop() if len(named) == 1 else ""

    def elsewhere(self, text: str) -> bool:
        """Whether the text names such a thing of another place than any notice that calls for it comes from."""
        for thing, programmes in self._programmes.items():
            at = text.find(thing)
            near = text[max(0, at - _NEAR) : at].rstrip("省市县区的级 ") if at > 0 else ""
            places = regions().places(near)
            if places and near.endswith(places[-1]) and self._homes.elsewhere(programmes, places[-1]):
                return True
        return False


def things(name: str) -> tuple[str, ...]:
    """What a notice of that name calls for, each as it is told whole and for short; none where it is but one."""
    parts = [_TO_CALL.sub("", part) for part in _AND.split(name)]
    if len(parts) < 2 or any(len(part) < _LEAST for part in parts):
        return ()
    short = (_WHO.sub("", part) for part in parts)
    return tuple(dict.fromkeys((*parts, *(s for s in short if len(s) >= _LEAST))))
