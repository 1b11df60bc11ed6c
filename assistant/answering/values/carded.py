"""Answers told from the programme's card: every reviewed point of what is asked, in the card's order."""

from __future__ import annotations

import re

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene
from assistant.answering.question.term import Term
from assistant.answering.question.time_of_year import asked_time, of_other_times
from assistant.answering.sentences.card_quotes import MOST, beside, opened, quotes_of, timed
from assistant.answering.values.papers import due_at_the_end
from assistant.guideline.card import Facet, Point
from assistant.guideline.patterns import regex
from assistant.guideline.values import Role

_FACETS: dict[str, tuple[Facet, ...]] = {
    "process": ("process",),
    "materials": ("material",),
    "submit": ("submission",),
    "copies": ("copies",),
    "seal": ("seal",),
    "doing": ("task",),
    "task": ("task",),
    "goal": ("goal",),
    "field": ("field",),
    "yearly": ("yearly",),
    "revoke": ("revocation",),
    "support": ("funding",),
    "review": ("review",),
    "recognise": ("approval",),
    "organise": ("approval", "review"),
    "quota": ("quota",),
    "condition": ("lead", "lead_standing", "partner", "partner_count", "enterprise", "cooperation", "ratio"),
}
# What a question is after where it names several: 从递材料到认定要过哪几关 asks for the steps, 认定之后每年交什么 for the
# yearly duty.
_ABOVE: tuple[Facet, ...] = ("yearly", "process", "material")
_PASSED = frozenset({"material", "submission", "review", "approval", "public_notice"})
_ROLES: dict[Role, frozenset[Role]] = {
    "lead": frozenset({"lead", "applicant", ""}),
    "applicant": frozenset({"lead", "applicant", ""}),
    "joint": frozenset({"joint", "member"}),
    "member": frozenset({"joint", "member"}),
    "builder": frozenset({"builder", "lead", "applicant"}),
}
# The interrogative stands with the noun asked for: 重点支持哪些方向 asks for fields, not for support.
_NUMBER = frozenset({"number_of", "count_limit"})
_NUMBERED = frozenset({"count", "ratio", "quota"})
_MEASURED = frozenset({"monitor", "score"})
_CRITERIA = frozenset({"standing", "ratio", "count", "points"})
# What is over by then is not asked about: 报上去之后怎么审.
_DONE = regex(r"[^，,。；;？?]+?(?:之后|以后|完了|后(?=[，,]))")
_WH = regex(r"哪|什么|啥|几|怎么|\bwhat\b|\bwhich\b")
_SORT = regex(r"哪(?:些|几[个种类项样])(?P<noun>[一-鿿]{2})(?=[?？。，,]|$)")
_REACH = frozenset({"contact", "phone", "fax", "email", "address"})
# A name that is quoted asks for nothing: “强化支持”考核什么.
_MENTIONED = regex(r"[“\"「『]([^”\"」』]{1,40})[”\"」』]")
_LONGEST = 900  # characters told
_TELLING = 2.0  # a lighter word of the question shapes it and need not be explained
_EXPLAINED = 0.6


def carded(scene: Scene) -> Finding | None:
    """The reviewed points of the facet asked about; None where there are none or the question is about more."""
    frame = scene.frame
    if scene.card is None or not scene.chosen or frame.asks & {"when", "how_many", "who", "sum"}:
        return None
    if "compare" in frame.asks and ("condition" not in frame.concepts or len(frame.named) < 2):
        return None
    if frame.concepts & _REACH:
        return None  # the e-mail asked for is its value, not the clause that sends papers to it
    if frame.quantities or due_at_the_end(scene):
        return None  # a figure makes it a case of its own; what is due at the end is no paper of the application
    facets = _asked(_asking(frame.terms, frame.masked), frame.masked)
    if facets == ("task",) and "task" not in frame.concepts and _DONE.search(frame.masked):
        return None  # what is to be done after something is over is no task of the whole
    if "report_outline" in frame.concepts and {"yearly", "material"} & {*facets}:
        return None  # the parts of a paper stand in its outline: 年底的总结分哪几块
    if _of_another_sort(frame.terms, frame.masked):
        return None
    points = [p for p in scene.card.of(*facets) if p.reviewed]
    if "lead_standing" in facets:
        if not frame.role and not frame.units:
            return None  # all conditions of applying stand in a section of their own
        points = [p for p in _of_role(scene, points) if p.statement.quote.clause.kind not in ("field", "row")]
        if frame.concepts & _NUMBER:
            points = [p for p in points if p.statement.attribute in _NUMBERED] or points
    if "review" in facets:
        points = _reviewing(points, bool(frame.concepts & _MEASURED))
    done = " ".join(_DONE.findall(frame.masked))
    rest = tuple(t for t in frame.terms if t.weight >= _TELLING and not _is_about(t, facets) and t.kind != "unknown")
    rest = tuple(t for t in rest if (t.words not in done or not t.concepts) and not _doer(scene, t))
    strange = sum(t.weight for t in frame.terms if t.kind == "unknown")
    kept = _about(points, rest)
    if not kept or strange > 1.0:
        return None
    if all(p.statement.quote.clause.kind in ("row", "field") for p in kept):
        return None  # a word of a form says less than the row it stands in
    kept = [p for p in kept if p.statement.quote.clause.kind not in ("row", "field")]
    if time := asked_time(frame.masked):
        kept = [p for p in kept if not of_other_times(p.statement.quote.text, time)]
        if not any(time.search(p.statement.quote.text) for p in kept):
            return None
    if facets == ("process",):
        kept = points  # a course of steps is told whole
    quotes = quotes_of(kept)
    opening = tuple(opened(q) if facets == ("process",) else q for q in quotes)
    said = "；".join(timed(o) if o != q else q.text.rstrip("；;。，,：:") for q, o in zip(quotes, opening, strict=True))
    quotes = opening
    if len(said) > _LONGEST:
        return None
    return Finding(scene.programme, "answered", None, said, quotes[:MOST], score=12.0, coverage=0.9)


def _of_another_sort(terms: tuple[Term, ...], text: str) -> bool:
    """Whether what is asked for by name is of no facet, whatever is done with it (承担哪些培训)."""
    sort = _SORT.search(text)
    named = [t for t in terms if sort and sort["noun"] in t.words and t.weight >= _TELLING]
    return bool(named) and not any(c in _FACETS for t in named for c in t.concepts)


def _asking(terms: tuple[Term, ...], text: str) -> tuple[Term, ...]:
    """The terms that may say what is asked: none that is quoted, and none of an earlier question where this one
    has telling words of its own (要交哪些材料？名单怎么出来？)."""
    mentioned = " ".join(_MENTIONED.findall(text))
    own = tuple(t for t in terms if t.words.lower() in text)
    telling = any(t.weight >= _TELLING and t.kind != "unit" and not t.is_role for t in own)
    return tuple(t for t in (own if telling else terms) if t.words.lower() not in mentioned)


def _asked(terms: tuple[Term, ...], text: str) -> tuple[Facet, ...]:
    """The facets that the question is after, the condition's where it names nothing else."""
    naming = [t for t in terms if t.weight > 0 and any(c in _FACETS for c in t.concepts)]
    pointed = [t for t in naming if _pointed(t, text)]
    done = " ".join(_DONE.findall(text))
    naming = [t for t in naming if t.words not in done] or naming
    asked = dict.fromkeys(f for t in pointed or naming for c in t.concepts for f in _FACETS.get(c, ()))
    for facet in _ABOVE:
        if facet in asked:
            return ("material", "submission") if facet == "material" and "submission" in asked else (facet,)
    if pointed:
        return tuple(asked)
    return tuple(f for f in asked if f != "approval") or tuple(asked)


def _pointed(term: Term, text: str) -> bool:
    """Whether an interrogative is part of the term or stands right before it (怎么立项)."""
    return any(_WH.search(w) or re.search(rf"(?:怎么|如何|咋){re.escape(w)}", text) for w in (term.words, *term.also))


def _reviewing(points: list[Point], measured: bool) -> list[Point]:
    """Of what is said of reviewing: by what it is measured, or else the steps of it."""
    kept = [p for p in points if (p.statement.attribute in _CRITERIA) == measured]
    steps = [p for p in kept if p.statement.attribute in ("step", "organiser", "approval")]
    return (kept if measured else steps) or points


def _doer(scene: Scene, term: Term) -> bool:
    """Whether the term is what the document calls whoever runs it ("中心"): who does it is not what is told."""
    runs = (str(s.value) for s in scene.statements if s.attribute == "organiser" and s.value)
    return term.kind == "word" and any(name.endswith(term.words) for name in runs)


def _is_about(term: Term, facets: tuple[Facet, ...]) -> bool:
    """Whether the term only says which facet is asked about; on the way of a process lies whatever is done with
    papers, conditions are those of a role, and most else presupposes that one was recognised (评上了有什么好处)."""
    named = {f for c in term.concepts for f in _FACETS.get(c, ())}
    if "recognise" in term.concepts or "yearly" in facets and "submit" in term.concepts:
        return True
    if "lead_standing" in facets and (term.is_role or term.kind == "unit"):
        return True
    return bool(named & {*facets, *(_PASSED if "process" in facets else ())})


def _of_role(scene: Scene, points: list[Point]) -> list[Point]:
    """Conditions of the role and of the kind of unit that the question names."""
    roles = _ROLES.get(scene.frame.role)
    kept = [p for p in points if roles is None or p.statement.role in roles]
    if not scene.frame.units:
        return kept
    kinds = {u.kind for u in scene.frame.units}

    def of_kind(point: Point) -> bool:
        if point.facet == "enterprise" and any(scene.taxonomy.related(k, "enterprise") for k in kinds):
            return True
        return any(scene.taxonomy.related(k, u.kind) for k in kinds for u in point.statement.units)

    def names(point: Point) -> bool:
        return any(m.unit.kind in kinds for m in scene.taxonomy.find(point.statement.quote.text))

    # A condition of the lead may name other units, whom it has to bring together: it binds none of them.
    own = [p for p in kept if of_kind(p)] or [p for p in kept if names(p)]
    told = [p for p in kept if p in own or not p.statement.units and any(beside(p, o) for o in own)]
    # Who the members are is no condition of one of them.
    return [p for p in told if p.statement.attribute != "unit" or len(p.statement.units) < 2] or told


def _about(points: list[Point], rest: tuple[Term, ...]) -> list[Point]:
    """Those of the points that speak of the rest of the question; all where there is no rest."""
    if not rest:
        return points
    total = sum(t.weight for t in rest)
    held = {n: {i for i, t in enumerate(rest) if _speaks(p, t)} for n, p in enumerate(points)}
    explained = set().union(*held.values())
    if sum(rest[i].weight for i in explained) < _EXPLAINED * total:
        return []
    if max(sum(rest[i].weight for i in h) for h in held.values()) < _EXPLAINED * total:
        return []
    everywhere = {i for i in explained if all(i in h for h in held.values())}
    telling = explained - everywhere
    return [p for n, p in enumerate(points) if not telling or held[n] & telling]


def _speaks(point: Point, term: Term) -> bool:
    clause = point.statement.quote.clause
    text = " ".join((point.statement.quote.text, clause.heading, *clause.path, clause.context)).lower()
    return any(a in text for a, f in term.alternatives if f >= 0.6)
