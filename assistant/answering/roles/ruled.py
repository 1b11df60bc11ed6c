"""The ruling on a unit in a role, told with the clauses that decide, the most telling first."""

from __future__ import annotations

import re

from assistant.answering.answer import Outcome
from assistant.answering.grounds.finding import Finding, Hinge
from assistant.answering.grounds.scene import Scene
from assistant.answering.question.text import pairs
from assistant.answering.roles.filing import files
from assistant.answering.roles.particular import particular
from assistant.answering.sentences.spans import unmarked
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote, span
from assistant.guideline.statement import Statement
from assistant.guideline.values import DENIED, Role, Unit
from assistant.programmes.eligibility import Decision

_SHORT = 80  # characters of a clause that is told beside another
_SURE = 0.75  # how surely a word stands for what is asked
_STANDINGS = frozenset({"ownership", "affiliation", "designation"})
_STANDING_NAMED = 4.0
_ONE_RULE = frozenset({"inside", "closed", "prohibited", "usual", "unlisted"})
_LIST = regex(r"下列|以下|如下")
_IN_PASSING = regex(r"(?:牵头|申报|建设|推荐)(?:单位|主体)?[（(]")
_TO_LEAD = regex(
    r"(?:[当做]|作为?|担任|成为)[^，,。；;？?]{0,4}牵头|牵头(?!单位|学校|高校|院校|企业|主体|方|人|的|报送|上报|提交)"
)
_BUT = regex(r"[，,；;]\s*但[^。；;]{2,60}")
_BOTH = frozenset({"conflict", "partner"})


def finding_of(unit: Unit, decision: Decision, scene: Scene) -> Finding:
    """The finding for a decision on the unit."""
    deciding = list(decision.deciding)
    if decision.reason not in _BOTH:
        leaf = len(scene.taxonomy.descendants(unit.kind)) == 1
        deciding.sort(
            key=lambda s: (
                decision.reason == "closed" and not s.closed, _in_passing(scene, s),
                leaf and all(u.kind != unit.kind for u in s.units), -_apt(scene, s, unit),
                decision.reason != "inside" or not _of_here(scene, s),
                s.programmes != (scene.programme,), -len(s.units), not s.closed,
            )
        )  # fmt: skip
    if decision.reason == "closed":
        deciding[1:1] = _wanted(unit, scene)
    elif decision.reason == "inside":
        deciding[:0] = _of_that_standing(unit, scene)
    own = particular(unit, deciding[0], scene)
    named = scene.programme in scene.frame.named
    if own and (
        named
        and ("/" in scene.programme or own.role == scene.frame.role)
        or _names(own, unit) > _names(deciding[0], unit)
    ):
        deciding[:1] = [own] if decision.reason == "partner" else [deciding[0], own]
    else:
        own = None
    quotes: list[Quote] = []
    for statement in deciding[:3]:
        if all(statement.quote.text not in q.text for q in quotes):
            quotes.append(unmarked(_with_its_but(statement.quote)))
    said = (
        "”；“".join(q.text for q in quotes[:2])
        if own or decision.reason in _BOTH or decision.ruling != "yes" and len({s.closed for s in deciding[:2]}) > 1
        else quotes[0].text
    )
    alike = len({s.closed for s in decision.deciding[:2]}) == 1
    if decision.reason in _ONE_RULE and alike and not _wanted(unit, scene) and not own:
        quotes = quotes[:1]  # the second only says the same
    if len(quotes) == 1 and (beside := _beside(unit, decision, _role(decision, scene), scene)):
        quotes, said = [quotes[0], beside], f"{quotes[0].text}”；“{beside.text}"
    first = deciding[0]
    values = (("asked", _called(unit, scene)), ("role", f"role_{first.role or 'none'}"), ("rule", _rule(deciding)))
    outcome: Outcome = "not_specified" if decision.ruling == "not_specified" else "answered"
    open_units = tuple(u for s in decision.deciding for u in s.units if scene.taxonomy.relation(unit, u) != "outside")
    hinge = Hinge(unit, tuple(dict.fromkeys(open_units))) if decision.reason in ("overlap", "partner") else None
    return Finding(
        scene.programme, outcome, decision.ruling, said, tuple(quotes[:2]), decision.reason, values, 10.0, 1.0,
        hinge=hinge,
    )  # fmt: skip


def _with_its_but(quote: Quote) -> Quote:
    """The rule with what it is told on condition of ("可以由……申报，但须……")."""
    rest = _BUT.match(quote.clause.text, quote.end)
    return span(quote.clause, quote.start, rest.end()) if rest else quote


def _called(unit: Unit, scene: Scene) -> str:
    """What the unit is called in the reason; of one that only tells what it is not, that."""
    words = unit.words.strip("“” ")
    if not any(v.startswith(DENIED) for _, v in unit.features):
        return words
    return f"非{words}" if scene.frame.language == "zh" else f"one that is no {words}"


def _role(decision: Decision, scene: Scene) -> Role:
    """The role that the deciding rule is about, the one asked about where it is about applying at all."""
    role = decision.deciding[0].role
    return scene.frame.role if role == "applicant" and scene.frame.role else role


def _beside(unit: Unit, decision: Decision, role: Role, scene: Scene) -> Quote | None:
    """What whoever is told "no" asks next: who may, where a rule only forbids; as what the unit may take part, where it
    may not lead; who hands in an application, where it would do so by itself."""
    named = len(scene.frame.named)
    if decision.ruling != "no" or role not in ("lead", "applicant") or not scene.chosen or named > 1:
        return None
    if role == "applicant" and (by_others := files(scene, unit)):
        return by_others
    if not named:
        return None
    shown = decision.deciding[0].quote
    told = [
        s for s in scene.statements if s.attribute == "unit" and s.units and s.modality not in ("must_not", "prefer")
    ]
    if decision.reason == "prohibited":
        may = [s for s in told if s.role == role and s.closed] or [s for s in told if s.role == role]
    elif decision.reason == "closed" and role == "lead":
        may = [
            s for s in told if s.role in ("joint", "member") and scene.taxonomy.relation_any(unit, s.units) == "inside"
        ]
    else:
        return None
    quote = next((unmarked(s.quote) for s in may if s.quote.text not in shown.text), None)
    return quote if quote and len(quote.text) <= _SHORT and quote.text not in shown.text else None


def _apt(scene: Scene, statement: Statement, unit: Unit) -> float:
    """What of the question the rule speaks of beside the role: of rules that say the same the one on what is asked
    is shown. A standing of the unit that the rule names (国有, 龙头) counts as a weighty word does."""
    told = (t for t in scene.frame.terms if t.kind != "unknown" and not t.is_role and t.words != unit.words.lower())
    low = statement.quote.text.lower()
    words = sum(t.weight for t in told if t.weight >= 1.0 and any(a in low for a, f in t.alternatives if f >= _SURE))
    features = {f for f in unit.features if f[0] in _STANDINGS}
    return words + _STANDING_NAMED * len(features & {f for u in statement.units for f in u.features})


def _in_passing(scene: Scene, statement: Statement) -> bool:
    """Whether the rule is only told in brackets, in a sentence on what that unit does with something else than is asked
    about ("推荐书由牵头单位（园区）报送")."""
    what, by, _ = statement.quote.text.partition("由")
    asked = (
        any(p in scene.frame.masked for p in pairs(what)) if by and not _TO_LEAD.search(scene.frame.masked) else False
    )
    return bool(_IN_PASSING.search(statement.quote.text)) and not asked


def _of_here(scene: Scene, statement: Statement) -> bool:
    """Whether the rule names a place that the question tells."""
    return any(p in u.feature("region") for p in scene.frame.places for u in statement.units)


def _wanted(unit: Unit, scene: Scene) -> tuple[Statement, ...]:
    """The rules that want at least one unit of the kind and standing of one that fails them by its level."""
    if not unit.feature("designation"):
        return ()
    counted = (s for s in scene.statements if s.attribute == "count" and s.operator == "min" and len(s.units) == 1)
    alike = (s for s in counted if s.units[0].feature("designation") == unit.feature("designation"))
    outside = (s for s in alike if scene.taxonomy.relation(unit, s.units[0]) == "outside")
    return tuple(s for s in outside if any(m.unit.feature("level_min") for m in scene.taxonomy.find(s.quote.text)))[:1]


def _of_that_standing(unit: Unit, scene: Scene) -> tuple[Statement, ...]:
    """The rule on the role that names units run by whoever runs this one."""
    run = unit.feature("affiliation")
    role = scene.frame.role
    near = (s for s in scene.statements if s.attribute == "unit" and s.role in (role, "joint", "member") and run)
    return tuple(s for s in near if any(_run_alike(scene, unit, u) for u in s.units))[:1]


def _run_alike(scene: Scene, unit: Unit, ruled: Unit) -> bool:
    alike = ruled.feature("affiliation") == unit.feature("affiliation")
    return alike and scene.taxonomy.related(unit.kind, ruled.kind)


def _names(statement: Statement, unit: Unit) -> bool:
    """Whether the statement names the very kind of the unit."""
    return any(u.kind == unit.kind for u in statement.units)


def _rule(deciding: list[Statement]) -> str:
    """The units of the first rule, with those of the other items where it is one of a list."""
    first = deciding[0]
    listed = (s for s in deciding if s is first or s.subject == first.subject and _LIST.search(s.subject))
    return "、".join(dict.fromkeys(re.sub("[“”]", "", u.words) for s in listed for u in s.units))
