"""Whose the value is: one of the students is none of the expert's, and how many each one has is told of each one."""

from __future__ import annotations

from assistant.answering.locate import Found
from assistant.answering.scene import Scene
from assistant.answering.terms import Term
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
_NEAR = 8  # characters within which a sentence names whom it gives a number to, behind "each"


def another_holder(scene: Scene, found: Found) -> bool:
    """Whether the question asks about a kind of person, and the sentence, which speaks of none that it names, is about
    another kind."""
    asked = {i for i, t in enumerate(scene.frame.terms) if t.kind != "unknown" and _is_person(t)}
    if not asked or asked & found.matched or scene.frame.inherited:
        return False
    return bool(_PERSON.search(found.passage.text))


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
