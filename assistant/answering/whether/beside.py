"""A yes or a condition that rests on something else than what is claimed: on a figure that was only told, on a rule for
another sort, on who may fill a role where it is asked what follows a loss."""

from __future__ import annotations

from collections.abc import Callable

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.polarity import NECESSARY
from assistant.answering.grounds.scene import Scene
from assistant.answering.grounds.whose import of_others
from assistant.answering.question.claimed import NO_LIMIT, Claim
from assistant.answering.question.frame import CONFIRM
from assistant.answering.question.text import pairs
from assistant.answering.sentences.rulings import rulings
from assistant.answering.sentences.spans import segment_at
from assistant.answering.whether.spent import all_for_one
from assistant.guideline.patterns import regex

_MEASURED = frozenset({"meets", "unsure", "same"})
_OF_A_ROLE = frozenset({"inside", "overlap"})
_TOGETHER = regex(r"一共|总共|合计|加起来|总计|\bin total\b|\baltogether\b")
_EACH = regex(r"每一?(?:[个家所班人户校名]|年|月)")
_EACH_OF_THEM = regex(r"这?[两二三四几]项|分别|各项")
_COUNTED_IN = regex(
    r"(?:也|都|就)(?:能|可以)?(?:算|计)(?!过|出|好)(?:作|为|是|上|进|入)?(?:了?一[家个所名]|在内|在[^，,。]{1,30}[里内中]|其中|[^，,。]{0,10}的那?[一1\d])"
)
_COUNTS = regex(r"(?<![需应须])含|计入|算|包括|视同|视为|在内|合并计算|等同")
_ALIKE = regex(
    r"(?:是|都)?(?:一样|同样)(?:多|少|高|长|的?$)|相同的?$|(?:没有?|无)(?:什么)?[区差]别|也是这(?:个|样)(?:规定|要求|数)?"
)
_TELLS_ALIKE = regex(r"同(?!意|志)|均|都|一律|各[^类地]|分别")
_BOTH = regex(r"(?:都|两[份个项笔][^，,。]{0,6}都|同时|一起)(?:能|可以)?(?:拿|领|享受|得到|报销)")
_TELLS_BOTH = regex(r"同时|均|都|分别|叠加|照常|不冲突|不影响")
_LOST = regex(r"(?:撤销|取消|退出|摘牌|除名)[^，,。]{0,8}(?:以?后|之后|的话)")
_SORT = regex(r"([一-鿿]{2})(类|型)(?!别|号|式)")
_ANY_SORT = regex(r"[两各一同该此本哪几三何种其他这那分大之]")
_PART = regex(r"[，,；;。（()）]")
_ONLY_FOR = regex(r"只能|仅限|限于|仅(?:可|能|用于)")
_MYSELF = regex(r"(?P<who>[一-鿿]{2,8}?(?:单位|企业|学校|高校|院校|部门|个人))(?:自己|自行|直接|单独)(?!申报|承担)")
_UNIT = regex(
    r"^(?:\W|[（(]?[一二三四五六七八九十\d]+[）)、.．])*(?P<who>[一-鿿、]{2,16}?(?:单位|部门|企业|学校|高校|院校))(?!应?具)"
)
_WHOLLY = regex(r"完全|根本|任何(?:情况|单位|人)?|一概|一律|绝对|彻底|一分钱?也|统统|\bat all\b")
_LETS = regex(r"可以?(?!行|复|持|靠|能|再)|允许|除外|除[^，。；]{2,16}外")
_FORBIDS = regex(r"不得|不能|不可以|禁止|严禁|不予|不允许")
_ARTICLE = regex(r"[一1][个家所名位]")
_ENOUGH = regex(r"就?够|达标|满足|合格")
_FAINT = 0.3
_MORE = 0.15
_NEAR = 5
_FORMS = ("row", "field", "heading")

Net = Callable[[Scene, Finding, Claim, str], bool]


def beside(scene: Scene, made: Finding, asked: Claim, text: str) -> bool:
    """Whether the finding, a yes or that it depends, speaks of something else than the claim."""
    return any(net(scene, made, asked, text) for net in _NETS)


def _only_told(scene: Scene, made: Finding, asked: Claim, text: str) -> bool:
    """The figure that was held against a bound is only told; what is to be confirmed is another one."""
    given, masked = dict(made.values).get("given", ""), scene.frame.masked
    if made.reason not in _MEASURED or given not in masked or not given:
        return False
    if len(made.quotes) > 1 and _EACH_OF_THEM.search(asked.last):
        return False  # 这两项够了吗: each figure told was held against its own bound
    start = asked.start
    others = [q for q in scene.frame.quantities if q.start >= start and masked[q.start : q.end].strip() != given]
    if given in asked.last:
        again = masked.find(given) < start <= masked.rfind(given)
        return made.reason == "unsure" and (again or bool(_ARTICLE.fullmatch(given) and others))
    return bool(others)


def _of_each(scene: Scene, made: Finding, asked: Claim, text: str) -> bool:
    """The sum of all is held against a bound on each."""
    bound = dict(made.values).get("bound", "")
    at = text.find(bound)
    if made.reason not in _MEASURED or at < 0 or not _TOGETHER.search(asked.last):
        return False
    return bool(_EACH.search(segment_at(text, at))) and not _EACH.search(asked.last)


def _counted_in(scene: Scene, made: Finding, asked: Claim, text: str) -> bool:
    """One thing is said to count as another, of which the sentence tells nothing."""
    return bool(_COUNTED_IN.search("，".join(asked.parts))) and not _COUNTS.search(text)


def _of_the_others(scene: Scene, made: Finding, asked: Claim, text: str) -> bool:
    """What the sentence says of all others is said of the one that it leaves out."""
    return made.verdict == "yes" and of_others(scene, text)


def _of_another_limit(scene: Scene, made: Finding, asked: Claim, text: str) -> bool:
    """One thing is said to have no bound ("位置没有要求") where the sentence frees another of its own."""
    free = NO_LIMIT.search("，".join(asked.parts))
    if made.verdict != "yes" or free is None:
        return False
    freed = [r.reach for r in rulings(text) if r.force == "free"]
    return bool(freed) and not any(c in reach for reach in freed for c in free["what"])


def _all_for_one(scene: Scene, made: Finding, asked: Claim, text: str) -> bool:
    """All of a sum is to go to one of the things that the sentence names."""
    return made.verdict == "yes" and all_for_one(scene.frame.masked)


def _likened(scene: Scene, made: Finding, asked: Claim, text: str) -> bool:
    """Two things are said to be alike; the sentence tells of one."""
    return bool(_ALIKE.search(asked.last.rstrip("的 "))) and not _TELLS_ALIKE.search(text)


def _both_had(scene: Scene, made: Finding, asked: Claim, text: str) -> bool:
    """Two things are to be had together; the sentence tells of one."""
    return bool(_BOTH.search(asked.last)) and not _TELLS_BOTH.search(text)


def _of_a_role(scene: Scene, made: Finding, asked: Claim, text: str) -> bool:
    """Who may fill a role, where it is asked what follows a loss, or whether one cannot do without something."""
    masked = scene.frame.masked
    return made.reason in _OF_A_ROLE and bool(_LOST.search(masked) or NECESSARY.search(masked))


def _of_another_sort(scene: Scene, made: Finding, asked: Claim, text: str) -> bool:
    """The claim is on one sort ("乙类"), the sentence on another of the same group."""
    mine, theirs = (_sorts(t) for t in ("，".join(asked.parts), text))
    if any(kind in theirs and mine[kind].isdisjoint(theirs[kind]) for kind in mine):
        return True
    ends = pairs(asked.last.strip(" 的了")[-3:])
    for kind, names in mine.items():
        parts = [p for p in _PART.split(text) if _sorts(p).get(kind)]
        own = [p for p in parts if names & _sorts(p)[kind]]
        if own and len(own) < len(parts) and any(e in text and not any(e in p for p in own) for e in ends):
            return True
    return False


def _sorts(text: str) -> dict[str, set[str]]:
    named: dict[str, set[str]] = {}
    for name, kind in _SORT.findall(text):
        if not _ANY_SORT.search(name):
            named.setdefault(kind, set()).add(name)
    return named


def _by_oneself(scene: Scene, made: Finding, asked: Claim, text: str) -> bool:
    """Somebody is to do it alone; the sentence has somebody else do it."""
    mine, theirs = _MYSELF.search("，".join(asked.parts)), _UNIT.search(text)
    if not mine or not theirs or made.reason in _OF_A_ROLE:
        return False
    return mine["who"][-4:] not in text and theirs["who"] not in scene.frame.masked


def _wholly(scene: Scene, made: Finding, asked: Claim, text: str) -> bool:
    """All of it is said to be barred; the sentence bars a part, or another one lets a part."""
    claimed = "，".join(asked.parts)
    bar = _FORBIDS.search(text)
    if made.verdict != "yes" or made.reason != "prohibited" or not _WHOLLY.search(claimed) or not bar:
        return False
    if any(_LETS.search(f.passage.text) for f in scene.found[:_NEAR] if f.own and f.coverage >= made.coverage):
        return True
    barred = segment_at(text, bar.start()).split(bar.group())[0]
    strange = [p for p in pairs("".join(c for c in barred if "一" <= c <= "鿿")) if p not in scene.frame.text]
    return len(strange) > 1


def _bars_another(scene: Scene, made: Finding, asked: Claim, text: str) -> bool:
    """A prohibition that holds nothing of what is said not to be."""
    if made.reason != "prohibited" or made.verdict != "yes" or not asked.denied or scene.frame.denies:
        return False
    told = [t for t in scene.frame.terms if t.kind != "unit" and any(t.words in run for run in asked.denied)]
    last = max(told, key=lambda t: scene.frame.masked.rfind(t.words), default=None)
    return last is not None and not any(a in text for a, _ in last.alternatives)


def _only_for_another(scene: Scene, made: Finding, asked: Claim, text: str) -> bool:
    """A sentence that lets one thing only, of which the claim has another."""
    if made.verdict != "yes" or made.reason not in ("", "must") or not (only := _ONLY_FOR.search(text)):
        return False
    last = [t for t in scene.frame.terms if t.words in asked.last and t.words not in text[: only.start()]]
    return any(t.weight >= _FAINT and not any(a in text for a, _ in t.alternatives) for t in last)


def _part_untold(scene: Scene, made: Finding, asked: Claim, text: str) -> bool:
    """Of several things claimed together one is not spoken of at all, by the words that head the clause neither."""
    if made.verdict != "yes" or made.reason not in ("", "must") or not CONFIRM.search(scene.frame.masked):
        return False
    head = made.quotes[0].clause.text.lower().partition("。")[0]
    for part in asked.parts[1:]:
        told = [t for t in scene.frame.terms if t.words in part and t.weight >= 1.0]
        if told and not any(a in text or a in head for t in told for a, _ in t.alternatives):
            return True
    return False


def _other_than_a_number(scene: Scene, made: Finding, asked: Claim, text: str) -> bool:
    """Who may fill a role, where a number is said to be enough."""
    start, enough = asked.start, _ENOUGH.search(asked.last)
    return made.reason in _OF_A_ROLE and bool(enough) and any(q.start >= start for q in scene.frame.quantities)


def _of_a_sister(scene: Scene, made: Finding, asked: Claim, text: str) -> bool:
    """Another sentence of the clause explains clearly more of the question than the one that says yes."""
    if made.verdict != "yes" or made.reason not in ("", "must") or not scene.found:
        return False
    best = scene.found[0]
    mine = next((f for f in scene.found if f.passage.text.lower() == text), None)
    if mine is None or best is mine or best.passage.clause is not mine.passage.clause:
        return False
    return best.coverage >= mine.coverage + _MORE and best.score > mine.score


_NETS: tuple[Net, ...] = (
    _of_a_sister,
    _of_the_others,
    _of_another_limit,
    _all_for_one,
    _bars_another,
    _only_for_another,
    _part_untold,
    _other_than_a_number,
    _only_told,
    _of_each,
    _counted_in,
    _likened,
    _both_had,
    _of_a_role,
    _of_another_sort,
    _by_oneself,
    _wholly,
)


def only_a_case(made: Finding) -> bool:
    """Whether the question only repeats the case that a sentence rules ("低于70分的……"): that settles nothing."""
    hinge = made.hinge
    if made.reason != "unsure" or hinge is None or hinge.given is None or hinge.bound is None:
        return False
    return hinge.given.interval == hinge.bound.interval and not hinge.given.interval.exact


def strange(scene: Scene, made: Finding, asked: Claim, text: str) -> bool:
    """Whether it is only said to depend, by a line of a form or a sentence without a word of what is claimed last."""
    if made.verdict != "conditional" or made.reason not in ("", "optional") or not CONFIRM.search(scene.frame.masked):
        return False
    if made.reason == "optional":
        return made.quotes[0].clause.kind in _FORMS
    last = [t for t in scene.frame.terms if t.words in asked.last]
    return bool(last) and not any(a in text for t in last for a, _ in t.alternatives)
