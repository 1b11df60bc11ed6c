"""Whether a form asks for something ("……也要填吗", "有没有地方填……"): a line of it that is for the very thing says yes."""

from __future__ import annotations

from assistant.answering.grounds.figured import figures_told
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.polarity import finding
from assistant.answering.grounds.proof import PAPERS, contrast
from assistant.answering.grounds.scene import Scene
from assistant.answering.question.term import Term
from assistant.answering.sentences.spans import whole
from assistant.guideline.patterns import regex

_ROOM = r"(?:地方|位置|空儿?|栏目?|格子?|[一哪]?[栏项格处])"
_FILL = r"(?:填写?|写(?!明|清|全|错|字|成(?![立员果绩就]))|登记)"
_ASKED = regex(
    rf"(?:要不要|需不需要|用不用|用得着|(?<![不重主需])要|得(?!了|到)|需要?|必须|应该?|是不是要?)(?:一并|如实|也)?{_FILL}"
    rf"(?:进去|上去|上|进)?(?:吗|么|嘛|吧|的|不|啊|[？?]|$|[^，,。；;？?]{{2,24}}(?:吗|么|[？?]|$))"
    rf"|(?:有没有|有无|有|设了?|留了?)(?:专门的?|单独的?|什么|个)?{_ROOM}(?:是|可以?|能|让|给|来|用来)*(?:我们|学校|单位)?{_FILL}"
)
_FORM = regex(r"[申推][报请荐]书|表|栏|格")
_HOW = regex(r"怎么|如何|按|照|用|[写填](?:成|为|在|到|多少字)|别人|代|单独|另|只|仅|几|[不没未无](?![不没]|有)")
_A_NOT_A = regex(r"([一-鿿])[不没]\1|有没有|有无|用不用")
_BARRED = frozenset({"negated", "exclusive", "absolute", "anything", "demand", "haste"})
_WEIGHTY, _STRANGE, _FOR_IT = 0.9, 0.4, 0.7
_LOOKED_AT = 10


def on_the_form(scene: Scene) -> Finding | None:
    """A yes from the line of a form whose own words and headings hold every weighty thing that is asked about, told of
    nobody else and with no other figure; None where no line does."""
    frame, asked = scene.frame, _ASKED.search(scene.frame.masked)
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
