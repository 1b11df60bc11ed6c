"""Whether one thing is said to be enough where the rules ask for several."""

from __future__ import annotations

from dataclasses import replace

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene
from assistant.guideline.patterns import regex
from assistant.guideline.statement import Statement

_SUFFICES = regex(
    r"只要|[只仅光单]凭|(?<![不成])就(?:一定|肯定|必然|都|够格|算数?|行了|成了|有资格|合格|符合|可以|能)(?!不)|(?:一定|肯定|必然|保证)(?:能|可以|会|行)"
    r"|够格.{0,12}了[吗吧]|\b(?:is|be) enough\b|\bas long as\b|\bonly needs?\b|\balone\b"
)
_MORE = 2  # further conditions of the same clause that are told
_ROLES = {
    "lead": ("lead", "applicant"),
    "applicant": ("applicant", "lead"),
    "joint": ("joint", "member"),
    "member": ("member", "joint"),
}


def not_enough(scene: Scene, made: Finding | None) -> Finding | None:
    """The finding; where one condition is told as enough for a role and the rules on it set others, that it
    depends."""
    frame = scene.frame
    if made is not None and made.verdict != "yes" or frame.denies or not _SUFFICES.search(frame.masked):
        return made
    wanted = [s for s in scene.statements if _wants(scene, s, made)]
    others = [s for s in wanted if not _told(scene, s)]
    told = [s for s in wanted if s not in others]
    if not others or made is None and not told:
        return made
    rest = [s.quote for s in others if s.quote.clause.id == others[0].quote.clause.id][:_MORE]
    if made is None:
        quotes = (told[0].quote, *rest)
        said = "”；“".join(q.text for q in quotes)
        return Finding(scene.programme, "answered", "conditional", said, quotes, "must", (), 9.0, 0.9)
    quotes = tuple(dict.fromkeys((made.quotes[0], *rest)))
    said = "”；“".join((made.said, *(q.text for q in rest if q.text not in made.said)))
    return replace(made, verdict="conditional", reason="must", said=said, quotes=quotes)


def _wants(scene: Scene, statement: Statement, made: Finding | None) -> bool:
    """Whether the statement sets a condition of the role asked about, for units such as the one that asks."""
    if statement.attribute not in ("standing", "age", "cooperation") or statement.modality != "must":
        return False
    role = scene.frame.role
    same = made is not None and any(statement.quote.clause.id == q.clause.id for q in made.quotes)
    if statement.role not in _ROLES.get(role, ()) and (role or not same):
        return False
    named = [u for u in scene.frame.units if u.kind not in scene.taxonomy.generic]
    ruled = [m.unit for m in scene.taxonomy.find(statement.subject) if m.unit.kind not in scene.taxonomy.generic]
    return not named or not ruled or any(scene.taxonomy.relation(u, r) != "outside" for u in named for r in ruled)


def _told(scene: Scene, statement: Statement) -> bool:
    """Whether the question tells that this is met."""
    text = statement.quote.text.lower()
    own = [t for t in scene.frame.terms if t.kind != "unit" and not t.about_role and t.weight >= 0.5]
    return any(a in text for t in own for a, f in t.alternatives if f >= 0.9)
