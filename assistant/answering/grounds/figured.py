"""Whether a sentence tells the very figures, dates and turns of the year that a question names."""

from __future__ import annotations

import re

from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.scene import Scene, quantities_in
from assistant.answering.question.focusing import focus
from assistant.guideline.patterns import regex
from assistant.guideline.values import Quantity

# One way of telling a turn: 每个月, 按月, 一个月一次, 月月, monthly.
_TURN = regex(
    r"(?:每一?个?|按)(?P<each>[年月周天日季]|星期|学期)(?![龄级代限期程份边节])|(?P<one>[年月周天])\2"
    r"|(?<![一二三四本上下])(?P<by>季)度|一个?(?P<once>[年月周天季]|学期)度?(?:就|要|得)*[一两三几]次"
    r"|\b(?:every|each) (?P<every>month|week|day|quarter)\b"
    r"|\b(?P<ly>month|week|dai|quarter)ly\b(?! (?:manag|operat|runn|work))"
)
_SAID = {"日": "天", "星期": "周", "month": "月", "week": "周", "day": "天", "dai": "天", "quarter": "季"}
_OF_THE_YEAR = {
    "年底": regex(r"年底|(?<!\d)12\s?月"),
    "月底": regex(r"月(?:末|底|最后)"),
    "次年": regex(r"次年"),
    "第二年": regex(r"第二年"),
}
_TOLD_ORDER = regex(r"[先后前]")
_ORDER = regex(r"先.{1,16}[后再才](?!说)|以后再|之前就|前就|之后再|\bbefore\b|\bafter\b")
# 再寄一份: a copy, not how many.
_ARTICLE = regex(r"(?:寄|交|填|写|送|发|报|弄|附|签|做|办)(?:上|了|过|好)?一[份个张次]$")
_TOGETHER = regex(
    r"(?:跟|和|与|同)[^，,。？?]{1,8}?(?:装订|订|装|放|印|交|寄|报|合)?(?:在|成|到)?(?:一[起块本册]|同一[本册])"
)
_JOINED = regex(r"一并|一起|一同|一道|连同|合并|合订|合装|合计|汇[总编]|同时|同一|成一|及|(?<=[一-鿿]{2})[和与、]")
_NUMBER_WORD = regex(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|hundred)\b")
_NUMBER = regex(r"\d+(?:\.\d+)?")


def figures_told(scene: Scene, text: str) -> bool:
    """Whether the text tells every figure and day of the question, for a duty those of the part that asks, and that
    things go together where the question says so."""
    if _TOGETHER.search(scene.frame.masked) and not _JOINED.search(text):
        return False
    figures = set(_NUMBER.findall(scene.frame.masked))
    if figures - set(_NUMBER.findall(text)):
        return False
    masked = scene.frame.masked
    asked = [q for q in scene.frame.quantities if q.dimension != "other" and not _ARTICLE.search(masked[: q.end])]
    if "obligation" in scene.frame.marks and "permission" not in scene.frame.marks:
        part = focus(scene.frame.masked)  # a duty holds whatever figure tells of the case that it is asked for
        if any(scene.frame.masked[q.start : q.end] not in part for q in asked):
            figures = set(_NUMBER.findall(part))
            asked = [q for q in asked if scene.frame.masked[q.start : q.end] in part]
            if figures - set(_NUMBER.findall(text)):
                return False
            return all(any(_same(q, h) for h in quantities_in(text)) for q in asked)
    words = _NUMBER_WORD.findall(scene.frame.masked)
    if len(words) > sum(not re.search(r"\d", scene.frame.masked[q.start : q.end]) for q in asked):
        return False
    held = quantities_in(text)
    asking = focus(masked)
    days = [d for d in scene.frame.days if masked[d.start : d.end] in asking]  # a day that has gone by is no claim
    return all(any(_same(q, h) for h in held) for q in asked) and not [
        d for d in days if not any(n in text for n in (f"{d.month}月", f"{d.month} 月"))
    ]


def how_often(part: str, text: str) -> bool:
    """Whether the part that asks tells how often or at which time of the year, and the text does not."""
    when = any(word in part and not told.search(text) for word, told in _OF_THE_YEAR.items())
    return when or not turns(part) <= turns(text)


def turns(text: str) -> set[str]:
    """The turns that a text tells: year, month, week, day, quarter or term."""
    told = (next(filter(None, m.groups())) for m in _TURN.finditer(text))
    return {_SAID.get(turn, turn) for turn in told}


def out_of_order(scene: Scene, text: str) -> bool:
    """Whether the question tells an order that the sentence does not tell."""
    told = _TOLD_ORDER if scene.frame.language == "en" else _ORDER
    late = "事后" in scene.frame.masked and "后" not in text
    return late or bool(_ORDER.search(scene.frame.masked)) and not told.search(text)


_POST = regex(r"(?:当|担任|做|出任)(?P<post>[一-鿿]{2,5}?)(?=[吗么不吧，,？?]|$)")


def turned_round(scene: Scene, found: Found) -> bool:
    """Whether the question puts before a thing what the sentence puts after it, or after it what goes before; also who
    is to be a thing ("班主任能当负责人吗") where the sentence tells what those who are that may be ("负责人担任专家")."""
    asked, text = scene.frame.masked, found.passage.text.lower()
    post = _POST.search(asked)
    if post and re.search(rf"{post['post']}[^，。；]{{0,6}}(?:担任|兼任|出任)(?!{post['post']})", text):
        return True
    for i in found.own:
        term = scene.frame.terms[i]
        told = re.search(rf"{re.escape(term.words)}(?:之|以)?(?P<when>[前后])", asked)
        held = [
            m
            for a, _ in term.alternatives
            for m in re.finditer(rf"{re.escape(a)}[^，。；]{{0,4}}?(?P<when>[前后])", text)
        ]
        if told and held and all(m["when"] != told["when"] for m in held):
            return True
    return False


def _same(asked: Quantity, held: Quantity) -> bool:
    """Whether the clause sets the very figure: the same interval, or the bound that a bare figure names."""
    if asked.unit != held.unit:
        return False
    return (
        asked.interval == held.interval
        or asked.interval.exact
        and asked.interval.low in (held.interval.low, held.interval.high)
    )
