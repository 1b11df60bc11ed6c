"""What a question says that somebody lacks, against what the rules want of whoever fills the role."""

from __future__ import annotations

import re

from assistant.answering.answer import Verdict
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.polarity import finding
from assistant.answering.grounds.scene import Scene, spoken
from assistant.answering.question.focusing import focus
from assistant.answering.question.term import Term
from assistant.answering.question.text import pairs
from assistant.answering.roles.blemished import free_of
from assistant.answering.roles.subjects import subjects
from assistant.answering.sentences.passages import Passage
from assistant.answering.sentences.spans import around, segments, unmarked, whole
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote
from assistant.guideline.statement import Statement
from assistant.guideline.values import Role

_A_NOT_A = regex(r"([一-鿿])[不没]\1|可不可以|有没有|是不是")
_AHEAD = regex(
    r"(?:还|并|又|也|都|尚)?(?:没(?:有|能|得|拿|办|取|达|拉|找|请|带|吸收|吸纳|联合)?到?|不(?:是|具备|具有|拥有|属于|含|包括|包含|找|拉|请|带|吸收"
    r"|吸纳|联合|加|符合|满足)|并非|未(?:取得|获得|具备|达到)?|缺(?:少|乏|了)?|[就只还独]差(?!不多)|少了|无(?!法|需|论|锡|偿|线|缝|人机|障碍))"
    r"(?P<what>[^，,。；;？?]{2,})"
    r"|\b(?:without|lacks?|lacking|no|not an?|has no|have no)\b(?P<en>[^,.;?]+)"
)
_BEHIND = regex(
    r"(?P<what>[^，,。；;？?]+?)(?:一[家所个]|半[家所个]|啥|什么)?(?:也|都|还|并)?"
    r"(?:没有?(?=的|过|了|呢|吗|么|能|可|行|就|也|$)|没[拉找带请让进联吸][^，,。；;？?]{0,6}"
    r"|没有?(?:定|确定|选定|形成|明确)(?:下来|好)?|没(?:参加|参与|加入|沾)|不(?:明确|具备|够|足|完整|健全|达标|符合|齐)|缺失|欠缺)"
    r"(?:[^，,。；;？?]{0,8}$|(?:的话)?(?:也|还|就|照样|照旧)?(?:能|可以?|行|成))"
)
_IS_NOT = regex(r"不(?:是|属于)|并非|not an?\b")
_GOES_ON = regex(r"[光只仅单全]|(?:的?(?:话|情况下))?(?:能|可以|可否|还能|也能|照样|就|行不|行吗|成不|是否|合规)")
TO_HAVE = (  # 咸得有点过分 demands nothing
    r"(?:必须|一定要?|非得|非要|务必|得(?!有[点些])|需要|要不要|需不需要|是不是要)(?:要|得)?"
    r"(?:有|含|包括|拉上?|带上?|找|联合|吸纳|吸收|引入|邀请|配)"
)
NEEDED_EN = (
    r"\b(?:do|does|will|would) (?:we|i|you|it|they|the [a-z一-鿿]+)"
    r" (?:really |also |always |still )?need (?:an?|at least|some|any)\b"
    r"|\b(?:is|are) (?:an?|at least one|any) [^?.;,]{3,60} (?:required|needed|necessary|mandatory|compulsory|a must)\b"
)
_NEEDED = regex(
    r"(?:没|不|缺|少|无)[^，。；？?]{1,24}[，,]?[^，。；？?]{0,16}?(?:就|便|则|都)?"
    r"(?:不(?:能|可以?|行|成|算|让|准|得|许|给)|没法|无法|报不|办不|成不了|建不|组不|白搭|没戏)"
    rf"|{TO_HAVE}"
    r"|非[^，,。；;？?]{0,14}不可(?!以)|必不可少|不可或缺|不可缺少|少不了|缺不得|必备|必需的?"
    r"|\b(?:must|need(?:s|ed)? to|ha(?:ve|s) to|required to)\b[^?.;]*\b(?:have|include|involve|bring|contain|count)\b"
    rf"|{NEEDED_EN}"
)
_EITHER = regex(r"或(?!许)")
_LEGAL_PERSON = regex(r"法人(?:资格|地位|实体|单位|主体)|独立法人|为法人")
_NEVER_ONE = regex(r"分公司|分支机构|办事处|个体(?:工商)?户|合伙企业|branch|sole (?:proprietor|trader)")
_OF_ANY = regex(r"分支机构|办事处|branch(?: office)?")
_FIRM_OF = regex(
    r"(?:公司|企业|集团|厂家?)的?(?:[^，,。；;？?]{0,4})(?:分支机构|办事处)|\bcompan(?:y|ies)|\bfirms?\b|\benterprises?\b"
)
_IS_ONE = regex(r"(?<![没不无非])(?<!没有)(?:是|有|具有|具备|取得|拿到)[^，,。；;？?]{0,4}(?:独立)?法人")
_OF_THE_PARENT = regex(r"(?:总公司|母公司|总部|集团(?:公司)?)[^，,。；;？?]*法人")
_DONE = regex(r"[一-鿿]过(?![去来程渡])")
_OF_THE_PAST = regex(r"经验|经历|[参做办]\S{0,2}过|曾|基础")
_MUST = regex(r"(?<![效相供适响对反回])应(?![用届对])|须|需(?!求)|必须")
_HAVING = regex(r"具有|具备|拥有|取得|^有|为")
_SOFT = regex(r"优先|鼓励|支持|可(?!行|持|靠|复)|视情|必要时|一般|原则上|如")
_JOINT = regex(r"联合|参与|成员|合作")
_ROLE_TOLD = {"lead": regex(r"牵头"), "joint": _JOINT, "member": _JOINT}
_WEIGHTY = 0.5
_MUCH = 3.0
_NO_MORE = frozenset({"age", "quota", "cooperation"})
_HANDS_IT_IN = regex(r"(?:提交|递交|报送|上报)申[报请]")  # to apply, in so many words
_FORMING = regex(r"[组成创筹]建|成立|组成|组队|搭建|名义")
_ROLES: dict[Role, tuple[Role, ...]] = {
    "lead": ("lead", "applicant"),
    "applicant": ("applicant", "lead"),
    "builder": ("builder", "lead", "applicant"),
    "joint": ("joint", "member"),
    "member": ("member", "joint"),
    "": ("lead", "applicant", "joint", "member", "builder"),
}


def lacked(text: str, being: bool = True) -> tuple[tuple[int, int, int], ...]:
    """Where a denial stands, where what it denies begins and ends: what somebody does not have or leaves out, and
    with `being` what somebody is not."""
    text = _A_NOT_A.sub(lambda m: "　" * len(m.group()), text)
    spans: list[tuple[int, int, int]] = []
    for segment in re.finditer(r"[^，,。；;？?]+", text):
        for match in _AHEAD.finditer(segment.group()):
            if not being and _IS_NOT.match(match.group()):
                continue
            group = "what" if match["what"] else "en"
            stop = _GOES_ON.search(match[group])
            end = match.start(group) + stop.start() if stop else match.end(group)
            if end - match.start(group) > 1:
                at = segment.start()
                spans.append((at + match.start(), at + match.start(group), at + end))
        if behind := _BEHIND.match(segment.group()):
            first, last = segment.start() + behind.start("what"), segment.start() + behind.end("what")
            spans.append((first, first, last))
    return tuple(dict.fromkeys(spans))


def lacks_standing(scene: Scene) -> Finding | None:
    """That whoever lacks what the rule on the role wants of everybody may not fill it; None where no rule wants it."""
    frame = scene.frame
    if "obligation" in frame.marks and "permission" not in frame.marks or asks_more(scene):
        return None
    if made := _no_legal_person(scene) or _lacks_both(scene):
        return made
    for start, _, end in lacked(frame.masked):
        if free_of(frame.masked[start:end]):
            continue
        told = _weighty(scene, frame.masked[start:end])
        either = [s.quote.text for s in scene.statements if told and _wants(scene, s) and _EITHER.search(s.quote.text)]
        if any(_held(told, text) for text in either):
            continue  # of two things that will do the other may be there
        rules = [s for s in scene.statements if told and _wants(scene, s) and _held(told, s.quote.text)]
        if _DONE.search(frame.masked[start:end]):  # what was never done is not what one must be able to do
            rules = [s for s in rules if _OF_THE_PAST.search(s.quote.text)]
        elif told and not rules and (made := _by_sentence(scene, told)):
            return made
        if rules and not any(_EITHER.search(s.quote.text) for s in rules):
            alike = pairs(frame.masked[start:end])
            mine = [s for s in rules if frame.role or s.role not in ("joint", "member")] or rules
            statement = max(mine, key=lambda s: (_held(told, s.quote.text), sum(p in s.quote.text for p in alike)))
            verdict: Verdict = "yes" if frame.denies or needed(scene) else "no"
            quote = _in_sentence(scene, statement)
            return Finding(scene.programme, "answered", verdict, quote.text, (quote,), "must", (), 9.0, 0.9)
    return None


def _lacks_both(scene: Scene) -> Finding | None:
    """That who says, of each by itself and in its own words, that both things are lacking of which a sentence wants one
    does not meet it."""
    asked = scene.frame.masked
    gone = [asked[a:b] for a, _, b in lacked(asked) if _weighty(scene, asked[a:b])]
    if len(gone) < 2 or scene.frame.denies or needed(scene):
        return None
    for found in scene.found[:12]:
        text = found.passage.text
        sides = re.split(r"[，,；;]?或者?", text)
        if len(sides) != 2 or not spoken(found.passage) or not _MUST.search(sides[0]) or _of_another_role(scene, text):
            continue
        held = [{g for g in gone if any(p in s for p in pairs(g)) and _held(_weighty(scene, g), s)} for s in sides]
        if all(held) and len(held[0] | held[1]) > 1:
            return finding(scene, found, "no", "must", whole(found.passage) if len(text) <= 130 else None)
    return None


def _no_legal_person(scene: Scene) -> Finding | None:
    """That a branch or an individual business, which by law never is a legal person, may not fill a role for which a
    sentence wants one; that on the very role first."""
    text, role = scene.frame.masked, scene.frame.role
    if scene.frame.denies or needed(scene) or _IS_ONE.search(_OF_THE_PARENT.sub("", text)) or not role:
        return None
    asked = scene.frame.units if role in ("joint", "member") else subjects(scene)
    mine = [u for u in asked if _NEVER_ONE.search(u.words.lower())]  # whoever brings it along, it is to take part
    firm = any(not _OF_ANY.fullmatch(u.words) for u in mine) or bool(_FIRM_OF.search(text))
    own = (p for p in scene.index.passages if mine and scene.programme in p.programmes and spoken(p))
    held = [p for p in own if _LEGAL_PERSON.search(p.text) and not _EITHER.search(p.text) and _legally(scene, p, firm)]
    passage = max(held, key=lambda p: bool(_ROLE_TOLD.get(role, _JOINT).search(_head(p.text))), default=None)
    if passage is None:
        return None
    at = _LEGAL_PERSON.search(passage.text)
    long = len(passage.text) > 130 and at
    quote = around(passage, at.start(), at.end(), (), 120) if long and at else whole(passage)
    return Finding(scene.programme, "answered", "no", quote.text, (quote,), "must", (), 9.0, 0.9)


def _legally(scene: Scene, passage: Passage, firm: bool) -> bool:
    """Whether the sentence orders of whoever is in the role asked about to be a legal person, of firms only where the
    unit is a firm's."""
    parts = [passage.text[a:b] for a, b in segments(passage.text)]
    at = next(i for i, p in enumerate(parts) if _LEGAL_PERSON.search(p) or i == len(parts) - 1)
    ordered = any(_MUST.search(p) for p in parts[: at + 1]) and not any(_SOFT.search(p) for p in parts[: at + 1])
    head = _head(passage.text)
    named = [m for m in scene.taxonomy.find(head) if m.unit.kind not in scene.taxonomy.generic]
    return ordered and not _on_another_role(scene, head) and (firm or not named)


def _head(text: str) -> str:
    """Whom a sentence orders something."""
    return re.split(r"应(?!用)|须|需|必须", text)[0]


def _by_sentence(scene: Scene, told: list[Term]) -> Finding | None:
    """The same by a sentence that no statement was made of."""
    for found in scene.found[:12]:
        text = found.passage.text
        if not spoken(found.passage) or _EITHER.search(text) or _of_another_role(scene, text):
            continue
        parts = [text[a:b] for a, b in segments(text)]
        firm = [i for i, p in enumerate(parts) if _MUST.search(p)]
        for i, part in enumerate(parts):
            # What is asked for in one segment goes on in the next ("需具有……，有……"), up to a softer word.
            bound = any(n <= i and not any(_SOFT.search(p) for p in parts[n : i + 1]) for n in firm)
            if bound and _HAVING.search(part) and _held(told, part):
                verdict: Verdict = "yes" if scene.frame.denies or needed(scene) else "no"
                return finding(scene, found, verdict, "must", whole(found.passage) if len(text) <= 130 else None)
    return None


def _of_another_role(scene: Scene, text: str) -> bool:
    """Whether the sentence is about whoever fills another role than the one asked about, or about other units."""
    head = _head(text)
    if _on_another_role(scene, head):
        return True
    named = [u for u in scene.frame.units if u.kind not in scene.taxonomy.generic]
    ruled = [m.unit for m in scene.taxonomy.find(head) if m.unit.kind not in scene.taxonomy.generic]
    return bool(named and ruled) and all(scene.taxonomy.relation(u, r) == "outside" for u in named for r in ruled)


def _on_another_role(scene: Scene, head: str) -> bool:
    mine = _ROLE_TOLD.get(scene.frame.role)
    others = [r for k, r in _ROLE_TOLD.items() if k != scene.frame.role]
    return bool(mine) and not (mine and mine.search(head)) and any(r.search(head) for r in others)


def _in_sentence(scene: Scene, statement: Statement) -> Quote:
    """The rule with whom it is about: the sentence that holds it, cut where that is long."""
    said = statement.quote
    for number in scene.index.of_clause.get(f"{said.clause.document}#{said.clause.id}", ()):
        passage = scene.index.passages[number]
        at = passage.text.find(said.text)
        if at >= 0:
            return whole(passage) if len(passage.text) <= 130 else around(passage, at, at + len(said.text), (), 120)
    return unmarked(said)


def asks_more(scene: Scene) -> bool:
    """Whether something weighty beside roles, units and what is lacking is asked about."""
    text = scene.frame.masked
    lacking = " ".join(text[a:b] for a, _, b in lacked(text))
    asking = focus(text)
    rest = [t for t in scene.frame.terms if t.kind != "unit" and not t.about_role and t.words in asking]
    rest = [t for t in rest if t.words not in lacking and not set(t.concepts) & _NO_MORE]
    if _HANDS_IT_IN.search(asking):
        rest = [t for t in rest if "submit" not in t.concepts]
    return sum(t.weight for t in rest if not (_FORMING.search(t.words) or scene.taxonomy.find(t.words))) >= _MUCH


def _weighty(scene: Scene, words: str) -> list[Term]:
    """The terms of what is lacking; none at all where it holds a word that no document knows."""
    inside = [t for t in scene.frame.terms if t.words in words and t.kind != "unit" and not t.is_role]
    told = [t for t in inside if t.weight >= _WEIGHTY and set(t.concepts) != {"condition"}]
    return told if all(t.grounded for t in told) else []


def _held(terms: list[Term], text: str) -> float:
    """How plainly the text speaks of every one of the terms, 0 where it leaves one out."""
    told = [max((f for a, f in t.alternatives if a in text.lower()), default=0.0) for t in terms]
    return sum(told) if all(told) else 0.0


def _wants(scene: Scene, statement: Statement) -> bool:
    """Whether the statement sets what everybody in the role must have, with no way round it."""
    if statement.attribute not in ("standing", "cooperation") or statement.modality != "must":
        return False
    if statement.role not in (*_ROLES[scene.frame.role], ""):
        return False
    named = [u for u in scene.frame.units if u.kind not in scene.taxonomy.generic]
    ruled = [m.unit for m in scene.taxonomy.find(statement.subject) if m.unit.kind not in scene.taxonomy.generic]
    return not named or not ruled or any(scene.taxonomy.relation(u, r) != "outside" for u in named for r in ruled)


def needed(scene: Scene) -> bool:
    """Whether the question says that nothing goes without the thing, and does not ask leave to do without it."""
    return bool(_NEEDED.search(_A_NOT_A.sub("", scene.frame.masked)))
