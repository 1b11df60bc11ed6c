"""Another office than the one that a sentence gives an act to: "是教育部发的吗" over a centre's notice."""

from __future__ import annotations

import re

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.polarity import Mode, finding
from assistant.answering.grounds.scene import Scene, spoken
from assistant.answering.question.text import short_for
from assistant.answering.question.told_in_english import SENT_TO
from assistant.answering.sentences.respective import respective
from assistant.answering.sentences.spans import segments
from assistant.guideline.patterns import regex

_OFFICE = regex(
    r"(?:国务院|国家|省|市|区|县|部|厅)?[一-鿿]{1,12}?(?:发展促进中心|促进中心|服务中心|管理中心|办公室|委员会|教育司|教育厅|教育局|教育部"
    r"|发改委|经信局|财政局|人社局|科技局|科技厅|工信厅|工信部|信息化部|人社厅|财政厅|司局|公司|[一-鿿]{0,2}(?:行政|主管)部门"
    r"|(?<![关能个务主])部门(?=审|盖|初|签|负责|组织|出具|汇总|推荐))"
)
_ASKED = regex(
    r"(?:是不是|是(?!由)|由|归|让|找|请)(?P<who>[一-鿿]{2,20}?(?:部|司|局|委|厅|中心|办公室|处|办)(?:[一-鿿]{2,6}(?:司|处))?|中心|办公室)"
    r"(?=[^，,。？?]{0,12}(?:的|来|负责|组织|发|办|管|审|批|定|盖|写|编|填|做))"
)
_ITSELF = regex(
    r"(?:牵头|联合申报|申报|建设|成员|依托|参与|共建)(?:单位|方)(?=应(?!用)|须|需(?!求)|要(?!求|素|点)|负责)"
)
_ACT = regex(r"签字|章|发|组织|负责|认定|审|批|盖|印发|办理|管|定|解释|受理|做好|编制|X")
_GIVEN_TO = regex(r"由|让|找|请|归")
_SORT = regex(r"(?:行政|主管)?(?:部门|委员会|局|委|厅|处|司|办公室|中心)$")
_SHARE = 0.75
# What a body gives out or decides, and the same done by who asks.
_MYSELF = regex(
    r"(?:我们?|我[校司院]|咱们?|俺们?|本[校院司]|本单位|学校|院校|高校|企业|公司|单位|园区)(?:学校|公司|单位|企业|院校|这边)?"
    r"(?:自己|自行|自个儿|自主)(?:来|去|找人|请人)?(?P<act>[^，,。；;？?]{1,14})"
)
_BY_A_BODY = regex(
    r"由(?P<who>[一-鿿（）()]{2,28}?(?:局|委|厅|部|司|处|中心|办公室|委员会|部门|专家组))(?:统一|负责|组织(?:专家)?)*"
    r"(?P<act>[发颁制授印刻](?!展)|评审|审核|验收|认定|考核|评估|审定|评定)[^，。；]*"
)
_SAME_ACTS = (
    (regex(r"^[发颁制授印刻]"), regex(r"做|制|印|发|刻|弄(?!清)")),
    *((regex(act), regex(act)) for act in ("评审", "审核", "验收", "认定", "考核", "评估", "审定", "评定")),
)
_RECEIVERS = regex(
    r"(?:报送|寄送|发送|邮寄|提交|上报|递交|[送报寄交])(?:至|到|给)(?P<who>[^，。；]{2,24}?(?:局|委|厅|司|处|部|部门|办公室|中心))"
)
_LOOKED_AT, _LEAST = 30, 0.5


def other_office(scene: Scene, found: Found, kind: Mode) -> Finding | None:
    """That it is not, where the sentence tells all that is asked but the office, and names another as the one."""
    asked = _ASKED.search(scene.frame.masked)
    if (
        asked is None
        or kind == "permission"
        and not _GIVEN_TO.match(asked.group())
        or not spoken(found.passage)
        or not found.own
    ):
        return None
    who, text = asked["who"], found.passage.text
    others = ((i, t) for i, t in enumerate(scene.frame.terms) if t.words.lstrip("由归让") not in who)
    rest = [(i, t) for i, t in others if t.kind != "unit" and t.weight >= 1.0]
    total = sum(t.weight for _, t in rest)
    told = sum(t.weight for i, t in rest if i in found.matched)
    if not rest or told < _SHARE * total or not _ACT.search(text):
        return None
    if _ITSELF.search(text) and who not in text:
        return finding(scene, found, "no", "contrary")
    named = {m.group() for m in _OFFICE.finditer(re.sub(r"[\s“”]", "", text))}
    if not named or any(_one(who, n) for n in named) or who in re.sub(r"\s", "", text):
        return None
    return finding(scene, found, "no", "contrary")


def by_oneself(scene: Scene, found: Found) -> Finding | None:
    """That it may not be, where who asks wants to give out or decide by itself what the sentence has a body do."""
    asked, text = _MYSELF.search(scene.frame.masked), found.passage.text
    if asked is None or found.coverage < _LEAST or not spoken(found.passage) or re.search("自行|自主(?!权)|自评", text):
        return None
    things = [t for i, t in enumerate(scene.frame.terms) if i in found.own and t.weight >= 1.0 and t.kind != "unit"]
    for given in _BY_A_BODY.finditer(text):
        act = any(its.search(given["act"]) and mine.search(asked["act"]) for its, mine in _SAME_ACTS)
        if act and any(a in given.group() for t in things for a, _ in t.alternatives):
            return finding(scene, found, "no", "contrary")
    return None


def sent_elsewhere(scene: Scene) -> Finding | None:
    """That the papers go to another office than the one an English question names: the first sentence that tells where
    they go decides."""
    asked = SENT_TO.search(scene.frame.masked)
    offices = [
        [w for c in t.concepts for w in scene.lexicon.concepts[c].doc]
        for t in scene.frame.terms
        if asked and t.concepts and t.words.endswith(asked["office"].split()[-1]) and t.words in asked.group()
    ]
    said = asked.group() if asked else ""
    rest = {i: t.weight for i, t in enumerate(scene.frame.terms) if t.words not in said}
    if len(offices) != 1 or not offices[0] or scene.frame.denies or "negated" in scene.frame.marks:
        return None
    for found in scene.found[:_LOOKED_AT]:
        named = _receivers(scene, found.passage.text)
        held = sum(w for i, w in rest.items() if i in found.matched)
        if named and found.own and held >= _LEAST * sum(rest.values()) and spoken(found.passage):
            told = any(a in n or len(n) == 2 and n in a for a in offices[0] for n in named)
            return None if told else finding(scene, found, "no", "contrary")
    return None


def _receivers(scene: Scene, text: str) -> list[str]:
    """The offices that the sentence has papers go to: those for the programme where it tells of several."""
    for left, right in respective(text):
        mine = [right[k][:2] for k, name in enumerate(left) if name in scene.names]
        if len(mine) == 1:
            return mine
    own = [text[s:e] for s, e in segments(text) if any(n in text[s:e] for n in scene.names)]
    held = [m["who"] for part in own for m in _RECEIVERS.finditer(part)]
    return held or [m["who"] for m in _RECEIVERS.finditer(text)]


def _one(who: str, named: str) -> bool:
    """Whether the two names may be of one office: 卫健局 and 卫生健康部门."""
    stem = _SORT.sub("", who)
    return who[-4:] in named or named[-4:] in who or len(stem) > 1 and stem[-2:] in named or short_for(stem[-3:], named)
