"""Whose the value is: one of the students is none of the expert's, how many each one has is told of each one, and
who asks for that of three things asks for no fourth. What is asked for by its name is told by no sentence that names
none.
"""

from __future__ import annotations

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.scene import Scene, stated_in
from assistant.answering.question.term import Term
from assistant.guideline.patterns import regex

_PERSON = regex(
    r"专家|导师|教师|老师|学生|研究生|博士后|学员|学徒|大师|技师|负责人|主编|编者|评委|委员|农户|职工|员工|毕业生|院士|特派员|传承人"
    r"|领办人|讲师|辅导员|带头人|新生|工程师|博士|硕士|校长|院长|主任"
)
_OF_ONE = regex(
    r"(?:每|一|1|单|同一)[个名位家所](?P<one>[一-鿿]{2,6}?)(?:同时|一次|一年|每年|每期|当年|在一期)?(?:最多|顶多|至多|最少|至少|可以?|能|要|得|应|需)*"
    r"(?:带|指导|教|管|帮|配|有|收|招|报|推荐|聘|开|办|承担|负责|接收|培养|对口|服务)?(?:多少|几)"
)
_EACH = regex(r"每|[一1](?=[名个位家所])|同一|单个|人均|之比|师生比")
_LISTED = regex(
    r"(?P<items>[一-鿿]{2,8}(?:、[一-鿿]{2,8})*(?:[、和与及]|以及)[一-鿿]{2,8}?)(?:这|那)?[几两二三四五六]?[块项个方面部分类种条]*(?:各|分别)"
)
_ITEMS = regex(r"以及|[、和与及]")
_NAME_ASKED = regex(
    r"(?P<before>[一-鿿]{2,8}?)(?:具体|到底|究竟|都|又)?(?:是|叫|为)(?:哪一?[家个所]|谁|什么名[字称]|啥名)(?![一-鿿]{2})"
    r"|(?:是|找|请|委托)(?:了|的)?(?:是)?哪一?[家个所](?P<behind>[一-鿿]{2,8})"
)
_ENGAGED = regex(
    r"(?:委托|聘请|聘任|邀请|请|由|通过|经|遴选|选择|选定|确定|引入|引进|组织|会同|对接|指定)(?:具有?[^，。；]{0,8}?的|[一1](?:家|个)|有关|相关|专业|独立|权威|社会)*$"
)
_ORGAN = regex(r"(?:机构|公司|银行|单位|企业|学校|院校|平台|协会|中心|医院|组织|基金)$")
_NEAR = 8  # characters within which a sentence names whom it gives a number to, behind "each"


def another_holder(scene: Scene, found: Found) -> bool:
    """Whether the question asks about a kind of person, and the sentence, which speaks of none that it names, is about
    another kind."""
    asked = {i for i, t in enumerate(scene.frame.terms) if t.kind != "unknown" and _is_person(t)}
    if not asked or asked & found.matched or scene.frame.inherited:
        return False
    return bool(_PERSON.search(found.passage.text))


def of_other_units(scene: Scene, found: Found) -> bool:
    """Whether the sentence gives each kind of unit its number, and the one that the question names is none of them
    ("省属高校几个" of "市属高校限报2个，民办高校限报1个")."""
    mine = [u for u in scene.frame.units if u.features]
    given = [s for s in stated_in(scene, found.passage, "quota") if s.units]
    outside = (scene.taxonomy.relation_any(u, s.units) == "outside" for u in mine for s in given)
    return bool(mine and given) and all(outside)


def _is_person(term: Term) -> bool:
    return any(_PERSON.fullmatch(w) for w in (term.words, *(a for a, _ in term.alternatives)))


def told_of_each(scene: Scene, found: Found) -> bool | None:
    """Whether the sentence gives a number to each one of those of whom the question asks how many one may have ("一个
    导师最多带几个学徒": 每名导师); None where it asks nothing of the kind."""
    asked = _OF_ONE.search(scene.frame.masked)
    if asked is None:
        return None
    one = [t for t in scene.frame.terms if t.words in asked["one"] or asked["one"] in t.words]
    words = [a for t in one for a, _ in t.alternatives]
    if not words:
        return None
    text = found.passage.text.lower()
    spots = [text.find(w, m.end(), m.end() + _NEAR + len(w)) for m in _EACH.finditer(text) for w in words]
    return any(at >= 0 for at in spots) or "之比" in text and any(w in text for w in words)


def of_none_of_them(scene: Scene, found: Found) -> bool:
    """Whether the question asks for the value of each of several things ("甲、乙、丙各占多少分"), and the sentence or its
    heading speaks of none of them."""
    asked = _LISTED.search(scene.frame.masked)
    if asked is None:
        return False
    items = [item for item in _ITEMS.split(asked["items"]) if len(item) > 1]
    place = f"{found.passage.text} {found.passage.header}".lower()
    meant = {i for i, t in enumerate(scene.frame.terms) if any(t.words in i or i in t.words for i in items)}
    return len(items) > 1 and not meant & found.matched and not any(item[-2:] in place for item in items)


def nameless(scene: Scene, made: Finding) -> bool:
    """Whether a body is asked for by its name ("是哪家第三方机构"), and what is told only says that one is engaged."""
    asked = _NAME_ASKED.search(scene.frame.masked)
    organ = (asked["before"] or asked["behind"]) if asked else ""
    if not _ORGAN.search(organ):
        return False
    endings = [organ[n:] for n in range(len(organ) - 3)]
    longest = [(q.text, next((e for e in endings if e in q.text), "")) for q in made.quotes]
    before = [text[: text.index(words)] for text, words in longest if words]
    return bool(before) and all(_ENGAGED.search(text.removesuffix("第三方")) for text in before)
