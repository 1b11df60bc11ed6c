"""A yes that its own sentence takes back: leave for one time asked for always, a number let with a bar beside it."""

from __future__ import annotations

from dataclasses import replace

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene
from assistant.answering.sentences.spans import segments
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote, span
from assistant.guideline.sentences import sentences

_ONCE = regex(r"(?:当年|首年|第一年|当次|首次|首届|本次)[^，。；]{0,6}(?:可(?!行|持)|免|不作|不受|放宽)")
_ALWAYS = regex(
    r"以后|往后|今后|从此|一直|永远|[每各]年[^，。？?]{0,16}都|\b(?:from (?:now|then) on|every year|any more)\b"
)
_BAR = regex(r"^(?:且|并且|但|同时)[^，。；]{0,4}(?:不得|须|应(?!用)|必须|不能|需(?!求))")
_AT_MOST = regex(r"最多|至多|不超过|只能|上限|封顶|限(?:报|推)")
_MORE_FOR = regex(
    r"(?P<case>[一-鿿]{2,8}?)可以?(?:在[^，。；]{0,10}(?:之外|以外|基础上))?[^，。；]{0,4}(?:增加|增报|增推|多报|多推|追加|另报)"
)
_WEIGHTY = 1.0


def qualified(scene: Scene, made: Finding) -> Finding:
    """The finding; a yes is a no where the sentence lets it once and it is asked for always, and depends where the
    sentence goes on with a bar and the question with things of which the sentence tells nothing."""
    if made.verdict != "yes" or not made.quotes:
        return made
    whole = sentence(made.quotes[0])
    if _ONCE.search(whole.text) and _ALWAYS.search(scene.frame.masked):
        return replace(made, verdict="no", reason="contrary", said=whole.text, quotes=(whole,))
    if _AT_MOST.search(scene.frame.masked) and (more := _more_for_the_case(scene, whole)):
        return replace(made, verdict="no", reason="contrary", said=more.text, quotes=(more, whole))
    parts = (whole.text[start:end] for start, end in segments(whole.text))
    if made.reason in ("meets", "counts_only") and any(_BAR.match(part) for part in parts):
        verdict = "conditional" if _tells_more(scene, whole.text.lower()) else made.verdict
        return replace(made, verdict=verdict, said=whole.text, quotes=(whole, *made.quotes[1:]))
    return made


def _more_for_the_case(scene: Scene, limit: Quote) -> Quote | None:
    """The sentence behind the limit that lets the case of the question have more ("试点县可在总数之外增加1个")."""
    for start, end in sentences(limit.clause.text):
        match = _MORE_FOR.search(limit.clause.text, start, end) if start >= limit.start else None
        if match and match["case"].lower() in scene.frame.text.lower():
            return span(limit.clause, start, end)
    return None


def sentence(quote: Quote) -> Quote:
    """The whole sentence that the quote stands in."""
    for start, end in sentences(quote.clause.text):
        if start <= quote.start < end:
            return span(quote.clause, start, max(end, quote.end))
    return quote


def _tells_more(scene: Scene, text: str) -> bool:
    """Whether the question speaks of a weighty thing that the sentence does not hold."""
    weighty = [t for t in scene.frame.terms if t.weight >= _WEIGHTY and not t.about_role and t.kind != "unit"]
    return any(t.words not in text and not any(a in text for a, _ in t.alternatives) for t in weighty)
