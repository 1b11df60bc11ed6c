"""Whether a form may be given more rows or pages ("栏不够的可以自行加行", "每格可续页"), and whether it asks for something
("……也要填吗", "有没有地方填……"): a line of it that is for the very thing says yes."""

from __future__ import annotations

import re

from assistant.answering.answer import Verdict
from assistant.answering.grounds.figured import figures_told
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.polarity import finding
from assistant.answering.grounds.proof import PAPERS, contrast
from assistant.answering.grounds.scene import Scene
from assistant.answering.question.term import Term
from assistant.answering.sentences.spans import around, whole
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
_ROOM = r"(?:地方|位置|空儿?|栏目?|格子?|[一哪]?[栏项格处])"
_FILL = r"(?:填写?|写(?!明|清|全|错|字|成(?![立员果绩就]))|登记)"
_FILLED_IN = regex(
    rf"(?:要不要|需不需要|用不用|用得着|(?<![不重主需])要|得(?!了|到)|需要?|必须|应该?|是不是要?)(?:一并|如实|也)?{_FILL}"
    rf"(?:进去|上去|上|进)?(?:吗|么|嘛|吧|的|不|啊|[？?]|$|[^，,。；;？?]{{2,24}}(?:吗|么|[？?]|$))"
    rf"|(?:有没有|有无|有|设了?|留了?)(?:专门的?|单独的?|什么|个)?{_ROOM}(?:是|可以?|能|让|给|来|用来)*(?:我们|学校|单位)?{_FILL}"
)
_FORM = regex(r"[申推][报请荐]书|表|栏|格")
_HOW = regex(
    r"怎么|如何|按|照|用|[写填](?:成(?![立员果绩就])|为|在|到|多少字)|别人|代|单独|另|只|仅|几|[不没未无](?![不没]|有)"
)
_A_NOT_A = regex(r"([一-鿿])[不没]\1|有没有|有无|用不用")
_BARRED = frozenset({"negated", "exclusive", "absolute", "anything", "demand", "haste"})
_WEIGHTY, _STRANGE, _FOR_IT = 0.9, 0.4, 0.7
_LOOKED_AT = 10


def on_forms(scene: Scene) -> Finding | None:
    """What a form lets be added to it, or has a line for."""
    return form_space(scene) or on_the_form(scene)


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


def on_the_form(scene: Scene) -> Finding | None:
    """A yes from the line of a form whose own words and headings hold every weighty thing that is asked about, told of
    nobody else and with no other figure; None where no line does."""
    frame, asked = scene.frame, _FILLED_IN.search(scene.frame.masked)
    if asked is None or frame.denies or frame.marks & _BARRED or not _FORM.search(frame.masked):
        return None
    if _HOW.search(_A_NOT_A.sub("", frame.masked)):
        return None
    named = [t for t in frame.terms if _names(t, asked.group())]
    if not any(t.kind not in ("unit", "unknown") for t in named):
        return None
    for found in scene.found[:_LOOKED_AT]:
        text = found.passage.text
        if found.passage.clause.kind not in ("row", "field") or not found.own or "□" in text:
            continue
        if contrast(scene, found) or not figures_told(scene, text):
            continue
        if all(_on_line(t, found) for t in named) and any(_holds(t, text.lower()) for t in named if t.kind != "unit"):
            return finding(scene, found, "yes", "", whole(found.passage))
    return None


def _names(term: Term, asked: str) -> bool:
    """Whether the term is of what is to be filled in: no paper, no word for the filling or for the room for it."""
    room = term.words in ("地方", "位置", "栏目", "一栏", "一项") and term.words in asked
    if room or set(term.concepts) & PAPERS or set(term.words) <= set("要得需填写有报也表"):
        return False
    return term.weight >= (_STRANGE if term.kind == "unknown" else _WEIGHTY)


def _on_line(term: Term, found: Found) -> bool:
    place = " ".join((*found.passage.clause.path, found.passage.clause.context, found.passage.clause.heading)).lower()
    return _holds(term, f"{found.passage.text} {place}".lower())


def _holds(term: Term, low: str) -> bool:
    strong = (a for a, f in term.alternatives if f >= _FOR_IT and len(a) > 1)
    return any(w in low for w in (term.words, *term.also, *strong))
