"""The checks by which a sentence contradicts what a question takes for granted, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.answering.grounds.case_told import duty_untold
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.polarity import NECESSARY, Mode, aims_at, core, finding, governed, without_a_not_a
from assistant.answering.grounds.proof import LOSS, PAPERS, tells
from assistant.answering.grounds.scene import Scene, spoken, stated_in
from assistant.answering.question.claimed import NO_LIMIT
from assistant.answering.question.text import pairs
from assistant.answering.sentences.respective import respective
from assistant.answering.sentences.spans import around, segment_at, segments, where
from assistant.answering.whether.alternatives import CHOICE, DOOMED, LACK, either
from assistant.answering.whether.hedging import crossed, hedged, to_come
from assistant.answering.whether.leave import let_or_forbidden
from assistant.answering.whether.leaving_out import lacking_there, left_out, loss_for_it, only_background
from assistant.answering.whether.prohibiting import forbidden
from assistant.guideline.patterns import regex

_NEAR = 6  # sentences among which the one on the very thing is
_WEIGHTY = 3.0  # a word of the question that a sentence has to speak of to leave it open
CONDITION = regex(
    r"符合.{0,12}(?:条件|规定)|视情|必要时|酌情|如有|原则上|经.{1,16}(?:同意|批准)|适当|在.{2,20}前提下|的，"
)
_STEP = regex(
    r"整改|验收|评审|公示|考察|审核|审查|初审|初核|复核|核查|核验|受理|遴选|无异议|告知|陈述|答辩|酌情|通过后|批准(?!的)|备案|启动|评估|退出|动态管理|撤销|取消"
)
_EVERY = regex(r"(?:每一?[个家所位名次份]|所有|全部|任何)[^，,。；;？?]{0,10}(?:都|均)|一律|无一例外")
_NOT_SURE = regex(r"优先|争取|鼓励|择优|一定数量|有机会|努力")
_DIRECTLY = "直接"
_SOLELY = regex(
    r"(?:只|就|光|仅|单)(?:是|要)?(?:提交|邮寄|交|发|寄|报|给|传|弄|送)(?:一?[个份张]|了)?(?P<what>[a-z]{2,5}|[一-鿿]{2,4})(?:版|格式|的)?"
    r"(?=[，,行可成就吗吧不能])"
)
_BOTH = regex(r"(?P<first>[a-z一-鿿]{2,10}版)(?:和|及|与|、)(?P<second>[a-z一-鿿]{2,12}版)")
_HOLDER = regex(r"牵头(企业|学校|高校|院校|园区)")
_TO = regex(
    r"(?:(?:交|报|寄|送|递|发)(?:到|至|给|去)(?P<whom>(?:(?![吗呢吧])[一-鿿]){3,12}?)"
    r"|[交报寄送递](?P<office>[一-鿿]{2,8}?(?:局|委|厅|部门)))"
    r"(?:的?吧|可以|行|吗|就|对|不|，|,|[?？]|$)"
)
# A district's office is told by its field alone: 区教育局 is 属地教育部门.
_OF_THE_DISTRICT = regex(r"^(?:[区县]|本地|当地|属地)(?:里|级|上)?的?([一-鿿]{2,4}?)(?:行政|主管)?(?:部门|[局委])$")
_SENT_TO = regex(
    r"(?:(?:报送|寄送|发送|邮寄)(?:至|给|到)?|[报送寄](?:至|给|到))[^，。；]{0,12}(?:办公室|局|委|处|厅|部|中心|单位|部门)"
)
_ONE_SORT = regex(r"[仅只](?:有)?([一-鿿]{1,6})(项目|类|单位|企业|学校|人员)(?:须|需|应|可|能|参加)")
_BY = regex(r"由|归|得我们|我们(?:来|这边|单独|自己)|我方|\bby us\b|\bourselves\b|\bon our own\b")
_IN_ITS_PLACE = regex(r"(?:能|可以|是否|是不是|能不能|应该)(?:填|写|是|由|算)?([^，。？?]{2,20})")
_BOUNDED = regex(r"应(?!用)|须|围绕|限于|仅|不得")
_CITY_OFFICE = regex(r"(?<![城都超上])市(?![里级的属域场内外区])[一-鿿]{2,6}?(?:局|委)(?![员托会])")


def defined(scene: Scene, found: Found) -> Finding | None:
    """A definition, "X means Y": whatever the question puts in the place of X must stand in Y."""
    match = re.match(
        r"\W*([^，。：]{2,16}?)(?:是指|系指|指(?![南标导定引数向令派挥]))([^。]{4,60})", found.passage.text
    )
    if not match:
        return None
    held = [w for w in scene.words(found) if w in match.group(1).lower()]
    asked = _IN_ITS_PLACE.search(scene.frame.masked)
    if not held or not asked or any(w in asked.group(1) for w in held):
        return None
    inside = any(p in match.group(2) for w in re.findall(r"[一-鿿]{2,}", asked.group(1)) for p in pairs(w))
    return None if inside else finding(scene, found, "no", "contrary")


def abroad(scene: Scene, found: Found) -> Finding | None:
    """The sentence wants registration or seat in China; the question's unit is abroad."""
    if not found.own:
        return None
    match = re.search(r"(?:中国|我国)?境内|国内", found.passage.text)
    if not match:
        return None
    return finding(
        scene, found, "no", "abroad", around(found.passage, match.start(), match.end(), scene.words(found), 120)
    )


def _respectively(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    """The sentence says "A, B and C to X, Y and Z respectively": A goes to X, not to Y."""
    text = found.passage.text
    if (office := _CITY_OFFICE.search(scene.frame.masked)) and "属地" in text:
        # Whose papers go to which district office is not where they go in the end.
        ends = [text[s:e] for s, e in segments(text) if _CITY_OFFICE.search(text[s:e])]
        own = [t for t in ends if any(n in t for n in scene.names) or len(ends) == 1]
        return finding(scene, found, "no", "contrary") if own and not any(office.group() in t for t in own) else None
    for left, right in respective(found.passage.text):
        mine = [k for k, name in enumerate(left) if name in scene.frame.text or name in scene.names]
        asked = [k for k, name in enumerate(right) if name[:2] in scene.frame.masked]
        mine = mine or [k for k, name in enumerate(left) if _of_asker(scene, name)]
        if len(mine) == 1 and asked and mine[0] not in asked:
            return finding(scene, found, "no", "contrary")
        if len(mine) == 1 and asked == mine and tells(scene, found):
            return finding(scene, found, "no" if scene.frame.denies else "yes", "")
        if not mine and asked and len(asked) < len(right) and tells(scene, found):
            return finding(scene, found, "conditional", "")
    return None


def _of_asker(scene: Scene, name: str) -> bool:
    """Whether the name is of the kind of unit that asks ("我们公司的": 企业实践中心)."""
    asked = scene.frame.masked
    kinds = {u.kind for u in scene.frame.units if re.search(rf"(?:我们?|咱们?|俺们?|本)(?:这家)?{u.words}", asked)}
    return any(m.unit.kind in kinds for m in scene.taxonomy.find(name))


def addressee(scene: Scene) -> Finding | None:
    """The papers go to somebody else than the question says: the first sentence that tells where they go decides."""
    asked = _TO.search(scene.frame.masked)
    if not asked:
        return None
    parts = pairs(_OF_THE_DISTRICT.sub(r"\1", asked.group("whom") or asked.group("office")))
    papers = [t.words for t in scene.frame.terms if PAPERS & set(t.concepts) and t.words != "材料"]
    for found in scene.found[:30]:
        text = found.passage.text
        if not found.own or found.coverage < 0.4 or not _SENT_TO.search(text) or not spoken(found.passage):
            continue
        if papers and not any(w in text for w in papers):
            continue
        told = sum(p in text for p in parts)
        return finding(scene, found, "no", "contrary") if told * 2 < len(parts) else None
    return None


def _other_agent(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    """The sentence says by whom a thing is done ("由牵头单位编制"); the question gives it to the other role."""
    role, text, asked = scene.frame.role, found.passage.text, scene.frame.masked
    others = {"joint": "牵头", "member": "牵头", "lead": "联合|参与|成员"}.get(role)
    if not others or found.coverage < 0.45 or re.search(others, asked) or not _BY.search(asked):
        return None
    for match in re.finditer(r"由([^，。；由]{0,8}?)(?:单位|方|高校|院校|企业|学校)(?=[^，。；]{2,})", text):
        segment = segment_at(text, match.start())
        things = (i for i in found.own if not scene.frame.terms[i].about_role and scene.frame.terms[i].kind != "unit")
        said = (a for i in things for a, _ in scene.frame.terms[i].alternatives if scene.frame.terms[i].weight >= 1.5)
        if re.search(others, match.group(1)) and any(a in segment.lower() for a in said):
            return finding(scene, found, "no", "contrary")
    return None


def _anything(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    """The question says "whatever"; the sentence sets bounds."""
    if "anything" not in scene.frame.marks or found.coverage < 0.45:
        return None
    return finding(scene, found, "no", "must") if _BOUNDED.search(found.passage.text) else None


def _office(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    """An office is named where the sentence names another of the same level as the one that receives."""
    named = _CITY_OFFICE.findall(scene.frame.masked)
    text = found.passage.text
    if not named or not re.search(r"报送至|负责|送至|报至", text):
        return None
    held = _CITY_OFFICE.findall(text)
    return finding(scene, found, "no", "contrary") if held and not set(named) & set(held) else None


def _other_role(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    """The question says "the lead school" where the sentence says "the lead enterprise"."""
    asked = set(_HOLDER.findall(scene.frame.masked))
    held = set(_HOLDER.findall(found.passage.text))
    if kind == "permission" or not asked or not held or asked & held or found.coverage < 0.5:
        return None
    return finding(scene, found, "no", "contrary")


def _other_units(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    """The sentence speaks of units of that sort, but of none that the asked one belongs to."""
    asked = [
        u for u in scene.frame.units if u.feature("designation") or u.feature("ownership") or u.feature("affiliation")
    ]
    if (
        not asked
        or found.coverage < 0.5
        or re.search(r"如有需要|视情|鼓励|优先", found.passage.text)
        or stated_in(scene, found.passage, "quota")
    ):
        return None  # how many each kind may submit shuts out none
    ruled = [m.unit for m in scene.taxonomy.find(found.passage.text) if m.unit.features]
    same = [r for r in ruled if scene.taxonomy.descendants(r.kind) & scene.taxonomy.descendants(asked[0].kind)]
    if not same:
        return None
    relation = scene.taxonomy.relation_any(asked[0], tuple(same))
    if relation == "outside":
        return finding(
            scene, found, "no", "closed", asked=asked[0].words, rule="、".join(r.words for r in same), role="role_none"
        )
    return None


def _only_one(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    """To hand in nothing but the one of several forms that the sentence asks for side by side."""
    sole = _SOLELY.search(scene.frame.masked)
    if not sole or kind == "truth" or found.coverage < 0.5:
        return None
    for match in _BOTH.finditer(found.passage.text.lower()):
        first, second = match["first"], match["second"]
        if (sole["what"] in first) != (sole["what"] in second):
            return finding(scene, found, "no", "must")
    return None


def _lacking(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    """Somebody lacks what the sentence requires, or what it only prefers."""
    asked = without_a_not_a(scene.frame.masked)
    if kind == "obligation" or not LACK.search(asked):
        return None
    if kind == "truth" and only_background(scene, LACK):
        return None
    text = found.passage.text
    lacked = aims_at(scene, found, LACK)
    if found.coverage < 0.4 or not lacked or lacking_there(text, lacked) or loss_for_it(scene, text):
        return None
    if any(w[0] in "未不没无" for w in lacked):
        return None  # the sentence rules the very case of lacking it ("未通过的单位可以……")
    clauses = [text[s:e] for s, e in segments(text) if any(w in text[s:e].lower() for w in lacked)] or [text]
    if all(c.endswith(("的，", "的,")) for c in clauses):
        return None  # 仅变更丙的，……: the case of a rule orders nothing
    clause, free = clauses[0], NO_LIMIT.search(asked)
    if free and not any(c in clause for c in free["what"]):
        return None  # 地点没有限制: no bound on another thing says otherwise
    if re.search(r"优先|鼓励|可", clause) and not re.search(r"应|须|需(?!求)", clause):
        return finding(scene, found, "no" if DOOMED.search(asked) else "conditional", "optional")
    if kind == "truth" or re.search(r"应(?!用)|须|需具|具有|具备|不少于|至少", text):
        at, until = where(text, lacked, scene.words(found))
        return finding(scene, found, "no", "must", around(found.passage, at, until, lacked, 80))
    return None


def _soft(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    """The question says "only" or "must"; the sentence merely encourages, prefers or leaves it open."""
    necessary = NECESSARY.search(scene.frame.masked)
    if "exclusive" not in scene.frame.marks and not necessary or found.coverage < 0.45:
        return None
    for match in CHOICE.finditer(found.passage.text):
        options = [o for o in re.split(r"、|或者?|和", match["list"]) if len(o) > 1]
        if sum(o[-3:] in scene.frame.masked for o in options) == 1 < len(options):
            return finding(scene, found, "no", "optional")
    if _of_another_thing(scene, found) or _leaves_much(scene, found) or duty_untold(scene.frame, found.passage.text):
        return None
    telling = governed(scene, found)
    if _of_other_kinds(scene, found, telling):
        return None
    if re.search(r"必要时|视情|酌情|积极协调|予以支持", telling):
        return finding(scene, found, "no" if _EVERY.search(scene.frame.masked) else "conditional", "optional")
    if re.search(
        r"鼓励|倾斜|优先|为主|自愿|可(?!行|复|持|靠|能性)|积极|(?<!能够)(?<!能)协调", telling
    ) and not re.search(r"应(?!用)|须|必须", telling):
        return finding(scene, found, "no", "optional")
    return None


def _leaves_much(scene: Scene, found: Found) -> bool:
    """Whether the sentence has nothing of most of what is asked, units and roles aside: it leaves that open no more
    than it orders it."""
    told = [(i, t.weight) for i, t in enumerate(scene.frame.terms) if t.kind != "unit" and not t.is_role]
    weighty = [(i, w) for i, w in told if w >= _WEIGHTY]
    return 2 * sum(w for i, w in weighty if i not in found.matched) > sum(w for _, w in weighty)


def _of_other_kinds(scene: Scene, found: Found, told: str) -> bool:
    """Whether a kind of unit is all that is asked about and what is told names only others, in whose names its own
    may stand (中小企业服务中心: 企业)."""
    asked = [u for u in scene.frame.units if u.kind not in scene.taxonomy.generic]
    if not asked or any(scene.frame.terms[i].kind != "unit" and scene.frame.terms[i].weight >= 1.5 for i in found.own):
        return False
    named = [m.unit for m in scene.taxonomy.find(told) if m.unit.kind not in scene.taxonomy.generic]
    within = (scene.taxonomy.relation(*pair) == "inside" for a in asked for n in named for pair in ((a, n), (n, a)))
    return bool(named) and not any(within)


def _of_another_thing(scene: Scene, found: Found) -> bool:
    """Whether the sentence speaks of what is asked only by a sister word (理事会: 领导小组) while another sentence has
    the asker's own: then it frees nobody of that."""
    low = found.passage.text.lower()
    own = (t.words for t in scene.frame.terms if t.kind == "concept" and t.weight >= 2.0 and len(t.words) > 2)
    return any(w not in low and any(w in f.passage.text.lower() for f in scene.found[:_NEAR]) for w in own)


def _hasty(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    """The question says "at once" or "always"; the sentence puts steps or conditions in between."""
    absolute = "absolute" in scene.frame.marks
    if not absolute and "haste" not in scene.frame.marks or found.coverage < (0.3 if absolute else 0.45):
        return None
    asked = scene.frame.masked
    if kind == "obligation" and not scene.lexicon.mark["haste"].search(scene.frame.asking_part):
        return None  # 别人讲立刻动工，还要备案吗: the haste is only told
    if to_come(scene) or _DIRECTLY in asked and any(_DIRECTLY in f.passage.text for f in scene.found[:6]):
        return None  # 由学校直接报送: the documents say so themselves
    spoken_of = [i for i, t in enumerate(scene.frame.terms) if t.grounded and not t.about_role]
    last = max(spoken_of, default=-1, key=lambda i: asked.rfind(scene.frame.terms[i].words))
    if last not in found.own and (not absolute or any(last in f.own for f in scene.found[:6])):
        return None
    steps = [m.group() for m in _STEP.finditer(found.passage.text) if m.group() not in asked]
    if scene.frame.concepts & LOSS:  # the loss itself is no step before it
        steps = [s for s in steps if s not in ("撤销", "取消", "退出")]
    conditions = CONDITION.search(found.passage.text) or absolute and _NOT_SURE.search(core(scene, found))
    return finding(scene, found, "no", "step") if steps or conditions else None


def _only_others(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    """The sentence is about one sort only: another sort of the same is out, and none told makes it depend."""
    match = _ONE_SORT.search(found.passage.text)
    if not match or found.coverage < 0.45 or match.group(1) in scene.frame.masked:
        return None
    noun, asked = match.group(2), scene.frame.masked
    sorts = [t.words.removesuffix(noun) for t in scene.frame.terms if t.kind != "unknown" and t.weight >= 0.5]
    others = [s for s in sorts if len(s) > 1 and s + noun in asked and s not in found.passage.text]
    if others or re.search(rf"(?:一般|普通|其他|其它|其余|别的)的?{noun}", asked):
        return finding(scene, found, "no", "contrary")
    return finding(scene, found, "conditional", "") if kind != "truth" and tells(scene, found) else None


CHECKS: tuple[Callable[[Scene, Found, Mode], Finding | None], ...] = (
    either,
    crossed,
    _other_agent,
    _anything,
    _respectively,
    _office,
    _other_role,
    _other_units,
    _only_one,
    left_out,
    _lacking,
    _soft,
    _hasty,
    _only_others,
    hedged,
    let_or_forbidden,
    forbidden,
)
