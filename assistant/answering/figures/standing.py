"""Whether a question tells that whoever asks is in a case that a rule is made for, that it is not, or neither."""

from __future__ import annotations

import re
from typing import Literal

from assistant.answering.grounds.case_told import alternatives, case_told
from assistant.answering.grounds.comparing import Compared, against, comparable
from assistant.answering.grounds.scene import Scene, quantities_in
from assistant.answering.question.text import pairs
from assistant.answering.sentences.spans import segments
from assistant.guideline.patterns import regex
from assistant.guideline.values import Quantity
from assistant.programmes.numerals import half_width
from assistant.programmes.regions import regions

Standing = Literal["told", "denied", "open"]

_DENIED = regex(
    r"(?:不是|并非|非|没(?:有|评过?|得过?|拿过?|入选|被|获)?|未|不(?:属于?|算|在|含|带|列入)|无|\bnot?|\bwithout|n't)[^，,。；;]{0,8}$"
)
_DENIED_BEHIND = regex(
    r"[^，,。；;？?能可没不]{0,4}(?:都|也|啊|倒)?(?:没有?|未)(?:评|拿|得|进|有|列|入|过|上|被|取|获)*(?=[，,。；;？?了呢吗]|$)"
)
# What is told of somebody else, or is still to come.
_NOT_ONES_OWN = regex(
    r"正在|准备|打算|计划|(?<!虚)拟|申请(?!单位|人|主体|方)|即将|快要|差点|明年|后年|下半年|想[要去当评搬做拿]|搬[到去]|迁[到去入]|(?:服务于?|面向|帮助?|给)$"
    r"|老[婆公]|爱人|妻子|丈夫|[他她我你咱][爸妈爹娘]|父[亲母]|母亲|儿子|女儿|兄弟|姐妹|亲戚|朋友|同学|同事|隔壁|别(?:人|家)?的|其[他它]|另[外一]"
)
_BESIDE_IT = regex(
    r"[一-鿿]{0,4}?的?(?:徒弟|学生|弟子|家属|子女|孩子|亲属|旁边|对面|附近|周边|隔壁|边上|以外|之外|外面|邻近|候选|培训班)"
)
# What somebody has heard of a rule tells nothing about who asks: 听说山区县放宽了, 不是能延到5年嘛.
_HEARSAY = regex(
    r"(?:既然|听说|据说|不是(?:说|都|可以|能|已经?)?)[^，,。；;？?]*(?:放宽|放低|降低|降到|延长|延到|增加|多[报给]|可以|能)[^，,。；;？?]*"
)
_OF_ANYBODY = ("人员", "企业", "单位", "公司", "学校", "机构", "项目", "基地", "平台")
_LEVEL = r"(?P<level>国家|全国|部|省|自治区|设区市|地市|市|县|区|乡|镇|校)"
_OF_LEVEL = regex(
    rf"{_LEVEL}级?(?P<up>(?:及)?以上)?的?(?P<noun>[一-鿿]{{2,}})|{_LEVEL.replace('level', 'bare')}级的?(?=\W|$)"
)
_IN_A_PLACE = regex(r"(?:在|到|、|和|及|是)([一-鿿]{2}[县区市州旗])(?![级属域里外内])")
_RANK = {
    "国家": 5,
    "全国": 5,
    "部": 5,
    "省": 4,
    "自治区": 4,
    "设区市": 3,
    "地市": 3,
    "市": 3,
    "县": 2,
    "区": 2,
    "乡": 1,
    "镇": 1,
    "校": 0,
}
_ZONE = regex(r"(?P<zone>西部|东北|中部|东部)(?:地区|省份)?")
_FRAME = regex(
    r"牵头|申报|依托单位为|[已经被]?(?:列入|纳入|认定|入选|获批)|目录|名单|(?:国家|省|市|县|区)级(?:及?以上)?|[的为由、，已经]"
)
_BELONGS = regex(r"(?:所属|下属|举办|开办|设立)的?.*$")  # 医院所属实验室: whose it is tells the case
_LACK = regex(r"^\W*(?:尚?未|没有|无|不具备|不设)(?P<what>[^，,]{2,})$")
_SAVED = regex(r"^\W*(?:[一二三四五六七八九十\d]{1,3}[）)、.．]\s*)?除.+外[，,]?$")  # 除公益展演外
_HEADING = regex(r"\W*[一二三四五六七八九十\d]{1,3}[）)、.．]\s*[^，,。；;：:\d]{1,10}[。：:]")  # （三）规模。
_SHARE, _ALIKE = 0.6, 0.9


def standing(scene: Scene, case: str) -> Standing:
    """How the case told stands to that of the rule, each of its alternatives tried; open where it is told of somebody
    or something else, or as what is still to come ("他老婆有高级职称", "正在评", "准备搬到山区县")."""
    made, low = _standing(scene, case), half_width(case).lower()
    return "open" if made == "told" and _of_another(scene, low) else made


def _of_another(scene: Scene, case: str) -> bool:
    """Whether the question tells the case, in any of its words, of something else, or as still to come."""
    asked = scene.frame.masked
    cores = [_core(part) for part in (alternatives(case) or [case])]
    alike = {t.words for t in scene.frame.terms if any(a in case for a, f in t.alternatives if f >= _ALIKE)}
    named = {p for c in cores for p in pairs(c)} | alike
    spots = (m.span() for w in named if len(w) > 1 for m in re.finditer(re.escape(w), asked))
    return any(
        _NOT_ONES_OWN.search(re.split(r"[，,。；;？?]", asked[:start])[-1]) or _BESIDE_IT.match(asked, end)
        for start, end in spots
    )


def _standing(scene: Scene, case: str) -> Standing:
    low = half_width(case).lower()
    if _SAVED.match(low):
        return "told" if case_told(scene, low) else "open"
    for reader in (_by_figure, _by_named_place, _by_sort, _by_place, _by_level):
        if made := reader(scene, low):
            return made
    asked = _HEARSAY.sub("，", scene.frame.masked)
    if lack := _LACK.search(low):
        return _by_lack(scene, asked, lack["what"])
    cores = [c for part in (alternatives(low) or [low]) if (c := _core(part))]
    if any(_denied(asked, c) for c in cores):
        return "denied"
    if units := _by_unit(scene, low):
        return units
    if any(_words_told(scene, asked, c) for c in cores):
        return "told"
    return "told" if asked == scene.frame.masked and case_told(scene, low) else "open"


def _by_lack(scene: Scene, asked: str, what: str) -> Standing:
    """A case that is a lack ("没有物业服务企业的"): who is told to be without it is in it."""
    core = _core(what)
    if _denied(asked, core):
        return "told"
    return "denied" if _words_told(scene, asked, core) else "open"


def bounded_apart(scene: Scene, text: str, bound: int, eased: int) -> bool:
    """Whether what the question is about stands in the text before the run from the bound at `bound` to what eases it,
    up to `eased`, and not within it: it has a bound of its own there ("服务商应满3年。……企业应满2年；高新技术企业放宽至1年")."""
    head = _HEADING.match(text)
    run = text[:eased].lower()
    widened = run[max((s for s, _ in segments(run) if s <= bound), default=0) :]
    telling = (t.words for t in scene.frame.terms if t.weight >= 0.8 and t.kind == "word")
    return any(w in run[head.end() if head else 0 :] and w not in widened for w in telling)


def _core(case: str) -> str:
    """What is telling in the case: a kind that everybody is of says nothing."""
    return next((case.removesuffix(w) for w in _OF_ANYBODY if case.endswith(w) and case != w), case).strip("的，,、")


def _denied(asked: str, core: str) -> bool:
    for at in range(len(core) - 1):
        spot = asked.find(core[at : at + 2])
        goes_on = at and spot and asked[spot - 1] == core[at - 1]  # 非遗: what it begins with denies nothing
        if spot >= 0 and not goes_on and (_DENIED.search(asked[:spot]) or _DENIED_BEHIND.match(asked, spot + 2)):
            return True
    return False


def _words_told(scene: Scene, asked: str, core: str) -> bool:
    words = {a for t in scene.frame.terms for a, f in t.alternatives if f >= 0.9 and a in core and len(a) > 1}
    words = {a for a in words if any(t.words in asked for t in scene.frame.terms if (a, 1.0) in t.alternatives)} | {
        a for a in words if a in asked
    }
    known = {p for w in words for p in pairs(w)} | pairs(asked)
    wanted = pairs(core) or frozenset({core})
    return sum(p in known for p in wanted) >= _SHARE * len(wanted)


def _by_figure(scene: Scene, case: str) -> Standing | None:
    """A case that is told by a figure ("营业收入2亿元以上的"): the one that the question gives of the same."""
    bounds = [q for q in quantities_in(case) if not q.interval.exact]
    if len(bounds) != 1:
        return None
    given = [q for q in scene.frame.quantities if comparable(q, bounds[0]) and _of(scene, q, case, bounds[0])]
    bound = bounds[0].interval
    results: set[Compared] = {"meets" if q.interval == bound else against(q.interval, bound) for q in given}
    if len(results) != 1:
        return "open"
    ways: dict[Compared, Standing] = {"meets": "told", "under": "denied", "over": "denied"}
    return ways.get(results.pop(), "open")


def _of(scene: Scene, given: Quantity, case: str, bound: Quantity) -> bool:
    before = re.split(r"[，,；;、]", scene.frame.masked[: given.start])[-1]
    return bool(pairs(before) & pairs(case[: bound.start]))


def _by_sort(scene: Scene, case: str) -> Standing | None:
    """A sort that the document has names for: who is of another one beside it is not of this."""
    said = scene.frame.text + " ".join(t.words for t in scene.frame.terms)
    for group in scene.sorts:
        ruled = {n for n in group if n in case}
        told = {n for n in group if n in said}
        if ruled and told:
            return "told" if told <= ruled else "denied" if not told & ruled else "open"
    return None


def _by_place(scene: Scene, case: str) -> Standing | None:
    """A part of the country, or places by name."""
    mine = [p for p in scene.frame.places if regions().province(p)]
    zones = {m["zone"] for m in _ZONE.finditer(case)}
    if zones:
        asked = scene.frame.masked
        if any(z in asked and not _denied(asked, z) for z in zones):
            return "told"
        held = [regions().zone(p) for p in mine]
        return None if not held or "" in held else "told" if zones & set(held) else "denied"
    named = regions().places(case)
    if len(named) > 1 and mine:
        return "told" if any(regions().within(p, n) for p in mine for n in named) else "denied"
    return None


def _by_named_place(scene: Scene, case: str) -> Standing | None:
    """Places that the case lists by name ("注册在甲县、乙县的"), and another where the question tells to be: no map knows
    them all."""
    ruled, mine = set(_IN_A_PLACE.findall(case)), set(_IN_A_PLACE.findall(scene.frame.masked))
    if not ruled or not mine or any(p in scene.frame.masked for p in ruled) or any(p in case for p in mine):
        return None
    return "open" if "等" in case else "denied"


def _by_level(scene: Scene, case: str) -> Standing | None:
    """A title or a standing of a level: that of a lower one is not enough ("省级技术能手": 全国技术能手), nor that of
    another where none is said to do from it upwards."""
    told = [(_RANK[m["bare"] or m["level"]], _titled(m)) for m in _OF_LEVEL.finditer(scene.frame.masked)]
    for ruled in _OF_LEVEL.finditer(case):
        noun, rank = _titled(ruled), _RANK[ruled["bare"] or ruled["level"]]
        mine = {r for r, n in told if not n or not noun or n == noun}
        if mine and all(r < rank or r > rank and not ruled["up"] for r in mine):
            return "denied"
    return None


def _titled(match: re.Match[str]) -> str:
    """How the noun behind a level begins, "" where the level stands alone."""
    return (match["noun"] or "").lstrip("级")[:2]


def _by_unit(scene: Scene, case: str) -> Standing | None:
    """A kind of unit: who is of none that it names, where it names nothing else, is not in the case."""
    generic, owner = scene.taxonomy.generic, _BELONGS.sub("", case)
    ruled = tuple(m.unit for m in scene.taxonomy.find(owner) if m.unit.kind not in generic)
    mine = [u for u in scene.frame.units if u.kind not in generic]
    if not ruled or not mine:
        return None
    relations = {scene.taxonomy.relation_any(u, ruled) for u in mine}
    rest = owner
    for unit in ruled:
        rest = rest.replace(unit.words.lower(), "")
    bare = len(_FRAME.sub("", rest)) < 2
    if "inside" in relations:
        return "told" if bare and owner == case else None
    if relations == {"outside"}:
        return "denied" if bare else "open"  # 山区县企业: a school there
    return None
