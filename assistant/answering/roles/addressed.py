"""Persons whom a sentence names as those it is for ("面向在校生、退役军人和待岗人员开展……"): whoever the question tells is
among them may take part, however the asker puts it ("还没找着工作的" for 未就业). Every word that marks off the persons
must be told; what is asked to be done must be the sentence's."""

from __future__ import annotations

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.locate import Found
from assistant.answering.grounds.polarity import Mode, finding
from assistant.answering.grounds.scene import Scene, purposive, spoken
from assistant.answering.roles.lacking import lacked
from assistant.guideline.patterns import regex

_FOR = regex(
    r"(?:面向|招收|招录|接收|吸纳|服务对象(?:为|包括|是)|(?:培训|资助|补贴|招收|实训)?对象(?:为|包括|是)|组织)(?P<list>[^。；;：:]{2,60})"
)
_ENDS = regex(
    r"(?<=[一-鿿]{2})(?:开展|提供|实施|进行|举办|组织|参加|攻读|就读|到|来|[，,])|的(?=[一-鿿]{2,8}(?:培训|实训|服务|项目|活动))"
)
_PARTS = regex(r"、|以及|(?<!未)及(?!其)|(?<!共)和|(?<!参)与(?!会)|或者?")
_PERSON = regex(r"(?:毕业)?生|学[生员徒]|人员|人才|[员职]工|教师|军人|农民工?|劳动者|群体|青年|妇女|居民|者$")
_HEAD = regex(r"(?:学[生员]|人员|人才|员工|职工|劳动者|群体|者|生|人)$")
_FAINT = regex(r"[的等各类广大全体相关有具地方优秀一线符合条件]|其他|本|内")
_SAID_OTHERWISE = (
    (
        regex(
            r"(?:还|一直|暂时)?(?:没|未|没有)(?:能)?(?:找[到着]|落实)?(?:工作|就业|上班|活儿?干?|事做)(?!经[历验]|动)|待业"
        ),
        "未就业",
    ),
    (regex(r"(?:校外|外面|外头|社会上?)的?(?:人|学员)"), "校外人员社会人员"),
    (
        regex(r"(?:高职|中职|中专|职高|职校|职院|技校|职校|大专)(?:的)?(?:毕业|学生|生|娃)"),
        "职业院校学生职业院校毕业生",
    ),
    (regex(r"(?:普通)?(?:本科|大学)的?(?:学生|生)|大学生"), "普通高校学生高校学生本科学生"),
    (regex(r"当过兵|退伍"), "退役军人"),
    (regex(r"下岗|失业|丢了工作"), "失业人员下岗人员"),
    (regex(r"进城务工|打工的|农民工"), "农民工进城务工人员"),
    (regex(r"(?:在|正)(?:上班|职)|上班的"), "在职在岗员工职工"),
    (regex(r"(?:应届)?毕业(?:了|后|班)?"), "毕业生"),
    (regex(r"快毕业|今年毕业|刚毕业|应届"), "应届毕业生"),
    (regex(r"残疾|残障"), "残疾人"),
)
_NO = regex(r"不(?!少于|低于|超过|断|仅|但|限)|禁止|除外|无权|取消")
_LEAVE = regex(r"(?:能不能|可不可以|能否|可否|可以|能|让不让|行不行|收不收|允许|让)")
_COMING = regex(r"[来去到进参加给向为做办搞弄接收练学用把被也都再还就让人们在里的了吗么呢吧，,？?]|一起|直接|你们|我们")
_LEAST = 1.0


def addressed(scene: Scene, kind: Mode) -> Finding | None:
    """A yes where the persons of the question are among those whom a near sentence says it is for."""
    frame = scene.frame
    if kind == "obligation" or not scene.chosen or frame.denies or frame.quantities or frame.marks & {"exclusive"}:
        return None
    if not _LEAVE.search(frame.masked):
        return None
    plain = _as_documents_say(frame.text.lower())
    for found in scene.found[:4]:
        text = found.passage.text
        if (
            not spoken(found.passage)
            or purposive(text)
            or not found.own
            or found.passage.clause.kind in ("row", "field")
        ):
            continue
        for person in _persons(text):
            if (
                _meant(scene, person, plain)
                and _acts_told(scene, found, person, plain)
                and not _shut_out(scene, person)
            ):
                return finding(scene, found, "conditional" if "符合" in text else "yes", "")
    return None


def _shut_out(scene: Scene, person: str) -> bool:
    """Whether any near sentence that speaks of the persons says no to something."""
    runs = _FAINT.sub(" ", _HEAD.sub("", person)).split() or [person]
    return any(_NO.search(f.passage.text) and all(r in f.passage.text for r in runs) for f in scene.found[:20])


def _as_documents_say(asked: str) -> str:
    """The question with the documents' words for persons beside the asker's."""
    said = "".join(words for pattern, words in _SAID_OTHERWISE if pattern.search(asked))
    return f"{asked}　{said}"


def _persons(text: str) -> list[str]:
    """The kinds of persons whom the sentence is for."""
    found: list[str] = []
    for match in _FOR.finditer(text):
        end = _ENDS.search(match["list"])
        parts = _PARTS.split(match["list"][: end.start()] if end else match["list"])
        found += [p for p in parts if len(p) > 1 and _PERSON.search(p)]
    return found


def _meant(scene: Scene, person: str, plain: str) -> bool:
    """Whether the question tells all that marks these persons off, their school or firm by a unit within it."""
    marks = person
    for mention in scene.taxonomy.find(person):
        if mention.unit.kind in scene.taxonomy.generic:
            continue
        told = (*scene.frame.units, *(m.unit for m in scene.taxonomy.find(plain)))
        if not any(scene.taxonomy.relation(u, mention.unit) == "inside" for u in told):
            return False
        marks = marks.replace(mention.unit.words, " ")
    marks = _FAINT.sub(" ", _HEAD.sub("", marks)).strip()
    runs = marks.split()
    if not runs:
        head = _HEAD.search(person)
        return bool(head) and (head.group() if head else "") in plain
    whole = all(all(r[i : i + 2] in plain for i in range(max(1, len(r) - 1))) for r in runs)
    return whole and not _denied(scene, runs)


def _denied(scene: Scene, runs: list[str]) -> bool:
    """Whether the question says that the persons lack what marks those of the sentence off."""
    asked = scene.frame.masked
    gone = [asked[a:b] for a, _, b in lacked(asked)]
    plain = [r for r in runs if r[0] not in "未无不非"]
    return any(r[i : i + 2] in g for g in gone for r in plain for i in range(max(1, len(r) - 1)))


def _acts_told(scene: Scene, found: Found, person: str, plain: str) -> bool:
    """Whether the sentence holds every other weighty thing of the question; a word that no document has is told where
    it only says that somebody comes, or tells of the person."""
    low, told = found.passage.text.lower(), False
    for term in scene.frame.terms:
        if term.kind == "unit" or any(term.words in m.group() for p, _ in _SAID_OTHERWISE for m in p.finditer(plain)):
            continue
        if term.words in scene.frame.places or any(t in person for t in (term.words, *term.also)):
            continue
        left = len(_HEAD.sub("", _COMING.sub("", _LEAVE.sub("", term.words))))
        if left == 0 or term.kind == "unknown" and left == 1:
            continue
        if term.kind == "unknown":
            return False
        held = any(a in low for a, _ in term.alternatives)
        if not held and term.weight >= _LEAST and not term.is_role:
            return False
        told = told or held and term.weight >= _LEAST
    return told
