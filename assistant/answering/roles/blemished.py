"""What the asker tells of itself that a rule wants nobody in the role to have ("近3年无重大违法记录")."""

from __future__ import annotations

import re

from assistant.answering.answer import Verdict
from assistant.answering.grounds.comparing import scaled
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.polarity import finding
from assistant.answering.grounds.scene import Scene, spoken
from assistant.answering.question.term import Term
from assistant.answering.sentences.spans import whole
from assistant.guideline.patterns import regex
from assistant.programmes.quantities import find_quantities

_FREE_OF = regex(
    r"(?<![有毫])(?:无|未(?!来|成年)|没有|不存在|不得有)(?:发生|出现|受到?|列入|纳入|被|有|曾|因|存在)*过?(?P<what>[^，。；]{2,44})"
)
_BLEMISH = (
    "违法", "违规", "违纪", "处罚", "失信", "事故", "事件", "不良", "异常名录", "经营异常", "通报", "造假", "弄虚作假", "不端",
    "处分", "黑名单", "惩戒", "纠纷", "拖欠", "欠薪",
)  # fmt: skip
_TOLD = regex(
    r"(?:有|出|发生|受|被|挨|因|存在|犯|闹|列[入在]|上了|进了|背)过?[^，,。；;？?]{0,12}$|(?:出|发生|受|挨|犯|闹)[过了][^，,。；;？?]{0,12}$"
)
_CLEAN = regex(r"(?:没有?|未|无|不|从没|并未|非)[^，,。；;？?]{0,10}$")
_CLEAN_AFTER = regex(r"[^，,。；;？?]{0,6}(?:都?没有?|从?未|不存在)")
_ASKED = regex(r"(?:哪些|什么|啥|多少|是否|有没有|有无|如果|要是|假如|万一)[^，,。；;？?]{0,16}$")
_BARS = regex(r"(?:的|者)[^，。；]{0,10}[，,]?\s*(?:一律|均)?(?:不得|不予|不能|不可)")
_GRAVE = regex(r"特?重大|严重|较大|恶劣")
_WITHIN = regex(r"(?:近|前|最近|过去)\s?(?P<years>[一二两三四五1-5])\s?个?(?:自然|会计|完整)?年")
_AGO = regex(r"\s?(?:以|之)?前")
_LATELY = regex(r"今年|去年|上个?月|上半年|下半年|刚刚?|最近|近期|正在|现在|目前|本月")
_LEAVE = regex(r"能|可以|行|够|资格|还[报申]|有戏|有机会|没戏")
_PASSIVE = regex(r"(?:被|受|挨)")


def blemished(scene: Scene) -> Finding | None:
    """That whoever tells of what a rule wants nobody to have may not, or that it depends (on how grave it is, or when
    it was); None where nothing of the kind is told, or it is told not to be so."""
    frame, asked = scene.frame, scene.frame.masked
    told = [w for w in _BLEMISH if any(_tells(asked, m.start(), m.end()) for m in re.finditer(w, asked))]
    told += [w for t in frame.terms if _PASSIVE.match(t.words) and _clean_at(asked, t.words) for w in _meant(t)]
    if not told or not frame.whether or frame.denies or not _LEAVE.search(asked):
        return None
    for found in scene.found:
        text = found.passage.text
        if not found.own or not spoken(found.passage):
            continue
        for match in _FREE_OF.finditer(text):
            same = any(w in match["what"] for w in told)
            alike = "事故" in told and "事件" in match["what"]  # not every accident is such an event
            if not (same or alike) or match["what"].endswith("的"):
                continue
            quote = whole(found.passage) if len(text) <= 130 else whole(found.passage, match.start(), match.end())
            verdict = _verdict(scene, match["what"], text[: match.end()]) if same else "conditional"
            return finding(scene, found, verdict, "must", quote)
    return None


def free_of(text: str) -> tuple[str, ...]:
    """What a rule wants nobody to have: who is without it lacks nothing."""
    runs = (m["what"] for m in _FREE_OF.finditer(text))
    return tuple(run for run in runs if any(w in run for w in _BLEMISH))


def unless_clean(scene: Scene, made: Finding | None) -> Finding | None:
    """The finding, None for a no by a rule against something that the question says there is none of."""
    if made is None or made.verdict != "no" or made.reason not in ("must", "prohibited", "contrary"):
        return made
    return None if clean_of(scene, made.quotes[0].text) else made


def clean_of(scene: Scene, text: str) -> bool:
    """Whether the rule is against something that the question says there is none of."""
    asked = scene.frame.masked
    told = [m for w in _BLEMISH if w in text for m in re.finditer(w, asked)]
    clean = [bool(_CLEAN.search(asked[: m.start()]) or _CLEAN_AFTER.match(asked, m.end())) for m in told]
    against = free_of(text) or _BARS.search(text)
    return bool(clean and all(clean) and against and not scene.frame.denies)


def _tells(asked: str, start: int, end: int) -> bool:
    before = asked[:start]
    clean = _CLEAN.search(before) or _CLEAN_AFTER.match(asked, end) or _ASKED.search(before)
    return bool(_TOLD.search(before)) and not clean


def _meant(term: Term) -> list[str]:
    """What documents call the thing that the word tells to have been suffered (被罚过: 处罚)."""
    return [w for w in _BLEMISH if any(w in a for a, _ in term.alternatives)]


def _clean_at(asked: str, word: str) -> bool:
    at = asked.find(word)
    return at >= 0 and not _CLEAN.search(asked[:at]) and not _ASKED.search(asked[:at])


def _verdict(scene: Scene, what: str, rule: str) -> Verdict:
    """A plain no only where the question tells it to be as grave and as late as the rule has it."""
    asked, window = scene.frame.masked, _WITHIN.search(rule)
    years = find_quantities(f"{window['years']}年")[0].interval.low if window else None
    ago = [q for q in scene.frame.quantities if q.dimension == "duration" and _AGO.match(asked, q.end)]
    if years is not None and len(ago) == 1 and ago[0].interval.low is not None:
        back = scaled(ago[0], "年").low
        late = back is not None and back < years
    else:
        late = window is None or bool(_LATELY.search(asked))
    grave = not _GRAVE.search(what) or bool(_GRAVE.search(asked))
    return "no" if grave and late else "conditional"
