"""Who fills a role: the statements of it."""

from __future__ import annotations

from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene
from assistant.guideline.quote import Quote, span
from assistant.guideline.sentences import sentences


def holders(scene: Scene) -> Finding | None:
    """Who fills the role that the question asks about: the statements of it, closed ones first."""
    role = scene.frame.role
    alike = {role, *{"lead": ("applicant",), "joint": ("member",)}.get(role, ())}
    stated = [
        s for s in scene.statements
        if s.attribute == "unit" and s.role in alike
        and s.modality != "must_not" and s.units
    ]  # fmt: skip
    own = [s for s in stated if s.role == role] or stated
    if not own:
        return None
    own.sort(key=lambda s: (not s.closed, -(s.modality in ("must", "usual")), -len(s.units)))
    quotes: list[Quote] = []
    told: set[tuple[tuple[str, tuple[tuple[str, str], ...]], ...]] = set()
    for statement in own:
        units = tuple((u.kind, u.features) for u in statement.units)
        quote = _sentence(statement.quote)
        if units not in told and all(quote.text not in q.text for q in quotes):
            quotes.append(quote)
        told.add(units)
    kept = tuple(quotes[:2])
    return Finding(scene.programme, "answered", None, "；".join(q.text for q in kept), kept, score=9.0, coverage=0.9)


def _sentence(quote: Quote) -> Quote:
    """The whole sentence around a quote where it is short."""
    for start, end in sentences(quote.clause.text):
        if start <= quote.start and quote.end <= end and end - start <= 90:
            return span(quote.clause, start, end)
    return quote
