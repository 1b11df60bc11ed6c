"""What a field or section of a form asks for, found by its title as it stands or by its number ("第五部分写什么")."""

from __future__ import annotations

import re
from itertools import takewhile

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene
from assistant.answering.values.lists import speaks
from assistant.guideline.clause import Clause
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote, span
from assistant.programmes.numerals import number

_FILLED = regex(
    r"写(?:什么|些?啥|哪些|点啥)|填(?:什么|些?啥|哪些)|怎么[写填]|咋[写填]|如何[写填]|要[写填]|内容|包括|包含|要求|多少字|几个字|字数"
    r"|\bwhat (?:should|do|must|to)\b|\bcontent|\bwrite\b|\bcover\b"
)
_NUMBERED = regex(
    r"第\s*(?P<n>[一二三四五六七八九十\d]{1,3})\s*(?:部分|大?项|块|栏|节|章|大?条|个?部分)|\b(?:part|section) (?P<en>\d{1,2})\b"
)
_LENGTH = regex(r"多少字|几个?字|字数|多少个字|\bhow (?:many (?:words|characters)|long)\b")
_CHARACTERS = regex(r"[\d一二两三五六八千百]\s*余?个?字|字数|篇幅")
_GUIDES = regex(r"填写|包括|字以?内|不超过|字数|篇幅|要求|说明")
_TITLE = 4  # characters that make a title telling
_MOST = 4


def guidance(scene: Scene) -> Finding | None:
    """The guidance below the section or beside the field that the question names; None where it names none."""
    text = re.sub(r"[\s“”\"]", "", scene.frame.masked)
    if scene.frame.whether or not scene.chosen or not _FILLED.search(text):
        return None
    heading = _by_number(scene, text) or _by_title(scene, text)
    if heading is None:
        return None
    below = _below(scene, heading)
    told = [c for c in (heading, *below) if c.kind != "heading" and _GUIDES.search(c.text)]
    if not told:
        return None
    if _LENGTH.search(text) and not any(_CHARACTERS.search(c.text) for c in told):
        return None
    quotes: list[Quote] = [span(c, 0, len(c.text)) for c in told[:_MOST]]
    said = "；".join(q.text for q in quotes)
    name = heading.heading or heading.text
    shown = said if name in said else f"{name}：{said}"
    return Finding(scene.programme, "answered", None, shown, tuple(quotes), score=12.0, coverage=0.9)


def _by_title(scene: Scene, text: str) -> Clause | None:
    """The heading or field whose title stands in the question as it is, the longest one."""
    titles = [
        (len(_bare(c.heading)), c)
        for c in scene.guideline.clauses
        if c.kind in ("heading", "field", "item")
        and len(_bare(c.heading)) >= _TITLE
        and _bare(c.heading) in text
        and _in_form(c)
    ]
    fitting = [
        (n, c) for n, c in titles if speaks(scene, c) and not any(_bare(c.heading) in f for f in _named_forms(scene))
    ]
    if not fitting:
        return None
    best = max(fitting, key=lambda nc: (nc[0], nc[1].kind == "heading", -nc[1].order))[1]
    apart = (_bare(c.heading) for _, c in fitting)
    return best if all(title in _bare(best.heading) for title in apart) else None  # of several fields each is told


def _by_number(scene: Scene, text: str) -> Clause | None:
    """The numbered section of the form that the question names."""
    asked = _NUMBERED.search(text)
    sought = number(asked["n"] or asked["en"]) if asked else None
    forms = _named_forms(scene)
    if sought is None or not forms:
        return None
    for clause in scene.guideline.clauses:
        label = re.sub(r"\W", "", clause.label)
        inside = clause.path and any(f in clause.path[-1] for f in forms)
        if clause.kind == "heading" and label and inside and number(label) == sought and speaks(scene, clause):
            return clause
    return None


def _named_forms(scene: Scene) -> tuple[str, ...]:
    named = (t for t in scene.frame.terms if "application_form" in t.concepts)
    return tuple(w for t in named for w in (t.words, *t.also) if len(w) > 1 and not w.isascii())


def _below(scene: Scene, heading: Clause) -> list[Clause]:
    """The clauses of the section, up to the next of its rank."""
    after = [c for c in scene.guideline.clauses if c.order > heading.order]
    return list(takewhile(lambda c: c.id.startswith(heading.id + "."), after))


def _in_form(clause: Clause) -> bool:
    return any(re.search(r"书|表|报告|计划|清单", p) for p in clause.path)


def _bare(title: str) -> str:
    return re.sub(r"[\s“”\"（(].*$|\W", "", title).lower()
