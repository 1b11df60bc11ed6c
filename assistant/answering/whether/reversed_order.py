"""An order that a clause turns round: "先公示再评审" over "经评审通过的，公示5个工作日"."""

from __future__ import annotations

import re

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.polarity import Mode, finding
from assistant.answering.grounds.scene import Scene, spoken
from assistant.answering.question.term import Term
from assistant.answering.sentences.spans import whole
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote, span

# The two halves of an order as a question tells it: what is done first, and what only then.
_ORDERS = (
    regex(
        r"先(?P<first>[^，,。；;？?、]{1,20}?)[，,、]?\s*(?P<then>[^，,。；;？?]{0,12}?"
        r"(?:再(?!说)|后(?![面来])|才|(?:撤|交|报|建|发|公示|评审)完)[^，,。；;？?]{2,20})"
    ),
    regex(
        r"(?P<then>[^，,。；;？?]{0,16}?(?:还没有?|还未|尚未|没有?|未)[^，,。；;？?]{0,8}?)就(?:先)?"
        r"(?P<first>[^，,。；;？?]{2,20})"
    ),
    regex(
        r"等?(?P<first>[^，,。；;？?]{2,14}?)(?:过期?|结束|到期|届?满|完)(?:了|之?后|以后)?(?:再|才)"
        r"(?P<then>[^，,。；;？?]{2,20})"
    ),
)
# That it happens all the same ("有人反对也照样发证"), and what a clause wants to be free of ("无异议后").
_DESPITE = regex(
    r"有(?:人|了|过|点|些)?(?P<what>[一-鿿]{2})(?:的|时|期间)?[，,]?"
    r"(?:(?:也|都|并|还)?不(?:影响|耽误|妨碍)|也|都|还|仍|依然|照样|照常|同样)(?P<then>[^，,。；;？?]{2,24})"
)
_FIRST_AND_LATER = regex(
    r"先[^，,。？?]{0,16}(?:发|交|寄|报|送|传)[^，,。？?]{0,8}[，,][^，,。？?]{1,14}(?:再|以?后|回头|晚点|月底|下个?月|下周)[^，,。？?]{0,4}"
    r"(?:补|寄|交|送|报|发)"
)
_AT_THE_SAME_TIME = regex(r"同时(?:将|把)?[^，。；]{0,6}(?:发送|提交|报送|寄送|上传|报)")
_STOPPED = regex(r"不(?!影响|耽误|妨碍)|暂停|停|取消|撤|没|重新|复核|核实")
_THEN = regex(r"后|随后|再|方可|才|通过|无异议|批准")
_BEFORE = regex(r"之?前")
_EXPIRY = regex(r"期.{0,2}(?:过|满|结束)|到期|过期")
_OFFICE = regex(r"局|委|部门|厅|处$|办$|办公室|中心")
_STOPS = "，,。；;、"
_WEIGHTY = 0.8
_REACH = 4  # characters between a word and 前
_LONGEST = 200


def reversed_order(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    """That it may not be, where the clause does first what the question does last."""
    asked = next((m for o in _ORDERS if (m := o.search(scene.frame.masked))), None)
    if asked is None or found.coverage < 0.4 or not spoken(found.passage):
        return None
    first, then = (_words(scene, asked[name]) for name in ("first", "then"))
    then = then or _words(scene, scene.frame.masked[: asked.start()])  # 复审，等有效期过了再提: what is put off
    if _EXPIRY.search(scene.frame.masked[asked.start("first") : asked.start("then")]):
        first.append(("届满", "期满", "到期"))
    done = [w for words in first for w in words]
    then = [kept for words in then if (kept := tuple(w for w in words if not any(w in d for d in done)))]
    if not first or not then:
        return None
    clause = found.passage.clause
    quote = whole(found.passage) if len(clause.text) > _LONGEST else span(clause, 0, len(clause.text))
    text = quote.text.lower()
    if any(_precedes(text, b, a) for a in first for b in then) and not any(
        _precedes(text, a, b) for a in first for b in then
    ):
        return finding(scene, found, "no", "contrary", _trimmed(quote))
    return None


def put_apart(scene: Scene, found: Found) -> Finding | None:
    """That it may not be, where one thing is to be handed in first and another later, and the sentence has both handed
    in at the same time."""
    asked, text = _FIRST_AND_LATER.search(scene.frame.masked), found.passage.text
    if not asked or found.coverage < 0.4 or not spoken(found.passage) or not _AT_THE_SAME_TIME.search(text):
        return None
    halves = [_words(scene, asked[0]), _words(scene, scene.frame.masked[asked.end() - len(asked[0]) :])]
    told = all(any(w in text.lower() for words in half for w in words) for half in halves if half)
    return finding(scene, found, "no", "contrary") if all(halves) and told else None


def despite(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    """That it is not so, where what is to happen in spite of a thing happens only without it by the clause."""
    asked = _DESPITE.search(scene.frame.masked)
    if asked is None or kind == "obligation" or scene.frame.denies or _STOPPED.search(asked["then"]):
        return None
    text = found.passage.text
    free = re.search(rf"(?:无|没有|未(?:有|收到|提出))(?:任何|重大)?{asked['what']}(?:后|的|且|，)", text)
    then = _words(scene, asked["then"])
    if free is None or not then or not all(any(w in text[free.end() :].lower() for w in words) for words in then):
        return None
    return finding(scene, found, "no", "contrary")


def _words(scene: Scene, part: str) -> list[tuple[str, ...]]:
    """For each telling term of one half of the order, offices among them, the words that documents have for it; a
    half of one verb of one character ("先撤") is that."""
    held = [t for t in scene.frame.terms if t.weight >= _WEIGHTY and t.words in part and not _asks(scene, t)]
    made = [(t.words, *(a for a, f in t.alternatives if f >= 0.75)) for t in held]
    alone = re.sub(r"[把由让去来是了的]", "", part)
    return made or ([(alone,)] if len(alone) == 1 else [])


def _asks(scene: Scene, term: Term) -> bool:
    """Whether the term is a kind of unit that is no office: who does it, not what is done."""
    return term.kind == "unit" and not _OFFICE.search(term.words)


def _precedes(text: str, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the text does the one before the other."""
    for a in _places(text, one):
        for b in _places(text, other):
            if a[1] <= b[0] and _THEN.search(text[a[1] : b[0]]):
                return True
    return any(_BEFORE.search(text[b[1] : b[1] + _REACH]) and _places(text, one) for b in _places(text, other))


def _places(text: str, words: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where the first of the words stands that the text holds; only where a segment ends with it, if one does: there
    the verb stands ("……启动建设", not "建设方案")."""
    held = next((w for w in words if w in text), "")
    spots = [m.span() for m in re.finditer(re.escape(held), text)] if held else []
    return [s for s in spots if s[1] == len(text) or text[s[1]] in _STOPS] or spots


def _trimmed(quote: Quote) -> Quote:
    kept = len(quote.text.rstrip("，,；;。 "))
    return span(quote.clause, quote.start, quote.start + max(1, kept))
