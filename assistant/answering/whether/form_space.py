"""Whether a form may be given more rows or pages ("栏不够的可以自行加行", "每格可续页")."""

from __future__ import annotations

import re

from assistant.answering.answer import Verdict
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.polarity import finding
from assistant.answering.grounds.scene import Scene
from assistant.answering.sentences.spans import around
from assistant.guideline.patterns import regex

_ADD = r"(?:添加|增加|另附|另加|附|加|增|续|贴)"
_ASKED = regex(
    rf"{_ADD}(?:上|个|几|[一两二三四五]|\d|点|张|些|新|空白|的)*(?P<what>[行页纸])|(?P<full>[行页格栏](?:数)?(?:不够|不足|不多)|[填写放]不下)"
    r"|\b(?:add|attach|insert|extra|additional|more)\b[^.?]{0,24}\b(?P<en>rows?|lines?|pages?|sheets?)\b"
)
_LETS = regex(
    rf"(?:可以?|允许)(?:自主|自行|适当|酌情|另行|根据[^，。；）)]{{2,8}}|视[^，。；）)]{{2,8}})?{_ADD}(?P<what>[行页纸])"
)
_FORBIDS = regex(rf"不(?:得|可|能|允许|要)(?:擅自|随意|自行|另外?)?{_ADD}(?P<what>[行页纸])")
_OTHER_ACT = regex(r"[改删换缩省空并调减]|不填|别的|另一")
_RULINGS: tuple[tuple[Verdict, re.Pattern[str]], ...] = (("no", _FORBIDS), ("yes", _LETS))
_PAGES = frozenset("页纸")
_LONGEST = 90


def form_space(scene: Scene) -> Finding | None:
    """A yes or no where a clause of the programme lets rows or pages be added to the form, or forbids it."""
    told = list(_ASKED.finditer(scene.frame.masked))
    asked = next((m for m in told if not m["full"]), told[0] if told else None)
    if asked and asked["full"] and _OTHER_ACT.search(scene.frame.masked, asked.end()):
        return None  # where there is no room, something else than more of it is asked for
    if asked is None or "permission" not in scene.frame.marks or scene.frame.denies:
        return None
    for found in scene.found:
        text = re.sub(r"\s", " ", found.passage.text)
        for verdict, pattern in _RULINGS:
            match = pattern.search(text)
            if match and _same(asked, match["what"]) and _of_the_field(scene, found):
                quote = around(found.passage, match.start(), match.end(), scene.words(found), _LONGEST)
                return finding(scene, found, verdict, "", quote)
    return None


def _same(asked: re.Match[str], told: str) -> bool:
    """Whether rows are let where rows are asked for, and pages where pages are; either where there is no room."""
    if asked["full"]:
        return True
    wanted = asked["what"] or ("页" if asked["en"].startswith(("page", "sheet")) else "行")
    return (wanted in _PAGES) == (told in _PAGES)


def _of_the_field(scene: Scene, found: Found) -> bool:
    """Whether the clause is of the whole form, or of the field that the question names."""
    fields = found.passage.clause.kind in ("row", "field")
    return not fields or any(scene.frame.terms[i].weight >= 1.0 for i in found.own)
