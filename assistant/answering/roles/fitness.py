"""Whether-questions about who may fill a role."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answering.answer import Verdict
from assistant.answering.figures.bounds import turns_on
from assistant.answering.figures.relaxed import measured
from assistant.answering.figures.standing import Standing, standing
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene
from assistant.answering.question.focusing import focus
from assistant.answering.roles.blemished import clean_of
from assistant.answering.roles.classed_rules import class_rules, of_the_class
from assistant.answering.roles.lead_of_a_kind import lead_of_a_kind
from assistant.answering.roles.levels_told import as_told
from assistant.answering.roles.limited_to import without_limits_of_others
from assistant.answering.roles.partners import too_many_partners
from assistant.answering.roles.places import of_some_places, place
from assistant.answering.roles.ruled import finding_of
from assistant.answering.roles.subjects import MODAL, ONLY, ROLE_WORD, subjects
from assistant.guideline.patterns import regex
from assistant.guideline.statement import Statement
from assistant.guideline.values import Role, Unit
from assistant.programmes.eligibility import SAME, Decision, case_of, decide, undecided

_ORDER = {"no": 0, "conditional": 1, "not_specified": 2, "yes": 3}
_TAG = regex(
    r"(?:中不中|行不行|可以吗|可不可以|行吗|成不成|能行吗|行不|可以不|够格[不吗]|中不|好使不|符合.{0,9}吗|够.{0,3}(?:条件|资格)[吗不]?)[嘛啊呢呀呗]?[？?。!]?$"
)
_ATTRIBUTE = regex(r"(?:企业|单位|高校|院校|学校|方)的")
_NEW = regex(
    r"[新刚才](?:刚|近|开)?(?:成立|注册|创办|设立|开办|组建|开张|起步)|新公司|新企业|初创"
    r"|\bnew(?:ly)?[- ](?:founded|established|set up|registered|company|firm)|\bstart-?ups?\b"
)
# What tells of a unit, beside its kind: where it is, how old, on which level it stands, whether it qualifies.
_OF_A_UNIT = frozenset({"levels_where", "region", "condition", "age"})
_SORT = regex(r"(?:类|型|级|方向|组|档)(?:的?项目)?的$")
_LITTLE = 3.0
_LIMITS = frozenset({"count_limit", "quota"})
_RULE_ASKED = regex(
    r"有.{0,8}(?:要求|规定|限制|门槛|说法)|(?<!符合)(?<!满足)(?<!达到)(?:要求|规定|限制).{0,3}(?:吗|没有|不)"
    r"|\bany (?:requirement|restriction|limit)"
)
_MEETS_IT = regex(r"(?:符合|满足|达到)[^，,。；;？?]{0,10}(?:要求|规定|限制)")


def fit(scene: Scene) -> Finding | None:
    """The ruling on what the question says of the unit and the role that it names, a denial turned round; None where
    it names none, the role is only mentioned, or no statement speaks of it."""
    made = _fitting(_applying(scene))
    if made is None or not scene.frame.denies:
        return made
    return replace(made, verdict=_DENIED.get(made.verdict or "", made.verdict))


def rule_asked(scene: Scene) -> bool:
    """Whether it is asked if there is a rule or a limit ("有数量限制吗", and of another unit then: "那……呢"), not
    whether a unit may fill the role."""
    frame = scene.frame
    if re.search(r"能不能|可不可以|能否|可否", frame.masked):
        return False
    limit = frame.inherited and "permission" not in frame.marks and any(_LIMITS & set(t.concepts) for t in frame.terms)
    return limit or bool(_RULE_ASKED.search(_MEETS_IT.sub("", frame.masked)))


def _applying(scene: Scene) -> Scene:
    """A unit that asks whether it may, of a programme and of nothing else, asks whether it may apply."""
    frame = scene.frame
    named = any(u.kind not in scene.taxonomy.generic for u in frame.units)
    if (
        frame.role
        or not frame.named
        or not named
        or "permission" not in frame.marks
        or not _APPLIES.search(frame.masked)
    ):
        return scene
    return replace(scene, frame=replace(frame, role="applicant")) if little_else(scene) else scene


_APPLIES = regex(r"报(?!告|道|酬|销|到)|申")


_DENIED: dict[str, Verdict] = {"yes": "no", "no": "yes"}


def _ruling(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements without who is preferred to apply: others may apply as well."""
    return tuple(s for s in statements if (s.attribute, s.role, s.modality) != ("unit", "applicant", "prefer"))


def _fitting(scene: Scene) -> Finding | None:
    """The ruling on whether the unit that the question names may fill the role."""
    frame, of_class = scene.frame, class_rules(scene)
    told = without_limits_of_others(scene, _ruling(of_the_class(scene)))
    told = tuple(s for s in told if s.modality != "must_not" or not clean_of(scene, s.quote.text))
    scene = replace(scene, statements=lead_of_a_kind(scene, told))
    if frame.role and rule_asked(scene):
        return None
    if not frame.role or not (role_asked(scene) or frame.asks_which):
        return _belongs(scene) if not frame.role else None
    if frame.role == "builder" and "builder" not in frame.concepts and not _told_of(scene, "builder"):
        return None  # "can it be built by …" is ruled by no rule on who leads
    if (
        frame.of_nobody
        and not ONLY.search(frame.masked)
        and (open_to := undecided(frame.role, scene.statements, scene.taxonomy))
    ):
        return finding_of(Unit(min(scene.taxonomy.generic)), open_to, scene)
    placed = place(scene)
    asked = [as_told(scene, u) for u in subjects(scene) if u.kind not in scene.taxonomy.generic]
    decisions = [(u, d) for u in asked if (d := decide(u, frame.role, scene.statements, scene.taxonomy))]
    decisions = [(u, of_some_places(scene, d)) for u, d in decisions]
    if placed and (not decisions or decisions[0][1].ruling != "no"):
        return placed
    if not decisions:
        return _by_standing(scene, asked)
    unit, decision = min(((u, _in_its_case(scene, d)) for u, d in decisions), key=lambda d: _ORDER[d[1].ruling])
    if placed and placed.verdict == "no":
        made = finding_of(unit, decision, scene)
        return replace(made, said=f"{made.said}”；“{placed.said}", quotes=(*made.quotes, *placed.quotes)[:3])
    on_it = decide(unit, frame.role, of_class, scene.taxonomy) if decision.ruling != "no" else None
    if on_it and on_it.ruling == "no":
        return finding_of(unit, on_it, scene)  # what holds for all classes does not let into one that is closed
    if on_it and on_it.ruling == decision.ruling == "yes":
        decision = replace(decision, deciding=(*on_it.deciding, *decision.deciding))
    if (
        decision.ruling in ("yes", "conditional")
        and ONLY.search(frame.masked)
        and (wider := _wider(unit, decision, scene))
    ):
        return finding_of(unit, _at_odds(unit, wider, scene) or Decision("no", "listed", (wider,)), scene)
    if decision.ruling in ("yes", "conditional") and (low := _too_low(scene, unit)):
        return low
    if decision.ruling in ("yes", "conditional") and (measured := _bounded(scene)):
        return measured if decision.ruling == "yes" or measured.verdict == "no" else finding_of(unit, decision, scene)
    return finding_of(unit, decision, scene)


def _told_of(scene: Scene, role: Role) -> bool:
    return any(s.role == role for s in scene.statements if s.attribute == "unit")


def _in_its_case(scene: Scene, decision: Decision) -> Decision:
    """The decision that rests on a case, as the question tells the case to be so or not to be."""
    if decision.reason != "case":
        return decision
    permit, *others = decision.deciding
    case = case_of(permit)
    if _SORT.search(case):
        told: Standing = "told" if case.removesuffix("的") in scene.frame.masked else "open"
    else:
        told = standing(scene, case)
    if told == "told":
        return Decision("yes", "inside", (permit,))
    return Decision("no", "closed", tuple(others)) if told == "denied" and others else decision


def _by_standing(scene: Scene, asked: list[Unit]) -> Finding | None:
    """That a unit may be a partner on conditions, where no rule says who may and one sets conditions for its kind."""
    if scene.frame.role not in ("joint", "member") or not little_else(scene, focus(scene.frame.masked)):
        return None
    for statement in scene.statements:
        if statement.attribute != "standing" or statement.role not in ("joint", "member"):
            continue
        told = tuple(m.unit for m in scene.taxonomy.find(statement.subject))
        ruled = tuple(u for u in told if u.kind not in scene.taxonomy.generic)
        unit = next((u for u in asked if ruled and scene.taxonomy.relation_any(u, ruled) == "inside"), None)
        if unit:
            return finding_of(unit, Decision("conditional", "overlap", (replace(statement, units=ruled),)), scene)
    return None


def _wider(unit: Unit, decision: Decision, scene: Scene) -> Statement | None:
    """The statement that lets in another kind of unit beside the one that is said to be the only one: one that names
    both, else a deciding one."""
    role = scene.frame.role
    naming = (s for s in scene.statements if s.attribute == "unit" and s.role == role and s.modality != "must_not")
    both = (s for s in naming if unit.features and any(set(unit.features) <= set(u.features) for u in s.units))
    for statement in (*both, *decision.deciding):
        if any(scene.taxonomy.relation(other, unit) != "inside" for other in statement.units):
            return statement
    return None


def _at_odds(unit: Unit, wider: Statement, scene: Scene) -> Decision | None:
    """That two clauses are at odds on another kind of unit that the wider one lets in; None where none shuts it out."""
    others = (u for u in wider.units if scene.taxonomy.relation(u, unit) == "outside")
    made = (decide(u, scene.frame.role, scene.statements, scene.taxonomy) for u in others)
    return next((d for d in made if d and d.reason == "conflict"), None)


def _too_low(scene: Scene, unit: Unit) -> Finding | None:
    """A level below the one that any rule on units of that kind sets."""
    given = unit.feature("level")
    if not given:
        return None
    for statement in (s for s in scene.statements if s.role in SAME[scene.frame.role]):
        alike = [
            level
            for ruled in statement.units
            if scene.taxonomy.related(unit.kind, ruled.kind)
            and ruled.feature("designation") == unit.feature("designation")
            and (level := ruled.feature("level_min") or ruled.feature("level"))
        ]
        # 全国性或者省级: the lower of two levels is enough.
        if alike and all(scene.taxonomy.below(given, level) for level in alike):
            return finding_of(unit, Decision("no", "closed", (statement,)), scene)
    return None


def role_asked(scene: Scene) -> bool:
    """Whether the question asks about filling the role, not about something of whoever fills it."""
    text, role = scene.frame.masked, scene.frame.role
    if _TAG.search(text) and re.search(ROLE_WORD[role], text):
        return True
    if scene.frame.denies and re.search(ROLE_WORD[role], scene.frame.asking_part):
        return True
    if scene.frame.inherited and not re.search(ROLE_WORD[role], text):
        return not scene.frame.quantities
    for match in re.finditer(ROLE_WORD[role], text):
        if _ATTRIBUTE.match(text, match.end()):
            continue
        reach = 80 if match.group().isascii() else 16
        if MODAL.search(text, max(0, match.start() - reach), match.start()) or role == "applicant":
            return True
        if re.match(
            r"(?:申报)?(?:单位|企业|院校|高校|学校|方)?\S{0,4}(?:可以是|能是|是|为|吗|行|不|[?？]|$)",
            text[match.end() :],
        ):
            return True
    return "permission" in scene.frame.marks and little_else(scene)


def little_else(scene: Scene, part: str = "") -> bool:
    """Whether the question, or the part of it, is about nothing but units, roles and what a unit is: then the role is
    what it asks."""
    part = part or scene.frame.masked
    roles = " ".join(t.words for t in scene.frame.terms if t.is_role)
    told = (t for t in scene.frame.terms if t.words not in roles)
    rest = (t for t in told if t.kind != "unit" and not t.is_role and not set(t.concepts) & _OF_A_UNIT)
    return sum(t.weight for t in rest if t.kind != "unknown" and t.words in part) < _LITTLE


def _belongs(scene: Scene) -> Finding | None:
    """Whether a unit with a level or standing of its own counts as one that any clause names."""
    counts = re.search(r"算|属于|够|级别|符合|满足|\bcount", scene.frame.masked)
    own = ("level", "designation") if counts else ("level",)
    named = [
        u for u in scene.frame.units if any(u.feature(f) for f in own) or u.feature("designation") in ("ordinary",)
    ]
    if not named or "permission" not in scene.frame.marks and not counts:
        return None
    same = [
        s for s in scene.statements
        if s.attribute == "unit" and any(r.kind == named[0].kind and r.features for r in s.units)
    ]  # fmt: skip
    alike = [
        (s, r) for s in same for r in s.units
        if r.kind == named[0].kind and r.feature("designation") == named[0].feature("designation")
        and (r.feature("level_min") or r.feature("level"))
    ]  # fmt: skip
    if not alike:
        return None
    narrowed = [s for s, _ in alike]
    relation = scene.taxonomy.relation(named[0], alike[0][1])
    ruling = {"inside": "yes", "outside": "no", "overlap": "conditional"}[relation]
    reason = {"inside": "inside", "outside": "closed", "overlap": "overlap"}[relation]
    return finding_of(named[0], Decision(ruling, reason, tuple(narrowed[:2])), scene)  # type: ignore[arg-type]


def _bounded(scene: Scene) -> Finding | None:
    """A figure given of the unit (its age, its number) against the bound for it."""
    if not scene.frame.quantities:
        return None
    made = measured(scene, 0.25)
    if made is None or made.result == "same":
        return too_many_partners(scene)
    alone = not re.search(r"且|或者|并且", made.quote.text)
    meets = "yes" if made.strict >= 0.6 and alone else "conditional"
    verdict = {"meets": meets, "under": "no", "over": "no", "unsure": "conditional"}[made.result]
    quotes = (made.quote, made.more) if made.more else (made.quote,)
    said = "”；“".join(q.text for q in quotes)
    return Finding(
        scene.programme, "answered", verdict, said, quotes, made.result,  # type: ignore[arg-type]
        (("bound", made.bound), ("given", made.given)), made.score, 0.9, hinge=turns_on(made),
    )  # fmt: skip


def newly_founded(scene: Scene) -> Finding | None:
    """That it depends, where who asks is new and a rule wants units to have existed for some years."""
    if scene.frame.quantities or not _NEW.search(scene.frame.masked):
        return None
    for statement in scene.statements:
        if statement.attribute == "age":
            quote = statement.quote
            return Finding(scene.programme, "answered", "conditional", quote.text, (quote,), "must", (), 9.0, 0.9)
    return None
