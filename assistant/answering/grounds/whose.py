"""Whose act or rule it is: the asker's, another's than the sentence tells, other schools', that of all of a kind."""

from __future__ import annotations

import re

from assistant.answering.grounds.scene import Scene
from assistant.answering.question.framing import HELP_ASKED
from assistant.answering.question.term import Term
from assistant.answering.sentences.spans import segments
from assistant.guideline.patterns import regex

OWN_PURSE = regex(
    r"(?:自己|自行|我们|我校|学校|单位|企业|自个儿)[^，,。？?会给]{0,3}(?:出(?!台)|掏|筹|投|垫|贴|负担|承担|解决|想办法|凑)"
)
_HELP = regex(
    r"(?:给|来)?(?:搭[把个]?手|帮(?:不帮|把|个|点)?(?:忙|手)|帮(?:一)?把|撑腰|拉一?把|扶(?:不扶)?持|支(?:不支)持)|\b(?:help|assist(?:ance)?)\b"
)
_ALONE = regex(r"自己|自行|单独|独自|独立(?!法人)|\balone\b|\bby (?:itself|ourselves)\b")
_TOGETHER = regex(r"联合|共同|合作|协同")
_OFFICE = regex(r"[局委厅](?![外内托员])|部门|办公室|[教司]育?处|中心(?!资源|国际)")
_GIVES = regex(r"(?:能不能|会不会|能|会|可以)?(?:给|帮|协助|支持|提供)")
_FOR_OTHERS = regex(
    r"^[^一-鿿]*(?:[一二三四五六七八九十][、）)])?(?:协助|支持|提供|帮助|引进|推荐|视情|定期|优先|邀请|组织"
    r"|(?:针?对|根据|按照?)[^，。；]{2,20}[，,](?:我?中心|办公室)?[将可])"
)
_HANDED_TO = regex(r"(?:给|向|往|交|报|送)$")
_ASKER = regex(
    r"(?:我们?|咱们?|俺们?|本|贵|某|你们?)(?:这|那|是|家|个|所|都|的|一|申?报\s*的)*$|\b(?:our|we|my)\b[^,.]{0,20}$"
)
_ALL_OF = regex(
    r"(?:所有|全部|任何|一切|全体|每一?[个家所名位])的?(?P<noun>单位|企业|学校|院校|高校|机构|人员|学生|学员|教师|项目|成员)"
)
_EVERY = regex(r"所有|全部|任何|一切|全体|每[个家所名位]|各|凡|均|一律|不限")
_OTHER = regex(r"其他|其它|其余|别的")
_OTHERS = regex(
    r"(?:^|[，,。；;：:（(])\s*(?:其他|其它|其余|别的)(?P<what>(?!单位|机构|条件|材料|有关|相关)[一-鿿]{2})"
)
_NO_MODIFIER = "向对由给为与和及或让使请的、于在从经应可须将把按组织支持鼓励面"
_BY_WHOM = regex(
    r"由(?P<whom>[^，,。？?]{0,10}?(?:学校|高校|院校|企业|公司|单位|园区|协会)|我们|我方)(?:自己|自行)?(?:来|去|负责|单独)?"
    r"(?P<act>[一-鿿]{1,2})"
)
_DONE_BY = regex(r"由[^，。；]{2,16}")
_MOVED_BY = regex(
    r"由(?P<who>[一-鿿]{2,8}?)(?:自己|自行|单独|直接|亲自|来|去|负责)*(?P<act>[一-鿿]{2})(?=[吗么的呢吧？?，,]|进行|开展|$)"
)


def asker(scene: Scene, term: Term) -> bool:
    """Whether the unit only says who asks ("我们学校")."""
    at = scene.frame.masked.find(term.words)
    here = scene.frame.masked.startswith(("这边", "这头", "这方"), at + len(term.words))
    return at >= 0 and (here or bool(_ASKER.search(scene.frame.masked[:at])))


def alone(scene: Scene, text: str) -> bool:
    """Whether somebody would do alone what the text lets several do together ("企业自己发": 可联合颁发)."""
    return bool(_ALONE.search(scene.frame.masked) and _TOGETHER.search(text))


def asks_help(scene: Scene) -> bool:
    """Whether it is asked what help is given: what it is given for ("想报……课题") is no role to be filled."""
    return bool(_HELP.search(scene.frame.asking_part))


def of_organiser(scene: Scene, text: str = "") -> bool:
    """Whether it is asked what the organiser does for others ("中心能不能帮……"): no leave, but whether it is so; and
    whether the text, where there is one, tells what is done for others."""
    return bool(HELP_ASKED.search(scene.frame.masked)) and (not text or bool(_FOR_OTHERS.match(text)))


def of_issuer(scene: Scene, term: Term, text: str) -> bool:
    """Whether the word names the office that the document is by, as who gives help or gets papers, and the sentence
    begins with what is done for others, or orders what is handed in and names no office."""
    issuer, at = scene.guideline.entry.issuer, scene.frame.masked.find(term.words)
    if at < 0 or not any(w in issuer for w in (term.words, *(a for a, _ in term.alternatives if len(a) > 2))):
        return False
    if _GIVES.match(scene.frame.masked, at + len(term.words)):
        return bool(_FOR_OTHERS.match(text))
    handed = _HANDED_TO.search(scene.frame.masked[:at]) and re.search(r"报送|提交|寄送|上报", text)
    return bool(handed) and not _OFFICE.search(text)


def other_doer(scene: Scene, text: str) -> bool:
    """Whether the question gives an act to a unit or to the asker ("由企业确定") that the sentence tells without
    them: the part that holds the act holds no word for them."""
    if any(f"{m['act']}{m['who']}" in text for m in _MOVED_BY.finditer(scene.frame.masked)):
        return True  # 由专家组织: somebody else organises the experts
    asked = _BY_WHOM.search(scene.frame.text)
    if not asked:
        return False
    act = asked["act"] if asked["act"] in text else asked["act"][0]
    parts = [text[s:e] for s, e in segments(text) if act in text[s:e]]
    doers = {n for m in scene.taxonomy.find(asked["whom"]) for n in (m.unit.words, *scene.taxonomy.names(m.unit))}
    parts = parts or [m.group() for m in _DONE_BY.finditer(text)]  # 由我们自己印: it is issued by somebody named
    return bool(parts) and not any(d in part for part in parts for d in doers)


def other_schools(scene: Scene, text: str) -> bool:
    """Whether the sentence is about schools of kinds that the school asked about is none of."""
    schools = scene.taxonomy.descendants("school") - scene.taxonomy.generic - {"school"}
    asked = [u for u in scene.frame.units if u.kind in schools]
    ruled = [m.unit for m in scene.taxonomy.find(text) if m.unit.kind in schools]
    return bool(asked and ruled) and all(scene.taxonomy.relation(u, r) == "outside" for u in asked for r in ruled)


def of_others(scene: Scene, text: str) -> bool:
    """Whether the text is about all others of a kind ("其他企业不作要求") where the question is about one of it."""
    asked = scene.frame.masked
    others = [m for m in _OTHERS.finditer(text) if m["what"] in asked]
    rest = _OTHERS.sub("", text)
    return not _OTHER.search(asked) and any(m["what"] not in rest for m in others)


def of_all(scene: Scene, text: str) -> bool:
    """Whether the question is about all of a kind (所有单位) where the sentence is about some of them (会员单位)."""
    asked = _ALL_OF.search(scene.frame.masked)
    if asked is None or _EVERY.search(text):
        return False
    noun = asked["noun"]
    bare = re.search(rf"(?:^|[^一-鿿]|[{_NO_MODIFIER}]){re.escape(noun)}", text)
    return noun in text and bare is None
