"""A plain question for one facet of a programme, told from its reviewed card: its points, or that there are none."""

from __future__ import annotations

from assistant.answering.answer import Verdict
from assistant.answering.grounds.finding import Finding
from assistant.answering.grounds.scene import Scene
from assistant.answering.question.extremes import LOWER, UPPER
from assistant.answering.sentences.card_quotes import MOST, quotes_of
from assistant.answering.values.bound_asked import whether_bounded
from assistant.guideline.card import FACETS, Facet, Point
from assistant.guideline.patterns import regex
from assistant.guideline.quote import Quote
from assistant.guideline.values import Quantity

# Told from the card; the techniques that follow know the others better (limits field by field, days, numbers).
_TOLD: frozenset[Facet] = frozenset(
    {
        "approval", "ratio", "partner_count", "review", "quota", "partner", "enterprise", "cooperation", "naming",
        "revocation", "yearly",
    }
)  # fmt: skip
_COUNTED: frozenset[Facet] = frozenset({"partner_count", "quota", "ratio"})
# A rule on these is there where the card has a point of it; of others a point need not grant what is asked.
_EXISTS: frozenset[Facet] = frozenset(
    {
        "deadline", "copies", "seal", "word_limit", "format", "partner_count", "quota", "ratio", "public_notice",
        "naming", "validity", "yearly", "revocation", "enterprise", "lead_standing",
    }
)  # fmt: skip
_TELLING = 1.5
_NOT = regex(r"不[^，。]|没(?!有)")
_A_NOT_A = regex(r"(?:有没有|会不会|要不要|需不需要|是不是)")
_LONGEST = 560  # characters told


def facet_asked(scene: Scene) -> Facet | None:
    """The facet that the question asks for and nothing else, of a reviewed card."""
    card, frame = scene.card, scene.frame
    if card is None or not card.checked_by or not scene.chosen or frame.inherited or len(frame.named) > 1:
        return None
    return next((f for f in FACETS if frame.plain and f == frame.plain.facet), None)


def unregulated(scene: Scene) -> bool:
    """Whether the question is for a facet of which reviewers found the documents to say nothing."""
    facet = facet_asked(scene)
    if not facet or not scene.card or _points(scene, facet):
        return False
    return facet in scene.card.silent or bool(scene.card.of(facet))


def nearest(scene: Scene) -> Quote | None:
    """What comes nearest to a plain question that nothing answers: the first point of its facet."""
    facet = facet_asked(scene)
    points = [p for p in scene.card.of(facet) if p.reviewed] if facet and scene.card else []
    return points[0].statement.quote if points else None


def of_facet(scene: Scene) -> Finding | None:
    """The points of the facet asked about; None where another technique tells them better."""
    facet = facet_asked(scene)
    points = _points(scene, facet) if facet else []
    if not facet or not points:
        return None
    if scene.frame.whether:
        return is_there(scene) if whether_bounded(scene) else None
    if facet == "review" and "who" not in scene.frame.asks:
        return None  # the steps are told in their order
    return _told(scene, points, None) if facet in _TOLD else None


def is_there(scene: Scene) -> Finding | None:
    """A yes to whether there is such a thing at all ("会公示吗"), where the card has points of it."""
    facet, asked = facet_asked(scene), _A_NOT_A.sub("要", scene.frame.masked)
    points = _points(scene, facet) if facet in _EXISTS else []
    if not points or not (scene.frame.plain and scene.frame.plain.sure) or scene.frame.denies or _NOT.search(asked):
        return None
    made = _told(scene, points, "yes")
    return None if _asks_more(scene, made.said.lower()) else made


def _asks_more(scene: Scene, said: str) -> bool:
    """Whether a word that documents know stands in the question and not in what would be said ("材料要胶装吗")."""
    telling = [t for t in scene.frame.terms if t.weight >= _TELLING and t.kind != "unit" and not t.surmised]
    return len(telling) > 1 and any(not any(a in said for a, _ in t.alternatives) for t in telling)


def _points(scene: Scene, facet: Facet) -> list[Point]:
    """The reviewed points, of a facet that is a count those that count."""
    held = [p for p in scene.card.of(facet) if p.reviewed] if scene.card else []
    if facet not in _COUNTED:
        return held
    counted = [p for p in held if isinstance(p.statement.value, Quantity)]
    lower, upper = bool(LOWER.search(scene.frame.text)), bool(UPPER.search(scene.frame.text))
    if lower != upper:
        return [p for p in counted if (LOWER if lower else UPPER).search(p.statement.quote.text)]
    return counted or held


def _told(scene: Scene, points: list[Point], verdict: Verdict | None) -> Finding:
    quotes = quotes_of(points)
    said: list[str] = []
    for quote in quotes[:MOST]:
        words = quote.text.rstrip("；;。，,：:")
        if said and sum(map(len, said)) + len(words) > _LONGEST:
            break
        said.append(words)
    if verdict == "yes":
        return Finding(scene.programme, "answered", "yes", said[0], quotes[:1], score=12.0, coverage=0.9)
    return Finding(scene.programme, "answered", None, "；".join(said), quotes[: len(said)], score=12.0, coverage=0.9)
